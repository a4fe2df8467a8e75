"""What the rules share that choose one of several days."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from governance.compliance.due import Anchors, Due
from governance.compliance.workdays import Place
from governance.duties.due.base import Rule
from governance.duties.due.simple import SimpleRule
from governance.duties.scene import Scene
from governance.mandate.tree import Path
from governance.text import Reason, _

__all__ = ["Several", "end_of"]


class Several(Rule):
    """One of several days."""

    of: Annotated[tuple[SimpleRule, ...], Field(min_length=2)]

    derivation: ClassVar[str]
    """How its day follows from theirs."""
    among: ClassVar[str]
    """Its words, with the ``days`` of which it chooses."""

    @abstractmethod
    def chosen(self, known: Sequence[Due]) -> Due | None:
        """Of the dates that are known the one that counts; None where that cannot be said yet."""

    @abstractmethod
    def soon(self, days: Sequence[str]) -> str:
        """Its words where some lead to days, and another is as soon as possible."""

    @property
    def counted_from(self) -> frozenset[str]:
        return frozenset().union(*(rule.counted_from for rule in self.of))

    def simple(self) -> Iterator[tuple[Path, Rule]]:
        for number, rule in enumerate(self.of):
            yield ("of", number), rule

    def due(self, anchors: Anchors, place: Place) -> Due | None:
        known = [due for rule in self.of if (due := rule.due(anchors, place))]
        chosen = self.chosen(known)
        if chosen is None:
            return None
        steps = tuple(step for due in known for step in due.steps)
        return chosen._replace(steps=(*steps, Reason(self.derivation, {"day": chosen.when})))

    def phrase(self, scene: Scene) -> str:
        days = [rule.phrase(scene) for rule in self.of if rule.gives_date]
        if not days:
            return self.of[0].phrase(scene)
        return self.listed(days) if len(days) == len(self.of) else self.soon(days)

    def listed(self, days: Sequence[str]) -> str:
        """The days of which it chooses."""
        return _(self.among).format(days="; ".join(days))


def end_of(due: Due) -> tuple[date, float]:
    """The end of a date, by which it is compared with others: its last day, and the instant where it has one."""
    return due.when.last, due.moment.timestamp() if due.moment else float("inf")
