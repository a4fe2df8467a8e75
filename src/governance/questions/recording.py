"""Questions about the record itself: what was told late, and what after the books were closed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from governance.compliance.facts import Facts
from governance.errors import FieldInvalid
from governance.model.event import Event
from governance.model.network_events import YearClosed
from governance.questions.view import View, target_of
from governance.text import _
from governance.time import When, day_in

__all__ = ["AfterClose", "LateRecord", "after_close", "late_records"]


@dataclass(frozen=True, slots=True)
class LateRecord:
    """A fact that was recorded long after it happened."""

    network: str
    position: int
    event: str
    about: str
    """What the event is about: ``vux/2021-02-12``."""
    effective_on: When
    recorded_at: datetime
    days: int
    """From its last day until the day of recording."""
    before_record: bool
    """True for what happened before the ledger began and was told afterwards."""
    source_recorded_at: datetime | None
    """When another system had recorded it, where that was told."""
    times_kept: bool
    """True where the ledger's recording time was stated by that source."""
    actor: str


def late_records(view: View, days: int = 30) -> tuple[LateRecord, ...]:
    """Which facts were recorded more than a given number of days after they happened, the latest first.

    Raises FieldInvalid for a number of days below 0.
    """
    if days < 0:
        raise FieldInvalid(field="days", problem=_("0 or more"))
    rows: list[LateRecord] = []
    for facts in view.happened.values():
        for aggregate in (facts.network, *facts.assignments.values(), *facts.meetings.values()):
            for event in aggregate.facts:
                moment, source = facts.recorded_at(event), event.source
                late = (day_in(facts.network.time_zone, moment) - event.effective_on.last).days
                if late > days:
                    rows.append(
                        LateRecord(facts.key, facts.position(event), event.event_name, aggregate.ref,
                                   event.effective_on, moment, late, bool(event.before_record),
                                   source.recorded_at if source else None, bool(source and source.times_kept),
                                   event.actor.id)
                    )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.days, row.position)))


@dataclass(frozen=True, slots=True)
class AfterClose:
    """Something about a closed year that was recorded after it was closed."""

    network: str
    year: int
    closed_at: int
    """The position of the year's closing."""
    position: int
    event: str
    about: str
    """What the event is about: ``vux/2021-02-12``."""
    effective_on: When
    recorded_at: datetime
    corrects: int | None
    """For a correction or retraction, the position of the event in that year."""
    actor: str


def after_close(view: View, year: int | None = None) -> tuple[AfterClose, ...]:
    """What was recorded of a closed year after it was closed, corrections included; of every closed year or of one."""
    rows: list[AfterClose] = []
    for key, facts in view.happened.items():
        for closed in facts.network.all(YearClosed):
            if year in (None, closed.year):
                rows += _after(view.facts[key], closed)
    return tuple(sorted(rows, key=lambda row: (row.year, row.position)))


def _after(facts: Facts, closed: YearClosed) -> Iterator[AfterClose]:
    closed_at = facts.position(closed)
    for position, (event, moment) in facts.recorded.items():
        corrected = _corrected(facts, event)
        about = {when.first.year for when in _days(facts, event, corrected)}
        if position > closed_at and closed.year in about:
            yield AfterClose(facts.key, closed.year, closed_at, position, event.event_name,
                             event.originator_id.partition(":")[2], event.effective_on, moment,
                             facts.position(corrected) if corrected else None, event.actor.id)  # fmt: skip


def _corrected(facts: Facts, event: Event) -> Event | None:
    """What a correction or retraction is about, as it was first recorded."""
    version = target_of(event)
    return _corrected(facts, earlier := facts.aggregate(event).recorded[version - 1]) or earlier if version else None


def _days(facts: Facts, event: Event, corrected: Event | None) -> list[When]:
    """When it happened; for a correction, when what it corrects was said to have happened before or since."""
    if corrected is None:
        return [event.effective_on]
    since = (f for f in facts.aggregate(event).facts if f.originator_version == corrected.originator_version)
    return [corrected.effective_on, *(fact.effective_on for fact in since)]
