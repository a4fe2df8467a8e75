"""The obligations of a duty that is measured at a meeting or an appointment."""

from collections.abc import Iterator

from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import begins_on, limited
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import Occasion
from governance.compliance.schedule import decided, scheduled
from governance.compliance.timeline import Course, earliest, excused, merged
from governance.compliance.values import Obligation, Phase
from governance.duties.measures.base import OfEvent
from governance.model.event import Event
from governance.model.network_events import RoleAssigned

__all__ = ["measured"]


def measured(case: Case, duty: CompiledDuty, occasion: Occasion, measure: OfEvent) -> Iterator[Obligation]:
    """Whether a meeting that was held, or an appointment, is as the mandate wants it."""
    owed = begins_on(case, duty, occasion)
    if owed is None:
        return
    begins, ends = owed
    schedule = scheduled(case, duty, occasion, begins, {})
    schedule = decided(case, duty, occasion, schedule)
    stop = earliest((occasion.stop, ends))
    event = _what(occasion)
    phases = list(Course(begins, None, stop=stop).phases())
    if event and not (stop and stop.since <= (occasion.arises or occasion.counts)):
        day = occasion.counts if isinstance(event, RoleAssigned) else case.facts.surely_by(event)
        found = list(measure.judged(case, occasion, event, day))
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
    yield case.made(duty, occasion, phases=excused(merged(phases), schedule.excused), to=to, trigger=occasion.counts)


def _what(occasion: Occasion) -> Event | None:
    """What is measured: the meeting once it was held, or the event."""
    return occasion.event or (occasion.meeting.held if occasion.meeting else None)
