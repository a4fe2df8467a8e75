"""On a day of its own."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from governance.compliance.due import Anchors, Due
from governance.compliance.workdays import Place
from governance.duties.due.base import DayRule, Offset, Stated
from governance.duties.scene import Scene
from governance.mandate.names import on
from governance.mandate.tree import Doubt
from governance.text import N_, Reason, _
from governance.time import When

__all__ = ["On"]


class On(DayRule):
    """On a day, or in a month or year, whatever calls for it."""

    rule: Literal["on"]
    date: Annotated[When, Field(title="2024-05-17, 2024-05 or 2024")]

    @property
    def offset(self) -> Offset:
        return Offset("calendar", self.date.first.toordinal(), self.date.last.toordinal())

    def due(self, anchors: Anchors, place: Place) -> Due:  # noqa: ARG002 - a day of its own counts from nothing
        return self.moved(self.date, place, Reason(N_("The mandate says {when}."), {"when": self.date}))

    def day_phrase(self, scene: Scene) -> str:  # noqa: ARG002 - it is called the same everywhere
        return on(self.date)

    def doubts(self, at: Stated) -> Iterator[Doubt]:
        begins, ends = at.frame.in_force.from_, at.frame.in_force.to
        if at.is_due and self.date.last < begins:
            text = _("{day} lies before the first day of the mandate").format(day=self.date)
            yield at.doubt("date", text, _("{day} or later").format(day=begins))
        if ends and self.date.first > ends:
            text = _("{day} lies after the last day of the mandate").format(day=self.date)
            yield at.doubt("date", text, _("{day} or earlier").format(day=ends))
