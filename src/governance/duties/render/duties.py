"""A duty as a sentence, and everything else that the file says of it as further sentences."""

from collections.abc import Callable, Iterator
from typing import Any

from governance.duties.compiled import Deed, duties
from governance.duties.due import DueRule
from governance.duties.events import event_called
from governance.duties.evidence import evidence_called
from governance.duties.language import Assumption, Clause, Mandate
from governance.duties.patterns import (
    Duty,
    EachEvent,
    EachItem,
    EachMeeting,
    EachPeriod,
    Kept,
    Quota,
    Retention,
    Step,
    Unmeasured,
)
from governance.duties.proof import proof
from governance.duties.render.measures import measured
from governance.duties.render.occasions import occasion, scene
from governance.duties.render.page import Entry
from governance.duties.render.vocabulary import SILENCES
from governance.duties.scene import Scene
from governance.mandate.names import Names, either, every, told
from governance.text import N_, _, ngettext

__all__ = ["SENTENCES", "clause_entry"]


def clause_entry(clause: Clause, mandate: Mandate, names: Names) -> Entry:
    """A clause in the mandate's own words, and its duties as they were understood."""
    assumed = {(duty.id, duty.step): duty.assumption for duty in duties(mandate) if duty.clause == clause.id}
    parts = []
    for number, duty in enumerate(clause.duties, 1):
        name = clause.id if number == 1 else f"{clause.id}.{number}"
        here = {step: assumption for (of, step), assumption in assumed.items() if of == name}
        parts.append(_entry(name if len(clause.duties) > 1 else "", duty, here, names))
    nothing = () if parts else (_("No duty follows from this clause."),)
    return Entry(told(clause.text), label=clause.id, points=nothing, parts=tuple(parts))


def _entry(name: str, duty: Duty, assumed: dict[str | None, Assumption | None], names: Names) -> Entry:
    within = scene(duty, names)
    points = [*_points(duty, within, assumed.get(None))]
    parts = [_step(step, duty, within, assumed.get(step.key)) for step in getattr(duty, "steps", ())]
    return Entry(_sentence(duty, within), label=name, points=tuple(points), parts=tuple(parts))


# The sentence ------------------------------------------------------------------------------------------------


def _sentence(duty: Duty, within: Scene) -> str:
    said = SENTENCES.get(duty.pattern)
    if said is None and getattr(duty, "measure", None):
        said = _to_hold
    text = (said or _to_do)(duty, within)
    return _capital(text)


def _holder(duty: Duty, names: Names, holder: str | None = None) -> str:
    key = holder or duty.holder
    if not duty.by_each:
        return names.party(key)
    if isinstance(duty, EachEvent) and key in (duty.roles or ("members",)) and event_called(duty.event).alone:
        return _(event_called(duty.event).alone)
    return _("{holder}, by itself,").format(holder=names.each(key))


def _recipients(duty: Duty, parties: tuple[str, ...], names: Names) -> str:
    evidence = getattr(duty, "evidence", None)
    if duty.to_each or (evidence and evidence_called(evidence).to_each and len(parties) > 1):
        return _("{parties}, each by itself").format(parties=every([names.each(key) for key in parties]))
    return every([names.party(key) for key in parties])


def _deed(word: str | None, duty: Duty, names: Names) -> tuple[str, bool]:
    """What must be done, and whether it goes to the counterparty."""
    if isinstance(duty, EachItem) and word in (None, duty.own_evidence):
        return _("take it to {party}").format(party=names.party(duty.escalates_to)), False
    if word is None:
        return _("do what the clause says"), False
    kind = evidence_called(word)
    own: str | None = None
    if isinstance(duty, EachEvent) and (duty.roles or event_called(duty.event).about_a_role):
        own = kind.after[duty.event].deed if duty.event in kind.after else None
    if isinstance(duty, EachMeeting):
        own = (kind.deed_at_kinds if duty.kinds else "") or kind.deed_at_meeting
    if own:
        return _(own), False
    said = proof(word, names)
    return said.deed, said.sent


def _to(duty: Duty, names: Names) -> str:
    if not duty.counterparty:
        return ""
    return _(" to {parties}").format(parties=_recipients(duty, duty.counterparty, names))


