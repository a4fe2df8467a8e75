"""The quota pattern: at least so many meetings held in a calendar year."""

from collections.abc import Iterator
from datetime import date

from governance.compliance.case import Case
from governance.compliance.facts import Facts
from governance.compliance.timeline import merged
from governance.compliance.values import Obligation, Phase, Reason
from governance.mandate.duties import CompiledDuty
from governance.mandate.language import Quota
from governance.model.meeting import MeetingHeld
from governance.text import N_
from governance.time import When

__all__ = ["meetings_held", "quota"]


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
            reason = Reason(N_("{n} of {least} meetings held."), {**told, "n": pattern.at_least})
            evidence = case.facts.evidence(*so_far[: pattern.at_least])
            phases.append(Phase(day, "fulfilled", reason, due, sixth.effective_on, evidence))
        elif day <= last:
            phases.append(Phase(day, "upcoming", Reason(N_("{n} of {least} meetings held so far."), told), due,
                                None, evidence))  # fmt: skip
        elif len(so_far) + len(unclear) >= pattern.at_least and unclear:
            silent = N_("{n} of {least} meetings held; whether {m} of other kinds count the mandate does not say.")
            both = case.facts.evidence(*so_far, *(event for _d, event in unclear))
            phases.append(Phase(day, "undetermined", Reason(silent, {**told, "m": len(unclear)}), due, None, both))
        elif not whole and "part_years" in pattern.silent_on:
            silent = N_("{n} of {least} meetings held; what a part of a year owes the mandate does not say.")
            phases.append(Phase(day, "undetermined", Reason(silent, told), due, None, evidence))
        else:
            short = Reason(N_("The year ended with {n} of {least} meetings held."), told)
            phases.append(Phase(day, "breached", short, due, None, evidence))
    step = Reason(N_("It is counted over the calendar year {year}, through {day}."), {"year": year, "day": last})
    yield case.made(
        duty, about=str(year), subject=str(year), owed="meetings_held", trigger=None, steps=(step,),
        phases=merged(phases), first_due=due,
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
