"""Each due rule where the calendar is awkward: leap days, year ends, short months, changes of the clocks."""

from datetime import date, timedelta
from typing import Any

import pytest

from governance.compliance.judge import judge_all
from governance.duties.facts_of import facts_of
from governance.model.meeting_events import MeetingCalled, MinutesDrafted, MinutesSubmitted
from tests.kit.mandates import clause
from tests.kit.story import Story

Rule = dict[str, Any]


def minutes(rule: Rule) -> str:
    return clause("D", pattern="each_meeting", holder="chair", evidence="minutes_submitted", due=rule)


def told(rule: Rule) -> str:
    return " ".join(f"{key}={value}" for key, value in rule.items() if key != "rule")


def after(**length: Any) -> Rule:
    return {"rule": "after", **length}


AFTER = [
    ("2021-05-17", after(days=0), "2021-05-17"),
    ("2021-05-17", after(days=14), "2021-05-31"),
    ("2023-12-31", after(days=1), "2024-01-01"),
    ("2024-02-28", after(days=1), "2024-02-29"),
    ("2023-02-28", after(days=1), "2023-03-01"),
    ("2024-02-15", after(days=14), "2024-02-29"),
    ("2023-12-25", after(weeks=1), "2024-01-01"),
    ("2024-02-22", after(weeks=1), "2024-02-29"),
    ("2024-02-29", after(weeks=52), "2025-02-27"),
    ("2023-01-31", after(months=1), "2023-02-28"),
    ("2024-01-31", after(months=1), "2024-02-29"),
    ("2024-01-29", after(months=1), "2024-02-29"),
    ("2023-11-30", after(months=3), "2024-02-29"),
    ("2024-02-29", after(months=1), "2024-03-29"),
    ("2023-12-31", after(months=2), "2024-02-29"),
    ("2021-08-31", after(months=6), "2022-02-28"),
    ("2023-12-15", after(months=1), "2024-01-15"),
    ("2024-02-29", after(months=12), "2025-02-28"),
    ("2024-02-29", after(years=1), "2025-02-28"),
    ("2024-02-29", after(years=4), "2028-02-29"),
    ("2023-03-01", after(years=1), "2024-03-01"),
    # the weekend alone is closed where no country is named: 2021-05-14 is a Friday
    ("2021-05-14", after(working_days=0), "2021-05-14"),
    ("2021-05-14", after(working_days=1), "2021-05-17"),
    ("2021-05-15", after(working_days=1), "2021-05-17"),
    ("2021-05-16", after(working_days=1), "2021-05-17"),
    ("2021-05-14", after(working_days=5), "2021-05-21"),
    ("2021-05-14", after(working_days=6), "2021-05-24"),
    ("2021-12-31", after(working_days=1), "2022-01-03"),
]

