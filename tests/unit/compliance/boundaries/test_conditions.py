"""When a duty is owed at all: conditions, exemptions, waivers and extensions, and what they count from."""

from datetime import date
from typing import Any

import pytest

from governance.model.meeting_events import Attendance, MeetingCalled, MinutesDrafted, MinutesSubmitted
from governance.model.network_events import MandateEnded, MemberLeft
from tests.kit.mandates import clause
from tests.kit.story import Story


def minutes(**more: Any) -> str:
    due = more.pop("due", {"rule": "after", "days": 14})
    return clause("D", pattern="each_meeting", holder="chair", evidence="minutes_submitted", due=due, **more)


STATES: list[tuple[dict[str, Any], bool]] = [  # of a plain meeting on 1 May, with a chair since then and two members
    ({"kinds": ("plain",)}, True),
    ({"kinds": ("other",)}, False),
    ({"kinds": ("other", "plain")}, True),
    ({"role_held": "chair"}, True),
    ({"role_vacant": "chair"}, False),
    ({"role_held": "board"}, False),
    ({"role_vacant": "board"}, True),
    ({"members_at_least": 2}, True),
    ({"members_at_least": 3}, False),
    ({"members_at_most": 2}, True),
    ({"members_at_most": 1}, False),
    ({"role_held": "chair", "members_at_least": 3}, False),
    ({"not_recorded": ("review",)}, True),
    ({"recorded": ("review",)}, False),
]


@pytest.mark.parametrize(("condition", "owed"), STATES)
def test_what_must_hold_for_it_to_be_owed(condition: dict[str, Any], owed: bool) -> None:
    story = Story(minutes(**{"if": condition})).body(MemberLeft, "2021-04-30", member="dal")
    story.holds("chair", "p-a", "2021-05-01").holds("board", "p-b", "2021-01-01", "2021-04-30").held("m", "2021-05-01")
    assert story.on("2021-05-01") == ({"D/m": "upcoming"} if owed else {})


def test_it_begins_with_the_day_of_the_record() -> None:
    story = Story(minutes(**{"if": {"recorded": ("review",)}})).held("m", "2021-05-01")
    story.act("review", "2021-05-10", meeting="net/m").act("review", "2021-05-05", meeting="net/other")
    assert story.on("2021-05-09") == {}
    assert story.on("2021-05-10") == {"D/m": "upcoming"}
    assert story.on("2021-05-16") == {"D/m": "overdue"}


def test_it_ends_with_the_day_of_the_record() -> None:
    story = Story(minutes(**{"if": {"not_recorded": ("review",)}})).held("m", "2021-05-01")
    story.act("review", "2021-05-10", meeting="net/m").at("m", MinutesSubmitted, "2021-06-01")
    assert story.on("2021-05-09") == {"D/m": "upcoming"}
    assert story.on("2021-05-10") == {"D/m": "void"}


EXEMPT: list[tuple[list[dict[str, Any]], str, str | None]] = [  # the exemptions, the verdict on 16 May, due
    ([], "overdue", "2021-05-15"),
    ([{"if": {"kinds": ("plain",)}, "due": {"rule": "after", "days": 30}}], "upcoming", "2021-05-31"),
    ([{"if": {"kinds": ("other",)}, "due": {"rule": "after", "days": 30}}], "overdue", "2021-05-15"),
    ([{"if": {"kinds": ("plain",)}, "not_owed": True}], "waived", None),
    (
        [
            {"if": {"role_held": "chair"}, "not_owed": True},
            {"if": {"kinds": ("plain",)}, "due": {"rule": "after", "days": 20}},
            {"if": {"kinds": ("plain",)}, "due": {"rule": "after", "days": 30}},
        ],
        "upcoming",
        "2021-05-21",
    ),
]


@pytest.mark.parametrize(("exemptions", "verdict", "due"), EXEMPT)
def test_the_first_exemption_that_applies_counts(
    exemptions: list[dict[str, Any]], verdict: str, due: str | None
) -> None:
    more = {"exemption": exemptions} if exemptions else {}
    story = Story(minutes(**more)).held("m", "2021-05-01")
    assert story.on("2021-05-16") == {"D/m": verdict}
    assert story.due("2021-05-16") == {"D/m": due}


def test_an_exemption_that_depends_on_a_record() -> None:
    exempt = {"if": {"recorded": ("review",)}, "not_owed": True}
    story = Story(minutes(exemption=[exempt])).held("m", "2021-05-01").act("review", "2021-05-20", meeting="net/m")
    assert story.on("2021-05-16") == {"D/m": "overdue"}
    assert story.on("2021-05-20") == {"D/m": "waived"}


