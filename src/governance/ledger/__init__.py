"""The ledger: the one place where a use case is carried out and the only one that saves."""

from governance.ledger.ledger import Ledger
from governance.ledger.receipt import Details, Receipt
from governance.ledger.unit import Unit

__all__ = ["Details", "Ledger", "Receipt", "Unit"]
