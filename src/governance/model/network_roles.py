"""The rules of who takes a role of a network over, and who gives it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.errors import (
    EndsBeforeItBegins,
    PartyUnknown,
    RoleHeldAlready,
    RoleHolderUnfit,
    RoleIsDerived,
    RoleNotHeld,
    RoleUnknown,
)
from governance.model.aggregate import Context, require_party
from governance.model.network_events import RoleAssigned, RoleEnded

if TYPE_CHECKING:
    from governance.mandate.frame import Frame
    from governance.model.network_history import Network

__all__ = ["role_assigned", "role_ended"]

_HELD_BY = {"person": ("person",), "persons": ("person",), "organisation": ("org", "group", "network")}


def role_assigned(network: Network, event: RoleAssigned, context: Context) -> None:
    """The same holder begins once on a day, for one member; an end of the time before may be recorded afterwards."""
    starts = event.first_day
    network.require_alive(starts)
    require_party(event.holder, context)
    if event.ends and event.ends.last < starts:
        raise EndsBeforeItBegins(what=event.role, starts=starts, ends=event.ends)
    if mandate := network.mandate_on(starts) or network.mandate_on(context.today):
        _role_fits(mandate, event)
    if event.member and not _can_be_stood_for(network, event.member):
        raise PartyUnknown(party=event.member)
    for held in network.all(RoleAssigned):
        if (held.role, held.holder, held.member, held.first_day) == (event.role, event.holder, event.member, starts):
            raise RoleHeldAlready(holder=event.holder, role=event.role)


def _role_fits(mandate: Frame, event: RoleAssigned) -> None:
    role = next((r for r in mandate.roles if r.key == event.role), None)
    if role is None:
        raise RoleUnknown(role=event.role, allowed=", ".join(r.key for r in mandate.roles))
    if role.held_by == "derived":
        raise RoleIsDerived(role=event.role, source=role.derived_from)
    if event.holder.partition(":")[0] not in _HELD_BY[role.held_by]:
        raise RoleHolderUnfit(role=event.role, kind=role.held_by, holder=event.holder)


def _can_be_stood_for(network: Network, member: str) -> bool:
    """An organisation that the record or the mandate names, or one of its sides."""
    sides = (side.key for mandate in network.mandates() for side in getattr(mandate, "sides", ()))
    return network.knows(f"org:{member}") or member in sides


def role_ended(network: Network, event: RoleEnded, context: Context) -> None:
    """The appointment that it ends is recorded before it."""
    own = [e for e in network.all(RoleAssigned) if (e.role, e.holder) == (event.role, event.holder)]
    if event.member:
        own = [e for e in own if e.member == event.member]
    begins = min((e.first_day for e in own), default=None)
    if begins is None:
        raise RoleNotHeld(holder=event.holder, role=event.role, day=event.last_day)
    if event.last_day < begins:
        raise EndsBeforeItBegins(what=event.role, starts=begins, ends=event.last_day)
