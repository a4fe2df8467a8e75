"""What every group of commands stands on: telling one event, resolving a reference, doing several as one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from governance.errors import DateNotUnderstood, FieldInvalid
from governance.ledger.receipt import Receipt, Told
from governance.ledger.references import Named
from governance.model.aggregate import Aggregate
from governance.model.event import Event, Key
from governance.model.wording import problem_in
from governance.time import When

if TYPE_CHECKING:
    from governance.ledger.unit import Unit

__all__ = ["Day", "Request", "Telling", "When", "day_of", "key_of", "when_of"]

_KEY: TypeAdapter[str] = TypeAdapter(Key)

Request = tuple[object, ...]
"""What a command asks for, to know the same command again by its digest."""

Day = When | str
"""A day, month or year, as a ``When`` or as text (``2021-05``)."""


class Telling(ABC):
    """A ledger tells each command at once; a unit tells them together."""

    @abstractmethod
    def _as_one(self, told: Told, request: Request, work: Callable[[Unit], Receipt]) -> Receipt:
        """Do ``work`` all or nothing, unless its command id did the same ``request`` before."""

    def _tell(self, kind: type[Aggregate], ref: str, event: type[Event], told: Told, fields: dict[str, Any]) -> Receipt:
        """Decide and record one event of one aggregate, by its resolved reference."""
        request = (kind.kind, ref, event.topic, {name: value for name, value in fields.items() if value is not None})
        return self._as_one(told, request, lambda unit: unit.decide(kind, ref, event, told, fields))

    @abstractmethod
    def _ref(self, kind: type[Aggregate], text: str) -> str:
        """The one thing of this kind that ``text`` means; raises ReferenceUnknown or ReferenceAmbiguous."""

    @abstractmethod
    def _party(self, text: str | None) -> str | None:
        """The party that ``text`` means: ``person:ID``, ``org:KEY``, a person's id or name, an organisation's key."""

    @abstractmethod
    def _called(self, network: str, kind: Named, text: str) -> str:
        """The key of the role, act or kind of meeting that a network's mandate calls ``text``; else the text."""

    @abstractmethod
    def _event(self, text: str) -> tuple[type[Aggregate], str, int]:
        """The event that ``text`` means (``#17`` or an event id): its aggregate's kind and reference, its version."""

    @abstractmethod
    def _obligation(self, text: str) -> tuple[str, str]:
        """The network and the rest of the id of the obligation that ``text`` means, or that only it begins with; raises
        ReferenceUnknown or ReferenceAmbiguous."""

    @abstractmethod
    def _new_subject(self, told: Told) -> str:
        """A subject id for a new person."""


def key_of(field: str, text: str) -> str:
    """A name that something is filed under for ever; raises FieldInvalid."""
    try:
        return _KEY.validate_python(text)
    except ValidationError as error:
        raise FieldInvalid(field=field, problem=problem_in(error.errors()[0])) from error


def when_of(value: Day | None) -> When | None:
    return None if value is None else When.of(value)


def day_of(field: str, value: Day) -> When:
    """A whole day; raises FieldInvalid for a month or a year."""
    when = When.of(value)
    if when.precision != "day":
        raise FieldInvalid(field=field, problem=str(DateNotUnderstood(text=str(value))))
    return when
