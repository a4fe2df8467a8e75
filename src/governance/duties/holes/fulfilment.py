"""Duties that no event can fulfil, and what is said of a duty without any effect."""

import math
from collections.abc import Iterator

from governance.duties.due.base import Rule
from governance.duties.evidence import evidence_called
from governance.duties.holes.view import View
from governance.duties.occasions.base import Deed
from governance.mandate.tree import Doubt, shown
from governance.mandate.values import Place
from governance.text import _

__all__ = ["HOLES"]

_SEVERAL = 2


def the_appointment_is_its_own_proof(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        for part in placed.parts if placed.duty.appointment else ():
            if part.stated.evidence == placed.duty.appointment and _comes_by_itself(part.stated.due):
                text = _("it is fulfilled by the very appointment that calls for it")
                yield Doubt((*part.path, "evidence"), part.id, text, _("name what is to follow the appointment"))


def _comes_by_itself(due: Rule | None) -> bool:
    """Whether the appointment itself is always in time; before it takes effect, or by another day, it may not be."""
    if due is None or not due.gives_date:
        return True
    return not due.counts_back and due.offset is not None and due.offset.counted_from in ("trigger", "term_start")


def nobody_can_receive_it(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        for part in placed.parts:
            word = part.stated.evidence or ""
            if placed.duty.to_each and not (word and evidence_called(word).to_whom):
                text = _("{word} is recorded without saying to whom, so one record counts for all")
                advice = _("leave out to_each, or name evidence that says to whom it went")
                yield Doubt((*placed.path, "to_each"), part.id, text.format(word=shown(word)), advice)


def owed_to_oneself(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        for part in placed.parts:
            if part.counterparty == (part.holder,) and part.holder != "members":
                text = _("{name} owes it to itself").format(name=shown(part.holder))
                yield Doubt((*part.path, "counterparty"), part.id, text, _("name to whom it is owed, or leave it out"))


def _who_can_sign(view: View, signers: tuple[Place, ...]) -> float:
    """How many can sign at most: one for each place; where there is one place, each who holds a role of it."""
    several = {role.key for role in view.mandate.roles if role.held_by == "persons"}
    if len(signers) > 1:
        return len(signers)
    return math.inf if several & {*signers[0]} else len(signers[0])


def more_signatures_than_signers(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        for part in placed.parts:
            signers, least = part.stated.signed_by, part.stated.at_least
            if signers and least is not None and least > _who_can_sign(view, signers):
                text = _("{least} signatures are asked for, of {n} who sign").format(least=least, n=len(signers))
                advice = _("{n} or fewer").format(n=len(signers))
                yield Doubt((*part.path, "at_least"), part.id, text, advice)
            if part.stated.in_order and len(signers) < _SEVERAL:
                text = _("there is no order among fewer than two who sign")
                yield Doubt((*part.path, "in_order"), part.id, text, _("name in signed_by who signs, in their order"))


def a_date_for_what_is_measured(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        if placed.measure and placed.measure.settled_at_once and placed.duty.stated_due:
            text = _("what is measured is judged on its occasion, so this date changes nothing")
            yield Doubt((*placed.path, "due"), placed.id, text, _("leave it out"))


def each_of_what_is_not_told_apart(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        apart = placed.measure.of_each if placed.measure else isinstance(placed.duty, Deed)  # by evidence
        if placed.duty.by_each and not apart:
            text = _("a duty that is not shown by evidence is owed once, not by each")
            yield Doubt((*placed.path, "by_each"), placed.id, text, _("leave it out"))


def another_time_for_several_steps(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        steps = len(placed.duty.stated_steps)
        for number, exemption in enumerate(placed.duty.stated_exemptions):
            if steps >= _SEVERAL and exemption.due:
                text = _("this time holds for each of the {n} steps").format(n=steps)
                advice = _("a duty of its own for the step that it is meant for")
                yield Doubt((*placed.path, "exemption", number, "due"), placed.id, text, advice, grave=False)


HOLES = (
    the_appointment_is_its_own_proof,
    nobody_can_receive_it,
    owed_to_oneself,
    more_signatures_than_signers,
    a_date_for_what_is_measured,
    each_of_what_is_not_told_apart,
    another_time_for_several_steps,
)