def _due(rule: DueRule | None, within: Scene) -> str:
    return ", " + rule.at_the_latest(within) if rule else ""


def _to_do(duty: Any, within: Scene) -> str:
    names = within.names
    if duty.steps:
        n = len(duty.steps)
        text = ngettext(
            "{occasion}, {holder} must take {n} step.", "{occasion}, {holder} must take these {n} steps.", n
        )
        return text.format(occasion=occasion(duty, names), holder=_holder(duty, names), n=n)
    deed, sent = _deed(duty.evidence, duty, names)
    return _("{occasion}, {holder} must {deed}{to}{due}.").format(
        occasion=occasion(duty, names), holder=_holder(duty, names), deed=deed,
        to=_to(duty, names) if sent else "", due=_due(duty.due, within),
    )  # fmt: skip


def _to_hold(duty: Any, within: Scene) -> str:
    names = within.names
    return _("{occasion}, {holder} must see to it that {measure}{due}.").format(
        occasion=occasion(duty, names), holder=_holder(duty, names), measure=measured(duty.measure, names, duty),
        due="" if isinstance(duty, Kept) else _due(duty.due, within),
    )  # fmt: skip


def _report(duty: Any, within: Scene) -> str:
    text = _(
        "For each report of an assignment under this clause, {holder} must hand it in{to} when the assignment says."
    )
    return text.format(holder=_holder(duty, within.names), to=_to(duty, within.names))


def _quota(duty: Quota, within: Scene) -> str:
    names = within.names
    text = ngettext(
        "For each calendar year, {holder} must see to it that at least {n} meeting{kinds} is held.",
        "For each calendar year, {holder} must see to it that at least {n} meetings{kinds} are held.", duty.at_least,
    )  # fmt: skip
    return text.format(holder=_holder(duty, names), n=duty.at_least, kinds=names.of_kinds(duty.kinds))


_KEPT_FROM = {
    "event": N_("the day on which each was recorded as done"),
    "period_end": N_("the end of the calendar year of each"),
    "mandate_end": N_("the end of the mandate"),
    "dissolved": N_("the dissolution of the body"),
}


def _retention(duty: Retention, within: Scene) -> str:
    things = every([proof(word, within.names).things for word in duty.evidence])
    holder = _holder(duty, within.names)
    if duty.keep is None:
        return _("{holder} must keep {things} for ever.").format(holder=holder, things=things)
    text = _("{holder} must keep {things} for {length} from {start}; after that they may be weeded.")
    return text.format(holder=holder, length=duty.keep.in_words(), start=_(_KEPT_FROM[duty.from_]), things=things)


def _unmeasured(duty: Unmeasured, within: Scene) -> str:
    text = _(
        "{holder} must do what the clause says. Nothing that is recorded could settle whether it is done, "
        "so it is never judged."
    )
    return text.format(holder=_holder(duty, within.names))


SENTENCES: dict[str, Callable[[Any, Scene], str]] = {
    "report": _report,
    "quota": _quota,
    "retention": _retention,
    "unmeasured": _unmeasured,
}
"""The patterns whose sentence is built otherwise than occasion, holder, deed and date."""


# What else is said of it -------------------------------------------------------------------------------------


def _points(duty: Duty, within: Scene, assumption: Assumption | None) -> Iterator[str]:
    for of_duty in POINTS:
        yield from of_duty(duty, within)
    if not getattr(duty, "steps", ()):
        yield from _deed_points(duty, within, assumption)
    yield from _last(duty, within.names)


def _to_whom(duty: Duty, within: Scene) -> Iterator[str]:
    in_sentence = duty.pattern == "report" or (
        isinstance(duty, Deed) and not duty.steps and not getattr(duty, "measure", None)
        and _deed(duty.evidence, duty, within.names)[1]
    )  # fmt: skip
    if duty.counterparty and not in_sentence:
        yield _("It is owed to {parties}.").format(parties=_recipients(duty, duty.counterparty, within.names))


