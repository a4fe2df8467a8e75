"""What changes verdicts: more knowledge, corrections, and assumptions for the sake of a question."""

import pytest

from governance.errors import FieldInvalid, ReferenceUnknown
from governance.model.assignment import ReportAsked
from governance.questions.changes import Correction, Difference, Supposed, corrections, diff, what_if
from tests.kit.mandates import clause, small, stated
from tests.kit.world import World, utc, world
from tests.unit.compliance.history import ANN, BEA, hold, network, view, when


def differences(told: World, first: int, last: int, as_of: str) -> tuple[Difference, ...]:
    """Between two positions, the events in between being those of the whole log."""
    between = told.ledger.desk.records(first, last - first)
    return diff(view(told, as_of, first), view(told, as_of, last), between)


# Question 2: what changed since, and which events did it


def test_each_difference_names_the_event_that_made_it() -> None:
    told = network()
    start = told.size
    told.ledger.submit_report("net/a", report="partial", on="2021-06-02")
    told.ledger.register_person("Cy", person="p-cy")
    told.ledger.adopt_work_plan("net", year=2021, on="2021-02-10")
    assert differences(told, start, told.size, "2021-07-01") == (
        Difference("net", "net/P1/2021", "overdue", "fulfilled", (start + 3,)),
        Difference("net", "net/a/partial", "overdue", "fulfilled_late", (start + 1,)),
    )


def test_what_happened_after_the_day_changes_nothing_on_it() -> None:
    told = network()
    start = told.size
    told.ledger.submit_report("net/a", report="partial", on="2021-06-02")
    assert differences(told, start, told.size, "2021-06-01") == ()
    assert len(differences(told, start, told.size, "2021-06-02")) == 1


def test_events_that_touch_an_obligation_and_leave_its_verdict_alone_did_not_do_it() -> None:
    told = network()
    start = told.size
    told.ledger.extend_deadline("net/a", report="partial", due="2021-08", reason="Summer.", on="2021-05-20")
    told.ledger.assign_role("net", role="chair", holder=ANN, on="2021-01-01")
    told.ledger.submit_report("net/a", report="partial", on="2021-07-15")
    told.ledger.submit_report("net/a", report="memo", on="2021-07-16")
    found = {row.obligation: row for row in differences(told, start, told.size, "2021-07-16")}
    assert found["net/a/partial"] == Difference("net", "net/a/partial", "overdue", "fulfilled", (start + 1, start + 3))
    assert found["net/a/memo"].by == (start + 4,)


def test_what_was_there_and_back_again_is_no_difference() -> None:
    told = network()
    start = told.size
    told.ledger.submit_report("net/a", report="partial", on="2021-05-02")
    told.ledger.retract_fact(f"#{told.size}", reason="There was none.")
    assert differences(told, start, told.size, "2021-07-01") == ()
    assert [row.by for row in differences(told, start, start + 1, "2021-07-01")] == [(start + 1,)]


def test_obligations_that_come_or_go_have_no_verdict_on_one_side() -> None:
    told = network(small(clause("Se2", pattern="each_meeting", holder="secretary", evidence="minutes_submitted")))
    start = told.size
    hold(told, "2021-02-10")
    held = told.size
    assert differences(told, start, held, "2021-02-10") == (
        Difference("net", "net/Se2/2021-02-10", None, "outstanding", (start + 1, start + 2)),
    )
    told.ledger.retract_fact(f"#{held}", reason="It was not held.")
    told.ledger.retract_fact(f"#{start + 1}", reason="Nor planned.")
    assert differences(told, held, told.size, "2021-02-10") == (
        Difference("net", "net/Se2/2021-02-10", "outstanding", None, (held + 1, held + 2)),
    )


