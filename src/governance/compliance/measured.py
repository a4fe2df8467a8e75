"""The obligations of a duty that is measured at a meeting or an appointment: at once and for good."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from governance.compliance.appointments import eligible, separate, terms
from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import begins_on, limited
from governance.compliance.occasions import Occasion
from governance.compliance.quorum import quorum
from governance.compliance.rotation import rotation_of_hosts, rotation_of_role
from governance.compliance.schedule import decided, scheduled
from governance.compliance.timeline import Course, earliest, excused, merged
from governance.compliance.values import Obligation, Phase, Reason, Verdict
from governance.duties.compiled import CompiledDuty
from governance.duties.measures import Eligible, Quorum, Rotation, Separate, Terms
from governance.model.event import Event
from governance.model.network_events import RoleAssigned

__all__ = ["measured"]


class _Found(NamedTuple):
    since: date
    verdict: Verdict
    reason: Reason


def measured(case: Case, duty: CompiledDuty, occasion: Occasion, trigger: date | None = None) -> Iterator[Obligation]:
    """Whether a meeting that was held, or an appointment, is as the mandate wants it."""
    owed = begins_on(case, duty, occasion)
    if owed is None:
        return
    begins, ends = owed
    schedule = scheduled(case, duty, occasion, begins, {})
    schedule = decided(case, duty.duty.waived_by, case.id_of(duty, occasion.about), schedule)
    stop = earliest((occasion.stop, ends))
    event = _what(occasion)
    phases = list(Course(begins, None, stop=stop).phases())
    if event and not (stop and stop.since <= (occasion.arises or occasion.counts)):
        found = list(_judged(case, duty, occasion, event))
        first = found[0].since
        evidence = case.facts.evidence(event)
        phases = [phase for phase in phases if phase.since < first]
        judged = [
            Phase(
                f.since, f.verdict, f.reason, None, event.effective_on if f.verdict == "fulfilled" else None, evidence
            )
            for f in found
        ]
        phases += limited(judged, begins, None)
    to = Addressee(duty.counterparty[0] if len(duty.counterparty) == 1 else None)
    yield case.made(duty, occasion, phases=excused(merged(phases), schedule.excused), to=to, trigger=trigger)


def _what(occasion: Occasion) -> Event | None:
    """What is measured: the meeting once it was held, or the event."""
    return occasion.event or (occasion.meeting.held if occasion.meeting else None)


def _judged(case: Case, duty: CompiledDuty, occasion: Occasion, event: Event) -> Iterator[_Found]:
    measure = duty.measure
    if isinstance(measure, Terms) and isinstance(event, RoleAssigned):
        yield from (_Found(*found) for found in terms(case, measure, event))
        return
    day = occasion.counts if isinstance(event, RoleAssigned) else case.facts.surely_by(event)
    judge = _MEASURES[type(measure), type(event) is RoleAssigned]
    yield _Found(day, *judge(case, measure, occasion, event))


_MEASURES: dict[tuple[type[Any], bool], Callable[[Case, Any, Occasion, Any], tuple[Verdict, Reason]]] = {
    (Quorum, False): quorum,
    (Rotation, False): rotation_of_hosts,
    (Rotation, True): rotation_of_role,
    (Eligible, True): eligible,
    (Separate, True): separate,
}
"""Each measure, of a meeting or (True) of an appointment, and the function that judges it."""
