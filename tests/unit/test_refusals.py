"""Every refusal, by name: what is asked is understood, makes no sense, and nothing is recorded."""

from collections.abc import Callable

import pytest

from governance import errors as e
from governance.errors import Refused
from governance.ledger import Ledger, Unit
from governance.model.meeting_events import Attendance
from governance.proof.keys import SigningKey
from governance.proof.policy import Policy
from tests.kit.lived import DIGEST, lived
from tests.kit.mandates import small, stated
from tests.kit.world import World, utc

FEB, MAR, MAY, JUN, SEP = (f"net/2021-{day}" for day in ("02-12", "03-19", "05-05", "06-07", "09-10"))

KEY, OTHER = (SigningKey("example.org/log", bytes([number] * 32)) for number in (1, 2))

Attempt = Callable[[Ledger], object]

NETWORK: list[tuple[type[Refused], Attempt]] = [
    (e.NetworkExists, lambda x: x.establish_network("net", name="Again")),
    (e.NetworkNotYetEstablished, lambda x: x.join_network("net", member="ek", on="2020-12-31")),
    (e.NetworkNotYetEstablished, lambda x: x.adopt_work_plan("net", year=2020, on="2020-06-01")),
    (e.NetworkNotYetEstablished, lambda x: x.dissolve_network("net", on="2020-12-31")),
    (e.MandateInForce, lambda x: x.adopt_mandate(small(stated(), version="2", begins="2021-06-01"))),
    (e.MandateInForce, lambda x: x.adopt_mandate(small(stated(), begins="2020-01-01", ends="2021-01-01"))),
    (e.NoMandateInForce, lambda x: x.end_mandate("net", ends="2020-12-31")),
    (e.MemberAlready, lambda x: x.join_network("net", member="alby", on="2021-01-01", name="A")),
    (e.NotAMember, lambda x: x.leave_network("net", member="ek")),
    (e.NotAMember, lambda x: x.schedule_meeting("net", planned_on="2021-10-01", kind="plain", host="ek")),
    (e.NotAMember, lambda x: x.change_host(SEP, host="ek")),
    (e.NotAMember, lambda x: x.hold_meeting(SEP, on="2021-06-30", attendance=[Attendance(member="ek")])),
    (e.RoleUnknown, lambda x: x.assign_role("net", role="king", holder="p-anna")),
    (e.RoleIsDerived, lambda x: x.assign_role("net", role="secretary", holder="p-anna")),
    (e.RoleHolderUnfit, lambda x: x.assign_role("net", role="chair", holder="org:alby", starts="2021-07-01")),
    (e.RoleHolderUnfit, lambda x: x.assign_role("net", role="board", holder="group:words")),
    (e.RoleHolderUnfit, lambda x: x.assign_role("net", role="office", holder="p-anna")),
    (e.RoleHeldAlready, lambda x: x.assign_role("net", role="chair", holder="p-bo", starts="2021-06-01",
                                                ends="2021-12-31")),
    (e.RoleNotHeld, lambda x: x.end_role("net", role="chair", holder="p-cia")),
    (e.RoleNotHeld, lambda x: x.end_role("net", role="chair", holder="p-anna", member="alby")),
    (e.EndsBeforeItBegins, lambda x: x.assign_role("net", role="board", holder="p-cia", starts="2021-03-02",
                                                   ends="2021-03-01")),
    (e.EndsBeforeItBegins, lambda x: x.end_role("net", role="chair", holder="p-bo", ends="2021-05-31")),
    (e.EndsBeforeItBegins, lambda x: x.register_agreement("net", title="A", starts="2021-02", ends="2021-01")),
    (e.PartyUnknown, lambda x: x.assign_role("net", role="chair", holder="person:p-nobody")),
    (e.PartyUnknown, lambda x: x.assign_role("net", role="office", holder="org:nowhere")),
    (e.PartyUnknown, lambda x: x.assign_role("net", role="office", holder="Nobody")),
    (e.PartyUnknown, lambda x: x.give_feedback("net", recipient="principal", by="group:none")),
    (e.PartyUnknown, lambda x: x.rename_network("net", name="N", actor="person:p-nobody")),
    (e.AddresseeUnknown, lambda x: x.give_feedback("net", recipient="nobody")),
    (e.AddresseeUnknown, lambda x: x.submit_report("net/a", report="final", recipient="nobody")),
    (e.GroupExists, lambda x: x.form_working_group("net", group="words", name="Again")),
    (e.GroupUnknown, lambda x: x.report_working_group("net", group="none")),
    (e.GroupUnknown, lambda x: x.report_working_group("net", group="words", on="2021-02-11")),
    (e.GroupUnknown, lambda x: x.dissolve_working_group("net", group="none")),
    (e.YearNotOver, lambda x: x.close_year("net", year=2021)),
    (e.NetworkIsAlive, lambda x: x.reestablish_network("net")),
    (e.NetworkNotYetEstablished, lambda x: x.change_network_kind("net", to="committee", on="2020-12-31")),
    (e.PartyUnknown, lambda x: x.rename_organisation("net", organisation="ek", name="Oak")),
    (e.PartyUnknown, lambda x: x.assign_role("net", role="board", holder="p-cia", member="ek")),
    (e.PartyUnknown, lambda x: x.record_act("net", act="review", by="person:p-nobody")),
    (e.AddresseeUnknown, lambda x: x.record_act("net", act="review", recipient="nobody")),
    (e.AddresseeUnknown, lambda x: x.waive_duty("net/P1/2021", reason="R", by="nobody")),
    (e.DocumentMissing, lambda x: x.weed_document("assignment:net/a@1")),
    (e.FactUnknown, lambda x: x.weed_document("assignment:net/a@99")),
    (e.PersonExists, lambda x: x.register_person("Anna", person="p-anna")),
    (e.PersonIsMerged, lambda x: x.correct_person("p-cia2", name="Cia D")),
    (e.PersonIsMerged, lambda x: x.merge_person("p-cia2", into="p-anna")),
    (e.MergedWithItself, lambda x: x.merge_person("p-anna", into="p-anna")),
]  # fmt: skip

