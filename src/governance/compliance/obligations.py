"""From facts to obligations, subject by subject, and which subjects an event touches."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from governance.compliance.case import Case
from governance.compliance.facts import Facts
from governance.compliance.patterns import PATTERNS
from governance.compliance.reports import adhoc_report
from governance.compliance.values import Obligation
from governance.compliance.versions import Extra, latest_duties, ruling_in, ruling_on
from governance.model.aggregate import FactCorrected, FactRetracted
from governance.model.assignment import (
    Assignment,
    AssignmentIssued,
    AssignmentReassigned,
    AssignmentWithdrawn,
    DeadlineExtended,
    ObligationWaived,
    ReportSubmitted,
)
from governance.model.event import Event
from governance.model.meeting import (
    Meeting,
    MeetingFeedbackGiven,
    MeetingHeld,
)
from governance.model.network_events import (
    AgreementRegistered,
    FeedbackGiven,
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    MeetingDatesSubmitted,
    NetworkDissolved,
    RegisterSubmitted,
    RoleAssigned,
    RoleEnded,
    SummarySent,
    WorkingGroupReported,
    WorkPlanAdopted,
)

__all__ = ["Subject", "judge", "judge_all", "subjects", "touched_by"]


class Subject(NamedTuple):
    """What duties are judged on: ``("report", "vux/2021-1/partial")``, ``("year", "2021")``, ``("network", "vux")``."""

    kind: str
    key: str


def subjects(facts: Facts, horizon: int) -> list[Subject]:
    """All that the duties of a network can be about, with years through ``horizon``."""
    found = [Subject("network", facts.key)]
    for assignment in facts.assignments.values():
        found += _reports_of(assignment)
    found += [Subject("meeting", ref) for ref in facts.meetings]
    found += [Subject("year", str(year)) for year in _years(facts, horizon)]
    return found


def _reports_of(assignment: Assignment) -> list[Subject]:
    issued = assignment.issued
    return [Subject("report", f"{assignment.ref}/{asked.report}") for asked in issued.reports] if issued else []


def _years(facts: Facts, horizon: int) -> range:
    starts = [version.since.year for version in facts.network.versions()]
    return range(min(starts), min(horizon, date.max.year) + 1) if starts else range(0)


def judge_all(facts: Facts, horizon: int, extra: Extra = ()) -> Iterator[Obligation]:
    """Every obligation of a network, as far as the facts go."""
    for subject in subjects(facts, horizon):
        yield from judge(facts, subject, extra)


def judge(facts: Facts, subject: Subject, extra: Extra = ()) -> Iterator[Obligation]:
    """The obligations on one subject."""
    return _JUDGES[subject.kind](facts, subject.key, extra)


def _judge_report(facts: Facts, key: str, extra: Extra) -> Iterator[Obligation]:
    ref, _sep, report = key.rpartition("/")
    assignment = facts.assignments[ref]
    issued = assignment.issued
    if issued is None or assignment.asked(report) is None:
        return
    ruling = ruling_on(facts.network, issued.effective_on.last, extra)
    own = [d for d in ruling.duties if d.clause == issued.clause and d.duty.pattern == "report"]
    if own:
        for duty in own:
            yield from PATTERNS["report"][1](Case(facts, ruling), duty, duty.duty, (assignment, report))
    else:
        yield from adhoc_report(Case(facts, ruling), assignment, report)


def _judge_meeting(facts: Facts, ref: str, extra: Extra) -> Iterator[Obligation]:
    meeting = facts.meetings[ref]
    day = _day_of(meeting)
    if day:
        ruling = ruling_on(facts.network, day, extra)
        yield from _judged(Case(facts, ruling), "meeting", meeting)


def _day_of(meeting: Meeting) -> date | None:
    """The day whose mandate governs a meeting: when it was held, else when it is planned."""
    when = meeting.held.effective_on if meeting.held else meeting.planned_on
    return when.last if when else None


def _judge_year(facts: Facts, year: str, extra: Extra) -> Iterator[Obligation]:
    yield from _judged(Case(facts, ruling_in(facts.network, int(year), extra)), "year", int(year))


def _judged(case: Case, kind: str, subject: Meeting | int) -> Iterator[Obligation]:
    for duty in case.ruling.duties:
        about, meaning = PATTERNS[duty.duty.pattern]
        if about == kind:
            yield from meaning(case, duty, duty.duty, subject)


def _judge_network(facts: Facts, _key: str, extra: Extra) -> Iterator[Obligation]:
    for ruling, duty in latest_duties(facts.network, extra):
        about, meaning = PATTERNS[duty.duty.pattern]
        if about == "network":
            yield from meaning(Case(facts, ruling), duty, duty.duty, None)


_JUDGES: dict[str, Callable[[Facts, str, Extra], Iterator[Obligation]]] = {
    "report": _judge_report,
    "meeting": _judge_meeting,
    "year": _judge_year,
    "network": _judge_network,
}


# Which subjects an event touches -----------------------------------------------------------------------------


def _everything(facts: Facts, _event: Any, horizon: int) -> list[Subject]:
    return subjects(facts, horizon)


def _whole_network(facts: Facts, _event: Any, _horizon: int) -> list[Subject]:
    return [Subject("network", facts.key)]


def _itself(_facts: Facts, event: Event, _horizon: int) -> list[Subject]:
    kind, _sep, ref = event.originator_id.partition(":")
    return [Subject(kind, ref)]


def _its_report(_facts: Facts, event: Any, _horizon: int) -> list[Subject]:
    return [Subject("report", f"{event.originator_id.partition(':')[2]}/{event.report}")]


def _its_reports(facts: Facts, event: Event, _horizon: int) -> list[Subject]:
    return _reports_of(facts.assignments[event.originator_id.partition(":")[2]])


def _issued(facts: Facts, event: Event, horizon: int) -> list[Subject]:
    return [*_its_reports(facts, event, horizon), *_year_and_network(facts, event, horizon)]


def _year_and_network(facts: Facts, event: Event, horizon: int) -> list[Subject]:
    year = event.year if isinstance(event, WorkPlanAdopted) else event.effective_on.first.year
    in_range = [Subject("year", str(year))] if year in _years(facts, horizon) else []
    return [*in_range, Subject("network", facts.key)]


def _itself_year_and_network(facts: Facts, event: Event, horizon: int) -> list[Subject]:
    return [*_itself(facts, event, horizon), *_year_and_network(facts, event, horizon)]


_TOUCHES: dict[type[Event], Callable[[Facts, Any, int], list[Subject]]] = {
    FactCorrected: _everything,
    FactRetracted: _everything,
    MandateAdopted: _everything,
    MandateAmended: _everything,
    MandateEnded: _everything,
    NetworkDissolved: _everything,
    RoleAssigned: _everything,
    RoleEnded: _everything,
    WorkPlanAdopted: _year_and_network,
    FeedbackGiven: _year_and_network,
    SummarySent: _year_and_network,
    RegisterSubmitted: _year_and_network,
    MeetingDatesSubmitted: _year_and_network,
    AgreementRegistered: _year_and_network,
    WorkingGroupReported: _year_and_network,
    AssignmentIssued: _issued,
    ReportSubmitted: _its_report,
    DeadlineExtended: _its_report,
    ObligationWaived: _its_report,
    AssignmentReassigned: _its_reports,
    AssignmentWithdrawn: _its_reports,
    MeetingHeld: _itself_year_and_network,
    MeetingFeedbackGiven: _itself_year_and_network,
}
"""What must be judged anew after an event. Unlisted events of meetings touch the meeting itself; unlisted ones of
networks and assignments touch no verdict (a name, a member, a working group formed, a report accepted)."""


def touched_by(facts: Facts, event: Event, horizon: int) -> list[Subject]:
    """The subjects whose obligations may differ now that ``event`` is among the facts."""
    touches = _TOUCHES.get(type(event))
    if touches:
        return touches(facts, event, horizon)
    return _itself(facts, event, horizon) if event.originator_id.startswith("meeting:") else []
