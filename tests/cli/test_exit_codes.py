"""0 fine · 1 findings · 2 usage and bad input · 3 refused · 4 storage trouble · 5 whole, but not anchored; as JSON,
errors are objects."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import MANDATE, Run
from tests.kit.mandates import ASSIGNMENT, REPORTS, small

CASES = [
    (0, "overdue --as-of 2021-05-31", None),
    (1, "overdue --as-of 2023-01-01", None),
    (0, "due --as-of 2021-05-01", None),
    (1, "diff #30 #50 --as-of 2021-06-10", None),
    (0, "diff #50 #50 --as-of 2021-06-10", None),
    (1, "ask missing-minutes --as-of 2021-12-31", None),
    (0, "ask role-holders --as-of 2021-12-31", None),
    (0, "explain vux/2021-1/partial", None),
    (0, "doctor", None),
    (2, "overdue --as-of 2021-02-30", "date-not-understood"),
    (2, "overdue --as-of 9999", "day-out-of-range"),
    (2, "overdue --known-at #999", "known-at-invalid"),
    (2, "overdue --known-at soon", "known-at-invalid"),
    (2, "overdue --network nope", "reference-unknown"),
    (2, "status --network nope", "reference-unknown"),
    (2, "ask missing-minutes --network nope", "reference-unknown"),
    (2, "log --network nope", "reference-unknown"),
    (2, "explain vux/Se2", "reference-ambiguous"),
    (2, "explain nope", "reference-unknown"),
    (2, "show nope", "reference-unknown"),
    (2, "show #999", "reference-unknown"),
    (2, "show person:nope", "reference-unknown"),
    (2, "overdue --nonsense", "usage"),
    (2, "overdue extra", "usage"),
    (2, "nonsense", "usage"),
    (2, "ask nonsense", "usage"),
    (2, "ask 29", "usage"),
    (2, "diff", "usage"),
    (2, "diff #1 #2 #3", "usage"),
    (2, "log --kind Nonsense", "usage"),
    (2, "log -n -1", "usage"),
    (2, "due --days -1", "usage"),
    (2, "due --days x", "usage"),
    (2, "meeting schedule vux --kind network", "usage"),
    (2, "meeting schedule vux --kind network --planned-on soon --actor system:t", "date-not-understood"),
    (2, "meeting schedule vux --kind network --planned-on 2021-12-01", "actor-missing"),
    (2, "plan adopt vux --year +2021 --actor system:t", "usage"),
    (2, "plan adopt vux --year 2021 --document nope.pdf --actor system:t", "usage"),
    (2, "plan adopt vux --year 2021 --document sha256:12 --actor system:t", "usage"),
    (2, "meeting hold 2021-02-12 --attendance skovde=a --actor system:t", "usage"),
    (2, "assignment issue vux --key x --title x --report X=2021 --actor system:t", "usage"),
    (2, "correct #30 --set nonsense --reason x --actor system:t", "usage"),
    (2, "correct #30 --set nonsense=1 --reason x --actor system:t", "field-invalid"),
    (2, "mandate adopt nope.toml --actor system:t", "usage"),
    (2, "import nope.jsonl", "usage"),
    (2, "schema nonsense", "usage"),
    (2, "completion tcsh", "usage"),
    (3, "network establish vux --name x --actor system:t", "network-exists"),
    (3, "meeting cancel vux/2021-02-12 --actor system:t", "meeting-is-held"),
    (3, "member join vux --member hjo --on 2999 --actor system:t", "in-the-future"),
    (3, "role assign vux --role chair --holder nobody --actor system:t", "party-unknown"),
    (4, "overdue --ledger nope.db", "ledger-missing"),
    (4, "log --ledger nope.db", "ledger-missing"),
    (4, "role assign vux --role chair --holder x --ledger nope.db --actor system:t", "ledger-missing"),
    (4, "overdue --ledger .", None),
]  # fmt: skip


@pytest.mark.parametrize(("status", "line", "code"), CASES, ids=[line for _status, line, _code in CASES])
def test_exit_code(status: int, line: str, code: str | None, run: Run, demo: Path) -> None:
    result = run(*line.split(), expect=status)
    if status > 1:
        assert result.stdout == ""
        assert "Error: " in result.stderr
        assert "fault in the program" not in result.stderr
        told = json.loads(run(*line.split(), "--format", "json", expect=status).stderr)
        assert told["message"]
        if code:
            assert told["error"] == code


def test_reading_commands_begin_no_ledger(run: Run, tmp_path: Path) -> None:
    for line in ("overdue", "status", "log", "doctor", "show x", "explain x", "ask 5", "diff 1"):
        run(*line.split(), expect=4)
    run("mandate", "plan", str(MANDATE))
    run("import", str(MANDATE.with_suffix(".jsonl")), "--dry-run")
    run("import", "nope.jsonl", expect=2)
    assert list(tmp_path.iterdir()) == []


def test_a_faulty_mandate_is_a_finding_of_check_and_bad_input_of_adopt(run: Run) -> None:
    Path("bad.toml").write_text('governance = 1\nversion = 3\n[network]\nkey = "Å"\n')
    checked = run("mandate", "check", "bad.toml", expect=1)
    assert "bad.toml:2: version" in checked.stdout
    problems = json.loads(run("mandate", "check", "bad.toml", "--format", "json", expect=1).stdout)["problems"]
    assert problems[0]["line"] >= 1
    adopted = run("mandate", "adopt", "bad.toml", "--actor", "system:t", expect=2)
    assert "bad.toml:2: version" in adopted.stderr
    told = json.loads(run("mandate", "adopt", "bad.toml", "--actor", "system:t", "--format=json", expect=2).stderr)
    assert told["error"] == "mandate-invalid"
    assert len(told["problems"]) == len(problems)
    assert f"bad.toml: faults in the mandate: {len(problems)}." in adopted.stderr


def test_a_sound_mandate_has_no_findings(run: Run) -> None:
    assert "no faults" in run("mandate", "check", str(MANDATE)).stdout
    assert json.loads(run("mandate", "check", str(MANDATE), "--format", "json").stdout)["problems"] == []
    assert "no faults" in run("mandate", "check", "-", stdin=MANDATE.read_text()).stdout
    one = run("mandate", "check", "-", stdin=small(REPORTS, ASSIGNMENT), expect=1).stdout
    assert "Version 1 for net, from 2021-01-01: 1 clause, 1 duty, 1 assignment." in one


def test_what_is_doubtful_in_a_mandate_is_a_finding_and_no_fault(run: Run) -> None:
    text = MANDATE.read_text("utf-8")
    Path("doubtful.toml").write_text(text + '\n[[act]]\nkey = "guest"\nname = "Guest"\n')
    checked = run("mandate", "check", "doubtful.toml", expect=1)
    assert "doubtful.toml: no faults." in checked.stdout
    assert "1 thing can hardly be meant as it stands there:" in checked.stdout
    line = text.count("\n") + 2
    assert f"doubtful.toml:{line}: act[guest]: no duty speaks of the act 'guest'" in checked.stdout
    told = json.loads(run("mandate", "check", "doubtful.toml", "--format", "json", expect=1).stdout)
    assert told["problems"] == []
    assert [(f["line"], f["key"], f["clause"]) for f in told["findings"]] == [(line, "act[guest]", "")]
    honorary = f'{text}\n[[role]]\nkey = "guest"\nname = "Guest"\nheld_by = "person"\n'
    light = run("mandate", "check", "-", stdin=honorary).stdout
    assert "1 thing may well be meant, and is worth a look:" in light
    assert "no duty speaks of the role 'guest'" in light
    sound = json.loads(run("mandate", "check", str(MANDATE), "--format", "json").stdout)
    assert sound == {"file": str(MANDATE), "problems": [], "findings": []}


def test_an_import_names_the_line_that_cannot_be(run: Run) -> None:
    line = '{"command": "establish_network", "network": "a", "name": "A", "actor": "system:t"}\n'
    Path("bad.jsonl").write_text(line + "nonsense\n")
    assert "bad.jsonl, line 2" in run("import", "bad.jsonl", expect=2).stderr
    Path("refused.jsonl").write_text(line.replace('"A"', '"B"'))
    assert "refused.jsonl, line 1" in run("import", "refused.jsonl", expect=3).stderr
    Path("bytes.jsonl").write_bytes(line.encode() + b"\xff\n")
    assert "bytes.jsonl, line 2" in run("import", "bytes.jsonl", expect=2).stderr
    Path("beside").mkdir()
    Path("beside/x.jsonl").write_text('{"command": "adopt_mandate", "file": "../bad.jsonl", "actor": "system:t"}\n')
    assert "beside" in run("import", "beside/x.jsonl", expect=2).stderr


def test_doctor_finds_what_is_wrong(run: Run, demo: Path) -> None:
    import apsw

    apsw.Connection(str(demo)).execute("DELETE FROM event WHERE position = 5")
    assert "to correct" in run("doctor", expect=1).stdout
    findings = json.loads(run("doctor", "--format", "json", expect=1).stdout)
    assert [f for f in findings if not f["ok"]]
