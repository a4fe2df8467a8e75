"""What a word for evidence holds: how it is said, what shows it, and what it goes with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from governance.compliance.facts import Facts, of_kind
from governance.duties.happening import Happening
from governance.model.event import Event
from governance.model.meeting import Meeting

__all__ = ["AT_MEETINGS", "JUDGED", "AfterEvent", "EvidenceKind", "Occasion"]

Occasion = Literal["meeting", "item", "other", "retention", "unmeasured"]
"""On what a word can be used: on each meeting, on open actions, on periods, events and whatever else can be judged, to
say what is kept, or what would speak of a duty that is never judged."""

JUDGED: frozenset[Occasion] = frozenset({"other", "retention", "unmeasured"})
AT_MEETINGS: frozenset[Occasion] = JUDGED | {"meeting"}


class AfterEvent(NamedTuple):
    """What a word means for a duty about an event that is about a role."""

    deed: str
    events: Callable[[Facts, Happening, Sequence[str]], Sequence[Event]] | None = None
    """What was recorded of it; takes the happening, and the roles that the duty names. Left out where it is whatever
    was recorded since the happening."""


@dataclass(frozen=True)
class EvidenceKind:
    """A word for what can be recorded; one row of the table ``EVIDENCE``, or an act of a mandate."""

    word: str
    label: str = ""
    """What is owed, in a table."""
    deed: str = ""
    """What somebody must do, after "must"."""
    fact: str = ""
    """That it was done, after "if" and "that"."""
    things: str = ""
    """What is left of it, in the plural."""
    sent: bool = False
    """Whether it goes to the counterparty."""
    deed_at_meeting: str = ""
    """The deed of a duty that is owed at each meeting, where it is another."""
    deed_at_kinds: str = ""
    """The deed of a duty that is owed at each meeting of some kinds, where it is another."""
    after: Mapping[str, AfterEvent] = field(default_factory=dict)
    """What else it means for a duty about one of these events."""

    events: tuple[type[Event], ...] = ()
    """The stored events that can show it: of a meeting, of the body, of its assignments."""
    where: Callable[[Any], bool] | None = None
    """Which of these events do; all where left out."""
    of_meeting: Callable[[Facts, Meeting, Sequence[str]], Sequence[Event]] | None = None
    """What shows it of a meeting, for a duty about these kinds of meeting, where ``events`` cannot say it."""
    of_body: Callable[[Facts], Sequence[Event]] | None = None
    """What shows it of the body, where ``events`` cannot say it."""

    on: frozenset[Occasion] = JUDGED
    comes: Literal["before", "at", "after"] | None = None
    """When it comes: only before a meeting, by the meeting itself, or only after it began."""
    of_living_body: bool = False
    """Whether only a body that exists, under a mandate, can do it."""
    holds: Literal["this", "next"] | None = None
    """Which meeting is held with it."""
    by_whom: bool = False
    """Whether it says who did it; of an appointment that is the one appointed."""
    to_whom: bool = False
    """Whether it can say to whom it went."""
    to_each: bool = False
    """Whether it is owed to each of several counterparties by itself, whatever the duty says."""
    about_a_role: bool = False
    by_leader: bool = False
    """Whether it counts only where the holder or a deputy led the meeting."""
    undone_by: "EvidenceKind | None" = None
    """What makes it begin anew while signatures are missing."""

    @property
    def signed(self) -> bool:
        """Whether it says who did it, so that somebody can sign; nobody signs an appointment."""
        return self.by_whom and not self.about_a_role

    @cached_property
    def _histories(self) -> frozenset[str]:
        """In which histories its events stand: ``network``, ``meeting``, ``assignment``."""
        return frozenset(event.topic.split(".")[1] for event in self.events)

    def _shown_in(self, events: Sequence[Event]) -> Sequence[Event]:
        return [event for event in events if self.where(event)] if self.where else events

    def in_meeting(self, facts: Facts, meeting: Meeting, kinds: Sequence[str] = ()) -> Sequence[Event]:
        """What was recorded of a meeting, in the order of the log; ``kinds`` say what its next meeting is."""
        if self.of_meeting:
            return self.of_meeting(facts, meeting, kinds)
        return self._shown_in(meeting.all(*self.events))

    def in_body(self, facts: Facts, kinds: Sequence[str] = ()) -> Sequence[Event]:
        """Everything that was recorded, of whatever occasion; of meetings, where ``kinds`` are given, in those only."""
        if self.of_body:
            return self.of_body(facts)
        events: list[Event] = []
        if "network" in self._histories and not (kinds and "meeting" in self._histories):
            events += facts.network.all(*self.events)
        if "assignment" in self._histories:
            events += [event for assignment in facts.assignments.values() for event in assignment.all(*self.events)]
        if "meeting" in self._histories:
            meetings = (meeting for meeting in facts.meetings.values() if of_kind(meeting, kinds))
            events += [event for meeting in meetings for event in meeting.all(*self.events)]
        return self._shown_in(events)
