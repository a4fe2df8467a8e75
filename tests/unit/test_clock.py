"""A clock that cannot be right: refused before it gives its time to all that follows, and named afterwards."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from governance.errors import ClockAhead, ClockBehind, DayOutOfRange, Refused, TimeOutOfRange
from governance.ledger import Ledger
from governance.ledger.clock import AHEAD, BEHIND
from governance.model.event import Source
from governance.reader import open_answers
from governance.store.sqlite import SqliteRecorder
from governance.time import instant
from tests.kit.world import ACTOR, Clock, World

BEGUN = instant("2021-03-01T12:00:00Z")

Opened = Callable[..., Ledger]


@pytest.fixture
def clock() -> Clock:
    return Clock("2021-03-01T12:00:00Z")


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Opened:
    """Opens a file in which one event was recorded on 1 March 2021."""

    def open_it(*, confirm_clock: bool = False) -> Ledger:
        return Ledger.open(tmp_path / "l.db", actor=ACTOR, clock=clock, confirm_clock=confirm_clock)

    with open_it() as ledger:
        ledger.register_person("Ann Able", on="2021-02-01")
    return open_it


def recorded(ledger: Ledger, on: str = "2021-02-01") -> datetime:
    receipt = ledger.register_person("Bo Best", on=on)
    return ledger.entry(receipt.event_ids[0]).recorded_at


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (AHEAD, None),
        (AHEAD + timedelta(seconds=1), ClockAhead),
        (timedelta(days=78 * 365), ClockAhead),
        (-BEHIND, None),
        (-BEHIND - timedelta(seconds=1), ClockBehind),
        (timedelta(days=-50 * 365), ClockBehind),
    ],
)
def test_a_clock_far_from_the_record_is_refused(
    opened: Opened, clock: Clock, step: timedelta, error: type[Refused] | None
) -> None:
    clock.moment = BEGUN + step
    on = "2021-02-01" if step > -BEHIND else clock.moment.date().isoformat()
    with opened() as ledger:
        if error is None:
            assert recorded(ledger, on) == max(BEGUN, clock.moment)
            return
        with pytest.raises(error, match=f"{clock.moment:%Y-%m-%d}T.* days") as refusal:
            recorded(ledger)
        assert "--confirm-clock" in str(refusal.value)
        assert ledger.desk.last_position() == 1
    with opened(confirm_clock=True) as ledger:
        assert recorded(ledger, on) == max(BEGUN, clock.moment)
        (record,) = ledger.desk.records(1, 1)
        assert record.event.source == Source(clock_confirmed=True)


def test_what_was_recorded_by_a_right_clock_says_nothing_of_it(opened: Opened) -> None:
    with opened(confirm_clock=True) as ledger:
        recorded(ledger)
        assert [record.event.source for record in ledger.desk.records(0, 9)] == [None, None]


def test_nothing_follows_from_a_time_that_a_source_stated(opened: Opened, clock: Clock) -> None:
    with opened() as ledger:
        with ledger.unit(stated_at=BEGUN) as unit:
            unit.register_person("Cy Cole", on="2021-02-01")
        clock.at("2026-11-30")
        assert recorded(ledger) == clock.moment


def test_in_memory_any_clock_may_be_tried(clock: Clock) -> None:
    w = World(SqliteRecorder())
    w.clock.at("2099-01-01")
    assert recorded(w.ledger) == w.clock.moment
    w.clock.at("2021-01-01")
    w.ledger.register_person("Cy Cole", on="2021-01-01")


@pytest.mark.parametrize("year", [1, 1684, 2255, 2300, 9999])
@pytest.mark.parametrize("confirmed", [False, True])
def test_a_year_that_no_ledger_can_hold(opened: Opened, clock: Clock, year: int, confirmed: bool) -> None:
    for moment in (datetime(year, 1, 1, tzinfo=UTC), datetime(year, 12, 31, 23, 59, 59, 999999, UTC)):
        clock.moment = moment
        with opened(confirm_clock=confirmed) as ledger:
            for work in (recorded, Ledger.overdue, Ledger.doctor, Ledger.obligations):
                with pytest.raises(TimeOutOfRange):
                    work(ledger)
            with pytest.raises(TimeOutOfRange), ledger.unit(stated_at=moment) as unit:
                unit.register_person("Cy Cole", on="2021-02-01")
            assert ledger.desk.last_position() == 1


def test_the_fast_answers_at_the_end_of_time(opened: Opened, clock: Clock, tmp_path: Path) -> None:
    for year in (1, 9999):
        clock.moment = datetime(year, 12, 31, 23, 59, tzinfo=UTC)
        with open_answers(tmp_path / "l.db", clock) as answers, pytest.raises(DayOutOfRange):
            answers.overdue()


def test_the_doctor_names_times_that_cannot_be_right(opened: Opened, clock: Clock) -> None:
    def finding(ledger: Ledger) -> tuple[bool, str]:
        (found,) = (f for f in ledger.doctor() if f.what == "recording times")
        return found.ok, found.detail

    with opened(confirm_clock=True) as ledger:
        assert finding(ledger) == (True, "none after the present time, none before what they record")
        clock.at("2099-01-01")
        recorded(ledger, on="2050-01-01")
        assert finding(ledger) == (True, "recorded more than 400 days after the event before: #2")
        clock.at("2021-03-02")
        for _number in range(6):
            recorded(ledger)
        ok, detail = finding(ledger)
    assert not ok
    assert detail.startswith("recorded after the present time, 2021-03-02 12:00 UTC: #2, #3, #4, #5, #6 and 2 more; ")


def test_the_doctor_names_what_happened_after_it_was_recorded(opened: Opened, clock: Clock, tmp_path: Path) -> None:
    clock.at("2021-04-01")
    with opened() as ledger:
        recorded(ledger, on="2021-04-01")
    path = tmp_path / "l.db"
    recorder = SqliteRecorder(path)
    with recorder.writing() as connection:
        connection.execute("UPDATE event SET recorded_at = recorded_at - 3*86400*1000000 WHERE position = 2")
    recorder.close()
    with opened() as ledger:
        details = [f.detail for f in ledger.doctor() if not f.ok]
    assert "happened after they were recorded: #2" in details
