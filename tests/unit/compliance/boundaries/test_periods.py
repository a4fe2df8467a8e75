"""Periods: their names and days, in a year that begins in January or not, and what a part of one owes."""

from datetime import date
from typing import Any

import pytest

from governance.compliance.judge import judge_all
from governance.duties.facts_of import facts_of
from governance.model.network_events import (
    MandateEnded,
    MemberLeft,
    NetworkDissolved,
    SummarySent,
    WorkPlanAdopted,
)
from tests.kit.mandates import clause
from tests.kit.story import Story


def deed(**more: Any) -> str:
    return clause("P", pattern="each_period", holder="board", evidence="review", **more)


NAMES = [  # the duty, the mandate's first day, a day, and the obligations that there are on it
    ({"every": "year"}, "2021-01-01", "2022-01-01", ["2021", "2022"]),
    ({"every": "year"}, "2021-12-31", "2022-01-01", ["2021", "2022"]),
    ({"every": "half_year"}, "2021-01-01", "2021-06-30", ["2021-H1"]),
    ({"every": "half_year"}, "2021-01-01", "2021-07-01", ["2021-H1", "2021-H2"]),
    ({"every": "half_year"}, "2021-01-01", "2022-01-01", ["2021-H1", "2021-H2", "2022-H1"]),
    ({"every": "quarter"}, "2021-03-31", "2021-04-01", ["2021-Q1", "2021-Q2"]),
    ({"every": "quarter"}, "2021-07-01", "2022-01-01", ["2021-Q3", "2021-Q4", "2022-Q1"]),
    ({"every": "third"}, "2021-04-30", "2021-09-01", ["2021-T1", "2021-T2", "2021-T3"]),
    ({"every": "third", "year_begins": 12}, "2023-12-01", "2024-04-01", ["2023-2024-T1", "2023-2024-T2"]),
    ({"every": "two_months"}, "2024-02-29", "2024-03-01", ["2024-B1", "2024-B2"]),
    ({"every": "two_months"}, "2021-12-31", "2022-01-01", ["2021-B6", "2022-B1"]),
    ({"every": "month"}, "2023-12-31", "2024-03-01", ["2023-12", "2024-01", "2024-02", "2024-03"]),
    ({"every": "month"}, "2024-02-01", "2024-02-29", ["2024-02"]),
    ({"every": "week"}, "2021-01-03", "2021-01-03", ["2020-W53"]),
    ({"every": "week"}, "2021-01-03", "2021-01-04", ["2020-W53", "2021-W01"]),
    ({"every": "week"}, "2020-12-27", "2020-12-28", ["2020-W52", "2020-W53"]),
    ({"every": "week"}, "2021-12-27", "2022-01-03", ["2021-W52", "2022-W01"]),
    ({"every": "week"}, "2024-12-29", "2024-12-30", ["2024-W52", "2025-W01"]),
    ({"every": "week"}, "2024-02-12", "2024-02-25", ["2024-W07", "2024-W08"]),
    ({"months": [2, 9]}, "2021-01-01", "2022-02-01", ["2021-02", "2021-09", "2022-02"]),
    ({"months": [12]}, "2021-01-01", "2021-11-30", []),
    ({"months": [12]}, "2021-12-31", "2021-12-31", ["2021-12"]),
    ({"every": "year", "year_begins": 8}, "2021-07-31", "2021-08-01", ["2020-2021", "2021-2022"]),
    ({"every": "year", "year_begins": 8}, "2021-08-01", "2022-07-31", ["2021-2022"]),
    ({"every": "half_year", "year_begins": 8}, "2021-08-01", "2022-02-01", ["2021-2022-H1", "2021-2022-H2"]),
    ({"every": "half_year", "year_begins": 8}, "2021-08-01", "2022-01-31", ["2021-2022-H1"]),
    ({"every": "quarter", "year_begins": 8}, "2021-10-31", "2021-11-01", ["2021-2022-Q1", "2021-2022-Q2"]),
    ({"every": "quarter", "year_begins": 12}, "2023-12-01", "2024-02-29", ["2023-2024-Q1"]),
    ({"every": "quarter", "year_begins": 12}, "2023-12-01", "2024-03-01", ["2023-2024-Q1", "2023-2024-Q2"]),
    ({"every": "month", "year_begins": 8}, "2021-08-01", "2021-08-31", ["2021-08"]),
]


