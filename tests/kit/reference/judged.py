"""What is said of an obligation on a day: its verdict, and whether what was done came in time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tests.kit.reference.calendar import Deadline, Due
from tests.kit.reference.history import Fact, History

__all__ = ["Judged", "is_before", "is_late", "judged_done", "judged_open", "last_of"]


@dataclass(frozen=True)
class Judged:
    """A verdict, and the last good day where there is one."""

    verdict: str
    due: date | None = None


def judged_open(due: Due, day: date, trigger: date | None) -> Judged:
    """Not done: not due yet, overdue, or without a deadline."""
    if due == "not yet":
        return Judged("upcoming")
    if isinstance(due, Deadline):
        return Judged("upcoming" if day <= due.day else "overdue", due.day)
    return Judged("outstanding" if trigger is not None and trigger <= day else "upcoming")


def last_of(due: Due | None) -> date | None:
    return due.day if isinstance(due, Deadline) else None


def judged_done(fact: Fact, due: Due, history: History | None = None) -> Judged:
    """In time or too late; undetermined where the day or the time is told too roughly to say."""
    if not isinstance(due, Deadline):
        return Judged("fulfilled")
    late = is_late(fact, due, history)
    return Judged("undetermined" if late is None else "fulfilled_late" if late else "fulfilled", due.day)


def is_late(fact: Fact, due: Deadline, history: History | None) -> bool | None:
    """Whether it was done after the deadline; None where nobody can say."""
    if fact.first == fact.day and fact.day in due.somewhere:
        instant = _instant(fact, history)
        return None if due.instant is None or instant is None else instant > due.instant
    if fact.day <= due.day:
        return False
    return True if fact.first > due.day else None


def is_before(fact: Fact, limit: Deadline, history: History | None) -> bool | None:
    """Whether it was done before a day, or an instant; None where nobody can say."""
    if fact.first == fact.day and fact.day in limit.somewhere:
        instant = _instant(fact, history)
        return None if limit.instant is None or instant is None else instant < limit.instant
    opens = limit.first or limit.day
    if fact.day < opens:
        return True
    return False if fact.first >= opens else None


def _instant(fact: Fact, history: History | None) -> datetime | None:
    at = fact.event.effective_at
    if at is None or history is None:
        return None
    hour, minute = (int(part) for part in at.split(":"))
    day = fact.day
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=history.zone).astimezone(UTC)
