"""What is doubtful in a mandate: each finding, and what next to it is none."""

import re
from pathlib import Path

import pytest

from governance import Finding, check_mandate
from governance.duties.holes import HOLES, holes
from governance.duties.reading import read_mandate
from tests.kit.checked import checked, findings

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
EVERY_PART = ROOT / "tests" / "kit" / "every-part.toml"
D = "clause[D1].duty[1]."
HELD = "meeting: evidence = 'meeting_held'\n"
NEXT = "meeting: evidence = 'next_meeting_held'\n"
REVIEW = "meeting: evidence = 'review'\n"
ENDS = ("2021-01-01 }", "2021-01-01, to = 2021-06-30 }")

SENT = "meeting: evidence = 'minutes_submitted'\n"


def test_a_role_is_not_separate_from_one_that_is_derived_from_it() -> None:
    duty = "assigned: measure = { of = 'separate', roles = ['host'] }"
    assert findings(duty) == []
    (found,) = findings(duty, replaced=('"meeting.host"', '"chair"'))
    assert found.startswith(f"{D}measure.roles: nobody can be appointed 'chair'")


def test_days_outside_a_mandate_that_ends() -> None:
    day = HELD + "due = { rule = 'on', date = '2021-07' }"
    assert findings(day) == []
    assert findings(day, replaced=ENDS) == [
        f"{D}due.date: 2021-07 lies after the last day of the mandate (2021-06-30 or earlier)"
    ]
    assert findings(HELD + "due = { rule = 'on', date = '2021' }", replaced=ENDS) == []
    from_the_end = HELD + "due = { rule = 'after', days = 1, from = 'mandate_end' }"
    assert findings(from_the_end, replaced=ENDS) == []
    months = "period: months = [7, 12]\nevidence = 'review'"
    assert findings(months) == []
    assert findings(months, replaced=ENDS)[0].startswith(f"{D}months: none of these months lies within the mandate")
    assert findings("period: months = [6, 7]\nevidence = 'review'", replaced=ENDS) == []


def test_a_report_that_is_due_before_the_mandate_begins() -> None:
    duty = "pattern = 'report'\nholder = 'network'"

    def given(due: str) -> str:
        return (
            f"assignment = [{{ key = 'x', clause = 'D1', title = 'X', report = [{{ key = 'final', due = '{due}' }}] }}]"
        )

    assert findings(duty, head=given("2021-01")) == []
    (found,) = findings(duty, head=given("2020-12"))
    assert found.startswith("assignment[x].report[final].due: 2020-12 lies before the first day of the mandate")


def test_a_quorum_of_nobody() -> None:
    text = """governance = 1
version = "1"
title = "T"
in_force = { from = 2021-01-01 }
network = { key = "n", name = "N", time_zone = "UTC" }
principal = { key = "p", name = "P" }
[[clause]]
id = "D1"
text = "T"
[[clause.duty]]
pattern = "each_meeting"
holder = "network"
measure = { of = "present", at_least = 1 }
"""
    (found,) = check_mandate(text).findings
    assert (found.line, found.finding) == (13, "all members are counted, and the file names none")
    assert not check_mandate(text + '[[member]]\nkey = "a"\nname = "A"\n').findings


def assumed(clause: str, due: str) -> str:
    return f"assumption = [{{ id = 'x', clause = '{clause}', text = 'X', due = {due} }}]"


def test_an_assumption_beside_what_the_clause_says() -> None:
    more = "\n[[clause.duty]]\npattern = 'each_meeting'\nholder = 'chair'\nevidence = 'minutes_drafted'\n"
    week, month = (f"{{ rule = 'after', days = {n} }}" for n in (7, 30))
    assert findings(SENT + more, head=assumed("D1", week)) == []
    (other,) = findings(SENT + more + f"due = {month}", head=assumed("D1", week))
    assert other.startswith(
        "assumption[x].clause: the clause says itself when 'D1.2' is due; the assumption fills only"
    )
    (same,) = findings(SENT + more + f"due = {week}", head=assumed("D1", week))
    assert same.startswith("assumption[x].due: it assumes what the clause says itself, of 'D1.2'")


def test_an_assumption_of_what_is_never_judged_and_one_without_a_date() -> None:
    more = "\n[[clause.duty]]\npattern = 'unmeasured'\nholder = 'chair'\n"
    (never,) = findings(SENT + more, head=assumed("D1", "{ rule = 'after', days = 7 }"))
    assert never.startswith("assumption[x].clause: a part of the clause, 'D1.2', is never judged")
    (no_date,) = findings(SENT, head=assumed("D1", "{ rule = 'asap' }"))
    assert no_date.startswith("assumption[x].due: it assumes no date")


