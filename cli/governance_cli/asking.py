"""``governance ask``: the auditor's questions, each by its name or its number."""

import inspect
from collections.abc import Callable
from typing import Any, get_type_hints

import click

from governance.compliance.questions import QUESTIONS
from governance.text import N_, _
from governance_cli.building import option_for
from governance_cli.lazy import Entry, LazyGroup, example
from governance_cli.options import Asked, Place, answer, place_options
from governance_cli.rendering import headline, output, row_columns

__all__ = ["ask_command"]


def _asking(name: str) -> Callable[[], click.Command]:
    def load() -> click.Command:
        question = QUESTIONS[name]
        hints = get_type_hints(question.function)
        own = list(inspect.signature(question.function).parameters.values())[1:]

        def ask(asked: Asked, **values: Any) -> None:
            given = {key: value for key, value in values.items() if value is not None}
            with Place.current().open() as ledger:
                found = ledger.ask(name, **asked.scope, **given)
            title = headline(
                found,
                N_("{question} Nothing on {day} ({known})."),
                N_("{question} {n} row on {day} ({known})."),
                N_("{question} {n} rows on {day} ({known})."),
                question=_(question.text),
            )
            output(found, asked.format, row_columns(found.items), title=title)

        ask.__doc__ = question.text
        options = [option_for(p.name, hints[p.name], p.default, "") for p in own]
        return answer(name, *options, examples=(f"governance ask {name} --as-of 2021-12-31",))(ask)

    return load


class _Questions(LazyGroup):
    """A question is known by its number, too."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return super().get_command(ctx, cmd_name)


ask_command = _Questions(
    "ask",
    entries=[Entry(name, question.text, _asking(name)) for name, question in QUESTIONS.items()],
    help=_("The questions that an auditor puts, each by its name or its number."),
    epilog=example("governance ask missing-minutes --as-of 2021-06-30"),
    params=place_options(),
)
