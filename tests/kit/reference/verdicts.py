"""The verdict on every obligation on every day, found by living through the days one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from governance.mandate.conditions import Condition
from governance.mandate.due_rules import DueRule
from governance.mandate.duties import CompiledDuty, duties
from governance.mandate.language import Mandate
from governance.mandate.measures import Meetings
from governance.mandate.patterns import (
    EachEvent,
    EachMeeting,
    EachPeriod,
    Kept,
    ReportDuty,
    Retention,
    Standing,
    Unmeasured,
)
from governance.model.assignment import (
    AssignmentWithdrawn,
    DeadlineExtended,
    ObligationWaived,
    ReportSubmitted,
)
from governance.model.network_events import DocumentWeeded, DutyExtended, DutyWaived
from tests.kit.reference.calendar import Deadline, Due, length_after, resolved
from tests.kit.reference.history import DAY, Fact, History, Moment, Told, days
from tests.kit.reference.numbers import appointment, holds, meeting_count, meeting_measure
from tests.kit.reference.occasions import Occasion, anchor, dissolved, key_of, occasions
from tests.kit.reference.proof import BEFORE_A_MEETING, fulfilling, recorded_of, speaking_of

__all__ = ["Judged", "Reference"]


@dataclass(frozen=True)
class Judged:
    """A verdict, and the last good day where there is one."""

    verdict: str
    due: date | None = None


Series = dict[date, Judged]
"""From the day on which an obligation begins, each day's verdict."""


