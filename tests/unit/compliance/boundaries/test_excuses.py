"""Exemptions and waivers that come after the deed, the deadline or the breach; and when they must come."""

import pytest

from governance.model.assignment import AssignmentIssued, ObligationWaived, ReportAsked, ReportSubmitted
from governance.model.meeting_events import Attendance, MeetingCancelled, MeetingHeld, PapersSent
from governance.model.network_events import DutyWaived
from governance.time import When
from tests.kit.mandates import REPORTS, clause
from tests.kit.story import Story

EXCUSED = {"if": {"recorded": ("check",)}, "not_owed": True}
AGENDA = {
    "pattern": "each_meeting",
    "holder": "network",
    "evidence": "agenda_sent",
    "due": {"rule": "before", "days": 10},
}
MINUTES = {
    "pattern": "each_meeting",
    "holder": "network",
    "evidence": "minutes_drafted",
    "due": {"rule": "after", "days": 14},
}
REASON = clause("A", **AGENDA, exemption=(EXCUSED,))
REASONS: list[tuple[str | None, str | None, dict[str, str]]] = [  # the agenda, the reason; verdicts. Meeting: 20 June
    ("2021-06-12", "2021-06-12", {"2021-06-11": "overdue", "2021-06-12": "waived"}),
    ("2021-06-12", "2021-07-01", {"2021-06-30": "fulfilled_late", "2021-07-01": "waived"}),
    (None, "2021-06-20", {"2021-06-19": "overdue", "2021-06-20": "waived"}),
    (None, "2021-06-21", {"2021-06-20": "breached", "2021-06-21": "waived"}),
    (None, "2021-06-01", {"2021-05-31": "upcoming", "2021-06-01": "waived"}),
    ("2021-06-10", "2021-06-21", {"2021-06-21": "fulfilled"}),
    ("2021-06-12", None, {"2021-06-12": "fulfilled_late"}),
]


@pytest.mark.parametrize(("sent", "reason", "verdicts"), REASONS)
def test_a_reason_that_is_recorded_late(sent: str | None, reason: str | None, verdicts: dict[str, str]) -> None:
    story = Story(REASON).planned("m", "2021-06-20")
    if sent:
        story.at("m", PapersSent, sent, what="agenda")
    if reason:
        story.act("check", reason, meeting="net/m")
    story.at("m", MeetingHeld, "2021-06-20")
    assert {day: story.on(day)["A/m"] for day in verdicts} == verdicts
    assert story.on("2031-01-01")["A/m"] == list(verdicts.values())[-1]


def test_what_is_void_stays_void() -> None:
    story = Story(REASON).planned("m", "2021-06-20").at("m", MeetingCancelled, "2021-06-01")
    assert story.act("check", "2021-06-02", meeting="net/m").waived("A/m", "2021-06-03").on("2021-12-31") == {
        "A/m": "void"
    }


def test_what_proves_late_was_excused_before() -> None:
    """Sent and excused before anybody knew by when: fulfilled until the meeting makes it late."""
    rule = {"rule": "before", "days": 10, "from": "meeting"}
    duty = clause("A", **{**AGENDA, "due": rule}, exemption=(EXCUSED,))
    story = Story(duty).planned("m", "2021-06-20").at("m", PapersSent, "2021-06-15", what="agenda")
    story.act("check", "2021-06-16", meeting="net/m").at("m", MeetingHeld, "2021-06-20")
    assert story.on("2021-06-19") == {"A/m": "fulfilled"}
    assert story.on("2021-06-20") == {"A/m": "waived"}


# of every kind of duty


def test_ratified_the_day_after() -> None:
    quorum = {"of": "present", "among": ("board",), "at_least": 1}
    duty = clause("Q", pattern="each_meeting", holder="network", measure=quorum, exemption=(EXCUSED,))
    story = Story(duty).holds("board", "p-b", "2021-01-01")
    story.held("m", "2021-06-10", attendance=(Attendance(person="person:p-a"),))
    story.act("check", "2021-06-11", meeting="net/m")
    assert story.on("2021-06-10") == {"Q/m": "breached"}
    assert story.on("2021-06-11") == {"Q/m": "waived"}


def test_a_year_that_is_over() -> None:
    story = Story(clause("Q", pattern="quota", holder="network", at_least=2)).waived("Q/2021", "2022-02-01")
    assert story.on("2022-01-31")["Q/2021"] == "breached"
    assert story.on("2022-02-01")["Q/2021"] == "waived"


