"""Amendments: which version governs what, and both dates where a new rule applies to what ran already."""

from datetime import date

from governance.compliance.versions import Ruling, ruling_in
from tests.kit.mandates import ASSIGNMENT, REPORTS, clause, small
from tests.kit.world import World, world


def minutes(days: int | None) -> str:
    due = {} if days is None else {"due": {"rule": "after", "days": days}}
    return clause("Se2", pattern="each_meeting", holder="secretary", evidence="minutes_submitted", **due)


def plan(month: int | None) -> str:
    due = {} if month is None else {"due": {"rule": "in_year", "month": month}}
    return clause("P1", pattern="each_year", holder="board", evidence="work_plan_adopted", **due)


def met(first: str, second: str, *, running: bool, begins: str = "2021-06-01", decided: str = "2021-05-20") -> World:
    """A meeting on 12 May and one on 4 June; the mandate ``first`` from January, ``second`` from 1 June."""
    w = world(small(first), today="2021-12-01", adopted="2021-01-01")
    for day in ("2021-05-12", "2021-06-04"):
        w.ledger.schedule_meeting("net", planned_on=day, kind="plain", host="alby", on="2021-01-10")
        w.ledger.hold_meeting(f"net/{day}", on=day)
    w.ledger.amend_mandate(small(second, version="2", begins=begins), applies_to_running=running, on=decided)
    return w


MAY, JUNE = "net/Se2/2021-05-12", "net/Se2/2021-06-04"


def test_what_began_under_a_version_stays_under_it() -> None:
    w = met(minutes(30), minutes(7), running=False)
    assert (w.item(MAY, "2021-11-01").due, w.item(MAY, "2021-11-01").mandate) == ("2021-06-11", "1")
    assert (w.item(JUNE, "2021-11-01").due, w.item(JUNE, "2021-11-01").mandate) == ("2021-06-11", "2")
    assert w.turns(MAY) == [("2021-01-10", "upcoming"), ("2021-05-12", "upcoming"), ("2021-06-12", "overdue")]


def test_a_version_that_applies_to_what_runs_moves_it_and_shows_both_dates() -> None:
    w = met(minutes(30), minutes(60), running=True)
    before, after = w.item(MAY, "2021-05-31"), w.item(MAY, "2021-06-01")
    assert (before.due, before.due_first) == ("2021-06-11", "2021-06-11")
    assert (after.due, after.due_first) == ("2021-07-11", "2021-06-11")
    assert w.turns(MAY)[-2:] == [("2021-06-01", "upcoming"), ("2021-07-12", "overdue")]
    derivation = w.ledger.explain(MAY, as_of="2021-07-01").derivation
    assert derivation[0] == "30 calendar days after 2021-05-12 is 2021-06-11."
    assert derivation[1].startswith("From 2021-06-01 the amended mandate says 2021-07-11 (#")


def test_a_shorter_time_makes_overdue_only_from_the_day_it_is_in_force() -> None:
    w = met(minutes(30), minutes(7), running=True)
    assert w.item(MAY, "2021-05-31").verdict == "upcoming"
    assert w.item(MAY, "2021-06-01").verdict == "overdue"
    assert w.item(MAY, "2021-06-01").days_overdue == 13  # since 19 May, by the rule of today


def test_a_deadline_where_there_was_none() -> None:
    w = met(minutes(None), minutes(30), running=True)
    assert w.turns(MAY) == [
        ("2021-01-10", "upcoming"),
        ("2021-05-12", "outstanding"),
        ("2021-06-01", "upcoming"),
        ("2021-06-12", "overdue"),
    ]
    assert w.item(MAY, "2021-05-20").due is None
    assert w.item(MAY, "2021-06-05").due_first == "2021-06-11"


def test_done_before_the_rule_changed_is_judged_by_the_rule_of_then() -> None:
    w = met(minutes(30), minutes(7), running=True)
    w.ledger.submit_minutes("net/2021-05-12", on="2021-05-30")
    assert w.turns(MAY)[-1] == ("2021-05-30", "fulfilled")
    assert w.item(MAY, "2021-11-01").verdict == "fulfilled"


def test_a_rule_decided_afterwards_governs_from_its_decision_only() -> None:
    """In force from 1 May by its own words, but decided on 20 May: on 12 May nobody could know it."""
    w = met(minutes(None), minutes(7), running=False, begins="2021-05-01")
    assert w.item(MAY, "2021-11-01").due is None
    assert w.item(JUNE, "2021-11-01").due == "2021-06-11"


def test_a_duty_that_only_the_new_version_has() -> None:
    w = met(minutes(None), minutes(None) + plan(9), running=False)
    assert "net/P1/2021" not in w.verdicts("2021-11-01")  # the year began under a version without it
    assert w.verdicts("2022-01-01")["net/P1/2022"] == "upcoming"


