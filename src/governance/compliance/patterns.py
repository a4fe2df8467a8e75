"""What each pattern of duty means: on which occasions something is owed, in the visible table ``PATTERNS``.

A function takes the case (the facts and the version of the mandate that governs it), the duty, and the subject (a
meeting, a period, an assignment's report; None for the body itself), and yields the obligations that follow.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from governance.compliance.attendance import attendance
from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import begins_on, deed, limited, sibling
from governance.compliance.due import Anchor, due_by
from governance.compliance.evidence import of_meeting, of_network
from governance.compliance.facts import Facts
from governance.compliance.happenings import happenings
from governance.compliance.items import open_items
from governance.compliance.kept import kept
from governance.compliance.measured import measured
from governance.compliance.occasions import AnchorSince, Occasion, Timeline, meeting_occasion, neighbours
from governance.compliance.periods import Cadence, Period, period_after, period_before
from governance.compliance.quota import quota
from governance.compliance.reports import report
from governance.compliance.retention import retained
from governance.compliance.timeline import Stop
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.versions import ruling_on
from governance.duties.compiled import CompiledDuty
from governance.duties.due_rules import anchors_in
from governance.duties.measures import Attendance
from governance.duties.patterns import EachEvent, EachItem, EachMeeting, EachPeriod
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.network_events import RoleAssigned, RoleEnded, WorkPlanAdopted
from governance.text import N_

__all__ = ["PATTERNS", "cadence_of"]


def each_meeting(case: Case, duty: CompiledDuty, meeting: Meeting) -> Iterator[Obligation]:
    """Once for a meeting of these kinds; it arises when the meeting is held and is void when it is cancelled."""
    kinds = duty.duty.kinds if isinstance(duty.duty, EachMeeting) else ()
    around = not duty.counted_from.isdisjoint(_AROUND)
    key = ("meeting", id(case), meeting.ref, kinds, around)
    occasion = case.facts.answer(key, lambda: _of_meeting(case, meeting, kinds, around))
    if occasion and (not kinds or occasion.kind in kinds):
        yield from (measured if duty.measure else deed)(case, duty, occasion, occasion.counts)


def _of_meeting(case: Case, meeting: Meeting, kinds: Sequence[str], around: bool) -> Occasion | None:
    """A meeting as an occasion; with the meetings of these kinds around it, where days are counted from them."""
    fixed = {**case.fixed, **neighbours(case.facts, meeting, kinds)} if around else case.fixed
    return meeting_occasion(case.facts, meeting, kinds, of_meeting(case.facts, meeting, kinds), fixed)


_AROUND = ("next_meeting", "previous_meeting")


def cadence_of(duty: CompiledDuty) -> Cadence:
    """How often a duty of a period recurs."""
    pattern = duty.duty
    if isinstance(pattern, EachPeriod):
        return Cadence("month" if pattern.months else pattern.every, pattern.months, pattern.year_begins)
    return Cadence()


def each_period(case: Case, duty: CompiledDuty, period: Period) -> Iterator[Obligation]:
    """Once for a period in which the mandate is in force and the body exists."""
    force = case.facts.answer(("force", period), lambda: case.ruling.in_force(period.first, period.last))
    if force:
        occasion = _of_period(case, duty, period, force)
        if duty.measure:
            counted = attendance if isinstance(duty.measure, Attendance) else quota
            yield from counted(case, duty, occasion, period)
        else:
            yield from deed(case, duty, occasion)


def _of_period(case: Case, duty: CompiledDuty, period: Period, force: tuple[date, date]) -> Occasion:
    """A period as a duty sees it: what counts depends on whether it falls due in the period, before or after it."""
    anchors = case.facts.answer(("anchors", id(case), period), lambda: _anchors(case, period, force[0]))
    pattern = duty.duty if isinstance(duty.duty, EachPeriod) else None
    counted = _counted_in(case, duty, anchors, period) if duty.evidence else period
    kinds, roles, parts = (pattern.kinds, pattern.roles, pattern.part_periods) if pattern else ((), (), None)

    def work_out() -> Occasion:
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
            recorded=lambda word: _in_period(case, duty, period, word, counted),
            stop=stop,
            span=force,
            opens=min(counted.first, period.first),
            within=lambda word: _in_period(case, duty, period, word, period),
            seen_by=lambda other: _of_period(case, other, period, force),
        )

    key = ("period", id(case), period, cadence_of(duty), counted, kinds, roles, parts)
    return case.facts.answer(key, work_out)


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
    known = {name: anchor for name, changes in anchors.items() if (anchor := changes[0].anchor)}
    due = due_by(duty.due if duty.may_come else duty.not_before, known, case.place)
    after = due is not None and due.when.last > period.last
    if due is None:
        names = (duty.follows & anchors_in(duty.due)) - seen
        others = [other for name in names if (other := sibling(case, duty, name.partition(".")[2]))]
        after = any(_counted_in(case, other, anchors, period, seen | names).first > period.last for other in others)
    if after:
        return period_after(period, cadence_of(duty))
    return period_before(period, cadence_of(duty)) if due and due.when.last < period.first else period


def _in_period(case: Case, duty: CompiledDuty, period: Period, word: str, counted: Period) -> list[Event]:
    """What counts for a period: what names it; else what happened in the one in which it is counted."""
    kinds = duty.duty.kinds if isinstance(duty.duty, EachPeriod) else ()
    dated, named = case.facts.answer(("dated", word, kinds), lambda: _dated(case.facts, word, kinds))
    begin = date.fromordinal(period.last.toordinal() + 1) if counted.first > period.last else counted.first
    end = date.fromordinal(period.first.toordinal() - 1) if counted.last < period.first else counted.last
    found = dated[bisect_left(dated, begin, key=_first) : bisect_right(dated, end, key=_first)]
    events = sorted([*found, *named.get(period.label, ())], key=case.facts.position)
    roles = duty.duty.roles if isinstance(duty.duty, EachPeriod) else ()
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


def each_event(case: Case, duty: CompiledDuty, _subject: None) -> Iterator[Obligation]:
    """Once for each event of a kind that happened while this version of the mandate governed."""
    pattern, ruling = duty.duty, case.ruling
    if not isinstance(pattern, EachEvent):
        return
    for occasion in happenings(case, pattern, duty):
        if ruling_on(ruling.network, occasion.counts).version is ruling.version:
            yield from (measured if duty.measure else deed)(case, duty, occasion, occasion.counts)


def each_item(case: Case, duty: CompiledDuty, _subject: None) -> Iterator[Obligation]:
    """For each action that several later meetings have not closed."""
    if isinstance(duty.duty, EachItem):
        for occasion in open_items(case, duty.duty):
            if ruling_on(case.ruling.network, occasion.counts).version is case.ruling.version:
                yield from deed(case, duty, occasion, occasion.counts)


def standing(case: Case, duty: CompiledDuty, _subject: None) -> Iterator[Obligation]:
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


def keep(case: Case, duty: CompiledDuty, _subject: None) -> Iterator[Obligation]:
    """A number that is to be kept, from the first day of the clause."""
    first = case.ruling.first_day(duty.clause)
    yield from kept(case, duty, first, case.ruling.last_day(), _dropped(case, duty))


def retain(case: Case, duty: CompiledDuty, _subject: None) -> Iterator[Obligation]:
    """What was recorded is kept, since the clause is in force."""
    yield from retained(case, duty, case.ruling.first_day(duty.clause))


def _dropped(case: Case, duty: CompiledDuty) -> Stop | None:
    """A clause that an amended mandate no longer has asks for nothing more."""
    version = case.ruling.dropped_by(duty)
    if version is None:
        return None
    reason = Reason(N_("The mandate in force from {since} no longer asks for it."), {"since": version.since})
    return Stop(version.since, "void", reason, case.facts.evidence(version))


def unmeasured(case: Case, duty: CompiledDuty, _subject: None) -> Iterator[Obligation]:
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


Meaning = Callable[[Case, CompiledDuty, Any], Iterator[Obligation]]

PATTERNS: dict[str, tuple[str, Meaning]] = {
    "report": ("report", report),
    "each_meeting": ("meeting", each_meeting),
    "each_period": ("period", each_period),
    "each_year": ("period", each_period),
    "quota": ("period", each_period),
    "standing": ("network", standing),
    "unmeasured": ("network", unmeasured),
    "each_event": ("events", each_event),
    "each_item": ("events", each_item),
    "kept": ("events", keep),
    "retention": ("events", retain),
}
"""Each pattern of duty: the kind of subject that it is judged on, and its meaning."""
