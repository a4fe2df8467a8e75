"""What calls for a duty: every occasion of it, by name, and the days that a due rule can count from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from governance.compliance.duty import CompiledDuty
from governance.duties.compiled import duties
from governance.duties.due.asap import Asap
from governance.duties.occasions.each_event import EachEvent
from governance.duties.occasions.each_item import EachItem
from governance.duties.occasions.each_meeting import EachMeeting
from governance.duties.occasions.each_period import EachPeriod
from governance.duties.occasions.each_year import EachYear
from governance.duties.occasions.kept import Kept
from governance.duties.occasions.quota import Quota
from governance.model.assignment import AssignmentIssued
from governance.model.event import Event
from governance.model.meeting_events import ActionAgreed, ActionCarriedOver, ActionClosed, DecisionTaken, MeetingCalled
from governance.model.network_events import (
    ActRecorded,
    AgreementRegistered,
    MandateAdopted,
    MandateAmended,
    MandateReviewed,
    MemberJoined,
    MemberLeft,
    NetworkDissolved,
    NetworkEstablished,
    NetworkReestablished,
    RoleAssigned,
    RoleEnded,
    WorkingGroupFormed,
)
from tests.kit.reference.absences import missed_in_a_row
from tests.kit.reference.beside import meeting_beside
from tests.kit.reference.calendar import Deadline, Period, counted_from, first_day_outside, period_of, resolved
from tests.kit.reference.history import DAY, Fact, History, Moment, Term, Version, days

__all__ = [
    "EVENTS", "Occasion", "anchor", "dissolved", "end_of_term", "event_days", "falls_on", "key_of", "later_meetings",
    "occasions", "of_action", "of_this_cadence", "period_beside",
]  # fmt: skip


@dataclass(frozen=True)
class Occasion:
    """One thing that calls for a duty. ``begins``: from then on there is an obligation; ``trigger``: the day that due
    rules count from, None where it is a meeting that may not have been held."""

    about: str
    begins: date
    trigger: date | None = None
    meeting: str | None = None
    period: Period | None = None
    last: date | None = None
    """The last day of the period on which the body existed and the mandate was in force."""
    opens: date | None = None
    """Of a period, the day on which it begins to be owed if there is anybody by then."""
    event: Fact | None = None
    term: Term | None = None
    restored: date | None = None
    """Of a number that was lost, the day on which it held again."""
    superseded: date | None = None
    """Of a number, the first day on which another version of the mandate asks for another, or for none."""
    item: tuple[str, str] | None = None
    """Of an action, the meeting and its key there."""
    party: str | None = None
    """Who missed meetings."""

    def comes(self, history: History) -> date:
        """The day of the trigger, as far as anybody knows: of a meeting not held, the day it is planned for."""
        if self.trigger is not None:
            return self.trigger
        return history.day_of(self.meeting) if self.meeting else self.begins


def key_of(party: str) -> str:
    return party.partition(":")[2] or party


def occasions(history: History, duty: CompiledDuty, until: date) -> Iterator[Occasion]:
    """All that has begun by a day."""
    pattern = duty.duty
    if isinstance(pattern, EachMeeting):
        found = _each_meeting(history, pattern)
    elif isinstance(pattern, EachPeriod | EachYear | Quota):
        found = _each_period(history, pattern, until)
    elif isinstance(pattern, EachEvent):
        found = _each_event(history, pattern)
    elif isinstance(pattern, EachItem):
        found = _each_item(history, pattern)
    elif isinstance(pattern, Kept):
        found = iter(())
    else:
        found = _standing(history, duty)
    for occasion in found:
        seen = _from_before(history, duty, occasion) if occasion.period else occasion
        if seen.begins <= until and of_this_cadence(history, duty, seen):
            yield seen


def falls_on(history: History, duty: CompiledDuty, occasion: Occasion) -> date | None:
    """The date that a duty's own rule gives for a period; where it never gives one, that of its ``not_before``."""
    own = duty.due if duty.due and not isinstance(duty.due, Asap) else None
    if own and "previous_meeting" in counted_from(own):
        own = None
    rule = own or duty.not_before
    if rule is None:
        return None
    due = resolved(
        rule,
        lambda name: None if "." in name else anchor(history, duty, occasion, name, date.max),
        history.zone,
        history.mandate.working_days,
    )
    return due.day if isinstance(due, Deadline) else None


