"""Actions that stay open through several meetings, and go to somebody then."""

from typing import Any

import pytest

from governance.model.meeting_events import ActionAgreed, ActionCarriedOver, ActionClosed, ActionEscalated
from tests.kit.mandates import clause
from tests.kit.story import Story


def items(**more: Any) -> str:
    return clause("I", pattern="each_item", open_after=2, escalates_to="principal", holder="chair",
                  due={"rule": "after", "days": 7}, **more)  # fmt: skip


def story(duty: str, *later: str) -> Story:
    """Agreed at the meeting m0 on 1 May; later meetings follow."""
    told = Story(duty).held("m0", "2021-05-01").at("m0", ActionAgreed, "2021-05-01", key="a", text="Do it")
    for number, text in enumerate(later, 1):
        day, _space, kind = text.partition(" ")
        told.held(f"m{number}", day, kind=kind or "plain")
    return told


LATER = [  # the later meetings, and since when it is owed
    ([], None),
    (["2021-06-01"], None),
    (["2021-06-01", "2021-07-01"], "2021-07-01"),
    (["2021-06-01", "2021-06-01"], "2021-06-01"),
    (["2021-06-01", "2021-07-01", "2021-08-01"], "2021-07-01"),
    (["2021-06-01 other", "2021-07-01 other"], "2021-07-01"),
]


@pytest.mark.parametrize(("later", "since"), LATER)
def test_open_after_two_later_meetings(later: list[str], since: str | None) -> None:
    told = story(items(), *later)
    assert told.on("2021-05-31") == {}
    if since is None:
        assert told.on("2021-12-31") == {}
    else:
        assert told.on(since) == {"I/m0-a": "upcoming"}
        assert set(told.on("2021-12-31").values()) == {"overdue"}


def test_only_meetings_of_these_kinds() -> None:
    told = story(items(kinds=("plain",)), "2021-06-01 other", "2021-07-01", "2021-08-01")
    assert told.on("2021-07-31") == {}
    assert told.on("2021-08-01") == {"I/m0-a": "upcoming"}


CLOSED = [  # closed when, and the verdict at the end
    ("2021-06-30", None),
    ("2021-07-01", None),  # on the day of the second meeting
    ("2021-07-02", "void"),
    ("2021-07-08", "void"),  # on the last day on which it could have gone to somebody
    ("2021-07-09", "breached"),  # it should have gone there before
]


@pytest.mark.parametrize(("closed", "verdict"), CLOSED)
def test_closed(closed: str, verdict: str | None) -> None:
    told = story(items(), "2021-06-01", "2021-07-01").at("m0", ActionClosed, closed, key="a")
    assert told.on("2021-12-31") == ({"I/m0-a": verdict} if verdict else {})


ESCALATED = [
    ("principal", "2021-07-08", "fulfilled"),
    ("principal", "2021-07-09", "fulfilled_late"),
    ("principal", "2021-06-15", "fulfilled"),  # before it had to be
    ("chair", "2021-07-08", "overdue"),
]


@pytest.mark.parametrize(("to", "day", "verdict"), ESCALATED)
def test_escalated(to: str, day: str, verdict: str) -> None:
    told = story(items(), "2021-06-01", "2021-07-01").at("m0", ActionEscalated, day, key="a", to=to)
    assert told.on("2021-07-09") == {"I/m0-a": verdict}


def test_carried_over_it_is_still_open() -> None:
    """It is followed from the meeting at which it was first agreed."""
    told = story(items(), "2021-06-01", "2021-07-01", "2021-08-01")
    told.at("m0", ActionCarriedOver, "2021-06-01", key="a", to="net/m1")
    told.at("m1", ActionAgreed, "2021-06-01", key="a", text="Do it")
    assert told.on("2021-07-01") == {"I/m0-a": "upcoming"}
    assert told.at("m1", ActionClosed, "2021-07-02", key="a").on("2021-07-02") == {"I/m0-a": "void"}


def test_two_actions_of_one_meeting() -> None:
    told = story(items(), "2021-06-01", "2021-07-01")
    told.at("m0", ActionAgreed, "2021-05-01", key="b", text="And this").at("m0", ActionClosed, "2021-06-01", key="b")
    told.at("m0", ActionAgreed, "2021-05-01", key="c", text="And that")
    assert told.on("2021-07-01") == {"I/m0-a": "upcoming", "I/m0-c": "upcoming"}
