"""A ledger's tables in SQLite as they lie there."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

import apsw

from governance.store import sqlite_verdicts
from governance.store.file import stated_end
from governance.store.lookup import LookUp
from governance.store.raw import Command, Fault, RawStore, Stored
from governance.store.sqlite_verdicts import Place, SqliteVerdicts
from governance.store.tables import APPLICATION_ID, FORMAT, TABLES
from governance.store.verdicts import FORMAT as VERDICTS_FORMAT
from governance.text import _

__all__ = ["SqliteRaw", "page_faults"]

_SHADOWS = "index_span_"
"""SQLite itself makes these for its R*Tree, in words that are its own."""

_ROWS = """
SELECT e.position, e.originator_id, e.version, e.topic, e.recorded_at, e.state, t.hashes
FROM event AS e LEFT JOIN tree AS t ON t.position = e.position
WHERE e.position BETWEEN ? AND ? ORDER BY e.position
"""


class SqliteRaw(RawStore):
    """``path`` is where other processes find the same; None in memory."""

    def __init__(self, place: Place, path: Path | None) -> None:
        self._place = place
        self._path = path

    def faults(self) -> Iterator[Fault]:
        with self._place.reading() as connection:
            yield from _faults(connection)

    def verdict_faults(self) -> Iterator[Fault]:
        """That the R*Tree has no node that hangs nowhere; the rest of it SQLite checks among its pages."""
        nodes = self._row("SELECT count(*) FROM index_span_node")
        parents = self._row("SELECT count(*) FROM index_span_parent")
        if nodes != parents + 1:
            yield Fault("inserted", _("index"), _("its R*Tree has nodes that belong nowhere"))

    def end(self) -> tuple[int, int]:
        with self._place.reading() as connection:
            return stated_end(connection)

    def bounds(self) -> tuple[Any, Any]:
        return self._row("SELECT min(position), max(position) FROM event") or (None, None)

    def rows(self, first: int, last: int) -> Iterator[Stored]:
        with self._place.reading() as connection:
            following = first
            while following <= last:
                try:
                    for row in connection.execute(_ROWS, (following, last)):
                        following = row[0] + 1
                        yield row
                    return
                except UnicodeDecodeError:  # a text in the next row is no text; it is passed over
                    query = "SELECT min(position) FROM event WHERE position BETWEEN ? AND ?"
                    position = self._row(query, following, last)
                    if position is None:  # the damage lies in the tree or in an index
                        return
                    yield (position, None, None, None, None, None, self.hashes(position))
                    following = position + 1

    def recorded_at(self, position: int) -> Any:
        return self._row("SELECT recorded_at FROM event WHERE position = ?", position)

    def hashes(self, position: int) -> bytes | None:
        hashes = self._row("SELECT hashes FROM tree WHERE position = ?", position)
        return hashes if isinstance(hashes, bytes) else None

    def stray_hashes(self, end: int) -> Any:
        return self._row("SELECT min(position) FROM tree WHERE position > ? OR position < 1", end)

    def versions(self) -> Iterator[tuple[Any, Any, Any]]:
        return self._all("SELECT originator_id, version, position FROM event ORDER BY originator_id, version")

    def commands(self) -> Iterator[Command]:
        return self._all("SELECT command_id, digest, first, last, seal FROM command ORDER BY first, last")

    @property
    def verdicts(self) -> SqliteVerdicts | None:
        with self._place.reading() as connection:
            return SqliteVerdicts(self._place) if connection.table_exists(None, "index_state") else None

    def opener(self) -> Callable[[], RawStore] | None:
        return partial(_opened, self._path) if self._path else None

    def _row(self, query: str, *values: object) -> Any:
        with self._place.reading() as connection:
            return connection.execute(query, values).get

    def _all(self, query: str) -> Iterator[Any]:
        with self._place.reading() as connection:
            yield from connection.execute(query)


def _opened(path: Path) -> SqliteRaw:
    return SqliteRaw(LookUp(path, inspect=True), path)


def page_faults(connection: apsw.Connection) -> list[str]:
    """What is wrong with the pages of a file as SQLite sees them. Over a node without bytes its own check of the R*Tree
    ends with "out of memory", so that is looked for first."""
    with suppress(apsw.Error):  # what is worse shows below
        numbers = [str(row[0]) for row in connection.execute(_TORN_NODES)]
        if numbers:
            return [_("nodes of the index's R*Tree are not as they were written: {n}").format(n=", ".join(numbers))]
    lines = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    return [] if lines == ["ok"] else lines


_TORN_NODES = """
SELECT nodeno FROM index_span_node
WHERE typeof(data) <> 'blob' OR length(data) < 448 OR length(data) <> (SELECT max(length(data)) FROM index_span_node)
LIMIT 20
"""


def _faults(connection: apsw.Connection) -> Iterator[Fault]:
    """The pages of the file as SQLite sees them, its marks, and that its schema is ours and nothing else."""
    yield from (Fault("altered", _("file"), line) for line in page_faults(connection))
    for name, wanted in (("application_id", APPLICATION_ID), ("user_version", FORMAT)):
        if connection.pragma(name) != wanted:
            yield Fault("altered", _("file"), _("its mark {name} is another").format(name=name))
    present = _schema_in(connection)
    judged = "index_state" in present
    expected = {**_schema(TABLES), **(_schema(sqlite_verdicts.TABLES) if judged else {})}
    outdated = judged and _is_outdated(connection)
    for name, sql in expected.items():
        compared = _head if outdated and name.startswith("index_") else str
        if name not in present:
            if outdated and name == "index_phase_verdict":
                continue  # since version 7
            yield Fault("missing", _("file"), _("the table {name} is not there").format(name=name))
        elif compared(present[name]) != compared(sql) and not name.startswith(_SHADOWS):
            yield Fault("altered", _("file"), _("the table {name} is defined differently").format(name=name))
    for name in present.keys() - expected.keys():
        if not (outdated and name == "index_phase_about"):  # versions up to 4 had it
            yield Fault("inserted", _("file"), _("{name} does not belong to a ledger").format(name=repr(name)))


def _is_outdated(connection: apsw.Connection) -> bool:
    """Whether the verdicts are those of another version of this program; they are judged anew when asked for."""
    try:
        return connection.execute("SELECT format FROM index_state").get not in (None, VERDICTS_FORMAT)
    except apsw.SQLError:
        return False


def _head(sql: object) -> str:
    """What is made, and its name, without its columns."""
    return str(sql).partition("(")[0]


@cache
def _schema(tables: str) -> dict[str, Any]:
    fresh = apsw.Connection(":memory:")
    fresh.execute(tables)
    return _schema_in(fresh)


def _schema_in(connection: apsw.Connection) -> dict[str, Any]:
    rows: Iterable[Any] = connection.execute("SELECT name, sql FROM sqlite_schema")
    return dict(rows)
