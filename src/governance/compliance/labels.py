"""What parties are called, and what else the mandate names, by the network's own record: for people to read instead
of keys."""

from governance.compliance.facts import Facts
from governance.model.aggregate import happened
from governance.model.network import Network, mandate_of
from governance.model.network_events import (
    MandateAdopted,
    MandateAmended,
    MemberJoined,
    NetworkRenamed,
    OrganisationRenamed,
)

__all__ = ["labels_of"]

Labels = dict[str, dict[str, str]]
"""For a party (``org:skovde``), or what the mandate calls by a key (``vux/principal``, ``vux/act:round``,
``vux/kind:plain``): its name by language."""

_MEMBERS = {"en": "the members", "sv": "medlemmarna"}


def _own_name(network: Network) -> dict[str, str]:
    """As it was renamed, or in the languages of its mandate, whichever was decided last."""
    renamed, version = network.latest(NetworkRenamed), max(network.versions(), key=happened, default=None)
    if version and not (renamed and happened(renamed) > happened(version)):
        return mandate_of(version).network.name
    return {"": network.name}


def _organisations(network: Network) -> dict[str, dict[str, str]]:
    """Each organisation's newest name: of versions of the mandate and renamings, the one decided last; else that
    which it joined with."""
    found = {
        joined.member: {"": joined.name} for joined in sorted(network.all(MemberJoined), key=happened) if joined.name
    }
    for event in sorted(network.all(MandateAdopted, MandateAmended, OrganisationRenamed), key=happened):
        if isinstance(event, OrganisationRenamed):
            found[event.organisation] = {"": event.name}
        elif isinstance(event, MandateAdopted | MandateAmended):
            mandate = mandate_of(event)
            found |= {o.key: o.name for o in (mandate.principal, *mandate.members, *mandate.organisations)}
    return found


def labels_of(facts: Facts) -> Labels:
    """Every party and name that a network's record knows; persons' names are not among them."""
    key, network = facts.key, facts.network
    own, organisations = _own_name(network), _organisations(network)
    found: Labels = {f"network:{key}": own, f"{key}/network": own, "members": _MEMBERS, f"{key}/members": _MEMBERS}
    found |= {f"org:{organisation}": name for organisation, name in organisations.items()}
    for mandate in network.mandates():
        for organisation in (mandate.principal, *mandate.members, *mandate.organisations):
            found[f"{key}/{organisation.key}"] = organisations[organisation.key]
        found[f"{key}/principal"] = organisations[mandate.principal.key]
        if mandate.network.registry_address:
            found[f"{key}/registry"] = {"": mandate.network.registry_address}
        found |= {f"{key}/{role.key}": role.name for role in mandate.roles}
        found |= {f"{key}/{side.key}": side.name for side in mandate.sides}
        found |= {f"{key}/act:{act.key}": act.name for act in mandate.acts}
        found |= {f"{key}/kind:{kind.key}": kind.name for kind in mandate.meeting_kinds}
    return found
