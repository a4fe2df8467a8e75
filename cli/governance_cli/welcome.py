"""What ``governance`` alone says: a few lines on what to do next."""

from pathlib import Path

from governance.text import _
from governance_cli.options import Place
from governance_cli.terminal import printable, say

__all__ = ["welcome"]


def welcome() -> None:
    """Depends on whether there is a ledger yet."""
    ledger = Place.current().ledger
    if Path(ledger).exists():
        lines = (
            (_("The ledger {ledger} is there. Ask it:").format(ledger=printable(ledger)), ""),
            ("  governance status", _("how each network stands")),
            ("  governance overdue", _("what is overdue, whose, and by how long")),
            ("  governance log -n 5", _("what was recorded last")),
            (_("All commands: governance --help"), ""),
        )
    else:
        lines = (
            (_("There is no ledger at {ledger} yet. It begins with a mandate:").format(ledger=printable(ledger)), ""),
            ("  governance mandate check FILE", _("look for faults in the mandate file")),
            ("  governance mandate plan FILE", _("see what would be recorded, and what is due then")),
            ("  governance --actor org:KEY mandate adopt FILE", _("begin")),
            (_("All commands: governance --help. Another place: --ledger FILE, or GOVERNANCE_LEDGER."), ""),
        )
    margin = max(len(text) for text, meaning in lines if meaning)
    for text, meaning in lines:
        say(f"{text:{margin}}   {meaning}".rstrip() if meaning else text)
