"""How the verdict on one obligation moves over the days: a pure reading of a few dates."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from governance.compliance.values import Phase, Reason, Verdict
from governance.text import N_
from governance.time import When

__all__ = ["Course", "Done", "DueSince", "Stop", "first_of", "merged"]

_DAY = timedelta(days=1)


class DueSince(NamedTuple):
    """From a day on this due date is in force (the first, or one that it was changed to). Of a deadline in hours,
    ``moment`` is the instant (UTC), or ``rough`` the first day on which it may fall, where no time was told."""

    since: date
    due: When | None
    """None where there is none any more: what it was counted from is open again."""
    moment: datetime | None = None
    rough: date | None = None

    @property
    def first_unsure(self) -> date | None:
        """Of a deadline in hours, the first day on which the day alone does not say whether it was kept."""
        return self.due.last if self.moment and self.due else self.rough


class Done(NamedTuple):
    """What fulfils it. ``by`` is the day by whose end it surely had happened; ``moment`` the instant, where told."""

    when: When
    by: date
    evidence: tuple[int, ...]
    moment: datetime | None = None


class Stop(NamedTuple):
    """What ends it otherwise: waived, or void because its trigger is gone."""

    since: date
    verdict: Verdict
    reason: Reason
    evidence: tuple[int, ...]


class Course(NamedTuple):
    """Everything that the verdict depends on. ``begins``: there is such an obligation; ``arises``: it can be met
    (None: its trigger has not come); ``opens``: before that day it is too early."""

    begins: date
    arises: date | None
    dues: Sequence[DueSince] = ()
    done: Done | None = None
    stop: Stop | None = None
    opens: Sequence[DueSince] = ()
    awaits: bool = False
    """Whether there is a deadline, though the day to count from may not be known yet."""

    def phases(self) -> tuple[Phase, ...]:
        """The verdicts in order, each from the day on which it begins to hold."""
        return merged(self._on(day) for day in self._days())

    def _days(self) -> list[date]:
        """The only days on which anything can change."""
        begins = self.begins
        days = {begins}
        if self.arises and self.arises > begins:
            days.add(self.arises)
        for since, due, _moment, _rough in self.dues:
            days.add(since)
            if due:
                days.add(_after(due.last))
        if self.done:
            days.add(self.done.by)
        if self.stop:
            days.add(self.stop.since)
        return sorted([day for day in days if day >= begins])

    def due_on(self, day: date) -> When | None:
        """The due date in force on a day."""
        change = _in_force(self.dues, day)
        return change.due if change else None

    def _on(self, day: date) -> Phase:
        due = self.due_on(day)
        if self.done and self.done.by <= day:
            return self._fulfilled(self.done, day)
        if self.stop and self.stop.since <= day:
            return Phase(day, self.stop.verdict, self.stop.reason, due, None, self.stop.evidence)
        if due is None:
            return self._without_due(day)
        if day <= due.last:
            return Phase(day, "upcoming", Reason(N_("It is due by {day}."), {"day": due.last}), due)
        return Phase(day, "overdue", Reason(N_("It was due by {day} and is not done."), {"day": due.last}), due)

    def _without_due(self, day: date) -> Phase:
        if self.arises is None or day < self.arises:
            return Phase(day, "upcoming", Reason(N_("What calls for it has not happened yet.")))
        if self.awaits:
            return Phase(day, "upcoming", Reason(N_("It has no date yet: the day to count from is not known.")))
        return Phase(day, "outstanding", Reason(N_("It is not done, and the mandate gives no deadline.")))

    def _fulfilled(self, done: Done, day: date) -> Phase:
        counts = max(done.by, self.begins)
        change, opens = _in_force(self.dues, counts), _in_force(self.opens, counts)
        verdict, reason = _kept(done, change)
        if opens and opens.due and (early := _too_early(done, opens)):
            verdict, reason = early
        return Phase(day, verdict, reason, change.due if change else None, done.when, done.evidence)


def _in_force(changes: Sequence[DueSince], day: date) -> DueSince | None:
    found = None
    for change in changes:
        if change.since <= day:
            found = change
    return found


def _kept(done: Done, change: DueSince | None) -> tuple[Verdict, Reason]:
    """Whether it was done in time."""
    if change is None or change.due is None:
        return "fulfilled", Reason(N_("Done {when}; the mandate gives no deadline."), {"when": done.when})
    due, unsure = change.due, change.first_unsure
    told = {"when": done.when, "day": due.last}
    on_the_day = unsure is not None and done.by >= unsure and done.when.first <= due.last
    if on_the_day and change.moment and done.moment:
        in_time = done.moment <= change.moment
    elif on_the_day:
        return "undetermined", Reason(N_("Done {when}: at what time was not told, and {day} counts in hours."), told)
    elif done.by <= due.last:
        in_time = True
    elif done.when.first > due.last:
        in_time = False
    else:
        vague = N_("Done {when}: the date is told too roughly to say whether that was by {day}.")
        return "undetermined", Reason(vague, told)
    if in_time:
        return "fulfilled", Reason(N_("Done {when}, due by {day}."), told)
    return "fulfilled_late", Reason(N_("Done {when}, after {day}, when it was due."), told)


def _too_early(done: Done, opens: DueSince) -> tuple[Verdict, Reason] | None:
    """What holds where it was done before the first day on which it may be done; None where it was not."""
    opening = opens.due or done.when
    first, last = opens.rough or opening.first, opening.last if opens.rough else opening.first
    told = {"when": done.when, "day": opening.first}
    if opens.moment and done.moment:
        early, unsure = done.moment < opens.moment, False
    else:
        early = done.by < first
        unsure = not early and done.when.first <= last if opens.first_unsure else done.when.first < first <= done.by
    if early:
        return "breached", Reason(N_("Done {when}, too early: not before {day}."), told)
    if unsure:
        return "undetermined", Reason(N_("Done {when}: told too roughly to say whether {day} had come."), told)
    return None


def first_of(dues: Sequence[DueSince]) -> When | None:
    """The due date as first set."""
    return next((change.due for change in dues if change.due), None)


def merged(phases: Iterable[Phase]) -> tuple[Phase, ...]:
    """Without those that say the same as the one before."""
    kept: list[Phase] = []
    for phase in phases:
        if not kept or kept[-1][1:] != phase[1:]:  # all but the day on which it begins
            kept.append(phase)
    return tuple(kept)


def _after(day: date) -> date:
    return day if day == date.max else day + _DAY
