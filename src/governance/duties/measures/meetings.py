"""How many meetings a period asks for: at least so many, at most so many, and what a part of a period owes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import before_due, begins_on
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import Facts
from governance.compliance.occasions import Occasion
from governance.compliance.periods import Cadence, Period, due_of
from governance.compliance.schedule import Schedule, decided, scheduled
from governance.compliance.timeline import Course, Stop, earliest, excused, first_of, merged
from governance.compliance.values import Obligation, Phase, Reason
from governance.duties.measures.base import MeetingsAsked, OverPeriod, Stated
from governance.duties.measures.numbers import between, last_number
from governance.mandate.names import Names, every
from governance.mandate.values import Key
from governance.model.meeting_events import MeetingHeld
from governance.text import N_, _, ngettext
from governance.time import When

__all__ = ["Held", "Meetings", "share_of"]

Held = list[tuple[date, MeetingHeld]]


class Meetings(OverPeriod):
    """So many meetings held in the period. ``kinds`` count (every kind, where none is named); of those in
    ``unclear_kinds`` the mandate does not say whether they do."""

    of: Literal["meetings"]
    at_least: Annotated[int, Field(ge=1, le=366)] | None = None
    at_most: Annotated[int, Field(ge=0, le=366)] | None = None
    kinds: tuple[Key, ...] = ()
    unclear_kinds: tuple[Key, ...] = ()

    owed: ClassVar = "meetings_held"
    named: ClassVar = {"kinds": "meeting_kind", "unclear_kinds": "meeting_kind"}
    needs: ClassVar = ("at_least", "at_most")

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it is said the same everywhere
        n = last_number(self.at_least, self.at_most)
        text = ngettext("{bound} meeting{kinds} is held", "{bound} meetings{kinds} are held", n)
        return text.format(bound=between(self.at_least, self.at_most), kinds=names.of_kinds(self.kinds))

    @property
    def meeting_kinds(self) -> tuple[str, ...]:
        return self.kinds

    @property
    def unclear(self) -> tuple[str, ...]:
        return self.unclear_kinds

    def asked_in(self, cadence: Cadence) -> MeetingsAsked:
        return MeetingsAsked(("measure",), cadence, self.kinds, self.at_least, self.at_most)

    def points(self, names: Names) -> Iterator[str]:
        if self.unclear_kinds:
            kinds = every([names.kind(key) for key in self.unclear_kinds])
            yield _("Whether meetings of the kind {kinds} count, the mandate does not say.").format(kinds=kinds)

    def held(self, facts: Facts, first: date, last: date) -> tuple[Held, Held]:
        """The meetings held from a day through another that count, and those of which the mandate does not say so, in
        order of time."""
        counted: Held = []
        unclear: Held = []
        for meeting in facts.held_between(first, last):
            held, scheduled = meeting.held, meeting.scheduled
            if held is None or scheduled is None or not first <= held.effective_on.first <= last:
                continue
            if not self.kinds or scheduled.kind in self.kinds:
                counted.append((facts.surely_by(held), held))
            elif scheduled.kind in self.unclear_kinds:
                unclear.append((facts.surely_by(held), held))
        return counted, unclear

    def obligations(self, case: Case, duty: CompiledDuty, occasion: Occasion, period: Period) -> Iterator[Obligation]:
        """So many meetings held in a period."""
        span = occasion.span
        if span is None:
            return
        owed = begins_on(case, duty, occasion)
        if owed is None:
            return
        begins, ends = owed
        counted, unclear = self.held(case.facts, *span)
        silences = {"part_years", "part_periods"} & {*duty.silent_on}
        silent = span != (period.first, period.last) and duty.part_periods is None and bool(silences)
        least, most = (share_of(n, duty, period, span) for n in (self.at_least, self.at_most))
        count = _Count(counted, unclear, least, most, due_of(period), span[1], silent)
        dated = scheduled(case, duty, occasion, begins, {})
        schedule = decided(case, duty, occasion, dated)
        said = {"period": occasion.about, "day": span[1]}
        steps = [Reason(N_("It is counted over the period {period}, through {day}."), said)]
        if count.least is not None and count.least != self.at_least:
            cut = N_("The period is cut short, so {n} of {whole} are owed.")
            steps.append(Reason(cut, {"n": count.least, "whole": self.at_least}))
        by_a_day = bool(first_of(dated.dues)) and count.least and count.most is None
        counts = first_of(schedule.dues) if by_a_day else When.day(count.last)
        stop = earliest((occasion.stop, before_due(ends, counts)))
        phases = _by_a_day(case, schedule, begins, count) if by_a_day else _by_the_end(case, begins, count)
        if stop:
            phases = [p for p in phases if p.since < stop.since or (p.verdict not in _OPEN and p.since == stop.since)]
            if not phases or phases[-1].verdict in _OPEN:  # what is settled by then stays so
                phases.append(Phase(max(stop.since, begins), stop.verdict, stop.reason, count.due, None, stop.evidence))
        yield case.made(
            duty, occasion, phases=excused(merged(phases), schedule.excused), to=Addressee(None),
            first_due=first_of(schedule.dues) if by_a_day else count.due,
            steps=[*steps, *schedule.steps] if first_of(dated.dues) else steps,
        )  # fmt: skip


def share_of(n: int | None, duty: CompiledDuty, period: Period, force: tuple[date, date]) -> int | None:
    """A number that a whole period asks for; of one in which the mandate is in force only from a day through another,
    its share of days, rounded up, where the mandate says so."""
    whole = (period.last - period.first).days + 1
    left = (force[1] - force[0]).days + 1
    if n is None or left == whole or duty.part_periods != "pro_rata":
        return n
    return -(-n * left // whole)


class _Count(NamedTuple):
    """What a period's verdict depends on."""

    counted: Held
    unclear: Held
    least: int | None
    most: int | None
    due: When
    last: date
    silent: bool
    """It is cut short, and the mandate does not say what a part owes."""


