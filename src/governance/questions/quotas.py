"""How many meetings a period asks for, and whether it will come to that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import Facts
from governance.compliance.periods import Period, period_of, periods_between
from governance.compliance.values import Verdict
from governance.compliance.versions import Ruling, ruling_in
from governance.compliance.workdays import Place, shifted
from governance.duties.due.after import After
from governance.duties.measures.meetings import Meetings, share_of
from governance.errors import FieldInvalid
from governance.model.meeting import Meeting
from governance.questions.view import View
from governance.text import _

__all__ = ["QuotaState", "meeting_quota"]

_FIRST_YEAR, _LAST_YEAR = 1800, 2300


@dataclass(frozen=True, slots=True)
class QuotaState:
    """How many meetings a period asks for, and how far it has come."""

    network: str
    year: int
    """The year in which the period begins."""
    period: str
    """``2021``, ``2021-Q3``, …"""
    obligation: str
    asked: int | None
    """At least so many; None where the mandate only says how many at most."""
    at_most: int | None
    held: int
    unclear: int
    """Held, but of a kind of which the mandate does not say whether it counts."""
    planned: int
    """Neither held nor cancelled, and their day is yet to pass."""
    unaccounted: int
    """Neither held nor cancelled, though their day has passed."""
    cancelled: int
    missing: int
    """How many more must be held, planned ones included."""
    still_possible: bool
    """Whether the days that are left are enough for the missing meetings, one on a day, and as far apart as the mandate
    says."""
    lost_on: date | None
    """The first day on which too few days were, or will be, left, with those held by then; of too many, the day of the
    first that is one too many. None where the number is reached, or kept."""
    verdict: Verdict | None


def meeting_quota(view: View, year: int | None = None) -> tuple[QuotaState, ...]:
    """Whether the meetings of the periods that run, or of those that begin in a year, will be reached.

    Raises FieldInvalid for a year that is out of range.
    """
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        allowed = _("a whole number from {low} to {high}").format(low=_FIRST_YEAR, high=_LAST_YEAR)
        raise FieldInvalid(field="year", problem=allowed)
    return tuple(row for key, facts in view.happened.items() for row in _quotas(view, key, facts, year))


def _quotas(view: View, key: str, facts: Facts, year: int | None) -> Iterator[QuotaState]:
    counted = (duty for version in facts.network.versions() for duty in facts.stated_by(version))
    # of what is measured over periods, this question is about meetings
    for cadence in dict.fromkeys(d.cadence for d in counted if d.cadence and isinstance(d.measure, Meetings)):
        if year is None:
            now = period_of(view.as_of, cadence)
            periods = [now] if not cadence.months or now.first.month in cadence.months else []
        else:
            spans = periods_between(date(year, 1, 1), date(year, 12, 31), cadence)
            periods = [period for period in spans if period.first.year == year]
        for period in periods:
            ruling = ruling_in(facts, period.first, period.last)
            force = ruling.in_force(period.first, period.last)
            for duty in ruling.duties:
                if force and isinstance(duty.measure, Meetings) and duty.cadence == cadence:
                    yield _state(view, key, facts, ruling, duty, duty.measure, period, force)


def _state(
    view: View,
    key: str,
    facts: Facts,
    ruling: Ruling,
    duty: CompiledDuty,
    measure: Meetings,
    period: Period,
    force: tuple[date, date],
) -> QuotaState:
    counted, unclear = measure.held(facts, *force)
    least, most = (share_of(n, duty, period, force) for n in (measure.at_least, measure.at_most))
    others = [m for m in facts.meetings.values() if not m.held and _planned_in(m, period, measure)]
    open_ = [m.planned_on.last for m in others if not m.cancelled and m.planned_on]
    missing = max(0, (least or 0) - len(counted))
    identity = f"{key}/{duty.id}/{period.label}"
    phase = next((o.on(view.as_of) for o in view.obligations(key) if o.id == identity), None)
    held = [day for day, _event in counted]
    lost = _lost(held, least, most, force, _apart(ruling, measure), Case.of(facts, ruling).place)
    return QuotaState(
        network=key,
        year=period.first.year,
        period=period.label,
        obligation=identity,
        asked=least,
        at_most=most,
        held=len(counted),
        unclear=len(unclear),
        planned=sum(day >= view.as_of for day in open_),
        unaccounted=sum(day < view.as_of for day in open_),
        cancelled=len(others) - len(open_),
        missing=missing,
        still_possible=lost is None or lost > max(view.as_of, force[0]),
        lost_on=lost,
        verdict=phase.verdict if phase else None,
    )


def _planned_in(meeting: Meeting, period: Period, measure: Meetings) -> bool:
    """Whether it is planned for a period and of a kind that counts."""
    scheduled, planned = meeting.scheduled, meeting.planned_on
    if scheduled is None or planned is None or not period.first <= planned.first <= period.last:
        return False
    return not measure.kinds or scheduled.kind in measure.kinds


def _apart(ruling: Ruling, measure: Meetings) -> After | None:
    """How far apart meetings of these kinds must be, by another duty of the mandate."""
    for duty in ruling.duties:
        if {*duty.kinds} == {*measure.kinds} and duty.shows.holds == "next" and isinstance(duty.not_before, After):
            return duty.not_before
    return None


def _lost(
    held: list[date], least: int | None, most: int | None, force: tuple[date, date], apart: After | None, place: Place
) -> date | None:
    """The first day from which the number can no longer be reached or kept, with the meetings held by then."""
    if most is not None and len(held) > most:
        return held[most]
    missing = (least or 0) - len(held)
    if missing <= 0:
        return None
    day = force[1]
    for _meeting in range(missing - 1):
        earlier = shifted(day, apart, place, -1) if apart else day - timedelta(days=1)
        day = min(earlier, day - timedelta(days=1))
    last_start = day  # the latest day on which the first of the missing ones can be held
    return max(last_start + timedelta(days=1), force[0])
