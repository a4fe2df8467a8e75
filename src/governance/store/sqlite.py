"""The store in SQLite, in a file or in memory: one connection, one lock, full durability, several processes on one
file."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import RLock
from typing import Any
from uuid import UUID
from weakref import WeakSet

import apsw
from eventsourcing.persistence import StoredEvent

from governance.errors import LedgerMoved, LedgerUnavailable
from governance.store.file import (
    Durability,
    durability_of,
    end_of,
    inspect_file,
    is_immutable,
    open_file,
    open_in_memory,
    position_at,
    trouble,
)
from governance.store.recorder import (
    Append,
    Health,
    LedgerRecorder,
    Recorded,
    Row,
    expected_versions,
    next_time,
    unsure,
)
from governance.store.sqlite_log import (
    checked_end,
    find_command,
    mark,
    refuse_changed,
    row_of,
    storable,
    tree_row,
    version_of,
)
from governance.store.sqlite_raw import SqliteRaw, page_faults
from governance.store.sqlite_verdicts import SqliteVerdicts, Temporary
from governance.store.tree import Grown, leaf_of
from governance.store.verdicts import Verdicts
from governance.text import _

__all__ = ["SqliteRecorder", "open_recorder"]

_ROW = "SELECT originator_id, version, topic, state, position, recorded_at FROM event "
_INSERT = "INSERT INTO event (originator_id, version, topic, state, position, recorded_at) VALUES (?, ?, ?, ?, ?, ?)"
_Stored = tuple[UUID | str, int, str, bytes, int, int]
_ANY = 2**63 - 1


class SqliteRecorder(LedgerRecorder):
    """A ledger in a file, or in memory as long as the object lives. Raises LedgerMissing, NotALedger and
    LedgerUnavailable on opening; every SQLite error becomes a StorageError."""

    def __init__(
        self, path: Path | None = None, *, create: bool = True, inspect: bool = False, busy_seconds: float = 10.0
    ) -> None:
        """``inspect`` is for whoever verifies the file: nothing in it is changed, nor relied on."""
        super().__init__()
        self.path = path and path.absolute()
        self._inspect = inspect
        self._file: tuple[int, int] | None = None
        """Which file it is: its device and its number there."""
        self._busy_seconds = busy_seconds
        self._lock = RLock()
        self._closed = self._held = self._crossed = False
        self._connection: apsw.Connection | None = None
        self._connection = self._opened(create=create)
        self._grown: Grown | None = None
        """The tail of the tree as this object wrote it last."""
        self._verdicts = SqliteVerdicts(Temporary() if self.read_only else self)
        _RECORDERS.add(self)

    def _opened(self, *, create: bool = False) -> apsw.Connection:
        if self.path is None:
            return open_in_memory()
        if self._inspect:
            return inspect_file(self.path, self._busy_seconds)
        connection = open_file(self.path, create=create, busy_seconds=self._busy_seconds)
        self._file = _which_file(self.path)
        return connection

    @property
    def verdicts(self) -> Verdicts:
        """In the same file, or in memory where that can only be read."""
        return self._verdicts

    @property
    def is_passing(self) -> bool:
        return self.path is None

    @property
    def durability(self) -> Durability:
        """The journal and synchronous modes in use."""
        with self._using() as connection:
            return durability_of(connection)

    @property
    def read_only(self) -> bool:
        with self._using() as connection:
            return self._inspect or bool(connection.readonly("main"))

    def health(self) -> list[Health]:
        library = Health(_("SQLite"), True, apsw.sqlite_lib_version())
        if self.path is None:
            return [library]
        journal, synchronous = self.durability
        mode = _("journal {journal}, synchronous {sync}").format(journal=journal, sync=synchronous)
        with self.reading() as connection:
            faults = page_faults(connection)
        return [
            library,
            Health(_("durability"), True, mode),
            Health(_("file"), True, str(self.path) + _(", read-only") * self.read_only),
            Health(_("pages of the file"), not faults, "; ".join(faults) or "ok"),
        ]

    @contextmanager
    def raw(self) -> Iterator[SqliteRaw]:
        with self.reading():
            yield SqliteRaw(self, self.path)

    def copy_to(self, path: Path) -> None:
        with self._using() as connection:
            copy = apsw.Connection(str(path.absolute()))
            try:
                with copy.backup("main", connection, "main") as backup:
                    backup.step(-1)  # all pages in one go, so of one state
            finally:
                copy.close()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._connection is not None and not self._crossed:
                self._connection.close()
                self._connection = None

    def reading(self) -> "_Use":
        """The connection, seeing one state of the file throughout; nobody else in this process uses it meanwhile."""
        return _Use(self, "BEGIN")

    def writing(self) -> "_Use":
        """The connection inside a transaction that has the write lock from its beginning; all or nothing."""
        return _Use(self, "BEGIN IMMEDIATE")

    def _using(self) -> "_Use":
        return _Use(self)

    def _present(self) -> apsw.Connection:
        if self._closed:
            raise LedgerUnavailable(problem=_("it was closed"))
        if self._crossed:
            raise LedgerUnavailable(problem=_("it was in use when this process was forked; open it anew"))
        if self._connection is None:
            self._connection = self._opened()
        if is_immutable(self._connection) and not self._connection.in_transaction:
            # whoever may write can have changed the file, which such a connection does not look for
            self._connection = self._opened()
        return self._connection

    def before_fork(self) -> None:
        """Close the connection to a file; whichever process needs one afterwards opens its own.

        SQLite keeps its locks by process: one that inherits a connection believes to hold the locks of the other, and
        when that one closes the file, what the heir still writes goes to a log that is deleted.
        """
        self._held = self._lock.acquire(timeout=self._busy_seconds)
        if self.path and self._held and self._connection is not None and not self._connection.in_transaction:
            self._connection.close()
            self._connection = None

    def after_fork(self, *, in_child: bool) -> None:
        """Go on. Where somebody was using the connection so that it could not be closed, the child must not use it."""
        if in_child:
            self._lock = RLock()  # the other may be held by a thread that is not here
            self._crossed = self._connection is not None and not (self.path is None and self._held)
        elif self._held:
            self._lock.release()

    def append_events(self, stored_events: Sequence[StoredEvent], append: Append) -> Sequence[int]:
        expected = expected_versions(stored_events, append.condition.versions)
        with self.writing() as connection:
            last, last_time, tail = checked_end(connection)
            positions = range(last + 1, last + 1 + len(stored_events))
            mark(connection, append.command, positions)
            refuse_changed(connection, unsure(expected, append.condition, last))
            moment = next_time(append, (last, last_time))
            rows = [
                (e.originator_id, e.originator_version, e.topic, e.state, position, moment)
                for position, e in zip(positions, stored_events, strict=True)
            ]
            connection.executemany(_INSERT, rows)
            connection.execute("UPDATE log_end SET position = ?, recorded_at = ?", (positions[-1], moment))
            grown = self._grow(connection, last, tail, rows)
            if self.path and _which_file(self.path) != self._file:
                raise LedgerMoved(path=self.path)
        self._grown = grown
        return positions

    def _grow(self, connection: apsw.Connection, last: int, tail: bytes | None, rows: Sequence[_Stored]) -> Grown:
        """Write the tree's hashes for new rows; ``tail`` is its last row as it lies there. Whoever stops before the
        commit leaves nothing behind."""
        grown, self._grown = self._grown, None
        if grown is None or grown.frontier.size != last or grown.row != (tail or b""):
            grown = Grown.at(last, partial(tree_row, connection))
        leaves = (leaf_of(*row) for row in rows)
        steps = list(grown.with_leaves(leaves))
        connection.executemany("INSERT INTO tree VALUES (?, ?)", enumerate((step.row for step in steps), last + 1))
        return steps[-1]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        query = _ROW + "WHERE originator_id = ? AND version > ? AND version <= ? ORDER BY version"
        values = (str(originator_id), gt or 0, _ANY if lte is None else lte, -1 if limit is None else limit)
        return self._rows(query + (" DESC" if desc else "") + " LIMIT ?", values)

    def find_command(self, command_id: str) -> Recorded | None:
        if not storable(command_id):
            return None
        with self._using() as connection:
            return find_command(connection, command_id)

    def last(self) -> tuple[int, int]:
        with self._using() as connection:
            return end_of(connection)

    def position_at(self, moment: int) -> int:
        with self.reading() as connection:
            return position_at(connection, moment)

    def select_rows(self, after: int, limit: int, upto: int | None = None) -> Sequence[Row]:
        query = _ROW + "WHERE position > ? AND position <= ? ORDER BY position LIMIT ?"
        return self._rows(query, (after, _ANY if upto is None else upto, limit))

    def select_stream(self, originator_id: str, upto: int) -> Sequence[Row]:
        query = _ROW + "WHERE originator_id = ? AND position <= ? ORDER BY version"
        return self._rows(query, (originator_id, upto))

    def version_of(self, originator_id: str) -> int:
        if not storable(originator_id):
            return 0
        with self._using() as connection:
            return version_of(connection, originator_id)

    def originators(self, prefix: str, limit: int) -> list[str]:
        if not storable(prefix):
            return []
        query = """SELECT DISTINCT originator_id FROM event WHERE originator_id >= ? AND originator_id < ?
            ORDER BY originator_id LIMIT ?"""
        with self._using() as connection:
            return [row[0] for row in connection.execute(query, (prefix, prefix + "\U0010ffff", limit))]

    def tree_row(self, position: int) -> bytes | None:
        with self._using() as connection:
            return tree_row(connection, position)

    def _rows(self, query: str, values: tuple[str | int, ...]) -> list[Row]:
        if not all(storable(value) for value in values if isinstance(value, str)):
            return []
        with self._using() as connection:
            cells: Iterable[Any] = connection.execute(query, values)
            return [row_of(*values) for values in cells]


class _Use:
    """Lends the connection of a recorder, in a transaction where one is to begin, and makes SQLite's errors our own.

    A class, not a generator: every command passes here, and three nested generators took a fifth of its save.
    """

    __slots__ = ("_begin", "_connection", "_recorder")

    def __init__(self, recorder: SqliteRecorder, begin: str = "") -> None:
        self._recorder = recorder
        self._begin = begin
        self._connection: apsw.Connection

    def __enter__(self) -> apsw.Connection:
        self._recorder._lock.acquire()
        try:
            self._connection = self._recorder._present()
            if self._begin and self._connection.in_transaction:
                if self._begin != "BEGIN":
                    raise AssertionError  # to write inside reading() or writing() is a mistake in the calling program
                self._begin = ""  # whoever began it ends it
            if self._begin:
                self._connection.execute(self._begin)
        except BaseException as error:
            self._recorder._lock.release()
            self._raise_ours(error)
            raise
        return self._connection

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        try:
            if self._begin:
                self._end(commit=error is None)
        except BaseException as late:
            self._raise_ours(late)
            raise
        finally:
            self._recorder._lock.release()
        self._raise_ours(error)

    def _end(self, *, commit: bool) -> None:
        try:
            if commit:
                self._connection.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _raise_ours(self, error: BaseException | None) -> None:
        if isinstance(error, apsw.Error | UnicodeDecodeError):
            raise trouble(error, self._recorder.path or ":memory:", self._recorder._busy_seconds) from error


def open_recorder(path: str | Path, *, create: bool = True, inspect: bool = False) -> LedgerRecorder:
    """The store of a path; ``":memory:"`` is one that is gone when it is closed. ``inspect`` is for whoever verifies:
    nothing is changed, nor relied on."""
    return SqliteRecorder(None if str(path) == ":memory:" else Path(path), create=create, inspect=inspect)


def _which_file(path: Path) -> tuple[int, int] | None:
    """Its device and its number there; None where there is none at this path."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


_RECORDERS: "WeakSet[SqliteRecorder]" = WeakSet()


def _before_fork() -> None:
    for recorder in list(_RECORDERS):
        recorder.before_fork()


def _after_fork(*, in_child: bool) -> None:
    for recorder in list(_RECORDERS):
        recorder.after_fork(in_child=in_child)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_before_fork,
        after_in_parent=partial(_after_fork, in_child=False),
        after_in_child=partial(_after_fork, in_child=True),
    )
