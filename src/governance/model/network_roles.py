"""Who holds a role of a network, from when to when; and the rules of who takes it over, and who gives it up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from governance.errors import (
    EndsBeforeItBegins,
    PartyUnknown,
    RoleHeldAlready,
    RoleHolderUnfit,
    RoleIsDerived,
    RoleNotHeld,
    RoleUnknown,
)
from governance.model.aggregate import Context, require_party
from governance.model.event import Event
from governance.model.network_events import RoleAssigned, RoleEnded
from governance.time import When

if TYPE_CHECKING:
    from governance.mandate.frame import Frame
    from governance.model.network import Network

__all__ = ["Term", "for_sure", "is_rough", "role_assigned", "role_ended", "terms_of"]

_HELD_BY = {"person": ("person",), "persons": ("person",), "organisation": ("org", "group", "network")}


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


def terms_of(network: Network, role: str) -> list[Term]:
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


def role_assigned(network: Network, event: RoleAssigned, context: Context) -> None:
    """The same holder begins once on a day, for one member; an end of the time before may be recorded afterwards."""
    starts = event.first_day
    network.require_alive(starts)
    require_party(event.holder, context)
    if event.ends and event.ends.last < starts:
        raise EndsBeforeItBegins(what=event.role, starts=starts, ends=event.ends)
    if mandate := network.mandate_on(starts) or network.mandate_on(context.today):
        _role_fits(mandate, event)
    if event.member and not _can_be_stood_for(network, event.member):
        raise PartyUnknown(party=event.member)
    for held in network.all(RoleAssigned):
        if (held.role, held.holder, held.member, held.first_day) == (event.role, event.holder, event.member, starts):
            raise RoleHeldAlready(holder=event.holder, role=event.role)


def _role_fits(mandate: Frame, event: RoleAssigned) -> None:
    role = next((r for r in mandate.roles if r.key == event.role), None)
    if role is None:
        raise RoleUnknown(role=event.role, allowed=", ".join(r.key for r in mandate.roles))
    if role.held_by == "derived":
        raise RoleIsDerived(role=event.role, source=role.derived_from)
    if event.holder.partition(":")[0] not in _HELD_BY[role.held_by]:
        raise RoleHolderUnfit(role=event.role, kind=role.held_by, holder=event.holder)


def _can_be_stood_for(network: Network, member: str) -> bool:
    """An organisation that the record or the mandate names, or one of its sides."""
    sides = (side.key for mandate in network.mandates() for side in getattr(mandate, "sides", ()))
    return network.knows(f"org:{member}") or member in sides


def role_ended(network: Network, event: RoleEnded, context: Context) -> None:
    """The appointment that it ends is recorded before it."""
    own = [e for e in network.all(RoleAssigned) if (e.role, e.holder) == (event.role, event.holder)]
    if event.member:
        own = [e for e in own if e.member == event.member]
    begins = min((e.first_day for e in own), default=None)
    if begins is None:
        raise RoleNotHeld(holder=event.holder, role=event.role, day=event.last_day)
    if event.last_day < begins:
        raise EndsBeforeItBegins(what=event.role, starts=begins, ends=event.last_day)
