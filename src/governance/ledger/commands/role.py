"""Roles: who holds them, from when to when."""

from typing import Unpack

from governance.ledger.commands.telling import Day, Telling, when_of
from governance.ledger.receipt import Receipt, Told
from governance.model.network import Network
from governance.model.network_events import RoleAssigned, RoleEnded


class RoleCommands(Telling):
    def assign_role(
        self,
        network: str,
        *,
        role: str,
        holder: str,
        starts: Day | None = None,
        ends: Day | None = None,
        member: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """Someone holds a role from ``starts`` (else from ``on``) to ``ends`` (else until it is ended), and stands for
        ``member`` where that is told.

        Refused: RoleUnknown, RoleIsDerived, RoleHolderUnfit, RoleHeldAlready, EndsBeforeItBegins, PartyUnknown.
        """
        ref = self._ref(Network, network)
        fields = {
            "role": self._called(ref, "roles", role),
            "holder": self._party(holder),
            "starts": when_of(starts),
            "ends": when_of(ends),
            "member": member,
        }
        return self._tell(Network, ref, RoleAssigned, told, fields)

    def end_role(
        self,
        network: str,
        *,
        role: str,
        holder: str,
        ends: Day | None = None,
        reason: str | None = None,
        member: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """Someone holds a role no longer; ``ends`` (else ``on``) is the last day. With ``member`` it is so
        for that member only.

        Refused: RoleNotHeld, EndsBeforeItBegins.
        """
        ref = self._ref(Network, network)
        fields = {
            "role": self._called(ref, "roles", role),
            "holder": self._party(holder),
            "ends": when_of(ends),
            "reason": reason,
            "member": member,
        }
        return self._tell(Network, ref, RoleEnded, told, fields)
