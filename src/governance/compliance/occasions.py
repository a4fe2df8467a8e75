"""What calls for a duty: a meeting, a period, an event, with the days to count from and what was recorded of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from governance.compliance.due import Anchor
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import Facts, of_kind
from governance.compliance.timeline import Stop, end_of_body
from governance.compliance.values import Reason
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import MeetingCalled, MeetingScheduled
from governance.text import N_
from governance.time import When

__all__ = [
    "AnchorSince",
    "Occasion",
    "Timeline",
    "after_the_end",
    "anchor_of",
    "meeting_occasion",
    "meetings_around",
    "moment_of",
    "neighbours",
]


class AnchorSince(NamedTuple):
    """From ``since`` on this is the day to count from; ``anchor`` is None where there is none any more."""

    since: date
    anchor: Anchor | None


Timeline = Mapping[str, Sequence[AnchorSince]]
"""For each name that a due rule can count from, what it is and since when, in order."""


@dataclass(frozen=True)
class Occasion:
    """One thing that calls for duties."""

    about: str
    """The last part of the obligation's id: a meeting's key, a period's label, …"""
    subject: str
    begins: date
    """Since when there is such an obligation."""
    arises: date | None
    """Since when it can be met; None where what calls for it has not happened yet."""
    counts: date
    """The day whose holders and members count: the trigger, or the day for which it is planned."""
    anchors: Timeline
    recorded: Callable[[str], Sequence[Event]]
    """What was recorded of the occasion, by the word for it, in the order of the log."""
    within: Callable[[str], Sequence[Event]] | None = None
    """What was recorded in the occasion's own time, where what counts for it may be recorded later."""
    stop: Stop | None = None
    too_late: Reason | None = None
    """Why it is broken for good where ``stop`` came only after the due date; None where that makes no difference."""
    span: tuple[date, date] | None = None
    """The first and last day, where it has several."""
    until: date | None = None
    """Of an event, the day of the next of its kind."""
    opens: date | None = None
    """Of a period, the day on which its obligation begins where there is a body and a mandate by then."""
    meeting: Meeting | None = None
    kind: str | None = None
    """The kind of the meeting, where it is one."""
    kinds: Sequence[str] = ()
    """The kinds of meeting that the duty speaks of; all where none is named."""
    event: Event | None = None
    """What happened, where it is an event."""
    concerns: str | None = None
    """Whom that concerns alone: the one appointed, the member that joined."""
    seen_by: "Callable[[CompiledDuty], Occasion] | None" = None
    """The same occasion for another duty, where it depends on the duty what was recorded of it."""
    found: dict[str, Sequence[Event]] = field(default_factory=dict)
    """What was looked for before."""
    known: dict[date, dict[str, Anchor]] = field(default_factory=dict, init=False)
    """The days to count from that were asked for before."""

    def of(self, word: str) -> Sequence[Event]:
        """What was recorded of it, looked up once."""
        events = self.found.get(word)
        if events is None:
            events = self.found[word] = self.recorded(word)
        return events

    def anchors_on(self, day: date) -> dict[str, Anchor]:
        """Each day to count from that is known on a day."""
        known = self.known.get(day)
        if known is None:
            known = self.known[day] = {}
            for name, changes in self.anchors.items():
                for since, anchor in changes:
                    if since <= day:
                        if anchor is None:
                            known.pop(name, None)
                        else:
                            known[name] = anchor
        return known


def moment_of(day: date, at: str | None, zone: str) -> datetime | None:
    """The instant (UTC) of a time of day in a time zone; None where no time was told."""
    if at is None:
        return None
    hour, minute = (int(part) for part in at.split(":"))
    return datetime.combine(day, time(hour, minute), ZoneInfo(zone)).astimezone(UTC)


def anchor_of(facts: Facts, event: Event) -> Anchor:
    """The day by whose end an event surely had happened, with its time where that was told."""
    return Anchor(facts.surely_by(event), event.effective_at)


def meeting_occasion(
    facts: Facts,
    meeting: Meeting,
    kinds: Sequence[str],
    recorded: Callable[[str], Sequence[Event]],
    fixed: Timeline,
) -> Occasion | None:
    """A meeting calls for what follows it once it was held, and for what precedes it since it is planned."""
    scheduled, held, cancelled = meeting.scheduled, meeting.held, meeting.cancelled
    if scheduled is None:
        return None
    held_day = facts.surely_by(held) if held else None
    begins = min(facts.surely_by(scheduled), held_day or date.max)
    anchors: dict[str, Sequence[AnchorSince]] = {**fixed}
    planned = ahead = list(_planned(facts, meeting, begins))
    if held and held_day:
        at = [AnchorSince(held_day, Anchor(held_day, held.effective_at or _planned_time(meeting)))]
        anchors["trigger"] = anchors["meeting"] = at
        if all(change.anchor is None for change in ahead):
            ahead = at  # it never was planned for a day
    anchors["planned"], anchors["ahead"] = planned, ahead
    if called := meeting.all(MeetingCalled):
        first = anchor_of(facts, called[0])
        anchors["called"] = [AnchorSince(first.day, first)]
    stop = None
    if cancelled:
        reason = Reason(N_("The meeting was cancelled {when}."), {"when": cancelled.effective_on})
        stop = Stop(facts.surely_by(cancelled), "void", reason, facts.evidence(cancelled))
    plan = meeting.planned_on
    return Occasion(
        about=meeting.ref.partition("/")[2],
        subject=meeting.ref,
        begins=begins,
        arises=held_day,
        counts=held_day or (plan.last if plan else begins),
        anchors=anchors,
        recorded=recorded,
        stop=stop,
        meeting=meeting,
        kind=scheduled.kind,
        kinds=kinds,
    )


