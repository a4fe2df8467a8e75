"""Networks: established, renamed, dissolved, their members, and what they do as a body."""

from collections.abc import Sequence
from typing import Unpack

from governance.ledger.commands.telling import Day, Telling, day_of, key_of, when_of
from governance.ledger.receipt import Receipt, Told
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


class NetworkCommands(Telling):
    def establish_network(
        self, network: str, *, name: str, time_zone: str = "Europe/Stockholm", **told: Unpack[Told]
    ) -> Receipt:
        """A network comes to be, under a key that never changes. Refused: NetworkExists."""
        fields = {"name": name, "time_zone": time_zone}
        return self._tell(Network, key_of("network", network), NetworkEstablished, told, fields)

    def rename_network(self, network: str, *, name: str, **told: Unpack[Told]) -> Receipt:
        """It is called otherwise from now on; its key stays. Refused: NetworkIsDissolved."""
        return self._network(network, NetworkRenamed, told, name=name)

    def dissolve_network(self, network: str, *, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """It ceases to exist; what it still owed stays owed. Refused: NetworkIsDissolved."""
        return self._network(network, NetworkDissolved, told, reason=reason)

    def reestablish_network(self, network: str, *, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """A dissolved network lives again from ``on`` on; what it owed before stays owed. Refused: NetworkIsAlive."""
        return self._network(network, NetworkReestablished, told, reason=reason)

    def change_network_kind(self, network: str, *, to: str, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """It is another kind of body from now on, say a standing committee. Refused: NetworkKindAlready."""
        return self._network(network, NetworkKindChanged, told, to=to, reason=reason)

    def rename_organisation(self, network: str, *, organisation: str, name: str, **told: Unpack[Told]) -> Receipt:
        """A member, the principal or another organisation is called otherwise; its key stays. Refused: PartyUnknown."""
        return self._network(network, OrganisationRenamed, told, organisation=organisation, name=name)

    def join_network(self, network: str, *, member: str, name: str | None = None, **told: Unpack[Told]) -> Receipt:
        """A member organisation joins. Refused: MemberAlready, NetworkIsDissolved."""
        return self._network(network, MemberJoined, told, member=member, name=name)

    def leave_network(self, network: str, *, member: str, reason: str | None = None, **told: Unpack[Told]) -> Receipt:
        """A member leaves; ``on`` is its last day. Refused: NotAMember."""
        return self._network(network, MemberLeft, told, member=member, reason=reason)

    def adopt_work_plan(
        self, network: str, *, year: int, document: Digest | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """The work plan for a calendar year is adopted. Refused: NetworkIsDissolved."""
        return self._network(network, WorkPlanAdopted, told, year=year, document=document)

    def submit_register(
        self,
        network: str,
        *,
        document: Digest,
        recipient: str | None = None,
        period: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The list of the people in the network is sent in: only its digest is kept. Refused: AddresseeUnknown."""
        return self._network(network, RegisterSubmitted, told, document=document, recipient=recipient, period=period)

    def submit_meeting_dates(
        self,
        network: str,
        *,
        dates: Sequence[Day],
        recipient: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The dates of the meetings are sent in; again whenever they change. Refused: AddresseeUnknown."""
        days = tuple(day_of("dates", day).first for day in dates)
        fields = {"dates": days, "recipient": recipient, "document": document, "period": period}
        return self._network(network, MeetingDatesSubmitted, told, **fields)

    def form_working_group(
        self, network: str, *, group: str, name: str, purpose: str | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """A working group is formed. Refused: GroupExists."""
        return self._network(network, WorkingGroupFormed, told, group=group, name=name, purpose=purpose)

    def report_working_group(
        self,
        network: str,
        *,
        group: str,
        about: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """A working group reports to the network. Refused: GroupUnknown."""
        fields = {"group": group, "about": about, "document": document, "period": period}
        return self._network(network, WorkingGroupReported, told, **fields)

    def dissolve_working_group(
        self, network: str, *, group: str, reason: str | None = None, **told: Unpack[Told]
    ) -> Receipt:
        """A working group ends. Refused: GroupUnknown."""
        return self._network(network, WorkingGroupDissolved, told, group=group, reason=reason)

    def give_feedback(
        self,
        network: str,
        *,
        recipient: str,
        by: str | None = None,
        given_as: str | None = None,
        about: str | None = None,
        period: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """Information is passed on to ``recipient``, by someone in the role ``given_as``. Refused: AddresseeUnknown."""
        fields = {"recipient": recipient, "by": self._party(by), "given_as": given_as, "about": about}
        return self._network(network, FeedbackGiven, told, **fields, period=period)

    def send_summary(
        self,
        network: str,
        *,
        recipient: str = "principal",
        about: str | None = None,
        document: Digest | None = None,
        period: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """The principal is informed by a summary. Refused: AddresseeUnknown."""
        fields = {"recipient": recipient, "about": about, "document": document, "period": period}
        return self._network(network, SummarySent, told, **fields)

    def register_agreement(
        self,
        network: str,
        *,
        title: str,
        document: Digest | None = None,
        starts: Day | None = None,
        ends: Day | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """An agreement that regulates the cooperation is put on record. Refused: EndsBeforeItBegins."""
        fields = {"title": title, "document": document, "starts": when_of(starts), "ends": when_of(ends)}
        return self._tell(Network, self._ref(Network, network), AgreementRegistered, told, fields)

    def close_year(self, network: str, *, year: int, **told: Unpack[Told]) -> Receipt:
        """The record of a past year is closed; what comes later is listed by itself.

        Refused: YearIsClosed, YearNotOver.
        """
        return self._network(network, YearClosed, told, year=year)

    def _network(self, network: str, event: type, told: Told, **fields: object) -> Receipt:
        return self._tell(Network, self._ref(Network, network), event, told, fields)
