"""A ledger's file: how it is opened, marked and kept durable. Light to import: the fast answers use it, too."""

import os
import random
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import apsw

from governance.errors import (
    FileDamaged,
    FormatOutdated,
    GovernanceError,
    LedgerBusy,
    LedgerMissing,
    LedgerUnavailable,
    LogDamaged,
    NotALedger,
)
from governance.store.tables import APPLICATION_ID, FORMAT, make_tables, transaction
from governance.text import _

__all__ = [
    "Durability",
    "durability",
    "durability_of",
    "end_of",
    "inspect_file",
    "is_immutable",
    "open_file",
    "open_in_memory",
    "position_at",
    "stated_end",
    "trouble",
]

Durability = tuple[str, str]
"""The journal mode and the synchronous mode."""

_Patience = Callable[[int], bool]
"""Waits a moment, given how often it did so before; False where it is enough."""


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
    try:
        if path.is_dir():
            raise NotALedger(path=path, problem=_("it is a folder"))
        if not create and not path.exists():
            raise LedgerMissing(path=path)
        if path.exists() and not path.is_file():
            raise NotALedger(path=path, problem=_("it is no file"))
        flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
        connection = _connected(path, flags, busy_seconds)
    except (apsw.Error, OSError, ValueError) as error:
        raise trouble(error, path, busy_seconds) from error
    try:
        patience = _patience(busy_seconds)
        _marked(connection, path, create, patience)
        _set_durable(connection, patience)
        if connection.pragma("user_version") < FORMAT:
            from governance.store.upgrade import upgrade  # needed once in the life of a file

            upgrade(connection, path)
    except BaseException as error:
        connection.close()
        if isinstance(error, apsw.Error):
            raise trouble(error, path, busy_seconds) from error
        raise
    return connection


def inspect_file(path: Path, busy_seconds: float = 10.0) -> apsw.Connection:
    """A connection for whoever verifies a file: it changes nothing in it, nor does it require its marks to be right.

    Raises LedgerMissing, NotALedger, FormatOutdated, FileDamaged, LedgerUnavailable.
    """
    try:
        if not path.exists():
            raise LedgerMissing(path=path)
        if not path.is_file():
            raise NotALedger(path=path, problem=_("it is no file"))
        connection = _connected(path, _unchanging(path), busy_seconds)
        wal = Path(f"{path}-wal")
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, int(wal.exists() and wal.stat().st_size > 0))
        connection.pragma("query_only", True)
        if not connection.table_exists(None, "event") and connection.pragma("application_id") != APPLICATION_ID:
            raise NotALedger(path=path, problem=_("it is a database of something else"))
        if connection.pragma("user_version") == 1 and _is_format_1(connection):
            raise FormatOutdated(path=path)
    except (apsw.Error, OSError, ValueError) as error:
        raise trouble(error, path, busy_seconds) from error
    return connection


def _unchanging(path: Path) -> int:
    """Read-only; but with a WAL even a reader writes beside the file, and only one that may can clear it away."""
    with path.open("rb") as file:
        in_wal_mode = file.read(20)[18:] == b"\2\2"
    return apsw.SQLITE_OPEN_READWRITE if in_wal_mode else apsw.SQLITE_OPEN_READONLY


def _is_format_1(connection: apsw.Connection) -> bool:
    """By its tables, since its mark could have been altered: no tree, and commands without a seal."""
    columns = "SELECT count(*) FROM pragma_table_info('command') WHERE name = 'seal'"
    return not connection.table_exists(None, "tree") and not connection.execute(columns).get


def open_in_memory() -> apsw.Connection:
    """A connection to a new ledger that lies nowhere."""
    connection = apsw.Connection(":memory:")
    _distrust(connection)
    make_tables(connection)
    return connection


def _connected(path: Path, flags: int, busy_seconds: float) -> apsw.Connection:
    connection = apsw.Connection(str(path.absolute()), flags=flags)
    connection.set_busy_handler(_patience(busy_seconds))
    _distrust(connection)
    try:
        connection.pragma("schema_version")  # the first reading of the file
    except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.FullError, apsw.IOError):
        # In WAL mode even a reader writes beside the file; where it cannot, the file is taken as it lies.
        connection.close()
        beside = Path(f"{path.resolve()}-wal")
        if beside.exists() and beside.stat().st_size:
            problem = _("{path} holds events that only somebody who may write there can take in").format(path=beside)
            raise LedgerUnavailable(problem=problem) from None
        immutable = f"{path.resolve().as_uri()}?immutable=1"
        connection = apsw.Connection(immutable, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
        _distrust(connection)
    return connection


def _distrust(connection: apsw.Connection) -> None:
    """Whoever can write the file can write its schema: none of what stands there is carried out."""
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    connection.config(apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0)
    connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)


def is_immutable(connection: apsw.Connection) -> bool:
    """Whether the file was taken as it lies, so that changes to it are not seen."""
    return bool(connection.open_flags & apsw.SQLITE_OPEN_URI)


