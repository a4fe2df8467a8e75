"""The due rules that lead to a day by themselves; the others choose among these."""

from typing import TYPE_CHECKING

from governance.duties.due.after import After
from governance.duties.due.asap import Asap
from governance.duties.due.base import Rule
from governance.duties.due.before import Before
from governance.duties.due.day_of_month import MonthDay
from governance.duties.due.in_period import InPeriod
from governance.duties.due.in_year import InYear
from governance.duties.due.nth_weekday import NthWeekday
from governance.duties.due.on import On
from governance.duties.parts import one_of

__all__ = ["SIMPLE_RULES", "SimpleRule"]

SIMPLE_RULES: tuple[type[Rule], ...] = (After, Before, On, InYear, InPeriod, MonthDay, NthWeekday, Asap)
"""Each of them; a new one is entered here."""

if TYPE_CHECKING:
    SimpleRule = Rule
else:
    SimpleRule = one_of(SIMPLE_RULES, "rule")
