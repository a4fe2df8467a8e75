"""Roles that nobody can hold."""

from collections.abc import Iterator

from governance.duties.events import event_called
from governance.duties.holes.view import Placed, View
from governance.duties.measures import Eligible, Separate
from governance.duties.patterns import EachEvent, Kept
from governance.mandate.tree import Doubt, shown
from governance.text import _

__all__ = ["HOLES"]


def _appointments(view: View) -> Iterator[tuple[Placed, EachEvent, str]]:
    """The duties about appointments to roles that they name, each with every one of them."""
    for placed in view.duties:
        if isinstance(placed.duty, EachEvent) and event_called(placed.duty.event).begins_a_term:
            for role in placed.duty.roles:
                yield placed, placed.duty, role


def _nobody_is_in(view: View, side: str) -> bool:
    return side in view.sides and not view.sides[side].members and not view.sides[side].roles


def separate_from_itself(view: View) -> Iterator[Doubt]:
    for placed, duty, role in _appointments(view):
        if isinstance(duty.measure, Separate) and role in map(view.source, duty.measure.roles):
            text = _("nobody can be appointed {role}: it is to be separate from itself, or from what follows from it")
            text = text.format(role=shown(role))
            yield Doubt((*placed.path, "measure", "roles"), placed.id, text, _("leave it out of the measure's roles"))


def nobody_is_eligible(view: View) -> Iterator[Doubt]:
    for placed, duty, role in _appointments(view):
        measure = duty.measure
        if not isinstance(measure, Eligible) or measure.members:
            continue
        others = [name for name in measure.roles if name != role]
        if not others and all(_nobody_is_in(view, side) for side in measure.sides):
            text = _("nobody is eligible as {role} who does not hold it already, or is on a side that nobody is on")
            advice = _("name a side with members, a member or another role")
            yield Doubt((*placed.path, "measure"), placed.id, text.format(role=shown(role)), advice)


def eligible_by_what_it_is_separate_from(view: View) -> Iterator[Doubt]:
    barred: dict[str, set[str]] = {}
    for _placed, duty, role in _appointments(view):
        if isinstance(duty.measure, Separate):
            barred.setdefault(role, set()).update(duty.measure.roles)
    for placed, duty, role in _appointments(view):
        measure = duty.measure
        if not isinstance(measure, Eligible) or not measure.roles or measure.members or measure.sides:
            continue
        if set(measure.roles) <= barred.get(role, set()):
            text = _("nobody can be appointed {role}: who holds a role that makes eligible must not hold it")
            advice = _("compare it with the duty that keeps these roles separate")
            yield Doubt((*placed.path, "measure", "roles"), placed.id, text.format(role=shown(role)), advice)


def derived_roles_are_not_appointed(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        if not isinstance(placed.duty, EachEvent) or not event_called(placed.duty.event).of_roles:
            continue
        for number, key in enumerate(placed.duty.roles):
            if key in view.roles and view.roles[key].held_by == "derived":
                text = _("nobody is ever appointed {role}: it is derived, so this never falls due").format(
                    role=shown(key)
                )
                advice = _("name the role from which it is derived")
                yield Doubt((*placed.path, "roles", number), placed.id, text, advice)


def more_holders_than_can_be(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        if not isinstance(placed.duty, Kept) or placed.duty.measure.of != "holders":
            continue
        measure, path = placed.duty.measure, (*placed.path, "measure")
        if view.only_at_meetings(measure.role):
            text = _("outside of meetings nobody holds {role}, so their number cannot be kept")
            advice = _("count a role to which somebody is appointed")
            yield Doubt((*path, "role"), placed.id, text.format(role=shown(measure.role)), advice)
            continue
        if measure.side and _nobody_is_in(view, measure.side) and measure.at_least:
            text = _("nobody is on the side {side}").format(side=shown(measure.side))
            yield Doubt((*path, "side"), placed.id, text, _("give it members or roles"))
        source = view.roles.get(view.source(measure.role))
        if source and source.held_by == "person" and isinstance(measure.at_least, int) and measure.at_least > 1:
            text = _("{role} is to have {n} holders, and can have one at a time")
            words = text.format(role=shown(measure.role), n=measure.at_least)
            yield Doubt((*path, "at_least"), placed.id, words, "held_by = persons")


def derived_roles_of_meetings_outside_them(view: View) -> Iterator[Doubt]:
    """Where there is no meeting, nobody is its host or leader."""
    for placed in view.duties:
        if placed.has_meeting or placed.duty.pattern == "unmeasured":
            continue
        places = [((*placed.path, "holder"), placed.duty.holder)]
        places += [((*placed.path, "counterparty", n), key) for n, key in enumerate(placed.duty.counterparty)]
        for part in placed.parts:
            places.append(((*part.path, "holder"), part.holder))
            signing = enumerate(part.stated.signed_by)
            places += [((*part.path, "signed_by", n), key) for n, roles in signing for key in roles]
        for path, key in dict.fromkeys(places):
            if key in view.roles and view.only_at_meetings(key):
                text = _("nobody is {role} here: that is somebody only in a meeting").format(role=shown(key))
                yield Doubt(path, placed.id, text, _("name another role, or state the duty for each meeting"))


HOLES = (
    separate_from_itself,
    nobody_is_eligible,
    eligible_by_what_it_is_separate_from,
    derived_roles_are_not_appointed,
    more_holders_than_can_be,
    derived_roles_of_meetings_outside_them,
)
