"""The hash tree in a file: several writers, damage, files of the format before."""

from pathlib import Path

import pytest
from eventsourcing.persistence import StoredEvent

from governance.errors import FormatOutdated, TreeDamaged
from governance.proof import merkle
from governance.store.raw import sealed
from governance.store.recorder import Append, AppendCondition, CommandMark, LedgerRecorder
from governance.store.sqlite import SqliteRecorder
from governance.testing.tree import root_by_hand
from tests.contract.files import opened, put
from tests.contract.test_sqlite_file import change, protected


def save(recorder: LedgerRecorder, number: int, events: int = 1, version: int = 0, at: int | None = None) -> None:
    stored = [StoredEvent(f"test:{number}", version + v, "test.Noted/1", f"{number}.{v}".encode())
              for v in range(1, events + 1)]  # fmt: skip
    condition = AppendCondition({f"test:{number}": version}, recorder.last()[0] if at is None else at)
    recorder.insert_events(stored, append=Append(CommandMark(f"command-{number}", bytes(32)), condition, 1000 + number))


# In a file --------------------------------------------------------------------------------------------------


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_two_who_write_in_turn_grow_one_tree(ledger: Path) -> None:
    with opened(ledger, create=True) as one, opened(ledger) as other:
        for number in range(20):
            save(one if number % 3 else other, number, 1 + number % 2)
        assert merkle.root(one.last()[0], other.nodes) == root_by_hand(one, one.last()[0])


@pytest.mark.parametrize("tampering", ["DELETE FROM tree WHERE position = 4", "UPDATE tree SET hashes = x'00'"])
def test_nothing_is_saved_onto_a_damaged_tree(ledger: Path, tampering: str) -> None:
    with opened(ledger, create=True) as recorder:
        save(recorder, 1, 6)
    with opened(ledger) as recorder:
        change(ledger, tampering)
        with pytest.raises(TreeDamaged):
            save(recorder, 2)
        assert recorder.last()[0] == 6


def test_a_tree_that_was_changed_meanwhile_is_not_gone_on_with_from_memory(ledger: Path) -> None:
    with opened(ledger, create=True) as recorder:
        save(recorder, 1, 6)
        change(ledger, "UPDATE tree SET hashes = x'00' WHERE position = 6")
        with pytest.raises(TreeDamaged):
            save(recorder, 2)


def test_a_save_that_fails_half_way_is_forgotten(ledger: Path) -> None:
    with opened(ledger, create=True) as recorder:
        save(recorder, 1, 3)
        change(ledger, "INSERT INTO tree VALUES (5, x'00')")
        with pytest.raises(Exception, match="UNIQUE"):
            save(recorder, 2, 3)
        change(ledger, "DELETE FROM tree WHERE position = 5")
        save(recorder, 2, 3)
        assert merkle.root(6, recorder.nodes) == root_by_hand(recorder, 6)


# A file of the format before --------------------------------------------------------------------------------


def as_of_format_1(ledger: Path) -> None:
    change(
        ledger,
        "DROP TABLE tree",
        "CREATE TABLE c AS SELECT command_id, digest, first, last FROM command",
        "DROP TABLE command",
        """CREATE TABLE command (command_id TEXT PRIMARY KEY, digest BLOB NOT NULL, first INTEGER NOT NULL,
           last INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
        "INSERT INTO command SELECT * FROM c",
        "DROP TABLE c",
        "PRAGMA user_version = 1",
    )


@pytest.mark.parametrize("saves", [0, 1, 9])
def test_an_older_file_gets_its_tree_when_it_is_opened(ledger: Path, saves: int) -> None:
    with opened(ledger, create=True) as recorder:
        for number in range(saves):
            save(recorder, number, 2)
        rows, root = recorder.select_rows(0, 100), merkle.root(2 * saves, recorder.nodes)
        with recorder.reading() as connection:
            schema = set(connection.execute("SELECT name, sql FROM sqlite_schema"))
    as_of_format_1(ledger)
    with opened(ledger) as recorder, opened(ledger) as other:
        assert recorder.select_rows(0, 100) == rows
        assert merkle.root(2 * saves, recorder.nodes) == root
        with recorder.reading() as connection:
            assert set(connection.execute("SELECT name, sql FROM sqlite_schema")) == schema
            assert all(seal == sealed(*rest) for *rest, seal in connection.execute("SELECT * FROM command"))
        save(other, 100)
        assert merkle.root(2 * saves + 1, recorder.nodes) == root_by_hand(recorder, 2 * saves + 1)


@pytest.mark.usefixtures("ledger")
def test_an_older_file_that_can_only_be_read(ledger: Path) -> None:
    with opened(ledger, create=True) as recorder:
        save(recorder, 1)
    as_of_format_1(ledger)
    with protected(ledger, folder=True), pytest.raises(FormatOutdated):
        SqliteRecorder(ledger, create=False)


# What stands in the schema is not carried out ---------------------------------------------------------------


@pytest.mark.parametrize(
    "planted",
    ["CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM command; END",
     "CREATE TRIGGER t BEFORE UPDATE ON log_end BEGIN SELECT RAISE(ABORT, 'no'); END"],
)  # fmt: skip
def test_a_planted_trigger_does_nothing(ledger: Path, planted: str) -> None:
    with opened(ledger, create=True) as recorder:
        put(recorder, command_id="first")
    change(ledger, planted)
    with opened(ledger) as recorder:
        put(recorder)
        assert recorder.last()[0] == 2
        assert recorder.find_command("first") is not None