def period_beside(pattern: object, day: date, step: timedelta) -> Period:
    """The period of a duty that a day lies in; of those months that it names, the next in the direction of a step."""
    if isinstance(pattern, EachPeriod) and pattern.months:
        while day.month not in pattern.months:
            day += step
        return period_of(day, "month")
    if isinstance(pattern, EachPeriod):
        return period_of(day, pattern.every, pattern.year_begins)
    return period_of(day, "year")


def _from_before(history: History, duty: CompiledDuty, occasion: Occasion) -> Occasion:
    """What falls due before its period is owed since the period before, as far as there was a body and a mandate all
    the time since."""
    period = occasion.period
    assert period
    falls = falls_on(history, duty, occasion) if duty.evidence else None
    if falls is None or falls >= period.first or occasion.begins > period.first:
        return replace(occasion, opens=period.first)
    opens = period_beside(duty.duty, period.first - DAY, -DAY).first
    begins = period.first
    while begins > opens and history.alive(begins - DAY) and history.in_force(begins - DAY):
        begins -= DAY
    return replace(occasion, begins=begins, opens=opens)


def of_this_cadence(history: History, duty: CompiledDuty, occasion: Occasion) -> bool:
    """A first time after the establishment, and the time from then on, can have duties of their own."""
    established = history.established
    first, later = duty.during_first, duty.after_first
    day = occasion.comes(history)
    if established is None:
        return True
    if first and not day < first_day_outside(established, first, history.mandate.working_days):
        return False
    return not (later and day < first_day_outside(established, later, history.mandate.working_days))


def _each_meeting(history: History, pattern: EachMeeting) -> Iterator[Occasion]:
    for meeting in history.meetings():
        scheduled, held = history.scheduled(meeting), history.held(meeting, date.max)
        if pattern.kinds and scheduled.event.kind not in pattern.kinds:
            continue
        if history.governs(history.day_of(meeting)):
            begins = min(scheduled.day, held.day) if held else scheduled.day
            yield Occasion(meeting.partition("/")[2], begins, meeting=meeting)


def _each_period(history: History, pattern: EachPeriod | EachYear | Quota, until: date) -> Iterator[Occasion]:
    """Look at each day: is the mandate in force, does the body exist, and which period is it?"""
    every, year_begins, months = "year", 1, tuple[int, ...]()
    if isinstance(pattern, EachPeriod):
        every, year_begins, months = pattern.every, pattern.year_begins, pattern.months
    found: dict[str, tuple[Period, list[date]]] = {}
    lasts = [version.last for version in history.versions]
    end = max((last for last in lasts if last), default=until) if None not in lasts else date(until.year + 3, 12, 31)
    for day in days(history.versions[0].since, end):
        if history.in_force(day) and history.alive(day) and (not months or day.month in months):
            period = period_of(day, "month" if months else every, year_begins)
            found.setdefault(period.name, (period, []))[1].append(day)
    for period, lived in found.values():
        if _governing(history, period, min(lived)) is history.version:
            yield Occasion(period.name, min(lived), min(lived), period=period, last=max(lived))


def _governing(history: History, period: Period, begins: date) -> Version | None:
    """The version that a period begins under, or the last in it that applies to what is owed by then."""
    running = [v for v in history.versions if v.running and period.first <= v.since <= period.last]
    return max(running, key=lambda v: v.position, default=history.version_on(begins))


def _standing(history: History, duty: CompiledDuty) -> Iterator[Occasion]:
    """Owed from the first version that states it, by what the last one says."""
    stating = [v for v in history.versions if any(d.id == duty.id for d in duties(v.mandate))]
    if history.version is stating[-1]:
        yield Occasion("standing", stating[0].since, stating[0].since)


