"""Whatever is altered in a ledger's file is found, and no alteration is a traceback or runs code.

``GOVERNANCE_ALTERATIONS`` says how many are tried; each has a number, which makes it the same one every time.
"""

import os
import shutil
import sys
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from governance.proof.note import Note
from governance.store.sqlite import SqliteRecorder
from governance_cli.root import cli
from tests.faults.alterations import ALTERATIONS, KEY, Untouched, contents
from tests.kit.lived import lived

MANY = int(os.environ.get("GOVERNANCE_ALTERATIONS", "60"))

pytestmark = pytest.mark.usefixtures("_in_english")


@pytest.fixture
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "en")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger that has a little of everything, an older copy, and the checkpoint kept outside."""
    folder = tmp_path_factory.mktemp("original")
    world = lived(SqliteRecorder(folder / "ledger.db"))
    ledger = world.ledger
    ledger.key = KEY
    ledger.adopt_key(KEY.verifier)
    note = ledger.checkpoint()
    ledger.submit_minutes("net/2021-06-07", checkpoint=str(note), on="2021-06-30")
    ledger.overdue()
    ledger.close()
    shutil.copy(folder / "ledger.db", folder / "old.db")
    world.clock.at("2022-03-01")
    with type(ledger).open(folder / "ledger.db", actor="system:test", clock=world.clock, key=KEY) as later:
        later.close_year("net", year=2021)
        later.rename_network("net", name="Renamed", on="2022-02-01")
        later.overdue(as_of="2021-06-10")
        (folder / "checkpoint.txt").write_bytes(bytes(later.checkpoint()))
        later.register_person("Eva E", person="p-eva", on="2022-02-01")
        later.overdue(as_of="2021-06-10")
    assert sorted(path.name for path in folder.iterdir()) == ["checkpoint.txt", "ledger.db", "old.db"]
    return folder


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    shutil.copytree(original, tmp_path / "copy")
    return tmp_path / "copy" / "ledger.db"


def verified(path: Path, *, anchored: bool = True) -> int:
    """The exit code of ``governance verify``; it never ends in a fault of the program."""
    arguments = ["--ledger", str(path), "verify"]
    if anchored:
        arguments += ["--checkpoint", str(path.with_name("checkpoint.txt"))]
    said = CliRunner().invoke(cli, arguments)
    assert said.exception is None or isinstance(said.exception, SystemExit), said.exception
    assert "fault in the program" not in said.stderr, said.stderr
    assert "Traceback" not in said.output
    return said.exit_code


def test_unaltered_copies_are_accepted(copy: Path) -> None:
    assert verified(copy) == 0
    assert verified(copy, anchored=False) == 5
    assert verified(copy.with_name("old.db"), anchored=False) == 5


def altered(path: Path, number: int) -> str:
    """Alter a file in the way that a number stands for; what was done."""
    rng = Random(number)  # noqa: S311 - it chooses, and guards nothing
    before = contents(path)
    sound = path.read_bytes()
    names = list(ALTERATIONS)
    while True:
        name = rng.choices(names, [weight for weight, _alter in ALTERATIONS.values()])[0]
        try:
            ALTERATIONS[name][1](path, rng)
        except (Untouched, OverflowError):
            continue
        except Exception as error:
            if type(error).__module__ != "apsw":
                raise
            path.write_bytes(sound)  # SQLite itself refused
            continue
        if contents(path) != before:
            return name
        assert verified(path) in (0, 1, 4), "what alters nothing that can be read may be told of or not"
        path.write_bytes(sound)


@pytest.mark.parametrize("number", range(MANY))
def test_every_alteration_is_found(copy: Path, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "planted.py").write_text("raise SystemExit('code was run')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    name = altered(copy, number)
    assert verified(copy) in (1, 4), name
    if name not in ("old_copy", "rewritten"):
        assert verified(copy, anchored=False) in (1, 4), name
    assert "planted" not in sys.modules


def test_what_only_a_checkpoint_shows(copy: Path) -> None:
    """An old copy, and a rewrite with fresh hashes, agree with themselves."""
    for name in ("old_copy", "rewritten"):
        path = copy.with_name(f"{name}.db")
        shutil.copy(copy, path)
        ALTERATIONS[name][1](path, Random(5))  # noqa: S311 - it chooses, and guards nothing
        assert verified(path) == 1
    assert verified(copy.with_name("old_copy.db"), anchored=False) == 5


def test_a_checkpoint_that_was_altered(copy: Path) -> None:
    kept = copy.with_name("checkpoint.txt")
    sound = kept.read_bytes()
    for at in range(len(sound)):
        kept.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert verified(copy) in (1, 2), at
    Note.parse(sound)
