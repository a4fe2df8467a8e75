"""What the ledger asks of a store, on the event sourcing library's recorder interface, and the store in memory.

A store keeps four promises: positions are its own and gapless; recording times never decrease; a command id is
kept in the same transaction as the events of its command; and a save stands on exactly what was read for it.
"""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import RLock
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, Notification, NotSupportedError, StoredEvent, Subscription

from governance.errors import ConcurrentChange, TimesNotInOrder
from governance.proof.leaf import leaf_data
from governance.proof.merkle import leaf_hash
from governance.store.tree import Grown, nodes_in
from governance.time import from_micros, instant_text

__all__ = [
    "CommandMark",
    "CommandRepeated",
    "LedgerRecorder",
    "MemoryRecorder",
    "Recorded",
    "Row",
    "expected_versions",
    "leaf_of_row",
    "next_time",
    "unsure",
]


@dataclass(frozen=True)
class Row(Notification):
    """A stored event at its position (``id``), with its recording time in µs since 1970 (UTC)."""

    recorded_at: int


@dataclass(frozen=True, slots=True)
class CommandMark:
    """A command's id, and the SHA-256 of what it asked for."""

    command_id: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a command id recorded: its digest, and its first and last position."""

    command_id: str
    digest: bytes
    first: int
    last: int


class CommandRepeated(Exception):
    """The command id is known: not an error, but the ledger's cue to answer as the first time."""

    def __init__(self, recorded: Recorded) -> None:
        super().__init__(recorded.command_id)
        self.recorded = recorded


class LedgerRecorder(ApplicationRecorder, ABC):
    """The interface. ``insert_events`` is one transaction, and the one place where what must be as durable as the
    events is written: beside the rows, once their positions are known. The tree's hashes are."""

    @abstractmethod
    def insert_events(  # type: ignore[override]  # a save without its command would be no save of ours
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command: CommandMark,
        seen: Mapping[str, int],
        at: int,
        now: int,
        stated: bool = False,
    ) -> Sequence[int]:
        """Record the events of one command, all or none, and return their positions.

        ``seen`` holds the version of each stream that was read to decide, none of it before the log ended at ``at``.
        ``now`` is in µs since 1970, and with ``stated`` it is recorded as it is. Raises CommandRepeated,
        ConcurrentChange, TimesNotInOrder, StorageError; ValueError for no events, or versions that leave a hole.
        """

    @abstractmethod
    def find_command(self, command_id: str) -> Recorded | None:
        """What a command id recorded, if anything."""

    @abstractmethod
    def last(self) -> tuple[int, int]:
        """The last position and its recording time in µs; (0, 0) where there is none."""

    @abstractmethod
    def position_at(self, moment: int) -> int:
        """The last position recorded at or before an instant (µs); 0 where there is none."""

    @abstractmethod
    def select_rows(self, after: int, limit: int, upto: int | None = None) -> Sequence[Row]:
        """The next rows of the log, in order; through ``upto`` where it is given."""

    @abstractmethod
    def select_stream(self, originator_id: str, upto: int) -> Sequence[Row]:
        """The rows of one stream through a position, in order."""

    @abstractmethod
    def version_of(self, originator_id: str) -> int:
        """The present version of a stream; 0 where there is none."""

    @abstractmethod
    def originators(self, prefix: str, limit: int) -> list[str]:
        """The ids of the streams that begin so, sorted."""

    @abstractmethod
    def tree_row(self, position: int) -> bytes | None:
        """The hashes of the tree that belong to a position, as ``governance.store.tree`` has them."""

    def nodes(self, level: int, index: int) -> bytes:
        """A node of the tree (``governance.proof.merkle.Nodes``); raises TreeDamaged."""
        return nodes_in(self.tree_row)(level, index)

    @abstractmethod
    def close(self) -> None:
        """Let go of everything; using it afterwards is an error."""

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        after = 0 if start is None else start - 1 if inclusive_of_start else start
        found: list[Notification] = []
        while len(found) < limit and (rows := self.select_rows(after, limit, stop)):
            found += [row for row in rows if not topics or row.topic in topics]
            after = rows[-1].id
        return found[:limit]

    def max_notification_id(self) -> int | None:
        return self.last()[0] or None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        raise NotSupportedError(f"followers pull: select_rows(after={gt or 0}, …), topics {list(topics)}")


def expected_versions(stored_events: Sequence[StoredEvent], seen: Mapping[str, int]) -> dict[str, int]:
    """The version each stream must have for these events: as seen, or just below its first one where only written.

    Raises ValueError for what only a mistake in the calling program makes: no events, or a hole in a stream.
    """
    if not stored_events:
        raise ValueError("a command records at least one event")
    expected = dict(seen)
    reached = dict(seen)
    for event in stored_events:
        stream, version = str(event.originator_id), event.originator_version
        expected.setdefault(stream, version - 1)
        if reached.get(stream, version - 1) != version - 1:
            raise ValueError(f"{stream}@{version} does not follow {reached[stream]}")
        reached[stream] = version
    return expected


