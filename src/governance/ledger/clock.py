"""What a ledger can know of a clock: what it recorded last, and which times it can record at all.

Recording times never decrease, so one event of a clock that runs ahead gives its time to all that follow until the day
it said. Such a leap is refused until somebody confirms it, and so is a clock that stands far behind the record.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from governance.errors import ClockAhead, ClockBehind, Refused, TimeOutOfRange
from governance.text import _, ngettext
from governance.time import instant_text

if TYPE_CHECKING:
    from governance.compliance.facts import Record

__all__ = ["AHEAD", "BEHIND", "TimesRead", "doubt_about", "require_recordable"]

AHEAD = timedelta(days=400)
"""So long a ledger may have been quiet: whoever meets once a year records something in between."""
BEHIND = timedelta(days=31)
"""So far a clock may stand behind what was recorded: it was ahead then, or is behind now, and both pass."""

_FIRST, _LAST = 1685, 2254
"""The years of which a leaf of the hash tree can hold every microsecond exactly (RFC 8785: below 2**53)."""
_ZONES = timedelta(hours=14)
"""By so much the day that it is somewhere can be ahead of UTC."""
_SKEW = timedelta(hours=26)
"""By so much clocks differ whose time zones were mixed up."""
_SHOWN = 5


def require_recordable(moment: datetime) -> datetime:
    """The same; raises TimeOutOfRange."""
    if not _FIRST <= moment.year <= _LAST or not _FIRST <= moment.astimezone(UTC).year <= _LAST:
        raise TimeOutOfRange(moment=moment.isoformat(), first=_FIRST, last=_LAST)
    return moment


def doubt_about(now: datetime, last: datetime | None, *, is_stated: Callable[[], bool]) -> Refused | None:
    """Why a clock is not believed without being confirmed: by the last recording time, unless a source stated that,
    from which nothing follows for the clock."""
    if last is None:
        return None
    if now - last > AHEAD and not is_stated():
        return ClockAhead(now=instant_text(now), last=instant_text(last), days=(now - last).days)
    if last - now > BEHIND:
        return ClockBehind(now=instant_text(now), last=instant_text(last), days=(last - now).days)
    return None


class TimesRead:
    """Reads the times of a log in order, and notes which cannot be right."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._previous: datetime | None = None
        self.late: list[int] = []
        """Recorded after the present time."""
        self.early: list[int] = []
        """Happened after they were recorded."""
        self.leaps: list[int] = []
        """Recorded so long after the event before that the clock had to be confirmed, or should have been."""

    def of(self, records: "Iterable[Record]") -> "Iterable[Record]":
        """The records again, each read in passing."""
        for record in records:
            self._read(record)
            yield record

    def _read(self, record: "Record") -> None:
        event, recorded = record.event, record.recorded_at
        if recorded - self._now > _SKEW:
            self.late.append(record.position)
        if event.effective_on.first > (recorded + _ZONES).date():
            self.early.append(record.position)
        stated = event.source is not None and event.source.times_kept
        if not stated and self._previous is not None and recorded - self._previous > AHEAD:
            self.leaps.append(record.position)
        self._previous = None if stated else recorded

    @property
    def is_right(self) -> bool:
        return not self.late and not self.early

    def sentence(self) -> str:
        """What was noted, for people."""
        notes = (
            (self.late, _("recorded after the present time, {now}: {events}")),
            (self.early, _("happened after they were recorded: {events}")),
            (self.leaps, _("recorded more than {days} days after the event before: {events}")),
        )
        now = f"{self._now:%Y-%m-%d %H:%M} UTC"
        sentences = [text.format(events=_shown(events), now=now, days=AHEAD.days) for events, text in notes if events]
        return "; ".join(sentences) or _("none after the present time, none before what they record")


def _shown(positions: list[int]) -> str:
    shown = ", ".join(f"#{position}" for position in positions[:_SHOWN])
    more = len(positions) - _SHOWN
    return shown if more <= 0 else shown + ngettext(" and {n} more", " and {n} more", more).format(n=more)
