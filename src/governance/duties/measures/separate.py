"""Which roles do not go together."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.holders import bearers_of
from governance.compliance.occasions import Occasion
from governance.compliance.values import Reason, Verdict
from governance.duties.measures.base import AtOnce, Stated
from governance.duties.people import People
from governance.mandate.names import Names, either
from governance.mandate.tree import Doubt, shown
from governance.mandate.values import Key
from governance.model.network_events import RoleAssigned
from governance.text import N_, _

__all__ = ["Separate"]


class Separate(AtOnce):
    """Who is appointed holds none of these other roles on that day."""

    of: Literal["separate"]
    roles: Annotated[tuple[Key, ...], Field(min_length=1)]

    owed: ClassVar = "separate"
    named: ClassVar = {"roles": "role"}
    of_appointments: ClassVar = True

    @property
    def bars(self) -> tuple[str, ...]:
        return self.roles

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it is said the same everywhere
        roles = either([names.role(key) for key in self.roles])
        return _("whoever is appointed does not hold the role {roles} on that day").format(roles=roles)

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:
        for role in at.of_roles:
            if role in map(people.source, self.roles):
                text = _(
                    "nobody can be appointed {role}: it is to be separate from itself, or from what follows from it"
                )
                yield at.doubt(text.format(role=shown(role)), _("leave it out of the measure's roles"), "roles")

    def verdict(self, case: Case, occasion: Occasion, event: RoleAssigned, day: date) -> tuple[Verdict, Reason]:  # noqa: ARG002
        """Whether the one appointed holds none of the roles that must not go together, on the first day."""
        for role in self.roles:
            if role != event.role and event.holder in bearers_of(case.facts, case.ruling.mandate, role).on(day):
                held = {"by": event.holder, "role": role, "day": day}
                return "breached", Reason(N_("{by} held the role {role} as well on {day}."), held)
        return "fulfilled", Reason(N_("{by} held none of the other roles on {day}."), {"by": event.holder, "day": day})
