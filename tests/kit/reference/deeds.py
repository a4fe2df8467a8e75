"""Which deed of an obligation counts on a day: those that are too early are left out."""

from datetime import date
from typing import TYPE_CHECKING

from tests.kit.reference.calendar import Deadline
from tests.kit.reference.history import DAY, Fact, days
from tests.kit.reference.judged import Judged, is_before, judged_done, last_of

if TYPE_CHECKING:
    from tests.kit.reference.life import Life

__all__ = ["deed_of", "done_on", "only_too_early"]


def _early(life: "Life", fact: Fact) -> tuple[bool | None, date | None]:
    """Whether a deed is too early: yes, no, or nobody can say (None); and since when that is known, if it ever is.

    By the opening day in force on the day of the deed. Where it is not known then, what it counts from comes later: if
    even the day after the deed gives a later one, it is too early, else the first that becomes known decides."""
    if life.duty.not_before is None:
        return False, date.min
    start = max(fact.day, life.since)
    opening = life.opening(start)
    if opening == "never":
        return False, start
    if opening == "not yet":
        soonest = life.soonest(life.duty.not_before, start)
        if isinstance(soonest, Deadline) and is_before(fact, soonest, life.history):
            return True, start
    for day in [start, *life.history.changes_after(start)]:
        opening = life.opening(day)
        if isinstance(opening, Deadline):
            return is_before(fact, opening, life.history), day
    return False, None


def _chosen(life: "Life", day: date) -> Fact | None:
    """What was done by a day, and was not too early."""
    return life.fulfilling([f for f in life.facts if f.day <= day and _early(life, f)[0] is not True])


def only_too_early(life: "Life", day: date) -> Fact | None:
    """The deed with which it would be done, if it had not been too early, and nothing else was done by then. A meeting
    of a period may have been held for other reasons."""
    if _chosen(life, day) or (life.occasion.period and life.duty.evidence == "meeting_held"):
        return None
    return life.fulfilling([f for f in life.facts if f.day <= day])


def deed_of(life: "Life", day: date) -> Fact | None:
    """The deed as it stands on a day: the one that counts, or the one by which it is broken."""
    return _chosen(life, day) or only_too_early(life, day)


def done_on(life: "Life", day: date) -> tuple[Judged, bool] | None:
    """The verdict on what was done by a day in its time, and whether it is the last word."""
    chosen = _chosen(life, day)
    return _judged(life, chosen, day) if chosen else None


def _judged(life: "Life", fact: Fact, day: date) -> tuple[Judged, bool]:
    """By the date in force on the day of the deed; where it was not known yet, by the first that becomes known."""
    start = max(fact.day, life.since)
    due = life.due(start)
    answer, known = _early(life, fact)
    if answer is None and known and known <= day:
        return Judged("undetermined", last_of(due)), True
    pending = answer is None
    if due != "not yet":
        return judged_done(fact, due, life.history), not pending
    for later in days(start + DAY, day):
        due = life.due(later)
        if isinstance(due, Deadline):
            return judged_done(fact, due, life.history), not pending
    return Judged("fulfilled"), False
