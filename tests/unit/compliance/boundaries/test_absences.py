"""Meetings that somebody missed: in a row, without an apology, and what breaks a run."""

from typing import Any

import pytest

from governance.model.meeting_events import Attendance
from governance.model.network_events import RoleEnded
from governance.time import When
from tests.kit.mandates import clause
from tests.kit.story import Story

DAYS = ("2021-02-01", "2021-03-01", "2021-04-01", "2021-05-01", "2021-06-01", "2021-07-01")

A, B = "person:p-a", "person:p-b"
CAME = (Attendance(person=A), Attendance(person=B))
AWAY = (Attendance(person=A, present=0), Attendance(person=B))
NOT_NAMED = (Attendance(person=B),)
APOLOGY = (Attendance(person=A, present=0, apology=True), Attendance(person=B))
NOT_EXPECTED = (Attendance(person=A, present=0, expected=0), Attendance(person=B))
MEMBER_CAME = (Attendance(member="alby", present=1, expected=2), Attendance(person=B))
MEMBER_AWAY = (Attendance(member="alby", present=0, expected=2), Attendance(person=B))
MEMBERS_ONLY = (Attendance(member="berga"),)
AS_GUEST = (Attendance(person=A, role="guest"), Attendance(person=B))

Told = tuple[Attendance, ...]


def duty(**more: Any) -> str:
    return clause("D", **{"pattern": "each_event", "event": "meetings_missed", "roles": ("board",), "holder": "chair",
                          "evidence": "review", **more})  # fmt: skip


def met(story: Story, *meetings: Told, kinds: tuple[str, ...] = ()) -> Story:
    """Meetings on the first days of the months from February on, called m1, m2, …"""
    for number, told in enumerate(meetings):
        kind = kinds[number] if kinds else "plain"
        story.held(f"m{number + 1}", DAYS[number], kind=kind, attendance=told)
    return story


def called(*meetings: Told, held: tuple[str, ...] = (), member: str | None = None, **more: Any) -> list[str]:
    """The months in which p-a, of the board, calls for something at the end."""
    story = Story(duty(**more)).holds("board", "p-a", "2021-01-01", member=member).holds("board", "p-b", "2021-01-01")
    found = met(story, *meetings, kinds=held).on("2021-12-31")
    assert all(name.startswith("D/p-a-") for name in found)
    return [name.removeprefix("D/p-a-2021-")[:2] for name in found]


RUNS: list[tuple[tuple[Told, ...], list[str]]] = [
    ((AWAY, AWAY), []),
    ((AWAY, AWAY, AWAY), ["04"]),
    ((CAME, AWAY, AWAY, AWAY), ["05"]),
    ((AWAY, AWAY, AWAY, AWAY), ["04"]),  # a run that goes on calls once
    ((AWAY, AWAY, AWAY, AWAY, AWAY, AWAY), ["04"]),
    ((AWAY, AWAY, CAME, AWAY, AWAY), []),
    ((AWAY, NOT_NAMED, AWAY), ["04"]),
    ((AWAY, APOLOGY, AWAY), ["04"]),
    ((AWAY, AS_GUEST, AWAY, AWAY), []),  # whoever came was there
    ((AWAY, NOT_EXPECTED, AWAY, AWAY), []),
    ((AWAY, (), AWAY, AWAY), []),  # of one meeting nobody knows
    ((AWAY, MEMBERS_ONLY, AWAY, AWAY), []),
]


@pytest.mark.parametrize(("meetings", "months"), RUNS)
def test_three_in_a_row(meetings: tuple[Told, ...], months: list[str]) -> None:
    assert called(*meetings, in_a_row=3) == months


def test_after_a_presence_a_run_begins_anew() -> None:
    assert called(AWAY, AWAY, CAME, AWAY, AWAY, in_a_row=2) == ["03", "06"]


def test_each_missed_meeting() -> None:
    assert called(AWAY, AWAY, CAME, AWAY) == ["02", "03", "05"]


APOLOGIES: list[tuple[tuple[Told, ...], list[str]]] = [
    ((AWAY, AWAY), ["03"]),
    ((AWAY, APOLOGY), []),
    ((AWAY, APOLOGY, AWAY), []),
    ((APOLOGY, AWAY, AWAY), ["04"]),
    ((AWAY, NOT_NAMED), ["03"]),  # none was recorded
]


@pytest.mark.parametrize(("meetings", "months"), APOLOGIES)
def test_without_apology(meetings: tuple[Told, ...], months: list[str]) -> None:
    assert called(*meetings, in_a_row=2, without_apology=True) == months


STANDING: list[tuple[Told, list[str]]] = [  # p-a stands for Alby, and is not named at the second meeting
    (MEMBER_AWAY, ["03"]),  # nobody came for Alby
    (MEMBER_CAME, []),  # somebody did: perhaps p-a
]


