"""A log as static files (C2SP tlog-tiles): its hashes and its leaves in tiles of 256, its checkpoint beside them.

Whoever has the folder can work out every proof without us.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from governance.errors import TileInvalid
from governance.proof.merkle import Nodes, node_hash
from governance.text import _

__all__ = ["CHECKPOINT", "ENTRIES", "FULL", "Tile", "bundle", "nodes_of", "read_bundle", "tile_bytes", "tiles"]

FULL = 256
"""How many hashes or leaves a full tile has; of 32 bytes each they are 8,192 bytes."""

ENTRIES = -1
"""In place of a level: the leaves themselves."""

CHECKPOINT = "checkpoint"
"""Where in the folder the signed checkpoint lies."""

_PATH = re.compile(
    r"tile/(entries|0|[1-5][0-9]|6[0-3]|[1-9])/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Tile:
    """Up to 256 neighbouring hashes of one level (0 are leaf hashes), or leaves (level ``ENTRIES``)."""

    level: int
    index: int
    width: int = FULL

    @property
    def path(self) -> str:
        """Where it lies ("Merkle Tree"): index 1234067 of level 0 is ``tile/0/x001/x234/067``."""
        digits = f"{self.index:d}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        *over, last = (digits[at : at + 3] for at in range(0, len(digits), 3))
        level = "entries" if self.level == ENTRIES else f"{self.level:d}"
        partial = "" if self.width == FULL else f".p/{self.width:d}"
        return f"tile/{level}/{''.join(f'x{part}/' for part in over)}{last}{partial}"

    @staticmethod
    def parse(path: str) -> "Tile":
        """The tile that lies there. Raises TileInvalid for every path that ``path`` would not give."""
        if len(path) < 100 and (match := _PATH.fullmatch(path)):
            level = ENTRIES if match[1] == "entries" else int(match[1])
            tile = Tile(level, int(match[2].replace("/", "").replace("x", "")), int(match[3] or FULL))
            if tile.path == path:
                return tile
        raise TileInvalid(problem=_("{path!a} is no path of one").format(path=path[:100]))


def tiles(size: int, since: int = 0) -> Iterator[Tile]:
    """What a tree of ``size`` leaves consists of, partial tiles included, less what one of ``since`` leaves had.

    Levels come one after another, the entries first.
    """
    for level in (ENTRIES, *range(8)):
        shift = 8 * max(level, 0)
        count, had = size >> shift, since >> shift
        for index in range(had // FULL, -(-count // FULL)) if count > had else ():
            yield Tile(level, index, min(FULL, count - index * FULL))


def tile_bytes(tile: Tile, nodes: Nodes) -> bytes:
    """Its hashes, one behind the other: each is the root over 256**level leaves."""
    first = tile.index * FULL
    return b"".join(nodes(8 * tile.level, index) for index in range(first, first + tile.width))


def nodes_of(read: Callable[[Tile], bytes], size: int) -> Nodes:
    """The nodes of a tree of ``size`` leaves, worked out from its tiles as ``read`` brings them.

    The nodes raise TileInvalid for a tile of another length; whether its hashes are right, only a root can tell.
    """

    def node(level: int, index: int) -> bytes:
        upper, height = divmod(level, 8)
        first = index << height
        tile = first // FULL
        width = min(FULL, (size >> 8 * upper) - tile * FULL)
        told = read(Tile(upper, tile, width))
        if len(told) != 32 * width:
            raise TileInvalid(problem=_("it has {n} bytes instead of {width}").format(n=len(told), width=32 * width))
        at = first % FULL
        row = [told[32 * n : 32 * n + 32] for n in range(at, at + (1 << height))]
        while len(row) > 1:
            row = [node_hash(left, right) for left, right in zip(row[::2], row[1::2], strict=True)]
        return row[0]

    return node


def bundle(leaves: Iterable[bytes]) -> bytes:
    """Leaves one behind the other, each after its length as two bytes ("Log entries"). ValueError above 65,535."""
    written = []
    for leaf in leaves:
        if len(leaf) >= 1 << 16:
            raise ValueError("a leaf in a bundle has at most 65,535 bytes")
        written += [len(leaf).to_bytes(2, "big"), leaf]
    return b"".join(written)


def read_bundle(data: bytes) -> list[bytes]:
    """The leaves in a bundle. Raises TileInvalid where it ends in the middle of one."""
    leaves, at = [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if end > len(data):
            raise TileInvalid(problem=_("it ends in the middle of a leaf"))
        leaves.append(data[at + 2 : end])
        at = end
    return leaves