def test_a_number_that_held_again_too_late() -> None:
    chair = {"of": "holders", "role": "chair", "at_least": 1}
    story = Story(clause("K", pattern="kept", holder="principal", measure=chair)).holds("chair", "p-a", "2021-03-01")
    story.waived("K/2021-01-01", "2021-04-01")
    assert story.on("2021-03-31") == {"K/2021-01-01": "fulfilled_late"}
    assert story.on("2021-04-01") == {"K/2021-01-01": "waived"}


def test_a_report_that_came_late() -> None:
    report = {"report": "final", "due": When.parse("2021-05")}
    story = Story(REPORTS).tell("assignment:net/a", AssignmentIssued, "2021-01-01", network="net", key="a", title="A",
                                clause="U1", reports=(report,))  # fmt: skip
    story.tell("assignment:net/a", ReportSubmitted, "2021-06-01", report="final")
    story.waived("a/final", "2021-06-15")
    assert story.on("2021-06-14") == {"a/final": "fulfilled_late"}
    assert story.on("2021-06-15") == {"a/final": "waived"}


def test_a_waiver_of_somebody_else_counts_for_nothing() -> None:
    story = (
        Story(clause("A", **AGENDA, waived_by=("chair",)))
        .held("m", "2021-06-20")
        .waived("A/m", "2021-06-21", by="archive")
    )
    assert story.on("2021-06-21") == {"A/m": "breached"}


# by when an excuse must come

WITHIN_TWO_DAYS = [
    ("2021-06-19", "waived"),
    ("2021-06-22", "waived"),
    ("2021-06-23", "breached"),
    ("2021-06", "breached"),
]


@pytest.mark.parametrize(("reason", "verdict"), WITHIN_TWO_DAYS)
def test_a_reason_within_two_days_of_the_meeting(reason: str, verdict: str) -> None:
    limit = {"at_the_latest": {"rule": "after", "days": 2}}
    story = Story(clause("A", **AGENDA, exemption=({**EXCUSED, **limit},))).planned("m", "2021-06-20")
    story.at("m", MeetingHeld, "2021-06-20").act("check", reason, meeting="net/m")
    assert story.on("2021-12-31") == {"A/m": verdict}


@pytest.mark.parametrize(("day", "verdict"), [("2021-06-27", "waived"), ("2021-06-28", "breached")])
def test_a_waiver_within_a_week_of_the_meeting(day: str, verdict: str) -> None:
    duty = clause("A", **AGENDA, waived_at_the_latest={"rule": "after", "weeks": 1})
    story = Story(duty).held("m", "2021-06-20").waived("A/m", day)
    assert story.on("2021-12-31") == {"A/m": verdict}


@pytest.mark.parametrize(("day", "verdict"), [("2021-06-27", "upcoming"), ("2021-06-28", "overdue")])
def test_an_extension_within_a_week_of_the_meeting(day: str, verdict: str) -> None:
    minutes = {**MINUTES, "waived_at_the_latest": {"rule": "after", "weeks": 1}}
    story = Story(clause("M", **minutes)).held("m", "2021-06-20").extended("M/m", "2021-12-31", day)
    assert story.on("2021-07-15") == {"M/m": verdict}


@pytest.mark.parametrize(("day", "verdict"), [("2021-01-31", "waived"), ("2021-02-01", "overdue")])
def test_a_report_is_waived_within_thirty_days_of_its_assignment(day: str, verdict: str) -> None:
    """However it was waived: as an obligation, or as a report of the assignment."""
    reports = clause("U", pattern="report", holder="network", counterparty=("principal",),
                     waived_at_the_latest={"rule": "after", "days": 30})  # fmt: skip
    for kind in (ObligationWaived, DutyWaived):
        story = Story(reports)
        asked = (ReportAsked(report="final", due=When.parse("2021-06-30")),)
        story.tell("assignment:net/a", AssignmentIssued, "2021-01-01", network="net", key="a", title="A", clause="U",
                   reports=asked)  # fmt: skip
        if kind is DutyWaived:
            story.waived("a/final", day)
        else:
            story.tell("assignment:net/a", ObligationWaived, day, report="final", reason="Because")
        assert story.on("2021-12-31") == {"a/final": verdict}
