"""Measures of an appointment: who may be appointed, what goes together, and for how long."""

from collections.abc import Iterator
from datetime import date, timedelta

from governance.compliance.case import Case
from governance.compliance.holders import bearers_of
from governance.compliance.members import sides_of
from governance.compliance.occasions import Occasion
from governance.compliance.values import Reason, Verdict
from governance.duties.due.length import Length, first_day_after
from governance.duties.facts import stands_for
from governance.duties.measures import Eligible, Separate, Terms
from governance.model.network_events import RoleAssigned
from governance.text import N_

__all__ = ["eligible", "separate", "terms"]


def eligible(case: Case, measure: Eligible, occasion: Occasion, event: RoleAssigned) -> tuple[Verdict, Reason]:
    """Whether the one appointed comes from where the mandate says, on the first day in the role."""
    day, party, mandate = occasion.counts, event.holder, case.ruling.mandate
    told = {"by": party, "day": day}
    if any(party in bearers_of(case.facts, mandate, role).on(day) for role in measure.roles):
        return "fulfilled", Reason(N_("{by} held a role from which it can be filled on {day}."), told)
    members = {event.member} if event.member else stands_for(case.facts, party, day)
    if party.startswith("org:"):
        members = {*members, party.removeprefix("org:")}
    sides = {*sides_of(case.facts, mandate, party, day), *members}
    for member in members:
        sides |= {side.key for side in case.ruling.sides if member in side.members}
    if members & {*measure.members} or sides & {*measure.sides}:
        return "fulfilled", Reason(N_("{by} comes from where the mandate says on {day}."), told)
    if not measure.roles and not members and not sides:
        return "undetermined", Reason(N_("For whom {by} stands was not told."), told)
    return "breached", Reason(N_("{by} does not come from where the mandate says on {day}."), told)


def separate(case: Case, measure: Separate, occasion: Occasion, event: RoleAssigned) -> tuple[Verdict, Reason]:
    """Whether the one appointed holds none of the roles that must not go together, on the first day."""
    day = occasion.counts
    for role in measure.roles:
        if role != event.role and event.holder in bearers_of(case.facts, case.ruling.mandate, role).on(day):
            held = {"by": event.holder, "role": role, "day": day}
            return "breached", Reason(N_("{by} held the role {role} as well on {day}."), held)
    return "fulfilled", Reason(N_("{by} held none of the other roles on {day}."), {"by": event.holder, "day": day})


def terms(case: Case, measure: Terms, event: RoleAssigned) -> Iterator[tuple[date, Verdict, Reason]]:
    """How many terms the holder has had running with this one, and for how many years; since when that holds."""
    chain = _running(case, event)
    first, last = next((f, to) for e, f, to in chain if e.originator_version == event.originator_version)
    told = {"by": event.holder, "n": len(chain), "most": measure.at_most or 0, "since": chain[0][1]}
    if measure.at_most is not None and len(chain) > measure.at_most:
        yield first, "breached", Reason(N_("{by} begins term {n} running; at most {most} are allowed."), told)
        return
    within = Reason(N_("{by} begins term {n} running."), told)
    if measure.years is None:
        yield first, "fulfilled", within
        return
    limit = first_day_after(chain[0][1], Length(years=measure.years), case.place)
    told = {**told, "limit": limit}
    too_long = Reason(N_("{by} has held the role since {since}, beyond {limit}."), told)
    if first >= limit:
        yield first, "breached", too_long
        return
    yield first, "upcoming", Reason(N_("{by} has held the role since {since} and must leave before {limit}."), told)
    if last is not None and last < limit:
        yield last + timedelta(days=1), "fulfilled", Reason(N_("{by} left before {limit}."), told)
    else:
        yield limit, "breached", too_long


def _running(case: Case, event: RoleAssigned) -> list[tuple[RoleAssigned, date, date | None]]:
    """The terms of the same holder in the same role up to this one, each beginning the day after the one before."""
    own = [i for i in case.facts.network.role_intervals(event.role) if i[0].holder == event.holder]
    own.sort(key=lambda interval: (interval[1], interval[0].originator_version))
    chain: list[tuple[RoleAssigned, date, date | None]] = []
    for interval in own:
        ended = chain[-1][2] if chain else None
        if chain and (ended is None or interval[1] > ended + timedelta(days=1)):
            chain = []
        chain.append(interval)
        if interval[0].originator_version == event.originator_version:
            break
    return chain
