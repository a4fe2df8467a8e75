"""Processes that are killed while they tell and ask: what was acknowledged is there, and the answers are right."""

import signal
import subprocess
import sys
from pathlib import Path

from governance.ledger import Ledger
from governance.reader import open_answers
from tests.kit.agreement import answered, by_the_rules

ROOT = Path(__file__).parents[2]


def killed_after(path: Path, name: str, lines: int) -> list[str]:
    """What a process acknowledged before it was killed."""
    command = [sys.executable, "-m", "tests.faults.writer", str(path), name]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _line in range(lines)]
    process.send_signal(signal.SIGKILL)
    return acknowledged + process.communicate()[0].split()


def test_killed_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    acknowledged: list[str] = []
    for round_number, lines in enumerate((1, 4, 9)):
        acknowledged += killed_after(path, f"n{round_number}", lines)
        with Ledger.open(path, actor="system:test") as ledger:
            assert all(ledger.desk.recall(command_id) for command_id in acknowledged)
            assert [entry.position for entry in ledger.log()] == list(range(1, ledger.desk.last_position() + 1))
            assert all(finding.ok for finding in ledger.doctor())
            end = ledger.desk.last_position()
            for position in (end, end // 2):
                expected = by_the_rules(ledger, "2021-07-01", position)
                assert answered(ledger, "2021-07-01", position) == expected
            with open_answers(path) as answers:
                assert list(answers.obligations(as_of="2021-07-01", known_at=position)) == expected
