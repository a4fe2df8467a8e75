"""The questions as methods: made from the table, with real signatures, loaded when they are first used."""

import inspect
import subprocess
import sys

import pytest

from governance import Ledger
from governance.questions import QUESTIONS


def test_a_method_shows_its_keywords_and_what_it_answers() -> None:
    signature = inspect.signature(Ledger.meeting_quota)
    assert list(signature.parameters) == ["self", "year", "network", "as_of", "known_at"]
    assert str(signature.return_annotation) == "Answer[QuotaState]"
    assert Ledger.meeting_quota.__doc__ == "Will enough meetings be held this year? (question 6)"


def test_what_must_be_given_may_be_given_by_position() -> None:
    with Ledger.open(":memory:") as ledger:
        assert len(ledger.document("c0ffee" + "0" * 58)) == 0
        with pytest.raises(TypeError, match="missing a required argument: 'sha256'"):
            ledger.document()  # type: ignore[call-arg]  # the mistake is meant


def test_a_keyword_that_there_is_not_is_refused() -> None:
    with Ledger.open(":memory:") as ledger, pytest.raises(TypeError, match="unexpected keyword argument 'as_off'"):
        ledger.missing_minutes(as_off="2021-06-01")  # type: ignore[call-arg]  # the mistake is meant


def test_the_table_loads_no_answer() -> None:
    program = "import sys, governance.questions.methods; print(*(m for m in sys.modules if m.startswith('governance')))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {f"governance.questions.{question.room}" for question in QUESTIONS.values()} & set(loaded)
    assert "governance.model.event" not in loaded
