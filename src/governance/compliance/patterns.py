"""What each pattern of duty means: one pure function a pattern, in the table ``PATTERNS`` at the end.

A function takes the case (the facts and the version of the mandate that governs it), the duty, and the
subject (a meeting, a year, an assignment), and yields the obligations that follow.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from governance.compliance.evidence import MEETING_EVIDENCE, PERIOD_EVIDENCE, UNMEASURED_EVIDENCE
from governance.compliance.facts import Facts
from governance.compliance.holders import Bearers, bearers_of, with_bearers
from governance.compliance.timeline import Course, Done, DueSince, Stop, merged
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.versions import Ruling
from governance.mandate.duties import CompiledDuty
from governance.mandate.language import EachMeeting, EachYear, Quota, ReportDuty, Standing, Unmeasured
from governance.model.assignment import Assignment, AssignmentReassigned, AssignmentWithdrawn, ReportAsked
from governance.model.event import Event
from governance.model.meeting import Meeting, MeetingFeedbackGiven, MeetingHeld
from governance.model.network_events import FeedbackGiven
from governance.text import N_
from governance.time import When

__all__ = [
    "PATTERNS",
    "Case",
    "adhoc_report",
    "each_meeting",
    "each_year",
    "quota",
    "report",
    "standing",
    "unmeasured",
]


@dataclass(frozen=True, slots=True)
class Case:
    """What a duty is judged on."""

    facts: Facts
    ruling: Ruling

    def done(self, events: Sequence[Event]) -> Done | None:
        """The first of these events, in the order in which they happened, as fulfilment."""
        if not events:
            return None
        first = min(events, key=lambda event: (self.facts.surely_by(event), event.effective_on.first))
        return Done(first.effective_on, self.facts.surely_by(first), self.facts.evidence(first))

    def counting(self, duty: CompiledDuty, events: Sequence[Event], counterparty: str | None) -> list[Event]:
        """Those of the events that count towards this counterparty."""
        return [event for event in events if self._counts(duty.duty.holder, event, counterparty)]

    def _counts(self, role: str, event: Event, counterparty: str | None) -> bool:
        """What went to somebody else does not count; feedback counts when it was given in the duty's role."""
        if counterparty and not self.reached(event, counterparty):
            return False
        if not isinstance(event, FeedbackGiven | MeetingFeedbackGiven):
            return True
        if event.given_as is not None:
            return event.given_as == role
        bearers = bearers_of(self.facts, self.ruling.mandate, role).on(event.effective_on.last)
        return event.by is None or event.by in bearers

    def reached(self, event: Event, counterparty: str) -> bool:
        """Whether it went to the counterparty, or nothing else was told. The principal has a key of its own, too."""
        recipient, mandate = getattr(event, "recipient", None), self.ruling.mandate
        return recipient in (None, counterparty) or bool(
            mandate and counterparty == "principal" and recipient == mandate.principal.key
        )

    def made(
        self,
        duty: CompiledDuty,
        *,
        about: str,
        subject: str,
        owed: str,
        phases: Sequence[Phase],
        trigger: date | None,
        steps: Sequence[Reason] = (),
        counterparty: str | None = None,
        meeting: Meeting | None = None,
    ) -> Obligation:
        """The obligation, with its bearers. ``about`` is the last part of its id."""
        role = duty.duty.holder
        bearers = bearers_of(self.facts, self.ruling.mandate, role, meeting)
        rests_on = () if duty.assumption is None else (duty.assumption.id,)
        return Obligation(
            id=f"{self.facts.key}/{duty.id}/{about}",
            network=self.facts.key,
            clause=duty.clause,
            duty=owed,
            subject=subject,
            role=role,
            counterparty=counterparty or ", ".join(duty.duty.counterparty) or None,
            version=self.ruling.label,
            assumptions=rests_on,
            derivation=tuple(steps),
            phases=with_bearers(phases, bearers, trigger),
        )


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
            phases=Course(begins, begins, dues, done).phases(), counterparty=counterparty,
        )  # fmt: skip


