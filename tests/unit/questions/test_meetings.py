"""Meetings: how many, who hosted and came, and what became of the minutes."""

import pytest

from governance.model.meeting_events import Attendance
from governance.questions.meetings import (
    Attended,
    MinutesTime,
    MissingMinutes,
    SilentHost,
    hosting_and_attendance,
    minutes_time,
    missing_minutes,
    silent_hosts,
)
from governance.questions.quotas import meeting_quota
from tests.kit.mandates import clause, small, stated
from tests.unit.compliance.history import hold, network, view, when

MINUTES_TO_ARCHIVE = clause(
    "Se2", pattern="each_meeting", holder="secretary", counterparty=("archive",), evidence="minutes_submitted"
)


# Question 5: missing minutes


def test_a_meeting_without_minutes_is_listed_with_its_host_and_age() -> None:
    told = network()
    hold(told, "2021-02-10", host="alby")
    assert missing_minutes(view(told, "2021-02-24")) == (
        MissingMinutes("net", "net/2021-02-10", "plain", "org:alby", when("2021-02-10"), 14, "net/Se2/2021-02-10",
                       "outstanding", None, None, ()),
    )  # fmt: skip


def test_minutes_are_missing_from_the_day_of_the_meeting_until_the_day_before_they_came() -> None:
    told = network()
    hold(told, "2021-02-10", host="alby", sent="2021-02-20")
    found = {day: len(missing_minutes(view(told, day))) for day in ("2021-02-09", "2021-02-10", "2021-02-19")}
    assert found == {"2021-02-09": 0, "2021-02-10": 1, "2021-02-19": 1}
    assert missing_minutes(view(told, "2021-02-20")) == ()


@pytest.mark.parametrize(
    ("day", "verdict", "overdue"), [("2021-02-24", "upcoming", None), ("2021-02-25", "overdue", 1)]
)
def test_where_there_is_a_deadline_they_are_overdue_from_the_next_day(
    day: str, verdict: str, overdue: int | None
) -> None:
    told = network(small(stated(minutes_after=14)))
    hold(told, "2021-02-10", host="alby")
    (row,) = missing_minutes(view(told, day))
    assert (row.verdict, row.due, row.days_overdue) == (verdict, when("2021-02-24"), overdue)


def test_hosts_come_in_order_and_the_oldest_first() -> None:
    told = network()
    for day, host in (("2021-02-10", "berga"), ("2021-03-10", "alby"), ("2021-04-10", "alby"), ("2021-05-10", None)):
        hold(told, day, host=host)
    rows = missing_minutes(view(told, "2021-06-01"))
    assert [(row.host, row.held_on) for row in rows] == [
        (None, when("2021-05-10")),
        ("org:alby", when("2021-03-10")),
        ("org:alby", when("2021-04-10")),
        ("org:berga", when("2021-02-10")),
    ]


def test_a_kind_of_meeting_whose_minutes_no_clause_asks_for_is_listed_but_owes_nothing() -> None:
    told = network()
    hold(told, "2021-02-10", kind="other")
    (row,) = missing_minutes(view(told, "2021-03-01"))
    assert (row.kind, row.obligation, row.verdict) == ("other", None, None)
    told.ledger.submit_minutes("net/2021-02-10", on="2021-03-02")
    assert missing_minutes(view(told, "2021-03-02")) == ()


def test_a_host_that_changed_later_does_not_count_yet() -> None:
    told = network()
    hold(told, "2021-02-10", host="alby")
    told.ledger.change_host("net/2021-02-10", host="berga", on="2021-03-01")
    assert [row.host for row in missing_minutes(view(told, "2021-02-28"))] == ["org:alby"]
    assert [row.host for row in missing_minutes(view(told, "2021-03-01"))] == ["org:berga"]


def test_minutes_that_went_to_somebody_else_are_missing_still() -> None:
    told = network(small(MINUTES_TO_ARCHIVE))
    hold(told, "2021-02-10")
    told.ledger.submit_minutes("net/2021-02-10", recipient="owners", on="2021-02-11")
    assert [row.verdict for row in missing_minutes(view(told, "2021-03-01"))] == ["outstanding"]


# Question 6: the quota of meetings


