"""What changes verdicts: more knowledge, corrections, and assumptions made for the sake of a question."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from governance.compliance.facts import Facts, Record, network_of
from governance.compliance.obligations import Subject, judge, judge_all, subjects
from governance.compliance.questions.view import View, require_clause, target_of
from governance.compliance.touches import touched_by
from governance.compliance.values import Verdict
from governance.duties.due_rules import After
from governance.duties.language import Assumption
from governance.errors import FieldInvalid
from governance.model.aggregate import FactCorrected, FactRetracted
from governance.model.event import Event
from governance.text import _
from governance.time import When

__all__ = ["Correction", "Difference", "Supposed", "corrections", "diff", "what_if"]

Verdicts = dict[Subject, dict[str, Verdict]]
"""On one day: for each subject the obligations that there are, and their verdicts."""

MOST_DAYS = 3660
"""So many can be supposed, as in a mandate."""


@dataclass(frozen=True, slots=True)
class Difference:
    """An obligation whose verdict on a day differs between two states of knowledge."""

    network: str
    obligation: str
    before: Verdict | None
    """None where there was no such obligation, as known then."""
    after: Verdict | None
    by: tuple[int, ...]
    """The positions of the events between the two after which the verdict was another one."""


def diff(before: View, after: View, records: Iterable[Record]) -> tuple[Difference, ...]:
    """Which verdicts on a day differ between two states of knowledge; ``records`` are the events in between."""
    between: dict[str | None, list[Record]] = defaultdict(list)
    for record in records:
        between[network_of(record.event.originator_id)].append(record)
    found: list[Difference] = []
    for key in sorted(before.facts.keys() | after.facts.keys()):
        old = before.facts.get(key) or Facts.of(key)
        was, now = _verdicts(old, before), _verdicts(after.facts.get(key) or Facts.of(key), after)
        changed = _changed(was, now)
        if changed:
            did = _doers(old, {s: was.get(s, {}) for s in set(changed.values())}, between[key], after)
            found += [
                Difference(key, o, was.get(s, {}).get(o), now.get(s, {}).get(o), tuple(did[o]))
                for o, s in changed.items()
            ]
    return tuple(sorted(found, key=lambda row: row.obligation))


def _verdicts(facts: Facts, view: View) -> Verdicts:
    return {subject: _on(facts, subject, view.as_of) for subject in subjects(facts, view.horizon)}


def _on(facts: Facts, subject: Subject, as_of: date) -> dict[str, Verdict]:
    of_report = subject.kind == "report"
    if of_report and subject.key.rpartition("/")[0] not in facts.assignments:
        return {}
    if subject.kind == "meeting" and subject.key not in facts.meetings:
        return {}
    return {o.id: phase.verdict for o in judge(facts, subject) if (phase := o.on(as_of))}


def _changed(was: Verdicts, now: Verdicts) -> dict[str, Subject]:
    """The obligations whose verdicts differ, with their subjects."""
    return {
        obligation: subject
        for subject in was.keys() | now.keys()
        for obligation in was.get(subject, {}).keys() | now.get(subject, {}).keys()
        if was.get(subject, {}).get(obligation) != now.get(subject, {}).get(obligation)
    }


def _doers(old: Facts, verdicts: Verdicts, records: Iterable[Record], view: View) -> dict[str, list[int]]:
    """The events that changed the verdicts on these subjects, told one after the other."""
    facts, did = _again(old), defaultdict(list)
    for record in records:
        facts.take(record)
        for subject in _touched(facts, record.event, view.horizon, verdicts):
            new = _on(facts, subject, view.as_of)
            for obligation in _changed({subject: verdicts[subject]}, {subject: new}):
                did[obligation].append(record.position)
            verdicts[subject] = new
    return did


def _again(facts: Facts) -> Facts:
    """The same facts, to go on from."""
    return Facts.of(facts.key, (Record(at, moment, event) for at, (event, moment) in facts.recorded.items()))


def _touched(facts: Facts, event: Event, horizon: int, among: Iterable[Subject]) -> list[Subject]:
    """A correction can also undo what there was, which then is no subject any more."""
    if target_of(event):
        return list(among)
    touched = set(touched_by(facts, event, horizon))
    return [subject for subject in among if subject in touched]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction or retraction, and what it did to the verdicts on the day."""

    network: str
    position: int
    recorded_at: datetime
    actor: str
    corrects: int
    """The position of the event that it is about."""
    event: str
    """What that event is: ``ReportSubmitted``."""
    about: str
    """What that event is about: ``vux/2021-1``."""
    retracted: bool
    """True where the event did not happen at all, or was a correction that was none."""
    changes: tuple[str, ...]
    """What was told otherwise: ``effective_on: 2021-05-31 → 2021-06-04``."""
    reason: str
    verdicts: tuple[str, ...]
    """Which verdicts on the day it changed: ``vux/2021-1/partial: fulfilled → fulfilled_late``."""


