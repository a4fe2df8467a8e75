"""What every due rule offers: its day, its words, its faults and doubts, and the days from which it counts."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from governance.compliance.due import Anchor, Anchors, Due
from governance.compliance.workdays import Place
from governance.duties.anchors import AnchorName
from governance.duties.scene import Scene
from governance.mandate.frame import Frame
from governance.mandate.tree import Doubt, Fault, Node, Path
from governance.mandate.values import Part
from governance.text import N_, Reason, _
from governance.time import When

__all__ = ["Counted", "DayRule", "Offset", "Rule", "Stated", "says_when_due"]


class Offset(NamedTuple):
    """How far from what a rule counts from its day lies, in days; before it they are negative."""

    counted_from: str
    """The name of an anchor; ``calendar`` for a date, whose days are counted from the beginning of the calendar."""
    fewest: int
    most: int


def says_when_due(path: Path) -> bool:
    """Whether a rule that stands there says when something is due; else it says when that is too early, or when an
    excuse comes too late."""
    return {"not_before", "at_the_latest", "waived_at_the_latest"}.isdisjoint(path)


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a rule stands: what its doubts can look at."""

    frame: Frame
    path: Path
    id: str
    """The id of the duty that states it, or of the clause for which it is assumed."""

    @property
    def is_due(self) -> bool:
        """Whether it says when something is due."""
        return says_when_due(self.path)

    @property
    def is_alone(self) -> bool:
        """Whether it is not one of several of which another rule chooses."""
        return self.path[-2:-1] != ("of",)

    def doubt(self, key: str, text: str, advice: str) -> Doubt:
        """A doubt about the value of a key of the rule."""
        return Doubt((*self.path, key), self.id, text, advice)


class Rule(Part):
    """When something is due, as a mandate file says it."""

    rule: str

    gives_date: ClassVar[bool] = True
    """Whether it leads to a date at all."""
    counts_back: ClassVar[bool] = False
    """Whether its day lies before what it counts from."""
    undated: ClassVar[Reason] = Reason(N_("The day to count from is not known yet, so nothing is due."))
    """Why there is no date as long as there is none."""

    @abstractmethod
    def due(self, anchors: Anchors, place: Place) -> Due | None:
        """When it is due and how that follows; None where what it counts from has not come yet."""

    @abstractmethod
    def phrase(self, scene: Scene) -> str:
        """The day in words, as it stands after "at the latest": "14 days after the meeting", "in May 2024"."""

    @property
    def counted_from(self) -> frozenset[str]:
        """The names of the days that it counts from."""
        return frozenset()

    @property
    def may_come(self) -> bool:
        """Whether it gives a date once the days that it counts from are known. Where there was no previous meeting,
        none is to come."""
        return self.gives_date and "previous_meeting" not in self.counted_from

    @property
    def offset(self) -> Offset | None:
        """How far from what it counts from its day lies; None for rules that are not so simple."""
        return None

    @property
    def month_named(self) -> int | None:
        """The month that it names of the very year in which the day lies that it counts from."""
        return None

    def simple(self) -> Iterator[tuple[Path, "Rule"]]:
        """The rule itself, or those of which it chooses, each with the way to it."""
        yield (), self

    def at_the_latest(self, scene: Scene) -> str:
        """By when, as the end of a sentence."""
        day = self.phrase(scene)
        dated = all(rule.gives_date for _way, rule in self.simple())
        return _("at the latest {day}").format(day=day) if dated else day

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:  # noqa: ARG003 - most rules have none that their fields do not show
        """What contradicts itself in a table of a file that says this rule; its values may be of any kind."""
        yield from ()

    def doubts(self, at: Stated) -> Iterator[Doubt]:  # noqa: ARG002 - most rules have none
        """What is readable and can hardly be meant."""
        yield from ()


_CLOSED = {
    "next_working_day": N_("{day} (if that is not a working day, on the next one)"),
    "previous_working_day": N_("{day} (if that is not a working day, on the one before)"),
}


class DayRule(Rule):
    """A rule that leads to a day, or to another one where that is no working day."""

    if_closed: Annotated[
        Literal["next_working_day", "previous_working_day"] | None,
        Field(title="Where that day is no working day: the one to take instead"),
    ] = None

    @abstractmethod
    def day_phrase(self, scene: Scene) -> str:
        """The day in words, whether it is a working day or not."""

    def phrase(self, scene: Scene) -> str:
        day = self.day_phrase(scene)
        return _(_CLOSED[self.if_closed]).format(day=day) if self.if_closed else day

    def moved(self, when: When, place: Place, step: Reason) -> Due:
        """The date, or the working day that is taken instead of its last day."""
        day = place.calendar.moved(when.last, self.if_closed)
        if day == when.last:
            return Due(when, (step,))
        moved = Reason(N_("{day} is no working day, so it is {instead}."), {"day": when.last, "instead": day})
        return Due(When.day(day), (step, moved))


class Counted(DayRule):
    """A rule that counts from an anchor. Left out, that is what calls for the duty: the meeting, the first day of the
    period, the event."""

    from_: Annotated[AnchorName | None, Field(alias="from", title="Counted from; the trigger where left out")] = None

    unnamed: ClassVar[str] = "trigger"
    """What it counts from where it names nothing."""

    @property
    def counted_from(self) -> frozenset[str]:
        return frozenset({self.from_ or self.unnamed})

    def due(self, anchors: Anchors, place: Place) -> Due | None:
        anchor = anchors.get(self.from_ or self.unnamed)
        if anchor is None and not self.from_:
            anchor = anchors.get("trigger")
        return self.due_from(anchor, place) if anchor else None

    @abstractmethod
    def due_from(self, anchor: Anchor, place: Place) -> Due:
        """When it is due, counted from an anchor."""

    def doubts(self, at: Stated) -> Iterator[Doubt]:
        if self.from_ == "mandate_end" and not at.frame.in_force.to:
            text = _("the mandate names no last day, so this has no date until it is ended")
            yield at.doubt("from", text, _("in_force.to, or another day to count from"))
