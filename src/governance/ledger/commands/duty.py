"""Duties themselves: an act that the mandate names is done, an obligation is due later or asked for no longer."""

from typing import Unpack

from governance.errors import ActUnknown, AddresseeUnknown, DutyWaivedAlready, ExtensionNotLater, PartyUnknown
from governance.ledger.command import command
from governance.ledger.commands.values import Day
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.event import Digest
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.model.network_events import ActRecorded, DutyExtended, DutyWaived
from governance.time import When


class DutyCommands(Draft):
    @command(refuses=(ActUnknown, PartyUnknown, AddresseeUnknown))
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
        **details: Unpack[Details],
    ) -> Receipt:
        """Something that the mandate names as an act of its own was done, for a period or at a meeting if so told.

        It can be told again, if it was done again.
        """
        body = self.find(Network, network)
        fields = {
            "act": self.called(body, "acts", act),
            "case": case,
            "period": period,
            "meeting": self.ref(Meeting, meeting),
            "by": self.party(by),
            "given_as": given_as,
            "recipient": recipient,
            "document": document,
            "remark": remark,
        }
        return self.record(body, ActRecorded, details, **fields)

    @command(refuses=(ExtensionNotLater, DutyWaivedAlready, AddresseeUnknown))
    def extend_duty(
        self, obligation: str, *, due: Day, reason: str, by: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """An obligation (``NETWORK/CLAUSE/…``) is due later than before; the first date stays visible.

        For a report of an assignment, extend its deadline.
        """
        network, owed = self.owed(obligation)
        fields = {"obligation": owed, "due": When.of(due), "reason": reason, "by": by}
        return self.record(network, DutyExtended, details, **fields)

    @command(refuses=(DutyWaivedAlready, AddresseeUnknown))
    def waive_duty(self, obligation: str, *, reason: str, by: str | None = None, **details: Unpack[Details]) -> Receipt:
        """An obligation (``NETWORK/CLAUSE/…``) is asked for no longer.

        For a report of an assignment, waive the report.
        """
        network, owed = self.owed(obligation)
        return self.record(network, DutyWaived, details, obligation=owed, reason=reason, by=by)
