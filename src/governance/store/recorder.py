"""What the ledger asks of a store, on the event sourcing library's recorder interface.

A store keeps four promises: positions are its own and gapless; recording times never decrease; a command id is
kept in the same transaction as the events of its command; and events are appended only on the condition that what was
read for them is still so.
"""

import json
import time
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Event
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import uuid4

from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    ListenNotifySubscription,
    Notification,
    ShutDown,
    StoredEvent,
    Subscription,
)

from governance.errors import ConcurrentChange, TimesNotInOrder
from governance.proof.leaf import leaf_data
from governance.store.raw import RawStore
from governance.store.tree import nodes_in
from governance.store.verdicts import Verdicts
from governance.time import from_micros, instant_text

__all__ = [
    "Append",
    "AppendCondition",
    "CommandMark",
    "CommandRepeated",
    "Health",
    "LedgerRecorder",
    "LedgerSubscription",
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


class CommandMark(NamedTuple):
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
    """The command id is there already: not an error, but the ledger's cue to answer as the first time."""

    def __init__(self, recorded: Recorded) -> None:
        super().__init__(recorded.command_id)
        self.recorded = recorded


class AppendCondition(NamedTuple):
    """The version of each stream that was read to decide, none of it before the log ended at ``after``. A stream that
    is written without having been read must end just below its first new event."""

    versions: Mapping[str, int] = MappingProxyType({})
    after: int = 0


class Append(NamedTuple):
    """For which command events are appended, on what condition, and at what time.

    ``now`` is in µs since 1970, the clock's where left out; with ``stated`` it is recorded as it is.
    """

    command: CommandMark
    condition: AppendCondition = AppendCondition()
    now: int | None = None
    stated: bool = False


class Health(NamedTuple):
    """What a store says of itself; ``ok`` is False for what should be mended."""

    what: str
    ok: bool
    detail: str


class LedgerRecorder(ApplicationRecorder):
    """The interface. The event sourcing library's event store, notification log, subscriptions and projections run on
    it; the ledger needs what is added to them here."""

    def __init__(self) -> None:
        self._listeners: set[Event] = set()

    @property
    @abstractmethod
    def verdicts(self) -> Verdicts:
        """Where the verdicts on this log lie."""

    @property
    def is_passing(self) -> bool:
        """Whether it is gone when it is closed."""
        return False

    def insert_events(
        self, stored_events: Sequence[StoredEvent], *, append: Append | None = None, **kwargs: Any
    ) -> Sequence[int]:
        """Record the events of one command, all or none, and return their positions.

        Raises what ``append_events`` does. Without ``append`` the command is the one that the events name in their
        bytes (one made up where they name none), and what conflicts is the library's IntegrityError. TypeError for
        other keywords than the library's ``tracking=None``.
        """
        if surplus := [name for name, value in kwargs.items() if name != "tracking" or value is not None]:
            raise TypeError(f"insert_events takes append, not {', '.join(surplus)}")
        if append:
            positions = self.append_events(stored_events, append)
        else:
            try:
                positions = self.append_events(stored_events, Append(_mark_of(stored_events)))
            except (ConcurrentChange, CommandRepeated) as conflict:
                raise IntegrityError(str(conflict)) from conflict
        for listener in tuple(self._listeners):
            listener.set()
        return positions

    @abstractmethod
    def append_events(self, stored_events: Sequence[StoredEvent], append: Append) -> Sequence[int]:
        """One transaction, and the one place where what must be as durable as the events is written: beside the rows,
        once their positions are known. The tree's hashes are.

        Raises CommandRepeated, ConcurrentChange, TimesNotInOrder, StorageError; ValueError for no events, or versions
        that leave a hole.
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
    def raw(self) -> AbstractContextManager[RawStore]:
        """Everything as it lies there, in one state throughout, for whoever verifies it."""

    @abstractmethod
    def copy_to(self, path: Path) -> None:
        """Everything in a new file, of one state, whatever others write meanwhile; raises StorageError."""

    @abstractmethod
    def health(self) -> list[Health]:
        """What the store says of itself; nothing is changed."""

    @abstractmethod
    def close(self) -> None:
        """Let go of everything; using it afterwards is an error."""

    # the notification log

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
        notifications: list[Notification] = []
        while len(notifications) < limit and (rows := self.select_rows(after, limit, stop)):
            notifications += [row for row in rows if not topics or row.topic in topics]
            after = rows[-1].id
        return notifications[:limit]

    def max_notification_id(self) -> int | None:
        return self.last()[0] or None

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Every event after a position, once and in order, and then each that anybody records; stop it, or use it as
        a context manager."""
        return LedgerSubscription(self, gt, topics)

    def listen(self, event: Event) -> None:
        """Set ``event`` whenever something is recorded through this object."""
        self._listeners.add(event)

    def unlisten(self, event: Event) -> None:
        """No longer."""
        self._listeners.discard(event)


_PATIENCE = 0.2
"""Seconds until a follower looks for what other processes recorded; what this one records wakes it at once."""


class LedgerSubscription(ListenNotifySubscription[LedgerRecorder]):
    """The library's subscription, which waits for a sign or looks by itself after a while."""

    def __init__(self, recorder: LedgerRecorder, gt: int | None = None, topics: Sequence[str] = ()) -> None:
        super().__init__(recorder=recorder, gt=gt, topics=topics)
        recorder.listen(self._has_been_notified)

    def stop(self) -> None:
        super().stop()
        self._recorder.unlisten(self._has_been_notified)

    def _pull(self) -> None:
        """Until it is stopped. The library would look again at what has other topics, here it is passed once."""
        while not self._has_been_stopped:
            self._has_been_notified.clear()
            rows = self._recorder.select_rows(self._last_notification_id or 0, self._select_limit)
            if not rows:
                self._has_been_notified.wait(_PATIENCE)
                continue
            self._last_notification_id = rows[-1].id
            if wanted := [row for row in rows if not self._topics or row.topic in self._topics]:
                try:
                    self._notifications_queue.put(wanted)
                except ShutDown:
                    return


def _mark_of(stored_events: Sequence[StoredEvent]) -> CommandMark:
    """Raises ValueError for events of several commands."""
    commands = {_command_of(event.state) for event in stored_events}
    if len(commands) > 1:
        raise ValueError("events that are recorded together belong to one command")
    digest = sha256()
    for event in stored_events:
        digest.update(f"{event.originator_id}@{event.originator_version} {event.topic}\n".encode() + event.state)
    return CommandMark(next(iter(commands), None) or str(uuid4()), digest.digest())


def _command_of(state: bytes) -> str | None:
    try:
        command = json.loads(state).get("command_id")
    except (ValueError, AttributeError):  # bytes of another event store's
        return None
    return command if isinstance(command, str) else None


def expected_versions(stored_events: Sequence[StoredEvent], versions: Mapping[str, int]) -> dict[str, int]:
    """The version each stream must have for these events: as read, or just below its first one where only written.

    Raises ValueError for what only a mistake in the calling program makes: no events, or a hole in a stream.
    """
    if not stored_events:
        raise ValueError("a command records at least one event")
    expected = dict(versions)
    reached = dict(versions)
    for event in stored_events:
        stream, version = str(event.originator_id), event.originator_version
        expected.setdefault(stream, version - 1)
        if reached.get(stream, version - 1) != version - 1:
            raise ValueError(f"{stream}@{version} does not follow {reached[stream]}")
        reached[stream] = version
    return expected


def unsure(expected: Mapping[str, int], condition: AppendCondition, last: int) -> Mapping[str, int]:
    """Which expectations must be checked: where the log has not moved since, none of what was read can be otherwise."""
    if last != condition.after:
        return expected
    return {stream: version for stream, version in expected.items() if stream not in condition.versions}


def next_time(append: Append, end: tuple[int, int]) -> int:
    """The recording time of the next events (µs), where the log has this last position and recording time.

    Raises TimesNotInOrder where a stated one would run backwards.
    """
    now = time.time_ns() // 1000 if append.now is None else append.now
    position, last = end
    if not position:
        return now
    if append.stated and now < last:
        raise TimesNotInOrder(stated=instant_text(from_micros(now)), last=instant_text(from_micros(last)))
    return max(now, last)


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
