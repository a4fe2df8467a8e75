"""What answers look like, for people and for programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from governance.compliance.values import VERDICTS
from governance.questions import QUESTIONS
from governance_cli.rendering import as_csv
from governance_cli.tables import readable
from governance_cli.terminal import printable
from tests.cli.conftest import MANDATE, Run
from tests.kit.mandates import clause, small

NEEDED = {"history": ["vux/2021-1"], "document": ["sha256:" + "11aa21" + "0" * 58], "what_if": ["Se2", "14"]}
ANSWERS = [
    ["overdue"], ["due", "--days", "300"], ["obligations"], ["status"], ["log"], ["diff", "#30", "#50"],
    *(["ask", name.replace("_", "-"), *NEEDED.get(name, [])] for name in QUESTIONS),
]  # fmt: skip
DAY = ["--as-of", "2021-12-31"]


@pytest.mark.parametrize("line", ANSWERS, ids=" ".join)
def test_each_answer_in_each_form(line: list[str], run: Run, demo: Path) -> None:
    words = line if line == ["log"] else [*line, *DAY]
    said = {form: run(*words, "--format", form, expect=(0, 1)).stdout for form in ("json", "csv", "table")}
    told = json.loads(said["json"])
    assert set(told) == {"as_of", "known_at", "position", "items"}
    assert told["position"] == (50 if line[0] == "diff" else 77)
    rows = list(csv.DictReader(io.StringIO(said["csv"])))
    assert len(rows) == len(told["items"])
    assert said["table"].strip()
    assert "\x1b" not in said["table"]


def test_the_form_is_the_same_for_no_rows(run: Run, demo: Path) -> None:
    assert json.loads(run("overdue", "--as-of", "2021-01-20", "--format", "json").stdout)["items"] == []
    head = run("overdue", "--as-of", "2021-01-20", "--format", "csv").stdout
    assert head.startswith("id,network,clause,")
    assert len(head.splitlines()) == 1


def test_overdue_says_whose_and_by_how_long(run: Run, new: Path) -> None:
    said = run("overdue", "--as-of", "2021-06-10", expect=1).stdout
    assert "2 obligations are overdue on 2021-06-10" in said
    line = next(line for line in said.splitlines() if "vux/2021-1/partial" in line)
    assert line.split()[:2] == ["10", "2021-05"]


def test_known_at_takes_a_position_and_a_day(run: Run, demo: Path) -> None:
    before = json.loads(run("obligations", "--known-at", "#20", "--format", "json").stdout)
    assert before["position"] == 20
    by_day = json.loads(run("obligations", "--known-at", "2021-01-13", "--format", "json").stdout)
    assert by_day["position"] < 77


def test_status_counts_every_obligation_once(run: Run, demo: Path) -> None:
    owed = json.loads(run("obligations", *DAY, "--format", "json").stdout)["items"]
    row = json.loads(run("status", *DAY, "--format", "json").stdout)["items"][0]
    assert sum(row["verdicts"].values()) == len(owed)
    assert set(row["verdicts"]) == set(VERDICTS)
    assert len(run("status", *DAY).stdout.splitlines()) < 24


def test_status_counts_the_meetings_of_each_period_that_is_running(run: Run) -> None:
    """On 10 May 2022 the quarter is the second of 2022, and the year that begins in August is 2021-2022."""
    counted = {"of": "meetings", "at_least": 1}
    Path("m.toml").write_text(small(
        clause("Q", pattern="each_period", every="quarter", holder="network", measure=counted),
        clause("Y", pattern="each_period", every="year", year_begins=8, holder="network", measure=counted),
        clause("C", pattern="quota", holder="network", at_least=1),
    ), encoding="utf-8")  # fmt: skip
    run("mandate", "adopt", "m.toml", "--on", "2021-01-01", "--actor", "system:t")
    row = json.loads(run("status", "--as-of", "2022-05-10", "--format", "json").stdout)["items"][0]
    assert row["quotas"] == ["net/C/2022", "net/Q/2022-Q2", "net/Y/2021-2022"]


def test_a_question_is_known_by_its_number(run: Run, demo: Path) -> None:
    assert run("ask", "5", *DAY, expect=1).stdout == run("ask", "missing-minutes", *DAY, expect=1).stdout
    assert run("ask", "1", *DAY).stdout == run("overdue", *DAY).stdout


def test_show_tells_things_events_and_obligations(run: Run, demo: Path) -> None:
    assert "MeetingHeld" in run("show", "vux/2021-02-12").stdout
    assert "MeetingHeld" in run("show", "meeting:vux/2021-02-12").stdout
    assert "Anna Lund" in run("show", "p-anna").stdout
    assert "Anna Lund" in run("show", "Anna Lund").stdout
    assert "NetworkEstablished" in run("show", "vux").stdout
    assert "AssignmentIssued" in run("show", "vux/2021-1").stdout
    assert "happened" in run("show", "#1").stdout
    assert "happened" in run("show", "network:vux@1").stdout
    assert "Why:" in run("show", "vux/2021-1/partial").stdout
    for reference in ("#2", "vux", "vux/2021-1/partial"):
        assert json.loads(run("show", reference, "--format", "json").stdout)


def test_show_alone_lists_what_there_is(run: Run, demo: Path) -> None:
    said = run("show").stdout
    assert "Frida Åström" in said
    listed = json.loads(run("show", "--format", "json").stdout)["items"]
    assert {thing["kind"] for thing in listed} == {"network", "assignment", "meeting", "person"}
    for thing in listed:
        run("show", f"{thing['kind']}:{thing['reference']}")


def test_explain_as_json_has_the_derivation(run: Run, demo: Path) -> None:
    told = json.loads(run("explain", "vux/2021-1/partial", "--format", "json").stdout)
    assert told["item"]["id"] == "vux/2021-1/partial"
    assert told["derivation"]


def test_plan_shows_what_adopt_records(run: Run) -> None:
    planned = json.loads(run("mandate", "plan", str(MANDATE), "--on", "2021-01-13", "--format", "json").stdout)
    assert "would record 20 events" in run("mandate", "plan", str(MANDATE), "--on", "2021-01-13").stdout
    receipt = run("mandate", "adopt", str(MANDATE), "--on", "2021-01-13", "--actor", "system:t", "--format", "json")
    assert json.loads(receipt.stdout)["event_ids"] == [entry["event"] for entry in planned["events"]]


def test_plan_of_an_amendment_shows_what_changes(run: Run, demo: Path) -> None:
    parts = (
        MANDATE.read_text()
        .replace('"2021"', '"2021-2"')
        .replace("from = 2021-01-01", "from = 2021-03-01")
        .split("\n[[")
    )
    Path("amended.toml").write_text("\n[[".join(part for part in parts if 'id = "P5"' not in part))
    said = run("mandate", "plan", "amended.toml", "--on", "2021-03-01").stdout
    assert "`mandate amend amended.toml` would record 1 event:" in said
    assert "obligation more:" in said
    assert "Duties no longer stated:\n  P5       " in said


def test_plan_says_in_words_what_duties_are_stated_otherwise(run: Run, demo: Path) -> None:
    text = MANDATE.read_text().replace('"2021"', '"2021-2"').replace("from = 2021-01-01", "from = 2021-03-01")
    due = 'evidence = "minutes_submitted"\ndue = { rule = "after", days = 14 }'
    more = """
