"""The tree of RFC 6962, against a second way to work it out: the RFC's own recursive definitions."""

from itertools import pairwise

import pytest

from governance.proof import merkle
from governance.proof.merkle import (
    EMPTY,
    Frontier,
    completed,
    consistency,
    consistent,
    included,
    inclusion,
    leaf_hash,
    node_hash,
    root,
)
from tests.kit.rfc6962 import mth, path, proof

LEAVES = [bytes([n]) * n for n in range(70)]


def nodes(level: int, index: int) -> bytes:
    first, end = index << level, (index + 1) << level
    assert end <= len(LEAVES), "only complete subtrees are asked for"
    return mth(LEAVES[first:end])


ROOTS = [mth(LEAVES[:n]) for n in range(len(LEAVES) + 1)]


@pytest.mark.parametrize("size", range(len(LEAVES) + 1))
def test_roots(size: int) -> None:
    assert root(size, nodes) == ROOTS[size]


def test_the_empty_tree() -> None:
    assert EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("size", range(1, 40))
def test_inclusion(size: int) -> None:
    for index in range(size):
        hashes = inclusion(index, size, nodes)
        assert hashes == path(index, LEAVES[:size])
        assert included(index, size, leaf_hash(LEAVES[index]), hashes, ROOTS[size])


@pytest.mark.parametrize("size", range(40))
def test_consistency(size: int) -> None:
    for old in range(size + 1):
        hashes = consistency(old, size, nodes)
        assert hashes == (proof(old, LEAVES[:size]) if old else [])
        assert consistent(old, size, hashes, ROOTS[old], ROOTS[size])


def test_what_a_leaf_completes() -> None:
    assert [list(completed(size)) for size in range(9)] == [
        [], [], [(1, 0)], [], [(1, 1), (2, 0)], [], [(1, 2)], [], [(1, 3), (2, 1), (3, 0)],
    ]  # fmt: skip


def test_a_tree_grown_leaf_by_leaf() -> None:
    kept: dict[tuple[int, int], bytes] = {}

    def known(level: int, index: int) -> bytes:
        return kept[level, index]

    edge = Frontier()
    for size, leaf in enumerate(LEAVES):
        assert (edge.size, edge.root(), root(size, known)) == (size, ROOTS[size], ROOTS[size])
        for level, index, hashed in edge.append(leaf_hash(leaf)):
            kept[level, index] = hashed
            assert hashed == nodes(level, index)
        again = Frontier(edge.size, known)
        assert again.root() == edge.root()
    with pytest.raises(ValueError, match="known by its nodes"):
        Frontier(1)


def test_wrong_questions() -> None:
    for index, size in [(-1, 3), (3, 3), (0, 0)]:
        with pytest.raises(ValueError, match="has no leaf"):
            inclusion(index, size, nodes)
        assert not included(index, size, ROOTS[1], [], ROOTS[1])
    for old, size in [(-1, 3), (4, 3)]:
        with pytest.raises(ValueError, match="was never one of"):
            consistency(old, size, nodes)
        assert not consistent(old, size, [], ROOTS[3], ROOTS[3])
    with pytest.raises(ValueError, match="-1 leaves"):
        root(-1, nodes)


def test_surplus_missing_and_swapped_hashes() -> None:
    for size in range(1, 20):
        for index in range(size):
            good = inclusion(index, size, nodes)
            for bad in spoilt(good):
                assert not included(index, size, leaf_hash(LEAVES[index]), bad, ROOTS[size])
        for old in range(1, size):
            good = consistency(old, size, nodes)
            for bad in spoilt(good):
                assert not consistent(old, size, bad, ROOTS[old], ROOTS[size])


def spoilt(good: list[bytes]) -> list[list[bytes]]:
    swapped = [[*good[:n], b, a, *good[n + 2 :]] for n, (a, b) in enumerate(pairwise(good)) if a != b]
    missing = [good[:n] + good[n + 1 :] for n in range(len(good))]
    surplus = [[*good[:n], EMPTY, *good[n:]] for n in range(len(good) + 1)]
    flipped = [[*good[:n], bytes([h[0] ^ 1]) + h[1:], *good[n + 1 :]] for n, h in enumerate(good)]
    return swapped + missing + surplus + flipped


def test_between_trees_that_are_not_one() -> None:
    assert consistent(0, 0, [], EMPTY, EMPTY)
    assert not consistent(0, 0, [], EMPTY, ROOTS[1])
    assert not consistent(0, 3, [], ROOTS[1], ROOTS[3])
    assert not consistent(0, 3, [ROOTS[1]], EMPTY, ROOTS[3])
    assert consistent(3, 3, [], ROOTS[3], ROOTS[3])
    assert not consistent(3, 3, [], ROOTS[3], ROOTS[2])
    assert not consistent(3, 3, [ROOTS[3]], ROOTS[3], ROOTS[3])


def test_a_hash_is_32_bytes() -> None:
    """Bytes moved across the border between two hashes would give the same hash above them."""
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    above = node_hash(left, right)
    assert merkle.node_hash(left[:-1], left[-1:] + right) == above
    assert included(0, 2, left, [right], above)
    assert not included(0, 2, left[:-1], [left[-1:] + right], above)
    assert not included(0, 1, b"", [], b"")
    assert not consistent(1, 2, [left[-1:] + right], left[:-1], above)