def test_a_new_duty_that_applies_to_the_running_year() -> None:
    w = met(minutes(None), minutes(None) + plan(9), running=True)
    assert w.item("net/P1/2021", "2021-11-01").verdict == "overdue"
    assert w.item("net/P1/2021", "2021-11-01").mandate == "2"


def test_a_duty_that_the_new_version_drops() -> None:
    w = met(minutes(30), plan(9), running=False)
    assert w.item(MAY, "2021-07-01").verdict == "overdue"  # owed under the version before
    assert JUNE not in w.verdicts("2021-07-01")


def test_new_dates_for_a_running_assignment() -> None:
    later = ASSIGNMENT.replace('due = "2021-10-15"', 'due = "2021-11-20"')
    w = met(REPORTS + ASSIGNMENT, REPORTS + later, running=True)
    final = w.item("net/a/final", "2021-11-01")
    assert (final.due, final.due_first, final.verdict) == ("2021-11-20", "2021-10-15", "upcoming")
    assert w.item("net/a/final", "2021-05-31").due == "2021-10-15"


def test_new_dates_that_do_not_apply_to_what_runs() -> None:
    later = ASSIGNMENT.replace('due = "2021-10-15"', 'due = "2021-11-20"')
    w = met(REPORTS + ASSIGNMENT, REPORTS + later, running=False)
    assert w.item("net/a/final", "2021-11-01").verdict == "overdue"


def test_an_extension_after_an_amendment_holds() -> None:
    later = ASSIGNMENT.replace('due = "2021-10-15"', 'due = "2021-11-20"')
    w = met(REPORTS + ASSIGNMENT, REPORTS + later, running=True)
    w.ledger.extend_deadline("net/a", report="final", due="2021-12", reason="More time", on="2021-07-01",
                             decided_by="The owners")  # fmt: skip
    item = w.item("net/a/final", "2021-12-01")
    assert (item.due, item.due_first) == ("2021-12", "2021-10-15")
    assert list(w.ledger.explain("net/a/final", as_of="2021-12-01").derivation) == [
        "The assignment asks for it 2021-10-15.",
        "From 2021-06-01 the amended mandate says 2021-11-20.",
        "Extended to 2021-12 on 2021-07-01, decided by The owners: More time (#12).",
        "2021-12 lasts through 2021-12-31.",
    ]


def test_which_version_governs_a_day_and_a_year() -> None:
    w = met(minutes(None), minutes(7), running=False)
    facts = w.facts()["net"]

    def label_on(day: date) -> str | None:
        return Ruling(facts, facts.network.version_on(day)).label

    labels = [label_on(date(2021, month, 1)) for month in (1, 5, 6, 12)]
    assert labels == ["1", "1", "2", "2"]
    assert label_on(date(2020, 12, 31)) is None
    assert [ruling_in(facts, date(y, 1, 1), date(y, 12, 31)).label for y in (2020, 2021, 2022)] == [None, "1", "2"]


def test_an_ended_mandate_asks_for_nothing_new() -> None:
    w = world(small(minutes(7), plan(9)), today="2022-03-01", adopted="2021-01-01")
    w.ledger.end_mandate("net", ends="2021-06-30", on="2021-06-01")
    w.ledger.schedule_meeting("net", planned_on="2021-07-01", kind="plain", on="2021-06-02")
    w.ledger.hold_meeting("net/2021-07-01", on="2021-07-01")
    assert w.verdicts("2022-02-01") == {"net/P1/2021": "void"}  # nobody can adopt a plan after the end
    w.ledger.adopt_mandate(small(minutes(7), plan(9), version="2", begins="2022-01-01"), on="2022-01-01")
    assert w.verdicts("2022-02-01") == {"net/P1/2021": "overdue", "net/P1/2022": "upcoming"}


def test_assumptions_say_that_they_are() -> None:
    assumption = '[[assumption]]\nid = "two-weeks"\nclause = "Se2"\ndue = { rule = "after", days = 14 }\n'
    w = met(minutes(None), minutes(None), running=False)
    w2 = met(minutes(None) + assumption + 'text.en = "Within two weeks."\n', minutes(None), running=False)
    assert w.item(MAY, "2021-07-01").verdict == "outstanding"
    item = w2.item(MAY, "2021-07-01")
    assert (item.verdict, item.due, item.assumptions) == ("overdue", "2021-05-26", ("two-weeks",))
    explanation = w2.ledger.explain(MAY, as_of="2021-07-01")
    assert explanation.derivation[0] == "Assumed (two-weeks): Within two weeks."
    assert w2.item(JUNE, "2021-07-01").assumptions == ()
