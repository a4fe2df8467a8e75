"""The facts as they hold once corrections and retractions are applied."""

import json
from collections.abc import Sequence
from datetime import datetime

from governance.model.aggregate import FactCorrected, FactRetracted
from governance.model.event import Event

__all__ = ["Told", "corrected"]

Told = tuple[int, datetime, Event]
"""An event with its position in the log and the instant at which it was recorded."""


def corrected(told: Sequence[Told]) -> list[Told]:
    """The facts as they hold: what was retracted is gone, what was corrected is otherwise, each in its old place."""
    retracted: set[tuple[str, int]] = set()
    for _position, _recorded_at, event in reversed(told):  # a retraction that was retracted takes nothing back
        if isinstance(event, FactRetracted) and (event.originator_id, event.originator_version) not in retracted:
            retracted.add((event.originator_id, event.retracts))
    holding: dict[tuple[str, int], Told] = {}
    for position, recorded_at, event in told:
        name = event.originator_id, event.originator_version
        if isinstance(event, FactRetracted) or (isinstance(event, FactCorrected) and name in retracted):
            continue
        if isinstance(event, FactCorrected):
            corrected = event.originator_id, event.corrects
            if corrected in holding:
                place, then, before = holding[corrected]
                holding[corrected] = place, then, _otherwise(before, event)
        elif name not in retracted:
            holding[name] = position, recorded_at, event
    return list(holding.values())


def _otherwise(event: Event, correction: FactCorrected) -> Event:
    fields = json.loads(event.model_dump_json(exclude_none=True)) | dict(correction.changes)
    return type(event).model_validate_json(json.dumps(fields))