ASSIGNMENTS: list[tuple[type[Refused], Attempt]] = [
    (e.AssignmentExists, lambda x: x.issue_assignment("net", key="a", title="Again")),
    (e.GoalUnknown, lambda x: x.issue_assignment("net", key="b", title="B", goals=["9"])),
    (e.NetworkNotYetEstablished, lambda x: x.issue_assignment("net", key="b", title="B", on="2020-12-31")),
    (e.PrecedesAssignment, lambda x: x.submit_report("net/mixed", report="three", on="2021-01-31")),
    (e.PrecedesAssignment, lambda x: x.withdraw_assignment("net/mixed", reason="R", on="2021-01")),
    (e.AssignmentIsWithdrawn, lambda x: x.complete_assignment("net/gone")),
    (e.AssignmentIsWithdrawn, lambda x: x.withdraw_assignment("net/gone", reason="Again", on="2021-06-02")),
    (e.AssignmentIsCompleted, lambda x: x.withdraw_assignment("net/done", reason="R")),
    (e.AssignmentIsCompleted, lambda x: x.complete_assignment("net/done", remark="Again", on="2021-05-31")),
    (e.ReportUnknown, lambda x: x.submit_report("net/a", report="nothing")),
    (e.ReportUnknown, lambda x: x.waive_report("net/done", report="final", reason="R", on="2021-05-01")),
    (e.ReportSubmittedAlready, lambda x: x.submit_report("net/a", report="partial", on="2021-06-02", by="org:alby")),
    (e.ReportIsWaived, lambda x: x.waive_report("net/mixed", report="one", reason="Again")),
    (e.ReportNotSubmitted, lambda x: x.accept_report("net/a", report="final")),
    (e.ReportNotSubmitted, lambda x: x.return_report("net/a", report="partial", reasons="R", on="2021-06-01")),
    (e.ReportAcceptedAlready, lambda x: x.accept_report("net/a", report="partial", by="p-bo", on="2021-06-10")),
    (e.ReportReturnedAlready, lambda x: x.return_report("net/mixed", report="two", reasons="Again", on="2021-03-05")),
    (e.ExtensionNotLater, lambda x: x.extend_deadline("net/a", report="final", due="2021-10-15", reason="R")),
    (e.ExtensionNotLater, lambda x: x.extend_deadline("net/a", report="final", due="2021-09", reason="R")),
    (e.HolderAlready, lambda x: x.reassign_assignment("net/a", to="network:net")),
    (e.PartyUnknown, lambda x: x.reassign_assignment("net/a", to="org:nowhere")),
]

