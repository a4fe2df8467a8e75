"""Verification in every store: what is whole is accepted, and what was altered is named."""

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from governance.ledger import Ledger
from governance.store.raw import sealed
from governance.store.sqlite import SqliteRecorder
from governance.store.tree import Grown, leaf_of
from governance.verify import run
from governance.verify.findings import Verification
from tests.contract.test_sqlite_file import change, protected
from tests.kit.lived import lived


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of some hundred events with its index, in a file."""
    path = tmp_path_factory.mktemp("original") / "ledger.db"
    with lived(SqliteRecorder(path)).ledger as ledger:
        ledger.overdue()
    return path


@pytest.fixture
def ledger(original: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "ledger.db"
    copy.write_bytes(original.read_bytes())
    return copy


def verified(path: Path, jobs: int = 1) -> Verification:
    with Ledger.open(path, create=False) as ledger:
        return ledger.verify(jobs=jobs)


def kinds(found: Verification) -> set[tuple[str, str]]:
    return {(finding.kind, finding.where) for finding in found.findings}


@pytest.fixture(params=["memory", "sqlite"])
def whole(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with lived(None if request.param == "memory" else SqliteRecorder(tmp_path / "whole.db")).ledger as ledger:
        yield ledger


def test_what_nobody_touched_is_whole(whole: Ledger) -> None:
    found = whole.verify()
    assert (found.findings, found.status) == ((), "unanchored")
    assert found.events == whole.desk.last_position() > 40


def test_an_empty_ledger_is_whole(tmp_path: Path) -> None:
    for place in (":memory:", tmp_path / "empty.db"):
        with Ledger.open(place) as ledger:
            assert ledger.verify().whole


def test_what_is_altered_in_memory_is_found(whole: Ledger) -> None:
    recorder = whole.desk.recorder
    assert isinstance(recorder, SqliteRecorder)
    other = recorder.select_rows(5, 1)[0].state
    recorder._present().execute("UPDATE event SET state = ? WHERE position = 5", (other,))
    assert not whole.verify().whole


def test_in_small_stretches_and_by_several_processes(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_STRETCH", 16)
    assert verified(ledger).whole
    change(ledger, "UPDATE event SET state = x'7b7d' WHERE position = 33")
    alone = verified(ledger)
    assert ("undecodable", "#33") in kinds(alone)
    assert verified(ledger, jobs=2) == alone


def test_a_file_that_can_only_be_read(ledger: Path) -> None:
    with protected(ledger, folder=True):
        assert verified(ledger).whole
    change(ledger, "DELETE FROM event WHERE position = 20")
    with protected(ledger, folder=True):
        assert ("missing", "#20") in kinds(verified(ledger))


SWAPPED = (
    "UPDATE event SET position = -1 WHERE position = 10",
    "UPDATE event SET position = 10 WHERE position = 20",
    "UPDATE event SET position = 20 WHERE position = -1",
)
TAKEN_OUT = (
    "DELETE FROM event WHERE position = 20",
    "UPDATE event SET position = -position WHERE position > 20",
    "UPDATE event SET position = -position - 1 WHERE position < 0",
    "UPDATE log_end SET position = position - 1",
)
PUT_IN = (
    "UPDATE event SET position = -position WHERE position >= 20",
    "UPDATE event SET position = -position + 1 WHERE position < 0",
    "INSERT INTO event SELECT 20, 'network:x', 1, topic, recorded_at, state FROM event WHERE position = 1",
    "UPDATE log_end SET position = position + 1",
)


@pytest.mark.parametrize(
    ("tampering", "kind", "where"),
    [
        (["UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 20"], "altered", "#20"),
        (["UPDATE event SET state = x'7b7d' WHERE position = 20"], "undecodable", "#20"),
        (["UPDATE event SET topic = 'os:system/1' WHERE position = 20"], "undecodable", "#20"),
        (["DELETE FROM event WHERE position = 20"], "missing", "#20"),
        (["DELETE FROM event WHERE position BETWEEN 20 AND 30"], "missing", "#20…#30"),
        (SWAPPED, "reordered", "#10"),
        (SWAPPED, "reordered", "#20"),
        (TAKEN_OUT, "missing", "#20"),
        (PUT_IN, "inserted", "#20"),
        (["DELETE FROM tree WHERE position = 20"], "missing", "#20"),
        (["UPDATE tree SET hashes = zeroblob(32) WHERE position = 20"], "altered", "#20"),
        (["UPDATE tree SET hashes = CAST(hashes || hashes AS BLOB) WHERE position = 20"], "altered", "#20"),
        (["INSERT INTO tree VALUES (100000, zeroblob(32))"], "inserted", "tree"),
        (["INSERT INTO event VALUES (0, 'network:x', 1, 'x/1', 1, x'7b7d')"], "inserted", "#0"),
        (["UPDATE command SET digest = zeroblob(32) WHERE first = 1"], "altered", "command of #1"),
        (["UPDATE command SET last = last + 1 WHERE first = 1"], "altered", "command of #1"),
        (["UPDATE command SET command_id = 'x' WHERE first = 1"], "altered", "command of #1"),
        (["DELETE FROM command WHERE first = 1"], "missing", "command of #1"),
        (["INSERT INTO command VALUES ('x', x'00', 3, 3, x'00')"], "inserted", "command of #3"),
        (["UPDATE log_end SET recorded_at = recorded_at + 1"], "altered", "end of the log"),
        (["DELETE FROM log_end"], "missing", "end of the log"),
        (["CREATE TABLE mine (x)"], "inserted", "file"),
        (["CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END"], "inserted", "file"),
        (["DROP TABLE tree", "CREATE TABLE tree (position INTEGER PRIMARY KEY, hashes)"], "altered", "file"),
        (["DROP TABLE command"], "missing", "file"),
        (["PRAGMA user_version = 77"], "altered", "file"),
        (["UPDATE index_state SET position = position - 1"], "altered", "index"),
        (["UPDATE index_phase SET body = '{}' WHERE id = 7"], "altered", "index"),
        (["DELETE FROM index_phase WHERE id = 7"], "altered", "index"),
        (["UPDATE index_span SET until = until - 1 WHERE id = 7"], "altered", "index"),
        (["DELETE FROM index_span WHERE id = 7"], "altered", "index"),
        (["UPDATE index_label SET name = '{\"\": \"X\"}'"], "altered", "index"),
        (["UPDATE index_network SET time_zone = 'UTC'"], "altered", "index"),
        (["DELETE FROM index_state"], "missing", "index"),
    ],
)  # fmt: skip
def test_what_was_done_is_named(ledger: Path, tampering: list[str], kind: str, where: str) -> None:
    with Ledger.open(ledger, create=False) as opened:
        change(ledger, *tampering)
        found = opened.verify()
    assert (kind, where) in kinds(found), found.findings
    assert found.status == "tampered"


def test_a_tail_that_was_cut_off(ledger: Path) -> None:
    last = verified(ledger).events
    change(ledger, "DELETE FROM event WHERE position > (SELECT position - 3 FROM log_end)")
    assert ("truncated", f"#{last - 2}…#{last}") in kinds(verified(ledger))
    change(ledger, "UPDATE log_end SET position = position - 3")
    assert ("inserted", "tree") in kinds(verified(ledger))


def with_fresh_hashes(ledger: Path) -> None:
    """What somebody can do who knows how the file is made."""
    connection = apsw.Connection(str(ledger))
    with connection:
        rows = connection.execute(
            "SELECT originator_id, version, topic, state, position, recorded_at FROM event ORDER BY position"
        ).fetchall()
        connection.execute("DELETE FROM tree")
        steps = Grown.at(0, lambda _position: None).with_leaves(leaf_of(*row) for row in rows)  # type: ignore[arg-type]
        connection.executemany("INSERT INTO tree VALUES (?, ?)", enumerate((step.row for step in steps), 1))
        commands = connection.execute("SELECT command_id, digest, first, last FROM command").fetchall()
        connection.executemany(
            "UPDATE command SET seal = ? WHERE command_id = ?",
            ((sealed(*command), command[0]) for command in commands),  # type: ignore[arg-type]
        )
    connection.close()


def test_a_rewrite_with_fresh_hashes_is_only_seen_from_outside(ledger: Path) -> None:
    before = verified(ledger)
    change(ledger, "UPDATE event SET state = CAST(replace(state, 'Do it', 'Do IT') AS BLOB)")
    assert not verified(ledger).whole
    with_fresh_hashes(ledger)
    after = verified(ledger)
    assert after.whole
    assert after.root != before.root


def test_a_history_with_a_hole_is_found_whatever_its_hashes(ledger: Path) -> None:
    change(ledger, *TAKEN_OUT)
    with_fresh_hashes(ledger)
    found = verified(ledger)
    assert [finding.kind for finding in found.findings if "history" in finding.detail or "goes on" in finding.detail]
