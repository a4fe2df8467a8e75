"""What comes back from a command, and what can be told with each."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from governance.model.event import Actor, Source
from governance.time import When

__all__ = ["Receipt", "Told"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a command recorded. Inside a unit ``positions`` is empty until the unit is saved."""

    command_id: str
    event_ids: tuple[str, ...]
    positions: tuple[int, ...]
    repeated: bool = False
    """True where the command id was known and nothing new was recorded."""


class Told(TypedDict, total=False):
    """What can be told with every command, by keyword."""

    on: When | date | str | None
    """When it happened: a day, month or year (default: today)."""
    at: str | None
    """The time of that day in the network's time zone, ``14:30``, where it was told; ``on`` must be a day then."""
    actor: Actor | str | None
    """Who enters it: ``person:ID``, ``org:KEY``, ``system:NAME``; else the ledger's own actor."""
    command_id: str | None
    """Repeat a command under the same id and it is recorded once; made up where left out."""
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
    """True for what happened before this ledger began and is told afterwards."""