def _deputies(duty: Duty, within: Scene) -> Iterator[str]:
    if isinstance(duty, EachMeeting) and duty.deputies:
        roles = either([within.names.role(key) for key in duty.deputies])
        yield _("In the place of the holder it can be done by {roles}.").format(roles=roles)


def _about(duty: Duty, within: Scene) -> Iterator[str]:
    if isinstance(duty, EachPeriod | EachEvent) and duty.kinds:
        yield _("It is about meetings{kinds} only.").format(kinds=within.names.of_kinds(duty.kinds))
    if isinstance(duty, EachPeriod) and duty.roles:
        roles = either([within.names.role(key) for key in duty.roles])
        yield _("It is about the role {roles} only.").format(roles=roles)


def _not_by_itself(duty: Duty, _within: Scene) -> Iterator[str]:
    if isinstance(duty, EachEvent) and duty.event == duty.evidence and not event_called(duty.event).about_a_role:
        yield _("What calls for it does not show it: it must be done again.")


def _shown_by(duty: Duty, within: Scene) -> Iterator[str]:
    if others := getattr(duty, "or_evidence", ()):
        facts = either([proof(word, within.names).fact for word in others])
        yield _("It is fulfilled as well if {facts}.").format(facts=facts)


def _unclear(duty: Duty, within: Scene) -> Iterator[str]:
    unclear = getattr(duty, "unclear_kinds", ()) or getattr(getattr(duty, "measure", None), "unclear_kinds", ())
    if unclear:
        kinds = every([within.names.kind(key) for key in unclear])
        yield _("Whether meetings of the kind {kinds} count, the mandate does not say.").format(kinds=kinds)


_PARTS_OF_PERIODS = {
    "owed": N_("For a part of a period as much is owed as for a whole one."),
    "not_owed": N_("For a part of a period nothing is owed."),
    "pro_rata": N_("For a part of a period a number is cut to its share of the days, rounded up."),
}


def _part_periods(duty: Duty, _within: Scene) -> Iterator[str]:
    if isinstance(duty, EachPeriod) and duty.part_periods:
        yield _(_PARTS_OF_PERIODS[duty.part_periods])


def _only_if(duty: Duty, within: Scene) -> Iterator[str]:
    if duty.if_:
        yield _("It is owed only if {condition}.").format(condition=duty.if_.phrase(within.names))


def _first_time(duty: Duty, _within: Scene) -> Iterator[str]:
    if duty.during_first:
        text = _("It is owed only during the first {length} after the body was established.")
        yield text.format(length=duty.during_first.in_words())
    if duty.after_first:
        text = _("It is owed only when {length} have passed since the body was established.")
        yield text.format(length=duty.after_first.in_words())


def _again(duty: Duty, within: Scene) -> Iterator[str]:
    if isinstance(duty, Kept):
        if duty.due:
            text = _("Where this does not hold, it must hold again, {due}.")
            yield text.format(due=duty.due.at_the_latest(within))
        else:
            yield _("Where this does not hold, the duty is not met from that day on.")


def _escalation(duty: Duty, within: Scene) -> Iterator[str]:
    if isinstance(duty, EachItem) and (duty.steps or duty.evidence not in (None, duty.own_evidence)):
        yield _("The action goes to {party}.").format(party=within.names.party(duty.escalates_to))


def _exemptions(duty: Duty, within: Scene) -> Iterator[str]:
    for exemption in getattr(duty, "exemptions", ()):
        if exemption.due:
            text = _("If {condition}, another time holds: {due}.")
            if len(getattr(duty, "steps", ())) > 1:
                text = _("If {condition}, another time holds for each of these steps: {due}.")
            due = exemption.due.at_the_latest(within)
        else:
            text = _("If {condition}, it is not owed.") if exemption.not_owed else _("If {condition}, nothing changes.")
            due = ""
        said = text.format(condition=exemption.if_.phrase(within.names), due=due)
        yield said if exemption.text is None else f"{said} {_own_words(told(exemption.text))}"


def _own_words(text: str) -> str:
    return _("In the mandate's words: “{text}”").format(text=text)


