"""Events that do not give the hash recorded with them: what was done to them, as far as the hashes can tell."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from governance.store.tree import leaf_of
from governance.text import _
from governance.verify.findings import Finding, Kind

__all__ = ["Suspect", "told_apart"]


class Suspect(NamedTuple):
    """An event by its columns (originator_id, version, topic, state, recorded_at), and the leaf hash recorded there."""

    position: int
    columns: tuple[str, int, str, bytes, int]
    leaf: bytes

    def fits(self, position: int, leaf: bytes | None) -> bool:
        """Whether it gives the hash that was recorded at another position."""
        stream, version, topic, state, moment = self.columns
        return leaf is not None and leaf_of(stream, version, topic, state, position, moment) == leaf


def told_apart(suspects: Sequence[Suspect], leaf: Callable[[int], bytes | None]) -> Iterator[Finding]:
    """A finding for each, or one for many: where an event was taken out or put in and all that follow were moved to
    close or to make the gap, that is one thing. ``leaf`` is the hash recorded at a position."""
    there = {suspect.position: suspect for suspect in suspects}
    down = {p for p, s in there.items() if s.fits(p + 1, leaf(p + 1))}
    up = {p for p, s in there.items() if s.fits(p - 1, leaf(p - 1))}
    swapped = {p for p in down if p + 1 in up} | {p for p in up if p - 1 in down}
    before: tuple[Kind, int] | None = None
    for position, suspect in there.items():
        kind: Kind = "altered"
        if position in swapped or _fits_elsewhere(suspect, suspects, position, down | up):
            kind = "reordered"
        elif position in down:
            kind = "missing"
        elif position in up or position + 1 in up:
            kind = "inserted"
        moved_on = kind in ("missing", "inserted") and before == (kind, position - 1)
        before = (kind, position)
        if not moved_on:
            yield Finding(kind, f"#{position}", _SAID[kind]())


def _fits_elsewhere(suspect: Suspect, suspects: Sequence[Suspect], position: int, moved: set[int]) -> bool:
    return position not in moved and any(suspect.fits(other.position, other.leaf) for other in suspects)


_SAID: dict[str, Callable[[], str]] = {
    "altered": lambda: _("it does not give the hash that was recorded with it"),
    "reordered": lambda: _("it stands where another event was recorded"),
    "missing": lambda: _("an event was taken out here, and those that follow were moved down"),
    "inserted": lambda: _("an event was put in here, and those that follow were moved up"),
}
