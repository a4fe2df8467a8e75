"""The store in a file that several threads and processes use at once."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from governance.errors import LedgerBusy, StorageError
from tests.contract.files import new_ledger, opened, put

WRITER = Path(__file__).with_name("writer.py")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(file: Path) -> Path:
    return new_ledger(file)


def test_a_busy_file_is_waited_for_and_then_given_up(ledger: Path) -> None:
    with opened(ledger) as holder, opened(ledger, busy_seconds=0.05) as recorder:
        with holder.writing():
            with pytest.raises(LedgerBusy):
                put(recorder)
            assert recorder.last() == (3, 1000)
        assert put(recorder) == 4


def test_a_waiting_writer_gets_its_turn(ledger: Path) -> None:
    released = threading.Event()
    with opened(ledger) as holder, opened(ledger) as recorder:
        positions: list[int] = []
        waiter = threading.Thread(target=lambda: positions.append(put(recorder)))
        with holder.writing():
            waiter.start()
            released.wait(0.02)
        waiter.join()
    assert positions == [4]


def in_a_fork(work: Callable[[], object]) -> int:
    """What a forked process exits with: 0, or 1 where ``work`` raised a StorageError."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except StorageError:
            os._exit(1)
        except BaseException:  # noqa: BLE001 - never into pytest's own code
            os._exit(2)
        os._exit(0)
    return child


def outcome(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_forked_process_has_a_connection_of_its_own(ledger: Path) -> None:
    with opened(ledger) as recorder:
        assert put(recorder) == 4
        assert outcome(in_a_fork(lambda: put(recorder, stream="test:child"))) == 0
        assert recorder.version_of("test:child") == 1
        assert put(recorder) == 6


def test_what_a_forked_process_acknowledged_stays_when_the_first_one_closes(ledger: Path) -> None:
    """SQLite keeps its locks by process: with a connection that crossed the fork the log would be deleted here."""
    ours, theirs = os.pipe()
    go_on, closed = os.pipe()

    def work() -> None:
        put(recorder, stream="test:child")
        os.write(theirs, b"1")
        os.read(go_on, 1)
        for _number in range(3):
            put(recorder, stream="test:child")
        recorder.close()

    with opened(ledger) as recorder:
        put(recorder)
        child = in_a_fork(work)
        os.read(ours, 1)
    os.write(closed, b"1")
    assert outcome(child) == 0
    with opened(ledger) as again:
        assert [row.id for row in again.select_rows(0, 100)] == list(range(1, 9))
    for descriptor in (ours, theirs, go_on, closed):
        os.close(descriptor)


def test_a_store_that_was_in_use_when_the_process_forked_is_not_used_by_the_other(ledger: Path) -> None:
    with opened(ledger, busy_seconds=0.2) as recorder:
        holding, done = threading.Event(), threading.Event()

        def hold() -> None:
            with recorder.reading():
                holding.set()
                done.wait()

        holder = threading.Thread(target=hold)
        holder.start()
        holding.wait()
        child = in_a_fork(lambda: put(recorder))
        assert outcome(child) == 1
        done.set()
        holder.join()
        assert put(recorder) == 4


def start(file: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, str(WRITER), str(file), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_four_processes_lose_nothing_and_leave_no_gap(file: Path) -> None:
    """They make the file together, too."""
    writers = [start(file, name, 50) for name in "abcd"]
    acknowledged = [line for writer in writers for line in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0] * 4
    assert len(acknowledged) == 200
    with opened(file) as recorder:
        assert [row.id for row in recorder.select_rows(0, 1000)] == list(range(1, 401))
        for name in "abcd":
            versions = [event.originator_version for event in recorder.select_events(f"test:{name}")]
            assert versions == list(range(1, 51))


def test_what_a_killed_writer_acknowledged_is_there(file: Path) -> None:
    acknowledged: list[str] = []
    for round_number in range(4):
        writer = start(file, str(round_number), 1_000_000)
        assert writer.stdout is not None
        acknowledged += [writer.stdout.readline().strip() for _line in range(3 + 17 * round_number)]
        writer.send_signal(signal.SIGKILL)
        acknowledged += writer.communicate()[0].split()
    with opened(file) as recorder:
        rows = recorder.select_rows(0, 1_000_000)
        assert [row.id for row in rows] == list(range(1, recorder.last()[0] + 1))
        recorded = [recorder.find_command(command_id) for command_id in acknowledged]
        assert None not in recorded
        assert len(rows) >= 2 * len(acknowledged)
        assert put(recorder, stream="test:after") == len(rows) + 1
