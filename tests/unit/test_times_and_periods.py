"""The time of day at which something happened, and the period for which it is told."""

import json
from collections.abc import Callable

import pytest

from governance import errors as e
from governance.ledger import Ledger, Receipt
from governance.model.meeting_events import Attendance
from tests.kit.lived import lived
from tests.kit.mandates import small
from tests.kit.world import World, world

JUN, SEP = "net/2021-06-07", "net/2021-09-10"


@pytest.fixture
def w() -> World:
    """It is 1 July 2021, 14:00 in Stockholm."""
    return lived()


def last(ledger: Ledger) -> dict[str, object]:
    return next(ledger.log(newest_first=True)).data


@pytest.mark.parametrize("at", ["00:00", "09:05", "14:30", "23:59"])
def test_a_time_of_day_is_kept_as_it_was_told(w: World, at: str) -> None:
    w.ledger.call_meeting(SEP, on="2021-06-30", at=at, reason="An urgent matter")
    assert last(w.ledger) == {"agenda": [], "effective_at": at, "reason": "An urgent matter"}


@pytest.mark.parametrize("at", ["24:00", "9:05", "14.30", "14:60", "14:30:00", "14:30 ", "", "١٤:٣٠", "noon"])
def test_what_is_no_time_of_day(w: World, at: str) -> None:
    with pytest.raises(e.FieldInvalid, match=r"^at: "):
        w.ledger.call_meeting(SEP, on="2021-06-30", at=at)
    with pytest.raises(e.FieldInvalid, match="planned_at"):
        w.ledger.reschedule_meeting(SEP, planned_on="2021-09-11", planned_at=at)


@pytest.mark.parametrize("on", ["2021", "2021-06"])
def test_a_time_belongs_to_a_day(w: World, on: str) -> None:
    with pytest.raises(e.FieldInvalid, match=r"^at: "):
        w.ledger.call_meeting(SEP, on=on, at="14:30")


def test_where_no_day_is_told_the_time_is_of_today(w: World) -> None:
    w.ledger.rename_network("net", name="N", at="13:59")
    entry = next(w.ledger.log(newest_first=True))
    assert (entry.effective_on, entry.data["effective_at"]) == ("2021-07-01", "13:59")


def test_a_time_later_than_the_clock_of_the_network_lies_in_the_future(w: World) -> None:
    w.ledger.rename_network("net", name="N", at="14:00")
    with pytest.raises(e.InTheFuture):
        w.ledger.rename_network("net", name="M", at="14:01")
    w.ledger.rename_network("net", name="M", on="2021-06-30", at="23:59")


def test_a_time_goes_with_its_day_when_that_is_corrected(w: World) -> None:
    event = w.ledger.rename_network("net", name="N", on="2021-06-30", at="14:30").event_ids[0]
    with pytest.raises(e.FieldInvalid):
        w.ledger.correct_fact(event, changes={"effective_on": "2021-06"}, reason="Nobody knows")
    w.ledger.correct_fact(event, changes={"effective_on": "2021-06", "effective_at": None}, reason="Nobody knows")


def test_what_an_adoption_takes_for_granted_has_not_its_time() -> None:
    w = world(today="2021-02-01")
    w.ledger.adopt_mandate(small(), on="2021-01-20", at="09:00")
    told = {entry.name: entry.data.get("effective_at") for entry in w.ledger.log()}
    assert told == {"NetworkEstablished": None, "MandateAdopted": "09:00", "MemberJoined": None}


def test_a_meeting_is_planned_for_a_time_and_moved_to_another_on_the_same_day(w: World) -> None:
    w.ledger.schedule_meeting("net", planned_on="2021-11-01", planned_at="09:00", kind="plain")
    w.ledger.reschedule_meeting("net/2021-11-01", planned_on="2021-11-01", planned_at="10:00")
    assert last(w.ledger) == {"planned_on": "2021-11-01", "planned_at": "10:00"}
    for at in ("10:00", None):
        with pytest.raises(e.MeetingPlannedThen):
            w.ledger.reschedule_meeting("net/2021-11-01", planned_on="2021-11-01", planned_at=at)
    w.ledger.reschedule_meeting("net/2021-11-01", planned_on="2021-11-02")
    w.ledger.reschedule_meeting("net/2021-11-01", planned_on="2021-11-02", planned_at="10:00")


PERIODS = ["2021", "2021-2022", "2021-H1", "2021-H2", "2021-Q1", "2021-Q4", "2021-01", "2021-12", "2021-2022-Q1",
           "2021-2022-H2", "2021-W01", "2020-W53"]  # fmt: skip
NO_PERIODS = ["", "21", "2021-", "2021-H3", "2021-Q0", "2021-Q5", "2021-00", "2021-13", "2021-2022-05", "2021-05-17",
              "2021-h1", "2021 Q1", "Q1-2021", "2021-2022-2023", "2021-W00", "2021-W53",
              "2020-W54", "2021-W1", "2021-2022-W01", "2021\n", "٢٠٢١"]  # fmt: skip


@pytest.mark.parametrize("period", PERIODS)
def test_a_period_is_kept_as_it_was_told(w: World, period: str) -> None:
    tell: tuple[Callable[[], Receipt], ...] = (
        lambda: w.ledger.send_summary("net", period=period),
        lambda: w.ledger.give_feedback("net", recipient="principal", period=period),
        lambda: w.ledger.report_working_group("net", group="words", period=period),
        lambda: w.ledger.record_act("net", act="review", period=period),
        lambda: w.ledger.review_mandate("net", period=period),
    )
    for each in tell:
        each()
        assert last(w.ledger)["period"] == period


@pytest.mark.parametrize("period", NO_PERIODS, ids=ascii)
def test_what_is_no_period(w: World, period: str) -> None:
    with pytest.raises(e.FieldInvalid, match="period"):
        w.ledger.send_summary("net", period=period)


def test_the_same_for_another_period_is_another_fact(w: World) -> None:
    w.ledger.send_summary("net", period="2021-Q1")
    w.ledger.send_summary("net", period="2021-Q2")
    with pytest.raises(e.AlreadyRecorded):
        w.ledger.send_summary("net", period="2021-Q1")


def test_an_import_line_tells_them_too(w: World) -> None:
    w.ledger.import_lines(
        json.dumps(line)
        for line in (
            {"command": "send_summary", "network": "net", "period": "2021-H1", "on": "2021-06-30", "at": "08:00"},
            {"command": "hold_meeting", "meeting": SEP, "on": "2021-06-30", "at": "08:00",
             "attendance": [{"person": "person:p-anna", "member": "alby", "role": "deputy"}]},
        )
    )  # fmt: skip
    sent, held = list(w.ledger.log())[-2:]
    assert (sent.data["period"], sent.data["effective_at"]) == ("2021-H1", "08:00")
    assert held.data["attendance"][0]["role"] == "deputy"


def test_a_person_comes_in_a_capacity(w: World) -> None:
    w.ledger.hold_meeting(SEP, on="2021-06-30", attendance=[Attendance(person="person:p-anna", role="observer")])
    attended = last(w.ledger)["attendance"]
    assert attended == [{"person": "person:p-anna", "role": "observer", "expected": 1, "present": 1}]
