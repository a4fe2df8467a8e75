# Made by `make docs` from the commands: change it there.

from governance.ledger.commands import Signatures
from governance.ledger.desk import Desk

__all__ = ["AtOnce"]

class AtOnce(Signatures):
    """Every command, decided and saved at once."""

    desk: Desk
