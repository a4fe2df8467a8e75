"""Who is present: numbers, fractions and their rounding, sides and roles, and what nobody told."""

from typing import Any

import pytest

from governance.model.meeting_events import Attendance
from governance.model.network_events import MemberLeft
from tests.kit.mandates import clause
from tests.kit.story import Story


def quorum(**more: Any) -> str:
    return clause("Q", pattern="each_meeting", holder="chair", measure={"of": "present", **more})


def board(duty: str, size: int, present: int) -> Story:
    """So many members of the board, of whom so many came."""
    story = Story(duty)
    for number in range(size):
        story.holds("board", f"p-{number}", "2021-01-01")
    came = [Attendance(person=f"person:p-{number}", present=int(number < present)) for number in range(size)]
    return story.held("m", "2021-05-01", attendance=tuple(came) or (Attendance(person="person:p-x"),))


BOUNDS: list[tuple[Any, int, int]] = [  # at least, of how many, how many are needed
    (3, 7, 3),
    (8, 7, 8),
    ({"part": "1/3"}, 7, 3),  # 2 1/3
    ({"part": "1/3", "round": "up"}, 7, 3),
    ({"part": "1/3", "round": "down"}, 7, 2),
    ({"part": "1/3", "round": "nearest"}, 7, 2),
    ({"part": "1/3"}, 6, 2),
    ({"part": "2/3"}, 7, 5),  # 4 2/3
    ({"part": "2/3", "round": "down"}, 7, 4),
    ({"part": "2/3", "round": "nearest"}, 7, 5),
    ({"part": "1/2"}, 7, 4),
    ({"part": "1/2"}, 6, 3),
    ({"part": "1/2", "plus": 1, "round": "down"}, 7, 4),  # more than half
    ({"part": "1/2", "plus": 1, "round": "down"}, 6, 4),
    ({"part": "1/2", "round": "nearest"}, 5, 3),  # 2 1/2
    ({"part": "1/2", "round": "nearest"}, 7, 4),  # 3 1/2
    ({"part": "3/4"}, 4, 3),
    ({"part": "1/1"}, 5, 5),
    ({"part": "1/3", "at_least": 3}, 3, 3),  # the higher of the two
    ({"part": "1/3", "at_least": 3}, 12, 4),
    ({"part": "1/2", "at_most": 3}, 9, 3),  # the lower of the two
    ({"part": "1/2", "at_most": 3}, 4, 2),
    ({"part": "1/10", "plus": 2}, 1, 3),
]


@pytest.mark.parametrize(("at_least", "size", "needed"), BOUNDS)
def test_so_many_of_so_many(at_least: object, size: int, needed: int) -> None:
    duty = quorum(among=("board",), at_least=at_least)
    assert board(duty, size, needed - 1).on("2021-05-01") == {"Q/m": "breached"}
    if needed <= size:
        assert board(duty, size, needed).on("2021-05-01") == {"Q/m": "fulfilled"}


def test_before_the_meeting_and_after() -> None:
    story = Story(quorum(at_least=1)).planned("m", "2021-05-01")
    story.held("m", "2021-05-02", attendance=(Attendance(member="alby"),))
    assert story.on("2021-05-01") == {"Q/m": "upcoming"}
    assert story.on("2021-05-02") == {"Q/m": "fulfilled"}


def test_nobody_told_who_came() -> None:
    assert Story(quorum(at_least=1)).held("m", "2021-05-01").on("2021-05-01") == {"Q/m": "undetermined"}


def test_nobody_is_entitled() -> None:
    assert board(quorum(among=("board",), at_least=0), 0, 0).on("2021-05-01") == {"Q/m": "undetermined"}


MEMBERS = [  # who came, and whether two of three members are enough
    ((), "undetermined"),
    ((Attendance(member="alby"),), "breached"),
    ((Attendance(member="alby"), Attendance(member="berga")), "fulfilled"),
    ((Attendance(member="alby"), Attendance(member="berga", present=0)), "breached"),
    ((Attendance(member="alby", expected=3, present=3),), "breached"),
    ((Attendance(member="alby"), Attendance(person="person:p-b")), "fulfilled"),  # p-b stands for Berga
    ((Attendance(member="alby"), Attendance(person="person:p-a")), "breached"),  # p-a stands for Alby, too
    ((Attendance(member="alby"), Attendance(person="person:p-x")), "breached"),
]


@pytest.mark.parametrize(("attendance", "verdict"), MEMBERS)
def test_members(attendance: tuple[Attendance, ...], verdict: str) -> None:
    story = Story(quorum(at_least={"part": "2/3"}))
    story.holds("board", "p-a", "2021-01-01", member="alby").holds("board", "p-b", "2021-01-01", member="berga")
    assert story.held("m", "2021-05-01", attendance=attendance).on("2021-05-01") == {"Q/m": verdict}


