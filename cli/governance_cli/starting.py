"""``governance mandate new``: begins a mandate file from an example."""

import os
import tempfile
from pathlib import Path

import click

from governance.examples import SMALL, begun_from, example_names, example_text, facts_of
from governance.text import N_, _, speaking
from governance_cli.options import command
from governance_cli.terminal import printable, say

__all__ = ["new_command"]

_FACTS = {
    "title": ("title", N_("What the mandate is called.")),
    "network.name": ("name", N_("What the body is called.")),
    "network.key": ("key", N_("A short name of the body that never changes: small letters, digits and hyphens.")),
    "network.time_zone": ("time-zone", N_("The time zone in which its days begin and end: Europe/Stockholm.")),
    "network.registry_address": ("registry", N_("Where papers for the registry are sent, if the example has one.")),
    "principal.name": ("principal", N_("Who gave the mandate.")),
    "in_force.from": ("starts", N_("The first day on which it is in force: 2024-05-17.")),
}
"""The option for each fact of a mandate, and the question if it is omitted."""


@command(
    "new",
    click.Argument(["file"], default="mandate.toml", required=False, type=click.Path(dir_okay=False)),
    click.Option(
        ["--from", "example"],
        type=click.Choice(example_names()),
        default=SMALL,
        show_default=True,
        help=_("The example to begin from."),
    ),
    *(click.Option([f"--{name}"], metavar=_("TEXT"), help=_(text)) for name, text in _FACTS.values()),
    click.Option(["--lang"], type=click.Choice(["sv", "en"]), help=_("The language of the file; else yours.")),
    click.Option(["--force"], is_flag=True, help=_("Write over a file that is there already.")),
    examples=(
        "governance mandate new mandate.toml",
        "governance mandate new mandate.toml --from audit-committee",
    ),
    without="actor",
)  # fmt: skip
def new_command(file: str, example: str, lang: str | None, force: bool, **given: str | None) -> None:
    """Begin a mandate file from an example. What is different in every mandate is asked for, unless an option says it;
    press Enter to keep what the example says. Everything else of the example is kept with its comments, to be edited.
    Until the file is written Ctrl-C leaves everything as it was. No ledger is needed."""
    with speaking(lang):
        place = Path(file)
        if place.exists() and not force:
            problem = _("{file} is there already; --force writes over it.").format(file=printable(file))
            raise click.UsageError(problem, click.get_current_context())
        _write_whole(place, _text(example, file, given))
        say(_("{file} is written. Edit it, then check it: governance mandate check {file}").format(
            file=printable(file)))  # fmt: skip


def _text(example: str, file: str, given: dict[str, str | None]) -> str:
    """The text of the file; raises MandateInvalid for facts that cannot stand in one."""
    from governance.duties.reading import read_mandate

    original = example_text(example)
    for fact in _FACTS.keys() - facts_of(original).keys():
        if given[name := _FACTS[fact][0]]:
            raise click.UsageError(_("The example {name!r} has no {option}.").format(name=example, option=f"--{name}"))
    facts = {fact: _given_or_asked(fact, given, usual) for fact, usual in facts_of(original).items()}
    head = _("Begun from the example {name!r}: read each line, and change what is different in your mandate.")
    text = begun_from(original, facts, head.format(name=example))
    read_mandate(text, file)
    return text


def _given_or_asked(fact: str, given: dict[str, str | None], usual: str) -> str:
    name, question = _FACTS[fact]
    answer: str = given[name.replace("-", "_")] or click.prompt(_(question).rstrip("."), default=usual)
    return answer


def _write_whole(place: Path, text: str) -> None:
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