def test_what_a_year_has_of_its_meetings() -> None:
    told = network(small(stated(at_least=6)))
    for day in ("2021-02-10", "2021-03-10"):
        hold(told, day)
    hold(told, "2021-04-10", kind="other")
    for day in ("2021-05-10", "2021-06-10", "2021-07-10", "2021-08", "2022-01-10"):
        told.ledger.schedule_meeting("net", planned_on=day, kind="plain", on="2021-01-01")
    told.ledger.cancel_meeting("net/2021-07-10", on="2021-05-30")
    (row,) = meeting_quota(view(told, "2021-06-10"))
    assert row.obligation == "net/M1/2021"
    assert (row.asked, row.held, row.unclear, row.missing) == (6, 2, 1, 4)
    assert (row.planned, row.unaccounted, row.cancelled) == (2, 1, 1), "June, August; May; July"
    assert (row.still_possible, row.verdict) == (True, "upcoming")


def test_what_happened_after_the_day_does_not_count() -> None:
    told = network()
    told.ledger.schedule_meeting("net", planned_on="2021-04-10", kind="plain", on="2021-03-01")
    told.ledger.reschedule_meeting("net/2021-04-10", planned_on="2021-05-10", on="2021-04-09")
    told.ledger.hold_meeting("net/2021-04-10", on="2021-05-12")
    seen = {}
    for day in ("2021-02-28", "2021-04-08", "2021-05-10", "2021-05-11", "2021-05-12"):
        (row,) = meeting_quota(view(told, day))
        seen[day] = (row.planned, row.unaccounted, row.held)
    assert seen == {
        "2021-02-28": (0, 0, 0),
        "2021-04-08": (1, 0, 0),
        "2021-05-10": (1, 0, 0),
        "2021-05-11": (0, 1, 0),
        "2021-05-12": (0, 0, 1),
    }


@pytest.mark.parametrize(
    ("day", "possible", "verdict"),
    [
        ("2021-12-30", True, "upcoming"),
        ("2021-12-31", False, "upcoming"),
        ("2022-01-01", False, "breached"),
    ],
)
def test_two_meetings_need_two_days(day: str, possible: bool, verdict: str) -> None:
    (row,) = meeting_quota(view(network(today="2022-01-31"), day), year=2021)
    assert (row.missing, row.still_possible, row.verdict) == (2, possible, verdict)


def test_a_reached_quota_stays_reached_when_the_year_is_over() -> None:
    told = network(today="2022-01-31")
    hold(told, "2021-02-10")
    hold(told, "2021-12-31")
    (row,) = meeting_quota(view(told, "2022-01-31"), year=2021)
    assert (row.missing, row.still_possible, row.verdict) == (0, True, "fulfilled")


def test_no_meeting_can_be_held_once_the_mandate_has_ended() -> None:
    told = network(small(stated(), ends="2021-06-30"))
    (june,) = meeting_quota(view(told, "2021-06-29"))
    (july,) = meeting_quota(view(told, "2021-07-01"))
    assert (june.still_possible, july.still_possible, july.verdict) == (True, False, "undetermined")


def test_a_quota_of_every_kind_counts_and_plans_every_kind() -> None:
    told = network(small(clause("M1", pattern="quota", holder="network", at_least=3)))
    hold(told, "2021-02-10", kind="other")
    told.ledger.schedule_meeting("net", planned_on="2021-09-10", kind="other", on="2021-01-01")
    (row,) = meeting_quota(view(told, "2021-06-01"))
    assert (row.held, row.planned, row.missing) == (1, 1, 2)


@pytest.mark.parametrize(("year", "possible"), [(2023, False), (2024, True)])
def test_only_a_leap_year_has_days_for_366_meetings(year: int, possible: bool) -> None:
    told = network(small(clause("M1", pattern="quota", holder="network", at_least=366)))
    (row,) = meeting_quota(view(told, "2021-06-01"), year=year)
    assert row.still_possible is possible


def test_a_year_without_a_mandate_has_no_quota() -> None:
    assert meeting_quota(view(network(), "2021-06-01"), year=2020) == ()


def test_a_year_far_ahead_has_no_verdict_yet() -> None:
    (row,) = meeting_quota(view(network(), "2021-06-01"), year=2025)
    assert (row.missing, row.still_possible, row.verdict) == (2, True, None)


# Question 25: how long minutes took


def test_the_time_of_minutes_for_the_network_and_for_each_host() -> None:
    told = network()
    hold(told, "2021-02-10", host="berga", sent="2021-02-13")
    hold(told, "2021-03-10", host="alby", sent="2021-03-20")
    hold(told, "2021-04-10", sent="2021-04-10")
    hold(told, "2021-05-10", host="alby")
    assert minutes_time(view(told, "2021-06-01")) == (
        MinutesTime("net", None, 3, 3.0, 10, None),
        MinutesTime("net", "org:alby", 1, 10.0, 10, None),
        MinutesTime("net", "org:berga", 1, 3.0, 3, None),
    )


