"""Who bore a duty on the day that counts; and that nobody did."""

import pytest

from tests.kit.mandates import ASSIGNMENT, REPORTS, clause, small
from tests.kit.world import World, world

CHAIR_REPORTS = clause("U1", pattern="report", holder="chair", counterparty=("principal",))


def appointed(*clauses: str) -> World:
    """Anna is chair from January to 15 March and again from 1 July, Bo from 1 June to 30 June: nobody in between."""
    w = world(small(*clauses), today="2021-12-01", adopted="2021-01-01")
    with w.ledger.unit() as unit:
        unit.register_person("Anna", person="p-anna")
        unit.register_person("Bo", person="p-bo")
        unit.assign_role("net", role="chair", holder="p-anna", starts="2021-01-01", ends="2021-03-15", on="2021-01-01")
        unit.assign_role("net", role="chair", holder="p-bo", starts="2021-06-01", on="2021-06-01")
        unit.end_role("net", role="chair", holder="p-bo", ends="2021-06-30", on="2021-06-30")
        unit.assign_role("net", role="chair", holder="p-anna", starts="2021-07-01", on="2021-07-01")
    return w


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2021-01-01", "Anna"),
        ("2021-03-15", "Anna"),  # the last day, too
        ("2021-03-16", None),
        ("2021-05-31", None),
        ("2021-06-01", "Bo"),
        ("2021-06-30", "Bo"),
        ("2021-07-01", "Anna"),
        ("2030-01-01", "Anna"),
    ],
)
def test_of_a_meeting_it_is_who_held_the_role_on_its_day(day: str, holders: str | None) -> None:
    w = appointed(clause("X", pattern="each_meeting", holder="chair", evidence="meeting_prepared"))
    w.ledger.schedule_meeting("net", planned_on=day, kind="plain", key="m", on="2021-01-01")
    assert w.item("net/X/m", "2021-12-01").holder == holders


def test_of_a_report_it_is_who_holds_the_role_when_it_is_due() -> None:
    w = appointed(CHAIR_REPORTS, ASSIGNMENT)
    assert w.item("net/a/partial", "2021-02-01").holder is None  # due on 31 May: vacant
    assert w.item("net/a/final", "2021-02-01").holder == "Anna"  # due on 15 October
    w.ledger.submit_report("net/a", report="partial", on="2021-06-10")
    assert w.item("net/a/partial", "2021-06-10").holder is None  # delivering late does not change who owed it


def test_without_a_due_date_it_is_who_holds_the_role_on_the_day_asked_of() -> None:
    w = appointed(CHAIR_REPORTS, ASSIGNMENT)
    held = {day: w.item("net/a/memo", day).holder for day in ("2021-03-15", "2021-03-16", "2021-06-15", "2021-07-01")}
    assert held == {"2021-03-15": "Anna", "2021-03-16": None, "2021-06-15": "Bo", "2021-07-01": "Anna"}
    w.ledger.submit_report("net/a", report="memo", on="2021-06-10")
    assert w.item("net/a/memo", "2021-11-30").holder == "Bo"  # who held it when it was delivered


def test_a_role_of_several_is_borne_by_all_of_them() -> None:
    w = appointed(clause("X", pattern="standing", holder="board", evidence="summary_sent"))
    assert w.item("net/X/standing", "2021-02-01").holder is None
    w.ledger.assign_role("net", role="board", holder="p-bo", starts="2021-02-01", on="2021-02-01")
    w.ledger.assign_role("net", role="board", holder="p-anna", starts="2021-03-01", on="2021-03-01")
    assert w.item("net/X/standing", "2021-02-01").holder_ids == ("person:p-bo",)
    assert w.item("net/X/standing", "2021-03-01").holder == "Anna, Bo"
    assert w.item("net/X/standing", "2021-01-31").holder_ids == ()


def test_a_role_of_one_that_two_hold_shows_both() -> None:
    w = appointed(clause("X", pattern="standing", holder="chair", evidence="summary_sent"))
    w.ledger.assign_role("net", role="chair", holder="p-bo", starts="2021-02-01", ends="2021-02-28", on="2021-02-01")
    assert w.item("net/X/standing", "2021-02-15").holder == "Anna, Bo"


def test_a_role_held_by_an_organisation() -> None:
    w = appointed(clause("X", pattern="standing", holder="office", evidence="summary_sent"))
    w.ledger.assign_role("net", role="office", holder="archive", starts="2021-02-01", on="2021-02-01")
    assert w.item("net/X/standing", "2021-03-01").holder_ids == ("org:archive",)
    assert w.item("net/X/standing", "2021-03-01").holder == "The archive"


@pytest.mark.parametrize(
    ("holder", "name"),
    [("network", "The net"), ("principal", "The owners"), ("archive", "The archive"), ("alby", "Alby")],
)
def test_bearers_that_never_change(holder: str, name: str) -> None:
    w = appointed(clause("X", pattern="standing", holder=holder, evidence="summary_sent"))
    assert w.item("net/X/standing", "2021-03-01").holder == name


def test_the_host_bears_what_the_secretary_owes() -> None:
    w = appointed(clause("X", pattern="each_meeting", holder="secretary", evidence="minutes_submitted"))
    w.ledger.schedule_meeting("net", planned_on="2021-02-12", kind="plain", on="2021-01-10")
    assert w.item("net/X/2021-02-12", "2021-02-01").holder is None  # no host yet
    w.ledger.change_host("net/2021-02-12", host="alby", on="2021-01-20")
    assert w.item("net/X/2021-02-12", "2021-02-01").holder == "Alby"
    w.ledger.hold_meeting("net/2021-02-12", on="2021-02-12")
    w.ledger.change_host("net/2021-02-12", host="berga", on="2021-02-12")
    assert w.item("net/X/2021-02-12", "2021-03-01").holder_ids == ("org:berga",)


def test_a_backdated_appointment_fills_a_vacancy_from_then_on() -> None:
    w = appointed(CHAIR_REPORTS, ASSIGNMENT)
    known = w.size
    w.ledger.assign_role("net", role="chair", holder="p-bo", starts="2021-03-16", ends="2021-05-31", on="2021-03-16")
    assert w.item("net/a/partial", "2021-07-01").holder == "Bo"
    assert w.item("net/a/partial", "2021-07-01", known).holder is None


def test_reassigned_until_further_notice() -> None:
    w = appointed(REPORTS, ASSIGNMENT)
    w.ledger.reassign_assignment("net/a", to="p-bo", on="2021-06-01")
    assert w.item("net/a/partial", "2021-07-01").holder == "The net"  # due on 31 May
    assert w.item("net/a/final", "2021-07-01").holder == "Bo"
    w.ledger.reassign_assignment("net/a", to="network:net", on="2021-10-16")
    assert w.item("net/a/final", "2021-11-01").holder == "Bo"  # it was due the day before