class Reference:
    """Lives through all days of a history once, so that every day through ``until`` can be asked for."""

    def __init__(self, mandate: Mandate, told: Sequence[Told], until: date) -> None:
        self.history = History(mandate, told)
        self.duties = duties(mandate)
        self.until = until
        self.series: dict[str, Series] = {}
        for name, series in self._all():
            assert name not in self.series, f"two obligations are called {name}"
            self.series[name] = series

    def on(self, day: date) -> dict[str, Judged]:
        """Every obligation that there is on a day."""
        return {name: series[day] for name, series in self.series.items() if day in series}

    def _all(self) -> Iterator[tuple[str, Series]]:
        yield from self._reports()
        for duty in self.duties:
            stem = f"{self.history.key}/{duty.id}"
            if isinstance(duty.duty, Retention):
                yield from ((f"{stem}/{about}", series) for about, series in self._retained(duty.duty))
            elif isinstance(duty.duty, Kept):
                yield from ((f"{stem}/{about}", series) for about, series in self._kept(duty, duty.duty))
            elif not isinstance(duty.duty, ReportDuty):
                for occasion in occasions(self.history, duty, self.until):
                    yield from self._of_occasion(duty, occasion, stem)

    # one occasion: for each to whom, and by each by whom, it is owed

    def _of_occasion(self, duty: CompiledDuty, occasion: Occasion, stem: str) -> Iterator[tuple[str, Series]]:
        for to, named in self._recipients(duty):
            for holder in self._owing(duty, occasion):
                about = occasion.about
                if named:
                    about = named if isinstance(duty.duty, Standing) else f"{about}/{named}"
                if holder:
                    about = f"{about}/{key_of(holder)}"
                name = f"{stem}/{about}" + (f"/{duty.step}" if duty.step else "")
                yield name, _Life(self.history, self.duties, duty, occasion, to, holder, name).series(self.until)

    def _recipients(self, duty: CompiledDuty) -> list[tuple[tuple[str, ...], str | None]]:
        named = duty.counterparty
        if len(named) > 1 and (duty.duty.to_each or duty.evidence == "feedback_given"):
            return [((name,), name) for name in named]
        return [(named, None)]

    def _owing(self, duty: CompiledDuty, occasion: Occasion) -> list[str | None]:
        if not duty.duty.by_each:
            return [None]
        return [*self.history.holders(duty.holder, occasion.comes(self.history), occasion.meeting)]

    # reports

    def _reports(self) -> Iterator[tuple[str, Series]]:
        for issued in self.history.assignments():
            ref = issued.event.originator_id.partition(":")[2]
            for asked in issued.event.reports:
                yield f"{ref}/{asked.report}", self._report(issued, asked.report)

    def _report(self, issued: Fact, report: str) -> Series:
        history, found = self.history, Series()
        of_duty = [d for d in self.duties if isinstance(d.duty, ReportDuty) and d.clause == issued.event.clause]
        stated = bool(of_duty) and history.in_force(issued.event.effective_on.last)
        to = of_duty[0].duty.counterparty[:1] if stated else ("principal",)

        def own(kind: type) -> list[Fact]:
            same = [f for f in history.of(kind) if f.event.originator_id == issued.event.originator_id]
            return sorted((f for f in same if getattr(f.event, "report", report) == report), key=lambda f: f.order)

        sent = [
            f
            for f in own(ReportSubmitted)
            if f.event.recipient in (None, *to)
            or not to
            or ("principal" in to and f.event.recipient == history.mandate.principal.key)
        ]
        asked = next(r for r in issued.event.reports if r.report == report)
        final: Judged | None = None
        for day in days(issued.day, self.until):
            extended = [f for f in own(DeadlineExtended) if f.day <= day]
            when = extended[-1].event.due if extended else asked.due
            due = Deadline(when.last) if when else None
            if final is None and sent and sent[0].day <= day:
                final = _done(sent[0], due, None)
            for kind, verdict in ((ObligationWaived, "waived"), (AssignmentWithdrawn, "void")):
                if final is None and any(f.day <= day for f in own(kind)):
                    final = Judged(verdict, due.day if due else None)
            found[day] = final or _open(due or "never", day, issued.day)
        return found

    # numbers that are kept

    def _kept(self, duty: CompiledDuty, pattern: Kept) -> Iterator[tuple[str, Series]]:
        """Go through the days; where the number does not hold, or on the first, an obligation begins."""
        history, span = self.history, self.history.span()
        if span is None:
            return
        found: dict[date, Series] = {}
        begun, fulfilled = span[0], True
        for day in days(span[0], self.until):
            in_force = history.in_force(day) and history.alive(day)
            held = in_force and holds(history, pattern.measure, day)
            if day == span[0] or (fulfilled and in_force and not held):
                begun, fulfilled = day, False
                found[begun] = {}
            due = self._due_of_kept(duty, Occasion(begun.isoformat(), begun, begun), day)
            if not fulfilled and held:
                fulfilled = True
                late = isinstance(due, Deadline) and day > due.day
                final = Judged("fulfilled_late" if late else "fulfilled", _last(due))
                found[begun].update((later, final) for later in days(day, self.until))
            elif not fulfilled:
                found[begun][day] = _open(due, day, begun)
        yield from ((day.isoformat(), series) for day, series in found.items())

    def _due_of_kept(self, duty: CompiledDuty, occasion: Occasion, day: date) -> Due:
        """At once, where nothing else is said."""
        if duty.due is None:
            return Deadline(occasion.begins)
        history = self.history
        return resolved(
            duty.due,
            lambda name: anchor(history, occasion, name, day),
            history.zone,
            history.mandate.working_days,
        )

    # what is kept in the archive

    def _retained(self, pattern: Retention) -> Iterator[tuple[str, Series]]:
        seen: dict[str, int] = {}
        for evidence in pattern.evidence:
            for fact in speaking_of(self.history, evidence):
                kind, _sep, ref = fact.event.originator_id.partition(":")
                about = f"{ref.partition('/')[2] if kind == 'meeting' else fact.day}-{evidence}"
                seen[about] = seen.get(about, 0) + 1
                if seen[about] > 1:
                    about = f"{about}.{seen[about]}"
                if self.history.in_force(fact.day):
                    yield about, self._retention(pattern, fact)

    def _retention(self, pattern: Retention, fact: Fact) -> Series:
        history = self.history
        name = f"{fact.event.originator_id}@{fact.event.originator_version}"
        weeded = [f.day for f in history.of(DocumentWeeded) if f.event.event == name]
        found, final = Series(), None
        for day in days(fact.day, self.until):
            span = history.span()
            start = {
                "event": fact.day,
                "period_end": date(fact.day.year, 12, 31),
                "mandate_end": span[1] if span else None,
                "dissolved": dissolved(history, day),
            }[pattern.from_]
            until = length_after(start, pattern.keep, history.mandate.working_days) if start and pattern.keep else None
            if final is None and until and day >= until:
                final = Judged("fulfilled", until)
            if final is None and any(w <= day for w in weeded):
                final = Judged("breached", until)
            found[day] = final or Judged("upcoming", until)
        return found


