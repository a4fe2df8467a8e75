"""What the questions are put to: the facts as known at a position, seen from a day."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import Facts
from governance.compliance.judge import judge_all
from governance.compliance.values import Obligation, Phase
from governance.errors import ReferenceUnknown
from governance.mandate.frame import Frame
from governance.model.aggregate import Aggregate, FactCorrected, FactRetracted
from governance.model.event import Event
from governance.model.network import mandate_of
from governance.model.network_events import MandateAdopted, MandateEnded, RoleAssigned, RoleEnded
from governance.text import _

__all__ = ["View", "duties_of", "facts_by", "require_clause", "roles_called", "says", "stated_by", "target_of"]

_AggregateT = TypeVar("_AggregateT", bound=Aggregate)


@dataclass(frozen=True)
class View:
    """What is known at ``position`` of the log, seen from the day ``as_of``."""

    facts: Mapping[str, Facts]
    """Each network's facts as known, whenever they happened."""
    as_of: date
    horizon: int
    """Years are judged through this one."""
    position: int

    @cached_property
    def happened(self) -> dict[str, Facts]:
        """Each network's facts without those that had not surely happened by ``as_of``, by its key, in order."""
        return {key: facts_by(self.facts[key], self.as_of) for key in sorted(self.facts)}

    @cached_property
    def _judged(self) -> dict[str, tuple[Obligation, ...]]:
        return {
            key: tuple(sorted(judge_all(self.facts[key], self.horizon), key=lambda o: o.id))
            for key in sorted(self.facts)
        }

    def obligations(self, network: str | None = None) -> tuple[Obligation, ...]:
        """Every obligation of a network, or of all, sorted by id."""
        if network is not None:
            return self._judged[network]
        return tuple(sorted((o for judged in self._judged.values() for o in judged), key=lambda o: o.id))

    def standing(self, network: str | None = None) -> Iterator[tuple[Obligation, Phase]]:
        """Each obligation that there is on ``as_of``, and what holds of it then."""
        for obligation in self.obligations(network):
            if phase := obligation.on(self.as_of):
                yield obligation, phase


def facts_by(facts: Facts, day: date) -> Facts:
    """The same facts without those that had not surely happened by the end of a day, to be read only.

    A role or a mandate counts from its own first day where it was told or decided later. Corrections are not events
    of their day: they say what is known, so all that are known hold.
    """
    return Facts(
        _by(facts, facts.network, day),
        facts.language,
        {ref: _by(facts, assignment, day) for ref, assignment in facts.assignments.items()},
        {ref: _by(facts, meeting, day) for ref, meeting in facts.meetings.items()},
        facts.stamps,
        facts.recorded,
    )


def _by(facts: Facts, aggregate: _AggregateT, day: date) -> _AggregateT:
    counted = {fact.originator_version for fact in aggregate.facts if _counts_from(facts, fact) <= day}
    begins = aggregate.begins_with if counted else ()  # what has a history has begun, even if that was told later
    twin = type(aggregate)(aggregate.id)
    twin.evolve(f for f in aggregate.facts if f.originator_version in counted or isinstance(f, begins))
    twin.corrections = aggregate.corrections
    return twin


def _counts_from(facts: Facts, event: Event) -> date:
    happened = facts.surely_by(event)
    if isinstance(event, RoleAssigned):
        return min(happened, event.first_day)
    if isinstance(event, RoleEnded):
        return min(happened, event.last_day)
    if isinstance(event, MandateAdopted):
        return min(happened, event.since)
    return min(happened, event.ends) if isinstance(event, MandateEnded) else happened


def says(event: Event) -> str:
    """What an event says besides what every event carries, in one line."""
    own = event.model_dump(mode="json", exclude_none=True, exclude=set(Event.model_fields) | {"document"})
    return ", ".join(f"{name}: {_plainly(value)}" for name, value in own.items())


def _plainly(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def stated_by(facts: Facts, obligation: Obligation) -> CompiledDuty | None:
    """The duty that an obligation follows from, in the version of the mandate that governs it."""
    of_report = obligation.duty.startswith("report:")
    identity = obligation.id.split("/")[1]
    for version in facts.network.versions():
        if version.mandate_version == obligation.version:
            for duty in facts.stated_by(version):
                if of_report and duty.named_by_subject and duty.clause == obligation.clause:
                    return duty
                if not of_report and duty.id == identity:
                    return duty
    return None


def duties_of(facts: Facts, obligation: Obligation) -> list[CompiledDuty]:
    """The duties of its clause, in the version of the mandate that governs it."""
    versions = [v for v in facts.network.versions() if v.mandate_version == obligation.version]
    return [d for version in versions for d in facts.stated_by(version) if d.clause == obligation.clause]


def require_clause(view: View, clause: str) -> None:
    """Raises ReferenceUnknown for a clause that no mandate has."""
    if not any(one.id == clause for mandate in _mandates(view) for one in mandate.clauses):
        raise ReferenceUnknown(what=_("clause"), reference=clause)


def roles_called(view: View, text: str) -> frozenset[str]:
    """The key of a role, or else the keys of those that a mandate calls so in any language; raises ReferenceUnknown."""
    roles = [role for mandate in _mandates(view) for role in mandate.roles]
    sought = text.casefold()
    keys = {role.key for role in roles if role.key == text} or {
        role.key for role in roles if sought in (name.casefold() for name in role.name.values())
    }
    if not keys:
        raise ReferenceUnknown(what=_("role"), reference=text)
    return frozenset(keys)


def _mandates(view: View) -> Iterator[Frame]:
    return (mandate_of(version) for facts in view.facts.values() for version in facts.network.versions())


def target_of(event: Event) -> int | None:
    """For a correction or retraction, the version of the event of the same history that it is about."""
    if isinstance(event, FactCorrected):
        return event.corrects
    return event.retracts if isinstance(event, FactRetracted) else None
