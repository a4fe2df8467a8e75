"""Terms of roles: from the days on which they begin and end, in whatever order they are recorded; rough dates leave
days on which the holder may have held the role."""

from datetime import date
from itertools import permutations

import pytest

from governance.model.event import Event
from governance.model.network_events import MemberJoined, MemberLeft, RoleAssigned, RoleEnded
from governance.time import When
from tests.kit.story import Story

Days = tuple[str, str | None]


def appointed(first: str, last: str | None = None, member: str | None = None) -> tuple[type, dict[str, object]]:
    ends = When.parse(last) if last else None
    return RoleAssigned, {"holder": "person:p-a", "starts": When.parse(first), "ends": ends, "member": member}


def ended(last: str, member: str | None = None) -> tuple[type, dict[str, object]]:
    return RoleEnded, {"holder": "person:p-a", "ends": When.parse(last), "member": member}


def held(*recorded: tuple[type, dict[str, object]]) -> list[Days]:
    """The first and last days, as the story tells them in this order."""
    story = Story()
    for kind, fields in recorded:
        story.body(kind, "2021-01-01", role="chair", **fields)
    spans = story.network.terms("chair")
    return [(first.isoformat(), last.isoformat() if last else None) for _a, first, last in spans]


@pytest.mark.parametrize(
    ("recorded", "spans"),
    [
        ([appointed("2021-02-01"), appointed("2021-06-01")], [("2021-02-01", "2021-05-31"), ("2021-06-01", None)]),
        ([appointed("2021-02-01", "2021-06-01"), appointed("2021-06-01")],
         [("2021-02-01", "2021-05-31"), ("2021-06-01", None)]),
        ([appointed("2021-02-01"), ended("2021-03-31"), appointed("2021-06-01"), ended("2021-09-30")],
         [("2021-02-01", "2021-03-31"), ("2021-06-01", "2021-09-30")]),
        ([appointed("2021-02-01"), ended("2021-06-01"), appointed("2021-06-01")],
         [("2021-02-01", "2021-05-31"), ("2021-06-01", None)]),
        ([appointed("2021-02-01"), ended("2021-02-01")], [("2021-02-01", "2021-02-01")]),
        ([appointed("2021-02-01"), ended("2021-09-30"), ended("2021-06-30")], [("2021-02-01", "2021-06-30")]),
    ],
)  # fmt: skip
def test_the_order_of_recording_changes_no_term(
    recorded: list[tuple[type, dict[str, object]]], spans: list[Days]
) -> None:
    """An appointment comes before an end; beyond that any order gives the same."""
    for order in permutations(recorded):
        ends = [index for index, (kind, _fields) in enumerate(order) if kind is RoleEnded]
        starts = [index for index, (kind, _fields) in enumerate(order) if kind is RoleAssigned]
        begun = [order[index][1]["starts"] for index in starts]
        first = min((fields["starts"] for kind, fields in recorded if kind is RoleAssigned), key=str)
        if not ends or starts[begun.index(first)] < ends[0]:
            assert held(*order) == spans


def test_one_person_holds_a_role_for_two_members_and_gives_up_one() -> None:
    both = (appointed("2021-02-01", member="alby"), appointed("2021-02-01", member="berga"))
    assert held(*both) == [("2021-02-01", None)] * 2
    assert held(*both, ended("2021-05-31", "berga")) == [("2021-02-01", None), ("2021-02-01", "2021-05-31")]
    assert held(*both, ended("2021-05-31")) == [("2021-02-01", "2021-05-31")] * 2


def test_a_year_means_any_of_its_days() -> None:
    story = Story(begins="2010-01-01")
    story.body(RoleAssigned, "2021-01-01", role="chair", holder="person:p-a", starts=When.parse("2013"),
               ends=When.parse("2015-06"))  # fmt: skip
    (term,) = story.network.terms("chair")
    days = {"2012-12-31": False, "2013-01-01": True, "2015-06-30": True, "2015-07-01": False}
    assert {day: term.on(date.fromisoformat(day)) for day in days} == days


def test_a_member_that_left_and_came_back_in_whatever_order_this_is_recorded() -> None:
    facts: list[tuple[type[Event], str]] = [
        (MemberLeft, "2021-03-31"),
        (MemberJoined, "2021-06-01"),
        (MemberLeft, "2021-09-30"),
    ]
    for order in permutations(facts):
        story = Story()
        for kind, day in order:
            story.body(kind, day, member="alby")
        assert story.network.memberships()["alby"] == (
            (date(2021, 1, 1), date(2021, 3, 31)), (date(2021, 6, 1), date(2021, 9, 30)))  # fmt: skip
