"""Who holds a role of a network, from when to when."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from governance.model.aggregate import Aggregate
from governance.model.event import Event
from governance.model.network_events import RoleAssigned, RoleEnded
from governance.time import When

__all__ = ["Term", "for_sure", "is_rough", "terms_of"]


class Term(NamedTuple):
    """One time in which somebody holds a role: of a date that is known by its month or year only, from the first day
    that it can mean through the last."""

    assigned: RoleAssigned
    first: date
    last: date | None
    """None where it is open."""

    def on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def is_rough(event: Event) -> bool:
    """Whether a day on which a time in a role begins or ends is known by its month or year only."""
    if isinstance(event, RoleAssigned):
        return event.begins.precision != "day" or (event.ends is not None and event.ends.precision != "day")
    return isinstance(event, RoleEnded) and event.ended.precision != "day"


def for_sure(event: Event) -> Event:
    """The same time in a role, as far as it is sure: from the last day on which it can have begun to the first on which
    it can have ended."""
    if not is_rough(event):
        return event
    if isinstance(event, RoleAssigned):
        ends = When.day(event.ends.first) if event.ends else None
        return event.model_copy(update={"starts": When.day(event.begins.last), "ends": ends})
    return event.model_copy(update={"ends": When.day(event.ended.first)}) if isinstance(event, RoleEnded) else event


def terms_of(network: Aggregate, role: str) -> list[Term]:
    """The terms of a role, in the order of their first days. Where the same holder begins anew, for the same member,
    the time before ends the day before; so no day counts twice."""
    held: dict[tuple[str, str | None], list[RoleAssigned]] = {}
    for assigned in network.all(RoleAssigned):
        if assigned.role == role:
            held.setdefault((assigned.holder, assigned.member), []).append(assigned)
    ended = [e for e in network.all(RoleEnded) if e.role == role]
    terms: list[Term] = []
    for (holder, member), appointments in held.items():
        ends = [e.ended for e in ended if e.holder == holder and e.member in (None, member)]
        terms += _terms(sorted(appointments, key=_in_turn), ends)
    return sorted(terms, key=lambda term: _in_turn(term.assigned))


def _in_turn(assigned: RoleAssigned) -> tuple[date, int]:
    return assigned.first_day, assigned.originator_version


def _terms(appointments: Sequence[RoleAssigned], ends: Sequence[When]) -> list[Term]:
    """Those of one holder for one member: each lasts until it ends, or until the day before the next one."""
    terms: list[Term] = []
    reached = date.min
    for index, assigned in enumerate(appointments):
        first = assigned.first_day
        own = [e for e in ends if e.last > first or (e.last == first and reached < first)]
        last = min((e.last for e in (*own, assigned.ends) if e), default=None)
        reached = last or date.max
        following = appointments[index + 1].first_day if index + 1 < len(appointments) else None
        if following == first:
            continue  # of two that begin on one day the one recorded last counts
        if following and following <= reached:
            last = following - timedelta(days=1)
        terms.append(Term(assigned, first, last))
    return terms
