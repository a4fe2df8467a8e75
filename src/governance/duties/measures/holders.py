"""How many hold a role."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.members import of_side, side_called
from governance.duties.measures.base import Stated
from governance.duties.measures.numbers import Count, KeptNumber, between, last_number
from governance.duties.people import People
from governance.duties.shares import Bound, MostBound, Share
from governance.mandate.names import Names, every
from governance.mandate.tree import Doubt, shown
from governance.mandate.values import Key
from governance.model.event import Event
from governance.model.network_events import RoleAssigned, RoleEnded
from governance.text import N_, _, ngettext

__all__ = ["Holders"]

_DAY = timedelta(days=1)


class Holders(KeptNumber):
    """A role is held by so many, or by such a part of those in ``among`` (of all who hold it, where left out)."""

    of: Literal["holders"]
    role: Key
    at_least: Bound | None = None
    at_most: MostBound | None = None
    side: Annotated[Key | None, Field(title="Only holders from this side")] = None
    among: Annotated[
        tuple[Key, ...], Field(title="Only those who hold one of these roles; a share is of all these")
    ] = ()

    owed: ClassVar = "role_held"
    named: ClassVar = {"role": "role", "side": "side", "among": "role"}
    tells_apart: ClassVar = ("among", "side")
    counted: ClassVar = N_("On {day} the role had {n} holders.")

    @property
    def counted_of(self) -> tuple[str, ...]:
        return self.among

    @property
    def whose(self) -> str | None:
        return self.role

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it is said the same everywhere
        low, high = self.at_least, self.at_most
        if self.among or isinstance(low, Share) or isinstance(high, Share):
            return self._part_phrase(names)
        n = last_number(low, high)
        text = ngettext("the role {role} has {bound} holder", "the role {role} has {bound} holders", n)
        if self.side:
            text = ngettext(
                "the role {role} has {bound} holder from the side {side}",
                "the role {role} has {bound} holders from the side {side}", n,
            )  # fmt: skip
        return text.format(role=names.role(self.role), bound=between(low, high), side=names.side(self.side or ""))

    def _part_phrase(self, names: Names) -> str:
        """So many of other people, or such a part of them."""
        if self.among and self.side:
            text = _("of {whole}, {bound} hold the role {role} and come from the side {side}")
        elif self.among:
            text = _("of {whole}, {bound} hold the role {role}")
        else:
            text = _("of {whole}, {bound} come from the side {side}")
        whole = every([names.group(key) for key in self.among or (self.role,)])
        bound, side = self.limits_in_words(), names.side(self.side or "")
        return text.format(whole=whole, bound=bound, role=names.role(self.role), side=side)

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:
        yield from super().doubts(at, people)
        yield from self._of_those_who_can_be(at, people)
        for number, role in enumerate(self.among):
            if people.only_at_meetings(role):
                yield _only_at_meetings(at, role, "among", number)

    def _of_those_who_can_be(self, at: Stated, people: People) -> Iterator[Doubt]:
        """More holders than there can be."""
        if people.only_at_meetings(self.role):
            yield _only_at_meetings(at, self.role, "role")
            return
        if self.side and people.nobody_is_on(self.side) and self.at_least:
            text = _("nobody is on the side {side}").format(side=shown(self.side))
            yield at.doubt(text, _("give it members or roles"), "side")
        source = people.roles.get(people.source(self.role))
        if source and source.held_by == "person" and isinstance(self.at_least, int) and self.at_least > 1:
            text = _("{role} is to have {n} holders, and can have one at a time")
            yield at.doubt(text.format(role=shown(self.role), n=self.at_least), "held_by = persons", "at_least")

    def appointed(self, case: Case) -> KeptNumber:
        among = tuple(map(case.ruling.appointed, self.among))
        return self.model_copy(update={"role": case.ruling.appointed(self.role), "among": among})

    def count(self, case: Case, day: date) -> Count:
        """How many hold the role; of those in the roles among whom they are counted, else of all who hold it."""
        side = side_called(case.ruling.mandate, self.side) if self.side else None
        held = _holding(case, (self.role,), day)
        whole = _holding(case, self.among, day) if self.among else held
        counted = (side is None or of_side(case.facts, side, party, day) for party in held & whole)
        return Count(sum(counted), len(whole))

    def changes(self, case: Case) -> set[date]:
        network, roles = case.facts.network, {self.role, *self.among}
        if self.side:
            roles |= {assigned.role for assigned in network.all(RoleAssigned)}
        days: set[date] = set()
        for role in roles:
            for _assigned, first, last in network.terms(role):
                days.add(first)
                if last and last < date.max:
                    days.add(last + _DAY)
        return days

    def restoring(self, case: Case, day: date) -> Sequence[Event]:
        network, roles = case.facts.network, {self.role, *self.among}
        intervals = (interval for role in roles for interval in network.terms(role))
        events: list[Event] = [e for e, first, last in intervals if first <= day and (last is None or day <= last)]
        return [*events, *(e for e in network.all(RoleEnded) if e.role in roles and e.last_day == day - _DAY)]


def _only_at_meetings(at: Stated, role: str, *way: str | int) -> Doubt:
    text = _("outside of meetings nobody holds {role}, so their number cannot be kept").format(role=shown(role))
    return at.doubt(text, _("count a role to which somebody is appointed"), *way)


def _holding(case: Case, roles: Sequence[str], day: date) -> set[str]:
    return {assigned.holder for role in roles for assigned in case.facts.network.holders_on(role, day)}
