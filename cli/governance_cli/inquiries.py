"""``explain``, ``diff`` and ``show``: why, what differs, and what was recorded about a thing."""

from operator import itemgetter
from typing import TYPE_CHECKING

import click

from governance.compliance.answer import row_of
from governance.errors import ReferenceAmbiguous, ReferenceUnknown
from governance.text import N_, _
from governance_cli.entries import show_entries, show_entry
from governance_cli.faults import FINDINGS, FINE
from governance_cli.options import Place, asked_options, command, format_option
from governance_cli.rendering import as_json, headline, output, row_columns
from governance_cli.tables import Column, table
from governance_cli.terminal import printable, say
from governance_cli.verdicts import verdict_style

if TYPE_CHECKING:
    from governance.ledger import Ledger
    from governance.ledger.explanation import Explanation

__all__ = ["diff_command", "explain_command", "show_command"]


def _of_answers(*names: str) -> list[click.Parameter]:
    return [parameter for parameter in asked_options() if parameter.name in names]


@command(
    "explain",
    click.Argument(["obligation"], metavar=_("OBLIGATION")),
    *_of_answers("as_of", "known_at"),
    format_option("table", "json"),
    examples=("governance explain vux/2021-1/partial --as-of 2021-06-10",),
)
def explain_command(obligation: str, as_of: str | None, known_at: str | None, format: str) -> None:
    """Why an obligation's verdict is what it is: clause, holder, how the due date follows, and the evidence.
    OBLIGATION is its id, or so much of its beginning that only one is meant."""
    with Place.current().open() as ledger:
        explanation = ledger.explain(obligation, as_of=as_of, known_at=known_at)
    if format == "json":
        as_json(row_of(explanation))
    else:
        _explain(explanation)


def _explain(explanation: "Explanation") -> None:
    first, *rest = explanation.lines()
    say(printable(first), **{**verdict_style(explanation.item.verdict), "bold": True})
    for line in rest:
        say(printable(line))


@command(
    "diff",
    click.Argument(["states"], nargs=-1, metavar=_("[BEFORE [AFTER]]")),
    click.Option(
        ["--known-at"],
        multiple=True,
        metavar=_("WHEN"),
        help=_("The state of knowledge before; given twice, also after."),
    ),
    *_of_answers("as_of", "network", "format"),
    examples=("governance diff '#17' '#25' --as-of 2021-06-10", "governance diff --known-at 2021-06-01"),
)
def diff_command(
    states: tuple[str, ...], known_at: tuple[str, ...], as_of: str | None, network: str | None, format: str
) -> int:  # fmt: skip
    """Which verdicts on one day differ between two states of knowledge, and which events made them differ. BEFORE and
    AFTER are instants, days or positions of the log; if AFTER is omitted, all that is known. The exit code is 1 when
    anything differs."""
    given = [*states, *known_at]
    if not 1 <= len(given) <= 2:
        raise click.UsageError(_("Name one or two states of knowledge: governance diff '#17' '#25'."))
    from governance.questions.changes import Difference

    with Place.current().open() as ledger:
        differences = ledger.diff(given[0], given[1] if len(given) == 2 else None, network=network, as_of=as_of)
        title = headline(
            differences,
            N_("No verdict on {day} differs ({known})."),
            N_("{n} verdict on {day} differs ({known})."),
            N_("{n} verdicts on {day} differ ({known})."),
        )
        output(differences, format, row_columns(differences.items, ledger.labels()), title=title, row=Difference)
    return FINDINGS if len(differences) else FINE


@command(
    "show",
    click.Argument(["reference"], metavar=_("[REF]"), required=False),
    *_of_answers("as_of", "known_at"),
    format_option("table", "json"),
    examples=("governance show vux/2021-02-12", "governance show '#17'"),
)
def show_command(reference: str | None, as_of: str | None, known_at: str | None, format: str) -> None:
    """A thing and what was recorded about it, in order: a network, an assignment, a meeting, a person. For an event
    (#17, or its id) what it says; for an obligation why its verdict is what it is. Without REF, everything there is."""
    with Place.current().open() as ledger:
        if reference is None:
            _everything(ledger, format)
            return
        if reference.removeprefix("#").isdecimal() or "@" in reference:
            entry = ledger.entry(reference)
            as_json(row_of(entry)) if format == "json" else show_entry(entry)
            return
        thing = _thing(ledger, reference)
        if thing is None:
            explanation = ledger.explain(reference, as_of=as_of, known_at=known_at)
            as_json(row_of(explanation)) if format == "json" else _explain(explanation)
            return
        history = ledger.entries_of(thing)
    if format == "json":
        as_json({"id": thing, "history": [row_of(entry) for entry in history]})
    else:
        say(printable(thing), bold=True)
        show_entries(history)


def _everything(ledger: "Ledger", form: str) -> None:
    """Every network, assignment, meeting and person by its reference, with what it was called last."""
    from governance.ledger.references import kinds

    things = []
    for name, kind in kinds().items():
        for ref in ledger.desk.references.all(kind):
            newest = [entry.data for entry in reversed(ledger.entries_of(f"{name}:{ref}"))]
            called = next((data[key] for data in newest for key in ("title", "name", "kind") if key in data), None)
            things.append({"kind": name, "reference": ref, "called": called})
    if form == "json":
        as_json({"position": ledger.desk.last_position(), "items": things})
    elif things:
        table([Column(_(key).upper(), itemgetter(key)) for key in ("kind", "reference", "called")], things)
    else:
        say(_("The ledger is empty."))


def _thing(ledger: "Ledger", text: str) -> str | None:
    """The id of the thing that a reference means, whatever its kind; None for what may be an obligation."""
    from governance.ledger.references import kinds

    kind, sep, _ref = text.partition(":")
    if sep and kind in kinds():
        return _existing(ledger, text)
    unit = ledger.unit()
    candidates, unclear = [], None
    for name, aggregate in kinds().items():
        try:
            candidates.append((name, unit.references.ref(unit, aggregate, text)))
        except ReferenceAmbiguous as error:
            unclear = error
        except ReferenceUnknown:
            continue
    exact = [(name, ref) for name, ref in candidates if ref == text] or candidates
    if len(exact) > 1:
        raise ReferenceAmbiguous(reference=text, candidates=", ".join(f"{name}:{ref}" for name, ref in exact))
    if not exact and unclear:
        raise unclear
    return ":".join(exact[0]) if exact else None


def _existing(ledger: "Ledger", originator_id: str) -> str:
    kind, _sep, ref = originator_id.partition(":")
    if not ledger.entries_of(originator_id):
        raise ReferenceUnknown(what=_(kind), reference=ref)
    return originator_id
