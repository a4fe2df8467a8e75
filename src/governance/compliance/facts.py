"""The facts of one network, as known at some position of the log."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeVar, TypeVarTuple

from governance.compliance.duty import CompiledDuty, Extra, Language
from governance.model.aggregate import Aggregate, happened
from governance.model.assignment import Assignment, AssignmentIssued
from governance.model.event import Event, network_of
from governance.model.meeting import Meeting
from governance.model.network import Network, Version
from governance.model.network_events import ActRecorded, DutyExtended, DutyWaived
from governance.model.person import Person
from governance.model.same_person import canonical, survivors
from governance.model.terms import for_sure, is_rough
from governance.time import day_in

__all__ = ["Facts", "Record", "network_of", "of_kind"]


_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")


class Record(NamedTuple):
    """An event where it stands in the log, and when it was recorded (UTC)."""

    position: int
    recorded_at: datetime
    event: Event


def of_kind(meeting: Meeting, kinds: Sequence[str]) -> bool:
    """Whether a meeting is of one of these kinds; every one is where none is named."""
    return not kinds or (meeting.scheduled is not None and meeting.scheduled.kind in kinds)


class Facts:
    """A network, its assignments and its meetings, as far as they were taken in.

    What is worked out from them is a reading (``read``): it is worked out again only where what it read has changed.
    """

    def __init__(
        self,
        network: Network,
        language: Language,
        assignments: Mapping[str, Assignment] | None = None,
        meetings: Mapping[str, Meeting] | None = None,
        stamps: dict[str, list[tuple[int, datetime]]] | None = None,
        recorded: dict[int, tuple[Event, datetime]] | None = None,
    ) -> None:
        self.network = network
        self.language = language
        """In which its mandates are written: what duties their documents state."""
        self.readings = network.readings
        self._assignments = dict(assignments or {})
        self._meetings = dict(meetings or {})
        self.stamps = {} if stamps is None else stamps
        """For each history, the position and recording time of each of its versions."""
        self.recorded = {} if recorded is None else recorded
        """Each event as it was recorded, by its position."""
        self.persons: list[Record] = []
        """What was recorded of persons who were merged."""
        self._persons: dict[str, Person] = {}
        self._for_sure: Facts | None = None
        self._survivors: Mapping[str, str] = {}
        """For each merged person the one who stands for both."""

    @staticmethod
    def of(key: str, language: Language, records: Iterable[Record] = ()) -> "Facts":
        facts = Facts(Network(f"network:{key}"), language)
        for record in records:
            facts.take(record)
        return facts

    @property
    def key(self) -> str:
        return self.network.ref

    def stated_by(self, version: Version, extra: Extra = ()) -> tuple[CompiledDuty, ...]:
        """The duties of a version of the mandate."""
        return self.language.duties(version.document, extra)

    def take(self, record: Record) -> None:
        """Take in the next record: of the network's own histories, or of a person's."""
        event = record.event
        if event.originator_id.startswith("person:"):
            self._take_person(record)
            return
        self.stamps.setdefault(event.originator_id, []).append((record.position, record.recorded_at))
        self.recorded[record.position] = (event, record.recorded_at)
        if self._for_sure:
            self._for_sure.take(record)
        elif is_rough(event) and not self.network.read_as:
            self._begin_for_sure()
        self._home(event.originator_id).evolve((canonical(event, self._survivors),))

    @property
    def for_sure(self) -> "Facts | None":
        """The same facts with each time in a role only as far as it is sure; None where all of them are."""
        self.readings.note(Facts)
        return self._for_sure

    def _begin_for_sure(self) -> None:
        network = Network(self.network.id, self.readings)
        network.read_as = for_sure
        self._for_sure = Facts(network, self.language)
        for record in self.records():
            self._for_sure.take(record)
        self.readings.change(Facts)

    def _take_person(self, record: Record) -> None:
        self.persons.append(record)
        known = self._persons.get(record.event.originator_id)
        person = known.copy() if known else Person(record.event.originator_id)
        self.know(person.evolve((record.event,)))

    def know(self, person: Person) -> None:
        """Who was merged is one person with the other in everything that is known, and in what will be."""
        self._persons[person.id] = person
        if self._for_sure:
            self._for_sure.know(person)
        merged = {one.ref: into for one in self._persons.values() if (into := one.merged_into())}
        if (known := survivors(merged)) == self._survivors:
            return
        self._survivors = known
        for aggregate in (self.network, *self._assignments.values(), *self._meetings.values()):
            originals = (self.recorded[position][0] for position, _moment in self.stamps.get(aggregate.id, ()))
            aggregate.tell_again([canonical(event, known) for event in originals])

    def renamed(self, obligation: str) -> str:
        """The id of an obligation with the one who stands for a merged person in it."""
        for merged, survivor in self._survivors.items():
            obligation = re.sub(rf"(?<![a-z0-9]){merged}(?![a-z0-9])", survivor, obligation)
        return obligation

    def records(self) -> Iterator[Record]:
        """Everything that was taken in, in the order of the log."""
        own = (Record(position, moment, event) for position, (event, moment) in self.recorded.items())
        return iter(sorted([*own, *self.persons], key=lambda record: record.position))

    def _home(self, originator_id: str) -> Aggregate:
        """The history that an event belongs to; it begins where there is none yet."""
        kind, _sep, ref = originator_id.partition(":")
        if kind == "assignment":
            if ref not in self._assignments:
                self._assignments[ref] = Assignment(originator_id, self.readings)
                self.readings.change(Assignment)
            return self._assignments[ref]
        if kind == "meeting":
            if ref not in self._meetings:
                self._meetings[ref] = Meeting(originator_id, self.readings)
                self.readings.change(Meeting)
            return self._meetings[ref]
        return self.network

    def read(self, function: Callable[["Facts", *_Ts], _T], *arguments: *_Ts) -> _T:
        """What a function gives for these facts and other, hashable, arguments; see ``governance.readings``."""
        return self.readings.get(function, self, *arguments)

    @property
    def assignments(self) -> Mapping[str, Assignment]:
        """All of them, by reference; whoever needs one takes ``assignment``."""
        self.readings.note(Assignment)
        return self._assignments

    @property
    def meetings(self) -> Mapping[str, Meeting]:
        """All of them, by reference; whoever needs one takes ``meeting``."""
        self.readings.note(Meeting)
        return self._meetings

    def assignment(self, ref: str) -> Assignment:
        """One that there is."""
        return self._assignments[ref]

    def meeting(self, ref: str) -> Meeting:
        """One that there is."""
        return self._meetings[ref]

    def issued(self) -> Sequence[AssignmentIssued]:
        """Each assignment that was issued, as it was."""
        return self.read(_issued)

    def acts(self, key: str) -> Sequence[ActRecorded]:
        """Each time that an act of the mandate's own was recorded, in the order of the log."""
        return self.read(_acts, key)

    def decided(self, obligation: str) -> Sequence[DutyExtended | DutyWaived]:
        """What was decided of one obligation, by its id with the network, in the order of the days."""
        return self.read(_decided, obligation)

    def any_decided(self) -> bool:
        """Whether anything was decided of any single obligation."""
        return self.network.last(DutyExtended, DutyWaived) is not None

    def held_in_order(self) -> Sequence[tuple[date, str]]:
        """The meetings held, each by its day and its reference, oldest first."""
        return self.read(_held_in_order)

    def held_between(self, first: date, last: date) -> Sequence[Meeting]:
        """The meetings held from a day through another, oldest first."""
        return self.read(_held_between, first, last)

    def held_after(self, this: tuple[date, str], kinds: Sequence[str]) -> Meeting | None:
        """The first meeting of these kinds that was held after this one."""
        return self.read(_held_after, this, tuple(kinds))

    def held_before(self, this: tuple[date, str], kinds: Sequence[str]) -> Meeting | None:
        """The last meeting of these kinds that was held before this one."""
        return self.read(_held_before, this, tuple(kinds))

    def aggregate(self, event: Event) -> Aggregate:
        """The history that an event stands in."""
        kind, _sep, ref = event.originator_id.partition(":")
        if kind == "assignment":
            return self._assignments[ref]
        return self._meetings[ref] if kind == "meeting" else self.network

    def position(self, event: Event) -> int:
        return self.stamps[event.originator_id][event.originator_version - 1][0]

    def recorded_at(self, event: Event) -> datetime:
        return self.stamps[event.originator_id][event.originator_version - 1][1]

    def evidence(self, *events: Event) -> tuple[int, ...]:
        """The positions of these events and of the corrections that made them what they are, ascending."""
        positions: set[int] = set()
        for event in events:
            stamps, version = self.stamps[event.originator_id], event.originator_version
            corrections = self.aggregate(event).corrections_of(version)
            positions.update(stamps[each - 1][0] for each in (version, *corrections))
        return tuple(sorted(positions))

    def surely_by(self, event: Event) -> date:
        """The day by whose end it had surely happened: the last of the days told, or the day of recording."""
        when = event.effective_on
        if when.first == when.last:
            return when.last
        return max(when.first, min(when.last, day_in(self.network.time_zone, self.recorded_at(event))))


