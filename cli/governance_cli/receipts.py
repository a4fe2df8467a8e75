"""What a command recorded, in one line."""

from collections import Counter
from typing import TYPE_CHECKING

from governance.text import _
from governance_cli.rendering import as_json
from governance_cli.terminal import printable, say

if TYPE_CHECKING:
    from governance.ledger import Receipt

__all__ = ["show_receipt"]


def show_receipt(receipt: "Receipt", form: str) -> None:
    """For people: positions, event ids and names. As JSON: the receipt itself."""
    if form == "json":
        as_json(
            {
                "command_id": receipt.command_id,
                "event_ids": list(receipt.event_ids),
                "positions": list(receipt.positions),
                "repeated": receipt.repeated,
            }
        )
        return
    sentence = _one(receipt) if len(receipt.events) == 1 else _several(receipt)
    if receipt.repeated:
        sentence = _("Recorded before, under this command id: {events}").format(events=sentence)
    say(printable(sentence))


def _one(receipt: "Receipt") -> str:
    (event,) = receipt.events
    return _("#{position} {event} {name}, on {day}").format(
        position=receipt.positions[0], event=event.event_id, name=event.event_name, day=event.effective_on
    )


def _several(receipt: "Receipt") -> str:
    names = Counter(event.event_name for event in receipt.events)
    counted = ", ".join(name if n == 1 else f"{n} × {name}" for name, n in names.items())
    return _("#{first} to #{last}, {n} events: {names} ({from_} … {to})").format(
        first=receipt.positions[0], last=receipt.positions[-1], n=len(receipt.events), names=counted,
        from_=receipt.event_ids[0], to=receipt.event_ids[-1],
    )  # fmt: skip
