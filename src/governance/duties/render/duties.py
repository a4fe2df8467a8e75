"""A duty as a sentence, and everything else that the file says of it as further sentences."""

from collections.abc import Iterator, Mapping

from governance.duties.compiled import duties
from governance.duties.due import DueRule
from governance.duties.language import Assumption, Clause, Mandate
from governance.duties.measures.base import Stated
from governance.duties.occasions.base import Deed, Duty, Step, looks_for_a_date
from governance.duties.render.page import Entry
from governance.duties.render.vocabulary import SILENCES
from governance.duties.scene import Scene
from governance.mandate.names import Names, either, every, quoted, told
from governance.text import _, ngettext

__all__ = ["clause_entry", "scene"]


def clause_entry(clause: Clause, mandate: Mandate, names: Names) -> Entry:
    """A clause in the mandate's own words, and its duties as they were understood."""
    by_id = {assumption.id: assumption for assumption in mandate.assumptions}
    compiled = [duty for duty in duties(mandate) if duty.clause == clause.id]
    assumed = {(duty.id, duty.step): by_id[duty.assumption.id] for duty in compiled if duty.assumption}
    parts = []
    for number, duty in enumerate(clause.duties, 1):
        name = clause.id if number == 1 else f"{clause.id}.{number}"
        here = {step: assumption for (of, step), assumption in assumed.items() if of == name}
        parts.append(_entry(name if len(clause.duties) > 1 else "", duty, here, names))
    nothing = () if parts else (_("No duty follows from this clause."),)
    return Entry(told(clause.text), label=clause.id, points=nothing, parts=tuple(parts))


def _entry(name: str, duty: Duty, assumed: dict[str | None, Assumption], names: Names) -> Entry:
    within = scene(duty, names)
    points = [*_points(duty, within, assumed.get(None))]
    parts = [_step(step, duty, within, assumed.get(step.key)) for step in duty.stated_steps]
    return Entry(_sentence(duty, within), label=name, points=tuple(points), parts=tuple(parts))


# The sentence ------------------------------------------------------------------------------------------------


def scene(duty: Duty, names: Names) -> Scene:
    """What the words of a duty rest on."""
    before = _(duty.trigger_ahead) if duty.trigger_ahead else ""
    such = bool(duty.trigger_ahead and duty.meeting_kinds)
    return Scene(names, _(duty.trigger_words), before, _step_names(duty.stated_steps), duty.same_periods, such)


def _step_names(steps: tuple[Step, ...]) -> Mapping[str, str]:
    """What each step is called inside a sentence."""
    return {
        step.key: quoted(told(step.name)) if step.name else _("step {n}").format(n=number)
        for number, step in enumerate(steps, 1)
    }


def _due(rule: DueRule | None, within: Scene) -> str:
    return ", " + rule.at_the_latest(within) if rule else ""


def _sentence(duty: Duty, within: Scene) -> str:
    names, measure = within.names, duty.stated_measure
    if (own := duty.sentence(within)) is not None:
        return _capital(own)
    begins, holder, n = duty.begins(names), duty.holder_in_words(names), len(duty.stated_steps)
    if measure:
        phrase = measure.phrase(names, Stated(duty.holder, bool(duty.trigger_ahead)))
        due = "" if duty.is_dated_though_measured else _due(duty.stated_due, within)
        text = _("{occasion}, {holder} must see to it that {measure}{due}.")
        return _capital(text.format(occasion=begins, holder=holder, measure=phrase, due=due))
    if n:
        text = ngettext(
            "{occasion}, {holder} must take {n} step.", "{occasion}, {holder} must take these {n} steps.", n
        )
        return _capital(text.format(occasion=begins, holder=holder, n=n))
    deed, sent = duty.deed_in_words(duty.stated_evidence, names)
    text = _("{occasion}, {holder} must {deed}{to}{due}.").format(
        occasion=begins, holder=holder, deed=deed, to=duty.to_in_words(names) if sent else "",
        due=_due(duty.stated_due, within),
    )  # fmt: skip
    return _capital(text)


# What else is said of it -------------------------------------------------------------------------------------


def _points(duty: Duty, within: Scene, assumption: Assumption | None) -> Iterator[str]:
    names = within.names
    if duty.counterparty and not _says_to_whom(duty, names):
        yield _("It is owed to {parties}.").format(parties=duty.recipients_in_words(duty.counterparty, names))
    yield from duty.points(within)
    if duty.if_:
        yield _("It is owed only if {condition}.").format(condition=duty.if_.phrase(names))
    yield from _first_time(duty)
    yield from duty.last_points(within)
    yield from _exemptions(duty, within)
    if isinstance(duty, Deed) and not duty.steps:  # only what events show has signatures and a first day
        yield from _deed_points(duty, within)
    if not duty.stated_steps:
        yield from _when_silent(duty.stated_due, duty.looks_for_a_date, within, assumption)
    yield from _last(duty, within)