def quota(case: Case, duty: CompiledDuty, pattern: Quota, year: int) -> Iterator[Obligation]:
    """At least so many meetings held in a calendar year."""
    begins, last = case.ruling.begins_in(year), case.ruling.ends_in(year)
    if begins is None:
        return
    counted, unclear = meetings_held(case.facts, pattern, year)
    closes = date(year, 12, 31)
    whole = begins == date(year, 1, 1) and last == closes
    days = sorted({begins, *(d for d, _e in counted if d >= begins), _next(last)})
    due = When(date(year, 1, 1), closes)
    phases = []
    for day in days:
        so_far = [event for held, event in counted if held <= day]
        evidence = case.facts.evidence(*so_far)
        told = {"n": len(so_far), "least": pattern.at_least}
        if len(so_far) >= pattern.at_least:
            sixth = so_far[pattern.at_least - 1]
            reason = Reason(N_("{n} meetings held, {least} asked for."), {**told, "n": pattern.at_least})
            evidence = case.facts.evidence(*so_far[: pattern.at_least])
            phases.append(Phase(day, "fulfilled", reason, due, sixth.effective_on, evidence))
        elif day <= last:
            phases.append(Phase(day, "upcoming", Reason(N_("{n} meetings held so far, {least} asked for."), told), due,
                                None, evidence))  # fmt: skip
        elif len(so_far) + len(unclear) >= pattern.at_least and unclear:
            silent = N_(
                "{n} meetings held, {least} asked for; whether {m} of other kinds count the mandate does not say."
            )
            both = case.facts.evidence(*so_far, *(event for _d, event in unclear))
            phases.append(Phase(day, "undetermined", Reason(silent, {**told, "m": len(unclear)}), due, None, both))
        elif not whole and "part_years" in pattern.silent_on:
            silent = N_("{n} meetings held, {least} asked for; what a part of a year owes the mandate does not say.")
            phases.append(Phase(day, "undetermined", Reason(silent, told), due, None, evidence))
        else:
            short = Reason(N_("The year ended with {n} meetings held, {least} asked for."), told)
            phases.append(Phase(day, "breached", short, due, None, evidence))
    step = Reason(N_("It is counted over the calendar year {year}, through {day}."), {"year": year, "day": last})
    yield case.made(
        duty, about=str(year), subject=str(year), owed="meetings_held", phases=merged(phases), trigger=None, steps=(step,),
    )  # fmt: skip


Held = list[tuple[date, MeetingHeld]]


def meetings_held(facts: Facts, pattern: Quota, year: int) -> tuple[Held, Held]:
    """The meetings held in a year that count, and those of which the mandate does not say so, in order of time."""
    counted: Held = []
    unclear: Held = []
    for meeting in facts.meetings.values():
        held, scheduled = meeting.held, meeting.scheduled
        if held is None or scheduled is None or held.effective_on.first.year != year:
            continue
        entry = (facts.surely_by(held), held)
        if not pattern.kinds or scheduled.kind in pattern.kinds:
            counted.append(entry)
        elif scheduled.kind in pattern.unclear_kinds:
            unclear.append(entry)
    return sorted(counted, key=lambda e: (e[0], e[1].originator_id)), sorted(unclear, key=lambda e: e[0])


def _next(day: date) -> date:
    return day if day == date.max else date.fromordinal(day.toordinal() + 1)


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
    yield case.made(duty, about="standing", subject=case.facts.key, owed=pattern.evidence, phases=phases, trigger=None)


def report(
    case: Case, duty: CompiledDuty, _pattern: ReportDuty, subject: tuple[Assignment, str]
) -> Iterator[Obligation]:
    """A report that an assignment under this clause asks for; each is owed by itself."""
    yield from _owed_report(case, *subject, duty.duty.holder, duty.duty.counterparty)


def adhoc_report(case: Case, assignment: Assignment, report: str) -> Iterator[Obligation]:
    """A report of an assignment that no clause speaks of: owed by the network to the principal."""
    yield from _owed_report(case, assignment, report, "network", ("principal",))


