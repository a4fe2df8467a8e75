"""Numbers of meetings that cannot be reached, or not all at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from governance.duties.due.base import Offset
from governance.duties.evidence import evidence_called
from governance.duties.holes.view import View
from governance.mandate.tree import Doubt, Path
from governance.text import _

__all__ = ["HOLES"]

_SHORTEST = {"year": 365, "half_year": 181, "third": 120, "quarter": 90, "two_months": 59, "month": 28, "week": 7}
_LONGEST = {"year": 366, "half_year": 184, "third": 123, "quarter": 92, "two_months": 62, "month": 31, "week": 7}
_PER_YEAR = {"year": 1, "half_year": 2, "third": 3, "quarter": 4, "two_months": 6, "month": 12, "week": 51}
"""How many of them lie wholly within each year."""
_WEEKS_TOUCHED = 54
"""A year can have days of so many weeks."""


@dataclass(frozen=True, slots=True)
class _Meetings:
    """A number of meetings in each period, and where it stands."""

    path: Path
    id: str
    every: str
    months: tuple[int, ...]
    kinds: tuple[str, ...]
    at_least: int | None
    at_most: int | None

    @property
    def per_year(self) -> int:
        return len(self.months) or _PER_YEAR[self.every]

    def counts_in(self, other: "_Meetings") -> bool:
        """Whether every meeting that counts here counts there, too, so that their numbers in a year can be compared."""
        kinds = not other.kinds or bool(self.kinds and {*self.kinds} <= {*other.kinds})
        return kinds and (not other.months or self.months == other.months)

    @property
    def least_there(self) -> int:
        """So many there must be in a whole year."""
        return (self.at_least or 0) * self.per_year

    @property
    def most_there(self) -> int:
        """So many there can be in a whole year."""
        touched = _WEEKS_TOUCHED if self.every == "week" and not self.months else self.per_year
        return (self.at_most or 0) * touched


def _quotas(view: View) -> list[_Meetings]:
    found = []
    for placed in view.duties:
        if asked := placed.duty.meetings_asked:
            (every, months, _begins), path = asked.cadence, (*placed.path, *asked.way)
            found.append(_Meetings(path, placed.id, every, months, asked.kinds, asked.at_least, asked.at_most))
    return found


def more_meetings_than_days(view: View) -> Iterator[Doubt]:
    for quota in _quotas(view):
        most = _SHORTEST[quota.every]
        if quota.at_least is not None and quota.at_least > most:
            text = _("more meetings are asked for than the shortest such period has days, {days}").format(days=most)
            yield Doubt((*quota.path, "at_least"), quota.id, text, _("{n} or fewer").format(n=most))


def _until_the_next(view: View, key: str) -> Iterator[tuple[tuple[str, ...], Offset]]:
    """How long after a meeting of some kinds the next one is due at the latest, or too early before."""
    for placed in view.duties:
        duty = placed.duty
        if duty.at_meetings and evidence_called(duty.stated_evidence or "none").holds == "next":
            rule = dict(duty.scheduled_rules).get(key)
            offset = rule.offset if rule and not rule.counts_back else None
            if offset and offset.counted_from in ("trigger", "meeting"):
                yield duty.meeting_kinds or (), offset


def more_meetings_than_their_distance_allows(view: View) -> Iterator[Doubt]:
    spaced = [(kinds, offset.fewest) for kinds, offset in _until_the_next(view, "not_before")]
    for quota in _quotas(view):
        for kinds, distance in spaced:
            if distance and quota.at_least and (kinds == () or (quota.kinds and {*quota.kinds} <= {*kinds})):
                most = (_LONGEST[quota.every] - 1) // distance + 1
                if quota.at_least > most:
                    text = _("with {days} days between meetings there can be {n} in the period, and not more")
                    advice = _("compare it with the duty that keeps meetings apart")
                    yield Doubt((*quota.path, "at_least"), quota.id, text.format(days=distance, n=most), advice)


def fewer_meetings_than_their_distance_asks(view: View) -> Iterator[Doubt]:
    following = [(kinds, offset.most) for kinds, offset in _until_the_next(view, "due")]
    for quota in _quotas(view):
        for kinds, distance in following:
            counted = not quota.kinds or bool(kinds and {*kinds} <= {*quota.kinds})
            least = _SHORTEST[quota.every] // distance if distance else 0
            if quota.at_most is not None and counted and least > quota.at_most:
                text = _("with {days} days between meetings at the most there must be {n} in the period")
                advice = _("compare it with the duty that says when the next meeting is due")
                yield Doubt((*quota.path, "at_most"), quota.id, text.format(days=distance, n=least), advice)


def quotas_against_each_other(view: View) -> Iterator[Doubt]:
    quotas = _quotas(view)
    leasts: dict[object, _Meetings] = {}
    for quota in quotas:
        key = (quota.kinds, quota.months, quota.every)
        if (quota.at_least or 0) > (leasts[key].at_least or 0 if key in leasts else 0):
            leasts[key] = quota
    for most in (quota for quota in quotas if quota.at_most is not None):
        for least in leasts.values():
            if least.counts_in(most):
                asked, allowed = least.least_there, most.most_there
                if least.every == most.every and least.months == most.months:
                    asked, allowed = (least.at_least or 0) * most.per_year, (most.at_most or 0) * most.per_year
                if asked > allowed:
                    text = _("no more than {most} in a year are allowed, and {id} asks for {least}")
                    words = text.format(most=allowed, id=least.id, least=asked)
                    yield Doubt((*most.path, "at_most"), most.id, words, _("compare the two"))


HOLES = (
    more_meetings_than_days,
    more_meetings_than_their_distance_allows,
    fewer_meetings_than_their_distance_asks,
    quotas_against_each_other,
)
