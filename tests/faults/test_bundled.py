"""Whatever is altered in a ledger's file, what is signed is the answer of the record, or nothing is signed.

``GOVERNANCE_ALTERATIONS`` says how many are tried; each has a number, which makes it the same one every time.
"""

import io
import json
import shutil
import zipfile
from pathlib import Path
from random import Random
from typing import Any

import pytest

from governance.errors import GovernanceError, RecordAltered
from governance.ledger import Ledger
from governance.store.sqlite import SqliteRecorder
from tests.faults.alterations import ALTERATIONS, KEY, Untouched
from tests.faults.test_altered import MANY
from tests.kit.lived import lived

DAY = "2021-06-30"
BY_THE_KEY = ("old_copy", "rewritten")
"""What only a checkpoint from outside shows."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / "ledger.db"
    world = lived(SqliteRecorder(path))
    with world.ledger as ledger:
        ledger.key = KEY
        ledger.adopt_key(KEY.verifier)
        ledger.checkpoint()
        ledger.overdue(as_of=DAY)
    return path


@pytest.fixture(scope="module")
def truth(original: Path) -> dict[str, Any]:
    return {question: signed(original, question) for question in ("overdue", "obligations")}


def signed(path: Path, question: str) -> Any:
    """The answer in a pack."""
    with Ledger.open(path, create=False, key=KEY) as ledger:
        pack = zipfile.ZipFile(io.BytesIO(ledger.bundle(question, as_of=DAY)))
    return json.loads(pack.read("answer.json"))["answer"]["items"]


@pytest.mark.parametrize("number", range(MANY))
def test_no_alteration_is_signed(original: Path, truth: dict[str, Any], number: int, tmp_path: Path) -> None:
    rng = Random(number)  # noqa: S311 - it chooses, and guards nothing
    path = tmp_path / "ledger.db"
    shutil.copy(original, path)
    names = [name for name in ALTERATIONS if name not in BY_THE_KEY]
    name = rng.choices(names, [ALTERATIONS[name][0] for name in names])[0]
    try:
        ALTERATIONS[name][1](path, rng)
    except (Untouched, OverflowError):
        return
    except Exception as error:
        if type(error).__module__ != "apsw":
            raise
        return  # SQLite itself refused
    for question, answer in truth.items():
        try:
            assert signed(path, question) == answer, name
        except GovernanceError:
            continue


def test_an_index_that_lies_is_not_asked(original: Path, truth: dict[str, Any], tmp_path: Path) -> None:
    """Not even where whoever altered it computed everything anew that lies beside it."""
    path = tmp_path / "ledger.db"
    shutil.copy(original, path)
    recorder = SqliteRecorder(path)
    with recorder.writing() as connection:
        connection.execute("DELETE FROM index_span")
    recorder.close()
    assert truth["overdue"]
    assert signed(path, "overdue") == truth["overdue"]


def test_a_record_that_was_altered_is_not_signed(original: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    shutil.copy(original, path)
    recorder = SqliteRecorder(path)
    with recorder.writing() as connection:
        connection.execute("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 20")
    recorder.close()
    with pytest.raises(RecordAltered, match=r"#2[01]"):
        signed(path, "overdue")
