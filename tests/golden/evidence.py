"""A checkpoint, proofs and a pack of each release, which must stay verifiable for ever.

``python -m tests.golden.evidence`` writes those of the present version, once. They are of the ledger ``lived``.
"""

import sys
from importlib.metadata import version
from pathlib import Path

from governance.ledger import Ledger
from governance.proof.checkpoint import Checkpoint
from governance.proof.keys import COSIGNATURE, SigningKey
from governance.proof.policy import Policy
from tests.kit.lived import lived

__all__ = ["FOLDER", "KEY", "WITNESS"]

FOLDER = Path(__file__).parent / "evidence"
KEY = SigningKey("example.org/golden", bytes(range(32)))
WITNESS = SigningKey("example.org/witness", bytes(range(1, 33)), COSIGNATURE)


def evidence(ledger: Ledger) -> dict[str, bytes]:
    """Each file by its name."""
    ledger.key = KEY
    ledger.adopt_key(KEY.verifier)
    old = ledger.checkpoint()
    policy = f"log {KEY.verifier}\nwitness w {WITNESS.verifier}\nquorum w\n".encode()
    cosigned = ledger.add_signatures(old.signed(WITNESS, 1_625_140_800), Policy.parse(policy))
    ledger.rename_network("net", name="Renamed", on="2021-06-30")
    new = ledger.checkpoint()
    return {
        "keys.txt": f"{KEY.verifier}\n".encode(),
        "policy.txt": policy,
        "old.txt": bytes(cosigned),
        "new.txt": bytes(new),
        "event.json": ledger.row("#17").state,
        "event.tlog-proof": bytes(ledger.prove("#17", note=new)),
        "growth.txt": bytes(ledger.prove_since(Checkpoint.of(old), note=new)),
        "pack.zip": ledger.bundle("overdue", as_of="2021-06-30"),
    }


def main() -> None:
    folder = FOLDER / version("governance-ledger")
    if not folder.exists():
        folder.mkdir(parents=True)
        for name, data in evidence(lived().ledger).items():
            (folder / name).write_bytes(data)
            sys.stdout.write(f"{folder.name}/{name}\n")


if __name__ == "__main__":
    main()
