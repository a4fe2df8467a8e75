"""Roles that nobody can hold."""

from collections.abc import Iterator

from governance.duties.holes.view import View
from governance.mandate.tree import Doubt, shown
from governance.text import _

__all__ = ["HOLES"]


def eligible_by_what_it_is_separate_from(view: View) -> Iterator[Doubt]:
    barred: dict[str, set[str]] = {}
    measured = [(placed, placed.measure) for placed in view.duties if placed.measure]
    for placed, measure in measured:
        for role in placed.duty.appointed_roles:
            barred.setdefault(role, set()).update(measure.bars)
    for placed, measure in measured:
        for role in placed.duty.appointed_roles if measure.only_holders_of else ():
            if set(measure.only_holders_of) <= barred.get(role, set()):
                text = _("nobody can be appointed {role}: who holds a role that makes eligible must not hold it")
                advice = _("compare it with the duty that keeps these roles separate")
                yield Doubt((*placed.path, "measure", "roles"), placed.id, text.format(role=shown(role)), advice)


def derived_roles_of_meetings_outside_them(view: View) -> Iterator[Doubt]:
    """Where there is no meeting, nobody is its host or leader."""
    for placed in view.duties:
        if placed.duty.at_meetings or not placed.duty.is_judged:
            continue
        places = [((*placed.path, "holder"), placed.duty.holder)]
        places += [((*placed.path, "counterparty", n), key) for n, key in enumerate(placed.duty.counterparty)]
        for part in placed.parts:
            places.append(((*part.path, "holder"), part.holder))
            signing = enumerate(part.stated.signed_by)
            places += [((*part.path, "signed_by", n), key) for n, roles in signing for key in roles]
        for path, key in dict.fromkeys(places):
            if key in view.people.roles and view.people.only_at_meetings(key):
                text = _("nobody is {role} here: that is somebody only in a meeting").format(role=shown(key))
                yield Doubt(path, placed.id, text, _("name another role, or state the duty for each meeting"))


HOLES = (
    eligible_by_what_it_is_separate_from,
    derived_roles_of_meetings_outside_them,
)
