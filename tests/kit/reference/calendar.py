"""Days: working days, periods and their names, and each due rule, counted out on the calendar."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, Literal
from zoneinfo import ZoneInfo

import holidays

from governance.compliance.due import DueRule
from governance.compliance.workdays import Length
from governance.duties.due.after import After
from governance.duties.due.asap import Asap
from governance.duties.due.base import Counted
from governance.duties.due.before import Before
from governance.duties.due.day_of_month import MonthDay
from governance.duties.due.earliest import Earliest
from governance.duties.due.in_period import InPeriod
from governance.duties.due.in_year import InYear
from governance.duties.due.latest import Latest
from governance.duties.due.nth_weekday import NthWeekday
from governance.duties.due.on import On
from governance.mandate.frame import WorkingDays
from tests.kit.reference.history import DAY, Moment

__all__ = ["Deadline", "Due", "Period", "first_day_outside", "length_after", "period_of", "resolved"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Deadline:
    """The last good day; for hours the instant too, or the days on which it may fall where no time was told."""

    day: date
    instant: datetime | None = None
    somewhere: tuple[date, ...] = ()
    """The days on which a day alone does not say whether it was kept."""
    first: date | None = None
    """Of a month or a year, its first day: from then on it is not too early."""


Due = Deadline | Literal["not yet", "never"]
"""When something is due: by a deadline; what it counts from has not come; or it is never late."""

Anchor = Callable[[str], Moment | None]


# working days


def is_working_day(day: date, stated: WorkingDays) -> bool:
    """Closed is a holiday in any of the regions; a weekend day that is officially worked in one of them is open."""
    if day in stated.open:
        return True
    if day in stated.closed or f"{day:%m-%d}" in stated.closed_each_year:
        return False
    regions = (stated.region or (None,)) if stated.country else ()
    calendars = [_calendar(str(stated.country), region, day.year) for region in regions]
    if any(day in free for free, _worked in calendars):
        return False
    return WEEKDAYS[day.weekday()] not in stated.weekend or any(day in worked for _free, worked in calendars)


@lru_cache
def _calendar(country: str, region: str | None, year: int) -> tuple[frozenset[date], frozenset[date]]:
    """A country's public holidays in a year, and the days of weekends on which it works."""
    found = holidays.country_holidays(country, subdiv=region, years=year)
    return frozenset(found), frozenset(found.weekend_workdays)


def opened(day: date, if_closed: str | None, stated: WorkingDays) -> date:
    """The day, or the working day to take instead."""
    if if_closed:
        step = DAY if if_closed == "next_working_day" else -DAY
        while not is_working_day(day, stated):
            day += step
    return day


def working_days_from(day: date, count: int, step: timedelta, stated: WorkingDays) -> date:
    while count > 0:
        day += step
        if is_working_day(day, stated):
            count -= 1
    return day


# months


def last_day_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def months_from(day: date, count: int) -> date:
    """The same day of another month, or that month's last."""
    year, month = day.year, day.month
    for _n in range(abs(count)):
        month += 1 if count > 0 else -1
        if month == 13:
            year, month = year + 1, 1
        if month == 0:
            year, month = year - 1, 12
    last = last_day_of_month(year, month)
    return last if day.day > last.day else date(year, month, day.day)


def length_after(day: date, length: Length, stated: WorkingDays, sign: int = 1) -> date:
    """So long after a day (or before it), in whole days."""
    unit, count = length.quantity
    if unit == "working_days":
        return working_days_from(day, count, sign * DAY, stated)
    if unit in ("months", "years"):
        return months_from(day, sign * count * (12 if unit == "years" else 1))
    return day + sign * timedelta(**{unit: count})


def first_day_outside(day: date, length: Length, stated: WorkingDays) -> date:
    """The first day that no longer belongs to a time of this length, which begins with a day: where the month in
    which it ends has no such day, the first of the next one."""
    unit, count = length.quantity
    later = length_after(day, length, stated)
    return later + DAY if unit in ("months", "years") and count and later.day < day.day else later


# periods


@dataclass(frozen=True)
class Period:
    name: str
    first: date
    last: date


def period_of(day: date, every: str, year_begins: int = 1) -> Period:
    """The year, half-year, quarter, month or week in which a day lies, by a body's own year. A week belongs to the year
    of its Thursday, and the first of a year is that of its first Thursday."""
    if every == "week":
        monday = day
        while monday.weekday() != 0:
            monday -= DAY
        thursday = monday + 3 * DAY
        number = 1 + (thursday - date(thursday.year, 1, 1)).days // 7
        return Period(f"{thursday.year:04}-W{number:02}", monday, monday + 6 * DAY)
    if every == "month":
        return Period(f"{day:%Y-%m}", day.replace(day=1), last_day_of_month(day.year, day.month))
    begins = day.replace(day=1)
    while begins.month != year_begins:
        begins = months_from(begins, -1)
    name = f"{begins:%Y}" if year_begins == 1 else f"{begins.year:04}-{begins.year + 1:04}"
    length = {"year": 12, "half_year": 6, "third": 4, "quarter": 3, "two_months": 2}[every]
    first, number = begins, 1
    while months_from(first, length) <= day:
        first, number = months_from(first, length), number + 1
    mark = {"half_year": "H", "third": "T", "quarter": "Q", "two_months": "B"}
    part = "" if every == "year" else f"-{mark[every]}{number}"
    return Period(name + part, first, months_from(first, length) - DAY)


