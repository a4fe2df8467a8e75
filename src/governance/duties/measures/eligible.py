"""Who can be appointed: those who come from some sides or members, or hold some roles."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from governance.compliance.case import Case
from governance.compliance.holders import bearers_of
from governance.compliance.members import sides_of, stands_for
from governance.compliance.occasions import Occasion
from governance.compliance.values import Reason, Verdict
from governance.duties.measures.base import AtOnce, Stated
from governance.duties.people import People
from governance.mandate.names import Names, either
from governance.mandate.tree import Doubt, shown
from governance.mandate.values import Key
from governance.model.network_events import RoleAssigned
from governance.text import N_, _

__all__ = ["Eligible"]


class Eligible(AtOnce):
    """Who is appointed comes from one of these sides or members, or holds one of these roles on that day."""

    of: Literal["eligible"]
    sides: tuple[Key, ...] = ()
    members: tuple[Key, ...] = ()
    roles: tuple[Key, ...] = ()

    owed: ClassVar = "eligible"
    named: ClassVar = {"sides": "side", "members": "member", "roles": "role"}
    needs: ClassVar = ("sides", "members", "roles")
    of_appointments: ClassVar = True

    @property
    def only_holders_of(self) -> tuple[str, ...]:
        return () if self.members or self.sides else self.roles

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it is said the same everywhere
        ways = []
        if self.sides:
            ways.append(_("comes from the side {sides}").format(sides=either([names.side(key) for key in self.sides])))
        if self.members:
            who = either([names.party(key) for key in self.members])
            ways.append(_("comes from the member {members}").format(members=who))
        if self.roles:
            roles = either([names.role(key) for key in self.roles])
            ways.append(_("holds the role {roles} on that day").format(roles=roles))
        return _("whoever is appointed {ways}").format(ways=either(ways))

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:
        for role in at.of_roles if not self.members else ():
            others = [name for name in self.roles if name != role]
            if not others and all(map(people.nobody_is_on, self.sides)):
                text = _("nobody is eligible as {role} who does not hold it already, or is on a side that nobody is on")
                advice = _("name a side with members, a member or another role")
                yield at.doubt(text.format(role=shown(role)), advice)

    def verdict(self, case: Case, occasion: Occasion, event: RoleAssigned, day: date) -> tuple[Verdict, Reason]:  # noqa: ARG002
        """Whether the one appointed comes from where the mandate says, on the first day in the role."""
        party, mandate = event.holder, case.ruling.mandate
        at = {"by": party, "day": day}
        if any(party in bearers_of(case.facts, mandate, role).on(day) for role in self.roles):
            return "fulfilled", Reason(N_("{by} held a role from which it can be filled on {day}."), at)
        members = {event.member} if event.member else stands_for(case.facts, party, day)
        if party.startswith("org:"):
            members = {*members, party.removeprefix("org:")}
        sides = {*sides_of(case.facts, mandate, party, day), *members}
        for member in members:
            sides |= {side.key for side in case.ruling.sides if member in side.members}
        if members & {*self.members} or sides & {*self.sides}:
            return "fulfilled", Reason(N_("{by} comes from where the mandate says on {day}."), at)
        if not self.roles and not members and not sides:
            return "undetermined", Reason(N_("For whom {by} stands was not told."), at)
        return "breached", Reason(N_("{by} does not come from where the mandate says on {day}."), at)
