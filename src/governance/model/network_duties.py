"""The rules of what is done about a mandate's duties themselves: acts of its own, extensions, waivers, weeding.

Whether an obligation exists is for the ledger to know, and whether somebody was entitled to move or waive it is for
compliance to judge: neither is refused here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.errors import ActUnknown, DocumentWeededAlready, DutyWaivedAlready, ExtensionNotLater, NoMandateInForce
from governance.model.aggregate import Context, happened, require_party
from governance.model.network_events import (
    ActRecorded,
    DocumentWeeded,
    DutyExtended,
    DutyWaived,
    MandateReviewed,
)

if TYPE_CHECKING:
    from governance.model.network_history import Network

__all__ = ["act_recorded", "document_weeded", "duty_extended", "duty_waived", "mandate_reviewed"]


def act_recorded(network: Network, event: ActRecorded, context: Context) -> None:
    """One that the mandate of that day names; where none was in force, any version of it."""
    day = event.effective_on.last
    in_force = network.mandate_on(day)
    mandates = [in_force] if in_force else network.mandates()
    known = sorted({act.key for mandate in mandates for act in getattr(mandate, "acts", ())})
    if known and event.act not in known:
        raise ActUnknown(act=event.act, allowed=", ".join(known))
    require_party(event.by, context)
    network.require_addressee(event.recipient, day)


def duty_extended(network: Network, event: DutyExtended, context: Context) -> None:
    """In the order of the days on which they were decided, each gives a later day than the one before."""
    network.require_addressee(event.by, event.effective_on.last)
    for other in network.all(DutyExtended):
        if other.obligation == event.obligation:
            earlier, later = sorted((other, event), key=happened)
            if later.due.last <= earlier.due.last:
                raise ExtensionNotLater(due=later.due, what=event.obligation, present=earlier.due)


def duty_waived(network: Network, event: DutyWaived, context: Context) -> None:
    """By each power once: what one decided who may not does not keep another from deciding it."""
    network.require_addressee(event.by, event.effective_on.last)
    for waived in network.all(DutyWaived):
        if waived.obligation == event.obligation and waived.by == event.by:
            raise DutyWaivedAlready(obligation=event.obligation, day=waived.effective_on)


def mandate_reviewed(network: Network, event: MandateReviewed, context: Context) -> None:
    if not network.versions():
        raise NoMandateInForce(network=network.ref, day=event.effective_on)


def document_weeded(network: Network, event: DocumentWeeded, context: Context) -> None:
    for weeded in network.all(DocumentWeeded):
        if weeded.event == event.event:
            raise DocumentWeededAlready(event=event.event, day=weeded.effective_on)
