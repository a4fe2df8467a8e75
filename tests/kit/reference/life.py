"""One obligation from its first day on, lived through day by day."""

from datetime import date
from functools import cached_property

from governance.duties.compiled import CompiledDuty
from governance.duties.conditions import Condition
from governance.duties.due import DueRule
from governance.duties.due.earliest import Earliest
from governance.duties.due.latest import Latest
from governance.duties.measures import Attendance, Meetings
from governance.duties.patterns import EachEvent, EachMeeting, EachPeriod, Kept, Unmeasured
from governance.model.meeting_events import ActionClosed, DecisionTaken
from governance.model.network_events import DutyExtended, DutyWaived
from tests.kit.reference.calendar import Deadline, Due, resolved
from tests.kit.reference.history import DAY, Fact, History, Moment, days
from tests.kit.reference.judged import Judged, judged_done, judged_open, last_of
from tests.kit.reference.numbers import appointment, attendance, meeting_count, meeting_measure
from tests.kit.reference.occasions import Occasion, anchor, falls_on, of_action
from tests.kit.reference.proof import BEFORE_A_MEETING, fulfilling, recorded_of

__all__ = ["Life", "Series"]


Series = dict[date, Judged]
"""From the day on which an obligation begins, each day's verdict."""


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
        self.last = last
        self.dues: dict[date, Due] = {}
        """Those found so far."""

    def series(self, until: date) -> Series:
        found: Series = {}
        final: Judged | None = None
        for day in days(self.begins, until):
            if final is None and not found and not self.is_owed(day):
                continue
            final = final or self.done(day) or self.stopped(day)
            found[day] = final or self.open(day)
        return found

    # conditions

    def is_owed(self, day: date) -> bool:
        condition = self.duty.duty.if_
        return condition is None or self.holds(condition, day)

    def holds(self, condition: Condition, day: date) -> bool:
        """Everything that is stated holds; what depends on a record, from the day of that record."""
        history, meeting = self.history, self.occasion.meeting
        at = meeting or decided_at(self.occasion)
        kind = history.scheduled(at).event.kind if at else None
        if condition.kinds and kind not in condition.kinds:
            return False
        if condition.recorded and not self.was_recorded(condition.recorded, condition.with_reason, day):
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

    def was_recorded(self, evidence: tuple[str, ...], with_reason: bool, day: date) -> bool:
        """Of the same occasion; of a period, in it or naming it."""
        return any(
            fact.day <= day and (not with_reason or _reason(fact))
            for word in evidence
            for fact in recorded_of(self.history, self.duty, self.occasion, word, 0)
        )

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
        """The same by the mandate alone. A meeting before the first one will never come."""
        if isinstance(self.duty.duty, Kept) and self.duty.due is None:
            return Deadline(self.occasion.begins)
        rule = self.duty.due
        for exemption in self.duty.exemptions:
            if self.holds(exemption.if_, day):
                if exemption.not_owed:
                    return self.stated_on(day - DAY) if day > self.begins else "never"
                rule = exemption.due or rule
                break
        if rule is None:
            return "never"
        due = self.resolved(rule, day)
        return "never" if due == "not yet" and "previous_meeting" in rule.model_dump_json(by_alias=True) else due

    def resolved(self, rule: DueRule, day: date) -> Due:
        return resolved(rule, lambda name: self.anchor(name, day), self.history.zone, self.history.mandate.working_days)

    def anchor(self, name: str, day: date) -> Moment | None:
        kind, _sep, key = name.partition(".")
        if kind not in ("done", "due"):
            return anchor(self.history, self.duty, self.occasion, name, day)
        other = self.other(key)
        if kind == "due":
            due = other.due(day)
            return Moment(due.day) if isinstance(due, Deadline) else None
        fact = other.fact
        return fact.moment if fact and fact.day <= day else None

    def other(self, key: str) -> "Life":
        """The step, or else the duty, of this name on the same occasion."""
        steps = [d for d in self.all_duties if d.id == self.duty.id and d.step == key]
        named = [d for d in self.all_duties if d.id == key]
        duty = (steps or named)[0]
        stem = f"{self.history.key}/{duty.id}/{self.occasion.about}" + (f"/{duty.step}" if duty.step else "")
        return Life(self.history, self.all_duties, duty, self.occasion, duty.counterparty, self.holder, stem)

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
    def fact(self) -> Fact | None:
        """What fulfils it, whenever that is."""
        found = [
            fact
            for word in dict.fromkeys((self.duty.evidence or "none", *self.duty.or_evidence))
            for fact in recorded_of(self.history, self.duty, self.occasion, word, self.falls)
        ]
        found.sort(key=lambda f: f.order)
        return fulfilling(self.history, self.duty, self.occasion, found, self.to, self.holder)

    def done(self, day: date) -> Judged | None:
        if isinstance(self.duty.duty, Unmeasured):
            return None
        if isinstance(self.duty.duty, Kept):
            return self.restored(day)
        if self.duty.measure:
            return self.measured(day)
        if self.duty.evidence == "meeting_led":
            return self.led(day)
        fact = self.fact
        if fact is None or fact.day > day:
            return None
        return judged_done(fact, self.due(day), self.too_early(day), self.history)

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
            return judged_done(held, self.due(day), self.too_early(day), self.history)
        silent = by is None or not holders or "deputy" in self.duty.duty.silent_on
        return Judged("undetermined" if silent else "breached", last_of(self.due(day)))

    def too_early(self, day: date) -> Due | None:
        return self.resolved(self.duty.not_before, day) if self.duty.not_before else None

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
        if any(f.day <= day for f in self.decided(DutyWaived)):
            return Judged("waived")
        if self.last and day > self.last and not self.was_due_by(self.last):
            return Judged("void")
        return None

    def ceased(self, day: date) -> bool:
        """What it depends on holds no longer, and it was not due while that held."""
        return not self.is_owed(day) and not (day > self.begins and self.was_due_by(day - DAY))

    def is_excused(self, day: date) -> bool:
        """The first exemption that applies says that it is not owed."""
        applying = [exemption for exemption in self.duty.exemptions if self.holds(exemption.if_, day)]
        return bool(applying) and applying[0].not_owed

    def is_gone(self, day: date) -> bool:
        """The meeting was cancelled, the action closed."""
        if self.occasion.meeting and self.history.cancelled(self.occasion.meeting, day):
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
        """Extensions or waivers by somebody in whose power it is."""
        powers = self.duty.duty.waived_by or ("principal",)
        if "principal" in powers:
            powers = (*powers, self.history.mandate.principal.key)
        found = [f for f in self.history.of(kind) if f.event.obligation == self.name and f.event.by in (None, *powers)]
        return sorted(found, key=lambda f: f.order)

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