WAIVED_BY = [  # who may, who did, whether it counts
    ((), None, True),
    ((), "principal", True),
    ((), "owners", True),
    ((), "chair", False),
    (("chair",), "chair", True),
    (("chair",), "principal", False),
    (("chair",), None, True),
    (("chair", "principal"), "principal", True),
]


@pytest.mark.parametrize(("waived_by", "by", "counts"), WAIVED_BY)
def test_who_may_waive_and_extend(waived_by: tuple[str, ...], by: str | None, counts: bool) -> None:
    duty = minutes(waived_by=waived_by)
    waived = Story(duty).held("m", "2021-05-01").waived("D/m", "2021-05-10", by=by)
    assert waived.on("2021-05-09") == {"D/m": "upcoming"}
    assert waived.on("2021-05-16") == {"D/m": "waived" if counts else "overdue"}
    extended = Story(duty).held("m", "2021-05-01").extended("D/m", "2021-06-15", "2021-05-20", by=by)
    assert extended.on("2021-05-19") == {"D/m": "overdue"}
    assert extended.on("2021-05-20") == {"D/m": "upcoming" if counts else "overdue"}
    assert extended.due("2021-05-20") == {"D/m": "2021-06-15" if counts else "2021-05-15"}


EXTENDED = [("2021-06-15", "fulfilled"), ("2021-06-16", "fulfilled_late")]


@pytest.mark.parametrize(("sent", "verdict"), EXTENDED)
def test_done_by_the_extended_date(sent: str, verdict: str) -> None:
    story = Story(minutes()).held("m", "2021-05-01").extended("D/m", "2021-06-15", "2021-05-20")
    assert story.at("m", MinutesSubmitted, sent).on(sent) == {"D/m": verdict}


def test_what_was_late_before_it_was_extended_stays_late() -> None:
    story = Story(minutes()).held("m", "2021-05-01").at("m", MinutesSubmitted, "2021-05-16")
    assert story.extended("D/m", "2021-06-15", "2021-05-20").on("2021-06-15") == {"D/m": "fulfilled_late"}


ANCHORS: list[tuple[str, dict[str, Any], str | None]] = [
    ("established", {"months": 1}, "2021-02-28"),
    ("mandate_start", {"days": 10}, "2021-02-10"),
    ("mandate_end", {"days": 1}, "2022-02-01"),
    ("meeting", {"days": 1}, "2021-05-03"),
    ("planned", {"days": 1}, "2021-05-02"),
    ("called", {"days": 1}, "2021-04-02"),
    ("previous_meeting", {"days": 1}, "2021-03-02"),
    ("next_meeting", {"days": 1}, "2021-07-02"),
    ("period_start", {"days": 1}, "2021-01-02"),
    ("period_end", {"days": 1}, "2022-01-01"),
    ("term_start", {"days": 1}, None),
]


@pytest.mark.parametrize(("name", "length", "due"), ANCHORS[:8])
def test_what_a_due_rule_counts_from(name: str, length: dict[str, Any], due: str | None) -> None:
    """Established on 31 January, with a mandate from that day to the next; planned for 1 May and held on 2 May."""
    story = Story(minutes(due={"rule": "after", "from": name, **length}), begins="2021-01-31", ends="2022-01-31")
    story.held("before", "2021-03-01").planned("m", "2021-05-01").at("m", MeetingCalled, "2021-04-01")
    story.held("m", "2021-05-02").held("after", "2021-07-01")
    assert story.due("2021-12-31")["D/m"] == due


def test_the_next_meeting_is_where_it_is_planned_until_it_was_held() -> None:
    story = Story(minutes(due={"rule": "before", "days": 1, "from": "next_meeting"})).held("m", "2021-05-01")
    assert story.due("2021-05-01")["D/m"] is None
    story.planned("n", "2021-06-01", on="2021-05-10")
    assert story.due("2021-05-09")["D/m"] is None
    assert story.due("2021-05-10")["D/m"] == "2021-05-31"
    assert story.on("2021-06-01")["D/m"] == "overdue"


PERIOD = [("period_start", "2021-10-11"), ("period_end", "2022-01-10"), ("trigger", "2021-10-11")]


@pytest.mark.parametrize(("name", "due"), PERIOD)
def test_what_a_due_rule_of_a_period_counts_from(name: str, due: str) -> None:
    """The body is established on 2 October; the quarters begin and end as ever."""
    every = "year" if name == "period_end" else "quarter"
    rule = {"rule": "after", "days": 10 if name == "period_start" else 9 if name == "trigger" else 10, "from": name}
    duty = clause("P", pattern="each_period", every=every, holder="board", evidence="review", due=rule)
    found = Story(duty, begins="2021-10-02").due("2021-10-02")
    assert found == {"P/2021" if every == "year" else "P/2021-Q4": due}


