"""The read model: feeds events to the pure rules, in batches, and keeps what they say in the index.

It holds no rule. Everything in it follows from the log, so it can be thrown away and built anew at any time.
"""

import gc
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from threading import RLock
from typing import NamedTuple, Protocol, TypeGuard

import apsw

from governance.compliance.body import bodies_of
from governance.compliance.facts import Facts, Record, network_of
from governance.compliance.judge import Judgements, Turn
from governance.compliance.labels import labels_of
from governance.compliance.values import Obligation
from governance.errors import LogDamaged
from governance.model.aggregate import FactCorrected, FactRetracted
from governance.model.event import Event
from governance.model.network_events import (
    MandateAdopted,
    MandateAmended,
    MemberJoined,
    NetworkEstablished,
    NetworkRenamed,
    OrganisationRenamed,
)
from governance.model.person import Person
from governance.store import index
from governance.store.index import OPEN

__all__ = ["Database", "Log", "MemoryDatabase", "ReadModel"]

_BATCH = 20_000
_BOOKS = 256
_YEARS_AHEAD = 2

Progress = Callable[[int, int], None]
"""Called with how many events are done, and of how many."""


class Database(Protocol):
    """Where the index lies."""

    def reading(self) -> AbstractContextManager[apsw.Connection]: ...
    def writing(self) -> AbstractContextManager[apsw.Connection]: ...


class Log(Protocol):
    """Where the events come from."""

    def last_position(self) -> int: ...
    def records(self, after: int, limit: int) -> list[Record]: ...
    def records_of(self, network: str, upto: int) -> Iterable[Record]: ...
    def person(self, subject: str, upto: int | None = None) -> Person: ...


class MemoryDatabase:
    """An index that lives as long as its ledger object: for ledgers in memory, and for files that cannot be written."""

    def __init__(self) -> None:
        self._connection = apsw.Connection(":memory:")
        self._lock = RLock()

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        with self._lock:
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        with self._lock, self._connection:
            yield self._connection


@contextmanager
def _without_collector() -> Iterator[None]:
    """Judging makes small values by the million and no cycles; looking for those took a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Row(NamedTuple):
    """What the index says of an obligation in one of its phases."""

    obligation: str
    since: int
    until: int
    verdict: int
    body: str


@dataclass
class _Book:
    """A network's judgements, and the rows that hold: each with its number (None: not written yet) and since when."""

    judgements: Judgements
    rows: dict[_Row, tuple[int | None, int]] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        return self.judgements.facts


@dataclass
class _Changes:
    """What a batch does to the index, gathered to be written at once."""

    closed: list[tuple[int, int]] = field(default_factory=list)
    """The last position at which a row held, and its number."""
    new: list[tuple[str, _Row, int, int]] = field(default_factory=list)
    """A network's row, and from which through which position it held."""
    asks_for_holidays: bool = False
    """Whether a mandate counts in the working days of a country."""


class ReadModel:
    """Catches up with the log before an answer. One for each ledger; used under the store's own lock."""

    def __init__(self, log: Log, database: Database) -> None:
        self._log = log
        self._database = database
        self._books: OrderedDict[str, _Book] = OrderedDict()
        self._books_at = -1

    def catch_up(self, through_year: int = 0, progress: Progress | None = None) -> None:
        """Take in what the log has and the index has not; raises StorageError."""
        with self._database.reading() as connection:
            state = index.state_of(connection)
        while not _reaches(state, through_year) or state.position < self._log.last_position():
            with self._database.writing() as connection:
                state = index.state_of(connection)
                if not _reaches(state, through_year):
                    self._build(connection, through_year, progress)
                    return
                if state.position < self._log.last_position():
                    state = self._advance(connection, state)
            if progress:
                progress(state.position, self._log.last_position())

    def rebuild(self, through_year: int = 0, progress: Progress | None = None) -> None:
        """Build the index anew from the whole log, in one transaction."""
        with self._database.writing() as connection:
            self._build(connection, through_year, progress)

    def _build(self, connection: apsw.Connection, through_year: int, progress: Progress | None) -> None:
        last = self._log.last_position()
        years = [through_year, *(r.recorded_at.year for r in self._log.records(max(0, last - 1), 1))]
        state = index.create(connection, max(years) + _YEARS_AHEAD)
        self._books.clear()
        with _without_collector():
            while state.position < last:
                state = self._advance(connection, state, keep=_BOOKS * 64)
                if progress:
                    progress(state.position, last)

    def _advance(self, connection: apsw.Connection, state: index.State, keep: int = _BOOKS) -> index.State:
        """Take in the next batch. What is half done is forgotten, as the transaction forgets it."""
        if self._books_at != state.position:
            self._books.clear()
        try:
            state = self._next_batch(connection, state)
        except BaseException:
            self._books.clear()
            raise
        self._books_at = state.position
        while len(self._books) > keep:
            self._books.popitem(last=False)
        return state

    def _next_batch(self, connection: apsw.Connection, state: index.State) -> index.State:
        records = self._log.records(state.position, _BATCH)
        if not records:
            raise LogDamaged(there=state.position, position=self._log.last_position())
        changes = _Changes()
        books: dict[str, _Book] = {}
        numbers = index.networks(connection)
        for record in records:
            self._take(connection, record, state, books, changes, numbers)
        for key, book in books.items():
            for row, (number, known_from) in book.rows.items():
                if number is None:
                    changes.new.append((key, row, known_from, OPEN))
        self._write(connection, changes, numbers, books)
        holidays = index.holidays_here() if changes.asks_for_holidays else state.holidays
        state = state._replace(position=records[-1].position, holidays=holidays)
        index.advance(connection, state)
        return state

    def _take(
        self,
        connection: apsw.Connection,
        record: Record,
        state: index.State,
        books: dict[str, _Book],
        changes: _Changes,
        numbers: dict[str, tuple[int, str]],
    ) -> None:
        event = record.event
        key = network_of(event.originator_id)
        if key is None:
            kind, _sep, ref = event.originator_id.partition(":")
            if kind == Person.kind:
                self._label_person(connection, ref)
            return
        book = books.get(key)
        if book is None:
            book = books[key] = self._book(connection, key, state, numbers)
        book.facts.take(record)
        if isinstance(event, _NAMES):
            _label_network(connection, book.facts, numbers)
            mandates = book.facts.network.mandates()
            changes.asks_for_holidays |= any(mandate.working_days.country for mandate in mandates)
        for turn in book.judgements.refresh():
            _turn(book, turn, record.position, changes)

    def _label_person(self, connection: apsw.Connection, subject: str) -> None:
        """The name of today, whatever day is asked of; one who was merged bears the other's."""
        person = self._log.person(subject)
        if into := person.merged_into():
            _label(connection, person.id, {index.SAME_AS: f"person:{into}"})
        elif name := person.detail("name"):
            _label(connection, person.id, {"": name})
        else:  # there never was such a person
            connection.execute("DELETE FROM index_label WHERE party = ?", (person.id,))

    def _book(
        self, connection: apsw.Connection, key: str, state: index.State, numbers: dict[str, tuple[int, str]]
    ) -> _Book:
        book = self._books.pop(key, None)
        if book is None:
            records = self._log.records_of(key, state.position) if state.position else ()
            book = _Book(Judgements(Facts.of(key, records), state.horizon))
            book.judgements.refresh()
            if key in numbers:
                book.rows = {row: (number, since) for row, number, since in _open_rows(connection, numbers[key][0])}
        self._books[key] = book
        return book

    def _write(
        self,
        connection: apsw.Connection,
        changes: _Changes,
        numbers: dict[str, tuple[int, str]],
        books: dict[str, _Book],
    ) -> None:
        connection.executemany("UPDATE index_span SET known_to = ? WHERE id = ?", changes.closed)
        first = (connection.execute("SELECT max(id) FROM index_phase").get or 0) + 1
        phases, spans = [], []
        for number, (network, row, known_from, known_to) in enumerate(changes.new, first):
            home = numbers[network][0]
            phases.append((number, row.obligation, row.body))
            spans.append((number, row.since, row.until, known_from, known_to, row.verdict, row.verdict, home, home))
            if known_to == OPEN:
                books[network].rows[row] = (number, known_from)
        connection.executemany("INSERT INTO index_phase VALUES (?, ?, ?)", phases)
        connection.executemany("INSERT INTO index_span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", spans)


