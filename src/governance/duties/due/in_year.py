"""In a month of a year, or on a day of it."""

from calendar import monthrange
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from governance.duties.due.calendar_day import CalendarDay
from governance.duties.scene import Scene
from governance.mandate.names import MONTHS
from governance.text import _
from governance.time import When, month_end

__all__ = ["InYear"]


class InYear(CalendarDay):
    """In a month, or on a day of a month, of the anchor's year (or so many years later)."""

    rule: Literal["in_year"]
    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31, title="A day that the month has in every year")] | None = None
    years_later: Annotated[int, Field(ge=0, le=10)] = 0

    @field_validator("day")
    @classmethod
    def _in_every_year(cls, day: int | None, info: ValidationInfo) -> int | None:
        month = info.data.get("month")
        last = monthrange(2021, month)[1] if month else 31
        if day and day > last:
            problem = _("month {month} does not have a day {day} in every year").format(month=month, day=day)
            allowed = _("1 to {last}, or no day for the whole month").format(last=last)
            raise PydanticCustomError("no_such_day", problem, {"allowed": allowed})
        return day

    @property
    def month_named(self) -> int | None:
        return None if self.years_later else self.month

    def in_calendar(self, day: date) -> When:
        year = min(day.year + self.years_later, date.max.year)
        last = month_end(year, self.month)
        if self.day is None:
            return When(date(year, self.month, 1), last)
        return When.day(date(year, self.month, min(self.day, last.day)))

    def day_phrase(self, scene: Scene) -> str:
        text = _("on {day} {month}") if self.day else _("in {month}")
        day = text.format(day=self.day, month=_(MONTHS[self.month - 1]))
        return _("{day} of {year}").format(day=day, year=self.period_phrase("year", self.years_later, scene))