def test_what_fell_due_before_there_was_a_body() -> None:
    """Ten days after New Year, for a body established in October: void, unless a part owes what a whole year does."""
    rule = {"rule": "after", "days": 10, "from": "period_start"}
    for how, verdict in ({}, "void"), ({"part_periods": "owed"}, "overdue"):
        duty = clause("P", pattern="each_period", every="year", holder="board", evidence="review", due=rule, **how)
        assert Story(duty, begins="2021-10-01").on("2021-10-01") == {"P/2021": verdict}


TERM = [("term_start", "2021-05-11"), ("term_end", "2022-03-10")]


@pytest.mark.parametrize(("name", "due"), TERM)
def test_what_a_due_rule_of_a_term_counts_from(name: str, due: str) -> None:
    duty = clause("T", pattern="each_event", event="role_assigned", holder="chair", evidence="training",
                  due={"rule": "after", "days": 10, "from": name})  # fmt: skip
    story = Story(duty).holds("chair", "p-a", "2021-05-01", "2022-02-28")
    assert story.due("2021-05-01") == {"T/chair-p-a-2021-05-01": due}


def test_the_end_of_the_mandate_is_no_date_before_it_is_known() -> None:
    duty = clause("P", pattern="each_event", event="mandate_started", holder="board", evidence="review",
                  due={"rule": "before", "months": 1, "from": "mandate_end"})  # fmt: skip
    story = Story(duty)
    assert story.due("2021-01-01") == {"P/mandate_started-2021-01-01": None}
    assert story.on("2021-01-01") == {"P/mandate_started-2021-01-01": "upcoming"}
    ended = Story(duty, ends="2022-03-31")
    assert ended.due("2021-01-01") == {"P/mandate_started-2021-01-01": "2022-02-28"}


def test_a_written_draft_before_the_mandate_ended() -> None:
    """A meeting after the last day of the mandate calls for nothing."""
    story = Story(minutes()).held("m", "2021-05-31").at("m", MinutesDrafted, "2021-06-01").held("n", "2021-06-01")
    story.body(MandateEnded, "2021-05-31", ends=date(2021, 5, 31))
    assert story.on("2021-06-01") == {"D/m": "upcoming"}


def test_what_was_waived_stays_waived() -> None:
    story = Story(minutes()).held("m", "2021-05-01").waived("D/m", "2021-05-10").at("m", MinutesSubmitted, "2021-05-12")
    assert story.on("2021-05-12") == {"D/m": "waived"}


def test_what_is_void_stays_void() -> None:
    story = Story(minutes(**{"if": {"not_recorded": ("review",)}})).held("m", "2021-05-01")
    story.act("review", "2021-05-10", meeting="net/m").at("m", MinutesSubmitted, "2021-05-12")
    assert story.on("2021-05-12") == {"D/m": "void"}


def test_the_principal_by_its_key() -> None:
    story = Story(minutes(waived_by=("chair", "principal"))).held("m", "2021-05-01")
    assert story.waived("D/m", "2021-05-10", by="owners").on("2021-05-10") == {"D/m": "waived"}


LED = [  # led by the chair or by somebody else; what besides, and the verdict on the day
    ("p-a", {}, "fulfilled"),
    ("p-b", {}, "breached"),
    (None, {}, "undetermined"),
    pytest.param("p-a", {"due": {"rule": "on", "date": "2021-05-01"}}, "fulfilled"),
    pytest.param("p-a", {"due": {"rule": "on", "date": "2021-04-30"}}, "fulfilled_late"),
    pytest.param("p-a", {"not_before": {"rule": "on", "date": "2021-05-02"}}, "breached"),
    pytest.param("p-b", {"exemption": [{"if": {"kinds": ("plain",)}, "not_owed": True}]}, "waived"),
    ("p-b", {"exemption": [{"if": {"kinds": ("other",)}, "not_owed": True}]}, "breached"),
    ("p-b", {"deputies": ("board",)}, "fulfilled"),
    ("p-b", {"silent_on": ("deputy",)}, "undetermined"),
]


@pytest.mark.parametrize(("who", "more", "verdict"), LED)
def test_who_led_the_meeting(who: str | None, more: dict[str, Any], verdict: str) -> None:
    duty = clause("L", pattern="each_meeting", holder="chair", evidence="meeting_led", **more)
    story = Story(duty).holds("chair", "p-a", "2021-01-01").holds("board", "p-b", "2021-01-01")
    story.held("m", "2021-05-01", led_by=f"person:{who}" if who else None)
    assert story.on("2021-05-01") == {"L/m": verdict}


def test_leading_can_be_waived() -> None:
    duty = clause("L", pattern="each_meeting", holder="chair", evidence="meeting_led")
    story = Story(duty).holds("chair", "p-a", "2021-01-01").planned("m", "2021-05-01").waived("L/m", "2021-04-01")
    assert story.held("m", "2021-05-01", led_by="person:p-b").on("2021-05-01") == {"L/m": "waived"}


