"""The meeting: planned, called, held or cancelled, minuted, and its minutes submitted.

Facts are accepted in any order: a rule refuses what cannot be true beside the others, whichever was recorded first.
Only that a meeting was held is recorded before what it brought.
"""

from collections.abc import Sequence
from datetime import date
from typing import get_args

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
from governance.model.aggregate import Aggregate, Context, happened, require_party, same_time
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
    def plan(self) -> MeetingScheduled | MeetingRescheduled | None:
        """What was decided last about when it is to be."""
        return self.latest(MeetingRescheduled) or self.scheduled

    @property
    def plans(self) -> list[MeetingScheduled | MeetingRescheduled]:
        """What was decided about when it is to be, in the order of the days on which it was."""
        first = [self.scheduled] if self.scheduled else []
        return [*first, *sorted(self.all(MeetingRescheduled), key=happened)]

    @property
    def planned_on(self) -> When | None:
        return self.plan.planned_on if self.plan else None

    @property
    def planned_at(self) -> str | None:
        """The time of the planned day, if recorded."""
        return self.plan.planned_at if self.plan else None

    @property
    def host(self) -> str | None:
        return self._host_by(None)

    def _host_by(self, day: date | None) -> str | None:
        event = self.latest(HostChanged, day)
        return event.host if event else self.scheduled.host if self.scheduled else None

    def agreed(self, key: str) -> bool:
        """Whether it agreed on an action with this key."""
        return any(e.key == key for e in self.all(ActionAgreed))

    def carried_over(self, key: str) -> str | None:
        """The meeting to which it carried an action over, the last time that it did."""
        carried = [e for e in self.all(ActionCarriedOver) if e.key == key]
        return max(carried, key=happened).to if carried else None


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
    """It had joined by the meeting's day; for one that is yet to come, by today."""
    day = min(planned_on.last, context.today)
    if not context.body.has_joined(host, day):
        raise NotAMember(member=host, network=_("the network"), day=day)


def _not_over(meeting: Meeting, event: MeetingHeld | MeetingCancelled) -> None:
    """Neither held nor cancelled, on whatever day."""
    if held := meeting.held:
        raise MeetingIsHeld(meeting=meeting.ref, day=held.effective_on)
    if gone := meeting.cancelled:
        raise MeetingIsCancelled(meeting=meeting.ref, day=gone.effective_on)


_Planning = MeetingRescheduled | MeetingCalled | PapersSent | MeetingPrepared | HostChanged


def _not_cancelled_by_then(meeting: Meeting, event: _Planning) -> None:
    gone = meeting.cancelled
    if gone and event.effective_on.first > gone.effective_on.last:
        raise MeetingIsCancelled(meeting=meeting.ref, day=gone.effective_on)


def _cancelled(meeting: Meeting, event: MeetingCancelled, context: Context) -> None:
    _not_over(meeting, event)
    _not_before(meeting, event, meeting.all(*get_args(_Planning)))


def _not_before(meeting: Meeting, event: MeetingHeld | MeetingCancelled, planning: Sequence[Event]) -> None:
    for step in planning:
        if event.effective_on.last < step.effective_on.first:
            raise MeetingPrecedesItsPlanning(when=event.effective_on, meeting=meeting.ref, day=step.effective_on)


def _rescheduled(meeting: Meeting, event: MeetingRescheduled, context: Context) -> None:
    _not_cancelled_by_then(meeting, event)
    held = meeting.held
    if held and event.effective_on.first > held.effective_on.last:
        raise MeetingIsHeld(meeting=meeting.ref, day=held.effective_on)
    plan = meeting.latest(MeetingRescheduled, event.effective_on.last) or meeting.scheduled
    if plan and event.planned_on == plan.planned_on and event.planned_at in (None, plan.planned_at):
        raise MeetingPlannedThen(meeting=meeting.ref, day=event.planned_on)
    context.body.require_alive(event.planned_on.first)


def _before_meeting(meeting: Meeting, event: MeetingCalled | PapersSent | MeetingPrepared, context: Context) -> None:
    """Called and prepared no later than it was held or cancelled; it may be recorded afterwards."""
    _not_cancelled_by_then(meeting, event)
    if meeting.held and event.effective_on.first > meeting.held.effective_on.last:
        raise FollowsMeeting(when=event.effective_on, meeting=meeting.ref, day=meeting.held.effective_on)
    if isinstance(event, MeetingPrepared):
        require_party(event.by, context)
    if isinstance(event, PapersSent):
        context.body.require_addressee(event.recipient, event.effective_on.last)


def _host_changed(meeting: Meeting, event: HostChanged, context: Context) -> None:
    _not_cancelled_by_then(meeting, event)
    if event.host == meeting._host_by(event.effective_on.last):  # noqa: SLF001 - the rules are part of the class
        raise HostAlready(host=event.host, meeting=meeting.ref)
    when = meeting.held.effective_on if meeting.held else meeting.planned_on
    _host_is_member(event.host, when or event.effective_on, context)


