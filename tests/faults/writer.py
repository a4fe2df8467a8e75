"""Tells and asks a ledger file without end, saying what was acknowledged: to be killed in the middle of it."""

import sys
from pathlib import Path

from governance.ledger import Ledger
from tests.kit.mandates import small, stated

if __name__ == "__main__":
    path, name = sys.argv[1:]
    with Ledger.open(Path(path), actor="system:test") as ledger:
        try:
            ledger.adopt_mandate(small(stated(), key=name), on="2021-01-01", command_id=f"{name}/adopt")
        except Exception as error:  # noqa: BLE001 - adopted by the process before
            sys.stderr.write(str(error))
        for number in range(1_000_000):
            command_id = f"{name}/{sys.argv[0]}/{number}"
            with ledger.unit(command_id=command_id) as unit:
                unit.issue_assignment(name, key=f"t{number}", title="Task", on="2021-01-01", goals=["1"])
                unit.withdraw_assignment(f"{name}/t{number}", reason="No need", on="2021-02-01")
            sys.stdout.write(f"{command_id}\n")
            sys.stdout.flush()
            ledger.obligations(as_of="2021-07-01")
