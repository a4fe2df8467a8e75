"""Who belongs to the body and to its sides, on which days."""

from collections.abc import Iterable
from datetime import date

from governance.compliance.facts import Facts
from governance.mandate.frame import Frame, Side
from governance.model.network import Network
from governance.model.network_events import RoleAssigned

__all__ = ["member_changes", "of_side", "side_called", "sides_of", "stands_for"]


def member_changes(network: Network) -> set[date]:
    """The days on which somebody becomes a member, and those after somebody's last."""
    days: set[date] = set()
    for spells in network.memberships().values():
        for first, last in spells:
            days.add(first)
            if last and last < date.max:
                days.add(date.fromordinal(last.toordinal() + 1))
    return days


def side_called(mandate: Frame | None, key: str) -> Side | None:
    """The side that has this key; None where it is no side."""
    return next((side for side in mandate.sides if side.key == key), None) if mandate else None


def of_side(facts: Facts, side: Side, party: str, day: date) -> bool:
    """Whether a party is on a side on a day: by its membership, by whom it stands for, or by a role that it holds."""
    kind, _colon, key = party.partition(":")
    if kind == "org" and key in side.members:
        return True
    if any(party == held.holder for role in side.roles for held in facts.network.holders_on(role, day)):
        return True
    return any(member in side.members or member == side.key for member in stands_for(facts, party, day))


def sides_of(facts: Facts, mandate: Frame | None, party: str, day: date) -> list[str]:
    """The keys of the sides that a party is on, on a day."""
    sides: Iterable[Side] = mandate.sides if mandate else ()
    return [side.key for side in sides if of_side(facts, side, party, day)]


def stands_for(facts: Facts, party: str, day: date) -> frozenset[str]:
    """The members or sides whom a holder of some role stands for on a day."""
    return facts.read(_stands_for, party, day)


def _stands_for(facts: Facts, party: str, day: date) -> frozenset[str]:
    return frozenset(
        held.member
        for role in {assigned.role for assigned in facts.network.all(RoleAssigned) if assigned.holder == party}
        for held in facts.network.holders_on(role, day)
        if held.holder == party and held.member
    )
