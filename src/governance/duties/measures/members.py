"""How many members there are."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.members import member_changes, side_called
from governance.duties.measures.base import Stated
from governance.duties.measures.numbers import Count, KeptNumber, between, last_number
from governance.duties.shares import Bound, MostBound, Share
from governance.mandate.names import Names
from governance.mandate.values import Key
from governance.model.event import Event
from governance.model.network_events import MemberJoined, MemberLeft
from governance.text import N_, _, ngettext

__all__ = ["Members"]


class Members(KeptNumber):
    """There are so many members, or on a side such a part of all."""

    of: Literal["members"]
    at_least: Bound | None = None
    at_most: MostBound | None = None
    side: Annotated[Key | None, Field(title="Only members of this side")] = None

    owed: ClassVar = "members"
    named: ClassVar = {"side": "side"}
    tells_apart: ClassVar = ("side",)
    counted: ClassVar = N_("On {day} there were {n} members.")

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it is said the same everywhere
        low, high, side = self.at_least, self.at_most, names.side(self.side or "")
        if isinstance(low, Share) or isinstance(high, Share):
            text = _("of the members, {bound} are on the side {side}")
            return text.format(bound=self.limits_in_words(), side=side)
        n = last_number(low, high)
        text = ngettext("there is {bound} member", "there are {bound} members", n)
        if self.side:
            text = ngettext(
                "there is {bound} member of the side {side}", "there are {bound} members of the side {side}", n
            )
        return text.format(bound=between(low, high), side=side)

    def appointed(self, case: Case) -> KeptNumber:  # noqa: ARG002 - no member is appointed
        return self

    def count(self, case: Case, day: date) -> Count:
        side = side_called(case.ruling.mandate, self.side) if self.side else None
        members = case.facts.network.members_on(day)
        return Count(sum(side is None or member in side.members for member in members), len(members))

    def changes(self, case: Case) -> set[date]:
        return member_changes(case.facts.network)

    def restoring(self, case: Case, day: date) -> Sequence[Event]:
        joined = [e for e in case.facts.network.all(MemberJoined) if e.effective_on.first == day]
        day_before = day - timedelta(days=1)
        return [*joined, *(e for e in case.facts.network.all(MemberLeft) if e.effective_on.last == day_before)]
