"""Once for each meeting."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.deeds import deed
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import after_the_end, meeting_occasion, neighbours
from governance.compliance.timeline import earliest
from governance.compliance.values import Obligation
from governance.duties.evidence import evidence_called
from governance.duties.measures.base import OfEvent, Stated
from governance.duties.measures.present import Quorum
from governance.duties.measures.rotation import Rotation
from governance.duties.occasions.base import Deed
from governance.duties.occasions.measured import measured
from governance.duties.occasions.recorded import of_meeting
from governance.duties.people import People
from governance.duties.scene import Scene
from governance.mandate.names import Names, either
from governance.mandate.tree import Doubt, Node
from governance.mandate.values import Key
from governance.text import N_, _

__all__ = ["EachMeeting"]

_AROUND = ("next_meeting", "previous_meeting")


class EachMeeting(Deed):
    """Once for each meeting of these kinds (of every kind, where none is named)."""

    pattern: Literal["each_meeting"]
    kinds: tuple[Key, ...] = ()
    deputies: Annotated[tuple[Key, ...], Field(title="Roles that may lead the meeting in the holder's place")] = ()
    measure: Annotated[
        Annotated[Quorum | Rotation, Field(discriminator="of")] | None, Field(title="What is measured instead")
    ] = None

    word_for: ClassVar = "meeting"
    anchors: ClassVar = ("meeting", "planned", "called", *_AROUND)
    proofs: ClassVar = ("evidence", "measure", "step")
    trigger: ClassVar = N_("the meeting")
    at_meetings: ClassVar = True
    trigger_ahead: ClassVar = N_("the day for which the meeting is planned")

    @property
    def stated_measure(self) -> OfEvent | None:
        return self.measure

    @property
    def meeting_kinds(self) -> tuple[str, ...]:
        return self.kinds

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:  # noqa: ARG002 - whoever they are
        words = [step.evidence for step in self.steps] or ([self.evidence] if self.evidence else [])
        if self.deputies and not any(evidence_called(word).by_leader for word in words):
            text = _("deputies lead a meeting in the holder's place, and who led is not asked here")
            yield at.doubt(text, "evidence = meeting_led", "deputies")

    @classmethod
    def has_kind(cls, node: Node) -> bool:  # noqa: ARG003 - every meeting has one
        return True

    @classmethod
    def shared(cls, node: Node) -> str | None:
        return node["pattern"].text

    def begins(self, names: Names) -> str:
        return _("For each meeting{kinds}").format(kinds=names.of_kinds(self.kinds))

    def points(self, within: Scene) -> Iterator[str]:
        if self.deputies:
            roles = either([within.names.role(key) for key in self.deputies])
            yield _("In the place of the holder it can be done by {roles}.").format(roles=roles)
        yield from super().points(within)

    def deed_in_words(self, word: str | None, names: Names) -> tuple[str, bool]:
        kind = evidence_called(word or "none")
        own = (kind.deed_at_kinds if self.kinds else "") or kind.deed_at_meeting
        return (_(own), False) if own else super().deed_in_words(word, names)

    def completed(self, duty: CompiledDuty) -> CompiledDuty:
        return replace(duty, deputies=self.deputies, kinds=self.kinds)

    def subjects(self, case: Case, _duty: CompiledDuty, _horizon: int, /) -> tuple[str, ...]:
        return case.read(_governed)

    def judge(self, case: Case, duty: CompiledDuty, ref: str, /) -> Iterator[Obligation]:
        """It arises when the meeting is held and is void when it is cancelled."""
        meeting, fixed, kinds = case.facts.meeting(ref), case.fixed, self.kinds
        if kinds and not (meeting.scheduled and meeting.scheduled.kind in kinds):
            return
        if not case.counted_from(duty).isdisjoint(_AROUND):
            fixed = {**fixed, **neighbours(case.facts, meeting, kinds)}
        occasion = meeting_occasion(case.facts, meeting, kinds, of_meeting(case.facts, meeting, kinds), fixed)
        if occasion is None:
            return
        if gone := after_the_end(case.facts, meeting, case.ruling.last_day()):
            occasion = replace(occasion, stop=earliest((occasion.stop, gone)))
        if self.measure:
            yield from measured(case, duty, occasion, self.measure)
        else:
            yield from deed(case, duty, occasion, occasion.counts)


def _governed(case: Case) -> tuple[str, ...]:
    """The meetings that the version governs: that of the day on which it was held, else of that for which it is
    planned."""
    days = ((meeting.ref, meeting.held, meeting.planned_on) for meeting in case.facts.meetings.values())
    whens = ((ref, held.effective_on if held else planned) for ref, held, planned in days)
    return tuple(ref for ref, when in whens if when and case.ruling.governs(when.last))
