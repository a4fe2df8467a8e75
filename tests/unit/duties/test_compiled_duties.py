"""From clauses to duties: ids, due rules, and assumptions that fill silences and nothing else."""

from dataclasses import asdict

import pytest

from governance.compliance.due import DueRule
from governance.compliance.duty import CompiledDuty
from governance.duties.compiled import duties
from governance.duties.due.after import After
from governance.duties.due.in_year import InYear
from governance.duties.language import Assumption, Mandate
from governance.duties.reading import read_mandate

HEAD = """
governance = 1
version = "1"
title = "T"
in_force = { from = 2021-01-01 }
network = { key = "n", name = "N", time_zone = "UTC" }
principal = { key = "p", name = "P" }
"""
CLAUSES = """
[[clause]]
id = "1"
text = "nothing follows from this"

[[clause]]
id = "2"
text = "three duties"
duty = [
  { pattern = "each_year", holder = "network", evidence = "work_plan_adopted" },
  { pattern = "unmeasured", holder = "network" },
  { pattern = "standing", holder = "network", evidence = "summary_sent", due = { rule = "in_year", month = 3 } },
]

[[clause]]
id = "3"
text = "a quota"
duty = [{ pattern = "quota", holder = "network", at_least = 2 }]
"""
ASSUMED = """
[[assumption]]
id = "own"
clause = "2"
due = { rule = "after", days = 7 }
text = "a week"
"""
MARCH = InYear(rule="in_year", month=3)
WEEK = After(rule="after", days=7)
DAY = After(rule="after", days=1)


def what_if(clause: str, due: After | InYear = DAY) -> Assumption:
    return Assumption(id="what-if", clause=clause, due=due, text={"": "a day"})


def mandate(text: str = CLAUSES) -> Mandate:
    return read_mandate(HEAD + text)


def dues(found: tuple[CompiledDuty, ...]) -> list[tuple[str, DueRule | None, str | None]]:
    return [(d.id, d.due, d.assumption.id if d.assumption else None) for d in found]


def test_a_duty_has_its_clause_and_an_id_of_its_own() -> None:
    found = duties(mandate())
    assert [(d.id, d.clause, d.pattern) for d in found] == [
        ("2", "2", "each_year"),
        ("2.2", "2", "unmeasured"),
        ("2.3", "2", "standing"),
        ("3", "3", "quota"),
    ]
    assert found[0].text == {"": "three duties"}


def test_without_assumptions_only_what_is_stated_is_due() -> None:
    assert dues(duties(mandate())) == [("2", None, None), ("2.2", None, None), ("2.3", MARCH, None), ("3", None, None)]


def test_an_assumption_fills_a_silence_and_nothing_else() -> None:
    found = dues(duties(mandate(CLAUSES + ASSUMED)))
    assert found == [("2", WEEK, "own"), ("2.2", None, None), ("2.3", MARCH, None), ("3", None, None)]


def test_an_assumption_for_a_question_comes_before_the_files_own() -> None:
    found = dues(duties(mandate(CLAUSES + ASSUMED), (what_if("2"),)))
    assert found == [("2", DAY, "what-if"), ("2.2", None, None), ("2.3", MARCH, None), ("3", None, None)]


@pytest.mark.parametrize("clause", ["1", "3", "nowhere"])
def test_an_assumption_for_a_question_that_finds_no_silence_changes_nothing(clause: str) -> None:
    assert [*map(asdict, duties(mandate(), (what_if(clause),)))] == [*map(asdict, duties(mandate()))]


def test_a_mandate_without_clauses_has_no_duties() -> None:
    assert duties(mandate("")) == ()


def test_an_assumption_can_be_a_key_whatever_the_order_of_its_languages() -> None:
    one, other = what_if("2").model_copy(update={"text": {"sv": "a", "en": "b"}}), what_if("2", DAY)
    same = one.model_copy(update={"text": {"en": "b", "sv": "a"}})
    assert len({one, same, other}) == 2
