"""What the file names and nothing in it speaks of."""

from collections.abc import Iterator

from governance.duties.holes.view import View
from governance.mandate.frame import Act, Organisation, Role, Side
from governance.mandate.tree import Doubt, shown
from governance.text import N_, _

__all__ = ["HOLES"]

_PARTIES = (
    "holder", "counterparty", "waived_by", "escalates_to", "roles", "signed_by", "deputies", "role", "among",
    "including", "not_counting", "role_held", "role_vacant",
)  # fmt: skip
_NAMED_UNDER = {
    "role": _PARTIES,
    "organisation": _PARTIES,
    "side": ("side", "sides", "among"),
    "act": ("evidence", "or_evidence", "event", "recorded", "not_recorded"),
}
"""By heading: the keys of duties under which its entries are named."""

_SAID = {
    "role": N_("no duty speaks of the role {name}"),
    "organisation": N_("no duty speaks of the organisation {name}"),
    "side": N_("no duty speaks of the side {name}"),
    "act": N_("no duty speaks of the act {name}"),
}


def _texts(tree: object, keys: tuple[str, ...], under: bool = False) -> Iterator[str]:
    """Every text that stands anywhere under one of the keys."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _texts(value, keys, key in keys)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _texts(value, keys, under)
    elif under and isinstance(tree, str):
        yield tree


def named_but_never_used(view: View) -> Iterator[Doubt]:
    """A role may be honorary: that no duty speaks of it is worth a word, and nothing to mend."""
    mandate = view.mandate
    duties = [placed.duty.model_dump(by_alias=True, exclude_none=True) for placed in view.duties]
    entries: dict[str, tuple[Role | Organisation | Side | Act, ...]] = {
        "role": mandate.roles,
        "organisation": mandate.organisations,
        "side": mandate.sides,
        "act": mandate.acts,
    }
    elsewhere: dict[str, list[str | None]] = {
        "role": [*(role.derived_from for role in mandate.roles), *(r for side in mandate.sides for r in side.roles)],
        "organisation": [o.key for o in mandate.organisations] if _organisations_hold_roles(view) else [],
        "side": [side.key for side in mandate.sides] if _sides_take_turns(view) else [],
    }
    for heading, parts in entries.items():
        used = {*_texts(duties, _NAMED_UNDER[heading]), *elsewhere.get(heading, ())}
        for number, part in enumerate(parts):
            if part.key not in used:
                text = _(_SAID[heading]).format(name=shown(part.key))
                yield Doubt((heading, number), "", text, _("state its duty, or leave it out"), heading != "role")


def _organisations_hold_roles(view: View) -> bool:
    """Which one does is not for the mandate to say: it is told by an appointment."""
    return any(role.held_by == "organisation" for role in view.mandate.roles)


def _sides_take_turns(view: View) -> bool:
    return any(placed.measure and placed.measure.of_sides for placed in view.duties)


def kinds_that_no_duty_is_about(view: View) -> Iterator[Doubt]:
    """A duty that names no kind is about every kind."""
    used: set[str] = set()
    for placed in view.duties:
        for part in (placed.duty, placed.measure):
            if part and part.meeting_kinds == ():
                return
            used |= {*(part.meeting_kinds or ()), *part.unclear} if part else set()
        for _path, condition in placed.conditions:
            used |= set(condition.kinds)
    for number, kind in enumerate(view.mandate.meeting_kinds):
        if kind.key not in used:
            text = _("no duty is about meetings of the kind {name}").format(name=shown(kind.key))
            yield Doubt(("meeting_kind", number), "", text, _("state its duty, or leave it out"))


def goals_that_nothing_serves(view: View) -> Iterator[Doubt]:
    """Only where the file gives assignments: else they are given later."""
    if not view.mandate.assignments:
        return
    served = {goal for assignment in view.mandate.assignments for goal in assignment.goals}
    for number, goal in enumerate(view.mandate.goals):
        if goal.id not in served:
            text = _("no assignment serves the goal {name}").format(name=shown(goal.id))
            yield Doubt(("goal", number), "", text, _("name it in the goals of an assignment"))


HOLES = (named_but_never_used, kinds_that_no_duty_is_about, goals_that_nothing_serves)
