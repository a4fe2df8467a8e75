"""Quorums that no meeting can have."""

from collections.abc import Iterator
from fractions import Fraction

from governance.duties.holes.view import Placed, View
from governance.duties.measures import Attendance, Quorum
from governance.duties.shares import Share, asked
from governance.mandate.tree import Doubt, shown
from governance.text import _

__all__ = ["HOLES"]


def _quorums(view: View) -> Iterator[tuple[Placed, Quorum]]:
    for placed in view.duties:
        if isinstance(placed.measure, Quorum):
            yield placed, placed.measure


def more_than_there_can_be(view: View) -> Iterator[Doubt]:
    for placed, quorum in _quorums(view):
        seats = _seats(view, quorum)
        path = (*placed.path, "measure", "at_least")
        if seats is None:
            if isinstance(quorum.at_least, Share) and _is_more_than_all(quorum.at_least):
                yield Doubt(path, placed.id, _("more than all can never be present"), _("a part of all, less than all"))
            continue
        least = asked(quorum.at_least, seats)
        if least > seats:
            text = _("{asked} are to be present, and there can be {seats} at the most")
            yield Doubt(path, placed.id, text.format(asked=least, seats=seats), _("{n} or fewer").format(n=seats))


def _seats(view: View, quorum: Quorum) -> int | None:
    """How many there can be of whom so many are to be present; None where nothing limits it."""
    if not quorum.among:
        return view.most_members()
    groups = [view.most_in(group) for group in quorum.among]
    limits = [limit for limit in groups if limit is not None]
    if quorum.each:
        return min(limits, default=None)
    return sum(limits) if len(limits) == len(groups) else None


def _is_more_than_all(share: Share) -> bool:
    part = Fraction(share.part)
    return share.at_most is None and (part > 1 or (part == 1 and share.plus > 0))


def of_nobody(view: View) -> Iterator[Doubt]:
    for placed, quorum in _quorums(view):
        if not quorum.among and not view.mandate.members:
            text = _("all members are counted, and the file names none")
            advice = _("among, with the roles or sides that are counted; or a heading [[member]] for each")
            yield Doubt((*placed.path, "measure"), placed.id, text, advice)
        for number, group in enumerate(quorum.among):
            if view.most_in(group) == 0:
                text = _("nobody is on the side {side}").format(side=shown(group))
                yield Doubt((*placed.path, "measure", "among", number), placed.id, text, _("give it members or roles"))


def counted_and_not_counted(view: View) -> Iterator[Doubt]:
    for placed, quorum in _quorums(view):
        if quorum.among and {*quorum.among} <= {*quorum.not_counting}:
            text = _("nobody is counted: those among whom it counts do not count")
            yield Doubt((*placed.path, "measure", "not_counting"), placed.id, text, _("leave one of them out"))


def needed_anyway(view: View) -> Iterator[Doubt]:
    """Of a list one is enough; where one of them must be there by itself, the others make no difference."""
    for placed, quorum in _quorums(view):
        for number, one_of in enumerate(quorum.including):
            anyway = [role for role in one_of if (role,) in quorum.including and len(one_of) > 1]
            if anyway:
                text = _("a holder of the role {role} is needed anyway, so the others make no difference")
                path = (*placed.path, "measure", "including", number)
                yield Doubt(path, placed.id, text.format(role=shown(anyway[0])), _("leave one of the two out"))


def more_than_are_held(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        measure = placed.measure
        if (
            isinstance(measure, Attendance)
            and isinstance(measure.at_least, Share)
            and _is_more_than_all(measure.at_least)
        ):
            path = (*placed.path, "measure", "at_least")
            yield Doubt(
                path, placed.id, _("more than all meetings cannot be attended"), _("a part of all, at most all")
            )


HOLES = (more_than_there_can_be, of_nobody, counted_and_not_counted, needed_anyway, more_than_are_held)
