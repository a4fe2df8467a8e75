"""``governance mandate check|plan|schema``: what a mandate file says, before it is adopted."""

import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from governance.compliance.answer import row_of
from governance.text import N_, _, ngettext
from governance_cli.faults import FINDINGS, FINE
from governance_cli.options import Place, command, format_option
from governance_cli.parameters import TEXT_FILE
from governance_cli.rendering import as_json
from governance_cli.tables import Column, table
from governance_cli.terminal import printable, say
from governance_cli.verdicts import DUE, HOLDER, ID, VERDICT, WHAT, mark
from governance_cli.wording import OPTIONS

if TYPE_CHECKING:
    from governance.duties.holes import Finding
    from governance.duties.language import Mandate
    from governance.duties.reading import Problem

__all__ = ["check_command", "plan_command", "schema_command"]


def _file() -> click.Argument:
    return click.Argument(["document"], metavar=_("FILE"), type=TEXT_FILE)


@command("check", _file(), format_option("table", "json"), examples=("governance mandate check mandate.toml",))
def check_command(document: tuple[str, str], format: str) -> int:
    """Look for faults in a mandate file, and for what is doubtful in it: a role that nobody can hold, a duty that
    nothing can fulfil, a rule that never falls due. Each is shown with its line and what can be done. The exit code is
    1 when there are any; not for a role of which no duty speaks, which may be an honorary one. No ledger is needed."""
    from governance.duties.reading import check_mandate

    text, file = document
    checked = check_mandate(text, file)
    if format == "json":
        problems, findings = ([row_of(entry) for entry in group] for group in (checked.problems, checked.findings))
        as_json({"file": file, "problems": problems, "findings": findings})
    else:
        _show_faults(checked.problems)
        _show_mandate(checked.mandate, file)
        _show_findings(checked.findings)
    grave = any(finding.grave for finding in checked.findings)
    return FINDINGS if checked.problems or grave else FINE


def _show_faults(problems: "tuple[Problem, ...]") -> None:
    for problem in problems:
        say(printable(problem))
    if n := len(problems):
        say(ngettext("{n} fault.", "{n} faults.", n).format(n=n), fg="red")


def _show_mandate(mandate: "Mandate | None", file: str) -> None:
    from governance.duties.compiled import duties

    if mandate is None:
        return
    say(_("{file}: no faults.").format(file=printable(file)), fg="green")
    clauses, owed, given = len(mandate.clauses), len(duties(mandate)), len(mandate.assignments)
    say(_("Version {version} for {network}, from {day}: {clauses}, {duties}, {assignments}.").format(
        version=printable(mandate.version), network=mandate.network.key, day=mandate.in_force.from_,
        clauses=ngettext("{n} clause", "{n} clauses", clauses).format(n=clauses),
        duties=ngettext("{n} duty", "{n} duties", owed).format(n=owed),
        assignments=ngettext("{n} assignment", "{n} assignments", given).format(n=given),
    ))  # fmt: skip


def _show_findings(findings: "tuple[Finding, ...]") -> None:
    grave = [finding for finding in findings if finding.grave]
    light = [finding for finding in findings if not finding.grave]
    n, m = len(grave), len(light)
    for group, heading in (
        (grave, ngettext("{n} thing can hardly be meant as it stands there:",
                         "{n} things can hardly be meant as they stand there:", n)),
        (light, ngettext("{n} thing may well be meant, and is worth a look:",
                         "{n} things may well be meant, and are worth a look:", m)),
    ):  # fmt: skip
        if group:
            say()
            say(heading.format(n=len(group)), bold=True)
            for finding in group:
                say(printable(finding))


