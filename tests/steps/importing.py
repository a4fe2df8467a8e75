"""Importing a history, and giving commands under a name, as one, or by nobody."""

import json
from datetime import date, timedelta
from pathlib import Path

from pytest_bdd import step, then, when

from governance.errors import ImportLineRefused
from governance.ledger import Ledger, Receipt
from governance.ledger.importing import ImportReport
from tests.steps.ledger import Attempt, Today
from tests.steps.words import EXAMPLES, person_key, said

_HISTORY = EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl"


def _imported(ledger: Ledger, *, keep_times: bool, dry_run: bool = False) -> ImportReport:
    lines = _HISTORY.read_text(encoding="utf-8").splitlines()
    return ledger.import_lines(lines, text_of=_text_of, keep_times=keep_times, dry_run=dry_run)


def _text_of(name: str) -> str:
    return Path(EXAMPLES, name).read_text(encoding="utf-8")


@step("the history of 2021 is imported, keeping its times", target_fixture="imported")
def _with_times(ledger: Ledger, attempt: Attempt) -> ImportReport | None:
    with attempt:
        return _imported(ledger, keep_times=True)
    return None


@when("the history of 2021 is imported")
def _without_times(ledger: Ledger) -> None:
    _imported(ledger, keep_times=False)


@when("the import of the history of 2021 is rehearsed", target_fixture="imported")
def _rehearsed(ledger: Ledger) -> ImportReport:
    return _imported(ledger, keep_times=True, dry_run=True)


@then("all of it had been recorded before")
def _all_repeated(imported: ImportReport) -> None:
    assert (imported.recorded, imported.repeated, imported.events) == (0, imported.lines, 0)


@then(said("{lines:d} lines would be carried out"))
def _would_be(imported: ImportReport, lines: int) -> None:
    assert (imported.lines, imported.recorded, imported.dry_run) == (lines, lines, True)


@step(
    said(
        'under the name "{name:Text}" the {report:Report} report on "{assignment:Assignment}" is submitted on {on:When}'
    ),
    target_fixture="receipt",
)
def _named(ledger: Ledger, attempt: Attempt, name: str, report: str, assignment: str, on: str) -> Receipt | None:
    with attempt:
        return ledger.submit_report(assignment, report=report, on=on, command_id=name)
    return None


@then("it had been recorded before")
def _repeated(receipt: Receipt) -> None:
    assert receipt.repeated


@then(said('the {report:Report} report on "{assignment:Assignment}" was recorded once'))
def _recorded_once(ledger: Ledger, report: str, assignment: str) -> None:
    told = [entry for entry in ledger.entries_of(f"assignment:{assignment}") if entry.name == "ReportSubmitted"]
    assert [entry.data["report"] for entry in told] == [report]


@when(said("as one, the meeting of {day:Day} is held and its minutes are sent in on {on:When}"))
def _as_one(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt, ledger.unit() as unit:
        unit.hold_meeting(f"vux/{day}", on=day)
        unit.submit_minutes(f"vux/{day}", on=on)


@when(said('nobody in particular submits the {report:Report} report on "{assignment:Assignment}" on {on:When}'))
def _by_nobody(ledger: Ledger, attempt: Attempt, report: str, assignment: str, on: str) -> None:
    ledger.desk.actor = None
    with attempt:
        ledger.submit_report(assignment, report=report, on=on)


@when(
    said('the unregistered "{name:Text}" submits the {report:Report} report on "{assignment:Assignment}" on {on:When}')
)
def _by_stranger(ledger: Ledger, attempt: Attempt, name: str, report: str, assignment: str, on: str) -> None:
    with attempt:
        ledger.submit_report(assignment, report=report, on=on, actor=f"person:{person_key(name)}")


@when(said('the {report:Report} report on "{assignment:Assignment}" is submitted on "{on:Text}"'))
def _misdated(ledger: Ledger, attempt: Attempt, report: str, assignment: str, on: str) -> None:
    with attempt:
        ledger.submit_report(assignment, report=report, on=on)


@when(said('the report "{report:Text}" on "{assignment:Assignment}" is submitted on {on:When}'))
def _not_asked_for(ledger: Ledger, attempt: Attempt, report: str, assignment: str, on: str) -> None:
    with attempt:
        ledger.submit_report(assignment, report=report, on=on)


@when("a history is imported whose third and last line holds a meeting of tomorrow")
def _senseless_line(ledger: Ledger, attempt: Attempt, today: Today) -> None:
    tomorrow = str((today() + timedelta(days=1)).date())
    commands = (
        {"command": "adopt_mandate", "file": "skaraborg-vuxenutbildning-2021.toml", "on": "2021-01-13"},
        {"command": "schedule_meeting", "network": "vux", "kind": "network", "planned_on": tomorrow},
        {"command": "hold_meeting", "meeting": f"vux/{tomorrow}", "on": tomorrow},
    )
    with attempt:
        ledger.import_lines([json.dumps(command) for command in commands], text_of=_text_of)


@when(said('a history is imported whose only line is "{line:Text}"'))
def _no_command(ledger: Ledger, attempt: Attempt, line: str) -> None:
    with attempt:
        ledger.import_lines([line])


@then(said("the import stops at line {line:d}"))
def _stopped(attempt: Attempt, line: int) -> None:
    assert isinstance(attempt.refusal, ImportLineRefused)
    assert attempt.refusal.details["line"] == line
