"""So long before an anchor."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from governance.duties.due.base import Stated
from governance.duties.due.distance import Distance
from governance.mandate.tree import Doubt
from governance.text import N_, _

__all__ = ["Before"]


class Before(Distance):
    """So long before an anchor; of a meeting, before the day for which it is planned."""

    rule: Literal["before"]

    counts_back: ClassVar = True
    unnamed: ClassVar = "ahead"
    apart: ClassVar = N_("{length} before {anchor}")
    derivations: ClassVar = {
        "hours": (N_("{n} hour before {trigger} is {day}."), N_("{n} hours before {trigger} is {day}.")),
        "days": (N_("{n} calendar day before {trigger} is {day}."), N_("{n} calendar days before {trigger} is {day}.")),
        "working_days": (
            N_("{n} working day before {trigger} is {day}."),
            N_("{n} working days before {trigger} is {day}."),
        ),
        "weeks": (N_("{n} week before {trigger} is {day}."), N_("{n} weeks before {trigger} is {day}.")),
        "months": (N_("{n} month before {trigger} is {day}."), N_("{n} months before {trigger} is {day}.")),
        "years": (N_("{n} year before {trigger} is {day}."), N_("{n} years before {trigger} is {day}.")),
    }

    def doubts(self, at: Stated) -> Iterator[Doubt]:
        yield from super().doubts(at)
        if self.from_ == "mandate_start" and self.quantity[1] and at.is_due:
            yield at.doubt("from", _("it is due before the mandate begins"), "rule = after")
        if self.from_ == "next_meeting" and at.is_alone:
            text = _("where no meeting follows, this never falls due")
            yield at.doubt("from", text, _("earliest, of this and of a rule that counts from the meeting"))
