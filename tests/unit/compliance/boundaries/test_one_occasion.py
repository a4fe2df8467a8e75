"""One fact for one occasion: an appointment fills one vacancy, and what names somebody is about that one."""

import pytest

from tests.kit.mandates import clause
from tests.kit.story import Story

VACANCY = clause("V", pattern="each_event", event="role_ended", roles=("board",), holder="network",
                 evidence="role_assigned", due={"rule": "after", "days": 60})  # fmt: skip


def two_vacancies(first: str = "2021-03-31", second: str = "2021-03-31") -> Story:
    return Story(VACANCY).holds("board", "p-a", "2021-01-01", first).holds("board", "p-b", "2021-01-01", second)


def test_one_appointment_for_two_vacancies() -> None:
    story = two_vacancies().holds("board", "p-c", "2021-04-15")
    assert story.on("2021-05-30") == {"V/board-p-a-2021-03-31": "fulfilled", "V/board-p-b-2021-03-31": "upcoming"}
    assert story.on("2021-05-31") == {"V/board-p-a-2021-03-31": "fulfilled", "V/board-p-b-2021-03-31": "overdue"}
    story.holds("board", "p-d", "2021-06-01")
    assert story.on("2021-06-01")["V/board-p-b-2021-03-31"] == "fulfilled_late"


def test_the_oldest_vacancy_is_filled_first() -> None:
    story = two_vacancies("2021-04-30", "2021-03-31").holds("board", "p-c", "2021-05-15")
    assert story.on("2021-05-15") == {"V/board-p-a-2021-04-30": "upcoming", "V/board-p-b-2021-03-31": "fulfilled"}


def test_an_appointment_fills_no_vacancy_that_comes_after_it() -> None:
    story = (
        two_vacancies("2021-03-31", "2021-04-30")
        .holds("board", "p-c", "2021-04-15")
        .holds("board", "p-d", "2021-04-20")
    )
    assert story.on("2021-05-15") == {"V/board-p-a-2021-03-31": "fulfilled", "V/board-p-b-2021-04-30": "upcoming"}


def test_who_goes_on_fills_no_vacancy_of_another() -> None:
    story = two_vacancies("2021-03-31", "2021-05-31").holds("board", "p-b", "2021-06-01", on="2021-05-01")
    assert story.on("2021-06-01") == {"V/board-p-a-2021-03-31": "overdue"}


# notices of appointments

NOTICE = clause("N", pattern="each_event", event="role_assigned", roles=("board",), holder="network", evidence="review",
                due={"rule": "before", "hours": 72, "from": "term_start"})  # fmt: skip


def test_a_notice_before_somebody_else_was_appointed() -> None:
    story = Story(NOTICE).act("review", "2021-03-01", by="person:p-a").act("review", "2021-03-01", by="person:p-b")
    for who, first in ("p-a", "2021-03-05"), ("p-b", "2021-03-20"), ("p-c", "2021-03-20"):
        story.holds("board", who, first)
    assert story.on("2021-12-31") == {
        "N/board-p-a-2021-03-05": "fulfilled",
        "N/board-p-b-2021-03-20": "fulfilled",
        "N/board-p-c-2021-03-20": "overdue",
    }


@pytest.mark.parametrize("named", [{"by": "person:p-b"}, {"case": "p-b"}])
def test_a_notice_of_one_is_none_of_the_other(named: dict[str, str]) -> None:
    story = Story(NOTICE).act("review", "2021-03-01", **named)
    story.holds("board", "p-a", "2021-03-20").holds("board", "p-b", "2021-03-20")
    assert story.on("2021-12-31") == {"N/board-p-a-2021-03-20": "overdue", "N/board-p-b-2021-03-20": "fulfilled"}


def test_a_late_notice_is_late() -> None:
    story = Story(NOTICE).holds("board", "p-a", "2021-03-05").act("review", "2021-03-10", by="person:p-a")
    assert story.on("2021-03-10") == {"N/board-p-a-2021-03-05": "fulfilled_late"}


def test_before_the_second_term_it_is_about_the_second() -> None:
    story = Story(NOTICE).holds("board", "p-a", "2021-03-05", "2021-06-30").holds("board", "p-a", "2021-07-01")
    story.act("review", "2021-06-01", by="person:p-a")
    assert story.on("2021-12-31") == {"N/board-p-a-2021-03-05": "overdue", "N/board-p-a-2021-07-01": "fulfilled"}


def test_after_the_appointment_it_is_about_the_last_one_begun() -> None:
    duty = clause("T", pattern="each_event", event="role_assigned", roles=("board",), holder="board",
                  evidence="training", due={"rule": "after", "months": 3})  # fmt: skip
    story = Story(duty).holds("board", "p-a", "2021-03-05", "2021-06-30").holds("board", "p-b", "2021-04-01")
    story.holds("board", "p-a", "2021-07-01").act("training", "2021-07-05", by="person:p-a")
    assert story.on("2021-12-31") == {
        "T/board-p-a-2021-03-05": "overdue",
        "T/board-p-a-2021-07-01": "fulfilled",
        "T/board-p-b-2021-04-01": "overdue",
    }
