"""Once for each event of a kind."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.deeds import deed
from governance.compliance.due import Anchor
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import Facts
from governance.compliance.occasions import AnchorSince, Occasion, Timeline, meetings_around
from governance.compliance.values import Obligation
from governance.duties.event_kind import EventKind, EventSought
from governance.duties.events import event_called
from governance.duties.evidence import evidence_called
from governance.duties.happening import Happening
from governance.duties.measures.base import OfEvent, Stated
from governance.duties.measures.eligible import Eligible
from governance.duties.measures.rotation import Rotation
from governance.duties.measures.separate import Separate
from governance.duties.measures.terms import Terms
from governance.duties.occasions.base import Deed
from governance.duties.occasions.measured import measured
from governance.duties.occasions.recorded import of_network
from governance.duties.people import People
from governance.duties.proof import proof
from governance.duties.scene import Scene
from governance.mandate.names import Names, either
from governance.mandate.tree import Doubt, Node, shown
from governance.mandate.values import Evidence, Key
from governance.model.event import Event
from governance.model.network_events import ActRecorded, RoleAssigned
from governance.text import N_, _

__all__ = ["EachEvent"]


class EachEvent(Deed):
    """Once for each event of a kind: an establishment, an appointment, a decision, an act that the mandate names."""

    pattern: Literal["each_event"]
    event: Evidence
    roles: Annotated[tuple[Key, ...], Field(title="Of these roles, where the event is about one")] = ()
    kinds: Annotated[
        tuple[Key, ...], Field(title="Of these kinds of meeting, where evidence, a day or the event is of one")
    ] = ()
    in_a_row: Annotated[
        int | None, Field(ge=2, le=100, title="So many meetings in a row, where the event is that they were missed")
    ] = None
    without_apology: Annotated[bool, Field(title="Only meetings that were missed without an apology")] = False
    measure: Annotated[
        Annotated[Eligible | Separate | Terms | Rotation, Field(discriminator="of")] | None,
        Field(title="What is measured instead"),
    ] = None

    anchors: ClassVar = ("next_meeting", "previous_meeting")
    of_events: ClassVar = True
    narrows_evidence: ClassVar = True
    proofs: ClassVar = ("evidence", "measure", "step")
    trigger: ClassVar = N_("that day")

    @property
    def of(self) -> EventKind:
        """The row of the word for its event."""
        return event_called(self.event)

    @property
    def sought(self) -> EventSought:
        """Which events it speaks of."""
        return EventSought(self.event, self.roles, self.kinds, self.in_a_row, self.without_apology)

    @property
    def stated_measure(self) -> OfEvent | None:
        return self.measure

    @property
    def meeting_kinds(self) -> tuple[str, ...]:
        return self.kinds

    @property
    def role_keys(self) -> tuple[str, ...]:
        return self.roles

    @property
    def trigger_words(self) -> str:
        return (self.in_a_row and self.of.trigger_of_several) or self.of.trigger or self.trigger

    @classmethod
    def anchors_of(cls, event: str | None) -> tuple[str, ...]:
        always = super().anchors_of(event)
        terms = ("term_start", "term_end") if event and event_called(event).begins_a_term else ()
        return (*always[: -len(cls.anchors)], *terms, *cls.anchors)

    @property
    def appointed_roles(self) -> tuple[str, ...]:
        return self.roles if self.appointment else ()

    @property
    def appointment(self) -> str | None:
        return self.event if self.of.begins_a_term else None

    @property
    def is_called_for(self) -> bool:
        return not self.of.about_a_role

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:
        for number, key in enumerate(self.roles if self.of.of_roles else ()):
            if key in people.roles and people.roles[key].held_by == "derived":
                text = _("nobody is ever appointed {role}: it is derived, so this never falls due")
                advice = _("name the role from which it is derived")
                yield at.doubt(text.format(role=shown(key)), advice, "roles", number)

    @classmethod
    def has_kind(cls, node: Node) -> bool:
        return event_called(node["event"].text or "").at_a_meeting

    @classmethod
    def shared(cls, node: Node) -> str | None:
        return f"event/{node['event'].text}"

    def alone_in_words(self, holder: str) -> str:
        return _(self.of.alone) if self.of.alone and holder in (self.roles or ("members",)) else ""

    def begins(self, names: Names) -> str:
        kind, roles = self.of, either([names.role(key) for key in self.roles])
        if kind.begins_of_duty:
            return kind.begins_of_duty(self.sought, roles)
        if roles and kind.begins_of_roles:
            return _(kind.begins_of_roles).format(roles=roles)
        things = proof(self.event, names).things
        begins = _(kind.begins) if kind.begins else _("Each time this is recorded: {act}").format(act=things)
        return _("{event} (of the role {roles})").format(event=begins, roles=roles) if roles else begins

    def points(self, within: Scene) -> Iterator[str]:
        if self.kinds:
            yield _("It is about meetings{kinds} only.").format(kinds=within.names.of_kinds(self.kinds))
        if self.event == self.evidence and not self.of.about_a_role:
            yield _("What calls for it does not show it: it must be done again.")
        yield from super().points(within)

    def deed_in_words(self, word: str | None, names: Names) -> tuple[str, bool]:
        after = evidence_called(word or "none").after.get(self.event) if self.roles or self.of.about_a_role else None
        return (_(after.deed), False) if after else super().deed_in_words(word, names)

    def completed(self, duty: CompiledDuty) -> CompiledDuty:
        return replace(duty, roles=self.roles, kinds=self.kinds, leaves=self.of.leaves)

    def subjects(self, case: Case, _duty: CompiledDuty, _horizon: int, /) -> tuple[str, ...]:
        """What each event is about that happened while this version of the mandate governed."""
        placed = case.read(_by_name, self.sought)
        return tuple(about for about, one in placed.items() if case.ruling.governs(one.happening.day))

    def judge(self, case: Case, duty: CompiledDuty, about: str, /) -> Iterator[Obligation]:
        occasion = _Seen(case, self.sought, *case.read(_called, self.sought, about)).by(duty)
        if self.measure:
            yield from measured(case, duty, occasion, self.measure)
        else:
            yield from deed(case, duty, occasion, occasion.counts)


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


def _called(case: Case, sought: EventSought, about: str) -> _Placed:
    return case.read(_by_name, sought)[about]


def _by_name(case: Case, sought: EventSought) -> dict[str, _Placed]:
    """Each event of a kind, by what it is about; of these roles, where some are named."""
    events = list(event_called(sought.event).happenings(case.facts, sought))
    order = sorted(happening.day for happening in events)
    days_of: dict[str | None, list[date]] = {}
    for happening in sorted(events, key=lambda one: one.day):
        if not sought.roles or happening.role in sought.roles:
            days_of.setdefault(happening.party, []).append(happening.day)
    names: Counter[str] = Counter()
    placed: dict[str, _Placed] = {}
    for happening in events:
        if sought.roles and happening.role not in sought.roles:
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
    sought: EventSought
    happening: Happening
    about: str
    before: date
    """The day of the event before of the kind."""
    until: date | None
    own: tuple[date, date | None]

    @property
    def kind(self) -> EventKind:
        return event_called(self.sought.event)

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
        if self.case.counted_from(duty) & {"next_meeting", "previous_meeting"}:
            anchors |= meetings_around(self.case.facts, (day, "\uffff"), self.sought.kinds)
            earlier = meetings_around(self.case.facts, (day, ""), self.sought.kinds)  # not one of the same day
            anchors["previous_meeting"] = earlier["previous_meeting"]
        if self.kind.begins_a_term:
            anchors["term_start"] = trigger
            if self.happening.last:
                anchors["term_end"] = [AnchorSince(date.min, Anchor(self.happening.last))]
        return anchors

    def _recorded(self, duty: CompiledDuty, word: str, span: _Span) -> Sequence[Event]:
        """What happened on the day of an event or later; of an appointment, what was not done by somebody else than the
        one appointed or the one who owes it; of a case, in that case; else in none."""
        facts, happening, roles = self.case.facts, self.happening, self.sought.roles
        after = evidence_called(word).after.get(self.kind.word) if roles or self.kind.about_a_role else None
        if after and after.events:
            return after.events(facts, happening, roles)
        event = happening.event
        candidates = [e for e in of_network(facts, word, self.sought.kinds) if e is not event]
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
