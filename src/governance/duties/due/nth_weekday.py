"""On the nth such weekday of a month."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from governance.compliance.workdays import WEEK
from governance.duties.due.calendar_day import CalendarDay, first_of_month
from governance.duties.scene import Scene
from governance.mandate.names import MONTHS, WEEKDAYS
from governance.mandate.tree import Fault, Node
from governance.text import N_, _, ngettext
from governance.time import When, month_end

__all__ = ["NthWeekday"]

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NTH = {
    1: N_("on the first {weekday} of {month}"),
    2: N_("on the second {weekday} of {month}"),
    3: N_("on the third {weekday} of {month}"),
    4: N_("on the fourth {weekday} of {month}"),
    -1: N_("on the last {weekday} of {month}"),
}


class NthWeekday(CalendarDay):
    """On the nth such weekday (-1: the last) of the anchor's month, of one so many later, or of a named month."""

    rule: Literal["nth_weekday"]
    nth: Literal[1, 2, 3, 4, -1]
    weekday: Weekday
    month: Annotated[int, Field(ge=1, le=12, title="A month of the anchor's year; else the anchor's own")] | None = None
    months_later: Annotated[int, Field(ge=0, le=120)] = 0

    @property
    def month_named(self) -> int | None:
        return None if self.months_later else self.month

    def in_calendar(self, day: date) -> When:
        month = first_of_month(day.replace(month=self.month, day=1) if self.month else day, self.months_later)
        wanted = WEEK.index(self.weekday)
        if self.nth > 0:
            return When.day(month + timedelta(days=(wanted - month.weekday()) % 7 + 7 * (self.nth - 1)))
        last = month_end(month.year, month.month)
        return When.day(last - timedelta(days=(last.weekday() - wanted) % 7))

    def day_phrase(self, scene: Scene) -> str:
        month = self._named_month(scene) if self.month else self.period_phrase("month", self.months_later, scene)
        return _(_NTH[self.nth]).format(weekday=_(WEEKDAYS[self.weekday]), month=month)

    def _named_month(self, scene: Scene) -> str:
        text = _("{month} of {year}")
        if self.months_later:
            text = ngettext(
                "the month {n} month after {month} of {year}", "the month {n} months after {month} of {year}",
                self.months_later,
            )  # fmt: skip
        year = self.period_phrase("year", 0, scene)
        return text.format(month=_(MONTHS[(self.month or 1) - 1]), year=year, n=self.months_later)

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:
        if node["month"].value is not None and node["months_later"].value:
            problem = _("stands beside month, which names the month already")
            yield Fault(node["months_later"].path, problem, _("month or months_later, not both"))
