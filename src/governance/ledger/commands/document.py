"""Documents: kept elsewhere, known here by their digests, and one day weeded."""

from typing import Unpack

from governance.errors import DocumentMissing, DocumentWeededAlready, FactUnknown
from governance.ledger.command import command
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.aggregate import Aggregate
from governance.model.event import Digest
from governance.model.network import Network
from governance.model.network_events import DocumentWeeded


class DocumentCommands(Draft):
    @command(refuses=(FactUnknown, DocumentMissing, DocumentWeededAlready))
    def weed_document(self, event: str, *, reason: str | None = None, **details: Unpack[Details]) -> Receipt:
        """The document that an event (``#17``, or its event id) records is kept no longer; its digest stays."""
        history, version = self.event(event)
        about = f"{history.id}@{version}"
        if repeated := self.repeats(("weed_document", about, reason), details):
            return repeated
        _require_document(history, version)
        network = self.load(Network, f"network:{history.ref.partition('/')[0]}")
        return self.add(network, DocumentWeeded, details, event=about, reason=reason)


def _require_document(history: Aggregate, version: int) -> None:
    """The event names one as it was recorded or as it was corrected; it may have been retracted since."""
    forms = [e for e in (*history.recorded, *history.facts) if e.originator_version == version]
    if not forms:
        raise FactUnknown(event=f"{history.id}@{version}")
    if not any(isinstance(getattr(event, "document", None), Digest) for event in forms):
        raise DocumentMissing(event=forms[0].event_id)
