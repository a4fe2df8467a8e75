"""What each pattern of duty means: one pure function a pattern, in the table ``PATTERNS`` at the end.

A function takes the case (the facts and the version of the mandate that governs it), the duty, and the
subject (a meeting, a year, an assignment), and yields the obligations that follow.
"""

from collections.abc import Callable, Iterator
from datetime import date

from governance.compliance.case import Case
from governance.compliance.evidence import MEETING_EVIDENCE, PERIOD_EVIDENCE, UNMEASURED_EVIDENCE
from governance.compliance.holders import bearers_of
from governance.compliance.quota import quota
from governance.compliance.reports import report
from governance.compliance.timeline import Course, Stop, first_of
from governance.compliance.values import Obligation, Phase, Reason
from governance.mandate.duties import CompiledDuty
from governance.mandate.language import EachMeeting, EachYear, Standing, Unmeasured
from governance.model.meeting import Meeting
from governance.text import N_

__all__ = [
    "PATTERNS",
    "each_meeting",
    "each_year",
    "standing",
    "unmeasured",
]


def each_meeting(case: Case, duty: CompiledDuty, pattern: EachMeeting, meeting: Meeting) -> Iterator[Obligation]:
    """Once for a meeting of these kinds; it arises when the meeting is held and is void when it is cancelled."""
    scheduled = meeting.scheduled
    if scheduled is None or (pattern.kinds and scheduled.kind not in pattern.kinds):
        return
    held, cancelled = meeting.held, meeting.cancelled
    held_day = case.facts.surely_by(held) if held else None
    begins = min(case.facts.surely_by(scheduled), held_day or date.max)
    dues, steps = case.ruling.dues(duty, held_day, case.facts)
    stop = None
    if cancelled:
        reason = Reason(N_("The meeting was cancelled {when}."), {"when": cancelled.effective_on})
        stop = Stop(case.facts.surely_by(cancelled), "void", reason, case.facts.evidence(cancelled))
    events = MEETING_EVIDENCE[pattern.evidence].found(meeting)
    trigger = held_day or (meeting.planned_on.last if meeting.planned_on else None)
    key = meeting.ref.partition("/")[2]
    for counterparty, about in _recipients(duty, pattern.evidence, key):
        course = Course(begins, held_day, dues, case.done(case.counting(duty, events, counterparty)), stop)
        yield case.made(
            duty, about=about, subject=meeting.ref, owed=pattern.evidence, trigger=trigger, steps=steps,
            first_due=first_of(dues),
            phases=_led(case, duty, meeting, course) if pattern.evidence == "meeting_led" else course.phases(),
            counterparty=counterparty, meeting=meeting,
        )  # fmt: skip


def _recipients(duty: CompiledDuty, evidence: str, about: str) -> list[tuple[str | None, str]]:
    """Feedback is owed to each counterparty by itself; everything else once."""
    named = duty.duty.counterparty
    if evidence == "feedback_given" and len(named) > 1:
        return [(name, f"{about}/{name}" if about else name) for name in named]
    return [(named[0] if len(named) == 1 else None, about)]


def _led(case: Case, duty: CompiledDuty, meeting: Meeting, course: Course) -> tuple[Phase, ...]:
    """A held meeting was led by the role's holder, by another, or it was not told by whom."""
    held = meeting.held
    if held is None:
        return course.phases()
    day = case.facts.surely_by(held)
    bearers = bearers_of(case.facts, case.ruling.mandate, duty.duty.holder, meeting).on(day)
    evidence = case.facts.evidence(held)
    before = [phase for phase in Course(course.begins, None).phases() if phase.since < day]
    led_by = held.led_by
    if led_by in bearers:
        reason = Reason(N_("Led by {by}, who held the role."), {"by": led_by})
        return (*before, Phase(day, "fulfilled", reason, None, held.effective_on, evidence))
    if led_by is None:
        reason = Reason(N_("Who led the meeting was not told."))
    elif not bearers:
        reason = Reason(N_("Led by {by}; the role was vacant."), {"by": led_by})
    elif "deputy" in duty.duty.silent_on:
        silent = N_("Led by {by}, who did not hold the role; the mandate says nothing of a deputy.")
        reason = Reason(silent, {"by": led_by})
    else:
        reason = Reason(N_("Led by {by}, who did not hold the role."), {"by": led_by})
        return (*before, Phase(day, "breached", reason, None, None, evidence))
    return (*before, Phase(day, "undetermined", reason, None, None, evidence))


