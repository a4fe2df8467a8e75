"""So long after an anchor."""

from typing import ClassVar, Literal

from governance.duties.due.distance import Distance
from governance.text import N_

__all__ = ["After"]


class After(Distance):
    """So long after an anchor. Calendar days are counted from the day after it; hours from the time told."""

    rule: Literal["after"]

    apart: ClassVar = N_("{length} after {anchor}")
    derivations: ClassVar = {
        "hours": (N_("{n} hour after {trigger} is {day}."), N_("{n} hours after {trigger} is {day}.")),
        "days": (N_("{n} calendar day after {trigger} is {day}."), N_("{n} calendar days after {trigger} is {day}.")),
        "working_days": (
            N_("{n} working day after {trigger} is {day}."),
            N_("{n} working days after {trigger} is {day}."),
        ),
        "weeks": (N_("{n} week after {trigger} is {day}."), N_("{n} weeks after {trigger} is {day}.")),
        "months": (N_("{n} month after {trigger} is {day}."), N_("{n} months after {trigger} is {day}.")),
        "years": (N_("{n} year after {trigger} is {day}."), N_("{n} years after {trigger} is {day}.")),
    }
