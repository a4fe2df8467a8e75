"""What the suites of a store share."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import pytest
from eventsourcing.persistence import StoredEvent

from governance.store.recorder import Append, AppendCondition, CommandMark, LedgerRecorder

__all__ = ["DIGEST", "A", "B", "C", "StoreContract", "put", "stored"]

A, B, C = "test:a", "test:b", "test:c"
DIGEST = bytes(range(32))
_numbers = count()


class StoreContract:
    """Subclasses make the store that is tested."""

    def make_recorder(self, folder: Path) -> LedgerRecorder:
        """A new, empty store; ``folder`` is there for what it lays down. It is closed after the test."""
        raise NotImplementedError

    @pytest.fixture
    def recorder(self, tmp_path: Path) -> Iterator[LedgerRecorder]:
        made = self.make_recorder(tmp_path)
        yield made
        made.close()

    @pytest.fixture
    def filled(self, recorder: LedgerRecorder) -> LedgerRecorder:
        """1 a@1, 2 a@2, 3 b@1 at 1000; 4 a@3 at 2000; 5 c@1, 6 a@4 at 2000, too."""
        put(recorder, stored(A, 1), stored(A, 2), stored(B, 1, "test.Begun/1"), now=1000)
        put(recorder, stored(A, 3), now=2000)
        put(recorder, stored(C, 1, "test.Begun/1"), stored(A, 4, "test.Ended/2"), now=2000)
        return recorder


def stored(stream: str, version: int, topic: str = "test.Noted/1") -> StoredEvent:
    """An event of no meaning."""
    return StoredEvent(stream, version, topic, f"{stream}@{version}".encode())


def put(
    recorder: LedgerRecorder,
    *events: StoredEvent,
    command_id: str | None = None,
    versions: Mapping[str, int] | None = None,
    after: int | None = None,
    now: int = 1000,
    stated: bool = False,
) -> Sequence[int]:
    """Insert; what is not given is as it should be for a caller who read everything just now."""
    streams = {str(event.originator_id) for event in events}
    if versions is None:
        versions = {stream: recorder.version_of(stream) for stream in streams}
    condition = AppendCondition(versions, recorder.last()[0] if after is None else after)
    mark = CommandMark(command_id or f"command-{next(_numbers)}", DIGEST)
    return recorder.insert_events(events, append=Append(mark, condition, now, stated))
