"""Whether a condition holds, from which day on: one small function for each thing that it can state."""

from collections.abc import Callable
from datetime import date
from typing import Any

from governance.compliance.evidence import reason_of
from governance.compliance.facts import Facts
from governance.compliance.holders import bearers_of
from governance.compliance.occasions import Occasion
from governance.duties.conditions import Condition
from governance.mandate.frame import Frame

__all__ = ["CONDITIONS", "Spell", "spell"]

Spell = tuple[date, date | None] | None
"""From its first day to before its last day (None: without end); None where it never holds."""

ALWAYS: Spell = (date.min, None)


def spell(condition: Condition | None, facts: Facts, mandate: Frame | None, occasion: Occasion) -> Spell:
    """When everything that a condition states holds. It always does where there is none."""
    begins, ends = date.min, None
    for name, holds in CONDITIONS.items():
        wanted = getattr(condition, name, None)
        if wanted is None or wanted == ():
            continue
        found = holds(wanted, condition, facts, mandate, occasion)
        if found is None:
            return None
        begins = max(begins, found[0])
        ends = min((day for day in (ends, found[1]) if day), default=None)
    return (begins, ends) if ends is None or begins < ends else None


def _first(words: tuple[str, ...], condition: Any, facts: Facts, occasion: Occasion) -> date | None:
    with_reason = condition.with_reason
    days = [
        facts.surely_by(event)
        for word in words
        for event in (occasion.within or occasion.of)(word)
        if not with_reason or reason_of(event)
    ]  # fmt: skip
    return min(days, default=None)


def _kinds(wanted: tuple[str, ...], _condition: Any, _facts: Facts, _mandate: Any, occasion: Occasion) -> Spell:
    return ALWAYS if occasion.kind in wanted else None


def _recorded(words: tuple[str, ...], condition: Any, facts: Facts, _mandate: Any, occasion: Occasion) -> Spell:
    since = _first(words, condition, facts, occasion)
    return (since, None) if since else None


def _not_recorded(words: tuple[str, ...], condition: Any, facts: Facts, _mandate: Any, occasion: Occasion) -> Spell:
    since = _first(words, condition.model_copy(update={"with_reason": False}), facts, occasion)
    return (date.min, since)


def _held(role: str, _condition: Any, facts: Facts, mandate: Frame | None, occasion: Occasion) -> Spell:
    return ALWAYS if bearers_of(facts, mandate, role, occasion.meeting).on(occasion.counts) else None


def _vacant(role: str, condition: Any, facts: Facts, mandate: Frame | None, occasion: Occasion) -> Spell:
    return None if _held(role, condition, facts, mandate, occasion) else ALWAYS


def _at_least(n: int, _condition: Any, facts: Facts, _mandate: Any, occasion: Occasion) -> Spell:
    return ALWAYS if len(facts.network.members_on(occasion.counts)) >= n else None


def _at_most(n: int, _condition: Any, facts: Facts, _mandate: Any, occasion: Occasion) -> Spell:
    return ALWAYS if len(facts.network.members_on(occasion.counts)) <= n else None


CONDITIONS: dict[str, Callable[[Any, Any, Facts, Frame | None, Occasion], Spell]] = {
    "kinds": _kinds,
    "recorded": _recorded,
    "not_recorded": _not_recorded,
    "role_held": _held,
    "role_vacant": _vacant,
    "members_at_least": _at_least,
    "members_at_most": _at_most,
}
"""Each thing that a condition can state, and the function that says when it holds."""
