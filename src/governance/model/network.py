"""The rules of a network's history, in one table; what can be read of it stands in ``network_history``."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from governance.errors import (
    AlreadyRecorded,
    EndsBeforeItBegins,
    FieldInvalid,
    MandateForAnotherNetwork,
    MandateInForce,
    NoMandateInForce,
    YearIsClosed,
    YearNotOver,
)
from governance.model.aggregate import Context, require_party
from governance.model.event import Event
from governance.model.network_duties import (
    act_recorded,
    document_weeded,
    duty_extended,
    duty_waived,
    mandate_reviewed,
)
from governance.model.network_events import (
    ActRecorded,
    AgreementRegistered,
    DocumentWeeded,
    DutyExtended,
    DutyWaived,
    FeedbackGiven,
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    MandateReviewed,
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
    RoleAssigned,
    RoleEnded,
    SummarySent,
    WorkingGroupDissolved,
    WorkingGroupFormed,
    WorkingGroupReported,
    WorkPlanAdopted,
    YearClosed,
)
from governance.model.network_history import Network, Version, digest_of, mandate_of, organisations
from governance.model.network_life import dissolved, established, kind_changed, reestablished, renamed
from governance.model.network_members import group_acts, group_formed, joined, left, organisation_renamed
from governance.model.network_roles import role_assigned, role_ended
from governance.text import _

if TYPE_CHECKING:
    from governance.mandate.frame import Frame

__all__ = ["Network", "Version", "digest_of", "mandate_of", "organisations"]


# The rules: each checks one event against the history before it, and refuses or returns. -------------------


def _mandate_fits(network: Network, event: Version) -> Frame:
    network.require_alive(event.effective_on.last)
    mandate = mandate_of(event)
    if mandate.network.key != network.ref:
        raise MandateForAnotherNetwork(named=mandate.network.key, network=network.ref)
    if event.ends and event.ends < event.starts:
        raise EndsBeforeItBegins(what=_("the mandate"), starts=event.starts, ends=event.ends)
    told = (event.sha256, event.mandate_version, event.starts, event.ends)
    if told != (digest_of(event.document), mandate.version, mandate.in_force.from_, mandate.in_force.to):
        raise FieldInvalid(field="document", problem=_("its digest, version or days are not those told"))
    return mandate


def _mandate_adopted(network: Network, event: MandateAdopted, context: Context) -> None:
    _mandate_fits(network, event)
    for version in network.versions():
        ends = network.ends_of(version)
        until = event.ends or (version.since - timedelta(days=1) if event.starts < version.since else None)
        if (ends is None or event.starts <= ends) and (until is None or version.since <= until):
            raise MandateInForce(version=version.mandate_version)


def _mandate_amended(network: Network, event: MandateAmended, context: Context) -> None:
    _mandate_fits(network, event)
    present = network.version_on(event.since)
    if present is None:
        raise NoMandateInForce(network=network.ref, day=event.since)
    if present.sha256 == event.sha256:
        raise AlreadyRecorded(event=present.event_id)


def _mandate_ended(network: Network, event: MandateEnded, context: Context) -> None:
    if network.version_on(event.ends) is None:
        raise NoMandateInForce(network=network.ref, day=event.ends)


def _act_of_the_body(network: Network, event: Event, context: Context) -> None:
    """What only a living network can do."""
    network.require_alive(event.effective_on.last)


def _sent(
    network: Network, event: RegisterSubmitted | MeetingDatesSubmitted | SummarySent | FeedbackGiven, context: Context
) -> None:
    network.require_addressee(event.recipient, event.effective_on.last)
    if isinstance(event, FeedbackGiven) and event.by:
        require_party(event.by, context)


def _agreed(network: Network, event: AgreementRegistered, context: Context) -> None:
    if event.starts and event.ends and event.ends.last < event.starts.first:
        raise EndsBeforeItBegins(what=event.title, starts=event.starts, ends=event.ends)


def _year_closed(network: Network, event: YearClosed, context: Context) -> None:
    if any(e.year == event.year for e in network.all(YearClosed)):
        raise YearIsClosed(year=event.year)
    if event.effective_on.last.year <= event.year:
        raise YearNotOver(year=event.year)


Network.rules = {
    NetworkEstablished: established,
    MandateAdopted: _mandate_adopted,
    MandateAmended: _mandate_amended,
    MandateEnded: _mandate_ended,
    MandateReviewed: mandate_reviewed,
    NetworkRenamed: renamed,
    NetworkDissolved: dissolved,
    NetworkReestablished: reestablished,
    NetworkKindChanged: kind_changed,
    OrganisationRenamed: organisation_renamed,
    MemberJoined: joined,
    MemberLeft: left,
    RoleAssigned: role_assigned,
    RoleEnded: role_ended,
    WorkPlanAdopted: _act_of_the_body,
    RegisterSubmitted: _sent,
    MeetingDatesSubmitted: _sent,
    WorkingGroupFormed: group_formed,
    WorkingGroupReported: group_acts,
    WorkingGroupDissolved: group_acts,
    FeedbackGiven: _sent,
    SummarySent: _sent,
    AgreementRegistered: _agreed,
    ActRecorded: act_recorded,
    DutyExtended: duty_extended,
    DutyWaived: duty_waived,
    DocumentWeeded: document_weeded,
    YearClosed: _year_closed,
}
