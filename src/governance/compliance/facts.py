"""The facts of one network, as known at some position of the log."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from governance.model.aggregate import Aggregate
from governance.model.assignment import Assignment
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.time import day_in

__all__ = ["Facts", "Record", "network_of"]


class Record(NamedTuple):
    """An event where it stands in the log, and when it was recorded (UTC)."""

    position: int
    recorded_at: datetime
    event: Event


def network_of(originator_id: str) -> str | None:
    """The network that a history belongs to; None for a person's and the ledger's own."""
    kind, _sep, ref = originator_id.partition(":")
    return None if kind in ("person", "ledger") else ref.partition("/")[0]


@dataclass
class Facts:
    """A network, its assignments and its meetings, as far as they were taken in."""

    network: Network
    assignments: dict[str, Assignment] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    stamps: dict[str, list[tuple[int, datetime]]] = field(default_factory=dict)
    """For each history, the position and recording time of each of its versions."""
    recorded: dict[int, tuple[Event, datetime]] = field(default_factory=dict)
    """Each event as it was recorded, by its position."""

    @staticmethod
    def of(key: str, records: Iterable[Record] = ()) -> "Facts":
        facts = Facts(Network(f"network:{key}"))
        for record in records:
            facts.take(record)
        return facts

    @property
    def key(self) -> str:
        return self.network.ref

    def take(self, record: Record) -> Aggregate:
        """Take in the next record; returns the aggregate that it belongs to."""
        event = record.event
        kind, _sep, ref = event.originator_id.partition(":")
        aggregate: Aggregate
        if kind == "assignment":
            aggregate = self.assignments.get(ref) or self.assignments.setdefault(ref, Assignment(event.originator_id))
        elif kind == "meeting":
            aggregate = self.meetings.get(ref) or self.meetings.setdefault(ref, Meeting(event.originator_id))
        else:
            aggregate = self.network
        self.stamps.setdefault(event.originator_id, []).append((record.position, record.recorded_at))
        self.recorded[record.position] = (event, record.recorded_at)
        aggregate.evolve((event,))
        return aggregate

    def aggregate(self, event: Event) -> Aggregate:
        """The history that an event stands in."""
        kind, _sep, ref = event.originator_id.partition(":")
        if kind == "assignment":
            return self.assignments[ref]
        return self.meetings[ref] if kind == "meeting" else self.network

    def position(self, event: Event) -> int:
        return self.stamps[event.originator_id][event.originator_version - 1][0]

    def recorded_at(self, event: Event) -> datetime:
        return self.stamps[event.originator_id][event.originator_version - 1][1]

    def evidence(self, *events: Event) -> tuple[int, ...]:
        """The positions of these events and of the corrections that made them what they are, ascending."""
        if len(events) == 1 and not self.aggregate(events[0]).corrections:
            return (self.position(events[0]),)
        found: set[int] = set()
        for event in events:
            stamps = self.stamps[event.originator_id]
            versions = (event.originator_version, *self.aggregate(event).corrections.get(event.originator_version, ()))
            found.update(stamps[version - 1][0] for version in versions)
        return tuple(sorted(found))

    def surely_by(self, event: Event) -> date:
        """The day by whose end it had surely happened: the last of the days told, or the day of recording."""
        when = event.effective_on
        if when.first == when.last:
            return when.last
        return max(when.first, min(when.last, day_in(self.network.time_zone, self.recorded_at(event))))