OTHERS = [
    ("2021-05-17", {"rule": "on", "date": "2021-06-30"}, "2021-06-30"),
    ("2021-05-17", {"rule": "on", "date": "2021-06"}, "2021-06-30"),
    ("2024-01-17", {"rule": "on", "date": "2024-02"}, "2024-02-29"),
    ("2021-05-17", {"rule": "on", "date": "2021"}, "2021-12-31"),
    ("2023-01-10", {"rule": "in_year", "month": 2}, "2023-02-28"),
    ("2024-01-10", {"rule": "in_year", "month": 2}, "2024-02-29"),
    ("2023-12-31", {"rule": "in_year", "month": 2, "years_later": 1}, "2024-02-29"),
    ("2024-02-29", {"rule": "in_year", "month": 2, "day": 28, "years_later": 1}, "2025-02-28"),
    ("2021-12-31", {"rule": "in_year", "month": 12, "day": 31}, "2021-12-31"),
    ("2021-01-31", {"rule": "in_period", "period": "month"}, "2021-01-31"),
    ("2021-12-05", {"rule": "in_period", "period": "month", "later": 1}, "2022-01-31"),
    ("2024-01-31", {"rule": "in_period", "period": "month", "later": 1}, "2024-02-29"),
    ("2021-03-31", {"rule": "in_period", "period": "quarter"}, "2021-03-31"),
    ("2021-04-01", {"rule": "in_period", "period": "quarter"}, "2021-06-30"),
    ("2021-12-31", {"rule": "in_period", "period": "quarter", "later": 1}, "2022-03-31"),
    ("2021-06-30", {"rule": "in_period", "period": "half_year"}, "2021-06-30"),
    ("2021-07-01", {"rule": "in_period", "period": "half_year"}, "2021-12-31"),
    ("2021-07-01", {"rule": "in_period", "period": "half_year", "later": 1}, "2022-06-30"),
    ("2021-12-31", {"rule": "in_period", "period": "year"}, "2021-12-31"),
    ("2022-01-01", {"rule": "in_period", "period": "year"}, "2022-12-31"),
    ("2021-12-31", {"rule": "in_period", "period": "year", "later": 2}, "2023-12-31"),
    ("2021-05-10", {"rule": "day_of_month", "day": 15}, "2021-05-15"),
    ("2021-05-31", {"rule": "day_of_month", "day": 31}, "2021-05-31"),
    ("2021-01-15", {"rule": "day_of_month", "day": 31, "months_later": 1}, "2021-02-28"),
    ("2024-01-31", {"rule": "day_of_month", "day": 30, "months_later": 1}, "2024-02-29"),
    ("2021-11-30", {"rule": "day_of_month", "day": 10, "months_later": 2}, "2022-01-10"),
    ("2021-04-30", {"rule": "day_of_month", "day": 31}, "2021-04-30"),
    ("2021-02-01", {"rule": "nth_weekday", "nth": 1, "weekday": "monday"}, "2021-02-01"),
    ("2021-02-01", {"rule": "nth_weekday", "nth": 4, "weekday": "sunday"}, "2021-02-28"),
    ("2021-05-01", {"rule": "nth_weekday", "nth": -1, "weekday": "monday"}, "2021-05-31"),
    ("2024-02-01", {"rule": "nth_weekday", "nth": -1, "weekday": "thursday"}, "2024-02-29"),
    ("2024-02-01", {"rule": "nth_weekday", "nth": -1, "weekday": "friday"}, "2024-02-23"),
    ("2021-05-03", {"rule": "nth_weekday", "nth": 3, "weekday": "saturday"}, "2021-05-15"),
    ("2021-12-15", {"rule": "nth_weekday", "nth": 1, "weekday": "monday", "months_later": 1}, "2022-01-03"),
    ("2024-01-31", {"rule": "nth_weekday", "nth": -1, "weekday": "thursday", "months_later": 1}, "2024-02-29"),
    ("2021-03-15", {"rule": "nth_weekday", "nth": 1, "weekday": "wednesday", "month": 9}, "2021-09-01"),
    ("2021-03-15", {"rule": "nth_weekday", "nth": -1, "weekday": "friday", "month": 12}, "2021-12-31"),
]

SEVERAL = [
    ("2021-01-20", [after(days=14), {"rule": "in_period", "period": "month"}], "2021-01-31", "2021-02-03"),
    ("2021-01-17", [after(days=14), {"rule": "in_period", "period": "month"}], "2021-01-31", "2021-01-31"),
    ("2024-02-01", [after(months=1), after(days=28)], "2024-02-29", "2024-03-01"),
    ("2023-12-31", [after(days=1), {"rule": "on", "date": "2023"}, after(weeks=1)], "2023-12-31", "2024-01-07"),
]


def is_due(story: Story, obligation: str, due: str) -> None:
    """In time through that day, too late from the next."""
    assert story.due(due)[obligation] == due
    assert story.on(due)[obligation] == "upcoming"
    assert story.on(_next(due))[obligation] == "overdue"


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("trigger", "rule", "due"), AFTER, ids=lambda value: told(value) if isinstance(value, dict) else value
)
def test_so_long_after(trigger: str, rule: Rule, due: str) -> None:
    is_due(Story(minutes(rule)).held("m", trigger), "D/m", due)


@pytest.mark.parametrize(
    ("trigger", "rule", "due"), OTHERS, ids=lambda value: told(value) if isinstance(value, dict) else value
)
def test_on_a_day_of_the_calendar(trigger: str, rule: Rule, due: str) -> None:
    is_due(Story(minutes(rule)).held("m", trigger), "D/m", due)


@pytest.mark.parametrize(("trigger", "of", "earliest", "latest"), SEVERAL)
def test_the_earliest_and_the_latest_of_several(trigger: str, of: list[Rule], earliest: str, latest: str) -> None:
    is_due(Story(minutes({"rule": "earliest", "of": of})).held("m", trigger), "D/m", earliest)
    is_due(Story(minutes({"rule": "latest", "of": of})).held("m", trigger), "D/m", latest)


DONE = [
    ("2021-05-16", "fulfilled"),  # on the day itself
    ("2021-05-30", "fulfilled"),  # on the last good day
    ("2021-05-31", "fulfilled_late"),
    ("2022-05-16", "fulfilled_late"),
]


@pytest.mark.parametrize(("sent", "verdict"), DONE)
def test_exactly_on_the_due_day_and_the_day_after(sent: str, verdict: str) -> None:
    story = Story(minutes(after(days=14))).held("m", "2021-05-16").at("m", MinutesSubmitted, sent)
    assert story.on(sent) == {"D/m": verdict}
    assert story.on("2024-01-01") == {"D/m": verdict}


