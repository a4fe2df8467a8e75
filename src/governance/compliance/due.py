"""From a due rule to a date: one small function for each rule, in the visible table ``DUE_RULES``."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from governance.compliance.values import Reason
from governance.compliance.workdays import Calendar
from governance.duties.due_rules import (
    After,
    Asap,
    Before,
    DueRule,
    Earliest,
    InPeriod,
    InYear,
    Latest,
    Length,
    MonthDay,
    NthWeekday,
    On,
)
from governance.text import N_
from governance.time import When, month_end, plus_months

__all__ = ["DUE_RULES", "Anchor", "Due", "Place", "due_by", "shifted"]


class Anchor(NamedTuple):
    """A day to count from, with its time where that was told (``14:30``, local)."""

    day: date
    at: str | None = None


class Due(NamedTuple):
    """A due date and how it was found. Of a deadline counted in hours, ``moment`` is the instant, in local time, or
    ``rough`` the first of the days on which it may fall, where no time was told."""

    when: When
    steps: tuple[Reason, ...]
    moment: datetime | None = None
    rough: date | None = None


class Place(NamedTuple):
    """Where a mandate counts its days: the time zone and the working days."""

    zone: str
    calendar: Calendar


Anchors = Mapping[str, Anchor]
"""Those that are known, by their names; ``trigger`` and, for ``before``, ``ahead`` are what counts where none is
named."""


def due_by(rule: DueRule | None, anchors: Anchors, place: Place) -> Due | None:
    """When it is due; None where the mandate gives no deadline or what it counts from has not come yet."""
    return DUE_RULES[type(rule)](rule, anchors, place) if rule else None


def _anchor(rule: Any, anchors: Anchors) -> Anchor | None:
    if rule.from_:
        return anchors.get(rule.from_)
    return anchors.get("ahead") or anchors.get("trigger") if isinstance(rule, Before) else anchors.get("trigger")


_OneOrMany = tuple[str, str]
_AFTER = {
    "days": (N_("{n} calendar day after {trigger} is {day}."), N_("{n} calendar days after {trigger} is {day}.")),
    "working_days": (N_("{n} working day after {trigger} is {day}."), N_("{n} working days after {trigger} is {day}.")),
    "weeks": (N_("{n} week after {trigger} is {day}."), N_("{n} weeks after {trigger} is {day}.")),
    "months": (N_("{n} month after {trigger} is {day}."), N_("{n} months after {trigger} is {day}.")),
    "years": (N_("{n} year after {trigger} is {day}."), N_("{n} years after {trigger} is {day}.")),
    "hours": (N_("{n} hour after {trigger} is {day}."), N_("{n} hours after {trigger} is {day}.")),
}
_BEFORE = {
    "days": (N_("{n} calendar day before {trigger} is {day}."), N_("{n} calendar days before {trigger} is {day}.")),
    "working_days": (
        N_("{n} working day before {trigger} is {day}."),
        N_("{n} working days before {trigger} is {day}."),
    ),
    "weeks": (N_("{n} week before {trigger} is {day}."), N_("{n} weeks before {trigger} is {day}.")),
    "months": (N_("{n} month before {trigger} is {day}."), N_("{n} months before {trigger} is {day}.")),
    "years": (N_("{n} year before {trigger} is {day}."), N_("{n} years before {trigger} is {day}.")),
    "hours": (N_("{n} hour before {trigger} is {day}."), N_("{n} hours before {trigger} is {day}.")),
}


_LONG = {"hours": timedelta(hours=1), "days": timedelta(days=1), "weeks": timedelta(weeks=1)}


def shifted(day: date, length: Length, place: Place, sign: int = 1) -> date:
    """The day so long after another (before it, for a ``sign`` of -1), at most the last of the calendar."""
    unit, n = length.told
    try:
        if unit == "working_days":
            return place.calendar.plus(day, sign * n) or (date.max if sign > 0 else date.min)
        if unit in ("months", "years"):
            return plus_months(day, sign * n * (12 if unit == "years" else 1))
        return day + sign * n * _LONG[unit]
    except (OverflowError, ValueError):
        return date.max if sign > 0 else date.min


def _after(rule: After, anchors: Anchors, place: Place) -> Due | None:
    return _counted(rule, anchors, place, 1, _AFTER)


def _before(rule: Before, anchors: Anchors, place: Place) -> Due | None:
    return _counted(rule, anchors, place, -1, _BEFORE)


def _counted(
    rule: After | Before, anchors: Anchors, place: Place, sign: int, words: Mapping[str, _OneOrMany]
) -> Due | None:
    anchor = _anchor(rule, anchors)
    if anchor is None:
        return None
    unit, n = rule.told
    said = words[unit][n != 1]
    if unit == "hours":
        return _in_hours(anchor, sign * n, place, said, {"n": n, "trigger": anchor.day})
    day = shifted(anchor.day, rule, place, sign)
    return _on_day(When(day, day), rule, place, Reason(said, {"n": n, "trigger": anchor.day, "day": day}))


def _in_hours(anchor: Anchor, hours: int, place: Place, words: str, told: dict[str, Any]) -> Due:
    if anchor.at is None:
        first = anchor.day + timedelta(days=hours // 24)
        last = first if hours % 24 == 0 else first + timedelta(days=1)
        step = Reason(words, {**told, "day": last})
        unclear = Reason(N_("No time of day was told, so that day itself is unclear."))
        return Due(When.day(last), (step, unclear), rough=first)
    hour, minute = (int(part) for part in anchor.at.split(":"))
    told_at = datetime.combine(anchor.day, time(hour, minute), ZoneInfo(place.zone)).astimezone(UTC)
    moment = (told_at + timedelta(hours=hours)).astimezone(ZoneInfo(place.zone))
    told["trigger"] = f"{anchor.day} {anchor.at}"
    return Due(When.day(moment.date()), (Reason(words, {**told, "day": f"{moment:%Y-%m-%d %H:%M}"}),), moment=moment)


def _on_day(when: When, rule: Any, place: Place, step: Reason) -> Due:
    """Where the day is closed, another one is taken, as the rule says."""
    if rule.if_closed is None:
        return Due(when, (step,))
    day = place.calendar.moved(when.last, rule.if_closed)
    if day == when.last:
        return Due(when, (step,))
    moved = Reason(N_("{day} is no working day, so it is {instead}."), {"day": when.last, "instead": day})
    return Due(When.day(day), (step, moved))


def _on(rule: On, anchors: Anchors, place: Place) -> Due:  # noqa: ARG001 - a day of its own counts from nothing
    return _on_day(rule.date, rule, place, Reason(N_("The mandate says {when}."), {"when": rule.date}))


def _in_year(rule: InYear, anchors: Anchors, place: Place) -> Due | None:
    anchor = _anchor(rule, anchors)
    if anchor is None:
        return None
    year = min(anchor.day.year + rule.years_later, date.max.year)
    if rule.day is None:
        when = When(date(year, rule.month, 1), month_end(year, rule.month))
    else:
        when = When.day(date(year, rule.month, min(rule.day, month_end(year, rule.month).day)))
    return _on_day(when, rule, place, _by(when, anchor))


def _by(when: When | date, anchor: Anchor) -> Reason:
    return Reason(N_("It is due by {when}, counted from {trigger}."), {"when": when, "trigger": anchor.day})


_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def _in_period(rule: InPeriod, anchors: Anchors, place: Place) -> Due | None:
    anchor = _anchor(rule, anchors)
    if anchor is None:
        return None
    length = _MONTHS[rule.period]
    first = date(anchor.day.year, (anchor.day.month - 1) // length * length + 1, 1)
    try:
        following = plus_months(first, length * (rule.later + 1))
        begin, last = plus_months(first, length * rule.later), following - timedelta(days=1)
    except ValueError:
        begin = last = date.max
    when = When(begin, last) if length in (1, 12) else When.day(last)
    return _on_day(when, rule, place, _by(when, anchor))


def _day_of_month(rule: MonthDay, anchors: Anchors, place: Place) -> Due | None:
    anchor = _anchor(rule, anchors)
    if anchor is None:
        return None
    month = _month(anchor.day, rule.months_later)
    day = month.replace(day=min(rule.day, month_end(month.year, month.month).day))
    return _on_day(When.day(day), rule, place, _by(day, anchor))


def _month(day: date, later: int) -> date:
    """The first day of the month so many later."""
    try:
        return plus_months(day.replace(day=1), later)
    except ValueError:
        return date(date.max.year, 12, 1)


_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _nth_weekday(rule: NthWeekday, anchors: Anchors, place: Place) -> Due | None:
    anchor = _anchor(rule, anchors)
    if anchor is None:
        return None
    month = _month(anchor.day.replace(month=rule.month, day=1) if rule.month else anchor.day, rule.months_later)
    wanted = _WEEK.index(rule.weekday)
    if rule.nth > 0:
        day = month + timedelta(days=(wanted - month.weekday()) % 7 + 7 * (rule.nth - 1))
    else:
        last = month_end(month.year, month.month)
        day = last - timedelta(days=(last.weekday() - wanted) % 7)
    return _on_day(When.day(day), rule, place, _by(day, anchor))


def _asap(rule: Asap, anchors: Anchors, place: Place) -> None:  # noqa: ARG001 - there is no date, whatever is known
    return None


def _earliest(rule: Earliest, anchors: Anchors, place: Place) -> Due | None:
    """Of those that are known: what is not known yet may only come earlier."""
    found = [due for one in rule.of if (due := due_by(one, anchors, place))]
    return _chosen(min(found, key=_last), found, N_("The earliest of these is {day}.")) if found else None


def _latest(rule: Latest, anchors: Anchors, place: Place) -> Due | None:
    """Not known before all are."""
    found = [due_by(one, anchors, place) for one in rule.of]
    known = [due for due in found if due]
    return (
        _chosen(max(known, key=_last), known, N_("The latest of these is {day}.")) if len(known) == len(found) else None
    )


def _last(due: Due) -> tuple[date, float]:
    return due.when.last, due.moment.timestamp() if due.moment else float("inf")


def _chosen(due: Due, among: list[Due], words: str) -> Due:
    steps = tuple(step for one in among for step in one.steps)
    return due._replace(steps=(*steps, Reason(words, {"day": due.when})))


DUE_RULES: dict[type[Any], Callable[[Any, Anchors, Place], Due | None]] = {
    After: _after,
    Before: _before,
    On: _on,
    InYear: _in_year,
    InPeriod: _in_period,
    MonthDay: _day_of_month,
    NthWeekday: _nth_weekday,
    Asap: _asap,
    Earliest: _earliest,
    Latest: _latest,
}
"""Each due rule of the language and the function that applies it to what is known of its anchors."""