def each_year(case: Case, duty: CompiledDuty, pattern: EachYear, year: int) -> Iterator[Obligation]:
    """Once for a calendar year in which the mandate is in force."""
    begins = case.ruling.begins_in(year)
    if begins is None:
        return
    dues, steps = case.ruling.dues(duty, begins, case.facts)
    events = PERIOD_EVIDENCE[pattern.evidence].in_year(case.facts, year)
    for counterparty, about in _recipients(duty, pattern.evidence, str(year)):
        done = case.done(case.counting(duty, events, counterparty))
        yield case.made(
            duty, about=about, subject=str(year), owed=pattern.evidence, trigger=None, steps=steps,
            first_due=first_of(dues),
            phases=Course(begins, begins, dues, done).phases(), counterparty=counterparty,
        )  # fmt: skip


def standing(case: Case, duty: CompiledDuty, pattern: Standing, _subject: None) -> Iterator[Obligation]:
    """Owed while the mandate is in force, on no stated occasion."""
    begins = case.ruling.first_day(duty.clause)
    dues, steps = case.ruling.dues(duty, begins, case.facts)
    events = PERIOD_EVIDENCE[pattern.evidence].found(case.facts)
    for counterparty, about in _recipients(duty, pattern.evidence, ""):
        done = case.done(case.counting(duty, events, counterparty))
        yield case.made(
            duty, about=about or "standing", subject=case.facts.key, owed=pattern.evidence, trigger=None, steps=steps,
            first_due=first_of(dues),
            phases=Course(begins, begins, dues, done, _dropped(case, duty)).phases(), counterparty=counterparty,
        )  # fmt: skip


def _dropped(case: Case, duty: CompiledDuty) -> Stop | None:
    """A clause that an amended mandate no longer has asks for nothing more."""
    version = case.ruling.dropped_by(duty)
    if version is None:
        return None
    reason = Reason(N_("The mandate in force from {since} no longer asks for it."), {"since": version.since})
    return Stop(version.since, "void", reason, case.facts.evidence(version))


def unmeasured(case: Case, duty: CompiledDuty, pattern: Unmeasured, _subject: None) -> Iterator[Obligation]:
    """Never judged: the mandate sets no measure, or no event can be evidence."""
    begins = case.ruling.first_day(duty.clause)
    events = UNMEASURED_EVIDENCE[pattern.evidence](case.facts)
    nothing = N_("No event could show it: the mandate sets no measure.")
    something = N_("The mandate sets no measure; what is recorded that speaks of it is named as evidence.")
    reason = Reason(nothing if pattern.evidence == "none" else something)
    days = sorted({begins, *(case.facts.surely_by(e) for e in events if case.facts.surely_by(e) > begins)})
    phases = [
        Phase(day, "undetermined", reason, None, None,
              case.facts.evidence(*(e for e in events if case.facts.surely_by(e) <= day)))
        for day in days
    ]  # fmt: skip
    if stop := _dropped(case, duty):
        phases = [phase for phase in phases if phase.since < stop.since]
        phases.append(Phase(stop.since, stop.verdict, stop.reason, None, None, stop.evidence))
    yield case.made(duty, about="standing", subject=case.facts.key, owed=pattern.evidence, phases=phases, trigger=None)


PATTERNS: dict[str, tuple[str, Callable[..., Iterator[Obligation]]]] = {
    "report": ("report", report),
    "each_meeting": ("meeting", each_meeting),
    "each_year": ("year", each_year),
    "quota": ("year", quota),
    "standing": ("network", standing),
    "unmeasured": ("network", unmeasured),
}
"""Each pattern of duty: the kind of subject that it is judged on, and its meaning."""
