"""Whatever tree, whatever leaf: the proof holds, and a proof in which anything was changed does not.

Each example looks at twenty; HYPOTHESIS_PROFILE=long (``make fuzz``) makes 12,000 of them.
"""

from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from governance.errors import InputError, Unproven
from governance.proof import standalone
from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import SigningKey
from governance.proof.merkle import (
    Frontier,
    consistency,
    consistent,
    included,
    inclusion,
    leaf_hash,
    node_hash,
    root,
)
from governance.proof.note import Note
from governance.proof.policy import Policy

LARGEST = 5_000
TIMES = 20
KEY = SigningKey("example.org/board", bytes(range(32)))
POLICY = Policy((KEY.verifier,))


def leaf(index: int) -> bytes:
    return b'{"position":%d}' % (index + 1)


@cache
def _tree() -> dict[tuple[int, int], bytes]:
    edge = Frontier()
    return {(level, n): hashed for index in range(LARGEST) for level, n, hashed in edge.append(leaf_hash(leaf(index)))}


def nodes(level: int, index: int) -> bytes:
    return _tree()[level, index]


@cache
def signed(size: int) -> Note:
    return Note(Checkpoint(KEY.name, size, root(size, nodes)).text).signed(KEY)


def some_size(rng: Random) -> int:
    """Small ones, those around a power of two, and any."""
    edge = 1 << rng.randint(0, 12)
    return max(1, rng.choice((rng.randint(1, 12), edge - 1, edge, edge + 1, rng.randint(1, LARGEST))))


def some_inclusion(rng: Random) -> tuple[bytes, InclusionProof]:
    size = some_size(rng)
    index = rng.choice((0, size - 1, rng.randrange(size)))
    return leaf(index), InclusionProof(index, tuple(inclusion(index, size, nodes)), signed(size))


def some_consistency(rng: Random) -> tuple[Checkpoint, ConsistencyProof]:
    size = some_size(rng)
    old = rng.choice((1, size, rng.randint(1, size)))
    kept = Checkpoint(KEY.name, old, root(old, nodes))
    return kept, ConsistencyProof(old, tuple(consistency(old, size, nodes)), signed(size))


@given(rng=st.randoms(use_true_random=False))
def test_every_proof_holds(rng: Random) -> None:
    for _n in range(TIMES):
        data, told = some_inclusion(rng)
        tree = InclusionProof.parse(bytes(told)).check(data, POLICY).checkpoint
        assert standalone.included(told.index, tree.size, data, list(told.hashes), tree.root)
        kept, more = some_consistency(rng)
        tree = ConsistencyProof.parse(bytes(more)).check(kept, POLICY).checkpoint
        assert standalone.consistent(kept.size, tree.size, list(more.hashes), kept.root, tree.root)


@given(rng=st.randoms(use_true_random=False))
def test_no_changed_file_holds(rng: Random) -> None:
    for _n in range(TIMES):
        data, told = some_inclusion(rng)
        assert not _holds(told, data, _changed(rng, bytes(told)))
        kept, more = some_consistency(rng)
        assert not _holds(more, kept, _changed(rng, bytes(more)))


def _holds(told: InclusionProof | ConsistencyProof, about: bytes | Checkpoint, changed: bytes) -> bool:
    try:
        type(told).parse(changed).check(about, POLICY)  # type: ignore[arg-type]  # each with its own kind
    except (InputError, Unproven):
        return False
    return True


def _changed(rng: Random, data: bytes) -> bytes:
    """Another file: bits, bytes or lines altered, left out, put in, moved."""
    changed = data
    while changed == data:
        for _n in range(rng.choice((1, 1, 1, 2, 5))):
            changed = _CHANGES[rng.randrange(len(_CHANGES))](rng, changed or b"\n")
    return changed


def _bit(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def _byte(rng: Random, data: bytes) -> bytes:
    at = rng.randrange(len(data) + 1)
    junk = rng.choice((b"", rng.randbytes(1), rng.choice((b"0", b"=", b" ", b"\n", b"\r", b"\t", b"\x00", b"+", b"A"))))
    return data[:at] + junk + data[at + rng.randint(0, 1) :]


def _line(rng: Random, data: bytes) -> bytes:
    """But for the last, a signature: the same one twice is no other proof."""
    *lines, signature, end = data.split(b"\n") if data.count(b"\n") else [data, b"", b""]
    if lines:
        at, to = rng.randrange(len(lines)), rng.randrange(len(lines))
        taken = lines[at] if rng.random() < 0.3 else lines.pop(at)
        lines.insert(to, taken)
    return b"\n".join([*lines, signature, end])


def _cut(rng: Random, data: bytes) -> bytes:
    at, to = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    return data[:at] + data[to:]


_CHANGES = (_bit, _byte, _line, _cut)


@given(rng=st.randoms(use_true_random=False))
def test_no_changed_hash_holds(rng: Random) -> None:
    """On the tree alone, where the root is known to be right."""
    for _n in range(TIMES):
        size = some_size(rng)
        index = rng.randrange(size)
        good, top = inclusion(index, size, nodes), root(size, nodes)
        bad = _other_hashes(rng, good)
        hashed = leaf_hash(leaf(index))
        assert not included(index, size, hashed, bad, top)
        assert not standalone.included(index, size, leaf(index), bad, top)
        other = rng.randrange(LARGEST)
        assert included(other, size, hashed, good, top) == (other == index)
        old = rng.randint(1, size)
        proven, before = consistency(old, size, nodes), root(old, nodes)
        bad = _other_hashes(rng, proven)
        assert not consistent(old, size, bad, before, top)
        assert not standalone.consistent(old, size, bad, before, top)
        if old != size:
            assert not consistent(old, size, proven, node_hash(before, before), top)


def _other_hashes(rng: Random, good: list[bytes]) -> list[bytes]:
    kind = rng.randrange(4) if good else 0
    at = rng.randrange(len(good)) if good else 0
    if kind == 0:
        return [*good[:at], rng.randbytes(32), *good[at:]]
    if kind == 1:
        return good[:at] + good[at + 1 :]
    if kind == 2:
        return [*good[:at], _bit(rng, good[at]), *good[at + 1 :]]
    return [good[0], *good] if len(set(good)) == 1 else good[1:] + good[:1]
