"""Since when an obligation is due by which day: what its rule says as the days to count from become known, and what
an exemption, an amended mandate or an extension makes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from governance.compliance.case import Case
from governance.compliance.conditions import spell
from governance.compliance.due import Due, DueRule, due_by
from governance.compliance.duty import Assumption, CompiledDuty, Exemption, Spell
from governance.compliance.occasions import Occasion, Timeline
from governance.compliance.timeline import DueSince, Stop, earliest, first_of, in_time
from governance.compliance.values import NoDeadline, Reason
from governance.compliance.versions import Amended
from governance.compliance.workdays import Place
from governance.model.event import Event
from governance.model.network_events import DutyExtended, DutyWaived
from governance.text import N_, language, words
from governance.time import When

__all__ = ["Schedule", "decided", "extended", "ignored", "scheduled", "too_late", "waived"]


@dataclass
class Schedule:
    """The due dates, the days before which it is too early, and how they follow."""

    dues: list[DueSince] = field(default_factory=list)
    opens: list[DueSince] = field(default_factory=list)
    steps: list[Reason] = field(default_factory=list)
    exempt: Stop | None = None
    """Where an exemption says that it is not owed."""
    excuse: Stop | None = None
    """Where it was waived."""
    first: When | None = None
    """The due date as first set, where a version that reaches back gave another one."""
    occasion: Occasion | None = None
    """The occasion with the days of other steps and duties that its rules count from."""

    @property
    def excused(self) -> Stop | None:
        """By an exemption or a waiver, whichever comes first."""
        return earliest((self.exempt, self.excuse))


class _Rule(NamedTuple):
    """The due rule that holds on a day, and by what, where it is not the duty's own."""

    due: DueRule | None
    exemption: Exemption | None = None
    amended: Amended | None = None


def scheduled(case: Case, duty: CompiledDuty, occasion: Occasion, begins: date, siblings: Timeline) -> Schedule:
    """When it is due on an occasion. ``siblings`` are the days of other steps and duties that a rule counts from."""
    if not (duty.exemptions or duty.not_before or siblings or case.amended):
        return _plainly(case, duty, occasion, begins)
    found = Schedule()
    if siblings:
        occasion = replace(occasion, anchors={**occasion.anchors, **siblings})
    found.occasion = occasion
    exempt = [(e, _applies(case, e, occasion)) for e in duty.exemptions]
    amended = case.ruling.amended(duty, _runs_since(occasion))
    if occasion.arises and duty.assumption:
        found.steps.append(_assumed(duty.assumption))
    rule, last = _Rule(None), DueSince(begins, None)
    for day in _days(duty, occasion, begins, exempt, amended):
        before, rule = rule, _rule_on(duty, exempt, amended, day)
        not_owed = rule.exemption is not None and rule.exemption.not_owed
        if rule.exemption and not_owed:
            found.exempt = found.exempt or Stop(day, "waived", Reason(N_("By the mandate it is not owed then.")), ())
            found.steps.append(_exempted(rule.exemption, day))
            rule = before  # by which what was done before may prove late
        anchors, place = occasion.anchors_on(day), _place_on(case, amended, day)
        due = due_by(rule.due, anchors, place)
        change = _since(day, due, rule.due is not None and rule.due.may_come)
        if change[1:] != last[1:]:
            found.dues.append(change)
            found.steps += () if not_owed else _said(case, rule, due, change, last)
            last = change
        if opens := due_by(duty.not_before, anchors, place):
            since = _since(day, opens)
            if not found.opens or found.opens[-1][1:] != since[1:]:
                found.opens.append(since)
    if last.due is None:
        found.steps.append(_undated(rule.due, occasion))
    _compare(case, duty, occasion, begins, siblings, found)
    return found


def _applies(case: Case, exemption: Exemption, occasion: Occasion) -> Spell:
    def is_in_time(event: Event) -> bool:
        return _is_in_time(case, exemption.at_the_latest, occasion, event)

    return spell(exemption.if_, case.facts, case.ruling.mandate, occasion, is_in_time)


def _runs_since(occasion: Occasion) -> date | None:
    """The day after which another version is one for what runs already: of a meeting the day for which it is planned,
    while it was not held."""
    return occasion.counts if occasion.meeting else occasion.arises