@pytest.mark.parametrize(("duty", "begins", "day", "names"), NAMES)
def test_what_periods_are_called(duty: dict[str, Any], begins: str, day: str, names: list[str]) -> None:
    assert sorted(Story(deed(**duty), begins=begins).on(day)) == [f"P/{name}" for name in names]


IN_WHICH = [  # what the act says of itself, and the quarters that it fulfils by the end of the year
    ("2021-03-31", None, ["2021-Q1"]),
    ("2021-04-01", None, ["2021-Q2"]),
    ("2021-12-31", None, ["2021-Q4"]),
    ("2021-05-01", "2021-Q1", ["2021-Q1"]),
    ("2021-03-31", "2021-Q4", ["2021-Q4"]),
    ("2021-03-31", "2021", []),
    ("2021-03-31", "2021-03", []),
]


@pytest.mark.parametrize(("day", "period", "fulfilled"), IN_WHICH)
def test_for_which_period_a_fact_counts(day: str, period: str | None, fulfilled: list[str]) -> None:
    story = Story(deed(every="quarter")).act("review", day, period=period)
    found = story.on("2021-12-31")
    assert [name for name, verdict in found.items() if verdict == "fulfilled"] == [f"P/{name}" for name in fulfilled]
    assert set(found.values()) <= {"fulfilled", "outstanding"}


WEEKS = [  # when a review is made, the week that it names, and the weeks that it fulfils
    ("2020-12-27", None, ["2020-W52"]),
    ("2020-12-28", None, ["2020-W53"]),
    ("2021-01-03", None, ["2020-W53"]),
    ("2021-01-04", None, ["2021-W01"]),
    ("2021-01-04", "2020-W53", ["2020-W53"]),
    ("2021-01-04", "2021", []),
]


@pytest.mark.parametrize(("day", "period", "fulfilled"), WEEKS)
def test_for_which_week_a_fact_counts(day: str, period: str | None, fulfilled: list[str]) -> None:
    story = Story(deed(every="week"), begins="2020-12-21").act("review", day, period=period)
    found = story.on("2021-01-17")
    assert sorted(found) == ["P/2020-W52", "P/2020-W53", "P/2021-W01", "P/2021-W02"]
    assert [name for name, verdict in found.items() if verdict == "fulfilled"] == [f"P/{name}" for name in fulfilled]


WEEKLY = [  # due on the Sunday, and two days after it; the last good days of the last week of 2020
    ({"rule": "after", "days": 0, "from": "period_end"}, "2021-01-03"),
    ({"rule": "after", "days": 2, "from": "period_end"}, "2021-01-05"),
    ({"rule": "after", "days": 4, "from": "period_start"}, "2021-01-01"),
]


@pytest.mark.parametrize(("due", "last"), WEEKLY)
def test_when_something_is_due_of_a_week(due: dict[str, Any], last: str) -> None:
    story = Story(deed(every="week", due=due), begins="2020-12-28")
    assert story.due("2020-12-28") == {"P/2020-W53": last}


PARTS_OF_WEEKS = [("owed", "breached"), ("not_owed", "void"), ("pro_rata", "fulfilled")]


@pytest.mark.parametrize(("parts", "verdict"), PARTS_OF_WEEKS)
def test_three_days_of_a_week(parts: str, verdict: str) -> None:
    """The mandate begins on Friday 1 January 2021: of two meetings a week three days owe one."""
    measure = {"of": "meetings", "at_least": 2}
    duty = clause("P", pattern="each_period", every="week", holder="board", measure=measure, part_periods=parts)
    story = Story(duty, begins="2021-01-01").held("m", "2021-01-03")
    assert story.on("2021-01-04")["P/2020-W53"] == verdict


def test_a_period_of_several_months_is_due_on_its_last_day() -> None:
    """Only a month or a year is told as such."""
    for every, told in ("third", "2021-04-30"), ("two_months", "2021-02-28"), ("week", "2021-01-03"), ("year", "2021"):
        measure = {"of": "meetings", "at_least": 1}
        story = Story(clause("P", pattern="each_period", every=every, holder="board", measure=measure))
        (first, *_later) = judge_all(facts_of("net", story.records), 2021)
        assert str(first.first_due) == told


