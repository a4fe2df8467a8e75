"""A small pack as a ledger makes one, and the keys and checkpoints around it."""

from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import COSIGNATURE, SigningKey
from governance.proof.leaf import leaf_data
from governance.proof.note import Note
from governance.proof.pack import sealed, verifier
from tests.kit.rfc6962 import mth, path, proof

__all__ = ["LEAVES", "LEDGER", "OTHER", "STATES", "WITNESS", "checkpoint", "consistency", "pack"]

LEDGER = SigningKey("example.org/board", bytes(range(32)))
OTHER = SigningKey("example.org/board", bytes(range(1, 33)))
WITNESS = SigningKey("witness.example/w", bytes(range(2, 34)), COSIGNATURE)

STATES = [b'{"originator_id":"meeting:vux/m%d","text":"m\xc3\xb6te %d"}' % (n, n) for n in range(1, 14)]
LEAVES = [
    leaf_data(position=n, originator_id=f"meeting:vux/m{n}", version=1, topic="t/1", recorded_at=n, state=state)
    for n, state in enumerate(STATES, 1)
]


def checkpoint(size: int = 13, key: SigningKey = LEDGER, leaves: list[bytes] = LEAVES) -> Note:
    """The signed checkpoint of the first events."""
    return Note(Checkpoint(key.name, size, mth(leaves[:size])).text).signed(key)


def consistency(old: int, size: int = 13, key: SigningKey = LEDGER) -> bytes:
    """The proof that the first ``size`` events begin with the first ``old`` ones."""
    return bytes(ConsistencyProof(old, tuple(proof(old, LEAVES[:size])), checkpoint(size, key)))


def pack(key: SigningKey = LEDGER, *, size: int = 13, answer: bytes = b"[]\n") -> dict[str, bytes]:
    """The files of a pack with three of the events."""
    note = checkpoint(size, key).signed(WITNESS, 1_700_000_000)
    files = {
        "README.txt": b"Read me.\n",
        "answer.json": answer,
        "checkpoint.txt": bytes(note),
        "explanations.json": b"{}\n",
        "index.html": b"<!doctype html>\n",
        "keys.txt": f"# the ledger's, and a witness's\n{key.verifier}\n{WITNESS.verifier}\n".encode(),
        "mandate/1.toml": b"mandate = 1\n",
        "verify.py": verifier(),
    }
    for n in (2, 7, size):
        files[f"events/{n:06d}.json"] = STATES[n - 1]
        files[f"events/{n:06d}.leaf"] = LEAVES[n - 1]
        files[f"events/{n:06d}.tlog-proof"] = bytes(InclusionProof(n - 1, tuple(path(n - 1, LEAVES[:size])), note))
    return sealed(files, key)
