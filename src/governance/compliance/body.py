"""What is stored of an obligation in one of its phases: how it is written, and how its row is read from it.

A body is a JSON object; what is null or empty is left out. Light to import: the fast answers only read.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from governance.compliance.item import Item, named_in, namer
from governance.compliance.values import Obligation, Phase, Verdict
from governance.text import _

__all__ = ["bodies_of", "item_from", "item_of"]


def bodies_of(obligation: Obligation) -> list[str]:
    """The body of each of its phases, the same for the same."""
    fields = {
        "clause": obligation.clause,
        "duty": obligation.duty,
        "subject": obligation.subject,
        "due_first": _text(obligation.first_due),
        "role": obligation.role,
        "counterparty": obligation.counterparty,
        "assumptions": obligation.assumptions,
        "mandate": obligation.version,
    }
    to_json = _encoder()
    common = to_json({name: value for name, value in fields.items() if value}).decode()
    return [f"{common[:-1]},{to_json(_of_phase(phase)).decode()[1:]}" for phase in obligation.phases]


def _of_phase(phase: Phase) -> dict[str, object]:
    reason = phase.reason
    fields: dict[str, object] = {"reason": reason.text}
    if reason.values:
        fields["values"] = {
            key: value if isinstance(value, int) else str(value) for key, value in reason.values.items()
        }
    if phase.due:
        fields |= {"due": str(phase.due), "due_on": phase.due.last.toordinal()}
    if phase.fulfilled_on:
        fields |= {"fulfilled_on": str(phase.fulfilled_on), "fulfilled_first": phase.fulfilled_on.first.toordinal()}
    if phase.holders:
        fields["holders"] = phase.holders
    if phase.present is not None:
        fields["present"] = phase.present
    if phase.evidence:
        fields["evidence"] = phase.evidence
    return fields


@cache
def _encoder() -> Callable[[object], bytes]:
    from pydantic_core import to_json  # the quickest; whoever only reads does without

    return to_json


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def item_of(obligation: Obligation, as_of: date, label: Callable[[str], str]) -> Item | None:
    """The row for a day, from the rules; None where there was no such obligation yet."""
    for phase, body in zip(reversed(obligation.phases), reversed(bodies_of(obligation)), strict=True):
        if phase.since <= as_of:
            return item_from(obligation.id, obligation.network, phase.verdict, body, as_of, label)
    return None


def item_from(
    identity: str, network: str, verdict: Verdict, body: str, as_of: date, label: Callable[[str], str]
) -> Item:
    """The row for a day, from what is stored; ``label`` gives the name of a party."""
    stored: Mapping[str, Any] = json.loads(body)
    name, value = namer(network, label), stored.get
    due_on, act, to = value("due_on"), f"act:{stored['duty']}", value("counterparty")
    late = None
    if verdict == "overdue":
        late = as_of.toordinal() - stored["due_on"]
    elif verdict == "fulfilled_late":
        late = stored["fulfilled_first"] - stored["due_on"]
    return Item(
        id=identity,
        network=network,
        clause=value("clause"),
        duty=stored["duty"],
        subject=value("subject", ""),
        verdict=verdict,
        due=value("due"),
        due_on=date.fromordinal(due_on) if due_on else None,
        due_first=value("due_first"),
        days_overdue=late,
        holder=", ".join(map(label, value("holders", ()))) or None,
        holder_ids=tuple(value("holders", ())),
        holder_now=", ".join(map(label, value("present", ()))) or None,
        holder_now_ids=None if value("present") is None else tuple(stored["present"]),
        role=value("role", ""),
        counterparty=", ".join(map(name, to.split(", "))) if to else None,
        fulfilled_on=value("fulfilled_on"),
        assumptions=tuple(value("assumptions", ())),
        evidence=tuple(value("evidence", ())),
        mandate=value("mandate"),
        reason=_(stored["reason"]).format(**named_in(value("values", {}), name)),
        role_name=name(value("role", "")),
        duty_name=name(act) if name(act) != act else None,
    )
