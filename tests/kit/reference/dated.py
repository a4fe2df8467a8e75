"""When one obligation is owed, and when it is due: conditions, exemptions, due rules, extensions."""

from abc import ABC, abstractmethod
from datetime import date
from functools import cached_property

from governance.compliance.due import DueRule
from governance.compliance.duty import CompiledDuty, Exemption
from governance.duties.compiled import duties
from governance.duties.conditions import Condition
from governance.duties.occasions.kept import Kept
from governance.model.meeting_events import DecisionTaken
from governance.model.network_events import DutyExtended, DutyWaived
from tests.kit.reference.calendar import Deadline, Due, counted_from, resolved
from tests.kit.reference.history import DAY, Fact, History, Moment
from tests.kit.reference.judged import is_late
from tests.kit.reference.occasions import Occasion, anchor, falls_on
from tests.kit.reference.proof import recorded_of

__all__ = ["Dated", "decided"]


class Dated(ABC):
    """When one obligation is owed and due, as far as is known on a day."""

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
        """Those found so far."""

    # conditions

    def is_owed(self, day: date) -> bool:
        condition = self.duty.condition
        return condition is None or self.holds(condition, day)

    def holds(self, condition: object, day: date, at_the_latest: DueRule | None = None) -> bool:
        """Everything that is stated holds; what depends on a record, from the day of that record."""
        assert isinstance(condition, Condition)
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
        return next((e for e in exemptions if self.holds(e.if_, day, e.at_the_latest)), None)

    def decided(self, kind: type[DutyExtended] | type[DutyWaived]) -> list[Fact]:
        """Extensions or waivers by somebody in whose power it is, and in time."""
        found = decided(self.history, kind, self.name, self.duty.waived_by)
        return [f for f in found if self.is_in_time(f, self.duty.waived_at_the_latest)]

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
        return other.done_at(day)

    @abstractmethod
    def other(self, key: str) -> "Dated":
        """The step, or else the duty, of this name on the same occasion."""

    @abstractmethod
    def done_at(self, day: date) -> Moment | None:
        """When it was done, as far as is known on a day."""

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


def _reason(fact: Fact) -> bool:
    """Whether a reason was told with it, or of an act a remark."""
    return bool(getattr(fact.event, "reason", None) or getattr(fact.event, "remark", None))
