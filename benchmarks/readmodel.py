"""P2 and P3: building the read model anew, and asking it, over growing ledgers.

P2: a rebuild against raw upserts of the very rows that it makes. P3: ``overdue`` on a day as known at a position,
over a thousand, ten thousand and a hundred thousand obligations, of which the same few are overdue.
"""

import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import apsw

from governance.answers import Answers
from governance.ledger import Ledger
from governance.model.assignment import ReportAsked
from governance.store.sqlite_verdicts import TABLES
from governance.time import When

SIZES = (1_000, 10_000, 100_000)
PER_NETWORK = 100
ASKED = (
    ReportAsked(report="partial", due=When.parse("2021-05")),
    ReportAsked(report="final", due=When.parse("2021-10")),
)


def filled(folder: Path, obligations: int) -> Ledger:
    """Networks with assignments, two reports each; the first ten assignments are late, all others in time."""
    ledger = Ledger.open(
        folder / f"{obligations}.db", actor="system:bench", clock=lambda: datetime(2022, 1, 1, tzinfo=UTC)
    )
    for first in range(0, obligations // 2, PER_NETWORK):
        with ledger.unit() as unit:
            network = f"n{first // PER_NETWORK}"
            unit.establish_network(network, name=network, on="2021-01-01")
            for number in range(first, min(first + PER_NETWORK, obligations // 2)):
                ref = f"{network}/a{number}"
                unit.issue_assignment(network, key=f"a{number}", title="Uppdrag", reports=ASKED, on="2021-01-02")
                unit.submit_report(ref, report="partial", on="2021-06-15" if number < 10 else "2021-05-15")
                unit.submit_report(ref, report="final", on="2021-10-15")
    return ledger


def rebuild_ratio(ledger: Ledger, folder: Path, obligations: int) -> tuple[float, float, int]:
    """The time of a rebuild, of raw upserts of its rows in one transaction, and how many rows there are."""
    began = time.perf_counter()
    ledger.rebuild()
    ours = time.perf_counter() - began
    index = apsw.Connection(str(folder / f"{obligations}.db"), flags=apsw.SQLITE_OPEN_READONLY)
    phases = list(index.execute("SELECT * FROM index_phase"))
    spans = list(index.execute("SELECT * FROM index_span"))
    raw = apsw.Connection(str(folder / f"raw{len(phases)}.db"))
    raw.pragma("journal_mode", "wal")
    raw.pragma("synchronous", "FULL")
    raw.execute(TABLES)
    began = time.perf_counter()
    with raw:
        raw.executemany(
            "INSERT INTO index_phase VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            phases,
        )
        raw.executemany("INSERT OR REPLACE INTO index_span VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", spans)
    return ours, time.perf_counter() - began, len(phases)


def asking(ledger: Ledger) -> tuple[float, int]:
    """The median time in ms of ``overdue`` on a day as known at the end, and how many it finds."""
    answers, spent, found = Answers(ledger.desk), [], 0
    for _round in range(50):
        began = time.perf_counter()
        found = len(answers.overdue(as_of="2021-06-05"))
        spent.append(time.perf_counter() - began)
    return statistics.median(spent) * 1e3, found


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in SIZES:
            ledger = filled(folder, size)
            ours, raw, rows = rebuild_ratio(ledger, folder, size)
            print(f"P2 {size} obligations, {rows} rows: raw upserts / rebuild = {raw / ours:.2f} (at least 0.4)")
            median, found = asking(ledger)
            print(f"P3 overdue over {size} obligations: {found} found in {median:.2f} ms")
            ledger.close()


if __name__ == "__main__":
    main()
