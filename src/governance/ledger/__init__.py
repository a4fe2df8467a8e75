"""The ledger: the one place where a use case is carried out and the only one that saves."""

from governance.ledger.ledger import Ledger
from governance.ledger.receipt import Receipt, Told
from governance.ledger.unit import Unit

__all__ = ["Ledger", "Receipt", "Told", "Unit"]
