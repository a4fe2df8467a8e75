"""What is stored, as it lies there, for whoever verifies it: nothing is believed, so no cell has a type to rely on."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any, Literal, NamedTuple

from governance.store.verdicts import Verdicts

__all__ = ["Command", "Fault", "Kind", "RawStore", "Stored", "sealed"]

Kind = Literal["altered", "missing", "inserted", "reordered", "truncated", "undecodable", "unsigned"]
"""What can be wrong."""


class Fault(NamedTuple):
    """One thing that is wrong, and where: ``#17``, or a part of the store."""

    kind: Kind
    where: str
    detail: str


Stored = tuple[int, Any, Any, Any, Any, Any, Any]
"""Position, originator id, version, topic, recording time, state, and the tree's hashes of that position; None in all
but the first and the last where the row cannot be read at all."""

Command = tuple[Any, Any, Any, Any, Any]
"""Command id, digest, first and last position, seal."""


def sealed(command_id: str, digest: bytes, first: int, last: int) -> bytes:
    """The seal of what is recorded of a command, since the tree does not cover it: SHA-256."""
    return sha256(b"%s\0%d\0%d\0%s" % (command_id.encode(), first, last, digest)).digest()


class RawStore(ABC):
    """The interface. Everything raises FileDamaged or NotALedger over bytes that are not as they were written, and
    other StorageErrors where the store cannot be read now."""

    @abstractmethod
    def faults(self) -> Iterator[Fault]:
        """What is wrong with the store itself: its pages, its marks, what does not belong into it."""

    @abstractmethod
    def end(self) -> tuple[int, int]:
        """Where the log ends, as it says of itself: position and recording time (µs); raises LogDamaged."""

    @abstractmethod
    def bounds(self) -> tuple[Any, Any]:
        """The first and the last position that there is; None where there is none."""

    @abstractmethod
    def rows(self, first: int, last: int) -> Iterator[Stored]:
        """What lies at these positions, in order."""

    @abstractmethod
    def recorded_at(self, position: int) -> Any:
        """The recording time of an event; None where there is no such event."""

    @abstractmethod
    def hashes(self, position: int) -> bytes | None:
        """The tree's hashes of a position; None where there are none."""

    @abstractmethod
    def stray_hashes(self, end: int) -> Any:
        """A position outside 1 … ``end`` of which the tree has hashes; None where there is none."""

    @abstractmethod
    def versions(self) -> Iterator[tuple[Any, Any, Any]]:
        """Originator id, version and position of each event, by originator and version."""

    @abstractmethod
    def commands(self) -> Iterator[Command]:
        """What is recorded of each command, in the order of the log."""

    @property
    @abstractmethod
    def verdicts(self) -> Verdicts | None:
        """None where nothing was judged yet."""

    @abstractmethod
    def verdict_faults(self) -> Iterator[Fault]:
        """What is wrong with how the verdicts are kept; whether they follow from the log shows a comparison."""

    @abstractmethod
    def opener(self) -> "Callable[[], RawStore] | None":
        """What opens the same in another process; None where none can."""
