"""Once in each calendar year."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from typing import ClassVar, Literal

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.periods import Period
from governance.compliance.values import Obligation
from governance.duties.evidence import evidence_called
from governance.duties.measures.base import MeetingsAsked
from governance.duties.occasions.base import SPANS, Deed
from governance.duties.occasions.periods import YEARLY, for_period, periods
from governance.mandate.names import Names
from governance.mandate.tree import Node
from governance.text import N_, _

__all__ = ["EachYear"]


class EachYear(Deed):
    """Once for each calendar year in which the mandate is in force."""

    pattern: Literal["each_year"]

    anchors: ClassVar = ("period_start", "period_end")
    proofs: ClassVar = ("evidence", "step")
    trigger: ClassVar = N_("the first day of the year")

    @property
    def first_month(self) -> int:
        return 1

    @property
    def meetings_asked(self) -> MeetingsAsked | None:
        holds = evidence_called(self.evidence or "none").holds == "this"
        return MeetingsAsked((), YEARLY, (), self.at_least or 1) if holds else None

    @property
    def same_periods(self) -> tuple[str, ...]:
        return SPANS["year"]

    @classmethod
    def shared(cls, node: Node) -> str | None:  # noqa: ARG003 - it is the same for all of them
        return "period/year//1"

    def begins(self, names: Names) -> str:  # noqa: ARG002 - a year has no names
        return _("For each calendar year")

    def completed(self, duty: CompiledDuty) -> CompiledDuty:
        return replace(duty, cadence=YEARLY)

    def subjects(self, case: Case, duty: CompiledDuty, horizon: int, /) -> tuple[Hashable, ...]:
        return periods(case, duty, horizon)

    def judge(self, case: Case, duty: CompiledDuty, period: Period, /) -> Iterator[Obligation]:
        return for_period(case, duty, period, None)
