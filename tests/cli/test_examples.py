"""The examples of all commands that tell something, carried out: together they are a history."""

import shlex
import shutil
from pathlib import Path

from governance_cli.commands import COMMANDS
from tests.cli.conftest import ASSUMING, MANDATE, Run

BEFORE = {
    "merge_person": ("person register 'Anna L.' --person anna-lund --on 2021-01-13",),
    "reschedule_meeting": ("meeting schedule vux --planned-on 2021-03-19 --kind network --host hjo --on 2021-01-20",),
    "accept_report": ("report submit vux/2021-2 --report partial --on 2021-05-30",),
    "escalate_action": ("action agree vux/2021-02-12 --key a2 --text 'Ask the schools' --on 2021-02-12",),
    "carry_over_action": ("meeting schedule vux --planned-on 2021-05-05 --kind network --host hjo --on 2021-01-20",),
    "approve_minutes": ("minutes draft vux/2021-02-12 --by skovde --on 2021-02-17",),
}
"""What an example takes for granted besides the examples before it."""


def test_each_example_works(run: Run, tmp_path: Path) -> None:
    for name in ("plan.pdf", "people.csv", "report.pdf", "minutes.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    shutil.copy(MANDATE, "mandate.toml")
    amended = ASSUMING.read_text().replace('version = "2021"', 'version = "2021-2"')
    Path("mandate-with-deadline.toml").write_text(amended.replace("from = 2021-01-01", "from = 2021-09-01"))
    for row in COMMANDS:
        for line in (*BEFORE.get(row.method, ()), row.example):
            said = run("--actor", "system:test", *shlex.split(line)).stdout
            assert said.startswith("#")
            assert len(said.splitlines()) == 1
    run("doctor")
    run("status")
