"""Once in each year, or in each of its parts."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.periods import Cadence, Period
from governance.compliance.values import Obligation
from governance.duties.evidence import evidence_called
from governance.duties.measures.attendance import Attendance
from governance.duties.measures.base import MeetingsAsked, OverPeriod, Stated
from governance.duties.measures.meetings import Meetings
from governance.duties.occasions.base import SPANS, Deed
from governance.duties.occasions.periods import for_period, periods
from governance.duties.people import People
from governance.duties.scene import Scene
from governance.mandate.names import MONTHS, Names, either
from governance.mandate.names import every as listed
from governance.mandate.tree import Doubt, Node
from governance.mandate.values import Key
from governance.text import N_, _

__all__ = ["EachPeriod"]

_EVERY = {
    "year": N_("For each year"),
    "half_year": N_("For each half-year"),
    "third": N_("For each third of a year"),
    "quarter": N_("For each quarter"),
    "two_months": N_("For each two months"),
    "month": N_("For each month"),
    "week": N_("For each week, from Monday to Sunday"),
}


_A_YEAR = 366
_PARTS_OF_PERIODS = {
    "owed": N_("For a part of a period as much is owed as for a whole one."),
    "not_owed": N_("For a part of a period nothing is owed."),
    "pro_rata": N_("For a part of a period a number is cut to its share of the days, rounded up."),
}


class EachPeriod(Deed):
    """Once in each year, half-year, quarter, month, week or named month in which the mandate is in force."""

    pattern: Literal["each_period"]
    every: Literal["year", "half_year", "third", "quarter", "two_months", "month", "week"] = "year"
    months: Annotated[tuple[Annotated[int, Field(ge=1, le=12)], ...], Field(title="Only in these months")] = ()
    year_begins: Annotated[int, Field(ge=1, le=12, title="The month in which the body's year begins")] = 1
    part_periods: Annotated[
        Literal["owed", "not_owed", "pro_rata"] | None,
        Field(title="What holds where the body or its mandate exists for a part of the period"),
    ] = None
    kinds: Annotated[tuple[Key, ...], Field(title="Of these kinds of meeting, where the evidence is of one")] = ()
    roles: Annotated[tuple[Key, ...], Field(title="Of these roles, where the evidence is about one")] = ()
    measure: Annotated[
        Annotated[Meetings | Attendance, Field(discriminator="of")] | None, Field(title="What is measured instead")
    ] = None

    anchors: ClassVar = ("period_start", "period_end")
    narrows_evidence: ClassVar = True
    roles_of_evidence: ClassVar = True
    proofs: ClassVar = ("evidence", "measure", "step")
    trigger: ClassVar = N_("the first day of the period")

    @property
    def stated_measure(self) -> OverPeriod | None:
        return self.measure

    @property
    def cadence(self) -> Cadence:
        """How often it recurs."""
        return Cadence("month" if self.months else self.every, self.months, self.year_begins)

    @property
    def first_month(self) -> int:
        return self.year_begins if self.every == "year" else 1

    @property
    def meetings_asked(self) -> MeetingsAsked | None:
        if self.measure:
            return self.measure.asked_in(self.cadence)
        holds = evidence_called(self.evidence or "none").holds == "this"
        return MeetingsAsked((), self.cadence, self.kinds, self.at_least or 1) if holds else None

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:
        begins, ends = people.frame.in_force.from_, people.frame.in_force.to
        if not ends or (ends - begins).days > _A_YEAR:
            return
        there = {month % 12 + 1 for month in range(begins.year * 12 + begins.month - 1, ends.year * 12 + ends.month)}
        if self.months and not {*self.months} & there:
            text = _("none of these months lies within the mandate, so it is never owed")
            yield at.doubt(text, ", ".join(map(str, sorted(there))), "months")

    @property
    def meeting_kinds(self) -> tuple[str, ...]:
        return self.kinds

    @property
    def role_keys(self) -> tuple[str, ...]:
        return self.roles

    @property
    def same_periods(self) -> tuple[str, ...]:
        return SPANS[self.cadence.every] if self.year_begins == 1 else ()

    @classmethod
    def shared(cls, node: Node) -> str | None:
        months = ",".join(sorted(str(month.value) for month in node.each("months")))
        return f"period/{'' if months else node['every'].value or 'year'}/{months}/{node['year_begins'].value or 1}"

    def begins(self, names: Names) -> str:  # noqa: ARG002 - a period has no names
        said = _(_EVERY[self.every])
        if self.months:
            said = _("In {months} of each year").format(months=listed([_(MONTHS[month - 1]) for month in self.months]))
        if self.year_begins == 1:
            return said
        first, last = (_(MONTHS[month - 1]) for month in (self.year_begins, self.year_begins - 1))
        return _("{period} (the year runs from {begins} to {ends})").format(period=said, begins=first, ends=last)

    def points(self, within: Scene) -> Iterator[str]:
        if self.kinds:
            yield _("It is about meetings{kinds} only.").format(kinds=within.names.of_kinds(self.kinds))
        if self.roles:
            roles = either([within.names.role(key) for key in self.roles])
            yield _("It is about the role {roles} only.").format(roles=roles)
        yield from super().points(within)
        if self.measure:
            yield from self.measure.points(within.names)
        if self.part_periods:
            yield _(_PARTS_OF_PERIODS[self.part_periods])

    def completed(self, duty: CompiledDuty) -> CompiledDuty:
        return replace(
            duty, cadence=self.cadence, part_periods=self.part_periods, kinds=self.kinds, roles=self.roles
        )  # fmt: skip

    def subjects(self, case: Case, duty: CompiledDuty, horizon: int, /) -> tuple[Hashable, ...]:
        return periods(case, duty, horizon)

    def judge(self, case: Case, duty: CompiledDuty, period: Period, /) -> Iterator[Obligation]:
        return for_period(case, duty, period, self.measure)
