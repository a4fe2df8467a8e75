"""What a new version of the mandate asks for, and of what it leaves the verdicts alone."""

from datetime import date
from typing import Any

import pytest

from governance.model.network_events import RoleEnded
from tests.kit.mandates import clause
from tests.kit.reference import Judged
from tests.kit.story import Story


def chairs(number: int, **more: Any) -> str:
    return clause(
        "K", pattern="kept", holder="network", measure={"of": "holders", "role": "board", "at_least": number}, **more
    )


def test_a_number_that_is_raised() -> None:
    story = Story(chairs(1)).holds("board", "p-a", "2021-01-01").amended(chairs(2), begins="2022-01-01")
    assert story.on("2021-12-31") == {"K/2021-01-01": "fulfilled"}
    assert story.on("2022-01-01") == {"K/2021-01-01": "fulfilled", "K/2022-01-01": "upcoming"}
    assert story.on("2022-01-02") == {"K/2021-01-01": "fulfilled", "K/2022-01-01": "overdue"}
    assert story.holds("board", "p-b", "2022-03-01").on("2022-03-01")["K/2022-01-01"] == "fulfilled_late"


def test_a_number_that_was_missed_until_it_was_lowered() -> None:
    story = Story(chairs(2)).holds("board", "p-a", "2021-01-01").amended(chairs(1), begins="2022-01-01")
    assert story.on("2021-12-31") == {"K/2021-01-01": "overdue"}
    assert story.on("2022-01-01") == {"K/2021-01-01": "void", "K/2022-01-01": "fulfilled"}


def test_versions_that_ask_for_the_same_go_on_as_one() -> None:
    story = Story(chairs(1)).holds("board", "p-a", "2021-01-01", "2021-12-15")
    story.amended(chairs(1, silent_on=("vacancy",)), begins="2022-01-01")
    assert story.on("2022-02-01") == {"K/2021-01-01": "fulfilled", "K/2021-12-16": "overdue"}
    assert story.holds("board", "p-b", "2022-03-01").on("2022-03-01")["K/2021-12-16"] == "fulfilled_late"


def test_another_time_for_it_is_another_demand() -> None:
    story = Story(chairs(1)).amended(chairs(1, due={"rule": "after", "months": 1}), begins="2021-06-01")
    assert story.on("2021-05-31") == {"K/2021-01-01": "overdue"}
    assert story.due("2021-06-01")["K/2021-06-01"] == "2021-07-01"
    assert story.on("2021-06-01") == {"K/2021-01-01": "void", "K/2021-06-01": "upcoming"}


def test_a_number_that_nobody_asks_for_any_longer() -> None:
    other = clause("X", pattern="standing", holder="network", evidence="review")
    story = Story(chairs(1), other).amended(other, begins="2021-06-01")
    assert story.on("2021-06-01")["K/2021-01-01"] == "void"


def test_a_version_that_reaches_back_asks_from_its_own_first_day() -> None:
    story = Story(chairs(1)).holds("board", "p-a", "2021-01-01")
    story.amended(chairs(2), begins="2021-03-01", decided="2021-06-01", back=True)
    assert story.on("2021-03-02") == {"K/2021-01-01": "fulfilled", "K/2021-03-01": "overdue"}
    late = Story(chairs(1)).holds("board", "p-a", "2021-01-01")
    late.amended(chairs(2), begins="2021-03-01", decided="2021-06-01")
    assert late.on("2021-05-31") == {"K/2021-01-01": "fulfilled"}
    assert late.on("2021-06-02") == {"K/2021-01-01": "fulfilled", "K/2021-06-01": "overdue"}


def test_the_number_is_lost_within_the_later_version() -> None:
    story = Story(chairs(1)).holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-01-01")
    story.amended(chairs(2), begins="2021-06-01").body(RoleEnded, "2021-08-31", role="board", holder="person:p-b")
    expected = {"K/2021-01-01": "fulfilled", "K/2021-06-01": "fulfilled", "K/2021-09-01": "upcoming"}
    assert story.on("2021-09-01") == expected


# due rules and working days for what was owed by then

REPLY = clause("R", pattern="each_event", event="review", holder="network", evidence="check",
               due={"rule": "after", "working_days": 20})  # fmt: skip
ENGLAND = '[working_days]\ncountry = "GB"\nregion = "ENG"\n'


@pytest.mark.parametrize(
    ("running", "due"),
    [
        (True, "2026-03-31"),
        (False, "2026-03-30"),
    ],
)
def test_a_holiday_that_is_announced_late(running: bool, due: str) -> None:
    """Asked for on 2 March; 27 March is closed by an amendment of the 20th."""
    story = Story(ENGLAND, REPLY, begins="2023-01-01").act("review", "2026-03-02")
    story.amended(ENGLAND + "closed = [2026-03-27]\n", REPLY, begins="2026-03-20", running=running)
    assert story.due("2026-03-19") == {"R/review-2026-03-02": "2026-03-30"}
    assert story.due("2026-03-20") == {"R/review-2026-03-02": due}
    assert story.on("2026-03-31") == {"R/review-2026-03-02": "upcoming" if running else "overdue"}
    assert story.on("2026-04-01") == {"R/review-2026-03-02": "overdue"}


def test_a_working_day_to_take_instead_moves_too() -> None:
    duty = clause("R", pattern="each_event", event="review", holder="network", evidence="check",
                  due={"rule": "after", "days": 10, "if_closed": "next_working_day"})  # fmt: skip
    story = Story(duty).act("review", "2021-06-01")  # a Tuesday; the eleventh is a Friday
    story.amended("[working_days]\nclosed = [2021-06-11]\n", duty, begins="2021-06-05", running=True)
    assert story.due("2021-06-04") == {"R/review-2021-06-01": "2021-06-11"}
    assert story.due("2021-06-05") == {"R/review-2021-06-01": "2021-06-14"}


def test_what_was_done_before_keeps_the_old_calendar() -> None:
    story = Story(ENGLAND, REPLY, begins="2023-01-01").act("review", "2026-03-02").act("check", "2026-03-18")
    story.amended(ENGLAND + "closed = [2026-03-17]\n", REPLY, begins="2026-03-20", running=True)
    assert story.judged("2026-06-01")["R/review-2026-03-02"].due == date(2026, 3, 30)


def yearly(days: int) -> str:
    return clause("Y", pattern="each_year", holder="network", evidence="review", due={"rule": "after", "days": days})


def test_a_running_year_is_judged_from_its_beginning_by_the_version_that_applies_to_it() -> None:
    """Two hundred days after 1 January, though the new version begins in June."""
    story = Story(yearly(30)).amended(yearly(200), begins="2021-06-01", running=True)
    for day in "2021-01-01", "2021-05-31", "2021-06-01":
        assert story.judged(day)["Y/2021"] == Judged("upcoming", date(2021, 7, 20))
    assert story.on("2021-07-21")["Y/2021"] == "overdue"
    left = Story(yearly(30)).amended(yearly(200), begins="2021-06-01")
    assert left.due("2021-06-01")["Y/2021"] == "2021-01-31"
