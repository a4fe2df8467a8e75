"""The promises of every log: positions, times, commands, the append condition."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from eventsourcing.persistence import Notification, StoredEvent

from governance.errors import ConcurrentChange, TimesNotInOrder
from governance.store.recorder import CommandRepeated, LedgerRecorder, Recorded, Row
from governance.testing.base import DIGEST, A, B, StoreContract, put, stored

__all__ = ["LogContract"]


def names(rows: Sequence[StoredEvent]) -> list[str]:
    return [f"{row.originator_id}@{row.originator_version}" for row in rows]


class LogContract(StoreContract):
    """What the ledger relies on."""

    # Positions and reading --------------------------------------------------------------------------------------

    def test_positions_begin_with_one_and_have_no_gaps(self, recorder: LedgerRecorder) -> None:
        assert list(put(recorder, stored(A, 1), stored(B, 1))) == [1, 2]
        assert list(put(recorder, stored(A, 2))) == [3]
        assert recorder.last() == (3, 1000)

    def test_rows_come_back_as_they_were_put(self, recorder: LedgerRecorder) -> None:
        put(recorder, stored(A, 1), now=1234)
        row = Row(A, 1, "test.Noted/1", b"test:a@1", 1, 1234)
        assert recorder.select_rows(0, 10) == [row]
        assert recorder.select_events(A) == [row]
        assert recorder.select_notifications(1, 10) == [row]
        assert recorder.select_stream(A, 1) == [row]

    def test_an_empty_store(self, recorder: LedgerRecorder) -> None:
        assert recorder.last() == (0, 0)
        assert recorder.max_notification_id() is None
        assert recorder.position_at(10**15) == 0
        assert recorder.version_of(A) == 0
        assert recorder.originators("", 10) == []
        assert [
            *recorder.select_rows(0, 10),
            *recorder.select_events(A),
            *recorder.select_notifications(None, 10),
        ] == []

    @pytest.mark.parametrize(
        ("gt", "lte", "desc", "limit", "versions"),
        [
            (None, None, False, None, [1, 2, 3, 4]),
            (0, None, False, None, [1, 2, 3, 4]),
            (2, None, False, None, [3, 4]),
            (None, 2, False, None, [1, 2]),
            (None, 0, False, None, []),
            (1, 3, False, None, [2, 3]),
            (None, None, True, None, [4, 3, 2, 1]),
            (None, None, True, 1, [4]),
            (None, 3, True, 2, [3, 2]),
            (1, None, False, 2, [2, 3]),
            (4, None, False, None, []),
        ],
    )
    def test_events_of_a_stream(
        self,
        filled: LedgerRecorder,
        gt: int | None,
        lte: int | None,
        desc: bool,
        limit: int | None,
        versions: list[int],
    ) -> None:
        events = filled.select_events(A, gt=gt, lte=lte, desc=desc, limit=limit)
        assert [event.originator_version for event in events] == versions

    @pytest.mark.parametrize(
        ("after", "limit", "upto", "positions"),
        [(0, 10, None, [1, 2, 3, 4, 5, 6]), (2, 2, None, [3, 4]), (0, 10, 2, [1, 2]), (3, 1, 6, [4]), (4, 9, 4, []),
         (5, 9, 3, []), (6, 9, None, []), (-1, 2, None, [1, 2]), (0, 0, None, [])],
    )  # fmt: skip
    def test_rows_of_the_log(
        self, filled: LedgerRecorder, after: int, limit: int, upto: int | None, positions: list[int]
    ) -> None:
        assert [row.id for row in filled.select_rows(after, limit, upto)] == positions

    @pytest.mark.parametrize(
        ("start", "limit", "stop", "topics", "inclusive", "positions"),
        [
            (None, 10, None, (), True, [1, 2, 3, 4, 5, 6]),
            (3, 2, None, (), True, [3, 4]),
            (3, 2, None, (), False, [4, 5]),
            (0, 2, None, (), True, [1, 2]),
            (2, 10, 4, (), True, [2, 3, 4]),
            (2, 10, 4, (), False, [3, 4]),
            (5, 10, 4, (), True, []),
            (None, 10, None, ("test.Begun/1",), True, [3, 5]),
            (None, 1, None, ("test.Ended/2",), True, [6]),
            (4, 10, None, ("test.Begun/1", "test.Ended/2"), True, [5, 6]),
            (None, 10, 4, ("test.Begun/1",), True, [3]),
            (None, 10, None, ("test.Begun",), True, []),
            (7, 10, None, (), True, []),
        ],
    )
    def test_notifications(
        self,
        filled: LedgerRecorder,
        start: int | None,
        limit: int,
        stop: int | None,
        topics: Sequence[str],
        inclusive: bool,
        positions: list[int],
    ) -> None:
        notifications: Sequence[Notification] = filled.select_notifications(
            start, limit, stop, topics, inclusive_of_start=inclusive
        )
        assert [notification.id for notification in notifications] == positions
        assert filled.max_notification_id() == 6

    @pytest.mark.parametrize(
        ("upto", "versions"), [(0, []), (2, [1, 2]), (3, [1, 2]), (5, [1, 2, 3]), (99, [1, 2, 3, 4])]
    )
    def test_a_stream_through_a_position(self, filled: LedgerRecorder, upto: int, versions: list[int]) -> None:
        assert [row.originator_version for row in filled.select_stream(A, upto)] == versions

    def test_versions(self, filled: LedgerRecorder) -> None:
        assert [filled.version_of(stream) for stream in (A, B, "test:none")] == [4, 1, 0]

    def test_streams_by_the_beginning_of_their_ids(self, recorder: LedgerRecorder) -> None:
        for stream in ("x:b", "x:ab", "x:a", "x:a%", "x:a_", "y:a", "x:å", "x:A"):
            put(recorder, stored(stream, 1), stored(stream, 2))
        assert recorder.originators("x:", 10) == ["x:A", "x:a", "x:a%", "x:a_", "x:ab", "x:b", "x:å"]
        assert recorder.originators("x:a", 2) == ["x:a", "x:a%"]
        assert recorder.originators("x:a_", 9) == ["x:a_"]
        assert recorder.originators("z", 9) == []

    def test_nothing_is_called_by_half_a_character(self, filled: LedgerRecorder) -> None:
        name = "test:\ud800"
        assert filled.version_of(name) == 0
        assert filled.find_command(name) is None
        assert [*filled.select_events(name), *filled.select_stream(name, 6), *filled.originators(name, 9)] == []

    # Times ------------------------------------------------------------------------------------------------------

    @pytest.mark.parametrize(("moment", "position"), [(999, 0), (1000, 3), (1999, 3), (2000, 6), (10**15, 6), (-5, 0)])
    def test_the_position_at_an_instant(self, filled: LedgerRecorder, moment: int, position: int) -> None:
        assert filled.position_at(moment) == position

    def test_the_position_at_every_instant_of_a_longer_log(self, recorder: LedgerRecorder) -> None:
        for version in range(1, 18):
            put(recorder, stored(A, version), now=version * 10)
        assert [recorder.position_at(moment) for moment in range(180)] == [moment // 10 for moment in range(180)]

    def test_recording_times_never_decrease_when_the_clock_does(self, recorder: LedgerRecorder) -> None:
        for version, now in enumerate([500, 400, 450, 501, 0, 502], 1):
            put(recorder, stored(A, version), now=now)
        assert [row.recorded_at for row in recorder.select_rows(0, 10)] == [500, 500, 500, 501, 501, 502]

    def test_a_stated_time_is_recorded_as_it_is(self, recorder: LedgerRecorder) -> None:
        put(recorder, stored(A, 1), now=-86_400_000_000, stated=True)
        put(recorder, stored(A, 2), now=-86_400_000_000, stated=True)
        assert [row.recorded_at for row in recorder.select_rows(0, 10)] == [-86_400_000_000] * 2

    def test_a_stated_time_before_the_last_is_refused(self, filled: LedgerRecorder) -> None:
        with pytest.raises(TimesNotInOrder) as refusal:
            put(filled, stored(A, 5), now=1999, stated=True)
        assert refusal.value.details["last"] == "1970-01-01T00:00:00.002000Z"
        assert filled.last() == (6, 2000)

    # Commands ---------------------------------------------------------------------------------------------------

    def test_a_command_is_found_with_what_it_recorded(self, filled: LedgerRecorder) -> None:
        put(filled, stored(A, 5), stored(B, 2), command_id="mine")
        assert filled.find_command("mine") == Recorded("mine", DIGEST, 7, 8)
        assert names(filled.select_rows(6, 2)) == ["test:a@5", "test:b@2"]
        assert filled.find_command("another") is None

    @pytest.mark.parametrize("after", [0, 1, 2])
    @pytest.mark.parametrize("version", [1, 2])
    def test_a_repeated_command_records_nothing(self, recorder: LedgerRecorder, after: int, version: int) -> None:
        """Whether the repeater knows what happened since or not."""
        put(recorder, stored(A, 1), command_id="mine", now=100)
        put(recorder, stored(B, 1), now=200)
        with pytest.raises(CommandRepeated) as repeated:
            put(
                recorder,
                stored(A, version),
                command_id="mine",
                versions={A: version - 1},
                after=after,
                now=100,
                stated=True,
            )
        assert repeated.value.recorded == Recorded("mine", DIGEST, 1, 1)
        assert recorder.last() == (2, 200)

    def test_the_id_of_a_refused_command_is_free(self, recorder: LedgerRecorder) -> None:
        with pytest.raises(ConcurrentChange):
            put(recorder, stored(A, 1), command_id="mine", versions={A: 0, B: 1}, after=-1)
        assert recorder.find_command("mine") is None
        assert list(put(recorder, stored(A, 1), command_id="mine")) == [1]

    # What was read ----------------------------------------------------------------------------------------------

    @pytest.mark.parametrize(
        ("events", "versions"),
        [
            ([stored(A, 4)], {A: 3}),
            ([stored(A, 6)], {A: 5}),
            ([stored(A, 5)], {A: 4, B: 0}),
            ([stored(A, 5)], {A: 4, "test:none": 1}),
            ([stored(B, 2), stored(A, 4)], {B: 1, A: 3}),
        ],
        ids=["written since", "not that far yet", "read only, changed since", "read only, not there", "second stream"],
    )
    def test_what_was_read_must_still_be_so(
        self, filled: LedgerRecorder, events: Sequence[StoredEvent], versions: Mapping[str, int]
    ) -> None:
        with pytest.raises(ConcurrentChange):
            put(filled, *events, versions=versions, after=5)
        assert filled.last() == (6, 2000)
        assert list(put(filled, stored(B, 2), stored(A, 5))) == [7, 8]

    @pytest.mark.parametrize("after", [5, 6])
    @pytest.mark.parametrize("version", [1, 4, 6])
    def test_a_stream_that_was_not_read_is_checked_as_well(
        self, filled: LedgerRecorder, after: int, version: int
    ) -> None:
        with pytest.raises(ConcurrentChange):
            put(filled, stored(B, 2), stored(A, version), versions={B: 1}, after=after)
        assert filled.last() == (6, 2000)
        assert list(put(filled, stored(A, 5), versions={}, after=after)) == [7]

    @pytest.mark.parametrize(
        "events", [[], [stored(A, 2)], [stored(A, 1), stored(A, 3)], [stored(A, 1), stored(A, 1)]], ids=names
    )
    def test_mistakes_of_the_calling_program(self, recorder: LedgerRecorder, events: Sequence[StoredEvent]) -> None:
        with pytest.raises(ValueError, match=r"event|follow"):
            put(recorder, *events, versions={A: 0})
        assert recorder.last() == (0, 0)

    # Threads ----------------------------------------------------------------------------------------------------

    def test_threads_lose_nothing_and_leave_no_gap(self, recorder: LedgerRecorder) -> None:
        """Eight threads, each fifty times: a stream of its own, and one that all of them write."""

        def write(thread: int) -> None:
            for number in range(50):
                while True:
                    after = recorder.last()[0]
                    common = recorder.version_of(A)
                    events = [stored(f"test:{thread}", number + 1), stored(A, common + 1)]
                    try:
                        put(
                            recorder,
                            *events,
                            command_id=f"{thread}/{number}",
                            versions={A: common},
                            after=after,
                            now=number,
                        )
                        break
                    except ConcurrentChange:
                        continue

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(write, range(8)))
        rows = recorder.select_rows(0, 1000)
        assert [row.id for row in rows] == list(range(1, 801))
        assert [row.originator_version for row in recorder.select_events(A)] == list(range(1, 401))
        for thread in range(8):
            assert [row.originator_version for row in recorder.select_events(f"test:{thread}")] == list(range(1, 51))
        assert all(before.recorded_at <= after.recorded_at for before, after in pairwise(rows))
        assert {recorder.find_command(f"{t}/{n}") is not None for t in range(8) for n in range(50)} == {True}
