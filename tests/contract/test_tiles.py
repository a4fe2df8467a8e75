"""The tree as static files: written, gone on with, and checked without the ledger."""

from collections.abc import Iterator
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest

from governance.errors import CheckpointInvalid, LedgerUnavailable, NoteInvalid
from governance.ledger import Ledger
from governance.proof.checkpoint import Checkpoint
from governance.proof.keys import SigningKey
from governance.proof.merkle import root
from governance.proof.note import Note
from governance.proof.policy import Policy
from governance.proof.tiles import nodes_of
from governance.store.sqlite import SqliteRecorder
from governance.verify.anchors import Given
from governance.verify.tiles import check_folder
from tests.kit.world import World

KEY, OTHER = (SigningKey("example.org/log", bytes([number] * 32)) for number in (1, 2))
POLICY = Policy((KEY.verifier,))


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """Some more events than two tiles hold."""
    recorder = None if request.param == "memory" else SqliteRecorder(tmp_path / "ledger.db")
    with World(recorder).ledger as ledger:
        ledger.key = KEY
        ledger.establish_network("net", name="Net", on="2021-01-01")
        ledger.adopt_key(KEY.verifier)
        grow(ledger, 270)
        yield ledger


def grow(ledger: Ledger, events: int) -> None:
    with ledger.unit() as unit:
        for number in range(events):
            unit.rename_network("net", name=f"Net {number} of {ledger.desk.last_position()}", on="2021-01-01")


def test_a_folder_says_what_the_ledger_says(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "log"
    note = ledger.export_tiles(folder)
    told = Checkpoint.of(note)
    found = check_folder(folder, checkpoints=[Given("kept", note)], policy=POLICY)
    assert (found.status, found.events, found.root) == ("anchored", told.size, told.root)
    assert root(told.size, nodes_of(lambda tile: (folder / tile.path).read_bytes(), told.size)) == told.root
    assert check_folder(folder).status == "unanchored"


def test_a_folder_grows_with_the_ledger(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "log"
    first = ledger.export_tiles(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "checkpoint"}
    grow(ledger, 300)
    ledger.export_tiles(folder)
    assert before.items() <= {path: path.read_bytes() for path in before}.items(), "no tile ever changes"
    assert check_folder(folder, checkpoints=[Given("kept", first)], policy=POLICY).status == "anchored"
    assert not list(folder.rglob("*.new"))


def test_whatever_is_altered_in_a_folder_is_found(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "log"
    ledger.export_tiles(folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            sound = path.read_bytes()
            for at in (0, 1, len(sound) // 2, len(sound) - 1):
                path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
                with suppress(NoteInvalid, CheckpointInvalid) if path.name == "checkpoint" else nullcontext():
                    assert not check_folder(folder, policy=POLICY).whole, (path, at)
            path.write_bytes(sound[:-1])
            if path.name != "checkpoint":
                assert not check_folder(folder, policy=POLICY).whole
            path.write_bytes(sound)
    assert check_folder(folder, policy=POLICY).whole


def test_checkpoints_that_do_not_fit(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "log"
    ledger.export_tiles(folder)
    other = Note(Checkpoint(KEY.name, 100, bytes(32)).text).signed(KEY)
    longer = Note(Checkpoint(KEY.name, 10_000, bytes(32)).text).signed(KEY)
    for note, kind in ((other, "altered"), (longer, "truncated"), (Note(other.text).signed(OTHER), "unsigned")):
        found = check_folder(folder, checkpoints=[Given("kept", note)], policy=POLICY)
        assert kind in {finding.kind for finding in found.findings if finding.where == "kept"}


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailable):
        check_folder(tmp_path)
