"""What can happen to a network. Stored names, for ever: see ``governance.model.event``."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from governance.model.event import Digest, Event, EventId, Key, Party, Period, Ref, Text, stored_as
from governance.time import When

Year = Annotated[int, Field(ge=1900, le=2999)]
Document = Annotated[str, StringConstraints(min_length=1, max_length=2_000_000)]


@stored_as("governance.network.NetworkEstablished")
class NetworkEstablished(Event):
    name: Text
    time_zone: Text


@stored_as("governance.network.MandateAdopted")
class MandateAdopted(Event):
    """A mandate file, whole and as it was adopted, in force from ``starts`` (to ``ends``, if it says so)."""

    document: Document
    sha256: str
    mandate_version: Text
    starts: date
    ends: date | None = None

    @property
    def since(self) -> date:
        """The first day that it governs, which may lie before it was adopted."""
        return self.starts


@stored_as("governance.network.MandateAmended")
class MandateAmended(Event):
    """A new version in force from ``starts``. ``applies_to_running``: its due rules hold for obligations
    that were running by then, too; otherwise those keep the rule that they began under."""

    document: Document
    sha256: str
    mandate_version: Text
    starts: date
    ends: date | None = None
    applies_to_running: bool = False
    reaches_back: Literal[True] | None = None
    """True where it governs from ``starts`` also before it was decided."""
    reason: Text | None = None

    @property
    def since(self) -> date:
        """The first day that it governs: what was before it was decided stays under the version before, unless it
        reaches back."""
        return self.starts if self.reaches_back else max(self.starts, self.effective_on.first)


@stored_as("governance.network.MandateEnded")
class MandateEnded(Event):
    """The mandate in force ends; ``ends`` is its last day."""

    ends: date
    reason: Text | None = None


@stored_as("governance.network.MandateReviewed")
class MandateReviewed(Event):
    """The mandate itself was gone through; ``outcome`` says what came of it."""

    outcome: Text | None = None
    document: Digest | None = None
    period: Period | None = None


@stored_as("governance.network.NetworkRenamed")
class NetworkRenamed(Event):
    name: Text


@stored_as("governance.network.NetworkDissolved")
class NetworkDissolved(Event):
    """It ceases to exist; what it owes by then stays owed."""

    reason: Text | None = None


@stored_as("governance.network.NetworkReestablished")
class NetworkReestablished(Event):
    """A dissolved network lives again, from the effective day on."""

    reason: Text | None = None


@stored_as("governance.network.NetworkKindChanged")
class NetworkKindChanged(Event):
    """It is another kind of body from now on: a working group becomes a standing committee."""

    toggles: ClassVar[bool] = True

    to: Text
    reason: Text | None = None


@stored_as("governance.network.OrganisationRenamed")
class OrganisationRenamed(Event):
    """A member, the principal or another organisation is called otherwise; its key stays."""

    organisation: Key
    name: Text


@stored_as("governance.network.MemberJoined")
class MemberJoined(Event):
    """A member organisation (here a municipality) joins."""

    member: Key
    name: Text | None = None


@stored_as("governance.network.MemberLeft")
class MemberLeft(Event):
    """A member leaves; the effective day is its last day as a member."""

    member: Key
    reason: Text | None = None


@stored_as("governance.network.RoleAssigned")
class RoleAssigned(Event):
    """Someone holds a role from ``starts`` (else from the effective day) to ``ends`` (else until it is ended);
    both days included."""

    role: Key
    holder: Party
    starts: When | None = None
    ends: When | None = None
    member: Key | None = None
    """The member organisation, or the side, whom the holder stands for."""

    @property
    def begins(self) -> When:
        """When it begins, as precisely as it was recorded."""
        return self.starts or self.effective_on

    @property
    def first_day(self) -> date:
        """The first day on which it may begin."""
        return self.begins.first


@stored_as("governance.network.RoleEnded")
class RoleEnded(Event):
    """Someone holds a role no longer; ``ends`` (else the effective day) is the last day."""

    role: Key
    holder: Party
    ends: When | None = None
    reason: Text | None = None
    member: Key | None = None
    """The member whom the holder stands for no longer; without it, whomever the holder stood for."""

    @property
    def ended(self) -> When:
        """The last day, as precisely as it was recorded."""
        return self.ends or self.effective_on

    @property
    def last_day(self) -> date:
        """The last day that it may have."""
        return self.ended.last


@stored_as("governance.network.WorkPlanAdopted")
class WorkPlanAdopted(Event):
    year: Year
    document: Digest | None = None


@stored_as("governance.network.RegisterSubmitted")
class RegisterSubmitted(Event):
    """The list of the people in the network was sent in: its digest only."""

    document: Digest
    recipient: Key | None = None
    period: Period | None = None


@stored_as("governance.network.MeetingDatesSubmitted")
class MeetingDatesSubmitted(Event):
    dates: Annotated[tuple[date, ...], Field(min_length=1)]
    recipient: Key | None = None
    document: Digest | None = None
    period: Period | None = None


@stored_as("governance.network.WorkingGroupFormed")
class WorkingGroupFormed(Event):
    group: Key
    name: Text
    purpose: Text | None = None


@stored_as("governance.network.WorkingGroupReported")
class WorkingGroupReported(Event):
    group: Key
    about: Text | None = None
    document: Digest | None = None
    period: Period | None = None


@stored_as("governance.network.WorkingGroupDissolved")
class WorkingGroupDissolved(Event):
    group: Key
    reason: Text | None = None


@stored_as("governance.network.FeedbackGiven")
class FeedbackGiven(Event):
    """Information passed on to ``recipient``; ``given_as`` is the role in which ``by`` spoke."""

    recipient: Key
    by: Party | None = None
    given_as: Key | None = None
    about: Text | None = None
    period: Period | None = None


@stored_as("governance.network.SummarySent")
class SummarySent(Event):
    recipient: Key
    about: Text | None = None
    document: Digest | None = None
    period: Period | None = None


@stored_as("governance.network.AgreementRegistered")
class AgreementRegistered(Event):
    title: Text
    document: Digest | None = None
    starts: When | None = None
    ends: When | None = None


@stored_as("governance.network.ActRecorded")
class ActRecorded(Event):
    """Something that the mandate names as an act of its own was done; ``given_as`` is the role in which ``by`` did it.

    Telling it again can be meant: for the same period there may be several.
    """

    toggles: ClassVar[bool] = True

    act: Key
    case: Key | None = None
    """Which of several matters of the kind it is about: an application, a consultation."""
    period: Period | None = None
    meeting: Ref | None = None
    by: Party | None = None
    given_as: Key | None = None
    recipient: Key | None = None
    document: Digest | None = None
    remark: Text | None = None


@stored_as("governance.network.DutyExtended")
class DutyExtended(Event):
    """An obligation is due later; ``by`` is the role, organisation or ``principal`` in whose power it was done."""

    obligation: Text
    """Its id without the network: ``Se2/2021-02-12``."""
    due: When
    reason: Text
    by: Key | None = None


@stored_as("governance.network.DutyWaived")
class DutyWaived(Event):
    """An obligation is asked for no longer; ``by`` is the role, organisation or ``principal`` in whose power it was
    done."""

    obligation: Text
    """Its id without the network: ``Se2/2021-02-12``."""
    reason: Text
    by: Key | None = None


@stored_as("governance.network.DocumentWeeded")
class DocumentWeeded(Event):
    """The document that an event tells of is kept no longer; its digest stays in the ledger."""

    event: EventId
    reason: Text | None = None


@stored_as("governance.network.YearClosed")
class YearClosed(Event):
    """The year's record is closed; what is recorded about it later is listed by itself."""

    year: Year
