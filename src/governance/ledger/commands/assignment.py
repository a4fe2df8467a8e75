"""Assignments: issued, reported, extended, waived, reassigned, withdrawn, completed."""

from collections.abc import Sequence
from typing import Unpack

from governance.ledger.commands.telling import Day, Telling
from governance.ledger.receipt import Receipt, Told
from governance.model.assignment import (
    Assignment,
    AssignmentCompleted,
    AssignmentIssued,
    AssignmentReassigned,
    AssignmentWithdrawn,
    DeadlineExtended,
    ObligationWaived,
    ReportAccepted,
    ReportAsked,
    ReportReturned,
    ReportSubmitted,
)
from governance.model.event import Digest
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.time import When


class AssignmentCommands(Telling):
    def issue_assignment(
        self,
        network: str,
        *,
        key: str,
        title: str,
        goals: Sequence[str] = (),
        reports: Sequence[ReportAsked] = (),
        meeting: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The principal gives the network a task, ``NETWORK/KEY``. Refused: AssignmentExists, GoalUnknown."""
        ref = self._ref(Network, network)
        fields = {
            "network": ref,
            "key": key,
            "title": title,
            "goals": tuple(goals),
            "reports": tuple(reports),
            "meeting": self._ref(Meeting, meeting) if meeting else None,
        }
        return self._tell(Assignment, f"{ref}/{key}", AssignmentIssued, told, fields)

    def submit_report(
        self,
        assignment: str,
        *,
        report: str,
        document: Digest | None = None,
        recipient: str | None = None,
        by: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """A report (``partial``, ``final``) is delivered.

        Refused: ReportUnknown, ReportSubmittedAlready (on that day, to the same recipient), PrecedesAssignment.
        """
        fields = {"report": report, "document": document, "recipient": recipient, "by": self._party(by)}
        return self._assignment(assignment, ReportSubmitted, told, **fields)

    def accept_report(self, assignment: str, *, report: str, by: str | None = None, **told: Unpack[Told]) -> Receipt:
        """The recipient accepts it. Refused: ReportNotSubmitted, ReportAcceptedAlready."""
        return self._assignment(assignment, ReportAccepted, told, report=report, by=self._party(by))

    def return_report(
        self, assignment: str, *, report: str, reasons: str, by: str | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """The recipient gives it back, with reasons. Refused: ReportNotSubmitted, ReportReturnedAlready."""
        return self._assignment(assignment, ReportReturned, told, report=report, reasons=reasons, by=self._party(by))

    def extend_deadline(self, assignment: str, *, report: str, due: Day, reason: str, **told: Unpack[Told]) -> Receipt:
        """A report is due later than before; the first date stays visible. Refused: ExtensionNotLater."""
        return self._assignment(assignment, DeadlineExtended, told, report=report, due=When.of(due), reason=reason)

    def waive_report(self, assignment: str, *, report: str, reason: str, **told: Unpack[Told]) -> Receipt:
        """The principal does not ask for a report any longer. Refused: ReportIsWaived."""
        return self._assignment(assignment, ObligationWaived, told, report=report, reason=reason)

    def reassign_assignment(
        self, assignment: str, *, to: str, reason: str | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """Somebody else owes it from ``on`` on. Refused: HolderAlready, PartyUnknown."""
        return self._assignment(assignment, AssignmentReassigned, told, to=self._party(to), reason=reason)

    def withdraw_assignment(self, assignment: str, *, reason: str, **told: Unpack[Told]) -> Receipt:
        """The principal takes it back; what was not delivered by then is owed no longer."""
        return self._assignment(assignment, AssignmentWithdrawn, told, reason=reason)

    def complete_assignment(self, assignment: str, *, remark: str | None = None, **told: Unpack[Told]) -> Receipt:
        """The task is done; a report that was missed stays missed."""
        return self._assignment(assignment, AssignmentCompleted, told, remark=remark)

    def _assignment(self, assignment: str, event: type, told: Told, **fields: object) -> Receipt:
        return self._tell(Assignment, self._ref(Assignment, assignment), event, told, fields)
