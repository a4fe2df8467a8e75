"""What can happen to a meeting. Stored names, for ever: see ``governance.model.event``."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.model.event import Digest, Event, Frozen, Key, NoteText, Party, Ref, Text, TimeOfDay, stored_as
from governance.time import When

__all__ = [
    "ActionAgreed",
    "ActionCarriedOver",
    "ActionClosed",
    "ActionEscalated",
    "Attendance",
    "DecisionTaken",
    "HostChanged",
    "MeetingCalled",
    "MeetingCancelled",
    "MeetingFeedbackGiven",
    "MeetingHeld",
    "MeetingPrepared",
    "MeetingRescheduled",
    "MeetingScheduled",
    "MinutesApproved",
    "MinutesDrafted",
    "MinutesPublished",
    "MinutesRejected",
    "MinutesSubmitted",
    "PapersSent",
]


class Attendance(Frozen):
    """Who was expected and who came: one person, or so many of a member; ``role`` says in which capacity, ``apology``
    that who did not come had sent one."""

    person: Party | None = None
    member: Key | None = None
    role: Key | None = None
    expected: Annotated[int, Field(ge=0, le=100_000)] = 1
    present: Annotated[int, Field(ge=0, le=100_000)] = 1
    apology: Literal[True] | None = None


@stored_as("governance.meeting.MeetingScheduled")
class MeetingScheduled(Event):
    """Planned for a day, or for a month where the day is open; ``key`` is its name for ever, wherever it moves."""

    network: Key
    key: Key
    kind: Key
    planned_on: When
    planned_at: TimeOfDay | None = None
    host: Key | None = None
    place: Text | None = None


@stored_as("governance.meeting.MeetingRescheduled")
class MeetingRescheduled(Event):
    toggles: ClassVar[bool] = True

    planned_on: When
    planned_at: TimeOfDay | None = None
    reason: Text | None = None


@stored_as("governance.meeting.MeetingCalled")
class MeetingCalled(Event):
    """The notice went out; ``agenda`` is frozen as it was sent. ``reason`` says why at shorter notice than usual."""

    agenda: tuple[Text, ...] = ()
    document: Digest | None = None
    reason: Text | None = None


@stored_as("governance.meeting.PapersSent")
class PapersSent(Event):
    """``what`` is ``agenda``, ``papers``, or a word of the mandate's."""

    what: Key
    recipient: Key | None = None
    document: Digest | None = None


@stored_as("governance.meeting.MeetingPrepared")
class MeetingPrepared(Event):
    by: Party | None = None
    document: Digest | None = None


@stored_as("governance.meeting.HostChanged")
class HostChanged(Event):
    toggles: ClassVar[bool] = True

    host: Key
    reason: Text | None = None


@stored_as("governance.meeting.MeetingHeld")
class MeetingHeld(Event):
    """The effective day is the day on which it was held."""

    led_by: Party | None = None
    attendance: tuple[Attendance, ...] = ()


@stored_as("governance.meeting.MeetingCancelled")
class MeetingCancelled(Event):
    reason: Text | None = None


@stored_as("governance.meeting.DecisionTaken")
class DecisionTaken(Event):
    key: Key
    text: Text
    document: Digest | None = None


@stored_as("governance.meeting.ActionAgreed")
class ActionAgreed(Event):
    key: Key
    text: Text
    responsible: Party | None = None
    due: When | None = None


@stored_as("governance.meeting.ActionClosed")
class ActionClosed(Event):
    key: Key
    outcome: Text | None = None


@stored_as("governance.meeting.ActionCarriedOver")
class ActionCarriedOver(Event):
    """Still open, and taken to a later meeting."""

    key: Key
    to: Ref
    reason: Text | None = None


@stored_as("governance.meeting.ActionEscalated")
class ActionEscalated(Event):
    """Taken to a role or an organisation; it stays open until it is closed."""

    key: Key
    to: Key
    reason: Text | None = None


@stored_as("governance.meeting.MinutesDrafted")
class MinutesDrafted(Event):
    toggles: ClassVar[bool] = True

    by: Party | None = None
    document: Digest | None = None


@stored_as("governance.meeting.MinutesApproved")
class MinutesApproved(Event):
    by: Party
    document: Digest | None = None


@stored_as("governance.meeting.MinutesRejected")
class MinutesRejected(Event):
    toggles: ClassVar[bool] = True

    by: Party
    reasons: Text


MinutesApproved.again_after = (MinutesRejected,)


@stored_as("governance.meeting.MinutesSubmitted")
class MinutesSubmitted(Event):
    """``checkpoint`` is the one that the minutes themselves bear: whoever holds them holds an anchor of the record."""

    document: Digest | None = None
    recipient: Key | None = None
    by: Party | None = None
    checkpoint: NoteText | None = None


@stored_as("governance.meeting.MinutesPublished")
class MinutesPublished(Event):
    """For everybody to read, at ``where``."""

    where: Text | None = None
    document: Digest | None = None


@stored_as("governance.meeting.MeetingFeedbackGiven")
class MeetingFeedbackGiven(Event):
    """What the meeting said was passed on to ``recipient``; ``given_as`` is the role in which ``by`` spoke."""

    recipient: Key
    by: Party | None = None
    given_as: Key | None = None
    about: Text | None = None
