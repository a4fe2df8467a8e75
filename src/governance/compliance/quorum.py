"""The quorum: whether enough of those entitled were present at a meeting."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from governance.compliance.case import Case
from governance.compliance.holders import bearers_of
from governance.compliance.members import of_side, side_called
from governance.compliance.occasions import Occasion
from governance.compliance.values import Reason, Verdict
from governance.duties.facts import stands_for
from governance.duties.measures import Quorum
from governance.duties.shares import asked
from governance.model.meeting_events import MeetingHeld
from governance.text import N_

__all__ = ["quorum"]


class _Group(NamedTuple):
    """Those of one role or side: who was entitled, and who of them was present."""

    name: str
    whole: int
    present: int


def quorum(case: Case, measure: Quorum, occasion: Occasion, held: MeetingHeld) -> tuple[Verdict, Reason]:
    """What holds of a meeting that was held."""
    if not held.attendance:
        return "undetermined", Reason(N_("Who was present was not told."))
    day = case.facts.surely_by(held)
    for roles in measure.including:
        if not any(_is_there(case, role, occasion, held, day) for role in roles):
            if len(roles) > 1:
                nobody = N_("No holder of any of these roles was present: {roles}.")
                return "breached", Reason(nobody, {"roles": ", ".join(roles)})
            return "breached", Reason(N_("No holder of the role {role} was present."), {"role": roles[0]})
    groups = _groups(case, measure, occasion, held)
    if not measure.each:
        groups = [_Group("", *(sum(column) for column in zip(*((g.whole, g.present) for g in groups), strict=True)))]
    told = Reason("")
    for group in groups:
        if group.whole == 0:
            continue
        least = asked(measure.at_least, group.whole)
        said = {"n": group.present, "whole": group.whole, "least": least, "who": group.name}
        of_group = N_("Of {who}, {n} of {whole} were present; {least} are needed.")
        told = Reason(of_group if group.name else N_("{n} of {whole} were present; {least} are needed."), said)
        if group.present < least:
            return "breached", told
    if any(group.whole == 0 for group in groups):
        return "undetermined", Reason(N_("How many there are to be counted is not known."))
    return "fulfilled", told


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
