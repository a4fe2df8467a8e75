"""Assignments: issued, reported, extended, waived, reassigned, withdrawn, completed."""

from collections.abc import Sequence
from typing import Unpack

from governance.errors import (
    AssignmentExists,
    ExtensionNotLater,
    GoalUnknown,
    HolderAlready,
    PartyUnknown,
    PrecedesAssignment,
    ReportAcceptedAlready,
    ReportIsWaived,
    ReportNotSubmitted,
    ReportReturnedAlready,
    ReportSubmittedAlready,
    ReportUnknown,
)
from governance.ledger.command import command
from governance.ledger.commands.values import Day
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
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


class AssignmentCommands(Draft):
    @command(refuses=(AssignmentExists, GoalUnknown))
    def issue_assignment(
        self,
        network: str,
        *,
        key: str,
        title: str,
        goals: Sequence[str] = (),
        reports: Sequence[ReportAsked] = (),
        meeting: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The principal gives the network a task, ``NETWORK/KEY``."""
        body = self.find(Network, network)
        fields = {
            "network": body.ref,
            "key": key,
            "title": title,
            "goals": tuple(goals),
            "reports": tuple(reports),
            "meeting": self.ref(Meeting, meeting),
        }
        assignment = self.load(Assignment, f"assignment:{body.ref}/{key}")
        return self.record(assignment, AssignmentIssued, details, **fields)

    @command(refuses=(ReportUnknown, ReportSubmittedAlready, PrecedesAssignment))
    def submit_report(
        self,
        assignment: str,
        *,
        report: str,
        document: Digest | None = None,
        recipient: str | None = None,
        by: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """A report (``partial``, ``final``) is delivered."""
        fields = {"report": report, "document": document, "recipient": recipient, "by": self.party(by)}
        return self.record(self.find(Assignment, assignment), ReportSubmitted, details, **fields)

    @command(refuses=(ReportNotSubmitted, ReportAcceptedAlready))
    def accept_report(
        self, assignment: str, *, report: str, by: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """The recipient accepts it."""
        return self.record(self.find(Assignment, assignment), ReportAccepted, details, report=report, by=self.party(by))

    @command(refuses=(ReportNotSubmitted, ReportReturnedAlready))
    def return_report(
        self, assignment: str, *, report: str, reasons: str, by: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """The recipient gives it back, with reasons."""
        return self.record(
            self.find(Assignment, assignment),
            ReportReturned,
            details,
            report=report,
            reasons=reasons,
            by=self.party(by),
        )

    @command(refuses=(ExtensionNotLater,))
    def extend_deadline(
        self, assignment: str, *, report: str, due: Day, reason: str, **details: Unpack[Details]
    ) -> Receipt:
        """A report is due later than before; the first date stays visible."""
        return self.record(
            self.find(Assignment, assignment), DeadlineExtended, details, report=report, due=When.of(due), reason=reason
        )

    @command(refuses=(ReportIsWaived,))
    def waive_report(self, assignment: str, *, report: str, reason: str, **details: Unpack[Details]) -> Receipt:
        """The principal does not ask for a report any longer."""
        return self.record(self.find(Assignment, assignment), ObligationWaived, details, report=report, reason=reason)

    @command(refuses=(HolderAlready, PartyUnknown))
    def reassign_assignment(
        self, assignment: str, *, to: str, reason: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """Somebody else owes it from ``on`` on."""
        return self.record(
            self.find(Assignment, assignment), AssignmentReassigned, details, to=self.party(to), reason=reason
        )

    @command()
    def withdraw_assignment(self, assignment: str, *, reason: str, **details: Unpack[Details]) -> Receipt:
        """The principal takes it back; what was not delivered by then is owed no longer."""
        return self.record(self.find(Assignment, assignment), AssignmentWithdrawn, details, reason=reason)

    @command()
    def complete_assignment(self, assignment: str, *, remark: str | None = None, **details: Unpack[Details]) -> Receipt:
        """The task is done; a report that was missed stays missed."""
        return self.record(self.find(Assignment, assignment), AssignmentCompleted, details, remark=remark)
