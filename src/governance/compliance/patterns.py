"""What each pattern of duty means: on which occasions something is owed, in the visible table ``PATTERNS``.

A function takes the case (the facts and the version of the mandate that governs it), the duty, and the subject (a
meeting, a period, an assignment's report; None for the body itself), and yields the obligations that follow.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

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
from governance.compliance.periods import Cadence, Period, period_after
from governance.compliance.quota import quota
from governance.compliance.reports import report
from governance.compliance.retention import retained
from governance.compliance.timeline import Stop
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.versions import ruling_on
from governance.mandate.duties import CompiledDuty
from governance.mandate.patterns import EachEvent, EachItem, EachMeeting, EachPeriod
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.network_events import RoleAssigned, RoleEnded, WorkPlanAdopted
from governance.text import N_

__all__ = ["PATTERNS", "cadence_of"]


def each_meeting(case: Case, duty: CompiledDuty, meeting: Meeting) -> Iterator[Obligation]:
    """Once for a meeting of these kinds; it arises when the meeting is held and is void when it is cancelled."""
    kinds = duty.duty.kinds if isinstance(duty.duty, EachMeeting) else ()
    fixed = case.fixed
    if {"next_meeting", "previous_meeting"} & duty.counted_from:
        around = case.facts.answer(("around", meeting.ref, kinds), lambda: neighbours(case.facts, meeting, kinds))
        fixed = case.facts.answer(("fixed", meeting.ref, kinds, id(fixed)), lambda: {**case.fixed, **around})
    occasion = case.facts.answer(
        ("meeting", meeting.ref, kinds, id(fixed)),
        lambda: meeting_occasion(case.facts, meeting, kinds, of_meeting(case.facts, meeting, kinds), fixed),
    )
    if occasion and (not kinds or occasion.kind in kinds):
        yield from (measured if duty.measure else deed)(case, duty, occasion, occasion.counts)


def cadence_of(duty: CompiledDuty) -> Cadence:
    """How often a duty of a period recurs."""
    pattern = duty.duty
    if isinstance(pattern, EachPeriod):
        return Cadence("month" if pattern.months else pattern.every, pattern.months, pattern.year_begins)
    return Cadence()


def each_period(case: Case, duty: CompiledDuty, period: Period) -> Iterator[Obligation]:
    """Once for a period in which the mandate is in force and the body exists."""
    force = case.ruling.in_force(period.first, period.last)
    if force is None:
        return
    begins, last = force
    cut = force != (period.first, period.last)
    anchors: dict[str, Sequence[AnchorSince]] = {
        **case.fixed,
        "trigger": _always(begins),
        "ahead": _always(begins),
        "period_start": _always(period.first),
        "period_end": _always(period.last),
    }
    stop = None
    if cut and isinstance(duty.duty, EachPeriod) and duty.duty.part_periods == "not_owed":
        stop = Stop(begins, "void", Reason(N_("The mandate asks nothing of a part of a period.")), ())
    common = Occasion(
        about=period.label,
        subject=period.label,
        begins=begins,
        arises=begins,
        counts=begins,
        anchors=anchors,
        recorded=lambda word: (),  # noqa: ARG005 - it depends on the duty, see below
        stop=stop,
        span=(begins, last),
        within=lambda word: _in_period(case, duty, period, word, late=False),
    )

    def seen_by(other: CompiledDuty) -> Occasion:
        late = other.evidence is not None and _falls_after(case, other, anchors, period)
        return replace(
            common, recorded=lambda word: _in_period(case, other, period, word, late=late), seen_by=seen_by, found={}
        )

    occasion = seen_by(duty)
    yield from quota(case, duty, occasion, period) if duty.measure else deed(case, duty, occasion)


def _always(day: date) -> Sequence[AnchorSince]:
    return (AnchorSince(date.min, Anchor(day)),)


def _falls_after(
    case: Case, duty: CompiledDuty, anchors: Timeline, period: Period, seen: frozenset[str] = frozenset()
) -> bool:
    """Whether a duty falls due after its period has ended, by itself or since what it counts from does."""
    known = {name: anchor for name, changes in anchors.items() if (anchor := changes[0].anchor)}
    due = due_by(duty.due, known, case.place)
    if due is not None and due.when.last > period.last:
        return True
    names = {name for name in duty.counted_from if name.startswith(("done.", "due."))} - seen
    others = (other for name in names if (other := sibling(case, duty, name.partition(".")[2])))
    return any(_falls_after(case, other, anchors, period, seen | names) for other in others)


def _in_period(case: Case, duty: CompiledDuty, period: Period, word: str, *, late: bool) -> list[Event]:
    """What counts for a period: what names it; else what happened in it or, of what falls due after the period, in
    the next one."""
    within = period_after(period, cadence_of(duty)) if late and period.last.year < 9998 else period
    first = date.fromordinal(period.last.toordinal() + 1) if within is not period else period.first
    kinds = duty.duty.kinds if isinstance(duty.duty, EachPeriod) else ()
    dated, named = case.facts.answer(("dated", word, kinds), lambda: _dated(case.facts, word, kinds))
    found = dated[bisect_left(dated, first, key=_first) : bisect_right(dated, within.last, key=_first)]
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
    for occasion in happenings(case.facts, pattern, case.fixed, duty):
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
