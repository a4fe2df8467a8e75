"""A number that is to be kept: from the first day, and again each time that it is lost."""

import pytest

from governance.model.network_events import MemberJoined, MemberLeft, NetworkDissolved, NetworkReestablished, RoleEnded
from tests.kit.mandates import clause
from tests.kit.story import Story

CHAIR = {"of": "holders", "role": "chair", "at_least": 1}


def test_it_holds_from_the_first_day() -> None:
    story = Story(clause("K", pattern="kept", holder="principal", measure=CHAIR)).holds("chair", "p-a", "2021-01-01")
    assert story.on("2021-01-01") == {"K/2021-01-01": "fulfilled"}
    assert story.on("2031-01-01") == {"K/2021-01-01": "fulfilled"}


FIRST = [  # since when there is a chair, the verdict then: at once, and within thirty days
    ("2021-01-01", "fulfilled", "fulfilled"),
    ("2021-01-02", "fulfilled_late", "fulfilled"),
    ("2021-01-31", "fulfilled_late", "fulfilled"),
    ("2021-02-01", "fulfilled_late", "fulfilled_late"),
]


@pytest.mark.parametrize(("since", "at_once", "within"), FIRST)
def test_the_first_time(since: str, at_once: str, within: str) -> None:
    for due, verdict in ({}, at_once), ({"due": {"rule": "after", "days": 30}}, within):
        story = Story(clause("K", pattern="kept", holder="principal", measure=CHAIR, **due))
        assert story.holds("chair", "p-a", since).on(since) == {"K/2021-01-01": verdict}


VACANT = [  # the last day of one chair, the first of the next, what begins, and how that ends: within a month
    ("2021-04-30", "2021-05-01", None, None),
    ("2021-04-30", "2021-05-02", "2021-05-01", "fulfilled"),
    ("2021-04-30", "2021-06-01", "2021-05-01", "fulfilled"),
    ("2021-04-30", "2021-06-02", "2021-05-01", "fulfilled_late"),
    ("2024-01-30", "2024-02-29", "2024-01-31", "fulfilled"),
    ("2024-01-30", "2024-03-01", "2024-01-31", "fulfilled_late"),
    ("2021-12-30", "2022-01-31", "2021-12-31", "fulfilled"),
    ("2021-12-30", "2022-02-01", "2021-12-31", "fulfilled_late"),
]


@pytest.mark.parametrize(("last", "first", "begins", "verdict"), VACANT)
def test_a_vacancy_of_at_most_a_month(last: str, first: str, begins: str | None, verdict: str | None) -> None:
    duty = clause("K", pattern="kept", holder="principal", measure=CHAIR, due={"rule": "after", "months": 1})
    story = Story(duty).holds("chair", "p-a", "2021-01-01", last).holds("chair", "p-b", first)
    expected = {"K/2021-01-01": "fulfilled"}
    if begins and verdict:
        assert story.on(begins) == {**expected, f"K/{begins}": "upcoming"}
        expected[f"K/{begins}"] = verdict
    assert story.on(first) == expected


def test_a_vacancy_that_lasts_is_overdue() -> None:
    duty = clause("K", pattern="kept", holder="principal", measure=CHAIR, due={"rule": "after", "months": 1})
    story = Story(duty).holds("chair", "p-a", "2021-01-01")
    story.body(RoleEnded, "2021-04-30", role="chair", holder="person:p-a")
    assert story.on("2021-04-30") == {"K/2021-01-01": "fulfilled"}
    assert story.on("2021-06-01") == {"K/2021-01-01": "fulfilled", "K/2021-05-01": "upcoming"}
    assert story.on("2021-06-02") == {"K/2021-01-01": "fulfilled", "K/2021-05-01": "overdue"}


def test_lost_twice() -> None:
    story = Story(clause("K", pattern="kept", holder="principal", measure=CHAIR))
    for first, last in ("2021-01-01", "2021-01-31"), ("2021-02-02", "2021-02-28"), ("2021-03-02", "2021-12-31"):
        story.holds("chair", "p-a", first, last)
    assert story.on("2021-03-02") == {
        "K/2021-01-01": "fulfilled",
        "K/2021-02-01": "fulfilled_late",
        "K/2021-03-01": "fulfilled_late",
    }


NUMBER_OF_MEMBERS = [  # at least, at most, the members (Alby, Berga and Dal, until Dal leaves, until Ek joins)
    ({"at_least": 3}, ["2021-05-01"]),
    ({"at_least": 2}, []),
    ({"at_least": 4}, []),  # from the first day on it never held, until Ek came
    ({"at_most": 3}, []),
    ({"at_most": 2}, ["2021-06-01"]),  # at first they were too many, and again when Ek came
    ({"at_least": 2, "at_most": 2}, ["2021-06-01"]),
]


@pytest.mark.parametrize(("bounds", "lost"), NUMBER_OF_MEMBERS)
def test_so_many_members(bounds: dict[str, int], lost: list[str]) -> None:
    """Dal's last day is 30 April, Ek's first is 1 June."""
    story = Story(clause("K", pattern="kept", holder="network", measure={"of": "members", **bounds}))
    story.body(MemberLeft, "2021-04-30", member="dal").body(MemberJoined, "2021-06-01", member="ek")
    assert sorted(story.on("2021-12-31")) == ["K/2021-01-01", *(f"K/{day}" for day in lost)]


def test_of_a_side() -> None:
    measure = {"of": "members", "at_least": 2, "side": "owner"}
    story = Story(clause("K", pattern="kept", holder="network", measure=measure))
    story.body(MemberLeft, "2021-04-30", member="dal")
    assert story.on("2021-04-30") == {"K/2021-01-01": "fulfilled"}
    assert story.on("2021-05-01") == {"K/2021-01-01": "fulfilled", "K/2021-05-01": "upcoming"}
    assert story.on("2021-05-02") == {"K/2021-01-01": "fulfilled", "K/2021-05-01": "overdue"}


def test_holders_from_a_side() -> None:
    measure = {"of": "holders", "role": "chair", "at_least": 1, "side": "owner"}
    story = Story(clause("K", pattern="kept", holder="network", measure=measure))
    story.holds("chair", "p-a", "2021-01-01", "2021-06-30", member="berga")
    story.holds("chair", "p-b", "2021-07-01", member="alby")
    assert story.on("2021-07-01") == {"K/2021-01-01": "fulfilled", "K/2021-07-01": "upcoming"}


def test_a_date_that_is_not_known_yet() -> None:
    rule = {"rule": "before", "months": 1, "from": "mandate_end"}
    story = Story(clause("K", pattern="kept", holder="principal", measure=CHAIR, due=rule))
    assert story.on("2021-05-01") == {"K/2021-01-01": "upcoming"}


def test_nothing_is_lost_between_two_lives_of_a_body() -> None:
    duty = clause("K", pattern="kept", holder="network", measure={"of": "members", "at_least": 3})
    story = Story(duty).body(NetworkDissolved, "2021-02-28").body(MemberLeft, "2021-03-31", member="alby")
    story.body(NetworkReestablished, "2021-05-01")
    assert story.on("2021-04-30") == {"K/2021-01-01": "fulfilled"}
    assert story.on("2021-05-01") == {"K/2021-01-01": "fulfilled", "K/2021-05-01": "upcoming"}
    assert story.on("2021-05-02")["K/2021-05-01"] == "overdue"
