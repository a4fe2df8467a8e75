"""Years and their parts, also of a year that does not begin in January: pure, and named for people.

``2021``, ``2021-H1``, ``2021-Q3``, ``2021-05``; of a year from August to July ``2021-2022``, ``2021-2022-Q1``. Weeks
are those of ISO 8601, from Monday to Sunday: ``2024-W07``, of the year in which their Thursday lies.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from governance.time import When, month_end

__all__ = [
    "Cadence", "Period", "due_of", "period_after", "period_before", "period_of", "periods_between",
]  # fmt: skip

_MONTHS = {"year": 12, "half_year": 6, "third": 4, "quarter": 3, "two_months": 2, "month": 1}
_MARKS = {"half_year": "H", "third": "T", "quarter": "Q", "two_months": "B"}


class Period(NamedTuple):
    """From its first through its last day."""

    label: str
    first: date
    last: date


class Cadence(NamedTuple):
    """How often: ``every`` year, half_year, third, quarter, two_months, month or week; only the named ``months``; from
    which month on a year is counted."""

    every: str = "year"
    months: tuple[int, ...] = ()
    year_begins: int = 1


@lru_cache(maxsize=16_384)
def period_of(day: date, cadence: Cadence) -> Period:
    """The period of a cadence that a day lies in; the month itself, where months are named and it is none of them."""
    begins = cadence.year_begins
    if cadence.months or cadence.every == "month":
        return Period(day.isoformat()[:7], day.replace(day=1), month_end(day.year, day.month))
    if cadence.every == "week":
        return _week_of(day)
    length = _MONTHS[cadence.every]
    year = day.year if day.month >= begins else day.year - 1
    number = (day.month - begins) % 12 // length
    first_month = begins + number * length
    first = _first(year, first_month)
    last = date.max if year >= 9999 else date.fromordinal(_first(year, first_month + length).toordinal() - 1)
    label = f"{year:04d}" if begins == 1 else f"{year:04d}-{year + 1:04d}"
    mark = _MARKS.get(cadence.every)
    return Period(f"{label}-{mark}{number + 1}" if mark else label, first, last)


_LAST_YEAR = 9998
"""The calendar ends with the year after."""


def _week_of(day: date) -> Period:
    year, week, weekday = day.isocalendar()
    monday = day.toordinal() - weekday + 1
    last = date.fromordinal(min(monday + 6, date.max.toordinal()))
    return Period(f"{year:04d}-W{week:02d}", date.fromordinal(monday), last)


def _first(year: int, month: int) -> date:
    years, index = divmod(month - 1, 12)
    return date(max(year + years, 1), index + 1, 1)


def period_after(period: Period, cadence: Cadence) -> Period:
    """The next period of the cadence; itself where there is none."""
    later = period
    while later.last.year < _LAST_YEAR:
        later = period_of(date.fromordinal(later.last.toordinal() + 1), cadence)
        if not cadence.months or later.first.month in cadence.months:
            return later
    return period


def period_before(period: Period, cadence: Cadence) -> Period:
    """The one before it of the cadence; itself where there is none."""
    earlier = period
    while earlier.first > date.min:
        earlier = period_of(date.fromordinal(earlier.first.toordinal() - 1), cadence)
        if not cadence.months or earlier.first.month in cadence.months:
            return earlier
    return period


def periods_between(first: date, last: date, cadence: Cadence) -> Iterator[Period]:
    """Each period that has a day from ``first`` through ``last``, in order."""
    period = period_of(first, cadence)
    while period.first <= last:
        if not cadence.months or period.first.month in cadence.months:
            yield period
        if period.last >= date(9998, 1, 1):
            return
        period = period_of(date.fromordinal(period.last.toordinal() + 1), cadence)


@lru_cache(maxsize=16_384)
def due_of(period: Period) -> When:
    """A calendar month or year as such; of any other period its last day."""
    named = len(period.label) in (4, 7) and period.label.replace("-", "").isdigit()
    return When(period.first, period.last) if named else When.day(period.last)