# one obligation


class _Life:
    """One obligation from its first day on. Each method is one rule of ``docs/language.md``."""

    def __init__(
        self,
        history: History,
        all_duties: tuple[CompiledDuty, ...],
        duty: CompiledDuty,
        occasion: Occasion,
        to: tuple[str, ...],
        holder: str | None,
        name: str,
    ) -> None:
        self.history, self.all_duties = history, all_duties
        self.duty, self.occasion, self.to, self.holder = duty, occasion, to, holder
        self.name = name.partition("/")[2]

    def series(self, until: date) -> Series:
        found: Series = {}
        final: Judged | None = None
        for day in days(self.occasion.begins, until):
            if final is None and not self.is_owed(day):
                if found:
                    final = Judged("void", found[day - DAY].due)
                else:
                    continue
            if final is None:
                final = self.done(day) or self.stopped(day) or self.broken(day)
            found[day] = final or self.open(day)
        return found

    # conditions

    def is_owed(self, day: date) -> bool:
        condition = self.duty.duty.if_
        return condition is None or self.holds(condition, day)

    def holds(self, condition: Condition, day: date) -> bool:
        """Everything that is stated holds; what depends on a record, from the day of that record."""
        history, meeting = self.history, self.occasion.meeting
        kind = history.scheduled(meeting).event.kind if meeting else None
        if condition.kinds and kind not in condition.kinds:
            return False
        if condition.recorded and not self.was_recorded(condition.recorded, condition.with_reason, day):
            return False
        if condition.not_recorded and self.was_recorded(condition.not_recorded, False, day):
            return False
        then = min(day, self.occasion.comes(history))
        held = [condition.role_held] if condition.role_held else []
        vacant = [condition.role_vacant] if condition.role_vacant else []
        if any(not history.holders(role, then, meeting) for role in held):
            return False
        if any(history.holders(role, then, meeting) for role in vacant):
            return False
        number = len(history.members(then))
        least, most = condition.members_at_least, condition.members_at_most
        return (least is None or number >= least) and (most is None or number <= most)

    def was_recorded(self, evidence: tuple[str, ...], with_reason: bool, day: date) -> bool:
        return any(
            fact.day <= day and (not with_reason or getattr(fact.event, "reason", None))
            for word in evidence
            for fact in recorded_of(self.history, self.duty, self.occasion, word, self.counts_afterwards())
        )

    # time

    def due(self, day: date) -> Due:
        """When it is due, as far as is known on a day."""
        extended = [f for f in self.decided(DutyExtended) if f.day <= day]
        if extended:
            return Deadline(extended[-1].event.due.last)
        rule = self.duty.due
        for exemption in self.duty.exemptions:
            if self.holds(exemption.if_, day):
                rule = exemption.due or rule
                break
        return "never" if rule is None else self.resolved(rule, day)

    def resolved(self, rule: DueRule, day: date) -> Due:
        return resolved(rule, lambda name: self.anchor(name, day), self.history.zone, self.history.mandate.working_days)

    def anchor(self, name: str, day: date) -> Moment | None:
        kind, _sep, key = name.partition(".")
        if kind not in ("done", "due"):
            return anchor(self.history, self.occasion, name, day)
        other = self.other(key)
        if kind == "due":
            due = other.due(day)
            return Moment(due.day) if isinstance(due, Deadline) else None
        fact = other.fact()
        return fact.moment if fact and fact.day <= day else None

    def other(self, key: str) -> "_Life":
        """The step, or else the duty, of this name on the same occasion."""
        steps = [d for d in self.all_duties if d.id == self.duty.id and d.step == key]
        named = [d for d in self.all_duties if d.id == key]
        duty = (steps or named)[0]
        stem = f"{self.history.key}/{duty.id}/{self.occasion.about}" + (f"/{duty.step}" if duty.step else "")
        return _Life(self.history, self.all_duties, duty, self.occasion, duty.counterparty, self.holder, stem)

    def counts_afterwards(self) -> bool:
        """Whether a duty of a period falls due after its end."""
        period = self.occasion.period
        if period is None or self.duty.due is None:
            return False
        own = replace(self.occasion)
        due = resolved(
            self.duty.due,
            lambda name: None if "." in name else anchor(self.history, own, name, date.max),
            self.history.zone,
            self.history.mandate.working_days,
        )
        return isinstance(due, Deadline) and due.day > period.last

    # done

    def fact(self) -> Fact | None:
        """What fulfils it, whenever that is."""
        evidence = self.duty.evidence or "none"
        found = recorded_of(self.history, self.duty, self.occasion, evidence, self.counts_afterwards())
        return fulfilling(self.history, self.duty, self.occasion, found, self.to, self.holder)

    def done(self, day: date) -> Judged | None:
        if self.duty.measure:
            return self.measured(day)
        if self.duty.evidence == "meeting_led":
            return self.led(day)
        fact = self.fact()
        if fact is None or fact.day > day:
            return None
        too_early = self.resolved(self.duty.not_before, day) if self.duty.not_before else None
        return _done(fact, self.due(day), too_early, self.history)

    def led(self, day: date) -> Judged | None:
        """By a holder or a deputy; undetermined where the record or the mandate is silent."""
        assert self.occasion.meeting
        held = self.history.held(self.occasion.meeting, day)
        if held is None:
            return None
        by = held.event.led_by
        holders = self.history.holders(self.duty.holder, held.day, self.occasion.meeting)
        deputies = self.duty.duty.deputies if isinstance(self.duty.duty, EachMeeting) else ()
        allowed = [who for role in deputies for who in self.history.holders(role, held.day, self.occasion.meeting)]
        if by is not None and by in (*holders, *allowed):
            return Judged("fulfilled")
        if by is None or not holders or "deputy" in self.duty.duty.silent_on:
            return Judged("undetermined")
        return Judged("breached")

    def measured(self, day: date) -> Judged | None:
        if isinstance(self.duty.measure, Meetings):
            assert self.occasion.period
            verdict, final = meeting_count(self.history, self.duty, self.occasion, day)
            return Judged(verdict, self.occasion.period.last) if final else None
        if isinstance(self.duty.duty, EachEvent):
            came = self.occasion.trigger is not None and day >= self.occasion.trigger
            return Judged(appointment(self.history, self.duty, self.occasion)) if came else None
        assert self.occasion.meeting
        held = self.history.held(self.occasion.meeting, day)
        return Judged(meeting_measure(self.history, self.duty, self.occasion, held)) if held else None

    # stopped

    def stopped(self, day: date) -> Judged | None:
        due = _last(self.due(day))
        if any(f.day <= day for f in self.decided(DutyWaived)):
            return Judged("waived", due)
        for exemption in self.duty.exemptions:
            if self.holds(exemption.if_, day):
                if exemption.not_owed:
                    return Judged("waived", due)
                break
        if self.occasion.meeting and self.history.cancelled(self.occasion.meeting, day):
            return Judged("void", due)
        return self.part_of_a_period(day)

    def part_of_a_period(self, day: date) -> Judged | None:
        pattern, period, last = self.duty.duty, self.occasion.period, self.occasion.last
        if not isinstance(pattern, EachPeriod) or pattern.part_periods != "not_owed" or not period or not last:
            return None
        part = self.occasion.begins > period.first or last < period.last
        return Judged("void", _last(self.due(day))) if part else None

    def decided(self, kind: type[DutyExtended] | type[DutyWaived]) -> list[Fact]:
        """Extensions or waivers by somebody in whose power it is."""
        powers = self.duty.duty.waived_by or ("principal", self.history.mandate.principal.key)
        found = [f for f in self.history.of(kind) if f.event.obligation == self.name and f.event.by in (None, *powers)]
        return sorted(found, key=lambda f: f.order)

    def broken(self, day: date) -> Judged | None:
        """What can only come before a meeting did not."""
        if not self.occasion.meeting or self.duty.evidence not in BEFORE_A_MEETING:
            return None
        due = self.due(day)
        held = self.history.held(self.occasion.meeting, day)
        return Judged("breached", due.day) if held and isinstance(due, Deadline) else None

    # open

    def open(self, day: date) -> Judged:
        if isinstance(self.duty.duty, Unmeasured):
            return Judged("undetermined")
        if isinstance(self.duty.measure, Meetings):
            assert self.occasion.period
            return Judged("upcoming", self.occasion.period.last)
        if self.duty.measure or self.duty.evidence == "meeting_led":
            return Judged("upcoming")
        trigger = self.anchor("trigger", day)
        return _open(self.due(day), day, trigger.day if trigger else None)


