"""Readings: what was worked out from a history that grows, worked out again only where something that it read changed.

A *reading* is the value of a function of what is kept. While it is worked out, everything that it reads is noted: parts
of a history (``note``), and other readings. When a part of a history changes (``change``), the readings that rest on
it come into doubt, and those that rest on these. Whoever wants one in doubt (``get``) has it looked at first: where
what it read is as it was, it stands; else it is worked out again, and where it comes out equal, those that rest on it
stand.

Two rules keep this right. A function reads what changes only through ``note`` and ``get``, and what it is called with
are values, or objects that note what is read of them: never something that was itself read before. And it returns a
finished value, which nobody changes: a tuple rather than an iterator.

The idea is that of spreadsheets, build systems and Salsa. This is the only kind of cache over histories that there is.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, TypeVarTuple

__all__ = ["Readings"]

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")


class _Source:
    """A part of a history that was read."""

    __slots__ = ("changed", "readers")
    doubtful = False

    def __init__(self) -> None:
        self.changed = 0
        """At which change it last became another."""
        self.readers: dict[_Reading, None] = {}


class _Reading(_Source):
    """The value of a function, and what it read, in the order in which it did."""

    __slots__ = ("arguments", "doubtful", "function", "rests_on", "sound_at", "value")

    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        super().__init__()
        self.function = function
        self.arguments = arguments
        self.rests_on: tuple[_Source, ...] = ()
        self.doubtful = True
        self.sound_at = -1
        """At which change it was known to be right."""
        self.value: Any = _NOTHING


_NOTHING = object()


class Readings:
    """The readings of one growing whole: of a network's facts, or of a single history."""

    def __init__(self) -> None:
        self._changes = 0
        self._sources: dict[Hashable, _Source] = {}
        self._readings: dict[Hashable, _Reading] = {}
        self._open: list[dict[_Source, None]] = []
        """For each reading that is being worked out, what it has read so far; the innermost last."""
        self.worked_out = 0
        """How many readings were worked out so far, for tests and benchmarks."""
        self._doubtful: list[_Reading] = []

    def note(self, part: Hashable) -> None:
        """A part of the history is read now."""
        if self._open:
            source = self._sources.get(part)
            if source is None:
                source = self._sources[part] = _Source()
            self._open[-1][source] = None

    def change(self, part: Hashable) -> None:
        """A part of the history is another now."""
        source = self._sources.get(part)
        if source is None:
            return
        self._changes += 1
        source.changed = self._changes
        shaken = [source]
        while shaken:
            for reading in shaken.pop().readers:
                if not reading.doubtful:
                    reading.doubtful = True
                    self._doubtful.append(reading)
                    shaken.append(reading)

    def doubted(self) -> list[tuple[Callable[..., Any], tuple[Any, ...]]]:
        """The function and arguments of each reading that came into doubt since this was last called."""
        doubtful, self._doubtful = self._doubtful, []
        return [(reading.function, reading.arguments) for reading in doubtful]

    def get(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T:
        """What the function gives for these arguments, which must be hashable."""
        key = (function, arguments)
        reading = self._readings.get(key)
        if reading is None:
            reading = _Reading(function, arguments)
            self._work_out(reading)
            self._readings[key] = reading
        elif reading.doubtful:
            self._settle(reading)
        if self._open:
            self._open[-1][reading] = None
        value: _T = reading.value
        return value

    def forget(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Let go of a reading that nobody will ask for again."""
        if reading := self._readings.pop((function, arguments), None):
            for source in reading.rests_on:
                source.readers.pop(reading, None)

    def _settle(self, reading: _Reading) -> None:
        """Look at what it read, in that order: what comes after a change might not be read any more."""
        for source in reading.rests_on:
            if source.doubtful:
                assert isinstance(source, _Reading)  # noqa: S101 - a part of a history is never in doubt
                self._settle(source)
            if source.changed > reading.sound_at:
                self._work_out(reading)
                return
        reading.doubtful = False
        reading.sound_at = self._changes

    def _work_out(self, reading: _Reading) -> None:
        reads: dict[_Source, None] = {}
        self._open.append(reads)
        try:
            value = reading.function(*reading.arguments)
        finally:
            self._open.pop()
        self.worked_out += 1
        for source in reading.rests_on:
            if source not in reads:
                source.readers.pop(reading, None)
        for source in reads:
            source.readers[reading] = None
        reading.rests_on = tuple(reads)
        reading.doubtful = False
        reading.sound_at = self._changes
        if value != reading.value:
            reading.value = value
            reading.changed = self._changes
