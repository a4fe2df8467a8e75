"""Corrections and retractions: new events about old ones. Nothing is ever changed."""

from collections.abc import Mapping
from typing import Unpack

from pydantic import JsonValue

from governance.ledger.commands.telling import Telling
from governance.ledger.receipt import Receipt, Told
from governance.model.aggregate import FactCorrected, FactRetracted


class CorrectionCommands(Telling):
    def correct_fact(
        self, event: str, *, changes: Mapping[str, JsonValue], reason: str, **told: Unpack[Told]
    ) -> Receipt:
        """An event (``#17``, or its event id) was told wrong: these of its fields are otherwise.

        Earlier ``known_at`` answers keep the mistake. Refused: FactUnknown, CorrectionChangesNothing,
        CorrectionBreaksHistory, NotCorrectable.
        """
        kind, ref, version = self._event(event)
        fields = {"corrects": version, "changes": dict(changes), "reason": reason}
        return self._tell(kind, ref, FactCorrected, told, fields)

    def retract_fact(self, event: str, *, reason: str, **told: Unpack[Told]) -> Receipt:
        """An event did not happen, or a correction or retraction was wrong: what a retraction took back holds again.

        Refused: FactUnknown, CorrectionBreaksHistory.
        """
        kind, ref, version = self._event(event)
        return self._tell(kind, ref, FactRetracted, told, {"retracts": version, "reason": reason})
