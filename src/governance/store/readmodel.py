"""The read model: feeds events to the pure rules, in batches, and keeps what they say in the index.

It holds no rule. Everything in it follows from the log, so it can be thrown away and built anew at any time.
"""

import gc
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol, TypeGuard

from governance.compliance.body import bodies_of
from governance.compliance.facts import Facts, Record, network_of
from governance.compliance.judge import Judgements, Turn
from governance.compliance.labels import labels_of
from governance.compliance.values import Obligation
from governance.duties.facts_of import facts_of
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
from governance.model.person import Person, PersonMerged
from governance.store import verdicts
from governance.store.verdicts import OPEN, SAME_AS, NewRow, State, VerdictRow, Verdicts

__all__ = ["Log", "ReadModel", "rows_by_the_rules"]

_BATCH = 20_000
_BOOKS = 256
_YEARS_AHEAD = 2

Progress = Callable[[int, int], None]
"""Called with how many events are done, and of how many."""


class Log(Protocol):
    """Where the events come from."""

    def last_position(self) -> int: ...
    def records(self, after: int, limit: int) -> list[Record]: ...
    def records_of(self, network: str, upto: int) -> Iterable[Record]: ...
    def networks_naming(self, subject: str, upto: int) -> set[str]: ...
    def person(self, subject: str, upto: int | None = None) -> Person: ...


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


@dataclass
class _Book:
    """A network's judgements, and for each obligation the rows that hold: each with its number (None: not written yet)
    and since when."""

    judgements: Judgements
    rows: dict[str, dict[VerdictRow, tuple[int | None, int]]] = field(default_factory=dict)

    @property
    def facts(self) -> Facts:
        return self.judgements.facts


@dataclass
class _Changes:
    """What a batch does to the index, gathered to be written at once."""

    closed: list[tuple[int, int]] = field(default_factory=list)
    """A row's number, and the last position at which it held."""
    new: list[NewRow] = field(default_factory=list)
    merged: dict[str, Person] = field(default_factory=dict)
    """Those of whom a merge was recorded, as they are then."""
    asks_for_holidays: bool = False
    """Whether a mandate counts in the working days of a country."""


