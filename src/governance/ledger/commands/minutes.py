"""Minutes: drafted, approved or rejected, submitted, published."""

from typing import Unpack

from governance.errors import (
    MeetingIsCancelled,
    MeetingNotHeld,
    MinutesApprovedAlready,
    MinutesAreRejected,
    MinutesMissing,
    MinutesPrecedeMeeting,
    MinutesSubmittedAlready,
)
from governance.ledger.command import command
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.event import Digest
from governance.model.meeting import Meeting
from governance.model.meeting_events import (
    MinutesApproved,
    MinutesDrafted,
    MinutesPublished,
    MinutesRejected,
    MinutesSubmitted,
)


class MinutesCommands(Draft):
    @command(refuses=(MeetingNotHeld, MinutesPrecedeMeeting))
    def draft_minutes(
        self, meeting: str, *, by: str | None = None, document: Digest | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """Minutes are written."""
        return self.record(self.find(Meeting, meeting), MinutesDrafted, details, by=self.party(by), document=document)

    @command(refuses=(MinutesMissing, MinutesAreRejected, MinutesApprovedAlready))
    def approve_minutes(
        self, meeting: str, *, by: str, document: Digest | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """An approver signs them."""
        return self.record(self.find(Meeting, meeting), MinutesApproved, details, by=self.party(by), document=document)

    @command(refuses=(MinutesMissing, MinutesApprovedAlready))
    def reject_minutes(self, meeting: str, *, by: str, reasons: str, **details: Unpack[Details]) -> Receipt:
        """An approver does not sign them, with reasons."""
        return self.record(self.find(Meeting, meeting), MinutesRejected, details, by=self.party(by), reasons=reasons)

    @command(refuses=(MeetingNotHeld, MinutesPrecedeMeeting, MinutesSubmittedAlready))
    def submit_minutes(
        self,
        meeting: str,
        *,
        document: Digest | None = None,
        recipient: str | None = None,
        by: str | None = None,
        checkpoint: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """They are sent in, to each recipient by itself. ``checkpoint`` is the one that they bear, if any: whoever has
        the minutes can hold the record against it.
        """
        fields = {"document": document, "recipient": recipient, "by": self.party(by), "checkpoint": checkpoint}
        return self.record(self.find(Meeting, meeting), MinutesSubmitted, details, **fields)

    @command(refuses=(MeetingNotHeld, MinutesPrecedeMeeting, MeetingIsCancelled))
    def publish_minutes(
        self, meeting: str, *, where: str | None = None, document: Digest | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """They are there for everybody to read."""
        return self.record(self.find(Meeting, meeting), MinutesPublished, details, where=where, document=document)
