"""What ``each_event`` speaks of: the events of a kind, each an occasion, in a visible table."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from governance.compliance.absences import missed
from governance.compliance.case import Case
from governance.compliance.evidence import of_network, on_its_day
from governance.compliance.facts import Facts
from governance.compliance.occasions import AnchorSince, Occasion, Timeline, meetings_around
from governance.duties.anchors import Anchor
from governance.duties.compiled import CompiledDuty
from governance.duties.occasions import ROLE_EVENTS
from governance.duties.patterns import EachEvent
from governance.model.event import Event
from governance.model.meeting_events import DecisionTaken
from governance.model.network_events import (
    ActRecorded,
    AgreementRegistered,
    MandateReviewed,
    MemberJoined,
    MemberLeft,
    NetworkEstablished,
    NetworkReestablished,
    RoleAssigned,
    RoleEnded,
    WorkingGroupFormed,
)

__all__ = ["HAPPENINGS", "Happening", "happening", "happenings"]


_DAY = timedelta(days=1)


class Happening(NamedTuple):
    """An event that calls for something, on its day."""

    name: str
    """What it is about, for the obligation's id, without the day."""
    day: date
    event: Event
    dated: bool = True
    """Whether the day belongs to the id."""
    role: str | None = None
    last: date | None = None
    """Of a term of office, the last day in the role; None where it is open."""
    party: str | None = None
    """Whom it concerns: who was appointed, joined, left, or missed meetings."""


def _established(facts: Facts) -> Iterator[Happening]:
    for event in facts.network.all(NetworkEstablished, NetworkReestablished):
        yield Happening("established", facts.surely_by(event), event)


def _mandates(facts: Facts) -> Iterator[Happening]:
    for version in facts.network.versions():
        yield Happening("mandate_started", version.since, version)


def _joined(facts: Facts) -> Iterator[Happening]:
    for event in facts.network.all(MemberJoined):
        yield Happening(event.member, facts.surely_by(event), event, party=f"org:{event.member}")


def _left(facts: Facts) -> Iterator[Happening]:
    for event in facts.network.all(MemberLeft):
        yield Happening(event.member, facts.surely_by(event), event, party=f"org:{event.member}")


def _appointed(facts: Facts) -> Iterator[Happening]:
    for role in dict.fromkeys(event.role for event in facts.network.all(RoleAssigned)):
        for event, first, last in facts.network.role_intervals(role):
            name = f"{role}-{event.holder.partition(':')[2]}"
            yield Happening(name, first, event, role=role, last=last, party=event.holder)


def _left_office(facts: Facts) -> Iterator[Happening]:
    """Each time in a role that ends, as was told or because the term runs out and the same holder does not go on."""
    for role in dict.fromkeys(event.role for event in facts.network.all(RoleAssigned)):
        for event, _first, last in facts.network.role_intervals(role):
            told = _told_end(facts, event, last) if last else None
            if last and (told or not _goes_on(facts, event, last)):
                name = f"{role}-{event.holder.partition(':')[2]}"
                yield Happening(name, last, told or event, role=role, last=last, party=event.holder)


def _goes_on(facts: Facts, term: RoleAssigned, last: date) -> bool:
    """Whether the holder of a term holds the role on the day after it, too."""
    if last == date.max:
        return False
    following = facts.network.holders_on(term.role, last + timedelta(days=1))
    return any(other.holder == term.holder for other in following)


def _told_end(facts: Facts, term: RoleAssigned, last: date) -> RoleEnded | None:
    """What was told of the end of a term, where that is why this is its last day."""
    told = (
        e
        for e in facts.network.all(RoleEnded)
        if (e.role, e.holder, e.last_day) == (term.role, term.holder, last)
        and e.originator_version > term.originator_version
    )
    return max(told, key=lambda e: e.originator_version, default=None)


def _issued(facts: Facts) -> Iterator[Happening]:
    for assignment in facts.assignments.values():
        if issued := assignment.issued:
            yield Happening(issued.key, facts.surely_by(issued), issued, dated=False)


def _formed(facts: Facts) -> Iterator[Happening]:
    for event in facts.network.all(WorkingGroupFormed):
        yield Happening(event.group, facts.surely_by(event), event)


def _agreed(facts: Facts) -> Iterator[Happening]:
    for event in facts.network.all(AgreementRegistered):
        yield Happening("agreement", facts.surely_by(event), event)


def _decided(facts: Facts) -> Iterator[Happening]:
    for meeting in facts.meetings.values():
        for event in meeting.all(DecisionTaken):
            yield Happening(f"{meeting.ref.partition('/')[2]}-{event.key}", facts.surely_by(event), event, dated=False)


def _reviewed(facts: Facts) -> Iterator[Happening]:
    for event in facts.network.all(MandateReviewed):
        yield Happening("mandate_reviewed", facts.surely_by(event), event)


