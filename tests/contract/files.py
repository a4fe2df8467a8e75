"""Ledger files for tests: opened, written to, and closed again whatever happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventsourcing.persistence import StoredEvent

from governance.store.recorder import Append, AppendCondition, CommandMark
from governance.store.sqlite import SqliteRecorder

A = "test:a"


@contextmanager
def opened(file: Path, *, create: bool = False, busy_seconds: float = 10) -> Iterator[SqliteRecorder]:
    recorder = SqliteRecorder(file, create=create, busy_seconds=busy_seconds)
    try:
        yield recorder
    finally:
        recorder.close()


def put(recorder: SqliteRecorder, *, stream: str = A, state: bytes = b"{}", command_id: str | None = None) -> int:
    """Add one event to a stream, as somebody who has just read it."""
    version = recorder.version_of(stream)
    event = StoredEvent(stream, version + 1, "test.Noted/1", state)
    mark = CommandMark(command_id or f"{stream}@{version + 1}", b"digest")
    condition = AppendCondition({stream: version}, recorder.last()[0])
    return recorder.insert_events([event], append=Append(mark, condition, 1000))[0]


def new_ledger(file: Path) -> Path:
    """A ledger of three events that nobody has open."""
    with opened(file, create=True) as recorder:
        for _number in range(3):
            put(recorder)
    return file
