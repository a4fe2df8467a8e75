"""What each pattern of duty means: on which occasions something is owed, in the visible table ``PATTERNS``.

A function takes the case (the facts and the version of the mandate that governs it), the duty, and the subject (a
meeting, a period, an assignment's report; None for the body itself), and yields the obligations that follow.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from governance.compliance.attendance import attendance
from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import begins_on, deed, limited, sibling
from governance.compliance.evidence import of_meeting, of_network
from governance.compliance.facts import Facts
from governance.compliance.happenings import happening, happenings
from governance.compliance.items import open_items
from governance.compliance.kept import kept
from governance.compliance.measured import measured
from governance.compliance.occasions import AnchorSince, Occasion, Timeline, meeting_occasion, neighbours
from governance.compliance.periods import Cadence, Period, period_after, period_before, periods_between
from governance.compliance.quota import quota
from governance.compliance.reports import report
from governance.compliance.retention import retained
from governance.compliance.timeline import Stop
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.versions import ruling_in
from governance.duties.anchors import Anchor
from governance.duties.compiled import CompiledDuty
from governance.duties.due import Due, due_by
from governance.duties.measures import Attendance
from governance.duties.patterns import EachItem, EachMeeting, EachPeriod
from governance.model.event import Event
from governance.model.network_events import RoleAssigned, RoleEnded, WorkPlanAdopted
from governance.text import N_

__all__ = ["PATTERNS", "cadence_of"]


def each_meeting(case: Case, duty: CompiledDuty, ref: str) -> Iterator[Obligation]:
    """Once for a meeting of these kinds; it arises when the meeting is held and is void when it is cancelled."""
    meeting, fixed = case.facts.meeting(ref), case.fixed
    kinds = duty.duty.kinds if isinstance(duty.duty, EachMeeting) else ()
    if kinds and not (meeting.scheduled and meeting.scheduled.kind in kinds):
        return
    if not duty.counted_from.isdisjoint(_AROUND):
        fixed = {**fixed, **neighbours(case.facts, meeting, kinds)}
    occasion = meeting_occasion(case.facts, meeting, kinds, of_meeting(case.facts, meeting, kinds), fixed)
    if occasion:
        yield from (measured if duty.measure else deed)(case, duty, occasion, occasion.counts)


_AROUND = ("next_meeting", "previous_meeting")


def cadence_of(duty: CompiledDuty) -> Cadence:
    """How often a duty of a period recurs."""
    pattern = duty.duty
    if isinstance(pattern, EachPeriod):
        return Cadence("month" if pattern.months else pattern.every, pattern.months, pattern.year_begins)
    return Cadence()


def each_period(case: Case, duty: CompiledDuty, period: Period) -> Iterator[Obligation]:
    """Once for a period in which the mandate is in force and the body exists."""
    force = case.read(_in_force, period.first, period.last)
    if force:
        occasion = _of_period(case, duty, period, force)
        if duty.measure:
            counted = attendance if isinstance(duty.measure, Attendance) else quota
            yield from counted(case, duty, occasion, period)
        else:
            yield from deed(case, duty, occasion)


def _in_force(case: Case, first: date, last: date) -> tuple[date, date] | None:
    return case.ruling.in_force(first, last)


def _of_period(case: Case, duty: CompiledDuty, period: Period, force: tuple[date, date]) -> Occasion:
    """A period as a duty sees it: what counts depends on whether it falls due in the period, before or after it."""
    anchors = _anchors(case, period, force[0])
    pattern = duty.duty if isinstance(duty.duty, EachPeriod) else None
    counted = _counted_in(case, duty, anchors, period) if duty.evidence else period
    kinds, roles, parts = (pattern.kinds, pattern.roles, pattern.part_periods) if pattern else ((), (), None)
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
        seen_by=lambda other: _of_period(case, other, period, force),
    )


def _since(case: Case, before: Period, first: date) -> date:
    """Since when a body has existed and a mandate been in force, of the days of a period through ``first``."""
    force = case.ruling.in_force(before.first, first)
    return force[0] if force and case.ruling.in_force(force[0], first) == (force[0], first) else first


def _anchors(case: Case, period: Period, begins: date) -> Timeline:
    """The days to count from in a period, of which it is in force from ``begins`` on."""
    first, last = _always(period.first), _always(period.last)
    began = _always(begins)
    return {**case.fixed, "trigger": began, "ahead": began, "period_start": first, "period_end": last}


def _always(day: date) -> Sequence[AnchorSince]:
    return (AnchorSince(date.min, Anchor(day)),)


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
        return period_after(period, cadence_of(duty))
    return period_before(period, cadence_of(duty)) if due and due.when.last < period.first else period


def _due_in(case: Case, duty: CompiledDuty, anchors: Timeline, seen: frozenset[str]) -> Due | None:
    """When a duty falls due by the days of its period alone, and those on which other steps and duties fall due."""
    known = {name: anchor for name, changes in anchors.items() if (anchor := changes[0].anchor)}
    for name in duty.follows - seen:
        kind, _dot, key = name.partition(".")
        other = sibling(case, duty, key) if kind == "due" else None
        if other and (due := _due_in(case, other, anchors, seen | duty.follows)):
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


def each_event(case: Case, duty: CompiledDuty, about: str) -> Iterator[Obligation]:
    """Once for each event of a kind that happened while this version of the mandate governed."""
    occasion = happening(case, duty, about)
    yield from (measured if duty.measure else deed)(case, duty, occasion, occasion.counts)


def each_item(case: Case, duty: CompiledDuty, _whole: str) -> Iterator[Obligation]:
    """For each action that several later meetings have not closed."""
    if isinstance(duty.duty, EachItem):
        for occasion in open_items(case, duty.duty):
            if case.ruling.governs(occasion.counts):
                yield from deed(case, duty, occasion, occasion.counts)


def standing(case: Case, duty: CompiledDuty, _whole: str) -> Iterator[Obligation]:
    """Owed while the mandate is in force, on no stated occasion."""
    begins = case.ruling.first_day(duty.clause)
    occasion = Occasion(
        about="standing",
        subject=case.facts.key,
        begins=begins,
        arises=begins,
        counts=begins,
        anchors={**case.fixed, "trigger": _always(begins), "ahead": _always(begins)},
        recorded=lambda word: of_network(case.facts, word),
        stop=_dropped(case, duty),
        span=(begins, date.max),
    )
    yield from deed(case, duty, occasion)


def keep(case: Case, duty: CompiledDuty, _whole: str) -> Iterator[Obligation]:
    """A number that is to be kept, for as long as versions of the mandate state it in the same way."""
    if stretch := case.ruling.stretch(duty):
        yield from kept(case, duty, stretch)


def retain(case: Case, duty: CompiledDuty, _whole: str) -> Iterator[Obligation]:
    """What was recorded is kept, since the clause is in force."""
    yield from retained(case, duty, case.ruling.first_day(duty.clause))


def _dropped(case: Case, duty: CompiledDuty) -> Stop | None:
    """A clause that an amended mandate no longer has asks for nothing more."""
    version = case.ruling.dropped_by(duty)
    if version is None:
        return None
    reason = Reason(N_("The mandate in force from {since} no longer asks for it."), {"since": version.since})
    return Stop(version.since, "void", reason, case.facts.evidence(version))


def unmeasured(case: Case, duty: CompiledDuty, _whole: str) -> Iterator[Obligation]:
    """Never judged: the mandate sets no measure, or no event can be evidence."""
    begins, word, facts = case.ruling.first_day(duty.clause), duty.evidence or "none", case.facts
    events = of_network(facts, word)
    nothing = N_("No event could show it: the mandate sets no measure.")
    something = N_("The mandate sets no measure; what is recorded that speaks of it is named as evidence.")
    reason = Reason(nothing if word == "none" else something)
    days = sorted({begins, *(facts.surely_by(e) for e in events if facts.surely_by(e) > begins)})
    phases = [
        Phase(
            day, "undetermined", reason, None, None, facts.evidence(*(e for e in events if facts.surely_by(e) <= day))
        )
        for day in days
    ]
    if stop := _dropped(case, duty):
        phases = [phase for phase in phases if phase.since < stop.since]
        phases.append(Phase(stop.since, stop.verdict, stop.reason, None, None, stop.evidence))
    occasion = Occasion(
        about="standing", subject=facts.key, begins=begins, arises=begins, counts=begins, anchors={},
        recorded=lambda word: of_network(facts, word),
    )  # fmt: skip
    if owed := begins_on(case, duty, occasion):
        yield case.made(duty, occasion, phases=limited(phases, *owed), to=Addressee(None))


# On what it is judged --------------------------------------------------------------------------------------------


def _reports(case: Case, duty: CompiledDuty, _horizon: int) -> tuple[tuple[str, str], ...]:
    """The reports that the assignments under its clause ask for, where its version governed when they were issued."""
    return tuple(
        (issued.originator_id.partition(":")[2], asked.report)
        for issued in case.facts.issued()
        if issued.clause == duty.clause and case.ruling.governs(issued.effective_on.last)
        for asked in issued.reports
    )


def _meetings(case: Case, _duty: CompiledDuty, _horizon: int) -> tuple[str, ...]:
    return case.read(_governed)


def _governed(case: Case) -> tuple[str, ...]:
    """The meetings that the version governs: that of the day on which it was held, else of that for which it is
    planned."""
    days = ((meeting.ref, meeting.held, meeting.planned_on) for meeting in case.facts.meetings.values())
    whens = ((ref, held.effective_on if held else planned) for ref, held, planned in days)
    return tuple(ref for ref, when in whens if when and case.ruling.governs(when.last))


def _periods(case: Case, duty: CompiledDuty, horizon: int) -> tuple[Period, ...]:
    return case.read(_recurring, cadence_of(duty), horizon)


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
        p for p in periods_between(first, last, cadence) if ruling_in(network, p.first, p.last).number == number
    )


def _rules_in(case: Case, period: Period) -> bool:
    return ruling_in(case.facts.network, period.first, period.last).number == case.ruling.number


def _happenings(case: Case, duty: CompiledDuty, _horizon: int) -> tuple[str, ...]:
    return happenings(case, duty)


def _once(case: Case, duty: CompiledDuty, _horizon: int) -> tuple[str, ...]:
    """What lasts from version to version follows the one that states it last."""
    return ("",) if case.ruling.states_last(duty) else ()


def _kept(case: Case, duty: CompiledDuty, _horizon: int) -> tuple[str, ...]:
    """Each version judges its own time; versions that ask the same are judged as one."""
    return ("",) if case.ruling.stretch(duty) else ()


def _whole(_case: Case, _duty: CompiledDuty, _horizon: int) -> tuple[str, ...]:
    return ("",)


class Pattern(NamedTuple):
    """What a pattern of duty means."""

    subjects: Callable[[Case, CompiledDuty, int], tuple[Hashable, ...]]
    """What a duty of one version is judged on, each by itself; periods through the given year."""
    judge: Callable[[Case, CompiledDuty, Any], Iterator[Obligation]]
    """The obligations of the duty on one of these."""


PATTERNS: dict[str, Pattern] = {
    "report": Pattern(_reports, report),
    "each_meeting": Pattern(_meetings, each_meeting),
    "each_period": Pattern(_periods, each_period),
    "each_year": Pattern(_periods, each_period),
    "quota": Pattern(_periods, each_period),
    "standing": Pattern(_once, standing),
    "unmeasured": Pattern(_once, unmeasured),
    "each_event": Pattern(_happenings, each_event),
    "each_item": Pattern(_whole, each_item),
    "kept": Pattern(_kept, keep),
    "retention": Pattern(_once, retain),
}
"""Each pattern of duty and its meaning."""
