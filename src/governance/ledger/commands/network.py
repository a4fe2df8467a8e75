"""Networks: established, renamed, dissolved, their members, and what they do as a body."""

from collections.abc import Sequence
from typing import Unpack

from governance.errors import (
    AddresseeUnknown,
    EndsBeforeItBegins,
    GroupExists,
    GroupUnknown,
    MemberAlready,
    NetworkExists,
    NetworkIsAlive,
    NetworkIsDissolved,
    NetworkKindAlready,
    NotAMember,
    PartyUnknown,
    YearIsClosed,
    YearNotOver,
)
from governance.ledger.command import command
from governance.ledger.commands.values import Day, day_of, key_of, when_of
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.event import Digest
from governance.model.network import Network
from governance.model.network_events import (
    AgreementRegistered,
    FeedbackGiven,
    MeetingDatesSubmitted,
    MemberJoined,
    MemberLeft,
    NetworkDissolved,
    NetworkEstablished,
    NetworkKindChanged,
    NetworkReestablished,
    NetworkRenamed,
    OrganisationRenamed,
    RegisterSubmitted,
    SummarySent,
    WorkingGroupDissolved,
    WorkingGroupFormed,
    WorkingGroupReported,
    WorkPlanAdopted,
    YearClosed,
)


class NetworkCommands(Draft):
    @command(refuses=(NetworkExists,))
    def establish_network(
        self, network: str, *, name: str, time_zone: str = "Europe/Stockholm", **details: Unpack[Details]
    ) -> Receipt:
        """A network comes to be, under a key that never changes."""
        body = self.load(Network, f"network:{key_of('network', network)}")
        return self.record(body, NetworkEstablished, details, name=name, time_zone=time_zone)

    @command(refuses=(NetworkIsDissolved,))
    def rename_network(self, network: str, *, name: str, **details: Unpack[Details]) -> Receipt:
        """It is called otherwise from now on; its key stays."""
        return self.record(self.find(Network, network), NetworkRenamed, details, name=name)

    @command(refuses=(NetworkIsDissolved,))
    def dissolve_network(self, network: str, *, reason: str | None = None, **details: Unpack[Details]) -> Receipt:
        """It ceases to exist; what it still owed stays owed."""
        return self.record(self.find(Network, network), NetworkDissolved, details, reason=reason)

    @command(refuses=(NetworkIsAlive,))
    def reestablish_network(self, network: str, *, reason: str | None = None, **details: Unpack[Details]) -> Receipt:
        """A dissolved network lives again from ``on`` on; what it owed before stays owed."""
        return self.record(self.find(Network, network), NetworkReestablished, details, reason=reason)

    @command(refuses=(NetworkKindAlready,))
    def change_network_kind(
        self, network: str, *, to: str, reason: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """It is another kind of body from now on, say a standing committee."""
        return self.record(self.find(Network, network), NetworkKindChanged, details, to=to, reason=reason)

    @command(refuses=(PartyUnknown,))
    def rename_organisation(self, network: str, *, organisation: str, name: str, **details: Unpack[Details]) -> Receipt:
        """A member, the principal or another organisation is called otherwise; its key stays."""
        return self.record(
            self.find(Network, network), OrganisationRenamed, details, organisation=organisation, name=name
        )

    @command(refuses=(MemberAlready, NetworkIsDissolved))
    def join_network(
        self, network: str, *, member: str, name: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """A member organisation joins."""
        return self.record(self.find(Network, network), MemberJoined, details, member=member, name=name)

    @command(refuses=(NotAMember,))
    def leave_network(
        self, network: str, *, member: str, reason: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """A member leaves; ``on`` is its last day."""
        return self.record(self.find(Network, network), MemberLeft, details, member=member, reason=reason)

    @command(refuses=(NetworkIsDissolved,))
    def adopt_work_plan(
        self, network: str, *, year: int, document: Digest | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """The work plan for a calendar year is adopted."""
        return self.record(self.find(Network, network), WorkPlanAdopted, details, year=year, document=document)

    @command(refuses=(AddresseeUnknown,))
    def submit_register(
        self,
        network: str,
        *,
        document: Digest,
        recipient: str | None = None,
        period: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The list of the people in the network is sent in: only its digest is kept."""
        return self.record(
            self.find(Network, network),
            RegisterSubmitted,
            details,
            document=document,
            recipient=recipient,
            period=period,
        )

    @command(refuses=(AddresseeUnknown,))
    def submit_meeting_dates(
        self,
        network: str,
        *,
        dates: Sequence[Day],
        recipient: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The dates of the meetings are sent in; again whenever they change."""
        days = tuple(day_of("dates", day).first for day in dates)
        fields = {"dates": days, "recipient": recipient, "document": document, "period": period}
        return self.record(self.find(Network, network), MeetingDatesSubmitted, details, **fields)

    @command(refuses=(GroupExists,))
    def form_working_group(
        self, network: str, *, group: str, name: str, purpose: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """A working group is formed."""
        return self.record(
            self.find(Network, network), WorkingGroupFormed, details, group=group, name=name, purpose=purpose
        )

    @command(refuses=(GroupUnknown,))
    def report_working_group(
        self,
        network: str,
        *,
        group: str,
        about: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """A working group reports to the network."""
        fields = {"group": group, "about": about, "document": document, "period": period}
        return self.record(self.find(Network, network), WorkingGroupReported, details, **fields)

    @command(refuses=(GroupUnknown,))
    def dissolve_working_group(
        self, network: str, *, group: str, reason: str | None = None, **details: Unpack[Details]
    ) -> Receipt:
        """A working group ends."""
        return self.record(self.find(Network, network), WorkingGroupDissolved, details, group=group, reason=reason)

    @command(refuses=(AddresseeUnknown,))
    def give_feedback(
        self,
        network: str,
        *,
        recipient: str,
        by: str | None = None,
        given_as: str | None = None,
        about: str | None = None,
        period: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """Information is passed on to ``recipient``, by someone in the role ``given_as``."""
        fields = {"recipient": recipient, "by": self.party(by), "given_as": given_as, "about": about}
        return self.record(self.find(Network, network), FeedbackGiven, details, **fields, period=period)

    @command(refuses=(AddresseeUnknown,))
    def send_summary(
        self,
        network: str,
        *,
        recipient: str = "principal",
        about: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """The principal is informed by a summary."""
        fields = {"recipient": recipient, "about": about, "document": document, "period": period}
        return self.record(self.find(Network, network), SummarySent, details, **fields)

    @command(refuses=(EndsBeforeItBegins,))
    def register_agreement(
        self,
        network: str,
        *,
        title: str,
        document: Digest | None = None,
        starts: Day | None = None,
        ends: Day | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """An agreement that regulates the cooperation is put on record."""
        fields = {"title": title, "document": document, "starts": when_of(starts), "ends": when_of(ends)}
        return self.record(self.find(Network, network), AgreementRegistered, details, **fields)

    @command(refuses=(YearIsClosed, YearNotOver))
    def close_year(self, network: str, *, year: int, **details: Unpack[Details]) -> Receipt:
        """The record of a past year is closed; what comes later is listed by itself."""
        return self.record(self.find(Network, network), YearClosed, details, year=year)
