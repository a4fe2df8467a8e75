"""What is kept for so long: from the event, the end of its year, the end of the mandate or of the body."""

from datetime import date
from typing import Any

import pytest

from governance.model.event import Digest
from governance.model.meeting_events import DecisionTaken, MinutesDrafted, MinutesSubmitted
from governance.model.network_events import DocumentWeeded, MandateEnded, NetworkDissolved
from tests.kit.mandates import clause
from tests.kit.story import Story

PAPER = Digest(sha256="0" * 64)


def kept(*evidence: str, **more: Any) -> str:
    return clause("R", pattern="retention", holder="office", evidence=evidence or ("review",), **more)


LENGTHS: list[tuple[str, dict[str, Any], str]] = [  # the day of the act, how it is kept, through which day
    ("2021-03-01", {"keep": {"years": 2}}, "2023-03-01"),
    ("2024-02-29", {"keep": {"years": 1}}, "2025-02-28"),
    ("2024-02-29", {"keep": {"years": 4}}, "2028-02-29"),
    ("2023-12-31", {"keep": {"days": 60}}, "2024-02-29"),
    ("2021-08-31", {"keep": {"months": 6}}, "2022-02-28"),
    ("2021-03-01", {"keep": {"years": 2}, "from": "period_end"}, "2023-12-31"),
    ("2021-12-31", {"keep": {"years": 1}, "from": "period_end"}, "2022-12-31"),
    ("2022-01-01", {"keep": {"years": 1}, "from": "period_end"}, "2023-12-31"),
    ("2021-03-01", {"keep": {"months": 2}, "from": "period_end"}, "2022-02-28"),
    ("2023-03-01", {"keep": {"months": 2}, "from": "period_end"}, "2024-02-29"),
]


@pytest.mark.parametrize(("day", "how", "through"), LENGTHS)
def test_how_long_it_is_kept(day: str, how: dict[str, Any], through: str) -> None:
    story, name = Story(kept(**how)).act("review", day), f"R/{day}-review"
    assert story.due(day) == {name: through}
    assert story.on(through) == {name: "upcoming"}
    following = date.fromordinal(date.fromisoformat(through).toordinal() + 1).isoformat()
    assert story.on(following) == {name: "fulfilled"}


def test_kept_for_ever() -> None:
    assert Story(kept()).act("review", "2021-03-01").on("2051-03-01") == {"R/2021-03-01-review": "upcoming"}


WEEDED = [
    ("2022-02-28", "breached"),
    ("2022-03-01", "breached"),  # the last day on which it is kept
    ("2022-03-02", "fulfilled"),
]


@pytest.mark.parametrize(("weeded", "verdict"), WEEDED)
def test_weeded(weeded: str, verdict: str) -> None:
    story = Story(kept(keep={"years": 1})).act("review", "2021-03-01", document=PAPER)
    story.body(DocumentWeeded, weeded, event=story.records[-1].event.event_id)
    assert story.on("2031-01-01") == {"R/2021-03-01-review": verdict}


def test_what_is_kept_for_ever_is_not_weeded() -> None:
    story = Story(kept()).act("review", "2021-03-01", document=PAPER)
    story.body(DocumentWeeded, "2051-03-01", event=story.records[-1].event.event_id)
    assert story.on("2051-02-28") == {"R/2021-03-01-review": "upcoming"}
    assert story.on("2051-03-01") == {"R/2021-03-01-review": "breached"}


def test_from_the_end_of_the_mandate() -> None:
    story = Story(kept(keep={"years": 1}, **{"from": "mandate_end"})).act("review", "2021-03-01")
    assert story.due("2021-06-30") == {"R/2021-03-01-review": None}
    story.body(MandateEnded, "2021-06-30", ends=date(2021, 6, 30))
    assert story.on("2022-06-30") == {"R/2021-03-01-review": "upcoming"}
    assert story.on("2022-07-01") == {"R/2021-03-01-review": "fulfilled"}


def test_from_the_dissolution_of_the_body() -> None:
    story = Story(kept(keep={"years": 1}, **{"from": "dissolved"})).act("review", "2021-03-01")
    assert story.on("2031-06-30") == {"R/2021-03-01-review": "upcoming"}
    story.body(NetworkDissolved, "2024-02-29")
    assert story.due("2024-02-28") == {"R/2021-03-01-review": None}
    assert story.due("2024-02-29") == {"R/2021-03-01-review": "2025-02-28"}
    assert story.on("2025-02-28") == {"R/2021-03-01-review": "upcoming"}
    assert story.on("2025-03-01") == {"R/2021-03-01-review": "fulfilled"}


def test_several_of_one_day_and_of_one_meeting() -> None:
    story = Story(kept("review", "decision_taken", "minutes_submitted", keep={"years": 1}))
    story.act("review", "2021-03-01").act("review", "2021-03-01").act("check", "2021-03-01")
    story.held("m", "2021-03-01").at("m", DecisionTaken, "2021-03-01", key="a", text="A")
    story.at("m", DecisionTaken, "2021-03-01", key="b", text="B").at("m", MinutesDrafted, "2021-03-02")
    story.at("m", MinutesSubmitted, "2021-03-03")
    assert story.due("2021-03-03") == {
        "R/2021-03-01-review": "2022-03-01",
        "R/2021-03-01-review.2": "2022-03-01",
        "R/m-decision_taken": "2022-03-01",
        "R/m-decision_taken.2": "2022-03-01",
        "R/m-minutes_submitted": "2022-03-03",
    }


def test_a_correction_moves_it() -> None:
    story = Story(kept(keep={"years": 1})).act("review", "2021-03-01")
    position = len(story.records)
    story.corrected(position, "2021-05-01", effective_on="2021-04-01")
    assert story.due("2021-05-01") == {"R/2021-04-01-review": "2022-04-01"}
    assert story.on("2021-05-01", known=position) == {"R/2021-03-01-review": "upcoming"}
    assert story.retracted(position, "2021-06-01").on("2021-06-01") == {}
