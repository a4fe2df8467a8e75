"""A number that is to be kept: the holders of a role, or the members, owed anew each time that it no longer holds."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import before_due, begins_on
from governance.compliance.due import Anchor
from governance.compliance.members import member_changes, of_side, side_called
from governance.compliance.occasions import AnchorSince, Occasion
from governance.compliance.schedule import decided, scheduled
from governance.compliance.timeline import Course, Done, DueSince, Stop, earliest, first_of
from governance.compliance.values import Obligation, Reason
from governance.mandate.duties import CompiledDuty
from governance.mandate.measures import Holders, Members
from governance.model.event import Event
from governance.model.network_events import MemberJoined, MemberLeft, RoleAssigned, RoleEnded
from governance.text import N_
from governance.time import When

__all__ = ["kept"]

_DAY = timedelta(days=1)


def kept(case: Case, duty: CompiledDuty, first: date, last: date | None, stop: Stop | None) -> Iterator[Obligation]:
    """One obligation from the first day of the duty, and one from each day on which the number was lost."""
    measure = duty.measure
    if not isinstance(measure, Holders | Members):
        return
    if isinstance(measure, Holders):
        measure = measure.model_copy(update={"role": case.ruling.appointed(measure.role)})
    count = _counter(case, measure)
    days = sorted({first, *(day for day in _changes(case, measure) if first < day and (last is None or day <= last))})
    holds = [(day, _within(measure, count(day))) for day in days]
    starts = [day for at, (day, right) in enumerate(holds) if at == 0 or (not right and holds[at - 1][1])]
    for at, start in enumerate(starts):
        until = starts[at + 1] if at + 1 < len(starts) else date.max
        restored = next((day for day, right in holds if right and start <= day < until), None)
        yield from _episode(case, duty, measure, start, restored, count, stop)


def _episode(
    case: Case,
    duty: CompiledDuty,
    measure: Holders | Members,
    start: date,
    restored: date | None,
    count: Callable[[date], int],
    stop: Stop | None,
) -> Iterator[Obligation]:
    trigger = [AnchorSince(date.min, Anchor(start))]
    occasion = Occasion(
        about=start.isoformat(),
        subject=case.facts.key,
        begins=start,
        arises=start,
        counts=start,
        anchors={**case.fixed, "trigger": trigger, "ahead": trigger},
        recorded=lambda word: (),  # noqa: ARG005 - what is kept is measured, not recorded
    )
    owed = begins_on(case, duty, occasion)
    if owed is None:
        return
    schedule = scheduled(case, duty, occasion, start, {})
    if duty.due is None:
        schedule.dues = [DueSince(start, When.day(start))]
        schedule.steps = [Reason(N_("It is to hold at once."))]
    schedule = decided(case, duty.duty.waived_by, case.id_of(duty, occasion.about), schedule)
    steps = list(schedule.steps)
    steps.append(Reason(_COUNTED[measure.of], {"n": count(start), "day": start}))
    if restored and restored > start:
        steps.append(Reason(_COUNTED[measure.of], {"n": count(restored), "day": restored}))
    ceased = before_due(owed[1], first_of(schedule.dues))
    ends = earliest(end for end in (stop, ceased, schedule.stop) if end and end.since >= start)
    done = Done(When.day(restored), restored, _evidence(case, measure, restored)) if restored else None
    course = Course(owed[0], start, schedule.dues, done, ends)
    yield case.made(
        duty, occasion, phases=course.phases(), to=Addressee(None), first_due=schedule.first or first_of(schedule.dues),
        trigger=start, steps=steps,
    )  # fmt: skip


def _within(measure: Holders | Members, n: int) -> bool:
    return (measure.at_least or 0) <= n and (measure.at_most is None or n <= measure.at_most)


def _counter(case: Case, measure: Holders | Members) -> Callable[[date], int]:
    """How many there are on a day."""
    network, side = case.facts.network, side_called(case.ruling.mandate, measure.side) if measure.side else None
    if isinstance(measure, Members):
        return lambda day: sum(side is None or member in side.members for member in network.members_on(day))

    def holders(day: date) -> int:
        held = {assigned.holder for assigned in network.holders_on(measure.role, day)}
        return sum(side is None or of_side(case.facts, side, party, day) for party in held)

    return holders


def _changes(case: Case, measure: Holders | Members) -> set[date]:
    """The days on which the number can change."""
    network = case.facts.network
    if isinstance(measure, Members):
        return member_changes(network)
    roles = {measure.role}
    if measure.side:
        roles |= {assigned.role for assigned in network.all(RoleAssigned)}
    days: set[date] = set()
    for role in roles:
        for _assigned, first, last in network.role_intervals(role):
            days.add(first)
            if last and last < date.max:
                days.add(last + _DAY)
    return days


_COUNTED = {"holders": N_("On {day} the role had {n} holders."), "members": N_("On {day} there were {n} members.")}


def _evidence(case: Case, measure: Holders | Members, day: date) -> tuple[int, ...]:
    """What brought the number back on a day."""
    events: list[Event] = []
    network = case.facts.network
    if isinstance(measure, Members):
        events += [e for e in network.all(MemberJoined) if e.effective_on.first == day]
        events += [e for e in network.all(MemberLeft) if e.effective_on.last == day - _DAY]
    else:
        events += [
            e
            for e, first, last in network.role_intervals(measure.role)
            if first <= day and (last is None or day <= last)
        ]
        events += [e for e in network.all(RoleEnded) if e.role == measure.role and e.last_day == day - _DAY]
    return case.facts.evidence(*events) if events else ()
