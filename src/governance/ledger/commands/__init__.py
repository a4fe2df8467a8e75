"""The use cases that change a ledger: one method each, grouped by noun.

Every method takes the thing it is about by its reference (``vux``, ``vux/2021-1``, a meeting by its date), its
own facts, and by keyword what every command takes (``Details``). It returns a ``Receipt`` or raises
``InputError`` or ``Refused``; then nothing is recorded.
"""

from governance.ledger.commands.assignment import AssignmentCommands
from governance.ledger.commands.correction import CorrectionCommands
from governance.ledger.commands.document import DocumentCommands
from governance.ledger.commands.duty import DutyCommands
from governance.ledger.commands.mandate import MandateCommands
from governance.ledger.commands.meeting import MeetingCommands
from governance.ledger.commands.minutes import MinutesCommands
from governance.ledger.commands.network import NetworkCommands
from governance.ledger.commands.person import PersonCommands
from governance.ledger.commands.role import RoleCommands

__all__ = ["Commands"]


class Commands(
    MandateCommands,
    NetworkCommands,
    RoleCommands,
    PersonCommands,
    AssignmentCommands,
    MeetingCommands,
    MinutesCommands,
    DutyCommands,
    DocumentCommands,
    CorrectionCommands,
):
    """All of them."""
