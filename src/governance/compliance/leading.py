"""Who led a meeting: the role's holder, a deputy, or somebody else."""

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.holders import bearers_of
from governance.compliance.occasions import Occasion
from governance.compliance.timeline import Course, Stop, earliest
from governance.compliance.values import Phase, Reason, Verdict
from governance.text import N_

__all__ = ["led"]


def led(case: Case, duty: CompiledDuty, occasion: Occasion, course: Course) -> tuple[Phase, ...]:
    """A held meeting was led by the role's holder or a deputy, by another, or it was not told by whom."""
    meeting = occasion.meeting
    held = meeting.held if meeting else None
    if held is None:
        return course.phases()
    facts, mandate, led_by = case.facts, case.ruling.mandate, held.led_by
    day, evidence = facts.surely_by(held), facts.evidence(held)
    bearers = bearers_of(facts, mandate, duty.holder, meeting).on(day)
    deputies = duty.deputies
    said = {"by": led_by}
    right = None
    if led_by in bearers:
        right = Reason(N_("Led by {by}, who held the role."), said)
    elif led_by and any(led_by in bearers_of(facts, mandate, role, meeting).on(day) for role in deputies):
        right = Reason(N_("Led by {by}, whom the mandate names as a deputy."), said)
    if right:
        phases = course._replace(done=case.done_by(held, (held,))).phases()
        return tuple(phase._replace(reason=right) if phase.verdict == "fulfilled" else phase for phase in phases)
    verdict: Verdict = "undetermined"
    if led_by is None:
        reason = Reason(N_("Who led the meeting was not told."))
    elif not bearers:
        reason = Reason(N_("Led by {by}; the role was vacant."), said)
    elif "deputy" in duty.silent_on:
        reason = Reason(N_("Led by {by}, who did not hold the role; the mandate says nothing of a deputy."), said)
    else:
        verdict, reason = "breached", Reason(N_("Led by {by}, who did not hold the role."), said)
    wrong = Stop(day, verdict, reason, evidence)
    stop = earliest((course.stop, wrong))
    return course._replace(done=None, stop=stop).phases()
