"""``import``, ``doctor``, ``schema`` and ``completion``: the ledger's own upkeep."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from governance.compliance.answer import row_of
from governance.errors import ImportLineInvalid
from governance.store.secret import key_is_there
from governance.text import _, ngettext
from governance_cli.faults import FINDINGS, FINE, unread
from governance_cli.options import Place, command, format_option
from governance_cli.rendering import as_json
from governance_cli.tables import Column, table
from governance_cli.terminal import printable, say, unicode_out

__all__ = ["backup_command", "completion_command", "doctor_command", "import_command", "schema_command"]

_LONGEST = 16_000_000


@command(
    "import",
    click.Argument(["file"], metavar=_("FILE")),
    click.Option(["--keep-times"], is_flag=True, help=_("The times that the lines state become those of the record.")),
    click.Option(["--dry-run"], is_flag=True, help=_("Only check that every line can be carried out.")),
    format_option("table", "json"),
    examples=("governance import history.jsonl --keep-times", "governance schema import > import.schema.json"),
)
def import_command(file: str, keep_times: bool, dry_run: bool, format: str) -> None:
    """Carry out commands from a file of JSON lines (- is the standard input), in order. A line that was carried out
    before is left alone, so that a file can be imported again. It stops at the first line that cannot be; what stands
    before that is recorded."""
    from governance_cli.parameters import file_text
    from governance_cli.progress import counting

    place = Place.current()
    beside = Path.cwd() if file == "-" else Path(file).parent

    def text_of(name: str) -> str:
        path = (beside / name).resolve()
        if not path.is_relative_to(beside.resolve()):
            raise ValueError(_("{file} does not lie beside the import file").format(file=name))
        try:
            return file_text(str(path))
        except OSError as error:
            raise ValueError(unread(name, error)) from error

    if dry_run and not Path(place.ledger).exists():
        place = Place(":memory:", place.actor)
    with (
        _lines(file) as lines,
        place.open(create=not dry_run) as ledger,
        counting(_("Importing"), None) as progress,
    ):
        report = ledger.import_lines(
            lines, file=file, text_of=text_of, keep_times=keep_times, dry_run=dry_run, progress=progress
        )
    if format == "json":
        as_json(row_of(report))
        return
    would = _("{file}: {lines} lines would record {events} events; {repeated} are recorded already.")
    did = _("{file}: {lines} lines recorded {events} events; {repeated} were recorded before.")
    say((would if dry_run else did).format(
        file=file, lines=report.lines, events=report.events, repeated=report.repeated))  # fmt: skip


@contextmanager
def _lines(file: str) -> Iterator[Iterator[str]]:
    """The lines of a file, opened before the ledger is, so that a wrong name begins no ledger."""
    if file == "-":
        if sys.stdin is None:
            raise click.UsageError(_("The standard input is closed."))
        yield _decoded(sys.stdin.buffer, file)
        return
    try:
        opened = Path(file).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise click.BadParameter(unread(file, error), param_hint="FILE") from error
    with opened:
        yield _decoded(opened, file)


def _decoded(file: BinaryIO, name: str) -> Iterator[str]:
    """Line by line, so that one that is no text is told by its number; none is read further than is sensible."""
    number = 0
    while line := file.readline(_LONGEST):
        number += 1
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise ImportLineInvalid(file=name, line=number, problem=_("it is no UTF-8 text")) from error


@command(
    "backup",
    click.Argument(["to"], metavar=_("FILE"), type=click.Path(dir_okay=False)),
    examples=("governance backup ledger-2021-06-30.db",),
    without="actor",
)
def backup_command(to: str) -> None:
    """Copy the ledger into a new file. It is a copy of one moment, although others write meanwhile, and lacks nothing
    that was acknowledged then; it is verified before it gets its name. The secret key is not in it, nor should it lie
    beside it. To restore it, put it in the ledger's place while nobody uses that."""
    place = Place.current()
    with place.open() as ledger:
        result = ledger.backup(to)
    say(_("{file}: {n} events, all of them whole.").format(file=printable(to), n=result.events))
    if key_is_there(place.key_place()):
        say(_("The secret key is not in it: keep a copy of {key} in another place.").format(
            key=printable(place.key_place())))  # fmt: skip


@command(
    "doctor",
    click.Option(["--rebuild"], is_flag=True, help=_("First build what is kept for fast answers anew from the log.")),
    click.Option(["--all", "whole"], is_flag=True, help=_("Compare all that is kept for fast answers, not a sample.")),
    format_option("table", "json"),
    examples=("governance doctor", "governance doctor --rebuild", "governance doctor --all"),
)
def doctor_command(rebuild: bool, whole: bool, format: str) -> int:
    """Check the ledger's health: the store, every event of the log, and what is kept for fast answers, of which a
    sample is compared with what the rules say of the log. The exit code is 1 when something should be corrected."""
    from governance_cli.progress import counting

    with Place.current().open() as ledger:
        if rebuild:
            with counting(_("Rebuilding"), ledger.desk.last_position()) as progress:
                ledger.rebuild(lambda done, _of: progress(done))
        findings = ledger.doctor(whole=whole)
    if format == "json":
        as_json([row_of(finding) for finding in findings])
    else:
        good, bad = ("✓", "✗") if unicode_out() else ("ok", "!!")
        colour = Column("", lambda f: good if f.ok else bad, lambda f: {"fg": "green" if f.ok else "red"}, fixed=True)
        table((colour, Column(_("WHAT"), lambda f: f.what), Column(_("FOUND"), lambda f: f.detail)), findings)
    wrong = sum(not finding.ok for finding in findings)
    if wrong and format != "json":
        say(ngettext("{n} thing to correct.", "{n} things to correct.", wrong).format(n=wrong), fg="red")
    return FINDINGS if wrong else FINE


@command(
    "schema",
    click.Argument(["what"], type=click.Choice(["mandate", "import"])),
    examples=("governance schema import > import.schema.json", "governance schema mandate"),
)
def schema_command(what: str) -> None:
    """The JSON Schema of mandate files, or of the lines of import files."""
    if what == "mandate":
        from governance.duties.schema import mandate_schema

        as_json(mandate_schema())
    else:
        from governance.ledger.signatures import import_schema

        as_json(import_schema())


@command(
    "completion",
    click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]), required=False),
    examples=(
        'eval "$(governance completion bash)"',
        "governance completion fish > ~/.config/fish/completions/governance.fish",
    ),
)
def completion_command(shell: str | None) -> None:
    """A script that completes commands and options of governance in your shell; the shell is guessed if omitted."""
    from click.shell_completion import get_completion_class

    name = shell or os.environ.get("SHELL", "").rpartition("/")[2]
    completion = get_completion_class(name)
    if completion is None:
        raise click.UsageError(_("Say which shell: bash, zsh or fish."))
    root = click.get_current_context().find_root()
    click.echo(completion(root.command, {}, "governance", "_GOVERNANCE_COMPLETE").source())
