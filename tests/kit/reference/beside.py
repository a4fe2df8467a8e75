"""The meeting before another, or an event, and the one after it."""

from datetime import date
from typing import TYPE_CHECKING

from governance.compliance.duty import CompiledDuty
from governance.duties.occasions.each_event import EachEvent
from governance.duties.occasions.each_meeting import EachMeeting
from tests.kit.reference.history import History, Moment

if TYPE_CHECKING:
    from tests.kit.reference.occasions import Occasion

__all__ = ["meeting_beside"]


def meeting_beside(history: History, duty: CompiledDuty, occasion: "Occasion", name: str, day: date) -> Moment | None:
    """The meeting before, if it was held by a day; or the next one, by then: the first held, else the first planned and
    not called off. Of an event, those on a day before or after its own."""
    kinds = duty.duty.kinds if isinstance(duty.duty, EachMeeting | EachEvent) else ()
    own = occasion.meeting
    here = (history.day_of(own), own) if own else None
    trigger = occasion.comes(history)
    if name == "previous_meeting":
        held = history.meetings_held(kinds, day)
        before = [ref for when, ref in held if ((when, ref) < here if here else when < trigger)]
        fact = history.held(before[-1], day) if before else None
        return fact.moment if fact else None
    later = []
    for ref in history.meetings():
        moment = _as_of(history, ref, day)
        of_kind = not kinds or history.scheduled(ref).event.kind in kinds
        if moment and of_kind and ((moment.day, ref) > here if here else moment.day > trigger):
            later.append((history.held(ref, day) is None, moment.day, ref, moment))
    return min(later, key=lambda found: found[:3])[3] if later else None


def _as_of(history: History, meeting: str, day: date) -> Moment | None:
    """When a meeting was held, or is planned for, by what had happened by a day; None where it was called off."""
    held = history.held(meeting, day)
    if held:
        return held.moment
    return None if history.cancelled(meeting, day) else history.planned(meeting, day)
