"""Followers of a log: every event once, in order, also what other processes record."""

from collections.abc import Sequence

from eventsourcing.persistence import ListenNotifySubscription, ShutDown

from governance.store.recorder import LedgerRecorder

__all__ = ["LedgerSubscription"]

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
