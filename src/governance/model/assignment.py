"""The assignment: a task from the principal to the network, with goals and reports."""

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
from governance.model.aggregate import Aggregate, Context, require_party
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
        return [e for e in self.all(DeadlineExtended) if e.report == report]

    def waiver(self, report: str) -> ObligationWaived | None:
        return next((e for e in self.all(ObligationWaived) if e.report == report), None)

    def due(self, report: str) -> When | None:
        """When a report is due by the latest extension, else as the assignment says."""
        extensions = self.extensions(report)
        asked = self.asked(report)
        return extensions[-1].due if extensions else asked.due if asked else None

    def returned_last(self, report: str) -> bool:
        """Whether the report lies with the network again: returned, and not submitted since."""
        steps = [e for e in self.all(ReportSubmitted, ReportReturned) if e.report == report]
        return bool(steps) and isinstance(steps[-1], ReportReturned)


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


def _running(assignment: Assignment, event: Event) -> None:
    """Not before it was issued, and not after it was withdrawn or completed."""
    issued = assignment.issued
    if issued and event.effective_on.last < issued.effective_on.first:
        raise PrecedesAssignment(when=event.effective_on, assignment=assignment.ref, day=issued.effective_on)
    if (gone := assignment.last(AssignmentWithdrawn)) and event.effective_on.last >= gone.effective_on.first:
        raise AssignmentIsWithdrawn(assignment=assignment.ref, day=gone.effective_on)
    if (done := assignment.last(AssignmentCompleted)) and event.effective_on.last > done.effective_on.last:
        raise AssignmentIsCompleted(assignment=assignment.ref, day=done.effective_on)


def _asked_for(assignment: Assignment, report: str) -> None:
    issued = assignment.issued
    if issued and assignment.asked(report) is None:
        allowed = ", ".join(r.report for r in issued.reports) or "-"
        raise ReportUnknown(assignment=assignment.ref, report=report, allowed=allowed)


def _still_owed(assignment: Assignment, event: ReportSubmitted | DeadlineExtended | ObligationWaived) -> None:
    _running(assignment, event)
    _asked_for(assignment, event.report)
    if waived := assignment.waiver(event.report):
        raise ReportIsWaived(report=event.report, day=waived.effective_on)
    submitted = assignment.submissions(event.report)
    if submitted and not assignment.returned_last(event.report):
        raise ReportSubmittedAlready(report=event.report, day=submitted[-1].effective_on)


def _submitted(assignment: Assignment, event: ReportSubmitted, context: Context) -> None:
    _still_owed(assignment, event)
    require_party(event.by, context)
    context.body.require_addressee(event.recipient, event.effective_on.last)


def _judged(assignment: Assignment, event: ReportAccepted | ReportReturned, context: Context) -> None:
    """Accepted or returned: it must lie with the recipient."""
    _running(assignment, event)
    _asked_for(assignment, event.report)
    require_party(event.by, context)
    if not any(s.effective_on.first <= event.effective_on.last for s in assignment.submissions(event.report)):
        raise ReportNotSubmitted(report=event.report, day=event.effective_on)
    if assignment.returned_last(event.report):
        raise ReportReturnedAlready(report=event.report)
    if accepted := next((e for e in assignment.all(ReportAccepted) if e.report == event.report), None):
        raise ReportAcceptedAlready(report=event.report, day=accepted.effective_on)


def _extended(assignment: Assignment, event: DeadlineExtended, context: Context) -> None:
    _still_owed(assignment, event)
    present = assignment.due(event.report)
    if present and event.due.last <= present.last:
        raise ExtensionNotLater(due=event.due, what=event.report, present=present)


def _waived(assignment: Assignment, event: ObligationWaived, context: Context) -> None:
    _still_owed(assignment, event)


def _reassigned(assignment: Assignment, event: AssignmentReassigned, context: Context) -> None:
    _running(assignment, event)
    require_party(event.to, context)
    issued, last = assignment.issued, assignment.last(AssignmentReassigned)
    if issued and event.to == (last.to if last else f"network:{issued.network}"):
        raise HolderAlready(holder=event.to, assignment=assignment.ref)


def _ended(assignment: Assignment, event: AssignmentWithdrawn | AssignmentCompleted, context: Context) -> None:
    _running(assignment, event)
    if done := assignment.last(AssignmentCompleted):
        raise AssignmentIsCompleted(assignment=assignment.ref, day=done.effective_on)


Assignment.rules = {
    AssignmentIssued: _issued,
    ReportSubmitted: _submitted,
    ReportAccepted: _judged,
    ReportReturned: _judged,
    DeadlineExtended: _extended,
    ObligationWaived: _waived,
    AssignmentReassigned: _reassigned,
    AssignmentWithdrawn: _ended,
    AssignmentCompleted: _ended,
}
