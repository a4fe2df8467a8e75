"""What a duty is measured by where no single event could fulfil it: meetings, people present, holders, turns."""

from typing import Annotated, Literal

from pydantic import Field

from governance.duties.shares import Bound, MostBound
from governance.mandate.values import Key, Part, Place

__all__ = ["Attendance", "Eligible", "Holders", "Meetings", "Members", "Quorum", "Rotation", "Separate", "Terms"]


class Meetings(Part):
    """So many meetings held in the period. ``kinds`` count (every kind, where none is named); of those in
    ``unclear_kinds`` the mandate does not say whether they do."""

    of: Literal["meetings"]
    at_least: Annotated[int, Field(ge=1, le=366)] | None = None
    at_most: Annotated[int, Field(ge=0, le=366)] | None = None
    kinds: tuple[Key, ...] = ()
    unclear_kinds: tuple[Key, ...] = ()


class Attendance(Part):
    """Each holder attends so many of the meetings of ``kinds`` (every kind, where none is named) that are held in the
    period while it is a holder."""

    of: Literal["attendance"]
    at_least: Bound
    kinds: tuple[Key, ...] = ()


class Quorum(Part):
    """So many of those entitled are present at the meeting: of the holders of these roles or those on these sides, or
    of all members."""

    of: Literal["present"]
    among: Annotated[tuple[Key, ...], Field(title="Roles or sides; all members where left out")] = ()
    at_least: Bound
    each: Annotated[bool, Field(title="Of each of these roles or sides by itself")] = False
    including: Annotated[
        tuple[Place, ...], Field(title="At least one holder of each of these roles; of a list, of one of those in it")
    ] = ()
    not_counting: Annotated[tuple[Key, ...], Field(title="Holders of these roles do not count")] = ()


class Rotation(Part):
    """Nobody has a second turn before everybody else has had one (``in_turn``), or two turns running."""

    of: Literal["rotation"]
    among: Annotated[Literal["members", "holders", "sides"], Field(title="Who takes turns")] = "members"
    rule: Literal["in_turn", "not_twice_running"] = "in_turn"


class Holders(Part):
    """A role is held by so many, or by such a part of those in ``among`` (of all who hold it, where left out)."""

    of: Literal["holders"]
    role: Key
    at_least: Bound | None = None
    at_most: MostBound | None = None
    side: Annotated[Key | None, Field(title="Only holders from this side")] = None
    among: Annotated[
        tuple[Key, ...], Field(title="Only those who hold one of these roles; a share is of all these")
    ] = ()


class Members(Part):
    """There are so many members, or on a side such a part of all."""

    of: Literal["members"]
    at_least: Bound | None = None
    at_most: MostBound | None = None
    side: Annotated[Key | None, Field(title="Only members of this side")] = None


class Eligible(Part):
    """Who is appointed comes from one of these sides or members, or holds one of these roles on that day."""

    of: Literal["eligible"]
    sides: tuple[Key, ...] = ()
    members: tuple[Key, ...] = ()
    roles: tuple[Key, ...] = ()


class Separate(Part):
    """Who is appointed holds none of these other roles on that day."""

    of: Literal["separate"]
    roles: Annotated[tuple[Key, ...], Field(min_length=1)]


class Terms(Part):
    """Nobody has the role for more than so many terms running, or for more than so many years running."""

    of: Literal["terms"]
    at_most: Annotated[int, Field(ge=1, le=100)] | None = None
    years: Annotated[int, Field(ge=1, le=100)] | None = None
