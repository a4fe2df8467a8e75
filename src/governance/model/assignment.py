"""The assignment: a task from the principal to the network, with goals and reports.

Facts are accepted in any order: a rule refuses what cannot be true beside the others, whichever was recorded first. A
report that is delivered although it is no longer asked for was delivered all the same.
"""

from collections.abc import Sequence
from typing import ClassVar

from governance.errors import (
    AssignmentExists,
    AssignmentIsCompleted,
    AssignmentIsWithdrawn,
    ExtensionNotLater,
    GoalUnknown,
    HolderAlready,
    PrecedesAssignment,
    ReportAcceptedAlready,
    ReportIsWaived,
    ReportNotSubmitted,
    ReportReturnedAlready,
    ReportSubmittedAlready,
    ReportUnknown,
)
from governance.model.aggregate import Aggregate, Context, happened, require_party, same_time
from governance.model.event import Digest, Event, Frozen, Key, Party, Ref, Text, stored_as
from governance.time import When


class ReportAsked(Frozen):
    """A report that the assignment asks for: ``partial``, ``final``, …; without ``due`` there is no deadline."""

    report: Key
    due: When | None = None


@stored_as("governance.assignment.AssignmentIssued")
class AssignmentIssued(Event):
    network: Key
    key: Key
    title: Text
    goals: tuple[Key, ...] = ()
    reports: tuple[ReportAsked, ...] = ()
    meeting: Ref | None = None
    """The meeting that decided it, where that is known."""


@stored_as("governance.assignment.ReportSubmitted")
class ReportSubmitted(Event):
    report: Key
    document: Digest | None = None
    recipient: Key | None = None
    by: Party | None = None


@stored_as("governance.assignment.ReportAccepted")
class ReportAccepted(Event):
    report: Key
    by: Party | None = None


@stored_as("governance.assignment.ReportReturned")
class ReportReturned(Event):
    """The recipient gives a report back; ``reasons`` says why."""

    toggles: ClassVar[bool] = True

    report: Key
    reasons: Text
    by: Party | None = None


ReportSubmitted.again_after = (ReportReturned,)


@stored_as("governance.assignment.DeadlineExtended")
class DeadlineExtended(Event):
    report: Key
    due: When
    reason: Text


@stored_as("governance.assignment.ObligationWaived")
class ObligationWaived(Event):
    report: Key
    reason: Text


@stored_as("governance.assignment.AssignmentReassigned")
class AssignmentReassigned(Event):
    """Somebody else owes it from the effective day on."""

    toggles: ClassVar[bool] = True

    to: Party
    reason: Text | None = None


@stored_as("governance.assignment.AssignmentWithdrawn")
class AssignmentWithdrawn(Event):
    reason: Text


@stored_as("governance.assignment.AssignmentCompleted")
class AssignmentCompleted(Event):
    remark: Text | None = None


class Assignment(Aggregate):
    """The history of one assignment, ``assignment:NETWORK/KEY``."""

    kind = "assignment"
    begins_with = AssignmentIssued

    @property
    def issued(self) -> AssignmentIssued | None:
        return self.last(AssignmentIssued)

    def asked(self, report: str) -> ReportAsked | None:
        issued = self.issued
        return next((r for r in issued.reports if r.report == report), None) if issued else None

    def submissions(self, report: str) -> list[ReportSubmitted]:
        return [e for e in self.all(ReportSubmitted) if e.report == report]

    def extensions(self, report: str) -> list[DeadlineExtended]:
        """By the day on which they were decided; of one day, in the order of recording."""
        return sorted((e for e in self.all(DeadlineExtended) if e.report == report), key=happened)

    def waiver(self, report: str) -> ObligationWaived | None:
        return next((e for e in self.all(ObligationWaived) if e.report == report), None)


def _issued(assignment: Assignment, event: AssignmentIssued, context: Context) -> None:
    if assignment.begun:
        raise AssignmentExists(assignment=assignment.ref)
    context.body.require_alive(event.effective_on.last)
    mandate = context.body.mandate_on(event.effective_on.last)
    if mandate and mandate.goals:
        known = [goal.id for goal in mandate.goals]
        for goal in event.goals:
            if goal not in known:
                raise GoalUnknown(goal=goal, allowed=", ".join(known))


def _not_before_issue(assignment: Assignment, event: Event) -> None:
    issued = assignment.issued
    if issued and event.effective_on.last < issued.effective_on.first:
        raise PrecedesAssignment(when=event.effective_on, assignment=assignment.ref, day=issued.effective_on)


