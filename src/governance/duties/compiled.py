"""From a mandate's clauses to the duties that can be judged, each with its due rule and what that rests on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from governance.duties.conditions import Exemption
from governance.duties.due import DueRule
from governance.duties.language import Assumption, Clause, Mandate
from governance.duties.measures import (
    Attendance,
    Eligible,
    Holders,
    Meetings,
    Members,
    Quorum,
    Rotation,
    Separate,
    Terms,
)
from governance.duties.patterns import (
    Duty,
    EachEvent,
    EachItem,
    EachMeeting,
    EachPeriod,
    EachYear,
    Kept,
    Quota,
    ReportDuty,
    Retention,
    Standing,
    Step,
    Unmeasured,
)
from governance.mandate.values import Words

__all__ = ["CompiledDuty", "Measure", "duties"]

Measure = Meetings | Attendance | Quorum | Rotation | Holders | Members | Eligible | Separate | Terms
Deed = EachMeeting | EachPeriod | EachYear | EachEvent | Standing | EachItem


@dataclass(frozen=True, slots=True, eq=False)
class CompiledDuty:
    """One duty of a clause, or one step of it, in one form whatever its pattern."""

    id: str
    """The clause's, for its second duty ``clause.2``, and so on."""
    clause: str
    text: Words
    duty: Duty
    holder: str
    counterparty: tuple[str, ...]
    due: DueRule | None
    assumption: Assumption | None
    """What ``due`` rests on, where the mandate itself is silent."""
    evidence: str | None = None
    or_evidence: tuple[str, ...] = ()
    measure: Measure | None = None
    not_before: DueRule | None = None
    exemptions: tuple[Exemption, ...] = ()
    signed_by: tuple[tuple[str, ...], ...] = ()
    """For each signature that is asked for, the roles of which a holder can give it."""
    at_least: int | None = None
    in_order: bool = False
    step: str | None = None
    """The key of the step; None for a duty of one step."""
    counted_from: frozenset[str] = frozenset()
    """The names of the days that its rules count from."""
    may_come: bool = False
    """Whether its due date comes once the days that it counts from are known."""
    follows: frozenset[str] = frozenset()
    """Those of them that are days of other steps and duties: ``done.X``, ``due.X``."""

    @property
    def owed(self) -> str:
        """What is owed, in a word: ``minutes_submitted``, ``quorum``, the key of an act."""
        return self.evidence or (OWED[self.measure.of] if self.measure else self.duty.pattern)


OWED = {
    "meetings": "meetings_held",
    "attendance": "attendance",
    "present": "quorum",
    "rotation": "rotation",
    "holders": "role_held",
    "members": "members",
    "eligible": "eligible",
    "separate": "separate",
    "terms": "terms",
}
"""For each measure, the word for what is owed."""


def duties(mandate: Mandate, extra: tuple[Assumption, ...] = ()) -> tuple[CompiledDuty, ...]:
    """The duties of a mandate, in its order. ``extra`` are assumptions for the sake of a question: they come before
    the file's own, and like them they fill silences only. One that finds no silence in its clause changes nothing.
    """
    assumed = {assumption.clause: assumption for assumption in (*mandate.assumptions, *extra)}
    return tuple(duty for clause in mandate.clauses for duty in _compiled(clause, assumed.get(clause.id)))


def _compiled(clause: Clause, assumption: Assumption | None) -> Iterator[CompiledDuty]:
    for number, duty in enumerate(clause.duties, 1):
        name = clause.id if number == 1 else f"{clause.id}.{number}"
        steps = getattr(duty, "steps", ())
        if steps:
            yield from (_counting(_step(name, clause, duty, step, assumption)) for step in steps)
        else:
            yield _counting(_whole(name, clause, duty, assumption))


def _counting(duty: CompiledDuty) -> CompiledDuty:
    rules = (duty.due, duty.not_before, *(exemption.due for exemption in duty.exemptions))
    names: frozenset[str] = frozenset().union(*(rule.counted_from for rule in rules if rule))
    follows = frozenset(name for name in names if name.startswith(("done.", "due.")))
    places = duty.signed_by
    if len(places) == 1 and duty.at_least:
        places *= duty.at_least  # so many holders of the one role
    may_come = duty.due is not None and duty.due.may_come
    return replace(duty, signed_by=places, counted_from=names, follows=follows, may_come=may_come)


def _whole(name: str, clause: Clause, duty: Duty, assumption: Assumption | None) -> CompiledDuty:
    stated = None if isinstance(duty, ReportDuty | Quota | Retention | Unmeasured) else duty.due
    fillable = _can_be_late(duty) and not stated
    measure: Measure | None = None
    if isinstance(duty, Quota):
        measure = Meetings(
            of="meetings", at_least=duty.at_least, kinds=duty.kinds, unclear_kinds=duty.unclear_kinds
        )  # fmt: skip
    elif isinstance(duty, EachMeeting | EachPeriod | EachEvent | Kept):
        measure = duty.measure
    deed = duty if isinstance(duty, Deed) else None
    return CompiledDuty(
        id=name,
        clause=clause.id,
        text=clause.text,
        duty=duty,
        holder=duty.holder,
        counterparty=duty.counterparty,
        due=stated or (assumption.due if assumption and fillable else None),
        assumption=assumption if fillable else None,
        evidence=_evidence(duty),
        or_evidence=deed.or_evidence if deed else (),
        measure=measure,
        not_before=deed.not_before if deed else None,
        exemptions=deed.exemptions if deed else (),
        signed_by=deed.signed_by if deed else (),
        at_least=deed.at_least if deed else None,
        in_order=deed.in_order if deed else False,
    )


def _evidence(duty: Duty) -> str | None:
    """Which fact shows that it was done; an item that goes to somebody shows it itself."""
    if isinstance(duty, EachItem):
        return duty.evidence or duty.own_evidence
    return duty.evidence if isinstance(duty, Deed | Unmeasured) else None


def _can_be_late(duty: Duty) -> bool:
    """Whether a deadline could mean something to it."""
    if isinstance(duty, Kept):
        return True
    return isinstance(duty, Deed) and getattr(duty, "measure", None) is None


def _step(name: str, clause: Clause, duty: Duty, step: Step, assumption: Assumption | None) -> CompiledDuty:
    return CompiledDuty(
        id=name,
        clause=clause.id,
        text=clause.text,
        duty=duty,
        holder=step.holder or duty.holder,
        counterparty=step.counterparty or duty.counterparty,
        due=step.due or (assumption.due if assumption else None),
        assumption=assumption if not step.due else None,
        evidence=step.evidence,
        not_before=step.not_before,
        exemptions=duty.exemptions if isinstance(duty, Deed) else (),
        signed_by=step.signed_by,
        at_least=step.at_least,
        in_order=step.in_order,
        step=step.key,
    )