MEETINGS: list[tuple[type[Refused], Attempt]] = [
    (e.MeetingExists, lambda x: x.schedule_meeting("net", planned_on="2021-02-12", kind="plain")),
    (e.MeetingKindUnknown, lambda x: x.schedule_meeting("net", planned_on="2021-08-01", kind="party")),
    (e.MeetingIsHeld, lambda x: x.hold_meeting(FEB, on="2021-02-13")),
    (e.MeetingIsHeld, lambda x: x.cancel_meeting(FEB)),
    (e.MeetingIsHeld, lambda x: x.reschedule_meeting(FEB, planned_on="2021-08-01")),
    (e.MeetingIsCancelled, lambda x: x.hold_meeting(MAY, on="2021-05-05")),
    (e.MeetingIsCancelled, lambda x: x.cancel_meeting(MAY, on="2021-05-02")),
    (e.MeetingIsCancelled, lambda x: x.change_host(MAY, host="alby")),
    (e.MeetingIsCancelled, lambda x: x.call_meeting(MAY, on="2021-05-02")),
    (e.MeetingPrecedesItsPlanning, lambda x: x.cancel_meeting(SEP, on="2021-05-31")),
    (e.MeetingIsCancelled, lambda x: x.submit_minutes(MAY)),
    (e.MeetingNotHeld, lambda x: x.draft_minutes(SEP)),
    (e.MeetingNotHeld, lambda x: x.take_decision(SEP, key="d", text="D")),
    (e.MeetingPlannedThen, lambda x: x.reschedule_meeting(SEP, planned_on="2021-09-10")),
    (e.MeetingPrecedesItsPlanning, lambda x: x.hold_meeting(SEP, on="2021-05-31")),
    (e.HostAlready, lambda x: x.change_host(SEP, host="alby")),
    (e.FollowsMeeting, lambda x: x.call_meeting(JUN, on="2021-06-08")),
    (e.FollowsMeeting, lambda x: x.prepare_meeting(JUN, on="2021-06-08")),
    (e.PrecedesMeeting, lambda x: x.take_decision(FEB, key="d2", text="D", on="2021-02-11")),
    (e.PrecedesMeeting, lambda x: x.give_meeting_feedback(FEB, recipient="principal", on="2021-02-11")),
    (e.MinutesPrecedeMeeting, lambda x: x.submit_minutes(JUN, on="2021-06-06")),
    (e.MinutesPrecedeMeeting, lambda x: x.draft_minutes(JUN, on="2021-05")),
    (e.MinutesMissing, lambda x: x.approve_minutes(JUN, by="p-anna")),
    (e.MinutesMissing, lambda x: x.reject_minutes(MAR, by="p-bo", reasons="R", on="2021-03-19")),
    (e.MinutesSubmittedAlready, lambda x: x.submit_minutes(FEB, recipient="registry", on="2021-02-20")),
    (e.MinutesApprovedAlready, lambda x: x.approve_minutes(FEB, by="p-anna", on="2021-02-15", document=DIGEST)),
    (e.MinutesApprovedAlready, lambda x: x.reject_minutes(FEB, by="p-anna", on="2021-02-15", reasons="R")),
    (e.MinutesAreRejected, lambda x: x.approve_minutes(MAR, by="p-anna", on="2021-03-25")),
    (e.AttendanceImpossible, lambda x: x.hold_meeting(SEP, on="2021-06-30", attendance=[Attendance()])),
    (e.AttendanceImpossible, lambda x: x.hold_meeting(SEP, on="2021-06-30", attendance=[
        Attendance(person="person:p-anna", expected=2)])),
    (e.AttendanceImpossible, lambda x: x.hold_meeting(SEP, on="2021-06-30", attendance=[
        Attendance(person="person:p-anna", apology=True)])),
    (e.PartyUnknown, lambda x: x.hold_meeting(SEP, on="2021-06-30", attendance=[Attendance(person="person:p-no")])),
    (e.PartyUnknown, lambda x: x.hold_meeting(SEP, on="2021-06-30", led_by="person:p-no")),
    (e.AddresseeUnknown, lambda x: x.give_meeting_feedback(FEB, recipient="nobody")),
    (e.ActionExists, lambda x: x.agree_action(FEB, key="d1", text="T", on="2021-02-12")),
    (e.ActionExists, lambda x: x.take_decision(FEB, key="a1", text="T", on="2021-02-12")),
    (e.ActionUnknown, lambda x: x.close_action(FEB, key="a9")),
    (e.ActionUnknown, lambda x: x.carry_over_action(FEB, key="d1", to=MAR)),
    (e.ActionUnknown, lambda x: x.escalate_action(FEB, key="a9", to="chair")),
    (e.PrecedesMeeting, lambda x: x.escalate_action(FEB, key="a1", to="chair", on="2021-02-11")),
    (e.MeetingNotHeld, lambda x: x.escalate_action(SEP, key="a1", to="chair")),
    (e.AddresseeUnknown, lambda x: x.escalate_action(FEB, key="a1", to="nobody")),
    (e.FollowsMeeting, lambda x: x.send_papers(JUN, what="agenda", on="2021-06-08")),
    (e.MeetingIsCancelled, lambda x: x.send_papers(MAY, what="agenda", on="2021-05-02")),
    (e.AddresseeUnknown, lambda x: x.send_papers(SEP, what="agenda", recipient="nobody")),
    (e.MeetingNotHeld, lambda x: x.publish_minutes(SEP)),
    (e.MeetingIsCancelled, lambda x: x.publish_minutes(MAY)),
    (e.MinutesPrecedeMeeting, lambda x: x.publish_minutes(JUN, on="2021-06-06")),
]  # fmt: skip

