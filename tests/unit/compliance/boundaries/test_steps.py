"""Steps that count from each other, a shortest time between them, and notice before a meeting."""

from typing import Any

import pytest

from governance.model.meeting_events import (
    MeetingCalled,
    MeetingCancelled,
    MeetingPrepared,
    MeetingRescheduled,
    MinutesApproved,
    MinutesDrafted,
    MinutesSubmitted,
    PapersSent,
)
from governance.time import When
from tests.kit.mandates import clause
from tests.kit.story import Story

DRAFT = {"key": "draft", "evidence": "minutes_drafted", "due": {"rule": "after", "days": 7}}
APPROVED = {
    "key": "approved", "evidence": "minutes_approved",
    "due": {"rule": "after", "days": 7, "from": "done.draft"},
    "not_before": {"rule": "after", "hours": 72, "from": "done.draft"},
}  # fmt: skip
SENT = {"key": "sent", "evidence": "minutes_submitted", "due": {"rule": "after", "days": 2, "from": "due.draft"}}
STEPS = clause("D", pattern="each_meeting", holder="chair", step=(DRAFT, APPROVED, SENT))


def test_a_step_has_no_date_until_the_one_before_is_done() -> None:
    story = Story(STEPS).held("m", "2021-05-01")
    assert story.due("2021-05-20") == {"D/m/draft": "2021-05-08", "D/m/approved": None, "D/m/sent": "2021-05-10"}
    assert story.on("2021-05-20") == {"D/m/draft": "overdue", "D/m/approved": "upcoming", "D/m/sent": "overdue"}
    story.at("m", MinutesDrafted, "2021-05-21")
    assert story.due("2021-05-21")["D/m/approved"] == "2021-05-28"
    assert story.on("2021-05-28")["D/m/approved"] == "upcoming"
    assert story.on("2021-05-29")["D/m/approved"] == "overdue"


AT_LEAST_72_HOURS = [  # the draft, the approval, its verdict
    ("2021-05-03 10:00", "2021-05-06 10:00", "fulfilled"),
    ("2021-05-03 10:00", "2021-05-06 09:59", "breached"),
    ("2021-05-03 10:00", "2021-05-06", "undetermined"),
    ("2021-05-03 10:00", "2021-05-05", "breached"),
    ("2021-05-03 10:00", "2021-05-07", "fulfilled"),
    ("2021-05-03 10:00", "2021-05-10 23:59", "fulfilled"),
    ("2021-05-03 10:00", "2021-05-11 00:00", "fulfilled_late"),
    ("2021-05-03", "2021-05-06 10:00", "undetermined"),
    ("2021-05-03", "2021-05-07", "fulfilled"),
    ("2021-05-03", "2021-05-05 23:59", "breached"),
]


@pytest.mark.parametrize(("draft", "approval", "verdict"), AT_LEAST_72_HOURS)
def test_at_least_72_hours_between_two_steps(draft: str, approval: str, verdict: str) -> None:
    story = Story(STEPS).held("m", "2021-05-01")
    for kind, text, more in (MinutesDrafted, draft, {}), (MinutesApproved, approval, {"by": "person:p-a"}):
        day, _space, at = text.partition(" ")
        story.at("m", kind, day, at=at or None, **more)
    assert story.on("2021-06-01")["D/m/approved"] == verdict


def test_72_hours_across_the_change_to_summer_time() -> None:
    story = Story(STEPS).held("m", "2021-03-20").at("m", MinutesDrafted, "2021-03-26", at="14:30")
    story.at("m", MinutesApproved, "2021-03-29", at="15:29", by="person:p-a")
    assert story.on("2021-03-28")["D/m/approved"] == "upcoming"
    assert story.on("2021-03-29")["D/m/approved"] == "breached"
    story.at("m", MinutesApproved, "2021-03-29", at="15:30", by="person:p-b")
    assert story.on("2021-03-29")["D/m/approved"] == "fulfilled"


