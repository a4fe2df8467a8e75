"""The events that ``each_event`` can speak of: one row for each word. Any other word is an act of the mandate's own."""

from collections.abc import Iterator, Mapping

from governance.compliance.facts import Facts
from governance.duties.absences import MEETINGS_MISSED
from governance.duties.event_kind import EventKind, EventSought
from governance.duties.happening import Happening
from governance.duties.terms_of_office import end_of_term, vacancies
from governance.model.assignment import AssignmentIssued
from governance.model.meeting_events import DecisionTaken
from governance.model.network_events import (
    ActRecorded,
    AgreementRegistered,
    MandateAdopted,
    MandateAmended,
    MandateReviewed,
    MemberJoined,
    MemberLeft,
    NetworkEstablished,
    NetworkReestablished,
    RoleAssigned,
    RoleEnded,
    WorkingGroupFormed,
)
from governance.text import N_

__all__ = ["EVENTS", "event_called"]


def _established(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for event in facts.network.all(NetworkEstablished, NetworkReestablished):
        yield Happening("established", facts.surely_by(event), event)


def _mandates(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for version in facts.network.versions():
        yield Happening("mandate_started", version.since, version)


def _members(facts: Facts, duty: EventSought) -> Iterator[Happening]:
    for event in facts.network.all(MemberJoined, MemberLeft):
        if isinstance(event, EVENTS[duty.event].events):
            yield Happening(event.member, facts.surely_by(event), event, party=f"org:{event.member}")


def _appointed(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for role in dict.fromkeys(event.role for event in facts.network.all(RoleAssigned)):
        for event, first, last in facts.network.terms(role):
            name = f"{role}-{event.holder.partition(':')[2]}"
            yield Happening(name, first, event, role=role, last=last, party=event.holder)


def _left_office(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for term, last in vacancies(facts):
        name = f"{term.role}-{term.holder.partition(':')[2]}"
        ended = end_of_term(facts, term, last) or term
        yield Happening(name, last, ended, role=term.role, last=last, party=term.holder)


def _issued(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for assignment in facts.assignments.values():
        if issued := assignment.issued:
            yield Happening(issued.key, facts.surely_by(issued), issued, dated=False)


def _formed(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for event in facts.network.all(WorkingGroupFormed):
        yield Happening(event.group, facts.surely_by(event), event)


def _agreed(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for event in facts.network.all(AgreementRegistered):
        yield Happening("agreement", facts.surely_by(event), event)


def _decided(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for meeting in facts.meetings.values():
        for event in meeting.all(DecisionTaken):
            yield Happening(f"{meeting.ref.partition('/')[2]}-{event.key}", facts.surely_by(event), event, dated=False)


def _reviewed(facts: Facts, _duty: EventSought) -> Iterator[Happening]:
    for event in facts.network.all(MandateReviewed):
        yield Happening("mandate_reviewed", facts.surely_by(event), event)


def _acts(facts: Facts, duty: EventSought) -> Iterator[Happening]:
    for event in facts.acts(duty.event):
        yield Happening(duty.event, facts.surely_by(event), event)


_ROWS = (
    EventKind(
        "established", _established,
        begins=N_("When the body is established"),
        events=(NetworkEstablished, NetworkReestablished),
    ),
    EventKind(
        "mandate_started", _mandates,
        begins=N_("When the mandate comes into force"),
        events=(MandateAdopted, MandateAmended),
    ),
    EventKind(
        "member_joined", _members,
        begins=N_("Each time a member joins"),
        alone=N_("the new member"),
        events=(MemberJoined,),
    ),
    EventKind(
        "member_left", _members,
        begins=N_("Each time a member leaves"),
        alone=N_("the member that left"),
        events=(MemberLeft,),
        leaves=True,
    ),
    EventKind(
        "role_assigned", _appointed,
        begins=N_("Each time somebody is appointed to a role"),
        begins_of_roles=N_("Each time somebody is appointed {roles}"),
        alone=N_("the one appointed"),
        trigger=N_("the first day in the role"),
        events=(RoleAssigned,),
        about_a_role=True, begins_a_term=True,
    ),
    EventKind(
        "role_ended", _left_office,
        begins=N_("Each time somebody leaves a role"),
        begins_of_roles=N_("Each time somebody leaves the role {roles}"),
        alone=N_("the one who held it"),
        events=(RoleAssigned, RoleEnded),
        about_a_role=True, leaves=True,
    ),
    EventKind(
        "assignment_issued", _issued,
        begins=N_("Each time an assignment is given"),
        events=(AssignmentIssued,),
    ),
    EventKind(
        "working_group_formed", _formed,
        begins=N_("Each time a working group is formed"),
        events=(WorkingGroupFormed,),
    ),
    EventKind(
        "agreement_registered", _agreed,
        begins=N_("Each time an agreement is registered"),
        events=(AgreementRegistered,),
    ),
    EventKind(
        "decision_taken", _decided,
        begins=N_("Each time a decision is taken"),
        events=(DecisionTaken,),
        at_a_meeting=True,
    ),
    EventKind(
        "mandate_reviewed", _reviewed,
        begins=N_("Each time the mandate is reviewed"),
        events=(MandateReviewed,),
    ),
    MEETINGS_MISSED,
)  # fmt: skip

EVENTS: Mapping[str, EventKind] = {row.word: row for row in _ROWS}


def event_called(word: str) -> EventKind:
    """The row of a word; of any other word, that of an act of the mandate's own."""
    return EVENTS.get(word) or EventKind(word, _acts, events=(ActRecorded,))
