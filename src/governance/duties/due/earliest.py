"""The earliest of several days."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from governance.compliance.due import Due
from governance.duties.due.several import Several, end_of
from governance.text import N_, _

__all__ = ["Earliest"]


class Earliest(Several):
    """On the earliest of several days."""

    rule: Literal["earliest"]

    derivation: ClassVar = N_("The earliest of these is {day}.")
    among: ClassVar = N_("on whichever of these days comes first: {days}")

    @property
    def may_come(self) -> bool:
        return any(rule.may_come for rule in self.of)

    def chosen(self, known: Sequence[Due]) -> Due | None:
        """What is not known yet may only come earlier."""
        return min(known, key=end_of, default=None)

    def soon(self, days: Sequence[str]) -> str:
        day = self.listed(days) if len(days) > 1 else days[0]
        return _("as soon as possible, at the latest {day}").format(day=day)
