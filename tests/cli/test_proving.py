"""Keys, checkpoints, verification, proofs, packs and documents, from the command line."""

import json
import sqlite3
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from governance.ledger import Ledger
from governance.proof.keys import COSIGNATURE, SigningKey
from governance.proof.note import Note
from governance.store.secret import keep_key
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("_acting")

WITNESS = SigningKey("example.org/witness", bytes([3] * 32), COSIGNATURE)


@pytest.fixture
def _acting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_ACTOR", "system:test")
    monkeypatch.delenv("GOVERNANCE_KEY", raising=False)


@pytest.fixture
def keyed(demo: Path, run: Run) -> Path:
    """The ledger of the example with a key, a checkpoint kept in ``kept.txt`` and the public keys in ``keys.txt``."""
    run("key", "new", "example.org/board")
    run("checkpoint", "--out", "kept.txt")
    Path("keys.txt").write_text(run("key", "show").stdout)
    return demo


def policy() -> str:
    """A file that asks for the witness."""
    (key,) = (line for line in Path("keys.txt").read_text().splitlines() if not line.startswith("#"))
    Path("policy.txt").write_text(f"log {key}\nwitness w {WITNESS.verifier}\nquorum w\n")
    return "policy.txt"


# Keys --------------------------------------------------------------------------------------------------------


def test_a_new_key_is_recorded_and_lies_where_only_its_owner_reads(demo: Path, run: Run) -> None:
    said = run("key", "new", "example.org/board").stdout
    secret = Path("governance.db.key")
    assert secret.stat().st_mode & 0o777 == 0o600
    assert secret.read_text().strip() not in said
    assert said.splitlines()[-1].startswith("example.org/board+")
    assert "KeyAdopted" in run("log", "-n", "1", "--oneline").stdout
    shown = run("key", "show").stdout
    assert said.splitlines()[-1] in shown.splitlines()
    assert json.loads(run("key", "show", "--format", "json").stdout)["key"] == said.splitlines()[-1]


def test_a_key_that_cannot_be_adopted_is_not_left_behind(demo: Path, run: Run) -> None:
    run("key", "new", "no name", expect=2)
    run("key", "new", "HTTPS://x", expect=2)
    assert not Path("governance.db.key").exists()
    run("key", "new", "example.org/board", "--key", "one.key")
    run("key", "new", "example.org/board", "--key", "two.key", expect=3)
    assert not Path("two.key").exists()
    run("key", "new", "example.org/board", "--key", "one.key", expect=4)
    run("key", "new", "example.org/board", "--key", "two.key", "--reason", "The first was lost")


def test_a_key_is_rotated_and_the_old_checkpoint_still_counts(keyed: Path, run: Run) -> None:
    before = Path("governance.db.key").read_text()
    run("key", "rotate", "--reason", "New secretary")
    assert Path("governance.db.key").read_text() != before
    assert [path.name for path in keyed.parent.glob("*.key*")] == ["governance.db.key"]
    run("checkpoint")
    run("verify", "--checkpoint", "kept.txt")
    assert len(run("key", "show").stdout.split("example.org/board+")) == 3


