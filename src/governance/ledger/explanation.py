"""Why a verdict is what it is: everything that it rests on, in the order in which one asks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from governance.compliance.facts import Facts
from governance.compliance.item import Item, named_in, namer
from governance.compliance.values import VERDICTS, NoDeadline, Obligation, Reason
from governance.questions.view import duties_of, stated_by
from governance.text import _, language, words

__all__ = ["Evidence", "Explanation", "Turn", "explain"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """An event that the verdict rests on."""

    position: int
    event: str
    name: str
    effective_on: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Turn:
    """A verdict and the day from which it holds, as known."""

    since: date
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Of one obligation, on a day, as known at a position."""

    item: Item
    clause_text: str | None
    """What the clause asks for, in the mandate's words."""
    derivation: tuple[str, ...]
    """How the due date follows, step by step."""
    evidence: tuple[Evidence, ...]
    assumptions: tuple[str, ...]
    silent_on: tuple[str, ...]
    """What the clause does not say and a reader would look for."""
    consequence: str | None
    """What follows where it is not met, in the mandate's words."""
    turns: tuple[Turn, ...]
    """The verdicts over time, as far as they are known."""
    step: str | None = None
    """What the mandate calls the step that it is of, where the duty has several and names them."""
    awaits_date: bool = False
    """Whether it has no date because the day to count from is still to come."""

    def lines(self) -> list[str]:
        """For people, one thought a line."""
        item = self.item
        owed_by = _("Owed by: {holder}") if item.role_name == item.holder else _("Owed by: {holder} ({role})")
        holder = item.holder or _("nobody, the role was vacant")
        said = [
            _("{id}: {verdict}").format(id=item.id, verdict=_(VERDICTS[item.verdict])),
            _("Why: {reason}").format(reason=item.reason),
            _("Clause {clause}: {text}").format(clause=item.clause or "-", text=self.clause_text or "-"),
            *([_("Step: {name}").format(name=self.step)] if self.step else ()),
            _("Mandate: {version}").format(version=item.mandate or "-"),
            owed_by.format(holder=holder, role=item.role_name),
            *self._held_now(),
            _("Owed to: {counterparty}").format(counterparty=item.counterparty or "-"),
            _("Due: {due}").format(due=item.due or (_("no date yet") if self.awaits_date else _("no deadline"))),
        ]
        said += [f"  {number}. {step}" for number, step in enumerate(self.derivation, 1)]
        said.append(_("Evidence:") if self.evidence else _("Evidence: none"))
        said += [
            _("  #{position} {name}, happened {day}, recorded {moment}").format(
                position=e.position, name=e.name, day=e.effective_on, moment=f"{e.recorded_at:%Y-%m-%d %H:%M} UTC"
            )
            for e in self.evidence
        ]
        said += [_("Rests on the assumption {text}").format(text=text) for text in self.assumptions]
        if self.silent_on:
            said.append(_("The mandate does not say: {what}").format(what=", ".join(self.silent_on)))
        if self.consequence:
            said.append(_("Where it is not met: {text}").format(text=self.consequence))
        said.append(_("Over time:"))
        said += [f"  {turn.since}  {turn.verdict}: {turn.reason}" for turn in self.turns]
        return said

    def _held_now(self) -> list[str]:
        """Who holds the role today, where that is somebody else than the one who owed it."""
        if self.item.holder_now_ids is None:
            return []
        return [_("Held now by: {holder}").format(holder=self.item.holder_now or _("nobody, the role is vacant"))]


def explain(facts: Facts, obligation: Obligation, item: Item, label: Callable[[str], str] = str) -> Explanation:
    """Put together what the rules know of an obligation; ``label`` gives the name of a party,
    and a party stays what it is where that is left out."""

    name = namer(obligation.network, label)

    def said(reason: Reason) -> str:
        return reason._replace(values=named_in(reason.values or {}, name)).said()

    duty = stated_by(facts, obligation)
    stated = duties_of(facts, obligation)
    assumed = {d.assumption.id: words(d.assumption.text, language()) for d in stated if d.assumption}
    follows = duty.consequence if duty else None
    key = obligation.id.rpartition("/")[2]
    step = next((d.step_name for d in stated if duty and (d.id, d.step) == (duty.id, key)), None)
    return Explanation(
        item=item,
        clause_text=words(duty.text, language()) if duty else None,
        derivation=tuple(map(said, obligation.derivation)),
        evidence=tuple(_evidence(facts, position) for position in item.evidence),
        assumptions=tuple(f"{a}: {assumed.get(a, '-')}" for a in obligation.assumptions),
        silent_on=tuple(_(silence.replace("_", " ")) for silence in duty.silent_on) if duty else (),
        consequence=words(follows, language()) if follows else None,
        turns=tuple(Turn(p.since, _(VERDICTS[p.verdict]), said(p.reason)) for p in obligation.phases),
        step=words(step, language()) if step else None,
        awaits_date=item.verdict == "upcoming" and item.due is None and _counts_from_a_day_to_come(obligation),
    )


def _counts_from_a_day_to_come(obligation: Obligation) -> bool:
    steps = obligation.derivation
    return bool(steps) and not any(isinstance(step, NoDeadline) for step in steps)


def _evidence(facts: Facts, position: int) -> Evidence:
    event, moment = facts.recorded[position]
    return Evidence(position, event.event_id, event.event_name, str(event.effective_on), moment)
