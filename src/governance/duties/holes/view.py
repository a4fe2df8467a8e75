"""A mandate as the findings look at it: its duties with their places, and who could hold its roles."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from governance.duties.compiled import Deed, Measure
from governance.duties.conditions import Condition
from governance.duties.due.base import Rule
from governance.duties.language import Mandate
from governance.duties.measures import Holders
from governance.duties.patterns import Duty, EachMeeting, Kept, Step
from governance.mandate.frame import Role, Side
from governance.mandate.tree import Path

__all__ = ["Part", "Placed", "StatedRule", "View"]


class Part(NamedTuple):
    """A duty of one step, or one of its steps."""

    path: Path
    id: str
    stated: Deed | Step
    holder: str
    counterparty: tuple[str, ...]


class StatedRule(NamedTuple):
    """A due rule, and where it stands."""

    path: Path
    rule: Rule

    def simple(self) -> Iterator["StatedRule"]:
        """The rule itself, or those of which it chooses."""
        return (StatedRule((*self.path, *way), rule) for way, rule in self.rule.simple())


@dataclass(frozen=True, slots=True)
class Placed:
    """A duty, its place in the file, and the id by which it is cited."""

    path: Path
    id: str
    clause: str
    duty: Duty

    @property
    def measure(self) -> Measure | None:
        return getattr(self.duty, "measure", None)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it owes: itself or its steps; nothing where it is no deed, or is measured."""
        duty = self.duty
        if not isinstance(duty, Deed) or self.measure:
            return ()
        if not duty.steps:
            return (Part(self.path, self.id, duty, duty.holder, duty.counterparty),)
        return tuple(
            Part(
                (*self.path, "step", number),
                f"{self.id}/{step.key}",
                step,
                step.holder or duty.holder,
                step.counterparty or duty.counterparty,
            )
            for number, step in enumerate(duty.steps)
        )

    @property
    def conditions(self) -> Iterator[tuple[Path, Condition]]:
        """Its own, and those of its exemptions."""
        if self.duty.if_:
            yield (*self.path, "if"), self.duty.if_
        for number, exemption in enumerate(getattr(self.duty, "exemptions", ())):
            yield (*self.path, "exemption", number, "if"), exemption.if_

    @property
    def rules(self) -> Iterator[StatedRule]:
        """Every due rule that it states, in itself, its exemptions and its steps."""
        tables: list[tuple[Path, object]] = [(self.path, self.duty)]
        tables += [((*self.path, "step", n), step) for n, step in enumerate(getattr(self.duty, "steps", ()))]
        tables += [((*self.path, "exemption", n), e) for n, e in enumerate(getattr(self.duty, "exemptions", ()))]
        for path, table in tables:
            for key in ("due", "not_before"):
                if rule := getattr(table, key, None):
                    yield StatedRule((*path, key), rule)

    @property
    def simple_rules(self) -> Iterator[StatedRule]:
        """The same, with those inside of others instead of the others."""
        for stated in self.rules:
            yield from stated.simple()

    @property
    def has_meeting(self) -> bool:
        """Whether it is owed on the occasion of a meeting, so that there is a host and a leader."""
        return isinstance(self.duty, EachMeeting)


@dataclass(frozen=True)
class View:
    """A mandate, and what follows from it at first sight."""

    mandate: Mandate

    @cached_property
    def duties(self) -> tuple[Placed, ...]:
        return tuple(
            Placed(("clause", i, "duty", j), clause.id if j == 0 else f"{clause.id}.{j + 1}", clause.id, duty)
            for i, clause in enumerate(self.mandate.clauses)
            for j, duty in enumerate(clause.duties)
        )

    @cached_property
    def roles(self) -> dict[str, Role]:
        return {role.key: role for role in self.mandate.roles}

    @cached_property
    def sides(self) -> dict[str, Side]:
        return {side.key: side for side in self.mandate.sides}

    def source(self, role: str) -> str:
        """Where its holder comes from in the end: the role itself, another, ``meeting.host`` or ``meeting.leader``."""
        seen = role
        for _step in self.mandate.roles:
            derived = self.roles[seen].derived_from if seen in self.roles else None
            if derived is None:
                break
            seen = derived
        return seen

    def only_at_meetings(self, name: str) -> bool:
        """Whether it is a role that somebody has only in a meeting: its host, its leader."""
        return self.source(name).startswith("meeting.")

    def most_holders(self, role: str) -> int | None:
        """How many can hold a role at once; None where nothing limits it."""
        source = self.source(role)
        if source.startswith("meeting."):
            return 1
        limits = [self._kept_at_most.get(name) for name in (role, source)]
        if source in self.roles and self.roles[source].held_by == "person":
            limits.append(1)
        return min((limit for limit in limits if limit is not None), default=None)

    @cached_property
    def _kept_at_most(self) -> dict[str, int]:
        """The most that duties allow: of the holders of each role, and under an empty key of the members."""
        found: dict[str, int] = {}
        for placed in self.duties:
            measure = placed.duty.measure if isinstance(placed.duty, Kept) else None
            whole = measure and measure.side is None and not getattr(measure, "among", ())
            if measure and whole and isinstance(measure.at_most, int):
                key = measure.role if isinstance(measure, Holders) else ""
                found[key] = min(measure.at_most, found.get(key, measure.at_most))
        return found

    def most_members(self) -> int | None:
        """How many members there can be: as many as the mandate allows, else those that it names; None for no limit."""
        return self._kept_at_most.get("", len(self.mandate.members) or None)

    def most_in(self, group: str) -> int | None:
        """How many can be in a role or on a side."""
        side = self.sides.get(group)
        if side is None:
            return self.most_holders(group)
        of_roles = [self.most_holders(role) for role in side.roles]
        if any(limit is None for limit in of_roles):
            return None
        return len(side.members) + sum(limit for limit in of_roles if limit is not None)
