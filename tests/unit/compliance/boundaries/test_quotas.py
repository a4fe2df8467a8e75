"""So many meetings: none, one, two on one day, on the last day, of kinds that count or may not."""

from typing import Any

import pytest

from governance.model.meeting_events import MeetingCancelled
from tests.kit.mandates import clause
from tests.kit.story import Story


def measured(every: str = "year", **measure: Any) -> str:
    return clause("M", pattern="each_period", every=every, holder="network", measure={"of": "meetings", **measure})


def story(duty: str, *held: str) -> Story:
    """Meetings on these days; a day may be told with its kind: ``2021-05-01 other``."""
    told = Story(duty)
    for number, text in enumerate(held):
        day, _space, kind = text.partition(" ")
        told.held(f"m{number}", day, kind=kind or "plain")
    return told


AT_LEAST_TWO = [  # the meetings, the verdict on 31 December, on 1 January
    ([], "upcoming", "breached"),
    (["2021-06-01"], "upcoming", "breached"),
    (["2021-06-01", "2021-06-01"], "fulfilled", "fulfilled"),
    (["2021-01-01", "2021-12-31"], "fulfilled", "fulfilled"),
    (["2021-12-31", "2022-01-01"], "upcoming", "breached"),
    (["2021-01-01", "2021-06-01", "2021-12-31"], "fulfilled", "fulfilled"),
]


@pytest.mark.parametrize(("held", "last_day", "afterwards"), AT_LEAST_TWO)
def test_at_least_two_a_year(held: list[str], last_day: str, afterwards: str) -> None:
    for duty in (clause("M", pattern="quota", holder="network", at_least=2), measured(at_least=2)):
        told = story(duty, *held)
        assert told.on("2021-12-31")["M/2021"] == last_day
        assert told.on("2022-01-01")["M/2021"] == afterwards


def test_fulfilled_with_the_last_that_was_needed() -> None:
    told = story(measured(at_least=2), "2021-03-01", "2021-09-01", "2021-10-01")
    assert told.on("2021-08-31") == {"M/2021": "upcoming"}
    assert told.on("2021-09-01") == {"M/2021": "fulfilled"}
    assert told.due("2021-09-01") == {"M/2021": "2021-12-31"}


AT_MOST_ONE = [  # the meetings, the verdict on 30 June, on 31 December, on 1 January
    ([], "upcoming", "upcoming", "fulfilled"),
    (["2021-06-30"], "upcoming", "upcoming", "fulfilled"),
    (["2021-06-30", "2021-06-30"], "breached", "breached", "breached"),
    (["2021-06-30", "2021-12-31"], "upcoming", "breached", "breached"),
    (["2021-06-30", "2022-01-01"], "upcoming", "upcoming", "fulfilled"),
]


@pytest.mark.parametrize(("held", "half", "last_day", "afterwards"), AT_MOST_ONE)
def test_at_most_one_a_year(held: list[str], half: str, last_day: str, afterwards: str) -> None:
    told = story(measured(at_most=1), *held)
    assert told.on("2021-06-30")["M/2021"] == half
    assert told.on("2021-12-31")["M/2021"] == last_day
    assert told.on("2022-01-01")["M/2021"] == afterwards


BETWEEN_ONE_AND_TWO = [
    ([], "breached"),
    (["2021-02-01"], "fulfilled"),
    (["2021-02-01", "2021-03-31"], "fulfilled"),
    (["2021-02-01", "2021-02-01", "2021-03-31"], "breached"),
]


@pytest.mark.parametrize(("held", "verdict"), BETWEEN_ONE_AND_TWO)
def test_between_one_and_two_a_quarter(held: list[str], verdict: str) -> None:
    assert story(measured("quarter", at_least=1, at_most=2), *held).on("2021-04-01")["M/2021-Q1"] == verdict


KINDS = [  # of plain meetings, and perhaps of others, two
    (["2021-02-01", "2021-03-01"], "fulfilled"),
    (["2021-02-01", "2021-03-01 other"], "undetermined"),
    (["2021-02-01 other", "2021-03-01 other"], "undetermined"),
    (["2021-02-01 other"], "breached"),
    ([], "breached"),
]


@pytest.mark.parametrize(("held", "verdict"), KINDS)
def test_kinds_that_may_count(held: list[str], verdict: str) -> None:
    told = story(measured(at_least=2, kinds=("plain",), unclear_kinds=("other",)), *held)
    assert told.on("2022-01-01")["M/2021"] == verdict


def test_kinds_that_do_not_count() -> None:
    told = story(measured(at_least=1, kinds=("plain",)), "2021-02-01 other")
    assert told.on("2022-01-01")["M/2021"] == "breached"


