"""Which deed of an obligation counts on a day: those that are too early are left out, where that is sure by then."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tests.kit.reference.calendar import Deadline
from tests.kit.reference.history import DAY, Fact, days
from tests.kit.reference.judged import Judged, is_before, judged_done, last_of

if TYPE_CHECKING:
    from tests.kit.reference.life import Life

__all__ = ["can_still_be_done", "deed_of", "done_on", "only_too_early"]


@dataclass(frozen=True)
class _Early:
    """Whether a deed is too early: yes, no, or nobody can say (None); and whether a day to come may still decide."""

    answer: bool | None
    pending: bool = False


def _early(life: "Life", fact: Fact, day: date) -> _Early:
    """By the opening day in force on the day of the deed. Where it is not known then, what it counts from comes later:
    if even the day after the deed gives a later one, it is too early, else the first that becomes known decides."""
    if life.duty.not_before is None:
        return _Early(False)
    start = max(fact.day, life.since)
    opening = life.opening(start)
    if isinstance(opening, Deadline):
        return _Early(is_before(fact, opening, life.history))
    if opening == "never":
        return _Early(False)
    soonest = life.soonest(life.duty.not_before, start)
    if isinstance(soonest, Deadline) and is_before(fact, soonest, life.history):
        return _Early(True)
    for later in days(start + DAY, day):
        opening = life.opening(later)
        if isinstance(opening, Deadline):
            return _Early(is_before(fact, opening, life.history))
    return _Early(False, pending=True)


def _chosen(life: "Life", day: date) -> Fact | None:
    """What was done by a day, and was not too early as far as is sure by then."""
    return life.fulfilling([f for f in life.facts if f.day <= day and _early(life, f, day).answer is not True])


def only_too_early(life: "Life", day: date) -> Fact | None:
    """The deed with which it would be done, if it had not been too early, and nothing else was done by then."""
    return None if _chosen(life, day) else life.fulfilling([f for f in life.facts if f.day <= day])


def can_still_be_done(life: "Life", day: date) -> bool:
    """A deed that was too early can be done again through the last good day; not where there is no such day."""
    due = life.due(day)
    return due == "not yet" or (isinstance(due, Deadline) and day <= due.day)


def deed_of(life: "Life", day: date) -> Fact | None:
    """The deed as it stands on a day: the one that counts, or the one by which it is broken for good."""
    chosen = _chosen(life, day)
    if chosen or can_still_be_done(life, day):
        return chosen
    return only_too_early(life, day)


def done_on(life: "Life", day: date) -> tuple[Judged, bool] | None:
    """The verdict on what was done by a day, and whether it is the last word."""
    chosen = _chosen(life, day)
    if chosen is None:
        broken = life.due(day) == "never" and only_too_early(life, day)
        return (Judged("breached"), True) if broken else None
    judged, last_word = _judged(life, chosen, day)
    pending = any(_early(life, f, day).pending for f in life.facts if f.day <= day)
    return judged, last_word and not pending


def _judged(life: "Life", fact: Fact, day: date) -> tuple[Judged, bool]:
    """By the date in force on the day of the deed; where it was not known yet, by the first that becomes known."""
    start = max(fact.day, life.since)
    due = life.due(start)
    if _early(life, fact, day).answer is None:
        return Judged("undetermined", last_of(due)), True
    if due != "not yet":
        return judged_done(fact, due, life.history), True
    for later in days(start + DAY, day):
        due = life.due(later)
        if isinstance(due, Deadline):
            return judged_done(fact, due, life.history), True
    return Judged("fulfilled"), False
