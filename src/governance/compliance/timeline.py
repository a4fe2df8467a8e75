"""How the verdict on one obligation moves over the days: a pure reading of a few dates."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from governance.compliance.values import Phase, Reason, Verdict
from governance.text import N_
from governance.time import When

__all__ = ["Course", "Done", "DueSince", "Stop", "first_of", "merged"]

_DAY = timedelta(days=1)


class DueSince(NamedTuple):
    """From a day on this due date is in force (the first, or one that it was changed to)."""

    since: date
    due: When


class Done(NamedTuple):
    """What fulfils it. ``by`` is the day by whose end it surely had happened."""

    when: When
    by: date
    evidence: tuple[int, ...]


class Stop(NamedTuple):
    """What ends it otherwise: waived, or void because its trigger is gone."""

    since: date
    verdict: Verdict
    reason: Reason
    evidence: tuple[int, ...]


class Course(NamedTuple):
    """Everything that the verdict depends on. ``begins``: there is such an obligation; ``arises``: it can be met
    (None: its trigger has not come)."""

    begins: date
    arises: date | None
    dues: Sequence[DueSince] = ()
    done: Done | None = None
    stop: Stop | None = None

    def phases(self) -> tuple[Phase, ...]:
        """The verdicts in order, each from the day on which it begins to hold."""
        return merged(self._on(day) for day in self._days())

    def _days(self) -> list[date]:
        """The only days on which anything can change."""
        days = {self.begins}
        if self.arises:
            days.add(self.arises)
        for change in self.dues:
            days.update((change.since, _after(change.due.last)))
        if self.done:
            days.add(self.done.by)
        if self.stop:
            days.add(self.stop.since)
        return sorted(day for day in days if day >= self.begins)

    def due_on(self, day: date) -> When | None:
        """The due date in force on a day."""
        found = None
        for change in self.dues:
            if change.since <= day:
                found = change.due
        return found

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
        return Phase(day, "outstanding", Reason(N_("It is not done, and the mandate gives no deadline.")))

    def _fulfilled(self, done: Done, day: date) -> Phase:
        due = self.due_on(max(done.by, self.begins))
        verdict: Verdict
        if due is None:
            verdict, reason = (
                "fulfilled",
                Reason(N_("Done {when}; the mandate gives no deadline."), {"when": done.when}),
            )
        elif done.by <= due.last:
            verdict, reason = (
                "fulfilled",
                Reason(N_("Done {when}, due by {day}."), {"when": done.when, "day": due.last}),
            )
        elif done.when.first > due.last:
            late = Reason(N_("Done {when}, after {day}, when it was due."), {"when": done.when, "day": due.last})
            verdict, reason = "fulfilled_late", late
        else:
            vague = N_("Done {when}: the date is told too roughly to say whether that was by {day}.")
            verdict, reason = "undetermined", Reason(vague, {"when": done.when, "day": due.last})
        return Phase(day, verdict, reason, due, done.when, done.evidence)


def first_of(dues: Sequence[DueSince]) -> When | None:
    """The due date as first set."""
    return dues[0].due if dues else None


def merged(phases: Iterable[Phase]) -> tuple[Phase, ...]:
    """Without those that say the same as the one before."""
    kept: list[Phase] = []
    for phase in phases:
        if not kept or kept[-1][1:] != phase[1:]:  # all but the day on which it begins
            kept.append(phase)
    return tuple(kept)


def _after(day: date) -> date:
    return day if day == date.max else day + _DAY
