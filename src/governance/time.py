"""Days, months and years as people state them, and instants as a ledger records them.

A ``When`` keeps the precision it was told with: "May 2021" is a month, not a day. It knows its first and
last day and nothing else; what follows from them is the rules' business. No clock is read here.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from governance.errors import DateNotUnderstood, InstantNotUnderstood
from governance.text import _

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = [
    "When",
    "day_in",
    "from_micros",
    "instant",
    "instant_text",
    "is_zone",
    "micros",
    "month_end",
    "plus_months",
    "time_in",
]

_SHAPE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?", re.ASCII)
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2})", re.ASCII
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month or a year of the Gregorian calendar (ISO 8601, reduced precision).

    ``first`` and ``last`` are its first and last day; for a day they are the same.
    """

    first: date
    last: date

    @staticmethod
    def parse(text: str) -> "When":
        """``"2021"``, ``"2021-05"`` or ``"2021-05-17"``; raises DateNotUnderstood for all else."""
        return _parse(text)

    @staticmethod
    def day(day: date) -> "When":
        return When(day, day)

    @staticmethod
    def of(value: "When | date | str") -> "When":
        """The same from any of the forms a caller may hold; raises DateNotUnderstood."""
        if isinstance(value, When):
            return value
        if isinstance(value, datetime) or not isinstance(value, date | str):
            raise DateNotUnderstood(text=str(value))
        return When(value, value) if isinstance(value, date) else _parse(value)

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        if self.first == self.last:
            return "day"
        return "month" if self.first.month == self.last.month else "year"

    def __str__(self) -> str:
        return _written(self.first, self.last)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema as cs

        return cs.no_info_plain_validator_function(
            _validate, serialization=cs.plain_serializer_function_ser_schema(str, return_schema=cs.str_schema())
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: "CoreSchema", handler: "GetJsonSchemaHandler") -> "JsonSchemaValue":
        return {"type": "string", "pattern": f"^{_SHAPE.pattern}$", "description": "YYYY, YYYY-MM or YYYY-MM-DD"}


@lru_cache(maxsize=4096)
def _written(first: date, last: date) -> str:
    return first.isoformat()[: {"day": 10, "month": 7, "year": 4}[When(first, last).precision]]


@lru_cache(maxsize=4096)
def _parse(text: str) -> When:
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise DateNotUnderstood(text=str(text))
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        if not month:
            return When(date(year, 1, 1), date(year, 12, 31))
        if not day:
            return When(date(year, month, 1), month_end(year, month))
        return When.day(date(year, month, day))
    except ValueError as error:
        raise DateNotUnderstood(text=text) from error


def _validate(value: Any) -> When:
    if not isinstance(value, When | date | str):
        raise ValueError(_("a date is a text"))
    try:
        return When.of(value)
    except DateNotUnderstood as error:
        raise ValueError(_("not a day, month or year (YYYY-MM-DD, YYYY-MM or YYYY)")) from error


def month_end(year: int, month: int) -> date:
    """The last day of a month; raises ValueError outside the calendar."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def plus_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the month's last day where it is shorter."""
    years, index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, index + 1
    return min(date(year, month, 1) + timedelta(days=day.day - 1), month_end(year, month))


def day_in(zone: str, moment: datetime) -> date:
    """The calendar day at ``moment`` in an IANA time zone."""
    from zoneinfo import ZoneInfo  # slow to import, and the fast answers seldom need it

    return moment.astimezone(ZoneInfo(zone)).date()


def time_in(zone: str, moment: datetime) -> str:
    """The time of day at ``moment`` in an IANA time zone: ``14:30``."""
    from zoneinfo import ZoneInfo

    local = moment.astimezone(ZoneInfo(zone))
    return f"{local.hour:02}:{local.minute:02}"


def is_zone(name: str) -> bool:
    """Whether it is the name of an IANA time zone that is known here."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def instant(text: str) -> datetime:
    """An RFC 3339 instant with its offset, to the microsecond, as UTC; raises InstantNotUnderstood."""
    if not _INSTANT.fullmatch(text):
        raise InstantNotUnderstood(text=text)
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InstantNotUnderstood(text=text) from error


def instant_text(moment: datetime) -> str:
    """UTC as RFC 3339 with microseconds and ``Z``: one spelling for each instant."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def micros(moment: datetime) -> int:
    """Whole microseconds since 1970-01-01T00:00:00Z."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def from_micros(value: int) -> datetime:
    """The instant ``value`` microseconds after 1970-01-01T00:00:00Z."""
    return _EPOCH + timedelta(microseconds=value)
