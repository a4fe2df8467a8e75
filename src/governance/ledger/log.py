"""The log, to be read by people: what ``git log`` is to a repository."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from governance.model.event import network_of

if TYPE_CHECKING:
    from governance.compliance.facts import Record
    from governance.model.event import Event

__all__ = ["LogEntry", "LogFilter", "entry_of"]

_ENVELOPE = {"originator_id", "originator_version", "command_id", "actor", "effective_on", "clause", "source"}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One event of the log, with what it says as plain JSON values."""

    position: int
    recorded_at: datetime
    effective_on: str
    event: str
    """The event id: ``meeting:vux/2021-02-12@5``."""
    name: str
    about: str
    """What it is about: ``vux/2021-02-12``."""
    actor: str
    clause: str | None
    source: str | None
    times_kept: bool
    """Whether the recording time was stated by the source."""
    command_id: str
    data: dict[str, Any]

    @property
    def summary(self) -> str:
        """What it says, in one line."""
        return ", ".join(f"{name}: {_short(value)}" for name, value in self.data.items())


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:77] + "…"


def entry_of(record: Record) -> LogEntry:
    """An event as a line of the log."""
    event: Event = record.event
    told = event.model_dump(mode="json", exclude_none=True)
    source = event.source
    return LogEntry(
        position=record.position,
        recorded_at=record.recorded_at,
        effective_on=str(event.effective_on),
        event=event.event_id,
        name=event.event_name,
        about=event.originator_id.partition(":")[2],
        actor=event.actor.id,
        clause=event.clause,
        source=source.reference if source else None,
        times_kept=bool(source and source.times_kept),
        command_id=event.command_id,
        data={name: value for name, value in told.items() if name not in _ENVELOPE},
    )


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries are wanted; what is None does not matter. ``since`` and ``until`` are days of happening."""

    network: str | None = None
    kind: str | None = None
    """An event's name (``MinutesSubmitted``) or a thing (``meeting``), whatever its case."""
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None

    def select(self, records: Iterable[Record]) -> Iterator[LogEntry]:
        """The entries of the records that match."""
        for record in records:
            if self._wanted(record):
                entry = entry_of(record)
                if self.text is None or self.text.casefold() in _searched(entry):
                    yield entry

    def _wanted(self, record: Record) -> bool:
        event = record.event
        return (
            (self.network is None or network_of(event.originator_id) == self.network)
            and (self.kind is None or self.kind.casefold() in (event.event_name.casefold(), _kind(event)))
            and (self.actor is None or event.actor.id == self.actor)
            and (self.since is None or event.effective_on.last >= self.since)
            and (self.until is None or event.effective_on.first <= self.until)
        )


def _kind(event: Event) -> str:
    return event.originator_id.partition(":")[0]


def _searched(entry: LogEntry) -> str:
    return " ".join((entry.event, entry.name, json.dumps(entry.data, ensure_ascii=False))).casefold()
