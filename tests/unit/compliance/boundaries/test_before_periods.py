"""What falls due before its period begins, or may be done only after it."""

from datetime import date
from typing import Any

import pytest

from governance.model.network_events import MeetingDatesSubmitted
from tests.kit.mandates import clause
from tests.kit.story import Story


def ahead(**more: Any) -> str:
    """The dates of a year's meetings are sent three months before it."""
    return clause("P", pattern="each_year", holder="board", evidence="meeting_dates_submitted",
                  due={"rule": "before", "months": 3, "from": "period_start"}, **more)  # fmt: skip


DATES = {"dates": (date(2022, 2, 1),)}
SENT = [  # sent on; the verdict on 1 October and on 2 October 2021
    ("2021-01-01", "fulfilled", "fulfilled"),
    ("2021-10-01", "fulfilled", "fulfilled"),
    ("2021-10-02", "upcoming", "fulfilled_late"),
    (None, "upcoming", "overdue"),
]


@pytest.mark.parametrize(("sent", "last", "after"), SENT)
def test_what_is_due_before_its_period_is_owed_since_the_period_before(sent: str | None, last: str, after: str) -> None:
    story = Story(ahead())
    if sent:
        story.body(MeetingDatesSubmitted, sent, **DATES)
    assert story.on("2021-01-01")["P/2022"] == ("fulfilled" if sent == "2021-01-01" else "upcoming")
    assert story.on("2021-10-01")["P/2022"] == last
    assert story.on("2021-10-02")["P/2022"] == after


def test_what_was_due_before_there_was_anybody_is_void() -> None:
    story = Story(ahead())
    assert story.on("2021-01-01") == {"P/2021": "void", "P/2022": "upcoming"}
    assert story.due("2021-01-01")["P/2022"] == "2021-10-01"


BEGUN = [("2021-10-01", "upcoming", "overdue"), ("2021-10-02", "void", "void")]  # the mandate; then 1 and 2 October


@pytest.mark.parametrize(("begins", "first", "second"), BEGUN)
def test_a_body_that_begins_about_the_day_it_was_due(begins: str, first: str, second: str) -> None:
    story = Story(ahead(), begins=begins)
    assert story.on("2021-10-01").get("P/2022", "void") == first
    assert story.on("2021-10-02")["P/2022"] == second


def test_a_part_owes_what_a_whole_one_does_also_what_was_due_before_it() -> None:
    duty = ahead().replace("each_year", "each_period") + 'every = "year"\npart_periods = "owed"\n'
    assert Story(duty).on("2021-01-01")["P/2021"] == "overdue"


def test_a_fact_of_the_period_before_that_names_the_one_it_is_for() -> None:
    story = Story(clause("P", pattern="each_period", every="quarter", holder="board", evidence="review",
                         due={"rule": "before", "days": 1, "from": "period_start"}))  # fmt: skip
    story.act("review", "2021-05-01", period="2021-Q4").act("review", "2021-05-02")
    found = story.on("2021-06-30")
    assert (found["P/2021-Q3"], found.get("P/2021-Q4")) == ("fulfilled", None)
    assert story.on("2021-07-01")["P/2021-Q4"] == "fulfilled"


def test_as_soon_as_possible_after_a_period() -> None:
    duty = clause("P", pattern="each_period", every="half_year", holder="board", evidence="review",
                  due={"rule": "asap"}, not_before={"rule": "after", "days": 1, "from": "period_end"})  # fmt: skip
    story = Story(duty).act("review", "2021-07-05")
    assert story.on("2021-07-05") == {"P/2021-H1": "fulfilled", "P/2021-H2": "outstanding"}
