"""Documents: kept elsewhere, known here by their digests, and one day weeded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from governance.errors import DocumentMissing, FactUnknown
from governance.ledger.commands.telling import Telling
from governance.ledger.receipt import Receipt, Told
from governance.model.event import Digest
from governance.model.network import Network
from governance.model.network_events import DocumentWeeded

if TYPE_CHECKING:
    from governance.ledger.unit import Unit
    from governance.model.aggregate import Aggregate


class DocumentCommands(Telling):
    def weed_document(self, event: str, *, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """The document that an event (``#17``, or its event id) tells of is kept no longer; its digest stays.

        Refused: FactUnknown, DocumentMissing, DocumentWeededAlready.
        """
        kind, ref, version = self._event(event)
        about = f"{kind.kind}:{ref}@{version}"

        def weed(unit: Unit) -> Receipt:
            _require_document(unit.load(kind, f"{kind.kind}:{ref}"), version)
            fields = {"event": about, "reason": reason}
            return unit.decide(Network, ref.partition("/")[0], DocumentWeeded, told, fields)

        return self._as_one(told, ("weed_document", about, reason), weed)


def _require_document(aggregate: Aggregate, version: int) -> None:
    """It may be told by the event as it was recorded, or as it was corrected, or by one that was retracted."""
    told = [e for e in (*aggregate.recorded, *aggregate.facts) if e.originator_version == version]
    if not told:
        raise FactUnknown(event=f"{aggregate.id}@{version}")
    if not any(isinstance(getattr(event, "document", None), Digest) for event in told):
        raise DocumentMissing(event=told[0].event_id)