def test_a_member_that_left_the_day_before_is_not_counted() -> None:
    came = (Attendance(member="alby"),)
    for left, verdict in (("2021-04-30", "fulfilled"), ("2021-05-01", "breached")):
        story = Story(quorum(at_least={"part": "1/2"})).body(MemberLeft, left, member="dal")
        assert story.held("m", "2021-05-01", attendance=came).on("2021-05-01") == {"Q/m": verdict}


SIDES = [  # who came of the two sides: Alby and the board, p-b, and Berga and Dal; one of each, or two in all
    (("alby",), (), "breached", "breached"),
    (("alby",), ("person:p-b",), "breached", "fulfilled"),
    (("alby", "berga"), (), "fulfilled", "fulfilled"),
    (("dal",), ("person:p-b",), "fulfilled", "fulfilled"),
    (("berga", "dal"), (), "breached", "fulfilled"),
]


@pytest.mark.parametrize(("members", "persons", "each", "together"), SIDES)
def test_sides(members: tuple[str, ...], persons: tuple[str, ...], each: str, together: str) -> None:
    came = (*(Attendance(member=key) for key in members), *(Attendance(person=key) for key in persons))
    for duty, verdict in (
        (quorum(among=("staff", "owner"), at_least=1, each=True), each),
        (quorum(among=("staff", "owner"), at_least=2), together),
    ):
        story = Story(duty).holds("board", "p-b", "2021-01-01").held("m", "2021-05-01", attendance=came)
        assert story.on("2021-05-01") == {"Q/m": verdict}


def test_too_few_of_one_role_where_of_another_nobody_knows_how_many_there_are() -> None:
    duty = quorum(among=("office", "board"), at_least=1, each=True)
    for came, verdict in ((("person:p-b",), "undetermined"), (("person:p-x",), "breached")):
        story = Story(duty).holds("board", "p-b", "2021-01-01")
        story.held("m", "2021-05-01", attendance=tuple(Attendance(person=key) for key in came))
        assert story.on("2021-05-01") == {"Q/m": verdict}


INCLUDING = [
    (("p-0", "p-1"), "fulfilled"),  # p-0 is the chair
    (("p-1", "p-2"), "breached"),
    (("p-0",), "breached"),
]


@pytest.mark.parametrize(("came", "verdict"), INCLUDING)
def test_at_least_one_holder_of_a_role(came: tuple[str, ...], verdict: str) -> None:
    story = Story(quorum(among=("board",), at_least=2, including=("chair",)))
    story.holds("chair", "p-0", "2021-01-01")
    for number in range(3):
        story.holds("board", f"p-{number}", "2021-01-01")
    story.held("m", "2021-05-01", attendance=tuple(Attendance(person=f"person:{who}") for who in came))
    assert story.on("2021-05-01") == {"Q/m": verdict}


VICE = '[[role]]\nkey = "vice"\nname = "Vice chair"\nheld_by = "person"\n'
CHAIR_OR_VICE = [  # p-0 is the chair, p-1 the vice chair, p-2 on the board
    (("p-0", "p-2"), "fulfilled"),
    (("p-1", "p-2"), "fulfilled"),
    (("p-0", "p-1"), "breached"),  # both, and nobody of the board
    (("p-2",), "breached"),  # neither
    ((), "undetermined"),  # not told
]


@pytest.mark.parametrize(("came", "verdict"), CHAIR_OR_VICE)
def test_of_a_list_of_roles_one_is_enough(came: tuple[str, ...], verdict: str) -> None:
    story = Story(quorum(at_least=0, including=(("chair", "vice"), "board")), VICE)
    story.holds("chair", "p-0", "2021-01-01").holds("vice", "p-1", "2021-01-01").holds("board", "p-2", "2021-01-01")
    story.held("m", "2021-05-01", attendance=tuple(Attendance(person=f"person:{who}") for who in came))
    assert story.on("2021-05-01") == {"Q/m": verdict}


@pytest.mark.parametrize(("last", "verdict"), [("2021-05-01", "fulfilled"), ("2021-04-30", "breached")])
def test_one_of_a_list_counts_through_the_last_day_in_the_role(last: str, verdict: str) -> None:
    story = Story(quorum(at_least=0, including=(("chair", "vice"),)), VICE).holds("vice", "p-1", "2021-01-01", last)
    story.held("m", "2021-05-01", attendance=(Attendance(person="person:p-1"),))
    assert story.on("2021-05-01") == {"Q/m": verdict}


