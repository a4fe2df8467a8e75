"""A limit whose day to count from becomes known later, or never; and what is done too early, and then again."""

import pytest

from governance.model.meeting_events import (
    MeetingCancelled,
    MeetingHeld,
    MinutesApproved,
    MinutesDrafted,
    MinutesPublished,
    PapersSent,
)
from tests.kit.mandates import clause
from tests.kit.story import Story

# a due date that becomes known after the deed

AGENDA = clause("A", pattern="each_meeting", holder="network", evidence="agenda_sent",
                due={"rule": "before", "days": 10, "from": "meeting"})  # fmt: skip
COUNTED_BACK = [  # sent on, held on (planned for 20 March), the verdict afterwards and its date
    ("2021-03-19", "2021-03-20", "fulfilled_late", "2021-03-10"),
    ("2021-03-11", "2021-03-20", "fulfilled_late", "2021-03-10"),
    ("2021-03-10", "2021-03-20", "fulfilled", "2021-03-10"),
    ("2021-03-08", "2021-03-12", "fulfilled_late", "2021-03-02"),
    ("2021-03-12", "2021-03-26", "fulfilled", "2021-03-16"),
]


@pytest.mark.parametrize(("sent", "held", "verdict", "due"), COUNTED_BACK)
def test_ten_days_before_the_day_on_which_it_is_held(sent: str, held: str, verdict: str, due: str) -> None:
    story = Story(AGENDA).planned("m", "2021-03-20").at("m", PapersSent, sent, what="agenda")
    assert story.at("m", MeetingHeld, held).on(sent) == {"A/m": "fulfilled"}
    assert story.due(sent) == {"A/m": None}
    assert story.on(held) == {"A/m": verdict}
    assert story.due("2021-12-31") == {"A/m": due}


def test_what_was_done_stays_done_where_the_meeting_is_cancelled() -> None:
    story = Story(AGENDA).planned("m", "2021-03-20").at("m", PapersSent, "2021-03-19", what="agenda")
    story.at("m", MeetingCancelled, "2021-03-19")
    assert story.on("2021-12-31") == {"A/m": "fulfilled"}


def test_a_day_known_in_the_rough_does_not_say_whether_it_was_in_time() -> None:
    story = Story(AGENDA).planned("m", "2021-03-20").at("m", PapersSent, "2021-03", what="agenda")
    story.at("m", MeetingHeld, "2021-04-05")
    assert story.on("2021-03-31") == {"A/m": "fulfilled"}
    assert story.on("2021-04-05") == {"A/m": "undetermined"}


def test_the_first_date_that_becomes_known_decides_for_good() -> None:
    """A reply is due three days before the meeting after the request; the first plan of one decides."""
    duty = clause("R", pattern="each_event", event="review", holder="chair", evidence="check",
                  due={"rule": "before", "days": 3, "from": "next_meeting"})  # fmt: skip
    story = Story(duty).act("review", "2021-03-01").act("check", "2021-03-10")
    story.planned("m", "2021-03-12", on="2021-03-11").at("m", MeetingCancelled, "2021-03-12")
    story.planned("n", "2021-04-12", on="2021-03-12")
    assert story.on("2021-03-10") == {"R/review-2021-03-01": "fulfilled"}
    assert story.on("2021-03-11") == {"R/review-2021-03-01": "fulfilled_late"}
    assert story.due("2021-03-12") == {"R/review-2021-03-01": "2021-03-09"}


# too early, by a day that comes later or never

FINAL = clause("F", pattern="standing", holder="network", step=(
    {"key": "draft", "evidence": "review"},
    {"key": "final", "evidence": "check", "not_before": {"rule": "after", "hours": 72, "from": "done.draft"}},
))  # fmt: skip
AFTER_THE_DRAFT: list[tuple[str | None, str, str, str]] = [  # the draft, the final, its verdict then and later
    ("2021-03-20", "2021-03-01", "breached", "breached"),
    (None, "2021-03-01", "breached", "breached"),
    ("2021-02-20", "2021-03-01", "fulfilled", "fulfilled"),
]


