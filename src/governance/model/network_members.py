"""The rules of who belongs to a network: its members and their names, and its working groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.errors import GroupExists, GroupUnknown, MemberAlready, NotAMember, PartyUnknown
from governance.model.network_events import WorkingGroupDissolved, WorkingGroupFormed

if TYPE_CHECKING:
    from governance.model.aggregate import Context
    from governance.model.network import Network
    from governance.model.network_events import MemberJoined, MemberLeft, OrganisationRenamed, WorkingGroupReported

__all__ = ["group_acts", "group_formed", "joined", "left", "organisation_renamed"]


def joined(network: Network, event: MemberJoined, context: Context) -> None:
    network.require_alive(event.effective_on.last)
    if network.is_member(event.member, event.effective_on.first):
        raise MemberAlready(member=event.member, network=network.ref)


def left(network: Network, event: MemberLeft, context: Context) -> None:
    if not network.is_member(event.member, event.effective_on.last):
        raise NotAMember(member=event.member, network=network.ref, day=event.effective_on)


def organisation_renamed(network: Network, event: OrganisationRenamed, context: Context) -> None:
    if not network.knows(party := f"org:{event.organisation}"):
        raise PartyUnknown(party=party)


def group_formed(network: Network, event: WorkingGroupFormed, context: Context) -> None:
    network.require_alive(event.effective_on.last)
    if any(e.group == event.group for e in network.all(WorkingGroupFormed)):
        raise GroupExists(group=event.group)


def group_acts(network: Network, event: WorkingGroupReported | WorkingGroupDissolved, context: Context) -> None:
    day = event.effective_on.last
    formed = any(e.group == event.group and e.effective_on.first <= day for e in network.all(WorkingGroupFormed))
    gone = any(e.group == event.group and e.effective_on.last < day for e in network.all(WorkingGroupDissolved))
    if not formed or gone:
        raise GroupUnknown(group=event.group, day=event.effective_on)
