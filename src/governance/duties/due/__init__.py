"""When something is due, as a mandate file says it: a few rules, each with one way to count.

Each rule is one class in one file: its fields, its date, its words, what is wrong or doubtful in it. The union
``DueRule``, the reference page, the JSON Schema and the lists of the tests follow from ``RULES``.
"""

from typing import TYPE_CHECKING

from governance.duties.due.base import Rule
from governance.duties.due.earliest import Earliest
from governance.duties.due.latest import Latest
from governance.duties.due.simple import SIMPLE_RULES
from governance.duties.parts import by_word, one_of
from governance.text import N_

__all__ = ["RULES", "RULE_OF", "DueRule"]

RULES: tuple[type[Rule], ...] = (*SIMPLE_RULES, Earliest, Latest)
"""Every due rule of the language."""

RULE_OF = by_word(RULES, "rule")
"""The same by their words: ``after``, ``before``, …"""

if TYPE_CHECKING:
    DueRule = Rule
else:
    DueRule = one_of(RULES, "rule", N_('a table such as { rule = "after", days = 14 }'))
