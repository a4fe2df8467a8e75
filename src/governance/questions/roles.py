"""Questions about roles: who held them, where nobody did, and where too many did."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from governance.compliance.facts import Facts
from governance.compliance.values import Verdict
from governance.mandate.frame import Frame, Role
from governance.model.network import mandate_of
from governance.questions.picking import pick
from governance.questions.view import View, roles_called
from governance.text import N_
from governance.time import When

__all__ = ["DoubleHolders", "RoleHolder", "VacantDuty", "double_holders", "role_holders", "vacant_duties"]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """Who holds a role on a day. A role held by several has a row for each."""

    network: str
    role: str
    holder: str | None
    """None where it is vacant, or derived from something that there is not on the day."""
    starts: date | None
    """The first day; of a vacancy the day after the last holder's, None where there was never a holder."""
    ends: date | None
    """The last day, as known; None where it is open."""
    decided_by: str | None
    decided_on: When | None
    position: int | None
    """Of the event that assigned it."""
    derived_from: str | None
    """For a role to which nobody is appointed, what it follows from: ``meeting.host``."""
    meeting: str | None
    """For a derived role, the meeting on the day from which it follows."""
    member: str | None = None
    """The member, or the side, whom the holder stands for."""


def role_holders(view: View, role: str | None = None) -> tuple[RoleHolder, ...]:
    """Who holds each role of the mandate on the day, or one role by its key or name.

    Raises ReferenceUnknown for a role that no mandate has.
    """
    wanted = None if role is None else roles_called(view, role)
    rows: list[RoleHolder] = []
    for facts in view.happened.values():
        mandate = facts.network.mandate_on(view.as_of)
        for one in mandate.roles if mandate else ():
            if wanted is None or one.key in wanted:
                held = _derived if one.held_by == "derived" else _appointed
                rows += held(facts, one, view.as_of)
    return tuple(rows)


def _appointed(facts: Facts, role: Role, day: date) -> Iterator[RoleHolder]:
    spans = facts.network.terms(role.key)
    holding = [(e, first, last) for e, first, last in spans if first <= day and (last is None or day <= last)]
    for event, first, last in sorted(holding, key=lambda span: (span[1], span[0].holder)):
        member = f"org:{event.member}" if facts.network.knows(f"org:{event.member}") else event.member
        yield RoleHolder(facts.key, role.key, event.holder, first, last, event.decided_by, event.decided_on,
                         facts.position(event), None, None, member)  # fmt: skip
    if not holding:
        left = max((last for _e, _first, last in spans if last and last < day), default=None)
        follows = min((first for _e, first, _last in spans if first > day), default=None)
        yield RoleHolder(facts.key, role.key, None, left + _DAY if left else None, follows - _DAY if follows else None,
                         None, None, None, None, None)  # fmt: skip


def _derived(facts: Facts, role: Role, day: date) -> Iterator[RoleHolder]:
    """The host of each meeting on the day."""
    any_meeting = False
    for ref, meeting in sorted(facts.meetings.items()):
        when = meeting.held.effective_on if meeting.held else meeting.planned_on
        if when == When.day(day) and not meeting.cancelled:
            any_meeting = True
            host = f"org:{meeting.host}" if meeting.host else None
            yield RoleHolder(facts.key, role.key, host, day, day, None, None, None, role.derived_from, ref)
    if not any_meeting:
        yield RoleHolder(facts.key, role.key, None, None, None, None, None, None, role.derived_from, None)


@dataclass(frozen=True, slots=True)
class VacantDuty:
    """An obligation that nobody holds on the day that counts: its due day, else the day of what called for it."""

    network: str
    obligation: str
    role: str
    """The vacant one."""
    verdict: Verdict
    due: When | None
    fulfilled_on: When | None
    """It may have been done all the same."""


vacant_duties = pick(
    VacantDuty,
    lambda s: not s.phase.holders and s.phase.verdict not in ("void", "waived"),
    N_("Which duties fell into a vacancy; those that are void or waived are none any more."),
)


@dataclass(frozen=True, slots=True)
class DoubleHolders:
    """A time in which several held a role that is for one person."""

    network: str
    role: str
    holders: tuple[str, ...]
    starts: date
    ends: date | None
    """The last day, as known; None where it is open."""
    positions: tuple[int, ...]
    """Of the events that assigned it to them."""


def double_holders(view: View) -> tuple[DoubleHolders, ...]:
    """When two or more held a one-person role at once, by the mandate in force then."""
    return tuple(row for facts in view.happened.values() for row in _doubles(facts, view.as_of))


def _doubles(facts: Facts, as_of: date) -> Iterator[DoubleHolders]:
    network = facts.network
    mandates = {version.since: mandate_of(version) for version in network.versions()}
    for role in sorted({role.key for mandate in mandates.values() for role in mandate.roles}):
        spans = network.terms(role)
        lasts = [last for _event, _first, last in spans if last]
        turns = sorted({*mandates, *(first for _event, first, _last in spans), *(last + _DAY for last in lasts)})
        row: DoubleHolders | None = None
        for first, following in zip(turns, [*turns[1:], None], strict=True):
            held = network.holders_on(role, first)
            holders = tuple(sorted({event.holder for event in held}))
            double = first <= as_of and len(holders) > 1 and _for_one(network.mandate_on(first), role)
            if row and not (double and holders == row.holders):
                yield row
                row = None
            if double:
                ends = following - _DAY if following else None
                positions = tuple(sorted(facts.position(event) for event in held))
                row = DoubleHolders(facts.key, role, holders, row.starts if row else first, ends, positions)
        if row:
            yield row


def _for_one(mandate: Frame | None, key: str) -> bool:
    return any(role.key == key and role.held_by == "person" for role in mandate.roles) if mandate else False