EVENTS: dict[str, tuple[type[Event], ...]] = {
    "established": (NetworkEstablished, NetworkReestablished),
    "mandate_started": (MandateAdopted, MandateAmended),
    "member_joined": (MemberJoined,),
    "member_left": (MemberLeft,),
    "role_assigned": (RoleAssigned,),
    "role_ended": (RoleAssigned,),
    "assignment_issued": (AssignmentIssued,),
    "working_group_formed": (WorkingGroupFormed,),
    "agreement_registered": (AgreementRegistered,),
    "decision_taken": (DecisionTaken,),
    "mandate_reviewed": (MandateReviewed,),
}


def _each_event(history: History, pattern: EachEvent) -> Iterator[Occasion]:
    seen: dict[str, int] = {}
    for occasion in _happened(history, pattern):
        event = occasion.event.event if occasion.event else None
        if pattern.roles and isinstance(event, RoleAssigned | RoleEnded) and event.role not in pattern.roles:
            continue
        seen[occasion.about] = seen.get(occasion.about, 0) + 1
        if seen[occasion.about] > 1:
            occasion = replace(occasion, about=f"{occasion.about}.{seen[occasion.about]}")
        if occasion.trigger and history.governs(occasion.trigger):
            yield occasion


def event_days(history: History, pattern: EachEvent) -> list[date]:
    """The days of all events of a kind."""
    return [occasion.trigger or occasion.begins for occasion in _happened(history, pattern)]


def _happened(history: History, pattern: EachEvent) -> Iterator[Occasion]:
    """Each event of the kind that a duty speaks of, of whatever role."""
    if pattern.event == "meetings_missed":
        for party, held in missed_in_a_row(history, pattern):
            yield Occasion(f"{key_of(party)}-{held.day}", held.day, held.day, event=held, party=party)
        return
    for fact in history.of(*EVENTS.get(pattern.event, (ActRecorded,))):
        if pattern.event == "role_ended":
            yield from end_of_term(history, fact)
        elif not isinstance(fact.event, ActRecorded) or fact.event.act == pattern.event:
            yield _of_event(history, fact)


def end_of_term(history: History, fact: Fact) -> Iterator[Occasion]:
    """The last day of a term, as it was told; or as it runs out, unless its holder is one on the next day, too."""
    event = fact.event
    term = next(term for term in history.terms(event.role) if term.fact is fact)
    if term.last is None:
        return
    ended = [told for told in history.endings(fact) if history.last_day(told) == term.last]
    if not ended and event.holder in history.holders(event.role, term.last + DAY):
        return
    told = (ended or [fact])[-1]
    about = f"{event.role}-{key_of(event.holder)}-{term.last}"
    yield Occasion(about, min(told.day, term.last), term.last, event=told, term=term)


def _of_event(history: History, fact: Fact) -> Occasion:
    event, day = fact.event, fact.day
    if isinstance(event, RoleAssigned):
        term = next(term for term in history.terms(event.role) if term.fact is fact)
        about = f"{event.role}-{key_of(event.holder)}-{term.first}"
        return Occasion(about, min(day, term.first), term.first, event=fact, term=term)
    if isinstance(event, MandateAdopted | MandateAmended):
        since = next(version.since for version in history.versions if version.position == fact.position)
        return Occasion(f"mandate_started-{since}", since, since, event=fact)
    return Occasion(_about(fact), day, day, event=fact)


def _about(fact: Fact) -> str:
    event = fact.event
    if isinstance(event, AssignmentIssued):
        return event.key
    if isinstance(event, DecisionTaken):
        return f"{event.originator_id.partition('/')[2]}-{event.key}"
    if isinstance(event, NetworkEstablished | NetworkReestablished | MandateReviewed | AgreementRegistered):
        name = {"Network": "established", "Mandate": "mandate_reviewed", "Agreement": "agreement"}
        return f"{next(word for start, word in name.items() if event.event_name.startswith(start))}-{fact.day}"
    name_of = getattr(event, "member", None) or getattr(event, "group", None) or event.act
    return f"{name_of}-{fact.day}"


def later_meetings(history: History, meeting: str, kinds: tuple[str, ...]) -> list[Fact]:
    """Those held after a meeting, of these kinds, in order."""
    own = history.held(meeting, date.max)
    if own is None:
        return []
    after = [ref for when, ref in history.meetings_held(kinds, date.max) if (when, ref) > (own.day, meeting)]
    return [held for ref in after if (held := history.held(ref, date.max))]


