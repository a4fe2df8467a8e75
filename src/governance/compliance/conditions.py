"""Whether a condition holds on an occasion, and from which day on."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from governance.compliance.duty import ALWAYS, Condition, Spell
from governance.compliance.facts import Facts
from governance.compliance.holders import bearers_of
from governance.compliance.occasions import Occasion
from governance.mandate.frame import Frame
from governance.model.event import Event
from governance.model.network_events import ActRecorded

__all__ = ["spell"]


def spell(
    condition: Condition | None,
    facts: Facts,
    mandate: Frame | None,
    occasion: Occasion,
    in_time: Callable[[Event], bool] = lambda _event: True,
) -> Spell:
    """When everything that a condition states holds. It always does where there is none. ``in_time`` says whether what
    it looks for came by the last day that there is for it."""
    return condition.spell(_Seen(facts, mandate, occasion, in_time)) if condition else ALWAYS


@dataclass(frozen=True, slots=True)
class _Seen:
    """The circumstances of an occasion, as a condition looks at them."""

    facts: Facts
    mandate: Frame | None
    occasion: Occasion
    is_in_time: Callable[[Event], bool]

    @property
    def kind(self) -> str | None:
        return self.occasion.kind

    def first_recorded(
        self, words: Collection[str], *, with_reason: bool = False, in_time: bool = False
    ) -> date | None:
        recorded = self.occasion.within or self.occasion.of
        events = [event for word in words for event in recorded(word) if not with_reason or _reason_of(event)]
        if in_time:
            events = [event for event in events if self.is_in_time(event)]
        return min(map(self.facts.surely_by, events), default=None)

    def holders(self, role: str) -> Collection[str]:
        return bearers_of(self.facts, self.mandate, role, self.occasion.meeting).on(self.occasion.counts)

    def members(self) -> int:
        return len(self.facts.network.members_on(self.occasion.counts))


def _reason_of(event: Event) -> str | None:
    """The reason or remark that was recorded with an event."""
    return getattr(event, "reason", None) or (event.remark if isinstance(event, ActRecorded) else None)