def test_a_trend_needs_four_and_leaves_out_the_middle_one() -> None:
    told = network()
    for month, taken in enumerate((1, 2, 9, 5), 2):
        hold(told, f"2021-0{month}-10", host="alby", sent=f"2021-0{month}-{10 + taken}")
    (whole, alby) = minutes_time(view(told, "2021-05-31"))
    assert (whole.median, whole.worst, whole.trend) == (3.5, 9, 5.5), "(9 + 5) / 2 - (1 + 2) / 2"
    assert alby.trend == whole.trend
    hold(told, "2021-06-10", sent="2021-06-10")
    (whole, alby) = minutes_time(view(told, "2021-06-30"))
    assert (whole.meetings, whole.median, whole.trend) == (5, 2.0, 1.0), "(5 + 0) / 2 - (1 + 2) / 2"
    assert alby.meetings == 4


def test_minutes_that_came_after_the_day_do_not_count() -> None:
    told = network()
    hold(told, "2021-02-10", sent="2021-02-20")
    assert minutes_time(view(told, "2021-02-19")) == ()


# Question 26: silent hosts


def test_a_host_is_silent_until_it_sends_minutes_of_any_meeting() -> None:
    told = network()
    hold(told, "2021-02-10", host="alby")
    hold(told, "2021-03-10", host="alby", sent="2021-03-20")
    hold(told, "2021-02-11", host="berga")
    hold(told, "2021-03-11", host="berga")
    hold(told, "2021-03-12", host="dal", kind="other")
    berga = SilentHost("net", "org:berga", 2, when("2021-02-11"), 36)
    assert silent_hosts(view(told, "2021-03-19")) == (SilentHost("net", "org:alby", 2, when("2021-02-10"), 37), berga)
    assert silent_hosts(view(told, "2021-03-20")) == (SilentHost("net", "org:berga", 2, when("2021-02-11"), 37),)


# Question 27: hosting and attendance


def test_hosting_and_attendance_of_each_member() -> None:
    told = network()
    told.ledger.schedule_meeting("net", planned_on="2021-02-10", kind="plain", host="alby", on="2021-01-01")
    told.ledger.hold_meeting(
        "net/2021-02-10",
        on="2021-02-10",
        attendance=(
            Attendance(member="alby", expected=3, present=2),
            Attendance(member="berga", expected=1, present=0),
            Attendance(person="person:p-ann", member="berga"),
            Attendance(person="person:p-bea"),
        ),
    )
    hold(told, "2021-03-10", host="alby")
    assert hosting_and_attendance(view(told, "2021-12-31")) == (
        Attended("net", 2021, "org:alby", 2, 3, 2, 0.667),
        Attended("net", 2021, "org:berga", 0, 2, 1, 0.5),
        Attended("net", 2021, "org:dal", 0, 0, 0, None),
    )


def test_each_year_has_its_own_rows_and_its_own_members() -> None:
    told = network(today="2022-12-31")
    hold(told, "2021-12-31", host="alby")
    told.ledger.leave_network("net", member="dal", on="2022-01-01")
    hold(told, "2022-01-02", host="berga")
    both = hosting_and_attendance(view(told, "2022-12-31"))
    assert [(row.year, row.member, row.hosted) for row in both] == [
        (2021, "org:alby", 1), (2021, "org:berga", 0), (2021, "org:dal", 0),
        (2022, "org:alby", 0), (2022, "org:berga", 1),
    ]  # fmt: skip
    assert hosting_and_attendance(view(told, "2022-12-31"), year=2022) == both[3:]
    assert hosting_and_attendance(view(told, "2022-01-01")) == both[:3]


def test_a_number_for_named_months_is_asked_for_in_these_alone() -> None:
    duty = clause("M", pattern="each_period", every="year", months=(3, 9), holder="network",
                  measure={"of": "meetings", "at_least": 1})  # fmt: skip
    told = network(small(duty))
    periods = {day: [row.period for row in meeting_quota(view(told, day))] for day in ("2021-03-31", "2021-04-01")}
    assert periods == {"2021-03-31": ["2021-03"], "2021-04-01": []}
    assert [row.period for row in meeting_quota(view(told, "2021-04-01"), year=2021)] == ["2021-03", "2021-09"]
