"""The published JSON Schemas hold for what is published, and for what is read (D4)."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from governance import Ledger
from governance.questions import QUESTIONS
from governance.schemas import schemas

EXAMPLES = Path(__file__).parents[2] / "examples"
HISTORY = EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl"
SCHEMAS = schemas()
GIVEN: dict[str, dict[str, Any]] = {
    "history": {"assignment": "vux/2021-1"},
    "document": {"sha256": "c0ffee" + "0" * 58},
    "what_if": {"clause": "Se2", "days": 14},
}
"""What some questions need to be asked."""


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    ledger = Ledger.open(":memory:", clock=lambda: datetime(2022, 6, 30, 12, tzinfo=UTC))
    with HISTORY.open(encoding="utf-8") as lines:
        ledger.import_lines(lines, text_of=lambda name: (EXAMPLES / name).read_text("utf-8"), keep_times=True)
    return ledger


def _holds(name: str, value: object) -> None:
    Draft202012Validator(SCHEMAS[name], format_checker=FormatChecker()).validate(value)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("day", ["2020-12-31", "2021-01-13", "2021-06-01", "2022-06-30"])
@pytest.mark.parametrize("name", ["overdue", "obligations", "due"])
def test_the_answers_are_as_published(ledger: Ledger, name: str, day: str) -> None:
    _holds(name, json.loads(json.dumps(getattr(ledger, name)(as_of=day).to_dict())))


@pytest.mark.parametrize("name", sorted(QUESTIONS))
def test_each_question_is_answered_as_published(ledger: Ledger, name: str) -> None:
    for day in ("2020-12-31", "2021-09-15", "2022-06-30"):
        answer = ledger.ask(name, as_of=day, **GIVEN.get(name, {}))
        _holds(name, json.loads(json.dumps(answer.to_dict())))


def test_each_question_has_a_method_of_its_own(ledger: Ledger) -> None:
    for name in QUESTIONS:
        answer = getattr(ledger, name)(**GIVEN.get(name, {}))
        assert answer == ledger.ask(name, **GIVEN.get(name, {})), name


def test_an_empty_ledger_answers_as_published() -> None:
    empty = Ledger.open(":memory:")
    for name in ("overdue", "obligations", "due"):
        _holds(name, json.loads(json.dumps(getattr(empty, name)().to_dict())))


def test_an_item_has_what_the_published_schema_promises() -> None:
    promised = {
        "id", "network", "clause", "subject", "verdict", "due", "due_on", "days_overdue", "holder", "counterparty",
        "fulfilled_on", "assumptions", "evidence",
    }  # fmt: skip
    assert promised <= set(SCHEMAS["obligations"]["properties"]["items"]["items"]["required"])


def test_the_example_history_is_as_the_schema_of_its_lines_says() -> None:
    for line in HISTORY.read_text("utf-8").splitlines():
        _holds("import-line", json.loads(line))


def test_a_line_with_a_misspelt_field_is_not() -> None:
    line = {"command": "close_year", "network": "vux", "yaer": 2021}
    assert list(Draft202012Validator(SCHEMAS["import-line"]).iter_errors(line))


def test_each_entry_of_the_log_is_as_published(ledger: Ledger) -> None:
    from governance.compliance.answer import row_of

    for entry in ledger.log():
        _holds("log-entry", json.loads(json.dumps(row_of(entry))))
