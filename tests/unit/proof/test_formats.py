"""Notes, keys, checkpoints and proofs: what they look like, and the way round."""

from base64 import b64decode, b64encode
from dataclasses import replace

import pytest

from governance.errors import (
    CheckpointInvalid,
    KeyInvalid,
    NoteInvalid,
    OriginWrong,
    PolicyInvalid,
    ProofWrong,
    QuorumMissed,
    SignatureMissing,
    SignatureWrong,
)
from governance.proof.checkpoint import Checkpoint, is_origin
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import COSIGNATURE, SigningKey, VerifierKey, read_keys
from governance.proof.note import Note, opened, read_signatures
from governance.proof.policy import Policy
from tests.kit.rfc6962 import mth, path, proof

LEAVES = [b"%d" % n for n in range(11)]
LEDGER = SigningKey("example.org/board", bytes(range(32)))
OLDER = SigningKey("example.org/board", bytes(range(1, 33)))
AUDIT = SigningKey("audit.example/w", bytes(range(2, 34)), COSIGNATURE)
ARCHIVE = SigningKey("archive.example/w", bytes(range(3, 35)), COSIGNATURE)
THIRD = SigningKey("third.example/w", bytes(range(4, 36)), COSIGNATURE)
NOW = 1_700_000_000


def checkpoint(size: int, origin: str = LEDGER.name) -> Checkpoint:
    return Checkpoint(origin, size, mth(LEAVES[:size]))


def note(size: int, key: SigningKey = LEDGER) -> Note:
    return Note(checkpoint(size).text).signed(key)


def policy(witnesses: str = "", quorum: str = "none") -> Policy:
    return Policy.parse(f"log {LEDGER.verifier}\n{witnesses}quorum {quorum}\n".encode())


WITNESSES = f"witness audit {AUDIT.verifier}\nwitness archive {ARCHIVE.verifier}\n"


def test_a_checkpoint_is_three_lines_and_a_signature() -> None:
    signed = note(11)
    text, _dash, line = str(signed).rpartition("\n— example.org/board ")
    assert text == f"example.org/board\n11\n{b64encode(mth(LEAVES)).decode()}\n"
    assert len(b64decode(line)) == 4 + 64
    assert Note.parse(bytes(signed)) == signed
    assert Checkpoint.of(signed) == checkpoint(11)
    assert opened(signed, [LEDGER.verifier]) == {LEDGER.verifier: None}


def test_unknown_signatures_are_ignored_and_known_ones_must_fit() -> None:
    signed = note(11).signed(AUDIT, NOW)
    assert opened(signed, [AUDIT.verifier]) == {AUDIT.verifier: NOW}
    assert opened(signed, [AUDIT.verifier, LEDGER.verifier]) == {LEDGER.verifier: None, AUDIT.verifier: NOW}
    with pytest.raises(SignatureMissing, match=r"archive\.example"):
        opened(signed, [ARCHIVE.verifier])
    with pytest.raises(SignatureMissing, match="trusted are: -"):
        opened(signed, [])
    other = replace(signed, text=checkpoint(10).text)
    for key in (LEDGER, AUDIT):
        with pytest.raises(SignatureWrong):
            opened(other, [key.verifier])


def test_a_cosignature_binds_its_time() -> None:
    signed = note(11).signed(AUDIT, NOW)
    *first, last = signed.signatures
    later = replace(last, signature=(NOW + 1).to_bytes(8, "big") + last.signature[8:])
    with pytest.raises(SignatureWrong):
        opened(replace(signed, signatures=(*first, later)), [AUDIT.verifier])
    short = replace(last, signature=last.signature[:5])
    with pytest.raises(SignatureWrong):
        opened(replace(signed, signatures=(*first, short)), [AUDIT.verifier])
    with pytest.raises(ValueError, match="has a time"):
        note(11).signed(AUDIT)
    with pytest.raises(ValueError, match="has none"):
        Note(checkpoint(11).text).signed(LEDGER, NOW)