# Readings: see Facts.read ----------------------------------------------------------------------------------------


def _issued(facts: Facts) -> tuple[AssignmentIssued, ...]:
    return tuple(issued for assignment in facts.assignments.values() if (issued := assignment.issued))


def _acts(facts: Facts, key: str) -> tuple[ActRecorded, ...]:
    return tuple(act for act in facts.network.all(ActRecorded) if act.act == key)


def _decided(facts: Facts, obligation: str) -> tuple[DutyExtended | DutyWaived, ...]:
    decisions = sorted(facts.network.all(DutyExtended, DutyWaived), key=happened)
    return tuple(event for event in decisions if f"{facts.key}/{facts.renamed(event.obligation)}" == obligation)


def _held_in_order(facts: Facts) -> tuple[tuple[date, str], ...]:
    held = ((meeting.held, meeting.ref) for meeting in facts.meetings.values())
    return tuple(sorted((facts.surely_by(event), ref) for event, ref in held if event))


def _held_between(facts: Facts, first: date, last: date) -> tuple[Meeting, ...]:
    order = facts.held_in_order()
    span = order[bisect_left(order, (first, "")) : bisect_left(order, (last, "\uffff"))]
    return tuple(facts.meeting(ref) for _day, ref in span)


def _held_after(facts: Facts, this: tuple[date, str], kinds: tuple[str, ...]) -> Meeting | None:
    order = facts.held_in_order()
    later = (facts.meeting(ref) for _day, ref in order[bisect_right(order, this) :])
    return next((meeting for meeting in later if of_kind(meeting, kinds)), None)


def _held_before(facts: Facts, this: tuple[date, str], kinds: tuple[str, ...]) -> Meeting | None:
    order = facts.held_in_order()
    earlier = (facts.meeting(ref) for _day, ref in reversed(order[: bisect_left(order, this)]))
    return next((meeting for meeting in earlier if of_kind(meeting, kinds)), None)
