"""One obligation on one day, as it is shown and published. Light to import: the fast answers read it ready made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.compliance.values import Verdict
from governance.text import _

__all__ = ["Item", "item_from", "named_in", "namer"]

_NAMED = frozenset({"by", "role", "who", "waiting"})
"""What in a reason is a party, or what the mandate calls by a key; several have commas between them."""


@dataclass(frozen=True, slots=True)
class Item:
    """An obligation's row: the field names are those of the published JSON."""

    id: str
    network: str
    clause: str | None
    duty: str
    subject: str
    verdict: Verdict
    due: str | None
    """As the mandate says it: ``2021-05``."""
    due_on: date | None
    """Its last good day."""
    due_first: str | None
    """As it was due before it was changed; the same as ``due`` where it never was."""
    days_overdue: int | None
    """How many days past ``due_on``: on the day asked of while overdue, at delivery when fulfilled late."""
    holder: str | None
    """Those who bear it, by name; None where the role is vacant."""
    holder_ids: tuple[str, ...]
    role: str
    counterparty: str | None
    fulfilled_on: str | None
    assumptions: tuple[str, ...]
    evidence: tuple[int, ...]
    """Positions in the log."""
    mandate: str | None
    """The version of the mandate that governs it."""
    reason: str
    role_name: str
    """What the mandate calls the role."""
    duty_name: str | None
    """What the mandate calls the act that is owed; None where it is no act of the mandate's own."""


def item_from(
    identity: str, network: str, verdict: Verdict, body: Sequence[Any], as_of: date, label: Callable[[str], str]
) -> Item:
    """The row for a day, from what is stored; ``label`` gives the name of a party."""
    name = namer(network, label)
    always, varying = body
    clause, duty, subject, first, role, to, assumed, version = always
    due, due_on, done, done_on, holders, evidence, text, values = varying
    late = None
    if verdict == "overdue":
        late = as_of.toordinal() - due_on
    elif verdict == "fulfilled_late":
        late = done_on - due_on
    return Item(
        id=identity,
        network=network,
        clause=clause,
        duty=duty,
        subject=subject,
        verdict=verdict,
        due=due,
        due_on=date.fromordinal(due_on) if due_on else None,
        due_first=first,
        days_overdue=late,
        holder=", ".join(label(party) for party in holders) or None,
        holder_ids=tuple(holders),
        role=role,
        counterparty=", ".join(map(name, to.split(", "))) if to else None,
        fulfilled_on=done,
        assumptions=tuple(assumed),
        evidence=tuple(evidence),
        mandate=version,
        reason=_(text).format(**named_in(values, name)),
        role_name=name(role),
        duty_name=name(act) if name(act := f"act:{duty}") != act else None,
    )


def namer(network: str, label: Callable[[str], str]) -> Callable[[str], str]:
    """What a network calls something: a party, a role or side (``chair``), an act (``act:round``) or a kind of meeting
    (``kind:ordinary``) of its mandate. What has no name keeps the key."""

    def name(key: str) -> str:
        place = f"{network}/{key}"
        found = label(place)
        return label(key) if found == place else found

    return name


def named_in(values: Mapping[str, Any], name: Callable[[str], str]) -> dict[str, Any]:
    """The values of a reason with names for keys."""
    return {key: ", ".join(map(name, value.split(", "))) if key in _NAMED else value for key, value in values.items()}
