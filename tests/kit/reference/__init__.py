"""A slow evaluation of a mandate, written by ``docs/language.md`` alone and independent of the ledger's own.

It lives through a history day by day and searches all of it anew on each. Nothing here is clever, so that it can be
checked by reading; the tests compare the ledger's verdicts with it.
"""

from tests.kit.reference.history import Told
from tests.kit.reference.verdicts import Judged, Reference, without_idle_due

__all__ = ["Judged", "Reference", "Told", "without_idle_due"]
