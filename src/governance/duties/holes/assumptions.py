"""Assumptions against what the clause says."""

from collections.abc import Iterator

from governance.duties.holes.view import View
from governance.mandate.tree import Doubt, shown
from governance.text import _

__all__ = ["HOLES"]


def beside_what_the_clause_says(view: View) -> Iterator[Doubt]:
    """The clause says when one of its duties is due, and an assumption says it of the others."""
    for number, assumption in enumerate(view.mandate.assumptions):
        for placed in view.duties:
            if placed.clause != assumption.clause:
                continue
            stated = [(part.id, part.stated.due) for part in placed.parts]
            if placed.duty.is_dated_though_measured:
                stated.append((placed.id, placed.duty.stated_due))
            for id_, due in stated:
                if due == assumption.due:
                    text = _("it assumes what the clause says itself, of {id}")
                    advice = _("state the duty's own due date, if that is meant of all of the clause")
                    yield Doubt(("assumption", number, "due"), assumption.clause, text.format(id=shown(id_)), advice)
                elif due is not None:
                    text = _("the clause says itself when {id} is due; the assumption fills only the rest of it")
                    advice = _("a clause of its own for what is assumed, or no assumption")
                    yield Doubt(("assumption", number, "clause"), assumption.clause, text.format(id=shown(id_)), advice)


def of_what_is_not_measured(view: View) -> Iterator[Doubt]:
    for number, assumption in enumerate(view.mandate.assumptions):
        for placed in view.duties:
            if placed.clause == assumption.clause and not placed.duty.is_judged:
                text = _("a part of the clause, {id}, is never judged, and no date changes that")
                words = text.format(id=shown(placed.id))
                yield Doubt(("assumption", number, "clause"), assumption.clause, words, _("a clause of its own for it"))


def without_a_date(view: View) -> Iterator[Doubt]:
    for number, assumption in enumerate(view.mandate.assumptions):
        if not assumption.due.gives_date:
            text = _("it assumes no date: as soon as possible is never overdue")
            yield Doubt(("assumption", number, "due"), assumption.clause, text, _("a rule that leads to a day"))


HOLES = (beside_what_the_clause_says, of_what_is_not_measured, without_a_date)
