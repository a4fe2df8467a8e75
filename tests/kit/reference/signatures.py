"""With which of several signatures, or times, something is done."""

from itertools import combinations, permutations

from governance.compliance.duty import CompiledDuty
from governance.model.meeting_events import MinutesRejected
from tests.kit.reference.history import Fact, History
from tests.kit.reference.occasions import Occasion

__all__ = ["signed"]


def signed(history: History, duty: CompiledDuty, occasion: Occasion, counting: list[Fact]) -> Fact | None:
    """Go through the facts as they happened, and forget all at a rejection; done with the last that is needed."""
    needed = duty.at_least or len(duty.signed_by)
    rejections: list[Fact] = []
    if occasion.meeting and duty.evidence == "minutes_approved":
        rejections = history.at(occasion.meeting, MinutesRejected)
    places: dict[str, set[int]] = {}
    times = 0
    for fact in sorted([*counting, *rejections], key=lambda f: (f.day, f.position)):
        if isinstance(fact.event, MinutesRejected):
            places, times = {}, 0
            continue
        times += 1
        if duty.signed_by:
            _sign(history, duty, occasion, fact, places)
        if _complete(duty, places, needed) if duty.signed_by else times >= needed:
            return fact
    return None


def _sign(history: History, duty: CompiledDuty, occasion: Occasion, fact: Fact, signed: dict[str, set[int]]) -> None:
    """Note for which places somebody could sign with this; in an order only for those whose turn it is."""
    by, day = str(getattr(fact.event, "by", None)), fact.event.effective_on.last
    mine = signed.setdefault(by, set())
    for place, roles in enumerate(duty.signed_by):
        holders = [who for role in roles for who in history.holders(role, day, occasion.meeting)]
        taken = {number for numbers in signed.values() for number in numbers}
        turn = not duty.in_order or taken == set(range(place))
        if by in holders and turn and not (duty.in_order and mine and _by_different_people(duty)):
            mine.add(place)


def _by_different_people(duty: CompiledDuty) -> bool:
    """Where one place is for either of several roles, or several are for the same, nobody signs for two places."""
    return any(len(roles) > 1 for roles in duty.signed_by) or len({*duty.signed_by}) < len(duty.signed_by)


def _complete(duty: CompiledDuty, signed: dict[str, set[int]], needed: int) -> bool:
    """Try everybody in every place."""
    if not _by_different_people(duty):
        return len(set[int]().union(*signed.values())) >= needed
    return any(
        all(place in signed[who] for who, place in zip(people, places, strict=True))
        for places in combinations(range(len(duty.signed_by)), needed)
        for people in permutations(signed, needed)
    )