[[clause]]
id = "X9"
text = "The chair reviews the mandate each year."
[[clause.duty]]
pattern = "each_year"
holder = "chair"
evidence = "mandate_reviewed"
"""
    Path("amended.toml").write_text(text.replace('evidence = "minutes_submitted"', due) + more)
    plan = ("mandate", "plan", "amended.toml", "--on", "2021-03-01")
    said = " ".join(run(*plan).stdout.split())
    assert "Duties added: X9 For each calendar year, " in said
    assert "Duties stated differently: Se2 until then: For each meeting" in said
    assert " from then on: For each meeting" in said
    assert "at the latest 14 days after" in said
    told = json.loads(run(*plan, "--format", "json").stdout)
    assert told["duties"] == {"added": ["X9"], "changed": ["Se2"], "removed": []}


def test_schemas_are_json(run: Run) -> None:
    mandates = run("mandate", "schema").stdout
    assert json.loads(mandates) == json.loads(run("schema", "mandate").stdout)
    assert "anyOf" in json.loads(run("schema", "import").stdout)


def test_completion_is_a_script(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_GOVERNANCE_COMPLETE" in run("completion", shell).stdout
    monkeypatch.setenv("SHELL", "/bin/zsh")
    assert "compdef" in run("completion").stdout


def test_control_characters_are_shown_not_obeyed() -> None:
    assert printable("a\x1b[31mb\x07‮c\nd") == "a\\u001b[31mb\\u0007\\u202ec d"
    assert printable("Åström – 日本") == "Åström – 日本"


def test_values_are_written_for_people() -> None:
    assert readable({"a_b": [1, 2], "c": None}) == "a b 1, 2, c -"
    assert readable([{"a": 1}, {"a": 2}]) == "a 1; a 2"
    assert [readable(value) for value in (True, False, 0.5, 2.0, ())] == ["yes", "no", "0.5", "2", "-"]


def test_a_spreadsheet_takes_no_name_for_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    as_csv([{"name": "=1+1", "days": -3, "list": ["a", "b"]}], ["name", "days", "list", "none"])
    assert capsys.readouterr().out.splitlines() == ["name,days,list,none", "'=1+1,-3,a; b,"]


def test_people_read_names_and_programs_keys(run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "sv")
    asked = ("ask", "role-holders", "--role", "chair", "--as-of", "2021-06-01")
    assert "Ordförande" in run(*asked).stdout
    (row,) = json.loads(run(*asked, "--format", "json").stdout)["items"]
    assert row["role"] == "chair"
    assert run(*(word if word != "chair" else "ordförande" for word in asked)).stdout == run(*asked).stdout
    assert next(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").stdout)))["role"] == "chair"
    assert "Nätverksträff" in run("ask", "missing-minutes", *DAY, expect=1).stdout
    assert "Ansvarig: Vuxenutbildning\n" in run("explain", "vux/2021-1/partial", *DAY).stdout
