"""A log as static files: written as a folder that any web server can offer, and checked without the ledger."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from governance.errors import LeafInvalid, LedgerUnavailable, TileInvalid, Unproven
from governance.proof.checkpoint import Checkpoint
from governance.proof.leaf import read_leaf
from governance.proof.merkle import Frontier, Nodes, leaf_hash
from governance.proof.note import Note
from governance.proof.policy import Policy
from governance.proof.tiles import CHECKPOINT, ENTRIES, FULL, Tile, bundle, read_bundle, tile_bytes, tiles
from governance.text import _
from governance.verify.anchors import Given
from governance.verify.findings import Anchor, Finding, Findings, Verification

__all__ = ["check_folder", "write_folder"]

_LEVELS = 8
"""Tiles hold every eighth level of the tree."""


def write_folder(
    folder: Path,
    note: Note,
    nodes: Nodes,
    leaves: Callable[[int, int], Iterable[bytes]],
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """The tiles of a checkpoint's tree; how many were written. What lies there already is left, for it never changes.

    ``leaves`` gives the leaves (their bytes) from an index on, so many. The checkpoint comes last, in one step, so
    that a folder always holds all that its checkpoint speaks of. Raises LedgerUnavailable.
    """
    size = Checkpoint.of(note).size
    wanted = list(tiles(size))
    written = 0
    try:
        for number, tile in enumerate(wanted, 1):
            path = folder / tile.path
            if not path.exists():
                entries = tile.level == ENTRIES
                data = bundle(leaves(tile.index * FULL, tile.width)) if entries else tile_bytes(tile, nodes)
                _write(path, data)
                written += 1
            if progress:
                progress(number, len(wanted))
        _write(folder / CHECKPOINT, bytes(note))
    except OSError as error:
        raise LedgerUnavailable(problem=f"{error.filename}: {error.strerror}") from error
    return written


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(data)
    new.replace(path)


@dataclass
class _Folder:
    """Goes through the leaves in order, and holds every tile against them."""

    path: Path
    note: Note
    wanted: dict[int, list[Given]]
    findings: Findings = field(default_factory=Findings)
    anchors: list[Anchor] = field(default_factory=list)
    frontier: Frontier = field(default_factory=Frontier)
    rows: dict[int, list[bytes]] = field(default_factory=lambda: {level: [] for level in range(_LEVELS)})
    """The hashes of the tile that is being filled on each level."""

    def read(self, progress: Callable[[int, int], None] | None) -> None:
        size = Checkpoint.of(self.note).size
        for tile in tiles(size):
            if tile.level != ENTRIES:
                break
            for leaf in self._leaves(tile):
                self._append(leaf)
            if progress:
                progress(self.frontier.size, size)
        for level, row in self.rows.items():
            if row:
                self._compare(Tile(level, (size >> 8 * level) // FULL, len(row)), row)
        if self.frontier.root() != Checkpoint.of(self.note).root:
            self.findings.add("altered", CHECKPOINT, _("its root is not that of the leaves"))

    def _leaves(self, tile: Tile) -> Iterator[bytes]:
        try:
            leaves = read_bundle(self._data(tile))
        except (OSError, TileInvalid) as error:
            kind = "missing" if isinstance(error, FileNotFoundError) else "altered"
            self.findings.add(kind, tile.path, str(getattr(error, "strerror", None) or error))  # type: ignore[arg-type]  # one of two
            leaves = []
        if leaves and len(leaves) != tile.width:
            self.findings.add("altered", tile.path, _("it has {n} leaves instead of {width}").format(
                n=len(leaves), width=tile.width))  # fmt: skip
        yield from (leaves + [b""] * tile.width)[: tile.width]

    def _append(self, data: bytes) -> None:
        position = self.frontier.size + 1
        if data:
            try:
                stated = read_leaf(data).position
            except LeafInvalid as error:
                self.findings.add("undecodable", f"#{position}", str(error))
            else:
                if stated != position:
                    self.findings.add("reordered", f"#{position}", _("its leaf says #{told}").format(told=stated))
        for level, _index, hashed in self.frontier.append(leaf_hash(data)):
            if level % _LEVELS == 0:
                self._fill(level // _LEVELS, hashed)
        for given in self.wanted.get(position, ()):
            self._against(given)

    def _fill(self, level: int, hashed: bytes) -> None:
        row = self.rows[level]
        row.append(hashed)
        if len(row) == FULL:
            index = (self.frontier.size >> 8 * level) // FULL - 1
            self._compare(Tile(level, index), row)
            row.clear()

    def _compare(self, tile: Tile, row: Sequence[bytes]) -> None:
        try:
            data = self._data(tile)
        except OSError as error:
            self.findings.add("missing", tile.path, str(error.strerror))
            return
        if data != b"".join(row):
            self.findings.add("altered", tile.path, _("its hashes are not those of the leaves"))

    def _data(self, tile: Tile) -> bytes:
        return (self.path / tile.path).read_bytes()

    def _against(self, given: Given) -> None:
        if Checkpoint.of(given.note).root == self.frontier.root():
            self.anchors.append(Anchor(given.name, self.frontier.size, True))
        else:
            detail = _("the first {size} events are not those that it speaks of").format(size=self.frontier.size)
            self.findings.add("altered", given.name, detail)


def check_folder(
    folder: Path,
    *,
    checkpoints: Sequence[Given] = (),
    policy: Policy | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Verification:
    """Hold every file of a folder against its leaves, those against its checkpoint and against others from outside.

    Without a policy the signatures are not looked at: whose they should be is not known. Raises LedgerUnavailable
    (there is no checkpoint), NoteInvalid, CheckpointInvalid.
    """
    try:
        note = Note.parse((folder / CHECKPOINT).read_bytes())
    except OSError as error:
        raise LedgerUnavailable(problem=f"{folder / CHECKPOINT}: {error.strerror}") from error
    size = Checkpoint.of(note).size
    wanted: dict[int, list[Given]] = {}
    for given in checkpoints:
        wanted.setdefault(Checkpoint.of(given.note).size, []).append(given)
    reading = _Folder(folder, note, wanted)
    for finding in _beforehand(note, size, checkpoints, policy):
        reading.findings.add(*finding)
    reading.read(progress)
    remarks = () if policy else (_("Whose the signatures are was not looked at: name a policy."),)
    return Verification(size, reading.frontier.root(), tuple(reading.findings.listed), dict(reading.findings.counts),
                        tuple(reading.anchors), remarks)  # fmt: skip


def _beforehand(note: Note, size: int, checkpoints: Sequence[Given], policy: Policy | None) -> Iterator[Finding]:
    for where, signed in ((CHECKPOINT, note), *checkpoints):
        try:
            if policy:
                policy.check(signed)
        except Unproven as error:
            yield Finding("unsigned", where, str(error))
        checkpoint = Checkpoint.of(signed)
        if checkpoint.size > size:
            detail = _("it speaks of {size} events, and the log ends at #{end}")
            yield Finding("truncated", where, detail.format(size=checkpoint.size, end=size))
        if checkpoint.origin != Checkpoint.of(note).origin:
            detail = _("it is of the ledger {origin}, not of this one").format(origin=checkpoint.origin)
            yield Finding("altered", where, detail)
