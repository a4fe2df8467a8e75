"""When something is due, as a mandate file says it: a few rules, each with one way to count.

Every rule counts from an anchor. Left out, that is what calls for the duty: the meeting, the first day of the
period, the event. What the rules mean is decided in ``governance.compliance.due``.
"""

from calendar import monthrange
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from governance.mandate.values import Part
from governance.text import N_, _
from governance.time import When

__all__ = [
    "ANCHORS", "LENGTHS", "After", "Asap", "Before", "DueRule", "Earliest", "InPeriod", "InYear", "Latest", "Length",
    "MonthDay", "NthWeekday", "On", "SimpleRule", "anchors_in",
]  # fmt: skip

LENGTHS = ("hours", "days", "working_days", "weeks", "months", "years")
"""The units of a length of time; each length is told in exactly one."""

ANCHORS = (
    "trigger", "meeting", "planned", "called", "next_meeting", "previous_meeting", "period_start", "period_end",
    "established", "mandate_start", "mandate_end", "term_start", "term_end",
)  # fmt: skip
"""What a due rule can count from, besides ``done.X`` (the day on which the step or duty X was done) and ``due.X`` (the
day on which it was due)."""

AnchorName = Annotated[
    str,
    StringConstraints(pattern=rf"^({'|'.join(ANCHORS)}|(done|due)\.[A-Za-z0-9][A-Za-z0-9.§-]{{0,62}})$"),
    Field(description=", ".join(ANCHORS) + ", done.X, due.X"),
]


class Length(Part):
    """So long: exactly one of the units."""

    hours: Annotated[int, Field(ge=0, le=87_840)] | None = None
    days: Annotated[int, Field(ge=0, le=3660)] | None = None
    working_days: Annotated[int, Field(ge=0, le=2600)] | None = None
    weeks: Annotated[int, Field(ge=0, le=522)] | None = None
    months: Annotated[int, Field(ge=0, le=1200)] | None = None
    years: Annotated[int, Field(ge=0, le=100)] | None = None

    @cached_property
    def told(self) -> tuple[str, int]:
        """The unit and how many of it; ``("days", 0)`` where none is told."""
        return next(((u, n) for u in LENGTHS if (n := getattr(self, u)) is not None), ("days", 0))


class _Rule(Part):
    """What every rule that leads to a day can say besides."""

    if_closed: Annotated[
        Literal["next_working_day", "previous_working_day"] | None,
        Field(title="Where that day is no working day: the one to take instead"),
    ] = None


class After(Length, _Rule):
    """So long after an anchor. Calendar days are counted from the day after it; hours from the time told."""

    rule: Literal["after"]
    from_: Annotated[AnchorName | None, Field(alias="from", title="Counted from; the trigger where left out")] = None


class Before(Length, _Rule):
    """So long before an anchor; of a meeting, before the day for which it is planned."""

    rule: Literal["before"]
    from_: Annotated[AnchorName | None, Field(alias="from", title="Counted from; the trigger where left out")] = None


class On(_Rule):
    """On a day, or in a month or year, whatever calls for it."""

    rule: Literal["on"]
    date: Annotated[When, Field(title="2024-05-17, 2024-05 or 2024")]


class InYear(_Rule):
    """In a month, or on a day of a month, of the anchor's year (or so many years later)."""

    rule: Literal["in_year"]
    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31, title="A day that the month has in every year")] | None = None
    years_later: Annotated[int, Field(ge=0, le=10)] = 0
    from_: Annotated[AnchorName | None, Field(alias="from", title="Counted from; the trigger where left out")] = None

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


class InPeriod(_Rule):
    """By the last day of the anchor's month, quarter, half-year or year, or of one so many later."""

    rule: Literal["in_period"]
    period: Literal["month", "quarter", "half_year", "year"]
    later: Annotated[int, Field(ge=0, le=120, title="How many such periods later")] = 0
    from_: Annotated[AnchorName | None, Field(alias="from", title="Counted from; the trigger where left out")] = None


class MonthDay(_Rule):
    """On a day of the anchor's month, or of one so many later; the month's last day where it is shorter."""

    rule: Literal["day_of_month"]
    day: Annotated[int, Field(ge=1, le=31)]
    months_later: Annotated[int, Field(ge=0, le=120)] = 0
    from_: Annotated[AnchorName | None, Field(alias="from", title="Counted from; the trigger where left out")] = None


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class NthWeekday(_Rule):
    """On the nth such weekday (-1: the last) of the anchor's month, of one so many later, or of a named month."""

    rule: Literal["nth_weekday"]
    nth: Literal[1, 2, 3, 4, -1]
    weekday: Weekday
    month: Annotated[int, Field(ge=1, le=12, title="A month of the anchor's year; else the anchor's own")] | None = None
    months_later: Annotated[int, Field(ge=0, le=120)] = 0
    from_: Annotated[AnchorName | None, Field(alias="from", title="Counted from; the trigger where left out")] = None


class Asap(Part):
    """As soon as possible: the mandate says so and gives no date, so it is never overdue."""

    rule: Literal["asap"]


SimpleRule = Annotated[
    After | Before | On | InYear | InPeriod | MonthDay | NthWeekday | Asap, Field(discriminator="rule")
]


class Earliest(Part):
    """On the earliest of several days."""

    rule: Literal["earliest"]
    of: Annotated[tuple[SimpleRule, ...], Field(min_length=2)]


class Latest(Part):
    """On the latest of several days."""

    rule: Literal["latest"]
    of: Annotated[tuple[SimpleRule, ...], Field(min_length=2)]


DueRule = Annotated[
    After | Before | On | InYear | InPeriod | MonthDay | NthWeekday | Asap | Earliest | Latest,
    Field(discriminator="rule", description=N_('a table such as { rule = "after", days = 14 }')),
]


def may_come(rule: DueRule | None) -> bool:
    """Whether a rule gives a date once the days that it counts from are known. Where there was no previous meeting,
    none is to come; nor is the latest of several, if one of them never comes."""
    if isinstance(rule, Earliest | Latest):
        return (any if isinstance(rule, Earliest) else all)(may_come(one) for one in rule.of)
    return rule is not None and not isinstance(rule, Asap) and "previous_meeting" not in anchors_in(rule)


def anchors_in(rule: DueRule | None) -> frozenset[str]:
    """The names that a rule counts from; ``trigger``, or for ``before`` ``ahead``, where it names none."""
    if rule is None or isinstance(rule, Asap | On):
        return frozenset()
    if isinstance(rule, Earliest | Latest):
        return frozenset().union(*(anchors_in(one) for one in rule.of))
    return frozenset({rule.from_ or ("ahead" if isinstance(rule, Before) else "trigger")})
