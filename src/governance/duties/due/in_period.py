"""By the end of a month, quarter, half-year or year."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from governance.duties.due.calendar_day import CalendarDay
from governance.duties.scene import Scene
from governance.text import _
from governance.time import When, plus_months

__all__ = ["InPeriod"]

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


class InPeriod(CalendarDay):
    """By the last day of the anchor's month, quarter, half-year or year, or of one so many later."""

    rule: Literal["in_period"]
    period: Literal["month", "quarter", "half_year", "year"]
    later: Annotated[int, Field(ge=0, le=120, title="How many such periods later")] = 0

    def in_calendar(self, day: date) -> When:
        length = _MONTHS[self.period]
        first = date(day.year, (day.month - 1) // length * length + 1, 1)
        try:
            begin, following = (plus_months(first, length * later) for later in (self.later, self.later + 1))
            last = following - timedelta(days=1)
        except ValueError:
            begin = last = date.max
        return When(begin, last) if self.period in ("month", "year") else When.day(last)

    def day_phrase(self, scene: Scene) -> str:
        return _("at the end of {period}").format(period=self.period_phrase(self.period, self.later, scene))