_OPEN = ("upcoming", "overdue")


def _by_the_end(case: Case, begins: date, count: _Count) -> list[Phase]:
    """So many meetings by the end of the period."""
    days = {begins, *(day for day, _event in count.counted if day >= begins), _next(count.last)}
    return [_phase(case, count, day) for day in sorted(days) if day >= begins]


def _by_a_day(case: Case, schedule: Schedule, begins: date, count: _Count) -> list[Phase]:
    """So many meetings by a day within the period: overdue after it, and short for good at the end of the period."""
    least = count.least or 1
    enough = [event for _day, event in count.counted[:least]] if len(count.counted) >= least else []
    done = case.done_by(enough[-1], enough) if enough else None
    ended = _short(case, count, _next(count.last), [event for _day, event in count.counted])
    stop = Stop(ended.since, ended.verdict, ended.reason, ended.evidence)
    return list(Course(begins, begins, schedule.dues, done, stop).phases())


def _phase(case: Case, count: _Count, day: date) -> Phase:
    so_far = [event for _held, event in count.counted[: bisect_right(count.counted, day, key=lambda e: e[0])]]
    n, evidence, due = len(so_far), case.facts.evidence(*so_far), count.due
    told = {"n": n, "least": count.least, "most": count.most}
    if count.most is not None and n > count.most:
        over = so_far[: count.most + 1]
        many = Reason(N_("{n} meetings held; at most {most} are allowed."), {**told, "n": len(over)})
        return Phase(day, "breached", many, due, None, case.facts.evidence(*over))
    if count.most is not None and day > count.last and n + len(count.unclear) > count.most:
        silent = N_("{n} meetings held of at most {most}; whether {m} of other kinds count the mandate does not say.")
        both = case.facts.evidence(*so_far, *(event for _day, event in count.unclear))
        return Phase(day, "undetermined", Reason(silent, {**told, "m": len(count.unclear)}), due, None, both)
    if count.least is not None and n >= count.least and (count.most is None or day > count.last):
        enough = so_far[: count.least]
        reason = Reason(N_("{n} of {least} meetings held."), {**told, "n": count.least})
        done = enough[-1].effective_on if enough else None
        return Phase(day, "fulfilled", reason, due, done, case.facts.evidence(*enough))
    if day <= count.last:
        if count.least is None:
            return Phase(day, "upcoming", Reason(N_("{n} meetings held so far; at most {most} are allowed."), told),
                         due, None, evidence)  # fmt: skip
        return Phase(day, "upcoming", Reason(N_("{n} of {least} meetings held so far."), told), due, None, evidence)
    if count.least is None:
        return Phase(day, "fulfilled", Reason(N_("{n} meetings held; at most {most} are allowed."), told), due,
                     When.day(count.last), evidence)  # fmt: skip
    return _short(case, count, day, so_far)


def _short(case: Case, count: _Count, day: date, so_far: Sequence[MeetingHeld]) -> Phase:
    """A period that ended with too few meetings."""
    n, due, evidence = len(so_far), count.due, case.facts.evidence(*so_far)
    told = {"n": n, "least": count.least}
    if count.unclear and count.least is not None and n + len(count.unclear) >= count.least:
        silent = N_("{n} of {least} meetings held; whether {m} of other kinds count the mandate does not say.")
        both = case.facts.evidence(*so_far, *(event for _day, event in count.unclear))
        return Phase(day, "undetermined", Reason(silent, {**told, "m": len(count.unclear)}), due, None, both)
    if count.silent:
        silent = N_("{n} of {least} meetings held; what a part of a year owes the mandate does not say.")
        return Phase(day, "undetermined", Reason(silent, told), due, None, evidence)
    of_year = N_("The year ended with {n} of {least} meetings held.")
    of_other = N_("The period ended with {n} of {least} meetings held.")
    return Phase(day, "breached", Reason(of_year if due.precision == "year" else of_other, told), due, None, evidence)


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
