"""Attendance: whether each of several came to so many of the meetings of a period that were held in its time."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import ClassVar, Literal, NamedTuple

from governance.compliance.addressees import addressees
from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import begins_on
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import of_kind
from governance.compliance.holders import always
from governance.compliance.members import stands_for
from governance.compliance.occasions import Occasion
from governance.compliance.periods import Period, due_of
from governance.compliance.schedule import decided, scheduled
from governance.compliance.timeline import Stop, earliest, excused, merged
from governance.compliance.values import Obligation, Phase, Reason, Verdict
from governance.duties.measures.base import OverPeriod, Stated
from governance.duties.people import People
from governance.duties.shares import Bound, Share, asked, bound_in_words, is_more_than_all
from governance.mandate.names import Names
from governance.mandate.tree import Doubt, Fault, Node, shown
from governance.mandate.values import Key
from governance.model.meeting_events import MeetingHeld
from governance.text import N_, _
from governance.time import When

__all__ = ["Attendance"]

_FINAL = ("fulfilled", "breached", "undetermined", "void")
_IN_A_ROW = 1000
"""So many meetings in a row make up for whatever can be made up for, as far as anybody is told."""


class _Came(NamedTuple):
    """A meeting of somebody's time, and whether they came; None where that was not told."""

    day: date
    held: MeetingHeld
    came: bool | None


class Attendance(OverPeriod):
    """Each holder attends so many of the meetings of ``kinds`` (every kind, where none is named) that are held in the
    period while it is a holder."""

    of: Literal["attendance"]
    at_least: Bound
    kinds: tuple[Key, ...] = ()

    owed: ClassVar = "attendance"
    named: ClassVar = {"kinds": "meeting_kind"}
    of_each: ClassVar = True

    def phrase(self, names: Names, at: Stated) -> str:
        who = N_(
            "at least {bound} of the meetings{kinds} are attended that are held in that time while it has the role"
        )
        if at.holder == "members":
            who = N_(
                "at least {bound} of the meetings{kinds} are attended that are held in that time while it is a member"
            )
        return _(who).format(bound=bound_in_words(self.at_least), kinds=names.of_kinds(self.kinds))

    @property
    def meeting_kinds(self) -> tuple[str, ...]:
        return self.kinds

    @classmethod
    def faults(cls, node: Node, duty: Node, roles: Collection[str]) -> Iterator[Fault]:
        """It is told of persons and of members, and counted at the end of the period."""
        yield from super().faults(node, duty, roles)
        able = dict.fromkeys(("members", *roles))
        if duty["by_each"].value is not True:
            yield Fault(duty["by_each"].path, _("each attends by itself, so it is owed by each"), "by_each = true")
        if duty["holder"].text is not None and duty["holder"].text not in able:
            problem = _("whether {name} attends is not told: that is told of persons and of members")
            yield Fault(duty["holder"].path, problem.format(name=shown(duty["holder"].text)), ", ".join(able))
        for due in (duty["due"], *duty.each("exemption", "due")):
            if due.value is not None:
                yield Fault(due.path, _("attendance is counted at the end of the period, so nothing is due before"))

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:  # noqa: ARG002 - whoever they are
        if is_more_than_all(self.at_least):
            text = _("more than all meetings cannot be attended")
            yield at.doubt(text, _("a part of all, at most all"), "at_least")

    def obligations(self, case: Case, duty: CompiledDuty, occasion: Occasion, period: Period) -> Iterator[Obligation]:
        """One obligation for each who is a holder, or a member, on some day of the period."""
        span, owed = occasion.span, begins_on(case, duty, occasion)
        if span is None or owed is None:
            return
        begins, ends = owed
        rule = scheduled(case, duty, occasion, begins, {})
        found = (meeting for meeting in case.facts.held_between(*span) if of_kind(meeting, self.kinds))
        events = [m.held for m in found if m.held and span[0] <= m.held.effective_on.first <= span[1]]
        meetings = [(case.facts.surely_by(held), held) for held in events]
        for to in addressees(case, duty, occasion):
            if to.party is None:
                continue
            schedule = decided(case, duty, occasion, rule, to.suffix)
            stop = earliest((occasion.stop, ends, _left(to, span[1])))
            own = [
                _Came(*at, _came(case, to.party, *at)) for at in meetings if _has_the_role(case, duty, to.party, at[0])
            ]
            start, over = max(begins, to.first or begins), _next(span[1])
            days = sorted({start, max(start, over), *(meeting.day for meeting in own if meeting.day > start)})
            phases = _until_final([_phase(case, self, own, day, span[1], due_of(period)) for day in days], start, stop)
            said = {"period": occasion.about, "day": span[1]}
            steps = [Reason(N_("It is counted over the period {period}, through {day}."), said)]
            steps += schedule.steps[len(rule.steps) :]  # what was decided; there is no deadline to speak of
            yield case.made(
                duty, occasion, phases=excused(merged(phases), schedule.excused), to=to, first_due=due_of(period),
                steps=steps, bearers=always(to.party),
            )  # fmt: skip


