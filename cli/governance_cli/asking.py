"""``governance ask``: the auditor's questions, each by its name or its number."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import click

from governance.questions import QUESTIONS
from governance.questions import Question as Asking
from governance.text import N_, _
from governance_cli import wording
from governance_cli.building import option_for
from governance_cli.docstrings import of_question
from governance_cli.faults import FINDINGS, FINE
from governance_cli.lazy import Entry, LazyGroup, example, found_in
from governance_cli.options import Asked, Place, answer, place_options
from governance_cli.parameters import DOCUMENT, NUMBER
from governance_cli.rendering import headline, output, row_columns

__all__ = ["EXAMPLES", "ask_command", "parameter_of", "shown"]

_ELSEWHERE = (
    (1, "overdue", "answers", N_("Which obligations are overdue, whose, by how long?")),
    (2, "diff", "inquiries", N_("What was known then, and why is today's answer different?")),
    (3, "explain", "inquiries", N_("Why this verdict?")),
    (4, "verify", "verifying", N_("Was anything altered since that checkpoint?")),
)
"""Questions that are commands of their own, too."""

_AMISS = frozenset(
    {
        "after_close",
        "double_holders",
        "late_records",
        "late_reports",
        "missed_partials",
        "missing_minutes",
        "open_feedback",
        "silent_hosts",
        "uncovered_goals",
        "undecided_assignments",
        "undetermined",
        "vacant_duties",
    }
)
"""The questions that ask for what is amiss: any row is a finding."""

EXAMPLES = {
    "history": "vux/2021-1",
    "document": "minutes.pdf",
    "what_if": "Se2 14",
    "role_holders": "--role chair",
    "late_records": "--days 60",
    "meeting_quota": "--year 2021",
}
"""What the example of a question names besides the day."""


def _command(question: Asking) -> click.Command:
    def ask(request: Asked, **values: Any) -> int:
        given = {key: getattr(value, "sha256", value) for key, value in values.items() if value is not None}
        with Place.current().open() as ledger:
            rows = ledger.ask(question.name, **request.scope, **given)
            title = headline(
                rows,
                N_("{question} None on {day} ({known})."),
                N_("{question} {n} on {day} ({known})."),
                N_("{question} {n} on {day} ({known})."),
                question=_(question.text),
            )
            columns = row_columns(rows.items, ledger.labels())
            output(rows, request.format, columns, title=title, row=question.row)
        return FINDINGS if len(rows) and question.name in _AMISS else FINE

    ask.__doc__ = "\n\n".join((_(question.text), *_help_of(question)))
    line = f"governance ask {shown(question.name)} {EXAMPLES.get(question.name, '')}".rstrip()
    return answer(
        shown(question.name), *map(parameter_of, question.parameters), examples=(f"{line} --as-of 2021-12-31",)
    )(ask)


def _help_of(question: Asking) -> Iterator[str]:
    yield _(of_question(question.function.__doc__ or ""))
    if question.name in _AMISS:
        yield _("The exit code is 1 when there is any.")


def parameter_of(parameter: Any) -> click.Parameter:
    """What must be told follows the question; the rest are options."""
    if not parameter.required:
        return option_for(parameter.name, parameter.type, parameter.default, _(wording.ASKING.get(parameter.name, "")))
    if parameter.name == "sha256":
        return click.Argument(["sha256"], metavar=_("FILE"), type=DOCUMENT)
    return click.Argument(
        [parameter.name], metavar=_(parameter.name).upper(), type=NUMBER if parameter.type is int else None
    )


def shown(name: str) -> str:
    """A question's name as a command."""
    return name.replace("_", "-")


class _Questions(LazyGroup):
    """A question is known by its number, too."""

    def __init__(self, name: str, **settings: Any) -> None:
        elsewhere = [
            (number, Entry(name, text, found_in(at, f"{name}_command"))) for number, name, at, text in _ELSEWHERE
        ]
        here = [(q.number, Entry(shown(q.name), q.text, partial(_command, q))) for q in QUESTIONS.values()]
        self.numbered = dict([*elsewhere, *here])
        super().__init__(name, entries=list(self.numbered.values()), **settings)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        number = int(args[0]) if args[0].isascii() and args[0].isdigit() and len(args[0]) < 4 else None
        if number in self.numbered:
            args = [self.numbered[number].name, *args[1:]]
        return super().resolve_command(ctx, args)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Questions")):
            formatter.write_dl(
                [(f"{number:2} {entry.name}", _(entry.short)) for number, entry in self.numbered.items()]
            )


ask_command = _Questions(
    "ask",
    help=_("The questions that an auditor puts, each by its name or its number."),
    epilog=example("governance ask missing-minutes --as-of 2021-06-30", "governance ask 5 --as-of 2021-06-30"),
    params=place_options(),
)
