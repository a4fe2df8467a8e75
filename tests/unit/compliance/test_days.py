"""Days are days of the mandate's time zone; what was told by the month stays a month."""

from datetime import datetime

import pytest

from governance.errors import DayOutOfRange, InTheFuture, KnownAtInvalid
from tests.kit.mandates import small, stated
from tests.kit.world import World, utc, world


def reported(at: str, zone: str = "Europe/Stockholm", on: str | None = None) -> World:
    """The partial report, due in May 2021, was submitted at an instant, on the day that it is then."""
    w = world(small(stated(), zone=zone), adopted="2021-01-01")
    w.clock.at(at)
    w.ledger.submit_report("net/a", report="partial", on=on)
    return w


@pytest.mark.parametrize(
    ("at", "zone", "day", "verdict"),
    [
        ("2021-05-31T21:59:59Z", "Europe/Stockholm", "2021-05-31", "fulfilled"),
        ("2021-05-31T22:00:00Z", "Europe/Stockholm", "2021-06-01", "fulfilled_late"),
        ("2021-05-31T23:30:00Z", "Europe/Stockholm", "2021-06-01", "fulfilled_late"),
        ("2021-05-31T23:30:00Z", "UTC", "2021-05-31", "fulfilled"),
        ("2021-06-01T03:59:59Z", "America/New_York", "2021-05-31", "fulfilled"),
        ("2021-05-31T10:00:00Z", "Pacific/Kiritimati", "2021-06-01", "fulfilled_late"),
    ],
)
def test_today_is_the_day_in_the_mandates_zone(at: str, zone: str, day: str, verdict: str) -> None:
    w = reported(at, zone)
    item = w.item("net/a/partial", "2021-07-01")
    assert (item.fulfilled_on, item.verdict) == (day, verdict)


def test_what_is_tomorrow_there_is_refused_though_it_is_today_elsewhere() -> None:
    w = world(small(stated(), zone="America/New_York"), adopted="2021-01-01")
    w.clock.at("2021-06-01T03:30:00Z")
    with pytest.raises(InTheFuture):
        w.ledger.submit_report("net/a", report="partial", on="2021-06-01")
    w.clock.at("2021-06-01T04:00:00Z")
    w.ledger.submit_report("net/a", report="partial", on="2021-06-01")


def test_left_out_the_day_asked_of_is_today_in_the_zone() -> None:
    w = world(small(stated()), adopted="2021-01-01")
    w.clock.at("2021-05-31T21:59:00Z")
    assert "net/a/partial" not in [item.id for item in w.ledger.overdue()]
    w.clock.at("2021-05-31T22:00:00Z")
    assert "net/a/partial" in [item.id for item in w.ledger.overdue()]
    assert str(w.ledger.overdue().as_of) == "2021-06-01"


# Told by the month --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "on", "verdict", "since"),
    [
        ("2021-05-10", "2021-05", "fulfilled", "2021-05-10"),  # known on the 10th, so it was by then
        ("2021-06-10", "2021-05", "fulfilled", "2021-05-31"),
        ("2021-06-10", "2021-06", "fulfilled_late", "2021-06-10"),
        ("2021-07-10", "2021-06", "fulfilled_late", "2021-06-30"),
        ("2021-04-20", "2021", "fulfilled", "2021-04-20"),
        ("2021-07-10", "2021", "undetermined", "2021-07-10"),
        ("2022-02-10", "2021", "undetermined", "2021-12-31"),
    ],
)
def test_told_by_the_month_or_year(at: str, on: str, verdict: str, since: str) -> None:
    w = reported(at, on=on)
    assert w.turns("net/a/partial")[-1] == (since, verdict)
    assert w.item("net/a/partial", "2022-03-01").fulfilled_on == on


def test_a_day_told_roughly_is_surely_by_the_day_of_recording_in_the_zone() -> None:
    w = reported("2021-05-17T22:30:00Z", on="2021-05")
    assert w.turns("net/a/partial")[-1] == ("2021-05-18", "fulfilled")


def test_the_reason_says_that_the_date_is_too_rough() -> None:
    w = reported("2021-07-10", on="2021")
    reason = "Done 2021: the date is told too roughly to say whether that was by 2021-05-31."
    assert w.item("net/a/partial", "2021-07-10").reason == reason


