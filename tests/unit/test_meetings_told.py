"""Papers that go out before a meeting, minutes that are published after it, actions that go to somebody higher."""

import pytest

from governance import errors as e
from governance.model.meeting import Meeting
from tests.kit.lived import DIGEST, lived
from tests.kit.world import World

FEB, MAR, JUN, SEP = (f"net/2021-{day}" for day in ("02-12", "03-19", "06-07", "09-10"))


@pytest.fixture
def w() -> World:
    return lived()


def open_actions(w: World, meeting: str) -> list[str]:
    return [action.key for action in w.again().unit().load(Meeting, f"meeting:{meeting}").open_actions]


def test_papers_go_out_to_the_day_of_the_meeting_and_may_be_told_afterwards(w: World) -> None:
    w.ledger.send_papers(JUN, what="papers", recipient="members", document=DIGEST, on="2021-06-01", at="09:00")
    w.ledger.send_papers(JUN, what="budget", on="2021-06-07")
    with pytest.raises(e.FollowsMeeting):
        w.ledger.send_papers(JUN, what="budget", on="2021-06-08")


def test_a_meeting_is_not_held_before_its_papers_went_out(w: World) -> None:
    w.ledger.schedule_meeting("net", planned_on="2021-06-30", kind="plain", on="2021-06-01")
    w.ledger.send_papers("net/2021-06-30", what="agenda", on="2021-06-20")
    with pytest.raises(e.MeetingPrecedesItsPlanning):
        w.ledger.hold_meeting("net/2021-06-30", on="2021-06-19")
    w.ledger.hold_meeting("net/2021-06-30", on="2021-06-20")


def test_the_same_papers_go_out_to_several(w: World) -> None:
    for recipient in ("principal", "archive"):
        w.ledger.send_papers(SEP, what="agenda", recipient=recipient, on="2021-06-30")
    with pytest.raises(e.AlreadyRecorded):
        w.ledger.send_papers(SEP, what="agenda", recipient="archive", on="2021-06-30")


def test_minutes_are_published_once_the_meeting_was_held(w: World) -> None:
    w.ledger.publish_minutes(FEB, where="https://example.org/minutes", document=DIGEST, on="2021-03-01")
    w.ledger.publish_minutes(JUN, on="2021-06-07")
    with pytest.raises(e.MeetingNotHeld):
        w.ledger.publish_minutes(SEP)


def test_an_escalated_action_stays_open_until_it_is_closed(w: World) -> None:
    w.ledger.escalate_action(FEB, key="a1", to="chair", reason="Open for long", on="2021-06-07")
    w.ledger.escalate_action(FEB, key="a1", to="principal", on="2021-06-08")
    assert open_actions(w, FEB) == ["a1"]
    w.ledger.close_action(FEB, key="a1", on="2021-06-30")
    assert open_actions(w, FEB) == []
    with pytest.raises(e.ActionUnknown):
        w.ledger.escalate_action(FEB, key="a1", to="archive", on="2021-06-30")


def test_an_action_that_was_taken_to_a_later_meeting_is_escalated_there(w: World) -> None:
    w.ledger.carry_over_action(FEB, key="a1", to=MAR, on="2021-03-19")
    with pytest.raises(e.ActionUnknown):
        w.ledger.escalate_action(FEB, key="a1", to="chair")
    w.ledger.agree_action(MAR, key="a1", text="Do it", on="2021-03-19")
    w.ledger.escalate_action(MAR, key="a1", to="chair")
    assert (open_actions(w, FEB), open_actions(w, MAR)) == ([], ["a1"])