def test_no_date_is_never_overdue() -> None:
    story = Story(minutes({"rule": "asap"})).held("m", "2021-05-16")
    assert story.on("2021-05-15") == {"D/m": "upcoming"}
    assert story.on("2021-05-16") == {"D/m": "outstanding"}
    assert story.on("2051-05-16") == {"D/m": "outstanding"}
    assert story.at("m", MinutesSubmitted, "2051-05-17").on("2051-05-17") == {"D/m": "fulfilled"}


NOTICE = [  # planned for, rule, the last good day
    ("2021-05-17", {"days": 7}, "2021-05-10"),
    ("2024-03-07", {"days": 7}, "2024-02-29"),
    ("2023-03-07", {"days": 7}, "2023-02-28"),
    ("2024-01-01", {"days": 1}, "2023-12-31"),
    ("2024-03-14", {"weeks": 2}, "2024-02-29"),
    ("2021-03-31", {"months": 1}, "2021-02-28"),
    ("2024-03-31", {"months": 1}, "2024-02-29"),
    ("2024-02-29", {"years": 1}, "2023-02-28"),
    ("2021-05-17", {"working_days": 1}, "2021-05-14"),
    ("2021-05-16", {"working_days": 1}, "2021-05-14"),
    ("2021-05-17", {"working_days": 5}, "2021-05-10"),
    ("2022-01-03", {"working_days": 1}, "2021-12-31"),
]


@pytest.mark.parametrize(("planned", "length", "due"), NOTICE)
def test_so_long_before(planned: str, length: Rule, due: str) -> None:
    rule = {"rule": "before", **length}
    story = Story(clause("N", pattern="each_meeting", holder="chair", evidence="meeting_called", due=rule))
    is_due(story.planned("m", planned), "N/m", due)


@pytest.mark.parametrize(("called", "verdict"), [("2021-05-10", "fulfilled"), ("2021-05-11", "fulfilled_late")])
def test_notice_on_the_last_good_day_and_the_day_after(called: str, verdict: str) -> None:
    rule = {"rule": "before", "days": 7}
    story = Story(clause("N", pattern="each_meeting", holder="chair", evidence="meeting_called", due=rule))
    story.planned("m", "2021-05-17").at("m", MeetingCalled, called).held("m", "2021-05-17")
    assert story.on("2021-05-17") == {"N/m": verdict}


HOURS_AFTER = [  # held at, the hours, done on, done at, verdict
    ("2021-05-17 14:30", 24, "2021-05-18", "14:30", "fulfilled"),
    ("2021-05-17 14:30", 24, "2021-05-18", "14:31", "fulfilled_late"),
    ("2021-05-17 14:30", 24, "2021-05-18", None, "undetermined"),
    ("2021-05-17 14:30", 24, "2021-05-17", None, "fulfilled"),
    ("2021-05-17 14:30", 24, "2021-05-19", None, "fulfilled_late"),
    ("2021-05-17 14:30", 24, "2021-05-19", "00:00", "fulfilled_late"),
    ("2021-05-17 14:30", 1, "2021-05-17", "15:30", "fulfilled"),
    ("2021-05-17 23:30", 1, "2021-05-18", "00:30", "fulfilled"),
    ("2021-05-17 23:30", 1, "2021-05-18", "00:31", "fulfilled_late"),
    ("2021-12-31 23:30", 1, "2022-01-01", "00:30", "fulfilled"),
    ("2024-02-28 12:00", 24, "2024-02-29", "12:00", "fulfilled"),
    ("2023-02-28 12:00", 24, "2023-03-01", "12:00", "fulfilled"),
    # on 28 March 2021 the clocks went from 2 to 3, so that 72 hours are an hour later by the clock
    ("2021-03-26 14:30", 72, "2021-03-29", "15:30", "fulfilled"),
    ("2021-03-26 14:30", 72, "2021-03-29", "15:31", "fulfilled_late"),
    ("2021-03-27 23:30", 24, "2021-03-29", "00:30", "fulfilled"),
    ("2021-03-27 23:30", 24, "2021-03-29", "00:31", "fulfilled_late"),
    ("2021-03-28 01:30", 1, "2021-03-28", "03:30", "fulfilled"),
    ("2021-03-28 01:30", 1, "2021-03-28", "03:31", "fulfilled_late"),
    # on 31 October 2021 they went from 3 to 2, so that 72 hours are an hour earlier
    ("2021-10-29 14:30", 72, "2021-11-01", "13:30", "fulfilled"),
    ("2021-10-29 14:30", 72, "2021-11-01", "13:31", "fulfilled_late"),
    ("2021-10-31 00:30", 24, "2021-10-31", "23:30", "fulfilled"),
    ("2021-10-31 00:30", 24, "2021-10-31", "23:31", "fulfilled_late"),
    ("2021-10-31 00:30", 24, "2021-11-01", "00:00", "fulfilled_late"),
]