HAPPENINGS: dict[str, Callable[[Facts], Iterator[Happening]]] = {
    "established": _established,
    "mandate_started": _mandates,
    "member_joined": _joined,
    "member_left": _left,
    "role_assigned": _appointed,
    "role_ended": _left_office,
    "assignment_issued": _issued,
    "working_group_formed": _formed,
    "agreement_registered": _agreed,
    "decision_taken": _decided,
    "mandate_reviewed": _reviewed,
}
"""For each word of the language that an event alone can mean, these events."""


def _found(facts: Facts, pattern: EachEvent) -> Iterator[Happening]:
    """What a duty speaks of; a word that the language does not know is an act that the mandate names."""
    if find := HAPPENINGS.get(pattern.event):
        yield from find(facts)
    elif pattern.event == "meetings_missed":
        for party, role, day, held in missed(facts, pattern):
            yield Happening(party.partition(":")[2], day, held, role=role, party=party)
    else:
        for event in facts.acts(pattern.event):
            yield Happening(pattern.event, facts.surely_by(event), event)


class _Placed(NamedTuple):
    """A happening among the others of its kind."""

    happening: Happening
    about: str
    before: date
    """The day of the event before of the kind."""
    until: date | None
    """The first day after it on which there is another of the kind."""
    own: tuple[date, date | None]
    """The same of those that concern the same party."""


def happenings(case: Case, duty: CompiledDuty) -> tuple[str, ...]:
    """What each event is about that a duty speaks of and that happened while its version of the mandate governed."""
    placed = case.read(_by_name, duty)
    return tuple(about for about, one in placed.items() if case.ruling.governs(one.happening.day))


def happening(case: Case, duty: CompiledDuty, about: str) -> Occasion:
    """One of these events as an occasion of the duty."""
    placed = case.read(_called, duty, about)
    return _Seen(case, duty.duty, *placed).by(duty)


def _called(case: Case, duty: CompiledDuty, about: str) -> _Placed:
    return case.read(_by_name, duty)[about]


def _by_name(case: Case, duty: CompiledDuty) -> dict[str, _Placed]:
    """Each event of a kind, by what it is about; of these roles, where some are named."""
    pattern = duty.duty
    if not isinstance(pattern, EachEvent):
        return {}
    events = list(_found(case.facts, pattern))
    order = sorted(happening.day for happening in events)
    names: Counter[str] = Counter()
    placed: dict[str, _Placed] = {}
    for happening in events:
        if pattern.roles and happening.role not in pattern.roles:
            continue
        about = f"{happening.name}-{happening.day}" if happening.dated else happening.name
        names[about] += 1
        if names[about] > 1:
            about = f"{about}.{names[about]}"
        at, end = bisect_left(order, happening.day), bisect_right(order, happening.day)
        before, until = order[at - 1] if at else date.min, order[end] if end < len(order) else None
        own = sorted(other.day for other in events if other.party == happening.party)
        at, end = bisect_left(own, happening.day), bisect_right(own, happening.day)
        theirs = own[at - 1] if at else date.min, own[end] if end < len(own) else None
        placed[about] = _Placed(happening, about, before, until, theirs)
    return placed


class _Span(NamedTuple):
    """When what counts for an event was recorded to have happened."""

    since: date
    """From this day on, of what names nobody."""
    first: date
    """From this day on, of what names the one whom the event concerns: whatever happened to others in between."""
    last: date
    """And through this one."""


@dataclass(frozen=True)
class _Seen:
    """A happening, as one duty or another on the same occasion sees it."""

    case: Case
    pattern: Any
    happening: Happening
    about: str
    before: date
    """The day of the event before of the kind."""
    until: date | None
    own: tuple[date, date | None]

    def by(self, duty: CompiledDuty) -> Occasion:
        """What was done before the event counts where the duty is due before it."""
        facts, pattern, happening = self.case.facts, self.pattern, self.happening
        day, event = happening.day, happening.event
        backwards = duty.due is not None and duty.due.counts_back
        ahead = backwards and bool(duty.counted_from & {"ahead", "trigger", "term_start"})
        span = self._span(ahead=ahead)
        appointed = pattern.event == "role_assigned"
        told = min(day, facts.surely_by(event)) if pattern.event in ROLE_EVENTS else day
        return Occasion(
            about=self.about,
            subject=facts.key,
            begins=told,
            arises=told if appointed else day,
            counts=day,
            anchors=self._anchors(duty),
            recorded=lambda word: _recorded(self.case, duty, pattern, happening, word, span),
            until=self.until,
            event=event,
            concerns=happening.party,
            kind=_kind(facts, event),
            seen_by=self.by,
        )

    def _span(self, *, ahead: bool) -> _Span:
        day, (before, after) = self.happening.day, self.own
        if ahead:
            return _Span(self.before, before + _DAY if before > date.min else before, day if after else date.max)
        return _Span(day, day, after - _DAY if after else date.max)

    def _anchors(self, duty: CompiledDuty) -> Timeline:
        day, event = self.happening.day, self.happening.event
        at = event.effective_at if event.effective_on.last == day else None  # it may tell of another day than its own
        trigger = [AnchorSince(date.min, Anchor(day, at))]
        anchors: dict[str, Sequence[AnchorSince]] = {**self.case.fixed, "trigger": trigger, "ahead": trigger}
        if duty.counted_from & {"next_meeting", "previous_meeting"}:
            anchors |= meetings_around(self.case.facts, (day, "\uffff"), self.pattern.kinds)
        if self.pattern.event == "role_assigned":
            anchors["term_start"] = trigger
            if self.happening.last:
                anchors["term_end"] = [AnchorSince(date.min, Anchor(self.happening.last))]
        return anchors


