"""As soon as possible."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from governance.compliance.due import Anchors, Due
from governance.compliance.workdays import Place
from governance.duties.due.base import Rule, Stated
from governance.duties.scene import Scene
from governance.mandate.tree import Doubt
from governance.text import N_, Reason, _

__all__ = ["Asap"]


class Asap(Rule):
    """As soon as possible: the mandate says so and gives no date, so it is never overdue."""

    rule: Literal["asap"]

    gives_date: ClassVar = False
    undated: ClassVar = Reason(N_("The mandate asks for it as soon as possible and gives no date."))

    def due(self, anchors: Anchors, place: Place) -> Due | None:  # noqa: ARG002 - there is none, whatever is known
        return None

    def phrase(self, scene: Scene) -> str:  # noqa: ARG002 - it is said the same everywhere
        return _("as soon as possible")

    def doubts(self, at: Stated) -> Iterator[Doubt]:
        if not at.is_alone:
            text = _("as soon as possible is no date, so it can be neither the earliest nor the latest of several")
            yield Doubt(at.path, at.id, text, _("leave it out"))
