"""One obligation on one day, as it is shown and published. Light to import: the fast answers read it ready made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.compliance.values import Verdict

__all__ = ["Item", "named_in", "namer"]

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
    """Those who owed it on the day that counts (the due day, else that of what called for it), by name; None where the
    role was vacant."""
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
    holder_now: str | None = None
    """Of what is open past that day, those who hold it on the day asked of, by name, where they are others."""
    holder_now_ids: tuple[str, ...] | None = None
    """None where they are the same; empty where nobody does."""


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