def _reaches(state: index.State | None, year: int) -> TypeGuard[index.State]:
    """Whether there is an index of this version, with years judged through ``year``."""
    return state is not None and year <= state.horizon


def _turn(book: _Book, turn: Turn, position: int, changes: _Changes) -> None:
    """Rows that no longer hold end before ``position``, new ones begin with it."""
    was, now = ({obligation.id: obligation for obligation in side} for side in (turn.before, turn.after))
    before = {row: None for o in turn.before if now.get(o.id) != o for row in _rows(o)}
    after = {row: None for o in turn.after if was.get(o.id) != o for row in _rows(o)}
    for row in before:
        if row not in after:
            number, known_from = book.rows.pop(row)
            if number is not None:
                changes.closed.append((position - 1, number))
            elif known_from < position:
                changes.new.append((book.facts.key, row, known_from, position - 1))
    for row in after:
        book.rows.setdefault(row, (None, position))


def _rows(obligation: Obligation) -> Iterator[_Row]:
    phases = obligation.phases
    ends = [phase.since.toordinal() - 1 for phase in phases[1:]] + [OPEN]
    for phase, until, body in zip(phases, ends, bodies_of(obligation), strict=True):
        yield _Row(obligation.id, phase.since.toordinal(), until, index.NUMBER[phase.verdict], body)


def _open_rows(connection: apsw.Connection, network: int) -> Iterator[tuple[_Row, int, int]]:
    query = """SELECT p.obligation, s.since, s.until, s.verdict, p.body, s.id, s.known_from
        FROM index_span AS s CROSS JOIN index_phase AS p ON p.id = s.id
        WHERE s.known_to >= ? AND s.network >= ? AND s.network_to <= ?"""
    for obligation, since, until, verdict, body, number, known_from in connection.execute(
        query, (OPEN, network, network)
    ):
        yield _Row(obligation, since, until, verdict, body), number, known_from


# Names --------------------------------------------------------------------------------------------------------

_NAMES: tuple[type[Event], ...] = (
    NetworkEstablished,
    NetworkRenamed,
    MandateAdopted,
    MandateAmended,
    MemberJoined,
    OrganisationRenamed,
    FactCorrected,
    FactRetracted,
)


def _label_network(connection: apsw.Connection, facts: Facts, numbers: dict[str, tuple[int, str]]) -> None:
    network = facts.network
    if facts.key not in numbers:
        connection.execute("INSERT INTO index_network (key, time_zone) VALUES (?, ?)", (facts.key, network.time_zone))
        numbers[facts.key] = (connection.last_insert_rowid(), network.time_zone)
    connection.execute("UPDATE index_network SET time_zone = ? WHERE key = ?", (network.time_zone, facts.key))
    for party, name in labels_of(facts).items():
        _label(connection, party, name)


def _label(connection: apsw.Connection, party: str, name: dict[str, str]) -> None:
    connection.execute(
        "INSERT INTO index_label VALUES (?, ?) ON CONFLICT (party) DO UPDATE SET name = excluded.name",
        (party, json.dumps(name, ensure_ascii=False)),
    )
