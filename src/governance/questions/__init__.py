"""The questions of a secretary or an auditor: pure functions of a View, each a row in the table ``QUESTIONS``.

The table is light to import: what answers a question is loaded when it is asked. Overdue reports (question 1),
explanations (3), differences between two states of knowledge (2, ``changes.diff``) and verification (4) are asked in
another way than the others, so they have no row here.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any, NamedTuple, get_args, get_type_hints

from governance.text import N_

__all__ = ["QUESTIONS", "Parameter", "Question"]


class Parameter(NamedTuple):
    """What a question takes besides the day and the state of knowledge."""

    name: str
    type: type
    """``int`` or ``str``."""
    required: bool
    default: int | str | None
    """What holds if it is omitted."""


@dataclass(frozen=True)
class Question:
    """A question, and where its answer is worked out."""

    number: int
    """Among the questions of an auditor, the most valuable first."""
    room: str
    """The module of this package in which a function of its name answers it."""
    name: str
    text: str
    """The question itself, to be translated."""

    @cached_property
    def function(self) -> Callable[..., tuple[Any, ...]]:
        """Called with a View and the parameters by name; returns the rows."""
        function: Callable[..., tuple[Any, ...]] = getattr(import_module(f"{__name__}.{self.room}"), self.name)
        return function

    @cached_property
    def row(self) -> type:
        """The dataclass of each row."""
        row: type = get_args(get_type_hints(self.function)["return"])[0]
        return row

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The rest stands in the function's signature."""
        hints, own = get_type_hints(self.function), list(inspect.signature(self.function).parameters.values())[1:]
        return tuple(
            Parameter(p.name, next(iter(get_args(hints[p.name])), hints[p.name]), p.default is p.empty,
                      None if p.default is p.empty else p.default)
            for p in own
        )  # fmt: skip


_ALL = (
    Question(5, "meetings", "missing_minutes", N_("Which meetings lack submitted minutes?")),
    Question(6, "quotas", "meeting_quota", N_("Will enough meetings be held this year?")),
    Question(7, "deadlines", "due_within", N_("What falls due in the coming days?")),
    Question(8, "deadlines", "late_reports", N_("Which reports were late, and how late?")),
    Question(9, "assignments", "history", N_("What was recorded about this assignment?")),
    Question(10, "roles", "role_holders", N_("Who holds which role?")),
    Question(11, "mandates", "undetermined", N_("Which duties cannot be judged, and why?")),
    Question(12, "deadlines", "moved_deadlines", N_("Which deadlines were moved, and who decided?")),
    Question(13, "recording", "late_records", N_("Which facts were recorded long after they happened?")),
    Question(14, "changes", "corrections", N_("What was corrected, and which verdicts did that change?")),
    Question(15, "feedback", "open_feedback", N_("Which feedback loops are open?")),
    Question(16, "feedback", "informed", N_("Was everybody informed to whom a clause owes feedback?")),
    Question(17, "roles", "vacant_duties", N_("Which duties fell into a vacancy?")),
    Question(18, "roles", "double_holders", N_("Did several people hold a one-person role at once?")),
    Question(19, "papers", "work_plans", N_("Is the year's work plan adopted?")),
    Question(20, "papers", "submissions", N_("Were the dates and the register sent in, and are they still current?")),
    Question(21, "assignments", "uncovered_goals", N_("Which goals have no live assignment?")),
    Question(22, "mandates", "governing_version", N_("Which version of the mandate governs this?")),
    Question(23, "assignments", "undecided_assignments", N_("Which assignments lack a deciding meeting?")),
    Question(24, "deadlines", "missed_partials", N_("Which reports were missed though a later one came?")),
    Question(25, "meetings", "minutes_time", N_("How long did minutes take?")),
    Question(26, "meetings", "silent_hosts", N_("Which hosts never sent in minutes?")),
    Question(27, "meetings", "hosting_and_attendance", N_("What did each member host and attend?")),
    Question(28, "papers", "document", N_("Which events recorded this document?")),
    Question(30, "recording", "after_close", N_("What was recorded about a year after it was closed?")),
    Question(32, "changes", "what_if", N_("What if a clause set a deadline of so many days?")),
    Question(33, "papers", "weedable", N_("What may be weeded?")),
)

QUESTIONS: dict[str, Question] = {question.name: question for question in _ALL}
"""Every question that is put to one view, by its name."""
