"""Verdicts in SQLite: rectangles of days × positions in an R*Tree. Light to import.

Each row carries a checksum of what it says (``seal``), which is computed when it is written and looked at when it is
read. It shows damage and changes by other programs; it cannot show that a row is gone, nor hold against somebody who
computes it anew: that takes ``governance verify``.
"""

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from threading import RLock
from typing import Any, Protocol, Self

import apsw

from governance.compliance.body import item_from
from governance.compliance.item import Item
from governance.compliance.values import VERDICTS, Verdict
from governance.errors import IndexDamaged
from governance.store.verdicts import FORMAT, OPEN, Name, NewRow, OpenRow, State, VerdictRow, Verdicts
from governance.text import _

__all__ = ["TABLES", "Place", "SqliteVerdicts", "Temporary", "seal_of_row"]

_VERDICTS: tuple[Verdict, ...] = tuple(VERDICTS)
_NUMBER: dict[str, int] = {verdict: number for number, verdict in enumerate(_VERDICTS)}

TABLES = """
CREATE TABLE index_state (position INTEGER NOT NULL, horizon INTEGER NOT NULL, format INTEGER NOT NULL,
  holidays TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE index_network (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, time_zone TEXT NOT NULL,
  seal INTEGER NOT NULL) STRICT;
CREATE TABLE index_label (party TEXT PRIMARY KEY, name TEXT NOT NULL, seal INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE index_phase (id INTEGER PRIMARY KEY, obligation TEXT NOT NULL, verdict INTEGER NOT NULL,
  until INTEGER NOT NULL, known_to INTEGER NOT NULL, seal INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX index_phase_verdict ON index_phase (verdict, known_to, until);
CREATE VIRTUAL TABLE index_span USING rtree_i32(
  id, since, until, known_from, known_to, verdict, verdict_to, network, network_to);
"""  # fmt: skip
_NAMES = ("index_state", "index_network", "index_label", "index_phase", "index_span")


class Place(Protocol):
    """A database with room for verdicts; ``reading`` may be nested in either."""

    def reading(self) -> AbstractContextManager[apsw.Connection]: ...
    def writing(self) -> AbstractContextManager[apsw.Connection]: ...


