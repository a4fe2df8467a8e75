"""What is owed, and what can be said of it on a day."""

from datetime import date

from pytest_bdd import then

from governance.compliance.item import Item
from governance.ledger import Ledger
from tests.steps.words import said


def _item(ledger: Ledger, owed: str, day: date, known: date | str | None = None) -> Item | None:
    return next((i for i in ledger.obligations(as_of=day, known_at=known) if i.id == owed), None)


@then(said("on {day:Day} {owed:Owed} is {verdict:Verdict}"), target_fixture="item")
def _verdict(ledger: Ledger, day: date, owed: str, verdict: str) -> Item:
    item = _item(ledger, owed, day)
    assert item is not None, f"there is no obligation {owed} on {day}"
    assert item.verdict == verdict
    return item
