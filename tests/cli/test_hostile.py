"""Whatever is written on the command line: an exit code and a sentence, never a traceback."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from governance.questions import QUESTIONS
from governance_cli.commands import COMMANDS
from governance_cli.nouns import entries
from governance_cli.root import cli
from tests.cli.conftest import Run

VALUES = [
    "", " ", "-", "--", "---", "-x", "=", "#", "#0", "#-1", "##1", "#99999999999999999999", "@", "a@b@c", "vux@1",
    "meeting:@1", "meeting:vux/x@99999999999999999999", "../../etc/passwd", "/", "//", ".", "/dev/null", "%s%n", "{x}",
    "${HOME}", "'; DROP TABLE event; --", "\x00", "a\x00b", "\udcff", "\ud800", "\x1b[31m", "é", "e\u0301", "İ", "ß",
    "\u202e", "\ufeff", "日本", "💥", "0", "-1", "+1", "1_000", "１", "1e9", "NaN", "Infinity", "null", "[]", "{}",
    "[" * 5000, "0000", "9999", "2021-00", "2021-02-30", "2021-W05", "9999-12-31", "2021-05-17T10:00:00",
    "2021-05-17T10:00:00+02:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "a" * 100_000, "vux",
    "person:", "org:", ":", "person:x", "sha256:", "sha256:" + "0" * 64, "x=1", "=1", "x=", "x=1/0", "x=9999999/1",
]  # fmt: skip
OPTIONS = [
    "overdue --as-of", "overdue --known-at", "overdue --network", "overdue --ledger", "overdue --format", "due --days",
    "obligations --verdict", "status --as-of", "explain", "show", "diff", "diff --known-at", "log --network",
    "log --kind", "log --actor", "log --since", "log --until", "log --text", "log -n", "ask", "ask history",
    "ask document", "ask what-if Se2", "ask role-holders --role", "ask meeting-quota --year", "ask late-records --days",
    "mandate check", "mandate plan", "import", "completion", "schema", "--ledger", "--actor",
    "person register --actor system:t", "person register X --actor", "person register X --actor system:t --person",
    "person register X --actor system:t --on", "person register X --actor system:t --email",
    "person register X --actor system:t --source", "person register X --actor system:t --clause",
    "person register X --actor system:t --command-id", "network establish --actor system:t --name N",
    "network establish new --name N --actor system:t --time-zone", "meeting hold --actor system:t",
    "meeting hold 2021-11-19 --actor system:t --attendance", "plan adopt vux --actor system:t --year",
    "plan adopt vux --actor system:t --year 2021 --document", "correct #30 --actor system:t --reason r --set",
    "correct --actor system:t --reason r --set x=1", "assignment issue vux --key k --title t --actor system:t --report",
    "dates submit vux --actor system:t --date", "minutes submit --actor system:t",
    "report submit --actor system:t --report",
]  # fmt: skip


def _harmless(arguments: list[str]) -> None:
    result = CliRunner().invoke(cli, arguments, input="")
    told = (arguments, result.stderr)
    assert isinstance(result.exception, SystemExit | None), told
    assert result.exit_code in (0, 1, 2, 3, 4), told
    assert "Traceback" not in result.output, told
    assert "fault in the program" not in result.stderr, told
    if result.exit_code > 1:
        assert "Error: " in result.stderr or '"error"' in result.stderr, told
    assert "\x1b" not in result.output, told


@pytest.mark.parametrize("options", OPTIONS)
def test_hostile_values(options: str, demo: Path) -> None:
    for value in VALUES:
        _harmless([*options.split(), value])


WORDS = [
    *(entry.name for entry in entries()), *(row.verb for row in COMMANDS if row.verb), *QUESTIONS, "--help", "--format",
    "json", "csv", "table", "--as-of", "--known-at", "--network", "--ledger", "--actor", "governance.db", "vux", "#5",
    "--on", "2021-05-01", "--reason", "--key", "--text", "-n", "3", "--oneline", "--reverse", "--dry-run", "--", "-",
    "system:t", "vux/2021-1", "2021-02-12", "--report", "partial", "--document", "--set", "a=1", "--rebuild",
]  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS) | st.text(st.characters(codec=None), max_size=8), max_size=7))
def test_any_words(demo: Path, arguments: list[str]) -> None:
    _harmless(arguments)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(COMMANDS), st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=6))
def test_any_words_after_a_command(demo: Path, row: object, arguments: list[str]) -> None:
    words = [word for word in (row.noun, row.verb) if word]  # type: ignore[attr-defined]  # a row
    _harmless(["--actor", "system:t", *words, *arguments])


@pytest.fixture(autouse=True)
def _nobody_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("governance_cli.log.time.sleep", interrupt)


def test_a_fault_of_the_program_is_one_sentence(run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object, **_keywords: object) -> None:
        raise RuntimeError("what nobody\nthought of")

    monkeypatch.setattr("governance.answers.Answers.overdue", broken)
    said = run("overdue", expect=4).stderr
    assert said.count("\n") == 1
    assert "fault in the program" in said
    assert json.loads(run("overdue", "--format", "json", expect=4).stderr)["error"] == "internal-error"
    monkeypatch.setenv("GOVERNANCE_DEBUG", "1")
    result = CliRunner().invoke(cli, ["overdue"])
    assert "Traceback" in result.stderr
    assert result.exit_code == 4


def test_an_interruption_is_no_fault(run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object, **_keywords: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("governance.answers.Answers.overdue", interrupted)
    assert run("overdue", expect=130).stderr == "Error: Interrupted.\n"
