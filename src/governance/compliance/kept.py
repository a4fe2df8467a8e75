"""A number that is to be kept: the holders of a role, or the members, owed anew each time that it no longer holds."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import before_due, begins_on, ended
from governance.compliance.members import member_changes, of_side, side_called
from governance.compliance.occasions import AnchorSince, Occasion
from governance.compliance.schedule import decided, scheduled
from governance.compliance.timeline import Course, Done, DueSince, Stop, earliest, first_of
from governance.compliance.values import Obligation, Reason
from governance.compliance.versions import Stretch
from governance.duties.anchors import Anchor
from governance.duties.compiled import CompiledDuty
from governance.duties.measures import Holders, Members
from governance.duties.shares import Share, asked
from governance.model.event import Event
from governance.model.network import Version
from governance.model.network_events import MemberJoined, MemberLeft, RoleAssigned, RoleEnded
from governance.text import N_
from governance.time import When

__all__ = ["kept"]

_DAY = timedelta(days=1)


class _Number(NamedTuple):
    """How many there are on a day, and of how many."""

    n: int
    whole: int


def kept(case: Case, duty: CompiledDuty, stretch: Stretch) -> Iterator[Obligation]:
    """One obligation from the first day of the stretch, and one from each day in it on which the number was lost."""
    measure = duty.measure
    if not isinstance(measure, Holders | Members):
        return
    if isinstance(measure, Holders):
        among = tuple(map(case.ruling.appointed, measure.among))
        measure = measure.model_copy(update={"role": case.ruling.appointed(measure.role), "among": among})
    count, first = _counter(case, measure), stretch.first
    end = min(case.ruling.last_day() or date.max, _day_before(stretch.ended_by))
    born = (born for born, _gone in case.facts.network.lives())
    changes = {day for day in (*_changes(case, measure), *born) if first < day <= end}
    alive = (day for day in sorted(changes) if case.ruling.in_force(day, day))  # between two lives nothing is lost
    days = [first, *alive]
    holds = [(day, _within(measure, count(day))) for day in days]
    starts = [day for at, (day, right) in enumerate(holds) if at == 0 or (not right and holds[at - 1][1])]
    for at, start in enumerate(starts):
        until = starts[at + 1] if at + 1 < len(starts) else date.max
        restored = next((day for day, right in holds if right and start <= day < until), None)
        yield from _episode(case, duty, measure, start, restored, count, _asked_otherwise(case, stretch.ended_by))


def _day_before(version: Version | None) -> date:
    return version.since - _DAY if version and version.since > date.min else date.max


def _asked_otherwise(case: Case, version: Version | None) -> Stop | None:
    if version is None:
        return None
    reason = Reason(N_("The mandate in force from {since} no longer asks for it."), {"since": version.since})
    return Stop(version.since, "void", reason, case.facts.evidence(version))


def _episode(
    case: Case,
    duty: CompiledDuty,
    measure: Holders | Members,
    start: date,
    restored: date | None,
    count: Callable[[date], _Number],
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
    steps += _counted(measure, count(start), start)
    if restored and restored > start:
        steps += _counted(measure, count(restored), restored)
    ceased = before_due(owed[1], first_of(schedule.dues))
    gone = ended(case.ruling.last_day(), schedule.dues)
    ends = earliest(end for end in (stop, ceased, gone) if end and end.since >= start)
    done = Done(When.day(restored), restored, _evidence(case, measure, restored)) if restored else None
    course = Course(owed[0], start, schedule.dues, done, ends, excuse=schedule.excused)
    yield case.made(
        duty, occasion, phases=course.phases(), to=Addressee(None), first_due=schedule.first or first_of(schedule.dues),
        trigger=start, steps=steps,
    )  # fmt: skip


_COUNTED = {"holders": N_("On {day} the role had {n} holders."), "members": N_("On {day} there were {n} members.")}
_OF_THESE = {
    (False, True): N_("On {day} {n} of {whole} were on the side."),
    (True, False): N_("On {day} {n} of {whole} held the role."),
    (True, True): N_("On {day} {n} of {whole} held the role and were on the side."),
}
"""Where they are counted of others: by whether they are counted among other roles, and from a side."""


def _counted(measure: Holders | Members, number: _Number, day: date) -> Iterator[Reason]:
    """The number on a day; of a share, of how many it is one and how many that means."""
    n, whole = number
    among, shares = bool(_among(measure)), [b for b in (measure.at_least, measure.at_most) if isinstance(b, Share)]
    if not among and not shares:
        yield Reason(_COUNTED[measure.of], {"n": n, "day": day})
        return
    yield Reason(_OF_THESE[among, bool(measure.side)], {"n": n, "whole": whole, "day": day})
    if isinstance(measure.at_least, Share):
        least = asked(measure.at_least, whole)
        yield Reason(N_("Of {whole} at least {n} are asked for."), {"whole": whole, "n": least})
    if isinstance(measure.at_most, Share):
        most = asked(measure.at_most, whole)
        yield Reason(N_("Of {whole} at most {n} are allowed."), {"whole": whole, "n": most})


def _among(measure: Holders | Members) -> tuple[str, ...]:
    return measure.among if isinstance(measure, Holders) else ()


def _within(measure: Holders | Members, number: _Number) -> bool:
    n, whole = number
    if measure.at_least is not None and n < asked(measure.at_least, whole):
        return False
    return measure.at_most is None or n <= asked(measure.at_most, whole)


def _counter(case: Case, measure: Holders | Members) -> Callable[[date], _Number]:
    """How many there are on a day, and of how many: of all members; of those in the roles among whom they are counted;
    else of all who hold the role."""
    network, side = case.facts.network, side_called(case.ruling.mandate, measure.side) if measure.side else None
    if isinstance(measure, Members):

        def members(day: date) -> _Number:
            everybody = network.members_on(day)
            return _Number(sum(side is None or member in side.members for member in everybody), len(everybody))

        return members

    def holders(day: date) -> _Number:
        held = _holding(case, (measure.role,), day)
        whole = _holding(case, measure.among, day) if measure.among else held
        counted = (side is None or of_side(case.facts, side, party, day) for party in held & whole)
        return _Number(sum(counted), len(whole))

    return holders


def _holding(case: Case, roles: Sequence[str], day: date) -> set[str]:
    return {assigned.holder for role in roles for assigned in case.facts.network.holders_on(role, day)}


def _changes(case: Case, measure: Holders | Members) -> set[date]:
    """The days on which the number can change."""
    network = case.facts.network
    if isinstance(measure, Members):
        return member_changes(network)
    roles = {measure.role, *measure.among}
    if measure.side:
        roles |= {assigned.role for assigned in network.all(RoleAssigned)}
    days: set[date] = set()
    for role in roles:
        for _assigned, first, last in network.role_intervals(role):
            days.add(first)
            if last and last < date.max:
                days.add(last + _DAY)
    return days


def _evidence(case: Case, measure: Holders | Members, day: date) -> tuple[int, ...]:
    """What brought the number back on a day."""
    events: list[Event] = []
    network = case.facts.network
    if isinstance(measure, Members):
        events += [e for e in network.all(MemberJoined) if e.effective_on.first == day]
        events += [e for e in network.all(MemberLeft) if e.effective_on.last == day - _DAY]
    else:
        roles = {measure.role, *measure.among}
        intervals = (interval for role in roles for interval in network.role_intervals(role))
        events += [e for e, first, last in intervals if first <= day and (last is None or day <= last)]
        events += [e for e in network.all(RoleEnded) if e.role in roles and e.last_day == day - _DAY]
    return case.facts.evidence(*events) if events else ()
