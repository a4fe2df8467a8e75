"""Each pattern of duty with each kind of evidence, on the ledger: what shows that it was met, and what does not."""

from collections.abc import Callable

import pytest

from governance.duties.occasions import DUE_PATTERNS, OCCASION_OF
from governance.ledger import Ledger
from governance.model.assignment import ReportAsked
from governance.time import When
from tests.kit.lived import DIGEST
from tests.kit.mandates import ASSIGNMENT, REPORTS, clause, small
from tests.kit.world import World, world

M = "net/2021-02-12"
Act = Callable[[Ledger], object]


def begun(*clauses: str, today: str = "2021-07-01") -> World:
    """Anna chairs; Bo has no role. A meeting of each kind is planned: ``plain`` at Alby, and ``other``."""
    w = world(small(*clauses), today=today, adopted="2021-01-01")
    with w.ledger.unit() as unit:
        unit.register_person("Anna", person="p-anna")
        unit.register_person("Bo", person="p-bo")
        unit.assign_role("net", role="chair", holder="p-anna", starts="2021-01-01", on="2021-01-01")
        unit.schedule_meeting("net", planned_on="2021-02-12", kind="plain", host="alby", on="2021-01-10")
        unit.schedule_meeting("net", planned_on="2021-02-13", kind="other", on="2021-01-10")
    return w


def held(w: World) -> World:
    w.ledger.hold_meeting(M, led_by="p-anna", on="2021-02-12")
    return w


# Each meeting -------------------------------------------------------------------------------------------------

AT_MEETING: list[tuple[str, Act, list[tuple[str, str]]]] = [
    ("meeting_held", lambda _: None, [("2021-01-10", "upcoming"), ("2021-02-12", "fulfilled")]),
    ("meeting_led", lambda _: None, [("2021-01-10", "upcoming"), ("2021-02-12", "fulfilled")]),
    ("meeting_called", lambda x: x.call_meeting(M, on="2021-02-01"),
     [("2021-01-10", "upcoming"), ("2021-02-01", "fulfilled")]),
    ("meeting_prepared", lambda x: x.prepare_meeting(M, on="2021-02-12"),
     [("2021-01-10", "upcoming"), ("2021-02-12", "fulfilled")]),
    ("minutes_drafted", lambda x: x.draft_minutes(M, on="2021-02-14"),
     [("2021-01-10", "upcoming"), ("2021-02-12", "outstanding"), ("2021-02-14", "fulfilled")]),
    ("minutes_drafted", lambda x: x.submit_minutes(M, on="2021-02-16"),  # what was sent in had been written
     [("2021-01-10", "upcoming"), ("2021-02-12", "outstanding"), ("2021-02-16", "fulfilled")]),
    ("minutes_approved", lambda x: (x.draft_minutes(M, on="2021-02-14"),
                                    x.approve_minutes(M, by="p-bo", on="2021-02-15")),
     [("2021-01-10", "upcoming"), ("2021-02-12", "outstanding"), ("2021-02-15", "fulfilled")]),
    ("minutes_submitted", lambda x: x.submit_minutes(M, on="2021-02-16"),
     [("2021-01-10", "upcoming"), ("2021-02-12", "outstanding"), ("2021-02-16", "fulfilled")]),
    ("minutes_submitted", lambda x: x.draft_minutes(M, on="2021-02-14"),
     [("2021-01-10", "upcoming"), ("2021-02-12", "outstanding")]),
    ("feedback_given", lambda x: x.give_meeting_feedback(M, recipient="principal", by="p-anna", on="2021-03-01"),
     [("2021-01-10", "upcoming"), ("2021-02-12", "outstanding"), ("2021-03-01", "fulfilled")]),
    ("feedback_given", lambda x: x.give_feedback("net", recipient="principal", by="p-anna", on="2021-03-01"),
     [("2021-01-10", "upcoming"), ("2021-02-12", "outstanding")]),  # not of that meeting
]  # fmt: skip


@pytest.mark.parametrize(
    ("evidence", "act", "turns"), AT_MEETING, ids=[f"{n}-{a[0]}" for n, a in enumerate(AT_MEETING)]
)
def test_each_meeting(evidence: str, act: Act, turns: list[tuple[str, str]]) -> None:
    owed_to = {"counterparty": ("principal",)} if evidence == "feedback_given" else {}
    duty = clause("X", pattern="each_meeting", kinds=("plain",), holder="chair", evidence=evidence, **owed_to)
    w = held(begun(duty))
    act(w.ledger)
    assert w.turns("net/X/2021-02-12") == turns
    assert "net/X/2021-02-13" not in w.verdicts("2021-07-01")  # another kind