def test_told_more_exactly_later() -> None:
    w = reported("2021-07-10", on="2021")
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-05-30"}, reason="Found the letter")
    assert w.turns("net/a/partial")[-1] == ("2021-05-30", "fulfilled")


# Known when -------------------------------------------------------------------------------------------------------


@pytest.fixture
def known() -> World:
    """Recorded on 1 January (#1 to #7), on 31 May at 21:30 UTC (#8), on 31 May at 22:30 UTC (#9), on 1 June (#10)."""
    w = world(small(stated()), adopted="2021-01-01")
    while w.size < 7:
        w.ledger.rename_network("net", name=f"Name {w.size}")
    for at in ("2021-05-31T21:30:00Z", "2021-05-31T22:30:00Z", "2021-06-01T22:30:00Z"):
        w.clock.at(at)
        w.ledger.rename_network("net", name=f"Name {w.size}")
    return w


@pytest.mark.parametrize(
    ("known_at", "position"),
    [
        (None, 10),
        (0, 0),
        (7, 7),
        ("#8", 8),
        ("8", 8),
        ("10", 10),
        ("2021-05-30", 7),
        ("2021-05-31", 8),  # the end of that day in Stockholm, 22:00 UTC
        ("2021-06-01", 9),
        ("2021-06", 10),
        ("2021", 10),
        ("2020", 0),
        ("2021-05-31T21:29:59.999999Z", 7),
        ("2021-05-31T21:30:00Z", 8),
        ("2021-06-01T00:29:00+02:00", 8),
        ("2021-06-01 00:30:00+02:00", 9),
        ("9999-12-31", 10),
        ("9999", 10),
        ("0001-01-01", 0),
    ],
)
def test_what_was_known(known: World, known_at: str | int | None, position: int) -> None:
    assert known.ledger.obligations(as_of="2021-06-01", known_at=known_at).position == position


def test_what_was_known_as_dates(known: World) -> None:
    answer = known.ledger.obligations(as_of="2021-06-01", known_at=utc("2021-05-31T21:30:00Z"))
    assert (answer.position, answer.known_at) == (8, utc("2021-05-31T21:30:00Z"))
    day = utc("2021-05-31T12:00:00Z").date()
    assert known.ledger.obligations(as_of="2021-06-01", known_at=day).position == 8


NEVER = ["#11", "11", -1, 11, "#-1", "#", "", "yesterday", "#1.0", "#٣", "2021-13", "+8", datetime(2021, 5, 31)]  # noqa: DTZ001 - naive on purpose


@pytest.mark.parametrize("known_at", NEVER, ids=repr)
def test_what_nobody_can_have_known(known: World, known_at: str | int | datetime) -> None:
    with pytest.raises(KnownAtInvalid):
        known.ledger.obligations(as_of="2021-06-01", known_at=known_at)


@pytest.mark.parametrize("as_of", ["1799", "1799-12-31", "2301-01-01", "2301", "9999-12-31", "0001"])
def test_days_too_far_away(known: World, as_of: str) -> None:
    for ask in (known.ledger.obligations, known.ledger.overdue, known.ledger.due):
        with pytest.raises(DayOutOfRange):
            ask(as_of=as_of)


@pytest.mark.parametrize(("as_of", "day"), [("2021-05", "2021-05-31"), ("2021", "2021-12-31"), ("2300", "2300-12-31")])
def test_a_month_or_year_asked_of_means_its_last_day(known: World, as_of: str, day: str) -> None:
    assert str(known.ledger.obligations(as_of=as_of).as_of) == day


def test_an_empty_ledger_answers() -> None:
    w = World()
    answer = w.ledger.obligations()
    assert (answer.items, answer.position, answer.known_at) == ((), 0, None)
    assert answer.to_dict() == {"as_of": "2021-01-01", "known_at": None, "position": 0, "items": []}


def test_the_zone_can_be_corrected() -> None:
    """Both the quick answers and the questions go by the zone as corrected."""
    w = World(text="2021-05-31T22:30:00Z")
    w.ledger.establish_network("net", name="N", time_zone="UTC", on="2021-01-01")
    assert str(w.ledger.obligations().as_of) == "2021-05-31"
    w.ledger.correct_fact("network:net@1", changes={"time_zone": "Europe/Stockholm"}, reason="Mistyped")
    assert str(w.ledger.obligations().as_of) == "2021-06-01"
