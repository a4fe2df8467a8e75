"""What comes back from a command, and what every command takes besides its own keywords."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from governance.model.event import Actor, Event, Source
from governance.time import When

__all__ = ["Details", "Receipt"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a command recorded. Inside a unit ``positions`` is empty until the unit is saved."""

    command_id: str
    events: tuple[Event, ...]
    positions: tuple[int, ...]
    repeated: bool = False
    """True where the command id was known and nothing new was recorded."""

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events by their ids, which are the same in every copy of the ledger."""
        return tuple(event.event_id for event in self.events)


class Details(TypedDict, total=False):
    """The keywords that every command takes besides its own."""

    on: When | date | str | None
    """When it happened: a day, month or year (default: today)."""
    at: str | None
    """The time of that day in the network's time zone, ``14:30``; ``on`` must be a day then."""
    actor: Actor | str | None
    """Who enters it: ``person:ID``, ``org:KEY``, ``system:NAME`` (default: the ledger's own actor)."""
    command_id: str | None
    """Repeat a command under the same id and it is recorded once; made up if omitted."""
    clause: str | None
    """The clause of the mandate that it rests on."""
    authority: str | None
    """The decision or office that it rests on."""
    source: Source | None
    """The paper or system that it was taken from."""
    decided_by: str | None
    """Who decided it."""
    decided_on: When | date | str | None
    """When that was decided."""
    before_record: bool
    """True for what happened before this ledger began and is recorded afterwards."""
