"""Roles: who held them, where nobody did, and where several did though it is for one."""

from datetime import date

import pytest

from governance.errors import ReferenceUnknown
from governance.questions.roles import (
    DoubleHolders,
    RoleHolder,
    VacantDuty,
    double_holders,
    role_holders,
    vacant_duties,
)
from governance.questions.view import View
from tests.kit.mandates import clause, small, stated
from tests.unit.compliance.history import ANN, BEA, hold, network, view, when


def holding(seen: View, role: str) -> list[tuple[str | None, str | None, str | None]]:
    """Holder, first and last day."""
    rows = role_holders(seen, role)
    return [(r.holder, _text(r.starts), _text(r.ends)) for r in rows]


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


# Question 10: who held which role


def test_who_holds_each_role_and_who_decided() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-02-01", on="2021-01-20",
                            decided_by="The owners", decided_on="2021-01-19")  # fmt: skip
    day = when("2021-02-01").first
    assert role_holders(view(told, "2021-02-01")) == (
        RoleHolder("net", "chair", ANN, day, None, "The owners", when("2021-01-19"), told.size, None, None),
        RoleHolder("net", "board", None, None, None, None, None, None, None, None),
        RoleHolder("net", "secretary", None, None, None, None, None, None, "meeting.host", None),
        RoleHolder("net", "office", None, None, None, None, None, None, None, None),
    )


def test_a_holder_holds_from_the_first_through_the_last_day_and_vacancies_have_their_days() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-02-01", on="2021-01-20")
    told.ledger.end_role("net", role="chair", holder=ANN, ends="2021-05-31", on="2021-05-10")
    told.ledger.assign_role("net", role="chair", holder=BEA, starts="2021-07-01", on="2021-06-15")
    seen = {day: holding(view(told, day), "chair") for day in (
        "2021-01-19", "2021-01-31", "2021-02-01", "2021-05-09", "2021-05-10", "2021-05-31", "2021-06-01", "2021-06-15",
        "2021-06-30", "2021-07-01")}  # fmt: skip
    assert seen == {
        "2021-01-19": [(None, None, None)],
        "2021-01-31": [(None, None, "2021-01-31")],
        "2021-02-01": [(ANN, "2021-02-01", None)],
        "2021-05-09": [(ANN, "2021-02-01", None)],
        "2021-05-10": [(ANN, "2021-02-01", "2021-05-31")],
        "2021-05-31": [(ANN, "2021-02-01", "2021-05-31")],
        "2021-06-01": [(None, "2021-06-01", None)],
        "2021-06-15": [(None, "2021-06-01", "2021-06-30")],
        "2021-06-30": [(None, "2021-06-01", "2021-06-30")],
        "2021-07-01": [(BEA, "2021-07-01", None)],
    }


def test_a_vacancy_lies_between_the_last_holder_before_and_the_first_after() -> None:
    told = network()
    for starts, ends in (
        ("2021-01", "2021-01"),
        ("2021-03", "2021-03"),
        ("2021-08", "2021-08"),
        ("2021-06", "2021-06"),
    ):
        told.ledger.assign_role("net", role="chair", holder=ANN, starts=starts, ends=ends, on="2021-01-01")
    assert holding(view(told, "2021-04-15"), "chair") == [(None, "2021-04-01", "2021-05-31")]


def test_a_role_given_with_effect_from_an_earlier_day_was_held_on_that_day() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-05", on="2021-03-01")
    assert holding(view(told, "2021-01-04"), "chair") == [(None, None, None)]
    assert holding(view(told, "2021-01-05"), "chair") == [(ANN, "2021-01-05", None)]


def test_a_role_of_several_has_a_row_for_each() -> None:
    told = network()
    told.ledger.assign_role("net", role="board", holder=BEA, starts="2021-01-01", on="2021-01-01")
    told.ledger.assign_role("net", role="board", holder=ANN, starts="2021-01-01", ends="2021-06-30", on="2021-01-01")
    assert [row.holder for row in role_holders(view(told, "2021-06-30"), "board")] == [ANN, BEA]
    assert [row.holder for row in role_holders(view(told, "2021-07-01"), "board")] == [BEA]


def test_a_derived_role_is_held_by_the_host_of_each_meeting_on_the_day() -> None:
    told = network()
    hold(told, "2021-02-10", host="alby")
    told.ledger.schedule_meeting("net", key="x", planned_on="2021-02-10", kind="other", on="2021-01-01")
    told.ledger.schedule_meeting("net", key="y", planned_on="2021-02-10", kind="other", host="dal", on="2021-01-01")
    told.ledger.cancel_meeting("net/y", on="2021-02-09")
    rows = role_holders(view(told, "2021-02-10"), "secretary")
    assert [(row.meeting, row.holder, row.derived_from) for row in rows] == [
        ("net/2021-02-10", "org:alby", "meeting.host"),
        ("net/x", None, "meeting.host"),
    ]
    (row,) = role_holders(view(told, "2021-02-11"), "secretary")
    assert (row.meeting, row.holder, row.derived_from) == (None, None, "meeting.host")


