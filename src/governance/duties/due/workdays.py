"""Where days are counted: which are working days, by a mandate's own rules and the public holidays of a country."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from governance.mandate.frame import WorkingDays

__all__ = ["WEEK", "Calendar", "Place", "calendar_of"]

_DAY = timedelta(days=1)
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LONGEST = 366
"""A calendar that is closed for a year on end has no next working day."""


class Calendar:
    """Open and closed days. A mandate that names neither weekend nor holidays has a weekend and no holidays."""

    def __init__(self, rules: WorkingDays) -> None:
        self._weekend = frozenset(WEEK.index(day) for day in rules.weekend)
        self._closed = frozenset(rules.closed)
        self._each_year = frozenset(rules.closed_each_year)
        self._is_holiday = _holidays(rules.country, rules.region) if rules.country else _none

    def is_open(self, day: date) -> bool:
        """Whether it is a working day."""
        return not (
            day.weekday() in self._weekend
            or day in self._closed
            or day.isoformat()[5:] in self._each_year
            or self._is_holiday(day)
        )

    def plus(self, day: date, count: int) -> date | None:
        """The working day so many after ``day`` (before it, where negative); None beyond the calendar."""
        step, left = (_DAY, count) if count >= 0 else (-_DAY, -count)
        closed = 0
        try:
            while left and closed < _LONGEST:
                day += step
                closed = 0 if self.is_open(day) else closed + 1
                left -= not closed
        except OverflowError:
            return None
        return None if left else day

    def moved(self, day: date, to: str | None) -> date:
        """The day itself where it is a working day, else the next or the previous one, as ``to`` says."""
        if to is None or self.is_open(day):
            return day
        return self.plus(day, 1 if to == "next_working_day" else -1) or day


def _none(day: date) -> bool:  # noqa: ARG001 - without a country no day is a public holiday
    return False


@lru_cache(maxsize=32)
def _holidays(country: str, region: str | None) -> Callable[[date], bool]:
    import holidays  # slow to import, and few mandates count in working days

    public = holidays.country_holidays(country, subdiv=region)
    return lambda day: day in public


@lru_cache(maxsize=256)
def _calendar(rules: WorkingDays) -> Calendar:
    return Calendar(rules)


def calendar_of(rules: WorkingDays) -> Calendar:
    """The calendar that these rules describe."""
    return _calendar(rules)


class Place(NamedTuple):
    """Where a mandate counts its days: the time zone and the working days."""

    zone: str
    calendar: Calendar
