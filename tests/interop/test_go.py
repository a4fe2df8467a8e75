"""Code that others wrote, Go's golang.org/x/mod/sumdb, accepts what we write and refuses what is broken.

Debian has both as packages: golang-go and golang-golang-x-mod-dev. Nothing is fetched from anywhere.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from random import Random

import pytest

from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import COSIGNATURE, SigningKey
from governance.proof.merkle import Frontier, consistency, inclusion, leaf_hash, root
from governance.proof.note import Note
from governance.proof.tiles import CHECKPOINT, ENTRIES, FULL, Tile, bundle, tile_bytes, tiles

HERE = Path(__file__).parent
GOPATH = Path("/usr/share/gocode")
FOUND = shutil.which("go") is not None and (GOPATH / "src/golang.org/x/mod/sumdb/tlog").is_dir()

pytestmark = pytest.mark.skipif(
    not FOUND, reason="needs Go and golang.org/x/mod (Debian: golang-go golang-golang-x-mod-dev)"
)

KEY = SigningKey("example.org/board", bytes(range(32)))
WITNESS = SigningKey("witness.example/w", bytes(range(1, 33)), COSIGNATURE)
WITNESS_LINE = f"— {WITNESS.name}".encode()
LARGEST = 66_000

LENIENT = {
    "notes": {
        "a right and then a wrong one",  # a second signature of one key is not looked at
        "signature: bits beyond the end",  # they are ignored
    },
    "checkpoints": {"an empty tree with another root"},  # nothing is known of the empty tree's
}
"""What Go accepts and we do not: allowed to it by the specifications, but there should be one way to write a thing."""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("go") / "interop"
    # Before Go's modules: only what Debian installed is found, and nothing is asked of any network.
    settings = {**os.environ, "GO111MODULE": "off", "GOPATH": str(GOPATH), "GOFLAGS": "", "GOPROXY": "off"}
    settings.setdefault("GOCACHE", str(Path.home() / ".cache" / "go-build"))
    subprocess.run(["go", "build", "-o", built, HERE / "main.go"], env=settings, check=True)
    return built


def accepted(program: Path, form: str, cases: object) -> set[str]:
    """The names of the cases that Go accepts."""
    told = json.dumps({"cases": cases})
    done = subprocess.run([program, form], input=told, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


@pytest.mark.parametrize("form", ["notes", "checkpoints", "inclusion", "consistency", "trees"])
def test_the_vectors(program: Path, form: str) -> None:
    cases = json.loads((HERE.parent / "vectors" / f"{form}.json").read_bytes())["cases"]
    wanted = {case["name"] for case in cases if case["want"] == "accepted"}
    assert accepted(program, form, cases) == wanted | LENIENT.get(form, set())


# A log of ours ----------------------------------------------------------------------------------------------


def leaf(index: int) -> bytes:
    return b'{"position":%d}' % (index + 1)


_TREE: dict[tuple[int, int], bytes] = {}


def nodes(level: int, index: int) -> bytes:
    if not _TREE:
        edge = Frontier()
        for n in range(LARGEST):
            _TREE.update({(height, at): hashed for height, at, hashed in edge.append(leaf_hash(leaf(n)))})
    return _TREE[level, index]


def signed(size: int) -> Note:
    return Note(Checkpoint(KEY.name, size, root(size, nodes)).text).signed(KEY).signed(WITNESS, 1_700_000_000)


def test_random_proofs(program: Path) -> None:
    rng = Random(6962)  # noqa: S311 - repeatable, not secret
    whole, wrong, joined, parted = [], [], [], []
    keys = [str(KEY.verifier), str(WITNESS.verifier)]
    for n in range(300):
        size = rng.choice((rng.randint(1, 40), rng.randint(1, LARGEST)))
        index, old = rng.randrange(size), rng.randint(1, size)
        told = bytes(InclusionProof(index, tuple(inclusion(index, size, nodes)), signed(size)))
        about = {"keys": keys, "leaf": leaf(index).decode()}
        whole.append({"name": f"{n}", "text": told.decode(), **about})
        wrong.append({"name": f"{n}", "hex": flipped(rng, told, told.rindex(WITNESS_LINE)).hex(), **about})
        told = bytes(ConsistencyProof(old, tuple(consistency(old, size, nodes)), signed(size)))
        kept = {"keys": keys, "old": old, "old_root": root(old, nodes).hex()}
        joined.append({"name": f"{n}", "text": told.decode(), **kept})
        parted.append({"name": f"{n}", "hex": flipped(rng, told, told.rindex(WITNESS_LINE)).hex(), **kept})
    assert len(accepted(program, "inclusion", whole)) == len(accepted(program, "consistency", joined)) == 300
    assert accepted(program, "inclusion", wrong) == accepted(program, "consistency", parted) == set()


def flipped(rng: Random, data: bytes, end: int) -> bytes:
    """With one bit altered, before ``end`` if there is one: if only the witness's signature is unreadable, the ledger's
    still counts. Nor in the last letter before an equals sign, of which Go ignores some bits."""
    places = [at for at in range(len(data) if end < 0 else end) if data[at + 1 : at + 2] != b"="]
    at = rng.choice(places)
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


@pytest.mark.parametrize("size", [1, 255, 256, 257, 1000, LARGEST])
def test_tiles(program: Path, size: int, tmp_path: Path) -> None:
    files = folder(tmp_path, size)
    assert checked(program, tmp_path, step=1 + size // 300) == (0, f"{size}\n")
    if size != 257:
        return
    rng = Random(size)  # noqa: S311 - repeatable, not secret
    for file in files:
        data = file.read_bytes()
        for _n in range(5):
            file.write_bytes(flipped(rng, data, data.rfind(WITNESS_LINE)))
            assert checked(program, tmp_path)[0] == 1, file
        file.write_bytes(data[:-1])
        assert checked(program, tmp_path)[0] == 1
        file.unlink()
        assert checked(program, tmp_path)[0] == 1
        file.write_bytes(data)
    assert checked(program, tmp_path) == (0, f"{size}\n")


def folder(place: Path, size: int) -> list[Path]:
    """A tlog-tiles folder; its files."""

    def content(tile: Tile) -> bytes:
        if tile.level == ENTRIES:
            first = tile.index * FULL
            return bundle(leaf(index) for index in range(first, first + tile.width))
        return tile_bytes(tile, nodes)

    files = {tile.path: content(tile) for tile in tiles(size)} | {CHECKPOINT: bytes(signed(size))}
    for path, data in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(data)
    return [place / path for path in files]


def checked(program: Path, place: Path, step: int = 1) -> tuple[int, str]:
    done = subprocess.run([program, "folder", place, str(KEY.verifier), str(step)], capture_output=True, text=True)
    assert not done.stderr
    return done.returncode, done.stdout
