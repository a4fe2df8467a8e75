"""Answers and packs from the command line rest on the record; copies of it lack nothing."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from governance.ledger import Ledger
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("_acting")

DAY = "2022-06-01"


@pytest.fixture
def _acting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_ACTOR", "system:test")
    monkeypatch.delenv("GOVERNANCE_KEY", raising=False)


def alter(statement: str) -> None:
    connection = sqlite3.connect("governance.db", isolation_level=None)
    connection.execute(statement)
    connection.close()


def test_a_pack_says_what_the_record_says_whatever_the_index_does(demo: Path, run: Run) -> None:
    run("key", "new", "example.org/board")
    truth = json.loads(run("overdue", "--as-of", DAY, "--format", "json", expect=1).stdout)["items"]
    alter("UPDATE index_span SET verdict = 2, verdict_to = 2 WHERE verdict = 1")
    assert "doctor --rebuild" in run("overdue", "--as-of", DAY, expect=4).stderr
    run("bundle", "overdue", "--as-of", DAY, "--with-personal-data", "--out", "pack.zip")
    assert json.loads(zipfile.ZipFile("pack.zip").read("answer.json"))["answer"]["items"] == truth
    run("doctor", expect=1)
    run("doctor", "--rebuild", "--all")
    assert json.loads(run("overdue", "--as-of", DAY, "--format", "json", expect=1).stdout)["items"] == truth


def test_an_altered_record_is_not_signed(demo: Path, run: Run) -> None:
    run("key", "new", "example.org/board")
    alter("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 5")
    assert "verify" in run("bundle", "overdue", "--as-of", DAY, "--out", "pack.zip", expect=4).stderr
    assert not Path("pack.zip").exists()


@pytest.mark.parametrize("words", [("overdue",), ("log", "-n", "1"), ("person", "register", "A", "--on", "2021-01-01")])
def test_a_cut_log_answers_nothing(demo: Path, run: Run, words: tuple[str, ...]) -> None:
    alter("DELETE FROM event WHERE position > 20")
    assert "The log ends at #20" in run(*words, expect=4).stderr
    assert "#20" in run("doctor", expect=1).stdout
    assert "#21" in run("verify", expect=1).stdout


def test_verification_changes_nothing_and_names_altered_marks(demo: Path, run: Run) -> None:
    alter("PRAGMA application_id = 0")
    before = demo.read_bytes()
    assert "application_id" in run("verify", expect=1).stdout
    assert demo.read_bytes() == before
    assert list(Path.cwd().iterdir()) == [demo]


@pytest.mark.parametrize("words", [("person", "register", "A", "--on", "2021-01-01"), ("overdue",), ("import", "-")])
def test_a_ledger_in_memory_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert "name a file" in run("--ledger", ":memory:", *words, expect=2, stdin="").stderr


# Backup -----------------------------------------------------------------------------------------------------


def test_a_backup_holds_what_was_acknowledged_and_no_key(demo: Path, run: Run) -> None:
    run("key", "new", "example.org/board")
    with Ledger.open("governance.db", actor="system:test") as ledger:
        ledger.register_person("Zoe Last", person="p-zoe", on="2022-04-01")
        stdout = run("backup", "safe.db").stdout
        assert f"{ledger.desk.last_position()} events" in stdout
        assert "governance.db.key" in stdout
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["governance.db", "governance.db.key", "safe.db"]
    secret = Path("governance.db.key").read_text().split()[-1]
    assert secret.encode() not in Path("safe.db").read_bytes()
    assert "p-zoe" in run("--ledger", "safe.db", "log", "-n", "1", "--format", "json").stdout
    run("--ledger", "safe.db", "verify", expect=5)


def test_a_restored_backup_goes_on(demo: Path, run: Run) -> None:
    run("backup", "safe.db")
    demo.unlink()
    Path("safe.db").rename(demo)
    run("person", "register", "Zoe Last", "--on", "2022-04-01")
    run("verify", expect=5)


def test_a_backup_takes_no_other_files_place(demo: Path, run: Run) -> None:
    Path("safe.db").write_text("mine")
    run("backup", "safe.db", expect=4)
    assert Path("safe.db").read_text() == "mine"
    run("backup", "none/safe.db", expect=4)


def test_what_is_not_whole_is_no_backup(demo: Path, run: Run) -> None:
    alter("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 5")
    assert "not whole" in run("backup", "safe.db", expect=4).stderr
    assert list(Path.cwd().iterdir()) == [demo]