@command(
    "plan",
    _file(),
    click.Option(["--on"], metavar=_("DAY"), help=_("Day on which it would be adopted (default: today).")),
    click.Option(["--applies-to-running"], is_flag=True, help=_(OPTIONS["applies_to_running"])),
    click.Option(["--reaches-back"], is_flag=True, help=_(OPTIONS["reaches_back"])),
    format_option("table", "json"),
    examples=("governance mandate plan mandate.toml --on 2021-01-13",),
)
def plan_command(
    document: tuple[str, str], on: str | None, applies_to_running: bool, reaches_back: bool, format: str
) -> None:
    """Show what adopting a mandate file (or amending by it, where a mandate is in force) would record, and which
    verdicts would differ from now. Nothing is recorded."""
    from governance.ledger import Details, Ledger

    text, file = document
    place = Place.current()
    details: Details = {"on": on} if on else {}
    path = place.ledger if Path(place.ledger).exists() else ":memory:"
    with Ledger.open(path, create=False, actor=place.actor) as ledger:
        plan = ledger.plan_mandate(
            text, file=file, applies_to_running=applies_to_running, reaches_back=reaches_back, **details
        )
    if format == "json":
        document_: dict[str, Any] = {
            "command": plan.command,
            "events": [row_of(entry) for entry in plan.events],
            "duties": {
                "added": list(plan.duties_added),
                "changed": list(plan.duties_changed),
                "removed": list(plan.duties_removed),
            },
            "added": [row_of(item) for item in plan.added],
            "changed": [{"before": row_of(a), "after": row_of(b)} for a, b in plan.changed],
            "removed": [row_of(item) for item in plan.removed],
        }
        as_json(document_)
    else:
        _show(plan, file)


def _show(plan: Any, file: str) -> None:
    verb = _("amend") if plan.command == "amend_mandate" else _("adopt")
    n = len(plan.events)
    sentence = ngettext(
        "`mandate {verb} {file}` would record {n} event:", "`mandate {verb} {file}` would record {n} events:", n
    )
    say(sentence.format(verb=verb, file=printable(file), n=n), bold=True)
    for name, count in Counter(entry.name for entry in plan.events).items():
        entries = [entry for entry in plan.events if entry.name == name]
        about = [entry.data.get("name") or entry.data.get("title") or entry.about for entry in entries]
        say(f"  {count:3} × {name}: {printable(', '.join(map(str, about)))}")
    _show_duties(plan)
    for items, one, many in (
        (plan.added, N_("{n} obligation more:"), N_("{n} obligations more:")),
        (plan.removed, N_("{n} obligation less:"), N_("{n} obligations less:")),
    ):
        if items:
            say()
            say(ngettext(one, many, len(items)).format(n=len(items)), bold=True)
            table((VERDICT, DUE, WHAT, HOLDER, ID), items)
    if plan.changed:
        n = len(plan.changed)
        say()
        say(ngettext("{n} obligation differs:", "{n} obligations differ:", n).format(n=n), bold=True)
        table(_CHANGED, plan.changed)
    if not (plan.added or plan.removed or plan.changed):
        say(_("What is due already stays as it is."))


def _show_duties(plan: Any) -> None:
    """Each duty that another version states, states differently or no longer states, in words. Of a first version there
    is ``mandate render``."""
    from governance.duties.render import duty_texts

    if plan.present is None:
        if plan.duties_added:
            say(f"  {_('Duties added:')} {printable(', '.join(plan.duties_added))}")
        return
    before, after = duty_texts(plan.present), duty_texts(plan.mandate)
    for names, heading, then, now in (
        (plan.duties_added, _("Duties added:"), {}, after),
        (plan.duties_changed, _("Duties stated differently:"), before, after),
        (plan.duties_removed, _("Duties no longer stated:"), before, {}),
    ):
        if not names:
            continue
        say()
        say(heading, bold=True)
        for name in names:
            _show_duty(name, then.get(name, ()), now.get(name, ()))


def _show_duty(name: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """What both versions say of it stands once, and only its sentence; what differs stands with when it holds."""
    label = printable(name)
    if not (before and after) or before == after:
        _paragraph(label, " ".join(after or before))
        return
    if before[0] == after[0]:
        _paragraph(label, before[0])
        label = ""
    for heading, texts, others in ((_("until then:"), before, after), (_("from then on:"), after, before)):
        own = [text for text in texts if text not in others]
        _paragraph(label, f"{heading} {' '.join(own) if own else _('nothing of this')}")
        label = ""


def _paragraph(label: str, text: str) -> None:
    width = shutil.get_terminal_size().columns
    say(click.wrap_text(printable(text), width, f"  {label:8} ", " " * 11))


_CHANGED = (
    Column(_("VERDICT"), lambda pair: _turn(mark(pair[0].verdict), mark(pair[1].verdict))),
    Column(_("DUE"), lambda pair: _turn(pair[0].due or "-", pair[1].due or "-")),
    Column(_("OBLIGATION"), lambda pair: pair[1].id, fixed=True),
)


def _turn(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


@command("schema", examples=("governance mandate schema > mandate.schema.json",))
def schema_command() -> None:
    """The JSON Schema of mandate files: with it an editor completes and checks them."""
    from governance.duties.schema import mandate_schema

    as_json(mandate_schema())
