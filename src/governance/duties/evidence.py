"""What can be recorded and show that a duty was done: one row for each word of the language.

Any other word is an act of the mandate's own.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from governance.compliance.facts import Facts
from governance.duties.evidence_kind import AT_MEETINGS, AfterEvent, EvidenceKind
from governance.duties.happening import Happening
from governance.duties.terms_of_office import end_of_term, filled_by, on_its_day, vacancies
from governance.model.assignment import AssignmentIssued
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import (
    ActionEscalated,
    DecisionTaken,
    MeetingCalled,
    MeetingFeedbackGiven,
    MeetingHeld,
    MeetingPrepared,
    MinutesApproved,
    MinutesDrafted,
    MinutesPublished,
    MinutesRejected,
    MinutesSubmitted,
    PapersSent,
)
from governance.model.network_events import (
    ActRecorded,
    AgreementRegistered,
    FeedbackGiven,
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    MandateReviewed,
    MeetingDatesSubmitted,
    NetworkDissolved,
    RegisterSubmitted,
    RoleAssigned,
    RoleEnded,
    SummarySent,
    WorkingGroupReported,
    WorkPlanAdopted,
)
from governance.text import N_

__all__ = ["EVIDENCE", "evidence_called"]

# Readings that events alone cannot say -------------------------------------------------------------------------


def _nothing(_facts: Facts) -> Sequence[Event]:
    return ()


def _is_agenda(event: MeetingCalled | PapersSent) -> bool:
    """A notice that has an agenda is an agenda sent, too."""
    return bool(event.agenda) if isinstance(event, MeetingCalled) else event.what == "agenda"


def _next_held(facts: Facts, meeting: Meeting, kinds: Sequence[str]) -> Sequence[Event]:
    held = meeting.held
    following = facts.held_after((facts.surely_by(held), meeting.ref), kinds) if held else None
    return [following.held] if following and following.held else []


def _mandate_over(facts: Facts) -> Sequence[Event]:
    """Each last day of a mandate that no other follows on the next: a recorded end, or a mandate that ran out."""
    network, ends = facts.network, list[Event]()
    for version in network.versions():
        last = network.ends_of(version)
        if last is None or network.version_on(last) is not version:
            continue
        if last < date.max and network.version_on(last + timedelta(days=1)):
            continue
        recorded = [e for e in network.all(MandateEnded) if e.ends == last]
        ends.append(on_its_day(recorded[-1] if recorded else version, last))
    return ends


def _ends_of_terms(facts: Facts) -> Sequence[Event]:
    return [_ended_on(facts, term, last) for term, last in vacancies(facts)]


def _this_appointment(_facts: Facts, appointed: Happening, _roles: Sequence[str]) -> Sequence[Event]:
    return [appointed.event]


def _end_of_this_term(facts: Facts, appointed: Happening, _roles: Sequence[str]) -> Sequence[Event]:
    term, last = appointed.event, appointed.last
    return [_ended_on(facts, term, last)] if isinstance(term, RoleAssigned) and last else ()


def _ended_on(facts: Facts, term: RoleAssigned, last: date) -> Event:
    """A recorded end of a term, or the appointment itself, as an event of the last day."""
    return on_its_day(end_of_term(facts, term, last) or term, last)


def _next_term(facts: Facts, ended: Happening, _roles: Sequence[str]) -> Sequence[Event]:
    return facts.read(filled_by, ended.role or "", (ended.day, ended.party or ""))


def _successor(facts: Facts, missed: Happening, roles: Sequence[str]) -> Sequence[Event]:
    terms = (interval for role in roles for interval in facts.network.terms(role))
    return [e for e, first, _last in terms if first > missed.day and e.holder != missed.party]


def _end_of_time_in_roles(facts: Facts, missed: Happening, roles: Sequence[str]) -> Sequence[Event]:
    terms = (interval for role in roles for interval in facts.network.terms(role))
    ends = ((e, last) for e, _first, last in terms if e.holder == missed.party and last)
    return [_ended_on(facts, e, last) for e, last in ends if last >= missed.day]


# The table -----------------------------------------------------------------------------------------------------

_THIS_TERM_ENDS = N_("see to it that this term of office ends")

_ROWS = (
    EvidenceKind(
        "none",
        N_("(nothing to measure)"),
        on=frozenset({"unmeasured"}),
    ),
    EvidenceKind(
        "attendance",
        N_("attendance"), N_("attend the meetings"), N_("attendance was told"), N_("attendance at the meetings"),
        events=(MeetingHeld,), where=lambda held: bool(held.attendance),
        on=frozenset({"unmeasured"}),
    ),
    EvidenceKind(
        "assignment_goals",
        N_("assignment goals"), N_("serve the goals"), N_("the assignments serve the goals"),
        N_("the goals that the assignments serve"),
        events=(AssignmentIssued,), where=lambda issued: bool(issued.goals),
        on=frozenset({"unmeasured"}),
    ),
    EvidenceKind(
        "action_escalated",
        N_("action escalated"), N_("take an open action further"), N_("an open action was taken further"),
        N_("actions taken further"),
        events=(ActionEscalated,),
        on=frozenset({"item"}),
    ),
    EvidenceKind(
        "meeting_held",
        N_("meeting held"), N_("hold a meeting"), N_("the meeting was held"), N_("meetings held"),
        deed_at_meeting=N_("hold the meeting"),
        of_living_body=True, events=(MeetingHeld,), on=AT_MEETINGS, comes="at", holds="this",
    ),
    EvidenceKind(
        "meeting_led",
        N_("meeting led"), N_("lead the meeting"), N_("the meeting was led"), N_("meetings led"),
        of_living_body=True, events=(MeetingHeld,), on=AT_MEETINGS - {"other"}, comes="at", by_leader=True,
    ),
    EvidenceKind(
        "attendance_recorded",
        N_("attendance recorded"), N_("record who was present"), N_("it was recorded who was present"),
        N_("lists of those present"),
        events=(MeetingHeld,), where=lambda held: bool(held.attendance), on=AT_MEETINGS, comes="after",
    ),
    EvidenceKind(
        "meeting_called",
        N_("meeting called"), N_("send out the notice of the meeting"), N_("the notice of the meeting went out"),
        N_("notices of meetings"), sent=True,
        of_living_body=True, events=(MeetingCalled,), on=AT_MEETINGS, comes="before",
    ),
    EvidenceKind(
        "meeting_prepared",
        N_("meeting prepared"), N_("prepare the meeting"), N_("the meeting was prepared"),
        N_("preparations of meetings"),
        of_living_body=True, events=(MeetingPrepared,), on=AT_MEETINGS, comes="before", by_whom=True,
    ),
    EvidenceKind(
        "agenda_sent",
        N_("agenda sent"), N_("send out the agenda"), N_("the agenda was sent out"), N_("agendas"), sent=True,
        events=(MeetingCalled, PapersSent), where=_is_agenda, on=AT_MEETINGS, comes="before", to_whom=True,
        of_living_body=True,
    ),
    EvidenceKind(
        "papers_sent",
        N_("papers sent"), N_("send out the papers of the meeting"), N_("the papers of the meeting were sent out"),
        N_("papers of meetings"), sent=True,
        events=(PapersSent,), where=lambda papers: papers.what != "agenda", on=AT_MEETINGS, comes="before",
        to_whom=True, of_living_body=True,
    ),
    EvidenceKind(
        "minutes_drafted",
        N_("minutes written"), N_("write the minutes"), N_("the minutes were written"), N_("drafts of minutes"),
        events=(MinutesDrafted, MinutesSubmitted),  # what was sent in had been written
        on=AT_MEETINGS, comes="after", by_whom=True,
    ),
    EvidenceKind(
        "minutes_approved",
        N_("minutes approved"), N_("approve the minutes"), N_("the minutes were approved"), N_("approved minutes"),
        events=(MinutesApproved,), on=AT_MEETINGS, comes="after", by_whom=True,
        undone_by=EvidenceKind("minutes_rejected", events=(MinutesRejected,), on=frozenset()),
    ),
    EvidenceKind(
        "minutes_submitted",
        N_("minutes sent in"), N_("send in the minutes"), N_("the minutes were sent in"), N_("minutes sent in"),
        sent=True,
        events=(MinutesSubmitted,), on=AT_MEETINGS, comes="after", by_whom=True, to_whom=True,
    ),
    EvidenceKind(
        "minutes_published",
        N_("minutes published"), N_("publish the minutes"), N_("the minutes were published"), N_("published minutes"),
        events=(MinutesPublished,), on=AT_MEETINGS, comes="after",
    ),
    EvidenceKind(
        "feedback_given",
        N_("feedback given"), N_("give feedback"), N_("feedback was given"), N_("feedback given"), sent=True,
        events=(FeedbackGiven, MeetingFeedbackGiven), on=AT_MEETINGS, by_whom=True, to_whom=True, to_each=True,
    ),
    EvidenceKind(
        "decision_taken",
        N_("decision taken"), N_("take a decision"), N_("a decision was taken"), N_("decisions"),
        of_living_body=True, events=(DecisionTaken,), on=AT_MEETINGS, comes="after",
    ),
    EvidenceKind(
        "next_meeting_held",
        N_("next meeting held"), N_("hold the next meeting"), N_("the next meeting was held"),
        N_("meetings that followed"), deed_at_kinds=N_("hold the next such meeting"),
        of_living_body=True, events=(MeetingHeld,), of_meeting=_next_held, of_body=_nothing,
        on=frozenset({"meeting", "unmeasured"}), comes="after", holds="next",
    ),
    EvidenceKind(
        "agreement_registered",
        N_("agreement registered"), N_("register an agreement"), N_("an agreement was registered"), N_("agreements"),
        events=(AgreementRegistered,),
    ),
    EvidenceKind(
        "assignment_issued",
        N_("assignment issued"), N_("give an assignment"), N_("an assignment was given"), N_("assignments"),
        sent=True,
        events=(AssignmentIssued,),
    ),
    EvidenceKind(
        "mandate_reviewed",
        N_("mandate reviewed"), N_("review the mandate"), N_("the mandate was reviewed"), N_("reviews of the mandate"),
        of_living_body=True, events=(MandateReviewed,),
    ),
    EvidenceKind(
        "meeting_dates_submitted",
        N_("meeting dates submitted"), N_("send in the dates of the meetings"),
        N_("the dates of the meetings were sent in"), N_("lists of meeting dates"), sent=True,
        events=(MeetingDatesSubmitted,), to_whom=True,
    ),
    EvidenceKind(
        "register_submitted",
        N_("register submitted"), N_("send in the register of people"), N_("the register of people was sent in"),
        N_("registers of people"), sent=True,
        events=(RegisterSubmitted,), to_whom=True,
    ),
    EvidenceKind(
        "summary_sent",
        N_("summary sent"), N_("send a summary"), N_("a summary was sent"), N_("summaries"), sent=True,
        events=(SummarySent,), to_whom=True,
    ),
    EvidenceKind(
        "work_plan_adopted",
        N_("work plan adopted"), N_("adopt a work plan"), N_("a work plan was adopted"), N_("work plans"),
        of_living_body=True, events=(WorkPlanAdopted,),
    ),
    EvidenceKind(
        "working_group_reported",
        N_("working group reported"), N_("see to it that a working group reports"), N_("a working group reported"),
        N_("reports of working groups"),
        events=(WorkingGroupReported,),
    ),
    EvidenceKind(
        "role_assigned",
        N_("role assigned"), N_("appoint somebody to a role"), N_("somebody was appointed"), N_("appointments"),
        after={
            "role_assigned": AfterEvent(N_("make this appointment"), _this_appointment),
            "role_ended": AfterEvent(N_("make the next appointment to this role"), _next_term),
            "meetings_missed": AfterEvent(N_("appoint a successor"), _successor),
        },
        of_living_body=True, events=(RoleAssigned,), by_whom=True, about_a_role=True,
    ),
    EvidenceKind(
        "role_ended",
        N_("role ended"), N_("end somebody's time in a role"), N_("somebody left a role"),
        N_("ends of terms of office"),
        after={
            "role_assigned": AfterEvent(_THIS_TERM_ENDS, _end_of_this_term),
            "role_ended": AfterEvent(_THIS_TERM_ENDS),
            "meetings_missed": AfterEvent(_THIS_TERM_ENDS, _end_of_time_in_roles),
        },
        events=(RoleEnded,), of_body=_ends_of_terms, by_whom=True, about_a_role=True,
    ),
    EvidenceKind(
        "mandate_ended",
        N_("mandate ended"), N_("end the mandate"), N_("the mandate was ended"), N_("ended mandates"),
        events=(MandateAdopted, MandateAmended, MandateEnded), of_body=_mandate_over,
    ),
    EvidenceKind(
        "network_dissolved",
        N_("network dissolved"), N_("dissolve the body"), N_("the body was dissolved"), N_("dissolved bodies"),
        events=(NetworkDissolved,),
    ),
)  # fmt: skip

EVIDENCE: Mapping[str, EvidenceKind] = {row.word: row for row in _ROWS}
_EVERY_KIND = {**EVIDENCE} | {row.undone_by.word: row.undone_by for row in _ROWS if row.undone_by}


def evidence_called(word: str) -> EvidenceKind:
    """The row of a word; of any other word, that of an act of the mandate's own."""
    return _EVERY_KIND.get(word) or EvidenceKind(
        word,
        events=(ActRecorded,),
        of_meeting=lambda facts, meeting, _kinds: [act for act in facts.acts(word) if act.meeting == meeting.ref],
        of_body=lambda facts: facts.acts(word),
        on=AT_MEETINGS | {"item"},
        by_whom=True,
        to_whom=True,
    )
