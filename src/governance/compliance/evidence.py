"""Which events can show that a duty was met: visible tables, one for each kind of occasion.

A word that stands in no table is an act that the mandate names itself.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from governance.compliance.facts import Facts, of_kind
from governance.model.assignment import AssignmentIssued
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import (
    ActionEscalated,
    DecisionTaken,
    MeetingCalled,
    MeetingFeedbackGiven,
    MeetingHeld,
    MeetingPrepared,
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
    FeedbackGiven,
    MandateEnded,
    MandateReviewed,
    MeetingDatesSubmitted,
    NetworkDissolved,
    RegisterSubmitted,
    RoleAssigned,
    RoleEnded,
    SummarySent,
    WorkingGroupReported,
    WorkPlanAdopted,
)
from governance.time import When

__all__ = ["BEFORE_MEETING", "NETWORK_EVIDENCE", "of_meeting", "of_network", "on_its_day", "reason_of"]

Found = Sequence[Event]


def _of(*kinds: type[Event]) -> Callable[[Facts, Meeting], Found]:
    return lambda _facts, meeting: meeting.all(*kinds)


def _agenda(_facts: Facts, meeting: Meeting) -> Found:
    """A notice that has an agenda is an agenda sent, too."""
    sent = meeting.all(MeetingCalled, PapersSent)
    return [e for e in sent if (e.agenda if isinstance(e, MeetingCalled) else e.what == "agenda")]


def _papers(_facts: Facts, meeting: Meeting) -> Found:
    return [e for e in meeting.all(PapersSent) if e.what != "agenda"]


MEETING_EVIDENCE: dict[str, Callable[[Facts, Meeting], Found]] = {
    "meeting_held": _of(MeetingHeld),
    "meeting_led": _of(MeetingHeld),
    "meeting_called": _of(MeetingCalled),
    "meeting_prepared": _of(MeetingPrepared),
    "agenda_sent": _agenda,
    "papers_sent": _papers,
    "minutes_drafted": _of(MinutesDrafted, MinutesSubmitted),  # what was sent in had been written
    "minutes_approved": _of(MinutesApproved),
    "minutes_rejected": _of(MinutesRejected),
    "minutes_submitted": _of(MinutesSubmitted),
    "minutes_published": _of(MinutesPublished),
    "feedback_given": _of(MeetingFeedbackGiven),
    "decision_taken": _of(DecisionTaken),
    "action_escalated": _of(ActionEscalated),
}

BEFORE_MEETING = frozenset({"meeting_called", "meeting_prepared", "agenda_sent", "papers_sent"})
"""What can only come before a meeting."""


OF_LIVING_BODY = frozenset({
    "next_meeting_held", "meeting_held", "meeting_led", "meeting_called", "meeting_prepared", "agenda_sent",
    "papers_sent", "role_assigned", "work_plan_adopted", "mandate_reviewed", "decision_taken",
})  # fmt: skip
"""What only a body that exists, under a mandate, can do."""


def of_meeting(facts: Facts, meeting: Meeting, kinds: Sequence[str]) -> Callable[[str], Found]:
    """What was recorded of a meeting, by the word for it; ``kinds`` say what its next meeting is."""

    def recorded(word: str) -> Found:
        if word == "next_meeting_held":
            held = meeting.held
            following = facts.held_after((facts.surely_by(held), meeting.ref), kinds) if held else None
            return [following.held] if following and following.held else []
        if found := MEETING_EVIDENCE.get(word):
            return found(facts, meeting)
        return [act for act in facts.acts(word) if act.meeting == meeting.ref]

    return recorded


def _of_network(*kinds: type[Event]) -> Callable[[Facts], Found]:
    return lambda facts: facts.network.all(*kinds)


def _feedback(facts: Facts) -> list[Event]:
    found: list[Event] = list(facts.network.all(FeedbackGiven))
    for meeting in facts.meetings.values():
        found += meeting.all(MeetingFeedbackGiven)
    return found


def _assignments(facts: Facts) -> list[Event]:
    return [a.issued for a in facts.assignments.values() if a.issued]


def _goals(facts: Facts) -> list[Event]:
    return [event for event in _assignments(facts) if isinstance(event, AssignmentIssued) and event.goals]


def _held(facts: Facts) -> list[Event]:
    return [m.held for m in facts.meetings.values() if m.held]


def on_its_day(event: Event, day: date) -> Event:
    """What was told on another day than the one on which it takes effect, as an event of that day."""
    if event.effective_on == When.day(day):
        return event
    return event.model_copy(update={"effective_on": When.day(day), "effective_at": None})


def _mandate_over(facts: Facts) -> list[Event]:
    """Each last day of a mandate that no other follows on the next: an end that was told, or a mandate that ran out."""
    network, found = facts.network, list[Event]()
    for version in network.versions():
        last = network.ends_of(version)
        if last is None or network.version_on(last) is not version:
            continue
        if last < date.max and network.version_on(last + timedelta(days=1)):
            continue
        told = [e for e in network.all(MandateEnded) if e.ends == last]
        found.append(on_its_day(told[-1] if told else version, last))
    return found


def _attendance(facts: Facts) -> list[Event]:
    return [m.held for m in facts.meetings.values() if m.held and m.held.attendance]


NETWORK_EVIDENCE: Mapping[str, Callable[[Facts], Found]] = {
    "agreement_registered": _of_network(AgreementRegistered),
    "assignment_goals": _goals,
    "assignment_issued": _assignments,
    "attendance": _attendance,
    "feedback_given": _feedback,
    "mandate_ended": _mandate_over,
    "mandate_reviewed": _of_network(MandateReviewed),
    "meeting_dates_submitted": _of_network(MeetingDatesSubmitted),
    "meeting_held": _held,
    "network_dissolved": _of_network(NetworkDissolved),
    "none": lambda facts: (),  # noqa: ARG005 - nothing could show it
    "register_submitted": _of_network(RegisterSubmitted),
    "role_assigned": _of_network(RoleAssigned),
    "role_ended": _of_network(RoleEnded),
    "summary_sent": _of_network(SummarySent),
    "work_plan_adopted": _of_network(WorkPlanAdopted),
    "working_group_reported": _of_network(WorkingGroupReported),
}


def of_network(facts: Facts, word: str, kinds: Sequence[str] = ()) -> Found:
    """Everything of a kind that was recorded, of whatever occasion. What a meeting brought is looked for in all, or in
    those of these kinds."""
    return facts.read(_recorded, word, tuple(kinds))


def _recorded(facts: Facts, word: str, kinds: tuple[str, ...]) -> Found:
    found = NETWORK_EVIDENCE.get(word)
    in_meeting = MEETING_EVIDENCE.get(word)
    if in_meeting and (kinds or found is None):
        meetings = (meeting for meeting in facts.meetings.values() if of_kind(meeting, kinds))
        return [event for meeting in meetings for event in in_meeting(facts, meeting)]
    return found(facts) if found else facts.acts(word)


def reason_of(event: Event) -> str | None:
    """The reason or remark that was told with an event."""
    return getattr(event, "reason", None) or (event.remark if isinstance(event, ActRecorded) else None)
