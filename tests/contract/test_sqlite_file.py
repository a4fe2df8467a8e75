"""The store in a file: what can be wrong with the file."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import apsw
import pytest

from governance.errors import (
    EventUnreadable,
    FileDamaged,
    LedgerMissing,
    LedgerMoved,
    LedgerUnavailable,
    LogDamaged,
    NotALedger,
    StorageError,
)
from governance.store.file import durability
from governance.store.sqlite import SqliteRecorder
from tests.contract.files import new_ledger, opened, put


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(file: Path) -> Path:
    return new_ledger(file)


# Opening ----------------------------------------------------------------------------------------------------


def test_a_reopened_file_goes_on_where_it_ended(ledger: Path) -> None:
    with opened(ledger) as recorder:
        assert recorder.last() == (3, 1000)
        assert put(recorder) == 4
        assert recorder.find_command("test:a@4") is not None
        assert not recorder.read_only


def test_a_missing_file(file: Path) -> None:
    with pytest.raises(LedgerMissing):
        SqliteRecorder(file, create=False)
    assert not file.exists()
    with pytest.raises(LedgerUnavailable):
        SqliteRecorder(file.parent / "none" / "ledger.db", create=True)


def text_file(file: Path) -> None:
    file.write_text("Protokoll\n")


def long_text_file(file: Path) -> None:
    file.write_text("Protokoll\n" * 1000)


def other_database(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE event (position)")
    connection.close()


def marked_by_another_program(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA application_id = 77")
    connection.close()


def of_a_later_format(file: Path) -> None:
    SqliteRecorder(file, create=True).close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 3")
    connection.close()


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    "make",
    [text_file, long_text_file, other_database, marked_by_another_program, of_a_later_format, Path.mkdir,
     os.mkfifo],
)  # fmt: skip
def test_what_is_not_a_ledger_is_left_alone(file: Path, make: Callable[[Path], None], create: bool) -> None:
    make(file)
    before = file.read_bytes() if file.is_file() else b""
    with pytest.raises(NotALedger) as refusal:
        SqliteRecorder(file, create=create)
    assert str(file) in str(refusal.value)
    assert (file.read_bytes() if file.is_file() else b"") == before
    assert list(file.parent.iterdir()) == [file]


def test_an_empty_file_becomes_a_ledger_only_when_asked(file: Path) -> None:
    file.touch()
    with pytest.raises(NotALedger):
        SqliteRecorder(file, create=False)
    with opened(file, create=True) as recorder:
        assert put(recorder) == 1


def test_names_that_sqlite_would_take_for_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:x?mode=memory", "å ä%20ö#?.db"):
        with opened(Path(name), create=True) as recorder:
            put(recorder)
        assert (tmp_path / name).is_file()
    with pytest.raises(StorageError):
        SqliteRecorder(Path("a\0b"), create=True)


def test_a_closed_store_says_so(ledger: Path) -> None:
    recorder = SqliteRecorder(ledger)
    recorder.close()
    recorder.close()
    with pytest.raises(LedgerUnavailable, match="closed"):
        recorder.last()


def test_what_is_written_is_durable(ledger: Path) -> None:
    with opened(ledger) as recorder:
        assert recorder.durability == ("wal", "FULL")


@pytest.mark.parametrize(
    ("version", "wanted"),
    [("3.54.1", "wal"), ("3.51.3", "wal"), ("3.51.2", "delete"), ("3.50.7", "wal"), ("3.50.6", "delete"),
     ("3.45.0", "delete"), ("3.44.6", "wal"), ("3.44.5", "delete"), ("3.40.1", "delete"), ("4.0.0", "wal")],
)  # fmt: skip
def test_a_sqlite_that_loses_commits_gets_another_journal(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, version: str, wanted: str
) -> None:
    monkeypatch.setattr(apsw, "sqlite_lib_version", lambda: version)
    with opened(ledger) as recorder:
        assert recorder.durability == durability(version) == (wanted, "FULL" if wanted == "wal" else "EXTRA")
        assert put(recorder) == 4


# Files that cannot be written -------------------------------------------------------------------------------


@contextmanager
def protected(ledger: Path, *, folder: bool) -> Iterator[None]:
    """Seen by a user who may not write the file (and not into its folder); root gives up its rights meanwhile."""
    root = os.geteuid() == 0
    for above in ledger.parents if root else ():
        if not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o011)
    for beside in ledger.parent.iterdir():
        beside.chmod(0o444)
    ledger.parent.chmod(0o555 if folder else 0o777)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        ledger.parent.chmod(0o755)
        for beside in ledger.parent.iterdir():
            beside.chmod(0o644)


@pytest.mark.parametrize("folder", [False, True])
@pytest.mark.parametrize("in_use", [False, True])
def test_a_protected_file_can_be_read(ledger: Path, folder: bool, in_use: bool) -> None:
    writer = SqliteRecorder(ledger)
    if in_use:
        put(writer)
    else:
        writer.close()
    with protected(ledger, folder=folder), opened(ledger) as recorder:
        assert recorder.read_only
        assert recorder.last()[0] == len(recorder.select_rows(0, 10)) == (4 if in_use else 3)
        assert recorder.position_at(1000) == recorder.last()[0]
        with pytest.raises(LedgerUnavailable):
            put(recorder)
    writer.close()


def test_a_reader_of_a_protected_file_sees_what_is_written_later(ledger: Path) -> None:
    with protected(ledger, folder=True):
        recorder = SqliteRecorder(ledger, create=False)
        assert recorder.last() == (3, 1000)
    for expected in (4, 5):
        with opened(ledger) as writer:
            put(writer)
        assert recorder.last() == (expected, 1000)
        assert len(recorder.select_rows(0, 10)) == expected
    recorder.close()


def test_events_that_a_reader_cannot_take_in_are_not_passed_over(ledger: Path, tmp_path: Path) -> None:
    """A writer died; its events lie in the WAL, which only somebody with the right to write can take in."""
    copy = tmp_path / "copy" / "ledger.db"
    copy.parent.mkdir()
    with opened(ledger) as writer:
        put(writer)
        shutil.copy(ledger, copy)
        shutil.copy(f"{ledger}-wal", f"{copy}-wal")
    with protected(copy, folder=True), pytest.raises(LedgerUnavailable, match="-wal"):
        SqliteRecorder(copy, create=False)
    with opened(copy) as recorder:
        assert recorder.last() == (4, 1000)


# Damage -----------------------------------------------------------------------------------------------------


def change(ledger: Path, *statements: str) -> None:
    connection = apsw.Connection(str(ledger))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def use_all(ledger: Path) -> None:
    with opened(ledger) as recorder:
        recorder.select_rows(0, 100)
        recorder.originators("test:", 100)
        for number in range(60):
            recorder.find_command(f"test:{number}@1")
        put(recorder, stream="test:new")


@pytest.mark.parametrize("size", [1, 60, 100, 4000, 4096, 9000])
def test_a_file_that_was_cut(ledger: Path, size: int) -> None:
    os.truncate(ledger, size)
    with pytest.raises(StorageError):
        use_all(ledger)
    assert ledger.stat().st_size == size


@pytest.mark.parametrize(
    "tampering",
    ["DELETE FROM event WHERE position = 3", "INSERT INTO event VALUES (4, 'x', 1, 'x/1', 1, x'')",
     "UPDATE log_end SET position = 2", "DELETE FROM log_end"],
)  # fmt: skip
def test_no_position_is_used_twice(ledger: Path, tampering: str) -> None:
    change(ledger, tampering)
    with opened(ledger) as recorder, pytest.raises(LogDamaged):
        put(recorder, stream="test:b")


def test_a_log_without_its_end_is_not_taken_for_an_empty_one(ledger: Path) -> None:
    change(ledger, "DELETE FROM log_end")
    with opened(ledger) as recorder:
        for ask in (recorder.last, recorder.max_notification_id, lambda: recorder.position_at(1000)):
            with pytest.raises(LogDamaged):
                ask()


def test_a_hole_in_the_log_is_noticed_when_its_times_are_searched(ledger: Path) -> None:
    change(ledger, "DELETE FROM event WHERE position = 2")
    with opened(ledger) as recorder, pytest.raises(LogDamaged):
        recorder.position_at(1000)


@pytest.mark.parametrize(
    "tampering",
    ["originator_id = x'ff'", "version = 'x'", "topic = x'00'", "recorded_at = 'x'", "recorded_at = 9e18",
     "state = 'text'", "topic = CAST(x'ff41' AS TEXT)"],
)  # fmt: skip
def test_a_row_of_other_types_is_a_typed_error(ledger: Path, tampering: str) -> None:
    schema = "PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '')"
    change(ledger, schema)
    change(ledger, f"UPDATE event SET {tampering} WHERE position = 2")  # noqa: S608 - this is the tamperer
    with opened(ledger) as recorder, pytest.raises((EventUnreadable, FileDamaged)):
        recorder.select_rows(0, 10)


def test_damaged_pages_are_a_typed_error_wherever_they_are(ledger: Path) -> None:
    with opened(ledger) as recorder:
        for number in range(60):
            put(recorder, stream=f"test:{number}", state=bytes(300))
    sound = ledger.read_bytes()
    for page in range(len(sound) // 4096):
        ledger.write_bytes(sound[: page * 4096] + os.urandom(4096) + sound[(page + 1) * 4096 :])
        with pytest.raises(StorageError):
            use_all(ledger)
        for beside in ("-wal", "-shm"):
            Path(f"{ledger}{beside}").unlink(missing_ok=True)


def test_a_full_disk(ledger: Path) -> None:
    with opened(ledger) as recorder:
        with recorder.reading() as connection:
            connection.pragma("max_page_count", 1)
        with pytest.raises(LedgerUnavailable):
            put(recorder, state=bytes(10_000))
        assert recorder.last() == (3, 1000)
        with recorder.reading() as connection:
            connection.pragma("max_page_count", 1_000_000)
        assert put(recorder, state=bytes(10_000)) == 4


# The connection for others ----------------------------------------------------------------------------------


def test_writing_is_all_or_nothing(ledger: Path) -> None:
    with opened(ledger) as recorder:
        with suppress(ZeroDivisionError), recorder.writing() as connection:
            connection.execute("CREATE TABLE mine (x)")
            raise ZeroDivisionError
        with recorder.writing() as connection:
            assert not connection.table_exists(None, "mine")
            connection.execute("CREATE TABLE mine (x)")
            assert recorder.last() == (3, 1000)
        with pytest.raises(FileDamaged), recorder.reading() as connection:
            connection.execute("SELECT * FROM yours")
        assert put(recorder) == 4


def test_reading_sees_one_state_throughout(ledger: Path) -> None:
    with opened(ledger) as recorder, opened(ledger) as other:
        with recorder.reading() as connection:
            before = connection.execute("SELECT count(*) FROM event").get
            put(other)
            assert connection.execute("SELECT count(*) FROM event").get == before == len(recorder.select_rows(0, 10))
        assert recorder.last() == (4, 1000)


@pytest.mark.parametrize("outer", [SqliteRecorder.reading, SqliteRecorder.writing])
def test_to_write_inside_is_a_mistake(
    ledger: Path, outer: Callable[[SqliteRecorder], AbstractContextManager[apsw.Connection]]
) -> None:
    with opened(ledger) as recorder:
        with outer(recorder), pytest.raises(AssertionError):
            put(recorder)
        assert put(recorder) == 4


# A file that is no longer there, a tail that is gone, copies ---------------------------------------------------


def deleted(ledger: Path) -> None:
    ledger.unlink()


def moved(ledger: Path) -> None:
    ledger.rename(ledger.with_name("other.db"))


def replaced(ledger: Path) -> None:
    copy = ledger.with_name("copy.db")
    shutil.copy(ledger, copy)
    copy.rename(ledger)


@pytest.mark.parametrize("happening", [deleted, moved, replaced])
def test_nothing_is_acknowledged_that_is_not_in_the_file_of_that_name(
    ledger: Path, happening: Callable[[Path], None]
) -> None:
    with opened(ledger) as recorder:
        put(recorder)
        happening(ledger)
        with pytest.raises(LedgerMoved):
            put(recorder)
        assert recorder.last() == (4, 1000)


def test_a_log_whose_tail_is_cut_does_not_answer(ledger: Path) -> None:
    change(ledger, "DELETE FROM event WHERE position = 3")
    with opened(ledger) as recorder:
        for ask in (recorder.last, recorder.max_notification_id, lambda: recorder.position_at(1000)):
            with pytest.raises(LogDamaged, match="#3"):
                ask()


def test_a_copy_holds_what_was_acknowledged_while_others_write(ledger: Path) -> None:
    copy = ledger.with_name("copy.db")
    with opened(ledger) as recorder, opened(ledger) as other:
        put(other)
        recorder.copy_to(copy)
        put(other)
    with opened(copy) as recorder:
        assert recorder.last() == (4, 1000)
        assert put(recorder) == 5
