"""On a day of a month."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from governance.duties.due.calendar_day import CalendarDay, first_of_month
from governance.duties.scene import Scene
from governance.text import _
from governance.time import When, month_end

__all__ = ["MonthDay"]

_IN_EVERY_MONTH = 28


class MonthDay(CalendarDay):
    """On a day of the anchor's month, or of one so many later; the month's last day where it is shorter."""

    rule: Literal["day_of_month"]
    day: Annotated[int, Field(ge=1, le=31)]
    months_later: Annotated[int, Field(ge=0, le=120)] = 0

    def in_calendar(self, day: date) -> When:
        month = first_of_month(day, self.months_later)
        return When.day(month.replace(day=min(self.day, month_end(month.year, month.month).day)))

    def day_phrase(self, scene: Scene) -> str:
        text = _("on day {day} of {month}")
        if self.day > _IN_EVERY_MONTH:
            text = _("on day {day}, or the last day, of {month}")
        return text.format(day=self.day, month=self.period_phrase("month", self.months_later, scene))
