"""Each one's attendance over a period: shares and numbers, what was missed or not told, and the time in the role."""

from typing import Any

import pytest

from governance.model.meeting_events import Attendance
from governance.model.network_events import MemberJoined, MemberLeft
from tests.kit.mandates import clause
from tests.kit.story import Story

TWO_THIRDS = {"part": "2/3"}
CAME = {
    "yes": (Attendance(person="person:p-a"), Attendance(person="person:p-b")),
    "no": (Attendance(person="person:p-b"),),
    "absent": (Attendance(person="person:p-a", present=0), Attendance(person="person:p-b")),
    "untold": (),
}


def attending(at_least: Any = TWO_THIRDS, holder: str = "board", every: str = "year", **more: Any) -> str:
    kinds = {"kinds": more.pop("of_kinds")} if "of_kinds" in more else {}
    measure = {"of": "attendance", "at_least": at_least, **kinds}
    return clause("A", pattern="each_period", every=every, holder=holder, by_each=True, measure=measure, **more)


def met(story: Story, *meetings: str) -> Story:
    """Meetings by their day and whether p-a came: ``2021-05-01 yes``; a third word is the kind."""
    for text in meetings:
        day, came, *kind = text.split()
        story.held(f"m-{day}", day, attendance=CAME[came], **({"kind": kind[0]} if kind else {}))
    return story


def seated(duty: str, *meetings: str) -> Story:
    return met(Story(duty).holds("board", "p-a", "2021-01-01"), *meetings)


YEARS = [  # whether p-a came to the meetings of the year, and the verdict once it is over: two thirds
    ("", "void"),
    ("yes", "fulfilled"),
    ("no", "breached"),
    ("absent", "breached"),
    ("untold", "undetermined"),
    ("yes yes no", "fulfilled"),
    ("yes no no", "breached"),
    ("yes yes no no", "breached"),  # of four 2 2/3, which is three
    ("yes yes yes absent", "fulfilled"),
    ("yes yes untold", "fulfilled"),  # whatever the third was
    ("yes no untold", "undetermined"),
    ("no no untold", "breached"),  # whatever the third was
    ("yes untold untold no", "undetermined"),
]


@pytest.mark.parametrize(("came", "verdict"), YEARS)
def test_two_thirds_of_a_year(came: str, verdict: str) -> None:
    story = seated(attending(), *(f"2021-0{month}-01 {one}" for month, one in enumerate(came.split(), 1)))
    assert story.on("2021-12-31")["A/2021/p-a"] == "upcoming"
    assert story.on("2022-01-01")["A/2021/p-a"] == verdict


DAYS = [  # of two meetings one is missed; whether the missed one belongs to 2021
    ("2020-12-31", "fulfilled"),
    ("2021-01-01", "breached"),
    ("2021-12-31", "breached"),
    ("2022-01-01", "fulfilled"),
]


@pytest.mark.parametrize(("missed", "verdict"), DAYS)
def test_the_first_and_the_last_day_of_the_year(missed: str, verdict: str) -> None:
    story = Story(attending(), begins="2020-01-01").holds("board", "p-a", "2020-01-01")
    assert met(story, "2021-05-01 yes", f"{missed} no").on("2022-01-01")["A/2021/p-a"] == verdict


def test_who_must_come_to_all_has_lost_it_with_the_first_that_was_missed() -> None:
    story = seated(attending({"part": "1/1"}), "2021-03-01 yes", "2021-05-01 no", "2021-06-01 yes")
    assert story.on("2021-04-30") == {"A/2021/p-a": "upcoming"}
    assert story.on("2021-05-01") == {"A/2021/p-a": "breached"}
    assert story.on("2021-12-31") == {"A/2021/p-a": "breached"}


@pytest.mark.parametrize("at_least", [2, {"part": "1/2", "at_most": 2}])
def test_a_number_is_reached_on_the_day_of_the_last_meeting_that_it_takes(at_least: object) -> None:
    story = seated(attending(at_least), "2021-03-01 yes", "2021-05-01 no", "2021-06-01 yes", "2021-07-01 no")
    assert story.on("2021-05-31") == {"A/2021/p-a": "upcoming"}
    assert story.on("2021-06-01") == {"A/2021/p-a": "fulfilled"}


@pytest.mark.parametrize(("came", "verdict"), [("yes", "fulfilled"), ("no", "breached")])
def test_never_more_than_were_held(came: str, verdict: str) -> None:
    assert seated(attending(2), f"2021-03-01 {came}").on("2022-01-01")["A/2021/p-a"] == verdict


def test_only_meetings_of_some_kinds() -> None:
    duty = attending(of_kinds=("plain",))
    assert seated(duty, "2021-03-01 yes", "2021-05-01 no other").on("2022-01-01")["A/2021/p-a"] == "fulfilled"
    assert seated(duty, "2021-05-01 yes other").on("2022-01-01")["A/2021/p-a"] == "void"


TERMS = [  # first and last day in the role, the missed meeting (another was attended on 1 June), the verdict
    ("2021-05-01", None, "2021-04-30", "fulfilled"),
    ("2021-05-01", None, "2021-05-01", "breached"),
    ("2021-01-01", "2021-12-31", "2021-12-31", "breached"),
    ("2021-01-01", "2021-12-30", "2021-05-01", "void"),  # left before the year was over
]