LEDGER: list[tuple[type[Refused], Attempt]] = [
    (e.InTheFuture, lambda x: x.hold_meeting(SEP, on="2021-09-10")),
    (e.InTheFuture, lambda x: x.rename_network("net", name="N", on="2021-07-02")),
    (e.InTheFuture, lambda x: x.rename_network("net", name="N", on="2021-08")),
    (e.InTheFuture, lambda x: x.rename_network("net", name="N", at="14:01")),
    (e.AlreadyRecorded, lambda x: x.submit_minutes(FEB, by="org:alby", recipient="registry", on="2021-02-20")),
    (e.AlreadyRecorded, lambda x: x.join_network("net", member="alby", name="Alby", on="2021-01-01")),
    (e.FactUnknown, lambda x: x.retract_fact("meeting:net/2021-02-12@99", reason="R")),
    (e.FactUnknown, lambda x: x.correct_fact("network:net@999", changes={"name": "N"}, reason="R")),
    (e.NotCorrectable, lambda x: x.correct_fact("meeting:net/2021-02-12@1", changes={"key": "x"}, reason="R")),
    (e.NotCorrectable, lambda x: x.correct_fact("assignment:net/a@1", changes={"network": "x"}, reason="R")),
    (e.CorrectionChangesNothing, lambda x: x.correct_fact("assignment:net/a@2", changes={"report": "partial"},
                                                          reason="R")),
    (e.CorrectionBreaksHistory, lambda x: x.correct_fact("meeting:net/2021-02-12@3", changes={
        "effective_on": "2021-02-21"}, reason="R")),
    (e.CorrectionBreaksHistory, lambda x: x.retract_fact("meeting:net/2021-02-12@3", reason="R")),
    (e.CorrectionBreaksHistory, lambda x: x.correct_fact("meeting:net/2021-06-07@2", changes={
        "effective_on": "2021-07-02"}, reason="R")),
]  # fmt: skip


def each(*tables: list[tuple[type[Refused], Attempt]]) -> pytest.MarkDecorator:
    rows = [row for table in tables for row in table]
    names = [f"{number}-{error.code}" for number, (error, _attempt) in enumerate(rows)]
    return pytest.mark.parametrize(("error", "attempt"), rows, ids=names)


@each(NETWORK, ASSIGNMENTS, MEETINGS, LEDGER)
def test_refused(error: type[Refused], attempt: Attempt) -> None:
    refuse(lived(), error, attempt)


def refuse(w: World, error: type[Refused], attempt: Attempt) -> None:
    """It is refused by exactly this error, and nothing is recorded."""
    before = w.size
    with pytest.raises(Refused) as caught:
        attempt(w.ledger)
    assert (type(caught.value), w.size) == (error, before)


