"""Terms that run out, and times that end in a month without such a day."""

import pytest

from governance.model.network_events import RoleEnded
from tests.kit.mandates import clause
from tests.kit.story import Story

# a term that runs out is an end

RETIRES = clause("R", pattern="each_period", every="year", roles=("board",), holder="network", evidence="role_ended",
                 due={"rule": "in_year", "month": 6})  # fmt: skip


def test_a_term_that_runs_out_is_somebody_who_retires() -> None:
    story = (
        Story(RETIRES)
        .holds("board", "p-a", "2021-01-01", "2021-05-31")
        .holds("board", "p-b", "2021-01-01", "2023-05-31")
    )
    assert story.on("2021-05-30")["R/2021"] == "upcoming"
    assert story.on("2021-05-31")["R/2021"] == "fulfilled"
    assert story.on("2022-07-01")["R/2022"] == "overdue"


def test_who_goes_on_has_not_retired() -> None:
    story = Story(RETIRES).holds("board", "p-a", "2021-01-01", "2021-05-31").holds("board", "p-a", "2021-06-01")
    assert story.on("2021-07-01")["R/2021"] == "overdue"


def test_a_term_that_was_ended_before_it_ran_out() -> None:
    story = Story(RETIRES).holds("board", "p-a", "2021-01-01", "2021-08-31")
    story.body(RoleEnded, "2021-03-31", role="board", holder="person:p-a")
    assert story.on("2021-03-31")["R/2021"] == "fulfilled"


def test_a_condition_sees_it_too() -> None:
    duty = clause(
        "C", pattern="each_year", holder="network", evidence="review", **{"if": {"recorded": ("role_ended",)}}
    )
    story = Story(duty).holds("board", "p-a", "2021-01-01", "2021-05-31")
    assert "C/2021" not in story.on("2021-05-30")
    assert story.on("2021-05-31")["C/2021"] == "outstanding"


# a year from 29 February, a month from 31 January

YEAR = [  # first and last day of a term, a day, the verdict on one year at most
    ("2024-02-29", "2025-02-28", "2025-02-28", "upcoming"),
    ("2024-02-29", "2025-02-28", "2025-03-01", "fulfilled"),
    ("2024-02-29", "2025-03-01", "2025-03-01", "breached"),
    ("2023-02-28", "2024-02-27", "2024-02-28", "fulfilled"),
    ("2023-02-28", "2024-02-28", "2024-02-28", "breached"),
    ("2023-03-01", "2024-02-29", "2024-02-29", "upcoming"),
    ("2023-03-01", "2024-02-29", "2024-03-01", "fulfilled"),
]


@pytest.mark.parametrize(("first", "last", "day", "verdict"), YEAR)
def test_a_term_of_one_year(first: str, last: str, day: str, verdict: str) -> None:
    duty = clause("T", pattern="each_event", event="role_assigned", roles=("chair",), holder="network",
                  measure={"of": "terms", "years": 1})  # fmt: skip
    story = Story(duty, begins="2020-01-01").holds("chair", "p-a", first, last)
    assert story.on(day) == {f"T/chair-p-a-{first}": verdict}


@pytest.mark.parametrize(
    ("held", "first"),
    [
        ("2021-02-27", True),
        ("2021-02-28", True),
        ("2021-03-01", False),
    ],
)
def test_the_first_month_from_31_january(held: str, first: bool) -> None:
    during = clause("D", pattern="each_meeting", holder="chair", evidence="review", during_first={"months": 1})
    after = clause("A", pattern="each_meeting", holder="chair", evidence="review", after_first={"months": 1})
    story = Story(during, after, begins="2021-01-31").held("m", held)
    assert set(story.on("2021-12-31")) == {"D/m" if first else "A/m"}


@pytest.mark.parametrize(
    ("held", "first"),
    [
        ("2021-02-28", True),
        ("2021-03-01", False),
    ],
)
def test_the_first_year_from_29_february(held: str, first: bool) -> None:
    during = clause("D", pattern="each_meeting", holder="chair", evidence="review", during_first={"years": 1})
    story = Story(during, begins="2020-02-29").held("m", held)
    assert bool(story.on("2021-12-31")) is first
