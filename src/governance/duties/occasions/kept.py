"""A number that is to be kept."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.values import Obligation
from governance.duties.due import DueRule
from governance.duties.measures.holders import Holders
from governance.duties.measures.members import Members
from governance.duties.measures.numbers import KeptNumber
from governance.duties.occasions.base import Duty
from governance.duties.scene import Scene
from governance.mandate.names import Names
from governance.text import N_, _

__all__ = ["Kept"]


class Kept(Duty):
    """A number that is to be kept: owed from the beginning, and again each time that it no longer holds."""

    pattern: Literal["kept"]
    measure: Annotated[Holders | Members, Field(discriminator="of", title="What is measured")]
    due: Annotated[DueRule | None, Field(title="By when it must hold again")] = None

    is_dated: ClassVar = True
    is_dated_though_measured: ClassVar = True
    is_recorded: ClassVar = False
    trigger: ClassVar = N_("that day")

    @property
    def stated_measure(self) -> KeptNumber:
        return self.measure

    @property
    def stated_due(self) -> DueRule | None:
        return self.due

    @property
    def is_called_for(self) -> bool:
        return True

    def begins(self, names: Names) -> str:  # noqa: ARG002 - it is always
        return _("At all times")

    def last_points(self, within: Scene) -> Iterator[str]:
        if self.due:
            text = _("Where this does not hold, it must hold again, {due}.")
            yield text.format(due=self.due.at_the_latest(within))
        else:
            yield _("Where this does not hold, the duty is not met from that day on.")

    def subjects(self, case: Case, duty: CompiledDuty, _horizon: int, /) -> tuple[str, ...]:
        """Each version judges its own time; versions that ask the same are judged as one."""
        return ("",) if case.ruling.stretch(duty) else ()

    def judge(self, case: Case, duty: CompiledDuty, _whole: str, /) -> Iterator[Obligation]:
        """For as long as versions of the mandate state it in the same way."""
        if stretch := case.ruling.stretch(duty):
            yield from self.measure.obligations(case, duty, stretch)
