"""Lengths of time compared in days, as far as that can be said for certain."""

from collections.abc import Callable

from governance.duties.due_rules import After, Before, DueRule, Length, On
from governance.time import When

__all__ = ["certainly_longer", "days", "offset"]

_DAYS: dict[str, Callable[[int], tuple[int, int]]] = {
    "hours": lambda n: (n // 24, -(-n // 24)),
    "days": lambda n: (n, n),
    "working_days": lambda n: (n, 3 * n + 14 if n else 0),
    "weeks": lambda n: (7 * n, 7 * n),
    "months": lambda n: (28 * n if n < 2 else 30 * n - 2, 31 * n),
    "years": lambda n: (365 * n, 366 * n),
}
"""The fewest and the most calendar days that so many can be."""


def days(length: Length) -> tuple[int, int]:
    """The fewest and the most calendar days that a length can be."""
    unit, n = length.told
    return _DAYS[unit](n)


def certainly_longer(one: Length, other: Length) -> bool:
    """Whether one is longer than the other whatever the calendar."""
    if one.told[0] == other.told[0]:
        return one.told[1] > other.told[1]
    return days(one)[0] > days(other)[1]


def offset(rule: DueRule) -> tuple[object, int, int] | None:
    """From what a rule counts, and the fewest and most days after that; None for rules that are not so simple."""
    match rule:
        case After():
            low, high = days(rule)
            return rule.from_ or "trigger", low, high
        case Before():
            low, high = days(rule)
            return rule.from_ or "trigger", -high, -low
        case On(date=When() as day):
            return "calendar", day.first.toordinal(), day.last.toordinal()
    return None
