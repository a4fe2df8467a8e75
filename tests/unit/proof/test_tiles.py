"""A log as a folder of tiles."""

import pytest

from governance.errors import TileInvalid
from governance.proof.merkle import Frontier, inclusion, leaf_hash, root
from governance.proof.tiles import ENTRIES, FULL, Tile, bundle, nodes_of, read_bundle, tile_bytes, tiles

SIZE = 70_000


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 1234067), "tile/0/x001/x234/067"),  # the specification's own
        (Tile(0, 0), "tile/0/000"),
        (Tile(0, 999), "tile/0/999"),
        (Tile(1, 1000), "tile/1/x001/000"),
        (Tile(0, 273, 112), "tile/0/273.p/112"),
        (Tile(2, 0, 1), "tile/2/000.p/1"),
        (Tile(63, 0, 255), "tile/63/000.p/255"),
        (Tile(ENTRIES, 1234067), "tile/entries/x001/x234/067"),
        (Tile(ENTRIES, 5, 3), "tile/entries/005.p/3"),
    ],
)
def test_paths(tile: Tile, path: str) -> None:
    assert tile.path == path
    assert Tile.parse(path) == tile


def test_the_tiles_of_the_specification() -> None:
    """70,000 leaves: 273 full tiles and one of 112, then a full one and one of 17, then one of 1."""
    there = list(tiles(SIZE))
    by_level = {level: [tile for tile in there if tile.level == level] for level in (ENTRIES, 0, 1, 2, 3)}
    for level in (ENTRIES, 0):
        assert [tile.index for tile in by_level[level]] == list(range(274))
        assert [tile.width for tile in by_level[level]] == [FULL] * 273 + [112]
    assert by_level[1] == [Tile(1, 0), Tile(1, 1, 17)]
    assert by_level[2] == [Tile(2, 0, 1)]
    assert by_level[3] == []
    assert list(tiles(256)) == [Tile(ENTRIES, 0), Tile(0, 0), Tile(1, 0, 1)]
    assert list(tiles(1)) == [Tile(ENTRIES, 0, 1), Tile(0, 0, 1)]
    assert list(tiles(0)) == []


def test_what_is_new() -> None:
    assert list(tiles(256, since=255)) == [Tile(ENTRIES, 0), Tile(0, 0), Tile(1, 0, 1)]
    assert list(tiles(257, since=256)) == [Tile(ENTRIES, 1, 1), Tile(0, 1, 1)]
    assert list(tiles(SIZE, since=SIZE)) == []
    assert set(tiles(SIZE, since=SIZE - 1)) <= set(tiles(SIZE))


def test_everything_follows_from_the_tiles() -> None:
    kept: dict[tuple[int, int], bytes] = {}
    edge = Frontier()
    for n in range(SIZE):
        for level, index, hashed in edge.append(leaf_hash(b"%d" % n)):
            kept[level, index] = hashed

    def stored(level: int, index: int) -> bytes:
        return kept[level, index]

    files = {tile.path: tile_bytes(tile, stored) for tile in tiles(SIZE) if tile.level != ENTRIES}
    assert {len(data) for path, data in files.items() if ".p/" not in path} == {8192}
    told = nodes_of(lambda tile: files[tile.path], SIZE)
    assert root(SIZE, told) == edge.root() == root(SIZE, stored)
    for index in (0, 255, 256, 65_535, 65_536, SIZE - 1):
        assert inclusion(index, SIZE, told) == inclusion(index, SIZE, stored)
    with pytest.raises(TileInvalid, match="31 bytes instead of 32"):
        root(SIZE, nodes_of(lambda tile: files[tile.path][:-1], SIZE))


def test_bundles() -> None:
    leaves = [b"", b"a", b"x" * 65_535]
    data = bundle(leaves)
    assert data == b"\x00\x00\x00\x01a\xff\xff" + leaves[2]
    assert read_bundle(data) == leaves
    assert read_bundle(b"") == []
    with pytest.raises(ValueError, match="at most"):
        bundle([b"x" * 65_536])
    for bad in (data[:-1], data + b"\x00", data + b"\x00\x01", b"\x00"):
        with pytest.raises(TileInvalid, match="in the middle"):
            read_bundle(bad)
