"""Duties themselves: an act that the mandate names is done, an obligation is due later or asked for no longer."""

from typing import Unpack

from governance.ledger.commands.telling import Day, Telling
from governance.ledger.receipt import Receipt, Told
from governance.model.event import Digest
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.model.network_events import ActRecorded, DutyExtended, DutyWaived
from governance.time import When


class DutyCommands(Telling):
    def record_act(
        self,
        network: str,
        *,
        act: str,
        case: str | None = None,
        period: str | None = None,
        meeting: str | None = None,
        by: str | None = None,
        given_as: str | None = None,
        recipient: str | None = None,
        document: Digest | None = None,
        remark: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """Something that the mandate names as an act of its own was done, for a period or at a meeting if so told.

        It can be told again, if it was done again. Refused: ActUnknown, PartyUnknown, AddresseeUnknown.
        """
        ref = self._ref(Network, network)
        fields = {
            "act": self._called(ref, "acts", act),
            "case": case,
            "period": period,
            "meeting": self._ref(Meeting, meeting) if meeting else None,
            "by": self._party(by),
            "given_as": given_as,
            "recipient": recipient,
            "document": document,
            "remark": remark,
        }
        return self._tell(Network, ref, ActRecorded, told, fields)

    def extend_duty(
        self, obligation: str, *, due: Day, reason: str, by: str | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """An obligation (``NETWORK/CLAUSE/…``) is due later than before; the first date stays visible.

        For a report of an assignment, extend its deadline. Refused: ExtensionNotLater, DutyWaivedAlready,
        AddresseeUnknown.
        """
        network, owed = self._obligation(obligation)
        fields = {"obligation": owed, "due": When.of(due), "reason": reason, "by": by}
        return self._tell(Network, network, DutyExtended, told, fields)

    def waive_duty(self, obligation: str, *, reason: str, by: str | None = None, **told: Unpack[Told]) -> Receipt:
        """An obligation (``NETWORK/CLAUSE/…``) is asked for no longer.

        For a report of an assignment, waive the report. Refused: DutyWaivedAlready, AddresseeUnknown.
        """
        network, owed = self._obligation(obligation)
        return self._tell(Network, network, DutyWaived, told, {"obligation": owed, "reason": reason, "by": by})
