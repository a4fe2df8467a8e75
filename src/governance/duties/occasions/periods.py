"""A period as an occasion: what the duties share that are owed for each year, or for each of its parts."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from governance.compliance.case import Case
from governance.compliance.deeds import deed, sibling
from governance.compliance.due import Anchor, Due, due_by
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import Facts
from governance.compliance.occasions import Occasion, Timeline
from governance.compliance.periods import Cadence, Period, period_after, period_before, periods_between
from governance.compliance.timeline import Stop
from governance.compliance.values import Obligation, Reason
from governance.compliance.versions import ruling_in
from governance.duties.measures.base import OverPeriod
from governance.duties.occasions.base import on_every_day
from governance.duties.occasions.recorded import of_network
from governance.model.event import Event
from governance.model.network_events import RoleAssigned, RoleEnded, WorkPlanAdopted
from governance.text import N_

__all__ = ["YEARLY", "for_period", "periods"]

YEARLY = Cadence()


def periods(case: Case, duty: CompiledDuty, horizon: int) -> tuple[Hashable, ...]:
    """The periods of a duty that the version governs, through the last day of a year."""
    return case.read(_recurring, duty.cadence or YEARLY, horizon)


def for_period(case: Case, duty: CompiledDuty, period: Period, measure: OverPeriod | None) -> Iterator[Obligation]:
    """Once for a period in which the mandate is in force and the body exists."""
    force = case.read(_in_force, period.first, period.last)
    if force:
        occasion = period_occasion(case, duty, period, force)
        if measure:
            yield from measure.obligations(case, duty, occasion, period)
        else:
            yield from deed(case, duty, occasion)


def _in_force(case: Case, first: date, last: date) -> tuple[date, date] | None:
    return case.ruling.in_force(first, last)


def period_occasion(case: Case, duty: CompiledDuty, period: Period, force: tuple[date, date]) -> Occasion:
    """A period as a duty sees it: what counts depends on whether it falls due in the period, before or after it."""
    anchors = _anchors(case, period, force[0])
    counted = _counted_in(case, duty, anchors, period) if duty.evidence else period
    kinds, roles, parts = duty.kinds, duty.roles, duty.part_periods
    stop, begins = None, force[0]
    if counted.first < period.first == begins:  # it is due before the period, and owed since the one before
        begins = _since(case, counted, period.first)
    if parts == "not_owed" and force != (period.first, period.last):
        stop = Stop(begins, "void", Reason(N_("The mandate asks nothing of a part of a period.")), ())
    return Occasion(
        about=period.label,
        subject=period.label,
        begins=begins,
        arises=force[0],
        counts=force[0],
        anchors=anchors,
        recorded=lambda word: case.facts.read(_in_period, word, kinds, roles, period, counted),
        stop=stop,
        span=force,
        opens=min(counted.first, period.first),
        within=lambda word: case.facts.read(_in_period, word, kinds, roles, period, period),
        seen_by=lambda other: period_occasion(case, other, period, force),
    )


def _since(case: Case, before: Period, first: date) -> date:
    """Since when a body has existed and a mandate been in force, of the days of a period through ``first``."""
    force = case.ruling.in_force(before.first, first)
    return force[0] if force and case.ruling.in_force(force[0], first) == (force[0], first) else first


def _anchors(case: Case, period: Period, begins: date) -> Timeline:
    """The days to count from in a period, of which it is in force from ``begins`` on."""
    first, last = on_every_day(period.first), on_every_day(period.last)
    began = on_every_day(begins)
    return {**case.fixed, "trigger": began, "ahead": began, "period_start": first, "period_end": last}


def _counted_in(
    case: Case, duty: CompiledDuty, anchors: Timeline, period: Period, seen: frozenset[str] = frozenset()
) -> Period:
    """The period in which facts count that name none: the period itself, or the one before or after it, if the duty
    falls due before or after it, or what it counts from after it. Where it has no date, that before which it is too
    early says so."""
    due = _due_in(case, duty, anchors, seen)
    after = due is not None and due.when.last > period.last
    if due is None:
        names = (duty.follows & duty.due.counted_from if duty.due else frozenset()) - seen
        others = [other for name in names if (other := sibling(case, duty, name.partition(".")[2]))]
        after = any(_counted_in(case, other, anchors, period, seen | names).first > period.last for other in others)
    if after:
        return period_after(period, duty.cadence or YEARLY)
    return period_before(period, duty.cadence or YEARLY) if due and due.when.last < period.first else period


def _due_in(case: Case, duty: CompiledDuty, anchors: Timeline, seen: frozenset[str]) -> Due | None:
    """When a duty falls due by the days of its period alone, and those on which other steps and duties fall due."""
    known = {name: anchor for name, changes in anchors.items() if (anchor := changes[0].anchor)}
    for name in duty.follows - seen:
        kind, _dot, key = name.partition(".")
        other = sibling(case, duty, key) if kind == "due" else None
        if other and other.may_come and (due := _due_in(case, other, anchors, seen | duty.follows)):
            known[name] = Anchor(due.when.last)
    return due_by(duty.due if duty.may_come else duty.not_before, known, case.place)


def _in_period(
    facts: Facts, word: str, kinds: Sequence[str], roles: Sequence[str], period: Period, counted: Period
) -> list[Event]:
    """What counts for a period: what names it; else what happened in the one in which it is counted."""
    dated, named = facts.read(_dated, word, kinds)
    begin = date.fromordinal(period.last.toordinal() + 1) if counted.first > period.last else counted.first
    end = date.fromordinal(period.first.toordinal() - 1) if counted.last < period.first else counted.last
    within = dated[bisect_left(dated, begin, key=_first) : bisect_right(dated, end, key=_first)]
    events = sorted([*within, *named.get(period.label, ())], key=facts.position)
    return [e for e in events if not roles or not isinstance(e, RoleAssigned | RoleEnded) or e.role in roles]


def _first(event: Event) -> date:
    return event.effective_on.first


def _dated(facts: Facts, word: str, kinds: Sequence[str]) -> tuple[list[Event], dict[str, list[Event]]]:
    """What was recorded of a word: by its first day where it names no period, and by the period that it names. A work
    plan for a year is also that for the year that begins in it."""
    dated: list[Event] = []
    named: dict[str, list[Event]] = {}
    for event in of_network(facts, word, kinds):
        if isinstance(event, WorkPlanAdopted):
            for label in (f"{event.year:04d}", f"{event.year:04d}-{event.year + 1:04d}"):
                named.setdefault(label, []).append(event)
        elif period := getattr(event, "period", None):
            named.setdefault(period, []).append(event)
        else:
            dated.append(event)
    return sorted(dated, key=_first), named


def _recurring(case: Case, cadence: Cadence, horizon: int) -> tuple[Period, ...]:
    """Each period of a cadence that the version governs, from the first version's beginning through the last day of a
    year."""
    network = case.facts.network
    first = min((version.since for version in network.versions()), default=date.max)
    last = date(min(horizon, date.max.year), 12, 31)
    if first > last:
        return ()
    number = case.ruling.number
    return tuple(
        p for p in periods_between(first, last, cadence) if ruling_in(case.facts, p.first, p.last).number == number
    )
