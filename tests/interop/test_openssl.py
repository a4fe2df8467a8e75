"""The script in docs/auditor.md: a shell and openssl find what our own verifiers find."""

import shutil
import subprocess
from pathlib import Path

import pytest

from governance.proof.inclusion import InclusionProof
from tests.kit.packs import LEAVES, LEDGER, OTHER, checkpoint, pack
from tests.kit.rfc6962 import path

GUIDE = Path(__file__).parents[2] / "docs" / "auditor.md"


def _can() -> bool:
    """Whether openssl is there, and new enough to sign with Ed25519 (3.0)."""
    if not all(shutil.which(name) for name in ("openssl", "sh", "base64")):
        return False
    said = subprocess.run(["openssl", "version"], capture_output=True, text=True).stdout
    return said.startswith("OpenSSL") and int(said.split()[1].partition(".")[0]) >= 3


pytestmark = pytest.mark.skipif(not _can(), reason="needs a shell and openssl 3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    script = GUIDE.read_text("utf-8").partition("test_openssl.py runs what follows -->\n```sh\n")[2].partition("```")[0]
    (tmp_path / "check.sh").write_text(script)
    for name, data in pack().items():
        (tmp_path / "pack" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pack" / name).write_bytes(data)
    return tmp_path


def run(folder: Path, number: int, key: object = LEDGER.verifier) -> str:
    done = subprocess.run(
        ["sh", folder / "check.sh", folder / "pack", f"{number:06d}", str(key)], capture_output=True, text=True
    )
    assert done.stderr == ""
    assert done.returncode == (not done.stdout.startswith("YES"))
    return str(done.stdout)


@pytest.mark.parametrize("number", [2, 7, 13])
def test_it_finds_the_events(folder: Path, number: int) -> None:
    assert run(folder, number) == f"YES: event {number:06d} is one of the 13 events of example.org/board\n"


def test_it_knows_the_right_key(folder: Path) -> None:
    assert run(folder, 2, OTHER.verifier) == "NO: the checkpoint is not signed with that key\n"


def test_it_finds_what_was_altered(folder: Path) -> None:
    place = folder / "pack"

    def altered(name: str, data: bytes) -> str:
        before = (place / name).read_bytes()
        (place / name).write_bytes(data)
        said = run(folder, 7)
        (place / name).write_bytes(before)
        return said

    assert "not the one of the leaf" in altered("events/000007.json", b"{}")
    leaf = (place / "events/000007.leaf").read_bytes()
    assert "not in the tree" in altered("events/000007.leaf", leaf.replace(b'"version":1', b'"version":2'))
    text = (place / "checkpoint.txt").read_bytes()
    assert "not signed" in altered("checkpoint.txt", text.replace(b"\n13\n", b"\n14\n"))
    hashes = path(6, LEAVES)
    for bad, said in (
        (hashes[:-1], "too short"),
        ([*hashes, hashes[0]], "too long"),
        (hashes[::-1], "not in the tree"),
    ):
        proof = InclusionProof(6, tuple(bad), checkpoint())
        assert said in altered("events/000007.tlog-proof", bytes(proof))
    for index, said in ((7, "not in the tree"), (13, "not in the tree"), (12, "too long")):
        proof = InclusionProof(index, tuple(hashes), checkpoint())
        assert said in altered("events/000007.tlog-proof", bytes(proof))
