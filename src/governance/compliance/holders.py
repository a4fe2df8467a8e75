"""Whose duty it is: from a name in the mandate to those who bear it on a day."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from governance.compliance.facts import Facts
from governance.compliance.timeline import merged
from governance.compliance.values import Phase
from governance.mandate.frame import Frame
from governance.model.meeting import Meeting

__all__ = ["Bearers", "always", "bearers_of", "with_bearers"]


class Bearers(NamedTuple):
    """Who bears a duty on a day (none where the role is vacant), and the days on which that changes."""

    on: Callable[[date], tuple[str, ...]]
    changes: Callable[[], Sequence[date]] = tuple


def bearers_of(facts: Facts, mandate: Frame | None, name: str, meeting: Meeting | None = None) -> Bearers:
    """The bearers of ``name``: a role, an organisation, ``network``, ``principal``, ``members`` or ``registry``."""
    role = next((r for r in mandate.roles if r.key == name), None) if mandate else None
    if role and role.held_by == "derived":
        return _derived(facts, mandate, role.derived_from, meeting)
    if role:
        return Bearers(lambda day: facts.read(_holding, name, day), lambda: facts.read(_role_changes, name))
    if name == "network":
        return always(f"network:{facts.key}")
    if name == "principal" and mandate:
        return always(f"org:{mandate.principal.key}")
    return always(name if name in ("members", "registry") else f"org:{name}")


def _derived(facts: Facts, mandate: Frame | None, source: str | None, meeting: Meeting | None) -> Bearers:
    """The host or leader of the meeting, or the holders of another role that is not derived itself."""
    if source == "meeting.host":
        return always(f"org:{meeting.host}") if meeting and meeting.host else Bearers(_nobody)
    if source == "meeting.leader":
        held = meeting.held if meeting else None
        return always(held.led_by) if held and held.led_by else Bearers(_nobody)
    other = next((r for r in mandate.roles if r.key == source), None) if mandate else None
    return bearers_of(facts, mandate, other.key) if other and other.held_by != "derived" else Bearers(_nobody)


def always(party: str) -> Bearers:
    """The same party on every day."""
    bearing = (party,)
    return Bearers(lambda day: bearing)  # noqa: ARG005 - who bears it does not depend on the day


def _nobody(day: date) -> tuple[str, ...]:  # noqa: ARG001 - vacant on every day
    return ()


def _holding(facts: Facts, role: str, day: date) -> tuple[str, ...]:
    return tuple(sorted({assigned.holder for assigned in facts.network.holders_on(role, day)}))


def _role_changes(facts: Facts, role: str) -> tuple[date, ...]:
    """The days on which the holders of a role change."""
    days = set()
    for _assigned, first, last in facts.network.terms(role):
        days.add(first)
        if last and last < date.max:
            days.add(last + timedelta(days=1))
    return tuple(sorted(days))


def with_bearers(phases: Sequence[Phase], bearers: Bearers, trigger: date | None) -> tuple[Phase, ...]:
    """Each phase with its bearers on the day that counts: the due day, else the trigger's day, else the day itself."""
    on = bearers.on
    held: list[Phase] = []
    last: date | None = None
    bearing: tuple[str, ...] = ()
    for index, phase in enumerate(phases):
        counts = phase.due.last if phase.due else trigger or (phase.fulfilled_on.last if phase.fulfilled_on else None)
        if counts is None or counts != last:
            last, bearing = counts, on(counts or phase.since)
        phase = phase._replace(holders=bearing)
        held.append(phase)
        if counts is not None and phase.verdict not in _OPEN:
            continue
        until = phases[index + 1].since if index + 1 < len(phases) else date.max
        for day in (phase.since, *(day for day in bearers.changes() if phase.since < day < until)):
            now = on(day)
            other = {"holders": now} if counts is None else {"present": None if now == bearing else now}
            held.append(phase._replace(since=day, **other))
    return tuple(_last_of_each_day(held)) if len(held) > len(phases) else tuple(held)


_OPEN = ("overdue", "outstanding")
"""What is open past the day that counts: who has it by now is asked as well."""


def _last_of_each_day(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    return merged({phase.since: phase for phase in phases}.values())
