"""Tells one network of a ledger file fifty names, each command once: one of several processes that do."""

import sys
from pathlib import Path

from governance.ledger import Ledger

if __name__ == "__main__":
    path, name, count = sys.argv[1:]
    with Ledger.open(Path(path), actor="system:test", create=False) as ledger:
        for number in range(int(count)):
            receipt = ledger.rename_network("net", name=f"{name} {number}", command_id=f"{name}/{number}")
            sys.stdout.write(f"{receipt.positions[0]}\n")
