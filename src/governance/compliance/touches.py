"""Which subjects must be judged anew after an event: those that it belongs to, and those whose duties watch for it."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from governance.compliance.facts import Facts
from governance.compliance.obligations import Subject, cadences, duties_about, reports_of, subjects
from governance.compliance.patterns import cadence_of
from governance.compliance.periods import Cadence, period_after, period_before, period_called, period_of
from governance.duties.compiled import CompiledDuty
from governance.duties.conditions import Condition
from governance.duties.due_rules import After, Asap, InYear
from governance.duties.measures import Attendance, Meetings, Rotation
from governance.duties.patterns import EachEvent, EachItem, Retention
from governance.model.aggregate import FactCorrected, FactRetracted
from governance.model.assignment import (
    AssignmentIssued,
    AssignmentReassigned,
    AssignmentWithdrawn,
    DeadlineExtended,
    ObligationWaived,
    ReportSubmitted,
)
from governance.model.event import Event
from governance.model.meeting_events import (
    ActionAgreed,
    ActionCarriedOver,
    ActionClosed,
    ActionEscalated,
    DecisionTaken,
    MeetingCalled,
    MeetingCancelled,
    MeetingFeedbackGiven,
    MeetingHeld,
    MeetingPrepared,
    MeetingRescheduled,
    MeetingScheduled,
    MinutesApproved,
    MinutesDrafted,
    MinutesPublished,
    MinutesRejected,
    MinutesSubmitted,
    PapersSent,
)
from governance.model.network_events import (
    ActRecorded,
    AgreementRegistered,
    DocumentWeeded,
    DutyExtended,
    DutyWaived,
    FeedbackGiven,
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    MandateReviewed,
    MeetingDatesSubmitted,
    MemberJoined,
    MemberLeft,
    NetworkDissolved,
    NetworkEstablished,
    NetworkReestablished,
    RegisterSubmitted,
    RoleAssigned,
    RoleEnded,
    SummarySent,
    WorkingGroupFormed,
    WorkingGroupReported,
    WorkPlanAdopted,
)

__all__ = ["WORDS", "touched_by"]

_EVERYTHING = (
    FactCorrected, FactRetracted, MandateAdopted, MandateAmended, MandateEnded, NetworkEstablished, NetworkDissolved,
    NetworkReestablished, RoleAssigned, RoleEnded, MemberJoined, MemberLeft, DutyExtended, DutyWaived,
)  # fmt: skip
"""After these any verdict of the network may be another one. They are few."""

_OF_REPORT = (ReportSubmitted, DeadlineExtended, ObligationWaived)
_OF_REPORTS = (AssignmentIssued, AssignmentReassigned, AssignmentWithdrawn)

WORDS: dict[str, tuple[type[Event], ...]] = {
    "action_escalated": (ActionEscalated,),
    "agenda_sent": (MeetingCalled, PapersSent),
    "agreement_registered": (AgreementRegistered,),
    "assignment_goals": (AssignmentIssued,),
    "assignment_issued": (AssignmentIssued,),
    "attendance": (MeetingHeld,),
    "decision_taken": (DecisionTaken,),
    "feedback_given": (FeedbackGiven, MeetingFeedbackGiven),
    "mandate_reviewed": (MandateReviewed,),
    "meeting_called": (MeetingCalled,),
    "meeting_dates_submitted": (MeetingDatesSubmitted,),
    "meeting_held": (MeetingHeld,),
    "meeting_led": (MeetingHeld,),
    "meeting_prepared": (MeetingPrepared,),
    "meetings_missed": (MeetingHeld,),
    "minutes_approved": (MinutesApproved, MinutesRejected),
    "minutes_drafted": (MinutesDrafted, MinutesSubmitted),
    "minutes_published": (MinutesPublished,),
    "minutes_rejected": (MinutesRejected,),
    "minutes_submitted": (MinutesSubmitted,),
    "next_meeting_held": (MeetingHeld,),
    "none": (),
    "papers_sent": (PapersSent,),
    "register_submitted": (RegisterSubmitted,),
    "summary_sent": (SummarySent,),
    "work_plan_adopted": (WorkPlanAdopted,),
    "working_group_formed": (WorkingGroupFormed,),
    "working_group_reported": (WorkingGroupReported,),
    **dict.fromkeys(
        ("established", "mandate_started", "mandate_ended", "member_joined", "member_left", "network_dissolved",
         "role_assigned", "role_ended"),
        (),
    ),
}  # fmt: skip
"""For each word of the language, the events behind it; none for those after which everything is judged anew. Any
other word is an act that the mandate names."""


class _Watch(NamedTuple):
    """What the duties of a mandate watch for, by the kind of subject."""

    network: frozenset[type[Event]]
    period: frozenset[type[Event]]
    events: frozenset[type[Event]]
    neighbours: frozenset[tuple[str, ...]]
    """The kinds of meeting whose duties look at the meetings of these kinds before and after."""
    ahead: bool
    """Whether a duty of a period may fall due before it."""
    hosts: bool
    """Whether they look at all meetings before."""


def touched_by(facts: Facts, event: Event, horizon: int) -> list[Subject]:
    """The subjects whose obligations may differ now that ``event`` is among the facts."""
    if isinstance(event, _EVERYTHING):
        return subjects(facts, horizon)
    return list(dict.fromkeys(_touched(facts, event, horizon)))


def _touched(facts: Facts, event: Event, horizon: int) -> Iterator[Subject]:
    yield from _own(facts, event)
    kind = type(event)
    for version in facts.network.versions():
        watch = _watched(version.document)
        if kind in watch.network:
            yield Subject("network", facts.key)
        if kind in watch.events:
            yield Subject("events", facts.key)
        if kind in watch.period:
            yield from _periods(facts, event, horizon)
        if isinstance(event, MeetingHeld | MeetingScheduled | MeetingRescheduled | MeetingCancelled):
            yield from _meetings(facts, event.originator_id.partition(":")[2], watch)
    if isinstance(event, MeetingHeld):
        yield from _around(facts, event.effective_on.first, horizon)


def _own(facts: Facts, event: Event) -> Iterator[Subject]:
    """What the event itself is about."""
    origin, _colon, ref = event.originator_id.partition(":")
    if origin == "meeting":
        yield Subject("meeting", ref)
    elif isinstance(event, _OF_REPORT):
        yield Subject("report", f"{ref}/{event.report}")
    elif isinstance(event, _OF_REPORTS):
        yield from reports_of(facts.assignments[ref])
    elif isinstance(event, ActRecorded) and event.meeting in facts.meetings:
        yield Subject("meeting", str(event.meeting))


def _periods(facts: Facts, event: Event, horizon: int) -> Iterator[Subject]:
    """Those that an event names, or in which it happened, and those beside, which may fall due in it."""
    named = str(event.year) if isinstance(event, WorkPlanAdopted) else getattr(event, "period", None)
    if named:
        for cadence in cadences(facts):
            year = cadence.every == "year" and cadence.year_begins > 1 and len(named) == 4
            label = f"{named}-{int(named) + 1:04d}" if year else named
            if (period := period_called(label, cadence)) and period.first.year <= horizon:
                yield Subject("period", label)
    else:
        yield from _around(facts, event.effective_on.first, horizon)


def _around(facts: Facts, day: date, horizon: int) -> Iterator[Subject]:
    versions = facts.network.versions()
    first = min((version.since for version in versions), default=date.max)
    ahead = any(_watched(version.document).ahead for version in versions)
    for cadence in cadences(facts):
        period = period_of(day, cadence)
        following = (period_after(period, cadence),) if ahead else ()
        for one in (period_before(period, cadence), period, *following):
            if one.last >= first and one.first.year <= horizon and _of(one.first, cadence.months):
                yield Subject("period", one.label)


def _of(first: date, months: Iterable[int]) -> bool:
    return not months or first.month in months


def _meetings(facts: Facts, ref: str, watch: _Watch) -> Iterator[Subject]:
    """The meetings whose duties look at this one. One that is not held yet may be the next or the one before of any."""
    if watch.hosts:
        yield from (Subject("meeting", other) for other in facts.meetings)
    if watch.neighbours:
        yield from (Subject("meeting", other) for other, meeting in facts.meetings.items() if not meeting.held)
    held = facts.meetings[ref].held
    this = (facts.surely_by(held) if held else date.max, ref)
    for kinds in watch.neighbours:
        for other in (facts.held_before(this, kinds), facts.held_after(this, kinds)):
            if other:
                yield Subject("meeting", other.ref)


@lru_cache(maxsize=256)
def _watched(document: str) -> _Watch:
    of_meetings = duties_about(document, (), "meeting")
    return _Watch(
        network=frozenset(k for duty in duties_about(document, (), "network") for k in _kinds(duty)),
        period=frozenset(k for duty in duties_about(document, (), "period") for k in _kinds(duty)),
        events=frozenset(k for duty in duties_about(document, (), "events") for k in _kinds(duty)),
        neighbours=frozenset(getattr(duty.duty, "kinds", ()) for duty in of_meetings if _looks_around(duty)),
        ahead=any(_may_be_ahead(duty) for duty in duties_about(document, (), "period")),
        hosts=any(isinstance(duty.measure, Rotation) for duty in of_meetings),
    )


def _may_be_ahead(duty: CompiledDuty) -> bool:
    rule = duty.due if duty.may_come else duty.not_before
    if rule is None or isinstance(rule, Asap):
        return False
    if isinstance(rule, After) or (isinstance(rule, InYear) and cadence_of(duty) == Cadence()):
        return rule.if_closed == "previous_working_day"
    return True


def _looks_around(duty: CompiledDuty) -> bool:
    return duty.evidence == "next_meeting_held" or bool(duty.counted_from & {"next_meeting", "previous_meeting"})


def _kinds(duty: CompiledDuty) -> Iterator[type[Event]]:
    """The kinds of event that a duty looks for."""
    pattern = duty.duty
    words = [*([duty.evidence] if duty.evidence else ()), *duty.or_evidence]
    for condition in (pattern.if_, *(exemption.if_ for exemption in duty.exemptions)):
        if isinstance(condition, Condition):
            words += [*condition.recorded, *condition.not_recorded]
    if isinstance(pattern, EachEvent):
        words.append(pattern.event)
    if isinstance(pattern, Retention):
        words += pattern.evidence
        yield DocumentWeeded
    if isinstance(pattern, EachItem):
        yield from (MeetingHeld, ActionAgreed, ActionClosed, ActionCarriedOver, ActionEscalated)
    if isinstance(duty.measure, Attendance | Meetings):
        yield MeetingHeld
    if duty.counted_from & {"next_meeting", "previous_meeting"}:
        yield from (MeetingScheduled, MeetingRescheduled, MeetingHeld, MeetingCancelled)
    for word in words:
        yield from WORDS.get(word, (ActRecorded,))
