"""The meeting: planned, called, held or cancelled, minuted, and its minutes submitted."""

from datetime import date

from governance.errors import (
    ActionExists,
    ActionUnknown,
    AttendanceImpossible,
    FollowsMeeting,
    HostAlready,
    MeetingExists,
    MeetingIsCancelled,
    MeetingIsHeld,
    MeetingKindUnknown,
    MeetingNotHeld,
    MeetingPlannedThen,
    MeetingPrecedesItsPlanning,
    MinutesApprovedAlready,
    MinutesAreRejected,
    MinutesMissing,
    MinutesPrecedeMeeting,
    MinutesSubmittedAlready,
    NotAMember,
    PrecedesMeeting,
)
from governance.model.aggregate import Aggregate, Context, require_party
from governance.model.event import Event
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
    MinutesApproved,
    MinutesDrafted,
    MinutesPublished,
    MinutesRejected,
    MinutesSubmitted,
    PapersSent,
)
from governance.text import _
from governance.time import When

__all__ = [
    "Meeting",
    "MeetingCalled",
    "MeetingCancelled",
    "MeetingFeedbackGiven",
    "MeetingHeld",
    "MeetingPrepared",
    "MeetingRescheduled",
    "MeetingScheduled",
    "MinutesApproved",
    "MinutesDrafted",
    "MinutesSubmitted",
]


class Meeting(Aggregate):
    """The history of one meeting, ``meeting:NETWORK/KEY``."""

    kind = "meeting"
    begins_with = MeetingScheduled

    @property
    def scheduled(self) -> MeetingScheduled | None:
        return self.last(MeetingScheduled)

    @property
    def held(self) -> MeetingHeld | None:
        return self.last(MeetingHeld)

    @property
    def cancelled(self) -> MeetingCancelled | None:
        return self.last(MeetingCancelled)

    @property
    def planned_on(self) -> When | None:
        event = self.last(MeetingRescheduled, MeetingScheduled)
        return event.planned_on if event else None

    @property
    def planned_at(self) -> str | None:
        """The time of the planned day, where it is told."""
        event = self.last(MeetingRescheduled, MeetingScheduled)
        return event.planned_at if event else None

    @property
    def host(self) -> str | None:
        event = self.last(HostChanged)
        return event.host if event else self.scheduled.host if self.scheduled else None

    @property
    def open_actions(self) -> list[ActionAgreed]:
        done = {e.key for e in self.all(ActionClosed, ActionCarriedOver)}
        return [e for e in self.all(ActionAgreed) if e.key not in done]


def _scheduled(meeting: Meeting, event: MeetingScheduled, context: Context) -> None:
    if meeting.begun:
        raise MeetingExists(meeting=meeting.ref)
    context.body.require_alive(event.effective_on.last)
    mandate = context.body.mandate_on(event.planned_on.last) or context.body.mandate_on(context.today)
    if mandate and mandate.meeting_kinds:
        known = [kind.key for kind in mandate.meeting_kinds]
        if event.kind not in known:
            raise MeetingKindUnknown(kind=event.kind, allowed=", ".join(known))
    if event.host:
        _host_is_member(event.host, event.planned_on, context)


def _host_is_member(host: str, planned_on: When, context: Context) -> None:
    """On the meeting's day; for one that is yet to come, today."""
    day = min(planned_on.last, context.today)
    if not context.body.is_member(host, day):
        raise NotAMember(member=host, network=_("the network"), day=day)


def _not_over(meeting: Meeting, event: Event, context: Context) -> None:
    """Neither held nor cancelled."""
    if held := meeting.held:
        raise MeetingIsHeld(meeting=meeting.ref, day=held.effective_on)
    _not_cancelled(meeting, event, context)


def _not_cancelled(meeting: Meeting, event: Event, context: Context) -> None:
    if gone := meeting.cancelled:
        raise MeetingIsCancelled(meeting=meeting.ref, day=gone.effective_on)


def _rescheduled(meeting: Meeting, event: MeetingRescheduled, context: Context) -> None:
    _not_over(meeting, event, context)
    if event.planned_on == meeting.planned_on and event.planned_at in (None, meeting.planned_at):
        raise MeetingPlannedThen(meeting=meeting.ref, day=event.planned_on)
    context.body.require_alive(event.planned_on.first)


def _before_meeting(meeting: Meeting, event: MeetingCalled | PapersSent | MeetingPrepared, context: Context) -> None:
    """Called and prepared no later than it was held; it may be recorded afterwards."""
    _not_cancelled(meeting, event, context)
    if meeting.held and event.effective_on.first > meeting.held.effective_on.last:
        raise FollowsMeeting(when=event.effective_on, meeting=meeting.ref, day=meeting.held.effective_on)
    if isinstance(event, MeetingPrepared):
        require_party(event.by, context)
    if isinstance(event, PapersSent):
        context.body.require_addressee(event.recipient, event.effective_on.last)


def _host_changed(meeting: Meeting, event: HostChanged, context: Context) -> None:
    _not_cancelled(meeting, event, context)
    if event.host == meeting.host:
        raise HostAlready(host=event.host, meeting=meeting.ref)
    when = meeting.held.effective_on if meeting.held else meeting.planned_on
    _host_is_member(event.host, when or event.effective_on, context)


def _held(meeting: Meeting, event: MeetingHeld, context: Context) -> None:
    _not_over(meeting, event, context)
    context.body.require_alive(event.effective_on.last)
    for earlier in meeting.all(MeetingCalled, PapersSent, MeetingPrepared):
        if event.effective_on.last < earlier.effective_on.first:
            raise MeetingPrecedesItsPlanning(when=event.effective_on, meeting=meeting.ref, day=earlier.effective_on)
    require_party(event.led_by, context)
    for line in event.attendance:
        _attendance(line, event.effective_on.last, context)


