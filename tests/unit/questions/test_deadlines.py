"""Due dates: what falls due, what came late or was missed, and which dates moved."""

import pytest

from governance.errors import FieldInvalid
from governance.model.assignment import ReportAsked
from governance.questions.deadlines import (
    FallsDue,
    LateReport,
    MissedPartial,
    MovedDeadline,
    due_within,
    late_reports,
    missed_partials,
    moved_deadlines,
)
from tests.kit.mandates import ASSIGNMENT, REPORTS, clause, small, stated
from tests.kit.world import World
from tests.unit.compliance.history import ANN, hold, network, view, when


def due(told: World, as_of: str, days: int) -> list[tuple[str, int]]:
    return [(row.obligation, row.days) for row in due_within(view(told, as_of), days)]


# Question 7: what falls due


@pytest.mark.parametrize(
    ("as_of", "days", "found"),
    [
        ("2021-05-01", 29, []),
        ("2021-05-01", 30, [("net/a/partial", 30)]),
        ("2021-05-31", 0, [("net/a/partial", 0)]),
        ("2021-06-01", 30, []),
    ],
)
def test_what_falls_due_from_the_day_itself_through_the_last(
    as_of: str, days: int, found: list[tuple[str, int]]
) -> None:
    assert due(network(), as_of, days) == found


def test_each_with_its_holders_and_the_earliest_first() -> None:
    told = network(small(stated(minutes_after=14)))
    told.ledger.assign_role("net", role="board", holder=ANN, starts="2021-02-20", on="2021-01-15")
    hold(told, "2021-02-10", host="alby")
    assert due_within(view(told, "2021-02-10"), 30) == (
        FallsDue("net", "net/Se2/2021-02-10", when("2021-02-24"), when("2021-02-24").last, 14, "secretary",
                 ("org:alby",), "registry", ()),
        FallsDue("net", "net/P1/2021", when("2021-02"), when("2021-02-28").last, 18, "board", (ANN,), None, ()),
    )  # fmt: skip


def test_the_calendar_brings_next_years_duties() -> None:
    assert due(network(), "2021-12-31", 59) == [("net/M1/2021", 0), ("net/P1/2022", 59)]
    assert due(network(), "2021-12-31", 58) == [("net/M1/2021", 0)]
    assert due(network(), "2022-01-01", 789)[-1] == ("net/P1/2024", 789), "2022, 2023, 31 and 29 days"


def test_what_arises_and_falls_due_on_the_last_day_is_there() -> None:
    new_year = clause("P1", pattern="each_year", holder="board", evidence="work_plan_adopted",
                      due={"rule": "after", "days": 0})  # fmt: skip
    assert due(network(small(new_year)), "2021-12-31", 1) == [("net/P1/2022", 1)]
    assert due(network(small(new_year)), "2021-12-31", 0) == []


def test_a_meeting_held_later_brings_nothing_yet() -> None:
    told = network(small(stated(minutes_after=14)))
    hold(told, "2021-03-10")
    assert due(told, "2021-03-09", 30) == []
    assert due(told, "2021-03-10", 30) == [("net/Se2/2021-03-10", 14)]


def test_what_was_done_or_extended_falls_due_no_more() -> None:
    told = network()
    told.ledger.extend_deadline("net/a", report="partial", due="2021-06-10", reason="Late figures.", on="2021-05-20")
    told.ledger.submit_report("net/a", report="partial", on="2021-06-05")
    assert due(told, "2021-05-19", 22) == [("net/a/partial", 12)]
    assert due(told, "2021-05-20", 21) == [("net/a/partial", 21)]
    assert due(told, "2021-06-04", 6) == [("net/a/partial", 6)]
    assert due(told, "2021-06-05", 6) == []


@pytest.mark.parametrize("days", [-1, 36_501])
def test_days_out_of_range_are_refused(days: int) -> None:
    with pytest.raises(FieldInvalid):
        due_within(view(network(), "2021-05-01"), days)


# Question 8: late reports


def test_a_report_on_the_last_day_is_not_late_and_on_the_next_it_is_one_day_late() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="partial", on="2021-05-31")
    told.ledger.submit_report("net/a", report="final", on="2021-10-16")
    position = told.size
    assert late_reports(view(told, "2021-10-15")) == ()
    assert late_reports(view(told, "2021-10-16")) == (
        LateReport("net", "net/a/final", "net/a", when("2021-10-15"), when("2021-10-15"), when("2021-10-16"), 1, 1,
                   ("network:net",), (position,)),
    )  # fmt: skip


def test_lateness_is_told_against_the_date_in_force_and_against_the_first() -> None:
    told = network()
    told.ledger.extend_deadline("net/a", report="partial", due="2021-06-10", reason="Late figures.", on="2021-05-20")
    told.ledger.submit_report("net/a", report="partial", on="2021-06-12")
    (row,) = late_reports(view(told, "2021-12-31"))
    assert (row.due_first, row.due) == (when("2021-05"), when("2021-06-10"))
    assert (row.days_late, row.days_after_first) == (2, 12)