def test_what_was_sent_in_had_been_written() -> None:
    story = Story(STEPS).held("m", "2021-05-01").at("m", MinutesSubmitted, "2021-05-08")
    assert story.on("2021-05-08") == {"D/m/draft": "fulfilled", "D/m/approved": "upcoming", "D/m/sent": "fulfilled"}


def test_a_step_of_a_period() -> None:
    """A draft by the end of the quarter, and the final a month after it."""
    duty = clause("P", pattern="each_period", every="quarter", holder="board", step=(
        {"key": "first", "evidence": "review", "due": {"rule": "in_period", "period": "quarter"}},
        {"key": "second", "evidence": "check", "due": {"rule": "after", "months": 1, "from": "done.first"}},
    ))  # fmt: skip
    story = Story(duty).act("review", "2021-01-31").act("check", "2021-03-01")
    assert story.due("2021-03-31") == {"P/2021-Q1/first": "2021-03-31", "P/2021-Q1/second": "2021-02-28"}
    assert story.on("2021-03-31") == {"P/2021-Q1/first": "fulfilled", "P/2021-Q1/second": "fulfilled_late"}


def test_another_duty_on_the_same_occasion() -> None:
    first = clause("A", pattern="each_meeting", holder="chair", evidence="minutes_drafted",
                   due={"rule": "after", "days": 3})  # fmt: skip
    second = clause("B", pattern="each_meeting", holder="chair", evidence="minutes_submitted",
                    due={"rule": "after", "days": 5, "from": "done.A"})  # fmt: skip
    third = clause("C", pattern="each_meeting", holder="chair", evidence="review",
                   due={"rule": "after", "days": 5, "from": "due.A"})  # fmt: skip
    story = Story(first, second, third).held("m", "2021-12-30")
    assert story.due("2021-12-31") == {"A/m": "2022-01-02", "B/m": None, "C/m": "2022-01-07"}
    assert story.at("m", MinutesDrafted, "2022-01-01").due("2022-01-01")["B/m"] == "2022-01-06"


# before a meeting

BEFORE = ("meeting_called", "meeting_prepared", "agenda_sent", "papers_sent")


@pytest.mark.parametrize("evidence", BEFORE)
def test_what_can_only_come_before_a_meeting_is_broken_once_it_was_held(evidence: str) -> None:
    duty = clause("N", pattern="each_meeting", holder="chair", evidence=evidence, due={"rule": "before", "days": 7})
    story = Story(duty).planned("m", "2021-05-17").held("m", "2021-05-18")
    assert story.on("2021-05-10") == {"N/m": "upcoming"}
    assert story.on("2021-05-17") == {"N/m": "overdue"}
    assert story.on("2021-05-18") == {"N/m": "breached"}


@pytest.mark.parametrize("evidence", BEFORE)
def test_without_a_due_date_it_is_not(evidence: str) -> None:
    story = Story(clause("N", pattern="each_meeting", holder="chair", evidence=evidence)).held("m", "2021-05-18")
    assert story.on("2021-05-18") == {"N/m": "outstanding"}


SENT_OUT: list[tuple[str, type, dict[str, Any], bool]] = [  # the evidence, what was told, whether that is it
    ("agenda_sent", MeetingCalled, {"agenda": ("One",)}, True),
    ("agenda_sent", MeetingCalled, {}, False),
    ("agenda_sent", PapersSent, {"what": "agenda"}, True),
    ("agenda_sent", PapersSent, {"what": "papers"}, False),
    ("papers_sent", PapersSent, {"what": "papers"}, True),
    ("papers_sent", PapersSent, {"what": "agenda"}, False),
    ("papers_sent", MeetingCalled, {"agenda": ("One",)}, False),
    ("meeting_called", MeetingCalled, {}, True),
    ("meeting_called", PapersSent, {"what": "agenda"}, False),
    ("meeting_prepared", MeetingPrepared, {}, True),
    ("meeting_prepared", MeetingCalled, {}, False),
]


