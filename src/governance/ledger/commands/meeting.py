"""Meetings: scheduled, moved, called, prepared, held or cancelled, and what they bring."""

from collections.abc import Sequence
from typing import Unpack

from governance.ledger.commands.telling import Day, Telling, when_of
from governance.ledger.receipt import Receipt, Told
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


class MeetingCommands(Telling):
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
        **told: Unpack[Told],
    ) -> Receipt:
        """A meeting is planned. It is called ``NETWORK/KEY`` for ever; the key is the planned day where left out.

        Refused: MeetingExists, MeetingKindUnknown, NotAMember (the host), NetworkIsDissolved.
        """
        ref, planned = self._ref(Network, network), When.of(planned_on)
        key = key or str(planned)
        fields = {
            "network": ref,
            "key": key,
            "kind": self._called(ref, "meeting_kinds", kind),
            "planned_on": planned,
            "planned_at": planned_at,
            "host": host,
            "place": place,
        }
        return self._tell(Meeting, f"{ref}/{key}", MeetingScheduled, told, fields)

    def reschedule_meeting(
        self,
        meeting: str,
        *,
        planned_on: Day,
        planned_at: str | None = None,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """It moves to another day or time. Refused: MeetingPlannedThen, MeetingIsHeld, MeetingIsCancelled."""
        fields = {"planned_on": When.of(planned_on), "planned_at": planned_at, "reason": reason}
        return self._meeting(meeting, MeetingRescheduled, told, **fields)

    def call_meeting(
        self,
        meeting: str,
        *,
        agenda: Sequence[str] = (),
        document: Digest | None = None,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The notice goes out; the agenda is kept as it was sent. ``reason`` says why at shorter notice than usual.

        Refused: FollowsMeeting, MeetingIsCancelled.
        """
        return self._meeting(meeting, MeetingCalled, told, agenda=tuple(agenda), document=document, reason=reason)

    def send_papers(
        self,
        meeting: str,
        *,
        what: str,
        recipient: str | None = None,
        document: Digest | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The ``agenda``, the ``papers``, or what else the mandate calls them, go out before the meeting.

        Refused: FollowsMeeting, MeetingIsCancelled, AddresseeUnknown.
        """
        return self._meeting(meeting, PapersSent, told, what=what, recipient=recipient, document=document)

    def prepare_meeting(
        self, meeting: str, *, by: str | None = None, document: Digest | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """It is prepared. Refused: FollowsMeeting, MeetingIsCancelled."""
        return self._meeting(meeting, MeetingPrepared, told, by=self._party(by), document=document)

    def change_host(self, meeting: str, *, host: str, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """Another member hosts it. Refused: NotAMember, HostAlready, MeetingIsCancelled."""
        return self._meeting(meeting, HostChanged, told, host=host, reason=reason)

    def hold_meeting(
        self,
        meeting: str,
        *,
        led_by: str | None = None,
        attendance: Sequence[Attendance] = (),
        **told: Unpack[Told],
    ) -> Receipt:
        """It was held, on the day ``on``. Refused: InTheFuture, MeetingIsHeld, MeetingIsCancelled, NotAMember."""
        return self._meeting(meeting, MeetingHeld, told, led_by=self._party(led_by), attendance=tuple(attendance))

    def cancel_meeting(self, meeting: str, *, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """It will not be held. Refused: MeetingIsHeld, MeetingIsCancelled."""
        return self._meeting(meeting, MeetingCancelled, told, reason=reason)

    def take_decision(
        self, meeting: str, *, key: str, text: str, document: Digest | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """The meeting decides. Refused: MeetingNotHeld, PrecedesMeeting, ActionExists."""
        return self._meeting(meeting, DecisionTaken, told, key=key, text=text, document=document)

    def agree_action(
        self,
        meeting: str,
        *,
        key: str,
        text: str,
        responsible: str | None = None,
        due: Day | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The meeting gives somebody something to do. Refused: MeetingNotHeld, PrecedesMeeting, ActionExists."""
        fields = {"key": key, "text": text, "responsible": self._party(responsible), "due": when_of(due)}
        return self._meeting(meeting, ActionAgreed, told, **fields)

    def close_action(self, meeting: str, *, key: str, outcome: str | None = None, **told: Unpack[Told]) -> Receipt:
        """An agreed action is done. Refused: ActionUnknown, PrecedesMeeting."""
        return self._meeting(meeting, ActionClosed, told, key=key, outcome=outcome)

    def carry_over_action(
        self, meeting: str, *, key: str, to: str, reason: str | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """An open action is taken to a later meeting. Refused: ActionUnknown, PrecedesMeeting."""
        return self._meeting(meeting, ActionCarriedOver, told, key=key, to=self._ref(Meeting, to), reason=reason)

    def escalate_action(
        self, meeting: str, *, key: str, to: str, reason: str | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """An open action is taken to a role or an organisation; it stays open until it is closed.

        Refused: ActionUnknown, PrecedesMeeting, AddresseeUnknown.
        """
        return self._meeting(meeting, ActionEscalated, told, key=key, to=to, reason=reason)

    def give_meeting_feedback(
        self,
        meeting: str,
        *,
        recipient: str,
        by: str | None = None,
        given_as: str | None = None,
        about: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """What the meeting said is passed on to ``recipient``. Refused: MeetingNotHeld, AddresseeUnknown."""
        fields = {"recipient": recipient, "by": self._party(by), "given_as": given_as, "about": about}
        return self._meeting(meeting, MeetingFeedbackGiven, told, **fields)

    def _meeting(self, meeting: str, event: type, told: Told, **fields: object) -> Receipt:
        return self._tell(Meeting, self._ref(Meeting, meeting), event, told, fields)
