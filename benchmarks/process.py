"""P4: ``governance overdue`` as a process against a minimal click + sqlite3 script, in turn."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from governance.ledger import Ledger

ROUNDS = 25
EXAMPLES = Path(__file__).parent.parent / "examples"


def spent(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = str(Path(name) / "demo.db")
        with Ledger.open(path, actor="system:bench") as ledger:
            history = (EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl").read_text().splitlines()
            ledger.import_lines(history, text_of=lambda n: (EXAMPLES / n).read_text(), keep_times=True)
            ledger.overdue()
        minimal = [sys.executable, str(Path(__file__).parent / "sides" / "minimal.py"), path]
        asked = "import sys; from governance_cli.main import main; sys.exit(main())"
        ours = [sys.executable, "-c", asked, "--ledger", path, "overdue", "--as-of", "2022-05-02"]
        spent(minimal), spent(ours)
        pairs = [(spent(ours), spent(minimal)) for _round in range(ROUNDS)]
    ratio = statistics.median(one / other for one, other in pairs)
    middle = [statistics.median(side) * 1e3 for side in zip(*pairs, strict=True)]
    print(f"P4 governance overdue {middle[0]:.0f} ms, minimal script {middle[1]:.0f} ms: {ratio:.2f} (at most 2)")


if __name__ == "__main__":
    main()
