"""The mandate: adopted, amended, ended."""

from datetime import date

from pytest_bdd import given, step, then, when

from governance.ledger import Ledger
from tests.steps.ledger import Attempt
from tests.steps.words import ASSUMING, MANDATE, said

_MINUTES_DUE = 'evidence = "minutes_submitted"'
_CHANGES = {
    "minutes are due within 14 days": (_MINUTES_DUE, f'due = {{ rule = "after", days = 14 }}\n{_MINUTES_DUE}'),
    "eight meetings a year are asked for": ("at_least = 6", "at_least = 8"),
    "the final report on language support is due in November": ('due = "2021-10"', 'due = "2021-11"'),
}


def _version(day: date, *changes: tuple[str, str]) -> str:
    """The mandate in force from another day on, under that day as its version, with some changes."""
    edits = [("from = 2021-01-01", f"from = {day}"), ('version = "2021"', f'version = "{day}"'), *changes]
    document = MANDATE
    for old, new in edits:
        assert old in document, old
        document = document.replace(old, new, 1)
    return document


@step(said("the mandate for 2021 is adopted on {day:Day}"))
@given(said("att uppdraget för 2021 antas {day:Day}"))
def _adopted(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.adopt_mandate(MANDATE, on=day, decided_by="Skolchefsnätverket")


@given(said("the mandate for 2021 is adopted on {day:Day}, assuming that minutes are sent in within fourteen days"))
@given(said("att uppdraget för 2021 antas {day:Day}, med antagandet att protokoll sänds in inom fjorton dagar"))
def _adopted_with_assumption(ledger: Ledger, day: date) -> None:
    ledger.adopt_mandate(ASSUMING, on=day, decided_by="Skolchefsnätverket")


@step(said('on {on:Day} the mandate is amended from {day:Day} on: "{change:Text}"'))
def _amended(ledger: Ledger, attempt: Attempt, on: date, day: date, change: str) -> None:
    with attempt:
        ledger.amend_mandate(_version(day, _CHANGES[change]), on=on)


@given(said('on {on:Day} the mandate is amended from {day:Day} on, for what is owed already too: "{change:Text}"'))
def _amended_for_running(ledger: Ledger, on: date, day: date, change: str) -> None:
    ledger.amend_mandate(_version(day, _CHANGES[change]), on=on, applies_to_running=True)


@when(said("the mandate is adopted anew from {day:Day} on"))
def _adopted_anew(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.adopt_mandate(_version(day), on=day)


@step(said("the mandate ends with {day:Day}"))
def _ended(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.end_mandate("vux", ends=str(day))


@when(said('a mandate is adopted in which "{right:Text}" is written "{wrong:Text}"'), target_fixture="faulty")
def _faulty(ledger: Ledger, attempt: Attempt, right: str, wrong: str) -> str:
    assert right in MANDATE
    document = MANDATE.replace(right, wrong, 1)
    with attempt:
        ledger.adopt_mandate(document)
    return document


@then(said('the fault is told with the line on which "{wrong:Text}" stands'))
def _told_with_line(attempt: Attempt, faulty: str, wrong: str) -> None:
    assert attempt.refusal is not None
    line = next(number for number, text in enumerate(faulty.splitlines(), 1) if wrong in text)
    assert line in [problem.line for problem in attempt.refusal.details["problems"]]
