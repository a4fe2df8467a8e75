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


EITHER: list[tuple[Signing, str]] = [  # the chair or one of the board, and the office; p-1 is in the office, too
    ([("p-c", "2021-05-10")], "upcoming"),
    ([("p-c", "2021-05-10"), ("p-2", "2021-05-11")], "upcoming"),  # twice for the first place
    ([("p-1", "2021-05-10")], "upcoming"),  # nobody signs for two places
    ([("p-1", "2021-05-10"), ("p-c", "2021-05-15")], "fulfilled"),
    ([("p-c", "2021-05-10"), ("p-1", "2021-05-15")], "fulfilled"),
    ([("p-1", "2021-05-10"), ("p-2", "2021-05-15")], "fulfilled"),  # p-1 for the second place
    ([("p-x", "2021-05-10"), ("p-1", "2021-05-15")], "upcoming"),
    ([("p-c", "2021-05-10"), ("no:p-2", "2021-05-11"), ("p-1", "2021-05-12")], "upcoming"),
]


def either(**more: Any) -> str:
    return _SECOND + minutes(signed_by=(("chair", "board"), "second"), **more)


_SECOND = '[[role]]\nkey = "second"\nname = "Second"\nheld_by = "persons"\n'


def signed_by_either(duty: str, signing: Signing) -> Story:
    return signed(duty, signing).holds("second", "p-1", "2021-01-01")


@pytest.mark.parametrize(("signing", "verdict"), EITHER)
def test_either_of_two_roles(signing: Signing, verdict: str) -> None:
    assert signed_by_either(either(), signing).on("2021-05-15") == {"S/m": verdict}


EITHER_IN_ORDER: list[tuple[Signing, str]] = [
    ([("p-c", "2021-05-10"), ("p-1", "2021-05-11")], "fulfilled"),
    ([("p-2", "2021-05-10"), ("p-1", "2021-05-11")], "fulfilled"),
    ([("p-1", "2021-05-10"), ("p-c", "2021-05-11")], "upcoming"),  # p-1 had the first place's turn
    ([("p-x", "2021-05-10"), ("p-c", "2021-05-11"), ("p-1", "2021-05-12")], "fulfilled"),
]


@pytest.mark.parametrize(("signing", "verdict"), EITHER_IN_ORDER)
def test_either_of_two_roles_in_order(signing: Signing, verdict: str) -> None:
    assert signed_by_either(either(in_order=True), signing).on("2021-05-15") == {"S/m": verdict}


def test_either_of_two_roles_where_one_signature_is_enough() -> None:
    story = signed_by_either(either(at_least=1), [("p-2", "2021-05-10")])
    assert story.on("2021-05-10") == {"S/m": "fulfilled"}


def test_two_of_the_same_roles_are_two_people() -> None:
    duty = clause("S", pattern="each_meeting", holder="chair", evidence="review",
                  signed_by=(("chair", "board"), ("chair", "board")))  # fmt: skip
    story = signed(duty, [])
    for who, verdict in (("p-1", "outstanding"), ("p-1", "outstanding"), ("p-2", "fulfilled")):
        story.act("review", "2021-05-11", by=f"person:{who}", meeting="net/m")
        assert story.on("2021-05-11") == {"S/m": verdict}


def test_who_holds_two_of_the_roles_of_a_plain_list_signs_for_both() -> None:
    story = signed(minutes(signed_by=("chair", "board")), [("p-1", "2021-05-10")])
    assert story.on("2021-05-10") == {"S/m": "upcoming"}
    story = signed(minutes(signed_by=("chair", "board")), [("p-c", "2021-05-10")]).holds("board", "p-c", "2021-05-10")
    assert story.on("2021-05-10") == {"S/m": "fulfilled"}


TWO_OF_THE_BOARD = [  # who signs on which day of May; since when it is done
    (("p-a", "p-b"), "2021-05-03"),
    (("p-a", "p-a"), None),  # one person is not two
    (("p-a", "p-x"), None),  # who holds no such role
    (("p-a", "p-a", "p-b"), "2021-05-04"),
]


@pytest.mark.parametrize(("signers", "done"), TWO_OF_THE_BOARD)
def test_so_many_holders_of_one_role_sign(signers: tuple[str, ...], done: str | None) -> None:
    duty = clause("S", pattern="each_meeting", holder="chair", evidence="review", signed_by=("board",), at_least=2)
    story = Story(duty).holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-01-01").held("m", "2021-05-01")
    for day, who in enumerate(signers, 2):
        story.act("review", f"2021-05-{day:02}", by=f"person:{who}", meeting="net/m")
    since = next((d for d in range(1, 11) if story.on(f"2021-05-{d:02}") == {"S/m": "fulfilled"}), None)
    assert since == (int(done[-2:]) if done else None)
