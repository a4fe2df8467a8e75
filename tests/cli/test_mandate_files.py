"""Beginning a mandate file from an example, and having one given back in words."""

from pathlib import Path

import pytest

from governance.duties.reading import check_mandate
from tests.cli.conftest import MANDATE, Run

LINES = "The mandate\nThe board of Linden House\nlinden\n\nThe general meeting\n2024-01-01\n"
"""Answers to what is asked for the small example: title, name, key, time zone, principal, first day."""
FACTS = ["--title", "T", "--name", "Linden", "--key", "linden", "--time-zone", "Europe/Oslo", "--principal", "P",
         "--starts", "2026-01-01"]  # fmt: skip


def test_a_file_begins_from_the_small_example(run: Run, tmp_path: Path) -> None:
    output = run("mandate", "new", "board.toml", "--lang", "en", stdin=LINES).stdout
    assert "What the body is called [The board]:" in output
    assert "board.toml is written." in output
    text = (tmp_path / "board.toml").read_text(encoding="utf-8")
    checked = check_mandate(text)
    assert (checked.problems, checked.findings) == ((), ())
    assert 'name = "The board of Linden House"' in text
    assert 'time_zone = "Europe/Stockholm"' in text
    assert [file.name for file in tmp_path.iterdir()] == ["board.toml"]


def test_a_file_begins_from_a_body_without_a_question_if_options_say_all(run: Run, tmp_path: Path) -> None:
    run("mandate", "new", "--from", "audit-committee", *FACTS)
    text = (tmp_path / "mandate.toml").read_text(encoding="utf-8")
    assert check_mandate(text).problems == ()
    assert 'key = "linden"' in text
    assert "audit-firm" in text


@pytest.mark.parametrize(
    ("option", "value"), [("--key", "X y"), ("--starts", "New Year"), ("--time-zone", "Mars/Base")]
)
def test_a_fact_that_cannot_stand_in_a_mandate_is_refused(option: str, value: str, run: Run, tmp_path: Path) -> None:
    assert "mandate.toml:" in run("mandate", "new", *FACTS, option, value, expect=2).stderr
    assert list(tmp_path.iterdir()) == []


def test_an_option_for_what_the_example_does_not_have_is_refused(run: Run) -> None:
    assert "has no --registry" in run("mandate", "new", *FACTS, "--registry", "a@example.org", expect=2).stderr


def test_a_file_in_swedish(run: Run) -> None:
    output = run("mandate", "new", "--lang", "sv", stdin=LINES).stdout
    assert "Vad organet heter" in output
    assert "Ordföranden leder mötena." in Path("mandate.toml").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_not_written_over(run: Run) -> None:
    Path("mandate.toml").write_text("mine", encoding="utf-8")
    assert "--force" in run("mandate", "new", stdin=LINES, expect=2).stderr
    assert Path("mandate.toml").read_text(encoding="utf-8") == "mine"
    run("mandate", "new", "--force", "--lang", "en", stdin=LINES)
    assert "Linden" in Path("mandate.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lines", [0, 1, 5])
def test_what_is_broken_off_leaves_everything_as_it_was(lines: int, run: Run, tmp_path: Path) -> None:
    Path("mandate.toml").write_text("mine", encoding="utf-8")
    run("mandate", "new", "--force", stdin="".join(LINES.splitlines(keepends=True)[:lines]), expect=130)
    assert [file.name for file in tmp_path.iterdir()] == ["mandate.toml"]
    assert Path("mandate.toml").read_text(encoding="utf-8") == "mine"


def test_a_write_that_fails_leaves_everything_as_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    Path("mandate.toml").write_text("mine", encoding="utf-8")
    monkeypatch.setattr("governance_cli.starting.Path.replace", full)
    run("mandate", "new", "--force", "--lang", "en", stdin=LINES, expect=4)
    assert [file.name for file in tmp_path.iterdir()] == ["mandate.toml"]


@pytest.mark.parametrize(("form", "mark"), [("text", "=====\n"), ("md", "# Uppdrag"), ("html", "<!doctype html>")])
def test_a_mandate_is_given_back_in_words(form: str, mark: str, run: Run) -> None:
    page = run("mandate", "render", str(MANDATE), "--lang", "sv", "--format", form).stdout
    assert mark in page
    assert "värdkommunen för protokoll på träffen" in page.lower()


def test_a_page_is_in_the_readers_language_where_none_is_named(run: Run) -> None:
    assert "The mandate does not say" in run("mandate", "render", str(MANDATE)).stdout


def test_a_file_with_faults_is_not_given_back(run: Run) -> None:
    Path("wrong.toml").write_text("governance = 2\n", encoding="utf-8")
    assert "wrong.toml:1" in run("mandate", "render", "wrong.toml", expect=2).stderr
