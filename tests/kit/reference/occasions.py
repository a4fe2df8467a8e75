"""What calls for a duty: every occasion of it, by name, and the days that a due rule can count from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from governance.mandate.duties import CompiledDuty
from governance.mandate.patterns import EachEvent, EachItem, EachMeeting, EachPeriod, EachYear, Kept, Quota
from governance.model.assignment import AssignmentIssued
from governance.model.event import Event
from governance.model.meeting_events import ActionAgreed, ActionClosed, DecisionTaken, MeetingCalled, MeetingHeld
from governance.model.network_events import (
    ActRecorded,
    AgreementRegistered,
    MandateAdopted,
    MandateReviewed,
    MemberJoined,
    MemberLeft,
    NetworkDissolved,
    NetworkEstablished,
    RoleAssigned,
    RoleEnded,
    WorkingGroupFormed,
)
from tests.kit.reference.calendar import Period, length_after, period_of
from tests.kit.reference.history import DAY, Fact, History, Moment, Term, days

__all__ = ["EVENTS", "Occasion", "anchor", "key_of", "later_meetings", "occasions"]


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
    event: Fact | None = None
    term: Term | None = None
    action: str | None = None

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
        found = _standing(history)
    yield from (
        occasion for occasion in found if occasion.begins <= until and _of_this_cadence(history, duty, occasion)
    )


def _of_this_cadence(history: History, duty: CompiledDuty, occasion: Occasion) -> bool:
    """A first time after the establishment, and the time from then on, can have duties of their own."""
    established = history.established
    first, later = duty.duty.during_first, duty.duty.after_first
    day = occasion.comes(history)
    if established is None:
        return True
    if first and not day < length_after(established, first, history.mandate.working_days):
        return False
    return not (later and day < length_after(established, later, history.mandate.working_days))


def _each_meeting(history: History, pattern: EachMeeting) -> Iterator[Occasion]:
    for meeting in history.meetings():
        scheduled, held = history.scheduled(meeting), history.held(meeting, date.max)
        if pattern.kinds and scheduled.event.kind not in pattern.kinds:
            continue
        if history.in_force(history.day_of(meeting)):
            begins = min(scheduled.day, held.day) if held else scheduled.day
            yield Occasion(meeting.partition("/")[2], begins, meeting=meeting)


def _each_period(history: History, pattern: EachPeriod | EachYear | Quota, until: date) -> Iterator[Occasion]:
    """Look at each day: is the mandate in force, does the body exist, and which period is it?"""
    every, year_begins, months = "year", 1, tuple[int, ...]()
    if isinstance(pattern, EachPeriod):
        every, year_begins, months = pattern.every, pattern.year_begins, pattern.months
    found: dict[str, tuple[Period, list[date]]] = {}
    span = history.span()
    if span is None:
        return
    end = span[1] or date(until.year + 3, 12, 31)
    for day in days(span[0], end):
        if history.alive(day) and (not months or day.month in months):
            period = period_of(day, "month" if months else every, year_begins)
            found.setdefault(period.name, (period, []))[1].append(day)
    for period, lived in found.values():
        yield Occasion(period.name, min(lived), min(lived), period=period, last=max(lived))


def _standing(history: History) -> Iterator[Occasion]:
    if span := history.span():
        yield Occasion("standing", span[0], span[0])


EVENTS: dict[str, type[Event]] = {
    "established": NetworkEstablished,
    "mandate_started": MandateAdopted,
    "member_joined": MemberJoined,
    "member_left": MemberLeft,
    "role_assigned": RoleAssigned,
    "role_ended": RoleEnded,
    "assignment_issued": AssignmentIssued,
    "working_group_formed": WorkingGroupFormed,
    "agreement_registered": AgreementRegistered,
    "decision_taken": DecisionTaken,
    "mandate_reviewed": MandateReviewed,
}


def _each_event(history: History, pattern: EachEvent) -> Iterator[Occasion]:
    seen: dict[str, int] = {}
    for fact in history.of(EVENTS.get(pattern.event, ActRecorded)):
        if isinstance(fact.event, ActRecorded) and fact.event.act != pattern.event:
            continue
        if pattern.roles and isinstance(fact.event, RoleAssigned | RoleEnded) and fact.event.role not in pattern.roles:
            continue
        occasion = _of_event(history, fact)
        seen[occasion.about] = seen.get(occasion.about, 0) + 1
        if seen[occasion.about] > 1:
            occasion = Occasion(f"{occasion.about}.{seen[occasion.about]}", *_rest(occasion))
        if occasion.trigger and history.in_force(occasion.trigger):
            yield occasion


def _rest(occasion: Occasion) -> tuple[Any, ...]:
    o = occasion
    return o.begins, o.trigger, o.meeting, o.period, o.last, o.event, o.term, o.action


def _of_event(history: History, fact: Fact) -> Occasion:
    event, day = fact.event, fact.day
    if isinstance(event, RoleAssigned):
        term = next(term for term in history.terms(event.role) if term.fact is fact)
        about = f"{event.role}-{key_of(event.holder)}-{term.first}"
        return Occasion(about, day, term.first, event=fact, term=term)
    if isinstance(event, RoleEnded):
        ended = next((t for t in history.terms(event.role) if fact in history.endings(t.fact)), None)
        last = history.last_day(fact)
        return Occasion(f"{event.role}-{key_of(event.holder)}-{last}", day, last, event=fact, term=ended)
    if isinstance(event, MandateAdopted):
        return Occasion(f"mandate_started-{event.starts}", event.starts, event.starts, event=fact)
    meeting = event.originator_id.partition(":")[2] if isinstance(event, DecisionTaken) else None
    return Occasion(_about(fact), day, day, event=fact, meeting=meeting)


def _about(fact: Fact) -> str:
    event = fact.event
    if isinstance(event, AssignmentIssued):
        return event.key
    if isinstance(event, DecisionTaken):
        return f"{event.originator_id.partition('/')[2]}-{event.key}"
    if isinstance(event, NetworkEstablished | MandateReviewed | AgreementRegistered):
        name = {"Network": "established", "Mandate": "mandate_reviewed", "Agreement": "agreement"}
        return f"{next(word for start, word in name.items() if event.event_name.startswith(start))}-{fact.day}"
    name_of = getattr(event, "member", None) or getattr(event, "group", None) or event.act
    return f"{name_of}-{fact.day}"


def later_meetings(history: History, meeting: str, kinds: tuple[str, ...]) -> list[Fact]:
    """Those held after a meeting, of these kinds, as they happened; of one day, in the order of the log."""
    own = history.held(meeting, date.max)
    held = [
        fact
        for fact in history.of(MeetingHeld)
        if not kinds or history.scheduled(fact.event.originator_id.partition(":")[2]).event.kind in kinds
    ]
    return sorted((f for f in held if own and f is not own and f.order > own.order), key=lambda f: f.order)


def _each_item(history: History, pattern: EachItem) -> Iterator[Occasion]:
    for fact in history.of(ActionAgreed):
        meeting = fact.event.originator_id.partition(":")[2]
        closed = [f.day for f in history.at(meeting, ActionClosed) if f.event.key == fact.event.key]
        later = later_meetings(history, meeting, pattern.kinds)
        if len(later) < pattern.open_after:
            continue
        last = later[pattern.open_after - 1]
        if not any(day <= last.day for day in closed) and history.in_force(last.day):
            about = f"{meeting.partition('/')[2]}-{fact.event.key}"
            yield Occasion(about, last.day, last.day, event=fact, meeting=meeting, action=fact.event.key)


# anchors


def anchor(history: History, occasion: Occasion, name: str, day: date) -> Moment | None:
    """What a due rule counts from, as far as it is known on a day; ``done.X`` and ``due.X`` are not here."""
    if name == "trigger":
        if occasion.trigger is None:
            return anchor(history, occasion, "meeting", day)
        at = occasion.event.event.effective_at if occasion.event and occasion.event.day == occasion.trigger else None
        return Moment(occasion.trigger, at)
    if name in ("meeting", "planned", "called", "next_meeting", "previous_meeting"):
        return _of_meeting(history, occasion, name, day)
    return _of_time(history, occasion, name, day)


def _of_meeting(history: History, occasion: Occasion, name: str, day: date) -> Moment | None:
    if occasion.meeting is None:
        return anchor(history, occasion, "trigger", day) if name == "planned" else None
    if name == "planned":
        return history.planned(occasion.meeting, day)
    if name == "called":
        called = sorted(history.at(occasion.meeting, MeetingCalled), key=lambda f: f.order)
        return called[0].moment if called and called[0].day <= day else None
    held = history.held(occasion.meeting, day)
    if name == "meeting":
        return held.moment if held else None
    return _neighbour(history, occasion.meeting, held, name, day)


def _neighbour(history: History, meeting: str, held: Fact | None, name: str, day: date) -> Moment | None:
    kind = history.scheduled(meeting).event.kind
    if held is None:
        return None
    if name == "next_meeting":
        found = [f for f in later_meetings(history, meeting, (kind,)) if f.day <= day]
        return found[0].moment if found else None
    before = [
        fact
        for fact in history.of(MeetingHeld)
        if fact.order < held.order and history.scheduled(fact.event.originator_id.partition(":")[2]).event.kind == kind
    ]
    return max(before, key=lambda f: f.order).moment if before else None


def _of_time(history: History, occasion: Occasion, name: str, day: date) -> Moment | None:
    span = history.span()
    period = occasion.period or period_of(occasion.comes(history), "year")
    term = occasion.term
    found = {
        "period_start": period.first,
        "period_end": period.last,
        "established": history.established,
        "mandate_start": span[0] if span else None,
        "mandate_end": span[1] if span else None,
        "term_start": term.first if term else None,
        "term_end": term.last if term else None,
    }[name]
    return Moment(found) if found else None


def dissolved(history: History, day: date) -> date | None:
    """The day on which the body ceased to exist, if it had by then."""
    gone = [fact.event.effective_on.last for fact in history.of(NetworkDissolved)]
    return gone[-1] if gone and gone[-1] <= day and not history.alive(gone[-1] + DAY) else None
