"""What a duty is measured by where no single event could fulfil it: meetings, people present, holders, turns.

Each measure is one class in one file: its fields, its words, what is wrong or doubtful in it, the word for what is
owed, and its judgement. The unions, the reference page and the lists of the tests follow from ``MEASURES``.
"""

from governance.duties.measures.attendance import Attendance
from governance.duties.measures.base import Measure
from governance.duties.measures.eligible import Eligible
from governance.duties.measures.holders import Holders
from governance.duties.measures.meetings import Meetings
from governance.duties.measures.members import Members
from governance.duties.measures.present import Quorum
from governance.duties.measures.rotation import Rotation
from governance.duties.measures.separate import Separate
from governance.duties.measures.terms import Terms
from governance.duties.parts import by_word

__all__ = ["MEASURES", "MEASURE_OF", "Measure"]

MEASURES: tuple[type[Measure], ...] = (
    Meetings,
    Attendance,
    Quorum,
    Rotation,
    Holders,
    Members,
    Eligible,
    Separate,
    Terms,
)
"""Every measure of the language."""

MEASURE_OF = by_word(MEASURES, "of")
"""The same by their words: ``meetings``, ``attendance``, …"""
