"""What went wrong, as an exit code and as words on stderr. Nobody ever sees a traceback."""

import errno
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import click

from governance.text import _, printable_json

__all__ = [
    "FINDINGS",
    "FINE",
    "INTERRUPTED",
    "READER_GONE",
    "REFUSED",
    "TROUBLE",
    "UNANCHORED",
    "USAGE",
    "UndecodableError",
    "is_reader_gone",
    "report",
    "require_text",
    "unread",
    "wants_json",
]

FINE, FINDINGS, USAGE, REFUSED, TROUBLE, UNANCHORED = range(6)
INTERRUPTED, READER_GONE = 130, 141
"""As a shell has it for a program that was ended by SIGINT and by SIGPIPE."""


class UndecodableError(click.UsageError):
    """An argument that is no text."""


def require_text(arguments: Sequence[str]) -> None:
    """Raises UndecodableError for bytes that are no UTF-8 and for NUL: neither can be a text in a ledger."""
    for number, argument in enumerate(arguments, 1):
        if "\x00" in argument or any("\ud800" <= letter <= "\udfff" for letter in argument):
            raise UndecodableError(_("Argument {number} is not a text: {argument!a}").format(
                number=number, argument=argument))  # fmt: skip


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether errors are to be told as JSON: known even when the arguments could not be understood."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)


def report(error: BaseException, *, as_json: bool) -> int:
    """Tell of an error on stderr; its exit code."""
    status, code, message, more = _understood(error)
    if os.environ.get("GOVERNANCE_DEBUG"):
        import traceback

        traceback.print_exception(error)
    if as_json:
        fields = {"error": code, "message": message, **more}
        click.echo(printable_json(fields, ascii_only=not _unicode()), err=True)
    else:
        _in_words(error, message, more.get("problems", ()))
    return status


def _understood(error: BaseException) -> tuple[int, str, str, dict[str, Any]]:
    """Exit code, stable code, message, and what else there is to tell."""
    from governance.errors import GovernanceError, InputError, Refused, Unproven

    if isinstance(error, click.ClickException):
        return USAGE, "usage", _misused(error), {}
    if isinstance(error, GovernanceError):
        branches: list[tuple[type[GovernanceError], int]] = [
            (InputError, USAGE), (Refused, REFUSED), (Unproven, FINDINGS),
        ]  # fmt: skip
        status = next((status for branch, status in branches if issubclass(type(error), branch)), TROUBLE)
        problems = error.details.get("problems")
        return status, error.code, str(error), {"problems": [str(p) for p in problems]} if problems else {}
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return INTERRUPTED, "interrupted", _("Interrupted."), {}
    if isinstance(error, OSError) and error.errno is not None:
        where = f"{error.filename}: " if error.filename else ""
        return TROUBLE, "system-trouble", where + os.strerror(error.errno), {}
    sentence = " ".join(str(error).split())[:200]
    message = _("This is a fault in the program, not in what you did: {fault}. GOVERNANCE_DEBUG=1 shows more.")
    return TROUBLE, "internal-error", message.format(fault=f"{type(error).__name__}: {sentence}"), {}


def _misused(error: click.ClickException) -> str:
    """What click says, in the reader's language where it is one of its usual complaints."""
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities or ()
        meant = " " + _("Did you mean {names}?").format(names=_(" or ").join(near)) if near else ""
        return _("There is no option {name}.").format(name=error.option_name) + meant
    if isinstance(error, click.BadOptionUsage):
        return _("{name}: a value is missing, or there is one too many.").format(name=error.option_name)
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param else "-")
        name = str(hint).replace("'", "")
        if isinstance(error, click.MissingParameter):
            return _("{name} is missing.").format(name=name)
        if isinstance(kind, click.Choice):
            return _("{name}: write one of {allowed}.").format(name=name, allowed=", ".join(map(str, kind.choices)))
        if isinstance(kind, click.IntRange) and kind.max is None:
            return _("{name}: write a whole number from {low}.").format(name=name, low=kind.min)
        if isinstance(kind, click.IntRange):
            sentence = _("{name}: write a whole number from {low} to {high}.")
            return sentence.format(name=name, low=kind.min, high=kind.max)
        return f"{name}: {error.message}"
    return error.format_message()


def _in_words(error: BaseException, message: str, problems: Sequence[str]) -> None:
    from governance_cli.terminal import colours, printable

    if isinstance(error, click.UsageError) and error.ctx:
        click.echo(error.ctx.get_usage(), err=True)
        hint = _("`{command} --help` tells more.").format(command=error.ctx.command_path)
        message = f"{message}\n{hint}"
    label = click.style(_("Error:"), fg="red", bold=True) if colours(sys.stderr) else _("Error:")
    text = "\n".join(printable(line) for line in message.splitlines())
    lines = [f"{label} {text}", *(f"  {printable(problem)}" for problem in problems)]
    click.echo("\n".join(lines), err=True, color=True)


def _unicode() -> bool:
    return bool(sys.stderr) and (sys.stderr.encoding or "").lower().startswith("utf")


def unread(file: str, error: OSError) -> str:
    """Why a file could not be read, in words."""
    if isinstance(error, FileNotFoundError):
        return _("{file}: there is no such file").format(file=file)
    return _("{file}: {problem}").format(file=file, problem=error.strerror)


def is_reader_gone(error: BaseException) -> bool:
    """Whether whoever read the output stopped reading (``| head``)."""
    return isinstance(error, OSError) and error.errno == errno.EPIPE
