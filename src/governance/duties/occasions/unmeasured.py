"""What is never judged."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Addressee, Case
from governance.compliance.deeds import begins_on, limited
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import Occasion
from governance.compliance.values import Obligation, Phase, Reason
from governance.duties.occasions.base import Duty, dropped, states_last
from governance.duties.occasions.recorded import of_network
from governance.duties.proof import proof
from governance.duties.scene import Scene
from governance.mandate.names import Names
from governance.mandate.values import Evidence
from governance.text import N_, _

__all__ = ["Unmeasured"]


class Unmeasured(Duty):
    """Continuous, or beyond what a ledger can see: never judged. ``evidence`` is what would speak of it, if any."""

    pattern: Literal["unmeasured"]
    evidence: Annotated[Evidence, Field(title="What would speak of it")] = "none"

    word_for: ClassVar = "unmeasured"
    is_judged: ClassVar = False
    names_recipient: ClassVar = False

    @property
    def stated_evidence(self) -> str:
        return self.evidence

    def sentence(self, within: Scene) -> str:
        text = _(
            "{holder} must do what the clause says. Nothing that is recorded could settle whether it is done, "
            "so it is never judged."
        )
        return text.format(holder=self.holder_in_words(within.names))

    def things_points(self, names: Names) -> Iterator[str]:
        if self.evidence != "none":
            yield _("What would speak of it: {things}.").format(things=proof(self.evidence, names).things)

    def subjects(self, case: Case, duty: CompiledDuty, _horizon: int, /) -> tuple[str, ...]:
        return states_last(case, duty)

    def judge(self, case: Case, duty: CompiledDuty, _whole: str, /) -> Iterator[Obligation]:
        begins, word, facts = case.ruling.first_day(duty.clause), self.evidence, case.facts
        events = of_network(facts, word)
        nothing = N_("No event could show it: the mandate sets no measure.")
        something = N_("The mandate sets no measure; what is recorded that speaks of it is named as evidence.")
        reason = Reason(nothing if word == "none" else something)
        days = sorted({begins, *(facts.surely_by(e) for e in events if facts.surely_by(e) > begins)})
        phases = []
        for day in days:
            by_then = facts.evidence(*(e for e in events if facts.surely_by(e) <= day))
            phases.append(Phase(day, "undetermined", reason, None, None, by_then))
        if stop := dropped(case, duty):
            phases = [phase for phase in phases if phase.since < stop.since]
            phases.append(Phase(stop.since, stop.verdict, stop.reason, None, None, stop.evidence))
        occasion = Occasion(
            about="standing", subject=facts.key, begins=begins, arises=begins, counts=begins, anchors={},
            recorded=lambda word: of_network(facts, word),
        )  # fmt: skip
        if owed := begins_on(case, duty, occasion):
            yield case.made(duty, occasion, phases=limited(phases, *owed), to=Addressee(None))
