"""Between events and stored bytes: pydantic's JSON, and a closed registry of names instead of imports."""

import json
from typing import Any

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, StoredEvent
from pydantic import ValidationError

from governance.errors import EventUnknown, EventUnreadable
from governance.model.event import REGISTRY, Event, topic_of

__all__ = ["EventMapper"]


class EventMapper(Mapper[str]):
    """The mapper of an ``eventsourcing.persistence.EventStore``. A stored name never causes an import."""

    def __init__(self) -> None:
        """Without the library's transcoder, compressor and cipher: pydantic writes the bytes."""
        self._present = {topic_of(event): event for event in REGISTRY.values()}

    def to_stored_event(self, domain_event: DomainEventProtocol[str]) -> StoredEvent:
        """The event's own identity is inside its bytes too, so that they speak for themselves."""
        if not isinstance(domain_event, Event):
            raise TypeError(domain_event)
        state = domain_event.__pydantic_serializer__.to_json(domain_event, exclude_none=True)
        topic = f"{domain_event.topic}/{domain_event.schema_version}"
        return StoredEvent(domain_event.originator_id, domain_event.originator_version, topic, state)

    def to_domain_event(self, stored_event: StoredEvent) -> Event:
        """Raises EventUnknown for a name or version that is not registered, EventUnreadable for everything else."""
        kind = self._present.get(stored_event.topic)
        try:
            if kind is not None:
                event = kind.__pydantic_validator__.validate_json(stored_event.state)
            else:
                event = _older(stored_event)
        except (ValidationError, ValueError, RecursionError, TypeError, KeyError) as error:
            raise EventUnreadable(position=_where(stored_event), problem=_problem(error)) from error
        if (event.originator_id, event.originator_version) != (
            stored_event.originator_id,
            stored_event.originator_version,
        ):
            raise EventUnreadable(position=_where(stored_event), problem=f"its bytes say {event.event_id}")
        return event  # type: ignore[no-any-return]  # the validator of a class yields that class


def _older(stored: StoredEvent) -> Event:
    """An event of an earlier schema version, its fields brought up to the present one step by step."""
    name, _sep, version = stored.topic.rpartition("/")
    kind = REGISTRY.get(name)
    if kind is None or not (version.isascii() and version.isdigit()) or str(int(version)) != version:
        raise EventUnknown(position=_where(stored), topic=stored.topic)
    if int(version) not in kind.upcasts:
        raise EventUnknown(position=_where(stored), topic=stored.topic)
    fields: dict[str, Any] = json.loads(stored.state)
    for step in range(int(version), kind.schema_version):
        fields = kind.upcasts[step](fields)
    return kind.model_validate_json(json.dumps(fields))


def _where(stored: StoredEvent) -> object:
    return getattr(stored, "id", f"{stored.originator_id}@{stored.originator_version}")


def _problem(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc'])) or '-'}: {e['msg']}" for e in error.errors(include_url=False))
    return str(error)
