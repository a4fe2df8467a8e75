"""V4: what tamper evidence costs. ``python benchmarks/proofs.py [EVENTS]``; a hundred thousand where left out.

A save with the tree against the same without, in turn; verification against a plain scan that reads every event, and
against one that only fetches the rows; its memory, for a tenth of the events and for all; the time of a proof.
"""

import gc
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
from eventsourcing.persistence import StoredEvent

from governance.ledger import Ledger
from governance.proof.keys import SigningKey
from governance.store.mapper import EventMapper
from governance.store.recorder import Append, CommandMark
from governance.store.sqlite import SqliteRecorder

EVENTS = 100_000
ROUNDS = 1_000
AT_ONCE = 20
STATE = (
    '{{"originator_id":"{stream}","originator_version":{version},"command_id":"{command}",'
    '"actor":{{"id":"person:p-frida","via":"unverified"}},"effective_on":"2021-02-12","key":"d{version}",'
    '"text":"En arbetsgrupp bildas."}}'
)


class WithoutTree(SqliteRecorder):
    """The same store, which leaves the tree out."""

    def _grow(self, _connection: apsw.Connection, _last: int, _tail: bytes | None, _rows: Sequence[Any]) -> Any:
        return None


def now() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def saving(recorder: SqliteRecorder) -> Callable[[int], None]:
    """A command that takes a decision at one of many meetings."""
    ledger = Ledger(recorder, actor="system:bench", clock=now)
    ledger.establish_network("vux", name="Vuxenutbildning", on="2021-01-01")
    for number in range(ROUNDS):
        with ledger.unit() as unit:
            unit.schedule_meeting("vux", planned_on="2021-02-12", kind="network", key=f"m{number}", on="2021-01-10")
            unit.hold_meeting(f"vux/m{number}", on="2021-02-12")

    def save(number: int) -> None:
        ledger.take_decision(f"vux/m{number}", key="d1", text="En arbetsgrupp bildas.", on="2021-02-12")

    return save


def saves(folder: Path) -> float:
    """How much longer a save takes with the tree."""
    kinds = [saving(SqliteRecorder(folder / "with.db")), saving(WithoutTree(folder / "without.db"))]
    spent: list[list[float]] = [[], []]
    for number in range(ROUNDS):
        for waits, save in zip(spent, kinds, strict=True):
            began = time.perf_counter()
            save(number)
            waits.append(time.perf_counter() - began)
    with_tree, without = (statistics.median(waits) * 1e6 for waits in spent)
    print(f"V4 a save: {with_tree:.0f} µs with the tree, {without:.0f} µs without")
    return with_tree / without


def filled(path: Path, events: int) -> None:
    """A log of meetings with twenty events each, written in large commands of a meeting each."""
    recorder = SqliteRecorder(path)
    recorder._present().pragma("synchronous", "OFF")  # noqa: SLF001 - it need not survive
    for first in range(0, events, AT_ONCE):
        stream, command = f"meeting:vux/m{first}", f"c{first}"
        stored = [
            StoredEvent(
                stream, version, "governance.meeting.DecisionTaken/1",
                STATE.format(stream=stream, version=version, command=command).encode(),
            )
            for version in range(1, AT_ONCE + 1)
        ]  # fmt: skip
        recorder.insert_events(stored, append=Append(CommandMark(command, bytes(32)), now=first))
    recorder.close()


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    gc.collect()
    began = clock()
    work()
    return clock() - began


def rows_of(path: Path) -> Iterator[Any]:
    return iter(SqliteRecorder(path, create=False)._present().execute("SELECT * FROM event ORDER BY position"))  # noqa: SLF001 - the bare rows


def fetched(path: Path) -> int:
    return sum(1 for _row in rows_of(path))


def decoded(path: Path) -> None:
    """Every row is fetched, and its bytes are read as the event that they are; nothing else."""
    mapper = EventMapper()
    for _position, stream, version, topic, _moment, state in rows_of(path):
        mapper.to_domain_event(StoredEvent(stream, version, topic, state))


def read(path: Path) -> None:
    """A plain scan: every event as the ledger itself reads its log, page by page."""
    with Ledger.open(path, create=False) as ledger:
        after = 0
        while page := ledger.desk.records(after, 1000):
            after = page[-1].position


def verified(path: Path, jobs: int = 1) -> None:
    with Ledger.open(path, create=False) as ledger:
        found = ledger.verify(jobs=jobs)
    assert found.whole, found.findings


def peak(path: Path, answer: Any) -> None:
    """In a process of its own: how much memory verification took at most, in MB."""
    verified(path)
    answer.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def memory(path: Path) -> float:
    context = multiprocessing.get_context("spawn")
    answer: Any = context.Queue()
    process = context.Process(target=peak, args=(path, answer))
    process.start()
    found: float = answer.get()
    process.join()
    return found


def verification(folder: Path, events: int) -> None:
    small, large = folder / "small.db", folder / "large.db"
    filled(small, events // 10)
    filled(large, events)
    rounds = [[timed(lambda work=work: work(large), time.process_time) for work in (fetched, decoded, read, verified)]  # type: ignore[misc]  # a lambda's default
              for _round in range(3)]  # fmt: skip
    fetch, decode, scan, check = (statistics.median(spent) for spent in zip(*rounds, strict=True))
    per = 1e6 / events
    print(f"V4 of {events} events, µs of processor time each: fetched {fetch * per:.1f}, decoded {decode * per:.1f}, "
          f"read {scan * per:.1f}, verified {check * per:.1f}")  # fmt: skip
    alone, two = timed(lambda: verified(large)), timed(lambda: verified(large, 2))
    print(f"V4 verified by one process in {alone:.1f} s, by two in {two:.1f} s")
    print(f"V4 read / verified = {scan / check:.2f} (at least 0.5); "
          f"decoded / verified = {decode / check:.2f}, fetched / verified = {fetch / check:.2f}")  # fmt: skip
    one, other = memory(small), memory(large)
    print(f"V4 memory: {one:.0f} MB for {events // 10} events, {other:.0f} MB for {events}")
    proving(large, events)


def proving(path: Path, events: int) -> None:
    key = SigningKey("example.org/bench", bytes(range(32)))
    with Ledger.open(path, create=False, actor="system:bench", key=key) as ledger:
        ledger.adopt_key(key.verifier)
        note = ledger.checkpoint()
        spent = [
            timed(lambda n=n: ledger.prove(f"#{n}", note=note))  # type: ignore[misc]  # a lambda's default
            for n in range(1, events, max(1, events // 200))
        ]
    print(f"V4 a proof of one of {events} events: {statistics.median(spent) * 1e3:.2f} ms (below 1)")


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    with tempfile.TemporaryDirectory() as name:
        print(f"V4 with / without = {saves(Path(name)):.2f} (at most 1.5)")
        verification(Path(name), events)


if __name__ == "__main__":
    main()
