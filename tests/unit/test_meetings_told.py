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
    w.ledger.close_action(FEB, key="a1", on="2021-06-29")
    for day in ("2021-06-29", "2021-06-30"):
        with pytest.raises(e.ActionUnknown):
            w.ledger.close_action(FEB, key="a1", outcome="Again", on=day)
    with pytest.raises(e.ActionUnknown):
        w.ledger.escalate_action(FEB, key="a1", to="archive", on="2021-06-30")
    w.ledger.escalate_action(FEB, key="a1", to="archive", on="2021-06-28")


def test_an_action_that_was_carried_over_is_open_at_that_meeting(w: World) -> None:
    with pytest.raises(e.ActionUnknown):
        w.ledger.escalate_action(MAR, key="a1", to="chair")
    w.ledger.carry_over_action(FEB, key="a1", to=MAR, on="2021-03-19")
    w.ledger.escalate_action(MAR, key="a1", to="chair", on="2021-03-20")
    w.ledger.carry_over_action(MAR, key="a1", to=JUN, on="2021-06-07")
    w.ledger.close_action(JUN, key="a1", on="2021-06-08")
    with pytest.raises(e.ActionUnknown):
        w.ledger.close_action(JUN, key="a1", outcome="Again", on="2021-06-09")


def test_it_is_carried_over_and_closed_in_one_unit(w: World) -> None:
    with w.ledger.unit() as unit:
        unit.carry_over_action(FEB, key="a1", to=MAR, on="2021-03-19")
        unit.close_action(MAR, key="a1", on="2021-03-20")


def test_minutes_go_to_several_and_again_on_another_day(w: World) -> None:
    for recipient, day in (("principal", "2021-06-10"), ("archive", "2021-06-20"), ("archive", "2021-06-15")):
        w.ledger.submit_minutes(JUN, recipient=recipient, on=day)
    with pytest.raises(e.MinutesSubmittedAlready):
        w.ledger.submit_minutes(JUN, recipient="archive", on="2021-06-15", document=DIGEST)


def test_what_led_to_the_submission_of_minutes_is_recorded_after_it(w: World) -> None:
    w.ledger.submit_minutes(JUN, on="2021-06-20")
    w.ledger.approve_minutes(JUN, by="p-anna", on="2021-06-15")
    w.ledger.draft_minutes(JUN, on="2021-06-10")
    w.ledger.reject_minutes(JUN, by="p-anna", reasons="A name is wrong", on="2021-06-12")


def test_the_plan_and_the_host_are_those_decided_last(w: World) -> None:
    for planned, day in (("2021-09-20", "2021-06-20"), ("2021-09-15", "2021-06-10")):
        w.ledger.reschedule_meeting(SEP, planned_on=planned, on=day)
    for host, day in (("dal", "2021-06-20"), ("berga", "2021-06-10")):
        w.ledger.change_host(SEP, host=host, on=day)
    meeting = w.ledger.unit().load(Meeting, f"meeting:{SEP}")
    assert (str(meeting.planned_on), meeting.host) == ("2021-09-20", "dal")
    w.ledger.reschedule_meeting(SEP, planned_on="2021-09-21", on="2021-06-20")
    assert str(w.ledger.unit().load(Meeting, f"meeting:{SEP}").planned_on) == "2021-09-21"  # of one day the last record
