"""Corrections and retractions of what was recorded."""

from pytest_bdd import step, then, when

from governance.ledger import Ledger
from governance.ledger.log import LogEntry
from tests.steps.ledger import Attempt
from tests.steps.words import Fact, said


def _entry(ledger: Ledger, fact: Fact) -> LogEntry:
    """The latest event of this kind."""
    told = [entry for entry in ledger.entries_of(fact.originator_id) if entry.name == fact.event]
    return [entry for entry in told if fact.report in (None, entry.data.get("report"))][-1]


def _event(ledger: Ledger, fact: Fact) -> str:
    return _entry(ledger, fact).event


@step(said('{fact:Fact} is corrected to {on:When} because "{why:Text}"'))
def _corrected(ledger: Ledger, attempt: Attempt, fact: Fact, on: str, why: str) -> None:
    with attempt:
        ledger.correct_fact(_event(ledger, fact), changes={"effective_on": on}, reason=why)


@step(said('{fact:Fact} is retracted because "{why:Text}"'))
def _retracted(ledger: Ledger, attempt: Attempt, fact: Fact, why: str) -> None:
    with attempt:
        ledger.retract_fact(_event(ledger, fact), reason=why)


@when(said('the correction of {fact:Fact} is retracted because "{why:Text}"'))
def _correction_retracted(ledger: Ledger, attempt: Attempt, fact: Fact, why: str) -> None:
    correction = Fact(fact.originator_id, "FactCorrected")
    with attempt:
        ledger.retract_fact(_event(ledger, correction), reason=why)


@when(said('the retraction of {fact:Fact} is retracted because "{why:Text}"'))
def _retraction_retracted(ledger: Ledger, attempt: Attempt, fact: Fact, why: str) -> None:
    retraction = Fact(fact.originator_id, "FactRetracted")
    with attempt:
        ledger.retract_fact(_event(ledger, retraction), reason=why)


@when(said('{fact:Fact} is filed under another key because "{why:Text}"'))
def _filed_otherwise(ledger: Ledger, attempt: Attempt, fact: Fact, why: str) -> None:
    with attempt:
        ledger.correct_fact(_event(ledger, fact), changes={"key": "another"}, reason=why)


@then(said("{fact:Fact} says that its time was stated"))
def _time_stated(ledger: Ledger, fact: Fact) -> None:
    assert _entry(ledger, fact).times_kept


@then(said("{fact:Fact} says that its time was read from the clock"))
def _time_read(ledger: Ledger, fact: Fact) -> None:
    assert not _entry(ledger, fact).times_kept
