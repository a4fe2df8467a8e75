"""What was ever given to an auditor must be verifiable for ever, by today's program and by the one it came with."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.keys import read_keys
from governance.proof.note import Note
from governance.proof.policy import Policy
from governance.proof.standalone import ANCHORED, Brought, Check, key_of
from governance.verify.proofs import check_event
from tests.golden.evidence import FOLDER

RELEASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


@pytest.fixture(params=RELEASES, ids=lambda path: path.name)
def release(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def policy(release: Path) -> Policy:
    return Policy(read_keys((release / "keys.txt").read_text()))


def test_there_is_evidence_of_a_release() -> None:
    assert RELEASES


def test_checkpoints(release: Path) -> None:
    old = Policy.parse((release / "policy.txt").read_bytes()).check(Note.parse((release / "old.txt").read_bytes()))
    new = policy(release).check(Note.parse((release / "new.txt").read_bytes()))
    assert old.witnesses
    assert old.checkpoint.size < new.checkpoint.size


def test_proofs(release: Path) -> None:
    event = (release / "event.json").read_bytes()
    told = check_event((release / "event.tlog-proof").read_bytes(), policy(release), event=event)
    assert told.leaf.position == 17
    old = Checkpoint.of(Note.parse((release / "old.txt").read_bytes()))
    ConsistencyProof.parse((release / "growth.txt").read_bytes()).check(old, policy(release))


def test_the_pack(release: Path, tmp_path: Path) -> None:
    keys = [key_of(line) for line in (release / "keys.txt").read_text().split()]
    brought = Brought(keys, (release / "old.txt").read_bytes(), None)
    assert Check({}, brought).run_on(release / "pack.zip") == ANCHORED
    with zipfile.ZipFile(release / "pack.zip") as pack:
        pack.extractall(tmp_path)
    outside = ("--key", str(release / "keys.txt"), "--checkpoint", str(release / "old.txt"))
    command = [sys.executable, "-I", str(tmp_path / "verify.py"), str(release / "pack.zip"), *outside]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
