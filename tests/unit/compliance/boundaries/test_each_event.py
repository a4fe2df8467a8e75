"""What an event calls for, where that is a meeting, or concerns one person alone."""

from typing import Any

import pytest

from governance.model.meeting_events import MeetingCalled
from governance.model.network_events import MemberJoined, MemberLeft, RoleEnded
from tests.kit.mandates import clause
from tests.kit.story import Story

CALLED = [  # called on; the verdict on the last good day, 8 October, and the day after
    ("2021-10-07", "fulfilled", "fulfilled"),
    ("2021-10-08", "fulfilled", "fulfilled"),
    ("2021-10-09", "upcoming", "fulfilled_late"),
    (None, "upcoming", "overdue"),
]


@pytest.mark.parametrize(("called", "last", "after"), CALLED)
def test_a_meeting_is_called_within_a_week_of_being_asked_for(called: str | None, last: str, after: str) -> None:
    """What can only come before a meeting is missed when that was held, not when somebody asks for one."""
    duty = clause("M", pattern="each_event", event="review", kinds=("other",), holder="chair",
                  evidence="meeting_called", due={"rule": "after", "days": 7})  # fmt: skip
    story = Story(duty).act("review", "2021-10-01").planned("m", "2021-10-14", kind="other", on="2021-10-02")
    if called:
        story.at("m", MeetingCalled, called)
    assert story.on("2021-10-08") == {"M/review-2021-10-01": last}
    assert story.on("2021-10-09") == {"M/review-2021-10-01": after}


def training(**more: Any) -> str:
    return clause("T", pattern="each_event", event="role_assigned", roles=("board",), evidence="training",
                  due={"rule": "after", "months": 1}, **more)  # fmt: skip


def test_what_an_appointment_calls_for_is_owed_by_the_one_appointed() -> None:
    """Not by everybody for everybody: two obligations, not four."""
    story = Story(training(holder="board", by_each=True))
    story.holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-03-01")
    story.act("training", "2021-03-15", by="person:p-a").act("training", "2021-04-01", by="person:p-b")
    a, b = "T/board-p-a-2021-01-01/p-a", "T/board-p-b-2021-03-01/p-b"
    assert story.on("2021-02-02") == {a: "overdue"}
    assert story.on("2021-03-31") == {a: "fulfilled_late", b: "upcoming"}
    assert story.on("2021-04-01") == {a: "fulfilled_late", b: "fulfilled"}


LEFT = [("2021-02-01", "overdue"), ("2021-01-31", "void")]  # the last day in the role; what was due on 1 February


@pytest.mark.parametrize(("last", "verdict"), LEFT)
def test_who_is_appointed_and_leaves_before_it_is_due(last: str, verdict: str) -> None:
    story = Story(training(holder="board", by_each=True)).holds("board", "p-a", "2021-01-01", last)
    assert story.on("2021-02-02") == {"T/board-p-a-2021-01-01/p-a": verdict}


def test_who_leaves_hands_over_though_no_holder_any_more() -> None:
    duty = clause("H", pattern="each_event", event="role_ended", roles=("board",), holder="board", by_each=True,
                  evidence="check", due={"rule": "after", "weeks": 2})  # fmt: skip
    story = Story(duty).holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-01-01")
    story.body(RoleEnded, "2021-03-01", role="board", holder="person:p-a")
    assert story.on("2021-03-15") == {"H/board-p-a-2021-03-01/p-a": "upcoming"}
    assert story.on("2021-03-16") == {"H/board-p-a-2021-03-01/p-a": "overdue"}
    assert story.act("check", "2021-03-16", by="person:p-a").on("2021-03-16") == {
        "H/board-p-a-2021-03-01/p-a": "fulfilled_late"
    }


def test_what_a_member_owes_that_joins_or_leaves() -> None:
    parts = [
        clause(name, pattern="each_event", event=event, holder="members", by_each=True, evidence="check",
               due={"rule": "after", "days": 10})
        for name, event in (("J", "member_joined"), ("L", "member_left"))
    ]  # fmt: skip
    story = Story(*parts, begins="2021-01-02", established="2021-01-02")
    story.body(MemberJoined, "2021-02-01", member="ek").body(MemberLeft, "2021-03-01", member="ek")
    after_the_first = {n: v for n, v in story.on("2021-03-12").items() if "ek" in n}
    assert after_the_first == {"J/ek-2021-02-01/ek": "overdue", "L/ek-2021-03-01/ek": "overdue"}


BY = [  # by whom it was told: the chair who owes it, the one appointed, nobody named, another of the board
    ("person:p-x", "fulfilled"),
    ("person:p-a", "fulfilled"),
    (None, "fulfilled"),
    ("person:p-b", "overdue"),
]


@pytest.mark.parametrize(("by", "verdict"), BY)
def test_another_may_owe_what_an_appointment_calls_for(by: str | None, verdict: str) -> None:
    story = Story(training(holder="chair")).holds("chair", "p-x", "2021-01-01").holds("board", "p-a", "2021-01-01")
    story.holds("board", "p-b", "2021-01-01").act("training", "2021-01-20", by=by)
    assert story.on("2021-02-02")["T/board-p-a-2021-01-01"] == verdict


CASES = [
    ("a", "a", "fulfilled"),
    ("a", "b", "overdue"),
    ("a", None, "fulfilled"),
    (None, None, "fulfilled"),
    (None, "b", "overdue"),
]


@pytest.mark.parametrize(("event", "fact", "verdict"), CASES)
def test_what_was_done_in_a_case_counts_for_that_case(event: str | None, fact: str | None, verdict: str) -> None:
    duty = clause("C", pattern="each_event", event="review", holder="chair", evidence="check",
                  due={"rule": "after", "days": 7})  # fmt: skip
    story = Story(duty).act("review", "2021-05-01", case=event).act("check", "2021-05-08", case=fact)
    assert story.on("2021-05-09") == {"C/review-2021-05-01": verdict}
