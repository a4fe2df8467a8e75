"""Lengths of time."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Annotated

from pydantic import Field

from governance.mandate.tree import Fault, Node
from governance.mandate.values import Part
from governance.text import _, ngettext

__all__ = ["LENGTHS", "Length"]

LENGTHS = ("hours", "days", "working_days", "weeks", "months", "years")
"""The units of a length of time; each length is stated in exactly one."""


class Length(Part):
    """So long: exactly one of the units."""

    hours: Annotated[int, Field(ge=0, le=87_840)] | None = None
    days: Annotated[int, Field(ge=0, le=3660)] | None = None
    working_days: Annotated[int, Field(ge=0, le=2600)] | None = None
    weeks: Annotated[int, Field(ge=0, le=522)] | None = None
    months: Annotated[int, Field(ge=0, le=1200)] | None = None
    years: Annotated[int, Field(ge=0, le=100)] | None = None

    @cached_property
    def quantity(self) -> tuple[str, int]:
        """The unit and how many of it; ``("days", 0)`` where none is stated."""
        return next(((u, n) for u in LENGTHS if (n := getattr(self, u)) is not None), ("days", 0))

    def in_words(self) -> str:
        """So long, for people: "14 days"."""
        unit, n = self.quantity
        return _WORDS[unit](n).format(n=n)

    @property
    def calendar_days(self) -> tuple[int, int]:
        """The fewest and the most calendar days that it can be."""
        unit, n = self.quantity
        return _CALENDAR_DAYS[unit](n)

    def certainly_exceeds(self, other: "Length") -> bool:
        """Whether it is longer than another whatever the calendar."""
        (unit, n), (other_unit, other_n) = self.quantity, other.quantity
        return n > other_n if unit == other_unit else self.calendar_days[0] > other.calendar_days[1]

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:
        """A table of a file that states no unit, or several."""
        if isinstance(node.value, dict):
            units = [unit for unit in LENGTHS if node[unit].value is not None]
            allowed = _("exactly one of {keys}").format(keys=", ".join(LENGTHS))
            if not units:
                yield Fault(node.path, _("does not say how long"), allowed)
            for unit in units[1:]:
                problem = _("stands beside {key}, and a length of time has one unit").format(key=units[0])
                yield Fault(node[unit].path, problem, allowed)


_WORDS: dict[str, Callable[[int], str]] = {
    "hours": lambda n: ngettext("{n} hour", "{n} hours", n),
    "days": lambda n: ngettext("{n} day", "{n} days", n),
    "working_days": lambda n: ngettext("{n} working day", "{n} working days", n),
    "weeks": lambda n: ngettext("{n} week", "{n} weeks", n),
    "months": lambda n: ngettext("{n} month", "{n} months", n),
    "years": lambda n: ngettext("{n} year", "{n} years", n),
}
_CALENDAR_DAYS: dict[str, Callable[[int], tuple[int, int]]] = {
    "hours": lambda n: (n // 24, -(-n // 24)),
    "days": lambda n: (n, n),
    "working_days": lambda n: (n, 3 * n + 14 if n else 0),
    "weeks": lambda n: (7 * n, 7 * n),
    "months": lambda n: (28 * n if n < 2 else 30 * n - 2, 31 * n),
    "years": lambda n: (365 * n, 366 * n),
}
