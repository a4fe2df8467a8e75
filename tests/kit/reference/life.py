"""One obligation from its first day on, lived through day by day."""

from datetime import date
from functools import cached_property

from governance.duties.measures.attendance import Attendance
from governance.duties.measures.meetings import Meetings
from governance.duties.occasions.each_event import EachEvent
from governance.duties.occasions.each_meeting import EachMeeting
from governance.duties.occasions.each_period import EachPeriod
from governance.duties.occasions.kept import Kept
from governance.duties.occasions.unmeasured import Unmeasured
from governance.model.meeting_events import ActionClosed
from governance.model.network_events import DutyWaived
from tests.kit.reference.calendar import Deadline, Due
from tests.kit.reference.dated import Dated
from tests.kit.reference.deeds import deed_of, done_on, only_too_early
from tests.kit.reference.history import DAY, Fact, Moment, days
from tests.kit.reference.judged import Judged, judged_done, judged_open, last_of
from tests.kit.reference.numbers import appointment, attendance, enough_meetings, meeting_count, meeting_measure
from tests.kit.reference.occasions import of_action
from tests.kit.reference.proof import BEFORE_A_MEETING, fulfilling, recorded_of

__all__ = ["Life", "Series"]


Series = dict[date, Judged]
"""From the day on which an obligation begins, each day's verdict."""

ONLY_BY_A_LIVING_BODY = {
    "next_meeting_held", "meeting_held", "meeting_led", "meeting_called", "meeting_prepared", "agenda_sent",
    "papers_sent", "role_assigned", "work_plan_adopted", "mandate_reviewed", "decision_taken",
}  # fmt: skip
"""What nobody can do for a body that is no more."""


class Life(Dated):
    """One obligation from its first day on. Each method is one rule of ``docs/language.md``."""

    @cached_property
    def others(self) -> dict[str, "Life"]:
        """Those asked for so far."""
        return {}

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

    def done_at(self, day: date) -> Moment | None:
        fact = deed_of(self, day)
        return fact.moment if fact else None

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
        """The verdict on a day without regard to excuses that came after it, and whether it is the last word. Done too
        early it is broken until it is done in its time, or nobody can do it any more."""
        if self.occasion.meeting and self.history.end and self.begins > self.history.end:
            return Judged("void"), True  # a meeting of which nobody spoke before the end of the body
        done = self.done(day)
        if done:
            return done
        stopped = self.stopped(day)
        if only_too_early(self, day):
            return Judged("breached"), stopped is not None
        return (stopped, True) if stopped else (self.open(day), False)

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
        silent = by is None or not holders or "deputy" in self.duty.silent_on
        return Judged("undetermined" if silent else "breached", last_of(self.due(day)))

    def measured(self, day: date) -> Judged | None:
        if isinstance(self.duty.measure, Attendance | Meetings):
            return self.over_the_period(day)
        if isinstance(self.duty.duty, EachEvent):
            if self.occasion.trigger is None or day < self.occasion.trigger:
                return None
            verdict, final = appointment(self.history, self.duty, self.occasion, day)
            return Judged(verdict) if final else None
        assert self.occasion.meeting
        held = self.history.held(self.occasion.meeting, day)
        return Judged(meeting_measure(self.history, self.duty, self.occasion, held)) if held else None

    def over_the_period(self, day: date) -> Judged | None:
        """What is counted through the end of a period, or until there are enough."""
        assert self.occasion.period
        if isinstance(self.duty.measure, Meetings):
            verdict, final = meeting_count(self.history, self.duty, self.occasion, day)
        else:
            assert self.holder
            verdict, final = attendance(self.history, self.duty, self.occasion, self.holder, day)
        enough = enough_meetings(self.history, self.duty, self.occasion, day) if verdict == "fulfilled" else None
        due = self.counted_by(max(enough.day, self.since) if enough else day)
        if enough and isinstance(due, Deadline):
            return judged_done(enough, due, self.history)
        return Judged(verdict, last_of(due) or self.occasion.period.last) if final else None

    def counted_by(self, day: date) -> Due:
        """By when there must be so many meetings, where that is before the end of the period. Without such a date
        there is none to extend."""
        measure = self.duty.measure
        if not isinstance(measure, Meetings) or not measure.at_least or measure.at_most is not None:
            return "never"
        stated = self.stated_on(day)
        return self.due(day) if isinstance(stated, Deadline) else stated

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

    # open

    def open(self, day: date) -> Judged:
        if isinstance(self.duty.duty, Unmeasured):
            return Judged("undetermined")
        if isinstance(self.duty.measure, Attendance | Meetings):
            assert self.occasion.period
            due = self.counted_by(day)
            return Judged("upcoming", self.occasion.period.last) if due == "never" else judged_open(due, day, None)
        if self.duty.measure and not isinstance(self.duty.duty, Kept):
            return Judged("upcoming")
        trigger = self.anchor("trigger", day)
        since = trigger.day if trigger else None
        if self.occasion.event:
            since = self.occasion.begins  # the event itself, though it may speak of a later day
        if isinstance(self.duty.duty, EachEvent) and self.duty.duty.event == "role_ended":
            since = self.occasion.trigger  # an end that is told beforehand has not come yet
        return judged_open(self.due(day), day, since)
