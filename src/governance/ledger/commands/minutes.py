"""Minutes: drafted, approved or rejected, submitted, published."""

from typing import Unpack

from governance.ledger.commands.telling import Telling
from governance.ledger.receipt import Receipt, Told
from governance.model.event import Digest
from governance.model.meeting import Meeting
from governance.model.meeting_events import (
    MinutesApproved,
    MinutesDrafted,
    MinutesPublished,
    MinutesRejected,
    MinutesSubmitted,
)


class MinutesCommands(Telling):
    def draft_minutes(
        self, meeting: str, *, by: str | None = None, document: Digest | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """Minutes are written. Refused: MeetingNotHeld, MinutesPrecedeMeeting."""
        return self._minutes(meeting, MinutesDrafted, told, by=self._party(by), document=document)

    def approve_minutes(
        self, meeting: str, *, by: str, document: Digest | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """An approver signs them. Refused: MinutesMissing, MinutesAreRejected, MinutesApprovedAlready."""
        return self._minutes(meeting, MinutesApproved, told, by=self._party(by), document=document)

    def reject_minutes(self, meeting: str, *, by: str, reasons: str, **told: Unpack[Told]) -> Receipt:
        """An approver does not sign them, with reasons. Refused: MinutesMissing, MinutesApprovedAlready."""
        return self._minutes(meeting, MinutesRejected, told, by=self._party(by), reasons=reasons)

    def submit_minutes(
        self,
        meeting: str,
        *,
        document: Digest | None = None,
        recipient: str | None = None,
        by: str | None = None,
        checkpoint: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """They are sent in, to each recipient by itself. ``checkpoint`` is the one that they bear, if any: whoever has
        the minutes can hold the record against it.

        Refused: MeetingNotHeld, MinutesPrecedeMeeting, MinutesSubmittedAlready (on that day, to the same recipient).
        """
        fields = {"document": document, "recipient": recipient, "by": self._party(by), "checkpoint": checkpoint}
        return self._minutes(meeting, MinutesSubmitted, told, **fields)

    def publish_minutes(
        self, meeting: str, *, where: str | None = None, document: Digest | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """They are there for everybody to read. Refused: MeetingNotHeld, MinutesPrecedeMeeting, MeetingIsCancelled."""
        return self._minutes(meeting, MinutesPublished, told, where=where, document=document)

    def _minutes(self, meeting: str, event: type, told: Told, **fields: object) -> Receipt:
        return self._tell(Meeting, self._ref(Meeting, meeting), event, told, fields)