AFTERWARDS = [  # due a month after the quarter's end: a fact counts for the last quarter that had ended
    ("2021-03-31", None, {}),
    ("2021-04-01", None, {"2021-Q1": "fulfilled"}),
    ("2021-04-30", None, {"2021-Q1": "fulfilled"}),
    ("2021-05-01", None, {"2021-Q1": "fulfilled_late"}),
    ("2021-06-30", None, {"2021-Q1": "fulfilled_late"}),
    ("2021-07-01", None, {"2021-Q2": "fulfilled"}),
    ("2021-07-01", "2021-Q1", {"2021-Q1": "fulfilled_late"}),
    ("2022-01-01", None, {"2021-Q4": "fulfilled"}),
]


@pytest.mark.parametrize(("day", "period", "expected"), AFTERWARDS)
def test_a_report_on_a_period_that_is_over(day: str, period: str | None, expected: dict[str, str]) -> None:
    due = {"rule": "in_period", "period": "month", "later": 1, "from": "period_end"}
    story = Story(deed(every="quarter", due=due)).act("review", day, period=period)
    done = {name: v for name, v in story.on("2022-01-31").items() if v.startswith("fulfilled")}
    assert done == {f"P/{name}": verdict for name, verdict in expected.items()}
    assert story.due("2022-01-31") == {
        "P/2021-Q1": "2021-04-30",
        "P/2021-Q2": "2021-07-31",
        "P/2021-Q3": "2021-10-31",
        "P/2021-Q4": "2022-01-31",
        "P/2022-Q1": "2022-04-30",
    }


def test_a_work_plan_counts_for_the_year_that_it_is_for() -> None:
    story = Story(clause("P", pattern="each_year", holder="board", evidence="work_plan_adopted",
                         due={"rule": "in_year", "month": 2}))  # fmt: skip
    story.body(WorkPlanAdopted, "2021-12-31", year=2022)
    assert story.on("2021-12-31") == {"P/2021": "overdue"}
    assert story.on("2022-01-01") == {"P/2021": "overdue", "P/2022": "fulfilled"}


def test_two_facts_in_one_period_and_none_in_the_next() -> None:
    story = Story(clause("P", pattern="each_period", every="month", holder="board", evidence="summary_sent",
                         due={"rule": "after", "days": 9}))  # fmt: skip
    story.body(SummarySent, "2024-02-10", recipient="principal").body(SummarySent, "2024-02-29", recipient="owners")
    found = story.on("2024-03-11")
    assert (found["P/2024-02"], found["P/2024-03"]) == ("fulfilled", "overdue")


# parts of periods: established on 1 October 2021, or dissolved on 31 March 2021


def meetings(part: str | None, *, silent: tuple[str, ...] = (), **bounds: int) -> str:
    how = {"part_periods": part} if part else {}
    return clause("M", pattern="each_period", every="year", holder="network", silent_on=silent,
                  measure={"of": "meetings", **bounds}, **how)  # fmt: skip


CUT_BY_ESTABLISHMENT = [  # 92 of 365 days: four a year are 1.008, so two
    ("owed", 4, 3, "breached"),
    ("owed", 4, 4, "fulfilled"),
    ("not_owed", 4, 0, "void"),
    ("not_owed", 4, 4, "void"),
    ("pro_rata", 4, 1, "breached"),
    ("pro_rata", 4, 2, "fulfilled"),
    ("pro_rata", 3, 1, "fulfilled"),  # 0.76, so one
    ("pro_rata", 1, 0, "breached"),
    (None, 4, 3, "breached"),
    (None, 4, 4, "fulfilled"),
]


@pytest.mark.parametrize(("part", "at_least", "held", "verdict"), CUT_BY_ESTABLISHMENT)
def test_a_year_cut_by_establishment(part: str | None, at_least: int, held: int, verdict: str) -> None:
    story = Story(meetings(part, at_least=at_least), begins="2021-10-01")
    for number in range(held):
        story.held(f"m{number}", f"2021-11-{number + 1:02}")
    assert story.on("2021-10-01")["M/2021"] == ("void" if verdict == "void" else "upcoming")
    assert story.on("2022-01-01")["M/2021"] == verdict


