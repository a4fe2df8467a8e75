"""What an event calls for, where that is a meeting, or concerns one person alone."""

import pytest

from governance.model.meeting_events import MeetingCalled
from tests.kit.mandates import clause
from tests.kit.story import Story

CALLED = [  # called on; the verdict on the last good day, 8 October, and the day after
    ("2021-10-07", "fulfilled", "fulfilled"),
    ("2021-10-08", "fulfilled", "fulfilled"),
    ("2021-10-09", "upcoming", "fulfilled_late"),
    (None, "upcoming", "overdue"),
]


@pytest.mark.parametrize(("called", "last", "after"), CALLED)
def test_a_meeting_is_called_within_a_week_of_being_asked_for(called: str | None, last: str, after: str) -> None:
    """What can only come before a meeting is missed when that was held, not when somebody asks for one."""
    duty = clause("M", pattern="each_event", event="review", kinds=("other",), holder="chair",
                  evidence="meeting_called", due={"rule": "after", "days": 7})  # fmt: skip
    story = Story(duty).act("review", "2021-10-01").planned("m", "2021-10-14", kind="other", on="2021-10-02")
    if called:
        story.at("m", MeetingCalled, called)
    assert story.on("2021-10-08") == {"M/review-2021-10-01": last}
    assert story.on("2021-10-09") == {"M/review-2021-10-01": after}