def test_a_witness_answers_with_lines_of_its_own() -> None:
    answer = str(note(11).signed(AUDIT, NOW)).splitlines(keepends=True)[-1]
    signed = note(11).with_signatures(read_signatures(answer)).with_signatures(read_signatures(answer))
    assert signed == note(11).signed(AUDIT, NOW)


@pytest.mark.parametrize("text", ["no line feed", "", "a tab\t\n", "a return\r\n", "\x00\n"])
def test_texts_that_no_note_holds(text: str) -> None:
    with pytest.raises(NoteInvalid):
        Note(text).signed(LEDGER)


def test_a_text_may_have_empty_lines() -> None:
    signed = Note("\n\na\n\n\nb\n\n").signed(LEDGER)
    assert Note.parse(bytes(signed)) == signed


def test_too_much_of_a_note() -> None:
    with pytest.raises(NoteInvalid, match="longer"):
        Note.parse(b"a" * 1_000_001)
    with pytest.raises(NoteInvalid, match="no empty line"):
        Note.parse(b"a" * 1_000_000)
    line = str(note(1).signatures[0]) + "\n"
    assert len(Note.parse(("a\n\n" + line * 100).encode()).signatures) == 100
    with pytest.raises(NoteInvalid, match="more than 100"):
        Note.parse(("a\n\n" + line * 101).encode())


def test_keys() -> None:
    for key in (LEDGER, AUDIT):
        assert SigningKey.parse(key.secret()) == key
        assert VerifierKey.parse(str(key.verifier)) == key.verifier
        assert key.secret() not in repr(key)
        assert "seed" not in repr(key)
    new = SigningKey.generate("example.org/new")
    assert new.seed != SigningKey.generate("example.org/new").seed
    assert read_keys(f"# ours\n\n{LEDGER.verifier}\r\n  {AUDIT.verifier}\n") == (LEDGER.verifier, AUDIT.verifier)
    for name in ("", "a b", "a+b", "a\u00a0b", "a\nb", "\ud800"):
        with pytest.raises(KeyInvalid):
            SigningKey(name, bytes(32))
    secret = LEDGER.secret()
    name, identity, data = secret.removeprefix("PRIVATE+KEY+").split("+", 2)
    longer = f"PRIVATE+KEY+{name}+{identity}+{b64encode(b64decode(data) + bytes(1)).decode()}"
    for bad in ("", longer, secret[:-1], secret.lower(), secret.replace("board", "bord"), secret + "\n", secret[12:]):
        with pytest.raises(KeyInvalid) as refused:
            SigningKey.parse(bad)
        assert secret[-20:] not in str(refused.value)


@pytest.mark.parametrize(
    "good", ["a" * 200, "example.org", "example.org/board", "localhost:8080/a", "x.test/A_b~1/c-d"]
)
def test_origins_to_choose(good: str) -> None:
    assert is_origin(good)


@pytest.mark.parametrize(
    "bad",
    ["", "https://example.org", "example.org/", "a b", "a+b", "/a", "å.se", "-a", "A.se", "a/é", "a" * 201, "a\n"],
)
def test_origins_not_to_choose(bad: str) -> None:
    assert not is_origin(bad)


def test_checkpoints_of_nothing() -> None:
    empty = note(0)
    assert Checkpoint.of(empty).size == 0
    with pytest.raises(CheckpointInvalid, match="empty tree"):
        Checkpoint.of(Note(Checkpoint(LEDGER.name, 0, bytes(32)).text))
    with pytest.raises(CheckpointInvalid, match="three lines"):
        Checkpoint.of(Note(checkpoint(3).text + "extension\n"))