@pytest.mark.parametrize(("draft", "final", "then", "later"), AFTER_THE_DRAFT)
def test_a_final_that_must_follow_a_draft(draft: str | None, final: str, then: str, later: str) -> None:
    story = Story(FINAL).act("check", final)
    if draft:
        story.act("review", draft)
    assert story.on(final)["F/standing/final"] == then
    assert story.on("2021-12-31")["F/standing/final"] == later


CIRCULATED = clause("C", pattern="each_meeting", holder="network", step=(
    {"key": "signed", "evidence": "minutes_approved", "signed_by": ("chair", "secretary")},
    {"key": "sent", "evidence": "minutes_published", "not_before": {"rule": "after", "days": 0, "from": "done.signed"}},
))  # fmt: skip
SIGNED = [
    ("2021-02-05", "2021-02-05", "fulfilled"),
    ("2021-02-05", "2021-02-04", "breached"),
    (None, "2021-02-04", "breached"),
]


@pytest.mark.parametrize(("second", "sent", "verdict"), SIGNED)
def test_circulated_when_both_have_signed(second: str | None, sent: str, verdict: str) -> None:
    story = Story(CIRCULATED).holds("chair", "p-a", "2021-01-01").held("m", "2021-02-01", host="alby")
    story.at("m", MinutesDrafted, "2021-02-02").at("m", MinutesApproved, "2021-02-03", by="person:p-a")
    if second:
        story.at("m", MinutesApproved, second, by="org:alby")
    assert story.at("m", MinutesPublished, sent).on("2021-12-31")["C/m/sent"] == verdict


def test_a_limit_before_a_day_that_comes_later_decides_from_the_day_of_the_deed() -> None:
    """At the earliest a week before the meeting is held. Held on the 20th, that is the 13th for all days."""
    duty = clause("A", pattern="each_meeting", holder="network", evidence="agenda_sent",
                  not_before={"rule": "before", "days": 7, "from": "meeting"})  # fmt: skip
    for sent, verdict in ("2021-03-12", "breached"), ("2021-03-13", "fulfilled"):
        story = Story(duty).planned("m", "2021-03-20").at("m", PapersSent, sent, what="agenda")
        assert story.on("2021-12-31") == {"A/m": "fulfilled"}  # it was never held
        story.at("m", MeetingHeld, "2021-03-20")
        assert story.on("2021-03-11") == {"A/m": "upcoming"}
        assert story.on(sent) == {"A/m": verdict}
        assert story.on("2021-03-20") == {"A/m": verdict}


# too early, and again

NEXT = {"rule": "after", "days": 0, "from": "next_meeting"}
AT_THE_NEXT = clause(
    "S", pattern="each_meeting", holder="chair", evidence="minutes_approved", due=NEXT, not_before=NEXT
)


def test_signed_at_the_next_meeting() -> None:
    """Signed before there was a next meeting to sign at: broken, until they are signed at it."""
    story = Story(AT_THE_NEXT).held("m", "2021-04-01").at("m", MinutesDrafted, "2021-04-02")
    story.at("m", MinutesApproved, "2021-04-20", by="person:p-a").planned("n", "2021-05-01", on="2021-04-25")
    story.at("n", MeetingHeld, "2021-05-01")
    days = "2021-04-19", "2021-04-20", "2021-04-30", "2021-05-01", "2021-05-02"
    assert [story.on(day)["S/m"] for day in days] == ["upcoming"] + ["breached"] * 4
    story.at("m", MinutesApproved, "2021-05-01", by="person:p-b")
    assert [story.on(day)["S/m"] for day in days] == ["upcoming"] + ["breached"] * 2 + ["fulfilled"] * 2
    late = Story(AT_THE_NEXT).held("m", "2021-04-01").at("m", MinutesDrafted, "2021-04-02").held("n", "2021-05-01")
    late.at("m", MinutesApproved, "2021-04-20", by="person:p-a").at("m", MinutesApproved, "2021-05-03", by="person:p-b")
    assert [late.on(day)["S/m"] for day in ("2021-05-02", "2021-05-03")] == ["breached", "fulfilled_late"]


