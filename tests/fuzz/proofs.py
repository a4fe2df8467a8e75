"""What is fuzzed of the evidence: every format that is read, and whole packs."""

import contextlib
import json
from pathlib import Path
from random import Random

from governance.errors import GovernanceError
from governance.proof import standalone
from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import SigningKey, VerifierKey, read_keys
from governance.proof.leaf import read_leaf
from governance.proof.merkle import EMPTY
from governance.proof.note import Note, opened, read_signatures
from governance.proof.policy import Policy
from governance.proof.tiles import Tile, bundle, read_bundle
from tests.kit.packs import LEDGER, WITNESS, checkpoint, pack

__all__ = ["evidence", "packs"]

_KEYS = (LEDGER.verifier, WITNESS.verifier)
_POLICY = Policy(_KEYS[:1], {"w": WITNESS.verifier})
_VECTORS = Path(__file__).parents[1] / "vectors"
_TEXTS = [
    bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode("utf-8", "replace")
    for form in ("keys", "notes", "checkpoints", "inclusion", "consistency", "policies", "tiles", "leaves")
    for case in json.loads((_VECTORS / f"{form}.json").read_bytes())["cases"]
]
_JUNK = (
    b"",
    b"\n",
    b"\n\n",
    b" ",
    b"=",
    b"+",
    b"\xff",
    "—".encode(),
    b"old 0\n",
    b"index 1\n",
    b"\x00",
    b"\r\n",
    b"9" * 25,
)


def evidence(rng: Random) -> None:
    """A changed text, by every reader: what is understood is written again as it was."""
    data = _changed(rng, rng.choice(_TEXTS))
    text = data.decode("utf-8", "replace")
    for read in _READERS:
        with contextlib.suppress(GovernanceError):
            read(data, text)


def _note(data: bytes, _text: str) -> None:
    note = Note.parse(data)
    assert bytes(note) == data
    with contextlib.suppress(GovernanceError):
        assert Checkpoint.of(note).text == note.text
    opened(note, _KEYS)


def _inclusion(data: bytes, _text: str) -> None:
    told = InclusionProof.parse(data)
    assert bytes(told) == data
    told.check(data, _POLICY)


def _consistency(data: bytes, _text: str) -> None:
    told = ConsistencyProof.parse(data)
    assert bytes(told) == data
    told.check(Checkpoint(LEDGER.name, told.old, EMPTY), _POLICY)


def _bundle(data: bytes, _text: str) -> None:
    assert bundle(read_bundle(data)) == data


def _policy(data: bytes, _text: str) -> None:
    Policy.parse(data).check(checkpoint())


def _leaf(data: bytes, _text: str) -> None:
    assert read_leaf(data).data() == data


def _key(_data: bytes, text: str) -> None:
    assert str(VerifierKey.parse(text)) == text


_READERS = (
    _note, _inclusion, _consistency, _bundle, _policy, _leaf, _key,
    lambda _data, text: Tile.parse(text), lambda _data, text: read_keys(text),
    lambda _data, text: read_signatures(text), lambda _data, text: SigningKey.parse(text),
)  # fmt: skip


def _changed(rng: Random, data: bytes) -> bytes:
    for _n in range(rng.randint(1, 4)):
        at = rng.randint(0, len(data))
        kind = rng.randrange(4)
        if kind == 0 and data:
            at %= len(data)
            data = data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]
        elif kind == 1:
            data = data[:at] + rng.choice(_JUNK) + data[at + rng.randint(0, 3) :]
        elif kind == 2:
            data = data[:at] + data[rng.randint(0, len(data)) :]
        else:
            other = rng.choice(_TEXTS)
            data = data[:at] + other[rng.randint(0, len(other)) :]
    return data


_PACK = pack()


def packs(rng: Random) -> None:
    """A pack with a changed file, and perhaps a manifest to fit: the verifier finds it, and is never at a loss."""
    files = dict(_PACK)
    name = rng.choice(sorted(files.keys() - {"verify.py", "manifest.json"}))
    files[name] = _changed(rng, files[name])
    if files == _PACK:
        return
    if rng.random() < 0.3:
        files["manifest.json"] = standalone.manifest_of(files)
    if rng.random() < 0.9:  # signatures take their time, so they are seldom looked at
        files["checkpoint.txt"] = b""
    check = standalone.Check(files, standalone.Brought([standalone.key_of(str(LEDGER.verifier))], None, None))
    assert standalone.unzipped(standalone.zipped(files)) == files
    assert check.run() == standalone.ALTERED
