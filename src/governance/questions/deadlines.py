"""Questions about due dates: what falls due, what came late, what was missed, and which dates moved."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from governance.compliance.facts import Facts
from governance.compliance.judge import judge_all
from governance.compliance.values import Obligation, Phase, Verdict
from governance.errors import FieldInvalid
from governance.model.assignment import DeadlineExtended
from governance.model.network_events import DutyExtended, MandateAmended
from governance.questions.picking import Standing, pick
from governance.questions.view import View
from governance.text import N_, _
from governance.time import When

__all__ = [
    "FallsDue",
    "LateReport",
    "MissedPartial",
    "MovedDeadline",
    "due_within",
    "late_reports",
    "missed_partials",
    "moved_deadlines",
]

MOST_DAYS = 36_500
"""A hundred years ahead; no plan reaches further."""


@dataclass(frozen=True, slots=True)
class FallsDue:
    """An obligation that falls due soon."""

    network: str
    obligation: str
    due: When
    due_on: date
    """Its last good day."""
    days: int
    """How many days are left until then; 0 on the day itself."""
    role: str
    holders: tuple[str, ...]
    """Who will hold it on that day, as known; empty where the role is vacant then."""
    counterparty: str | None
    assumptions: tuple[str, ...]


def due_within(view: View, days: int = 30) -> tuple[FallsDue, ...]:
    """What falls due from the given day through a number of days later, each with its holders, earliest first.

    It knows nothing that happened later, but what the calendar brings: next year's duties are there in December.
    """
    if not 0 <= days <= MOST_DAYS:
        raise FieldInvalid(field="days", problem=_("a whole number from {low} to {high}").format(low=0, high=MOST_DAYS))
    until = view.as_of + timedelta(days=days)
    rows: list[FallsDue] = []
    for key, facts in view.happened.items():
        for obligation in judge_all(facts, max(view.horizon, until.year)):
            phase = _awaited(obligation, view.as_of, until)
            if phase and phase.due and view.as_of <= phase.due.last <= until:
                last = phase.due.last
                rows.append(
                    FallsDue(key, obligation.id, phase.due, last, (last - view.as_of).days, obligation.role,
                             phase.holders, obligation.counterparty, obligation.assumptions)
                )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (row.due_on, row.obligation)))


def _awaited(obligation: Obligation, first: date, last: date) -> Phase | None:
    """The last time within the days that it is awaited: as it stands today, or as the calendar will bring it."""
    ends = [phase.since for phase in obligation.phases[1:]] + [date.max]
    awaited = [
        phase
        for phase, end in zip(obligation.phases, ends, strict=True)
        if phase.verdict == "upcoming" and phase.since <= last and end > first
    ]
    return awaited[-1] if awaited else None


@dataclass(frozen=True, slots=True)
class LateReport:
    """A report that was delivered after its due date."""

    network: str
    obligation: str
    assignment: str
    due_first: When | None
    """As it was due before it was changed."""
    due: When
    """As it was due when it came."""
    fulfilled_on: When
    days_late: int
    days_after_first: int
    """How many days after the first due date."""
    holders: tuple[str, ...]
    evidence: tuple[int, ...]
    """Positions in the log."""


def _first_due(standing: Standing) -> When | None:
    return standing.obligation.first_due or standing.phase.due


def _late(due: When | None, came: When | None) -> int | None:
    """From the last day of the due date until the first on which it can have come."""
    return (came.first - due.last).days if due and came else None


late_reports = pick(
    LateReport,
    lambda s: s.obligation.duty.startswith("report:") and s.phase.verdict == "fulfilled_late",
    N_("Which reports were delivered late, and how late."),
    assignment=lambda s: s.obligation.subject,
    due_first=_first_due,
    days_late=lambda s: _late(s.phase.due, s.phase.fulfilled_on),
    days_after_first=lambda s: _late(_first_due(s), s.phase.fulfilled_on),
)


def _reports(view: View) -> Iterator[tuple[Obligation, Phase]]:
    return ((o, phase) for o, phase in view.standing() if o.duty.startswith("report:"))


@dataclass(frozen=True, slots=True)
class MissedPartial:
    """A report that was not there in time, though a later report of the same assignment came."""

    network: str
    obligation: str
    verdict: Verdict
    """Overdue, or fulfilled late."""
    due: When
    fulfilled_on: When | None
    later: str
    """The first later report that came."""
    later_on: When
    """When that one came."""


def missed_partials(view: View) -> tuple[MissedPartial, ...]:
    """Which reports but the last of an assignment were missed or late, though a later one came."""
    rows: list[MissedPartial] = []
    of: dict[str, list[tuple[When, Obligation, Phase]]] = {}
    for obligation, phase in _reports(view):
        if due := obligation.first_due:
            of.setdefault(obligation.subject, []).append((due, obligation, phase))
    for reports in of.values():
        reports.sort(key=lambda entry: (entry[0].last, entry[1].id))
        for due, obligation, phase in reports:
            if phase.verdict in ("overdue", "fulfilled_late") and phase.due:
                came = ((later, p.fulfilled_on) for d, later, p in reports if d.last > due.last and p.fulfilled_on)
                if later_one := next(came, None):
                    rows.append(
                        MissedPartial(obligation.network, obligation.id, phase.verdict, phase.due, phase.fulfilled_on,
                                      later_one[0].id, later_one[1])
                    )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: row.obligation))


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A due date that was moved, by an extension or by an amended mandate that applies to what was running."""

    network: str
    obligation: str
    due_first: When | None
    """As it was due before it was ever changed; None where there was no deadline."""
    before: When | None
    after: When
    due: When
    """As it is due on the day asked of, after every move."""
    moved_on: When
    decided_by: str | None
    decided_on: When | None
    reason: str | None
    event: str
    position: int