@pytest.mark.parametrize(("held", "hours", "day", "at", "verdict"), HOURS_AFTER)
def test_hours_after_count_across_a_change_of_the_clocks(
    held: str, hours: int, day: str, at: str | None, verdict: str
) -> None:
    duty = clause("D", pattern="each_meeting", holder="chair", evidence="minutes_drafted", due=after(hours=hours))
    on, _space, then = held.partition(" ")
    story = Story(duty).held("m", on, at=then).at("m", MinutesDrafted, day, at=at)
    assert story.on("2025-01-01") == {"D/m": verdict}


HOURS_BEFORE = [  # planned for, the hours, called on, called at, verdict
    ("2021-05-17 10:00", 72, "2021-05-14", "10:00", "fulfilled"),
    ("2021-05-17 10:00", 72, "2021-05-14", "10:01", "fulfilled_late"),
    ("2021-05-17 10:00", 72, "2021-05-14", None, "undetermined"),
    ("2021-05-17 10:00", 72, "2021-05-13", None, "fulfilled"),
    ("2021-05-17 10:00", 72, "2021-05-15", None, "fulfilled_late"),
    ("2021-03-29 10:00", 72, "2021-03-26", "09:00", "fulfilled"),
    ("2021-03-29 10:00", 72, "2021-03-26", "09:01", "fulfilled_late"),
    ("2021-11-01 10:00", 72, "2021-10-29", "11:00", "fulfilled"),
    ("2021-11-01 10:00", 72, "2021-10-29", "11:01", "fulfilled_late"),
    ("2024-03-01 00:00", 24, "2024-02-29", "00:00", "fulfilled"),
    ("2024-03-01 00:00", 24, "2024-02-29", "00:01", "fulfilled_late"),
    ("2021-05-17", 72, "2021-05-13", None, "fulfilled"),  # no time is planned: it falls somewhere on the 14th
    ("2021-05-17", 72, "2021-05-14", "00:00", "undetermined"),
    ("2021-05-17", 72, "2021-05-14", None, "undetermined"),
    ("2021-05-17", 72, "2021-05-15", "00:00", "fulfilled_late"),
]


@pytest.mark.parametrize(("planned", "hours", "day", "at", "verdict"), HOURS_BEFORE)
def test_hours_before_count_across_a_change_of_the_clocks(
    planned: str, hours: int, day: str, at: str | None, verdict: str
) -> None:
    rule = {"rule": "before", "hours": hours}
    on, _space, then = planned.partition(" ")
    story = Story(clause("N", pattern="each_meeting", holder="chair", evidence="meeting_called", due=rule))
    story.planned("m", on, planned_at=then or None).at("m", MeetingCalled, day, at=at)
    assert story.on("2021-01-01" if on < "2021" else on) == {"N/m": verdict}


def test_a_deadline_in_hours_is_explained_to_the_minute() -> None:
    """72 hours that began in winter time end at half past three in summer time."""
    duty = clause("D", pattern="each_meeting", holder="chair", evidence="minutes_drafted", due=after(hours=72))
    story = Story(duty).held("m", "2021-03-26", at="14:30").at("m", MinutesDrafted, "2021-03-29", at="15:31")
    (judged,) = judge_all(facts_of("net", story.records), 2021)
    assert judged.phases[-1].reason.said() == "Done 2021-03-29 15:31, after 2021-03-29 15:30, when it was due."


def test_hours_are_not_over_before_their_day_is() -> None:
    """Asked of a day, the ledger answers for its end; what was due at half past two was due on that day."""
    duty = clause("D", pattern="each_meeting", holder="chair", evidence="minutes_drafted", due=after(hours=24))
    story = Story(duty).held("m", "2021-05-17", at="14:30")
    assert story.on("2021-05-18") == {"D/m": "upcoming"}
    assert story.on("2021-05-19") == {"D/m": "overdue"}


def test_as_soon_as_possible_is_never_the_latest_of_several() -> None:
    """There is no date among them that could be the last, so there is none to wait for."""
    story = Story(minutes({"rule": "latest", "of": ({"rule": "asap"}, after(days=7))})).held("m", "2021-05-01")
    assert story.on("2021-05-01") == {"D/m": "outstanding"}


def test_not_before_a_month_is_from_its_first_day() -> None:
    duty = clause("D", pattern="each_meeting", holder="chair", evidence="minutes_drafted",
                  not_before={"rule": "on", "date": "2021-06"})  # fmt: skip
    for day, verdict in (("2021-05-31", "breached"), ("2021-06-01", "fulfilled")):
        assert Story(duty).held("m", "2021-05-01").at("m", MinutesDrafted, day).on(day) == {"D/m": verdict}
