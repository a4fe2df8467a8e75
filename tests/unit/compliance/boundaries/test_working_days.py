"""Working days: the weekend, the holidays of a country or region, and days that the mandate closes itself."""

from typing import Any

import pytest

from tests.kit.mandates import clause
from tests.kit.story import Story

SE = '[working_days]\ncountry = "SE"\n'
FI = '[working_days]\ncountry = "FI"\n'
ENGLAND = '[working_days]\ncountry = "GB"\nregion = "ENG"\n'
SCOTLAND = '[working_days]\ncountry = "GB"\nregion = "SCT"\n'
OWN = '[working_days]\nclosed = [2024-05-17, 2024-02-29]\nclosed_each_year = ["12-24", "12-31"]\n'
FRIDAYS = '[working_days]\nweekend = ["friday", "saturday"]\n'
NO_WEEKEND = "[working_days]\nweekend = []\n"
NONE = ""


def due(days: str, rule: dict[str, Any], held: str) -> str | None:
    duty = clause("D", pattern="each_meeting", holder="chair", evidence="minutes_submitted", due=rule)
    return Story(days, duty).held("m", held).due(held)["D/m"]


CLOSED = [  # the calendar, the day on which it is due, the next working day, the one before
    (NONE, "2024-05-01", "2024-05-01", "2024-05-01"),
    (SE, "2024-05-01", "2024-05-02", "2024-04-30"),  # a Wednesday, the First of May
    (SE, "2024-06-06", "2024-06-07", "2024-06-05"),  # the national day
    (SE, "2024-03-29", "2024-04-02", "2024-03-28"),  # Good Friday, and Easter Monday after it
    (SE, "2024-12-25", "2024-12-27", "2024-12-24"),  # Christmas Day and Boxing Day
    (SE, "2024-05-04", "2024-05-06", "2024-05-03"),  # a Saturday
    (SE, "2023-12-31", "2024-01-02", "2023-12-29"),  # a Sunday, and New Year's Day after it
    (SE, "2024-06-07", "2024-06-07", "2024-06-07"),
    (FI, "2024-12-06", "2024-12-09", "2024-12-05"),  # the independence day, a Friday
    (FI, "2024-06-06", "2024-06-06", "2024-06-06"),
    (FI, "2024-05-01", "2024-05-02", "2024-04-30"),
    (ENGLAND, "2024-08-26", "2024-08-27", "2024-08-23"),  # the last Monday of August
    (ENGLAND, "2024-08-05", "2024-08-05", "2024-08-05"),
    (ENGLAND, "2024-05-01", "2024-05-01", "2024-05-01"),
    (SCOTLAND, "2024-08-26", "2024-08-26", "2024-08-26"),
    (SCOTLAND, "2024-08-05", "2024-08-06", "2024-08-02"),  # the first Monday of August
    (SCOTLAND, "2024-01-02", "2024-01-03", "2023-12-29"),
    (ENGLAND, "2024-01-02", "2024-01-02", "2024-01-02"),
    (OWN, "2024-05-17", "2024-05-20", "2024-05-16"),  # a Friday that the mandate closes
    (OWN, "2024-02-29", "2024-03-01", "2024-02-28"),
    (OWN, "2024-12-24", "2024-12-25", "2024-12-23"),
    (OWN, "2025-12-24", "2025-12-25", "2025-12-23"),
    (OWN, "2024-12-31", "2025-01-01", "2024-12-30"),
    (FRIDAYS, "2024-05-17", "2024-05-19", "2024-05-16"),
    (FRIDAYS, "2024-05-19", "2024-05-19", "2024-05-19"),
    (NO_WEEKEND, "2024-05-18", "2024-05-18", "2024-05-18"),
]


@pytest.mark.parametrize(("calendar", "day", "following", "previous"), CLOSED)
def test_due_on_a_closed_day(calendar: str, day: str, following: str, previous: str) -> None:
    for rule in ({"rule": "on", "date": day}, {"rule": "after", "days": 0}):
        assert due(calendar, rule, day) == day
        assert due(calendar, {**rule, "if_closed": "next_working_day"}, day) == following
        assert due(calendar, {**rule, "if_closed": "previous_working_day"}, day) == previous


COUNTED = [  # the calendar, the day of the meeting, working days after it, due
    (NONE, "2024-03-27", 1, "2024-03-28"),
    (SE, "2024-03-27", 1, "2024-03-28"),  # Maundy Thursday
    (SE, "2024-03-27", 2, "2024-04-02"),  # over Easter
    (SE, "2024-03-29", 1, "2024-04-02"),  # from a holiday
    (SE, "2024-12-23", 3, "2024-12-30"),  # the 24th, the 27th, the 30th
    (SE, "2023-12-22", 5, "2024-01-03"),  # the 27th, 28th, 29th, 2 and 3 January
    (FI, "2024-12-05", 1, "2024-12-09"),
    (FI, "2024-12-04", 2, "2024-12-09"),
    (ENGLAND, "2024-08-23", 1, "2024-08-27"),
    (SCOTLAND, "2024-08-23", 1, "2024-08-26"),
    (OWN, "2024-02-28", 1, "2024-03-01"),
    (OWN, "2024-05-16", 2, "2024-05-21"),
    (FRIDAYS, "2024-05-16", 1, "2024-05-19"),
    (NO_WEEKEND, "2024-05-17", 2, "2024-05-19"),
]


@pytest.mark.parametrize(("calendar", "held", "count", "day"), COUNTED)
def test_working_days_are_counted(calendar: str, held: str, count: int, day: str) -> None:
    assert due(calendar, {"rule": "after", "working_days": count}, held) == day


def test_working_days_before_a_meeting() -> None:
    duty = clause(
        "N", pattern="each_meeting", holder="chair", evidence="meeting_called",
        due={"rule": "before", "working_days": 2},
    )  # fmt: skip
    story = Story(SE, duty).planned("m", "2024-04-03")  # the Wednesday after Easter
    assert story.due("2024-01-01")["N/m"] == "2024-03-28"


def test_a_month_that_ends_on_a_closed_day() -> None:
    """31 March 2024 was Easter Sunday."""
    rule = {"rule": "in_period", "period": "month"}
    assert due(SE, rule, "2024-03-05") == "2024-03-31"
    assert due(SE, {**rule, "if_closed": "next_working_day"}, "2024-03-05") == "2024-04-02"
    assert due(SE, {**rule, "if_closed": "previous_working_day"}, "2024-03-05") == "2024-03-28"
