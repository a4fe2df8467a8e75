"""Appointments: who may be appointed, for how long, with what notice, and what is owed from the first day in a role."""

from typing import Any

import pytest

from governance.model.network_events import RoleEnded
from governance.time import When
from tests.kit.mandates import clause
from tests.kit.story import Story


def appointment(measure: dict[str, Any], *roles: str) -> str:
    return clause("A", pattern="each_event", event="role_assigned", roles=roles, holder="principal", measure=measure)


ELIGIBLE: list[tuple[dict[str, Any], str | None, str]] = [  # where from, the member that p-a stands for, the verdict
    ({"sides": ("owner",)}, "berga", "fulfilled"),
    ({"sides": ("owner",)}, "alby", "breached"),
    ({"sides": ("owner",)}, None, "undetermined"),  # for whom p-a stands was not told
    ({"sides": ("owner", "staff")}, "alby", "fulfilled"),
    ({"members": ("alby",)}, "alby", "fulfilled"),
    ({"members": ("alby",)}, "dal", "breached"),
    ({"roles": ("board",)}, None, "breached"),
]


@pytest.mark.parametrize(("where", "member", "verdict"), ELIGIBLE)
def test_who_may_be_appointed(where: dict[str, Any], member: str | None, verdict: str) -> None:
    story = Story(appointment({"of": "eligible", **where}, "chair")).holds("chair", "p-a", "2021-05-01", member=member)
    assert story.on("2021-05-01") == {"A/chair-p-a-2021-05-01": verdict}


HELD_THEN = [  # the other role, and whether it is held on 1 May
    (("2021-01-01", "2021-04-30"), False),
    (("2021-01-01", "2021-05-01"), True),
    (("2021-05-01", None), True),
    (("2021-05-02", None), False),
]


@pytest.mark.parametrize(("board", "held"), HELD_THEN)
def test_another_role_on_the_first_day(board: tuple[str, str | None], held: bool) -> None:
    told = Story(appointment({"of": "eligible", "roles": ("board",)}, "chair")).holds("board", "p-a", *board)
    told.holds("chair", "p-a", "2021-05-01")
    assert told.on("2021-05-01") == {"A/chair-p-a-2021-05-01": "fulfilled" if held else "breached"}


def test_a_pair_of_roles_by_one_person() -> None:
    story = Story(appointment({"of": "separate", "roles": ("board",)}, "chair"))
    story.holds("board", "p-a", "2021-01-01", "2021-04-30")
    story.holds("chair", "p-a", "2021-05-01", "2021-06-30").holds("board", "p-b", "2021-01-01")
    story.holds("chair", "p-b", "2021-07-01")
    assert story.on("2021-07-01") == {
        "A/chair-p-a-2021-05-01": "fulfilled",
        "A/chair-p-b-2021-07-01": "breached",
    }


