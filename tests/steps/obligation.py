"""What is owed, and what can be said of it on a day."""

from datetime import date

from pytest_bdd import then

from governance.compliance.item import Item
from governance.ledger import Ledger
from tests.steps.words import said


def _found(ledger: Ledger, owed: str, day: date | None, known: date | str | None = None) -> Item | None:
    return next((item for item in ledger.obligations(as_of=day, known_at=known) if item.id == owed), None)


def _judged(ledger: Ledger, owed: str, day: date | None, verdict: str, known: date | str | None = None) -> Item:
    item = _found(ledger, owed, day, known)
    assert item is not None, f"on {day} there is no obligation {owed}"
    assert item.verdict == verdict, item.reason
    return item


@then(said("on {day:Day} {owed:Owed} is {verdict:Verdict}"), target_fixture="item")
def _verdict(ledger: Ledger, day: date, owed: str, verdict: str) -> Item:
    return _judged(ledger, owed, day, verdict)


@then(said("är {owed:Owed} {verdict:Bedömning} den {day:Day}"), target_fixture="item")
def _bedömning(ledger: Ledger, day: date, owed: str, verdict: str) -> Item:
    return _judged(ledger, owed, day, verdict)


@then(said("on {day:Day} {owed:Owed} is {verdict:Verdict} by {late:Days}"), target_fixture="item")
def _verdict_by_days(ledger: Ledger, day: date, owed: str, verdict: str, late: int) -> Item:
    item = _judged(ledger, owed, day, verdict)
    assert item.days_overdue == late
    return item


@then(said("today {owed:Owed} is {verdict:Verdict}"), target_fixture="item")
def _verdict_today(ledger: Ledger, owed: str, verdict: str) -> Item:
    return _judged(ledger, owed, None, verdict)


@then(said("today {owed:Owed} is {verdict:Verdict} by {late:Days}"), target_fixture="item")
def _verdict_today_by_days(ledger: Ledger, owed: str, verdict: str, late: int) -> Item:
    item = _judged(ledger, owed, None, verdict)
    assert item.days_overdue == late
    return item


@then(said("on {day:Day}, as known on {known:Day}, {owed:Owed} is {verdict:Verdict}"), target_fixture="item")
def _verdict_as_known(ledger: Ledger, day: date, known: date, owed: str, verdict: str) -> Item:
    return _judged(ledger, owed, day, verdict, known)


@then(said("on {day:Day} {owed:Owed} is not owed"))
def _not_owed(ledger: Ledger, day: date, owed: str) -> None:
    assert _found(ledger, owed, day) is None


@then(said("on {day:Day}, as known on {known:Day}, {owed:Owed} is not owed"))
def _not_owed_as_known(ledger: Ledger, day: date, known: date, owed: str) -> None:
    assert _found(ledger, owed, day, known) is None


@then(said('it is owed by "{holder:Text}"'))
@then(said('det åligger "{holder:Text}"'))
def _owed_by(item: Item, holder: str) -> None:
    assert item.holder == holder


@then("it is owed by nobody, for the role is vacant")
def _owed_by_nobody(item: Item) -> None:
    assert item.holder is None
    assert item.holder_ids == ()


@then(said('it is owed to "{counterparty:Text}"'))
def _owed_to(item: Item, counterparty: str) -> None:
    assert item.counterparty == counterparty


@then(said("it is due {due:When}"))
def _due(item: Item, due: str) -> None:
    assert item.due == due


@then(said("it was first due {due:When}"))
def _first_due(item: Item, due: str) -> None:
    assert item.due_first == due


@then("it has no deadline")
@then("det har ingen tidsgräns")
def _no_deadline(item: Item) -> None:
    assert (item.due, item.due_on) == (None, None)


@then(said('the reason is "{reason:Text}"'))
def _reason(item: Item, reason: str) -> None:
    assert item.reason == reason


@then(said('it rests on the assumption "{assumption:Text}"'))
@then(said('det vilar på antagandet "{assumption:Text}"'))
def _assumed(item: Item, assumption: str) -> None:
    assert item.assumptions == (assumption,)


@then("it rests on no assumption")
def _not_assumed(item: Item) -> None:
    assert item.assumptions == ()


@then(said("it is evidenced by"))
def _evidence(ledger: Ledger, item: Item, datatable: list[list[str]]) -> None:
    entries = [ledger.entry(f"#{position}") for position in item.evidence]
    shown = [[_words(entry.name), entry.effective_on] for entry in entries]
    assert shown == datatable[1:]


@then("nothing is evidence for it")
def _no_evidence(item: Item) -> None:
    assert item.evidence == ()


@then(said('it is governed by the mandate "{version:Text}"'))
def _governed(item: Item, version: str) -> None:
    assert item.mandate == version


def _words(event: str) -> str:
    """``MinutesSubmitted`` as people say it: minutes submitted."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in event).strip()
