"""P3: a durable command, against a raw commit and against the plain event sourcing library.

One interleaved run; prints medians and their ratios. The command loads a meeting's stream of about ten events,
decides, and saves; all three are durable in the same way (WAL, synchronous FULL) in files of one folder.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import apsw
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from governance.ledger import Ledger

ROUNDS = 400
WARM = 1500
"""Raw commits before the first that is measured: a WAL that still grows costs half as much again as one that was
checkpointed and is written over. What the others do to prepare themselves is enough for theirs."""
DAY = "2021-02-12"


def ours(folder: Path, *, cold: bool = False) -> Callable[[int], None]:
    """An action is agreed at one of many meetings, each of which has about ten events."""
    ledger = Ledger.open(folder / "ours.db", actor="system:bench", clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    ledger.establish_network("vux", name="Vuxenutbildning", on="2021-01-01")
    for number in range(ROUNDS):
        with ledger.unit() as unit:
            unit.schedule_meeting("vux", planned_on="2021-02-12", kind="network", key=f"m{number}", on="2021-01-10")
            unit.call_meeting(f"vux/m{number}", on="2021-01-12")
            unit.prepare_meeting(f"vux/m{number}", on="2021-01-13")
            unit.hold_meeting(f"vux/m{number}", on="2021-02-12")
            for item in range(5):
                unit.take_decision(f"vux/m{number}", key=f"d{item}", text="En arbetsgrupp bildas.", on="2021-02-12")
    if cold:  # the first one is let go only afterwards, so that the WAL stays
        ledger = Ledger.open(folder / "ours.db", actor="system:bench", clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))

    def command(number: int) -> None:
        ledger.agree_action(f"vux/m{number}", key="a1", text="Kartlägga utbildningar.", on="2021-02-12")

    return command


def raw(folder: Path) -> Callable[[int], None]:
    """One row, one commit."""
    connection = apsw.Connection(str(folder / "raw.db"))
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "FULL")
    connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, state BLOB)")
    state = b"x" * 400

    def command(_number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO event (state) VALUES (?)", (state,))
        connection.execute("COMMIT")

    for number in range(WARM):
        command(number)
    return command


class PlainMeeting(Aggregate):
    """As the library's documentation writes an aggregate."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.items: list[str] = []

    @event("ItemAdded")
    def add(self, key: str, text: str, on: str) -> None:
        if any(item.startswith(f"{key} ") for item in self.items):
            raise ValueError(key)
        self.items.append(f"{key} {text} {on}")


def plain(folder: Path) -> Callable[[int], None]:
    """The same command on the library alone: Application, repository, save, with its SQLite module."""
    settings = {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(folder / "plain.db")}
    app: Application[UUID] = Application(env=settings)
    ids = []
    for _number in range(ROUNDS):
        meeting = PlainMeeting("network")
        for item in range(8):
            meeting.add(f"d{item}", "En arbetsgrupp bildas.", DAY)
        app.save(meeting)
        ids.append(meeting.id)

    def command(number: int) -> None:
        meeting: PlainMeeting = app.repository.get(ids[number])
        meeting.add("a1", "Kartlägga utbildningar.", DAY)
        app.save(meeting)

    return command


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cold").mkdir()
        runs = {
            "ours": ours(folder),
            "ours, nothing cached": ours(folder / "cold", cold=True),
            "raw": raw(folder),
            "plain": plain(folder),
        }
        waits: dict[str, list[float]] = {kind: [] for kind in runs}
        works: dict[str, list[float]] = {kind: [] for kind in runs}
        for number in range(ROUNDS):
            for kind, command in runs.items():
                began, worked = time.perf_counter(), time.process_time()
                command(number)
                waits[kind].append(time.perf_counter() - began)
                works[kind].append(time.process_time() - worked)
    wall = {kind: statistics.median(spent) * 1e6 for kind, spent in waits.items()}
    cpu = {kind: statistics.median(spent) * 1e6 for kind, spent in works.items()}
    print("P3 a durable command, median µs:", {kind: round(spent) for kind, spent in wall.items()})
    print("P3 its processor time, median µs:", {kind: round(spent) for kind, spent in cpu.items()})
    print(f"P3 raw / ours = {wall['raw'] / wall['ours']:.2f} (at least 0.45)")
    print(f"P3 raw / ours, nothing cached = {wall['raw'] / wall['ours, nothing cached']:.2f} (at least 0.35)")
    print(f"P3 plain / ours in processor time = {cpu['plain'] / cpu['ours']:.2f} (at least 2.5)")


if __name__ == "__main__":
    main()