def _each_item(history: History, pattern: EachItem) -> Iterator[Occasion]:
    """An action that was carried over is followed from where it was first agreed."""
    carried = {(f.event.to, f.event.key) for f in history.of(ActionCarriedOver)}
    for fact in history.of(ActionAgreed):
        meeting, key = fact.event.originator_id.partition(":")[2], fact.event.key
        later = later_meetings(history, meeting, pattern.kinds)
        if (meeting, key) in carried or len(later) < pattern.open_after:
            continue
        last = later[pattern.open_after - 1].day
        closed = [f for f in of_action(history, meeting, key, ActionClosed) if f.day <= last]
        if not closed and history.governs(last):
            about = f"{meeting.partition('/')[2]}-{key}"
            yield Occasion(about, last, last, event=fact, item=(meeting, key))


def of_action(history: History, meeting: str, key: str, kind: type[Event]) -> list[Fact]:
    """What was recorded of an action, at its meeting and at those to which it was carried over."""
    found: list[Fact] = []
    seen: list[str] = []
    while meeting not in seen:
        seen.append(meeting)
        found += [f for f in history.at(meeting, kind) if f.event.key == key]
        for carried in sorted(history.at(meeting, ActionCarriedOver), key=lambda f: f.order):
            if carried.event.key == key:
                meeting = carried.event.to
    return found


# anchors


def anchor(history: History, duty: CompiledDuty, occasion: Occasion, name: str, day: date) -> Moment | None:
    """What a due rule counts from, as far as it is known on a day; ``done.X`` and ``due.X`` are not here."""
    if name == "trigger":
        return _trigger(history, occasion, day)
    if name in ("meeting", "planned", "called", "next_meeting", "previous_meeting"):
        return _of_meeting(history, duty, occasion, name, day)
    return _of_time(history, occasion, name)


def _trigger(history: History, occasion: Occasion, day: date) -> Moment | None:
    if occasion.meeting is None:
        event = occasion.event.event if occasion.event and not occasion.item else None
        at = event.effective_at if event and event.effective_on.last == occasion.trigger else None
        return Moment(occasion.trigger, at) if occasion.trigger else None
    held = history.held(occasion.meeting, day)
    if held is None:
        return None
    planned = history.planned(occasion.meeting, day)
    as_planned = planned.at if planned and planned.day == held.first == held.day else None
    return Moment(held.day, held.event.effective_at or as_planned)


def _of_meeting(history: History, duty: CompiledDuty, occasion: Occasion, name: str, day: date) -> Moment | None:
    """``before`` counts from the day that is planned for; where there is no meeting, from the trigger."""
    meeting = occasion.meeting
    if name == "meeting" or (name == "planned" and meeting is None):
        return _trigger(history, occasion, day) if meeting or name == "planned" else None
    if name in ("next_meeting", "previous_meeting"):
        return meeting_beside(history, duty, occasion, name, day)
    if meeting is None:
        return None
    if name == "planned":
        return history.planned(meeting, day)
    called = sorted(history.at(meeting, MeetingCalled), key=lambda f: f.position)
    return called[0].moment if called and called[0].day <= day else None


def _of_time(history: History, occasion: Occasion, name: str) -> Moment | None:
    version = history.version
    period = occasion.period or period_of(occasion.comes(history), "year")
    term = occasion.term
    found = {
        "period_start": period.first,
        "period_end": period.last,
        "established": history.established,
        "mandate_start": version.starts if version else None,
        "mandate_end": version.last if version else None,
        "term_start": term.first if term else None,
        "term_end": term.last if term else None,
    }[name]
    return Moment(found) if found else None


def dissolved(history: History, day: date) -> date | None:
    """The day on which the body ceased to exist, if it had by then."""
    gone = [fact.event.effective_on.last for fact in history.of(NetworkDissolved)]
    return gone[-1] if gone and gone[-1] <= day and not history.alive(gone[-1] + DAY) else None
