"""Feedback: who was informed, and which loops are open."""

import pytest

from governance.errors import ReferenceUnknown
from governance.questions.feedback import Informed, OpenFeedback, informed, open_feedback
from tests.kit.mandates import clause, small, stated
from tests.unit.compliance.history import ANN, BEA, hold, network, view, when

MEETINGS = clause("O2", pattern="each_meeting", holder="chair", counterparty=("principal", "archive"),
                  evidence="feedback_given", due={"rule": "after", "days": 7})  # fmt: skip


# Question 15: open loops


def test_a_loop_is_open_until_that_recipient_was_told() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", on="2021-01-01")
    told.ledger.give_feedback("net", recipient="principal", given_as="chair", by=ANN, on="2021-03-01")
    january = when("2021-01-01").first
    to_archive = OpenFeedback("net", "net/O2/archive", "O2", "chair", (ANN,), "archive", "outstanding", january, None)
    assert open_feedback(view(told, "2021-03-01")) == (to_archive,)
    assert [row.counterparty for row in open_feedback(view(told, "2021-02-28"))] == ["archive", "principal"]


def test_feedback_after_a_meeting_is_open_from_the_day_it_was_held() -> None:
    told = network(small(MEETINGS))
    hold(told, "2021-02-10")
    told.ledger.give_meeting_feedback("net/2021-02-10", recipient="archive", on="2021-02-10")
    assert open_feedback(view(told, "2021-02-09")) == ()
    (row,) = open_feedback(view(told, "2021-02-17"))
    assert (row.verdict, row.since, row.due) == ("upcoming", when("2021-02-10").first, when("2021-02-17"))
    (row,) = open_feedback(view(told, "2021-02-18"))
    assert (row.verdict, row.since, row.counterparty) == ("overdue", when("2021-02-10").first, "principal")


def test_a_meeting_that_was_cancelled_leaves_no_loop() -> None:
    told = network(small(MEETINGS))
    told.ledger.schedule_meeting("net", planned_on="2021-02-10", kind="plain", on="2021-01-01")
    told.ledger.cancel_meeting("net/2021-02-10", on="2021-02-10")
    assert open_feedback(view(told, "2021-03-01")) == ()


# Question 16: were both informed


def test_each_counterparty_was_informed_or_not() -> None:
    told = network()
    told.ledger.give_feedback("net", recipient="owners", given_as="chair", on="2021-03-01")
    to_owners = told.size
    told.ledger.correct_fact(f"#{to_owners}", changes={"effective_on": "2021-03-02"}, reason="A slip.")
    not_yet = Informed("net", "net/O2/archive", "O2", "archive", False, None, "outstanding", ())
    assert informed(view(told, "2021-03-02")) == (
        not_yet,
        Informed("net", "net/O2/principal", "O2", "principal", True, when("2021-03-02"), "fulfilled",
                 (to_owners, to_owners + 1)),
    )  # fmt: skip
    assert [row.informed for row in informed(view(told, "2021-03-01"))] == [False, False]


def test_somebody_who_did_not_hold_the_role_did_not_inform_in_it() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", ends="2021-03-01", on="2021-01-01")
    told.ledger.give_feedback("net", recipient="archive", by=BEA, on="2021-02-28")
    told.ledger.give_feedback("net", recipient="principal", by=ANN, on="2021-03-02")
    assert [row.informed for row in informed(view(told, "2021-12-31"))] == [False, False]
    told.ledger.give_feedback("net", recipient="principal", by=ANN, on="2021-03-01")
    assert [row.informed for row in informed(view(told, "2021-12-31"))] == [False, True]


def test_of_a_clause_that_asks_for_none_there_is_nothing_to_say_and_an_unknown_one_is_refused() -> None:
    seen = view(network(small(stated())), "2021-06-01")
    assert informed(seen, "Se2") == ()
    with pytest.raises(ReferenceUnknown, match="O9"):
        informed(seen, "O9")