def test_each_meeting_of_any_kind() -> None:
    w = begun(clause("X", pattern="each_meeting", holder="chair", evidence="meeting_held"))
    assert {"net/X/2021-02-12", "net/X/2021-02-13"} <= w.verdicts("2021-07-01").keys()


def test_a_meeting_that_was_neither_held_nor_cancelled_calls_for_nothing_yet() -> None:
    w = begun(clause("X", pattern="each_meeting", holder="secretary", evidence="minutes_submitted",
                     due={"rule": "after", "days": 14}))  # fmt: skip
    assert w.turns("net/X/2021-02-12") == [("2021-01-10", "upcoming")]
    assert w.item("net/X/2021-02-12", "2021-07-01").due is None


def test_a_cancelled_meeting_calls_for_nothing_ever() -> None:
    w = begun(clause("X", pattern="each_meeting", holder="secretary", evidence="minutes_submitted"))
    w.ledger.cancel_meeting(M, on="2021-02-10")
    assert w.turns("net/X/2021-02-12") == [("2021-01-10", "upcoming"), ("2021-02-10", "void")]
    assert w.item("net/X/2021-02-12", "2021-07-01").reason == "The meeting was cancelled 2021-02-10."


def test_a_deadline_counts_from_the_day_on_which_the_meeting_was_held() -> None:
    w = begun(clause("X", pattern="each_meeting", kinds=("plain",), holder="secretary", evidence="minutes_submitted",
                     due={"rule": "after", "days": 14}))  # fmt: skip
    w.ledger.reschedule_meeting(M, planned_on="2021-02-20", on="2021-02-01")
    w.ledger.hold_meeting(M, on="2021-02-22")
    assert w.turns("net/X/2021-02-12") == [
        ("2021-01-10", "upcoming"),
        ("2021-02-22", "upcoming"),
        ("2021-03-09", "overdue"),
    ]
    item = w.item("net/X/2021-02-12", "2021-03-10")
    assert (item.due, item.days_overdue, item.holder) == ("2021-03-08", 2, "Alby")


@pytest.mark.parametrize(
    ("silent", "led_by", "verdict", "reason"),
    [
        (("deputy",), "p-anna", "fulfilled", "Led by Anna, who held the role."),
        (("deputy",), "p-bo", "undetermined",
         "Led by Bo, who did not hold the role; the mandate says nothing of a deputy."),
        ((), "p-bo", "breached", "Led by Bo, who did not hold the role."),
        ((), None, "undetermined", "Who led the meeting was not told."),
    ],
)  # fmt: skip
def test_who_led_the_meeting(silent: tuple[str, ...], led_by: str | None, verdict: str, reason: str) -> None:
    w = begun(clause("X", pattern="each_meeting", holder="chair", evidence="meeting_led", silent_on=silent))
    w.ledger.hold_meeting(M, led_by=led_by, on="2021-02-12")
    item = w.item("net/X/2021-02-12", "2021-02-12")
    assert (item.verdict, item.reason) == (verdict, reason)
    assert w.item("net/X/2021-02-12", "2021-02-11").verdict == "upcoming"


def test_a_meeting_led_while_the_role_was_vacant() -> None:
    w = begun(clause("X", pattern="each_meeting", holder="chair", evidence="meeting_led"))
    w.ledger.end_role("net", role="chair", holder="p-anna", ends="2021-02-11")
    w.ledger.hold_meeting(M, led_by="p-anna", on="2021-02-12")
    item = w.item("net/X/2021-02-12", "2021-02-12")
    assert (item.verdict, item.holder, item.reason) == ("undetermined", None, "Led by Anna; the role was vacant.")


# Periods ----------------------------------------------------------------------------------------------------------

