"""A board whose mandate says what a feature says that it does, and what such a board does besides meeting."""

from datetime import date, time

from pytest_bdd import given, step, then, when

from governance.compliance.item import Item
from governance.ledger import Ledger
from governance.model.event import Digest
from tests.kit.boards import board
from tests.steps.ledger import Attempt
from tests.steps.role import People
from tests.steps.words import said


@given(said("a board whose mandate says that {says:Text}"))
@given(said("en styrelse vars uppdrag säger att {says:Text}"))
def _board(ledger: Ledger, says: str) -> None:
    ledger.adopt_mandate(board([says]), on="2021-01-01")


@given("a board whose mandate says")
@given("en styrelse vars uppdrag säger")
def _board_with_much(ledger: Ledger, datatable: list[list[str]]) -> None:
    ledger.adopt_mandate(board(cell for (cell,) in datatable), on="2021-01-01")


@given(said("a board from {day:Day} on whose mandate says that {says:Text}"))
def _board_from(ledger: Ledger, day: date, says: str) -> None:
    ledger.adopt_mandate(board([says], begins=str(day)), on=day)


@given(said("a board from {day:Day} on whose mandate says"))
def _board_from_with_much(ledger: Ledger, day: date, datatable: list[list[str]]) -> None:
    ledger.adopt_mandate(board((cell for (cell,) in datatable), begins=str(day)), on=day)


@given(said("on {on:Day} a mandate is adopted for {day:Day} on that says that {says:Text}"))
def _amended(ledger: Ledger, on: date, day: date, says: str) -> None:
    ledger.amend_mandate(board([says], begins=str(day)), on=on)


@step(said("{act:Act} is made on {on:When}"))
def _made(ledger: Ledger, attempt: Attempt, act: str, on: str) -> None:
    with attempt:
        ledger.record_act("vux", act=act, on=on)


@step(said('{act:Act} is made on {on:When} in the case "{case:Text}"'))
def _made_in_case(ledger: Ledger, attempt: Attempt, act: str, on: str, case: str) -> None:
    with attempt:
        ledger.record_act("vux", act=act, on=on, case=case)


@step(said("{act:Act} is made on {on:When} at {at:Time}"))
def _made_at(ledger: Ledger, attempt: Attempt, act: str, on: str, at: time) -> None:
    with attempt:
        ledger.record_act("vux", act=act, on=on, at=f"{at:%H:%M}")


@step(said('"{name:Text}" completes {act:Act} on {on:When}'))
@step(said('"{name:Text}" makes {act:Act} on {on:When}'))
def _made_by(ledger: Ledger, attempt: Attempt, people: People, name: str, act: str, on: str) -> None:
    by = people.known(name)
    with attempt:
        ledger.record_act("vux", act=act, by=by, on=on)


@step(said('the member "{member:Member}" makes {act:Act} on {on:When}'))
def _made_by_member(ledger: Ledger, attempt: Attempt, member: str, act: str, on: str) -> None:
    with attempt:
        ledger.record_act("vux", act=act, by=f"org:{member}", on=on)


@step(said("all agree on {on:When} to short notice of the meeting of {day:Day}"))
def _agreed(ledger: Ledger, attempt: Attempt, on: str, day: date) -> None:
    with attempt:
        ledger.record_act("vux", act="consent", meeting=f"vux/{day}", on=on)


@step(said("a summary for {period:Text} is sent to {to:Body} on {on:When}"))
def _summary_for(ledger: Ledger, attempt: Attempt, period: str, to: str, on: str) -> None:
    with attempt:
        ledger.send_summary("vux", recipient=to, period=period, on=on)


@step(said("the mandate is reviewed on {on:When}"))
def _reviewed(ledger: Ledger, attempt: Attempt, on: str) -> None:
    with attempt:
        ledger.review_mandate("vux", on=on)


@step(said("{owed:Owed} is waived by {by:Body} on {on:Day}"))
def _waived(ledger: Ledger, attempt: Attempt, owed: str, by: str, on: date) -> None:
    with attempt:
        ledger.waive_duty(owed, reason="It was settled otherwise.", by=by, on=on)


@step(said("{owed:Owed} is extended by {by:Body} to {due:When} on {on:Day}"))
def _extended(ledger: Ledger, attempt: Attempt, owed: str, by: str, due: str, on: date) -> None:
    with attempt:
        ledger.extend_duty(owed, due=due, reason="More time is needed.", by=by, on=on)


@step(said('the body becomes a "{kind:Text}" on {on:Day}'))
def _kind_changed(ledger: Ledger, attempt: Attempt, kind: str, on: date) -> None:
    with attempt:
        ledger.change_network_kind("vux", to=kind, on=on)


@step(said('the body is called "{name:Text}" from {on:Day} on'))
def _renamed(ledger: Ledger, attempt: Attempt, name: str, on: date) -> None:
    with attempt:
        ledger.rename_network("vux", name=name, on=on)


@step(said('the member "{member:Member}" is called "{name:Text}" from {on:Day} on'))
def _member_renamed(ledger: Ledger, attempt: Attempt, member: str, name: str, on: date) -> None:
    with attempt:
        ledger.rename_organisation("vux", organisation=member, name=name, on=on)


@step(said("the minutes of {day:Day} are weeded on {on:Day}"))
@when(said("protokollet från {day:Day} gallras {on:Day}"))
def _weeded(ledger: Ledger, attempt: Attempt, day: date, on: date) -> None:
    told = [entry for entry in ledger.entries_of(f"meeting:vux/{day}") if entry.name == "MinutesSubmitted"]
    with attempt:
        ledger.weed_document(told[-1].event, on=on)


@given(said("att protokollet från {day:Day} kommer in {on:Day} som en fil"))
def _sent_in_as_file(ledger: Ledger, day: date, on: date) -> None:
    ledger.submit_minutes(f"vux/{day}", recipient="registry", document=Digest(sha256="5" * 64), on=on)


@given(said("att styrelsen upplöses {on:Day}"))
def _dissolved(ledger: Ledger, on: date) -> None:
    ledger.dissolve_network("vux", on=on)


@given(said("att uppdraget upphör med {on:Day}"))
def _ended(ledger: Ledger, on: date) -> None:
    ledger.end_mandate("vux", ends=str(on))


@then(said('its explanation says "{text:Text}"'))
def _explained(ledger: Ledger, item: Item, text: str) -> None:
    assert text in " ".join(ledger.explain(item.id).derivation)
