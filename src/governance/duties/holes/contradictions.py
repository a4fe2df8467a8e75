"""Two duties that cannot both be meant."""

from collections.abc import Iterator
from itertools import combinations

from governance.duties.holes.view import Part, Placed, View
from governance.duties.occasions.base import Duty
from governance.mandate.tree import Doubt
from governance.text import _

__all__ = ["HOLES"]


def two_dates_for_the_same(view: View) -> Iterator[Doubt]:
    """The same evidence on the same occasion, for the same people, is due at two times. Of duties that say the very
    same only the first is compared with others."""
    alike: dict[object, dict[object, tuple[Placed, Part]]] = {}
    for placed in view.duties:
        occasion = placed.duty.same_occasion()
        for part in (part for part in placed.parts if occasion is not None and part.stated.due):
            group = alike.setdefault((occasion, part.stated.evidence, _on_condition(placed.duty)), {})
            group.setdefault(_said(placed.duty, part), (placed, part))
    for group in alike.values():
        for (one, first), (other, second) in combinations(group.values(), 2):
            if first.stated.due == second.stated.due or one.id == other.id:
                continue
            if _meet(one.duty, other.duty) and _same_people(first, second):
                text = _("{id} asks for the same on the same occasion, and it is due at another time")
                advice = _("compare the two; a condition, or kinds, would say when which of them holds")
                yield Doubt((*second.path, "due"), second.id, text.format(id=first.id), advice)


def _said(duty: Duty, part: Part) -> object:
    lists = (duty.meeting_kinds, duty.role_keys, part.counterparty, part.stated.signed_by)
    return lists, part.holder, part.stated.due


def _on_condition(duty: Duty) -> object:
    return duty.if_, duty.during_first, duty.after_first


def _meet(one: Duty, other: Duty) -> bool:
    pairs = ((one.meeting_kinds or (), other.meeting_kinds or ()), (one.role_keys, other.role_keys))
    return all(not mine or not yours or {*mine} & {*yours} for mine, yours in pairs)


def _same_people(one: Part, other: Part) -> bool:
    """Sent to different places, or signed by different people, it is not the same."""
    counterparties = not one.counterparty or not other.counterparty or {*one.counterparty} & {*other.counterparty}
    return bool(counterparties) and {*one.stated.signed_by} == {*other.stated.signed_by} and one.holder == other.holder


HOLES = (two_dates_for_the_same,)