# due rules


def resolved(rule: DueRule, anchor: Anchor, zone: ZoneInfo, stated: WorkingDays) -> Due:
    """When it is due by a rule; ``anchor`` finds the day of what the rule counts from."""
    if isinstance(rule, Asap):
        return "never"
    if isinstance(rule, Earliest | Latest):
        return _of_several(rule, [resolved(part, anchor, zone, stated) for part in rule.of])
    if isinstance(rule, On):
        return _of_days(rule.date.first, rule.date.last, rule, stated)
    assert isinstance(rule, Counted)
    name = rule.from_ or ("planned" if isinstance(rule, Before) else "trigger")
    start = anchor(name)
    if start is None:
        return "never" if name == "previous_meeting" else "not yet"  # before the first one there was none
    if isinstance(rule, After | Before) and rule.quantity[0] == "hours":
        return _hours(rule, start, zone)
    last = _RULES[type(rule)](rule, start.day, stated)
    first = last
    if (isinstance(rule, InYear) and rule.day is None) or (isinstance(rule, InPeriod) and rule.period == "month"):
        first = last.replace(day=1)
    elif isinstance(rule, InPeriod) and rule.period == "year":
        first = last.replace(month=1, day=1)
    return _of_days(first, last, rule, stated)


def _of_days(first: date, last: date, rule: Any, stated: WorkingDays) -> Deadline:
    """Through the last of these days, or the working day instead of it, which then stands alone."""
    day = opened(last, rule.if_closed, stated)
    return Deadline(day, first=first if day == last else day)


def _of_several(rule: Earliest | Latest, parts: list[Due]) -> Due:
    dated = [part for part in parts if isinstance(part, Deadline)]
    if isinstance(rule, Latest) and len(dated) < len(parts):
        return "never" if "never" in parts else "not yet"
    if not dated:
        return "not yet" if "not yet" in parts else "never"
    pick = min if isinstance(rule, Earliest) else max
    return pick(dated, key=_end)


def _end(deadline: Deadline) -> tuple[date, datetime]:
    return deadline.day, deadline.instant or datetime.max.replace(tzinfo=UTC)


def _hours(rule: After | Before, start: Moment, zone: ZoneInfo) -> Deadline:
    """By the clock where the time was told; else it falls somewhere on the day so many times 24 hours away."""
    sign = 1 if isinstance(rule, After) else -1
    count = rule.hours or 0
    if start.at is None:
        begins = datetime(start.day.year, start.day.month, start.day.day)  # noqa: DTZ001 - a day, told without a time
        first = (begins + sign * timedelta(hours=count)).date()
        last = (begins + timedelta(hours=23, minutes=59) + sign * timedelta(hours=count)).date()
        return Deadline(last, None, (first, last))
    hour, minute = (int(part) for part in start.at.split(":"))
    local = datetime(start.day.year, start.day.month, start.day.day, hour, minute, tzinfo=zone)
    instant = local.astimezone(UTC) + sign * timedelta(hours=count)
    day = instant.astimezone(zone).date()
    return Deadline(day, instant, (day,))


def _after(rule: After, day: date, stated: WorkingDays) -> date:
    return length_after(day, rule, stated)


def _before(rule: Before, day: date, stated: WorkingDays) -> date:
    return length_after(day, rule, stated, -1)


def _in_year(rule: InYear, day: date, _stated: WorkingDays) -> date:
    year = day.year + rule.years_later
    return date(year, rule.month, rule.day) if rule.day else last_day_of_month(year, rule.month)


def _in_period(rule: InPeriod, day: date, _stated: WorkingDays) -> date:
    period = period_of(day, rule.period)
    for _n in range(rule.later):
        period = period_of(period.last + DAY, rule.period)
    return period.last


def _month_day(rule: MonthDay, day: date, _stated: WorkingDays) -> date:
    month = months_from(day.replace(day=1), rule.months_later)
    last = last_day_of_month(month.year, month.month)
    return min(last, month + timedelta(days=rule.day - 1))


def _nth_weekday(rule: NthWeekday, day: date, _stated: WorkingDays) -> date:
    month = day.replace(day=1) if rule.month is None else date(day.year, rule.month, 1)
    month = months_from(month, rule.months_later)
    last = last_day_of_month(month.year, month.month)
    fitting = [month.replace(day=n) for n in range(1, last.day + 1)]
    fitting = [d for d in fitting if WEEKDAYS[d.weekday()] == rule.weekday]
    return fitting[-1] if rule.nth == -1 else fitting[rule.nth - 1]


_RULES: dict[type[Any], Callable[[Any, date, WorkingDays], date]] = {
    After: _after,
    Before: _before,
    InYear: _in_year,
    InPeriod: _in_period,
    MonthDay: _month_day,
    NthWeekday: _nth_weekday,
}


def counted_from(rule: DueRule) -> list[str]:
    """The names that a rule counts from."""
    if isinstance(rule, Earliest | Latest):
        return [name for part in rule.of for name in counted_from(part)]
    name = getattr(rule, "from_", None)
    return [name] if name else []
