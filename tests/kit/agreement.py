"""What must hold of any history whatever: answers that never change, one state however it is reached."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from governance.compliance.body import item_of
from governance.compliance.item import Item
from governance.compliance.judge import judge_all
from governance.duties.facts_of import facts_of
from governance.ledger import Ledger
from governance.ledger.references import kind_of
from governance.store.verdicts import Labels

__all__ = ["answered", "by_the_rules", "is_the_same_when_told_again", "nameless"]


def nameless(items: Iterable[Item]) -> list[Item]:
    """Without names, which are those of today whatever day is asked of."""
    return [replace(item, holder=None, counterparty=None, reason="", role_name="", duty_name=None) for item in items]


def answered(ledger: Ledger, as_of: str, known_at: int) -> list[Item]:
    """The answer from the read model."""
    return list(ledger.obligations(as_of=as_of, known_at=known_at))


def by_the_rules(ledger: Ledger, as_of: str, known_at: int) -> list[Item]:
    """The same from the pure rules, over every event up to a position."""
    day = date.fromisoformat(as_of)
    keys = [originator.partition(":")[2] for originator in ledger.desk.originators("network:", 1000)]
    facts = (facts_of(key, ledger.desk.records_of(key, known_at)) for key in keys)
    with ledger.desk.index_for(day.year) as verdicts:
        label = Labels(verdicts).of
        items = (item_of(obligation, day, label) for f in facts for obligation in judge_all(f, day.year + 1))
        return sorted((item for item in items if item), key=lambda item: item.id)


def is_the_same_when_told_again(ledger: Ledger, fresh: Ledger) -> None:
    """Every history as the ledger has it in mind is what another one makes of the stored events."""
    for originator in ledger.desk.originators("", 1000):
        kept = ledger.unit().load(kind_of(originator), originator)
        told = fresh.unit().load(kind_of(originator), originator)
        assert (kept.version, kept.recorded, kept.facts) == (told.version, told.recorded, told.facts), originator
        assert kept.corrections == told.corrections
        assert [event.originator_version for event in kept.recorded] == list(range(1, kept.version + 1))
