"""Checkpoints, from inside and from outside: what they bind, and what shows that a record is no longer theirs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from governance.errors import SignatureMissing, SignatureWrong
from governance.ledger import Ledger
from governance.proof.checkpoint import Checkpoint
from governance.proof.keys import COSIGNATURE, SigningKey
from governance.proof.merkle import EMPTY
from governance.proof.note import Note
from governance.proof.policy import Policy
from governance.store.sqlite import SqliteRecorder
from governance.verify.anchors import Given
from governance.verify.findings import Anchor, Verification
from tests.contract.test_sqlite_file import change
from tests.contract.test_verify import with_fresh_hashes
from tests.kit.lived import lived

KEY, OTHER = (SigningKey("example.org/log", bytes([number] * 32)) for number in (1, 2))
WITNESS, SECOND = (SigningKey(f"example.org/{n}", bytes([n] * 32), COSIGNATURE) for n in (3, 4))
POLICY = Policy(
    (KEY.verifier,),
    {"one": WITNESS.verifier, "two": SECOND.verifier},
    {"both": (2, ("one", "two"))},
    "both",
)
JUN = "net/2021-06-07"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request: pytest.FixtureRequest, path: Path) -> Iterator[Ledger]:
    """Signs with ``KEY``."""
    with lived(None if request.param == "memory" else SqliteRecorder(path)).ledger as ledger:
        ledger.key = KEY
        ledger.adopt_key(KEY.verifier)
        yield ledger


@pytest.fixture
def in_file(path: Path) -> Iterator[Ledger]:
    with lived(SqliteRecorder(path)).ledger as ledger:
        ledger.key = KEY
        ledger.adopt_key(KEY.verifier)
        yield ledger


def held(ledger: Ledger, *notes: Note, policy: Policy | None = None) -> Verification:
    return ledger.verify(checkpoints=[Given(f"c{n}", note) for n, note in enumerate(notes, 1)], policy=policy)


def kinds(found: Verification) -> list[tuple[str, str]]:
    return [(finding.kind, finding.where) for finding in found.findings]


def test_a_checkpoint_says_what_the_record_is(ledger: Ledger) -> None:
    size = ledger.desk.last_position()
    note = ledger.checkpoint()
    told = Checkpoint.of(note)
    assert (told.origin, told.size) == ("example.org/log", size)
    assert ledger.desk.last_position() == size + 1
    assert ledger.verify().root != told.root
    assert ledger.checkpoint() == note, "nothing else was recorded since"
    assert ledger.desk.last_position() == size + 1
    ledger.rename_network("net", name="Other")
    assert Checkpoint.of(ledger.checkpoint()).size == size + 2


def test_the_record_is_anchored_by_what_comes_from_outside(ledger: Ledger) -> None:
    note = ledger.checkpoint()
    size = Checkpoint.of(note).size
    inside = held(ledger)
    assert (inside.status, inside.anchored_through) == ("unanchored", 0)
    assert inside.anchors == (Anchor("ledger:log@2", size, False, (KEY.name,)),)
    outside = held(ledger, note)
    assert (outside.status, outside.anchored_through) == ("anchored", size)


def test_every_earlier_checkpoint_still_binds(ledger: Ledger) -> None:
    notes = []
    for number in range(5):
        notes.append(ledger.checkpoint())
        ledger.rename_network("net", name=f"N{number}")
    ledger.rotate_key(OTHER)
    notes.append(ledger.checkpoint())
    assert held(ledger, *notes).status == "anchored"
    assert len(ledger.log_of_keys().keys()) == 2


def test_a_lost_key_is_replaced_with_a_reason(ledger: Ledger) -> None:
    note = ledger.checkpoint()
    ledger.adopt_key(OTHER.verifier, reason="The disk broke")
    ledger.key = OTHER
    assert held(ledger, note, ledger.checkpoint()).status == "anchored"


def test_an_empty_tree_anchors_nothing(ledger: Ledger) -> None:
    empty = Note(Checkpoint(KEY.name, 0, EMPTY).text).signed(KEY)
    assert held(ledger, empty).status == "unanchored"


def test_a_checkpoint_of_another_record(ledger: Ledger) -> None:
    told = Checkpoint.of(ledger.checkpoint())
    forged = Note(Checkpoint(told.origin, told.size, bytes(32)).text)
    assert kinds(held(ledger, forged.signed(KEY))) == [("altered", "c1")]
    assert kinds(held(ledger, forged.signed(OTHER))) == [("unsigned", "c1"), ("altered", "c1")]
    longer = Note(Checkpoint(told.origin, 10_000, told.root).text).signed(KEY)
    assert kinds(held(ledger, longer)) == [("truncated", "c1")]
    elsewhere = SigningKey("example.com/other", bytes([1] * 32))
    foreign = Note(Checkpoint(elsewhere.name, told.size, told.root).text).signed(elsewhere)
    assert kinds(held(ledger, foreign)) == [("unsigned", "c1"), ("altered", "c1")]


def test_a_checkpoint_that_nobody_signed_is_no_anchor(ledger: Ledger) -> None:
    note = ledger.checkpoint()
    found = held(ledger, Note(note.text).signed(OTHER))
    assert kinds(found) == [("unsigned", "c1")]
    assert found.anchored_through == 0


def test_signatures_of_others_are_kept_and_count_by_a_policy(ledger: Ledger) -> None:
    note = ledger.checkpoint()
    assert held(ledger, policy=POLICY).status == "unanchored"
    one = ledger.add_signatures(note.signed(WITNESS, 1_700_000_000), POLICY)
    assert len(one.signatures) == 2
    assert held(ledger, policy=POLICY).status == "unanchored", "one of two"
    assert kinds(held(ledger, one, policy=POLICY)) == [("unsigned", "c1")]
    both = ledger.add_signatures(note.signed(SECOND, 1_700_000_001), POLICY)
    assert len(both.signatures) == 3
    assert held(ledger, policy=POLICY).status == "anchored", "nobody who has the ledger can sign for the witnesses"
    assert held(ledger, both, policy=POLICY).status == "anchored"
    size = ledger.desk.last_position()
    assert ledger.add_signatures(both, POLICY) == both
    assert ledger.desk.last_position() == size, "all of it was recorded"


def test_signatures_that_do_not_count(ledger: Ledger) -> None:
    note = ledger.checkpoint()
    with pytest.raises(SignatureMissing):
        ledger.add_signatures(note, POLICY)
    with pytest.raises(SignatureMissing):
        ledger.add_signatures(note.signed(SigningKey("example.org/3", bytes([9] * 32), COSIGNATURE), 1), POLICY)
    for_another = Note(f"{note.text}x\n").signed(WITNESS, 1).signatures
    with pytest.raises(SignatureWrong):
        ledger.add_signatures(note.with_signatures(for_another), POLICY)


def test_minutes_carry_a_checkpoint(ledger: Ledger) -> None:
    note = ledger.checkpoint()
    ledger.submit_minutes(JUN, checkpoint=str(note), on="2021-06-30")
    found = ledger.verify()
    assert found.whole
    assert Anchor("meeting:net/2021-06-07@3", Checkpoint.of(note).size, False, (KEY.name,)) in found.anchors


def test_closing_a_year_signs_it(ledger: Ledger) -> None:
    ledger.close_year("net", year=2020)
    (signed,) = (entry for entry in ledger.log(kind="CheckpointSigned"))
    (closed,) = (entry for entry in ledger.log(kind="YearClosed"))
    assert signed.data["closes"] == closed.event
    assert Checkpoint.of(Note.parse(signed.data["checkpoint"].encode())).size == closed.position
    assert ledger.checkpoint(closes=closed.event) == ledger.checkpoint()
    ledger.key = None
    ledger.close_year("net", year=2019)
    assert len(list(ledger.log(kind="CheckpointSigned"))) == 1, "without its key it is closed, and not signed"


# What only a checkpoint from outside shows -------------------------------------------------------------------


def test_an_old_copy_that_was_put_back(in_file: Ledger, path: Path) -> None:
    old = in_file.checkpoint()
    in_file.close()
    copy = path.read_bytes()
    with Ledger.open(path, actor="system:t", key=KEY, confirm_clock=True) as ledger:
        ledger.register_person("Dan", person="p-dan")
        new = ledger.checkpoint()
    path.write_bytes(copy)
    with Ledger.open(path) as ledger:
        assert ledger.verify().whole
        assert held(ledger, old).status == "anchored", "it is the record of that time"
        assert ("truncated", "c1") in kinds(held(ledger, new))


def test_a_rewrite_that_was_signed_anew(in_file: Ledger, path: Path) -> None:
    note = in_file.checkpoint()
    in_file.close()
    change(path, "DELETE FROM event WHERE originator_id = 'ledger:log' AND version > 1",
           "UPDATE event SET state = CAST(replace(state, 'Do it', 'Do IT') AS BLOB)",
           "DELETE FROM command WHERE first = (SELECT position FROM log_end)",
           "UPDATE log_end SET position = position - 1")  # fmt: skip
    with_fresh_hashes(path)
    with Ledger.open(path, actor="system:t", key=KEY, confirm_clock=True) as ledger:
        ledger.checkpoint()
        assert ledger.verify().whole, "from inside nothing shows"
        assert kinds(held(ledger, note)) == [("altered", "c1")]


def test_a_checkpoint_inside_that_does_not_fit(in_file: Ledger, path: Path) -> None:
    in_file.checkpoint()
    in_file.close()
    change(path, "UPDATE event SET state = CAST(replace(state, 'Do it', 'Do IT') AS BLOB)")
    with_fresh_hashes(path)
    with Ledger.open(path) as ledger:
        (finding,) = ledger.verify().findings
    assert finding.kind == "altered"
    assert "not those that it speaks of" in finding.detail


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("another key\\nexample", "another key\\nexamplE", "unsigned"),
        ("example.org/log+", "example.org/lag+", "unsigned"),
    ],
)
def test_a_change_of_keys_that_was_not_signed(in_file: Ledger, path: Path, before: str, after: str, kind: str) -> None:
    in_file.rotate_key(OTHER)
    in_file.close()
    change(path, f"UPDATE event SET state = CAST(replace(state, '{before}', '{after}') AS BLOB)")  # noqa: S608 - the tamperer
    with_fresh_hashes(path)
    with Ledger.open(path) as ledger:
        assert kind in {finding.kind for finding in ledger.verify().findings}
