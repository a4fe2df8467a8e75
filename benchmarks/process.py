"""P4: commands as processes against a minimal click + sqlite3 script, in turn; compiled beforehand, as installed.

An answer and the help by the time on the wall, a command by processor time: what it waits for is the disk.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from governance.ledger import Ledger

ROUNDS = 25
EXAMPLES = Path(__file__).parent.parent / "examples"
ASKED = "import sys; from governance_cli.main import main; sys.exit(main())"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def wall(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False, env=ENVIRONMENT)
    return time.perf_counter() - began


def processor(command: list[str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, env=ENVIRONMENT)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compared(
    name: str, spent: Callable[[list[str]], float], ours: Callable[[int], list[str]], minimal: list[str], most: float
) -> None:
    spent(minimal), spent(ours(ROUNDS))
    pairs = [(spent(ours(number)), spent(minimal)) for number in range(ROUNDS)]
    ratio = statistics.median(one / other for one, other in pairs)
    middle = [statistics.median(side) * 1e3 for side in zip(*pairs, strict=True)]
    print(f"P4 governance {name} {middle[0]:.0f} ms, minimal script {middle[1]:.0f} ms: {ratio:.2f} (at most {most})")


def explained(path: Path) -> None:
    """P5: the first explanation of a ledger that has no index, and the second, each in a process of its own."""
    first, second = [], []
    for number in range(5):
        copy = path.with_name(f"explain-{number}.db")
        shutil.copy(path, copy)
        command = [sys.executable, "-c", ASKED, "--ledger", str(copy), "explain", "vux/Se2/2021-02-12"]
        first.append(wall(command))
        second.append(wall(command))
    ratio = statistics.median(first) / statistics.median(second)
    print(f"P5 governance explain, the first / the second = {ratio:.2f} (at most 2)")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        with Ledger.open(path, actor="system:bench") as ledger:
            history = (EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl").read_text().splitlines()
            ledger.import_lines(history, text_of=lambda n: (EXAMPLES / n).read_text(), keep_times=True)
            for number in range(ROUNDS + 1):
                key, day = f"m{number}", "2021-02-12"
                ledger.schedule_meeting("vux", planned_on=day, kind="network", key=key, on="2021-01-10")
                ledger.hold_meeting(f"vux/{key}", on=day)
        explained(path)
        with Ledger.open(path) as ledger:
            ledger.overdue(as_of="2022-05-02")
        minimal = [sys.executable, str(Path(__file__).parent / "sides" / "minimal.py"), str(path)]
        ours = [sys.executable, "-c", ASKED, "--ledger", str(path), "--actor", "system:bench"]
        compared("overdue", wall, lambda _n: [*ours, "overdue", "--as-of", "2022-05-02"], minimal, 1.8)
        compared("--help", wall, lambda _n: [*ours, "--help"], minimal, 1.3)
        compared(
            "minutes submit", processor,
            lambda n: [*ours, "minutes", "submit", f"vux/m{n}", "--on", "2021-02-19"], [*minimal, "--write"], 5,
        )  # fmt: skip


if __name__ == "__main__":
    main()
