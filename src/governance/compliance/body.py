"""From an obligation to what is stored of it, and to its row: the counterpart of ``item``."""

import json
from collections.abc import Callable
from datetime import date

from pydantic_core import to_json

from governance.compliance.item import Item, item_from
from governance.compliance.values import Obligation, Phase

__all__ = ["bodies_of", "item_of"]


def bodies_of(obligation: Obligation) -> list[str]:
    """What is stored of each of its phases, as ``item_from`` reads it: JSON, the same for the same."""
    always = to_json(
        [
            obligation.clause,
            obligation.duty,
            obligation.subject,
            _text(obligation.first_due),
            obligation.role,
            obligation.counterparty,
            obligation.assumptions,
            obligation.version,
        ]
    ).decode()
    return [f"[{always},{_of_phase(phase)}]" for phase in obligation.phases]


def _of_phase(phase: Phase) -> str:
    due, done = phase.due, phase.fulfilled_on
    varying = [
        _text(due),
        due.last.toordinal() if due else None,
        _text(done),
        done.first.toordinal() if done else None,
        phase.holders,
        phase.evidence,
        phase.reason.text,
        {name: value if isinstance(value, int) else str(value) for name, value in (phase.reason.values or {}).items()},
    ]
    return to_json(varying).decode()


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def item_of(obligation: Obligation, as_of: date, label: Callable[[str], str]) -> Item | None:
    """The row for a day, from the rules; None where there was no such obligation yet."""
    for phase, body in zip(reversed(obligation.phases), reversed(bodies_of(obligation)), strict=True):
        if phase.since <= as_of:
            return item_from(obligation.id, obligation.network, phase.verdict, json.loads(body), as_of, label)
    return None