IN_PERIOD: list[tuple[str, Act]] = [
    ("agreement_registered", lambda x: x.register_agreement("net", title="A", on="2021-03-01")),
    ("assignment_issued", lambda x: x.issue_assignment("net", key="b", title="B", on="2021-03-01")),
    ("feedback_given", lambda x: x.give_feedback("net", recipient="principal", by="p-anna", on="2021-03-01")),
    ("feedback_given", lambda x: x.give_feedback("net", recipient="owners", by="p-anna", on="2021-03-01")),
    ("feedback_given", lambda x: x.give_feedback("net", recipient="principal", given_as="chair", on="2021-03-01")),
    ("feedback_given", lambda x: x.give_feedback("net", recipient="principal", on="2021-03-01")),
    ("feedback_given", lambda x: (x.hold_meeting(M, on="2021-02-12"), x.give_meeting_feedback(
        M, recipient="principal", by="p-anna", on="2021-03-01"))),
    ("meeting_dates_submitted", lambda x: x.submit_meeting_dates("net", dates=["2021-09-01"], on="2021-03-01")),
    ("register_submitted", lambda x: x.submit_register("net", document=DIGEST, on="2021-03-01")),
    ("summary_sent", lambda x: x.send_summary("net", on="2021-03-01")),
    ("work_plan_adopted", lambda x: x.adopt_work_plan("net", year=2021, on="2021-03-01")),
    ("working_group_reported", lambda x: (x.form_working_group("net", group="g", name="G", on="2021-02-01"),
                                          x.report_working_group("net", group="g", on="2021-03-01"))),
]  # fmt: skip


@pytest.mark.parametrize("pattern", ["each_year", "standing"])
@pytest.mark.parametrize(("evidence", "act"), IN_PERIOD, ids=[f"{n}-{row[0]}" for n, row in enumerate(IN_PERIOD)])
def test_in_a_period(pattern: str, evidence: str, act: Act) -> None:
    owed_to = {"counterparty": ("principal",)} if evidence in ("feedback_given", "summary_sent") else {}
    w = begun(clause("X", pattern=pattern, holder="chair", evidence=evidence, **owed_to))
    obligation = "net/X/2021" if pattern == "each_year" else "net/X/standing"
    assert w.turns(obligation) == [("2021-01-01", "outstanding")]
    act(w.ledger)
    assert w.turns(obligation) == [("2021-01-01", "outstanding"), ("2021-03-01", "fulfilled")]
    if pattern == "each_year":
        assert w.turns("net/X/2022") == [("2022-01-01", "outstanding")]


NOT_FEEDBACK: list[Act] = [
    lambda x: x.give_feedback("net", recipient="archive", by="p-anna", on="2021-03-01"),
    lambda x: x.give_feedback("net", recipient="principal", by="p-bo", on="2021-03-01"),
    lambda x: x.give_feedback("net", recipient="principal", by="p-anna", given_as="board", on="2021-03-01"),
    lambda x: x.send_summary("net", on="2021-03-01"),
]


@pytest.mark.parametrize("act", NOT_FEEDBACK, ids=["to another", "by another", "in another role", "a summary"])
def test_feedback_that_is_none(act: Act) -> None:
    w = begun(clause("X", pattern="standing", holder="chair", counterparty=("principal",), evidence="feedback_given"))
    act(w.ledger)
    assert w.turns("net/X/standing") == [("2021-01-01", "outstanding")]


def test_feedback_is_owed_to_each_by_itself() -> None:
    w = begun(clause("X", pattern="standing", holder="chair", counterparty=("principal", "archive"),
                     evidence="feedback_given"))  # fmt: skip
    w.ledger.give_feedback("net", recipient="archive", by="p-anna", on="2021-03-01")
    assert w.turns("net/X/principal") == [("2021-01-01", "outstanding")]
    assert w.turns("net/X/archive") == [("2021-01-01", "outstanding"), ("2021-03-01", "fulfilled")]
    assert [w.item(f"net/X/{to}", "2021-07-01").counterparty for to in ("principal", "archive")] == [
        "The owners", "The archive"]  # fmt: skip


def test_a_work_plan_is_for_the_year_it_says() -> None:
    w = begun(clause("X", pattern="each_year", holder="board", evidence="work_plan_adopted",
                     due={"rule": "in_year", "month": 2}), today="2022-03-15")  # fmt: skip
    w.ledger.adopt_work_plan("net", year=2022, on="2021-12-10")
    w.ledger.adopt_work_plan("net", year=2021, on="2021-03-01")
    assert w.turns("net/X/2021") == [("2021-01-01", "upcoming"), ("2021-03-01", "fulfilled_late")]
    assert w.turns("net/X/2022") == [("2022-01-01", "fulfilled")]  # before the year began
    assert w.item("net/X/2021", "2021-03-01").days_overdue == 1


