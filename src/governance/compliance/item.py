"""One obligation on one day, as it is shown and published. Light to import: the fast answers read it ready made."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.compliance.values import Obligation, Phase, Verdict
from governance.text import _

__all__ = ["Item", "body_of", "item_from"]


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


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def body_of(obligation: Obligation, phase: Phase) -> str:
    """What is stored of an obligation in one of its phases: JSON, the same for the same."""
    first = obligation.first_due
    return _encode(
        [
            obligation.clause,
            obligation.duty,
            obligation.subject,
            _text(phase.due),
            phase.due.last.toordinal() if phase.due else None,
            _text(first),
            phase.holders,
            obligation.role,
            obligation.counterparty,
            _text(phase.fulfilled_on),
            phase.fulfilled_on.first.toordinal() if phase.fulfilled_on else None,
            obligation.assumptions,
            phase.evidence,
            obligation.version,
            phase.reason.text,
            {k: v if isinstance(v, int) else str(v) for k, v in (phase.reason.values or {}).items()},
        ]
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def item_from(
    identity: str, network: str, verdict: Verdict, body: Sequence[Any], as_of: date, label: Callable[[str], str]
) -> Item:
    """The row for a day, from what is stored; ``label`` gives the name of a party."""
    (clause, duty, subject, due, due_on, first, holders, role, to, done, done_on, assumed, evidence, version, text,
     values) = body  # fmt: skip
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
        counterparty=", ".join(label(f"{network}/{name}") for name in to.split(", ")) if to else None,
        fulfilled_on=done,
        assumptions=tuple(assumed),
        evidence=tuple(evidence),
        mandate=version,
        reason=_(text).format(**{name: label(value) if name == "by" else value for name, value in values.items()}),
    )


def item_of(obligation: Obligation, as_of: date, label: Callable[[str], str]) -> Item | None:
    """The row for a day, from the rules; None where there was no such obligation yet."""
    phase = obligation.on(as_of)
    if phase is None:
        return None
    body = json.loads(body_of(obligation, phase))
    return item_from(obligation.id, obligation.network, phase.verdict, body, as_of, label)