def _says_to_whom(duty: Duty, names: Names) -> bool:
    """Whether its sentence does."""
    if duty.names_recipient is not None:
        return duty.names_recipient
    by_evidence = not duty.stated_steps and not duty.stated_measure
    return by_evidence and duty.deed_in_words(duty.stated_evidence, names)[1]


def _first_time(duty: Duty) -> Iterator[str]:
    if duty.during_first:
        text = _("It is owed only during the first {length} after the body was established.")
        yield text.format(length=duty.during_first.in_words())
    if duty.after_first:
        text = _("It is owed only when {length} have passed since the body was established.")
        yield text.format(length=duty.after_first.in_words())


def _exemptions(duty: Duty, within: Scene) -> Iterator[str]:
    for exemption in duty.stated_exemptions:
        if exemption.due:
            text = _("If {condition}, another time holds: {due}.")
            if len(duty.stated_steps) > 1:
                text = _("If {condition}, another time holds for each of these steps: {due}.")
            due = exemption.due.at_the_latest(within)
        else:
            text = _("If {condition}, it is not owed.") if exemption.not_owed else _("If {condition}, nothing changes.")
            due = ""
        said = text.format(condition=exemption.if_.phrase(within.names), due=due)
        if exemption.at_the_latest:
            text = _("That must have happened {due}; what comes later changes nothing.")
            said += " " + text.format(due=exemption.at_the_latest.at_the_latest(within))
        yield said if exemption.text is None else f"{said} {_own_words(told(exemption.text))}"


def _own_words(text: str) -> str:
    return _("In the mandate's words: “{text}”").format(text=text)


def _deed_points(owed: Deed | Step, within: Scene) -> Iterator[str]:
    """What is said of a duty of one step, and of each step of another."""
    names = within.names
    places = owed.signed_by
    signers = [either([names.role(key) for key in roles]) for roles in places]
    enough = owed.at_least
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
    if owed.in_order:
        yield _("They sign in this order; a signature that comes too early does not count.")
    if owed.not_before:
        text = _("At the earliest {day}; done before that, it is breached.")
        yield text.format(day=owed.not_before.phrase(within))


def _when_silent(
    due: DueRule | None, looks_for_one: bool, within: Scene, assumption: Assumption | None
) -> Iterator[str]:
    if assumption:
        text = _("The mandate gives no date. Assumed here: {due}. “{text}”")
        yield text.format(due=assumption.due.at_the_latest(within), text=told(assumption.text))
    elif due is None and looks_for_one:
        yield _("No date is given, so it is never overdue.")


def _last(duty: Duty, within: Scene) -> Iterator[str]:
    names = within.names
    yield from duty.things_points(names)
    if duty.waived_by:
        text = _("It may be waived or extended by {parties}, and by nobody else.")
        yield text.format(parties=either([names.party(key) for key in duty.waived_by]))
    if duty.waived_at_the_latest:
        text = _("A waiver or an extension must be decided {due}; what comes later counts for nothing.")
        yield text.format(due=duty.waived_at_the_latest.at_the_latest(within))
    if duty.consequence:
        yield _("Where it is not met: “{text}”").format(text=told(duty.consequence))
    if duty.silent_on:
        text = _("The mandate does not say {what}.")
        yield text.format(what=either([_(SILENCES[word]) for word in duty.silent_on]))


def _step(step: Step, duty: Duty, within: Scene, assumption: Assumption | None) -> Entry:
    names = within.names
    deed, sent = duty.deed_in_words(step.evidence, names)
    parties = step.counterparty or duty.counterparty
    to = _(" to {parties}").format(parties=duty.recipients_in_words(parties, names)) if sent and parties else ""
    said = _("{holder} must {deed}{to}{due}.").format(
        holder=duty.holder_in_words(names, step.holder), deed=deed, to=to, due=_due(step.due, within)
    )
    points = [*_deed_points(step, within), *_when_silent(step.due, looks_for_a_date(step.evidence), within, assumption)]
    if step.counterparty and not sent:
        points.insert(0, _("It is owed to {parties}.").format(parties=duty.recipients_in_words(parties, names)))
    label = told(step.name) if step.name else within.steps[step.key]
    return Entry(_capital(said), label=_capital(label), points=tuple(points))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
