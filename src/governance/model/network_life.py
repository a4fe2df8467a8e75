"""The rules of when a network begins and ends, and of what it is called and is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from governance.errors import (
    FieldInvalid,
    NetworkExists,
    NetworkIsAlive,
    NetworkIsDissolved,
    NetworkKindAlready,
)
from governance.model.network_events import NetworkKindChanged
from governance.time import is_zone

if TYPE_CHECKING:
    from governance.model.aggregate import Context
    from governance.model.network_events import (
        NetworkDissolved,
        NetworkEstablished,
        NetworkReestablished,
        NetworkRenamed,
    )
    from governance.model.network_history import Network

__all__ = ["dissolved", "established", "kind_changed", "reestablished", "renamed"]


def established(network: Network, event: NetworkEstablished, context: Context) -> None:
    if network.begun:
        raise NetworkExists(network=network.ref)
    if not is_zone(event.time_zone):
        raise FieldInvalid(field="time_zone", problem=repr(event.time_zone))


def renamed(network: Network, event: NetworkRenamed, context: Context) -> None:
    network.require_alive(event.effective_on.first)


def dissolved(network: Network, event: NetworkDissolved, context: Context) -> None:
    """On a day on which it lived, by what is recorded."""
    network.require_alive(event.effective_on.first)
    if gone := network.ended_by(event.effective_on.last):
        raise NetworkIsDissolved(network=network.ref, day=gone)


def reestablished(network: Network, event: NetworkReestablished, context: Context) -> None:
    """On a day on which it did not live, by what is recorded."""
    if not network.ended_by(event.effective_on.first - timedelta(days=1)):
        raise NetworkIsAlive(network=network.ref, day=event.effective_on)


def kind_changed(network: Network, event: NetworkKindChanged, context: Context) -> None:
    network.require_alive(event.effective_on.first)
    before = network.latest(NetworkKindChanged, event.effective_on.last)
    if before and before.to == event.to:
        raise NetworkKindAlready(network=network.ref, kind=event.to)