def after_the_end(facts: Facts, meeting: Meeting, last: date | None) -> Stop | None:
    """A meeting that was planned for a day after the last of the body or its mandate, and not held by then, comes no
    more."""
    if last is None or last == date.max or (meeting.held and facts.surely_by(meeting.held) <= last):
        return None
    since = last + timedelta(days=1)
    plans = meeting.plans
    plan = next((p for p in reversed(plans) if facts.surely_by(p) <= since), next(iter(plans), None))
    if plan is None or plan.planned_on.last <= last:
        return None
    return Stop(since, "void", end_of_body(last), ())


def _planned_time(meeting: Meeting) -> str | None:
    """The time for which it is planned, where it was held on the day for which it was planned."""
    plan, held = meeting.plan, meeting.held
    return plan.planned_at if plan and held and plan.planned_on == held.effective_on else None


def _planned(facts: Facts, meeting: Meeting, begins: date) -> Iterator[AnchorSince]:
    """For which day it was planned since when; a month is no day to count from."""
    for plan in meeting.plans:
        since = begins if isinstance(plan, MeetingScheduled) else max(begins, facts.surely_by(plan))
        when: When = plan.planned_on
        yield AnchorSince(since, Anchor(when.last, plan.planned_at) if when.precision == "day" else None)


def neighbours(facts: Facts, meeting: Meeting, kinds: Sequence[str]) -> dict[str, Sequence[AnchorSince]]:
    """``next_meeting`` and ``previous_meeting`` of these kinds, since when each is known to be that."""
    held = meeting.held
    if held is None:
        own = meeting.planned_on
        this = (own.last, meeting.ref) if own else None
    else:
        this = (facts.surely_by(held), meeting.ref)
    return meetings_around(facts, this, kinds) if this else {}


def meetings_around(facts: Facts, this: tuple[date, str], kinds: Sequence[str]) -> dict[str, Sequence[AnchorSince]]:
    """The meetings of these kinds before and after a day (and, of several on it, a reference)."""
    before: list[AnchorSince] = []
    if (previous := facts.held_before(this, kinds)) and previous.held:
        anchor = anchor_of(facts, previous.held)
        before.append(AnchorSince(anchor.day, anchor))
    return {"next_meeting": facts.read(_next_meeting, this, tuple(kinds)), "previous_meeting": before}


class _Plan(NamedTuple):
    """For which day a meeting is planned from ``since`` on, or was held then; no day where it was called off."""

    since: date
    ref: str
    day: date | None
    anchor: Anchor | None = None
    """None also where it is planned for a month: that is no day to count from."""
    held: bool = False


def _next_meeting(facts: Facts, this: tuple[date, str], kinds: tuple[str, ...]) -> tuple[AnchorSince, ...]:
    """What was the next meeting on each day, as planned, called off and held by then."""
    changes: list[AnchorSince] = []
    expected: dict[str, _Plan] = {}
    for plan in facts.read(_plans, kinds):
        if plan.day and (plan.day, plan.ref) > this:
            expected[plan.ref] = plan
        elif plan.ref in expected:
            del expected[plan.ref]
        else:
            continue
        following = plan if plan.held and plan.ref in expected else min(expected.values(), key=_order, default=None)
        change = AnchorSince(plan.since, following.anchor if following else None)
        if changes and changes[-1].since == change.since:
            changes.pop()
        if not changes or changes[-1].anchor != change.anchor:
            changes.append(change)
        if plan.held and plan.ref in expected:
            break
    return tuple(changes)


def _order(plan: _Plan) -> tuple[date, str]:
    return plan.day or date.max, plan.ref


def _plans(facts: Facts, kinds: tuple[str, ...]) -> tuple[_Plan, ...]:
    """What was planned, called off and held of the meetings of these kinds, in the order of time."""
    plans: list[_Plan] = []
    for meeting in facts.meetings.values():
        if meeting.scheduled is None or not of_kind(meeting, kinds):
            continue
        for plan in meeting.plans:
            day = plan.planned_on.last
            anchor = Anchor(day, plan.planned_at) if plan.planned_on.precision == "day" else None
            plans.append(_Plan(facts.surely_by(plan), meeting.ref, day, anchor))
        if cancelled := meeting.cancelled:
            plans.append(_Plan(facts.surely_by(cancelled), meeting.ref, None))
        if held := meeting.held:
            anchor = anchor_of(facts, held)
            plans.append(_Plan(anchor.day, meeting.ref, anchor.day, anchor, held=True))
    return tuple(sorted(plans, key=lambda plan: plan.since))
