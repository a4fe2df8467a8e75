"""The fast answers for short-lived programs: a ledger file is asked without loading the whole library.

Only where the index is behind the log (or the file cannot be written) is a ``Ledger`` opened to catch up.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import apsw

from governance.answers import Answers
from governance.errors import LogDamaged
from governance.store import index
from governance.store.file import end_of, open_file, position_at, trouble

__all__ = ["open_answers"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_answers(path: str | Path, clock: Callable[[], datetime] = _utc_now) -> Iterator[Answers]:
    """The answers of a ledger file. Raises LedgerMissing, NotALedger and other StorageErrors."""
    source = _File(Path(path), clock)
    try:
        yield Answers(source)
    except apsw.Error as error:
        raise trouble(error, path) from error
    finally:
        source.close()


class _File:
    """A ledger file as the source of answers, and of its own times."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path = path
        self._connection = open_file(path, create=False)
        self._clock = clock

    def now(self) -> datetime:
        return self._clock()

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def index_for(self, year: int) -> Iterator[apsw.Connection]:
        state = index.state_of(self._connection)
        if state and state.position == self.last()[0] and year <= state.horizon:
            with index.as_of_now(self._connection):
                yield self._connection
            return
        from governance.ledger import Ledger

        with Ledger.open(self._path, create=False) as ledger, ledger.desk.index_for(year) as connection:
            yield connection

    def last(self) -> tuple[int, int]:
        return end_of(self._connection)

    def recorded_at(self, position: int) -> int:
        found = self._connection.execute("SELECT recorded_at FROM event WHERE position = ?", (position,)).get
        if found is None:
            raise LogDamaged(there=position - 1, position=self.last()[0])
        return int(found)

    def position_at(self, moment: int) -> int:
        return position_at(self._connection, moment)
