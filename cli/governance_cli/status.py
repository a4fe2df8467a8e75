"""How each network stands, on one screen: counted from its obligations, nothing more."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import click

from governance.compliance.answer import Answer
from governance.compliance.item import Item
from governance.compliance.values import VERDICTS
from governance.text import _, ngettext
from governance_cli.options import Asked, Place, answer
from governance_cli.rendering import as_csv, as_json, state_of_knowledge
from governance_cli.terminal import painted, printable, say, write
from governance_cli.verdicts import holder, mark, verdict_style, what

__all__ = ["status_command"]

_SHOWN = 5


@answer(
    "status",
    click.Option(
        ["--assume"], multiple=True, metavar=_("WHAT=LENGTH"),
        help=_("What if a clause that gives no deadline gave one: minutes=14d, Se2=10wd. Nothing is recorded."),
    ),
    examples=(
        "governance status",
        "governance status --as-of 2021-06-10 --network vux",
        "governance status --as-of 2021-06-10 --assume minutes=14d",
    ),
)  # fmt: skip
def status_command(request: Asked, assume: tuple[str, ...]) -> None:
    """How each network stands: its mandate, how many obligations have which verdict, what is overdue, what falls due
    next, its meetings of the year, and which duties nobody holds."""
    answer = _obligations(request, assume)
    if assume and request.format == "table":
        say(_("Assumed, and recorded nowhere: {assumptions}").format(assumptions=printable(", ".join(assume))))
    networks = [(key, list(items)) for key, items in groupby(answer, key=lambda item: item.network)]
    if request.format == "table":
        _show(answer, networks)
        return
    rows = [_row(answer, key, items) for key, items in networks]
    if request.format == "json":
        as_json({**Answer(answer.as_of, answer.known_at, answer.position, ()).to_dict(), "items": rows})
    else:
        flat = [{**row, **row.pop("verdicts")} for row in rows]  # type: ignore[dict-item]  # the entry popped is the table of counts
        as_csv(flat, [*_FIELDS[:2], *VERDICTS, *_FIELDS[3:]])


def _obligations(request: Asked, assume: tuple[str, ...]) -> Answer[Item]:
    if assume:
        with Place.current().open() as ledger:
            return ledger.obligations(**request.scope, assume=assume)
    with Place.current().answers() as answers:
        return answers.obligations(**request.scope)


_FIELDS = ("network", "mandates", "verdicts", "overdue", "next_due", "quotas", "vacant")


def _row(answer: Answer[Item], key: str, items: Sequence[Item]) -> dict[str, object]:
    counted = Counter(item.verdict for item in items)
    soon = _next_due(items)
    values: tuple[object, ...] = (
        key,
        _mandates(items),
        {verdict: counted[verdict] for verdict in VERDICTS},
        [item.id for item in _overdue(items)],
        [item.id for item in soon],
        [item.id for item in _quotas(answer, items)],
        sorted({item.role for item in _vacant(items)}),
    )
    return dict(zip(_FIELDS, values, strict=True))


def _show(answer: Answer[Item], networks: Sequence[tuple[str, Sequence[Item]]]) -> None:
    heading = _("{day}, {known}.").format(day=answer.as_of, known=state_of_knowledge(answer))
    say(heading, bold=True)
    if not networks:
        say(_("Nothing is due: no mandate is in force."))
    for key, items in networks:
        say()
        versions = ", ".join(_mandates(items))
        say(_("{network}, mandate {versions}").format(network=printable(key), versions=printable(versions)), bold=True)
        _counts(Counter[str](item.verdict for item in items))
        late = _overdue(items)
        _lines(_("overdue"), [_late(item) for item in late], style=verdict_style("overdue"))
        _lines(_("next due"), [f"{item.due}  {_named(item)}" for item in _next_due(items)])
        _lines(_("quota"), [f"{mark(item.verdict)}  {item.id}: {item.reason}" for item in _quotas(answer, items)])
        vacant = sorted({item.role_name for item in _vacant(items)})
        _lines(_("vacant"), [", ".join(vacant)] if vacant else [])


def _counts(counted: Counter[str]) -> None:
    present = [verdict for verdict in VERDICTS if counted[verdict]]
    write("  " + "   ".join(painted(f"{mark(one)} {counted[one]}", verdict_style(one)) for one in present))


def _lines(heading: str, lines: Sequence[str], style: dict[str, object] | None = None) -> None:
    for number, line in enumerate(lines[:_SHOWN]):
        say(f"  {heading if number == 0 else '':10}{printable(line)}", **(style or {}))
    if len(lines) > _SHOWN:
        more = len(lines) - _SHOWN
        say(" " * 12 + ngettext("and {n} more", "and {n} more", more).format(n=more))


def _late(item: Item) -> str:
    days = item.days_overdue or 0
    return ngettext("{n} day", "{n} days", days).format(n=days) + f"  {_named(item)}"


def _named(item: Item) -> str:
    return _("{id}: {what}, owed by {holder}").format(id=item.id, what=what(item), holder=holder(item))


def _overdue(items: Sequence[Item]) -> list[Item]:
    return sorted((i for i in items if i.verdict == "overdue"), key=lambda i: (-(i.days_overdue or 0), i.id))


_COUNTED = ("meetings_held", "attendance")


def _next_due(items: Sequence[Item]) -> list[Item]:
    """What falls due first; what is only counted at the end of a period never does."""
    open_ = [i for i in items if i.verdict == "upcoming" and i.due_on and i.duty not in _COUNTED]
    first = min((i.due_on for i in open_ if i.due_on), default=None)
    return [i for i in open_ if i.due_on == first]


def _quotas(answer: Answer[Item], items: Sequence[Item]) -> list[Item]:
    """How many meetings the year that is running has, and each other period that is."""
    counted = [i for i in items if i.duty == "meetings_held"]
    return [i for i in counted if i.subject == str(answer.as_of.year) or (i.due_on and i.due_on >= answer.as_of)]


def _vacant(items: Sequence[Item]) -> list[Item]:
    """What nobody bears, and what is not done."""
    return [i for i in items if i.holder is None and i.verdict in ("overdue", "outstanding", "undetermined")]


def _mandates(items: Sequence[Item]) -> list[str]:
    return list(dict.fromkeys(i.mandate for i in items if i.mandate)) or ["-"]
