"""The hash tree of RFC 6962, section 2.1, over SHA-256. Imports nothing of ours, holds nothing.

A hash is 32 bytes. A tree is known by its size, the number of its leaves, and by ``nodes``, which finds the hash of
any *complete* subtree. Every proof follows one path between a leaf and the root: at each step the tree in hand is
split as the RFC splits it, at the largest power of two below its size, and the half left aside is a hash of the proof.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

__all__ = [
    "EMPTY",
    "Frontier",
    "Nodes",
    "completed",
    "consistency",
    "consistent",
    "included",
    "inclusion",
    "leaf_hash",
    "node_hash",
    "root",
]

Nodes = Callable[[int, int], bytes]
"""(level, index) → the hash over the 2**level leaves from ``index << level`` on. On level 0 lie the leaf hashes."""

EMPTY = sha256().digest()
"""The root of a tree without leaves."""


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf (RFC 6962, 2.1)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash above two others (RFC 6962, 2.1)."""
    return sha256(b"\x01" + left + right).digest()


def completed(size: int) -> Iterator[tuple[int, int]]:
    """(level, index) of the subtrees that the last of ``size`` leaves completes, level 1 first: on average one."""
    level = 1
    while size and size & ((1 << level) - 1) == 0:
        yield level, (size >> level) - 1
        level += 1


def root(size: int, nodes: Nodes) -> bytes:
    """The root over the first ``size`` leaves (RFC 6962, 2.1). Reads at most one node a level."""
    if size < 0:
        raise ValueError(f"no tree has {size} leaves")
    return _over(0, size, nodes) if size else EMPTY


def inclusion(index: int, size: int, nodes: Nodes) -> list[bytes]:
    """The audit path of leaf ``index``, from its sibling upwards (RFC 6962, 2.1.1). Raises ValueError outside."""
    if not 0 <= index < size:
        raise ValueError(f"a tree of {size} leaves has no leaf {index}")
    return [_over(aside.start, aside.end, nodes) for aside in _path(index, size)]


def consistency(old: int, size: int, nodes: Nodes) -> list[bytes]:
    """The proof that the first ``old`` leaves are unchanged (RFC 6962, 2.1.2), lowest first.

    Empty where there is nothing to prove: from the empty tree, and from a tree to itself (tlog-witness,
    add-checkpoint). Raises ValueError for an old tree that is larger.
    """
    if not 0 <= old <= size:
        raise ValueError(f"a tree of {size} leaves was never one of {old}")
    if old == 0:
        return []
    path, start = _trunk(old, size)
    lowest = [_over(start, old, nodes)] if start else []  # else it is the old root itself, and known
    return lowest + [_over(aside.start, aside.end, nodes) for aside in path]


def included(index: int, size: int, leaf_hash: bytes, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof leads from the leaf to the root, with no hash too many or too few. Never raises."""
    if not 0 <= index < size or not _are_hashes(leaf_hash, root, *proof):
        return False
    path = _path(index, size)
    if len(path) != len(proof):
        return False
    reached = leaf_hash
    for aside, there in zip(path, proof, strict=True):
        reached = node_hash(reached, there) if aside.right else node_hash(there, reached)
    return reached == root


def consistent(old: int, size: int, proof: Sequence[bytes], old_root: bytes, root: bytes) -> bool:
    """Whether the proof leads to both roots, with no hash too many or too few. Never raises."""
    if not 0 <= old <= size or not _are_hashes(old_root, root, *proof):
        return False
    if old == 0:
        return not proof and old_root == EMPTY and (size > 0 or root == EMPTY)
    path, start = _trunk(old, size)
    hashes = list(proof) if start else [old_root, *proof]
    if len(hashes) != len(path) + 1:
        return False
    before = after = hashes[0]
    for aside, there in zip(path, hashes[1:], strict=True):
        if aside.right:  # what lies to the right came later: the old tree knows nothing of it
            after = node_hash(after, there)
        else:
            before, after = node_hash(there, before), node_hash(there, after)
    return before == old_root and after == root


class Frontier:
    """The right edge of a growing tree: enough to append leaves and to know the root, with one hash a level."""

    def __init__(self, size: int = 0, nodes: Nodes | None = None) -> None:
        """Of the empty tree, or of one that stands already."""
        if size and nodes is None:
            raise ValueError("a tree with leaves is known by its nodes")
        self.size = size
        self._edge = [nodes(level, index) for level, index in _complete(0, size)] if nodes else []

    def append(self, leaf: bytes) -> list[tuple[int, int, bytes]]:
        """Append a leaf's hash; returns what a store has to keep: (level, index, hash), level 0 first."""
        level, index = 0, self.size
        kept = [(level, index, leaf)]
        self.size += 1
        while index & 1:  # a right half: it completes the subtree above it, as ``completed`` has it
            leaf = node_hash(self._edge.pop(), leaf)
            level, index = level + 1, index >> 1
            kept.append((level, index, leaf))
        self._edge.append(leaf)
        return kept

    def extend(self, leaf: bytes) -> bytes:
        """The same as ``append``, in less time: the hashes to be kept one behind the other, that of the leaf first."""
        index, kept = self.size, leaf
        self.size += 1
        while index & 1:
            leaf = sha256(b"\x01" + self._edge.pop() + leaf).digest()
            kept += leaf
            index >>= 1
        self._edge.append(leaf)
        return kept

    def root(self) -> bytes:
        """The root as it is now."""
        return _folded(self._edge) if self._edge else EMPTY


class _Aside(NamedTuple):
    """A half that the path leaves aside: whether it is the right one, its first leaf, the leaf behind its last."""

    right: bool
    start: int
    end: int


def _path(leaf: int, size: int) -> list[_Aside]:
    """The halves beside the way from a leaf up to the root."""
    start, end = 0, size
    path = []
    while end - start > 1:
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        if leaf < middle:
            path.append(_Aside(True, middle, end))
            end = middle
        else:
            path.append(_Aside(False, start, middle))
            start = middle
    return path[::-1]


def _trunk(old: int, size: int) -> tuple[list[_Aside], int]:
    """The way up from the largest subtree that ends where the old tree ended, and that subtree's first leaf.

    It is the way of the old tree's last leaf, without the first steps, which stay inside the old tree.
    """
    path = _path(old - 1, size)
    inside = next((step for step, aside in enumerate(path) if aside.right), len(path))
    return path[inside:], max((aside.end for aside in path[inside:] if not aside.right), default=0)


def _complete(start: int, end: int) -> Iterator[tuple[int, int]]:
    """(level, index) of the complete subtrees that make up the leaves from ``start`` to before ``end``, in order."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def _over(start: int, end: int, nodes: Nodes) -> bytes:
    return _folded([nodes(level, index) for level, index in _complete(start, end)])


def _folded(parts: Sequence[bytes]) -> bytes:
    *lower, hashed = parts
    for left in reversed(lower):
        hashed = node_hash(left, hashed)
    return hashed


def _are_hashes(*hashes: bytes) -> bool:
    """With other lengths two different pairs could be the same bytes under ``node_hash``."""
    return all(len(hashed) == 32 for hashed in hashes)
