"""What a mandate file would do, before it does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from governance.compliance.body import item_of
from governance.compliance.facts import Facts, Record
from governance.compliance.item import Item
from governance.compliance.judge import judge_all
from governance.duties.compiled import duties
from governance.duties.facts_of import facts_of
from governance.duties.language import Mandate
from governance.duties.reading import adopted, read_mandate
from governance.ledger.desk import Desk
from governance.ledger.labels import Labels
from governance.ledger.log import LogEntry, entry_of
from governance.ledger.receipt import Details
from governance.ledger.unit import Unit
from governance.model.network import Network
from governance.time import When

__all__ = ["Plan", "plan"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The events that would be recorded, and the obligations that would be there on the day of adoption, or on the
    mandate's first day if that is later: those added, and those whose verdict, due date or clause would differ."""

    command: str
    """``adopt_mandate`` or ``amend_mandate``."""
    events: tuple[LogEntry, ...]
    added: tuple[Item, ...]
    changed: tuple[tuple[Item, Item], ...]
    removed: tuple[Item, ...]
    duties_added: tuple[str, ...] = ()
    """The ids of the duties that the version in force does not state."""
    duties_changed: tuple[str, ...] = ()
    duties_removed: tuple[str, ...] = ()
    present: Mandate | None = None
    """The version in force until then, where there is one."""
    mandate: Mandate | None = None
    """The version that would be in force."""


def plan(desk: Desk, document: str, file: str, details: Details, applies_to_running: bool, reaches_back: bool) -> Plan:
    """Decide without saving, then judge with and without what would be recorded."""
    mandate = read_mandate(document, file)
    key = mandate.network.key
    unit = Unit(desk)
    unit.actor = unit.actor or "system:plan"
    network = unit.load(Network, f"network:{key}")
    today = unit.today(mandate.network.time_zone)
    on = details.get("on")
    day = max(When.of(on).last if on else today, mandate.in_force.from_)
    version = network.version_on(day)
    present = adopted(version.document) if version else None
    amends = present is not None
    if amends:
        unit.amend_mandate(
            document, file=file, applies_to_running=applies_to_running, reaches_back=reaches_back, **details
        )
    else:
        unit.adopt_mandate(document, file=file, **details)
    position = desk.last_position()
    before = facts_of(key, desk.records_of(key, position))
    after = facts_of(key, desk.records_of(key, position))
    planned = [Record(n, desk.now(), event) for n, event in enumerate(unit.events, position + 1)]
    for record in planned:
        after.take(record)
    then, now = (_items(facts, day, Labels((facts,), desk.person)) for facts in (before, after))
    return Plan(
        "amend_mandate" if amends else "adopt_mandate",
        tuple(entry_of(record) for record in planned),
        tuple(now[identity] for identity in sorted(now.keys() - then.keys())),
        tuple((then[i], now[i]) for i in sorted(now.keys() & then.keys()) if _differs(then[i], now[i])),
        tuple(then[identity] for identity in sorted(then.keys() - now.keys())),
        *_duties(present, mandate),
        present,
        mandate,
    )


def _duties(before: Mandate | None, after: Mandate) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The duties that another version adds, states otherwise, and no longer states, by their ids."""
    then, now = (_stated(mandate) if mandate else {} for mandate in (before, after))
    return (
        tuple(name for name in now if name not in then),
        tuple(name for name in now if name in then and now[name] != then[name]),
        tuple(name for name in then if name not in now),
    )


def _stated(mandate: Mandate) -> dict[str, tuple[object, ...]]:
    found: dict[str, tuple[object, ...]] = {}
    for duty in duties(mandate):
        found[duty.id] = (*found.get(duty.id, ()), duty.duty, duty.due, duty.step)
    return found


def _items(facts: Facts, day: date, label: Callable[[str], str]) -> dict[str, Item]:
    items = (item_of(obligation, day, label) for obligation in judge_all(facts, day.year + 1))
    return {item.id: item for item in items if item}


def _differs(one: Item, other: Item) -> bool:
    return (one.verdict, one.due, one.clause) != (other.verdict, other.due, other.clause)
