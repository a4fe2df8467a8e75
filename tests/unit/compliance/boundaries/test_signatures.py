"""Several who sign: all, enough of them, in an order, again after a rejection; and what is done several times."""

from typing import Any

import pytest

from governance.model.meeting_events import MinutesApproved, MinutesDrafted, MinutesRejected
from governance.model.network_events import RoleEnded
from tests.kit.mandates import clause
from tests.kit.story import Story

Signing = list[tuple[str, str]]
"""Who, and when. ``p-c`` is the chair, ``p-1`` and ``p-2`` are the board, ``p-x`` is nobody."""


def minutes(**more: Any) -> str:
    return clause("S", pattern="each_meeting", holder="chair", evidence="minutes_approved",
                  due={"rule": "after", "days": 14}, **more)  # fmt: skip


def signed(duty: str, signing: Signing) -> Story:
    story = Story(duty).holds("chair", "p-c", "2021-01-01")
    story.holds("board", "p-1", "2021-01-01").holds("board", "p-2", "2021-01-01")
    story.held("m", "2021-05-01").at("m", MinutesDrafted, "2021-05-01")
    for who, day in signing:
        kind, more = (MinutesRejected, {"reasons": "Wrong"}) if who.startswith("no:") else (MinutesApproved, {})
        story.at("m", kind, day, by=f"person:{who.removeprefix('no:')}", **more)
        if more:
            story.at("m", MinutesDrafted, day)
    return story


BOTH: list[tuple[Signing, str]] = [
    ([], "overdue"),
    ([("p-c", "2021-05-10")], "overdue"),
    ([("p-c", "2021-05-10"), ("p-1", "2021-05-15")], "fulfilled"),
    ([("p-1", "2021-05-10"), ("p-c", "2021-05-15")], "fulfilled"),
    ([("p-c", "2021-05-10"), ("p-1", "2021-05-16")], "fulfilled_late"),
    ([("p-1", "2021-05-10"), ("p-2", "2021-05-11")], "overdue"),
    ([("p-c", "2021-05-10"), ("p-x", "2021-05-11")], "overdue"),
    ([("p-c", "2021-05-10"), ("no:p-1", "2021-05-11")], "overdue"),
    ([("p-c", "2021-05-10"), ("no:p-1", "2021-05-11"), ("p-1", "2021-05-12")], "overdue"),
    ([("p-c", "2021-05-10"), ("no:p-1", "2021-05-11"), ("p-1", "2021-05-12"), ("p-c", "2021-05-13")], "fulfilled"),
    ([("p-c", "2021-05-10"), ("p-1", "2021-05-11"), ("no:p-2", "2021-05-12")], "fulfilled"),  # it was complete
]


@pytest.mark.parametrize(("signing", "verdict"), BOTH)
def test_a_holder_of_each_role(signing: Signing, verdict: str) -> None:
    assert signed(minutes(signed_by=("chair", "board")), signing).on("2021-05-16") == {"S/m": verdict}


ENOUGH: list[tuple[Signing, str]] = [
    ([("p-x", "2021-05-10")], "upcoming"),
    ([("p-1", "2021-05-10")], "fulfilled"),
    ([("p-c", "2021-05-10")], "fulfilled"),
]


@pytest.mark.parametrize(("signing", "verdict"), ENOUGH)
def test_so_many_of_them_are_enough(signing: Signing, verdict: str) -> None:
    assert signed(minutes(signed_by=("chair", "board"), at_least=1), signing).on("2021-05-15") == {"S/m": verdict}


ORDER: list[tuple[Signing, str]] = [
    ([("p-1", "2021-05-10"), ("p-c", "2021-05-11")], "fulfilled"),
    ([("p-c", "2021-05-10"), ("p-1", "2021-05-11")], "upcoming"),  # the chair came too early, and must sign again
    ([("p-c", "2021-05-10"), ("p-1", "2021-05-10")], "upcoming"),
    ([("p-1", "2021-05-11"), ("p-c", "2021-05-10")], "upcoming"),  # told in the other order, but by their days
]


@pytest.mark.parametrize(("signing", "verdict"), ORDER)
def test_in_this_order(signing: Signing, verdict: str) -> None:
    duty = minutes(signed_by=("board", "chair"), in_order=True)
    assert signed(duty, signing).on("2021-05-15") == {"S/m": verdict}


LEFT = [("2021-05-10", "fulfilled"), ("2021-05-09", "upcoming")]


@pytest.mark.parametrize(("last", "verdict"), LEFT)
def test_who_held_the_role_on_the_day_of_signing(last: str, verdict: str) -> None:
    story = signed(minutes(signed_by=("chair",)), [("p-c", "2021-05-10")])
    story.body(RoleEnded, last, role="chair", holder="person:p-c")
    assert story.on("2021-05-15") == {"S/m": verdict}


TIMES = [  # so many reviews in a quarter: two are asked for
    ([], "outstanding"),
    (["2021-01-01"], "outstanding"),
    (["2021-01-01", "2021-01-01"], "fulfilled"),
    (["2021-01-01", "2021-03-31"], "fulfilled"),
    (["2021-03-31", "2021-04-01"], "outstanding"),
]


@pytest.mark.parametrize(("done", "verdict"), TIMES)
def test_something_done_twice_in_a_quarter(done: list[str], verdict: str) -> None:
    story = Story(clause("T", pattern="each_period", every="quarter", holder="board", evidence="review", at_least=2))
    for day in done:
        story.act("review", day)
    assert story.on("2021-12-31")["T/2021-Q1"] == verdict


def test_twice_by_two_roles_and_by_their_host() -> None:
    """The secretary is derived: the host of the meeting."""
    duty = clause("S", pattern="each_meeting", holder="chair", evidence="minutes_approved",
                  signed_by=("chair", "secretary"))  # fmt: skip
    story = Story(duty).holds("chair", "p-c", "2021-01-01").held("m", "2021-05-01", host="berga")
    story.at("m", MinutesDrafted, "2021-05-01").at("m", MinutesApproved, "2021-05-02", by="org:alby")
    story.at("m", MinutesApproved, "2021-05-03", by="person:p-c")
    assert story.on("2021-05-03") == {"S/m": "outstanding"}
    assert story.at("m", MinutesApproved, "2021-05-04", by="org:berga").on("2021-05-04") == {"S/m": "fulfilled"}