def test_what_would_end_it_later_changes_nothing() -> None:
    """Sent too early, and cancelled afterwards: broken. Cancelled before: void."""
    duty = clause("A", pattern="each_meeting", holder="network", evidence="agenda_sent",
                  not_before={"rule": "before", "days": 7})  # fmt: skip
    story = Story(duty).planned("m", "2021-03-20").at("m", PapersSent, "2021-03-10", what="agenda")
    story.at("m", MeetingCancelled, "2021-03-11")
    assert [story.on(day)["A/m"] for day in ("2021-03-09", "2021-03-10", "2021-12-31")] == ["upcoming"] + [
        "breached"
    ] * 2
    story = Story(duty).planned("m", "2021-03-20").at("m", MeetingCancelled, "2021-03-09")
    assert story.on("2021-12-31") == {"A/m": "void"}


TUESDAY = {"rule": "nth_weekday", "nth": 2, "weekday": "tuesday"}
SECOND_TUESDAY = clause("T", pattern="each_period", every="month", kinds=("plain",), holder="network",
                        evidence="meeting_held", not_before=TUESDAY, due=TUESDAY)  # fmt: skip
MEETINGS = [  # meetings of April 2021, whose second Tuesday is the 13th; the verdicts on the 12th, 13th and 14th
    (("2021-04-01",), ("upcoming", "upcoming", "overdue")),  # held for other reasons: no breach
    (("2021-04-01", "2021-04-13"), ("upcoming", "fulfilled", "fulfilled")),
    (("2021-04-13",), ("upcoming", "fulfilled", "fulfilled")),
    (("2021-04-14",), ("upcoming", "upcoming", "fulfilled_late")),
    (("2021-04-01", "2021-04-14"), ("upcoming", "upcoming", "fulfilled_late")),
]


@pytest.mark.parametrize(("held", "verdicts"), MEETINGS)
def test_an_extra_meeting_before_the_second_tuesday(held: tuple[str, ...], verdicts: tuple[str, ...]) -> None:
    story = Story(SECOND_TUESDAY)
    for day in held:
        story.held(day, day)
    found = [story.on(day)["T/2021-04"] for day in ("2021-04-12", "2021-04-13", "2021-04-14")]
    assert found == list(verdicts)


def test_a_signature_that_is_too_early_is_left_out() -> None:
    """Both see it through, not before the tenth and by the twentieth. With the second signature, on the twelfth, it
    would be done, if the first were not too early."""
    day = {"rule": "day_of_month", "months_later": 0}
    duty = clause("B", pattern="each_meeting", holder="network", evidence="review", signed_by=("chair", "secretary"),
                  not_before={**day, "day": 10}, due={**day, "day": 20})  # fmt: skip
    story = Story(duty).holds("chair", "p-a", "2021-01-01").held("m", "2021-02-01", host="alby")
    story.act("review", "2021-02-05", by="person:p-a", meeting="net/m")
    story.act("review", "2021-02-12", by="org:alby", meeting="net/m")
    days = "2021-02-11", "2021-02-12", "2021-02-14", "2021-02-15", "2021-02-21"
    assert [story.on(day)["B/m"] for day in days] == ["upcoming"] + ["breached"] * 4
    story.act("review", "2021-02-15", by="person:p-a", meeting="net/m")
    assert [story.on(day)["B/m"] for day in days] == ["upcoming"] + ["breached"] * 2 + ["fulfilled"] * 2


def test_without_a_date_it_is_broken_until_it_is_done_in_its_time() -> None:
    duty = clause("B", pattern="each_year", holder="board", evidence="review",
                  not_before={"rule": "in_year", "month": 4, "day": 1})  # fmt: skip
    story = Story(duty).act("review", "2021-03-31").act("review", "2021-04-01")
    assert story.on("2021-03-31") == {"B/2021": "breached"}
    assert story.on("2021-04-01")["B/2021"] == "fulfilled"
