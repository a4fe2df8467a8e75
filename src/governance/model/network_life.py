"""The rules of when a network begins and ends, and of what it is called and is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.errors import (
    FieldInvalid,
    NetworkExists,
    NetworkIsAlive,
    NetworkIsDissolved,
    NetworkKindAlready,
    NetworkNotYetEstablished,
)
from governance.model.network_events import NetworkKindChanged
from governance.time import is_zone

if TYPE_CHECKING:
    from governance.model.aggregate import Context
    from governance.model.network import Network
    from governance.model.network_events import (
        NetworkDissolved,
        NetworkEstablished,
        NetworkReestablished,
        NetworkRenamed,
    )

__all__ = ["dissolved", "established", "kind_changed", "reestablished", "renamed"]


def established(network: Network, event: NetworkEstablished, context: Context) -> None:
    if network.begun:
        raise NetworkExists(network=network.ref)
    if not is_zone(event.time_zone):
        raise FieldInvalid(field="time_zone", problem=repr(event.time_zone))


def renamed(network: Network, event: NetworkRenamed, context: Context) -> None:
    network.require_alive(event.effective_on.first)


def dissolved(network: Network, event: NetworkDissolved, context: Context) -> None:
    if gone := network.dissolved_on():
        raise NetworkIsDissolved(network=network.ref, day=gone)
    began = network.lives()[-1][0]
    if event.effective_on.first < began:
        raise NetworkNotYetEstablished(network=network.ref, day=began)


def reestablished(network: Network, event: NetworkReestablished, context: Context) -> None:
    gone = network.dissolved_on()
    if gone is None or event.effective_on.first <= gone.last:
        raise NetworkIsAlive(network=network.ref, day=event.effective_on)


def kind_changed(network: Network, event: NetworkKindChanged, context: Context) -> None:
    network.require_alive(event.effective_on.first)
    before = network.last(NetworkKindChanged)
    if before and before.to == event.to:
        raise NetworkKindAlready(network=network.ref, kind=event.to)
