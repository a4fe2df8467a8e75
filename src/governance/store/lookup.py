"""A ledger's file as short-lived programs look things up in it. Light to import: no event is read here."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from governance.errors import LogDamaged
from governance.store.file import end_of, inspect_file, open_file, position_at, trouble
from governance.store.sqlite_verdicts import SqliteVerdicts
from governance.store.tables import transaction

__all__ = ["LookUp"]


class LookUp:
    """The verdicts, and when the log was recorded. Raises LedgerMissing, NotALedger and other StorageErrors."""

    def __init__(self, path: Path, *, inspect: bool = False) -> None:
        """``inspect`` is for whoever verifies the file: nothing in it is changed, nor relied on."""
        self._path = path
        self._connection = inspect_file(path) if inspect else open_file(path, create=False)
        self.verdicts = SqliteVerdicts(self)

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """One state of the file; may be nested."""
        try:
            if self._connection.in_transaction:
                yield self._connection
            else:
                with transaction(self._connection, "BEGIN"):
                    yield self._connection
        except apsw.Error as error:
            raise trouble(error, self._path) from error

    writing = reading
    """Nothing is written here."""

    def last(self) -> tuple[int, int]:
        """The last position and its recording time (µs); (0, 0) where there is none."""
        with self.reading() as connection:
            return end_of(connection)

    def recorded_at(self, position: int) -> int:
        """When an event was recorded (µs)."""
        with self.reading() as connection:
            moment = connection.execute("SELECT recorded_at FROM event WHERE position = ?", (position,)).get
        if moment is None:
            raise LogDamaged(there=position - 1, position=self.last()[0])
        return int(moment)

    def position_at(self, moment: int) -> int:
        """The last position recorded at or before an instant (µs)."""
        with self.reading() as connection:
            return position_at(connection, moment)
