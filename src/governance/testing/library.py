"""What the event sourcing library asks of a recorder: its event store, and followers."""

import time
from collections.abc import Iterator
from itertools import islice
from threading import Thread
from unittest.mock import patch

import pytest
from eventsourcing.persistence import EventStore, IntegrityError, StoredEvent

from governance.errors import EventUnknown, EventUnreadable, LedgerUnavailable
from governance.model.event import REGISTRY, Actor, Event, stored_as
from governance.store.mapper import EventMapper
from governance.store.recorder import LedgerRecorder
from governance.testing.base import A, B, StoreContract, put, stored
from governance.time import When

__all__ = ["LibraryContract"]


class Noted(Event):
    """An event of no meaning, of its second version."""

    note: str


def noted(version: int, command_id: str = "command") -> Noted:
    return Noted(
        originator_id=A,
        originator_version=version,
        command_id=command_id,
        actor=Actor(id="system:test"),
        effective_on=When.of("2021-05"),
        note="Å",
    )


class LibraryContract(StoreContract):
    """The recorder is one of the library's."""

    @pytest.fixture
    def store(self, recorder: LedgerRecorder) -> Iterator[EventStore[str]]:
        with patch.dict(REGISTRY):
            stored_as("test.recorder.Noted", version=2)(Noted)
            yield EventStore(EventMapper(), recorder)

    def test_events_pass_through_the_event_store(self, store: EventStore[str], recorder: LedgerRecorder) -> None:
        events = [noted(1), noted(2)]
        before = time.time_ns() // 1000
        recordings = store.put(events)
        assert [recording.notification.id for recording in recordings] == [1, 2]
        assert list(store.get(A)) == events
        assert list(store.get(A, gt=1)) == events[1:]
        assert before <= recorder.last()[1] <= time.time_ns() // 1000

    def test_the_command_is_the_one_that_the_events_name(
        self, store: EventStore[str], recorder: LedgerRecorder
    ) -> None:
        store.put([noted(1), noted(2)])
        mark = recorder.find_command("command")
        assert mark is not None
        assert (mark.first, mark.last) == (1, 2)

    def test_events_of_several_commands_are_not_recorded_together(self, store: EventStore[str]) -> None:
        with pytest.raises(ValueError, match="one command"):
            store.put([noted(1), noted(2, "another")])
        assert list(store.get(A)) == []

    def test_bytes_that_name_no_command_get_one(self, recorder: LedgerRecorder) -> None:
        assert list(recorder.insert_events([stored(A, 1)])) == [1]
        assert list(recorder.insert_events([StoredEvent(B, 1, "test.Noted/1", b'["command_id"]')])) == [2]

    @pytest.mark.parametrize("version", [1, 3])
    def test_a_conflict_is_the_librarys(self, store: EventStore[str], version: int) -> None:
        store.put([noted(1)])
        with pytest.raises(IntegrityError):
            store.put([noted(version, "another")])
        with pytest.raises(IntegrityError):
            store.put([noted(2)])  # a command records once

    def test_other_keywords_are_refused(self, recorder: LedgerRecorder) -> None:
        assert list(recorder.insert_events([stored(A, 1)], tracking=None)) == [1]
        with pytest.raises(TypeError, match="seen"):
            recorder.insert_events([stored(A, 2)], seen={})

    @pytest.mark.parametrize(
        ("topic", "error"),
        [
            ("test.recorder.Noted/3", EventUnknown),
            ("test.recorder.Noted/1", EventUnknown),
            ("os.path:join", EventUnknown),
            ("test.recorder.Noted/2", EventUnreadable),
        ],
    )
    def test_rows_that_are_not_ours_are_errors_that_name_the_position(
        self, store: EventStore[str], recorder: LedgerRecorder, topic: str, error: type[Exception]
    ) -> None:
        put(recorder, stored(B, 1), stored(A, 1, topic))
        with pytest.raises(error) as raised:
            list(store.get(A))
        assert "#2" in str(raised.value)

    # followers

    def test_a_follower_gets_what_there_is_and_what_comes(self, filled: LedgerRecorder) -> None:
        with filled.subscribe(gt=2) as subscription:
            assert [row.id for row in islice(subscription, 4)] == [3, 4, 5, 6]
            put(filled, stored(B, 2), now=3000)
            assert next(subscription).id == 7

    def test_a_follower_of_topics(self, filled: LedgerRecorder) -> None:
        with filled.subscribe(topics=("test.Begun/1",)) as subscription:
            assert [row.id for row in islice(subscription, 2)] == [3, 5]
            put(filled, stored(B, 2), stored("test:d", 1, "test.Begun/1"), now=3000)
            assert next(subscription).id == 8

    def test_every_follower_gets_every_event_once_in_order(self, recorder: LedgerRecorder) -> None:
        """Several, of whom some begin later, while several write."""

        def write(name: str) -> None:
            for version in range(1, 101):
                put(recorder, stored(f"test:{name}", version), versions={})

        with recorder.subscribe() as first, recorder.subscribe(gt=7) as second:
            writers = [Thread(target=write, args=(name,)) for name in "abc"]
            for writer in writers:
                writer.start()
            assert [row.id for row in islice(first, 150)] == list(range(1, 151))
            with recorder.subscribe(gt=100) as third:
                assert [row.id for row in islice(third, 200)] == list(range(101, 301))
            assert [row.id for row in islice(first, 150)] == list(range(151, 301))
            assert [row.id for row in islice(second, 293)] == list(range(8, 301))
            for writer in writers:
                writer.join()

    def test_a_follower_that_is_stopped_stops(self, filled: LedgerRecorder) -> None:
        with filled.subscribe(gt=6) as subscription:
            stopping = Thread(target=subscription.stop)
            stopping.start()
            assert list(subscription) == []
            stopping.join()

    def test_a_follower_learns_that_the_store_was_closed(self, filled: LedgerRecorder) -> None:
        with filled.subscribe(gt=6) as subscription:
            filled.close()
            with pytest.raises(LedgerUnavailable):
                next(subscription)

    def test_a_follower_that_waits_takes_next_to_no_time(self, filled: LedgerRecorder) -> None:
        """It sleeps between looks: at most some in a second, so that waiting costs no processor."""
        looks, select = [], filled.select_rows

        def counted(after: int, limit: int, upto: int | None = None) -> object:
            looks.append(after)
            return select(after, limit, upto)

        with patch.object(filled, "select_rows", counted), filled.subscribe(gt=6):
            time.sleep(0.5)
            assert len(looks) < 50
