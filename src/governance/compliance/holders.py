"""Whose duty it is: from a name in the mandate to those who bear it on a day."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from governance.compliance.facts import Facts
from governance.compliance.timeline import merged
from governance.compliance.values import Phase
from governance.mandate.language import Mandate
from governance.model.meeting import Meeting

__all__ = ["HoldersOn", "holders_of", "with_holders"]

HoldersOn = Callable[[date], tuple[str, ...]]
"""Who bears a duty on a day; none where the role is vacant."""


def holders_of(facts: Facts, mandate: Mandate | None, name: str, meeting: Meeting | None = None) -> HoldersOn:
    """The bearers of ``name``: a role, an organisation, ``network``, ``principal``, ``members`` or ``registry``."""
    role = next((r for r in mandate.roles if r.key == name), None) if mandate else None
    if role and role.held_by == "derived":
        host = meeting.host if meeting else None
        return _always(f"org:{host}") if host else _nobody
    if role:
        return lambda day: tuple(sorted({e.holder for e in facts.network.holders_on(name, day)}))
    if name == "network":
        return _always(f"network:{facts.key}")
    if name == "principal" and mandate:
        return _always(f"org:{mandate.principal.key}")
    if name in ("members", "registry"):
        return _always(name)
    return _always(f"org:{name}")


def _always(party: str) -> HoldersOn:
    return lambda day: (party,)  # noqa: ARG005 - who bears it does not depend on the day


def _nobody(day: date) -> tuple[str, ...]:  # noqa: ARG001 - vacant on every day
    return ()


def role_changes(facts: Facts, role: str) -> list[date]:
    """The days on which the holders of a role change."""
    days = set()
    for _assigned, first, last in facts.network.role_intervals(role):
        days.add(first)
        if last and last < date.max:
            days.add(last + timedelta(days=1))
    return sorted(days)


def with_holders(
    phases: Iterable[Phase], holders: HoldersOn, changes: Iterable[date], trigger: date | None
) -> tuple[Phase, ...]:
    """Each phase with its bearers on the day that counts: the due day, else the trigger's day, else the day itself."""
    held: list[Phase] = []
    phases = list(phases)
    changes = list(changes)
    for index, phase in enumerate(phases):
        counts = phase.due.last if phase.due else trigger
        if counts is None and phase.fulfilled_on:
            counts = phase.fulfilled_on.last
        if counts is not None:
            held.append(phase._replace(holders=holders(counts)))
            continue
        until = phases[index + 1].since if index + 1 < len(phases) else date.max
        days = [phase.since, *(day for day in changes if phase.since < day < until)]
        held += [phase._replace(since=day, holders=holders(day)) for day in days]
    return merged(held)
