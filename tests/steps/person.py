"""Persons: registered, renamed, found to be the same."""

from pytest_bdd import step, when

from governance.ledger import Ledger
from tests.steps.ledger import Attempt
from tests.steps.words import person_key, said


@step(said('the person "{name:Text}" is registered'))
def _registered(ledger: Ledger, attempt: Attempt, name: str) -> None:
    with attempt:
        ledger.register_person(name, person=person_key(name))


@when(said('"{name:Text}" is called "{new:Text}" from now on'))
def _renamed(ledger: Ledger, attempt: Attempt, name: str, new: str) -> None:
    with attempt:
        ledger.correct_person(person_key(name), name=new, reason="Nytt namn.")


@step(said('"{name:Text}" turns out to be the same person as "{other:Text}"'))
def _merged(ledger: Ledger, attempt: Attempt, name: str, other: str) -> None:
    with attempt:
        ledger.merge_person(person_key(name), into=person_key(other))
