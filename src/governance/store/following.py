"""Followers of a log: every event once, in order, also what other processes record."""

from abc import abstractmethod
from collections.abc import Sequence
from threading import Event

from eventsourcing.persistence import (
    ApplicationRecorder,
    ListenNotifySubscription,
    Notification,
    ShutDown,
    Subscription,
)

__all__ = ["Followed", "LedgerSubscription"]

_PATIENCE = 0.2
"""Seconds until a follower looks for what other processes recorded; what this one records wakes it at once."""


class Followed(ApplicationRecorder):
    """A log that can be followed."""

    def __init__(self) -> None:
        self._listeners: set[Event] = set()

    @abstractmethod
    def select_rows(self, after: int, limit: int, upto: int | None = None) -> Sequence[Notification]:
        """The next rows of the log, in order; through ``upto`` where it is given."""

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

    def wake_followers(self) -> None:
        """Something was recorded."""
        for listener in tuple(self._listeners):
            listener.set()


class LedgerSubscription(ListenNotifySubscription[Followed]):
    """The library's subscription, which waits for a sign or looks by itself after a while."""

    def __init__(self, recorder: Followed, gt: int | None = None, topics: Sequence[str] = ()) -> None:
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
