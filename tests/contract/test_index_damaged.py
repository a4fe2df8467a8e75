"""An index that was damaged or altered: the answers name it and say what to do, and it is built anew from the log."""

from collections.abc import Callable
from pathlib import Path

import pytest

from governance.errors import FileDamaged, IndexDamaged, StorageError
from governance.ledger import Ledger
from governance.reader import open_answers
from governance.store.sqlite import SqliteRecorder
from tests.contract.test_sqlite_file import change
from tests.kit.lived import lived

DAY = "2021-06-30"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / "ledger.db"
    with lived(SqliteRecorder(path)).ledger as ledger:
        ledger.overdue(as_of=DAY)
    return path


@pytest.fixture
def ledger(original: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "ledger.db"
    copy.write_bytes(original.read_bytes())
    return copy


def by_ledger(path: Path) -> list[str]:
    with Ledger.open(path, create=False) as ledger:
        return [item.id for item in ledger.overdue(as_of=DAY)]


def by_reader(path: Path) -> list[str]:
    with open_answers(path) as answers:
        return [item.id for item in answers.overdue(as_of=DAY)]


ASKING = pytest.mark.parametrize("asking", [by_ledger, by_reader])
DAMAGE = (
    "UPDATE index_span SET verdict = 2, verdict_to = 2 WHERE verdict = 1",
    "UPDATE index_span SET since = since - 1",
    "UPDATE index_span SET until = until - 1 WHERE until = 2147483647",
    "UPDATE index_span SET known_from = known_from - 1",
    "UPDATE index_span SET known_to = known_to - 1 WHERE known_to = 2147483647",
    "UPDATE index_span SET network = 42, network_to = 42",
    "UPDATE index_phase SET body = '{'",
    "UPDATE index_phase SET body = body || ' '",
    "UPDATE index_phase SET obligation = obligation || 'x'",
    "UPDATE index_phase SET verdict = 3",
    "UPDATE index_label SET name = 'x'",
    'UPDATE index_label SET name = \'{"": "Somebody else"}\'',
    "UPDATE index_network SET time_zone = 'Mars/X'",
    "UPDATE index_network SET time_zone = 'UTC'",
    "UPDATE index_state SET position = position - 1",
    "DROP TABLE index_label",
    "UPDATE index_span_node SET data = NULL",
    "UPDATE index_span_node SET data = zeroblob(10)",
)


@ASKING
@pytest.mark.parametrize("damage", DAMAGE)
def test_an_answer_names_the_damage(asking: Callable[[Path], list[str]], ledger: Path, damage: str) -> None:
    truth = asking(ledger)
    assert truth
    change(ledger, damage)
    with pytest.raises(IndexDamaged, match="doctor --rebuild"):
        asking(ledger)
    with Ledger.open(ledger, create=False) as opened:
        opened.rebuild()
        assert opened.verify().whole
    assert asking(ledger) == truth


@pytest.mark.parametrize("damage", DAMAGE)
def test_verification_and_the_doctor_find_it(ledger: Path, damage: str) -> None:
    change(ledger, damage)
    with Ledger.inspect(ledger) as inspected:
        found = inspected.verify().findings
    assert found
    assert "memory" not in " ".join(finding.detail for finding in found)
    with Ledger.open(ledger, create=False) as opened:
        assert not all(finding.ok for finding in opened.doctor(whole=True))


@pytest.mark.parametrize("whole", [False, True])
def test_the_doctor_compares_what_no_checksum_shows(ledger: Path, whole: bool) -> None:
    with Ledger.open(ledger, create=False) as opened:
        assert all(finding.ok for finding in opened.doctor(whole=whole))
        change(ledger, "DELETE FROM index_span WHERE known_to = 2147483647 AND verdict = 1")
        assert [finding.what for finding in opened.doctor(whole=whole) if not finding.ok] == ["read model and rules"]
        opened.rebuild()
        assert all(finding.ok for finding in opened.doctor(whole=whole))


def test_the_doctor_says_how_much_it_compared(ledger: Path) -> None:
    with Ledger.open(ledger, create=False) as opened:
        assert "1 of 1" in opened.doctor()[-1].detail


def test_what_no_file_can_mend_is_a_damaged_file(ledger: Path) -> None:
    change(ledger, "DROP TABLE event")
    with pytest.raises(StorageError) as damage:
        by_reader(ledger)
    assert isinstance(damage.value, FileDamaged)
