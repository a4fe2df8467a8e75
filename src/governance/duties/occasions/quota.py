"""So many meetings in each calendar year."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.periods import Period
from governance.compliance.values import Obligation
from governance.duties.measures.base import MeetingsAsked
from governance.duties.measures.meetings import Meetings
from governance.duties.occasions.base import Duty
from governance.duties.occasions.periods import YEARLY, for_period, periods
from governance.duties.scene import Scene
from governance.mandate.values import Key
from governance.text import ngettext

__all__ = ["Quota"]


class Quota(Duty):
    """At least so many meetings held in each calendar year. Kinds in ``kinds`` count (every kind, where none is
    named); of those in ``unclear_kinds`` the mandate does not say whether they do."""

    pattern: Literal["quota"]
    at_least: Annotated[int, Field(ge=1, le=366)]
    kinds: tuple[Key, ...] = ()
    unclear_kinds: tuple[Key, ...] = ()

    names_recipient: ClassVar = False

    @property
    def as_measure(self) -> Meetings:
        """The same as a measure of each year."""
        return Meetings(of="meetings", at_least=self.at_least, kinds=self.kinds, unclear_kinds=self.unclear_kinds)

    @property
    def meeting_kinds(self) -> tuple[str, ...]:
        return self.kinds

    @property
    def unclear(self) -> tuple[str, ...]:
        return self.unclear_kinds

    @property
    def meetings_asked(self) -> MeetingsAsked:
        return MeetingsAsked((), YEARLY, self.kinds, self.at_least)

    def sentence(self, within: Scene) -> str:
        names = within.names
        text = ngettext(
            "For each calendar year, {holder} must see to it that at least {n} meeting{kinds} is held.",
            "For each calendar year, {holder} must see to it that at least {n} meetings{kinds} are held.",
            self.at_least,
        )
        return text.format(holder=self.holder_in_words(names), n=self.at_least, kinds=names.of_kinds(self.kinds))

    def points(self, within: Scene) -> Iterator[str]:
        yield from self.as_measure.points(within.names)

    def completed(self, duty: CompiledDuty) -> CompiledDuty:
        return replace(duty, cadence=YEARLY, measure=self.as_measure, owed=Meetings.owed)

    def subjects(self, case: Case, duty: CompiledDuty, horizon: int, /) -> tuple[Hashable, ...]:
        return periods(case, duty, horizon)

    def judge(self, case: Case, duty: CompiledDuty, period: Period, /) -> Iterator[Obligation]:
        return for_period(case, duty, period, self.as_measure)
