"""When something counts as done that several must sign, or that must be done several times."""

from collections.abc import Sequence

from governance.compliance.case import Case
from governance.compliance.holders import bearers_of
from governance.compliance.occasions import Occasion
from governance.compliance.timeline import Done
from governance.mandate.duties import CompiledDuty
from governance.model.event import Event
from governance.model.meeting_events import MinutesRejected

__all__ = ["signed"]


def signed(case: Case, duty: CompiledDuty, occasion: Occasion, events: Sequence[Event]) -> Done | None:
    """The fulfilment by the last of the events that are needed; None as long as some are missing.

    A rejection of the minutes begins them anew, as long as they were not complete.
    """
    if not duty.signed_by and duty.at_least is None:
        return case.done(events)
    needed = duty.at_least or len(duty.signed_by)
    undone = [*occasion.of("minutes_rejected")] if duty.evidence == "minutes_approved" else []
    in_time = sorted((*events, *undone), key=lambda event: (case.facts.surely_by(event), case.facts.position(event)))
    counted: list[Event] = []
    roles: set[str] = set()
    for event in in_time:
        if isinstance(event, MinutesRejected):
            counted, roles = [], set()
            continue
        new = _roles_signed(case, duty, occasion, event, roles) if duty.signed_by else None
        if new is None or new:
            counted.append(event)
            roles |= new or set()
        if (len(roles) if duty.signed_by else len(counted)) >= needed:
            return case.done_by(event, counted)
    return None


def _roles_signed(case: Case, duty: CompiledDuty, occasion: Occasion, event: Event, before: set[str]) -> set[str]:
    """The roles that an event signs for and nobody had signed for before; in order, where that is asked for."""
    by, day = getattr(event, "by", None), event.effective_on.last
    new: set[str] = set()
    for role in duty.signed_by:
        if role in before or role in new:
            continue
        if by in bearers_of(case.facts, case.ruling.mandate, role, occasion.meeting).on(day):
            new.add(role)
        elif duty.in_order:
            break
    return new