def _plainly(case: Case, duty: CompiledDuty, occasion: Occasion, begins: date) -> Schedule:
    """The same where only the days to count from can change the due date, as for most duties."""
    found = Schedule()
    if occasion.arises and duty.assumption:
        found.steps.append(_assumed(duty.assumption))
    if duty.due is None:
        found.steps.append(_undated(None, occasion))
        return found
    last = DueSince(begins, None)
    for day in _days(duty, occasion, begins, (), ()):
        due = due_by(duty.due, occasion.anchors_on(day), case.place)
        change = _since(day, due, duty.may_come)
        if change[1:] != last[1:]:
            found.dues.append(change)
            found.steps += due.steps if due else _said(case, _Rule(duty.due), None, change, last)
            last = change
    if last.due is None:
        found.steps.append(_undated(duty.due, occasion))
    return found


def _since(day: date, due: Due | None, may_come: bool = False) -> DueSince:
    """The due date that a rule gives from a day on; none, though it ``may_come``, as long as it is not known."""
    return DueSince(day, due[0], due[2], due[3]) if due else DueSince(day, None, awaits=may_come)


def _assumed(assumption: Assumption) -> Reason:
    return Reason(N_("Assumed ({id}): {text}"), {"id": assumption.id, "text": words(assumption.text, language())})


def _compare(
    case: Case, duty: CompiledDuty, occasion: Occasion, begins: date, siblings: Timeline, found: Schedule
) -> None:
    """What was due before a version reached back over it stays beside what is due now."""
    before = case.ruling.before(duty, occasion.counts)
    if before is None:
        return
    ruling, then = before
    found.first = first_of(scheduled(Case.of(case.facts, ruling), then, occasion, begins, siblings).dues)
    if found.first != first_of(found.dues):
        said = {"version": ruling.label, "due": found.first or "-"}
        found.steps.append(Reason(N_("By version {version}, which this one reaches back over: {due}."), said))


def _days(
    duty: CompiledDuty,
    occasion: Occasion,
    begins: date,
    exempt: Sequence[tuple[Exemption, Spell]],
    amended: Sequence[Amended],
) -> list[date]:
    """The only days on which the due date can change."""
    days = {begins}
    names = duty.counted_from.union(*(a.due.counted_from for a in amended if a.due)) if amended else duty.counted_from
    for name in names:
        days.update([since for since, _anchor in occasion.anchors.get(name, ()) if since > begins])
    if exempt:
        days.update(day for _e, holds in exempt if holds for day in holds if day and day > begins)
    if amended:
        days.update(a.since for a in amended if a.since > begins)
    return sorted(days)


def _rule_on(
    duty: CompiledDuty, exempt: Sequence[tuple[Exemption, Spell]], amended: Sequence[Amended], day: date
) -> _Rule:
    """The first exemption that applies, else what the latest amendment says, else the duty's own rule."""
    for exemption, holds in exempt:
        if holds and holds[0] <= day and (holds[1] is None or day < holds[1]):
            return _Rule(exemption.due, exemption)
    present = [a for a in amended if a.since <= day]
    return _Rule(present[-1].due, None, present[-1]) if present else _Rule(duty.due)


def _place_on(case: Case, amended: Sequence[Amended], day: date) -> Place:
    """Where days are counted, with the working days of the latest amendment that applies to what runs."""
    calendars = [change.calendar for change in amended if change.since <= day]
    return case.place._replace(calendar=calendars[-1]) if calendars else case.place


def _said(case: Case, rule: _Rule, due: Due | None, change: DueSince, last: DueSince) -> Iterator[Reason]:
    """How the due date changed."""
    if due is None and rule.exemption and not change.awaits:
        yield _exempted(rule.exemption, change.since)
    elif due is None:
        if last.due:
            yield Reason(N_("From {since} the day to count from is open again."), {"since": change.since})
    elif rule.amended:
        position = case.facts.position(rule.amended.version)
        said = {"since": rule.amended.since, "due": due.when, "position": position}
        yield Reason(N_("From {since} the amended mandate says {due} (#{position})."), said)
    else:
        if rule.exemption:
            yield _exempted(rule.exemption, change.since)
        yield from due.steps


def _exempted(exemption: Exemption, day: date) -> Reason:
    if exemption.text:
        return Reason(N_("From {since} another rule holds: {text}"),
                      {"since": day, "text": words(exemption.text, language())})  # fmt: skip
    return Reason(N_("From {since} another rule holds."), {"since": day})


def _undated(rule: DueRule | None, occasion: Occasion) -> Reason:
    """Why there is no date."""
    if occasion.arises is None:
        return NoDeadline(N_("What calls for it has not happened yet, so nothing is due."))
    return rule.undated if rule else NoDeadline(N_("The mandate gives no deadline."))


