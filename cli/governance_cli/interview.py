"""``governance mandate new``: an interview at the terminal that ends in a mandate file."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from governance.text import _, speaking
from governance_cli.options import command
from governance_cli.rendering import printable, say

if TYPE_CHECKING:
    from governance.duties.interview import Question, Taking

__all__ = ["new_command"]


@command(
    "new",
    click.Argument(["file"], default="mandate.toml", required=False, type=click.Path(dir_okay=False)),
    click.Option(["--lang"], type=click.Choice(["sv", "en"]), help=_("The language of the interview; else yours.")),
    click.Option(["--force"], is_flag=True, help=_("Write over a file that is there already.")),
    examples=("governance mandate new mandate.toml",),
)
def new_command(file: str, lang: str | None, force: bool) -> None:
    """Ask about a body and its mandate, and write a mandate file from the answers. What you do not know you leave
    out: an answer of nothing is always right, but where a question says otherwise. The file is written at the end;
    until then Ctrl-C leaves everything as it was. No ledger is needed."""
    with speaking(lang):
        place = Path(file)
        if place.exists() and not force:
            problem = _("{file} is there already; --force writes over it.").format(file=printable(file))
            raise click.UsageError(problem, click.get_current_context())
        text = _interview()
        _written(place, text)
        say()
        say(_("{file} is written. `governance mandate render {file}` says what is understood of it.").format(
            file=printable(file)))  # fmt: skip


def _interview() -> str:
    from governance.duties.interview import QUESTIONS, Taking, mandate_file
    from governance.duties.reading import read_mandate

    say(_("Leave out what you do not know: press Enter. Ctrl-C ends the interview, and nothing is written."))
    taking, part = Taking(), ""
    for question in QUESTIONS:
        for subject in taking.subjects(question):
            if question.part != part:
                part = question.part
                say()
                say(_(part), bold=True)
            _ask(taking, question, subject)
    text = mandate_file(taking.draft)
    read_mandate(text)  # the file of an interview is always in order
    return text


def _ask(taking: "Taking", question: "Question", subject: str) -> None:
    """One question, until it is answered; one with many answers, until there is no more."""
    words = _(question.text).format(it=subject)
    if question.hint:
        words += f" ({_(question.hint)})"
    if question.choices:
        say(words)
        for number, (_key, name) in enumerate(question.choices(taking.draft), 1):
            say(f"  {number} {printable(name)}")
        words = _("Your choice")
    usual = question.usual(taking.draft)
    while True:
        answer = click.prompt(printable(words), default=usual, show_default=bool(usual), prompt_suffix=" ")
        try:
            if not taking.take(question, answer, subject) or not question.many:
                return
        except ValueError as error:
            say(printable(error), fg="red")
        if question.many:
            words = "  +"


def _written(place: Path, text: str) -> None:
    """All of it or nothing: written beside the place, then moved there."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What new files of this process are not allowed to be."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
