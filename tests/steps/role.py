"""Roles, and the people who hold them."""

from datetime import date

import pytest
from pytest_bdd import step, when

from governance.ledger import Ledger
from tests.steps.ledger import Attempt
from tests.steps.words import person_key, said


class People:
    """The people of a scenario: whoever is named for the first time is registered."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: set[str] = set()

    def known(self, name: str) -> str:
        """The subject id of ``name``, as a party."""
        key = person_key(name)
        if key not in self._known:
            self._known.add(key)
            self._ledger.register_person(name, person=key)
        return f"person:{key}"


@pytest.fixture
def people(ledger: Ledger) -> People:
    return People(ledger)


@step(said('"{name:Text}" holds the role of {role:Role} from {day:Day}'))
def _assigned(ledger: Ledger, attempt: Attempt, people: People, name: str, role: str, day: date) -> None:
    holder = people.known(name)
    with attempt:
        ledger.assign_role("vux", role=role, holder=holder, starts=str(day))


@step(said('"{name:Text}" holds the role of {role:Role} from {day:Day} to {last:Day}'))
def _assigned_until(
    ledger: Ledger, attempt: Attempt, people: People, name: str, role: str, day: date, last: date
) -> None:
    holder = people.known(name)
    with attempt:
        ledger.assign_role("vux", role=role, holder=holder, starts=str(day), ends=str(last))


@step(said('"{name:Text}" holds the role of {role:Role} for "{member:Member}" from {day:Day}'))
def _assigned_for(
    ledger: Ledger, attempt: Attempt, people: People, name: str, role: str, member: str, day: date
) -> None:
    holder = people.known(name)
    with attempt:
        ledger.assign_role("vux", role=role, holder=holder, member=member, starts=str(day))


@step(said('on {on:Day} "{name:Text}" is given the role of {role:Role} from {day:Day}'))
def _appointed(ledger: Ledger, attempt: Attempt, people: People, on: date, name: str, role: str, day: date) -> None:
    holder = people.known(name)
    with attempt:
        ledger.assign_role("vux", role=role, holder=holder, starts=str(day), on=on)


@step(said('on {on:Day} "{name:Text}" is given the role of {role:Role} from {day:Day} to {last:Day}'))
def _appointed_until(
    ledger: Ledger, attempt: Attempt, people: People, on: date, name: str, role: str, day: date, last: date
) -> None:
    holder = people.known(name)
    with attempt:
        ledger.assign_role("vux", role=role, holder=holder, starts=str(day), ends=str(last), on=on)


@step(said('"{name:Text}" gives up the role of {role:Role} with {day:Day}'))
def _ended(ledger: Ledger, attempt: Attempt, people: People, name: str, role: str, day: date) -> None:
    holder = people.known(name)
    with attempt:
        ledger.end_role("vux", role=role, holder=holder, ends=str(day))


@step(said('"{name:Text}" gives up the role of {role:Role} for "{member:Member}" with {day:Day}'))
def _ended_for(ledger: Ledger, attempt: Attempt, people: People, name: str, role: str, member: str, day: date) -> None:
    holder = people.known(name)
    with attempt:
        ledger.end_role("vux", role=role, holder=holder, member=member, ends=str(day))


@when(said('"{member:Member}" as a municipality holds the role of {role:Role} from {day:Day}'))
def _assigned_to_member(ledger: Ledger, attempt: Attempt, member: str, role: str, day: date) -> None:
    with attempt:
        ledger.assign_role("vux", role=role, holder=f"org:{member}", starts=str(day))


@when(said('"{name:Text}" holds the unknown role of "{role:Text}" from {day:Day}'))
def _assigned_unknown(ledger: Ledger, attempt: Attempt, people: People, name: str, role: str, day: date) -> None:
    holder = people.known(name)
    with attempt:
        ledger.assign_role("vux", role=role, holder=holder, starts=str(day))