def unsure(expected: Mapping[str, int], seen: Mapping[str, int], unmoved: bool) -> Mapping[str, int]:
    """Which expectations must be checked: where the log has not moved since, none of what was read can be otherwise."""
    return {stream: version for stream, version in expected.items() if stream not in seen} if unmoved else expected


def next_time(now: int, end: tuple[int, int], stated: bool) -> int:
    """The recording time of the next events, where the log has this last position and recording time.

    Raises TimesNotInOrder where a stated one would run backwards.
    """
    position, last = end
    if not position:
        return now
    if stated and now < last:
        raise TimesNotInOrder(stated=instant_text(from_micros(now)), last=instant_text(from_micros(last)))
    return max(now, last)


class MemoryRecorder(LedgerRecorder):
    """A store that lives as long as the object. Thread-safe."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._rows: list[Row] = []
        self._streams: dict[str, list[Row]] = {}
        self._commands: dict[str, Recorded] = {}
        self._tree: list[bytes] = []
        self._grown = Grown.at(0, self.tree_row)

    def insert_events(  # type: ignore[override]  # a save without its command would be no save of ours
        self,
        stored_events: Sequence[StoredEvent],
        *,
        command: CommandMark,
        seen: Mapping[str, int],
        at: int,
        now: int,
        stated: bool = False,
    ) -> Sequence[int]:
        expected = expected_versions(stored_events, seen)
        with self._lock:
            if known := self._commands.get(command.command_id):
                raise CommandRepeated(known)
            last = len(self._rows)
            for originator_id, version in unsure(expected, seen, last == at).items():
                if self.version_of(originator_id) != version:
                    raise ConcurrentChange(subject=originator_id)
            moment = next_time(now, self.last(), stated)
            rows = [
                Row(e.originator_id, e.originator_version, e.topic, e.state, position, moment)
                for position, e in enumerate(stored_events, last + 1)
            ]
            for row in rows:
                self._streams.setdefault(str(row.originator_id), []).append(row)
            self._rows += rows
            self._tree += [grown.row for grown in self._grown.with_leaves(map(_leaf, rows))]
            mark = Recorded(command.command_id, command.digest, rows[0].id, rows[-1].id)
            self._commands[command.command_id] = mark
            return [row.id for row in rows]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        with self._lock:
            stream = self._streams.get(str(originator_id), [])
            found = stream[max(gt or 0, 0) : None if lte is None else max(lte, 0)]
        return (found[::-1] if desc else found)[:limit]

    def find_command(self, command_id: str) -> Recorded | None:
        with self._lock:
            return self._commands.get(command_id)

    def commands(self) -> list[Recorded]:
        """What every command recorded."""
        with self._lock:
            return list(self._commands.values())

    def last(self) -> tuple[int, int]:
        with self._lock:
            return (self._rows[-1].id, self._rows[-1].recorded_at) if self._rows else (0, 0)

    def position_at(self, moment: int) -> int:
        with self._lock:
            return bisect_right(self._rows, moment, key=lambda row: row.recorded_at)

    def select_rows(self, after: int, limit: int, upto: int | None = None) -> Sequence[Row]:
        first = max(after, 0)
        end = first + limit if upto is None else max(min(first + limit, upto), 0)
        with self._lock:
            return self._rows[first:end]

    def select_stream(self, originator_id: str, upto: int) -> Sequence[Row]:
        with self._lock:
            return [row for row in self._streams.get(originator_id, ()) if row.id <= upto]

    def version_of(self, originator_id: str) -> int:
        with self._lock:
            return len(self._streams.get(originator_id, ()))

    def originators(self, prefix: str, limit: int) -> list[str]:
        with self._lock:
            return sorted(stream for stream in self._streams if stream.startswith(prefix))[:limit]

    def tree_row(self, position: int) -> bytes | None:
        with self._lock:
            return self._tree[position - 1] if 0 < position <= len(self._tree) else None

    def close(self) -> None:
        """Nothing lies anywhere."""


def leaf_of_row(row: Row) -> bytes:
    """The leaf's bytes for a row of the log."""
    return leaf_data(
        position=row.id,
        originator_id=str(row.originator_id),
        version=row.originator_version,
        topic=row.topic,
        recorded_at=row.recorded_at,
        state=row.state,
    )


def _leaf(row: Row) -> bytes:
    return leaf_hash(leaf_of_row(row))