def _left(to: Addressee, last: date) -> Stop | None:
    """Who leaves before the period is over is not judged on it."""
    if to.last is None or to.last >= last:
        return None
    return Stop(to.last + timedelta(days=1), "void", Reason(N_("The one who owed it held the role no longer.")), ())


def _has_the_role(case: Case, duty: CompiledDuty, party: str, day: date) -> bool:
    if duty.holder == "members":
        return party.partition(":")[2] in case.facts.network.members_on(day)
    return party in case.bearers(duty).on(day)


def _came(case: Case, party: str, day: date, held: MeetingHeld) -> bool | None:
    """Whether a person was named as present, or somebody came for a member. Where only numbers were told of the member
    that a person stands for, nobody knows who came."""
    if not held.attendance:
        return None
    present = [line for line in held.attendance if line.present]
    kind, _colon, key = party.partition(":")
    if kind == "org":
        return any(
            line.member == key or (line.person and key in stands_for(case.facts, line.person, day)) for line in present
        )
    if any(line.person == party for line in held.attendance):
        return any(line.person == party for line in present)
    own = stands_for(case.facts, party, day)
    return None if any(line.person is None and line.member in own for line in present) else False


def _phase(case: Case, measure: Attendance, own: Sequence[_Came], day: date, last: date, due: When) -> Phase:
    """What holds at the end of a day."""
    so_far = [meeting for meeting in own if meeting.day <= day]
    verdict, reason = _judged(measure, so_far, over=day > last)
    done = None
    if verdict == "fulfilled":
        done = When.day(last) if day > last else so_far[-1].held.effective_on
    return Phase(day, verdict, reason, due, done, case.facts.evidence(*(m.held for m in so_far)) if so_far else ())


def _judged(measure: Attendance, so_far: Sequence[_Came], *, over: bool) -> tuple[Verdict, Reason]:
    """Before the period is over it is settled only where no later meeting can change it."""
    whole, n = len(so_far), sum(meeting.came is True for meeting in so_far)
    missed = next((meeting.day for meeting in so_far if meeting.came is False), None)
    unknown = sum(meeting.came is None for meeting in so_far)
    least, enough = min(asked(measure.at_least, whole), whole), _enough(measure)
    told = {"n": n, "whole": whole, "least": least, "open": unknown}
    if enough is not None and n and n >= enough:
        never_more = N_("{n} meetings attended, and no more than {least} are ever needed.")
        return "fulfilled", Reason(never_more, {"n": n, "least": enough})
    if missed and _asks_for_all(measure):
        return "breached", Reason(N_("All meetings are to be attended, and that of {day} was missed."), {"day": missed})
    if not over:
        return "upcoming", _so_far(measure, n, unknown, whole)
    if not whole:
        return "void", Reason(N_("There was no meeting to attend."))
    if n < least <= n + unknown:
        silent = N_("{n} of {whole} meetings attended, {least} were needed; of {open} it was not told who came.")
        return "undetermined", Reason(silent, told)
    counted = Reason(N_("{n} of {whole} meetings attended; {least} were needed."), told)
    return ("fulfilled" if n >= least else "breached"), counted


def _enough(measure: Attendance) -> int | None:
    """So many are enough however many meetings there will be; None where there is no such number."""
    return measure.at_least.at_most if isinstance(measure.at_least, Share) else measure.at_least


def _asks_for_all(measure: Attendance) -> bool:
    """Whether what was missed once cannot be made up for."""
    bound = measure.at_least
    numerator, _slash, denominator = bound.part.partition("/") if isinstance(bound, Share) else ("0", "/", "1")
    return int(numerator) >= int(denominator) and _enough(measure) is None


def _so_far(measure: Attendance, n: int, unknown: int, whole: int) -> Reason:
    """How it stands while the period runs, and how it can be made up for."""
    more = next(
        (k for k in range(_IN_A_ROW) if n + unknown + k >= min(asked(measure.at_least, whole + k), whole + k)),
        _IN_A_ROW,
    )
    told = {"n": n, "whole": whole, "more": more, "open": unknown}
    if not whole:
        return Reason(N_("No meeting was held so far."))
    if more:
        return Reason(N_("{n} of {whole} meetings attended so far; it takes the next {more} to make up for it."), told)
    if unknown:
        return Reason(N_("{n} of {whole} meetings attended so far; of {open} it was not told who came."), told)
    return Reason(N_("{n} of {whole} meetings attended so far, which would be enough."), told)


def _until_final(phases: Sequence[Phase], start: date, stop: Stop | None) -> list[Phase]:
    """The phases up to the first that is the last word, or to what ends it before that."""
    found: list[Phase] = []
    for phase in phases:
        if stop and phase.since > max(stop.since, start):
            break
        found.append(phase)
        if phase.verdict in _FINAL:
            return found
    if stop:
        since = max(stop.since, start)
        found = [phase for phase in found if phase.since < since]
        found.append(Phase(since, stop.verdict, stop.reason, None, None, stop.evidence))
    return found


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)