DISSOLVED: list[tuple[type[Refused], Attempt]] = [
    (e.NetworkIsDissolved, lambda x: x.dissolve_network("net")),
    (e.NetworkIsDissolved, lambda x: x.rename_network("net", name="N")),
    (e.NetworkIsDissolved, lambda x: x.change_network_kind("net", to="committee")),
    (e.NetworkIsDissolved, lambda x: x.join_network("net", member="ek")),
    (e.NetworkIsDissolved, lambda x: x.adopt_work_plan("net", year=2021)),
    (e.NetworkIsDissolved, lambda x: x.form_working_group("net", group="new", name="New")),
    (e.NetworkIsDissolved, lambda x: x.assign_role("net", role="board", holder="p-cia")),
    (e.NetworkIsDissolved, lambda x: x.issue_assignment("net", key="b", title="B")),
    (e.NetworkIsDissolved, lambda x: x.schedule_meeting("net", planned_on="2021-08-01", kind="plain")),
    (e.NetworkIsDissolved, lambda x: x.reschedule_meeting(SEP, planned_on="2021-07-01")),
    (e.NetworkIsDissolved, lambda x: x.hold_meeting(SEP)),
    (e.NetworkIsDissolved, lambda x: x.amend_mandate(small(version="2", begins="2021-07-01"))),
]


@each(DISSOLVED)
def test_refused_to_a_dissolved_network(error: type[Refused], attempt: Attempt) -> None:
    w = lived()
    w.ledger.dissolve_network("net", on="2021-06-30")
    refuse(w, error, attempt)


def test_a_dissolved_network_can_still_send_what_it_owed() -> None:
    w = lived()
    w.ledger.dissolve_network("net", on="2021-06-30")
    w.ledger.submit_minutes(JUN)
    w.ledger.submit_report("net/a", report="final")
    w.ledger.send_summary("net")


def test_network_is_dissolved_only_from_the_next_day() -> None:
    w = lived()
    w.ledger.dissolve_network("net", on="2021-06-30")
    w.ledger.adopt_work_plan("net", year=2021, on="2021-06-30")


def test_mandate_for_another_network() -> None:
    refuse(lived(), e.MandateForAnotherNetwork, lambda x: x.amend_mandate(small(key="ne", begins="2021-07-01")))


def test_no_mandate_in_force_to_amend() -> None:
    w = lived()
    w.ledger.end_mandate("net", ends="2021-06-30")
    refuse(w, e.NoMandateInForce, lambda x: x.amend_mandate(small(version="2", begins="2021-07-01")))
    refuse(w, e.NoMandateInForce, lambda x: x.end_mandate("net", ends="2021-07-01"))


def test_year_is_closed() -> None:
    w = lived()
    w.clock.at("2022-02-01")
    w.ledger.close_year("net", year=2021, on="2022-01-10")
    refuse(w, e.YearIsClosed, lambda x: x.close_year("net", year=2021))


def test_what_was_told_of_a_duty_before() -> None:
    w = lived()
    w.ledger.extend_duty("net/P1/2021", due="2021-09", reason="R")
    refuse(w, e.ExtensionNotLater, lambda x: x.extend_duty("net/P1/2021", due="2021-09-30", reason="R"))
    w.ledger.waive_duty("net/P1/2021", reason="R")
    refuse(w, e.DutyWaivedAlready, lambda x: x.waive_duty("net/P1/2021", reason="Another"))


def test_a_document_that_is_weeded_and_a_kind_that_it_is_already() -> None:
    w = lived()
    w.ledger.weed_document("assignment:net/a@2")
    refuse(w, e.DocumentWeededAlready, lambda x: x.weed_document("assignment:net/a@2", reason="Again"))
    w.ledger.change_network_kind("net", to="committee")
    refuse(w, e.NetworkKindAlready, lambda x: x.change_network_kind("net", to="committee"))


def test_person_unknown() -> None:
    w = lived()
    receipt = w.ledger.register_person("Nobody", person="p-none")
    w.ledger.retract_fact(receipt.event_ids[0], reason="There is no such person")
    refuse(w, e.PersonUnknown, lambda x: x.merge_person("p-anna", into="p-none"))


