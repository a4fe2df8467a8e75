"""One obligation from its first day on, lived through day by day."""

from datetime import date
from functools import cached_property

from governance.duties.compiled import CompiledDuty, duties
from governance.duties.conditions import Condition, Exemption
from governance.duties.due import DueRule
from governance.duties.due.earliest import Earliest
from governance.duties.due.latest import Latest
from governance.duties.measures import Attendance, Meetings
from governance.duties.patterns import EachEvent, EachMeeting, EachPeriod, Kept, Unmeasured
from governance.model.meeting_events import ActionClosed, DecisionTaken
from governance.model.network_events import DutyExtended, DutyWaived
from tests.kit.reference.calendar import Deadline, Due, resolved
from tests.kit.reference.deeds import can_still_be_done, deed_of, done_on, only_too_early
from tests.kit.reference.history import DAY, Fact, History, Moment, days
from tests.kit.reference.judged import Judged, is_late, judged_open, last_of
from tests.kit.reference.numbers import appointment, attendance, meeting_count, meeting_measure
from tests.kit.reference.occasions import Occasion, anchor, falls_on, of_action
from tests.kit.reference.proof import BEFORE_A_MEETING, fulfilling, recorded_of

__all__ = ["Life", "Series", "decided"]


Series = dict[date, Judged]
"""From the day on which an obligation begins, each day's verdict."""

ONLY_BY_A_LIVING_BODY = {
    "next_meeting_held", "meeting_held", "meeting_led", "meeting_called", "meeting_prepared", "agenda_sent",
    "papers_sent", "role_assigned", "work_plan_adopted", "mandate_reviewed", "decision_taken",
}  # fmt: skip
"""What nobody can do for a body that is no more."""


