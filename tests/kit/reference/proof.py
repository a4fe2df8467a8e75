"""Which recorded facts count for an occasion, and which of them fulfils the duty."""

from datetime import date
from typing import Any

from governance.compliance.duty import CompiledDuty
from governance.duties.due.before import Before
from governance.duties.evidence import EVIDENCE
from governance.duties.occasions.each_event import EachEvent
from governance.duties.occasions.each_item import EachItem
from governance.duties.occasions.each_meeting import EachMeeting
from governance.duties.occasions.each_period import EachPeriod
from governance.duties.occasions.kept import Kept
from governance.model.assignment import AssignmentIssued
from governance.model.event import Event
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
from governance.time import When
from tests.kit.reference.history import DAY, Fact, History, Term
from tests.kit.reference.occasions import (
    Occasion,
    end_of_term,
    event_days,
    key_of,
    later_meetings,
    of_action,
    period_beside,
)
from tests.kit.reference.signatures import signed

__all__ = ["BEFORE_A_MEETING", "fulfilling", "happening", "recorded_of"]

BEFORE_A_MEETING = ("meeting_called", "meeting_prepared", "agenda_sent", "papers_sent")
"""What can only come before a meeting."""

OF_MEETINGS: dict[str, tuple[type[Event], ...]] = {
    "meeting_held": (MeetingHeld,),
    "meeting_led": (MeetingHeld,),
    "meeting_called": (MeetingCalled,),
    "meeting_prepared": (MeetingPrepared,),
    "agenda_sent": (PapersSent, MeetingCalled),
    "papers_sent": (PapersSent,),
    "minutes_drafted": (MinutesDrafted, MinutesSubmitted),
    "minutes_approved": (MinutesApproved,),
    "minutes_submitted": (MinutesSubmitted,),
    "minutes_published": (MinutesPublished,),
    "feedback_given": (MeetingFeedbackGiven,),
    "decision_taken": (DecisionTaken,),
}

AT_ANY_TIME: dict[str, tuple[type[Event], ...]] = {
    "assignment_issued": (AssignmentIssued,),
    "agreement_registered": (AgreementRegistered,),
    "work_plan_adopted": (WorkPlanAdopted,),
    "register_submitted": (RegisterSubmitted,),
    "meeting_dates_submitted": (MeetingDatesSubmitted,),
    "summary_sent": (SummarySent,),
    "working_group_reported": (WorkingGroupReported,),
    "feedback_given": (FeedbackGiven, MeetingFeedbackGiven),
    "mandate_reviewed": (MandateReviewed,),
    "meeting_held": (MeetingHeld,),
    "role_assigned": (RoleAssigned,),
    "role_ended": (RoleEnded,),
    "mandate_ended": (MandateEnded,),
    "network_dissolved": (NetworkDissolved,),
}

PLAIN = {
    word: kind
    for word, kind in EVIDENCE.items()
    if kind.on & {"meeting", "other"} and word not in {*OF_MEETINGS, *AT_ANY_TIME, "next_meeting_held"}
}
"""Later words, which name their events in their row and need no other reading: they mean what it says."""
assert not any(kind.of_meeting or kind.of_body for kind in PLAIN.values()), "a reading is to be written here, too"
OF_MEETINGS |= {word: kind.events for word, kind in PLAIN.items() if "meeting" in kind.on}
AT_ANY_TIME |= {word: kind.events for word, kind in PLAIN.items() if "meeting" not in kind.on}


def _means(evidence: str, event: Event) -> bool:
    """Of several things that one event can tell, the one that is meant."""
    if evidence in PLAIN:
        where = PLAIN[evidence].where
        return where is None or where(event)
    if isinstance(event, PapersSent):
        return bool((event.what == "agenda") is (evidence == "agenda_sent"))
    if evidence == "agenda_sent" and isinstance(event, MeetingCalled):
        return bool(event.agenda)
    return True