def test_a_retracted_assignment_takes_its_reports_along() -> None:
    told = network()
    issued = next(p for p, (e, _at) in told.facts()["net"].recorded.items() if e.event_name == "AssignmentIssued")
    start = told.size
    told.ledger.retract_fact(f"#{issued}", reason="It was never given.")
    found = {
        row.obligation: (row.before, row.after, row.by) for row in differences(told, start, start + 1, "2021-07-01")
    }
    assert found == {
        "net/a/partial": ("overdue", None, (start + 1,)),
        "net/a/final": ("upcoming", None, (start + 1,)),
        "net/a/memo": ("outstanding", None, (start + 1,)),
    }


def test_from_nothing_the_mandate_did_it_and_other_networks_have_their_own() -> None:
    told = world(today="2021-12-31")
    for key in ("one", "two"):
        told.ledger.adopt_mandate(small(stated(), key=key), on="2021-01-01")
    rows = differences(told, 0, told.size, "2021-02-01")
    adopted = {}
    for key, facts in told.facts().items():
        adopted[key] = next(p for p, (e, _at) in facts.recorded.items() if e.event_name == "MandateAdopted")
    assert {(row.network, row.by) for row in rows if "/a/" not in row.obligation} == {
        (key, (position,)) for key, position in adopted.items()
    }
    assert [row.obligation for row in rows] == sorted(row.obligation for row in rows)
    assert len(rows) == 16


def test_a_correction_before_something_new_did_not_bring_it() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="partial", on="2021-06-01")
    start = told.size
    told.ledger.correct_fact(f"#{start}", changes={"effective_on": "2021-05-31"}, reason="A slip.")
    hold(told, "2021-02-10", host="alby")
    asked = [ReportAsked(report="final")]
    told.ledger.issue_assignment("net", key="b", title="More", reports=asked, on="2021-02-01")
    found = {row.obligation: row.by for row in differences(told, start, told.size, "2021-06-30")}
    assert found == {
        "net/a/partial": (start + 1,),
        "net/O1/2021-02-10": (start + 2, start + 3),
        "net/Se2/2021-02-10": (start + 2, start + 3),
        "net/b/final": (start + 4,),
    }


def test_the_ledger_asks_it_the_same_way() -> None:
    told = network()
    start = told.size
    told.ledger.adopt_work_plan("net", year=2021, on="2021-02-10")
    answer = told.ledger.diff(f"#{start}", as_of="2021-03-01")
    assert answer.items == (Difference("net", "net/P1/2021", "overdue", "fulfilled", (start + 1,)),)


# Question 14: corrections


def test_a_correction_says_what_it_changed_and_which_verdicts() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="partial", on="2021-05-31")
    report = told.size
    told.ledger.correct_fact(f"#{report}", changes={"effective_on": "2021-06-01", "by": "org:alby"}, reason="A slip.",
                             on="2021-09-01", actor="org:alby")  # fmt: skip
    row = Correction(
        "net", report + 1, utc("2021-12-31T12:00:00+00:00"), "org:alby", report, "ReportSubmitted", "net/a", False,
        ("effective_on: 2021-05-31 → 2021-06-01", "by: - → org:alby"), "A slip.",
        ("net/a/partial: fulfilled → fulfilled_late",),
    )  # fmt: skip
    assert corrections(view(told, "2021-06-01")) == (row,), "told in September, it speaks of June"
    (row,) = corrections(view(told, "2021-05-31"))
    assert row.verdicts == ("net/a/partial: fulfilled → upcoming",)
    (row,) = corrections(view(told, "2021-05-30"))
    assert row.verdicts == ()
    assert corrections(view(told, "2021-06-01", known_at=report)) == ()


