"""The shape of every answer: what was asked of which day, as known when, and the rows. Light to import."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from governance.time import instant_text

__all__ = ["Answer", "plain", "row_of"]

RowT = TypeVar("RowT", covariant=True)


@dataclass(frozen=True, slots=True)
class Answer(Generic[RowT]):
    """``items`` in a fixed order; ``position`` is the last event of the log that was known."""

    as_of: date
    known_at: datetime | None
    """None for an empty ledger."""
    position: int
    items: tuple[RowT, ...]

    def __iter__(self) -> Iterator[RowT]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def to_dict(self) -> dict[str, Any]:
        """As the published JSON has it."""
        known = instant_text(self.known_at) if self.known_at else None
        rows = [row_of(item) for item in self.items]
        return {"as_of": self.as_of.isoformat(), "known_at": known, "position": self.position, "items": rows}


def row_of(item: Any) -> dict[str, Any]:
    """A row (a dataclass) as plain JSON values, in the order of its fields."""
    return {field.name: plain(getattr(item, field.name)) for field in fields(item)}


def plain(value: Any) -> Any:
    """A value as JSON has it: dates and partial dates as text, tuples as lists."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    if isinstance(value, datetime):
        return instant_text(value)
    if hasattr(value, "__dataclass_fields__") and not hasattr(value, "precision"):
        return row_of(value)
    return str(value)
