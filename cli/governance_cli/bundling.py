"""``governance bundle``: a question's answer as a pack that an auditor can check without us."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from governance.compliance.values import VERDICTS
from governance.ledger.pack.asked import SEVERAL
from governance.questions import QUESTIONS
from governance.questions import Question as Asking
from governance.text import _
from governance_cli.asking import EXAMPLES, parameter_of, shown
from governance_cli.lazy import Entry, LazyGroup, example
from governance_cli.options import Place, asked_options, command, key_option, place_options
from governance_cli.terminal import printable, say

__all__ = ["bundle_command"]

_OWN: dict[str, tuple[Callable[[], click.Parameter], ...]] = {
    "overdue": (),
    "obligations": (
        lambda: click.Option(
            ["--verdict", "verdicts"], type=click.Choice(list(VERDICTS)), multiple=True, help=_("Only these verdicts.")
        ),
    ),
    "due": (
        lambda: click.Option(
            ["--days"], type=click.IntRange(0, 36500), default=30, show_default=True, help=_("How far ahead.")
        ),
    ),
    "explain": (lambda: click.Argument(["obligation"]),),
    "diff": (lambda: click.Argument(["before"]), lambda: click.Argument(["after"], required=False)),
}
"""What the questions ask for that are commands of their own."""

_EXAMPLES = {"explain": "vux/2021-1/partial", "diff": "'#17' '#25'"}


def _several(name: str) -> click.Command:
    return _command(name, [made() for made in _OWN[name]], SEVERAL[name], _EXAMPLES.get(name, ""))


def _single(question: Asking) -> click.Command:
    return _command(
        question.name, [*map(parameter_of, question.parameters)], question.text, EXAMPLES.get(question.name, "")
    )


def _command(name: str, own: list[click.Parameter], text: str, example_values: str) -> click.Command:
    def bundle(*, out: str, with_personal_data: bool, key: str | None, **values: Any) -> None:
        scope = {option: values.pop(option) for option in ("network", "as_of", "known_at") if option in values}
        given = {field: getattr(value, "sha256", value) for field, value in values.items() if value not in (None, ())}
        place = Place.current()
        with place.open(key=place.secret(key)) as ledger:
            data = ledger.bundle(name, with_personal_data=with_personal_data, **scope, **given)
        Path(out).write_bytes(data)
        say(_("{file}: {n} bytes. The recipient can check it with the enclosed verify.py.").format(
            file=printable(out), n=len(data)))  # fmt: skip

    bundle.__doc__ = _(text)
    scope = [p for p in asked_options() if p.name in ("network", "as_of", "known_at")]
    if name == "explain":
        scope = [p for p in scope if p.name != "network"]
    if name == "diff":
        scope = [p for p in scope if p.name != "known_at"]
    line = f"governance bundle {shown(name)} {example_values}".rstrip()
    return command(
        shown(name),
        *own,
        *scope,
        click.Option(["--out"], metavar=_("FILE"), required=True, help=_("Where the pack is written: a zip file.")),
        click.Option(
            ["--with-personal-data"], is_flag=True, help=_("With the names of persons, and what is recorded of them.")
        ),
        key_option(),
        examples=(f"{line} --as-of 2021-06-01 --out pack.zip",),
    )(bundle)


def _entries() -> Iterator[Entry]:
    for name, text in SEVERAL.items():
        yield Entry(name, text, partial(_several, name))
    for question in QUESTIONS.values():
        yield Entry(shown(question.name), question.text, partial(_single, question))


bundle_command = LazyGroup(
    "bundle",
    entries=list(_entries()),
    help=_(
        "The auditor's pack: one zip file with the answer to a question, the events that it rests on, their proofs, "
        "the mandate, a page for people, and a program that checks all of it."
    ),
    epilog=example("governance bundle overdue --as-of 2021-06-01 --out pack.zip"),
    params=place_options(),
)
