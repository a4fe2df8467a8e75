"""A mandate is over with its last day, whenever that was decided or stated."""

from datetime import date

import pytest

from governance.model.network_events import MandateEnded
from tests.kit.mandates import clause, small
from tests.kit.story import Story
from tests.kit.world import World

ENDED = clause("E", pattern="standing", holder="principal", evidence="mandate_ended",
               due={"rule": "on", "date": "2021-12-31"})  # fmt: skip

DECIDED = [  # on 1 May that it ends with a day: the verdict on that day
    ("2021-12-31", "fulfilled"),
    ("2022-01-01", "fulfilled_late"),
]


@pytest.mark.parametrize(("last", "verdict"), DECIDED)
def test_an_end_that_was_decided(last: str, verdict: str) -> None:
    story = Story(ENDED).body(MandateEnded, "2021-05-01", ends=date.fromisoformat(last))
    assert story.on("2021-12-30") == {"E/standing": "upcoming"}
    assert story.on(last) == {"E/standing": verdict}


def test_an_end_that_is_told_afterwards() -> None:
    story = Story(ENDED).body(MandateEnded, "2022-02-01", ends=date(2021, 12, 31))
    assert story.on("2021-12-31") == {"E/standing": "fulfilled"}


def test_the_earlier_of_two_ends() -> None:
    story = Story(ENDED).body(MandateEnded, "2021-05-01", ends=date(2022, 6, 30))
    story.body(MandateEnded, "2021-06-01", ends=date(2021, 12, 31))
    assert story.on("2022-06-30") == {"E/standing": "fulfilled"}


def test_a_mandate_that_states_its_last_day() -> None:
    story = Story(ENDED, ends="2021-12-31")
    assert story.on("2021-12-30") == {"E/standing": "upcoming"}
    assert story.on("2021-12-31") == {"E/standing": "fulfilled"}


def test_the_period_in_which_it_ends() -> None:
    duty = clause("E", pattern="each_period", every="quarter", holder="principal", evidence="mandate_ended")
    story = Story(duty).body(MandateEnded, "2021-05-01", ends=date(2021, 9, 30))
    assert story.on("2021-12-31") == {
        "E/2021-Q1": "outstanding",
        "E/2021-Q2": "outstanding",
        "E/2021-Q3": "fulfilled",
    }


FOLLOWING = [("2022-01-01", "overdue"), ("2022-01-02", "fulfilled")]


@pytest.mark.parametrize(("begins", "verdict"), FOLLOWING)
def test_another_mandate_that_follows_on(begins: str, verdict: str) -> None:
    w = World(text="2022-06-01T12:00:00Z")
    w.ledger.adopt_mandate(small(ENDED, ends="2021-12-31"), on="2021-01-01")
    w.ledger.adopt_mandate(small(ENDED, version="2", begins=begins), on=begins)
    assert {item.id: item.verdict for item in w.ledger.obligations(as_of="2022-01-02")} == {"net/E/standing": verdict}