class SqliteVerdicts(Verdicts):
    """Beside the log in its file, or in a database of their own."""

    def __init__(self, place: Place) -> None:
        self._place = place

    @contextmanager
    def reading(self) -> Iterator[Self]:
        with self._place.reading():
            yield self

    @contextmanager
    def writing(self) -> Iterator[Self]:
        with self._place.writing():
            yield self

    def state(self) -> State | None:
        with self._reading() as connection:
            if not connection.table_exists(None, "index_state"):
                return None
            if connection.execute("SELECT format FROM index_state").get != FORMAT:  # nor need its columns be the same
                return None
            *cells, seal = connection.execute("SELECT position, horizon, format, holidays, seal FROM index_state").get
            state = State(*cells)
            if seal != state.seal:
                raise IndexDamaged(problem=_("its state does not fit its seal"))
        return state if state.is_current else None

    def networks(self) -> dict[str, str]:
        with self._reading() as connection:
            rows: Iterator[tuple[str, str, int]] = connection.execute(_NETWORKS)
            return {key: zone for key, zone, seal in rows if _fits(seal, key, zone)}

    def find(
        self,
        *,
        first: date,
        last: date,
        position: int,
        verdicts: Collection[Verdict],
        network: str | None,
        label: Callable[[str], str],
    ) -> list[Item]:
        best: dict[str, tuple[int, int, str, str]] = {}
        wanted = sorted(_NUMBER[verdict] for verdict in verdicts)
        with self._reading() as connection:
            numbers = _numbers(connection)
            keys = {number: key for key, number in numbers.items()}
            of_network = "" if network is None else f" AND s.network = {numbers[network]:d}"
            for low, high in _runs(wanted):
                where = (first.toordinal(), last.toordinal(), position, position, low, high)
                rows: Iterator[tuple[Any, ...]] = connection.execute(_FIND + of_network, where)
                for obligation, since, until, verdict, body, number, known_from, known_to, seal in rows:
                    key = keys[number]
                    _fits(seal - known_to, obligation, key, since, until, known_from, verdict, body)
                    if obligation not in best or since < best[obligation][0]:
                        best[obligation] = (since, verdict, body, key)
            for number in wanted:
                if hidden := connection.execute(_HIDDEN, (number, position, first.toordinal())).get:
                    raise IndexDamaged(problem=_("what holds of {name} is told in two ways").format(name=hidden))
        return [
            item_from(obligation, key, _VERDICTS[verdict], body, last, label)
            for obligation, (_since, verdict, body, key) in sorted(best.items())
        ]

    def label(self, party: str) -> Name | None:
        with self._reading() as connection:
            row = connection.execute("SELECT name, seal FROM index_label WHERE party = ?", (party,)).get
            return json.loads(row[0]) if row and _fits(row[1], party, row[0]) else None

    def open_rows(self, network: str) -> list[OpenRow]:
        with self._reading() as connection:
            home = _numbers(connection).get(network)
            rows: Iterator[tuple[Any, ...]] = connection.execute(_OPEN_ROWS, (OPEN, home, home))
            return [
                OpenRow(VerdictRow(obligation, since, until, _VERDICTS[verdict], body), number, known_from)
                for obligation, since, until, verdict, body, number, known_from, seal in rows
                if _fits(seal - OPEN, obligation, network, since, until, known_from, verdict, body)
            ]

    def content(self) -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
        with self._place.reading() as connection:
            for table, query in _CONTENT.items():
                yield table, connection.execute(query)

    def claim(self) -> tuple[object, ...] | None:
        with self._place.reading() as connection:
            if not connection.table_exists(None, "index_state"):
                return None
            row: tuple[object, ...] | None = connection.execute("SELECT * FROM index_state").get
        return row

    @contextmanager
    def elsewhere(self) -> Iterator[Self]:
        place = Temporary("")  # SQLite keeps it on disk where it is large
        try:
            yield type(self)(place)
        finally:
            place.close()

    def clear(self, horizon: int) -> State:
        with self._place.reading() as connection:
            if connection.table_exists(None, "index_span_node"):  # SQLite drops no R*Tree whose root is damaged
                connection.execute(
                    "DELETE FROM index_span_node; INSERT INTO index_span_node VALUES (1, zeroblob(1024))"
                )
            for table in _NAMES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
            connection.execute(TABLES)
            state = State(0, horizon)
            connection.execute("INSERT INTO index_state VALUES (?, ?, ?, ?, ?)", (*state, state.seal))
        return state

    def set_network(self, key: str, time_zone: str) -> None:
        self._write(
            "INSERT INTO index_network (key, time_zone, seal) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET time_zone = excluded.time_zone, seal = excluded.seal",
            (key, time_zone, seal_of_row(key, time_zone)),
        )

    def set_label(self, party: str, name: Name | None) -> None:
        if name is None:
            self._write("DELETE FROM index_label WHERE party = ?", (party,))
            return
        text = json.dumps(name, ensure_ascii=False)
        self._write(
            "INSERT INTO index_label VALUES (?, ?, ?)"
            " ON CONFLICT (party) DO UPDATE SET name = excluded.name, seal = excluded.seal",
            (party, text, seal_of_row(party, text)),
        )

    def apply(self, closed: Iterable[tuple[int, int]], new: Sequence[NewRow]) -> range:
        with self._place.reading() as connection:
            networks = _numbers(connection)
            closed = list(closed)
            connection.executemany("UPDATE index_span SET known_to = ?2 WHERE id = ?1", closed)
            connection.executemany(_CLOSE_PHASE, closed)
            first = (connection.execute("SELECT max(id) FROM index_phase").get or 0) + 1
            numbers = range(first, first + len(new))
            phases, spans = [], []
            for number, (network, row, known_from, known_to) in zip(numbers, new, strict=True):
                home, verdict = networks[network], _NUMBER[row.verdict]
                seal = seal_of_row(row.obligation, network, row.since, row.until, known_from, verdict, row.body)
                phases.append((number, row.obligation, verdict, row.until, known_to, seal + known_to, row.body))
                spans.append((number, row.since, row.until, known_from, known_to, verdict, verdict, home, home))
            connection.executemany("INSERT INTO index_phase VALUES (?, ?, ?, ?, ?, ?, ?)", phases)
            connection.executemany("INSERT INTO index_span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", spans)
        return numbers

    def advance(self, state: State) -> None:
        self._write(
            "UPDATE index_state SET position = ?, holidays = ?, seal = ?", (state.position, state.holidays, state.seal)
        )

    @contextmanager
    def _reading(self) -> Iterator[apsw.Connection]:
        """Raises IndexDamaged for whatever could not have been written so."""
        with self._place.reading() as connection:
            try:
                yield connection
            except (apsw.SQLError, apsw.CorruptError, ValueError, TypeError, KeyError, IndexError) as error:
                raise IndexDamaged(problem=" ".join(str(error).split())[:300]) from error

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        with self._place.reading() as connection:
            connection.execute(statement, values)