def test_a_deadline_extended_on_the_day_of_issue_keeps_its_first_date() -> None:
    told = network()
    told.ledger.extend_deadline("net/a", report="partial", due="2021-06", reason="A slip.", on="2021-01-01")
    told.ledger.submit_report("net/a", report="partial", on="2021-07-02")
    (row,) = late_reports(view(told, "2021-12-31"))
    assert (row.due_first, row.days_late, row.days_after_first) == (when("2021-05"), 2, 32)


def test_a_deadline_given_later_is_the_first_of_a_report_that_had_none() -> None:
    told = network()
    told.ledger.extend_deadline("net/a", report="memo", due="2021-06", reason="It is wanted now.", on="2021-03-01")
    told.ledger.submit_report("net/a", report="memo", on="2021-07-01")
    (row,) = late_reports(view(told, "2021-12-31"))
    assert (row.due_first, row.days_late, row.days_after_first) == (when("2021-06"), 1, 1)


def test_late_minutes_are_no_late_report() -> None:
    told = network(small(stated(minutes_after=1)))
    hold(told, "2021-02-10", sent="2021-02-20")
    assert late_reports(view(told, "2021-03-01")) == ()


# Question 24: a partial report missed though the final one came


def test_a_missed_report_is_told_once_a_later_one_came() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="final", on="2021-10-01")
    assert missed_partials(view(told, "2021-09-30")) == ()
    assert missed_partials(view(told, "2021-10-01")) == (
        MissedPartial("net", "net/a/partial", "overdue", when("2021-05"), None, "net/a/final", when("2021-10-01")),
    )


def test_a_final_report_that_comes_early_shows_nothing_until_the_partial_one_is_due() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="final", on="2021-05-10")
    assert missed_partials(view(told, "2021-05-31")) == ()
    assert [row.obligation for row in missed_partials(view(told, "2021-06-01"))] == ["net/a/partial"]


def test_a_late_one_is_told_too_and_one_in_time_is_not() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="partial", on="2021-06-01")
    told.ledger.submit_report("net/a", report="final", on="2021-10-01")
    (row,) = missed_partials(view(told, "2021-12-31"))
    assert (row.verdict, row.fulfilled_on, row.later) == ("fulfilled_late", when("2021-06-01"), "net/a/final")
    told.ledger.correct_fact(f"#{told.size - 1}", changes={"effective_on": "2021-05-31"}, reason="The stamp says so.")
    assert missed_partials(view(told, "2021-12-31")) == ()


def test_the_last_report_and_one_without_a_deadline_are_never_missed_partials() -> None:
    told = network()
    told.ledger.submit_report("net/a", report="partial", on="2021-05-01")
    told.ledger.submit_report("net/a", report="memo", on="2021-11-01")
    assert missed_partials(view(told, "2021-12-31")) == (), "the final report is overdue, but it is the last"


# Question 12: moved deadlines


def test_every_extension_is_a_row_with_who_decided() -> None:
    told = network()
    told.ledger.extend_deadline("net/a", report="partial", due="2021-06", reason="Late figures.", on="2021-05-20",
                                decided_by="The owners", decided_on="2021-05-18")  # fmt: skip
    told.ledger.extend_deadline("net/a", report="partial", due="2021-08", reason="Summer.", on="2021-06-20")
    first = MovedDeadline("net", "net/a/partial", when("2021-05"), when("2021-05"), when("2021-06"), when("2021-06"),
                          when("2021-05-20"), "The owners", when("2021-05-18"), "Late figures.", "DeadlineExtended",
                          told.size - 1)  # fmt: skip
    assert moved_deadlines(view(told, "2021-05-19")) == ()
    assert moved_deadlines(view(told, "2021-06-19")) == (first,)
    one, two = moved_deadlines(view(told, "2021-06-20"))
    assert (one.before, one.after, one.due) == (when("2021-05"), when("2021-06"), when("2021-08"))
    assert (two.before, two.after, two.due) == (when("2021-06"), when("2021-08"), when("2021-08"))
    assert (two.due_first, two.decided_by) == (when("2021-05"), None)


def test_two_extensions_on_one_day_are_two_rows_even_on_the_day_of_issue() -> None:
    told = network()
    told.ledger.extend_deadline("net/a", report="partial", due="2021-06", reason="One.", on="2021-01-01")
    told.ledger.extend_deadline("net/a", report="partial", due="2021-07", reason="Two.", on="2021-01-01")
    moves = [(row.due_first, row.before, row.after) for row in moved_deadlines(view(told, "2021-01-01"))]
    may, june, july = when("2021-05"), when("2021-06"), when("2021-07")
    assert moves == [(may, may, june), (may, june, july)]


