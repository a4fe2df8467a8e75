"""What the rules share that lead to a day, a month or a year in which their anchor lies, or to a later one."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from governance.compliance.due import Anchor, Due
from governance.compliance.workdays import Place
from governance.duties.due.base import Counted
from governance.duties.scene import Scene
from governance.text import N_, Reason, _, ngettext
from governance.time import When, plus_months

__all__ = ["CalendarDay", "first_of_month"]


class CalendarDay(Counted):
    """A day, month or year of the calendar, found from the anchor's."""

    @abstractmethod
    def in_calendar(self, day: date) -> When:
        """What is meant, counted from a day; at most the end of the calendar."""

    def due_from(self, anchor: Anchor, place: Place) -> Due:
        when = self.in_calendar(anchor.day)
        step = Reason(N_("It is due by {when}, counted from {trigger}."), {"when": when, "trigger": anchor.day})
        return self.moved(when, place, step)

    def period_phrase(self, period: str, later: int, scene: Scene) -> str:
        """The anchor's month, quarter, half-year or year, or one so many later."""
        words = _PERIODS[period]
        clear = self.from_ in (None, "trigger") and period in scene.same
        if later == 0:
            text = _(words.same if clear else words.of)
        elif later == 1:
            text = _(words.following if clear else words.after)
        else:
            text = (words.later if clear else words.later_than)(later)
        return text.format(n=later, anchor=scene.anchor(self.from_))


def first_of_month(day: date, later: int) -> date:
    """The first day of the month so many after that of a day, at most the last month of the calendar."""
    try:
        return plus_months(day.replace(day=1), later)
    except ValueError:
        return date(date.max.year, 12, 1)


class _Period(NamedTuple):
    """How a period is named: by what calls for the duty, and by another anchor; that one, the next, or a later one."""

    same: str
    following: str
    of: str
    after: str
    later: Callable[[int], str]
    later_than: Callable[[int], str]


_PERIODS = {
    "month": _Period(
        N_("the same month"), N_("the following month"),
        N_("the month in which {anchor} falls"), N_("the month after the one in which {anchor} falls"),
        lambda n: ngettext("the month {n} month later", "the month {n} months later", n),
        lambda n: ngettext(
            "the month {n} month after the one in which {anchor} falls",
            "the month {n} months after the one in which {anchor} falls", n,
        ),
    ),
    "quarter": _Period(
        N_("the same quarter"), N_("the following quarter"),
        N_("the quarter in which {anchor} falls"), N_("the quarter after the one in which {anchor} falls"),
        lambda n: ngettext("the quarter {n} quarter later", "the quarter {n} quarters later", n),
        lambda n: ngettext(
            "the quarter {n} quarter after the one in which {anchor} falls",
            "the quarter {n} quarters after the one in which {anchor} falls", n,
        ),
    ),
    "half_year": _Period(
        N_("the same half-year"), N_("the following half-year"),
        N_("the half-year in which {anchor} falls"), N_("the half-year after the one in which {anchor} falls"),
        lambda n: ngettext("the half-year {n} half-year later", "the half-year {n} half-years later", n),
        lambda n: ngettext(
            "the half-year {n} half-year after the one in which {anchor} falls",
            "the half-year {n} half-years after the one in which {anchor} falls", n,
        ),
    ),
    "year": _Period(
        N_("the same year"), N_("the following year"),
        N_("the year in which {anchor} falls"), N_("the year after the one in which {anchor} falls"),
        lambda n: ngettext("the year {n} year later", "the year {n} years later", n),
        lambda n: ngettext(
            "the year {n} year after the one in which {anchor} falls",
            "the year {n} years after the one in which {anchor} falls", n,
        ),
    ),
}  # fmt: skip
