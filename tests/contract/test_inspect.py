"""A file that is verified: nothing in it is changed, and its marks are looked at, not relied on."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from governance.errors import FileDamaged, FormatOutdated, LedgerMissing, LedgerUnavailable, NotALedger
from governance.ledger import Ledger
from governance.store.sqlite import SqliteRecorder
from tests.contract.files import new_ledger, opened, put
from tests.contract.test_sqlite_file import change
from tests.kit.lived import lived

OLD_COMMAND = (
    "CREATE TABLE old (command_id TEXT PRIMARY KEY, digest BLOB NOT NULL, first INTEGER NOT NULL,"
    " last INTEGER NOT NULL) STRICT, WITHOUT ROWID"
)
FORMAT_1 = (
    "DROP TABLE tree",
    OLD_COMMAND,
    "INSERT INTO old SELECT command_id, digest, first, last FROM command",
    "DROP TABLE command",
    "ALTER TABLE old RENAME TO command",
    "PRAGMA user_version = 1",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with lived(SqliteRecorder(path)).ledger as ledger:
        ledger.overdue()
    return path


def findings(path: Path) -> list[tuple[str, str]]:
    with Ledger.inspect(path) as inspected:
        return [(finding.kind, finding.where) for finding in inspected.verify().findings]


@pytest.mark.parametrize(
    "mark",
    ["application_id = 0", "application_id = 7", "user_version = 0", "user_version = 1", "user_version = -1",
     "user_version = 3"],
)  # fmt: skip
def test_an_altered_mark_is_a_finding(ledger: Path, mark: str) -> None:
    change(ledger, f"PRAGMA {mark}")
    before = ledger.read_bytes()
    assert findings(ledger) == [("altered", "file")]
    assert ledger.read_bytes() == before
    assert list(ledger.parent.iterdir()) == [ledger]


@pytest.mark.parametrize("at", [0, 7, 16, 21, 23])
def test_an_altered_header_is_not_taken_for_another_file(ledger: Path, at: int) -> None:
    data = bytearray(ledger.read_bytes())
    data[at] ^= 0x10
    ledger.write_bytes(data)
    with pytest.raises(FileDamaged):
        findings(ledger)
    assert ledger.read_bytes() == data


def test_what_never_was_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with pytest.raises(LedgerMissing):
        Ledger.inspect(path)
    path.write_text("Protokoll\n" * 1000)
    with pytest.raises(NotALedger):
        Ledger.inspect(path)
    path.unlink()
    change(path, "CREATE TABLE mine (x)")
    with pytest.raises(NotALedger):
        Ledger.inspect(path)


def test_an_older_format_is_told_and_left(ledger: Path) -> None:
    change(ledger, *FORMAT_1)
    before = sha256(ledger.read_bytes()).digest()
    with pytest.raises(FormatOutdated):
        Ledger.inspect(ledger)
    assert sha256(ledger.read_bytes()).digest() == before
    with Ledger.open(ledger, create=False) as brought_up:
        assert brought_up.verify().whole


def test_what_lies_in_the_wal_is_read_and_left_there(tmp_path: Path) -> None:
    """A writer died; whoever verifies its files sees all events, and leaves both files as they are."""
    ledger, copy = new_ledger(tmp_path / "ledger.db"), tmp_path / "copy.db"
    with opened(ledger) as writer:
        put(writer)
        for beside in ("", "-wal"):
            shutil.copy(f"{ledger}{beside}", f"{copy}{beside}")
    before = [Path(f"{copy}{beside}").read_bytes() for beside in ("", "-wal")]
    with Ledger.inspect(copy) as inspected:
        assert inspected.desk.last_position() == 4
    assert [Path(f"{copy}{beside}").read_bytes() for beside in ("", "-wal")] == before


def test_nothing_is_written_through_it(ledger: Path) -> None:
    with Ledger.inspect(ledger) as inspected, pytest.raises(LedgerUnavailable):
        put(inspected.desk.recorder)  # type: ignore[arg-type]  # the store of a file


def test_several_processes_look_at_a_file_with_altered_marks(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("governance.verify.run._STRETCH", 16)
    change(ledger, "PRAGMA application_id = 7")
    with Ledger.inspect(ledger) as inspected:
        assert [finding.kind for finding in inspected.verify(jobs=2).findings] == ["altered"]