def test_a_key_that_cannot_be_rotated_leaves_nothing_behind(
    keyed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GOVERNANCE_ACTOR")
    before = Path("governance.db.key").read_text()
    run("key", "rotate", expect=2)
    assert Path("governance.db.key").read_text() == before
    assert [path.name for path in keyed.parent.glob("*.key*")] == ["governance.db.key"]


def test_a_key_that_others_can_read_is_refused(keyed: Path, run: Run) -> None:
    Path("governance.db.key").chmod(0o644)
    assert "0644" in run("checkpoint", "--unrecorded", expect=4).stderr
    assert json.loads(run("checkpoint", "--format=json", expect=2).stderr)["error"] == "usage"


def test_without_a_key_nothing_is_signed(demo: Path, run: Run) -> None:
    for line in ("checkpoint", "key show", "bundle overdue --out x.zip"):
        assert "key" in run(*line.split(), expect=3).stderr
    assert "there is none" in run("key", "rotate", expect=4).stderr


def test_an_empty_key_file_is_named_and_does_not_bar_the_way(demo: Path, run: Run) -> None:
    Path("governance.db.key").touch(0o600)
    assert "governance.db.key: it is empty" in run("checkpoint", expect=2).stderr
    run("key", "new", "example.org/board")
    run("checkpoint")


def test_a_key_that_was_never_adopted_is_used(demo: Path, run: Run) -> None:
    left = SigningKey.generate("example.org/board")
    keep_key("governance.db.key", left)
    assert "governance.db.key: the key example.org/board+" in run("key", "new", "example.org/other", expect=4).stderr
    said = run("key", "new", "example.org/board").stdout
    assert "never recorded" in said
    assert said.splitlines()[-1] == str(left.verifier)


def test_a_rotation_that_was_interrupted_is_finished(keyed: Path, run: Run) -> None:
    """Killed after it was recorded, before the new key took its place."""
    old = Path("governance.db.key").read_text()
    for finish in (["key", "rotate"], ["checkpoint"]):
        run("key", "rotate")
        new = Path("governance.db.key").rename("governance.db.key.next").read_text()
        keep_key("governance.db.key", SigningKey.parse(old.strip()))
        said = run(*finish).stdout
        assert ("interrupted is finished" in said) == (finish[0] == "key")
        assert Path("governance.db.key").read_text() == new
        assert not Path("governance.db.key.next").exists()
        run("checkpoint")
        old = new


def test_a_rotation_does_not_write_over_a_key_of_something_else(keyed: Path, run: Run) -> None:
    run("key", "rotate")
    Path("governance.db.key").rename("governance.db.key.next")
    keep_key("governance.db.key", SigningKey.generate("example.org/another"))
    for line in ("key rotate", "checkpoint"):
        assert "governance.db.key: the key example.org/another+" in run(*line.split(), expect=4).stderr
    Path("governance.db.key").unlink()
    run("checkpoint")


def test_a_new_key_is_not_taken_from_what_somebody_put_there(keyed: Path, run: Run) -> None:
    keep_key("another.key", SigningKey.generate("example.org/board"))
    Path("governance.db.key.next").symlink_to("another.key")
    assert "governance.db.key.next" in run("key", "rotate", expect=4).stderr
    run("checkpoint")


def test_no_key_is_removed_that_lies_behind_two_names(keyed: Path, run: Run) -> None:
    Path("governance.db.key.next").symlink_to("governance.db.key")
    assert "governance.db.key.next: it is a link" in run("key", "rotate", expect=4).stderr
    Path("governance.db.key").rename("there.key")
    Path("governance.db.key").symlink_to("there.key")
    run("key", "rotate", expect=4)
    assert Path("there.key").exists()
    run("checkpoint")


def test_a_clock_far_from_the_last_recording_is_confirmed(keyed: Path, run: Run) -> None:
    with Ledger.open(
        keyed, actor="system:test", clock=lambda: datetime(2099, 1, 1, tzinfo=UTC), confirm_clock=True
    ) as x:
        x.register_person("Ann Able", on="2021-01-01")
    assert "2099-01-01" in run("person", "register", "Bo Best", "--on", "2021-01-01", expect=3).stderr
    assert "2099" in run("checkpoint", expect=3).stderr
    run("person", "register", "Bo Best", "--on", "2021-01-01", "--confirm-clock")
    run("--confirm-clock", "checkpoint")
    said = run("doctor", expect=1).stdout
    assert "recorded after the present time" in said


# Checkpoints and verification --------------------------------------------------------------------------------


def test_a_checkpoint_is_short_and_printed_again(keyed: Path, run: Run) -> None:
    text = run("checkpoint").stdout
    assert text == Path("kept.txt").read_text()
    assert len(text) < 400
    assert len(text.splitlines()) == 5
    size = run("log", "-n", "1", "--oneline").stdout
    run("checkpoint", "--unrecorded")
    assert run("log", "-n", "1", "--oneline").stdout == size


def test_verify_tells_anchored_whole_tampered_and_trouble_apart(keyed: Path, run: Run) -> None:
    run("verify", expect=5)
    run("ask", "4", expect=5)
    said = run("verify", "--checkpoint", "kept.txt").stdout
    assert "kept.txt (outside)" in said
    told = json.loads(run("verify", "--checkpoint", "kept.txt", "--format", "json").stdout)
    assert (told["status"], told["findings"]) == ("anchored", [])
    with sqlite3.connect(keyed) as connection:
        connection.execute("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 20")
    said = run("verify", "--checkpoint", "kept.txt", expect=1).stdout
    assert "#20" in said
    assert "altered" in said
    told = json.loads(run("verify", "--jobs", "2", "--format", "json", expect=1).stdout)
    assert told["findings"][0]["where"] == "#20"
    run("verify", "--ledger", "nope.db", expect=4)
    run("verify", "--checkpoint", "nope.txt", expect=2)
    run("verify", "--checkpoint", "keys.txt", expect=2)


def test_a_file_whose_schema_is_damaged(keyed: Path, run: Run) -> None:
    data = keyed.read_bytes()
    keyed.write_bytes(data.replace(b"CREATE TABLE command", b"CREATX TABLE command"))
    said = run("verify", expect=1).stdout
    assert "damaged" in said


def test_signatures_of_witnesses_count_by_a_policy(keyed: Path, run: Run) -> None:
    run("verify", "--policy", policy(), expect=5)
    note = Note.parse(Path("kept.txt").read_bytes()).signed(WITNESS, 1_700_000_000)
    Path("cosigned.txt").write_bytes(bytes(note))
    run("checkpoint", "add-signature", "kept.txt", "--policy", "policy.txt", expect=1)
    assert run("checkpoint", "add-signature", "cosigned.txt", "--policy", "policy.txt").stdout == str(note)
    run("verify", "--policy", "policy.txt")
    run("verify", "--policy", "policy.txt", "--checkpoint", "cosigned.txt")
    run("verify", "--policy", "policy.txt", "--checkpoint", "kept.txt", expect=1)
    run("verify", "--policy", "keys.txt", expect=2)


def test_minutes_carry_a_checkpoint(keyed: Path, run: Run) -> None:
    run("meeting", "schedule", "vux", "--planned-on", "2022-06-20", "--kind", "network", "--host", "skovde",
        "--on", "2022-06-12")  # fmt: skip
    run("meeting", "hold", "vux/2022-06-20", "--led-by", "p-anna", "--on", "2022-06-20")
    submit = ("minutes", "submit", "vux/2022-06-20", "--on", "2022-06-25", "--checkpoint")
    run(*submit, "keys.txt", expect=2)
    other = Note.parse(Path("kept.txt").read_bytes()).text.replace("78", "77")
    Path("other.txt").write_bytes(bytes(Note(other).signed(SigningKey("example.org/board", bytes(32)))))
    run(*submit, "other.txt", expect=3)
    run(*submit, "kept.txt")
    assert "meeting:vux/2022-06-20@3 (in the ledger)" in run("verify", expect=5).stdout


def test_closing_a_year_signs_it(keyed: Path, run: Run) -> None:
    run("year", "close", "vux", "--year", "2022", "--on", "2023-01-10")
    signed = json.loads(run("log", "-n", "1", "--format", "json").stdout)["items"][0]
    closed = json.loads(run("log", "--kind", "YearClosed", "-n", "1", "--format", "json").stdout)["items"][0]
    assert signed["name"] == "CheckpointSigned"
    assert signed["data"]["closes"] == closed["event"]
    run("ask", "after-close", "--year", "2022", "--as-of", "2023-02-01")
    run("meeting", "schedule", "vux", "--planned-on", "2022-11-02", "--kind", "network", "--host", "skovde",
        "--on", "2022-10-01", "--before-record")  # fmt: skip
    assert "MeetingScheduled" in run("ask", "after-close", "--as-of", "2023-02-01", expect=1).stdout


# Proofs ------------------------------------------------------------------------------------------------------


def test_an_event_is_proven_without_the_ledger(keyed: Path, run: Run) -> None:
    run("prove", "#17", "--out", "17.tlog-proof", "--event-out", "17.json")
    keyed.unlink()
    check = ("verify-proof", "17.tlog-proof", "--keys", "keys.txt")
    assert "holds" in run(*check, "--event", "17.json").stdout
    assert "was not looked at" in run(*check).stdout
    told = json.loads(run(*check, "--event", "17.json", "--format", "json").stdout)
    assert (told["position"], told["event_checked"]) == (17, True)
    Path("17.json").write_bytes(Path("17.json").read_bytes() + b" ")
    assert "does not hold" in run(*check, "--event", "17.json", expect=1).stderr
    run(*check, "--leaf", "kept.txt", expect=2)
    Path("others.txt").write_text(f"{SigningKey('example.org/board', bytes(32)).verifier}\n")
    run("verify-proof", "17.tlog-proof", "--keys", "others.txt", expect=1)
    run("verify-proof", "17.tlog-proof", expect=2)
    run("verify-proof", "keys.txt", "--keys", "keys.txt", expect=2)


def test_growth_is_proven_without_the_ledger(keyed: Path, run: Run) -> None:
    run("network", "rename", "vux", "--name", "Other", "--on", "2022-06-12")
    run("prove", "--since", "kept.txt", "--out", "growth.txt")
    check = ("verify-proof", "growth.txt", "--keys", "keys.txt")
    assert "begins with the 78" in run(*check, "--since", "kept.txt").stdout
    run(*check, expect=2)
    later = run("checkpoint").stdout
    Path("later.txt").write_text(later)
    run(*check, "--since", "later.txt", expect=1)
    run("prove", expect=2)
    run("prove", "#17", "--since", "kept.txt", expect=2)


def test_without_the_key_proofs_lead_to_the_last_checkpoint(keyed: Path, run: Run) -> None:
    Path("governance.db.key").unlink()
    said = run("prove", "#17").stdout
    assert said.endswith(Path("kept.txt").read_text())
    run("prove", "#79", expect=3)


def test_the_tree_as_static_files(keyed: Path, run: Run) -> None:
    run("export", "--tiles", "log")
    run("export", "--tiles", "log")
    assert run("verify", "--export", "log", expect=5).stdout
    run("verify", "--export", "log", "--checkpoint", "kept.txt")
    Path("policy.txt").write_text(f"log {run('key', 'show').stdout.splitlines()[1]}\nquorum none\n")
    run("verify", "--export", "log", "--checkpoint", "kept.txt", "--policy", "policy.txt")
    for path in sorted(Path("log").rglob("*")):
        if path.is_file():
            sound = path.read_bytes()
            path.write_bytes(sound[:-2] + bytes([sound[-2] ^ 1]) + sound[-1:])
            run("verify", "--export", "log", "--policy", "policy.txt", expect=(1, 2))
            path.unlink()
            run("verify", "--export", "log", expect=(1, 4))
            path.write_bytes(sound)
    run("verify", "--export", "nope", expect=2)


# Packs -------------------------------------------------------------------------------------------------------


def test_a_pack_checks_itself_with_nothing_but_python(keyed: Path, run: Run) -> None:
    run("bundle", "overdue", "--as-of", "2021-06-01", "--out", "pack.zip")
    with zipfile.ZipFile("pack.zip") as pack:
        pack.extractall("pack")
    keyed.unlink()
    check = [sys.executable, "-I", "pack/verify.py"]
    assert subprocess.run([*check, "pack.zip"], capture_output=True, check=False).returncode == 5
    assert subprocess.run([*check, "pack"], capture_output=True, check=False).returncode == 5
    outside = [*check, "pack.zip", "--key", "keys.txt", "--checkpoint", "kept.txt"]
    assert subprocess.run(outside, capture_output=True, check=False).returncode == 0
    data = bytearray(Path("pack.zip").read_bytes())
    data[len(data) // 2] ^= 1
    Path("pack.zip").write_bytes(data)
    assert subprocess.run([*check, "pack.zip"], capture_output=True, check=False).returncode == 1


@pytest.mark.parametrize(
    "question",
    ["explain vux/2021-1/partial", "diff #30 #50", "due --days 90", "obligations", "history vux/2021-1",
     "what-if Se2 14", "meeting-quota --year 2021", "document keys.txt"],
)  # fmt: skip
def test_any_question_can_be_asked(keyed: Path, run: Run, question: str) -> None:
    run("bundle", *question.split(), "--as-of", "2021-12-31", "--out", "pack.zip")
    with zipfile.ZipFile("pack.zip") as pack:
        assert json.loads(pack.read("answer.json"))["question"] == question.split()[0].replace("-", "_")


# Documents ---------------------------------------------------------------------------------------------------


def test_a_document_is_known_by_its_bytes(keyed: Path, run: Run) -> None:
    Path("report.pdf").write_bytes(b"report")
    assert "No event recorded" in run("document", "check", "report.pdf", expect=1).stdout
    run("summary", "send", "vux", "--document", "report.pdf", "--on", "2022-06-12")
    Path("report.pdf").rename("renamed.pdf")
    said = run("document", "check", "renamed.pdf").stdout
    assert "SummarySent" in said
    assert "system:test" in said
    told = json.loads(run("document", "check", "renamed.pdf", "--format", "json").stdout)
    assert told["recorded"][0]["reference"] == "report.pdf"
    Path("renamed.pdf").write_bytes(b"report.")
    run("document", "check", "renamed.pdf", expect=1)
    run("document", "check", "nope.pdf", expect=2)
