"""What changes verdicts: more knowledge, corrections, and assumptions made for the sake of a question."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from governance.compliance.facts import Facts, Record, network_of
from governance.compliance.judge import Judgements, judge_all
from governance.compliance.values import Obligation, Verdict
from governance.duties.due.after import After
from governance.duties.facts_of import facts_of
from governance.duties.language import Assumption
from governance.errors import FieldInvalid
from governance.model.aggregate import FactCorrected, FactRetracted
from governance.model.event import Event
from governance.questions.view import View, require_clause, target_of
from governance.text import _
from governance.time import When

__all__ = ["Correction", "Difference", "Supposed", "corrections", "diff", "what_if"]

Verdicts = dict[str, Verdict]
"""On one day: the obligations that there are, by their ids."""

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
    rows: list[Difference] = []
    for key in sorted(before.facts.keys() | after.facts.keys()):
        old = before.facts.get(key) or facts_of(key)
        growing = Judgements(facts_of(key, old.records()), max(before.horizon, after.horizon))
        was = _turned(growing, after.as_of)[1]
        now, events = dict(was), defaultdict[str, list[int]](list)
        for record in sorted([*between[key], *between[None]], key=lambda record: record.position):
            growing.facts.take(record)
            gone, new = _turned(growing, after.as_of)
            for obligation in gone.keys() | new.keys():
                if gone.get(obligation) != new.get(obligation):
                    events[obligation].append(record.position)
            now = {id_: verdict for id_, verdict in now.items() if id_ not in gone} | new
        rows += [
            Difference(key, id_, was.get(id_), now.get(id_), tuple(events[id_]))
            for id_ in was.keys() | now.keys()
            if was.get(id_) != now.get(id_)
        ]
    return tuple(sorted(rows, key=lambda row: row.obligation))


def _turned(judgements: Judgements, as_of: date) -> tuple[Verdicts, Verdicts]:
    """The verdicts on a day of what was judged again, before and after."""
    turns = judgements.refresh()
    before = (obligation for turn in turns for obligation in turn.before)
    after = (obligation for turn in turns for obligation in turn.after)
    return _on(before, as_of), _on(after, as_of)


def _on(obligations: Iterable[Obligation], as_of: date) -> Verdicts:
    return {o.id: phase.verdict for o in obligations if (phase := o.on(as_of))}


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
    """What was corrected: ``effective_on: 2021-05-31 → 2021-06-04``."""
    reason: str
    verdicts: tuple[str, ...]
    """Which verdicts on the day it changed: ``vux/2021-1/partial: fulfilled → fulfilled_late``."""


def corrections(view: View) -> tuple[Correction, ...]:
    """Every correction and retraction that is known, whatever day it was made on, in the order of the log."""
    rows: list[Correction] = []
    for facts in view.facts.values():
        growing = Judgements(facts_of(facts.key), view.horizon)
        for record in facts.records():
            if isinstance(record.event, FactCorrected | FactRetracted):
                _turned(growing, view.as_of)
                rows.append(_correction(growing, record, record.event, view.as_of))
            else:
                growing.facts.take(record)
    return tuple(sorted(rows, key=lambda row: row.position))


def _correction(growing: Judgements, record: Record, event: FactCorrected | FactRetracted, as_of: date) -> Correction:
    """Take a correction in and see what it does."""
    facts, version = growing.facts, target_of(event) or 0
    aggregate = facts.aggregate(event)
    corrected = aggregate.recorded[version - 1]
    before = _fact(facts, event, version)
    facts.take(record)
    after = _fact(facts, event, version)
    was, now = _turned(growing, as_of)
    fields = event.changes if isinstance(event, FactCorrected) else ()
    return Correction(
        network=facts.key,
        position=record.position,
        recorded_at=record.recorded_at,
        actor=event.actor.id,
        corrects=facts.position(corrected),
        event=corrected.event_name,
        about=aggregate.ref,
        retracted=isinstance(event, FactRetracted),
        changes=tuple(f"{field}: {before.get(field, '-')} → {after.get(field, '-')}" for field in fields),
        reason=event.reason,
        verdicts=tuple(
            f"{id_}: {was.get(id_, '-')} → {now.get(id_, '-')}"
            for id_ in sorted(was.keys() | now.keys())
            if was.get(id_) != now.get(id_)
        ),
    )


def _fact(facts: Facts, event: Event, version: int) -> dict[str, object]:
    """What an event says after the corrections so far; nothing where it was retracted."""
    versions = (f for f in facts.aggregate(event).facts if f.originator_version == version)
    return next((f.model_dump(mode="json", exclude_none=True) for f in versions), {})


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
    """Which verdicts would differ if a clause without a deadline set one of so many days.

    Raises ReferenceUnknown for a clause that no mandate has, FieldInvalid for days out of range.
    """
    require_clause(view, clause)
    if not 0 <= days <= MOST_DAYS:
        raise FieldInvalid(field="days", problem=_("a whole number from {low} to {high}").format(low=0, high=MOST_DAYS))
    rule = After(rule="after", days=days)
    assumption = Assumption(id="what-if", clause=clause, due=rule, text={"": _("Within {n} days").format(n=days)})
    rows: list[Supposed] = []
    for key, facts in view.facts.items():
        as_it_is = {o.id: phase.verdict for o, phase in view.standing(key)}
        for obligation in judge_all(facts, view.horizon, (assumption,)):
            phase = obligation.on(view.as_of)
            if phase and phase.verdict != as_it_is[obligation.id]:
                late = None
                if phase.due and phase.verdict in ("overdue", "fulfilled_late"):
                    until = phase.fulfilled_on.first if phase.fulfilled_on else view.as_of
                    late = (until - phase.due.last).days
                rows.append(Supposed(key, obligation.id, as_it_is[obligation.id], phase.verdict, phase.due, late))
    return tuple(sorted(rows, key=lambda row: row.obligation))