def _owed_report(
    case: Case, assignment: Assignment, report: str, role: str, counterparty: tuple[str, ...]
) -> Iterator[Obligation]:
    issued, asked, facts = assignment.issued, assignment.asked(report), case.facts
    if issued is None or asked is None:
        return
    begins = facts.surely_by(issued)
    dues, steps = _report_dues(case, assignment, begins, asked)
    sent = assignment.submissions(report)
    done = case.done([e for e in sent if not counterparty or case.reached(e, counterparty[0])])
    phases = Course(begins, begins, dues, done, _stopped(facts, assignment, report)).phases()
    yield Obligation(
        id=f"{assignment.ref}/{report}",
        network=facts.key,
        clause=issued.clause,
        duty=f"report:{report}",
        subject=assignment.ref,
        role=role,
        counterparty=", ".join(counterparty) or None,
        version=case.ruling.label,
        assumptions=(),
        derivation=steps,
        phases=with_bearers(phases, _borne(case, assignment, role), None),
    )


def _report_dues(
    case: Case, assignment: Assignment, begins: date, asked: ReportAsked
) -> tuple[list[DueSince], tuple[Reason, ...]]:
    """The date in the assignment, then what amended mandates and extensions made of it."""
    dues, steps = [], []
    if asked.due:
        dues.append(DueSince(begins, asked.due))
        steps.append(Reason(N_("The assignment asks for it {due}."), {"due": asked.due}))
    for since, due in case.ruling.report_changes(assignment.ref, asked.report, begins):
        dues.append(DueSince(since, due))
        steps.append(Reason(N_("From {since} the amended mandate says {due}."), {"since": since, "due": due}))
    for extension in assignment.extensions(asked.report):
        dues.append(DueSince(case.facts.surely_by(extension), extension.due))
        said = {"due": extension.due, "when": extension.effective_on, "by": extension.decided_by or "-",
                "why": extension.reason, "position": case.facts.position(extension)}  # fmt: skip
        steps.append(Reason(N_("Extended to {due} on {when}, decided by {by}: {why} (#{position})."), said))
    dues.sort(key=lambda change: change.since)
    if dues:
        steps.append(Reason(N_("{due} lasts through {day}."), {"due": dues[-1].due, "day": dues[-1].due.last}))
    return dues, tuple(steps)


def _stopped(facts: Facts, assignment: Assignment, report: str) -> Stop | None:
    stops = []
    if waived := assignment.waiver(report):
        reason = Reason(N_("Waived {when}: {why}"), {"when": waived.effective_on, "why": waived.reason})
        stops.append(Stop(facts.surely_by(waived), "waived", reason, facts.evidence(waived)))
    if gone := assignment.last(AssignmentWithdrawn):
        reason = Reason(
            N_("The assignment was withdrawn {when}: {why}"), {"when": gone.effective_on, "why": gone.reason}
        )
        stops.append(Stop(facts.surely_by(gone), "void", reason, facts.evidence(gone)))
    return min(stops, key=lambda stop: stop.since, default=None)


def _borne(case: Case, assignment: Assignment, role: str) -> Bearers:
    """The role's holders, until somebody else was given the assignment."""
    own = bearers_of(case.facts, case.ruling.mandate, role)
    moves = [(case.facts.surely_by(e), e.to) for e in assignment.all(AssignmentReassigned)]
    if not moves:
        return own

    def on(day: date) -> tuple[str, ...]:
        taken = [to for since, to in moves if since <= day]
        return (taken[-1],) if taken else own.on(day)

    return Bearers(on, sorted([*own.changes, *(since for since, _to in moves)]))


PATTERNS: dict[str, tuple[str, Callable[..., Iterator[Obligation]]]] = {
    "report": ("report", report),
    "each_meeting": ("meeting", each_meeting),
    "each_year": ("year", each_year),
    "quota": ("year", quota),
    "standing": ("network", standing),
    "unmeasured": ("network", unmeasured),
}
"""Each pattern of duty: the kind of subject that it is judged on, and its meaning."""
