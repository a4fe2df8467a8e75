"""Assignments: their history, the goals that they serve, and the meetings that decided them."""

import pytest

from governance.errors import ReferenceAmbiguous, ReferenceUnknown
from governance.questions.assignments import (
    Happening,
    UncoveredGoal,
    Undecided,
    history,
    uncovered_goals,
    undecided_assignments,
)
from tests.kit.mandates import small, stated
from tests.kit.world import utc
from tests.unit.compliance.history import network, view, when

# Question 9: the history of an assignment


def test_everything_is_told_in_the_order_of_the_log_mistakes_included() -> None:
    told = network()
    told.clock.at("2022-01-10")
    told.ledger.submit_report("net/a", report="partial", by="org:alby", on="2021-05-31", decided_by="The board")
    report = told.size
    told.ledger.submit_report("net/a", report="memo", on="2021-04-01")
    told.clock.at("2022-01-11")
    told.ledger.correct_fact(f"#{report}", changes={"effective_on": "2021-06-01"}, reason="A slip.")
    told.ledger.retract_fact(f"#{report + 1}", reason="There was none.")
    rows = history(view(told, "2021-12-31"), "net/a")
    assert [(row.event, str(row.effective_on), row.corrects) for row in rows] == [
        ("AssignmentIssued", "2021-01-01", None),
        ("ReportSubmitted", "2021-05-31", None),
        ("ReportSubmitted", "2021-04-01", None),
        ("FactCorrected", "2022-01-11", report),
        ("FactRetracted", "2022-01-11", report + 1),
    ]
    assert rows[1] == Happening(
        "net", "net/a", report, utc("2022-01-10T12:00:00+00:00"), when("2021-05-31"), "ReportSubmitted",
        "report: partial, by: org:alby", "system:test", "The board", None,
    )  # fmt: skip


def test_what_happened_after_the_day_is_left_out() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="partial", on="2021-05-10")
    assert len(history(view(told, "2021-05-09"), "net/a")) == 1
    assert len(history(view(told, "2021-05-10"), "net/a")) == 2


def test_a_month_has_happened_when_it_is_over_or_was_told() -> None:
    told = network(today="2021-05-20")
    told.ledger.submit_report("net/a", report="partial", on="2021-05")
    assert len(history(view(told, "2021-05-19"), "net/a")) == 1
    assert len(history(view(told, "2021-05-20"), "net/a")) == 2


def test_an_assignment_can_be_named_without_its_network_where_only_one_has_it() -> None:
    told = network()
    assert history(view(told, "2021-12-31"), "a") == history(view(told, "2021-12-31"), "net/a")
    with pytest.raises(ReferenceUnknown):
        history(view(told, "2021-12-31"), "z")
    told.ledger.adopt_mandate(small(stated(), key="other"), on="2021-01-01")
    with pytest.raises(ReferenceAmbiguous, match="net/a, other/a"):
        history(view(told, "2021-12-31"), "a")


# Question 21: goals without a live assignment


def test_a_goal_is_uncovered_where_no_assignment_serves_it() -> None:
    assert uncovered_goals(view(network(), "2021-06-01")) == (UncoveredGoal("net", "2", "Better", "1", ()),)


@pytest.mark.parametrize("ending", ["complete", "withdraw"])
def test_a_goal_is_uncovered_from_the_day_its_last_assignment_ends(ending: str) -> None:
    told = network()
    if ending == "complete":
        told.ledger.complete_assignment("net/a", on="2021-06-02")
    else:
        told.ledger.withdraw_assignment("net/a", reason="No money.", on="2021-06-02")
    assert [row.goal for row in uncovered_goals(view(told, "2021-06-01"))] == ["2"]
    assert [(row.goal, row.ended) for row in uncovered_goals(view(told, "2021-06-02"))] == [
        ("1", ("net/a",)),
        ("2", ()),
    ]
    told.ledger.issue_assignment("net", key="b", title="More", goals=["1", "2"], on="2021-06-03")
    assert [row.goal for row in uncovered_goals(view(told, "2021-06-02"))] == ["1", "2"]
    assert uncovered_goals(view(told, "2021-06-03")) == ()


def test_without_a_mandate_in_force_there_are_no_goals() -> None:
    told = network(small(stated(), ends="2021-06-30"))
    assert len(uncovered_goals(view(told, "2021-06-30"))) == 1
    assert uncovered_goals(view(told, "2021-07-01")) == ()


# Question 23: assignments without a deciding meeting


def test_an_assignment_lacks_its_deciding_meeting_until_that_is_told() -> None:
    told = network()
    issued = next(p for p, (e, _at) in told.facts()["net"].recorded.items() if e.event_name == "AssignmentIssued")
    row = Undecided("net", "net/a", "The task", when("2021-01-01"), None, None, issued)
    told.ledger.schedule_meeting("net", planned_on="2021-02-10", kind="plain", on="2021-01-01")
    told.ledger.issue_assignment("net", key="b", title="More", meeting="net/2021-02-10", on="2021-02-10")
    told.ledger.issue_assignment("net", key="c", title="Yet more", on="2021-02-11", decided_by="The owners")
    assert undecided_assignments(view(told, "2021-02-10")) == (row,)
    both = undecided_assignments(view(told, "2021-02-11"))
    assert [(r.assignment, r.decided_by) for r in both] == [("net/a", None), ("net/c", "The owners")]
    told.ledger.correct_fact(f"#{issued}", changes={"meeting": "net/2021-02-10"}, reason="It stands in the minutes.")
    assert [r.assignment for r in undecided_assignments(view(told, "2021-02-11"))] == ["net/c"]