def test_command_id_reused() -> None:
    w = lived()
    w.ledger.rename_network("net", name="One", command_id="same")
    refuse(w, e.CommandIdReused, lambda x: x.rename_network("net", name="Two", command_id="same"))


def test_times_not_in_order_and_stated_time_in_future() -> None:
    w = lived()

    def at(text: str) -> Attempt:
        return lambda x: _renamed(x.unit(stated_at=utc(text)))

    refuse(w, e.TimesNotInOrder, at("2021-07-01T11:59:59.999999Z"))
    refuse(w, e.StatedTimeInFuture, at("2021-07-01T12:00:00.000001Z"))
    at("2021-07-01T12:00:00Z")(w.ledger)


def _renamed(unit: Unit) -> None:
    with unit:
        unit.rename_network("net", name="Renamed")


def test_concurrent_change() -> None:
    w = lived()
    slow = w.ledger.unit()
    slow.rename_network("net", name="Slow")
    w.ledger.rename_network("net", name="Fast")
    refuse(w, e.ConcurrentChange, lambda _: slow.save())


def test_import_line_refused() -> None:
    line = '{"command": "rename_network", "network": "net", "name": "N", "on": "2021-07-02"}'
    refuse(lived(), e.ImportLineRefused, lambda x: x.import_lines([line]))


def keyed() -> World:
    """The ledger signs with ``KEY``."""
    w = lived()
    w.ledger.key = KEY
    w.ledger.adopt_key(KEY.verifier)
    return w


def test_key_exists() -> None:
    refuse(keyed(), e.KeyExists, lambda x: x.adopt_key(OTHER.verifier))
    refuse(keyed(), e.KeyExists, lambda x: x.adopt_key(KEY.verifier, reason="Lost"))
    refuse(keyed(), e.KeyExists, lambda x: x.rotate_key(KEY))


def test_key_missing() -> None:
    w = lived()
    for attempt in (Ledger.checkpoint, Ledger.signed_checkpoint, lambda x: x.rotate_key(OTHER)):
        refuse(w, e.KeyMissing, attempt)
    w = keyed()
    w.ledger.key = None
    refuse(w, e.KeyMissing, Ledger.checkpoint)


def test_key_not_current() -> None:
    w = keyed()
    w.ledger.rotate_key(OTHER)
    w.ledger.key = KEY
    refuse(w, e.KeyNotCurrent, Ledger.checkpoint)
    refuse(w, e.KeyNotCurrent, lambda x: x.rotate_key(SigningKey(KEY.name, bytes([7] * 32))))


def test_checkpoint_unknown() -> None:
    w = keyed()
    note = w.ledger.signed_checkpoint()
    refuse(w, e.CheckpointUnknown, lambda x: x.latest_checkpoint())
    refuse(w, e.CheckpointUnknown, lambda x: x.submit_minutes(JUN, checkpoint=str(note)))
    refuse(w, e.CheckpointUnknown, lambda x: x.add_signatures(note, Policy((KEY.verifier,))))


def test_what_was_signed_cannot_be_corrected() -> None:
    w = keyed()
    refuse(w, e.NotCorrectable, lambda x: x.retract_fact(f"#{w.size}", reason="No"))
    refuse(w, e.NotCorrectable, lambda x: x.correct_fact("ledger:log@1", changes={"reason": "x"}, reason="No"))


BY_THEMSELVES = {
    e.MandateForAnotherNetwork, e.YearIsClosed, e.PersonUnknown, e.CommandIdReused, e.TimesNotInOrder,
    e.StatedTimeInFuture, e.ConcurrentChange, e.ImportLineRefused, e.DutyWaivedAlready, e.DocumentWeededAlready,
    e.NetworkKindAlready, e.ActUnknown, e.KeyExists, e.KeyMissing, e.KeyNotCurrent, e.CheckpointUnknown,
    e.ClockAhead, e.ClockBehind, e.TimeOutOfRange,
}  # fmt: skip
"""Those with a test of their own above; for ``ActUnknown`` see ``test_told_of_duties``, for the clock
``test_clock``."""


def test_every_refusal_is_refused_somewhere_here() -> None:
    tried = {error for error, _attempt in NETWORK + ASSIGNMENTS + MEETINGS + LEDGER + DISSOLVED} | BY_THEMSELVES
    assert tried == set(Refused.__subclasses__())
