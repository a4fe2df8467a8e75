"""What the rules share that lead to a day so long from another."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from governance.compliance.due import Anchor, Due
from governance.compliance.workdays import Place, shifted
from governance.duties.due.base import Counted, Offset
from governance.duties.due.length import Length
from governance.duties.scene import Scene
from governance.text import N_, Reason, _
from governance.time import When

__all__ = ["Distance"]


class Distance(Length, Counted):
    """So long from an anchor. Calendar days are counted from the day after it; hours from the time of day."""

    apart: ClassVar[str]
    """Its words, with ``length`` and ``anchor``."""
    derivations: ClassVar[Mapping[str, tuple[str, str]]]
    """By unit: how the day follows, for one and for several."""

    @property
    def offset(self) -> Offset:
        fewest, most = self.calendar_days
        counted_from = self.from_ or "trigger"
        return Offset(counted_from, -most, -fewest) if self.counts_back else Offset(counted_from, fewest, most)

    def due_from(self, anchor: Anchor, place: Place) -> Due:
        unit, n = self.quantity
        derivation, sign = self.derivations[unit][n != 1], -1 if self.counts_back else 1
        if unit == "hours":
            return _in_hours(anchor, n, sign, derivation, place)
        day = shifted(anchor.day, self, place, sign)
        return self.moved(When.day(day), place, Reason(derivation, {"n": n, "trigger": anchor.day, "day": day}))

    def day_phrase(self, scene: Scene) -> str:
        anchor = scene.anchor(self.from_, backwards=self.counts_back)
        if self.quantity[1]:
            return _(self.apart).format(length=self.in_words(), anchor=anchor)
        return _("on that day") if anchor == _("that day") else _("on the same day as {anchor}").format(anchor=anchor)


def _in_hours(anchor: Anchor, n: int, sign: int, derivation: str, place: Place) -> Due:
    """By the clock where the time of day was recorded."""
    hours = sign * n
    if anchor.at is None:
        first = anchor.day + timedelta(days=hours // 24)
        last = first if hours % 24 == 0 else first + timedelta(days=1)
        step = Reason(derivation, {"n": n, "trigger": anchor.day, "day": last})
        unclear = Reason(N_("No time of day was told, so that day itself is unclear."))
        return Due(When.day(last), (step, unclear), rough=first)
    hour, minute = (int(part) for part in anchor.at.split(":"))
    zone = ZoneInfo(place.zone)
    start = datetime.combine(anchor.day, time(hour, minute), zone).astimezone(UTC)
    moment = (start + timedelta(hours=hours)).astimezone(zone)
    values = {"n": n, "trigger": f"{anchor.day} {anchor.at}", "day": f"{moment:%Y-%m-%d %H:%M}"}
    return Due(When.day(moment.date()), (Reason(derivation, values),), moment=moment)
