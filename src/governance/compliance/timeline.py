"""How the verdict on one obligation moves over the days: a pure reading of a few dates."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from governance.compliance.values import Phase, Reason, Verdict
from governance.text import N_
from governance.time import When

__all__ = [
    "Course", "Done", "DueSince", "Stop", "decisive", "earliest", "end_of_body", "excused", "first_of", "in_force",
    "in_time", "merged", "opening", "too_early",
]  # fmt: skip

_DAY = timedelta(days=1)


class DueSince(NamedTuple):
    """From a day on this due date is in force (the first, or one that it was changed to). Of a deadline in hours,
    ``moment`` is the instant, in local time, or ``rough`` the first day on which it may fall, where no time was told.
    """

    since: date
    due: When | None
    """None where there is none (any more)."""
    moment: datetime | None = None
    rough: date | None = None
    awaits: bool = False
    """Where there is none: whether one comes once the day to count from is known."""

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
    """What ends it otherwise: void because its trigger is gone, breached for good, or waived."""

    since: date
    verdict: Verdict
    reason: Reason
    evidence: tuple[int, ...]


class Course(NamedTuple):
    """Everything that the verdict depends on. ``begins``: there is such an obligation; ``arises``: it can be met
    (None: its trigger has not come); ``dues``: in the order of their days; ``opens``: before that day it is too early.
    """

    begins: date
    arises: date | None
    dues: Sequence[DueSince] = ()
    done: Done | None = None
    stop: Stop | None = None
    opens: Sequence[DueSince] = ()
    excuse: Stop | None = None
    """A waiver or exemption: it counts where the obligation is not fulfilled by then."""
    early: Stop | None = None
    """The breach that it was done too early: it holds until it is done in its time."""

    def phases(self) -> tuple[Phase, ...]:
        """The verdicts in order, each from the day on which it begins to hold."""
        done, stop, early = self.done, self.stop, self.early
        if stop and done and stop.since < done.by:
            done = None  # what ended it is final
        if early and ((done and done.by <= early.since) or (stop and stop.since < early.since)):
            early = None
        if early:
            stop = None
        if done:
            phases = merged((*self._until(done.by, early), *self._fulfilled(done)))
        elif stop:
            phases = merged((*self._open(stop.since), self._ended(stop)))
        else:
            phases = merged(self._until(None, early))
        return excused(phases, self.excuse)

    def _until(self, until: date | None, early: Stop | None) -> Iterator[Phase]:
        """What holds before it is done in its time."""
        yield from self._open(early.since if early else until)
        if early:
            yield self._ended(early)

    def _ended(self, stop: Stop) -> Phase:
        since = max(stop.since, self.begins)
        change = in_force(self.dues, since)
        return Phase(since, stop.verdict, stop.reason, change.due if change else None, None, stop.evidence)

    def _open(self, until: date | None) -> Iterator[Phase]:
        """What holds before that day, while it is neither done nor ended otherwise."""
        dues = self.dues
        if not dues or dues[0].since > self.begins:
            dues = (DueSince(self.begins, None), *dues)
        for index, change in enumerate(dues, 1):
            first = max(change.since, self.begins)
            end = dues[index].since if index < len(dues) else until
            if until and end and until < end:
                end = until
            if end is None or first < end:
                yield from _due(change.due, first, end) if change.due else self._undated(change, first, end)

    def _undated(self, change: DueSince, first: date, end: date | None) -> Iterator[Phase]:
        """From the first of these days, and before the other one, it has no due date."""
        arises = self.arises
        if arises is None or first < arises:
            yield Phase(first, "upcoming", _NOT_CALLED_FOR)
        if arises and (end is None or arises < end):
            since = max(first, arises)
            yield Phase(since, "upcoming", _NO_DATE_YET) if change.awaits else Phase(since, "outstanding", _NO_DATE)

    def _fulfilled(self, done: Done) -> Iterator[Phase]:
        """Judged by what is known on its day; a date that becomes known only later is applied then."""
        day = max(done.by, self.begins)
        due, opens = decisive(self.dues, day), opening(self.opens, day)
        for since in sorted({day, *(change.since for change in (due, opens) if change and change.since > day)}):
            change = due if due and due.since <= since else in_force(self.dues, day)
            verdict, reason = _kept(done, change)
            if opens and opens.since <= since and (early := too_early(done, opens)):
                verdict, reason = early
            yield Phase(since, verdict, reason, change.due if change else None, done.when, done.evidence)


def decisive(dues: Sequence[DueSince], day: date) -> DueSince | None:
    """The due date in force on a day; while the day to count from is awaited, the first that comes to be known."""
    present = in_force(dues, day)
    if present is None or present.due or not present.awaits:
        return present
    return next((change for change in dues if change.since > day and change.due), present)


def opening(opens: Sequence[DueSince], day: date) -> DueSince | None:
    """The first day on which it may be done, as known on a day, else as it comes to be known."""
    return in_force(opens, day) or next(iter(opens), None)


def excused(phases: Sequence[Phase], excuse: Stop | None) -> tuple[Phase, ...]:
    """With a waiver or exemption: from its day on it takes the place of every verdict but fulfilled and void."""
    if excuse is None or not phases:
        return tuple(phases)
    since = max(excuse.since, phases[0].since)
    before = [phase for phase in phases if phase.since <= since]
    if before[-1].verdict in ("fulfilled", "void"):
        after = phases[len(before) :]
        late = next((at for at, phase in enumerate(after) if phase.verdict not in ("fulfilled", "void")), None)
        if late is None:
            return tuple(phases)
        before, since = [*before, *after[:late]], after[late].since
        present = after[late]
    else:
        present = before[-1]
        before = [phase for phase in before if phase.since < since]
    ended = Phase(since, excuse.verdict, excuse.reason, present.due, None, excuse.evidence)
    return merged((*before, ended))


_NOT_CALLED_FOR = Reason(N_("What calls for it has not happened yet."))
_NO_DATE_YET = Reason(N_("It has no date yet: the day to count from is not known."))
_NO_DATE = Reason(N_("It is not done, and the mandate gives no deadline."))


def _due(due: When, first: date, end: date | None) -> Iterator[Phase]:
    """From the first of these days, and before the other one, it has a due date."""
    last, told = due.last, {"day": due.last}
    if first <= last:
        yield Phase(first, "upcoming", Reason(N_("It is due by {day}."), told), due)
    if (end is None or last < end - _DAY) and last < date.max:
        late = Reason(N_("It was due by {day} and is not done."), told)
        yield Phase(max(first, last + _DAY), "overdue", late, due)


def in_force(changes: Sequence[DueSince], day: date) -> DueSince | None:
    found = None
    for change in changes:
        if change.since <= day:
            found = change
    return found


def _kept(done: Done, change: DueSince | None) -> tuple[Verdict, Reason]:
    """Whether it was done in time."""
    if change is None or change.due is None:
        awaited = N_("Done {when}; the day from which its deadline counts was not known by then.")
        reason = awaited if change and change.awaits else N_("Done {when}; the mandate gives no deadline.")
        return "fulfilled", Reason(reason, {"when": done.when})
    due, unsure = change.due, change.first_unsure
    told: dict[str, object] = {"when": done.when, "day": due.last}
    on_the_day = unsure is not None and done.by >= unsure and done.when.first <= due.last
    if on_the_day and change.moment and done.moment:
        in_time = done.moment <= change.moment
        told = {"when": _to_the_minute(done.moment, change.moment), "day": _to_the_minute(change.moment)}
    elif on_the_day and change.moment:
        return "undetermined", Reason(N_("Done {when}: at what time was not told, and {day} counts in hours."), told)
    elif on_the_day:
        unclear = N_("Done {when}: the hours count from a time that was not told, so nobody can say whether in time.")
        return "undetermined", Reason(unclear, told)
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


def in_time(done: Done, latest: DueSince) -> bool:
    """Whether it was surely done by a day."""
    return _kept(done, latest)[0] == "fulfilled"


def _to_the_minute(moment: datetime, beside: datetime | None = None) -> str:
    """An instant as people write it, in its own local time or in that of another one."""
    local = moment.astimezone(beside.tzinfo) if beside else moment
    return f"{local:%Y-%m-%d %H:%M}"


def too_early(done: Done, opens: DueSince) -> tuple[Verdict, Reason] | None:
    """What holds where it was done before the first day on which it may be done; None where it was not."""
    opening = opens.due or done.when
    first, last = opens.rough or opening.first, opening.last if opens.rough else opening.first
    told: dict[str, object] = {"when": done.when, "day": opening.first}
    if opens.moment and done.moment:
        early, unsure = done.moment < opens.moment, False
        told = {"when": _to_the_minute(done.moment, opens.moment), "day": _to_the_minute(opens.moment)}
    else:
        early = done.by < first
        unsure = not early and done.when.first <= last if opens.first_unsure else done.when.first < first <= done.by
    if early:
        return "breached", Reason(N_("Done {when}, too early: not before {day}."), told)
    if unsure:
        return "undetermined", Reason(N_("Done {when}: told too roughly to say whether {day} had come."), told)
    return None


def end_of_body(last: date) -> Reason:
    """Why something can be done no longer after the last day."""
    return Reason(N_("The body or its mandate ended on {day}; nobody can do it any more."), {"day": last})


def earliest(stops: Iterable[Stop | None]) -> Stop | None:
    """What ends it first; of several on one day, the first that is named."""
    found = None
    for stop in stops:
        if stop and (found is None or stop.since < found.since):
            found = stop
    return found


def first_of(dues: Sequence[DueSince]) -> When | None:
    """The due date as first set."""
    for change in dues:
        if change.due:
            return change.due
    return None


def merged(phases: Iterable[Phase]) -> tuple[Phase, ...]:
    """Without those that say the same as the one before."""
    kept: list[Phase] = []
    for phase in phases:
        if not kept or kept[-1].verdict != phase.verdict or kept[-1][1:] != phase[1:]:  # all but its first day
            kept.append(phase)
    return tuple(kept)