@pytest.mark.parametrize(("evidence", "kind", "fields", "counts"), SENT_OUT)
def test_what_counts_before_a_meeting(evidence: str, kind: type, fields: dict[str, Any], counts: bool) -> None:
    story = Story(clause("N", pattern="each_meeting", holder="chair", evidence=evidence)).planned("m", "2021-05-17")
    story.at("m", kind, "2021-05-01", **fields)
    assert story.on("2021-05-01") == {"N/m": "fulfilled" if counts else "upcoming"}


def test_a_meeting_that_moves_takes_the_due_date_with_it() -> None:
    duty = clause("N", pattern="each_meeting", holder="chair", evidence="meeting_called",
                  due={"rule": "before", "days": 7})  # fmt: skip
    story = Story(duty).planned("m", "2021-05-17")
    story.at("m", MeetingRescheduled, "2021-05-12", planned_on=When.parse("2021-05-24"))
    assert story.due("2021-05-11") == {"N/m": "2021-05-10"}
    assert story.on("2021-05-11") == {"N/m": "overdue"}
    assert story.due("2021-05-12") == {"N/m": "2021-05-17"}
    assert story.on("2021-05-12") == {"N/m": "upcoming"}


def test_a_cancelled_meeting_asks_for_nothing() -> None:
    story = Story(STEPS).planned("m", "2021-05-17").at("m", MeetingCancelled, "2021-05-10")
    assert set(story.on("2021-05-09").values()) == {"upcoming"}
    assert set(story.on("2021-05-10").values()) == {"void"}


SHORT_NOTICE = [  # called when, with a reason or not, the verdict: seven days, or two if a reason is given
    ("2021-05-10", None, "fulfilled"),
    ("2021-05-11", None, "fulfilled_late"),
    ("2021-05-15", "Urgent", "fulfilled"),
    ("2021-05-16", "Urgent", "fulfilled_late"),
    ("2021-05-15", None, "fulfilled_late"),
]


@pytest.mark.parametrize(("called", "reason", "verdict"), SHORT_NOTICE)
def test_short_notice_with_a_reason(called: str, reason: str | None, verdict: str) -> None:
    short = {"if": {"recorded": ("meeting_called",), "with_reason": True}, "due": {"rule": "before", "days": 2}}
    duty = clause("N", pattern="each_meeting", holder="chair", evidence="meeting_called",
                  due={"rule": "before", "days": 7}, exemption=(short,))  # fmt: skip
    story = Story(duty).planned("m", "2021-05-17").at("m", MeetingCalled, called, reason=reason)
    assert story.on("2021-05-17") == {"N/m": verdict}


def test_a_step_counts_from_what_fulfils_the_other() -> None:
    """The first falls due after the year, so what is done in January is done for the year before."""
    duty = clause("P", pattern="each_year", holder="board", step=(
        {"key": "first", "evidence": "review", "due": {"rule": "after", "months": 1, "from": "period_end"}},
        {"key": "second", "evidence": "check", "due": {"rule": "after", "days": 10, "from": "done.first"}},
    ))  # fmt: skip
    story = Story(duty).act("review", "2021-05-01").act("review", "2022-01-15")
    assert story.on("2022-01-15")["P/2021/first"] == "fulfilled"
    assert story.due("2021-12-31")["P/2021/second"] is None
    assert story.due("2022-01-15")["P/2021/second"] == "2022-01-25"


def test_a_step_that_counts_from_one_that_came_before_the_event() -> None:
    """Nominated before the appointment, and told of within a month of the nomination."""
    duty = clause("S", pattern="each_event", event="role_assigned", holder="chair", step=(
        {"key": "first", "evidence": "review", "due": {"rule": "before", "days": 14}},
        {"key": "second", "evidence": "check", "due": {"rule": "after", "months": 1, "from": "done.first"}},
    ))  # fmt: skip
    story = Story(duty).act("review", "2021-03-31").holds("chair", "p-a", "2021-05-01", on="2021-04-01")
    assert story.due("2021-05-01") == {
        "S/chair-p-a-2021-05-01/first": "2021-04-17",
        "S/chair-p-a-2021-05-01/second": "2021-04-30",
    }
