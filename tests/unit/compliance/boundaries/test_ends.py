"""What is owed when the body, or its mandate, is no more."""

from datetime import date

import pytest

from governance.model.meeting_events import MinutesDrafted
from governance.model.network_events import MandateEnded, NetworkDissolved, NetworkReestablished, RoleEnded
from tests.kit.mandates import clause
from tests.kit.story import Story

GAP = clause(
    "G", pattern="each_meeting", holder="network", evidence="next_meeting_held", due={"rule": "after", "days": 120}
)


def test_no_next_meeting_after_the_end_of_the_mandate() -> None:
    story = Story(GAP, ends="2021-12-31").held("m", "2021-03-10").held("n", "2021-08-01").held("o", "2021-12-10")
    assert story.on("2021-07-20")["G/m"] == "overdue"
    assert story.on("2021-12-31") == {"G/m": "fulfilled_late", "G/n": "fulfilled_late", "G/o": "upcoming"}
    assert story.on("2022-01-01") == {"G/m": "fulfilled_late", "G/n": "fulfilled_late", "G/o": "void"}


def test_what_was_overdue_by_the_end_is_breached() -> None:
    story = Story(GAP, ends="2021-12-31").held("m", "2021-09-01")
    assert story.due("2021-12-31") == {"G/m": "2021-12-30"}
    assert story.on("2021-12-31") == {"G/m": "overdue"}
    assert story.on("2022-01-01") == {"G/m": "breached"}


def test_the_last_day_itself_is_not_too_late() -> None:
    story = Story(GAP, ends="2021-12-31").held("m", "2021-09-02")
    assert story.due("2021-12-31") == {"G/m": "2021-12-31"}
    assert story.on("2021-12-31") == {"G/m": "upcoming"}
    assert story.on("2022-01-01") == {"G/m": "breached"}


CHAIR = {"of": "holders", "role": "board", "at_least": 2}
LEFT = [  # the last day of one of two; the verdicts on the day of the dissolution, 1 September, and the day after
    ("2021-02-28", "2021-03-01", "overdue", "breached"),
    ("2021-07-31", "2021-08-01", "upcoming", "breached"),
    ("2021-08-20", "2021-08-21", "upcoming", "void"),
]


@pytest.mark.parametrize(("left", "lost", "then", "after"), LEFT)
def test_a_vacancy_in_a_body_that_is_no_more(left: str, lost: str, then: str, after: str) -> None:
    duty = clause("K", pattern="kept", holder="network", measure=CHAIR, due={"rule": "after", "months": 1})
    story = Story(duty).holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-01-01")
    story.body(RoleEnded, left, role="board", holder="person:p-a").body(NetworkDissolved, "2021-09-01")
    assert story.on("2021-09-01")[f"K/{lost}"] == then
    assert story.on("2021-09-02")[f"K/{lost}"] == after


def test_a_body_that_lives_again_has_not_ended() -> None:
    story = Story(GAP).held("m", "2021-03-10").body(NetworkDissolved, "2021-05-01")
    assert story.on("2021-05-02") == {"G/m": "void"}
    story.body(NetworkReestablished, "2021-06-01")
    assert story.on("2021-05-02") == {"G/m": "upcoming"}
    assert story.on("2021-07-09") == {"G/m": "overdue"}


def test_minutes_and_acts_are_still_owed() -> None:
    minutes = clause(
        "M", pattern="each_meeting", holder="secretary", evidence="minutes_drafted", due={"rule": "after", "days": 7}
    )
    either = clause("E", pattern="each_year", holder="chair", evidence="work_plan_adopted", or_evidence=("review",))
    plan = clause("P", pattern="each_year", holder="chair", evidence="work_plan_adopted")
    story = Story(minutes, either, plan).held("m", "2021-08-30").body(NetworkDissolved, "2021-09-01")
    assert story.on("2021-12-31") == {"M/m": "overdue", "E/2021": "outstanding", "P/2021": "void"}
    assert story.at("m", MinutesDrafted, "2021-12-31").on("2021-12-31")["M/m"] == "fulfilled_late"


def test_nothing_is_owed_of_a_meeting_planned_for_later() -> None:
    """Planned before anybody knew of the dissolution."""
    notice = clause("N", pattern="each_meeting", holder="chair", evidence="review", due={"rule": "before", "days": 30})
    story = Story(notice).planned("m", "2021-09-15").planned("n", "2021-12-01").planned("o", "2021-12-02")
    story.act("review", "2021-08-15", meeting="net/o").body(NetworkDissolved, "2021-09-01")
    assert story.on("2021-09-01") == {"N/m": "overdue", "N/n": "upcoming", "N/o": "fulfilled"}
    assert story.on("2021-09-02") == {"N/m": "void", "N/n": "void", "N/o": "fulfilled"}


def test_the_end_that_was_decided_comes_before_the_one_that_was_stated() -> None:
    story = (
        Story(GAP, ends="2021-12-31").held("m", "2021-03-10").body(MandateEnded, "2021-04-01", ends=date(2021, 5, 31))
    )
    assert story.on("2021-05-31") == {"G/m": "upcoming"}
    assert story.on("2021-06-01") == {"G/m": "void"}