def _open(due: Due, day: date, trigger: date | None) -> Judged:
    """Not done: not due yet, overdue, or without a deadline."""
    if due == "not yet":
        return Judged("upcoming")
    if isinstance(due, Deadline):
        return Judged("upcoming" if day <= due.day else "overdue", due.day)
    return Judged("outstanding" if trigger is not None and trigger <= day else "upcoming")


def _last(due: Due | None) -> date | None:
    return due.day if isinstance(due, Deadline) else None


def _done(fact: Fact, due: Due | None, too_early: Due | None, history: History | None = None) -> Judged:
    """In time, too late or too early; undetermined where the day or the time is told too roughly to say."""
    if isinstance(too_early, Deadline):
        if _certainly(_before(fact, too_early, history)):
            return Judged("breached", _last(due))
        if _before(fact, too_early, history) is None:
            return Judged("undetermined", _last(due))
    if not isinstance(due, Deadline):
        return Judged("fulfilled")
    late = _late(fact, due, history)
    return Judged("undetermined" if late is None else "fulfilled_late" if late else "fulfilled", due.day)


def _certainly(answer: bool | None) -> bool:
    return answer is True


def _late(fact: Fact, due: Deadline, history: History | None) -> bool | None:
    """Whether it was done after the deadline; None where nobody can say."""
    if due.hours and fact.first == fact.day == due.day:
        instant = _instant(fact, history)
        return None if due.instant is None or instant is None else instant > due.instant
    if fact.day <= due.day:
        return False
    return True if fact.first > due.day else None


def _before(fact: Fact, limit: Deadline, history: History | None) -> bool | None:
    """Whether it was done before a day, or an instant; None where nobody can say."""
    if limit.hours and fact.first == fact.day == limit.day:
        instant = _instant(fact, history)
        return None if limit.instant is None or instant is None else instant < limit.instant
    if fact.day < limit.day:
        return True
    return False if fact.first >= limit.day else None


def _instant(fact: Fact, history: History | None) -> datetime | None:
    at = fact.event.effective_at
    if at is None or history is None:
        return None
    hour, minute = (int(part) for part in at.split(":"))
    day = fact.day
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=history.zone).astimezone(UTC)
