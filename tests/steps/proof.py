"""Somebody alters the record; it is verified, held against checkpoints, proven and packed."""

import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import apsw
import pytest
from pytest_bdd import given, parsers, step, then, when

from governance.errors import Unproven
from governance.ledger import Ledger
from governance.model.signing import CheckpointSigned
from governance.proof import merkle
from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import COSIGNATURE, SigningKey
from governance.proof.note import Note
from governance.proof.policy import Policy
from governance.proof.standalone import ALTERED, WHOLE, Brought, Check, zipped
from governance.store.sqlite import SqliteRecorder
from governance.store.tree import nodes_in
from governance.verify.anchors import Given
from governance.verify.findings import Verification
from governance.verify.proofs import check_event
from governance.verify.run import Verifier
from tests.faults.alterations import fresh_hashes
from tests.steps.ledger import Attempt
from tests.steps.words import said

KEY, NEXT, STRANGER = (SigningKey("example.org/vux", bytes([number] * 32)) for number in (1, 2, 3))
WITNESSES = tuple(SigningKey(f"example.org/witness{n}", bytes([n] * 32), COSIGNATURE) for n in (4, 5))


class Evidence:
    """What a scenario holds beside the ledger: the file as it lies there, a copy, a checkpoint, what came of it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.file: SqliteRecorder | None = None
        """The ledger after somebody altered it."""
        self.copy: SqliteRecorder | None = None
        self.note: Note | None = None
        self.found: Verification | None = None
        self.proof: bytes = b""
        self.event: bytes = b""
        self.pack: dict[str, bytes] = {}

    def altered(self) -> apsw.Connection:
        """The tables, to be altered."""
        self.file = self.file or self.copied()
        return self.file._present()

    def copied(self) -> SqliteRecorder:
        there, copy = self._ledger.desk.recorder, SqliteRecorder()
        assert isinstance(there, SqliteRecorder)
        with copy._present().backup("main", there._present(), "main") as backup:
            backup.step()
        return copy

    def verify(self, *given: Note, policy: Policy | None = None) -> None:
        checkpoints = [Given("the checkpoint", note) for note in given]
        with (self.file or self.copied()).raw() as raw:
            self.found = Verifier(raw, self._ledger.desk, checkpoints, policy).run()

    def kept(self) -> Note:
        assert self.note is not None
        return self.note


@pytest.fixture
def evidence(ledger: Ledger) -> Evidence:
    return Evidence(ledger)


# What was there ----------------------------------------------------------------------------------------------


@given("the ledger has a key")
def _has_key(ledger: Ledger) -> None:
    ledger.key = KEY
    ledger.adopt_key(KEY.verifier)


@given("a checkpoint was kept outside the ledger")
def _kept(ledger: Ledger, evidence: Evidence) -> None:
    evidence.note = ledger.signed_checkpoint()


@given("a checkpoint is recorded")
def _recorded(ledger: Ledger, evidence: Evidence) -> None:
    evidence.note = ledger.checkpoint()


@given("a checkpoint was signed by a stranger")
def _strangers(ledger: Ledger, evidence: Evidence) -> None:
    evidence.note = Note(ledger.signed_checkpoint().text).signed(STRANGER)


@given("the file is copied")
def _copied(evidence: Evidence) -> None:
    evidence.copy = evidence.copied()


def _policy() -> Policy:
    names = {f"w{n}": witness.verifier for n, witness in enumerate(WITNESSES)}
    return Policy((KEY.verifier,), names, {"both": (2, tuple(names))}, "both")


@given(parsers.re(r"(?P<who>one|both) of the two witnesses signed it"))
def _witnessed(ledger: Ledger, evidence: Evidence, who: str) -> None:
    for witness in WITNESSES[: 1 if who == "one" else 2]:
        ledger.add_signatures(evidence.kept().signed(witness, 1_625_140_800), _policy())


@step(said("the minutes of {day:Day} are sent in on {on:When} with that checkpoint"))
def _minutes_with(ledger: Ledger, attempt: Attempt, evidence: Evidence, day: date, on: str) -> None:
    with attempt:
        ledger.submit_minutes(f"vux/{day}", recipient="registry", on=on, checkpoint=str(evidence.kept()))


@given(said("the minutes of {day:Day} are corrected to {on:When}"))
def _minutes_corrected(ledger: Ledger, day: date, on: str) -> None:
    (sent,) = (entry for entry in ledger.log(kind="MinutesSubmitted") if str(day) in entry.about)
    ledger.correct_fact(sent.event, changes={"effective_on": str(on)}, reason="Wrong day")


# What somebody does ------------------------------------------------------------------------------------------

_SENT = "topic = 'governance.meeting.MinutesSubmitted/1'"
_LATER = "CAST(replace(state, '2021-02-19', '2021-02-12') AS BLOB)"

_ALTERING: Mapping[str, tuple[str, ...]] = {
    "dates the minutes back a week": (f"UPDATE event SET state = {_LATER} WHERE {_SENT}",),  # noqa: S608
    "takes an event out": ("DELETE FROM event WHERE position = 20",),
    "puts an event in": (
        "UPDATE event SET position = -position WHERE position >= 20",
        "INSERT INTO event SELECT 20, 'network:x', 1, topic, recorded_at, state FROM event WHERE position = 1",
        "UPDATE event SET position = 1 - position WHERE position < 0",
        "UPDATE log_end SET position = position + 1",
    ),
    "lets two events change places": (
        "UPDATE event SET position = -1 WHERE position = 3",
        "UPDATE event SET position = 3 WHERE position = 4",
        "UPDATE event SET position = 4 WHERE position = -1",
    ),
    "cuts off the last events": ("DELETE FROM event WHERE position > 20",),
    "writes over an event with other bytes": ("UPDATE event SET state = x'7b7d' WHERE position = 20",),
}


@when(parsers.re(rf"somebody (?P<what>{'|'.join(_ALTERING)})"))
def _alters(evidence: Evidence, what: str) -> None:
    for statement in _ALTERING[what]:
        evidence.altered().execute(statement)


@when("somebody puts the copy back")
def _put_back(evidence: Evidence) -> None:
    evidence.file = evidence.copy


@when("somebody writes the record anew with later minutes")
def _anew(evidence: Evidence) -> None:
    connection = evidence.altered()
    connection.execute(_ALTERING["dates the minutes back a week"][0])
    fresh_hashes(connection)


@when("the key is changed")
def _changed(ledger: Ledger) -> None:
    ledger.rotate_key(NEXT)


# Verifying ---------------------------------------------------------------------------------------------------


@when("the record is verified")
def _verified(evidence: Evidence) -> None:
    evidence.verify()


@when("the record is verified with that checkpoint")
def _verified_with(evidence: Evidence) -> None:
    evidence.verify(evidence.kept())


@when("the record is verified with that checkpoint, signed by a stranger instead")
def _verified_with_strangers(evidence: Evidence) -> None:
    evidence.verify(Note(evidence.kept().text).signed(STRANGER))


@when("the record is verified by a policy that asks for both")
def _verified_by_policy(evidence: Evidence) -> None:
    evidence.verify(policy=_policy())


@then(parsers.re(r"the record is (?P<state>whole and anchored|whole, but not anchored)"))
def _state(evidence: Evidence, state: str) -> None:
    assert evidence.found is not None
    assert evidence.found.findings == ()
    assert evidence.found.status == ("anchored" if state == "whole and anchored" else "unanchored")


_KINDS = {
    "an event was altered": "altered",
    "an event is missing": "missing",
    "an event was inserted": "inserted",
    "an event stands in the wrong order": "reordered",
    "an event was cut off": "truncated",
    "an event cannot be read": "undecodable",
    "the checkpoint is not signed": "unsigned",
}


@then(parsers.re(rf"it is found that (?P<what>{'|'.join(_KINDS)})"))
def _found(evidence: Evidence, what: str) -> None:
    assert evidence.found is not None
    assert _KINDS[what] in {finding.kind for finding in evidence.found.findings}
    assert evidence.found.status == "tampered"


@then("the checkpoint in those minutes is among those that it was held against")
def _held_against(evidence: Evidence) -> None:
    assert evidence.found is not None
    size = Checkpoint.of(evidence.kept()).size
    assert [a for a in evidence.found.anchors if a.where.startswith("meeting:") and a.size == size and not a.outside]


@then("the checkpoint of the closing speaks of the record through it, and of nothing later")
def _of_the_closing(ledger: Ledger) -> None:
    (closed,) = ledger.log(kind="YearClosed")
    (signed,) = ledger.log_of_keys().all(CheckpointSigned)
    assert signed.closes == closed.event
    assert Checkpoint.of(Note.parse(signed.checkpoint.encode())).size == closed.position


# Proofs ------------------------------------------------------------------------------------------------------


@when(said("the minutes of {day:Day} are proven"))
def _proven(ledger: Ledger, evidence: Evidence, day: date) -> None:
    (sent,) = (entry for entry in ledger.log(kind="MinutesSubmitted") if str(day) in entry.about)
    evidence.proof, evidence.event = bytes(ledger.prove(sent.event)), ledger.row(sent.event).state


@when("a letter of the event is changed")
def _letter(evidence: Evidence) -> None:
    evidence.event = evidence.event.replace(b"2021-02-19", b"2021-02-18")


def _holds(evidence: Evidence, key: SigningKey) -> bool:
    InclusionProof.parse(evidence.proof)
    try:
        check_event(evidence.proof, Policy((key.verifier,)), event=evidence.event)
    except Unproven:
        return False
    return True


@then("the proof holds for somebody who has the ledger's public key")
def _proof_holds(evidence: Evidence) -> None:
    assert _holds(evidence, KEY)


@then("the proof does not hold")
def _proof_fails(evidence: Evidence) -> None:
    assert not _holds(evidence, KEY)


@then("the proof does not hold for somebody who has another key")
def _proof_of_another(evidence: Evidence) -> None:
    assert not _holds(evidence, STRANGER)


@when("it is proven that the record extends that of the checkpoint")
def _growth(evidence: Evidence) -> None:
    connection = evidence.altered()
    old = Checkpoint.of(evidence.kept())
    size = int(str(connection.execute("SELECT position FROM log_end").get))

    def hashes(position: int) -> Any:
        return connection.execute("SELECT hashes FROM tree WHERE position = ?", (position,)).get

    nodes = nodes_in(hashes)
    note = Note(Checkpoint(KEY.name, size, merkle.root(size, nodes)).text).signed(KEY)
    evidence.proof = bytes(ConsistencyProof(old.size, tuple(merkle.consistency(old.size, size, nodes)), note))


def _grows(evidence: Evidence) -> bool:
    try:
        ConsistencyProof.parse(evidence.proof).check(Checkpoint.of(evidence.kept()), Policy((KEY.verifier,)))
    except Unproven:
        return False
    return True


@then("the proof of growth holds")
def _growth_holds(evidence: Evidence) -> None:
    assert _grows(evidence)


@then("the proof of growth does not hold")
def _growth_fails(evidence: Evidence) -> None:
    assert not _grows(evidence)


# Packs -------------------------------------------------------------------------------------------------------


def _packed(ledger: Ledger, day: date) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(ledger.bundle("overdue", as_of=day))) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


@when(said("the answer to what is overdue on {day:Day} is packed"))
def _pack(ledger: Ledger, evidence: Evidence, day: date) -> None:
    evidence.pack = _packed(ledger, day)


@when("a letter of the answer in the pack is changed")
def _in_the_pack(evidence: Evidence) -> None:
    evidence.pack["answer.json"] = evidence.pack["answer.json"].replace(b"overdue", b"overduE", 1)


def _checked(pack: dict[str, bytes]) -> int:
    return Check(pack, Brought([], None, None)).run()


@when("somebody takes everything out of what is kept for fast answers")
def _index_altered(ledger: Ledger) -> None:
    ledger.overdue()
    recorder = ledger.desk.recorder
    assert isinstance(recorder, SqliteRecorder)
    recorder._present().execute("DELETE FROM index_span")


@then("the program in the pack finds it whole")
def _pack_whole(evidence: Evidence) -> None:
    assert _checked(evidence.pack) == WHOLE


@then("the program in the pack finds it altered")
def _pack_altered(evidence: Evidence) -> None:
    assert _checked(evidence.pack) == ALTERED


@then("packed again it is the same, byte for byte")
def _pack_same(ledger: Ledger, evidence: Evidence) -> None:
    day = date.fromisoformat(_asked_of(evidence.pack))
    assert zipped(_packed(ledger, day)) == zipped(evidence.pack) == ledger.bundle("overdue", as_of=day)


def _asked_of(pack: dict[str, bytes]) -> str:
    return str(json.loads(pack["answer.json"])["as_of"])


@then(said('the name "{name:Text}" is nowhere in the pack'))
def _nowhere(evidence: Evidence, name: str) -> None:
    assert not [path for path, data in evidence.pack.items() if name.encode() in data]
