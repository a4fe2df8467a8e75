"""The mandate itself: what it does not say, and which version governs what."""

import pytest

from governance.errors import ReferenceUnknown
from governance.model.assignment import ReportAsked
from governance.questions.mandates import Governed, Undetermined, governing_version, undetermined
from governance.questions.view import View
from tests.kit.mandates import ASSIGNMENT, REPORTS, clause, small, stated
from tests.kit.world import World
from tests.unit.compliance.history import ANN, BEA, hold, network, view, when


def position(told: World, name: str) -> int:
    """Of the first event of this name."""
    return next(p for p, (event, _at) in told.facts()["net"].recorded.items() if event.event_name == name)


# Question 11: what cannot be judged


def test_what_has_no_measure_is_undetermined_and_says_what_speaks_of_it() -> None:
    text = small(clause("B1", pattern="unmeasured", holder="members", evidence="assignment_goals",
                        silent_on=("measure", "who")), REPORTS, ASSIGNMENT)  # fmt: skip
    told = network(text)
    assert undetermined(view(told, "2021-06-01")) == (
        Undetermined("net", "net/B1/standing", "B1", "assignment_goals", "members",
                     "The mandate sets no measure; what is recorded that speaks of it is named as evidence.",
                     ("measure", "who"), (position(told, "AssignmentIssued"),)),
    )  # fmt: skip


def test_a_meeting_led_by_another_is_undetermined_where_the_clause_is_silent_on_a_deputy() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", on="2021-01-01")
    told.ledger.schedule_meeting("net", planned_on="2021-02-10", kind="plain", on="2021-01-01")
    told.ledger.hold_meeting("net/2021-02-10", led_by=BEA, on="2021-02-10")
    rows = {row.obligation: row for row in undetermined(view(told, "2021-02-10"))}
    assert rows.keys() == {"net/B1/standing", "net/O1/2021-02-10"}
    led = rows["net/O1/2021-02-10"]
    assert (led.clause, led.silent_on, led.evidence) == ("O1", ("deputy",), (told.size,))
    assert led.reason == "Led by person:p-bea, who did not hold the role; the mandate says nothing of a deputy."
    assert {row.obligation for row in undetermined(view(told, "2021-02-09"))} == {"net/B1/standing"}


def test_a_second_duty_of_a_clause_has_its_own_silences() -> None:
    second = '[[clause.duty]]\npattern = "unmeasured"\nholder = "chair"\nevidence = "none"\nsilent_on = ["term"]\n'
    first = clause("O3", pattern="unmeasured", holder="chair", evidence="none", silent_on=("everything",))
    rows = undetermined(view(network(small(first + second)), "2021-06-01"))
    assert [(row.obligation, row.silent_on) for row in rows] == [
        ("net/O3.2/standing", ("term",)),
        ("net/O3/standing", ("everything",)),
    ]


def test_a_report_told_too_roughly_is_undetermined() -> None:
    told = network(small(clause("U1", pattern="report", holder="network", silent_on=("date",)), ASSIGNMENT))
    told.ledger.submit_report("net/a", report="final", on="2021-10")
    assert undetermined(view(told, "2021-10-30")) == ()
    (row,) = undetermined(view(told, "2021-10-31"))
    assert (row.obligation, row.duty, row.silent_on) == ("net/a/final", "report:final", ("date",))


def test_a_missed_quota_in_a_part_of_a_year_is_undetermined_where_the_clause_is_silent_on_it() -> None:
    told = network(small(stated(), ends="2021-06-30"))
    found = [row.silent_on for row in undetermined(view(told, "2021-07-01")) if row.clause == "M1"]
    assert found == [("part_years",)]


# Question 22: the governing version


def governed(seen: View, obligation: str) -> Governed:
    (row,) = governing_version(seen, obligation)
    return row


def test_each_obligation_is_governed_by_the_version_that_it_began_under() -> None:
    told = network()
    hold(told, "2021-03-31")
    hold(told, "2021-04-01")
    told.ledger.amend_mandate(small(stated(), version="2", begins="2021-04-01"), on="2021-03-15")
    first, second = position(told, "MandateAdopted"), position(told, "MandateAmended")
    january, march, april = when("2021-01-01").first, when("2021-03-31").first, when("2021-04-01").first
    seen = view(told, "2021-12-31")
    assert governed(seen, "net/O1/2021-03-31") == Governed(
        "net", "net/O1/2021-03-31", "1", january, march, first, "2", False)  # fmt: skip
    assert governed(seen, "net/O1/2021-04-01") == Governed(
        "net", "net/O1/2021-04-01", "2", april, None, second, None, False)  # fmt: skip
    assert governed(view(told, "2021-03-31"), "net/O1/2021-03-31") == Governed(
        "net", "net/O1/2021-03-31", "1", january, march, first, None, False)  # fmt: skip
    assert governed(view(told, "2021-03-14"), "net/a/final").ends is None, "nothing was decided yet"


def test_a_later_version_can_apply_to_what_is_running() -> None:
    told = network()
    told.ledger.amend_mandate(
        small(stated(), version="2", begins="2021-04-01"), on="2021-03-15", applies_to_running=True
    )
    assert not governed(view(told, "2021-03-31"), "net/a/final").later_applies
    row = governed(view(told, "2021-04-01"), "net/a/final")
    assert (row.version, row.later, row.later_applies) == ("1", "2", True)


def test_of_several_later_versions_the_first_ends_it_and_the_last_is_named() -> None:
    told = network()
    for version, begins in (("2", "2021-04-01"), ("3", "2021-07-01")):
        told.ledger.amend_mandate(small(stated(), version=version, begins=begins), on="2021-03-15")
    row = governed(view(told, "2021-07-01"), "net/a/final")
    assert (row.ends, row.later) == (when("2021-03-31").last, "3")
    assert governed(view(told, "2021-06-30"), "net/a/final").later == "2"


def test_an_obligation_can_be_named_without_its_network() -> None:
    seen = view(network(), "2021-06-01")
    assert governing_version(seen, "a/final") == governing_version(seen, "net/a/final")
    assert len(governing_version(seen)) == 8
    with pytest.raises(ReferenceUnknown):
        governing_version(seen, "net/a")


def test_the_last_day_of_a_mandate_that_ended_is_told() -> None:
    told = network()
    told.ledger.end_mandate("net", ends="2021-06-30", on="2021-06-01")
    assert governed(view(told, "2021-05-31"), "net/a/final").ends is None
    assert governed(view(told, "2021-06-01"), "net/a/final").ends == when("2021-06-30").last


def test_what_no_mandate_governs_says_so() -> None:
    told = network(small(stated(), ends="2021-06-30"))
    told.ledger.schedule_meeting("net", planned_on="2021-07-10", kind="plain", on="2021-06-01")
    told.ledger.issue_assignment("net", key="b", title="Later", on="2021-07-02",
                                 reports=[ReportAsked(report="final", due=when("2021-09"))])  # fmt: skip
    assert governed(view(told, "2021-08-01"), "net/b/final") == Governed(
        "net", "net/b/final", None, None, None, None, None, False)  # fmt: skip
