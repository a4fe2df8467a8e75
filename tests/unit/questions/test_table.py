"""The table of the questions, and what holds for all of them."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from governance.compliance.answer import Answer
from governance.ledger import Ledger
from governance.questions import QUESTIONS, Parameter, Question
from governance.questions.changes import diff
from governance.questions.view import View
from governance.schemas import answer_schema
from tests.kit.mandates import EXAMPLES
from tests.kit.world import ACTOR, World

ASKED: dict[str, dict[str, Any]] = {
    "history": {"assignment": "vux/2021-1"},
    "document": {"sha256": "b7d3f1" + "0" * 58},
    "what_if": {"clause": "Se2", "days": 14},
}
"""What the questions with required parameters are asked with."""


@pytest.fixture(scope="module")
def told() -> Ledger:
    """The example's year, up to the summer after it."""
    ledger = Ledger.open(":memory:", actor=ACTOR)
    with (EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl").open(encoding="utf-8") as lines:
        ledger.import_lines(lines, keep_times=True, text_of=lambda name: (EXAMPLES / name).read_text("utf-8"))
    return ledger


def questions() -> list[Question]:
    return list(QUESTIONS.values())


def test_the_numbers_are_those_of_the_questions_that_have_no_way_of_their_own() -> None:
    assert [question.number for question in questions()] == [*range(5, 29), 30, 32, 33]
    assert all(name == question.name for name, question in QUESTIONS.items())
    assert len({question.text for question in questions()}) == len(QUESTIONS)


def test_parameters_are_those_of_the_function() -> None:
    assert QUESTIONS["missing_minutes"].parameters == ()
    assert QUESTIONS["meeting_quota"].parameters == (Parameter("year", int, False, None),)
    assert QUESTIONS["late_records"].parameters == (Parameter("days", int, False, 30),)
    assert QUESTIONS["informed"].parameters == (Parameter("clause", str, False, "O2"),)
    assert QUESTIONS["what_if"].parameters == (Parameter("clause", str, True, None), Parameter("days", int, True, None))


def test_every_question_that_must_be_told_something_is_asked_below() -> None:
    assert {q.name for q in questions() if any(p.required for p in q.parameters)} == ASKED.keys()


@pytest.mark.parametrize("name", QUESTIONS)
def test_rows_say_which_network_they_are_of_and_explain_their_fields(name: str) -> None:
    row = QUESTIONS[name].row
    assert is_dataclass(row)
    assert fields(row)[0].name == "network"
    assert row.__doc__ is not None
    assert QUESTIONS[name].function.__doc__ is not None


@pytest.mark.parametrize("name", QUESTIONS)
def test_answers_are_rows_of_their_class_and_fit_their_schema(told: Ledger, name: str) -> None:
    question = QUESTIONS[name]
    validator = Draft202012Validator(
        answer_schema(question.row, name), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    rows = 0
    for as_of in ("2020-12-31", "2021-01-05", "2021-05-31", "2021-06-10", "2021-09-17", "2021-12-31", "2022-06-30"):
        answer = told.ask(name, as_of=as_of, **ASKED.get(name, {}))
        assert {(type(row), row.network) for row in answer} <= {(question.row, "vux")}
        validator.validate(json.loads(json.dumps(answer.to_dict())))
        rows += len(answer)
    silent = ("double_holders", "weedable")
    assert rows or name in silent, "the example has something to say to each of the others"


@pytest.mark.parametrize("name", sorted(QUESTIONS.keys() - ASKED.keys() - {"informed"}))
def test_an_empty_ledger_and_a_network_without_a_mandate_have_nothing_to_answer(name: str) -> None:
    empty = World()
    assert len(empty.ledger.ask(name, as_of="2021-06-01")) == 0
    empty.ledger.establish_network("net", name="The net", on="2021-01-01")
    assert len(empty.ledger.ask(name, as_of="2021-06-01")) == 0


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_was_known_earlier_stays_what_it_was(told: Ledger, name: str) -> None:
    """An answer for an old position does not depend on what was recorded since."""
    asked = ASKED.get(name, {})
    again = Ledger.open(":memory:", actor=ACTOR)
    lines = (EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl").read_text("utf-8").splitlines()
    again.import_lines(lines[:21], keep_times=True, text_of=lambda file: (EXAMPLES / file).read_text("utf-8"))
    last = again.desk.last_position()
    for as_of in ("2021-06-10", "2021-12-31"):
        then: Answer[Any] = again.ask(name, as_of=as_of, **asked)
        assert told.ask(name, as_of=as_of, known_at=last, **asked).items == then.items


def test_a_view_of_nothing_differs_in_nothing() -> None:
    nothing = View({}, date(2021, 6, 1), 2022, 0)
    assert diff(nothing, nothing, ()) == ()