def test_a_yearly_duty_begins_with_the_mandate() -> None:
    w = world(small(clause("X", pattern="each_year", holder="board", evidence="summary_sent"), begins="2021-04-15"),
              today="2021-07-01", adopted="2021-04-15")  # fmt: skip
    assert w.turns("net/X/2021") == [("2021-04-15", "outstanding")]
    assert w.turns("net/X/2022") == [("2022-01-01", "outstanding")]


# Reports, unmeasured ---------------------------------------------------------------------------------------------


def test_an_assignment_that_no_clause_speaks_of_is_owed_all_the_same() -> None:
    w = begun()
    asked = ReportAsked(report="final", due=When.parse("2021-04-10"))
    w.ledger.issue_assignment("net", key="b", title="B", reports=[asked], on="2021-02-01")
    assert w.turns("net/b/final") == [("2021-02-01", "upcoming"), ("2021-04-11", "overdue")]
    item = w.item("net/b/final", "2021-04-20")
    assert (item.clause, item.role, item.holder, item.counterparty, item.days_overdue) == (
        None, "network", "The net", "The owners", 10)  # fmt: skip


def test_a_final_report_does_not_cure_a_missed_partial_one() -> None:
    w = begun(REPORTS, ASSIGNMENT)
    w.ledger.submit_report("net/a", report="final", on="2021-06-15")
    assert w.turns("net/a/partial") == [("2021-01-01", "upcoming"), ("2021-06-01", "overdue")]
    assert w.turns("net/a/final") == [("2021-01-01", "upcoming"), ("2021-06-15", "fulfilled")]
    w.ledger.complete_assignment("net/a", on="2021-06-20")
    assert w.item("net/a/partial", "2021-07-01").verdict == "overdue"  # completing it does not, either


def test_a_returned_report_stays_delivered() -> None:
    """The mandate is silent on acceptance, so delivering is what counts; a second delivery changes nothing."""
    w = begun(REPORTS, ASSIGNMENT)
    w.ledger.submit_report("net/a", report="partial", on="2021-05-20")
    w.ledger.return_report("net/a", report="partial", reasons="Thin", on="2021-06-01")
    w.ledger.submit_report("net/a", report="partial", on="2021-06-20")
    assert w.turns("net/a/partial") == [("2021-01-01", "upcoming"), ("2021-05-20", "fulfilled")]


def test_withdrawn_waived_reassigned() -> None:
    w = begun(REPORTS, ASSIGNMENT)
    w.ledger.waive_report("net/a", report="memo", reason="Not needed", on="2021-03-01", decided_by="The owners")
    w.ledger.reassign_assignment("net/a", to="org:alby", on="2021-04-01")
    w.ledger.withdraw_assignment("net/a", reason="Changed our minds", on="2021-06-10")
    assert w.turns("net/a/memo") == [
        ("2021-01-01", "outstanding"),
        ("2021-03-01", "waived"),
        ("2021-04-01", "waived"),
    ]  # by then it was Alby's
    assert w.turns("net/a/partial") == [("2021-01-01", "upcoming"), ("2021-06-01", "overdue"), ("2021-06-10", "void")]
    assert w.item("net/a/memo", "2021-03-01").reason == "Waived 2021-03-01: Not needed"
    assert w.item("net/a/partial", "2021-06-05").holder == "Alby"
    assert w.item("net/a/final", "2021-05-01").holder == "Alby"  # whoever has it when it is due
    assert w.item("net/a/memo", "2021-02-01").holder == "The net"


@pytest.mark.parametrize("evidence", ["attendance", "assignment_goals", "working_group_reported", "none"])
def test_what_nothing_can_show_is_undetermined_for_ever(evidence: str) -> None:
    w = held(begun(clause("X", pattern="unmeasured", holder="members", evidence=evidence)))
    assert {verdict for _since, verdict in w.turns("net/X/standing")} == {"undetermined"}
    said = w.item("net/X/standing", "2021-07-01").reason
    assert said.startswith("No event could show it" if evidence == "none" else "The mandate sets no measure")


def test_all_patterns_have_a_meaning() -> None:
    assert set(OCCASION_OF) > set(DUE_PATTERNS)