def of_meeting(history: History, meeting: str, evidence: str, kinds: tuple[str, ...]) -> list[Fact]:
    """What was recorded of this kind of one meeting."""
    if evidence == "next_meeting_held":
        return later_meetings(history, meeting, kinds)[:1]
    if evidence in OF_MEETINGS:
        return [f for f in history.at(meeting, *OF_MEETINGS[evidence]) if _means(evidence, f.event)]
    return [f for f in acts(history, evidence) if f.event.meeting == meeting]


def acts(history: History, act: str) -> list[Fact]:
    return [f for f in history.of(ActRecorded) if f.event.act == act]


def speaking_of(history: History, evidence: str, kinds: tuple[str, ...] = ()) -> list[Fact]:
    """What was recorded of this kind at any time: of meetings (of these kinds), and of the body itself."""
    if kinds and evidence in OF_MEETINGS:
        meetings = [ref for ref in history.meetings() if history.scheduled(ref).event.kind in kinds]
        at = [fact for ref in meetings for fact in of_meeting(history, ref, evidence, kinds)]
        return sorted(at, key=lambda f: f.position)
    if evidence == "mandate_ended":
        return _end_of_mandate(history)
    found = list(acts(history, evidence))
    if evidence in AT_ANY_TIME:
        found += [f for f in history.of(*AT_ANY_TIME[evidence]) if _means(evidence, f.event)]
    elif evidence in OF_MEETINGS:
        found += [f for f in history.of(*OF_MEETINGS[evidence]) if _means(evidence, f.event)]
    return sorted(found, key=lambda f: f.position)


def _end_of_mandate(history: History) -> list[Fact]:
    """A mandate is over with its last day, whether that was stated or decided, unless another follows on the next."""
    found = []
    for version in history.versions:
        last = version.last
        if last and history.version_on(last) is version and not history.in_force(last + DAY):
            ended = [f for f in history.of(MandateEnded) if f.event.ends == last and f.position > version.position]
            stated = [f for f in history.of(MandateAdopted, MandateAmended) if f.position == version.position]
            found.append(_on(last, (ended or stated)[-1]))
    return found


def _on(day: date, fact: Fact) -> Fact:
    """What was told on one day and takes effect on another, as a fact of that."""
    at = fact.event.effective_at if fact.event.effective_on.last == day else None
    event = fact.event.model_copy(update={"effective_on": When.day(day), "effective_at": at})
    return Fact(fact.position, event, day)


# of which occasion


def recorded_of(history: History, duty: CompiledDuty, occasion: Occasion, evidence: str, falls: int) -> list[Fact]:
    """What was recorded of this kind of the same occasion, in the order in which it happened."""
    pattern = duty.duty
    if isinstance(pattern, Kept):
        return []  # it is measured, and nothing is recorded of it
    if isinstance(pattern, EachItem) and occasion.item:
        escalated = of_action(history, *occasion.item, ActionEscalated)
        goes_to = _one_name(history, pattern.escalates_to)
        found = [f for f in escalated if _one_name(history, f.event.to) == goes_to]
    elif occasion.meeting and isinstance(pattern, EachMeeting):
        found = of_meeting(history, occasion.meeting, evidence, pattern.kinds)
    elif occasion.period:
        kinds = pattern.kinds if isinstance(pattern, EachPeriod) else ()
        found = [f for f in happening(history, evidence, kinds) if _counts_for(f, pattern, occasion, falls)]
    elif isinstance(pattern, EachEvent):
        since = _counts_since(history, duty, pattern, occasion)
        found = _of_event(history, duty, pattern, occasion, evidence, since)
    else:
        found = happening(history, evidence, ())
    return sorted(found, key=lambda f: f.order)


def happening(history: History, evidence: str, kinds: tuple[str, ...]) -> list[Fact]:
    """What happened of this kind: as it was recorded; the end of somebody's time in a role on its last day."""
    return _ends_of_terms(history) if evidence == "role_ended" else speaking_of(history, evidence, kinds)


