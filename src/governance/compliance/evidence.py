"""Which events can show that a duty was met: three visible tables, one for each kind of subject."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from governance.compliance.facts import Facts
from governance.model.assignment import AssignmentIssued
from governance.model.event import Event
from governance.model.meeting import (
    Meeting,
    MeetingCalled,
    MeetingFeedbackGiven,
    MeetingHeld,
    MeetingPrepared,
    MinutesApproved,
    MinutesDrafted,
    MinutesSubmitted,
)
from governance.model.network_events import (
    AgreementRegistered,
    FeedbackGiven,
    MeetingDatesSubmitted,
    RegisterSubmitted,
    SummarySent,
    WorkingGroupReported,
    WorkPlanAdopted,
)

__all__ = ["MEETING_EVIDENCE", "PERIOD_EVIDENCE", "UNMEASURED_EVIDENCE"]


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """Events of the meeting itself."""

    kinds: tuple[type[Event], ...]

    def found(self, meeting: Meeting) -> list[Event]:
        return meeting.all(*self.kinds)


MEETING_EVIDENCE = {
    "meeting_held": AtMeeting((MeetingHeld,)),
    "meeting_led": AtMeeting((MeetingHeld,)),
    "meeting_called": AtMeeting((MeetingCalled,)),
    "meeting_prepared": AtMeeting((MeetingPrepared,)),
    "minutes_drafted": AtMeeting((MinutesDrafted, MinutesSubmitted)),  # what was sent in had been written
    "minutes_approved": AtMeeting((MinutesApproved,)),
    "minutes_submitted": AtMeeting((MinutesSubmitted,)),
    "feedback_given": AtMeeting((MeetingFeedbackGiven,)),
}


@dataclass(frozen=True, slots=True)
class InPeriod:
    """Events of the network, its meetings or its assignments. ``year_of`` says for which year one counts."""

    find: Callable[[Facts], Sequence[Event]]
    year_of: Callable[[Event], int] = lambda event: event.effective_on.first.year

    def found(self, facts: Facts) -> Sequence[Event]:
        return self.find(facts)

    def in_year(self, facts: Facts, year: int) -> list[Event]:
        return [event for event in self.find(facts) if self.year_of(event) == year]


def _of_network(*kinds: type[Event]) -> Callable[[Facts], Sequence[Event]]:
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


def _attendance(facts: Facts) -> list[Event]:
    return [m.held for m in facts.meetings.values() if m.held and m.held.attendance]


PERIOD_EVIDENCE = {
    "agreement_registered": InPeriod(_of_network(AgreementRegistered)),
    "assignment_issued": InPeriod(_assignments),
    "feedback_given": InPeriod(_feedback),
    "meeting_dates_submitted": InPeriod(_of_network(MeetingDatesSubmitted)),
    "register_submitted": InPeriod(_of_network(RegisterSubmitted)),
    "summary_sent": InPeriod(_of_network(SummarySent)),
    "work_plan_adopted": InPeriod(
        _of_network(WorkPlanAdopted), lambda e: e.year if isinstance(e, WorkPlanAdopted) else 0
    ),
    "working_group_reported": InPeriod(_of_network(WorkingGroupReported)),
}

UNMEASURED_EVIDENCE: dict[str, Callable[[Facts], Sequence[Event]]] = {
    "attendance": _attendance,
    "assignment_goals": _goals,
    "working_group_reported": _of_network(WorkingGroupReported),
    "none": lambda facts: (),  # noqa: ARG005 - nothing could show it
}