def _marked(connection: apsw.Connection, path: Path, create: bool, patience: _Patience) -> None:
    """Make the tables of a new file, or know the file by its marks."""
    with connection:  # one state of the file, although somebody else may be making its tables now
        application, version = connection.pragma("application_id"), connection.pragma("user_version")
        empty = application == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").get == 0
    if empty and create:
        _set_journal(connection, patience)
        with transaction(connection):
            if connection.pragma("application_id") == 0:
                make_tables(connection)
    elif application != APPLICATION_ID:
        raise NotALedger(path=path, problem=_("it is empty") if empty else _("it is a database of something else"))
    elif not 0 < version <= FORMAT:
        raise NotALedger(path=path, problem=_("it has the format {n}, made by a newer version").format(n=version))


def _set_durable(connection: apsw.Connection, patience: _Patience) -> None:
    if not connection.readonly("main"):
        _set_journal(connection, patience)
    mode = connection.pragma("journal_mode")  # not always as it was set: some file systems cannot have a WAL
    connection.pragma("synchronous", "FULL" if mode == "wal" else "EXTRA")


def _set_journal(connection: apsw.Connection, patience: _Patience) -> None:
    """Here SQLite gives up at once where the file is busy, so the waiting is done for it."""
    mode, _sync = durability(apsw.sqlite_lib_version())
    for tries in count():
        try:
            connection.pragma("journal_mode", mode)
            return
        except apsw.BusyError:
            if not patience(tries):
                raise


def durability_of(connection: apsw.Connection) -> Durability:
    """The journal mode and the synchronous mode that are in use."""
    synchronous = {0: "OFF", 1: "NORMAL", 2: "FULL", 3: "EXTRA"}[connection.pragma("synchronous")]
    return connection.pragma("journal_mode"), synchronous


def end_of(connection: apsw.Connection) -> tuple[int, int]:
    """The last position and its recording time (µs); (0, 0) before the first event. Raises LogDamaged where the log
    ends elsewhere than it was recorded to."""
    end, there = _ends(connection)
    if there != end[0]:
        raise LogDamaged(there=there, position=end[0])
    return end


def stated_end(connection: apsw.Connection) -> tuple[int, int]:
    """The same by what the log says of itself, whatever rows there are. Raises LogDamaged where it says nothing."""
    return _ends(connection)[0]


def _ends(connection: apsw.Connection) -> tuple[tuple[int, int], int]:
    """The end that is stated and the last position that is there, in one statement: others may be writing."""
    both = "SELECT (SELECT max(position) FROM event), (SELECT position FROM log_end), (SELECT recorded_at FROM log_end)"
    there, position, recorded_at = next(connection.execute(both))
    if position is None:
        raise LogDamaged(there=there or 0, position=0)
    return (position, recorded_at), there or 0


def position_at(connection: apsw.Connection, moment: int) -> int:
    """The last position recorded at or before an instant (µs); 0 where there is none. Raises LogDamaged."""
    last, _moment = end_of(connection)
    low, high = 0, last
    while low < high:  # by halving, since recording times never decrease along the log
        middle = (low + high + 1) // 2
        before = connection.execute("SELECT recorded_at <= ? FROM event WHERE position = ?", (moment, middle)).get
        if before is None:
            raise LogDamaged(there=middle - 1, position=last)
        low, high = (middle, high) if before else (low, middle - 1)
    return low


def _patience(seconds: float) -> _Patience:
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


_DAMAGE = (
    apsw.CorruptError, apsw.SchemaChangeError, apsw.SQLError, apsw.MismatchError, apsw.TooBigError, apsw.RangeError,
    UnicodeDecodeError,
)  # fmt: skip
"""What reading a file raises whose bytes are not as they were written."""


def trouble(error: Exception, path: Path | str, busy_seconds: float = 10.0) -> GovernanceError:
    """What SQLite or the file system complains of, in the ledger's own errors."""
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return LedgerBusy(seconds=busy_seconds)
    if isinstance(error, apsw.NotADBError):
        if _was_a_ledger(Path(path)):
            return FileDamaged(path=path, problem=_("its header was altered"))
        return NotALedger(path=path, problem=_("it is no database"))
    if isinstance(error, _DAMAGE):
        return FileDamaged(path=path, problem=" ".join(str(error).split())[:300])
    if isinstance(error, apsw.ReadOnlyError):
        return LedgerUnavailable(problem=_("{path} can only be read").format(path=path))
    return LedgerUnavailable(problem=f"{os.fspath(path)}: {error}")


def _was_a_ledger(path: Path) -> bool:
    """Whether the first page, which SQLite cannot read, holds the tables of a ledger."""
    try:
        with path.open("rb") as file:
            beginning = file.read(65_536)
    except OSError:
        return False
    return b"CREATE TABLE event (position INTEGER PRIMARY KEY" in beginning
