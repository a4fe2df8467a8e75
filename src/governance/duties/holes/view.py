"""A mandate as the findings look at it: its duties with their places, and who could hold its roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from governance.duties.conditions import Condition
from governance.duties.due.base import Rule
from governance.duties.language import Mandate
from governance.duties.measures.base import Measure, Stated
from governance.duties.measures.numbers import KeptNumber
from governance.duties.occasions.base import Deed, Duty, Step
from governance.duties.people import People
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
        return self.duty.stated_measure

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it owes: itself or its steps; nothing where it is no deed, or is measured."""
        duty = self.duty
        if not isinstance(duty, Deed) or self.measure:  # what all deeds state is theirs alone
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
        for number, exemption in enumerate(self.duty.stated_exemptions):
            yield (*self.path, "exemption", number, "if"), exemption.if_

    @property
    def rules(self) -> Iterator[StatedRule]:
        """Every due rule that it states, in itself, its exemptions and its steps."""
        own = (*self.duty.scheduled_rules, ("waived_at_the_latest", self.duty.waived_at_the_latest))
        tables: list[tuple[Path, Sequence[tuple[str, Rule | None]]]] = [(self.path, own)]
        for number, step in enumerate(self.duty.stated_steps):
            tables.append(((*self.path, "step", number), (("due", step.due), ("not_before", step.not_before))))
        for number, exemption in enumerate(self.duty.stated_exemptions):
            limited = (("due", exemption.due), ("at_the_latest", exemption.at_the_latest))
            tables.append(((*self.path, "exemption", number), limited))
        for path, stated in tables:
            yield from (StatedRule((*path, key), rule) for key, rule in stated if rule)

    @property
    def simple_rules(self) -> Iterator[StatedRule]:
        """The same, with those inside of others instead of the others."""
        for stated in self.rules:
            yield from stated.simple()

    def stated(self, *way: str) -> Stated:
        """Where it stands, or its measure: what doubts look at."""
        duty = self.duty
        return Stated(duty.holder, duty.at_meetings, duty.appointed_roles, (*self.path, *way), self.id)


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
    def people(self) -> People:
        most: dict[str, int] = {}
        for _placed, measure in self.kept_numbers:
            if measure.side is None and not measure.counted_of and isinstance(measure.at_most, int):
                key = measure.whose or ""
                most[key] = min(measure.at_most, most.get(key, measure.at_most))
        return People(self.mandate, most)

    @property
    def kept_numbers(self) -> Iterator[tuple[Placed, KeptNumber]]:
        """The duties that keep a number, each with its measure."""
        for placed in self.duties:
            if isinstance(placed.measure, KeptNumber):  # several of these are compared with each other
                yield placed, placed.measure
