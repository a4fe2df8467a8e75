"""The questions of a secretary or an auditor: pure functions of what is known, each in the table ``QUESTIONS``.

Overdue reports (question 1), explanations (3) and differences between two states of knowledge (2, ``diff``) are asked
in another way than the others, so they have no entry in the table.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from governance.compliance.questions.assignments import history, uncovered_goals, undecided_assignments
from governance.compliance.questions.changes import Difference, corrections, diff, what_if
from governance.compliance.questions.deadlines import due_within, late_reports, missed_partials, moved_deadlines
from governance.compliance.questions.feedback import informed, open_feedback
from governance.compliance.questions.mandates import governing_version, undetermined
from governance.compliance.questions.meetings import (
    hosting_and_attendance,
    minutes_time,
    missing_minutes,
    silent_hosts,
)
from governance.compliance.questions.papers import document, submissions, weedable, work_plans
from governance.compliance.questions.quotas import meeting_quota
from governance.compliance.questions.recording import after_close, late_records
from governance.compliance.questions.roles import double_holders, role_holders, vacant_duties
from governance.compliance.questions.view import View
from governance.text import N_

__all__ = ["QUESTIONS", "Difference", "Parameter", "Question", "View", "diff"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question asks for besides the day and the state of knowledge."""

    name: str
    type: type
    """``int`` or ``str``."""
    required: bool
    default: int | str | None
    """What holds where it is left out."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the function that answers it."""

    number: int
    """Among the questions of an auditor, the most valuable first."""
    name: str
    text: str
    """The question itself, to be translated."""
    function: Callable[..., tuple[Any, ...]]
    """Called with a View and the parameters by name."""
    row: type
    """The dataclass of each row."""
    parameters: tuple[Parameter, ...]


def _question(number: int, function: Callable[..., tuple[Any, ...]], text: str) -> Question:
    """The rest stands in the function's signature."""
    hints = get_type_hints(function)
    own = list(inspect.signature(function).parameters.values())[1:]
    parameters = (
        Parameter(p.name, next(iter(get_args(hints[p.name])), hints[p.name]), p.default is p.empty,
                  None if p.default is p.empty else p.default)
        for p in own
    )  # fmt: skip
    return Question(number, function.__name__, text, function, get_args(hints["return"])[0], tuple(parameters))


_ALL = (
    _question(5, missing_minutes, N_("Which meetings lack submitted minutes?")),
    _question(6, meeting_quota, N_("Will the year's meetings be reached?")),
    _question(7, due_within, N_("What falls due in the next days?")),
    _question(8, late_reports, N_("Which reports were late, and how late?")),
    _question(9, history, N_("What was recorded of this assignment?")),
    _question(10, role_holders, N_("Who holds which role?")),
    _question(11, undetermined, N_("Which duties cannot be judged, and why?")),
    _question(12, moved_deadlines, N_("Which deadlines moved, and who decided?")),
    _question(13, late_records, N_("Which facts were recorded long after they happened?")),
    _question(14, corrections, N_("What was corrected, and which verdicts did that change?")),
    _question(15, open_feedback, N_("Which feedback loops are open?")),
    _question(16, informed, N_("Was everybody informed to whom a clause owes feedback?")),
    _question(17, vacant_duties, N_("Which duties fell into a vacancy?")),
    _question(18, double_holders, N_("Did several hold a role at once that is for one person?")),
    _question(19, work_plans, N_("Is the year's work plan adopted?")),
    _question(20, submissions, N_("Were the dates and the register sent in, and are they still current?")),
    _question(21, uncovered_goals, N_("Which goals have no live assignment?")),
    _question(22, governing_version, N_("Which version of the mandate governs this?")),
    _question(23, undecided_assignments, N_("Which assignments lack a deciding meeting?")),
    _question(24, missed_partials, N_("Which reports were missed though a later one came?")),
    _question(25, minutes_time, N_("How long did minutes take?")),
    _question(26, silent_hosts, N_("Which hosts never sent in minutes?")),
    _question(27, hosting_and_attendance, N_("What did each member host and attend?")),
    _question(28, document, N_("Which events recorded this document?")),
    _question(30, after_close, N_("What was recorded of a year after it was closed?")),
    _question(33, weedable, N_("What may be weeded?")),
    _question(32, what_if, N_("What if a clause asked for it within so many days?")),
)

QUESTIONS: dict[str, Question] = {question.name: question for question in _ALL}
"""Every question that is put to one view, by its name."""
