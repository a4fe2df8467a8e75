"""The rules of who belongs to a network: its members and their names, and its working groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.errors import GroupExists, GroupUnknown, MemberAlready, NotAMember, PartyUnknown
from governance.model.aggregate import same_time
from governance.model.network_events import MemberJoined, WorkingGroupFormed

if TYPE_CHECKING:
    from governance.model.aggregate import Context
    from governance.model.network_events import (
        MemberLeft,
        OrganisationRenamed,
        WorkingGroupDissolved,
        WorkingGroupReported,
    )
    from governance.model.network_history import Network

__all__ = ["group_acts", "group_formed", "joined", "left", "organisation_renamed"]


def joined(network: Network, event: MemberJoined, context: Context) -> None:
    """Once on a day: that it had left in between may be recorded afterwards."""
    network.require_alive(event.effective_on.last)
    if any(e.member == event.member and same_time(e, event) for e in network.all(MemberJoined)):
        raise MemberAlready(member=event.member, network=network.ref)


def left(network: Network, event: MemberLeft, context: Context) -> None:
    """An organisation that is known: when it had joined may be recorded afterwards."""
    if not network.knows(f"org:{event.member}"):
        raise NotAMember(member=event.member, network=network.ref, day=event.effective_on)


def organisation_renamed(network: Network, event: OrganisationRenamed, context: Context) -> None:
    if not network.knows(party := f"org:{event.organisation}"):
        raise PartyUnknown(party=party)


def group_formed(network: Network, event: WorkingGroupFormed, context: Context) -> None:
    network.require_alive(event.effective_on.last)
    if any(e.group == event.group for e in network.all(WorkingGroupFormed)):
        raise GroupExists(group=event.group)


def group_acts(network: Network, event: WorkingGroupReported | WorkingGroupDissolved, context: Context) -> None:
    """It was formed by then; it may report on the day after it was dissolved."""
    day = event.effective_on.last
    if not any(e.group == event.group and e.effective_on.first <= day for e in network.all(WorkingGroupFormed)):
        raise GroupUnknown(group=event.group, day=event.effective_on)
