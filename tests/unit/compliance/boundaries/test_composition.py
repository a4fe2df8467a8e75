"""Of whom a body is made up: shares of those in some roles, and of the members, worked out by hand."""

from typing import Any

import pytest

from governance.model.network_events import MemberJoined, MemberLeft
from tests.kit.mandates import clause
from tests.kit.story import Story

ROLES = "".join(f'[[role]]\nkey = "{key}"\nname = "{key}"\nheld_by = "persons"\n' for key in ("expert", "lay"))


def composed(**measure: Any) -> str:
    measure = {"of": "holders", "role": "lay", "among": ("expert", "lay"), **measure}
    return clause("K", pattern="kept", holder="principal", measure=measure)


def seated(duty: str, experts: int, lay: int) -> Story:
    """So many of each, from the first day on."""
    story = Story(ROLES, duty)
    for role, count in ("expert", experts), ("lay", lay):
        for number in range(count):
            story.holds(role, f"p-{role}-{number}", "2021-01-01")
    return story


MORE_THAN_HALF = {"part": "1/2", "plus": 1, "round": "down"}
SHARES: list[tuple[dict[str, Any], int, int, bool]] = [  # what is asked of the lay, experts, lay, whether it holds
    ({"at_least": {"part": "1/3"}}, 2, 1, True),
    ({"at_least": {"part": "1/3"}}, 3, 1, False),  # of four 1 1/3, which is two
    ({"at_least": {"part": "1/3"}}, 4, 2, True),
    ({"at_least": {"part": "1/3"}}, 5, 2, False),  # of seven 2 1/3, which is three
    ({"at_least": {"part": "1/3", "round": "down"}}, 5, 2, True),
    ({"at_least": MORE_THAN_HALF}, 1, 1, False),
    ({"at_least": MORE_THAN_HALF}, 1, 2, True),
    ({"at_least": MORE_THAN_HALF}, 2, 2, False),
    ({"at_least": MORE_THAN_HALF}, 2, 3, True),
    ({"at_most": {"part": "1/3"}}, 5, 2, True),  # of seven 2 1/3: what is allowed is rounded down
    ({"at_most": {"part": "1/3"}}, 4, 3, False),
    ({"at_most": {"part": "1/3", "round": "up"}}, 4, 3, True),
    ({"at_most": {"part": "1/3"}}, 2, 1, True),
    ({"at_most": {"part": "1/3"}}, 1, 1, False),
    ({"at_least": {"part": "1/4"}, "at_most": {"part": "1/2"}}, 3, 1, True),
    ({"at_least": {"part": "1/4"}, "at_most": {"part": "1/2"}}, 1, 2, False),
    ({"at_least": 1, "at_most": {"part": "1/2"}}, 1, 1, True),
    ({"at_least": 1}, 3, 0, False),
    ({"at_least": {"part": "1/2"}}, 0, 0, True),  # a part of nobody is nobody
    ({"at_least": MORE_THAN_HALF}, 0, 0, False),
    ({"at_least": {"part": "1/2", "at_least": 1}}, 0, 0, False),
    ({"at_most": {"part": "1/3"}}, 0, 0, True),
]


@pytest.mark.parametrize(("asked", "experts", "lay", "holds"), SHARES)
def test_such_a_part_of_the_body(asked: dict[str, Any], experts: int, lay: int, holds: bool) -> None:
    story = seated(composed(**asked), experts, lay)
    assert story.on("2021-01-01") == {"K/2021-01-01": "fulfilled" if holds else "upcoming"}
    assert story.on("2021-01-02") == {"K/2021-01-01": "fulfilled" if holds else "overdue"}


def test_who_has_two_of_the_roles_is_one() -> None:
    """Of one who has both and two who have one each: two thirds are lay."""
    story = seated(composed(at_least={"part": "2/3"}), 2, 1).holds("lay", "p-expert-0", "2021-01-01")
    assert story.on("2021-01-01") == {"K/2021-01-01": "fulfilled"}
    story = seated(composed(at_most={"part": "1/2"}), 2, 1).holds("lay", "p-expert-0", "2021-01-01")
    assert story.on("2021-01-01") == {"K/2021-01-01": "upcoming"}


def test_only_those_who_are_among_them_are_counted() -> None:
    """A role that some of them have beside their own: of three experts one; the two lay have no part in it."""
    duty = composed(role="lay", among=("expert",), at_least={"part": "1/3"})
    assert seated(duty, 3, 2).on("2021-01-01") == {"K/2021-01-01": "upcoming"}
    story = seated(duty, 3, 2).holds("lay", "p-expert-0", "2021-01-01")
    assert story.on("2021-01-01") == {"K/2021-01-01": "fulfilled"}


LOST = [
    ("2021-04-30", {"K/2021-01-01": "fulfilled"}),
    ("2021-05-01", {"K/2021-01-01": "fulfilled", "K/2021-05-01": "upcoming"}),
    ("2021-05-31", {"K/2021-01-01": "fulfilled", "K/2021-05-01": "overdue"}),
    ("2021-06-01", {"K/2021-01-01": "fulfilled", "K/2021-05-01": "fulfilled_late"}),
]


@pytest.mark.parametrize(("day", "verdicts"), LOST)
def test_it_is_lost_by_who_comes_and_held_again_by_who_goes(day: str, verdicts: dict[str, str]) -> None:
    story = seated(composed(at_least={"part": "1/2"}), 1, 1).holds("expert", "p-new", "2021-05-01", "2021-05-31")
    assert story.on(day) == verdicts


def test_a_role_that_follows_from_another_is_held_by_the_same() -> None:
    vice = '[[role]]\nkey = "vice"\nname = "Vice"\nheld_by = "derived"\nderived_from = "chair"\n'
    duty = composed(role="chair", among=("vice", "lay"), at_least={"part": "1/2"})
    story = Story(ROLES, vice, duty).holds("chair", "p-a", "2021-01-01").holds("lay", "p-b", "2021-01-01")
    assert story.on("2021-01-01") == {"K/2021-01-01": "fulfilled"}


def test_of_the_holders_of_a_role_those_from_a_side() -> None:
    """Without ``among`` all who hold the role are the whole: one of two, then one of three."""
    measure = {"of": "holders", "role": "chair", "side": "owner", "at_least": {"part": "1/2"}}
    story = Story(clause("K", pattern="kept", holder="principal", measure=measure))
    story.holds("chair", "p-a", "2021-01-01", member="berga").holds("chair", "p-b", "2021-01-01", member="alby")
    story.holds("chair", "p-c", "2021-05-01", member="alby")
    assert story.on("2021-04-30") == {"K/2021-01-01": "fulfilled"}
    assert story.on("2021-05-01") == {"K/2021-01-01": "fulfilled", "K/2021-05-01": "upcoming"}


def test_of_the_members_those_on_a_side() -> None:
    """Two of three are owners; then two of four, of whom three are two thirds; then two of three again."""
    measure = {"of": "members", "side": "owner", "at_least": {"part": "2/3"}}
    story = Story(clause("K", pattern="kept", holder="principal", measure=measure))
    story.body(MemberJoined, "2021-05-01", member="ek").body(MemberLeft, "2021-05-31", member="ek")
    for day, verdicts in LOST:
        assert story.on(day) == verdicts
