"""What a word for an event holds: how it is said, whom it concerns, and which happenings it means."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from governance.compliance.facts import Facts
from governance.duties.happening import Happening
from governance.model.event import Event

__all__ = ["EventKind", "EventSought"]


class EventSought(NamedTuple):
    """Which events a duty speaks of: its keys of these names, as ``each_event`` explains them."""

    event: str
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    in_a_row: int | None = None
    without_apology: bool = False


@dataclass(frozen=True)
class EventKind:
    """A word that ``each_event`` can speak of; one row of the table ``EVENTS``, or an act of a mandate."""

    word: str
    happenings: Callable[[Facts, EventSought], Iterator[Happening]]
    """Each time that it happened, as the duty means it."""
    begins: str = ""
    """How the sentence of a duty begins."""
    begins_of_roles: str = ""
    """The same with ``{roles}``, where the duty names some."""
    begins_of_duty: Callable[[EventSought, str], str] | None = None
    """The same where it depends on more of the duty; takes the names of its roles, listed."""
    alone: str = ""
    """Who owes alone what is owed by each, in words; empty where the event concerns nobody."""
    trigger: str = ""
    """The day from which due rules count, in words; empty where that is the day of the event."""
    trigger_of_several: str = ""
    """The same where the duty speaks of several in a row."""
    events: tuple[type[Event], ...] = ()
    """The stored events behind it."""
    about_a_role: bool = False
    """Whether somebody begins or ends a time in a role."""
    begins_a_term: bool = False
    """Whether it is an appointment, with the first and last day of a term to count from."""
    leaves: bool = False
    """Whether the one concerned leaves with it, and owes what follows all the same."""
    at_a_meeting: bool = False
    """Whether it happens at a meeting, which has a kind."""
    own_keys: Mapping[str, str] = field(default_factory=dict)
    """The keys of ``each_event`` that are about this word only, each with what is wrong of it beside another word."""
    of_meetings: bool = False
    """Whether ``kinds`` says of which meetings it is."""

    @property
    def of_roles(self) -> bool:
        """Whether ``roles`` can say whose it is."""
        return self.about_a_role or self.of_meetings