def corrections(view: View) -> tuple[Correction, ...]:
    """Every correction and retraction that is known, whatever day it was made on, in the order of the log."""
    found: list[Correction] = []
    for facts in view.facts.values():
        told = Facts.of(facts.key)
        for position, (event, moment) in facts.recorded.items():
            record = Record(position, moment, event)
            if isinstance(event, FactCorrected | FactRetracted):
                found.append(_correction(told, record, event, view))
            else:
                told.take(record)
    return tuple(sorted(found, key=lambda row: row.position))


def _correction(told: Facts, record: Record, event: FactCorrected | FactRetracted, view: View) -> Correction:
    """Take a correction in and see what it does."""
    version = target_of(event) or 0
    aggregate = told.aggregate(event)
    corrected = aggregate.recorded[version - 1]
    before, was = _fact(told, event, version), _reached(told, event, view)
    told.take(record)
    after, now = _fact(told, event, version), _reached(told, event, view)
    fields = event.changes if isinstance(event, FactCorrected) else ()
    changed = _changed(was, now)
    return Correction(
        network=told.key,
        position=record.position,
        recorded_at=record.recorded_at,
        actor=event.actor.id,
        corrects=told.position(corrected),
        event=corrected.event_name,
        about=aggregate.ref,
        retracted=isinstance(event, FactRetracted),
        changes=tuple(f"{field}: {before.get(field, '-')} → {after.get(field, '-')}" for field in fields),
        reason=event.reason,
        verdicts=tuple(
            f"{o}: {was.get(s, {}).get(o, '-')} → {now.get(s, {}).get(o, '-')}" for o, s in sorted(changed.items())
        ),
    )


def _fact(facts: Facts, event: Event, version: int) -> dict[str, object]:
    """What an event says after the corrections so far; nothing where it was retracted."""
    told = (f for f in facts.aggregate(event).facts if f.originator_version == version)
    return next((f.model_dump(mode="json", exclude_none=True) for f in told), {})


def _reached(facts: Facts, event: Event, view: View) -> Verdicts:
    """The verdicts that a correction in one history could change: on that, and on every year and the network."""
    ref = event.originator_id.partition(":")[2]
    return {
        subject: _on(facts, subject, view.as_of)
        for subject in subjects(facts, view.horizon)
        if subject.kind in ("network", "events", "period") or f"{subject.key}/".startswith(f"{ref}/")
    }


@dataclass(frozen=True, slots=True)
class Supposed:
    """An obligation whose verdict would be another one under an assumption."""

    network: str
    obligation: str
    verdict: Verdict
    """As it is."""
    supposed: Verdict
    """As it would be."""
    due: When | None
    """When it would be due."""
    days_overdue: int | None
    """How long it would be overdue, or how late it was."""


def what_if(view: View, clause: str, days: int) -> tuple[Supposed, ...]:
    """Which verdicts would differ if a clause that gives no deadline asked for it within so many days.

    Raises ReferenceUnknown for a clause that no mandate has, FieldInvalid for days out of range.
    """
    require_clause(view, clause)
    if not 0 <= days <= MOST_DAYS:
        raise FieldInvalid(field="days", problem=_("a whole number from {low} to {high}").format(low=0, high=MOST_DAYS))
    rule = After(rule="after", days=days)
    assumption = Assumption(id="what-if", clause=clause, due=rule, text={"": _("Within {n} days").format(n=days)})
    found: list[Supposed] = []
    for key, facts in view.facts.items():
        as_it_is = {o.id: phase.verdict for o, phase in view.standing(key)}
        for obligation in judge_all(facts, view.horizon, (assumption,)):
            phase = obligation.on(view.as_of)
            if phase and phase.verdict != as_it_is[obligation.id]:
                late = None
                if phase.due and phase.verdict in ("overdue", "fulfilled_late"):
                    until = phase.fulfilled_on.first if phase.fulfilled_on else view.as_of
                    late = (until - phase.due.last).days
                found.append(Supposed(key, obligation.id, as_it_is[obligation.id], phase.verdict, phase.due, late))
    return tuple(sorted(found, key=lambda row: row.obligation))
