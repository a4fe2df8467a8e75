"""The fast answers for short-lived programs: a ledger file is asked without loading the whole library.

Only where the index is behind the log (or the file cannot be written) is a ``Ledger`` opened to catch up.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from governance.answers import Answers
from governance.store.lookup import LookUp
from governance.store.verdicts import Verdicts

__all__ = ["open_answers"]


def _utc_now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def open_answers(path: str | Path, clock: Callable[[], datetime] = _utc_now) -> Iterator[Answers]:
    """The answers of a ledger file. Raises LedgerMissing, NotALedger and other StorageErrors."""
    source = _File(Path(path), clock)
    try:
        yield Answers(source)
    finally:
        source.close()


class _File(LookUp):
    """A ledger file as the source of answers."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        super().__init__(path)
        self._clock = clock

    def now(self) -> datetime:
        return self._clock()

    @contextmanager
    def index_for(self, year: int) -> Iterator[Verdicts]:
        state = self.verdicts.state()
        if state and state.position == self.last()[0] and year <= state.horizon:
            with self.verdicts.reading():
                yield self.verdicts
            return
        from governance.ledger import Ledger

        with Ledger.open(self._path, create=False) as ledger, ledger.desk.index_for(year) as verdicts:
            yield verdicts