def moved_deadlines(view: View) -> tuple[MovedDeadline, ...]:
    """Which deadlines moved, when, and who decided: one row for each move, in order."""
    rows: list[MovedDeadline] = []
    for obligation, _phase in view.standing():
        facts = view.happened[obligation.network]
        moves = sorted(_moves(facts, obligation, view.as_of), key=lambda move: move.since)
        due = first = _due_before(facts, obligation, moves[0].since) if moves else None
        for move in moves:
            event = move.event
            rows.append(
                MovedDeadline(obligation.network, obligation.id, first, due, move.due, moves[-1].due,
                              event.effective_on, event.decided_by, event.decided_on, event.reason, event.event_name,
                              facts.position(event))
            )  # fmt: skip
            due = move.due
    return tuple(rows)


class _Move(NamedTuple):
    since: date
    due: When
    event: DeadlineExtended | DutyExtended | MandateAmended


def _moves(facts: Facts, obligation: Obligation, as_of: date) -> Iterator[_Move]:
    extended = set()
    if obligation.duty.startswith("report:"):
        for event in facts.assignments[obligation.subject].extensions(obligation.duty.partition(":")[2]):
            extended.add((facts.surely_by(event), event.due))
            yield _Move(facts.surely_by(event), event.due, event)
    for decided in facts.decided(obligation.id):
        if isinstance(decided, DutyExtended) and any(phase.due == decided.due for phase in obligation.phases):
            # by somebody who may decide so; else it counted for nothing
            extended.add((facts.surely_by(decided), decided.due))
            yield _Move(facts.surely_by(decided), decided.due, decided)
    versions = (v for v in facts.network.versions() if isinstance(v, MandateAmended) and v.applies_to_running)
    amended = {version.since: version for version in versions}
    for before, after in pairwise(obligation.phases):
        version = amended.get(after.since)
        moved = after.due and after.due != before.due and (after.since, after.due) not in extended
        if version and after.due and moved and after.since <= as_of:
            yield _Move(after.since, after.due, version)


def _due_before(facts: Facts, obligation: Obligation, moved: date) -> When | None:
    if obligation.duty.startswith("report:"):
        requested = facts.assignments[obligation.subject].asked(obligation.duty.partition(":")[2])
        return requested.due if requested else None
    phase = obligation.on(moved - timedelta(days=1))
    return phase.due if phase else None
