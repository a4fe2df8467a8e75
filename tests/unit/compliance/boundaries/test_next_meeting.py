"""The next meeting, as it was planned, called off and held by the day asked."""

from governance.model.meeting_events import MeetingCancelled, MeetingHeld, MeetingRescheduled
from governance.time import When
from tests.kit.mandates import clause
from tests.kit.story import Story

SIGNED = clause("S", pattern="each_meeting", kinds=("plain",), holder="chair", evidence="minutes_approved",
                due={"rule": "before", "days": 0, "from": "next_meeting"})  # fmt: skip


def planned() -> Story:
    return Story(SIGNED).planned("n", "2021-02-15").planned("o", "2021-04-15").held("m", "2021-01-15")


def due(story: Story, *days: str) -> list[str | None]:
    return [story.due(day)["S/m"] for day in days]


def test_a_meeting_that_is_cancelled_was_the_next_until_then() -> None:
    story = planned().at("n", MeetingCancelled, "2021-02-20")
    assert due(story, "2021-02-09", "2021-02-19", "2021-02-20") == ["2021-02-15", "2021-02-15", "2021-04-15"]
    assert [story.on(day)["S/m"] for day in ("2021-02-15", "2021-02-16", "2021-02-20")] == [
        "upcoming",
        "overdue",
        "upcoming",
    ]


def test_a_meeting_that_moves_behind_another() -> None:
    story = planned().at("n", MeetingRescheduled, "2021-02-01", planned_on=When.parse("2021-05-10"))
    assert due(story, "2021-01-31", "2021-02-01") == ["2021-02-15", "2021-04-15"]


def test_a_meeting_that_is_held_on_another_day_than_planned() -> None:
    story = planned().at("n", MeetingHeld, "2021-02-18")
    assert due(story, "2021-02-17", "2021-02-18") == ["2021-02-15", "2021-02-18"]


def test_an_extra_meeting_comes_between() -> None:
    story = planned().planned("x", "2021-02-03", on="2021-02-01").planned("y", "2021-02-02", kind="other")
    assert due(story, "2021-01-31", "2021-02-01") == ["2021-02-15", "2021-02-03"]


def test_a_plan_that_was_forgotten_is_the_next_until_another_is_held() -> None:
    story = planned().at("o", MeetingHeld, "2021-04-15")
    assert due(story, "2021-02-16", "2021-04-14", "2021-04-15") == ["2021-02-15", "2021-02-15", "2021-04-15"]
    assert due(story, "2021-12-31") == ["2021-04-15"]


def test_what_is_next_is_seen_from_the_day_on_which_this_one_was_held() -> None:
    """Planned for 10 March behind n, and then held before it: n comes after it, on all days."""
    story = Story(SIGNED).planned("n", "2021-02-15").planned("m", "2021-03-10").planned("o", "2021-04-15")
    assert story.due("2021-02-01")["S/m"] == "2021-04-15"
    story.at("m", MeetingHeld, "2021-02-10")
    assert due(story, "2021-02-09", "2021-02-10") == ["2021-02-15", "2021-02-15"]


def test_of_an_event_it_is_the_first_on_a_later_day() -> None:
    duty = clause("E", pattern="each_event", event="review", holder="chair", evidence="check",
                  due={"rule": "after", "days": 0, "from": "next_meeting"})  # fmt: skip
    story = Story(duty).planned("m", "2021-03-01").planned("n", "2021-04-01").act("review", "2021-03-01")
    assert story.due("2021-03-01") == {"E/review-2021-03-01": "2021-04-01"}
    story.at("n", MeetingCancelled, "2021-03-15")
    assert story.due("2021-03-15") == {"E/review-2021-03-01": None}
