"""Writing a mandate file by an interview, and having it given back in words."""

from pathlib import Path

import pytest

from governance.duties.reading import check_mandate
from tests.cli.conftest import MANDATE, Run

LINES = (
    "The board of Linden House\n\nThe general meeting\n\n2024-01-01\n\n\n\n"  # body, with no members
    "Chair\n\n\n"  # one role, held by one person
    "\n8\n1\n" + "\n" * 12
)  # no kinds, eight meetings, led by the chair; nothing else is known


def test_an_interview_writes_a_file_that_is_in_order(run: Run, tmp_path: Path) -> None:
    said = run("mandate", "new", "board.toml", "--lang", "en", stdin=LINES).stdout
    assert "What is the body called?" in said
    assert "board.toml is written." in said
    text = (tmp_path / "board.toml").read_text(encoding="utf-8")
    checked = check_mandate(text)
    assert (checked.problems, checked.findings) == ((), ())
    assert 'name = "The board of Linden House"' in text
    assert "at_least = 8" in text
    assert 'evidence = "meeting_led"' in text
    assert [file.name for file in tmp_path.iterdir()] == ["board.toml"]


def test_an_answer_that_is_not_understood_is_asked_for_again(run: Run) -> None:
    said = run("mandate", "new", "--lang", "en", stdin=LINES.replace("2024-01-01", "New Year\n2024-01-01")).stdout
    assert "Please write a day as 2024-05-17." in said
    assert Path("mandate.toml").exists()


def test_an_interview_in_swedish(run: Run) -> None:
    said = run("mandate", "new", "--lang", "sv", stdin=LINES).stdout
    assert "Vad heter" in said
    assert 'time_zone = "Europe/Stockholm"' in Path("mandate.toml").read_text(encoding="utf-8")


def test_a_file_that_is_there_is_not_written_over(run: Run) -> None:
    Path("mandate.toml").write_text("mine", encoding="utf-8")
    assert "--force" in run("mandate", "new", stdin=LINES, expect=2).stderr
    assert Path("mandate.toml").read_text(encoding="utf-8") == "mine"
    run("mandate", "new", "--force", "--lang", "en", stdin=LINES)
    assert "Linden" in Path("mandate.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lines", [0, 1, 8, 14])
def test_an_interview_that_is_broken_off_leaves_everything_as_it_was(lines: int, run: Run, tmp_path: Path) -> None:
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
    monkeypatch.setattr("governance_cli.interview.Path.replace", full)
    run("mandate", "new", "--force", "--lang", "en", stdin=LINES, expect=4)
    assert [file.name for file in tmp_path.iterdir()] == ["mandate.toml"]
    assert Path("mandate.toml").read_text(encoding="utf-8") == "mine"


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
