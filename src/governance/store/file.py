"""A ledger's file: how it is opened, marked and kept durable. Light to import: the fast answers use it, too."""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import apsw

from governance.errors import GovernanceError, LedgerBusy, LedgerMissing, LedgerUnavailable, NotALedger
from governance.text import _

__all__ = ["APPLICATION_ID", "FORMAT", "Durability", "durability", "open_file", "trouble"]

APPLICATION_ID = 0x676F764C
"""``govL``, in the header of every ledger file."""
FORMAT = 1
"""The version of the tables of the log."""

Durability = tuple[str, str]
"""The journal mode and the synchronous mode."""

TABLES = """
CREATE TABLE event (position INTEGER PRIMARY KEY, originator_id TEXT NOT NULL, version INTEGER NOT NULL,
  topic TEXT NOT NULL, recorded_at INTEGER NOT NULL, state BLOB NOT NULL, UNIQUE (originator_id, version)) STRICT;
CREATE TABLE command (command_id TEXT PRIMARY KEY, digest BLOB NOT NULL, first INTEGER NOT NULL,
  last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE log_end (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL) STRICT;
INSERT INTO log_end VALUES (1, 0, 0);
"""
"""``log_end`` holds the last position by itself, so that a tail that was cut off is missed and never filled again."""


def durability(version: str) -> Durability:
    """How this SQLite keeps what it acknowledged: below 3.51.3 a checkpoint by one connection while another
    writes can lose commits in WAL mode (mended in 3.50.7 and 3.44.6, too), so there the rollback journal is used."""
    numbers = tuple(int(part) for part in version.split("."))
    mended = numbers >= (3, 51, 3) or (3, 50, 7) <= numbers < (3, 51) or (3, 44, 6) <= numbers < (3, 45)
    return ("wal", "FULL") if mended else ("delete", "EXTRA")


def open_file(path: Path, *, create: bool, busy_seconds: float = 10.0) -> apsw.Connection:
    """A connection to a ledger, read-only where the file cannot be written.

    Raises LedgerMissing, NotALedger, LedgerUnavailable.
    """
    if path.is_dir():
        raise NotALedger(path=path, problem=_("it is a folder"))
    if not create and not path.exists():
        raise LedgerMissing(path=path)
    try:
        connection = _connected(path, create)
        connection.set_busy_handler(_patience(busy_seconds))
        _marked(connection, path, create)
        _set_durable(connection)
    except apsw.Error as error:
        raise trouble(error, path, busy_seconds) from error
    return connection


def _connected(path: Path, create: bool) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    connection = apsw.Connection(str(path), flags=flags)
    if not connection.readonly("main"):
        return connection
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").get  # noqa: B018 - reading is what is tried
    except apsw.CantOpenError:
        # In WAL mode even a reader writes beside the file; where it cannot, the file is taken as it lies.
        immutable = f"{path.resolve().as_uri()}?immutable=1"
        return apsw.Connection(immutable, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    return connection


def _marked(connection: apsw.Connection, path: Path, create: bool) -> None:
    """Make the tables of a new file, or know the file by its marks."""
    application, version = connection.pragma("application_id"), connection.pragma("user_version")
    empty = application == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").get == 0
    if empty and create:
        mode, _sync = durability(apsw.sqlite_lib_version())
        connection.pragma("journal_mode", mode)
        connection.execute("BEGIN IMMEDIATE")
        if connection.pragma("application_id") == 0:
            connection.execute(TABLES)
            connection.pragma("application_id", APPLICATION_ID)
            connection.pragma("user_version", FORMAT)
        connection.execute("COMMIT")
    elif application != APPLICATION_ID:
        raise NotALedger(path=path, problem=_("it is empty") if empty else _("it is a database of something else"))
    elif version != FORMAT:
        raise NotALedger(path=path, problem=_("it has the format {n}, made by a newer version").format(n=version))


def _set_durable(connection: apsw.Connection) -> None:
    mode, synchronous = durability(apsw.sqlite_lib_version())
    if not connection.readonly("main"):
        connection.pragma("journal_mode", mode)
    connection.pragma("synchronous", synchronous)


def _patience(seconds: float) -> Callable[[int], bool]:
    """Wait in short, uneven steps: with SQLite's own growing ones a waiting writer hardly ever gets its turn."""
    began = 0.0

    def wait(tries: int) -> bool:
        nonlocal began
        now = time.monotonic()
        if tries == 0:
            began = now
        if now - began > seconds:
            return False
        time.sleep(random.uniform(0.0002, 0.002))  # noqa: S311 - spreads waiting, guards nothing
        return True

    return wait


def trouble(error: apsw.Error, path: Path | str, busy_seconds: float = 10.0) -> GovernanceError:
    """What SQLite complains of, in the ledger's own errors."""
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return LedgerBusy(seconds=busy_seconds)
    if isinstance(error, apsw.NotADBError):
        return NotALedger(path=path, problem=_("it is no database"))
    if isinstance(error, apsw.ReadOnlyError):
        return LedgerUnavailable(problem=_("{path} can only be read").format(path=path))
    return LedgerUnavailable(problem=f"{os.fspath(path)}: {error}")