TERMS = [  # the terms one after the other, and the verdict on the last: at most two terms running
    ([("2021-01-01", "2021-12-31")], "fulfilled"),
    ([("2021-01-01", "2021-12-31"), ("2022-01-01", "2022-12-31")], "fulfilled"),
    ([("2021-01-01", "2021-12-31"), ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31")], "breached"),
]


@pytest.mark.parametrize(("terms", "verdict"), TERMS)
def test_at_most_two_terms_running(terms: list[tuple[str, str]], verdict: str) -> None:
    story = Story(appointment({"of": "terms", "at_most": 2}, "chair"))
    for first, last in terms:
        story.holds("chair", "p-a", first, last)
    first = terms[-1][0]
    assert story.on(first)[f"A/chair-p-a-{first}"] == verdict


def test_somebody_else_comes_between() -> None:
    story = Story(appointment({"of": "terms", "at_most": 1}, "chair"))
    story.holds("chair", "p-a", "2021-01-01", "2021-12-31").holds("chair", "p-b", "2022-01-01", "2022-12-31")
    story.holds("chair", "p-a", "2023-01-01", "2023-12-31").holds("chair", "p-a", "2024-01-01", "2024-12-31")
    found = story.on("2024-01-01")
    assert found["A/chair-p-a-2023-01-01"] == "fulfilled"
    assert found["A/chair-p-a-2024-01-01"] == "breached"


NOTICE = [("2021-04-16", "fulfilled"), ("2021-04-17", "fulfilled"), ("2021-04-18", "fulfilled_late")]


@pytest.mark.parametrize(("told", "verdict"), NOTICE)
def test_two_weeks_notice_before_an_appointment_takes_effect(told: str, verdict: str) -> None:
    duty = clause("N", pattern="each_event", event="role_assigned", roles=("chair",), holder="principal",
                  evidence="role_assigned", due={"rule": "before", "days": 14, "from": "term_start"})  # fmt: skip
    story = Story(duty).holds("chair", "p-a", "2021-05-01", on=told)
    assert story.on(told) == {"N/chair-p-a-2021-05-01": verdict}


TRAINED = [  # appointed on 1 February for 31 March: trained within a month of the first day, by whom, when
    ("person:p-a", "2021-04-30", "fulfilled"),
    ("person:p-a", "2021-05-01", "fulfilled_late"),
    ("person:p-b", "2021-04-30", "overdue"),
    (None, "2021-04-30", "fulfilled"),
]


@pytest.mark.parametrize(("by", "day", "verdict"), TRAINED)
def test_training_after_an_appointment(by: str | None, day: str, verdict: str) -> None:
    duty = clause("T", pattern="each_event", event="role_assigned", roles=("chair",), holder="chair",
                  evidence="training", due={"rule": "after", "months": 1})  # fmt: skip
    story = Story(duty).holds("chair", "p-a", "2021-03-31", on="2021-02-01").act("training", day, by=by)
    assert story.due("2021-02-01") == {"T/chair-p-a-2021-03-31": "2021-04-30"}
    assert story.on("2021-05-01") == {"T/chair-p-a-2021-03-31": verdict}


def test_what_happened_before_the_appointment_does_not_count() -> None:
    duty = clause("T", pattern="each_event", event="role_assigned", holder="chair", evidence="training")
    story = Story(duty).act("training", "2021-04-30", by="person:p-a").holds("chair", "p-a", "2021-05-01")
    assert story.on("2021-05-01") == {"T/chair-p-a-2021-05-01": "outstanding"}
    assert story.act("training", "2021-05-01").on("2021-05-01") == {"T/chair-p-a-2021-05-01": "fulfilled"}


TERM_ENDS = [("2022-12-31", "fulfilled"), ("2023-01-01", "fulfilled_late")]


@pytest.mark.parametrize(("ended", "verdict"), TERM_ENDS)
def test_a_term_ends_within_two_years(ended: str, verdict: str) -> None:
    duty = clause("E", pattern="each_event", event="role_assigned", holder="principal", evidence="role_ended",
                  due={"rule": "on", "date": "2022-12-31"})  # fmt: skip
    story = Story(duty).holds("chair", "p-a", "2021-01-01")
    story.body(RoleEnded, ended, role="chair", holder="person:p-a")
    assert story.on(ended) == {"E/chair-p-a-2021-01-01": verdict}


def test_only_the_roles_that_are_named() -> None:
    duty = clause("T", pattern="each_event", event="role_assigned", roles=("chair",), holder="chair",
                  evidence="training")  # fmt: skip
    story = Story(duty).holds("board", "p-a", "2021-05-01").holds("board", "p-b", "2021-05-01")
    assert story.on("2021-05-01") == {}


def test_two_appointed_on_one_day() -> None:
    duty = clause("T", pattern="each_event", event="role_assigned", holder="board", evidence="training")
    story = Story(duty).holds("board", "p-a", "2021-05-01").holds("board", "p-b", "2021-05-01")
    story.act("training", "2021-05-02", by="person:p-b")
    assert story.on("2021-05-02") == {
        "T/board-p-a-2021-05-01": "outstanding",
        "T/board-p-b-2021-05-01": "fulfilled",
    }


def handover(**due: Any) -> str:
    return clause("H", pattern="each_event", event="role_ended", roles=("board",), holder="network", evidence="check",
                  **due)  # fmt: skip


WITHIN = {"due": {"rule": "after", "days": 14}}
ENDS = [  # told on 1 February for 30 June: the verdict on a day, and the date
    ("2021-01-31", None),
    ("2021-02-01", "upcoming"),
    ("2021-07-14", "upcoming"),
    ("2021-07-15", "overdue"),
]


@pytest.mark.parametrize(("day", "verdict"), ENDS)
def test_a_term_that_runs_out(day: str, verdict: str | None) -> None:
    story = Story(handover(**WITHIN)).holds("board", "p-a", "2021-03-01", "2021-06-30", on="2021-02-01")
    assert story.on(day) == ({"H/board-p-a-2021-06-30": verdict} if verdict else {})


@pytest.mark.parametrize(("day", "verdict"), ENDS)
def test_an_end_that_is_told_beforehand(day: str, verdict: str | None) -> None:
    story = Story(handover(**WITHIN)).holds("board", "p-a", "2021-01-01")
    story.body(RoleEnded, "2021-02-01", role="board", holder="person:p-a", ends=When.parse("2021-06-30"))
    assert story.on(day) == ({"H/board-p-a-2021-06-30": verdict} if verdict else {})


def test_an_end_without_a_date_for_what_follows() -> None:
    story = Story(handover()).holds("board", "p-a", "2021-01-01", "2021-06-30")
    assert story.on("2021-06-29") == {"H/board-p-a-2021-06-30": "upcoming"}
    assert story.on("2021-06-30") == {"H/board-p-a-2021-06-30": "outstanding"}


def test_what_must_come_before_the_end_counts_before_it() -> None:
    story = Story(handover(due={"rule": "before", "days": 14})).holds("board", "p-a", "2021-01-01", "2021-06-30")
    assert story.due("2021-01-01") == {"H/board-p-a-2021-06-30": "2021-06-16"}
    assert story.act("check", "2021-06-16").on("2021-06-16") == {"H/board-p-a-2021-06-30": "fulfilled"}


FOLLOWING = [  # the first day of the next term of the same holder, and how many times somebody left
    ("2021-07-01", 0),
    ("2021-07-02", 1),
]


@pytest.mark.parametrize(("first", "left"), FOLLOWING)
def test_a_term_that_follows_on(first: str, left: int) -> None:
    story = Story(handover()).holds("board", "p-a", "2021-01-01", "2021-06-30").holds("board", "p-a", first)
    assert len(story.on("2021-07-31")) == left


def test_a_recorded_end_is_one_whatever_follows_on() -> None:
    story = Story(handover()).holds("board", "p-a", "2021-01-01")
    story.body(RoleEnded, "2021-06-30", role="board", holder="person:p-a").holds("board", "p-b", "2021-07-01")
    assert story.on("2021-07-01") == {"H/board-p-a-2021-06-30": "outstanding"}
    story.holds("board", "p-a", "2021-07-01", member="alby")
    assert story.on("2021-07-01") == {"H/board-p-a-2021-06-30": "outstanding"}


def test_an_end_that_is_told_twice_is_one() -> None:
    story = Story(handover()).holds("board", "p-a", "2021-01-01", "2021-12-31")
    for last in ("2021-09-30", "2021-06-30"):
        story.body(RoleEnded, "2021-05-01", role="board", holder="person:p-a", ends=When.parse(last))
    assert story.on("2021-12-31") == {"H/board-p-a-2021-06-30": "outstanding"}


def test_the_term_of_the_successor_follows_one_that_ran_out() -> None:
    duty = clause("F", pattern="each_event", event="role_ended", roles=("chair",), holder="principal",
                  evidence="role_assigned", due={"rule": "after", "days": 30})  # fmt: skip
    story = Story(duty).holds("chair", "p-a", "2021-01-01", "2021-06-30")
    assert story.on("2021-07-31") == {"F/chair-p-a-2021-06-30": "overdue"}
    assert story.holds("chair", "p-b", "2021-07-30").on("2021-07-31")["F/chair-p-a-2021-06-30"] == "fulfilled"
