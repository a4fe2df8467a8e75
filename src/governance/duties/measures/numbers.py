"""A number that is to be kept: the holders of a role, or the members, owed anew each time that it no longer holds."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import before_due, begins_on, ended
from governance.compliance.due import Anchor
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import AnchorSince, Occasion
from governance.compliance.schedule import decided, scheduled
from governance.compliance.timeline import Course, Done, DueSince, Stop, earliest, first_of
from governance.compliance.values import Obligation, Reason
from governance.compliance.versions import Stretch
from governance.duties.measures.base import Measure, Stated
from governance.duties.people import People
from governance.duties.shares import Bound, MostBound, Share, asked, bound_in_words
from governance.mandate.names import every
from governance.mandate.tree import Doubt
from governance.mandate.values import Key
from governance.model.event import Event
from governance.model.network import Version
from governance.text import N_, _
from governance.time import When

__all__ = ["Count", "KeptNumber", "between", "last_number"]

_DAY = timedelta(days=1)
_WHOLES = range(1, 1001)
"""So many there may be, of whom a share is a part."""


class Count(NamedTuple):
    """How many there are on a day, and of how many."""

    n: int
    whole: int


class KeptNumber(Measure):
    """How many there are at all times."""

    if TYPE_CHECKING:  # each of them states these itself, in its own order
        at_least: Bound | None = None
        at_most: MostBound | None = None
        side: Key | None = None

    needs: ClassVar = ("at_least", "at_most")
    counted: ClassVar[str]
    """How many there are on a day, in words."""

    @property
    def counted_of(self) -> tuple[str, ...]:
        """The roles among whose holders they are counted, where these are others."""
        return ()

    @property
    def whose(self) -> str | None:
        """The role whose holders are counted; None for the members."""
        return None

    @property
    def shares(self) -> list[Share]:
        return [bound for bound in (self.at_least, self.at_most) if isinstance(bound, Share)]

    @abstractmethod
    def appointed(self, case: Case) -> "KeptNumber":
        """The same of those roles by whose appointments the ones named are held."""

    @abstractmethod
    def count(self, case: Case, day: date) -> Count:
        """How many there are on a day, and of how many."""

    @abstractmethod
    def changes(self, case: Case) -> set[date]:
        """The days on which the number can change."""

    @abstractmethod
    def restoring(self, case: Case, day: date) -> Sequence[Event]:
        """What brought the number back on a day."""

    def limits_in_words(self) -> str:
        """Both bounds, where one of them is a share."""
        limits = []
        if self.at_least is not None:
            limits.append(_("at least {n}").format(n=bound_in_words(self.at_least)))
        if self.at_most is not None:
            limits.append(_("at most {n}").format(n=bound_in_words(self.at_most)))
        return every(limits)

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:  # noqa: ARG002 - whoever they are
        """Whatever the number of all, more than all are asked for, or more than are allowed."""
        least, most = self.at_least, self.at_most
        if isinstance(least, Share) and all(asked(least, whole) > whole for whole in _WHOLES):
            yield at.doubt(_("more than all are asked for"), _("a part of all, less than all"), "at_least")
        elif least is not None and most is not None and all(asked(least, n) > asked(most, n) for n in _WHOLES):
            text = _("however many there are, more are asked for than are allowed")
            yield at.doubt(text, _("compare the two"), "at_most")

    def obligations(self, case: Case, duty: CompiledDuty, stretch: Stretch) -> Iterator[Obligation]:
        """One obligation from the first day of the stretch, and one from each day on which the number was lost."""
        measure, first = self.appointed(case), stretch.first
        end = min(case.ruling.last_day() or date.max, _day_before(stretch.ended_by))
        born = (born for born, _gone in case.facts.network.lives())
        changes = {day for day in (*measure.changes(case), *born) if first < day <= end}
        alive = (day for day in sorted(changes) if case.ruling.in_force(day, day))  # between two lives nothing is lost
        holds = [(day, day <= end and measure.holds(measure.count(case, day))) for day in (first, *alive)]
        starts = [day for at, (day, right) in enumerate(holds) if at == 0 or (not right and holds[at - 1][1])]
        for at, start in enumerate(starts):
            until = starts[at + 1] if at + 1 < len(starts) else date.max
            restored = next((day for day, right in holds if right and start <= day < until), None)
            then, stated = case.begun_by(duty, start)
            yield from measure.episode(then, stated, start, restored, _no_longer_asked(case, stretch.ended_by))

    def holds(self, count: Count) -> bool:
        """Whether a number is as it should be."""
        n, whole = count
        if self.at_least is not None and n < asked(self.at_least, whole):
            return False
        return self.at_most is None or n <= asked(self.at_most, whole)

    def episode(
        self, case: Case, duty: CompiledDuty, start: date, restored: date | None, stop: Stop | None
    ) -> Iterator[Obligation]:
        """What is owed from a day on which it does not hold, or the first, until the number is restored."""
        trigger = [AnchorSince(date.min, Anchor(start))]
        occasion = Occasion(
            about=start.isoformat(),
            subject=case.facts.key,
            begins=start,
            arises=start,
            counts=start,
            anchors={**case.fixed, "trigger": trigger, "ahead": trigger},
            recorded=lambda word: (),  # noqa: ARG005 - what is kept is measured, not recorded
        )
        owed = begins_on(case, duty, occasion)
        if owed is None:
            return
        schedule = scheduled(case, duty, occasion, start, {})
        if duty.due is None:
            schedule.dues = [DueSince(start, When.day(start))]
            schedule.steps = [Reason(N_("It is to hold at once."))]
        schedule = decided(case, duty, occasion, schedule)
        steps = [*schedule.steps, *self._derivation(self.count(case, start), start)]
        if restored and restored > start:
            steps += self._derivation(self.count(case, restored), restored)
        ceased = before_due(owed[1], first_of(schedule.dues))
        gone = ended(case.ruling.last_day(), schedule.dues)
        if gone and gone.since < start:  # it asks for something only after the body was no more
            gone = gone._replace(since=start, verdict="void")
        ends = earliest(end for end in (stop, ceased, gone) if end and end.since >= start)
        done = None
        if restored:
            done = Done(When.day(restored), restored, case.facts.evidence(*self.restoring(case, restored)))
        course = Course(owed[0], start, schedule.dues, done, ends, excuse=schedule.excused)
        yield case.made(
            duty, occasion, phases=course.phases(), to=Addressee(None),
            first_due=schedule.first or first_of(schedule.dues), trigger=start, steps=steps,
        )  # fmt: skip

    def _derivation(self, count: Count, day: date) -> Iterator[Reason]:
        """The number on a day; of a share, of how many it is one and how many that means."""
        n, whole = count
        if not self.counted_of and not self.shares:
            yield Reason(self.counted, {"n": n, "day": day})
            return
        yield Reason(_OF_THESE[bool(self.counted_of), bool(self.side)], {"n": n, "whole": whole, "day": day})
        if isinstance(self.at_least, Share):
            least = asked(self.at_least, whole)
            yield Reason(N_("Of {whole} at least {n} are asked for."), {"whole": whole, "n": least})
        if isinstance(self.at_most, Share):
            most = asked(self.at_most, whole)
            yield Reason(N_("Of {whole} at most {n} are allowed."), {"whole": whole, "n": most})


_OF_THESE = {
    (False, True): N_("On {day} {n} of {whole} were on the side."),
    (True, False): N_("On {day} {n} of {whole} held the role."),
    (True, True): N_("On {day} {n} of {whole} held the role and were on the side."),
}
"""Where they are counted of others: by whether they are counted among other roles, and from a side."""


def _day_before(version: Version | None) -> date:
    return version.since - _DAY if version and version.since > date.min else date.max


def _no_longer_asked(case: Case, version: Version | None) -> Stop | None:
    if version is None:
        return None
    reason = Reason(N_("The mandate in force from {since} no longer asks for it."), {"since": version.since})
    return Stop(version.since, "void", reason, case.facts.evidence(version))


def between(low: int | None, high: int | None) -> str:
    """Whole numbers as bounds, before a noun."""
    if low is not None and high is not None:
        return _("exactly {n}").format(n=low) if low == high else _("{low} to {high}").format(low=low, high=high)
    if low is not None:
        return _("at least {n}").format(n=low)
    return _("at most {n}").format(n=high) if high is not None else _("any number of")


def last_number(low: int | None, high: int | None) -> int:
    """The number that stands before the noun."""
    return high if high is not None else low if low is not None else 0
