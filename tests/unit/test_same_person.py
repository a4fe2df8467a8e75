"""Merged persons: events as they are when each person has one id."""

from datetime import date
from typing import Any

import pytest

from governance.model.aggregate import FactCorrected
from governance.model.assignment import AssignmentReassigned
from governance.model.event import Actor, Event
from governance.model.meeting_events import Attendance, MeetingHeld, MinutesApproved
from governance.model.network_events import ActRecorded, RoleAssigned
from governance.model.same_person import canonical, survivors
from governance.time import When
from tests.kit.mandates import clause
from tests.kit.story import Story, by_the_ledger

ONE = survivors({"p-b": "p-a"})


def event(kind: type[Event], **fields: Any) -> Event:
    return kind(originator_id="network:net", originator_version=1, command_id="c", actor=Actor(id="person:p-b"),
                effective_on=When.parse("2021-05-01"), **fields)  # fmt: skip


@pytest.mark.parametrize(
    ("merged", "found"),
    [
        ({}, {}),
        ({"b": "a"}, {"b": "a"}),
        ({"b": "a", "c": "b"}, {"b": "a", "c": "a"}),
        ({"b": "a", "a": "b", "c": "b"}, {"a": "a", "b": "a", "c": "a"}),
    ],
)
def test_the_last_of_a_chain_stands_for_all(merged: dict[str, str], found: dict[str, str]) -> None:
    assert survivors(merged) == found


@pytest.mark.parametrize(
    ("kind", "field", "fields"),
    [
        (RoleAssigned, "holder", {"role": "chair"}),
        (MinutesApproved, "by", {}),
        (MeetingHeld, "led_by", {}),
        (AssignmentReassigned, "to", {}),
    ],
)
def test_a_party_becomes_the_survivor_and_who_entered_it_stays(
    kind: type[Event], field: str, fields: dict[str, Any]
) -> None:
    made = canonical(event(kind, **{field: "person:p-b"}, **fields), ONE)
    assert getattr(made, field) == "person:p-a"
    assert made.actor.id == "person:p-b"


def test_what_names_no_merged_person_is_the_same_event() -> None:
    for told in (event(MinutesApproved, by="person:p-c"), event(MinutesApproved, by="org:p-b"),
                 event(ActRecorded, act="review", remark="person:p-b")):  # fmt: skip
        assert canonical(told, ONE) is told


def test_lines_of_attendance_on_one_person_become_one() -> None:
    def came(*lines: Attendance) -> list[tuple[str | None, str | None, int]]:
        held = canonical(event(MeetingHeld, attendance=lines), ONE)
        assert isinstance(held, MeetingHeld)
        return [(line.person, line.role, line.present) for line in held.attendance]

    assert came(Attendance(person="person:p-a", present=0), Attendance(person="person:p-b")) == [
        ("person:p-a", None, 1)
    ]
    assert came(Attendance(person="person:p-b"), Attendance(person="person:p-a", role="chair")) == [
        ("person:p-a", None, 1), ("person:p-a", "chair", 1)]  # fmt: skip
    assert came(Attendance(member="alby"), Attendance(member="alby")) == [(None, None, 1), (None, None, 1)]


def test_a_correction_names_the_survivor() -> None:
    lines = [{"person": "person:p-b"}, {"person": "person:p-a", "present": 0}]
    told = {"by": "person:p-b", "remark": "person:p-b", "attendance": lines, "holder": None}
    made = canonical(event(FactCorrected, corrects=1, changes=told, reason="Wrong"), ONE)
    assert isinstance(made, FactCorrected)
    assert made.changes == {
        "by": "person:p-a", "remark": "person:p-b", "holder": None,
        "attendance": [{"person": "person:p-a", "expected": 1, "present": 1}],
    }  # fmt: skip


def test_three_terms_of_one_person_under_two_ids() -> None:
    story = Story(clause("1", pattern="each_event", event="role_assigned", roles=["chair"], holder="network",
                         measure={"of": "terms", "at_most": 2}), begins="2015-01-01")  # fmt: skip
    for who, year in (("p-a", 2018), ("p-b", 2020), ("p-a", 2022)):
        story.holds("chair", who, f"{year}-01-01", f"{year + 1}-12-31")
    told = [record._replace(event=canonical(record.event, ONE)) for record in story.records]
    name, day = "net/1/chair-p-a-2022-01-01", date(2022, 12, 31)
    assert by_the_ledger("net", story.records, day)[name].verdict == "fulfilled"
    assert by_the_ledger("net", told, day)[name].verdict == "breached"