def test_a_report_without_a_deadline_can_be_given_one() -> None:
    told = network()
    told.ledger.extend_deadline("net/a", report="memo", due="2021-06", reason="It is wanted now.", on="2021-03-01")
    (row,) = moved_deadlines(view(told, "2021-03-01"))
    assert (row.due_first, row.before, row.after) == (None, None, when("2021-06"))


def test_an_amended_mandate_moves_what_is_running_from_its_first_day() -> None:
    told = network(small(REPORTS, ASSIGNMENT))
    later = small(REPORTS, ASSIGNMENT.replace("2021-05", "2021-07"), version="2", begins="2021-04-01")
    told.ledger.amend_mandate(later, on="2021-03-20", applies_to_running=True, reason="Too early.", decided_by="Owners")
    position = next(p for p, (e, _at) in told.facts()["net"].recorded.items() if e.event_name == "MandateAmended")
    assert moved_deadlines(view(told, "2021-03-31")) == ()
    assert moved_deadlines(view(told, "2021-04-01")) == (
        MovedDeadline("net", "net/a/partial", when("2021-05"), when("2021-05"), when("2021-07"), when("2021-07"),
                      when("2021-03-20"), "Owners", None, "Too early.", "MandateAmended", position),
    )  # fmt: skip


def test_an_amended_mandate_leaves_what_was_done_before() -> None:
    told = network(small(REPORTS, ASSIGNMENT))
    told.ledger.submit_report("net/a", report="partial", on="2021-03-31")
    later = small(REPORTS, ASSIGNMENT.replace("2021-05", "2021-07"), version="2", begins="2021-04-01")
    told.ledger.amend_mandate(later, on="2021-03-20", applies_to_running=True)
    assert moved_deadlines(view(told, "2021-12-31")) == ()


def test_an_amended_mandate_that_leaves_running_duties_alone_moves_nothing() -> None:
    told = network(small(REPORTS, ASSIGNMENT))
    later = small(REPORTS, ASSIGNMENT.replace("2021-05", "2021-07"), version="2", begins="2021-04-01")
    told.ledger.amend_mandate(later, on="2021-03-20")
    assert moved_deadlines(view(told, "2021-12-31")) == ()


def test_an_amended_mandate_can_bring_a_deadline_for_minutes_that_are_owed() -> None:
    def minutes(days: int | None) -> str:
        due = {"due": {"rule": "after", "days": days}} if days else {}
        return clause("Se2", pattern="each_meeting", holder="secretary", evidence="minutes_submitted", **due)

    told = network(small(minutes(None)))
    hold(told, "2021-02-10")
    hold(told, "2021-02-11", sent="2021-02-12")
    told.ledger.amend_mandate(
        small(minutes(60), version="2", begins="2021-03-01"), on="2021-03-01", applies_to_running=True
    )
    (row,) = moved_deadlines(view(told, "2021-03-01"))
    assert (row.obligation, row.due_first, row.before, row.after) == (
        "net/Se2/2021-02-10", None, None, when("2021-04-11"))  # fmt: skip


def test_minutes_move_from_the_day_by_which_they_were_due_before() -> None:
    told = network(small(stated(minutes_after=14)))
    hold(told, "2021-02-28")
    later = small(stated(minutes_after=20), version="2", begins="2021-03-01")
    told.ledger.amend_mandate(later, on="2021-03-01", applies_to_running=True)
    (row,) = moved_deadlines(view(told, "2021-03-01"))
    assert (row.due_first, row.before, row.after) == (when("2021-03-14"), when("2021-03-14"), when("2021-03-20"))


def test_an_extension_beats_an_amendment_of_the_same_day() -> None:
    told = network(small(REPORTS, ASSIGNMENT))
    later = small(REPORTS, ASSIGNMENT.replace("2021-05", "2021-07"), version="2", begins="2021-04-01")
    told.ledger.amend_mandate(later, on="2021-04-01", applies_to_running=True)
    told.ledger.extend_deadline("net/a", report="partial", due="2021-08", reason="Summer.", on="2021-04-01")
    moves = [(row.event, row.before, row.after) for row in moved_deadlines(view(told, "2021-04-01"))]
    assert moves == [("DeadlineExtended", when("2021-05"), when("2021-08"))]


def test_reports_that_an_assignment_adds_by_itself_are_asked_too() -> None:
    told = network()
    told.ledger.issue_assignment("net", key="b", title="More", reports=[ReportAsked(report="sketch", due=when("2021"))],
                                 on="2021-02-01")  # fmt: skip
    assert ("net/b/sketch", 0) in due(told, "2021-12-31", 0)
    told.ledger.submit_report("net/b", report="sketch", on="2021-12-31")
    assert due(told, "2021-12-31", 0) == [("net/M1/2021", 0)]
