"""Minutes: written, approved or rejected, sent in."""

from datetime import date, time

from pytest_bdd import given, step, when

from governance.ledger import Ledger
from governance.model.event import Digest
from tests.steps.ledger import Attempt
from tests.steps.role import People
from tests.steps.words import digest, said


@step(said("the minutes of {day:Day} are written on {on:When}"))
@when(said("protokollet från {day:Day} skrivs {on:When}"))
def _written(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.draft_minutes(f"vux/{day}", on=on)


@step(said("the minutes of {day:Day} are written on {on:Day} at {at:Time}"))
def _written_at(ledger: Ledger, attempt: Attempt, day: date, on: date, at: time) -> None:
    with attempt:
        ledger.draft_minutes(f"vux/{day}", on=on, at=f"{at:%H:%M}")


@step(said("the minutes of {day:Day} are published on {on:When}"))
def _published(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.publish_minutes(f"vux/{day}", on=on)


@step(said("the minutes of {day:Day} are sent in on {on:Day} at {at:Time}"))
def _sent_in_at(ledger: Ledger, attempt: Attempt, day: date, on: date, at: time) -> None:
    with attempt:
        ledger.submit_minutes(f"vux/{day}", recipient="registry", on=on, at=f"{at:%H:%M}")


@step(said('"{name:Text}" approves the minutes of {day:Day} on {on:When}'))
def _approved(ledger: Ledger, attempt: Attempt, people: People, name: str, day: date, on: str) -> None:
    approver = people.known(name)
    with attempt:
        ledger.approve_minutes(f"vux/{day}", by=approver, on=on)


@step(said('"{name:Text}" rejects the minutes of {day:Day} on {on:When} because "{why:Text}"'))
def _rejected(ledger: Ledger, attempt: Attempt, people: People, name: str, day: date, on: str, why: str) -> None:
    approver = people.known(name)
    with attempt:
        ledger.reject_minutes(f"vux/{day}", by=approver, reasons=why, on=on)


@step(said("the minutes of {day:Day} are sent in on {on:When}"))
@when(said("protokollet från {day:Day} sänds in {on:When}"))
def _sent_in(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.submit_minutes(f"vux/{day}", recipient="registry", on=on)


@given(said('the minutes of {day:Day} are sent in on {on:When} as the file "{file:Text}"'))
def _sent_in_as_file(ledger: Ledger, day: date, on: str, file: str) -> None:
    ledger.submit_minutes(f"vux/{day}", recipient="registry", document=Digest(sha256=digest(file)), on=on)
