"""When something counts as done that several must sign, or that must be done several times."""

from collections.abc import Sequence
from itertools import count, takewhile

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.holders import bearers_of
from governance.compliance.occasions import Occasion
from governance.compliance.timeline import Done
from governance.model.event import Event

__all__ = ["signed"]

_Places = dict[str, set[int]]
"""For each of those who signed, the places in ``signed_by`` that they could sign for."""


def signed(case: Case, duty: CompiledDuty, occasion: Occasion, events: Sequence[Event]) -> Done | None:
    """The fulfilment by the last of the events that are needed; None as long as some are missing.

    What undoes it (a rejection of the minutes) begins it anew, as long as it was not complete.
    """
    if not duty.signed_by and duty.at_least is None:
        return case.done(events)
    needed = duty.at_least or len(duty.signed_by)
    undoing = duty.shows.undone_by
    undone = occasion.of(undoing.word) if undoing else ()
    in_time = sorted((*events, *undone), key=lambda event: (case.facts.surely_by(event), case.facts.position(event)))
    counted: list[Event] = []
    able: _Places = {}
    for event in in_time:
        if undoing and isinstance(event, undoing.events):
            counted, able = [], {}
            continue
        if not duty.signed_by or _signs(case, duty, occasion, event, able):
            counted.append(event)
        if (_signatures(duty, able) if duty.signed_by else len(counted)) >= needed:
            return case.done_by(event, counted)
    return None


def _signs(case: Case, duty: CompiledDuty, occasion: Occasion, event: Event, able: _Places) -> bool:
    """Whether an event adds a signature; ``able`` takes in who signed."""
    by, places, before = getattr(event, "by", ""), _places_of(case, duty, occasion, event), _signatures(duty, able)
    if duty.in_order:
        places = set(takewhile(places.__contains__, count(before)))
        if _each_by_another(duty):
            places = set() if able.get(by) else places & {before}
    able[by] = able.get(by, set()) | places
    return _signatures(duty, able) > before


def _each_by_another(duty: CompiledDuty) -> bool:
    """Whether nobody signs for two places: so it is where several roles are named for one of them, or several holders
    of the one role sign."""
    places = duty.signed_by
    return any(len(roles) > 1 for roles in places) or len({*places}) < len(places)


def _signatures(duty: CompiledDuty, able: _Places) -> int:
    """For how many places somebody has signed; in the best case, where each is to be by another."""
    if not _each_by_another(duty):
        return len(set[int]().union(*able.values()))
    signer: dict[int, str] = {}

    def seated(who: str, tried: set[int]) -> bool:
        """Whether there is a place for one more, where those who have one may move to another (a largest matching)."""
        for place in able[who]:
            if place in tried:
                continue
            tried.add(place)
            if place not in signer or seated(signer[place], tried):
                signer[place] = who
                return True
        return False

    return sum(seated(who, set()) for who in able)


def _places_of(case: Case, duty: CompiledDuty, occasion: Occasion, event: Event) -> set[int]:
    """The places of which the one who did it holds a role on the day of the doing."""
    by, day, mandate = getattr(event, "by", None), event.effective_on.last, case.ruling.mandate
    return {
        place
        for place, roles in enumerate(duty.signed_by)
        if any(by in bearers_of(case.facts, mandate, role, occasion.meeting).on(day) for role in roles)
    }
