"""The patterns of duty: on what occasion something is owed, and what shows that it was done.

A duty is an occasion (its ``pattern``), what shows that it was done (``evidence``, a ``measure`` or several
``step``s), when it is due, and on what condition. Any of one goes with any of the others. Each pattern is one class in
one file: its fields, the beginning of its sentence, its evidence and days to count from, and its judgement. The union
``AnyDuty``, the reference page and the lists of the tests follow from ``OCCASIONS``.
"""

from typing import TYPE_CHECKING

from governance.duties.occasions.base import Duty
from governance.duties.occasions.each_event import EachEvent
from governance.duties.occasions.each_item import EachItem
from governance.duties.occasions.each_meeting import EachMeeting
from governance.duties.occasions.each_period import EachPeriod
from governance.duties.occasions.each_year import EachYear
from governance.duties.occasions.kept import Kept
from governance.duties.occasions.quota import Quota
from governance.duties.occasions.report import ReportDuty
from governance.duties.occasions.retention import Retention
from governance.duties.occasions.standing import Standing
from governance.duties.occasions.unmeasured import Unmeasured
from governance.duties.parts import by_word, one_of

__all__ = ["DUE_PATTERNS", "OCCASIONS", "OCCASION_OF", "AnyDuty", "anchors_of", "evidence_of"]

OCCASIONS: tuple[type[Duty], ...] = (
    ReportDuty,
    EachMeeting,
    EachPeriod,
    EachYear,
    EachEvent,
    Quota,
    Standing,
    Kept,
    EachItem,
    Retention,
    Unmeasured,
)
"""Every pattern of duty of the language."""

OCCASION_OF = by_word(OCCASIONS, "pattern")
"""The same by their words: ``report``, ``each_meeting``, …"""

DUE_PATTERNS = tuple(word for word, part in OCCASION_OF.items() if part.is_dated)
"""The patterns whose duties can state a due rule, and can have one assumed."""

if TYPE_CHECKING:
    AnyDuty = Duty
else:
    AnyDuty = one_of(OCCASIONS, "pattern")


def evidence_of(pattern: str) -> tuple[str, ...]:
    """The language's own words for what can be recorded on an occasion of this pattern."""
    return OCCASION_OF.get(pattern, Duty).evidence_words()


def anchors_of(pattern: str, event: str | None = None) -> tuple[str, ...]:
    """The days that a rule of this pattern can count from, besides ``done.X`` and ``due.X``."""
    return OCCASION_OF.get(pattern, Duty).anchors_of(event)
