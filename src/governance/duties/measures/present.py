"""The quorum: whether enough of those entitled were present at a meeting."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.holders import bearers_of
from governance.compliance.members import of_side, side_called, stands_for
from governance.compliance.occasions import Occasion
from governance.compliance.values import Reason, Verdict
from governance.duties.measures.base import AtOnce, Stated
from governance.duties.people import People
from governance.duties.shares import Bound, asked, bound_in_words, is_more_than_all
from governance.mandate.names import Names, either, every
from governance.mandate.tree import Doubt, Fault, Node, shown
from governance.mandate.values import Key, Place
from governance.model.meeting_events import MeetingHeld
from governance.text import N_, _

__all__ = ["Quorum"]


class Quorum(AtOnce):
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

    owed: ClassVar = "quorum"
    named: ClassVar = {"among": "group", "including": "role", "not_counting": "role"}

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it is said the same everywhere
        text = _("at least {bound} of {groups}, each counted by itself, are present") if self.each else ""
        text = text or _("at least {bound} of {groups} are present")
        groups = every([names.group(key) for key in self.among]) or _("the members")
        said = text.format(bound=bound_in_words(self.at_least), groups=groups)
        if self.including:
            roles = every([_a_holder(one_of, names) for one_of in self.including])
            said = _("{said}, among them {roles}").format(said=said, roles=roles)
        if self.not_counting:
            roles = every([names.group(key) for key in self.not_counting])
            said = _("{said}; not counted are {roles}").format(said=said, roles=roles)
        return said

    @classmethod
    def faults(cls, node: Node, duty: Node, roles: Collection[str]) -> Iterator[Fault]:
        yield from super().faults(node, duty, roles)
        if node["each"].stated and not node["among"].stated:
            yield Fault(node["each"].path, _("each of which? Nothing is named"), _("among, with roles or sides"))

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:
        yield from self._more_than_there_can_be(at, people)
        if not self.among and not people.frame.members:
            text = _("all members are counted, and the file names none")
            advice = _("among, with the roles or sides that are counted; or a heading [[member]] for each")
            yield at.doubt(text, advice)
        for number, group in enumerate(self.among):
            if people.most_in(group) == 0:
                text = _("nobody is on the side {side}").format(side=shown(group))
                yield at.doubt(text, _("give it members or roles"), "among", number)
        if self.among and {*self.among} <= {*self.not_counting}:
            text = _("nobody is counted: those among whom it counts do not count")
            yield at.doubt(text, _("leave one of them out"), "not_counting")
        for number, one_of in enumerate(self.including):
            anyway = [role for role in one_of if (role,) in self.including and len(one_of) > 1]
            if anyway:
                text = _("a holder of the role {role} is needed anyway, so the others make no difference")
                advice = _("leave one of the two out")
                yield at.doubt(text.format(role=shown(anyway[0])), advice, "including", number)

    def _more_than_there_can_be(self, at: Stated, people: People) -> Iterator[Doubt]:
        seats = self._seats(people)
        if seats is None:
            if is_more_than_all(self.at_least):
                text = _("more than all can never be present")
                yield at.doubt(text, _("a part of all, less than all"), "at_least")
        elif (least := asked(self.at_least, seats)) > seats:
            text = _("{asked} are to be present, and there can be {seats} at the most").format(asked=least, seats=seats)
            yield at.doubt(text, _("{n} or fewer").format(n=seats), "at_least")

    def _seats(self, people: People) -> int | None:
        """How many there can be of whom so many are to be present; None where nothing limits it."""
        if not self.among:
            return people.most_members()
        groups = [people.most_in(group) for group in self.among]
        limits = [limit for limit in groups if limit is not None]
        if self.each:
            return min(limits, default=None)
        return sum(limits) if len(limits) == len(groups) else None

    def verdict(self, case: Case, occasion: Occasion, held: MeetingHeld, day: date) -> tuple[Verdict, Reason]:
        if not held.attendance:
            return "undetermined", Reason(N_("Who was present was not told."))
        for roles in self.including:
            if not any(_is_there(case, role, occasion, held, day) for role in roles):
                if len(roles) > 1:
                    nobody = N_("No holder of any of these roles was present: {roles}.")
                    return "breached", Reason(nobody, {"roles": ", ".join(roles)})
                return "breached", Reason(N_("No holder of the role {role} was present."), {"role": roles[0]})
        groups = _groups(case, self, occasion, held)
        if not self.each:
            groups = [
                _Group("", *(sum(column) for column in zip(*((g.whole, g.present) for g in groups), strict=True)))
            ]
        told = Reason("")
        for group in groups:
            if group.whole == 0:
                continue
            least = asked(self.at_least, group.whole)
            said = {"n": group.present, "whole": group.whole, "least": least, "who": group.name}
            of_group = N_("Of {who}, {n} of {whole} were present; {least} are needed.")
            told = Reason(of_group if group.name else N_("{n} of {whole} were present; {least} are needed."), said)
            if group.present < least:
                return "breached", told
        if any(group.whole == 0 for group in groups):
            return "undetermined", Reason(N_("How many there are to be counted is not known."))
        return "fulfilled", told


def _a_holder(one_of: tuple[str, ...], names: Names) -> str:
    roles = either([names.role(key) for key in one_of])
    return _("a holder of the role {role}").format(role=roles)


class _Group(NamedTuple):
    """Those of one role or side: who was entitled, and who of them was present."""

    name: str
    whole: int
    present: int


def _is_there(case: Case, role: str, occasion: Occasion, held: MeetingHeld, day: date) -> bool:
    """Whether a holder of a role was present, or somebody who came in it."""
    holders = {*bearers_of(case.facts, case.ruling.mandate, role, occasion.meeting).on(day)}
    return bool(_came(held) & holders or _as_role(held, role))


def _came(held: MeetingHeld) -> set[str]:
    """The persons and members of whom somebody was present."""
    return {line.person or f"org:{line.member}" for line in held.attendance if line.present}


def _as_role(held: MeetingHeld, role: str) -> set[str]:
    """Those who came in a role, by what the attendance says."""
    return {line.person or f"org:{line.member}" for line in held.attendance if line.present and line.role == role}


def _groups(case: Case, measure: Quorum, occasion: Occasion, held: MeetingHeld) -> list[_Group]:
    day = case.facts.surely_by(held)
    uncounted = {
        party
        for role in measure.not_counting
        for party in (
            *bearers_of(case.facts, case.ruling.mandate, role, occasion.meeting).on(day),
            *_as_role(held, role),
        )
    }
    if not measure.among:
        members = {f"org:{member}" for member in case.facts.network.members_on(day)} - uncounted
        return [_Group("", len(members), len(_units(case, held, day, members, uncounted)))]
    if measure.each:
        return [_group(case, (name,), occasion, held, uncounted) for name in measure.among]
    return [_group(case, measure.among, occasion, held, uncounted)]


def _group(case: Case, names: Sequence[str], occasion: Occasion, held: MeetingHeld, uncounted: set[str]) -> _Group:
    day = case.facts.surely_by(held)
    whole: set[str] = set()
    present: set[str] = set()
    for name in names:
        entitled = _entitled(case, name, occasion, day) - uncounted
        whole |= entitled
        present |= _units(case, held, day, entitled, uncounted) | (_as_role(held, name) - uncounted)
    return _Group(names[0] if len(names) == 1 else "", len(whole), len(present))


def _entitled(case: Case, name: str, occasion: Occasion, day: date) -> set[str]:
    """The holders of a role; of a side its members and the holders of its roles."""
    side = side_called(case.ruling.mandate, name)
    if side is None:
        return {*bearers_of(case.facts, case.ruling.mandate, name, occasion.meeting).on(day)}
    members = {f"org:{member}" for member in case.facts.network.members_on(day) if member in side.members}
    holders = {held.holder for role in side.roles for held in case.facts.network.holders_on(role, day)}
    return members | {party for party in holders if of_side(case.facts, side, party, day)}


def _units(case: Case, held: MeetingHeld, day: date, entitled: set[str], uncounted: set[str]) -> set[str]:
    """Those entitled who were present, a member also by a person who stands for it."""
    present: set[str] = set()
    for line in held.attendance:
        party = line.person or f"org:{line.member}"
        if not line.present or party in uncounted:
            continue
        if party in entitled:
            present.add(party)
        elif line.member and f"org:{line.member}" in entitled:
            present.add(f"org:{line.member}")
        elif line.person:
            present |= {f"org:{member}" for member in stands_for(case.facts, party, day)} & entitled
    return present
