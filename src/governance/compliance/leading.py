"""Who led a meeting: the role's holder, a deputy, or somebody else."""

from governance.compliance.case import Case
from governance.compliance.holders import bearers_of
from governance.compliance.occasions import Occasion
from governance.compliance.timeline import Course
from governance.compliance.values import Phase, Reason
from governance.mandate.duties import CompiledDuty
from governance.mandate.patterns import EachMeeting
from governance.text import N_

__all__ = ["led"]


def led(case: Case, duty: CompiledDuty, occasion: Occasion, course: Course) -> tuple[Phase, ...]:
    """A held meeting was led by the role's holder or a deputy, by another, or it was not told by whom."""
    meeting = occasion.meeting
    held = meeting.held if meeting else None
    if held is None:
        return course.phases()
    facts, mandate = case.facts, case.ruling.mandate
    day = facts.surely_by(held)
    bearers = bearers_of(facts, mandate, duty.holder, meeting).on(day)
    deputies = duty.duty.deputies if isinstance(duty.duty, EachMeeting) else ()
    evidence = facts.evidence(held)
    before = [phase for phase in Course(course.begins, None).phases() if phase.since < day]
    led_by = held.led_by
    if led_by in bearers:
        reason = Reason(N_("Led by {by}, who held the role."), {"by": led_by})
        return (*before, Phase(day, "fulfilled", reason, None, held.effective_on, evidence))
    if led_by and any(led_by in bearers_of(facts, mandate, role, meeting).on(day) for role in deputies):
        reason = Reason(N_("Led by {by}, whom the mandate names as a deputy."), {"by": led_by})
        return (*before, Phase(day, "fulfilled", reason, None, held.effective_on, evidence))
    if led_by is None:
        reason = Reason(N_("Who led the meeting was not told."))
    elif not bearers:
        reason = Reason(N_("Led by {by}; the role was vacant."), {"by": led_by})
    elif "deputy" in duty.duty.silent_on:
        silent = N_("Led by {by}, who did not hold the role; the mandate says nothing of a deputy.")
        reason = Reason(silent, {"by": led_by})
    else:
        reason = Reason(N_("Led by {by}, who did not hold the role."), {"by": led_by})
        return (*before, Phase(day, "breached", reason, None, None, evidence))
    return (*before, Phase(day, "undetermined", reason, None, None, evidence))
