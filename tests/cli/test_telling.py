"""Telling the ledger something: what is printed, how values are written, where ledger and actor are told."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

ME = ("--actor", "system:t")


def _data(run: Run, position: str) -> dict[str, Any]:
    entry: dict[str, Any] = json.loads(run("show", position, "--format", "json").stdout)
    return entry


def test_a_receipt_is_one_line(run: Run, new: Path) -> None:
    meeting = ["--planned-on", "2021-02-12", "--kind", "network", "--on", "2021-01-20"]
    said = run("meeting", "schedule", "vux", *meeting, *ME).stdout
    assert said == "#21 meeting:vux/2021-02-12@1 MeetingScheduled, on 2021-01-20\n"


def test_a_repeated_command_says_so(run: Run, new: Path) -> None:
    line = ["person", "register", "Anna", "--command-id", "c1", *ME]
    first = json.loads(run(*line, "--format", "json").stdout)
    assert set(first) == {"command_id", "event_ids", "positions", "repeated"}
    assert (first["command_id"], first["positions"], first["repeated"]) == ("c1", [21], False)
    assert run(*line).stdout.startswith("Recorded before, under this command id: #21 ")
    assert json.loads(run(*line, "--format", "json").stdout) == {**first, "repeated": True}


def test_ledger_and_actor_are_told_anywhere(run: Run, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new.rename("other.db")
    place = ("--ledger", "other.db")
    run(*place, *ME, "person", "register", "A", "--person", "a")
    run("person", *place, *ME, "register", "B", "--person", "b")
    run("person", "register", "C", "--person", "c", *place, *ME)
    monkeypatch.setenv("GOVERNANCE_LEDGER", "other.db")
    monkeypatch.setenv("GOVERNANCE_ACTOR", "system:environment")
    run("person", "register", "D", "--person", "d")
    run("person", "register", "E", "--person", "e", *ME)
    actors = {e["about"]: e["actor"] for e in json.loads(run("log", "-n", "5", "--format", "json").stdout)["items"]}
    assert actors == {"a": "system:t", "b": "system:t", "c": "system:t", "d": "system:environment", "e": "system:t"}


def test_only_some_commands_begin_a_ledger(run: Run, tmp_path: Path) -> None:
    run("meeting", "cancel", "x", *ME, expect=4)
    assert not list(tmp_path.iterdir())
    run("person", "register", "Anna", *ME)
    assert (tmp_path / "governance.db").exists()


def test_a_document_is_its_digest(run: Run, new: Path) -> None:
    content = b"%PDF" * 1_000_000
    Path("plan.pdf").write_bytes(content)
    run("plan", "adopt", "vux", "--year", "2021", "--document", "plan.pdf", *ME)
    assert _data(run, "#21")["data"]["document"] == {
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": 4_000_000,
        "media_type": "application/pdf",
        "reference": "plan.pdf",
    }
    run("plan", "adopt", "vux", "--year", "2022", "--document", "sha256:" + "AB" * 32, *ME)
    assert _data(run, "#22")["data"]["document"] == {"sha256": "ab" * 32}
    asked = json.loads(run("ask", "document", "plan.pdf", "--format", "json").stdout)
    assert [item["position"] for item in asked["items"]] == [21]


def test_attendance(run: Run, new: Path) -> None:
    run("person", "register", "Anna", "--person", "anna", *ME)
    run(*["meeting", "schedule", "vux", "--planned-on", "2021-02-12", "--kind", "network", "--on", "2021-01-20"], *ME)
    attendance = ["skovde=2/3", "hjo=2", "tibro=0", "person:anna", "person:anna@skara=0",
                  "hjo+observer=1/2", "person:anna@skara+deputy", "person:anna=apology"]  # fmt: skip
    told = [word for one in attendance for word in ("--attendance", one)]
    run("meeting", "hold", "2021-02-12", "--on", "2021-02-12", *told, *ME)
    assert _data(run, "#23")["data"]["attendance"] == [
        {"member": "skovde", "expected": 3, "present": 2},
        {"member": "hjo", "expected": 2, "present": 2},
        {"member": "tibro", "expected": 1, "present": 0},
        {"person": "person:anna", "expected": 1, "present": 1},
        {"person": "person:anna", "member": "skara", "expected": 1, "present": 0},
        {"member": "hjo", "role": "observer", "expected": 2, "present": 1},
        {"person": "person:anna", "member": "skara", "role": "deputy", "expected": 1, "present": 1},
        {"person": "person:anna", "expected": 1, "present": 0, "apology": True},
    ]
    line = ["meeting", "hold", "2021-02-12", "--on", "2021-02-12", *ME]
    assert "role" in run(*line, "--attendance", "hjo+", expect=2).stderr


def test_reports_and_goals_are_repeated(run: Run, new: Path) -> None:
    line = "assignment issue vux --key a --title T --goal 1 --goal 2 --report partial=2021-05 --report final"
    run(*line.split(), *ME)
    told = _data(run, "#21")["data"]
    assert told["goals"] == ["1", "2"]
    assert told["reports"] == [{"report": "partial", "due": "2021-05"}, {"report": "final"}]


def test_what_can_be_told_with_every_command(run: Run, new: Path) -> None:
    run("network", "rename", "vux", "--name", "N", "--on", "2021-03", "--clause", "B1", "--authority", "§ 12",
        "--source", "protocol", "--decided-by", "us", "--decided-on", "2021-02-01", "--before-record", *ME)  # fmt: skip
    entry = _data(run, "#21")
    assert (entry["effective_on"], entry["clause"], entry["source"]) == ("2021-03", "B1", "protocol")
    run("network", "rename", "vux", "--name", "M", "--on", "2021-03-02", "--at", "14:30", *ME)
    assert _data(run, "#22")["data"] == {"name": "M", "effective_at": "14:30"}
    assert entry["data"] == {
        "name": "N", "authority": "§ 12", "decided_by": "us", "decided_on": "2021-02-01", "before_record": True,
    }  # fmt: skip


def test_a_change_is_json_where_it_is_such(run: Run, new: Path) -> None:
    run("plan", "adopt", "vux", "--year", "2021", *ME)
    run("correct", "#21", "--set", "year=2022", "--set", "effective_on=2021-12-01", "--reason", "Typing error", *ME)
    assert _data(run, "#22")["data"]["changes"] == {"year": 2022, "effective_on": "2021-12-01"}
    run("retract", "#22", "--reason", "It was right", *ME)


def test_dates_are_written_as_they_are_told(run: Run, new: Path) -> None:
    run("dates", "submit", "vux", "--date", "2021-02-12", "--date", "2021-03-19", *ME)
    assert _data(run, "#21")["data"]["dates"] == ["2021-02-12", "2021-03-19"]


def test_an_import_can_be_rehearsed_and_repeated(run: Run) -> None:
    from tests.cli.conftest import HISTORY

    line = ("import", str(HISTORY), "--keep-times")
    assert "would record 77 events" in run(*line, "--dry-run").stdout
    assert not Path("governance.db").exists()
    assert "recorded 77 events" in run(*line).stdout
    told = json.loads(run(*line, "--format", "json").stdout)
    assert (told["events"], told["repeated"]) == (0, 35)
    assert "recorded 0 events" in run("import", "-", "--keep-times", stdin=HISTORY.read_text().splitlines()[1]).stdout


def test_the_first_run_says_what_to_do(run: Run) -> None:
    before = run().stdout
    assert "mandate adopt" in before
    assert 3 <= len(before.splitlines()) <= 6
    run("person", "register", "Anna", *ME)
    after = run().stdout
    assert "governance status" in after
    assert 3 <= len(after.splitlines()) <= 6


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout.startswith("governance ")
