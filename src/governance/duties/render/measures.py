"""Measures in words: one small function for each, in a visible table.

A measure becomes what stands after "must see to it that".
"""

from collections.abc import Callable
from typing import Any

from governance.duties.compiled import Measure
from governance.duties.measures import (
    Attendance,
    Eligible,
    Holders,
    Meetings,
    Members,
    Quorum,
    Rotation,
    Separate,
    Terms,
)
from governance.duties.patterns import EachMeeting
from governance.duties.shares import Share
from governance.mandate.names import Names, either, every
from governance.text import N_, _, ngettext

__all__ = ["MEASURES", "measured"]


def _between(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return _("exactly {n}").format(n=low) if low == high else _("{low} to {high}").format(low=low, high=high)
    if low is not None:
        return _("at least {n}").format(n=low)
    return _("at most {n}").format(n=high) if high is not None else _("any number of")


def _last(low: int | None, high: int | None) -> int:
    """The number that stands before the noun."""
    return high if high is not None else low if low is not None else 0


def _meetings(measure: Meetings, names: Names, _duty: object) -> str:
    n = _last(measure.at_least, measure.at_most)
    text = ngettext("{bound} meeting{kinds} is held", "{bound} meetings{kinds} are held", n)
    return text.format(bound=_between(measure.at_least, measure.at_most), kinds=names.of_kinds(measure.kinds))


def _attendance(measure: Attendance, names: Names, duty: object) -> str:
    text = _("at least {bound} of the meetings{kinds} are attended that are held in that time while it has the role")
    if getattr(duty, "holder", None) == "members":
        text = _("at least {bound} of the meetings{kinds} are attended that are held in that time while it is a member")
    return text.format(bound=_bound(measure.at_least), kinds=names.of_kinds(measure.kinds))


_HALF = "1/2"
_ROUNDED = {"up": N_("rounded up"), "down": N_("rounded down"), "nearest": N_("rounded to the nearest whole number")}


def _bound(bound: int | Share) -> str:
    if not isinstance(bound, Share):
        return str(bound)
    notes = [_(_ROUNDED[bound.round])]
    if bound.plus:
        notes.append(_("plus {n}").format(n=bound.plus))
    if bound.at_least is not None:
        notes.append(_("but no fewer than {n}").format(n=bound.at_least))
    if bound.at_most is not None:
        notes.append(_("but no more than {n}").format(n=bound.at_most))
    share = _("half") if bound.part == _HALF else bound.part
    return _("{share} ({notes})").format(share=share, notes=", ".join(notes))


def _a_holder(one_of: tuple[str, ...], names: Names) -> str:
    roles = either([names.role(key) for key in one_of])
    return _("a holder of the role {role}").format(role=roles)


def _quorum(measure: Quorum, names: Names, _duty: object) -> str:
    text = _("at least {bound} of {groups}, each counted by itself, are present") if measure.each else ""
    text = text or _("at least {bound} of {groups} are present")
    groups = every([names.group(key) for key in measure.among]) or _("the members")
    said = text.format(bound=_bound(measure.at_least), groups=groups)
    if measure.including:
        roles = every([_a_holder(one_of, names) for one_of in measure.including])
        said = _("{said}, among them {roles}").format(said=said, roles=roles)
    if measure.not_counting:
        roles = every([names.group(key) for key in measure.not_counting])
        said = _("{said}; not counted are {roles}").format(said=said, roles=roles)
    return said


_IN_TURN = {
    "members": N_("no member has a second turn before every other member has had one"),
    "holders": N_("no holder has a second turn before every other holder has had one"),
    "sides": N_("no side has a second turn before every other side has had one"),
}
_NOT_TWICE = {
    "members": N_("no member has two turns running"),
    "holders": N_("no holder has two turns running"),
    "sides": N_("no side has two turns running"),
}


def _rotation(measure: Rotation, _names: Names, duty: object) -> str:
    turns = _((_IN_TURN if measure.rule == "in_turn" else _NOT_TWICE)[measure.among])
    what = _("the meetings are hosted in turn") if isinstance(duty, EachMeeting) else _("the role is held in turn")
    return _("{what}: {turns}").format(what=what, turns=turns)


def _holders(measure: Holders, names: Names, _duty: object) -> str:
    low, high = measure.at_least, measure.at_most
    if measure.among or isinstance(low, Share) or isinstance(high, Share):
        return _part_of_holders(measure, names)
    n = _last(low, high)
    text = ngettext("the role {role} has {bound} holder", "the role {role} has {bound} holders", n)
    if measure.side:
        text = ngettext(
            "the role {role} has {bound} holder from the side {side}",
            "the role {role} has {bound} holders from the side {side}", n,
        )  # fmt: skip
    return text.format(role=names.role(measure.role), bound=_between(low, high), side=names.side(measure.side or ""))


def _part_of_holders(measure: Holders, names: Names) -> str:
    """So many of other people, or such a part of them."""
    if measure.among and measure.side:
        text = _("of {whole}, {bound} hold the role {role} and come from the side {side}")
    elif measure.among:
        text = _("of {whole}, {bound} hold the role {role}")
    else:
        text = _("of {whole}, {bound} come from the side {side}")
    whole = every([names.group(key) for key in measure.among or (measure.role,)])
    bound, side = _of_all(measure), names.side(measure.side or "")
    return text.format(whole=whole, bound=bound, role=names.role(measure.role), side=side)


def _of_all(measure: Holders | Members) -> str:
    limits = []
    if measure.at_least is not None:
        limits.append(_("at least {n}").format(n=_bound(measure.at_least)))
    if measure.at_most is not None:
        limits.append(_("at most {n}").format(n=_bound(measure.at_most)))
    return every(limits)


def _members(measure: Members, names: Names, _duty: object) -> str:
    low, high, side = measure.at_least, measure.at_most, names.side(measure.side or "")
    if isinstance(low, Share) or isinstance(high, Share):
        return _("of the members, {bound} are on the side {side}").format(bound=_of_all(measure), side=side)
    n = _last(low, high)
    text = ngettext("there is {bound} member", "there are {bound} members", n)
    if measure.side:
        text = ngettext("there is {bound} member of the side {side}", "there are {bound} members of the side {side}", n)
    return text.format(bound=_between(low, high), side=side)


def _eligible(measure: Eligible, names: Names, _duty: object) -> str:
    ways = []
    if measure.sides:
        ways.append(_("comes from the side {sides}").format(sides=either([names.side(key) for key in measure.sides])))
    if measure.members:
        who = either([names.party(key) for key in measure.members])
        ways.append(_("comes from the member {members}").format(members=who))
    if measure.roles:
        roles = either([names.role(key) for key in measure.roles])
        ways.append(_("holds the role {roles} on that day").format(roles=roles))
    return _("whoever is appointed {ways}").format(ways=either(ways))


def _separate(measure: Separate, names: Names, _duty: object) -> str:
    roles = either([names.role(key) for key in measure.roles])
    return _("whoever is appointed does not hold the role {roles} on that day").format(roles=roles)


def _terms(measure: Terms, _names: Names, _duty: object) -> str:
    limits = []
    if measure.at_most is not None:
        n = measure.at_most
        limits.append(ngettext("{n} term running", "{n} terms running", n).format(n=n))
    if measure.years is not None:
        n = measure.years
        limits.append(ngettext("{n} year running", "{n} years running", n).format(n=n))
    return _("nobody has the role for more than {limits}").format(limits=either(limits))


MEASURES: dict[type[Any], Callable[[Any, Names, object], str]] = {
    Meetings: _meetings,
    Attendance: _attendance,
    Quorum: _quorum,
    Rotation: _rotation,
    Holders: _holders,
    Members: _members,
    Eligible: _eligible,
    Separate: _separate,
    Terms: _terms,
}
"""Each measure of the language, and the function that says it."""


def measured(measure: Measure, names: Names, duty: object) -> str:
    """What must hold."""
    return MEASURES[type(measure)](measure, names, duty)
