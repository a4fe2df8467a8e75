"""From a due rule to a date: one small function for each rule, in a visible table."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from governance.compliance.values import Reason
from governance.mandate.language import AfterTrigger, DueRule, InYear
from governance.text import N_
from governance.time import When, month_end

__all__ = ["DUE_RULES", "Due", "due_by"]


class Due(NamedTuple):
    """A due date and how it was found."""

    when: When
    steps: tuple[Reason, ...]


def _after(rule: AfterTrigger, trigger: date) -> Due:
    day = date.fromordinal(min(trigger.toordinal() + rule.days, date.max.toordinal()))
    step = Reason(
        N_("{days} calendar days after {trigger} is {day}."), {"days": rule.days, "trigger": trigger, "day": day}
    )
    return Due(When.day(day), (step,))


def _in_year(rule: InYear, trigger: date) -> Due:
    year = min(trigger.year + rule.years_later, date.max.year)
    if rule.day is None:
        when = When(date(year, rule.month, 1), month_end(year, rule.month))
    else:
        when = When.day(date(year, rule.month, min(rule.day, month_end(year, rule.month).day)))
    step = Reason(N_("It is due by {when} for what begins on {trigger}."), {"when": when, "trigger": trigger})
    return Due(when, (step,))


DUE_RULES: dict[type[Any], Callable[[Any, date], Due]] = {AfterTrigger: _after, InYear: _in_year}
"""Each due rule of the language and the function that applies it to the day of its trigger."""


def due_by(rule: DueRule | None, trigger: date) -> Due | None:
    """When it is due, for a trigger on a day; None where the mandate gives no deadline."""
    return DUE_RULES[type(rule)](rule, trigger) if rule else None