def unused(*duties: str, head: str = "") -> list[str]:
    return [finding.key for finding in checked(*duties, head=head).findings if "no duty" in finding.finding]


def test_what_no_duty_speaks_of() -> None:
    assert unused("quota: at_least = 1\nkinds = ['m']") == [
        "role[board]", "role[host]", "side[left]", "side[right]", "side[nobody]", "meeting_kind[k]", "act[review]",
    ]  # fmt: skip
    assert unused("meeting: measure = { of = 'rotation', among = 'sides' }") == [
        "role[board]",
        "role[host]",
        "act[review]",
    ]
    assert "role[board]" not in unused("quota: at_least = 1\nwaived_by = ['board']")
    assert "act[review]" not in unused(REVIEW)
    assert "act[review]" not in unused("event: event = 'review'\nevidence = 'summary_sent'")
    assert "meeting_kind[k]" not in unused("quota: at_least = 1\nkinds = ['m']\nunclear_kinds = ['k']")
    assert "meeting_kind[k]" not in unused("quota: at_least = 1")
    assert "side[left]" not in unused("meeting: measure = { of = 'present', among = ['left'], at_least = 1 }")
    office = "organisation = [{ key = 'office', name = 'O' }]"
    assert "organisation[office]" in unused(REVIEW, head=office)
    held = ('"chair", name = "Chair", held_by = "person"', '"chair", name = "Chair", held_by = "organisation"')
    told = checked(REVIEW, head=office, replaced=held).findings
    assert "organisation[office]" not in [finding.key for finding in told], "it may hold the role"
    assert "act[review]" not in unused("period: evidence = 'summary_sent'\nor_evidence = ['review']")
    assert "organisation[office]" not in unused(REVIEW + "counterparty = ['office']", head=office)


def test_a_role_of_which_no_duty_speaks_may_be_an_honorary_one() -> None:
    found = {f.key: f.grave for f in checked("quota: at_least = 1").findings if "no duty" in f.finding}
    assert found["role[board]"] is False
    assert found["act[review]"] is True


def test_a_goal_that_no_assignment_serves_where_there_are_assignments() -> None:
    goals = "goal = [{ id = '1', text = 'G' }, { id = '2', text = 'G' }]\n"
    duty = "pattern = 'report'\nholder = 'network'"
    task = "assignment = [{ key = 'x', clause = 'D1', title = 'X', goals = ['1'], report = [{ key = 'final' }] }]"
    assert findings(duty, head=goals) == []
    assert findings(duty, head=goals + task) == [
        "goal[2]: no assignment serves the goal '2' (name it in the goals of an assignment)"
    ]


@pytest.mark.parametrize("path", [*EXAMPLES, EVERY_PART], ids=lambda path: path.stem)
def test_the_examples_are_beyond_doubt(path: Path) -> None:
    found = check_mandate(path.read_text("utf-8"), path.name)
    assert (found.problems, found.findings) == ((), ())


def test_the_mandate_of_the_guide_is_beyond_doubt() -> None:
    (text,) = re.findall(r"```toml\n(governance = 1.*?)```", (ROOT / "docs" / "guide.md").read_text("utf-8"), re.DOTALL)
    found = check_mandate(text)
    assert (found.problems, found.findings) == ((), ())


def test_a_finding_has_its_place_and_the_duty_that_it_is_about() -> None:
    (found,) = [f for f in checked(HELD, NEXT + "counterparty = ['chair']").findings if f.clause]
    assert found == Finding(
        file="m.toml",
        line=37,
        key="clause[D2].duty[1].counterparty",
        clause="D2",
        finding="'chair' owes it to itself",
        advice="name to whom it is owed, or leave it out",
    )
    assert str(found) == (
        "m.toml:37: clause[D2].duty[1].counterparty: 'chair' owes it to itself"
        " (name to whom it is owed, or leave it out)"
    )


def test_findings_are_in_the_order_of_the_lines_and_only_of_files_without_faults() -> None:
    found = checked(HELD + "counterparty = ['chair']")
    assert found.mandate
    assert [f.line for f in found.findings] == sorted(f.line for f in found.findings)
    broken = checked(HELD + "counterparty = ['chiar']")
    assert (broken.mandate, broken.findings, len(broken.problems)) == (None, (), 1)


def test_a_mandate_without_its_text_has_the_same_findings() -> None:
    text = EXAMPLES[0].read_text("utf-8").replace('goals = ["2", "3"]', 'goals = ["2"]')
    mandate = read_mandate(text)
    assert [(f.key, f.finding) for f in holes(mandate)] == [(f.key, f.finding) for f in holes(mandate, text)]
    assert [f.key for f in holes(mandate)] == ["goal[3]"]


def test_every_finding_has_a_name_of_its_own() -> None:
    assert len({look.__name__ for look in HOLES}) == len(HOLES)