def test_one_of_a_list_may_have_come_in_the_role_by_what_was_told() -> None:
    story = Story(quorum(at_least=0, including=(("chair", "vice"),)), VICE)
    story.held("m", "2021-05-01", attendance=(Attendance(person="person:p-9", role="vice"),))
    assert story.on("2021-05-01") == {"Q/m": "fulfilled"}


def test_who_does_not_count_is_no_part_of_the_whole() -> None:
    """Of five in the board one is the chair, who does not count: half of the four others are two."""
    duty = quorum(among=("board",), at_least={"part": "1/2"}, not_counting=("chair",))
    for came, verdict in ((("p-0", "p-1"), "breached"), (("p-1", "p-2"), "fulfilled")):
        story = Story(duty).holds("chair", "p-0", "2021-01-01")
        for number in range(5):
            story.holds("board", f"p-{number}", "2021-01-01")
        story.held("m", "2021-05-01", attendance=tuple(Attendance(person=f"person:{who}") for who in came))
        assert story.on("2021-05-01") == {"Q/m": verdict}


def test_holders_are_those_of_the_day() -> None:
    """p-1 left the board the day before, p-2 joined it on the day."""
    duty = quorum(among=("board",), at_least={"part": "1/1"})
    story = Story(duty).holds("board", "p-1", "2021-01-01", "2021-04-30").holds("board", "p-2", "2021-05-01")
    story.held("m", "2021-05-01", attendance=(Attendance(person="person:p-2"),))
    assert story.on("2021-05-01") == {"Q/m": "fulfilled"}


# turns

TURNS = [  # the hosts one after the other, and the verdict on the last: in turn, not twice running
    (["alby"], "fulfilled", "fulfilled"),
    (["alby", "alby"], "breached", "breached"),
    (["alby", "berga", "alby"], "breached", "fulfilled"),
    (["alby", "berga", "dal", "alby"], "fulfilled", "fulfilled"),
    (["alby", "berga", "dal", "berga"], "breached", "fulfilled"),
    (["alby", "berga", "dal", "dal"], "breached", "breached"),
    (["alby", "berga", "dal", "alby", "berga", "dal", "berga"], "breached", "fulfilled"),
    (["alby", "berga", "dal", "alby", "dal"], "breached", "fulfilled"),
    (["alby", "berga", "dal", "alby", "dal", "berga"], "fulfilled", "fulfilled"),
]


@pytest.mark.parametrize(("hosts", "in_turn", "not_twice"), TURNS)
def test_hosting_goes_round(hosts: list[str], in_turn: str, not_twice: str) -> None:
    for rule, verdict in (("in_turn", in_turn), ("not_twice_running", not_twice)):
        story = Story(clause("R", pattern="each_meeting", holder="network", measure={"of": "rotation", "rule": rule}))
        for number, host in enumerate(hosts):
            story.held(f"m{number}", f"2021-05-{number + 1:02}", host=host)
        assert story.on("2021-12-31")[f"R/m{len(hosts) - 1}"] == verdict


def test_a_host_that_was_not_told() -> None:
    story = Story(clause("R", pattern="each_meeting", holder="network", measure={"of": "rotation"}))
    assert story.held("m", "2021-05-01").on("2021-05-01") == {"R/m": "undetermined"}


def test_a_quorum_can_be_waived_before_the_meeting() -> None:
    story = Story(quorum(at_least=3)).planned("m", "2021-05-01").waived("Q/m", "2021-04-01")
    story.held("m", "2021-05-01", attendance=(Attendance(member="alby"),))
    assert story.on("2021-03-31") == {"Q/m": "upcoming"}
    assert story.on("2021-04-01") == {"Q/m": "waived"}
    assert story.on("2021-05-01") == {"Q/m": "waived"}


def test_a_quorum_that_was_missed_can_be_waived_afterwards() -> None:
    story = Story(quorum(at_least=3)).held("m", "2021-05-01", attendance=(Attendance(member="alby"),))
    story.waived("Q/m", "2021-05-02")
    assert story.on("2021-05-01") == {"Q/m": "breached"}
    assert story.on("2021-05-02") == {"Q/m": "waived"}


@pytest.mark.parametrize(("came", "verdict"), [("p-0", "undetermined"), ("p-9", "breached")])
def test_a_side_that_nobody_is_on_hides_nothing_of_the_others(came: str, verdict: str) -> None:
    """There is no chair to be counted, which is not known to be too few; but of one on the board one is needed."""
    duty = quorum(among=("chair", "board"), each=True, at_least={"part": "1/2"})
    story = Story(duty).holds("board", "p-0", "2021-01-01")
    story.held("m", "2021-05-01", attendance=(Attendance(person=f"person:{came}"),))
    assert story.on("2021-05-01") == {"Q/m": verdict}
