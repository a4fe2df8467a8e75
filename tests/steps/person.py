"""Persons: registered, renamed, found to be the same."""

from pytest_bdd import given, step, when

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


@given(said('the person "{name:Text}" is registered a second time, as somebody else'))
def _namesake(ledger: Ledger, name: str) -> None:
    ledger.register_person(name, person=f"{person_key(name)}-2")


@when(said('the role of {role:Role} is given to whoever is called "{name:Text}"'))
def _role_by_name(ledger: Ledger, attempt: Attempt, role: str, name: str) -> None:
    with attempt:
        ledger.assign_role("vux", role=role, holder=name)
