"""Every command can be found, says what it does, and shows how it is used."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from governance.ledger.command import commands_in
from governance.ledger.commands import Commands
from governance_cli.commands import COMMANDS
from governance_cli.lazy import LazyGroup
from governance_cli.nouns import NOUNS
from governance_cli.root import cli
from tests.cli.conftest import Run


def _tree(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    with click.Context(group) as ctx:
        for name in group.list_commands(ctx):
            command = group.get_command(ctx, name)
            assert command is not None
            yield (*path, name), command
            if isinstance(command, click.Group):
                yield from _tree(command, (*path, name))


TREE = dict(_tree(cli))


@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_help_of_a_command_has_an_example(path: tuple[str, ...], run: Run) -> None:
    said = run(*path, "--help").stdout
    assert "Usage: governance" in said
    assert "Example:\n    " in said
    if path[0] != "ask":  # questions that are commands of their own keep the example of those
        assert any(line.strip().startswith(f"governance {' '.join(path)}") or "$(governance completion" in line
                   for line in said.partition("Example:")[2].splitlines())  # fmt: skip


@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_everything_in_the_help_is_explained(path: tuple[str, ...]) -> None:
    command = TREE[path]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{path}: {parameter.opts} says nothing"


def test_every_command_of_the_library_can_be_reached_once() -> None:
    methods = list(commands_in(Commands))
    assert sorted(row.method for row in COMMANDS) == sorted(methods)
    paths = [tuple(word for word in (row.noun, row.verb) if word) for row in COMMANDS]
    assert len(set(paths)) == len(paths)
    assert set(paths) <= TREE.keys()


def test_every_noun_has_commands() -> None:
    assert {row.noun for row in COMMANDS} == NOUNS.keys()


@pytest.mark.parametrize("row", COMMANDS, ids=lambda row: row.method)
def test_the_example_of_a_command_is_one_of_it(row: object) -> None:
    words = getattr(row, "example").split()  # noqa: B009 - rows are typed where they stand
    assert words[: 2 if row.verb else 1] == [word for word in (row.noun, row.verb) if word]  # type: ignore[attr-defined]  # a row


def test_refusals_are_told_by_their_codes(run: Run) -> None:
    said = run("report", "submit", "--help").stdout
    assert "report-submitted-already" in said
    assert "``" not in said


def test_a_command_that_is_not_there_is_guessed(run: Run) -> None:
    assert "Did you mean overdue?" in run("overdeu", expect=2).stderr
    assert "Did you mean schedule" in run("meeting", "shedule", expect=2).stderr


def test_a_noun_alone_shows_its_verbs(run: Run) -> None:
    assert "carry-over" in run("action").stdout


def test_help_and_completion_load_no_library() -> None:
    code = (
        "import sys; from governance_cli.root import cli, run; run(['--help']); run(['meeting', '--help']);"
        "import click; cli.shell_complete(click.Context(cli), 'o');"
        "print([m for m in sys.modules if m.split('.')[0] in ('pydantic', 'eventsourcing', 'rich', 'apsw')])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.splitlines()[-1] == "[]"


def test_entries_complete_from_their_names() -> None:
    ctx = click.Context(cli)
    assert [item.value for item in cli.shell_complete(ctx, "ob")] == ["obligations"]
    assert isinstance(cli, LazyGroup)