class Life:
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
        first: date | None = None,
        last: date | None = None,
    ) -> None:
        self.history, self.all_duties = history, all_duties
        self.duty, self.occasion, self.to, self.holder = duty, occasion, to, holder
        self.name = name.partition("/")[2]
        self.begins = max(occasion.begins, first or occasion.begins)
        self.since = self.begins
        """The first day on which it is owed."""
        self.last = last
        self.dues: dict[date, Due] = {}
        self.openings: dict[date, Due] = {}
        self.others: dict[str, Life] = {}
        """Those found so far."""

    def series(self, until: date) -> Series:
        """Each day's verdict. An excuse holds from its day on and takes away what is not fulfilled, then or later."""
        found: Series = {}
        final: Judged | None = None
        excused = False
        for day in days(self.begins, until):
            if not found and not self.is_owed(day):
                continue
            self.since = min(found, default=day)
            judged, last_word = (final, True) if final else self.on(day)
            excused = excused or self.is_excused(day) or self.is_waived(day)
            if excused and judged.verdict not in ("fulfilled", "void"):
                judged, last_word = Judged("waived"), True
            found[day] = judged
            final = judged if last_word else None
        return found

    def on(self, day: date) -> tuple[Judged, bool]:
        """The verdict on a day without regard to excuses that came after it, and whether it is the last word."""
        done = self.done(day)
        if done:
            return done
        stopped = self.stopped(day)
        return (stopped, True) if stopped else (self.open(day), False)

    # conditions

    def is_owed(self, day: date) -> bool:
        condition = self.duty.duty.if_
        return condition is None or self.holds(condition, day)

    def holds(self, condition: Condition, day: date, at_the_latest: DueRule | None = None) -> bool:
        """Everything that is stated holds; what depends on a record, from the day of that record."""
        history, meeting = self.history, self.occasion.meeting
        at = meeting or decided_at(self.occasion)
        kind = history.scheduled(at).event.kind if at else None
        if condition.kinds and kind not in condition.kinds:
            return False
        if condition.recorded and not self.was_recorded(condition.recorded, condition.with_reason, day, at_the_latest):
            return False
        if condition.not_recorded and self.was_recorded(condition.not_recorded, False, day):
            return False
        then = self.occasion.comes(history)
        held = [condition.role_held] if condition.role_held else []
        vacant = [condition.role_vacant] if condition.role_vacant else []
        if any(not history.holders(role, then, meeting) for role in held):
            return False
        if any(history.holders(role, then, meeting) for role in vacant):
            return False
        number = len(history.members(then))
        least, most = condition.members_at_least, condition.members_at_most
        return (least is None or number >= least) and (most is None or number <= most)

    def was_recorded(
        self, evidence: tuple[str, ...], with_reason: bool, day: date, at_the_latest: DueRule | None = None
    ) -> bool:
        """Of the same occasion; of a period, in it or naming it."""
        return any(
            fact.day <= day and (not with_reason or _reason(fact)) and self.is_in_time(fact, at_the_latest)
            for word in evidence
            for fact in recorded_of(self.history, self.duty, self.occasion, word, 0)
        )

    def is_in_time(self, fact: Fact, at_the_latest: DueRule | None) -> bool:
        """Whether it had surely happened by the last day for it, as that was known on its own day."""
        limit = self.resolved(at_the_latest, fact.day) if at_the_latest else "never"
        return not isinstance(limit, Deadline) or is_late(fact, limit, self.history) is False

    def applying(self, day: date) -> Exemption | None:
        """The first exemption that applies."""
        exemptions = self.duty.exemptions
        return next((e for e in exemptions if self.holds(e.if_, day, getattr(e, "at_the_latest", None))), None)

    # time

    def due(self, day: date) -> Due:
        if day not in self.dues:
            self.dues[day] = self.due_on(day)
        return self.dues[day]

    def due_on(self, day: date) -> Due:
        """When it is due, as far as is known on a day; by an extension, unless a later date became known afterwards."""
        extended = sorted((f for f in self.decided(DutyExtended) if f.day <= day), key=lambda f: f.order)
        stated = self.stated_on(day)
        if not extended:
            return stated
        until = Deadline(extended[-1].event.due.last)
        if not isinstance(stated, Deadline) or stated.day <= until.day:
            return until
        since = extended[-1].day
        return until if since >= self.begins and self.stated_on(since) == stated else stated

    def stated_on(self, day: date) -> Due:
        """The same by the mandate alone."""
        if isinstance(self.duty.duty, Kept) and self.duty.due is None:
            return Deadline(self.occasion.begins)
        rule = self.rule_on(day)
        return self.resolved(rule, day) if rule else "never"

    def rule_on(self, day: date) -> DueRule | None:
        """That of the first exemption that applies; where it is not owed at all, the one before that."""
        while (exemption := self.applying(day)) and exemption.not_owed:
            if day <= self.begins:
                return None
            day -= DAY
        return (exemption and exemption.due) or self.own_rule(day)

    def own_rule(self, day: date) -> DueRule | None:
        """That of the version that governs; or of a later one that applies to what was owed by then."""
        running = self.history.running_on(day)
        if running:
            for duty in duties(running.mandate):
                if (duty.id, duty.step) == (self.duty.id, self.duty.step):
                    return duty.due
        return self.duty.due

    def resolved(self, rule: DueRule, day: date) -> Due:
        running = self.history.running_on(day) or self.history.version
        assert running
        return resolved(rule, lambda name: self.anchor(name, day), self.history.zone, running.mandate.working_days)

    def opening(self, day: date) -> Due:
        """The day before which it is too early, as far as is known on a day."""
        assert self.duty.not_before
        if day not in self.openings:
            self.openings[day] = self.resolved(self.duty.not_before, day)
        return self.openings[day]

    def soonest(self, rule: DueRule, day: date) -> Due:
        """The earliest that a rule can still give, if what is not known on a day comes on the next."""

        def anchor(name: str) -> Moment | None:
            known = self.anchor(name, day)
            kind, _sep, key = name.partition(".")
            if known or name == "previous_meeting":
                return known
            if kind == "due":
                other = self.other(key)
                rule = other.rule_on(day)
                due = other.soonest(rule, day) if rule else "never"
                return Moment(due.day) if isinstance(due, Deadline) else None
            return Moment(day + DAY)

        return resolved(rule, anchor, self.history.zone, self.history.mandate.working_days)

    def anchor(self, name: str, day: date) -> Moment | None:
        kind, _sep, key = name.partition(".")
        if kind not in ("done", "due"):
            return anchor(self.history, self.duty, self.occasion, name, day)
        other = self.other(key)
        if kind == "due":
            due = other.due(day)
            return Moment(due.day) if isinstance(due, Deadline) else None
        fact = deed_of(other, day)
        return fact.moment if fact else None

    def other(self, key: str) -> "Life":
        """The step, or else the duty, of this name on the same occasion."""
        if key not in self.others:
            steps = [d for d in self.all_duties if d.id == self.duty.id and d.step == key]
            named = [d for d in self.all_duties if d.id == key]
            duty = (steps or named)[0]
            stem = f"{self.history.key}/{duty.id}/{self.occasion.about}" + (f"/{duty.step}" if duty.step else "")
            made = Life(self.history, self.all_duties, duty, self.occasion, duty.counterparty, self.holder, stem)
            self.others[key] = made
        return self.others[key]

    @cached_property
    def falls(self) -> int:
        """Of a duty of a period, whether it falls due before it (-1), in it (0) or after it (1)."""
        period = self.occasion.period
        if period is None:
            return 0
        day = falls_on(self.history, self.duty, self.occasion)
        if day:
            return 1 if day > period.last else -1 if day < period.first else 0
        names = [name.partition(".") for name in counted_from(self.duty.due)] if self.duty.due else []
        return int(any(self.other(key).falls == 1 for kind, _dot, key in names if kind in ("done", "due")))

    # done

    @cached_property
    def facts(self) -> list[Fact]:
        """What was recorded of it, as it happened."""
        words = dict.fromkeys((self.duty.evidence or "none", *self.duty.or_evidence))
        found = [f for word in words for f in recorded_of(self.history, self.duty, self.occasion, word, self.falls)]
        return sorted(found, key=lambda f: f.order)

    def fulfilling(self, facts: list[Fact]) -> Fact | None:
        """With which of these it is done."""
        if self.duty.evidence == "meeting_led":
            return facts[0] if facts else None
        return fulfilling(self.history, self.duty, self.occasion, facts, self.to, self.holder)

    def done(self, day: date) -> tuple[Judged, bool] | None:
        """The verdict on what was done, and whether it is the last word."""
        if isinstance(self.duty.duty, Unmeasured):
            return None
        if isinstance(self.duty.duty, Kept) or self.duty.measure or self.duty.evidence == "meeting_led":
            settled = self.settled(day)
            if settled or self.duty.evidence != "meeting_led":
                return (settled, True) if settled else None
        return done_on(self, day)

    def settled(self, day: date) -> Judged | None:
        """What is counted, or was done by somebody else."""
        if isinstance(self.duty.duty, Kept):
            return self.restored(day)
        return self.measured(day) if self.duty.measure else self.led_by_another(day)

    def restored(self, day: date) -> Judged | None:
        """The number holds, again or from the first."""
        again = self.occasion.restored
        if again is None or again > day:
            return None
        due = self.due(day)
        if isinstance(due, Deadline) and again in due.somewhere:
            return Judged("undetermined", due.day)
        late = isinstance(due, Deadline) and due.day < again
        return Judged("fulfilled_late" if late else "fulfilled", last_of(due))

    def led_by_another(self, day: date) -> Judged | None:
        """Neither by a holder nor by a deputy; undetermined where the record or the mandate is silent."""
        assert self.occasion.meeting
        held = self.history.held(self.occasion.meeting, day)
        if held is None:
            return None
        by = held.event.led_by
        holders = self.history.holders(self.duty.holder, held.day, self.occasion.meeting)
        deputies = self.duty.duty.deputies if isinstance(self.duty.duty, EachMeeting) else ()
        allowed = [who for role in deputies for who in self.history.holders(role, held.day, self.occasion.meeting)]
        if by is not None and by in (*holders, *allowed):
            return None
        silent = by is None or not holders or "deputy" in self.duty.duty.silent_on
        return Judged("undetermined" if silent else "breached", last_of(self.due(day)))

    def measured(self, day: date) -> Judged | None:
        if isinstance(self.duty.measure, Attendance | Meetings):
            assert self.occasion.period
            if isinstance(self.duty.measure, Meetings):
                verdict, final = meeting_count(self.history, self.duty, self.occasion, day)
            else:
                assert self.holder
                verdict, final = attendance(self.history, self.duty, self.occasion, self.holder, day)
            return Judged(verdict, self.occasion.period.last) if final else None
        if isinstance(self.duty.duty, EachEvent):
            if self.occasion.trigger is None or day < self.occasion.trigger:
                return None
            verdict, final = appointment(self.history, self.duty, self.occasion, day)
            return Judged(verdict) if final else None
        assert self.occasion.meeting
        held = self.history.held(self.occasion.meeting, day)
        return Judged(meeting_measure(self.history, self.duty, self.occasion, held)) if held else None

    # stopped

    def stopped(self, day: date) -> Judged | None:
        """What ends it otherwise. Of several on one day: what called for it is gone, an exemption, a breach, a waiver,
        the end of the holder's time."""
        if isinstance(self.duty.duty, Unmeasured):
            return None if self.is_owed(day) else Judged("void")
        due = self.due(day)
        if self.is_gone(day) and self.occasion.item and isinstance(due, Deadline) and due.day < day:
            return Judged("breached")
        if self.is_gone(day) or self.is_part_of_a_period() or self.ceased(day):
            return Judged("void")
        if self.is_excused(day):
            return Judged("waived")
        if self.fell_due_before():
            return Judged("void")
        if self.is_missed(day) and isinstance(due, Deadline):
            return Judged("breached", due.day)
        if only_too_early(self, day) and not can_still_be_done(self, day):
            return Judged("breached")
        if self.is_waived(day):
            return Judged("waived")
        if self.last and day > self.last and not self.was_due_by(self.last):
            return Judged("void")
        return self.ended(day)

    def ended(self, day: date) -> Judged | None:
        """What only a living body can do ends with it: what was overdue by then can never be done."""
        end = self.history.end
        if end is None or day <= end:
            return None
        words = {self.duty.evidence, *self.duty.or_evidence}
        if not isinstance(self.duty.duty, Kept) and not words <= ONLY_BY_A_LIVING_BODY:
            return None
        overdue = self.since <= end and self.open(day).verdict == "overdue"
        return Judged("breached" if overdue else "void")

    def ceased(self, day: date) -> bool:
        """What it depends on holds no longer, and it was not due while that held."""
        return not self.is_owed(day) and not (day > self.begins and self.was_due_by(day - DAY))

    def is_excused(self, day: date) -> bool:
        """The first exemption that applies says that it is not owed."""
        applying = self.applying(day)
        return applying is not None and applying.not_owed

    def is_waived(self, day: date) -> bool:
        if isinstance(self.duty.duty, Unmeasured):
            return False
        return any(f.day <= day for f in self.decided(DutyWaived))

    def is_gone(self, day: date) -> bool:
        """The meeting was cancelled, or is planned for a day after the end of the body; the action was closed; another
        version asks for another number."""
        meeting, end = self.occasion.meeting, self.history.end
        if meeting and self.history.cancelled(meeting, day):
            return True
        if meeting and end and day > end and self.history.day_as_of(meeting, end + DAY) > end:
            return True
        if self.occasion.superseded and day >= self.occasion.superseded:
            return True
        item = self.occasion.item
        return item is not None and any(f.day <= day for f in of_action(self.history, *item, ActionClosed))

    def is_part_of_a_period(self) -> bool:
        """Where nothing is owed for a part."""
        pattern, period, last = self.duty.duty, self.occasion.period, self.occasion.last
        if not isinstance(pattern, EachPeriod) or pattern.part_periods != "not_owed" or not period or not last:
            return False
        return self.occasion.begins > period.first or last < period.last

    def fell_due_before(self) -> bool:
        """Of a part of a period what fell due before there was anybody to owe it is owed by nobody, unless the mandate
        says that a part owes what a whole one does."""
        pattern, period = self.duty.duty, self.occasion.period
        if period is None or self.begins <= (self.occasion.opens or period.first):
            return False
        if isinstance(pattern, EachPeriod) and pattern.part_periods == "owed":
            return False
        due = self.due(self.begins)
        return isinstance(due, Deadline) and due.day < self.begins

    def is_missed(self, day: date) -> bool:
        """What can only come before a meeting did not."""
        meeting = self.occasion.meeting
        return bool(meeting and self.duty.evidence in BEFORE_A_MEETING and self.history.held(meeting, day))

    def was_due_by(self, last: date) -> bool:
        """Whether it was first due by the last day of the one who owed it."""
        known = [self.due(day) for day in days(self.occasion.begins, last + DAY)]
        dated = [due for due in known if isinstance(due, Deadline)]
        return bool(dated) and dated[0].day <= last

    def decided(self, kind: type[DutyExtended] | type[DutyWaived]) -> list[Fact]:
        """Extensions or waivers by somebody in whose power it is, and in time."""
        at_the_latest = getattr(self.duty.duty, "waived_at_the_latest", None)
        found = decided(self.history, kind, self.name, self.duty.duty.waived_by)
        return [f for f in found if self.is_in_time(f, at_the_latest)]

    # open

    def open(self, day: date) -> Judged:
        if isinstance(self.duty.duty, Unmeasured):
            return Judged("undetermined")
        if isinstance(self.duty.measure, Attendance | Meetings):
            assert self.occasion.period
            return Judged("upcoming", self.occasion.period.last)
        if self.duty.measure and not isinstance(self.duty.duty, Kept):
            return Judged("upcoming")
        trigger = self.anchor("trigger", day)
        since = trigger.day if trigger else None
        if self.occasion.event:
            since = self.occasion.begins  # the event itself, though it may speak of a later day
        if isinstance(self.duty.duty, EachEvent) and self.duty.duty.event == "role_ended":
            since = self.occasion.trigger  # an end that is told beforehand has not come yet
        return judged_open(self.due(day), day, since)


def decided(
    history: History, kind: type[DutyExtended] | type[DutyWaived], obligation: str, powers: tuple[str, ...]
) -> list[Fact]:
    """Extensions or waivers of an obligation by one of these, or by the principal where none is named."""
    powers = powers or ("principal",)
    if "principal" in powers:
        powers = (*powers, history.mandate.principal.key)
    found = [f for f in history.of(kind) if f.event.obligation == obligation and f.event.by in (None, *powers)]
    return sorted(found, key=lambda f: f.order)


def decided_at(occasion: Occasion) -> str | None:
    """Of a decision, the meeting at which it was taken."""
    event = occasion.event.event if occasion.event else None
    return event.originator_id.partition(":")[2] if isinstance(event, DecisionTaken) else None


def counted_from(rule: DueRule) -> list[str]:
    """The names that a rule counts from."""
    if isinstance(rule, Earliest | Latest):
        return [name for part in rule.of for name in counted_from(part)]
    name = getattr(rule, "from_", None)
    return [name] if name else []


def _reason(fact: Fact) -> bool:
    """Whether a reason was told with it, or of an act a remark."""
    return bool(getattr(fact.event, "reason", None) or getattr(fact.event, "remark", None))