POINTS: tuple[Callable[[Duty, Scene], Iterator[str]], ...] = (
    _to_whom,
    _deputies,
    _about,
    _not_by_itself,
    _shown_by,
    _unclear,
    _part_periods,
    _only_if,
    _first_time,
    _again,
    _escalation,
    _exemptions,
)
"""What is said of a duty besides its sentence, in this order; each finds what it speaks of, or says nothing."""


def _deed_points(owed: Any, within: Scene, assumption: Assumption | None) -> Iterator[str]:
    """What is said of a duty of one step, and of each step of another."""
    names = within.names
    places = getattr(owed, "signed_by", ())
    signers = [either([names.role(key) for key in roles]) for roles in places]
    enough = getattr(owed, "at_least", None) if not isinstance(owed, Quota) else None
    if len(places) == 1 and enough and enough > 1:
        text = _("It must be signed by {n} different people who hold the role {roles}.")
        yield text.format(n=enough, roles=signers[0])
    elif any(len(roles) > 1 for roles in places):
        n = len(signers) if enough is None else enough
        text = ngettext(
            "It must be signed by a holder of one of these roles: {roles}.",
            "It must be signed by {n} people, each of them for another of these: {roles}.", n,
        )  # fmt: skip
        yield text.format(n=n, roles="; ".join(signers))
    elif signers and enough is not None:
        text = _("It must be signed by at least {n} of these, each by a holder of the role: {roles}.")
        yield text.format(n=enough, roles=every(signers))
    elif signers:
        yield _("It must be signed by a holder of each of these roles: {roles}.").format(roles=every(signers))
    elif enough is not None:
        yield ngettext("Done {n} time it is fulfilled.", "It must be done {n} times.", enough).format(n=enough)
    if getattr(owed, "in_order", False):
        yield _("They sign in this order; a signature that comes too early does not count.")
    if not_before := getattr(owed, "not_before", None):
        text = _("At the earliest {day}; done before that, it is breached.")
        yield text.format(day=not_before.phrase(within))
    yield from _when_silent(owed, within, assumption)


def _is_deed(owed: Deed | Step) -> bool:
    """Whether a reader looks for a date of its own; what the meeting itself does has none."""
    if isinstance(owed, EachItem):
        return True
    return owed.evidence is not None and evidence_called(owed.evidence).comes != "at"


def _when_silent(owed: Any, within: Scene, assumption: Assumption | None) -> Iterator[str]:
    if assumption:
        text = _("The mandate gives no date. Assumed here: {due}. “{text}”")
        yield text.format(due=assumption.due.at_the_latest(within), text=told(assumption.text))
    elif isinstance(owed, Deed | Step) and owed.due is None and _is_deed(owed):
        yield _("No date is given, so it is never overdue.")


def _last(duty: Duty, names: Names) -> Iterator[str]:
    if isinstance(duty, Unmeasured) and duty.evidence != "none":
        yield _("What would speak of it: {things}.").format(things=proof(duty.evidence, names).things)
    if duty.waived_by:
        text = _("It may be waived or extended by {parties}, and by nobody else.")
        yield text.format(parties=either([names.party(key) for key in duty.waived_by]))
    if duty.consequence:
        yield _("Where it is not met: “{text}”").format(text=told(duty.consequence))
    if duty.silent_on:
        text = _("The mandate does not say {what}.")
        yield text.format(what=either([_(SILENCES[word]) for word in duty.silent_on]))


def _step(step: Step, duty: Duty, within: Scene, assumption: Assumption | None) -> Entry:
    names = within.names
    deed, sent = _deed(step.evidence, duty, names)
    parties = step.counterparty or duty.counterparty
    to = _(" to {parties}").format(parties=_recipients(duty, parties, names)) if sent and parties else ""
    said = _("{holder} must {deed}{to}{due}.").format(
        holder=_holder(duty, names, step.holder), deed=deed, to=to, due=_due(step.due, within)
    )
    points = [*_deed_points(step, within, assumption)]
    if step.counterparty and not sent:
        points.insert(0, _("It is owed to {parties}.").format(parties=_recipients(duty, parties, names)))
    label = told(step.name) if step.name else within.steps[step.key]
    return Entry(_capital(said), label=_capital(label), points=tuple(points))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
