"""Assignments: issued, reported, extended, waived, passed on, withdrawn, completed."""

from datetime import date

from pytest_bdd import given, step

from governance.ledger import Ledger
from governance.model.assignment import ReportAsked
from governance.time import When
from tests.steps.ledger import Attempt
from tests.steps.words import said


@step(said('the {report:Report} report on "{assignment:Assignment}" is submitted on {on:When}'))
def _submitted(ledger: Ledger, attempt: Attempt, report: str, assignment: str, on: str) -> None:
    with attempt:
        ledger.submit_report(assignment, report=report, recipient="principal", on=on)


@step(said('the {report:Report} report on "{assignment:Assignment}" is accepted on {on:When}'))
def _accepted(ledger: Ledger, attempt: Attempt, report: str, assignment: str, on: str) -> None:
    with attempt:
        ledger.accept_report(assignment, report=report, by="skolchefsnatverket", on=on)


@step(said('the {report:Report} report on "{assignment:Assignment}" is returned on {on:When} because "{why:Text}"'))
def _returned(ledger: Ledger, attempt: Attempt, report: str, assignment: str, on: str, why: str) -> None:
    with attempt:
        ledger.return_report(assignment, report=report, reasons=why, by="skolchefsnatverket", on=on)


@step(
    said(
        'on {on:When} the principal extends the {report:Report} report on "{assignment:Assignment}" to {due:When}'
        ' because "{why:Text}"'
    )
)
def _extended(ledger: Ledger, attempt: Attempt, on: str, report: str, assignment: str, due: str, why: str) -> None:
    with attempt:
        ledger.extend_deadline(
            assignment, report=report, due=due, reason=why, on=on, decided_by="Skolchefsnätverket", decided_on=on
        )


@step(said('on {on:When} the principal waives the {report:Report} report on "{assignment:Assignment}"'))
def _waived(ledger: Ledger, attempt: Attempt, on: str, report: str, assignment: str) -> None:
    with attempt:
        ledger.waive_report(assignment, report=report, reason="Frågan är överspelad.", on=on)


@step(said('on {on:When} the principal withdraws the assignment on "{assignment:Assignment}"'))
def _withdrawn(ledger: Ledger, attempt: Attempt, on: str, assignment: str) -> None:
    with attempt:
        ledger.withdraw_assignment(assignment, reason="Frågan är överspelad.", on=on)


@step(said('the assignment on "{assignment:Assignment}" is completed on {on:When}'))
def _completed(ledger: Ledger, attempt: Attempt, assignment: str, on: str) -> None:
    with attempt:
        ledger.complete_assignment(assignment, on=on)


@step(said('from {on:When} on "{to:Member}" owes the assignment on "{assignment:Assignment}"'))
def _reassigned(ledger: Ledger, attempt: Attempt, on: str, to: str, assignment: str) -> None:
    with attempt:
        ledger.reassign_assignment(assignment, to=f"org:{to}", on=on)


@step(
    said(
        'on {on:When} the principal gives the assignment "{key:Text}" towards goal {goal:Text}, to be reported'
        " {due:When}"
    )
)
def _issued(ledger: Ledger, attempt: Attempt, on: str, key: str, goal: str, due: str) -> None:
    with attempt:
        asked = (ReportAsked(report="final", due=When.of(due)),)
        ledger.issue_assignment("vux", key=key, title=key, goals=(goal,), reports=asked, on=on)


@given(said('on {on:Day} the owners give the assignment "{key:Text}"'))
def _given(ledger: Ledger, on: date, key: str) -> None:
    ledger.issue_assignment("vux", key=key, title=key, on=on)


@given(said('on {on:Day} the principal gives the assignment "{key:Text}", decided at the meeting of {day:Day}'))
def _decided(ledger: Ledger, on: date, key: str, day: date) -> None:
    ledger.issue_assignment("vux", key=key, title=key, meeting=f"vux/{day}", on=on)