class Temporary:
    """A database that is gone when it is closed: in memory, or, for the name ``""``, on disk where it is large."""

    def __init__(self, name: str = ":memory:") -> None:
        self._connection = apsw.Connection(name)
        self._lock = RLock()

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        with self._lock:
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        with self._lock, self._connection:
            yield self._connection

    def close(self) -> None:
        self._connection.close()


def _numbers(connection: apsw.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT key, number FROM index_network"))


def seal_of_row(*cells: object) -> int:
    """The checksum of a row: CRC-32 of its cells."""
    return zlib.crc32("\0".join(map(str, cells)).encode())


def _fits(seal: int, *cells: object) -> bool:
    """True, or raises IndexDamaged."""
    if seal != seal_of_row(*cells):
        raise IndexDamaged(problem=_("the row of {name} does not fit its checksum").format(name=cells[0]))
    return True


_FIND = """
SELECT p.obligation, s.since, s.until, p.verdict, p.body, s.network, s.known_from, s.known_to, p.seal
FROM index_span AS s CROSS JOIN index_phase AS p ON p.id = s.id
WHERE s.until >= ? AND s.since <= ? AND s.known_from <= ? AND s.known_to >= ? AND s.verdict >= ? AND s.verdict <= ?
"""
"""CROSS JOIN forces the tree first: the planner would otherwise scan."""

_HIDDEN = """
SELECT p.obligation FROM index_phase AS p LEFT JOIN index_span AS s ON s.id = p.id
WHERE p.verdict = ? AND p.known_to >= ? AND p.until >= ?
  AND (s.id IS NULL OR s.verdict <> p.verdict OR s.until <> p.until OR s.known_to <> p.known_to)
LIMIT 1
"""
"""A row that the tree should have found and could not: no checksum shows what is not read."""

_CLOSE_PHASE = "UPDATE index_phase SET known_to = ?2, seal = seal - 2147483647 + ?2 WHERE id = ?1"
"""The seal is the checksum of what never changes, plus the position through which the row is known: until now OPEN."""

_NETWORKS = "SELECT key, time_zone, seal FROM index_network ORDER BY key"

_OPEN_ROWS = """
SELECT p.obligation, s.since, s.until, s.verdict, p.body, s.id, s.known_from, p.seal
FROM index_span AS s CROSS JOIN index_phase AS p ON p.id = s.id
WHERE s.known_to >= ? AND s.network >= ? AND s.network_to <= ?
"""

_CONTENT = {
    "index_state": "SELECT position, horizon, format, holidays FROM index_state",
    "index_network": "SELECT key, time_zone, seal FROM index_network ORDER BY 1, 2",
    "index_label": "SELECT party, name, seal FROM index_label ORDER BY 1",
    "index_phase": """
        SELECT n.key, p.obligation, s.since, s.until, s.known_from, s.known_to, s.verdict, s.verdict_to,
          s.network = s.network_to, p.body, p.seal, p.verdict, p.until, p.known_to
        FROM index_phase AS p LEFT JOIN index_span AS s ON s.id = p.id
          LEFT JOIN index_network AS n ON n.number = s.network
        ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10""",
    "index_span": "SELECT count(*) FROM index_span",
}


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring numbers as ranges: each range is one look-up."""
    start = previous = None
    for number in numbers:
        if start is None or previous is None or number != previous + 1:
            if start is not None and previous is not None:
                yield start, previous
            start = number
        previous = number
    if start is not None and previous is not None:
        yield start, previous
