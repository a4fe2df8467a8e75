"""The command ``governance``: parses, calls the ledger, renders. No rule lives here.

Exit codes: 0 fine · 1 findings · 2 usage and bad input · 3 refused · 4 storage trouble · 5 whole, but not anchored.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn, TextIO

import click

from governance.text import _
from governance_cli import faults
from governance_cli.lazy import LazyGroup, example
from governance_cli.nouns import entries
from governance_cli.options import place_options

__all__ = ["cli", "run"]


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; its exit code. Every error ends here."""
    try:
        try:
            _be_patient(sys.stdout, sys.stderr)
            status = _carried_out(arguments)
            _flush()
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where every error is told
            if faults.is_reader_gone(error):
                return _silenced(faults.READER_GONE)
            status = faults.report(error, as_json=faults.wants_json(arguments))
            _flush()
    except OSError as error:  # nobody is there to be told
        return _silenced(faults.READER_GONE if faults.is_reader_gone(error) else faults.TROUBLE)
    except KeyboardInterrupt:
        return _silenced(faults.INTERRUPTED)
    return status


def _carried_out(arguments: Sequence[str]) -> int:
    complete = os.environ.get("_GOVERNANCE_COMPLETE")
    if complete:
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, "governance", "_GOVERNANCE_COMPLETE", complete)
    faults.require_text(arguments)
    try:
        with cli.make_context("governance", list(arguments)) as ctx:
            return cli.invoke(ctx) or faults.FINE
    except click.exceptions.Exit as done:
        return done.exit_code


def _be_patient(*streams: TextIO | None) -> None:
    """What a terminal cannot show is written as an escape; no output fails for its letters."""
    for stream in streams:
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _silenced(status: int) -> int:
    """What is still unwritten goes nowhere, so that Python does not complain of it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue
    return status


class _Root(LazyGroup):
    """Whoever starts the group the way click does it gets the same handling of errors."""

    def main(self, args: Sequence[str] | None = None, *_rest: Any, **_extra: Any) -> NoReturn:
        raise SystemExit(run(sys.argv[1:] if args is None else args))


def _begin(**_values: object) -> None:
    if click.get_current_context().invoked_subcommand is None:
        from governance_cli.welcome import welcome

        welcome()


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"governance {version('governance-ledger')}")
        ctx.exit()


cli = _Root(
    "governance",
    entries=entries(),
    callback=_begin,
    params=[
        *place_options(root=True),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_version,
            help=_("Say which version."),
        ),
    ],
    help=_("What a committee's mandate obliges it to, and what was done: a ledger for committees and their auditors."),
    epilog=example("governance overdue --as-of 2021-06-10")
    + "\n\n"
    + _("Exit codes: 0 fine, 1 findings, 2 bad input, 3 refused, 4 storage trouble, 5 whole but not anchored."),
)
