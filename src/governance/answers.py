"""The fast answers: what is owed, overdue and due, straight from the index, without loading the whole library.

``governance.reader`` opens them for short-lived programs; a ``Ledger`` gives the same answers through the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from governance.compliance.answer import Answer
from governance.compliance.item import Item
from governance.compliance.values import VERDICTS, Verdict
from governance.errors import DayOutOfRange, FieldInvalid, KnownAtInvalid, ReferenceUnknown
from governance.store.verdicts import Labels, Named
from governance.text import _
from governance.time import When, day_in, from_micros, instant, micros

__all__ = ["Answers", "KnownAt", "Place", "Source", "Times", "day_asked", "known_position", "network_meant"]

KnownAt = datetime | date | int | str | None
"""What the ledger knew at an instant, by the end of a day, or at a position of the log (``#17``); None: all of it."""

_LAST_YEAR = 2300
_FURTHEST = 36_525
"""A hundred years of days."""


class Times(Protocol):
    """What is known of when the log was recorded."""

    def last(self) -> tuple[int, int]: ...
    def position_at(self, moment: int) -> int: ...
    def recorded_at(self, position: int) -> int: ...


class Place(Named, Protocol):
    """Where obligations are found with their verdicts: the index (``Verdicts``), or the rules themselves."""

    def networks(self) -> dict[str, str]: ...
    def find(
        self,
        *,
        first: date,
        last: date,
        position: int,
        verdicts: Collection[Verdict],
        network: str | None,
        label: Callable[[str], str],
    ) -> list[Item]: ...


class Source(Times, Protocol):
    """Where the answers come from."""

    def now(self) -> datetime: ...
    def index_for(self, year: int) -> AbstractContextManager[Place]: ...


class Answers:
    """Asks the index of a source, which catches up with the log first, through the last year that is asked of.

    Without ``persons`` these are told by their ids, not by name.
    """

    def __init__(self, source: Source, *, persons: bool = True) -> None:
        self._source = source
        self._persons = persons

    def overdue(
        self, *, network: str | None = None, as_of: date | str | None = None, known_at: KnownAt = None
    ) -> Answer[Item]:
        """What is overdue on a day (question 1)."""
        return self._find(network, as_of, known_at, ("overdue",))

    def obligations(
        self,
        *,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
        verdicts: Sequence[Verdict] = (),
    ) -> Answer[Item]:
        """Every obligation that there is on a day, or those with one of these verdicts."""
        return self._find(network, as_of, known_at, tuple(verdicts) or tuple(VERDICTS))

    def due(
        self,
        *,
        days: int = 30,
        network: str | None = None,
        as_of: date | str | None = None,
        known_at: KnownAt = None,
    ) -> Answer[Item]:
        """What falls due from a day through so many days later, earliest first (question 7)."""
        if not 0 <= days <= _FURTHEST:
            raise FieldInvalid(field="days", problem=_("0 to {last}").format(last=_FURTHEST))
        answer = self._find(network, as_of, known_at, ("upcoming",), days)
        until = answer.as_of + timedelta(days=days)
        falls = [item for item in answer if item.due_on and answer.as_of <= item.due_on <= until]
        falls.sort(key=lambda item: (item.due_on, item.id))
        return Answer(answer.as_of, answer.known_at, answer.position, tuple(falls))

    def _find(
        self,
        network: str | None,
        as_of: date | str | None,
        known_at: KnownAt,
        verdicts: Sequence[Verdict],
        days: int = 0,
    ) -> Answer[Item]:
        today = self._source.now()
        day = day_asked(today.date() if as_of is None else as_of)
        with self._source.index_for((day + timedelta(days=max(days, 1))).year) as place:
            return self._look(place, network, day if as_of else None, today, known_at, verdicts, days)

    def _look(
        self,
        place: Place,
        network: str | None,
        stated: date | None,
        today: datetime,
        known_at: KnownAt,
        verdicts: Sequence[Verdict],
        days: int,
    ) -> Answer[Item]:
        networks = place.networks()
        zones = set(networks.values())
        if network is not None:
            network = network_meant(networks, network)
            zones = {networks[network]}
        day = stated or day_in(next(iter(zones)) if len(zones) == 1 else "UTC", today)
        position, moment = known_position(self._source, known_at, zones)
        items = place.find(
            first=day,
            last=day + timedelta(days=days),
            position=position,
            verdicts=verdicts,
            network=network,
            label=Labels(place, persons=self._persons).of,
        )
        return Answer(day, moment, position, tuple(items))


def day_asked(as_of: date | str) -> date:
    """The day that a question is asked of; raises DateNotUnderstood, DayOutOfRange."""
    when = When.of(as_of)
    if not 1800 <= when.last.year <= _LAST_YEAR:
        raise DayOutOfRange(day=when)
    return when.last


def network_meant(keys: Collection[str], text: str) -> str:
    """The network that ``text`` means: its key, or what only one key begins with; raises ReferenceUnknown."""
    if text in keys:
        return text
    begin = [key for key in keys if text and key.startswith(text)]
    if len(begin) != 1:
        raise ReferenceUnknown(what=_("network"), reference=text)
    return begin[0]


def known_position(times: Times, known_at: KnownAt, zones: set[str] | None = None) -> tuple[int, datetime | None]:
    """The last position known at ``known_at`` and the instant that is meant; raises KnownAtInvalid.

    A day means its end, in the time zone of the network asked of (UTC where there are several).
    """
    last, moment = times.last()
    if known_at is None:
        return last, from_micros(moment) if last else None
    if isinstance(known_at, str):
        known_at = _understood(known_at)
    if isinstance(known_at, int):
        if not 0 <= known_at <= last:
            raise KnownAtInvalid(text=f"#{known_at}")
        return known_at, from_micros(times.recorded_at(known_at)) if known_at else None
    if isinstance(known_at, datetime):
        if known_at.tzinfo is None:
            raise KnownAtInvalid(text=str(known_at))
    else:
        known_at = _end_of(known_at, next(iter(zones)) if zones and len(zones) == 1 else "UTC")
    return times.position_at(micros(known_at)), known_at.astimezone(UTC)


def _understood(text: str) -> datetime | date | int:
    number = text.removeprefix("#")
    if number.isascii() and number.isdigit() and len(number) < 12 and (text.startswith("#") or len(number) != 4):
        return int(number)
    if "T" in text or " " in text:
        return instant(text)
    try:
        return When.parse(text).last
    except Exception as error:
        raise KnownAtInvalid(text=text) from error


def _end_of(day: date, zone: str) -> datetime:
    from zoneinfo import ZoneInfo  # slow to import, and seldom needed

    if day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    following = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) + timedelta(days=1)
    return following.astimezone(UTC) - timedelta(microseconds=1)