@pytest.mark.parametrize(("first", "last", "missed", "verdict"), TERMS)
def test_the_meetings_of_ones_own_time(first: str, last: str | None, missed: str, verdict: str) -> None:
    story = met(Story(attending()).holds("board", "p-a", first, last), "2021-06-01 yes", f"{missed} no")
    assert story.on("2022-01-01")["A/2021/p-a"] == verdict


def test_who_leaves_is_not_judged_from_the_day_after() -> None:
    story = met(Story(attending()).holds("board", "p-a", "2021-01-01", "2021-06-30"), "2021-03-01 no")
    assert story.on("2021-06-30") == {"A/2021/p-a": "upcoming"}
    assert story.on("2021-07-01") == {"A/2021/p-a": "void"}


def test_a_meeting_between_two_terms_is_nobody_s_to_attend() -> None:
    story = Story(attending()).holds("board", "p-a", "2021-01-01", "2021-03-31").holds("board", "p-a", "2021-06-01")
    met(story, "2021-03-31 yes", "2021-04-01 no", "2021-05-31 no", "2021-06-01 yes")
    assert story.on("2022-01-01")["A/2021/p-a"] == "fulfilled"


def test_each_by_itself() -> None:
    """p-b came to both meetings, p-a to one."""
    story = seated(attending(), "2021-03-01 yes", "2021-05-01 no").holds("board", "p-b", "2021-01-01")
    assert story.on("2022-01-01") == {
        "A/2021/p-a": "breached", "A/2021/p-b": "fulfilled", "A/2022/p-a": "upcoming", "A/2022/p-b": "upcoming",
    }  # fmt: skip


OF_MEMBERS: list[tuple[tuple[Attendance, ...], str]] = [  # who came, and the verdict on Alby
    ((Attendance(member="alby"),), "fulfilled"),
    ((Attendance(member="alby", present=0), Attendance(member="berga")), "breached"),
    ((Attendance(member="berga"),), "breached"),
    ((Attendance(person="person:p-a"),), "fulfilled"),  # stands for Alby
    ((Attendance(person="person:p-a", present=0),), "breached"),
    ((Attendance(person="person:p-b"),), "breached"),
    ((), "undetermined"),
]


@pytest.mark.parametrize(("came", "verdict"), OF_MEMBERS)
def test_members_attend_by_who_stands_for_them(came: tuple[Attendance, ...], verdict: str) -> None:
    story = Story(attending(holder="members")).holds("board", "p-a", "2021-01-01", member="alby")
    story.held("m", "2021-05-01", attendance=came)
    assert story.on("2022-01-01")["A/2021/alby"] == verdict


def test_a_member_that_comes_and_goes() -> None:
    story = Story(attending(holder="members")).body(MemberJoined, "2021-05-01", member="ek")
    story.body(MemberLeft, "2021-09-30", member="dal")
    everybody = tuple(Attendance(member=member) for member in ("alby", "berga", "dal"))
    story.held("m1", "2021-04-30", attendance=everybody).held("m2", "2021-05-01", attendance=everybody)
    expected = {"A/2021/alby": "fulfilled", "A/2021/berga": "fulfilled", "A/2021/dal": "void", "A/2021/ek": "breached"}
    assert {key: value for key, value in story.on("2022-01-01").items() if "2021" in key} == expected


@pytest.mark.parametrize(("present", "verdict"), [(1, "undetermined"), (0, "breached")])
def test_where_only_the_number_of_a_member_was_told_nobody_knows_who_came(present: int, verdict: str) -> None:
    story = Story(attending()).holds("board", "p-a", "2021-01-01", member="alby")
    story.held("m", "2021-05-01", attendance=(Attendance(member="alby", present=present, expected=2),
                                              Attendance(member="berga")))  # fmt: skip
    assert story.on("2022-01-01")["A/2021/p-a"] == verdict


def test_of_each_half_year_and_of_a_part_of_one() -> None:
    story = Story(attending(every="half_year", part_periods="not_owed"), begins="2021-02-01")
    met(story.holds("board", "p-a", "2021-02-01"), "2021-03-01 no", "2021-08-01 yes")
    assert story.on("2022-01-01") == {
        "A/2021-H1/p-a": "void",
        "A/2021-H2/p-a": "fulfilled",
        "A/2022-H1/p-a": "upcoming",
    }


def test_one_of_them_may_be_let_off() -> None:
    story = seated(attending(), "2021-03-01 no").holds("board", "p-b", "2021-01-01")
    story.waived("A/2021/p-a", "2021-05-01", by="principal")
    assert story.on("2021-04-30") == {"A/2021/p-a": "upcoming", "A/2021/p-b": "upcoming"}
    assert story.on("2021-05-01") == {"A/2021/p-a": "waived", "A/2021/p-b": "upcoming"}
    assert story.on("2022-01-01")["A/2021/p-a"] == "waived"


def test_what_is_told_later_settles_it() -> None:
    story = seated(attending(), "2021-03-01 untold")
    position = len(story.records)
    story.corrected(position, "2021-06-01", attendance=[{"person": "person:p-a"}])
    assert story.on("2022-01-01", known=position)["A/2021/p-a"] == "undetermined"
    assert story.on("2022-01-01")["A/2021/p-a"] == "fulfilled"