def test_a_meeting_held_on_another_day_than_planned_makes_its_host_secretary_on_that_day() -> None:
    told = network()
    told.ledger.schedule_meeting("net", planned_on="2021-02-10", kind="plain", host="alby", on="2021-01-01")
    told.ledger.hold_meeting("net/2021-02-10", on="2021-02-12")
    assert [row.holder for row in role_holders(view(told, "2021-02-10"), "secretary")] == ["org:alby"], "as planned"
    assert [row.holder for row in role_holders(view(told, "2021-02-12"), "secretary")] == ["org:alby"]


def test_a_role_that_no_mandate_has_is_refused() -> None:
    with pytest.raises(ReferenceUnknown, match="treasurer"):
        role_holders(view(network(), "2021-06-01"), "treasurer")


# Question 17: duties in a vacancy


def test_a_duty_falls_into_a_vacancy_by_the_day_that_counts() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", ends="2021-02-10", on="2021-01-01")
    hold(told, "2021-02-10", host="alby")
    hold(told, "2021-02-11")
    standing = {"net/O2/principal", "net/O2/archive", "net/P1/2021"}
    rows = {row.obligation: row for row in vacant_duties(view(told, "2021-02-11"))}
    assert rows.keys() == standing | {"net/O1/2021-02-11", "net/Se2/2021-02-11"}
    assert rows["net/P1/2021"] == VacantDuty("net", "net/P1/2021", "board", "upcoming", when("2021-02"), None)
    assert [row.role for row in vacant_duties(view(told, "2021-02-10")) if "O2" in row.obligation] == []


def test_what_is_void_is_no_duty_and_what_was_done_all_the_same_is_told() -> None:
    told = network(small(clause("Se2", pattern="each_meeting", holder="secretary", evidence="minutes_submitted")))
    told.ledger.schedule_meeting("net", planned_on="2021-02-10", kind="plain", on="2021-01-01")
    told.ledger.cancel_meeting("net/2021-02-10", on="2021-02-01")
    hold(told, "2021-03-10", sent="2021-03-20")
    assert vacant_duties(view(told, "2021-12-31")) == (
        VacantDuty("net", "net/Se2/2021-03-10", "secretary", "fulfilled", None, when("2021-03-20")),
    )


# Question 18: two at once


def test_an_overlap_of_one_day_is_found_and_none_of_none() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", ends="2021-05-31", on="2021-01-01")
    one = told.size
    told.ledger.assign_role("net", role="chair", holder=BEA, starts="2021-05-31", on="2021-05-01")
    day = when("2021-05-31").first
    assert double_holders(view(told, "2021-05-30")) == ()
    both = (DoubleHolders("net", "chair", (ANN, BEA), day, day, (one, one + 1)),)
    assert double_holders(view(told, "2021-05-31")) == both == double_holders(view(told, "2021-12-31"))
    told.ledger.correct_fact(f"#{told.size}", changes={"starts": "2021-06-01"}, reason="A slip.")
    assert double_holders(view(told, "2021-12-31")) == ()


def test_three_at_once_are_told_as_they_come_and_go() -> None:
    told = network()
    told.ledger.register_person("Cy", person="p-cy")
    cy = "person:p-cy"
    for holder, starts, ends in ((ANN, "2021-01-01", None), (BEA, "2021-02-01", "2021-04-30"),
                                 (cy, "2021-03-01", "2021-03-31")):  # fmt: skip
        told.ledger.assign_role("net", role="chair", holder=holder, starts=starts, ends=ends, on="2021-01-01")
    found = [(r.holders, r.starts.isoformat(), str(r.ends)) for r in double_holders(view(told, "2021-12-31"))]
    assert found == [
        ((ANN, BEA), "2021-02-01", "2021-02-28"),
        ((ANN, BEA, cy), "2021-03-01", "2021-03-31"),
        ((ANN, BEA), "2021-04-01", "2021-04-30"),
    ]
    assert len(double_holders(view(told, "2021-02-28"))) == 1


def test_an_overlap_that_goes_on_has_no_end() -> None:
    told = network()
    for holder in (ANN, BEA):
        told.ledger.assign_role("net", role="chair", holder=holder, starts="2021-01-01", on="2021-01-01")
    assert [(row.ends, row.holders) for row in double_holders(view(told, "2021-12-31"))] == [(None, (ANN, BEA))]


def test_a_role_for_several_can_be_held_by_several() -> None:
    told = network()
    for holder in (ANN, BEA):
        told.ledger.assign_role("net", role="board", holder=holder, starts="2021-01-01", on="2021-01-01")
    assert double_holders(view(told, "2021-12-31")) == ()


def test_the_mandate_in_force_says_whether_a_role_is_for_one() -> None:
    told = network()
    for holder in (ANN, BEA):
        told.ledger.assign_role("net", role="board", holder=holder, starts="2021-01-01", on="2021-01-01")
    alone = small(stated(), version="2", begins="2021-04-01").replace('"persons"', '"person"')
    told.ledger.amend_mandate(alone, on="2021-03-01")
    again = small(stated(), version="3", begins="2021-06-01")
    told.ledger.amend_mandate(again, on="2021-05-01")
    found = [(r.role, r.starts.isoformat(), str(r.ends)) for r in double_holders(view(told, "2021-12-31"))]
    assert found == [("board", "2021-04-01", "2021-05-31")]