CUT_BY_DISSOLUTION = [  # 90 of 365 days: four a year are 0.99, so one; five are 1.23, so two
    ("owed", 4, 3, "breached"),
    ("not_owed", 4, 3, "void"),
    ("pro_rata", 4, 0, "breached"),
    ("pro_rata", 4, 1, "fulfilled"),
    ("pro_rata", 5, 1, "breached"),
    ("pro_rata", 5, 2, "fulfilled"),
    (None, 4, 3, "breached"),
]


@pytest.mark.parametrize(("part", "at_least", "held", "verdict"), CUT_BY_DISSOLUTION)
def test_a_year_cut_by_dissolution(part: str | None, at_least: int, held: int, verdict: str) -> None:
    story = Story(meetings(part, at_least=at_least))
    for number in range(held):
        story.held(f"m{number}", f"2021-02-{number + 1:02}")
    story.body(NetworkDissolved, "2021-03-31")
    assert story.on("2021-04-01")["M/2021"] == verdict
    assert story.on("2022-01-01") == {"M/2021": verdict}  # nothing is owed of the next year


@pytest.mark.parametrize("silence", ["part_years", "part_periods"])
def test_a_part_of_a_year_of_which_the_mandate_says_nothing(silence: str) -> None:
    story = Story(meetings(None, at_least=2, silent=(silence,)), begins="2021-10-01")
    story.held("m", "2021-11-01")
    assert story.on("2021-12-31") == {"M/2021": "upcoming"}
    assert story.on("2022-01-01")["M/2021"] == "undetermined"
    assert story.on("2023-01-01")["M/2022"] == "breached"  # a whole year


def test_a_mandate_that_ends_within_a_period() -> None:
    story = Story(meetings(None, at_least=1), deed(every="quarter"))
    story.body(MandateEnded, "2021-05-01", ends=date(2021, 5, 15))
    assert story.on("2021-05-15")["M/2021"] == "upcoming"
    assert story.on("2021-05-16")["M/2021"] == "breached"
    assert sorted(story.on("2022-05-16")) == ["M/2021", "P/2021-Q1", "P/2021-Q2"]


@pytest.mark.parametrize("part", [None, "owed", "pro_rata"])
def test_a_deed_is_owed_for_a_part(part: str | None) -> None:
    how = {"part_periods": part} if part else {}
    story = Story(deed(every="year", **how), begins="2021-12-31")
    assert story.on("2022-01-01") == {"P/2021": "outstanding", "P/2022": "outstanding"}


def test_a_deed_is_not_owed_for_a_part_where_the_mandate_says_so() -> None:
    story = Story(deed(every="year", part_periods="not_owed"), begins="2021-01-02")
    assert story.on("2021-01-02") == {"P/2021": "void"}
    assert Story(deed(every="year", part_periods="not_owed")).on("2021-01-02") == {"P/2021": "outstanding"}


# a first time with another cadence


def test_a_first_year_by_the_month_and_then_by_the_half_year() -> None:
    """Established on 29 February 2024: the first twelve months are over on 28 February 2025."""
    first = clause("F", pattern="each_period", every="month", holder="board", evidence="review",
                   during_first={"months": 12})  # fmt: skip
    later = clause("S", pattern="each_period", every="half_year", holder="board", evidence="review",
                   after_first={"months": 12})  # fmt: skip
    found = sorted(Story(first, later, begins="2024-02-29").on("2026-01-01"))
    assert found == [
        *(f"F/2024-{month:02}" for month in range(2, 13)),
        "F/2025-01",
        "F/2025-02",  # its first day lies before 28 February 2025
        "S/2025-H2",
        "S/2026-H1",
    ]  # fmt: skip


def test_the_day_on_which_the_first_time_is_over() -> None:
    rule = {"rule": "after", "days": 7}
    first = clause("F", pattern="each_meeting", holder="chair", evidence="minutes_submitted", due=rule,
                   during_first={"months": 1})  # fmt: skip
    later = clause("S", pattern="each_meeting", holder="chair", evidence="minutes_submitted", due=rule,
                   after_first={"months": 1})  # fmt: skip
    story = Story(first, later, begins="2021-01-31").held("a", "2021-02-28").held("b", "2021-03-01")
    assert sorted(story.on("2021-03-01")) == ["F/a", "S/b"]


