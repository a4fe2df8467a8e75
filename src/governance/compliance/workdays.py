"""Where days are counted, and how: which are working days, by a mandate's own rules and the public holidays of a
country, and the day so long after another."""

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from governance.mandate.frame import WorkingDays
from governance.time import plus_months

if TYPE_CHECKING:
    from holidays import HolidayBase

__all__ = ["WEEK", "Calendar", "Length", "Place", "calendar_of", "first_day_after", "shifted"]

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
        self._open = frozenset(rules.open)
        regions = rules.region or (None,)
        self._public = tuple(_holidays(rules.country, region) for region in regions) if rules.country else ()

    def is_open(self, day: date) -> bool:
        """Whether it is a working day: by the mandate's own days, else by the holidays and the working weekends of the
        country."""
        if day in self._open:
            return True
        if day in self._closed or day.isoformat()[5:] in self._each_year or any(day in each for each in self._public):
            return False
        return day.weekday() not in self._weekend or any(day in each.weekend_workdays for each in self._public)

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


@lru_cache(maxsize=32)
def _holidays(country: str, region: str | None) -> "HolidayBase":
    import holidays  # slow to import, and few mandates count in working days

    return holidays.country_holidays(country, subdiv=region)


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


class Length(Protocol):
    """A length of time."""

    @property
    def quantity(self) -> tuple[str, int]:
        """The unit (hours, days, working_days, weeks, months or years) and how many of it."""


_LONG = {"hours": timedelta(hours=1), "days": timedelta(days=1), "weeks": timedelta(weeks=1)}


def shifted(day: date, length: Length, place: Place, sign: int = 1) -> date:
    """The day so long after another (before it, for a ``sign`` of -1), at most the last of the calendar."""
    unit, n = length.quantity
    try:
        if unit == "working_days":
            return place.calendar.plus(day, sign * n) or (date.max if sign > 0 else date.min)
        if unit in ("months", "years"):
            return plus_months(day, sign * n * (12 if unit == "years" else 1))
        return day + sign * n * _LONG[unit]
    except (OverflowError, ValueError):
        return date.max if sign > 0 else date.min


def first_day_after(day: date, length: Length, place: Place) -> date:
    """The first day that is no longer within so long from a day: a year from 29 February lasts through 28 February."""
    end = shifted(day, length, place)
    clamped = length.quantity[0] in ("months", "years") and end.day < day.day and end < date.max
    return end + timedelta(days=1) if clamped else end