def _attendance(line: Attendance, day: date, context: Context) -> None:
    require_party(line.person, context)
    who = line.person or line.member
    if who is None:
        raise AttendanceImpossible(who="-", problem=_("say which person or which member"))
    if line.person and (line.expected > 1 or line.present > 1):
        raise AttendanceImpossible(who=who, problem=_("one person counts once"))
    if line.apology and line.present:
        raise AttendanceImpossible(who=who, problem=_("who came did not send an apology"))
    if line.member and not context.body.is_member(line.member, day):
        raise NotAMember(member=line.member, network=_("the network"), day=day)


def _at_meeting(
    meeting: Meeting,
    event: DecisionTaken | ActionAgreed | ActionClosed | ActionCarriedOver | ActionEscalated | MeetingFeedbackGiven,
    context: Context,
) -> None:
    """What only a held meeting can bring."""
    held = meeting.held
    if held is None:
        raise MeetingNotHeld(meeting=meeting.ref)
    if event.effective_on.last < held.effective_on.first:
        raise PrecedesMeeting(when=event.effective_on, meeting=meeting.ref, day=held.effective_on)


def _new_item(meeting: Meeting, event: DecisionTaken | ActionAgreed, context: Context) -> None:
    _at_meeting(meeting, event, context)
    if any(e.key == event.key for e in meeting.all(DecisionTaken, ActionAgreed)):
        raise ActionExists(key=event.key, meeting=meeting.ref)
    if isinstance(event, ActionAgreed):
        require_party(event.responsible, context)


def _open_action(meeting: Meeting, event: ActionClosed | ActionCarriedOver | ActionEscalated, context: Context) -> None:
    _at_meeting(meeting, event, context)
    if all(action.key != event.key for action in meeting.open_actions):
        raise ActionUnknown(key=event.key, meeting=meeting.ref)
    if isinstance(event, ActionEscalated):
        context.body.require_addressee(event.to, event.effective_on.last)


def _feedback(meeting: Meeting, event: MeetingFeedbackGiven, context: Context) -> None:
    _at_meeting(meeting, event, context)
    require_party(event.by, context)
    context.body.require_addressee(event.recipient, event.effective_on.last)


_Minutes = MinutesDrafted | MinutesApproved | MinutesRejected | MinutesSubmitted | MinutesPublished


def _of_held_meeting(meeting: Meeting, event: _Minutes, context: Context) -> None:
    _not_cancelled(meeting, event, context)
    held = meeting.held
    if held is None:
        raise MeetingNotHeld(meeting=meeting.ref)
    if event.effective_on.last < held.effective_on.first:
        raise MinutesPrecedeMeeting(when=event.effective_on, meeting=meeting.ref, day=held.effective_on)
    if not isinstance(event, MinutesPublished):
        require_party(event.by, context)


def _not_submitted(meeting: Meeting, event: _Minutes, context: Context) -> None:
    _of_held_meeting(meeting, event, context)
    if sent := meeting.last(MinutesSubmitted):
        raise MinutesSubmittedAlready(meeting=meeting.ref, day=sent.effective_on)


def _judged(meeting: Meeting, event: MinutesApproved | MinutesRejected, context: Context) -> None:
    _of_held_meeting(meeting, event, context)
    written = meeting.all(MinutesDrafted, MinutesSubmitted)
    if all(draft.effective_on.first > event.effective_on.last for draft in written):
        raise MinutesMissing(meeting=meeting.ref, day=event.effective_on)
    _refuse_rejected(meeting)
    approved_since = [e.by for e in _since_last_rejection(meeting) if isinstance(e, MinutesApproved)]
    if event.by in approved_since:
        raise MinutesApprovedAlready(by=event.by, meeting=meeting.ref)


def _submitted(meeting: Meeting, event: MinutesSubmitted, context: Context) -> None:
    _not_submitted(meeting, event, context)
    _refuse_rejected(meeting)
    context.body.require_addressee(event.recipient, event.effective_on.last)
    if event.checkpoint:
        context.require_checkpoint(event.checkpoint)


def _refuse_rejected(meeting: Meeting) -> None:
    step = meeting.last(MinutesDrafted, MinutesApproved, MinutesRejected)
    if isinstance(step, MinutesRejected):
        raise MinutesAreRejected(meeting=meeting.ref, day=step.effective_on)


def _since_last_rejection(meeting: Meeting) -> list[Event]:
    steps: list[Event] = []
    for event in meeting.facts:
        steps = [] if isinstance(event, MinutesRejected) else [*steps, event]
    return steps


Meeting.rules = {
    MeetingScheduled: _scheduled,
    MeetingRescheduled: _rescheduled,
    MeetingCalled: _before_meeting,
    PapersSent: _before_meeting,
    MeetingPrepared: _before_meeting,
    HostChanged: _host_changed,
    MeetingHeld: _held,
    MeetingCancelled: _not_over,
    DecisionTaken: _new_item,
    ActionAgreed: _new_item,
    ActionClosed: _open_action,
    ActionCarriedOver: _open_action,
    ActionEscalated: _open_action,
    MinutesDrafted: _not_submitted,
    MinutesApproved: _judged,
    MinutesRejected: _judged,
    MinutesSubmitted: _submitted,
    MinutesPublished: _of_held_meeting,
    MeetingFeedbackGiven: _feedback,
}