def test_a_cancelled_meeting_does_not_count() -> None:
    told = Story(measured(at_least=1)).planned("m", "2021-05-01").at("m", MeetingCancelled, "2021-04-01")
    assert told.on("2022-01-01")["M/2021"] == "breached"


# so long between two meetings: the next one is the evidence

BETWEEN = [  # the two meetings, and the verdict on the first: at most four months, across the new year
    ("2021-11-01", "2022-03-01", "fulfilled"),
    ("2021-11-01", "2022-03-02", "fulfilled_late"),
    ("2021-10-31", "2022-02-28", "fulfilled"),
    ("2021-10-31", "2022-03-01", "fulfilled_late"),
    ("2023-10-31", "2024-02-29", "fulfilled"),
    ("2023-10-31", "2024-03-01", "fulfilled_late"),
    ("2021-11-01", "2021-11-01", "fulfilled"),
]


@pytest.mark.parametrize(("first", "second", "verdict"), BETWEEN)
def test_at_most_four_months_between_meetings(first: str, second: str, verdict: str) -> None:
    duty = clause("B", pattern="each_meeting", kinds=("plain",), holder="network", evidence="next_meeting_held",
                  due={"rule": "after", "months": 4})  # fmt: skip
    told = story(duty, first, second)
    assert told.on(second)["B/m0"] == verdict


AT_LEAST_BETWEEN = [
    ("2021-05-01", "2021-05-14", "breached"),
    ("2021-05-01", "2021-05-15", "fulfilled"),
    ("2021-05-01", "2021-05-01", "breached"),
    ("2023-12-25", "2024-01-07", "breached"),
    ("2023-12-25", "2024-01-08", "fulfilled"),
    ("2024-02-20", "2024-03-05", "fulfilled"),
    ("2024-02-20", "2024-03-04", "breached"),
]


@pytest.mark.parametrize(("first", "second", "verdict"), AT_LEAST_BETWEEN)
def test_at_least_two_weeks_between_meetings(first: str, second: str, verdict: str) -> None:
    duty = clause("B", pattern="each_meeting", kinds=("plain",), holder="network", evidence="next_meeting_held",
                  not_before={"rule": "after", "weeks": 2})  # fmt: skip
    told = story(duty, first, second)
    assert told.on(second) == {"B/m0": verdict, "B/m1": "outstanding"}


def test_another_kind_of_meeting_is_not_the_next() -> None:
    duty = clause("B", pattern="each_meeting", kinds=("plain",), holder="network", evidence="next_meeting_held",
                  due={"rule": "after", "months": 1})  # fmt: skip
    told = story(duty, "2021-05-01", "2021-05-10 other", "2021-06-02")
    assert told.on("2021-06-02")["B/m0"] == "fulfilled_late"


FIRST_MEETING = [("2021-02-28", "fulfilled"), ("2021-03-01", "fulfilled_late")]


@pytest.mark.parametrize(("held", "verdict"), FIRST_MEETING)
def test_the_first_meeting_within_a_month_of_establishment(held: str, verdict: str) -> None:
    duty = clause("F", pattern="each_event", event="established", holder="network", evidence="meeting_held",
                  due={"rule": "after", "months": 1})  # fmt: skip
    told = Story(duty, begins="2021-01-31").held("m", held)
    assert told.on(held) == {"F/established-2021-01-31": verdict}


UNCLEAR = [  # at most two plain meetings, and others that may count
    (["2021-02-01", "2021-03-01"], "fulfilled"),
    pytest.param(["2021-02-01", "2021-03-01", "2021-04-01 other"], "undetermined"),
    (["2021-02-01", "2021-03-01 other"], "fulfilled"),
    (["2021-02-01", "2021-03-01", "2021-04-01"], "breached"),
]


@pytest.mark.parametrize(("held", "verdict"), UNCLEAR)
def test_kinds_that_may_be_too_many(held: list[str], verdict: str) -> None:
    told = story(measured(at_most=2, kinds=("plain",), unclear_kinds=("other",)), *held)
    assert told.on("2022-01-01")["M/2021"] == verdict


def test_a_number_can_be_waived() -> None:
    told = story(measured(at_least=2), "2021-02-01").waived("M/2021", "2021-11-01")
    assert told.on("2021-10-31") == {"M/2021": "upcoming"}
    assert told.on("2021-11-01") == {"M/2021": "waived"}
    assert told.on("2022-01-01")["M/2021"] == "waived"


@pytest.mark.parametrize(
    ("day", "verdict"), [("2021-12-31", "waived"), ("2022-01-01", "waived"), ("2022-01-02", "breached")]
)
def test_a_number_that_was_missed_can_be_waived_afterwards(day: str, verdict: str) -> None:
    story = Story(clause("Q", pattern="quota", holder="network", at_least=1)).waived("Q/2021", day)
    assert story.on("2022-01-01")["Q/2021"] == verdict
