"""Loading and saving: aggregates come from a small cache of evolved states, topped up from the store."""

import random
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from eventsourcing.persistence import EventStore

from governance.errors import ConcurrentChange, LedgerUnavailable, StatedTimeInFuture
from governance.ledger.clock import doubt_about, require_recordable
from governance.ledger.draft import Draft
from governance.ledger.names import Names
from governance.ledger.receipt import Receipt
from governance.ledger.references import References
from governance.model.aggregate import Aggregate
from governance.model.event import Actor
from governance.model.person import Person, PersonMerged
from governance.store.mapper import EventMapper
from governance.store.recorder import (
    Append,
    AppendCondition,
    CommandMark,
    CommandRepeated,
    LedgerRecorder,
    Recorded,
    Row,
)
from governance.time import from_micros, instant_text, micros

if TYPE_CHECKING:
    from governance.compliance.facts import Record
    from governance.store.readmodel import ReadModel
    from governance.store.verdicts import Verdicts

__all__ = ["Desk", "attempts"]

_A = TypeVar("_A", bound=Aggregate)
_CACHED = 1024
_TRIES = 60
_PAGE = 10_000


def utc_now() -> datetime:
    return datetime.now(UTC)


def random_id() -> str:
    return str(uuid.uuid4())


class Attempt:
    """Use as ``with attempt:``. A ConcurrentChange ends it, and unless it was the last the next one begins."""

    def __init__(self, number: int) -> None:
        self._number = number
        self.failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.failed = isinstance(error, ConcurrentChange) and self._number < _TRIES
        if self.failed:
            time.sleep(random.uniform(0, 0.001 * self._number))  # noqa: S311 - spreads waiting, guards nothing
        return self.failed


def attempts() -> Iterator[Attempt]:
    """Attempts at one thing until nobody was faster: ``for attempt in attempts(): with attempt: …``; the last raises
    ConcurrentChange.

    The waits are uneven and grow, so that several on one busy stream let each other through.
    """
    for number in range(_TRIES + 1):
        attempt = Attempt(number)
        yield attempt
        if not attempt.failed:
            return


