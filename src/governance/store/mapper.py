"""Between events and stored bytes: pydantic's JSON, and a closed registry of names instead of imports."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import JSONTranscoder, Mapper, StoredEvent
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError, from_json, to_json

from governance.errors import EventUnknown, EventUnreadable, FieldInvalid, GovernanceError
from governance.model.event import REGISTRY, Event, topic_of
from governance.text import _

__all__ = ["MALFORMED", "EventMapper"]

_TOPIC = re.compile(r"(.+)/([1-9][0-9]{0,8})", re.ASCII)

MALFORMED = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, GovernanceError)
"""What parsers, validators and upcasts may raise over bytes that are not what they should be."""

Reader = Callable[[bytes], Event]


class EventMapper(Mapper[str]):
    """The mapper of an ``eventsourcing.persistence.EventStore``. A stored name never causes an import."""

    def __init__(self) -> None:
        """Without compressor and cipher, and the library's transcoder is idle: pydantic writes the bytes."""
        super().__init__(JSONTranscoder())
        self._topics: dict[type, str] = {}
        self._readers: dict[str, Reader] = {}

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredEvent:
        """The event's own identity is inside its bytes too, so that they speak for themselves.

        Raises FieldInvalid for text that is not Unicode, TypeError for a class without a stored name.
        """
        kind = type(domain_event)
        topic = self._topics.get(kind)
        if topic is None:
            topic = self._topics[kind] = _topic(kind)
        try:
            state = kind.__pydantic_serializer__.to_json(domain_event, exclude_none=True)  # type: ignore[attr-defined]  # pydantic's own
        except PydanticSerializationError as error:
            raise FieldInvalid(field=topic, problem=str(error)) from error
        return StoredEvent(domain_event.originator_id, domain_event.originator_version, topic, state)

    @property
    def readers(self) -> Mapping[str, Reader]:
        """What reads the bytes stored under each name that was read before. It raises ``MALFORMED``, and does not
        compare the identity in the bytes with the row's: for whoever reads by the million."""
        return self._readers

    def to_domain_event(self, stored_event: StoredEvent) -> Event:
        """Raises EventUnknown for a name or version that is not registered, EventUnreadable for everything else."""
        read = self._readers.get(stored_event.topic)
        if read is None:
            read = self._readers[stored_event.topic] = _reader(stored_event)
        try:
            event = read(stored_event.state)
        except MALFORMED as error:
            raise EventUnreadable(position=_where(stored_event), problem=_problem(error)) from error
        if (event.originator_id, event.originator_version) != (
            stored_event.originator_id,
            stored_event.originator_version,
        ):
            problem = _("its bytes say {event}").format(event=event.event_id)
            raise EventUnreadable(position=_where(stored_event), problem=problem)
        return event


def _topic(kind: type) -> str:
    """The stored name of exactly this class: a subclass that only inherited one would be read back as another."""
    if not issubclass(kind, Event) or REGISTRY.get(getattr(kind, "topic", "")) is not kind:
        raise TypeError(f"{kind.__name__} has no stored name")
    return topic_of(kind)


def _reader(stored: StoredEvent) -> Reader:
    match = _TOPIC.fullmatch(stored.topic)
    kind = _registered(match[1]) if match else None
    if match is None or kind is None:
        raise EventUnknown(position=_where(stored), topic=stored.topic)
    version = int(match[2])
    if version == kind.schema_version:
        return kind.__pydantic_validator__.validate_json
    steps = range(version, kind.schema_version)
    if not steps or any(step not in kind.upcasts for step in steps):
        raise EventUnknown(position=_where(stored), topic=stored.topic)
    return partial(_read_older, kind, steps)


def _registered(name: str) -> type[Event] | None:
    """The event of this name, from the closed registry; keys and signatures enter it when the first of them is met."""
    if name.startswith("governance.ledger."):
        import governance.model.signing  # noqa: F401 - enters its events
    return REGISTRY.get(name)


def _read_older(kind: type[Event], steps: range, state: bytes) -> Event:
    """An event of an earlier schema version, its fields brought up to the present one step by step."""
    fields: dict[str, Any] = from_json(state, allow_inf_nan=False)
    for step in steps:
        fields = kind.upcasts[step](fields)
    return kind.model_validate_json(to_json(fields))


def _where(stored: StoredEvent) -> object:
    """The position, where the row was read from the log; else the event's id."""
    return getattr(stored, "id", f"{stored.originator_id}@{stored.originator_version}")


def _problem(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc'])) or '-'}: {e['msg']}" for e in error.errors(include_url=False))
    return f"{type(error).__name__}: {error}"