def _held(meeting: Meeting, event: MeetingHeld, context: Context) -> None:
    _not_over(meeting, event)
    context.body.require_alive(event.effective_on.last)
    _not_before(meeting, event, meeting.all(MeetingCalled, PapersSent, MeetingPrepared))
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
    if line.member and not context.body.has_joined(line.member, day):
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


def _action(meeting: Meeting, event: ActionClosed | ActionCarriedOver | ActionEscalated, context: Context) -> None:
    """One that this meeting agreed on, or that was carried over to it; it is closed once."""
    _at_meeting(meeting, event, context)
    if not meeting.agreed(event.key) and not context.carried_to(meeting.ref, event.key):
        raise ActionUnknown(key=event.key, meeting=meeting.ref)
    closed = [e for e in meeting.all(ActionClosed) if e.key == event.key]
    if isinstance(event, ActionClosed):
        done = any(e.effective_on.first <= event.effective_on.last for e in closed)
    else:
        done = any(e.effective_on.last < event.effective_on.first for e in closed)
    if done:
        raise ActionUnknown(key=event.key, meeting=meeting.ref)
    if isinstance(event, ActionEscalated):
        context.body.require_addressee(event.to, event.effective_on.last)


def _feedback(meeting: Meeting, event: MeetingFeedbackGiven, context: Context) -> None:
    _at_meeting(meeting, event, context)
    require_party(event.by, context)
    context.body.require_addressee(event.recipient, event.effective_on.last)


_Minutes = MinutesDrafted | MinutesApproved | MinutesRejected | MinutesSubmitted | MinutesPublished


def _of_held_meeting(meeting: Meeting, event: _Minutes, context: Context) -> None:
    """That the meeting was held is recorded before its minutes are."""
    if gone := meeting.cancelled:
        raise MeetingIsCancelled(meeting=meeting.ref, day=gone.effective_on)
    held = meeting.held
    if held is None:
        raise MeetingNotHeld(meeting=meeting.ref)
    if event.effective_on.last < held.effective_on.first:
        raise MinutesPrecedeMeeting(when=event.effective_on, meeting=meeting.ref, day=held.effective_on)
    if not isinstance(event, MinutesPublished):
        require_party(event.by, context)


def _judged(meeting: Meeting, event: MinutesApproved | MinutesRejected, context: Context) -> None:
    """Minutes are there to be judged: drafted by then, or submitted, as what was submitted had been written."""
    _of_held_meeting(meeting, event, context)
    drafted = any(draft.effective_on.first <= event.effective_on.last for draft in meeting.all(MinutesDrafted))
    if not drafted and not meeting.all(MinutesSubmitted):
        raise MinutesMissing(meeting=meeting.ref, day=event.effective_on)
    if any(same_time(draft, event) for draft in meeting.all(MinutesDrafted)):
        return  # written anew on that day, they can be judged anew
    judged = [e for e in meeting.all(MinutesApproved, MinutesRejected) if e.by == event.by and same_time(e, event)]
    if any(isinstance(e, MinutesApproved) for e in judged):
        raise MinutesApprovedAlready(by=event.by, meeting=meeting.ref)
    if judged and isinstance(event, MinutesApproved):
        raise MinutesAreRejected(meeting=meeting.ref, day=judged[0].effective_on)


def _submitted(meeting: Meeting, event: MinutesSubmitted, context: Context) -> None:
    """To each recipient by itself; to the same one again on another day they were sent twice."""
    _of_held_meeting(meeting, event, context)
    context.body.require_addressee(event.recipient, event.effective_on.last)
    for sent in meeting.all(MinutesSubmitted):
        if sent.recipient == event.recipient and same_time(sent, event):
            raise MinutesSubmittedAlready(meeting=meeting.ref, day=sent.effective_on)
    if event.checkpoint:
        context.require_checkpoint(event.checkpoint)


Meeting.rules = {
    MeetingScheduled: _scheduled,
    MeetingRescheduled: _rescheduled,
    MeetingCalled: _before_meeting,
    PapersSent: _before_meeting,
    MeetingPrepared: _before_meeting,
    HostChanged: _host_changed,
    MeetingHeld: _held,
    MeetingCancelled: _cancelled,
    DecisionTaken: _new_item,
    ActionAgreed: _new_item,
    ActionClosed: _action,
    ActionCarriedOver: _action,
    ActionEscalated: _action,
    MinutesDrafted: _of_held_meeting,
    MinutesApproved: _judged,
    MinutesRejected: _judged,
    MinutesSubmitted: _submitted,
    MinutesPublished: _of_held_meeting,
    MeetingFeedbackGiven: _feedback,
}
