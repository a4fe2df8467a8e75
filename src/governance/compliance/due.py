"""When something is due: the days to count from, the date, and what a due rule offers to those who judge."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple, Protocol

from governance.compliance.workdays import Place
from governance.text import Reason
from governance.time import When

__all__ = ["Anchor", "Anchors", "Due", "DueRule", "due_by"]


class Anchor(NamedTuple):
    """A day to count from, with its time of day where that was recorded (``14:30``, local)."""

    day: date
    at: str | None = None


Anchors = Mapping[str, Anchor]
"""Those that are known, by their names; where a rule names none, ``trigger`` counts, or ``ahead`` if it counts back."""


class Due(NamedTuple):
    """A due date and how it follows. Of a deadline counted in hours, ``moment`` is the instant, in local time, or
    ``rough`` the first of the days on which it may fall, where no time of day was recorded."""

    when: When
    steps: tuple[Reason, ...]
    moment: datetime | None = None
    rough: date | None = None


class DueRule(Protocol):
    """A due rule of a mandate, as those look at it who judge."""

    @property
    def counted_from(self) -> frozenset[str]:
        """The names of the days that it counts from."""

    @property
    def gives_date(self) -> bool:
        """Whether it leads to a date at all."""

    @property
    def may_come(self) -> bool:
        """Whether it gives a date once the days that it counts from are known."""

    @property
    def counts_back(self) -> bool:
        """Whether its day lies before what it counts from."""

    @property
    def undated(self) -> Reason:
        """Why there is no date as long as there is none."""

    def due(self, anchors: Anchors, place: Place) -> Due | None:
        """When it is due and how that follows; None where what it counts from has not come yet."""


def due_by(rule: DueRule | None, anchors: Anchors, place: Place) -> Due | None:
    """When something is due; None where the mandate gives no deadline or what it counts from has not come yet."""
    return rule.due(anchors, place) if rule else None
