"""Meetings: scheduled, moved, called, prepared, held or cancelled, and what they bring."""

from collections.abc import Sequence
from typing import Unpack

from governance.errors import (
    ActionExists,
    ActionUnknown,
    AddresseeUnknown,
    FollowsMeeting,
    HostAlready,
    InTheFuture,
    MeetingExists,
    MeetingIsCancelled,
    MeetingIsHeld,
    MeetingKindUnknown,
    MeetingNotHeld,
    MeetingPlannedThen,
    NetworkIsDissolved,
    NotAMember,
    PrecedesMeeting,
)
from governance.ledger.command import command
from governance.ledger.commands.values import Day, when_of
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.event import Digest
from governance.model.meeting import Meeting
from governance.model.meeting_events import (
    ActionAgreed,
    ActionCarriedOver,
    ActionClosed,
    ActionEscalated,
    Attendance,
    DecisionTaken,
    HostChanged,
    MeetingCalled,
    MeetingCancelled,
    MeetingFeedbackGiven,
    MeetingHeld,
    MeetingPrepared,
    MeetingRescheduled,
    MeetingScheduled,
    PapersSent,
)
from governance.model.network import Network
from governance.time import When


class MeetingCommands(Draft):
    @command(refuses=(MeetingExists, MeetingKindUnknown, NotAMember, NetworkIsDissolved))
    def schedule_meeting(
        self,
        network: str,
        *,
        planned_on: Day,
        kind: str,
        planned_at: str | None = None,
        host: str | None = None,
        place: str | None = None,
        key: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """A meeting is planned. It is called ``NETWORK/KEY`` for ever; the key is the planned day where left out."""
        body, planned = self.find(Network, network), When.of(planned_on)
        key = key or str(planned)
        fields = {
            "network": body.ref,
            "key": key,
            "kind": self.called(body, "meeting_kinds", kind),
            "planned_on": planned,
            "planned_at": planned_at,
            "host": host,
            "place": place,
        }
        return self.record(self.load(Meeting, f"meeting:{body.ref}/{key}"), MeetingScheduled, details, **fields)

    @command(refuses=(MeetingPlannedThen, MeetingIsHeld, MeetingIsCancelled))
    def reschedule_meeting(
        self,
        meeting: str,
        *,
        planned_on: Day,
        planned_at: str | None = None,
        reason: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """It moves to another day or time."""
        fields = {"planned_on": When.of(planned_on), "planned_at": planned_at, "reason": reason}
        return self.record(self.find(Meeting, meeting), MeetingRescheduled, details, **fields)

    @command(refuses=(FollowsMeeting, MeetingIsCancelled))
    def call_meeting(
        self,
        meeting: str,
        *,
        agenda: Sequence[str] = (),
        document: Digest | None = None,
        reason: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The notice goes out; the agenda is kept as it was sent. ``reason`` says why at shorter notice than usual."""
        return self.record(
            self.find(Meeting, meeting), MeetingCalled, details, agenda=tuple(agenda), document=document, reason=reason
        )

    @command(refuses=(FollowsMeeting, MeetingIsCancelled, AddresseeUnknown))
    def send_papers(
        self,
        meeting: str,
        *,
        what: str,
        recipient: str | None = None,
        document: Digest | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The ``agenda``, the ``papers``, or what else the mandate calls them, go out before the meeting."""
        return self.record(
            self.find(Meeting, meeting), PapersSent, details, what=what, recipient=recipient, document=document
        )

    @command(refuses=(FollowsMeeting, MeetingIsCancelled))
    def prepare_meeting(
        self, meeting: str, *, by: str | None = None, document: Digest | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """It is prepared."""
        return self.record(self.find(Meeting, meeting), MeetingPrepared, details, by=self.party(by), document=document)

    @command(refuses=(NotAMember, HostAlready, MeetingIsCancelled))
    def change_host(self, meeting: str, *, host: str, reason: str | None = None, **details: Unpack[Details]) -> Receipt:
        """Another member hosts it."""
        return self.record(self.find(Meeting, meeting), HostChanged, details, host=host, reason=reason)

    @command(refuses=(InTheFuture, MeetingIsHeld, MeetingIsCancelled, NotAMember))
    def hold_meeting(
        self,
        meeting: str,
        *,
        led_by: str | None = None,
        attendance: Sequence[Attendance] = (),
        **details: Unpack[Details],
    ) -> Receipt:
        """It was held, on the day ``on``."""
        return self.record(
            self.find(Meeting, meeting), MeetingHeld, details, led_by=self.party(led_by), attendance=tuple(attendance)
        )

    @command(refuses=(MeetingIsHeld, MeetingIsCancelled))
    def cancel_meeting(self, meeting: str, *, reason: str | None = None, **details: Unpack[Details]) -> Receipt:
        """It will not be held."""
        return self.record(self.find(Meeting, meeting), MeetingCancelled, details, reason=reason)

    @command(refuses=(MeetingNotHeld, PrecedesMeeting, ActionExists))
    def take_decision(
        self, meeting: str, *, key: str, text: str, document: Digest | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """The meeting decides."""
        return self.record(self.find(Meeting, meeting), DecisionTaken, details, key=key, text=text, document=document)

    @command(refuses=(MeetingNotHeld, PrecedesMeeting, ActionExists))
    def agree_action(
        self,
        meeting: str,
        *,
        key: str,
        text: str,
        responsible: str | None = None,
        due: Day | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The meeting gives somebody something to do."""
        fields = {"key": key, "text": text, "responsible": self.party(responsible), "due": when_of(due)}
        return self.record(self.find(Meeting, meeting), ActionAgreed, details, **fields)

    @command(refuses=(ActionUnknown, PrecedesMeeting))
    def close_action(
        self, meeting: str, *, key: str, outcome: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """An agreed action is done."""
        return self.record(self.find(Meeting, meeting), ActionClosed, details, key=key, outcome=outcome)

    @command(refuses=(ActionUnknown, PrecedesMeeting))
    def carry_over_action(
        self, meeting: str, *, key: str, to: str, reason: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """An open action is taken to a later meeting."""
        return self.record(
            self.find(Meeting, meeting),
            ActionCarriedOver,
            details,
            key=key,
            to=self.find(Meeting, to).ref,
            reason=reason,
        )

    @command(refuses=(ActionUnknown, PrecedesMeeting, AddresseeUnknown))
    def escalate_action(
        self, meeting: str, *, key: str, to: str, reason: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """An open action is taken to a role or an organisation; it stays open until it is closed."""
        return self.record(self.find(Meeting, meeting), ActionEscalated, details, key=key, to=to, reason=reason)

    @command(refuses=(MeetingNotHeld, AddresseeUnknown))
    def give_meeting_feedback(
        self,
        meeting: str,
        *,
        recipient: str,
        by: str | None = None,
        given_as: str | None = None,
        about: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """What the meeting said is passed on to ``recipient``."""
        fields = {"recipient": recipient, "by": self.party(by), "given_as": given_as, "about": about}
        return self.record(self.find(Meeting, meeting), MeetingFeedbackGiven, details, **fields)
