"""The obligations of a duty that is met by recorded facts: when they begin, are due, are done, and end otherwise."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from governance.compliance.addressees import addressees
from governance.compliance.case import Addressee, Case
from governance.compliance.conditions import spell
from governance.compliance.due import Anchor
from governance.compliance.duty import CompiledDuty
from governance.compliance.holders import Bearers, always
from governance.compliance.leading import led
from governance.compliance.occasions import AnchorSince, Occasion, Timeline
from governance.compliance.schedule import Schedule, decided, scheduled
from governance.compliance.signatures import signed
from governance.compliance.timeline import (
    Course,
    Done,
    DueSince,
    Stop,
    earliest,
    end_of_body,
    first_of,
    in_force,
    opening,
    too_early,
)
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.workdays import first_day_after
from governance.model.event import Event
from governance.text import N_
from governance.time import When

__all__ = ["before_due", "begins_on", "deed", "ended", "limited", "sibling"]


def deed(case: Case, duty: CompiledDuty, occasion: Occasion, trigger: date | None = None) -> Iterator[Obligation]:
    """What is owed on an occasion, by whom and to whom. ``trigger`` is the day whose holders owe it, where it has no
    due date; the day itself where left out."""
    owed = begins_on(case, duty, occasion)
    if owed is None:
        return
    begins, ends = owed
    schedule = _scheduled(case, duty, occasion, begins, None)
    stops = (occasion.stop, before_due(ends, first_of(schedule.dues)))
    for owing in _owing(case, duty, occasion):
        if owing.to.party and _followed(case, duty):
            schedule = _scheduled(case, duty, occasion, begins, owing.to.party)
        yield _one(case, duty, occasion, owing, begins, schedule, stops, trigger)


class _Owing(NamedTuple):
    """Who owes it to whom, the events that can fulfil it, and who bears it on which day."""

    to: Addressee
    events: Sequence[Event]
    bearers: Bearers


def _one(
    case: Case,
    duty: CompiledDuty,
    occasion: Occasion,
    owing: _Owing,
    begins: date,
    schedule: Schedule,
    stops: Sequence[Stop | None],
    trigger: date | None,
) -> Obligation:
    to, events, bearers = owing
    if case.decisions:
        schedule = decided(case, duty, occasion, schedule, to.suffix)
    begins = max(begins, to.first or begins)
    due = first_of(schedule.dues)
    done, early = _fulfilment(case, duty, occasion, schedule, events)
    over = _over(duty, occasion, max(occasion.begins, to.first or occasion.begins), due)
    gone = ended(case.ruling.last_day(), schedule.dues) if duty.of_living_body else None
    stop = earliest((*stops, _missed(duty, occasion, schedule), over, _left(to.last, due), gone))
    if stop is occasion.stop and stop and occasion.too_late and due and due.last < stop.since:
        stop = stop._replace(verdict="breached", reason=occasion.too_late)
    settling = (done and done.by, stop and stop.since, early and early.since)
    excuse = earliest((schedule.excuse, _exempted(occasion, schedule.exempt, *settling)))
    course = Course(begins, occasion.arises, schedule.dues, done, stop, schedule.opens, excuse, early)
    phases = led(case, duty, occasion, course) if duty.shows.by_leader else course.phases()
    return case.made(
        duty, occasion, phases=phases, to=to, first_due=schedule.first or due, trigger=trigger, steps=schedule.steps,
        bearers=bearers,
    )  # fmt: skip


def _exempted(occasion: Occasion, exempt: Stop | None, *settling: date | None) -> Stop | None:
    """An exemption, unless it is of a later occasion of the kind: this one was settled by then."""
    settled = min((day for day in settling if day), default=date.max)
    if exempt and occasion.until and settled < exempt.since and occasion.until <= exempt.since:
        return None
    return exempt


# What fulfils it, and what came too early ----------------------------------------------------------------------


def _fulfilment(
    case: Case, duty: CompiledDuty, occasion: Occasion, schedule: Schedule, events: Sequence[Event]
) -> tuple[Done | None, Stop | None]:
    """What fulfils it, of those events that are not too early, and the breach that others are."""
    if duty.not_before is None or not events:
        return _signed(case, duty, occasion, events), None
    timely = [event for event in events if not _is_early(case, duty, occasion, schedule, event)]
    done = _signed(case, duty, occasion, timely)
    early = _signed(case, duty, occasion, events) if len(timely) < len(events) else None
    return done, _too_early(schedule, early) if early and not _for_other_reasons(duty, occasion) else None


def _for_other_reasons(duty: CompiledDuty, occasion: Occasion) -> bool:
    """Whether what was recorded need not be meant for the duty: a meeting of a period that comes too early is no
    breach."""
    return occasion.span is not None and duty.shows.holds == "this"


def _is_early(case: Case, duty: CompiledDuty, occasion: Occasion, schedule: Schedule, event: Event) -> bool:
    """Whether an event came too early for certain: before the day in force by then, or before what it must follow."""
    done = case.done_by(event, (event,))
    opens = in_force(schedule.opens, done.by)
    if opens is None and duty.not_before:
        known = (schedule.occasion or occasion).anchors_on(done.by)
        later = Anchor(done.by + timedelta(days=1)) if done.by < date.max else Anchor(done.by)
        awaited = {name: known.get(name, later) for name in duty.not_before.counted_from}
        bound = duty.not_before.due(known | awaited, case.place) if duty.not_before.may_come else None
        if bound and bound.when.first > done.by:
            return True
        opens = opening(schedule.opens, done.by)
    early = too_early(done, opens) if opens else None
    return early is not None and early[0] == "breached"


def _too_early(schedule: Schedule, early: Done) -> Stop:
    opens = opening(schedule.opens, early.by)
    if opens and (breach := too_early(early, opens)):
        return Stop(early.by, "breached", breach[1], early.evidence)
    unopened = Reason(N_("Done {when}, too early: before what it must follow."), {"when": early.when})
    return Stop(early.by, "breached", unopened, early.evidence)


def _over(duty: CompiledDuty, occasion: Occasion, begins: date, due: When | None) -> Stop | None:
    """What fell due before there was anybody to owe it is void."""
    if due is None or due.last >= begins or not _cut(duty, occasion, begins):
        return None
    reason = Reason(N_("It was due by {day}, before there was anybody to owe it."), {"day": due.last})
    return Stop(begins, "void", reason, ())


def ended(last: date | None, dues: Sequence[DueSince]) -> Stop | None:
    """Where the body or its mandate ends on a day, what only a living body can do can be done no longer: what was past
    its date is broken for good."""
    if last is None or last == date.max:
        return None
    since = last + timedelta(days=1)
    change = in_force(dues, since)
    late = change is not None and change.due is not None and change.due.last < since
    return Stop(since, "breached" if late else "void", end_of_body(last), ())


def _cut(duty: CompiledDuty, occasion: Occasion, begins: date) -> bool:
    """Whether a part of its time was over when the body, its mandate or the holder began, and the mandate does not say
    that such a part is owed all the same."""
    if occasion.opens is None or duty.part_periods == "owed":
        return False
    return begins > occasion.opens


def _owing(case: Case, duty: CompiledDuty, occasion: Occasion) -> Iterator[_Owing]:
    for to in addressees(case, duty, occasion):
        bearers = always(to.party) if to.party else case.bearers(duty, occasion.meeting)
        yield _Owing(to, _events(case, duty, occasion, to), bearers)


def _events(case: Case, duty: CompiledDuty, occasion: Occasion, to: Addressee) -> Sequence[Event]:
    """What was recorded of the occasion that counts towards an addressee."""
    events = occasion.of(duty.shows.word)
    for word in duty.or_evidence:
        events = [*events, *occasion.of(word)]
    return case.counting(duty, events, to) if events else ()


def _signed(case: Case, duty: CompiledDuty, occasion: Occasion, events: Sequence[Event]) -> Done | None:
    return signed(case, duty, occasion, events) if events else None


def begins_on(case: Case, duty: CompiledDuty, occasion: Occasion) -> tuple[date, Stop | None] | None:
    """Since when it is owed, and what ends that, by its conditions; None where they never hold."""
    if not _in_its_time(case, duty, occasion):
        return None
    condition = duty.condition
    if condition is None:
        return occasion.begins, None
    holds = spell(condition, case.facts, case.ruling.mandate, occasion)
    if holds is None:
        return None
    begins = max(occasion.begins, holds[0])
    if holds[1] is None:
        return begins, None
    if holds[1] <= begins:
        return None
    return begins, Stop(holds[1], "void", Reason(N_("What the mandate makes it depend on holds no longer.")), ())


def before_due(ends: Stop | None, due: When | None) -> Stop | None:
    """What fell due before its condition ceased to hold is owed all the same."""
    return None if ends and due and due.last < ends.since else ends


def limited(phases: Sequence[Phase], begins: date, ends: Stop | None) -> list[Phase]:
    """What holds from the day on which it is owed, and until that ends."""
    at = max((index for index, phase in enumerate(phases) if phase.since <= begins), default=0)
    kept = [phase._replace(since=max(phase.since, begins)) for phase in phases[at:]]
    if ends and (not kept or kept[-1].verdict not in ("fulfilled", "breached") or kept[-1].since > ends.since):
        kept = [phase for phase in kept if phase.since < ends.since]
        kept.append(Phase(ends.since, ends.verdict, ends.reason, None, None, ends.evidence))
    return kept


def _in_its_time(case: Case, duty: CompiledDuty, occasion: Occasion) -> bool:
    """Whether the occasion lies in the first time after the establishment, or after it, as the duty says."""
    first, after = duty.during_first, duty.after_first
    if first is None and after is None:
        return True
    began = case.facts.network.established_on()
    if began is None:
        return False
    day = occasion.span[0] if occasion.span else occasion.counts
    if first and day >= first_day_after(began.first, first, case.place):
        return False
    return not (after and day < first_day_after(began.first, after, case.place))


def _missed(duty: CompiledDuty, occasion: Occasion, schedule: Schedule) -> Stop | None:
    """What can only come before a meeting, and has a due date, can come no longer once it was held."""
    if duty.shows.comes != "before" or occasion.meeting is None or occasion.arises is None:
        return None
    dated = next((change.since for change in schedule.dues if change.due), None)
    if dated is None:
        return None
    return Stop(max(occasion.arises, dated), "breached", Reason(N_("The meeting was held without it.")), ())


def _left(last: date | None, due: When | None) -> Stop | None:
    """Who leaves before it is due owes it no longer."""
    if last is None or (due and due.last <= last):
        return None
    since = last + timedelta(days=1) if last < date.max else last
    return Stop(since, "void", Reason(N_("The one who owed it held the role no longer.")), ())


# What other steps and duties a rule counts from ----------------------------------------------------------------


def _scheduled(case: Case, duty: CompiledDuty, occasion: Occasion, begins: date, party: str | None) -> Schedule:
    """When it is due, also where that is counted from what the party did before."""
    siblings = _siblings(case, duty, occasion, party) if _followed(case, duty) else {}
    return scheduled(case, duty, occasion, begins, siblings)


def _followed(case: Case, duty: CompiledDuty) -> frozenset[str]:
    """The days of other steps and duties that its due date can come to be counted from."""
    if not case.amended:
        return duty.follows
    return frozenset(name for name in case.counted_from(duty) if name.startswith(("done.", "due.")))


def _siblings(
    case: Case, duty: CompiledDuty, occasion: Occasion, party: str | None, seen: frozenset[str] = frozenset()
) -> Timeline:
    """The days on which other steps and duties of the same occasion were done and due, as the rules name them; done by
    the same party, where each owes it by itself."""
    found: dict[str, list[AnchorSince]] = {}
    follows = _followed(case, duty)
    for name in follows - seen:
        kind, _dot, key = name.partition(".")
        other = sibling(case, duty, key)
        if other is None:
            continue
        seen_by = occasion.seen_by(other) if occasion.seen_by else occasion
        own = party if other.by_each else None
        to = Addressee(other.counterparty[0] if len(other.counterparty) == 1 else None, party=own)
        if kind == "done":
            if done := _signed(case, other, seen_by, _events(case, other, seen_by, to)):
                zone = ZoneInfo(case.place.zone)
                at = f"{done.moment.astimezone(zone):%H:%M}" if done.moment else None
                found[name] = [AnchorSince(done.by, Anchor(done.by, at))]
        else:
            inner = scheduled(
                case, other, seen_by, occasion.begins, _siblings(case, other, seen_by, party, seen | follows)
            )
            inner = decided(case, other, seen_by, inner, to.suffix)
            found[name] = [AnchorSince(c.since, Anchor(c.due.last) if c.due else None) for c in inner.dues]
    return found


def sibling(case: Case, duty: CompiledDuty, key: str) -> CompiledDuty | None:
    """The step of the same duty, or the duty of the same mandate, that has this name."""
    steps = (other for other in case.ruling.duties if other.id == duty.id and other.step == key)
    whole = (other for other in case.ruling.duties if other.id == key and other.step is None)
    return next(steps, None) or next(whole, None)
