"""The same told twice is a mistake; the same told again after it was undone is a new fact."""

import pytest

from governance.errors import AlreadyRecorded, MinutesApprovedAlready, ReportSubmittedAlready
from tests.kit.mandates import small, stated
from tests.kit.world import World, world


@pytest.fixture
def w() -> World:
    made = world(small(stated()), today="2021-07-01", adopted="2021-01-01")
    made.ledger.register_person("Anna", person="p-anna", on="2021-01-01")
    made.ledger.register_person("Bo", person="p-bo", on="2021-01-01")
    made.ledger.schedule_meeting("net", planned_on="2021-06-01", kind="plain", host="alby", on="2021-01-10")
    made.ledger.hold_meeting("net/2021-06-01", on="2021-06-01")
    return made


def test_a_report_that_was_returned_is_submitted_again_on_the_same_day(w: World) -> None:
    w.ledger.submit_report("net/a", report="partial", on="2021-05-20")
    with pytest.raises(AlreadyRecorded):
        w.ledger.submit_report("net/a", report="partial", on="2021-05-20")
    w.ledger.return_report("net/a", report="partial", reasons="A page is missing", on="2021-05-20")
    w.ledger.submit_report("net/a", report="partial", on="2021-05-20")
    with pytest.raises((AlreadyRecorded, ReportSubmittedAlready)):
        w.ledger.submit_report("net/a", report="partial", on="2021-05-20")


def test_minutes_that_were_rejected_are_drafted_and_approved_again_on_the_same_day(w: World) -> None:
    meeting, day = "net/2021-06-01", "2021-06-02"
    w.ledger.draft_minutes(meeting, on=day)
    w.ledger.approve_minutes(meeting, by="p-anna", on=day)
    with pytest.raises(AlreadyRecorded):
        w.ledger.approve_minutes(meeting, by="p-anna", on=day)
    w.ledger.reject_minutes(meeting, by="p-bo", reasons="A name is wrong", on=day)
    w.ledger.draft_minutes(meeting, on=day)
    w.ledger.approve_minutes(meeting, by="p-anna", on=day)
    with pytest.raises((AlreadyRecorded, MinutesApprovedAlready)):
        w.ledger.approve_minutes(meeting, by="p-anna", on=day)
    w.ledger.submit_minutes(meeting, on=day)


def test_what_changes_back_is_told_again(w: World) -> None:
    for host in ("berga", "alby", "berga"):
        w.ledger.change_host("net/2021-06-01", host=host, on="2021-06-01")
    for to in ("org:alby", "network:net", "org:alby"):
        w.ledger.reassign_assignment("net/a", to=to, on="2021-06-01")
    w.ledger.schedule_meeting("net", planned_on="2021-09-01", kind="plain", key="m", on="2021-06-01")
    for day in ("2021-09-02", "2021-09-01", "2021-09-02"):
        w.ledger.reschedule_meeting("net/m", planned_on=day, on="2021-06-01")


def test_told_by_another_or_from_another_paper_it_is_the_same(w: World) -> None:
    w.ledger.send_summary("net", on="2021-06-01")
    with pytest.raises(AlreadyRecorded) as caught:
        w.ledger.send_summary("net", on="2021-06-01", actor="org:alby", authority="§ 3", before_record=True)
    assert caught.value.details["event"] == w.ledger.entry(f"#{w.size}").event
    w.ledger.send_summary("net", on="2021-06-01", about="Another")
    w.ledger.send_summary("net", on="2021-06-02")


def test_a_retracted_fact_can_be_told_again(w: World) -> None:
    receipt = w.ledger.send_summary("net", on="2021-06-01")
    w.ledger.retract_fact(receipt.event_ids[0], reason="It was the draft")
    w.ledger.send_summary("net", on="2021-06-01")