def test_leading_is_overdue_where_no_meeting_was_held() -> None:
    duty = clause("L", pattern="each_meeting", holder="chair", evidence="meeting_led",
                  due={"rule": "on", "date": "2021-04-30"})  # fmt: skip
    story = Story(duty).holds("chair", "p-a", "2021-01-01").planned("m", "2021-05-01")
    assert story.on("2021-05-01") == {"L/m": "overdue"}
    assert story.held("m", "2021-05-03", led_by="person:p-a").on("2021-05-01") == {"L/m": "overdue"}
    assert story.on("2021-05-03") == {"L/m": "fulfilled_late"}


def test_an_exemption_whose_date_is_not_known_yet() -> None:
    exempt = {"if": {"members_at_least": 2}, "due": {"rule": "before", "months": 1, "from": "mandate_end"}}
    duty = clause("P", pattern="each_year", holder="board", evidence="review", exemption=[exempt])
    assert Story(duty).on("2021-05-01") == {"P/2021": "upcoming"}


def test_an_exemption_that_gives_no_date() -> None:
    exempt = {"if": {"members_at_least": 2}, "due": {"rule": "asap"}}
    story = Story(minutes(exemption=[exempt])).held("m", "2021-05-01")
    assert story.on("2021-05-01") == {"D/m": "outstanding"}


def test_an_extension_holds_whenever_it_was_decided() -> None:
    story = (
        Story(minutes()).planned("m", "2021-05-01").extended("D/m", "2021-06-30", "2021-04-01").held("m", "2021-05-01")
    )
    assert story.due("2021-04-01") == {"D/m": "2021-06-30"}
    assert story.due("2021-05-01") == {"D/m": "2021-06-30"}


def test_recorded_after_it_was_due() -> None:
    """It was owed by the end of January, if there was a check; that was told of May only."""
    duty = clause("P", pattern="each_year", holder="board", evidence="review", due={"rule": "in_year", "month": 1},
                  **{"if": {"recorded": ("check",)}})  # fmt: skip
    assert Story(duty).act("check", "2021-05-01").on("2021-05-01") == {"P/2021": "overdue"}


CEASED = [  # the check that ends it; the verdicts on 1 June and on 1 July
    ("2021-05-31", "void", "void"),
    ("2021-06-01", "void", "void"),  # due on the 1st: it was not too late yet
    ("2021-06-02", "upcoming", "overdue"),
]


@pytest.mark.parametrize(("ended", "first", "later"), CEASED)
def test_what_fell_due_while_its_condition_held_stays_owed(ended: str, first: str, later: str) -> None:
    """A review a month after each training, as long as there was no check."""
    duty = clause("E", pattern="each_event", event="training", holder="board", evidence="review",
                  due={"rule": "after", "months": 1}, **{"if": {"not_recorded": ("check",)}})  # fmt: skip
    story = Story(duty).act("training", "2021-05-01").act("check", ended)
    assert story.on("2021-06-01") == {"E/training-2021-05-01": first}
    assert story.on("2021-07-01") == {"E/training-2021-05-01": later}


def test_a_quota_that_was_missed_while_its_condition_held_stays_missed() -> None:
    duty = clause("Q", pattern="each_period", every="quarter", holder="network",
                  measure={"of": "meetings", "at_least": 1}, **{"if": {"not_recorded": ("check",)}})  # fmt: skip
    story = Story(duty).act("check", "2021-04-01", period="2021-Q1").act("check", "2021-06-30", period="2021-Q2")
    assert story.on("2021-07-01") == {"Q/2021-Q1": "breached", "Q/2021-Q2": "void", "Q/2021-Q3": "upcoming"}


def test_a_meeting_is_measured_from_the_day_on_which_its_condition_holds() -> None:
    duty = clause("Q", pattern="each_meeting", holder="network", measure={"of": "present", "at_least": 1},
                  **{"if": {"recorded": ("review",)}})  # fmt: skip
    story = Story(duty).held("m", "2021-05-01", attendance=(Attendance(member="alby"),))
    story.act("review", "2021-06-01", meeting="net/m")
    assert story.on("2021-05-31") == {}
    assert story.on("2021-06-01") == {"Q/m": "fulfilled"}


def test_a_condition_of_a_period_looks_at_the_period_itself() -> None:
    """What is done after a quarter counts for it, but a check after the quarter is one of the next quarter."""
    duty = clause("P", pattern="each_period", every="quarter", holder="board", evidence="review",
                  due={"rule": "after", "months": 1, "from": "period_end"},
                  **{"if": {"recorded": ("check",)}})  # fmt: skip
    story = Story(duty).act("check", "2021-04-01").act("review", "2021-07-30")
    assert story.on("2021-07-30") == {"P/2021-Q2": "fulfilled"}
