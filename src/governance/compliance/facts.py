"""The facts of one network, as known at some position of the log."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from governance.model.aggregate import Aggregate, FactCorrected, FactRetracted
from governance.model.assignment import Assignment
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import MeetingHeld
from governance.model.network import Network
from governance.model.network_events import ActRecorded, DutyExtended, DutyWaived
from governance.time import day_in

__all__ = ["Facts", "Record", "network_of", "of_kind"]


_T = TypeVar("_T")


class Record(NamedTuple):
    """An event where it stands in the log, and when it was recorded (UTC)."""

    position: int
    recorded_at: datetime
    event: Event


def network_of(originator_id: str) -> str | None:
    """The network that a history belongs to; None for a person's and the ledger's own."""
    kind, _sep, ref = originator_id.partition(":")
    return None if kind in ("person", "ledger") else ref.partition("/")[0]


def of_kind(meeting: Meeting, kinds: Sequence[str]) -> bool:
    """Whether a meeting is of one of these kinds; every one is where none is named."""
    return not kinds or (meeting.scheduled is not None and meeting.scheduled.kind in kinds)


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
    _in_order: list[tuple[date, str]] | None = field(default=None, init=False, repr=False)
    """The meetings held, by day and reference; None where that must be sorted anew."""
    _acts: dict[str, list[ActRecorded]] | None = field(default=None, init=False, repr=False)
    """What the mandate names and was done, by its key; None where that must be looked up anew."""
    _decided: dict[str, list[DutyExtended | DutyWaived]] | None = field(default=None, init=False, repr=False)
    """Extensions and waivers by obligation; None where that must be looked up anew."""
    _answers: dict[object, Any] = field(default_factory=dict, init=False, repr=False)
    """What was worked out from the facts as they are now; see ``answer``."""

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
        self._answers.clear()
        if isinstance(event, MeetingHeld | FactCorrected | FactRetracted):
            self._in_order = None
        if aggregate is self.network:
            self._acts = self._decided = None
        return aggregate

    def answer(self, key: object, work_out: Callable[[], _T]) -> _T:
        """What ``work_out`` gives, worked out once for as long as no other fact is taken in. Whoever gets a list must
        not change it."""
        try:
            found: _T = self._answers[key]
        except KeyError:
            found = self._answers[key] = work_out()
        return found

    def acts(self, key: str) -> Sequence[ActRecorded]:
        """Each time that an act of the mandate's own was recorded, in the order of the log."""
        if self._acts is None:
            self._acts = {}
            for act in self.network.all(ActRecorded):
                self._acts.setdefault(act.act, []).append(act)
        return self._acts.get(key, ())

    def decided(self, obligation: str) -> Sequence[DutyExtended | DutyWaived]:
        """What was decided of one obligation, by its id with the network, in the order of the log."""
        if self._decided is None:
            self._decided = {}
            for event in self.network.all(DutyExtended, DutyWaived):
                self._decided.setdefault(f"{self.key}/{event.obligation}", []).append(event)
        return self._decided.get(obligation, ())

    def any_decided(self) -> bool:
        """Whether anything was decided of any single obligation."""
        return bool(self.network.last(DutyExtended, DutyWaived))

    def held_in_order(self) -> Sequence[tuple[date, str]]:
        """The meetings held, each by its day and its reference, oldest first."""
        if self._in_order is None:
            self._in_order = sorted((self.surely_by(m.held), m.ref) for m in self.meetings.values() if m.held)
        return self._in_order

    def held_between(self, first: date, last: date) -> Iterator[Meeting]:
        """The meetings held from ``first`` through ``last``, oldest first."""
        order = self.held_in_order()
        for _day, ref in order[bisect_left(order, (first, "")) : bisect_left(order, (last, "\uffff"))]:
            yield self.meetings[ref]

    def held_after(self, this: tuple[date, str], kinds: Sequence[str]) -> Meeting | None:
        """The first meeting of these kinds that was held after this one."""
        order = self.held_in_order()
        later = (self.meetings[ref] for _day, ref in order[bisect_right(order, this) :])
        return next((m for m in later if of_kind(m, kinds)), None)

    def held_before(self, this: tuple[date, str], kinds: Sequence[str]) -> Meeting | None:
        """The last meeting of these kinds that was held before this one."""
        order = self.held_in_order()
        earlier = (self.meetings[ref] for _day, ref in reversed(order[: bisect_left(order, this)]))
        return next((m for m in earlier if of_kind(m, kinds)), None)

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
