"""The latest of several days."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from governance.compliance.due import Due
from governance.duties.due.several import Several, end_of
from governance.text import N_, _

__all__ = ["Latest"]


class Latest(Several):
    """On the latest of several days."""

    rule: Literal["latest"]

    derivation: ClassVar = N_("The latest of these is {day}.")
    among: ClassVar = N_("on whichever of these days comes last: {days}")

    @property
    def may_come(self) -> bool:
        """It never does, if one of them never comes."""
        return all(rule.may_come for rule in self.of)

    def chosen(self, known: Sequence[Due]) -> Due | None:
        """Not known before all are."""
        return max(known, key=end_of) if len(known) == len(self.of) else None

    def soon(self, days: Sequence[str]) -> str:
        text = _("as soon as possible, without a last day (whichever comes last of that and of these: {days})")
        return text.format(days="; ".join(days))
