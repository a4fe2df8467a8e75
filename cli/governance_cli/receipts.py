"""What a command recorded, in one line."""

from collections import Counter
from typing import TYPE_CHECKING

from governance.text import _
from governance_cli.rendering import as_json
from governance_cli.terminal import printable, say

if TYPE_CHECKING:
    from governance.ledger import Ledger, Receipt
    from governance.ledger.log import LogEntry

__all__ = ["show_receipt"]


def show_receipt(ledger: "Ledger", receipt: "Receipt", form: str) -> None:
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
    entries = [ledger.entry(event) for event in receipt.event_ids]
    line = _one(entries[0]) if len(entries) == 1 else _several(entries)
    if receipt.repeated:
        line = _("Recorded before, under this command id: {events}").format(events=line)
    say(printable(line))


def _one(entry: "LogEntry") -> str:
    return _("#{position} {event} {name}, on {day}").format(
        position=entry.position, event=entry.event, name=entry.name, day=entry.effective_on
    )


def _several(entries: list["LogEntry"]) -> str:
    names = Counter(entry.name for entry in entries)
    counted = ", ".join(name if n == 1 else f"{n} × {name}" for name, n in names.items())
    first, last = entries[0], entries[-1]
    return _("#{first} to #{last}, {n} events: {names} ({from_} … {to})").format(
        first=first.position, last=last.position, n=len(entries), names=counted, from_=first.event, to=last.event
    )
