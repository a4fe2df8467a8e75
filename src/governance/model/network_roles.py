"""The rules of who takes over a role of a network, and who gives it up."""

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

if TYPE_CHECKING:
    from governance.mandate.frame import Frame
    from governance.model.network import Network
    from governance.model.network_events import RoleAssigned, RoleEnded

__all__ = ["role_assigned", "role_ended"]

_HELD_BY = {"person": ("person",), "persons": ("person",), "organisation": ("org", "group", "network")}


def role_assigned(network: Network, event: RoleAssigned, context: Context) -> None:
    starts = event.first_day
    network.require_alive(starts)
    require_party(event.holder, context)
    if event.ends and event.ends.last < starts:
        raise EndsBeforeItBegins(what=event.role, starts=starts, ends=event.ends)
    if mandate := network.mandate_on(starts) or network.mandate_on(context.today):
        _role_fits(mandate, event)
    if event.member and not _can_be_stood_for(network, event.member):
        raise PartyUnknown(party=event.member)
    for held, first, last in network.role_intervals(event.role):
        meets = (last is None or starts <= last) and (event.ends is None or first <= event.ends.last)
        if held.holder == event.holder and meets:
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
    spans = [(f, to) for held, f, to in network.role_intervals(event.role) if held.holder == event.holder]
    if not spans:
        raise RoleNotHeld(holder=event.holder, role=event.role, day=event.last_day)
    begins = min(first for first, _to in spans)
    if event.last_day < begins:
        raise EndsBeforeItBegins(what=event.role, starts=begins, ends=event.last_day)
    if not any(first <= event.last_day and (to is None or event.last_day < to) for first, to in spans):
        raise RoleNotHeld(holder=event.holder, role=event.role, day=event.last_day)