def _kind(facts: Facts, event: Event) -> str | None:
    """The kind of the meeting at which something was decided."""
    kind, _colon, ref = event.originator_id.partition(":")
    scheduled = facts.meeting(ref).scheduled if kind == "meeting" else None
    return scheduled.kind if scheduled else None


def _recorded(
    case: Case, duty: CompiledDuty, pattern: EachEvent, happening: Happening, word: str, span: _Span
) -> Sequence[Event]:
    """What happened on the day of an event or later; of an appointment, what was not done by somebody else than the one
    appointed or the one who owes it; of a case, in that case; else in none."""
    facts, event = case.facts, happening.event
    if pattern.event == "role_assigned" and isinstance(event, RoleAssigned):
        if word == "role_assigned":
            return [event]
        if word == "role_ended":
            return _end(facts, happening, event)
    if pattern.event == "role_ended" and word == "role_assigned" and happening.role:
        return facts.read(_successor, happening.role, happening.name, happening.day)
    if pattern.event == "meetings_missed" and pattern.roles and word in ROLE_EVENTS:
        return _succession(facts, pattern, happening, word)
    events = [e for e in of_network(facts, word, pattern.kinds) if e is not event]
    if isinstance(event, RoleAssigned) and pattern.event == "role_assigned":
        return [e for e in events if _of_this_one(case, duty, event, e, span)]
    later = [e for e in events if facts.surely_by(e) >= span.since]
    if isinstance(event, ActRecorded):
        return [e for e in later if getattr(e, "case", None) in (None, event.case)]
    return later


def _of_this_one(case: Case, duty: CompiledDuty, appointed: RoleAssigned, event: Event, span: _Span) -> bool:
    """Whether a fact is about an appointment: what names a party is about that one's alone."""
    by: str | None = getattr(event, "by", None)
    named, day = getattr(event, "case", None), case.facts.surely_by(event)
    if named is not None and named not in (appointed.holder, appointed.holder.partition(":")[2]):
        return False
    if named is not None or by == appointed.holder:
        return span.first <= day <= span.last
    if by is not None and (duty.holder == appointed.role or not case.bears(duty.holder, by, event.effective_on.last)):
        return False
    return day >= span.since


def _successor(facts: Facts, role: str, name: str, day: date) -> Sequence[Event]:
    """The appointment that fills a vacancy: each fills one, the oldest that is open; who goes on in the role, none."""
    vacancies = sorted((v.day, v.name) for v in _left_office(facts) if v.role == role)
    terms = sorted(facts.network.role_intervals(role), key=lambda term: (term[1], term[0].originator_version))
    free = [(first, event) for event, first, _last in terms if not _held_before(facts, event, first)]
    for vacancy in vacancies:
        at = next((index for index, (first, _event) in enumerate(free) if first > vacancy[0]), None)
        filled = free.pop(at)[1] if at is not None else None
        if vacancy == (day, name):
            return [filled] if filled else []
    return ()


def _held_before(facts: Facts, term: RoleAssigned, first: date) -> bool:
    """Whether the one appointed held the role on the day before already."""
    if first == date.min:
        return False
    holders = facts.network.holders_on(term.role, first - timedelta(days=1))
    return any(held.holder == term.holder for held in holders)


def _end(facts: Facts, happening: Happening, event: RoleAssigned) -> Sequence[Event]:
    """What ended a term of office, on its last day."""
    return [_ended_on(facts, event, happening.last)] if happening.last else ()


def _ended_on(facts: Facts, term: RoleAssigned, last: date) -> Event:
    """An end that was told, or the appointment itself, as an event of the last day."""
    return on_its_day(_told_end(facts, term, last) or term, last)


def _succession(facts: Facts, pattern: EachEvent, happening: Happening, word: str) -> Sequence[Event]:
    """After somebody missed meetings: the end of their time in a role, or that somebody else is appointed to it."""
    terms = [interval for role in pattern.roles for interval in facts.network.role_intervals(role)]
    if word == "role_assigned":
        return [e for e, first, _last in terms if first > happening.day and e.holder != happening.party]
    ends = [(e, last) for e, _first, last in terms if e.holder == happening.party and last]
    return [_ended_on(facts, e, last) for e, last in ends if last >= happening.day]