MONTHS = [  # months of a body whose year begins in August; named months beside a duty of every month
    pytest.param({"every": "month", "year_begins": 8}, ["2021-01", "2021-02", "2021-03"]),
    pytest.param({"months": [1, 3], "year_begins": 8}, ["2021-01", "2021-03"]),
    ({"months": [3]}, ["2021-03"]),
    ({"every": "quarter", "months": [1, 3]}, ["2021-01", "2021-03"]),
]


@pytest.mark.parametrize(("duty", "names"), MONTHS)
def test_months_whatever_the_year(duty: dict[str, Any], names: list[str]) -> None:
    beside = clause("Q", pattern="each_period", every="month", holder="board", evidence="check")
    found = [name for name in sorted(Story(deed(**duty), beside).on("2021-03-31")) if name.startswith("P/")]
    assert found == [f"P/{name}" for name in names]


AT_MOST = [  # at most four a year, of which there were 92 of 365 days: at most two
    (2, "fulfilled"),
    pytest.param(3, "breached"),
]


@pytest.mark.parametrize(("held", "verdict"), AT_MOST)
def test_a_number_that_must_not_be_passed_is_cut_too(held: int, verdict: str) -> None:
    story = Story(meetings("pro_rata", at_most=4), begins="2021-10-01")
    for number in range(held):
        story.held(f"m{number}", f"2021-11-{number + 1:02}")
    assert story.on("2022-01-01")["M/2021"] == verdict


def test_a_meeting_after_the_mandate_ended_does_not_count() -> None:
    story = Story(meetings(None, at_least=1)).held("m", "2021-12-01")
    story.body(MandateEnded, "2021-05-15", ends=date(2021, 5, 15))
    assert story.on("2021-05-16") == {"M/2021": "breached"}
    assert story.on("2021-12-01") == {"M/2021": "breached"}


def test_what_is_done_where_nothing_is_owed() -> None:
    story = Story(deed(every="year", part_periods="not_owed"), begins="2021-01-02").act("review", "2021-05-01")
    assert story.on("2021-01-02") == {"P/2021": "void"}
    assert story.on("2021-05-01") == {"P/2021": "void"}


def test_a_work_plan_of_a_year_is_none_of_a_quarter() -> None:
    plan = clause("P", pattern="each_period", every="quarter", holder="board", evidence="work_plan_adopted")
    story = Story(plan).body(WorkPlanAdopted, "2021-02-01", year=2021)
    assert story.on("2021-03-31") == {"P/2021-Q1": "outstanding"}


def test_a_work_plan_of_a_school_year_is_of_the_year_in_which_it_begins() -> None:
    plan = clause("P", pattern="each_period", every="year", year_begins=8, holder="board", evidence="work_plan_adopted")
    story = Story(plan, begins="2021-08-01").body(WorkPlanAdopted, "2021-09-01", year=2021)
    assert story.on("2022-08-01") == {"P/2021-2022": "fulfilled", "P/2022-2023": "outstanding"}


FIRST_TIME = [  # what a number is asked for: only in the first half-year, or only afterwards, or on a condition
    ({"during_first": {"months": 6}}, ["2021-Q1", "2021-Q2"]),
    ({"after_first": {"months": 6}}, ["2021-Q3", "2021-Q4"]),
    ({"if": {"members_at_least": 3}}, ["2021-Q1", "2021-Q2"]),  # Dal leaves with June
]


@pytest.mark.parametrize(("when", "owed"), FIRST_TIME)
def test_a_number_is_asked_for_at_its_time_only(when: dict[str, Any], owed: list[str]) -> None:
    duty = clause("M", pattern="each_period", every="quarter", holder="network",
                  measure={"of": "meetings", "at_least": 1}, **when)  # fmt: skip
    story = Story(duty).body(MemberLeft, "2021-06-30", member="dal")
    assert sorted(story.on("2021-12-31")) == [f"M/{name}" for name in owed]
