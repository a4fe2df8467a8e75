"""Who could hold the roles of a mandate and be on its sides, at first sight."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from governance.mandate.frame import Frame, Role, Side

__all__ = ["People"]


@dataclass(frozen=True)
class People:
    """The people of a mandate."""

    frame: Frame
    kept_at_most: Mapping[str, int]
    """The most that its duties allow: of the holders of each role, and under an empty key of the members."""

    @cached_property
    def roles(self) -> dict[str, Role]:
        return {role.key: role for role in self.frame.roles}

    @cached_property
    def sides(self) -> dict[str, Side]:
        return {side.key: side for side in self.frame.sides}

    def nobody_is_on(self, side: str) -> bool:
        """Whether the file names a side and nobody on it."""
        return side in self.sides and not self.sides[side].members and not self.sides[side].roles

    def source(self, role: str) -> str:
        """Where its holder comes from in the end: the role itself, another, ``meeting.host`` or ``meeting.leader``."""
        seen = role
        for _step in self.frame.roles:
            derived = self.roles[seen].derived_from if seen in self.roles else None
            if derived is None:
                break
            seen = derived
        return seen

    def only_at_meetings(self, name: str) -> bool:
        """Whether it is a role that somebody has only in a meeting: its host, its leader."""
        return self.source(name).startswith("meeting.")

    def most_holders(self, role: str) -> int | None:
        """How many can hold a role at once; None where nothing limits it."""
        source = self.source(role)
        if source.startswith("meeting."):
            return 1
        limits = [self.kept_at_most.get(name) for name in (role, source)]
        if source in self.roles and self.roles[source].held_by == "person":
            limits.append(1)
        return min((limit for limit in limits if limit is not None), default=None)

    def most_members(self) -> int | None:
        """How many members there can be: as many as the mandate allows, else those that it names; None for no limit."""
        return self.kept_at_most.get("", len(self.frame.members) or None)

    def most_in(self, group: str) -> int | None:
        """How many can be in a role or on a side."""
        side = self.sides.get(group)
        if side is None:
            return self.most_holders(group)
        of_roles = [self.most_holders(role) for role in side.roles]
        if any(limit is None for limit in of_roles):
            return None
        return len(side.members) + sum(limit for limit in of_roles if limit is not None)