# Decisions on one obligation ---------------------------------------------------------------------------------


def decided(case: Case, duty: CompiledDuty, occasion: Occasion, schedule: Schedule, suffix: str = "") -> Schedule:
    """What was decided of one obligation, on top of what its rule says: later dates, and a waiver as its excuse."""
    identity = case.id_of(duty, occasion.about, suffix)
    if not case.facts.decided(identity):
        return schedule
    occasion = schedule.occasion or occasion
    later = list(extended(case, duty, occasion, identity))
    steps = [*schedule.steps, *(step for _change, step in later), *ignored(case, duty, occasion, identity)]
    return replace(
        schedule,
        dues=_with_later(schedule.dues, [change for change, _step in later]),
        steps=steps,
        excuse=waived(case, duty, occasion, identity),
    )


def extended(case: Case, duty: CompiledDuty, occasion: Occasion, identity: str) -> Iterator[tuple[DueSince, Reason]]:
    """The later dates that were decided for an obligation, by those who may and in time."""
    for event in case.facts.decided(identity):
        if isinstance(event, DutyExtended) and _why_not(case, duty, occasion, event) is None:
            said = {"due": event.due, "when": event.effective_on, "by": event.by or event.decided_by or "-",
                    "why": event.reason, "position": case.facts.position(event)}  # fmt: skip
            yield (
                DueSince(case.facts.surely_by(event), event.due),
                Reason(N_("Extended to {due} on {when}, decided by {by}: {why} (#{position})."), said),
            )


def waived(case: Case, duty: CompiledDuty, occasion: Occasion, identity: str) -> Stop | None:
    """The waiver of an obligation by one who may, in time."""
    for event in case.facts.decided(identity):
        if isinstance(event, DutyWaived) and _why_not(case, duty, occasion, event) is None:
            reason = Reason(N_("Waived {when}: {why}"), {"when": event.effective_on, "why": event.reason})
            return Stop(case.facts.surely_by(event), "waived", reason, case.facts.evidence(event))
    return None


def ignored(case: Case, duty: CompiledDuty, occasion: Occasion, identity: str) -> Iterator[Reason]:
    """The decisions on an obligation that count for nothing."""
    for event in case.facts.decided(identity):
        if reason := _why_not(case, duty, occasion, event):
            yield reason


def _why_not(case: Case, duty: CompiledDuty, occasion: Occasion, event: DutyExtended | DutyWaived) -> Reason | None:
    """Why a decision counts for nothing; None where it counts. The principal may decide, where the mandate names
    nobody."""
    mandate, by = case.ruling.mandate, event.by
    if mandate and by == mandate.principal.key:
        by = "principal"
    said = {"by": event.by or "-", "when": event.effective_on, "position": case.facts.position(event)}
    if by is not None and by not in (duty.waived_by or ("principal",)):
        return Reason(
            N_("What {by} decided on {when} counts for nothing: it is not theirs to decide (#{position})."), said
        )
    return too_late(case, duty, occasion, event)


def too_late(case: Case, duty: CompiledDuty, occasion: Occasion, event: Event) -> Reason | None:
    """That a waiver or an extension came after the last day that the mandate sets for it; None where it did not."""
    if _is_in_time(case, duty.waived_at_the_latest, occasion, event):
        return None
    said = {"when": event.effective_on, "position": case.facts.position(event)}
    return Reason(N_("What was decided on {when} counts for nothing: it came too late (#{position})."), said)


def _is_in_time(case: Case, latest: DueRule | None, occasion: Occasion, event: Event) -> bool:
    """Whether an event surely came by a day, as that was known by then; while there is none, it did."""
    if latest is None:
        return True
    done = case.done_by(event, (event,))
    due = due_by(latest, occasion.anchors_on(done.by), case.place)
    return due is None or in_time(done, _since(done.by, due))


def _with_later(dues: Sequence[DueSince], later: Sequence[DueSince]) -> list[DueSince]:
    """The due dates with those that they were extended to; an earlier one that becomes known afterwards undoes none,
    nor does it that none was known at first."""
    dated = next((change.since for change in dues if change.due), date.max)

    def undone(change: DueSince) -> bool:
        if change.due is None:
            return change.since < dated and any(e.since <= change.since for e in later)
        return any(e.due and e.since < change.since and change.due.last <= e.due.last for e in later)

    return sorted([*(c for c in dues if not undone(c)), *later], key=lambda change: change.since)