_OfReport = ReportSubmitted | ReportAccepted | ReportReturned | DeadlineExtended | ObligationWaived


def _asked_for(assignment: Assignment, event: _OfReport) -> None:
    _not_before_issue(assignment, event)
    issued = assignment.issued
    if issued and assignment.asked(event.report) is None:
        allowed = ", ".join(r.report for r in issued.reports) or "-"
        raise ReportUnknown(assignment=assignment.ref, report=event.report, allowed=allowed)


def _of_that_day(event: _OfReport, others: Sequence[_OfReport]) -> _OfReport | None:
    """One of the others that tells the same of the same report and day."""
    return next((e for e in others if e.report == event.report and same_time(e, event)), None)


def _submitted(assignment: Assignment, event: ReportSubmitted, context: Context) -> None:
    """Sent again on another day, or to somebody else, it was sent twice."""
    _asked_for(assignment, event)
    require_party(event.by, context)
    context.body.require_addressee(event.recipient, event.effective_on.last)
    to_them = [e for e in assignment.submissions(event.report) if e.recipient == event.recipient]
    before = _of_that_day(event, to_them)
    if before and not _of_that_day(event, assignment.all(ReportReturned)):
        raise ReportSubmittedAlready(report=event.report, day=before.effective_on)


def _accepted(assignment: Assignment, event: ReportAccepted, context: Context) -> None:
    _delivered(assignment, event, context)
    if accepted := _of_that_day(event, assignment.all(ReportAccepted)):
        raise ReportAcceptedAlready(report=event.report, day=accepted.effective_on)


def _returned(assignment: Assignment, event: ReportReturned, context: Context) -> None:
    _delivered(assignment, event, context)
    if _of_that_day(event, assignment.all(ReportReturned)):
        raise ReportReturnedAlready(report=event.report, day=event.effective_on)


def _delivered(assignment: Assignment, event: ReportAccepted | ReportReturned, context: Context) -> None:
    """The delivery that it answers is recorded first."""
    _asked_for(assignment, event)
    require_party(event.by, context)
    if not any(s.effective_on.first <= event.effective_on.last for s in assignment.submissions(event.report)):
        raise ReportNotSubmitted(report=event.report, day=event.effective_on)


def _extended(assignment: Assignment, event: DeadlineExtended, context: Context) -> None:
    """Each extension, in the order of the days on which they were decided, gives a later day than the one before."""
    _asked_for(assignment, event)
    asked = assignment.asked(event.report)
    if asked and asked.due and event.due.last <= asked.due.last:
        raise ExtensionNotLater(due=event.due, what=event.report, present=asked.due)
    for other in assignment.extensions(event.report):
        earlier, later = sorted((other, event), key=happened)
        if later.due.last <= earlier.due.last:
            raise ExtensionNotLater(due=later.due, what=event.report, present=earlier.due)


def _waived(assignment: Assignment, event: ObligationWaived, context: Context) -> None:
    _asked_for(assignment, event)
    if waived := assignment.waiver(event.report):
        raise ReportIsWaived(report=event.report, day=waived.effective_on)


def _reassigned(assignment: Assignment, event: AssignmentReassigned, context: Context) -> None:
    _not_before_issue(assignment, event)
    require_party(event.to, context)
    issued, last = assignment.issued, assignment.latest(AssignmentReassigned, event.effective_on.last)
    if issued and event.to == (last.to if last else f"network:{issued.network}"):
        raise HolderAlready(holder=event.to, assignment=assignment.ref)


def _ended(assignment: Assignment, event: AssignmentWithdrawn | AssignmentCompleted, context: Context) -> None:
    """It ends once. What comes afterwards can be recorded all the same, and what came before, too."""
    _not_before_issue(assignment, event)
    if gone := assignment.last(AssignmentWithdrawn):
        raise AssignmentIsWithdrawn(assignment=assignment.ref, day=gone.effective_on)
    if done := assignment.last(AssignmentCompleted):
        raise AssignmentIsCompleted(assignment=assignment.ref, day=done.effective_on)


Assignment.rules = {
    AssignmentIssued: _issued,
    ReportSubmitted: _submitted,
    ReportAccepted: _accepted,
    ReportReturned: _returned,
    DeadlineExtended: _extended,
    ObligationWaived: _waived,
    AssignmentReassigned: _reassigned,
    AssignmentWithdrawn: _ended,
    AssignmentCompleted: _ended,
}
