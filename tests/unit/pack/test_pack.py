"""The auditor's pack: what lies in it, what does not, and that every byte of it counts."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from governance.errors import KeyMissing, QuestionUnknown
from governance.ledger import Ledger
from governance.ledger.pack.asked import SEVERAL
from governance.proof.keys import SigningKey
from governance.proof.standalone import ALTERED, WHOLE, Brought, Check, Finding
from governance.questions import QUESTIONS
from tests.kit.lived import lived

KEY = SigningKey("example.org/log", bytes([1] * 32))
PARAMETERS: dict[str, dict[str, Any]] = {
    "explain": {"obligation": "net/a/partial"},
    "diff": {"before": "#30", "after": "#40"},
    "history": {"assignment": "net/a"},
    "document": {"sha256": "ab" * 32},
    "what_if": {"clause": "M", "days": 14},
    "obligations": {"verdicts": ("overdue", "fulfilled")},
}


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    ledger = lived().ledger
    ledger.key = KEY
    ledger.adopt_key(KEY.verifier)
    ledger.checkpoint()
    ledger.rename_network("net", name="Renamed <b>&</b>", on="2021-06-30")
    return ledger


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def checked(data: bytes, folder: Path) -> int:
    """The exit code of the verifier that lies in the pack."""
    path = folder / "pack.zip"
    path.write_bytes(data)
    return Check({}, Brought([], None, None)).run_on(path)


def clause_of(ledger: Ledger) -> str:
    return next(item.clause for item in ledger.obligations(as_of="2021-06-30") if item.clause and item.due)


@pytest.mark.parametrize("question", [*SEVERAL, *QUESTIONS])
def test_every_question_makes_a_whole_pack(ledger: Ledger, question: str, tmp_path: Path) -> None:
    given = dict(PARAMETERS.get(question, {}))
    if question == "what_if":
        given["clause"] = clause_of(ledger)
    data = ledger.bundle(question, as_of="2021-06-30", **given)
    assert checked(data, tmp_path) == WHOLE
    told = json.loads(files(data)["answer.json"])
    assert (told["question"], told["as_of"]) == (question, "2021-06-30")


def test_the_same_question_gives_the_same_bytes(ledger: Ledger) -> None:
    assert ledger.bundle("overdue", as_of="2021-06-30") == ledger.bundle("overdue", as_of="2021-06-30")
    assert ledger.bundle("overdue", as_of="2021-06-30") != ledger.bundle("overdue", as_of="2021-06-29")


def test_the_answer_is_the_ledgers_own(ledger: Ledger) -> None:
    told = json.loads(files(ledger.bundle("overdue", as_of="2021-06-30", with_personal_data=True))["answer.json"])
    assert told["answer"] == ledger.overdue(as_of="2021-06-30").to_dict()


def test_what_the_answer_rests_on_is_there(ledger: Ledger) -> None:
    lie = files(ledger.bundle("obligations", as_of="2021-06-30"))
    events = {path for path in lie if path.startswith("events/") and path.endswith(".json")}
    named = {f"events/{p:06d}.json" for i in ledger.obligations(as_of="2021-06-30") for p in i.evidence}
    assert named <= events
    for path in events:
        row = ledger.row(f"#{int(path[7:13])}")
        assert lie[path] == row.state
        assert json.loads(lie[path.replace(".json", ".leaf")])["sha256"] == sha256(row.state).hexdigest()
    assert [path for path in lie if path.startswith("mandate/net-")]
    assert {row["sha256"] for row in json.loads(lie["documents.json"])} >= {"ab" * 32}
    assert [path for path in lie if path.startswith("consistency/")]


def test_as_known_earlier_only_what_was_known_is_there(ledger: Ledger) -> None:
    lie = files(ledger.bundle("obligations", as_of="2021-06-30", known_at="#20"))
    assert max(int(path[7:13]) for path in lie if path.startswith("events/")) <= 20


def test_personal_data_stays_out_unless_asked_for(ledger: Ledger) -> None:
    without = files(ledger.bundle("obligations", as_of="2021-06-30"))
    names = [b"Anna \xc3\x85", b"Bo B", b"Cia C"]
    assert not [path for path, data in without.items() for name in names if name in data]
    assert not [path for path, data in without.items() if path.endswith(".leaf") and b'"person:' in data]
    within = files(ledger.bundle("obligations", as_of="2021-06-30", with_personal_data=True))
    assert [path for path, data in within.items() if b"Bo B" in data and path.startswith("events/")]
    assert b"Bo B" in within["answer.json"]
    assert json.loads(within["answer.json"])["personal_data"] is True


def test_the_readme_says_where_to_get_a_verifier(ledger: Ledger) -> None:
    """In both languages, with the digest of the one that lies in the pack."""
    lying = files(ledger.bundle("overdue", as_of="2021-06-30"))
    text = lying["README.txt"].decode()
    assert text.count(sha256(lying["verify.py"]).hexdigest()) == 2
    assert text.count("pip install governance-ledger") == 2
    flowing = " ".join(text.split())
    assert "whoever made up the one can have made up the other" in flowing
    assert "den som har hittat på det ena kan ha hittat på det andra" in flowing


def test_nothing_that_steers_or_hides_is_in_a_pack(ledger: Ledger) -> None:
    other = lived().ledger
    other.key = KEY
    other.adopt_key(KEY.verifier)
    renamed = other.rename_network("net", name="Board", on="2021-06-30")
    other.correct_fact(renamed.event_ids[0], changes={"name": "B"}, reason="B\u202eoard\u200b\x9b1m\x07")
    lying = files(other.bundle("corrections", as_of="2021-06-30"))
    for name in ("index.html", "answer.json", "explanations.json"):
        text = lying[name].decode().replace("\n", "")
        assert text.isprintable(), name
    assert "B\\u202eoard" in lying["index.html"].decode()


def test_the_page_is_escaped_and_brings_nothing_from_elsewhere(ledger: Ledger) -> None:
    page = files(ledger.bundle("corrections", as_of="2021-06-30"))["index.html"].decode()
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    whole = files(ledger.bundle("history", assignment="net/a", as_of="2021-06-30"))["index.html"].decode()
    assert "<b>" not in whole


def test_the_page_is_in_the_readers_language(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "sv")
    swedish = files(ledger.bundle("overdue", as_of="2021-06-30"))["index.html"].decode()
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "en")
    english = files(ledger.bundle("overdue", as_of="2021-06-30"))["index.html"].decode()
    assert 'lang="sv"' in swedish
    assert "Prova själv" in swedish
    assert 'lang="en"' in english


def test_a_flipped_byte_is_found_anywhere(ledger: Ledger, tmp_path: Path) -> None:
    data = ledger.bundle("overdue", as_of="2021-06-30")
    rng = Random(1)  # noqa: S311 - it chooses, and guards nothing
    for at in {*rng.sample(range(len(data)), 150), *range(30), *range(len(data) - 30, len(data))}:
        altered = data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
        assert checked(altered, tmp_path) == ALTERED, at


def test_every_file_counts(ledger: Ledger) -> None:
    sound = files(ledger.bundle("overdue", as_of="2021-06-30"))
    for path in sound:
        check = Check({name: data for name, data in sound.items() if name != path}, Brought([], None, None))
        try:
            assert check.run() == ALTERED, path
        except Finding:
            continue


def test_what_cannot_be_packed(ledger: Ledger) -> None:
    with pytest.raises(QuestionUnknown):
        ledger.bundle("nonsense", as_of="2021-06-30")
    with pytest.raises(KeyMissing):
        lived().ledger.bundle("overdue")
