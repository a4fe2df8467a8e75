"""A process that writes to a ledger file and says what was acknowledged: run as ``writer.py FILE NAME COUNT``."""

import sys
from pathlib import Path

from eventsourcing.persistence import StoredEvent

from governance.errors import ConcurrentChange, LedgerBusy
from governance.store.recorder import Append, AppendCondition, CommandMark
from governance.store.sqlite import SqliteRecorder

COMMON = "test:common"


def write(recorder: SqliteRecorder, name: str, number: int) -> None:
    """One event in a stream of this process's own, and one in the stream that all of them write."""
    at = recorder.last()[0]
    own, common = recorder.version_of(f"test:{name}"), recorder.version_of(COMMON)
    events = [StoredEvent(f"test:{name}", own + 1, "test.Noted/1", b"{}"), StoredEvent(COMMON, common + 1, "t/1", b"")]
    command = CommandMark(f"{name}/{number}", b"digest")
    condition = AppendCondition({f"test:{name}": own, COMMON: common}, at)
    recorder.insert_events(events, append=Append(command, condition, number))


def main(file: str, name: str, count: str) -> None:
    recorder = SqliteRecorder(Path(file))
    for number in range(int(count)):
        while True:
            try:
                write(recorder, name, number)
                break
            except (ConcurrentChange, LedgerBusy):
                continue
        sys.stdout.write(f"{name}/{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