class ReadModel:
    """Catches up with the log before an answer. One for each ledger; used under the store's own lock."""

    def __init__(self, log: Log, verdicts: Verdicts) -> None:
        self._log = log
        self._verdicts = verdicts
        self._books: OrderedDict[str, _Book] = OrderedDict()
        self._books_at = -1

    def catch_up(self, through_year: int = 0, progress: Progress | None = None) -> None:
        """Take in what the log has and the index has not; raises StorageError."""
        state = self._verdicts.state()
        while not _reaches(state, through_year) or state.position < self._log.last_position():
            with self._verdicts.writing():
                state = self._verdicts.state()
                if not _reaches(state, through_year):
                    self._build(through_year, progress)
                    return
                if state.position < self._log.last_position():
                    state = self._advance(state)
            if progress:
                progress(state.position, self._log.last_position())

    def rebuild(self, through_year: int = 0, progress: Progress | None = None) -> None:
        """Build the index anew from the whole log, in one transaction."""
        with self._verdicts.writing():
            self._build(through_year, progress)

    def _build(self, through_year: int, progress: Progress | None) -> None:
        last = self._log.last_position()
        years = [through_year, *(r.recorded_at.year for r in self._log.records(max(0, last - 1), 1))]
        state = self._verdicts.clear(max(years) + _YEARS_AHEAD)
        self._books.clear()
        with _without_collector():
            while state.position < last:
                state = self._advance(state, keep=_BOOKS * 64)
                if progress:
                    progress(state.position, last)

    def _advance(self, state: State, keep: int = _BOOKS) -> State:
        """Take in the next batch. What is half done is forgotten, as the transaction forgets it."""
        if self._books_at != state.position:
            self._books.clear()
        try:
            state = self._next_batch(state)
        except BaseException:
            self._books.clear()
            raise
        self._books_at = state.position
        while len(self._books) > keep:
            self._books.popitem(last=False)
        return state

    def _next_batch(self, state: State) -> State:
        records = self._log.records(state.position, _BATCH)
        if not records:
            raise LogDamaged(there=state.position, position=self._log.last_position())
        changes = _Changes()
        books: dict[str, _Book] = {}
        for record in records:
            self._take(record, state, books, changes)
        for key, book in books.items():
            for rows in book.rows.values():
                for row, (number, known_from) in rows.items():
                    if number is None:
                        changes.new.append(NewRow(key, row, known_from))
        self._write(changes, books)
        holidays = verdicts.holidays_here() if changes.asks_for_holidays else state.holidays
        state = state._replace(position=records[-1].position, holidays=holidays)
        self._verdicts.advance(state)
        return state

    def _take(self, record: Record, state: State, books: dict[str, _Book], changes: _Changes) -> None:
        event = record.event
        key = network_of(event.originator_id)
        if key is None:
            kind, _sep, ref = event.originator_id.partition(":")
            if kind == Person.kind:
                self._take_person(record, ref, state, books, changes)
            return
        book = self._open(key, state, books, changes)
        book.facts.take(record)
        if isinstance(event, _NAMES):
            self._label_network(book.facts)
            mandates = book.facts.network.mandates()
            changes.asks_for_holidays |= any(mandate.working_days.country for mandate in mandates)
        _follow(book, book.judgements.refresh(), record.position, changes)

    def _open(self, key: str, state: State, books: dict[str, _Book], changes: _Changes) -> _Book:
        """The network's book, with what the batch has brought of merged persons so far."""
        book = books.get(key)
        if book is None:
            book = books[key] = self._book(key, state)
            for person in changes.merged.values():
                book.facts.know(person)
        return book

    def _take_person(
        self, record: Record, subject: str, state: State, books: dict[str, _Book], changes: _Changes
    ) -> None:
        """A name; and where two turned out to be one person, every network in which they stand is judged again."""
        self._label_person(subject)
        history = self._log.person(subject, record.position)
        if not any(isinstance(event, PersonMerged) for event in history.recorded):
            return
        naming = self._log.networks_naming(subject, record.position)
        for key in [*naming, *(key for key in self._books if key not in naming)]:
            book = self._open(key, state, books, changes)
            book.facts.know(history)
            _follow(book, book.judgements.refresh(), record.position, changes)
        changes.merged[subject] = history

    def _label_person(self, subject: str) -> None:
        """The name of today, whatever day is asked of; one who was merged bears the other's."""
        person = self._log.person(subject)
        if into := person.merged_into():
            self._verdicts.set_label(person.id, {SAME_AS: f"person:{into}"})
        else:  # without a name there never was such a person
            name = person.detail("name")
            self._verdicts.set_label(person.id, {"": name} if name else None)

    def _label_network(self, facts: Facts) -> None:
        self._verdicts.set_network(facts.key, facts.network.time_zone)
        for party, name in labels_of(facts).items():
            self._verdicts.set_label(party, name)

    def _book(self, key: str, state: State) -> _Book:
        book = self._books.pop(key, None)
        if book is None:
            records = self._log.records_of(key, state.position) if state.position else ()
            book = _Book(Judgements(facts_of(key, records), state.horizon))
            book.judgements.refresh()
            for row, number, since in self._verdicts.open_rows(key):
                book.rows.setdefault(row.obligation, {})[row] = (number, since)
        self._books[key] = book
        return book

    def _write(self, changes: _Changes, books: dict[str, _Book]) -> None:
        numbers = self._verdicts.apply(changes.closed, changes.new)
        for number, new in zip(numbers, changes.new, strict=True):
            if new.known_to == OPEN:
                books[new.network].rows[new.row.obligation][new.row] = (number, new.known_from)


def _reaches(state: State | None, year: int) -> TypeGuard[State]:
    """Whether there is an index of this version, with years judged through ``year``."""
    return state is not None and year <= state.horizon


def _follow(book: _Book, turns: Sequence[Turn], position: int, changes: _Changes) -> None:
    """Rows that no longer hold end before ``position``, new ones begin with it. An obligation may pass from one unit to
    another, so the turns are taken together."""
    was = {obligation.id: obligation for turn in turns for obligation in turn.before}
    now = {obligation.id: obligation for turn in turns for obligation in turn.after}
    for identity in was | now:
        obligation = now.get(identity)
        if obligation == was.get(identity):
            continue
        before = book.rows.pop(identity, {})
        after = {row: before.pop(row, (None, position)) for row in _rows(obligation)} if obligation else {}
        if after:
            book.rows[identity] = after
        for row, (number, known_from) in before.items():
            if number is not None:
                changes.closed.append((number, position - 1))
            elif known_from < position:
                changes.new.append(NewRow(book.facts.key, row, known_from, position - 1))


def rows_by_the_rules(network: str, records: Iterable[Record], horizon: int) -> set[VerdictRow]:
    """What holds of a network, by all of its events."""
    turns = Judgements(facts_of(network, records), horizon).refresh()
    return {row for turn in turns for obligation in turn.after for row in _rows(obligation)}


def _rows(obligation: Obligation) -> Iterator[VerdictRow]:
    phases = obligation.phases
    ends = [phase.since.toordinal() - 1 for phase in phases[1:]] + [OPEN]
    for phase, until, body in zip(phases, ends, bodies_of(obligation), strict=True):
        yield VerdictRow(obligation.id, phase.since.toordinal(), until, phase.verdict, body)


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
