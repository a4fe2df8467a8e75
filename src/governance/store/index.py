"""The index of verdicts: for every obligation, which verdict holds on which days as known at which positions.

Each row is a rectangle of days × positions in an R*Tree, so that "on D as known at K" is one look-up whatever
the size of the ledger. The rows are made by the pure rules (``readmodel``); here they are only found. Light to
import: the fast answers of the command line need nothing else.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import apsw

from governance.compliance.item import Item, item_from
from governance.compliance.values import VERDICTS, Verdict
from governance.text import language, words

__all__ = [
    "FORMAT",
    "OPEN",
    "SAME_AS",
    "Labels",
    "State",
    "advance",
    "as_of_now",
    "create",
    "drop",
    "find",
    "holidays_here",
    "networks",
    "seal_of",
    "state_of",
]

FORMAT = 5
"""Goes up whenever the rules or the rows change, so that an index of another version is built anew."""

OPEN = 2**31 - 1
"""The end of what has no end yet: a day's ordinal, or a position."""

SAME_AS = "="
"""In place of a language, in the name of a party: the party whose name it bears."""

_VERDICTS: tuple[Verdict, ...] = tuple(VERDICTS)
NUMBER: dict[str, int] = {verdict: number for number, verdict in enumerate(_VERDICTS)}

TABLES = """
CREATE TABLE index_state (position INTEGER NOT NULL, horizon INTEGER NOT NULL, format INTEGER NOT NULL,
  holidays TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE index_network (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, time_zone TEXT NOT NULL) STRICT;
CREATE TABLE index_label (party TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE index_phase (id INTEGER PRIMARY KEY, obligation TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE index_span USING rtree_i32(
  id, since, until, known_from, known_to, verdict, verdict_to, network, network_to);
"""  # fmt: skip


class State(NamedTuple):
    """How far the index reaches: the last position in it, and the last year for which years are judged."""

    position: int
    horizon: int
    format: int
    holidays: str = ""
    """The version of the package that told which days are public holidays; empty where no mandate asks for them."""

    @property
    def seal(self) -> bytes:
        return seal_of(self)

    @property
    def is_current(self) -> bool:
        """Whether the rules and the holidays of today would say the same."""
        return self.format == FORMAT and (not self.holidays or self.holidays == holidays_here())


def seal_of(state: Sequence[object]) -> bytes:
    """SHA-256 of a state of any FORMAT: nothing else would show that something in it was altered."""
    return sha256(repr(tuple(state)).encode()).digest()


@cache
def holidays_here() -> str:
    """The version of the package that tells which days are public holidays, as it is installed here."""
    for folder in sys.path:
        for found in Path(folder).glob("holidays-*.dist-info"):
            return found.stem.removeprefix("holidays-")
    from importlib.metadata import version  # finds it wherever it is, and is slow to load

    return version("holidays")


def state_of(connection: apsw.Connection) -> State | None:
    """None where there is no index (yet), or one that is not current."""
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'index_state'").get
    if found is None:
        return None
    if connection.execute("SELECT format FROM index_state").get != FORMAT:  # nor need it have the same columns
        return None
    state = State(*connection.execute("SELECT position, horizon, format, holidays FROM index_state").get)
    return state if state.is_current else None


@contextmanager
def as_of_now(connection: apsw.Connection) -> Iterator[None]:
    """One state of the file for several look-ups, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")  # nothing was written


def create(connection: apsw.Connection, horizon: int) -> State:
    """Empty tables, in place of whatever was there."""
    drop(connection)
    connection.execute(TABLES)
    state = State(0, horizon, FORMAT)
    connection.execute("INSERT INTO index_state VALUES (?, ?, ?, ?, ?)", (*state, state.seal))
    return state


def advance(connection: apsw.Connection, state: State) -> None:
    """The index reaches as far as ``state`` says now."""
    connection.execute(
        "UPDATE index_state SET position = ?, holidays = ?, seal = ?", (state.position, state.holidays, state.seal)
    )


def drop(connection: apsw.Connection) -> None:
    """Remove every table of the index. The log is untouched."""
    for table in ("index_state", "index_network", "index_label", "index_phase", "index_span"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")


def networks(connection: apsw.Connection) -> dict[str, tuple[int, str]]:
    """Each network's number and time zone, by its key."""
    return {key: (number, zone) for key, number, zone in connection.execute(
        "SELECT key, number, time_zone FROM index_network ORDER BY key")}  # fmt: skip


def find(
    connection: apsw.Connection,
    *,
    first: date,
    last: date,
    position: int,
    verdicts: Iterable[Verdict],
    network: tuple[str, int] | None,
    persons: bool = True,
) -> list[Item]:
    """The obligations whose verdict is one of ``verdicts`` on some day from ``first`` to ``last``, as known at a
    position, sorted by id; of one network (key and number) or all. Of several
    verdicts in that time the first is taken; values are those of the day ``last``. Without ``persons`` these are
    told by their ids."""
    keys = {number: key for key, (number, _zone) in networks(connection).items()} if network is None else {
        network[1]: network[0]}  # fmt: skip
    label = Labels(connection, persons=persons)
    found: dict[str, tuple[int, Item]] = {}
    for low, high in _runs(sorted(NUMBER[verdict] for verdict in verdicts)):
        where = (first.toordinal(), last.toordinal(), position, position, low, high)
        of_network = "" if network is None else f" AND s.network = {network[1]:d}"
        rows: Iterator[tuple[int, int, int, str, str]] = connection.execute(_FIND + of_network, where)
        for number, since, verdict, identity, body in rows:
            known = found.get(identity)
            if known is None or since < known[0]:
                found[identity] = (since, item_from(
                    identity, keys[number], _VERDICTS[verdict], json.loads(body), last, label.of
                ))  # fmt: skip
    return [found[identity][1] for identity in sorted(found)]


_FIND = """
SELECT s.network, s.since, s.verdict, p.obligation, p.body
FROM index_span AS s CROSS JOIN index_phase AS p ON p.id = s.id
WHERE s.until >= ? AND s.since <= ? AND s.known_from <= ? AND s.known_to >= ? AND s.verdict >= ? AND s.verdict <= ?
"""
"""CROSS JOIN forces the tree first: the planner would otherwise scan."""


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


class Labels:
    """The names of parties, each looked up once; without ``persons`` theirs are not, and they keep their ids."""

    def __init__(self, connection: apsw.Connection, *, persons: bool = True) -> None:
        self._connection = connection
        self._persons = persons
        self._known: dict[str, str] = {}

    def of(self, party: str) -> str:
        if not self._persons and party.startswith("person:"):
            return party
        if party not in self._known:
            self._known[party] = party  # for those who were merged into each other
            row = self._connection.execute("SELECT name FROM index_label WHERE party = ?", (party,)).get
            name = json.loads(row) if row else {"": party}
            self._known[party] = self.of(name[SAME_AS]) if SAME_AS in name else words(name, language())
        return self._known[party]
