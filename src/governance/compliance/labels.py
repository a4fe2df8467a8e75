"""What parties are called, by the network's own record: for people to read instead of keys."""

from governance.compliance.facts import Facts
from governance.model.network import Network, mandate_of
from governance.model.network_events import MemberJoined, NetworkRenamed

__all__ = ["labels_of"]

Labels = dict[str, dict[str, str]]
"""For a party (``org:skovde``), or a name that the mandate uses (``vux/principal``): its name by language."""

_MEMBERS = {"en": "the members", "sv": "medlemmarna"}


def _own_name(network: Network) -> dict[str, str]:
    """As it was renamed, or in the languages of its mandate, whichever was told last."""
    renamed, versions = network.last(NetworkRenamed), network.versions()
    if versions and not (renamed and renamed.originator_version > versions[-1].originator_version):
        return mandate_of(versions[-1]).network.name
    return {"": network.name}


def labels_of(facts: Facts) -> Labels:
    """Every party and name that a network's record knows; persons' names are not among them."""
    key, network = facts.key, facts.network
    own = _own_name(network)
    found: Labels = {f"network:{key}": own, f"{key}/network": own, "members": _MEMBERS, f"{key}/members": _MEMBERS}
    for joined in network.all(MemberJoined):
        if joined.name:
            found[f"org:{joined.member}"] = {"": joined.name}
    for version in network.versions():
        mandate = mandate_of(version)
        for organisation in (mandate.principal, *mandate.members, *mandate.organisations):
            found[f"org:{organisation.key}"] = found[f"{key}/{organisation.key}"] = organisation.name
        found[f"{key}/principal"] = mandate.principal.name
        if mandate.network.registry_address:
            found[f"{key}/registry"] = {"": mandate.network.registry_address}
        for role in mandate.roles:
            found[f"{key}/{role.key}"] = role.name
    return found
