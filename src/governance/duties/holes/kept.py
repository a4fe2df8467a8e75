"""Numbers of members and holders that cannot be kept, or not all at once."""

from collections.abc import Iterator

from governance.duties.holes.view import Placed, View
from governance.duties.measures import Holders, Members
from governance.duties.patterns import Kept
from governance.duties.shares import Share, asked
from governance.mandate.tree import Doubt, shown
from governance.text import _

__all__ = ["HOLES"]

_WHOLES = range(1, 1001)
"""So many there may be, of whom a share is a part."""


def _kept(view: View) -> Iterator[tuple[Placed, Holders | Members]]:
    for placed in view.duties:
        if isinstance(placed.duty, Kept):
            yield placed, placed.duty.measure


def kept_numbers_against_each_other(view: View) -> Iterator[Doubt]:
    """Of whole roles and all members, or of the same side and among the same roles."""
    leasts: dict[object, tuple[int, str]] = {}
    kept = [(placed, measure) for placed, measure in _kept(view) if not placed.duty.if_]
    for placed, measure in kept:
        least = measure.at_least if isinstance(measure.at_least, int) else 0
        for side in {None, measure.side}:
            for among in {(), _among(measure)}:
                key = (measure.of, getattr(measure, "role", None), side, among)
                leasts[key] = max(leasts.get(key, (0, "")), (least, placed.id))
    for placed, measure in kept:
        least, id_ = leasts[measure.of, getattr(measure, "role", None), measure.side, _among(measure)]
        if isinstance(measure.at_most, int) and least > measure.at_most:
            text = _("no more than {most} are allowed, and {id} asks for {least}")
            words = text.format(most=measure.at_most, id=id_, least=least)
            yield Doubt((*placed.path, "measure", "at_most"), placed.id, words, _("compare the two"))


def _among(measure: Holders | Members) -> tuple[str, ...]:
    return measure.among if isinstance(measure, Holders) else ()


def shares_that_nobody_can_keep(view: View) -> Iterator[Doubt]:
    """Whatever the number of all, more than all are asked for, or more than are allowed."""
    for placed, measure in _kept(view):
        least, most = measure.at_least, measure.at_most
        if isinstance(least, Share) and all(asked(least, whole) > whole for whole in _WHOLES):
            path = (*placed.path, "measure", "at_least")
            yield Doubt(path, placed.id, _("more than all are asked for"), _("a part of all, less than all"))
        elif least is not None and most is not None and not any(_allows(least, most, whole) for whole in _WHOLES):
            text = _("however many there are, more are asked for than are allowed")
            yield Doubt((*placed.path, "measure", "at_most"), placed.id, text, _("compare the two"))


def _allows(least: int | Share, most: int | Share, whole: int) -> bool:
    return asked(least, whole) <= asked(most, whole)


def among_roles_of_meetings(view: View) -> Iterator[Doubt]:
    for placed, measure in _kept(view):
        for number, role in enumerate(_among(measure)):
            if view.only_at_meetings(role):
                text = _("outside of meetings nobody holds {role}, so their number cannot be kept")
                advice = _("count a role to which somebody is appointed")
                path = (*placed.path, "measure", "among", number)
                yield Doubt(path, placed.id, text.format(role=shown(role)), advice)


HOLES = (
    kept_numbers_against_each_other,
    shares_that_nobody_can_keep,
    among_roles_of_meetings,
)
