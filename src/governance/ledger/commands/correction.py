"""Corrections and retractions: new events about old ones. Nothing is ever changed."""

from collections.abc import Mapping
from typing import Unpack

from pydantic import JsonValue

from governance.errors import CorrectionBreaksHistory, CorrectionChangesNothing, FactUnknown, NotCorrectable
from governance.ledger.command import command
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.aggregate import FactCorrected, FactRetracted


class CorrectionCommands(Draft):
    @command(refuses=(FactUnknown, CorrectionChangesNothing, CorrectionBreaksHistory, NotCorrectable))
    def correct_fact(
        self, event: str, *, changes: Mapping[str, JsonValue], reason: str, **details: Unpack[Details]
    ) -> Receipt:
        """An event (``#17``, or its event id) was told wrong: these of its fields are otherwise.

        Earlier ``known_at`` answers keep the mistake.
        """
        history, version = self.event(event)
        return self.record(history, FactCorrected, details, corrects=version, changes=dict(changes), reason=reason)

    @command(refuses=(FactUnknown, CorrectionBreaksHistory))
    def retract_fact(self, event: str, *, reason: str, **details: Unpack[Details]) -> Receipt:
        """An event did not happen, or a correction or retraction was wrong: what a retraction took back holds again."""
        history, version = self.event(event)
        return self.record(history, FactRetracted, details, retracts=version, reason=reason)
