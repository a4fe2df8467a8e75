"""What the ledger asks of the place where verdicts lie: for every obligation, which verdict holds on which days as
known at which positions.

Each row is a rectangle of days × positions, so that "on D as known at K" is one look-up whatever the size of the
ledger. The rows are made by the pure rules (``readmodel``); a store only keeps them and finds them again. Light to
import: the fast answers of the command line need nothing else.
"""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol, Self

from governance.compliance.item import Item
from governance.compliance.values import Verdict
from governance.text import language, words

__all__ = [
    "FORMAT",
    "OPEN",
    "SAME_AS",
    "Labels",
    "Named",
    "NewRow",
    "OpenRow",
    "State",
    "VerdictRow",
    "Verdicts",
    "holidays_here",
    "seal_of",
]

FORMAT = 8
"""Goes up whenever the rules or the rows change, so that verdicts of another version are judged anew."""

OPEN = 2**31 - 1
"""The end of what has no end yet: a day's ordinal, or a position."""

SAME_AS = "="
"""In place of a language, in the name of a party: the party whose name it bears."""

Name = Mapping[str, str]
"""What a party is called, by language; "" for every language, SAME_AS for another party."""


class State(NamedTuple):
    """How far the verdicts reach: the last position in them, and the last year for which years are judged."""

    position: int
    horizon: int
    format: int = FORMAT
    holidays: str = ""
    """The version of the package that gave the public holidays; empty where no mandate asks for them."""

    @property
    def seal(self) -> bytes:
        return seal_of(self)

    @property
    def is_current(self) -> bool:
        """Whether the rules and the holidays of today would say the same."""
        return self.format == FORMAT and (not self.holidays or self.holidays == holidays_here())


def seal_of(state: Sequence[object]) -> bytes:
    """SHA-256 of a state of any FORMAT: nothing else would show that something in it was altered."""
    return sha256(repr(tuple(state)).encode()).digest()


@cache
def holidays_here() -> str:
    """The version of the package that gives the public holidays, as it is installed here."""
    for folder in sys.path:
        for information in Path(folder).glob("holidays-*.dist-info"):
            return information.stem.removeprefix("holidays-")
    from importlib.metadata import version  # finds it wherever it is, and is slow to load

    return version("holidays")


class VerdictRow(NamedTuple):
    """What holds of an obligation on the days from ``since`` through ``until`` (ordinals)."""

    obligation: str
    since: int
    until: int
    verdict: Verdict
    body: str
    """As ``governance.compliance.body`` writes and reads it."""


class OpenRow(NamedTuple):
    """A row that still holds, its number, and the position since which it does."""

    row: VerdictRow
    number: int
    known_from: int


class NewRow(NamedTuple):
    """A row to be kept, and the positions from and through which it is known (OPEN: it still holds)."""

    network: str
    row: VerdictRow
    known_from: int
    known_to: int = OPEN


class Verdicts(ABC):
    """The interface. Several looks at one state of the verdicts stand inside ``reading()``; every change stands
    inside ``writing()``, which is one transaction. Everything raises StorageError; what reads raises IndexDamaged for
    rows that are not as they were written, as far as that shows in each by itself."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Self]:
        """One state of the verdicts for several looks, whatever others write meanwhile; may be nested."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[Self]:
        """All or nothing, with the write lock from the beginning."""

    @abstractmethod
    def state(self) -> State | None:
        """None where nothing was judged yet, or by other rules than today's."""

    @abstractmethod
    def networks(self) -> dict[str, str]:
        """Each network's time zone, by its key, sorted."""

    @abstractmethod
    def find(
        self,
        *,
        first: date,
        last: date,
        position: int,
        verdicts: Collection[Verdict],
        network: str | None,
        label: Callable[[str], str],
    ) -> list[Item]:
        """The obligations whose verdict is one of ``verdicts`` on some day from ``first`` to ``last``, as known at a
        position, sorted by id; of one network or all. Of several verdicts in that time the first is taken; values are
        those of the day ``last``. ``label`` gives the name of a party."""

    @abstractmethod
    def label(self, party: str) -> Name | None:
        """What a party is called; None where it has no name."""

    @abstractmethod
    def open_rows(self, network: str) -> list[OpenRow]:
        """The rows of a network that still hold."""

    @abstractmethod
    def content(self) -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
        """Each part by its name and everything in it, in an order that does not depend on how it came to be: two of
        the same content hold the same verdicts. For verification and tests."""

    @abstractmethod
    def claim(self) -> tuple[object, ...] | None:
        """What the verdicts say of themselves: a State of any FORMAT, and its seal; None where there is nothing."""

    @abstractmethod
    def elsewhere(self) -> AbstractContextManager[Self]:
        """An empty place of the same kind, in which nothing is kept: what it is used for can't change this one."""

    @abstractmethod
    def clear(self, horizon: int) -> State:
        """Nothing judged yet, in place of whatever was there, with years to be judged through ``horizon``."""

    @abstractmethod
    def set_network(self, key: str, time_zone: str) -> None:
        """A network, new or known; before its first row."""

    @abstractmethod
    def set_label(self, party: str, name: Name | None) -> None:
        """What a party is called from now on; None where it is no party after all."""

    @abstractmethod
    def apply(self, closed: Iterable[tuple[int, int]], new: Sequence[NewRow]) -> range:
        """Rows that hold no longer (their number, and the last position at which they held), and new ones, whose
        numbers are returned in their order."""

    @abstractmethod
    def advance(self, state: State) -> None:
        """The verdicts reach as far as ``state`` says now."""


class Named(Protocol):
    """What knows the names of parties: ``Verdicts`` does."""

    def label(self, party: str) -> Name | None: ...


class Labels:
    """The names of parties, each looked up once; without ``persons`` theirs are not, and they keep their ids."""

    def __init__(self, verdicts: Named, *, persons: bool = True) -> None:
        self._verdicts = verdicts
        self._persons = persons
        self._names: dict[str, str] = {}

    def of(self, party: str) -> str:
        """The name in the reader's language; what has none keeps its id."""
        if not self._persons and party.startswith("person:"):
            return party
        if party not in self._names:
            self._names[party] = party  # for those who were merged into each other
            name = self._verdicts.label(party) or {"": party}
            self._names[party] = self.of(name[SAME_AS]) if SAME_AS in name else words(name, language())
        return self._names[party]
