"""Who holds a role of a network, from when to when, and how surely that is known."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from governance.model.aggregate import Aggregate
from governance.model.event import Event
from governance.model.network_events import RoleAssigned, RoleEnded
from governance.time import When

__all__ = ["Term", "for_sure", "is_rough", "terms_of"]


class Term(NamedTuple):
    """One time in which somebody holds a role. A date that is known by its month or year only leaves days on which the
    holder may have held it, before those on which it is sure and after them."""

    assigned: RoleAssigned
    first_possible: date
    first_sure: date
    last_sure: date | None
    """None where it is open. It lies before ``first_sure`` where no day is sure."""
    last_possible: date | None

    def possibly(self, day: date) -> bool:
        """Whether the holder may have held it on a day."""
        return self.first_possible <= day and (self.last_possible is None or day <= self.last_possible)

    def surely(self, day: date) -> bool:
        """Whether the holder held it on a day, whatever day the rough dates mean."""
        return self.first_sure <= day and (self.last_sure is None or day <= self.last_sure)


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
    """The terms of a role, in the order of their first days."""
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
        lasts = [*own, *([assigned.ends] if assigned.ends else [])]
        last_sure = min((e.first for e in lasts), default=None)
        last = min((e.last for e in lasts), default=None)
        reached = last or date.max
        following = appointments[index + 1].first_day if index + 1 < len(appointments) else None
        if following == first:
            continue  # of two that begin on one day the one recorded last counts
        if following and following <= reached:
            last = following - timedelta(days=1)
            last_sure = min(last_sure or last, last)
        terms.append(Term(assigned, first, assigned.begins.last, last_sure, last))
    return terms