def _counts_for(fact: Fact, pattern: Any, occasion: Occasion, falls: int) -> bool:
    """A fact counts for the period that it names, else for that in which it happened, or that had just ended, or
    was to begin next."""
    period = occasion.period
    assert period
    roles = pattern.roles if isinstance(pattern, EachPeriod) else ()
    if roles and isinstance(fact.event, RoleAssigned | RoleEnded) and fact.event.role not in roles:
        return False
    if isinstance(fact.event, WorkPlanAdopted):
        return period.name in (f"{fact.event.year}", f"{fact.event.year}-{fact.event.year + 1}")
    named = getattr(fact.event, "period", None)
    if named is not None:
        return bool(named == period.name)
    if falls == 0:
        return period.first <= fact.first <= period.last
    if falls < 0:
        return period_beside(pattern, period.first - DAY, -DAY).first <= fact.first < period.first
    return period.last < fact.first <= period_beside(pattern, period.last + DAY, DAY).last


def _of_event(
    history: History, duty: CompiledDuty, pattern: EachEvent, occasion: Occasion, evidence: str, since: date
) -> list[Fact]:
    """What happened on the event's day or later; of a term, that term; of what a new holder owes, not by others."""
    event = occasion.event
    assert event
    appointed = pattern.event == "role_assigned"
    if appointed and evidence == "role_assigned":
        return [event]
    if appointed and evidence == "role_ended":
        return _end_of_this_term(history, occasion.term)
    if pattern.event == "role_ended" and evidence == "role_assigned":
        return _filling(history, occasion)
    if occasion.party and pattern.roles and evidence in ("role_assigned", "role_ended"):
        return _after_absence(history, pattern, occasion, evidence)
    found = [f for f in happening(history, evidence, pattern.kinds) if f is not event]
    if appointed:
        return [
            f
            for f in found
            if _of_this_appointment(history, duty, occasion, f, since) and _not_by_others(history, duty, event.event, f)
        ]
    found = [f for f in found if f.day >= since]
    if isinstance(event.event, ActRecorded):
        found = [f for f in found if getattr(f.event, "case", None) in (None, event.event.case)]
    return found


def _of_this_appointment(history: History, duty: CompiledDuty, occasion: Occasion, fact: Fact, since: date) -> bool:
    """A fact that names somebody who is appointed to the same role is about that one's appointment; any other counts
    if it happened since."""
    assert occasion.term
    assigned: RoleAssigned = occasion.term.fact.event
    names = {getattr(fact.event, word, None) for word in ("by", "holder", "case")} - {None}
    terms = [term for term in history.terms(assigned.role) if history.in_force(term.first)]
    named = {t.fact.event.holder for t in terms if {t.fact.event.holder, key_of(t.fact.event.holder)} & names}
    if not named:
        return fact.day >= since
    return assigned.holder in named and occasion.term.fact is _meant(
        [t for t in terms if t.fact.event.holder == assigned.holder], fact.day, before=_is_due_before(duty)
    )


def _meant(terms: list[Term], day: date, *, before: bool) -> Fact | None:
    """Of somebody's terms, the one that was to begin next where it is due before that, else the one begun last. What
    should have come before the last of them and came after it is late."""
    ordered = sorted(terms, key=lambda t: (t.first, t.fact.position))
    begun = [t.fact for t in ordered if t.first <= day]
    to_begin = [t.fact for t in ordered if t.first >= day]
    if before and to_begin:
        return to_begin[0]
    return begun[-1] if begun else None


def _not_by_others(history: History, duty: CompiledDuty, appointed: RoleAssigned, fact: Fact) -> bool:
    """By the one appointed, or by the one who owes it, if that is another; or it was not told by whom."""
    by = getattr(fact.event, "by", None)
    owing = () if duty.holder == appointed.role else history.holders(duty.holder, fact.event.effective_on.last)
    return by in (None, appointed.holder, *owing)


def _counts_since(history: History, duty: CompiledDuty, pattern: EachEvent, occasion: Occasion) -> date:
    """The event's own day; of what is due before it, the day of the event before of the same kind."""
    day = occasion.trigger or occasion.begins
    if not _is_due_before(duty):
        return day
    return max((other for other in event_days(history, pattern) if other < day), default=date.min)


def _is_due_before(duty: CompiledDuty) -> bool:
    """Whether it falls due before the event."""
    return isinstance(duty.due, Before) and duty.due.from_ in (None, "trigger", "term_start")


