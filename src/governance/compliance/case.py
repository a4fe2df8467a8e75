"""What a duty is judged on, and how its obligations are put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from governance.compliance.facts import Facts
from governance.compliance.holders import bearers_of, with_bearers
from governance.compliance.timeline import Done
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.versions import Ruling
from governance.mandate.duties import CompiledDuty
from governance.model.event import Event
from governance.model.meeting import Meeting, MeetingFeedbackGiven
from governance.model.network_events import FeedbackGiven
from governance.time import When

__all__ = ["Case"]


@dataclass(frozen=True, slots=True)
class Case:
    """What a duty is judged on."""

    facts: Facts
    ruling: Ruling

    def done(self, events: Sequence[Event]) -> Done | None:
        """The first of these events, in the order in which they happened, as fulfilment."""
        if not events:
            return None
        first = min(events, key=lambda event: (self.facts.surely_by(event), event.effective_on.first))
        return Done(first.effective_on, self.facts.surely_by(first), self.facts.evidence(first))

    def counting(self, duty: CompiledDuty, events: Sequence[Event], counterparty: str | None) -> list[Event]:
        """Those of the events that count towards this counterparty."""
        return [event for event in events if self._counts(duty.duty.holder, event, counterparty)]

    def _counts(self, role: str, event: Event, counterparty: str | None) -> bool:
        """What went to somebody else does not count; feedback counts when it was given in the duty's role."""
        if counterparty and not self.reached(event, counterparty):
            return False
        if not isinstance(event, FeedbackGiven | MeetingFeedbackGiven):
            return True
        if event.given_as is not None:
            return event.given_as == role
        bearers = bearers_of(self.facts, self.ruling.mandate, role).on(event.effective_on.last)
        return event.by is None or event.by in bearers

    def reached(self, event: Event, counterparty: str) -> bool:
        """Whether it went to the counterparty, or nothing else was told. The principal has a key of its own, too."""
        recipient, mandate = getattr(event, "recipient", None), self.ruling.mandate
        return recipient in (None, counterparty) or bool(
            mandate and counterparty == "principal" and recipient == mandate.principal.key
        )

    def made(
        self,
        duty: CompiledDuty,
        *,
        about: str,
        subject: str,
        owed: str,
        phases: Sequence[Phase],
        first_due: When | None = None,
        trigger: date | None,
        steps: Sequence[Reason] = (),
        counterparty: str | None = None,
        meeting: Meeting | None = None,
    ) -> Obligation:
        """The obligation, with its bearers. ``about`` is the last part of its id."""
        role = duty.duty.holder
        bearers = bearers_of(self.facts, self.ruling.mandate, role, meeting)
        rests_on = () if duty.assumption is None else (duty.assumption.id,)
        return Obligation(
            id=f"{self.facts.key}/{duty.id}/{about}",
            network=self.facts.key,
            clause=duty.clause,
            duty=owed,
            subject=subject,
            role=role,
            counterparty=counterparty or ", ".join(duty.duty.counterparty) or None,
            version=self.ruling.label,
            assumptions=rests_on,
            derivation=tuple(steps),
            first_due=first_due,
            phases=with_bearers(phases, bearers, trigger),
        )