class Desk:
    """Everything of a ledger that is not a use case. Thread-safe."""

    def __init__(
        self,
        recorder: LedgerRecorder,
        *,
        actor: Actor | str | None = None,
        clock: Callable[[], datetime] = utc_now,
        ids: Callable[[], str] = random_id,
        confirm_clock: bool = False,
    ) -> None:
        self.recorder = recorder
        self.actor = actor
        self.confirm_clock = confirm_clock
        self._clock = clock
        self.new_id = ids
        self.mapper = EventMapper()
        self.store: EventStore[str] = EventStore(self.mapper, recorder)
        self.references = References(self)
        self._merges: tuple[int, set[str]] = 0, set()
        """The histories of persons who were merged, by the log through a position."""
        self._names = Names()
        self._names_at = 0
        """The position through which the names are known."""
        self._cache: OrderedDict[str, Aggregate] = OrderedDict()
        self._current = 0
        """The position at which the aggregates in the cache are as they were then, or newer."""
        self._lock = RLock()

    def now(self) -> datetime:
        """The clock's time; raises TimeOutOfRange."""
        return require_recordable(self._clock())

    def needs_confirmed_clock(self) -> bool:
        """Whether the clock and the record do not go together, and somebody confirmed the clock. Refused: ClockAhead,
        ClockBehind. In a ledger that is gone when it is closed any clock may be tried."""
        position, moment = self.recorder.last()
        if not position or self.recorder.is_passing:
            return False
        doubt = doubt_about(self.now(), from_micros(moment), is_stated=lambda: self._is_stated(position))
        if doubt and not self.confirm_clock:
            raise doubt
        return doubt is not None

    def _is_stated(self, position: int) -> bool:
        """Whether the recording time of an event was stated by a source."""
        (row,) = self.recorder.select_rows(position - 1, 1)
        source = self.mapper.to_domain_event(row).source
        return source is not None and bool(source.times_kept)

    @cached_property
    def model(self) -> "ReadModel":
        """What keeps the index; no command needs it."""
        from governance.store.readmodel import ReadModel

        return ReadModel(self, self.recorder.verdicts)

    def look(self) -> int:
        """Where the log ends now; what others wrote since the last look is forgotten from the cache."""
        with self._lock:
            at = self.recorder.last()[0]
            if at - self._current > _CACHED:
                self._cache.clear()
            elif at > self._current:
                for row in self.recorder.select_rows(self._current, at - self._current):
                    self._cache.pop(str(row.originator_id), None)
            self._current = at
            return at

    def load(self, kind: type[_A], originator_id: str) -> _A:
        """The aggregate as it was at the last look, or newer: saving checks what was read.

        It is shared, so whoever tells it something new copies it first.
        """
        with self._lock:
            aggregate = self._cache.pop(originator_id, None)
            if not isinstance(aggregate, kind):
                aggregate = kind(originator_id)
                aggregate.evolve(self.store.get(originator_id))  # type: ignore[arg-type]  # our mapper yields our events
            self._keep(aggregate)
            return aggregate

    def _keep(self, aggregate: Aggregate) -> None:
        self._cache[aggregate.id] = aggregate
        if len(self._cache) > _CACHED:
            self._cache.popitem(last=False)

    def recall(self, command_id: str) -> tuple[bytes, Receipt] | None:
        """What a command id recorded before, and the digest of what it asked for."""
        recorded = self.recorder.find_command(command_id)
        return (recorded.digest, self._receipt(recorded)) if recorded else None

    def save(self, draft: Draft) -> Receipt:
        """Record a draft's events; raises ConcurrentChange, TimesNotInOrder, StatedTimeInFuture, StorageError."""
        now = self.now()
        if draft.stated_at and draft.stated_at > now:
            raise StatedTimeInFuture(stated=instant_text(draft.stated_at))
        try:
            append = Append(
                CommandMark(draft.command_id, draft.digest),
                AppendCondition(draft.seen, draft.at),
                micros(draft.stated_at or now),
                stated=draft.stated_at is not None,
            )
            positions = tuple(
                self.recorder.insert_events(list(map(self.mapper.to_stored_event, draft.events)), append=append)
            )
        except CommandRepeated as repeated:
            return self._answered(draft, repeated.recorded)
        self._remember(draft, positions)
        return Receipt(draft.command_id, tuple(draft.events), positions)

    def _remember(self, draft: Draft, positions: tuple[int, ...]) -> None:
        """Keep what was decided, and go on from there, unless others wrote in between: then the next look tells."""
        with self._lock:
            grown = [a for a in draft.touched.values() if a.version != draft.seen[a.id]]
            for aggregate in grown:
                self._cache.pop(aggregate.id, None)
            if positions[0] == self._current + 1:
                self._current = positions[-1]
                for aggregate in grown:
                    self._keep(aggregate)

    def _answered(self, draft: Draft, recorded: Recorded) -> Receipt:
        draft.require_same(recorded.digest)
        return self._receipt(recorded)

    def _receipt(self, recorded: Recorded) -> Receipt:
        rows = self.recorder.select_rows(recorded.first - 1, recorded.last - recorded.first + 1)
        events = tuple(map(self.mapper.to_domain_event, rows))
        return Receipt(recorded.command_id, events, tuple(row.id for row in rows), repeated=True)

    # what references need

    def originators(self, prefix: str, limit: int) -> list[str]:
        return self.recorder.originators(prefix, limit)

    def exists(self, originator_id: str) -> bool:
        known = self._cache.get(originator_id)
        return bool(known and known.version) or self.recorder.version_of(originator_id) > 0

    def bearers(self, name: str) -> list[str]:
        """The subject ids of the persons of this name, whatever its case, as the log is now.

        All persons are read when a name is first asked for; later only those that changed meanwhile.
        """
        with self._lock:
            end = self.recorder.last()[0]
            for person in self._persons_since(self._names_at, end):
                self._names.take(Person(person).evolve(self.store.get(person)))  # type: ignore[arg-type]  # our mapper yields our events
            self._names_at = end
            return self._names.bearers(name)

    def _persons_since(self, after: int, end: int) -> set[str]:
        if after == 0 or end - after > _CACHED:
            return set(self.recorder.originators("person:", 1_000_000))
        rows = self.recorder.select_rows(after, end - after) if end > after else ()
        return {str(row.originator_id) for row in rows if str(row.originator_id).startswith("person:")}

    def event_at(self, position: int) -> tuple[str, int] | None:
        rows = self.recorder.select_rows(position - 1, 1) if position else ()
        return (str(rows[0].originator_id), rows[0].originator_version) if rows else None

    # what the read model needs

    def last_position(self) -> int:
        return self.recorder.last()[0]

    def records(self, after: int, limit: int) -> "list[Record]":
        """The next events of the log; raises EventUnknown, EventUnreadable."""
        return [self.record(row) for row in self.recorder.select_rows(after, limit)]

    def records_of(self, network: str, upto: int) -> "list[Record]":
        """Every event of a network through a position, and of the persons who were merged, in order."""
        streams = [f"network:{network}", *self._merged_persons()]
        for kind in ("assignment", "meeting"):
            streams += self.recorder.originators(f"{kind}:{network}/", 1_000_000)
        rows = [row for stream in streams for row in self.recorder.select_stream(stream, upto)]
        return [self.record(row) for row in sorted(rows, key=lambda row: row.id)]

    def _merged_persons(self) -> set[str]:
        """The histories in which a merge was recorded, by as much of the log as there is."""
        after, merged = self._merges
        while rows := self.recorder.select_rows(after, _PAGE):
            merged |= {str(row.originator_id) for row in rows if row.topic.startswith(PersonMerged.topic)}
            after = rows[-1].id
        self._merges = after, merged
        return merged

    def networks_naming(self, subject: str, upto: int) -> set[str]:
        """The networks in whose events through a position a person stands."""
        name, after, keys = f'"person:{subject}"'.encode(), 0, set[str]()
        while rows := self.recorder.select_rows(after, _PAGE, upto):
            named = (str(row.originator_id).partition(":") for row in rows if name in row.state)
            keys |= {ref.partition("/")[0] for kind, _colon, ref in named if kind not in ("person", "ledger")}
            after = rows[-1].id
        return keys

    def person(self, subject: str, upto: int | None = None) -> Person:
        """Without the cache and its lock, since the read model asks under the store's."""
        person = Person(f"person:{subject}")
        rows = self.recorder.select_stream(person.id, self.last_position() if upto is None else upto)
        return person.evolve(self.record(row).event for row in rows)

    def record(self, row: Row) -> "Record":
        from governance.compliance.facts import Record

        event = self.mapper.to_domain_event(row)
        return Record(row.id, from_micros(row.recorded_at), event)

    # what answers need

    def last(self) -> tuple[int, int]:
        return self.recorder.last()

    def position_at(self, moment: int) -> int:
        return self.recorder.position_at(moment)

    def recorded_at(self, position: int) -> int:
        return self.recorder.select_rows(position - 1, 1)[0].recorded_at

    def last_moment(self) -> datetime | None:
        """When the last event was recorded; None for an empty ledger."""
        position, moment = self.recorder.last()
        return from_micros(moment) if position else None

    @contextmanager
    def index_for(self, year: int) -> "Iterator[Verdicts]":
        """The verdicts, caught up with the log, with years judged through ``year``; where they cannot be kept, for want
        of room, judged for this once."""
        try:
            self.model.catch_up(year)
        except LedgerUnavailable:
            from governance.store.readmodel import ReadModel

            with self.recorder.verdicts.elsewhere() as verdicts:
                ReadModel(self, verdicts).catch_up(year)
                yield verdicts
            return
        with self.recorder.verdicts.reading() as verdicts:
            yield verdicts
