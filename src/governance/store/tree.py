"""The hash tree beside the events: which hashes are kept with which event, and how any node is found again.

Row ``position`` of table ``tree`` holds the hash of that event's leaf, followed by those of the subtrees that the
leaf completes, level 1 first: 32 bytes each, two on average. So a save writes one row more for each event, and the
node (level, index) lies in the row of the last leaf under it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from governance.errors import TreeDamaged
from governance.proof.leaf import leaf_data
from governance.proof.merkle import Frontier, Nodes, leaf_hash

__all__ = ["HASH", "Grown", "leaf_of", "nodes_in"]

HASH = 32
"""Bytes of a hash."""

Hashes = Callable[[int], bytes | None]
"""What the row of a position holds; None where there is no such row."""


class Grown(NamedTuple):
    """The right edge of the tree, and the last row that belongs to it."""

    frontier: Frontier
    row: bytes

    @classmethod
    def at(cls, size: int, hashes: Hashes) -> "Grown":
        """As it stands in a store; raises TreeDamaged."""
        return cls(Frontier(size, nodes_in(hashes)), hashes(size) or b"")

    def with_leaves(self, leaves: Iterable[bytes]) -> Iterator["Grown"]:
        """One step for each leaf hash; the frontier is the same one, grown, so what stopped half-way is of no use."""
        for leaf in leaves:
            yield Grown(self.frontier, self.frontier.extend(leaf))


def nodes_in(hashes: Hashes) -> Nodes:
    """The nodes of a tree by its rows. They raise TreeDamaged where a row is missing or too short."""

    def node(level: int, index: int) -> bytes:
        position, start = (index + 1) << level, level * HASH
        row = hashes(position)
        if row is None or len(row) < start + HASH:
            raise TreeDamaged(position=position)
        return row[start : start + HASH]

    return node


def leaf_of(originator_id: object, version: int, topic: str, state: bytes, position: int, recorded_at: int) -> bytes:
    """The leaf hash of an event, from its columns in the order of a row. Raises ValueError as ``leaf_data``."""
    return leaf_hash(
        leaf_data(
            position=position,
            originator_id=str(originator_id),
            version=version,
            topic=topic,
            recorded_at=recorded_at,
            state=state,
        )
    )