def _filling(history: History, occasion: Occasion) -> list[Fact]:
    """The appointment that fills a vacancy: the oldest vacancy takes the first that begins after it, the next one the
    first of the others. Who goes on in the role leaves no vacancy and fills none."""
    assert occasion.term
    terms = history.terms(occasion.term.fact.event.role)
    vacancies = [term for term in terms if list(end_of_term(history, term.fact))]
    free = sorted((t for t in terms if not _goes_on(history, t)), key=lambda t: (t.first, t.fact.position))
    for vacancy in sorted(vacancies, key=lambda t: (t.last or date.max, t.fact.position)):
        after = [term for term in free if vacancy.last and term.first > vacancy.last]
        if vacancy.fact is occasion.term.fact:
            return [term.fact for term in after[:1]]
        free = [term for term in free if term not in after[:1]]
    return []


def _goes_on(history: History, term: Term) -> bool:
    """Whether a term follows on one of the same holder that ran out the day before."""
    own = [t for t in history.terms(term.fact.event.role) if t.fact.event.holder == term.fact.event.holder]
    return any(t.last and t.last + DAY == term.first and not list(end_of_term(history, t.fact)) for t in own)


def _ends_of_terms(history: History) -> list[Fact]:
    """The last days of terms, told or with which they run out, unless the holder goes on."""
    ended = [end for fact in history.of(RoleAssigned) for end in end_of_term(history, fact)]
    return [_on(end.trigger, end.event) for end in ended if end.event and end.trigger]


def _after_absence(history: History, pattern: EachEvent, occasion: Occasion, evidence: str) -> list[Fact]:
    """Who missed meetings leaves one of the roles, on that day or later; or somebody else is appointed to one."""
    day = occasion.trigger or occasion.begins
    terms = [term for role in pattern.roles for term in history.terms(role)]
    own = [term for term in terms if term.fact.event.holder == occasion.party]
    if evidence == "role_assigned":
        return [term.fact for term in terms if term not in own and term.first > day]
    return [fact for term in own if term.last and term.last >= day for fact in _end_of_this_term(history, term)]


def _end_of_this_term(history: History, term: Term | None) -> list[Fact]:
    """A term is over with its last day, whether that was told beforehand or when it came."""
    if term is None or term.last is None:
        return []
    ended = [f for f in history.endings(term.fact) if history.last_day(f) == term.last]
    return [_on(term.last, (ended or [term.fact])[-1])]


# which of them count, and when it is done


def fulfilling(
    history: History,
    duty: CompiledDuty,
    occasion: Occasion,
    found: list[Fact],
    counterparty: tuple[str, ...],
    holder: str | None,
) -> Fact | None:
    """The fact with which it is done: the first that counts, the last of the signatures, or the nth."""
    counting = [f for f in found if _went_to(history, f, counterparty) and _by_whom(history, duty, f, holder)]
    if duty.signed_by or duty.at_least:
        return signed(history, duty, occasion, counting)
    return counting[0] if counting else None


def _went_to(history: History, fact: Fact, counterparty: tuple[str, ...]) -> bool:
    """It went to the counterparty, or it was not told to whom; the principal has a key of its own, too."""
    recipient = getattr(fact.event, "recipient", None)
    if recipient is None or not counterparty:
        return True
    return _one_name(history, recipient) in [_one_name(history, name) for name in counterparty]


def _one_name(history: History, party: str) -> str:
    return "principal" if party == history.mandate.principal.key else party


def _by_whom(history: History, duty: CompiledDuty, fact: Fact, holder: str | None) -> bool:
    """Where each owes it by itself, by that one; feedback, in the role that owes it."""
    by = getattr(fact.event, "by", None)
    if holder is not None and holder not in (by, getattr(fact.event, "holder", None)):
        return False
    if isinstance(fact.event, FeedbackGiven | MeetingFeedbackGiven):
        if fact.event.given_as is not None:
            return fact.event.given_as == duty.holder
        return by is None or by in history.holders(duty.holder, fact.event.effective_on.last)
    return True