@pytest.mark.parametrize(("second", "months"), STANDING)
def test_how_many_came_for_the_member(second: Told, months: list[str]) -> None:
    assert called(AWAY, second, in_a_row=2, member="alby") == months


KINDS = [((), []), (("plain",), ["04"])]


@pytest.mark.parametrize(("kinds", "months"), KINDS)
def test_only_meetings_of_these_kinds(kinds: tuple[str, ...], months: list[str]) -> None:
    held = ("plain", "other", "plain")
    assert called(AWAY, CAME, AWAY, held=held, in_a_row=2, kinds=kinds) == months


TERMS = [  # the last day of the first term and the first of the next; meetings are on 1 February, March, April
    ("2021-03-31", "2021-04-01", True),
    ("2021-03-01", "2021-04-01", True),  # no meeting came between
    ("2021-02-28", "2021-04-01", False),
]


@pytest.mark.parametrize(("last", "first", "runs_on"), TERMS)
def test_over_two_terms(last: str, first: str, runs_on: bool) -> None:
    story = Story(duty(in_a_row=3)).holds("board", "p-a", "2021-01-01", last).holds("board", "p-a", first)
    assert bool(met(story, NOT_NAMED, NOT_NAMED, NOT_NAMED).on("2021-04-01")) is runs_on


def test_a_member_comes_with_whoever_stands_for_it() -> None:
    story = Story(clause("D", pattern="each_event", event="meetings_missed", in_a_row=2, holder="chair",
                         evidence="review")).holds("board", "p-a", "2021-01-01", member="alby")  # fmt: skip
    met(story, (Attendance(person=A),), (Attendance(member="dal"),), (Attendance(member="dal"),))
    assert story.on("2021-04-01") == {"D/berga-2021-03-01": "outstanding", "D/alby-2021-04-01": "outstanding"}


def test_of_members_nothing_is_known_where_only_strangers_are_named() -> None:
    text = clause("D", pattern="each_event", event="meetings_missed", holder="chair", evidence="review")
    assert met(Story(text), NOT_NAMED).on("2021-02-01") == {}


DUE = [("2021-02-28", None), ("2021-03-01", "upcoming"), ("2021-03-15", "upcoming"), ("2021-03-16", "overdue")]


@pytest.mark.parametrize(("day", "verdict"), DUE)
def test_it_is_due_from_the_last_of_them(day: str, verdict: str | None) -> None:
    text = duty(in_a_row=2, due={"rule": "after", "days": 14})
    story = met(Story(text).holds("board", "p-a", "2021-01-01"), NOT_NAMED, NOT_NAMED)
    assert story.on(day) == ({"D/p-a-2021-03-01": verdict} if verdict else {})


LEFT = [("p-a", "2021-03-01", "fulfilled"), ("p-a", "2021-02-28", "outstanding"), ("p-b", "2021-03-01", "outstanding")]


@pytest.mark.parametrize(("who", "last", "verdict"), LEFT)
def test_they_leave_the_role(who: str, last: str, verdict: str) -> None:
    story = Story(duty(in_a_row=2, evidence="role_ended")).holds("board", "p-a", "2021-01-01")
    met(story.holds("board", "p-b", "2021-01-01"), NOT_NAMED, NOT_NAMED)
    story.body(RoleEnded, "2021-06-01", role="board", holder=f"person:{who}", ends=When.parse(last))
    found = story.on("2021-12-31")
    assert found == ({} if (who, last) == ("p-a", "2021-02-28") else {"D/p-a-2021-03-01": verdict})


REPLACED = [("p-c", "2021-03-01", "outstanding"), ("p-c", "2021-03-02", "fulfilled")]


@pytest.mark.parametrize(("who", "first", "verdict"), REPLACED)
def test_somebody_else_takes_their_place(who: str, first: str, verdict: str) -> None:
    story = Story(duty(in_a_row=2, evidence="role_assigned")).holds("board", "p-a", "2021-01-01")
    met(story, NOT_NAMED, NOT_NAMED).holds("board", who, first)
    assert story.on("2021-12-31")["D/p-a-2021-03-01"] == verdict


def test_two_on_one_day_and_two_meetings_on_one_day() -> None:
    story = Story(duty()).holds("board", "p-a", "2021-01-01").holds("board", "p-c", "2021-01-01")
    story.held("m1", "2021-02-01", attendance=NOT_NAMED).held("m2", "2021-02-01", attendance=NOT_NAMED)
    assert set(story.on("2021-02-01")) == {
        "D/p-a-2021-02-01", "D/p-a-2021-02-01.2", "D/p-c-2021-02-01", "D/p-c-2021-02-01.2",
    }  # fmt: skip