def test_inclusion() -> None:
    for index, leaf in enumerate(LEAVES):
        told = InclusionProof(index, tuple(path(index, LEAVES)), note(11))
        assert InclusionProof.parse(bytes(told)) == told
        trusted = told.check(leaf, policy())
        assert (trusted.checkpoint, trusted.log, trusted.witnesses) == (checkpoint(11), LEDGER.verifier, {})
        with pytest.raises(ProofWrong):
            told.check(leaf + b" ", policy())
        with pytest.raises(ProofWrong):
            replace(told, index=(index + 1) % 11).check(leaf, policy())
    told = InclusionProof(0, (), note(1), b"extra")
    assert bytes(told).startswith(b"c2sp.org/tlog-proof@v1\nextra ZXh0cmE=\nindex 0\n\nexample.org/board\n1\n")
    assert InclusionProof.parse(bytes(told)) == told
    assert told.check(LEAVES[0], policy()).checkpoint.size == 1


def test_consistency() -> None:
    for size in range(12):
        for old in range(size + 1):
            told = ConsistencyProof(old, tuple(proof(old, LEAVES[:size])) if old else (), note(size))
            assert ConsistencyProof.parse(bytes(told)) == told
            assert told.check(checkpoint(old), policy()).checkpoint == checkpoint(size)
            with pytest.raises(OriginWrong):
                told.check(checkpoint(old, "example.org/other"), policy())
            with pytest.raises(ProofWrong):
                told.check(replace(checkpoint(old), root=bytes(32)), policy())
            with pytest.raises(ProofWrong):
                told.check(checkpoint(old + 1 if old < 11 else 3), policy())


def test_whose_signatures_count() -> None:
    plain, one, both = note(5), note(5).signed(AUDIT, NOW), note(5).signed(AUDIT, NOW).signed(ARCHIVE, NOW + 1)
    assert policy().check(plain).witnesses == {}
    assert policy(WITNESSES, "audit").check(both).witnesses == {"audit": NOW, "archive": NOW + 1}
    any_of = policy(WITNESSES + "group any-of any audit archive\n", "any-of")
    all_of = policy(WITNESSES + "group all-of all audit archive\n", "all-of")
    assert any_of.check(one).witnesses == {"audit": NOW}
    assert len(all_of.check(both).witnesses) == 2
    for asked, signed in ((any_of, plain), (all_of, plain), (all_of, one), (policy(WITNESSES, "archive"), one)):
        with pytest.raises(QuorumMissed, match=asked.quorum):
            asked.check(signed)
    with pytest.raises(QuorumMissed, match="audit, archive did, but the policy asks for three"):
        policy(WITNESSES + f"witness w {THIRD.verifier}\ngroup three all audit archive w\n", "three").check(both)
    with pytest.raises(QuorumMissed, match="- did"):
        any_of.check(plain.signed(THIRD, NOW))
    with pytest.raises(SignatureMissing, match="trusted are: -"):
        Policy((), {"audit": AUDIT.verifier}).check(one)
    with pytest.raises(SignatureMissing, match=r"trusted are: example\.org/board"):
        policy().check(note(5, OLDER))
    with pytest.raises(SignatureMissing):
        any_of.check(Note(checkpoint(5).text).signed(AUDIT, NOW))
    with pytest.raises(SignatureMissing):
        policy().check(Note(checkpoint(5, "example.org/other").text).signed(LEDGER))


@pytest.mark.parametrize(
    ("text", "line"),
    [("trust x\n", 1), ("# a\n\nquorum x\nquorum none\n", 3), ("", 1), ("\n\n", 2), ("\nquorum none", 2)],
)
def test_a_fault_in_a_policy_has_its_line(text: str, line: int) -> None:
    with pytest.raises(PolicyInvalid) as refused:
        Policy.parse(text.encode())
    assert refused.value.details["line"] == line


def test_old_keys_stay_good_where_they_are_named() -> None:
    rotated = Policy.parse(f"log {LEDGER.verifier}\nlog {OLDER.verifier}\nquorum none\n".encode())
    assert rotated.check(note(5, OLDER)).log == OLDER.verifier
    assert rotated.check(note(5)).log == LEDGER.verifier
    assert rotated.check(note(5, OLDER).signed(LEDGER)).log == LEDGER.verifier
