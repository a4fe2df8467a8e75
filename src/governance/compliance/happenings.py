"""What ``each_event`` speaks of: each event of a kind, as an occasion of a duty."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from governance.compliance.case import Case
from governance.compliance.evidence import of_network
from governance.compliance.facts import Facts
from governance.compliance.occasions import AnchorSince, Occasion, Timeline, meetings_around
from governance.duties.anchors import Anchor
from governance.duties.compiled import CompiledDuty
from governance.duties.event_kind import EventKind
from governance.duties.events import event_called
from governance.duties.evidence import evidence_called
from governance.duties.happening import Happening
from governance.duties.patterns import EachEvent
from governance.model.event import Event
from governance.model.network_events import ActRecorded, RoleAssigned

__all__ = ["happening", "happenings"]

_DAY = timedelta(days=1)


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
    events = list(event_called(pattern.event).happenings(case.facts, pattern))
    order = sorted(happening.day for happening in events)
    days_of: dict[str | None, list[date]] = {}
    for happening in sorted(events, key=lambda one: one.day):
        if not pattern.roles or happening.role in pattern.roles:
            days_of.setdefault(happening.party, []).append(happening.day)
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
        own = days_of[happening.party]
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

    @property
    def kind(self) -> EventKind:
        return event_called(self.pattern.event)

    def by(self, duty: CompiledDuty) -> Occasion:
        """What was done before the event counts where the duty is due before it."""
        facts, happening = self.case.facts, self.happening
        day, event = happening.day, happening.event
        backwards = duty.due is not None and duty.due.counts_back
        span = self._span(ahead=backwards and bool(duty.counted_from & {"ahead", "trigger", "term_start"}))
        begins = min(day, facts.surely_by(event)) if self.kind.about_a_role else day
        return Occasion(
            about=self.about,
            subject=facts.key,
            begins=begins,
            arises=begins if self.kind.begins_a_term else day,
            counts=day,
            anchors=self._anchors(duty),
            recorded=lambda word: self._recorded(duty, word, span),
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
        if self.kind.begins_a_term:
            anchors["term_start"] = trigger
            if self.happening.last:
                anchors["term_end"] = [AnchorSince(date.min, Anchor(self.happening.last))]
        return anchors

    def _recorded(self, duty: CompiledDuty, word: str, span: _Span) -> Sequence[Event]:
        """What happened on the day of an event or later; of an appointment, what was not done by somebody else than the
        one appointed or the one who owes it; of a case, in that case; else in none."""
        facts, happening, roles = self.case.facts, self.happening, self.pattern.roles
        after = evidence_called(word).after.get(self.kind.word) if roles or self.kind.about_a_role else None
        if after and after.events:
            return after.events(facts, happening, roles)
        event = happening.event
        candidates = [e for e in of_network(facts, word, self.pattern.kinds) if e is not event]
        if self.kind.begins_a_term and isinstance(event, RoleAssigned):
            return [e for e in candidates if _of_this_one(self.case, duty, event, e, span)]
        later = [e for e in candidates if facts.surely_by(e) >= span.since]
        if isinstance(event, ActRecorded):
            return [e for e in later if getattr(e, "case", None) in (None, event.case)]
        return later


def _kind(facts: Facts, event: Event) -> str | None:
    """The kind of the meeting at which something was decided."""
    kind, _colon, ref = event.originator_id.partition(":")
    scheduled = facts.meeting(ref).scheduled if kind == "meeting" else None
    return scheduled.kind if scheduled else None


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
