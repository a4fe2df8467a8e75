"""The fast answers: what is overdue, what falls due, everything that is owed. They load no more than they need."""

import click

from governance.compliance.item import Item
from governance.compliance.values import VERDICTS
from governance.text import N_, _
from governance_cli.faults import FINDINGS, FINE
from governance_cli.options import Asked, Place, answer
from governance_cli.rendering import headline, output
from governance_cli.verdicts import COUNTERPARTY, DAYS, DUE, HOLDER, ID, VERDICT, WHAT

__all__ = ["due_command", "obligations_command", "overdue_command"]


@answer(
    "overdue",
    examples=("governance overdue --as-of 2021-06-10", "governance overdue --known-at '#17' --format json"),
)
def overdue_command(request: Asked) -> int:
    """What is overdue on a day, whose, and by how long. The exit code is 1 when anything is."""
    with Place.current().answers() as answers:
        rows = answers.overdue(**request.scope)
    title = headline(
        rows,
        N_("Nothing is overdue on {day} ({known})."),
        N_("{n} obligation is overdue on {day} ({known})."),
        N_("{n} obligations are overdue on {day} ({known})."),
    )
    output(rows, request.format, (DAYS, DUE, WHAT, HOLDER, COUNTERPARTY, ID), title=title, row=Item)
    return FINDINGS if len(rows) else FINE


@answer(
    "due",
    click.Option(["--days"], type=click.IntRange(0, 36500), default=30, show_default=True, help=_("How far ahead.")),
    examples=("governance due --days 90", "governance due --as-of 2021-05-01 --network vux"),
)
def due_command(request: Asked, days: int) -> None:
    """What falls due in the coming days, earliest first."""
    with Place.current().answers() as answers:
        rows = answers.due(days=days, **request.scope)
    title = headline(
        rows,
        N_("Nothing falls due from {day} through {days} days later ({known})."),
        N_("{n} obligation falls due from {day} through {days} days later ({known})."),
        N_("{n} obligations fall due from {day} through {days} days later ({known})."),
        days=days,
    )
    output(rows, request.format, (DUE, WHAT, HOLDER, COUNTERPARTY, ID), title=title, row=Item)


@answer(
    "obligations",
    click.Option(
        ["--verdict"], type=click.Choice(list(VERDICTS)), multiple=True, help=_("Only these verdicts; can be repeated.")
    ),
    examples=("governance obligations --as-of 2021-12-31", "governance obligations --verdict breached"),
)
def obligations_command(request: Asked, verdict: tuple[str, ...]) -> None:
    """Every obligation on a day, with its verdict."""
    with Place.current().answers() as answers:
        rows = answers.obligations(**request.scope, verdicts=verdict)  # type: ignore[arg-type]  # the choice is of verdicts
    title = headline(
        rows,
        N_("There are no such obligations on {day} ({known})."),
        N_("{n} obligation on {day} ({known})."),
        N_("{n} obligations on {day} ({known})."),
    )
    output(rows, request.format, (VERDICT, DUE, WHAT, HOLDER, ID), title=title, row=Item)
