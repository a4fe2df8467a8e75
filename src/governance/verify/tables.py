"""What surrounds the log in its file: pages, schema, the end of the log, versions within histories, commands."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import apsw

from governance.store import index
from governance.store.file import APPLICATION_ID, FORMAT, TABLES, sealed
from governance.text import _
from governance.verify.findings import Finding, Findings
from governance.verify.log import Run

__all__ = ["Commands", "check_end", "check_file", "check_nodes", "check_versions"]


_SHADOWS = "index_span_"
"""SQLite itself makes these for its R*Tree, in words that are its own."""


def check_file(connection: apsw.Connection) -> Iterator[Finding]:
    """The pages of the file as SQLite sees them, its marks, and that its schema is ours and nothing else."""
    said = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    if said != ["ok"]:
        yield from (Finding("altered", _("file"), str(line)) for line in said)
    for name, wanted in (("application_id", APPLICATION_ID), ("user_version", FORMAT)):
        if connection.pragma(name) != wanted:
            yield Finding("altered", _("file"), _("its mark {name} is another").format(name=name))
    present = _named(connection)
    has_index = "index_state" in present
    wanted_tables = {**_schema(TABLES), **(_schema(index.TABLES) if has_index else {})}
    outdated = has_index and _is_outdated(connection)
    for name, sql in wanted_tables.items():
        compared = _head if outdated and name.startswith("index_") else str
        if name not in present:
            yield Finding("missing", _("file"), _("the table {name} is not there").format(name=name))
        elif compared(present[name]) != compared(sql) and not name.startswith(_SHADOWS):
            yield Finding("altered", _("file"), _("the table {name} is defined differently").format(name=name))
    for name in present.keys() - wanted_tables.keys():
        yield Finding("inserted", _("file"), _("{name} does not belong to a ledger").format(name=repr(name)))


def _is_outdated(connection: apsw.Connection) -> bool:
    """Whether the index is that of another version of this program; it is built anew when it is asked."""
    try:
        return connection.execute("SELECT format FROM index_state").get not in (None, index.FORMAT)
    except apsw.SQLError:
        return False


def _head(sql: object) -> str:
    """What is made, and its name, without its columns."""
    return str(sql).partition("(")[0]


def check_nodes(connection: apsw.Connection) -> Iterator[Finding]:
    """That the R*Tree has no node that hangs nowhere; the rest of it SQLite checks."""
    nodes = connection.execute("SELECT count(*) FROM index_span_node").get
    parents = connection.execute("SELECT count(*) FROM index_span_parent").get
    if nodes != int(str(parents)) + 1:
        yield Finding("inserted", _("index"), _("its R*Tree has nodes that belong nowhere"))


@cache
def _schema(tables: str) -> dict[str, Any]:
    fresh = apsw.Connection(":memory:")
    fresh.execute(tables)
    return _named(fresh)


def _named(connection: apsw.Connection) -> dict[str, Any]:
    rows: Iterable[Any] = connection.execute("SELECT name, sql FROM sqlite_schema")
    return dict(rows)


def check_end(connection: apsw.Connection, end: int, moment: int) -> Iterator[Finding]:
    """That the log ends where it says: nothing cut off, nothing added behind, nothing before its beginning."""
    first, last = connection.execute("SELECT min(position), max(position) FROM event").get or (None, None)
    if (last or 0) < end:
        detail = _("the log ends at #{there}, but #{end} was recorded").format(there=last or 0, end=end)
        yield Finding("truncated", f"#{(last or 0) + 1}…#{end}", detail)
    if (last or 0) > end:
        yield Finding("inserted", f"#{end + 1}…#{last}", _("the log was recorded to end at #{end}").format(end=end))
    if first is not None and first < 1:
        yield Finding("inserted", f"#{first}", _("no event has such a position"))
    if last == end and end:
        told = connection.execute("SELECT recorded_at FROM event WHERE position = ?", (end,)).get
        if told != moment:
            yield Finding("altered", _("end of the log"), _("its time is not that of the last event"))
    elif not end and moment:
        yield Finding("altered", _("end of the log"), _("its time is not that of the last event"))
    beyond = connection.execute("SELECT min(position) FROM tree WHERE position > ? OR position < 1", (end,)).get
    if beyond is not None:
        yield Finding("inserted", _("tree"), _("it has hashes of #{position}").format(position=beyond))


def check_versions(connection: apsw.Connection) -> Iterator[Finding]:
    """That each history counts its events 1, 2, 3 … in the order of the log."""
    stream, expected, before = None, 1, 0
    rows: Iterable[Any] = connection.execute(
        "SELECT originator_id, version, position FROM event ORDER BY originator_id, version"
    )
    for originator, version, position in rows:
        if originator != stream:
            stream, expected, before = originator, 1, 0
        if version != expected:
            kind = "missing" if type(version) is int and version > expected else "inserted"
            detail = _("{history} goes on with version {version} instead of {expected}")
            yield Finding(kind, f"#{position}", detail.format(  # type: ignore[arg-type]  # one of two kinds
                history=stream, version=version, expected=expected))  # fmt: skip
        elif position < before:
            yield Finding(
                "reordered", f"#{position}", _("{history} counts differently from the log").format(history=stream)
            )
        expected, before = version + 1 if type(version) is int else expected + 1, position


class Commands:
    """The table of commands against the runs of events that name them, in the order of the log."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._rows: Iterator[Any] = iter(
            connection.execute("SELECT command_id, digest, first, last, seal FROM command ORDER BY first, last")
        )
        self._row: Any = next(self._rows, None)
        self._open: Run | None = None
        self.findings = Findings()

    def take(self, runs: Iterable[Run]) -> None:
        """The next runs; one may go on where the last of those before ended."""
        for run in runs:
            if self._open and self._open.command_id == run.command_id:
                self._open = Run(run.command_id, self._open.first, run.last)
            else:
                self._close()
                self._open = run

    def end(self) -> None:
        """After the last run."""
        self._close()
        while self._row is not None:
            self._idle()

    def _close(self) -> None:
        run, self._open = self._open, None
        if run is None:
            return
        while self._row is not None and self._row[2] < run.first:
            self._idle()
        if run.command_id is None:  # what cannot be read names no command
            while self._row is not None and self._row[2] <= run.last:
                self._row = next(self._rows, None)
            return
        row = self._row
        if row is None or row[2] != run.first:
            self._add("missing", run.first, _("its command is not among the commands"))
            return
        command_id, digest, first, last, seal = row
        if (command_id, last) != (run.command_id, run.last):
            self._add("altered", first, _("its command is recorded with another id or length"))
        elif type(digest) is not bytes or seal != sealed(command_id, digest, first, last):
            self._add("altered", first, _("the row of its command does not fit its seal"))
        self._row = next(self._rows, None)

    def _idle(self) -> None:
        self._add("inserted", self._row[2], _("a command is said to have recorded it, which it does not say"))
        self._row = next(self._rows, None)

    def _add(self, kind: Any, position: object, detail: str) -> None:
        self.findings.add(kind, _("command of #{position}").format(position=position), detail)
