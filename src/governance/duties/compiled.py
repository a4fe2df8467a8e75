"""From a mandate's clauses to the duties that can be judged, each with its due rule and what that rests on."""

from collections.abc import Iterator
from dataclasses import replace

from governance.compliance.duty import Assumption, CompiledDuty, Extra
from governance.duties.evidence import evidence_called
from governance.duties.language import Clause, Mandate
from governance.duties.occasions.base import Deed, Duty, Step

__all__ = ["duties"]


def duties(mandate: Mandate, extra: Extra = ()) -> tuple[CompiledDuty, ...]:
    """The duties of a mandate, in its order. ``extra`` are assumptions for the sake of a question: they come before
    the file's own, and like them they fill silences only. One that finds no silence in its clause changes nothing.
    """
    assumed: dict[str, Assumption] = {assumption.clause: assumption for assumption in (*mandate.assumptions, *extra)}
    return tuple(duty for clause in mandate.clauses for duty in _compiled(clause, assumed.get(clause.id)))


def _compiled(clause: Clause, assumption: Assumption | None) -> Iterator[CompiledDuty]:
    for number, duty in enumerate(clause.duties, 1):
        name = clause.id if number == 1 else f"{clause.id}.{number}"
        for step in duty.stated_steps:
            yield _counting(_step(name, clause, duty, step, assumption))
        if not duty.stated_steps:
            yield _counting(_whole(name, clause, duty, assumption))


def _counting(duty: CompiledDuty) -> CompiledDuty:
    exempt = (rule for exemption in duty.exemptions for rule in (exemption.due, exemption.at_the_latest))
    rules = (duty.due, duty.not_before, duty.waived_at_the_latest, *exempt)
    names: frozenset[str] = frozenset().union(*(rule.counted_from for rule in rules if rule))
    follows = frozenset(name for name in names if name.startswith(("done.", "due.")))
    places = duty.signed_by
    if len(places) == 1 and duty.at_least:
        places *= duty.at_least  # so many holders of the one role
    may_come = duty.due is not None and duty.due.may_come
    words = (duty.evidence, *duty.or_evidence)
    living = all(word and evidence_called(word).of_living_body for word in words)
    return replace(
        duty, signed_by=places, counted_from=names, follows=follows, may_come=may_come, of_living_body=living
    )


def _stated(name: str, clause: Clause, duty: Duty, evidence: str | None) -> CompiledDuty:
    """What a duty and each of its steps have in common."""
    measure = duty.stated_measure
    common = CompiledDuty(
        id=name,
        clause=clause.id,
        text=clause.text,
        pattern=duty.pattern,
        duty=duty,
        holder=duty.holder,
        counterparty=duty.counterparty,
        owed=evidence or (measure.owed if measure else duty.pattern),
        shows=evidence_called(evidence or "none"),
        evidence=evidence,
        measure=measure,
        exemptions=duty.stated_exemptions,
        condition=duty.if_,
        during_first=duty.during_first,
        after_first=duty.after_first,
        by_each=duty.by_each,
        to_each=duty.to_each,
        waived_by=duty.waived_by,
        waived_at_the_latest=duty.waived_at_the_latest,
        silent_on=duty.silent_on,
        consequence=duty.consequence,
    )
    return duty.completed(common)


def _whole(name: str, clause: Clause, duty: Duty, assumption: Assumption | None) -> CompiledDuty:
    can_be_late = duty.is_dated and (duty.is_dated_though_measured or not duty.stated_measure)
    fillable = can_be_late and not duty.stated_due
    stated = _stated(name, clause, duty, duty.stated_evidence)
    if isinstance(duty, Deed):
        stated = _with_proof(stated, duty)
        stated = replace(stated, or_evidence=duty.or_evidence)
    return replace(
        stated,
        due=duty.stated_due or (assumption.due if assumption and fillable else None),
        assumption=assumption if fillable else None,
    )


def _step(name: str, clause: Clause, duty: Duty, step: Step, assumption: Assumption | None) -> CompiledDuty:
    return replace(
        _with_proof(_stated(name, clause, duty, step.evidence), step),
        holder=step.holder or duty.holder,
        counterparty=step.counterparty or duty.counterparty,
        due=step.due or (assumption.due if assumption else None),
        assumption=assumption if not step.due else None,
        measure=None,
        step=step.key,
        step_name=step.name,
    )


def _with_proof(duty: CompiledDuty, stated: Deed | Step) -> CompiledDuty:
    return replace(
        duty,
        not_before=stated.not_before,
        signed_by=stated.signed_by,
        at_least=stated.at_least,
        in_order=stated.in_order,
    )