def test_each_of_several_corrections_is_told_with_what_it_did_itself() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="partial", on="2021-05-31")
    report = told.size
    told.ledger.correct_fact(f"#{report}", changes={"effective_on": "2021-06-02"}, reason="One.")
    told.ledger.correct_fact(f"#{report}", changes={"effective_on": "2021-06-03"}, reason="Two.")
    told.ledger.retract_fact(f"#{report + 1}", reason="Three.")
    told.ledger.retract_fact(f"#{report + 2}", reason="Four.")
    told.ledger.retract_fact(f"#{report}", reason="Five.")
    rows = corrections(view(told, "2021-12-31"))
    assert [(row.reason, row.corrects, row.event, row.retracted, row.changes) for row in rows] == [
        ("One.", report, "ReportSubmitted", False, ("effective_on: 2021-05-31 → 2021-06-02",)),
        ("Two.", report, "ReportSubmitted", False, ("effective_on: 2021-06-02 → 2021-06-03",)),
        ("Three.", report + 1, "FactCorrected", True, ()),
        ("Four.", report + 2, "FactCorrected", True, ()),
        ("Five.", report, "ReportSubmitted", True, ()),
    ]
    assert [row.verdicts for row in rows] == [
        ("net/a/partial: fulfilled → fulfilled_late",),
        (),
        (),
        ("net/a/partial: fulfilled_late → fulfilled",),
        ("net/a/partial: fulfilled → overdue",),
    ]


def test_a_correction_of_a_meeting_reaches_the_quota_and_the_roles_reach_everything() -> None:
    told = network(small(stated(at_least=1)))
    hold(told, "2021-12-31")
    told.ledger.correct_fact(f"#{told.size}", changes={"effective_on": "2021-12-30"}, reason="A slip.")
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", on="2021-01-01")
    told.ledger.schedule_meeting("net", planned_on="2021-03-10", kind="plain", on="2021-01-01")
    told.ledger.hold_meeting("net/2021-03-10", led_by=ANN, on="2021-03-10")
    told.ledger.correct_fact(f"#{told.size - 2}", changes={"holder": BEA}, reason="The other one.")
    first, second = corrections(view(told, "2021-12-30"))
    assert first.verdicts == (
        "net/M1/2021: upcoming → fulfilled",
        "net/O1/2021-12-31: upcoming → undetermined",
        "net/Se2/2021-12-31: upcoming → outstanding",
    )
    assert second.verdicts == ("net/O1/2021-03-10: fulfilled → undetermined",)
    assert second.changes == (f"holder: {ANN} → {BEA}",)


# Question 32: what if


def test_what_would_be_if_minutes_were_due_in_14_days() -> None:
    told = network()
    hold(told, "2021-02-10", sent="2021-02-24")
    hold(told, "2021-03-10", sent="2021-03-25")
    hold(told, "2021-04-10")
    due = when("2021-04-24")
    late = Supposed("net", "net/Se2/2021-03-10", "fulfilled", "fulfilled_late", when("2021-03-24"), 1)
    assert what_if(view(told, "2021-04-24"), "Se2", 14) == (
        late, Supposed("net", "net/Se2/2021-04-10", "outstanding", "upcoming", due, None))  # fmt: skip
    assert what_if(view(told, "2021-04-25"), "Se2", 14) == (
        late, Supposed("net", "net/Se2/2021-04-10", "outstanding", "overdue", due, 1))  # fmt: skip
    assert what_if(view(told, "2021-02-28"), "Se2", 14) == ()


def test_supposing_changes_nothing_that_is_known() -> None:
    told = network()
    hold(told, "2021-04-10")
    seen = view(told, "2021-05-10")
    before = seen.obligations()
    what_if(seen, "Se2", 0)
    assert view(told, "2021-05-10").obligations() == before


def test_a_clause_that_gives_a_deadline_has_no_silence_to_fill() -> None:
    assert what_if(view(network(small(stated(minutes_after=14))), "2021-06-01"), "Se2", 1) == ()


@pytest.mark.parametrize("days", [-1, 3661])
def test_days_out_of_range_and_unknown_clauses_are_refused(days: int) -> None:
    seen = view(network(), "2021-06-01")
    with pytest.raises(FieldInvalid):
        what_if(seen, "Se2", days)
    with pytest.raises(ReferenceUnknown):
        what_if(seen, "Se9", 14)
    assert what_if(seen, "Se2", 3660) == ()
