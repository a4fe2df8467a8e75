"""Roles: who holds them, from when to when."""

from typing import Unpack

from governance.errors import (
    EndsBeforeItBegins,
    PartyUnknown,
    RoleHeldAlready,
    RoleHolderUnfit,
    RoleIsDerived,
    RoleNotHeld,
    RoleUnknown,
)
from governance.ledger.command import command
from governance.ledger.commands.values import Day, when_of
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.network import Network
from governance.model.network_events import RoleAssigned, RoleEnded


class RoleCommands(Draft):
    @command(refuses=(RoleUnknown, RoleIsDerived, RoleHolderUnfit, RoleHeldAlready, EndsBeforeItBegins, PartyUnknown))
    def assign_role(
        self,
        network: str,
        *,
        role: str,
        holder: str,
        starts: Day | None = None,
        ends: Day | None = None,
        member: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """Someone holds a role from ``starts`` (else from ``on``) to ``ends`` (else until it is ended), and stands for
        ``member`` where that is told.
        """
        body = self.find(Network, network)
        fields = {
            "role": self.called(body, "roles", role),
            "holder": self.party(holder),
            "starts": when_of(starts),
            "ends": when_of(ends),
            "member": member,
        }
        return self.record(body, RoleAssigned, details, **fields)

    @command(refuses=(RoleNotHeld, EndsBeforeItBegins))
    def end_role(
        self,
        network: str,
        *,
        role: str,
        holder: str,
        ends: Day | None = None,
        reason: str | None = None,
        member: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """Someone holds a role no longer; ``ends`` (else ``on``) is the last day. With ``member`` it is so for that
        member only."""
        body = self.find(Network, network)
        fields = {
            "role": self.called(body, "roles", role),
            "holder": self.party(holder),
            "ends": when_of(ends),
            "reason": reason,
            "member": member,
        }
        return self.record(body, RoleEnded, details, **fields)
