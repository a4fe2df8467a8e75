"""The store in a SQLite file: one connection, one lock, full durability, several processes on one file."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any
from uuid import UUID

import apsw
from eventsourcing.persistence import StoredEvent

from governance.errors import ConcurrentChange, LedgerUnavailable, LogDamaged
from governance.store.file import Durability, durability, open_file, trouble
from governance.store.recorder import CommandMark, CommandRepeated, LedgerRecorder, Recorded, Row, next_time
from governance.text import _

__all__ = ["SqliteRecorder"]

_ROW = "SELECT originator_id, version, topic, state, position, recorded_at FROM event "


class SqliteRecorder(LedgerRecorder):
    """Raises LedgerMissing, NotALedger and LedgerUnavailable on opening; every SQLite error becomes a StorageError."""

    def __init__(self, path: Path, *, create: bool = True, busy_seconds: float = 10.0) -> None:
        self.path = path
        self._busy_seconds = busy_seconds
        self._lock = RLock()
        self._pid = os.getpid()
        self._connection: apsw.Connection | None = open_file(path, create=create, busy_seconds=busy_seconds)

    @property
    def durability(self) -> Durability:
        """The journal and synchronous modes in use."""
        return durability(apsw.sqlite_lib_version())

    @property
    def read_only(self) -> bool:
        with self.reading() as connection:
            return bool(connection.readonly("main"))

    def close(self) -> None:
        with self._lock:
            if self._connection is not None and self._pid == os.getpid():
                self._connection.close()
            self._connection = None

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """The connection, while nobody else in this process uses it."""
        with self._lock:
            try:
                yield self._open()
            except apsw.Error as error:
                raise trouble(error, self.path, self._busy_seconds) from error

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """The connection inside a transaction that has the write lock from its beginning; all or nothing."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _open(self) -> apsw.Connection:
        if self._connection is None:
            raise LedgerUnavailable(problem=_("it was closed"))
        if self._pid != os.getpid():  # SQLite forbids a connection to cross a fork
            self._connection = open_file(self.path, create=False, busy_seconds=self._busy_seconds)
            self._pid = os.getpid()
        return self._connection

    def insert_events(  # type: ignore[override]  # a save without its command would be no save of ours
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command: CommandMark,
        seen: Mapping[str, int],
        now: int,
        stated: bool = False,
    ) -> Sequence[int]:
        with self.writing() as connection:
            if known := _find_command(connection, command.command_id):
                raise CommandRepeated(known)
            for originator_id, version in seen.items():
                if _version_of(connection, originator_id) != version:
                    raise ConcurrentChange(subject=originator_id)
            last, last_time = _end(connection)
            moment = next_time(now, last_time, stated)
            positions = range(last + 1, last + 1 + len(stored_events))
            try:
                connection.executemany(
                    "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        (position, e.originator_id, e.originator_version, e.topic, moment, e.state)
                        for position, e in zip(positions, stored_events, strict=True)
                    ),
                )
            except apsw.ConstraintError as error:
                raise ConcurrentChange(subject=str(stored_events[0].originator_id)) from error
            mark = (command.command_id, command.digest, positions[0], positions[-1])
            connection.execute("INSERT INTO command VALUES (?, ?, ?, ?)", mark)
            connection.execute("UPDATE log_end SET position = ?, recorded_at = ?", (positions[-1], moment))
        return positions

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
        values = (str(originator_id), gt or 0, 2**62 if lte is None else lte, -1 if limit is None else limit)
        return self._rows(query + (" DESC" if desc else "") + " LIMIT ?", values)

    def find_command(self, command_id: str) -> Recorded | None:
        with self.reading() as connection:
            return _find_command(connection, command_id)

    def last(self) -> tuple[int, int]:
        with self.reading() as connection:
            return connection.execute("SELECT position, recorded_at FROM log_end").get or (0, 0)

    def position_at(self, moment: int) -> int:
        low, high = 0, self.last()[0]
        while low < high:  # by halving, since recording times never decrease along the log
            middle = (low + high + 1) // 2
            rows = self.select_rows(middle - 1, 1)
            if rows and rows[0].recorded_at <= moment:
                low = middle
            else:
                high = middle - 1
        return low

    def select_rows(self, after: int, limit: int) -> Sequence[Row]:
        return self._rows(_ROW + "WHERE position > ? ORDER BY position LIMIT ?", (after, limit))

    def select_stream(self, originator_id: str, upto: int) -> Sequence[Row]:
        query = _ROW + "WHERE originator_id = ? AND position <= ? ORDER BY version"
        return self._rows(query, (originator_id, upto))

    def version_of(self, originator_id: str) -> int:
        with self.reading() as connection:
            return _version_of(connection, originator_id)

    def originators(self, prefix: str, limit: int) -> list[str]:
        query = """SELECT DISTINCT originator_id FROM event WHERE originator_id >= ? AND originator_id < ?
            ORDER BY originator_id LIMIT ?"""
        with self.reading() as connection:
            return [row[0] for row in connection.execute(query, (prefix, prefix + "\U0010ffff", limit))]

    def _rows(self, query: str, values: tuple[str | int, ...]) -> list[Row]:
        with self.reading() as connection:
            found: Iterable[Any] = connection.execute(query, values)
            return [Row(*row) for row in found]


def _find_command(connection: apsw.Connection, command_id: str) -> Recorded | None:
    query = "SELECT command_id, digest, first, last FROM command WHERE command_id = ?"
    row = connection.execute(query, (command_id,)).get
    return Recorded(*row) if row else None


def _version_of(connection: apsw.Connection, originator_id: str) -> int:
    found = connection.execute("SELECT max(version) FROM event WHERE originator_id = ?", (originator_id,)).get
    return int(found or 0)


def _end(connection: apsw.Connection) -> tuple[int, int]:
    """The end of the log; raises LogDamaged where the rows end elsewhere, so that no position is ever used twice."""
    position, moment = connection.execute("SELECT position, recorded_at FROM log_end").get or (0, 0)
    there = connection.execute("SELECT max(position) FROM event").get or 0
    if there != position:
        raise LogDamaged(there=there, position=position)
    return position, moment
