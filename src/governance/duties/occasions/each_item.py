"""What stays open: actions that several later meetings have not closed, and to whom they go then."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.deeds import deed
from governance.compliance.due import Anchor
from governance.compliance.duty import CompiledDuty
from governance.compliance.facts import of_kind
from governance.compliance.occasions import AnchorSince, Occasion
from governance.compliance.timeline import Stop
from governance.compliance.values import Obligation, Reason
from governance.duties.occasions.base import Deed
from governance.duties.scene import Scene
from governance.mandate.names import Names
from governance.mandate.tree import Node
from governance.mandate.values import Key
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import ActionAgreed, ActionCarriedOver, ActionClosed, ActionEscalated
from governance.text import N_, _, ngettext

__all__ = ["EachItem"]


class EachItem(Deed):
    """For each action agreed at a meeting that is still open after so many later meetings."""

    pattern: Literal["each_item"]
    own_evidence: ClassVar = "action_escalated"
    """What shows it where the duty names nothing: that the action went there."""
    open_after: Annotated[int, Field(ge=1, le=100, title="After how many later meetings")]
    kinds: Annotated[tuple[Key, ...], Field(title="Which kinds of meeting count")] = ()
    escalates_to: Annotated[Key, Field(title="The role or organisation that it goes to")]

    word_for: ClassVar = "item"
    proofs: ClassVar = ("evidence", "step")
    trigger: ClassVar = N_("the last of these meetings")

    @property
    def meeting_kinds(self) -> tuple[str, ...]:
        return self.kinds

    @classmethod
    def shared(cls, node: Node) -> str | None:
        return node["pattern"].text

    def same_occasion(self) -> Hashable:
        return self.pattern, self.open_after

    def begins(self, names: Names) -> str:
        n = self.open_after
        text = ngettext(
            "For each agreed action that is still open after {n} later meeting{kinds}",
            "For each agreed action that is still open after {n} later meetings{kinds}", n,
        )  # fmt: skip
        return text.format(n=n, kinds=names.of_kinds(self.kinds))

    @property
    def looks_for_a_date(self) -> bool:
        return True

    def last_points(self, within: Scene) -> Iterator[str]:
        if self.steps or self.evidence not in (None, self.own_evidence):
            yield _("The action goes to {party}.").format(party=within.names.party(self.escalates_to))

    def deed_in_words(self, word: str | None, names: Names) -> tuple[str, bool]:
        if word in (None, self.own_evidence):
            return _("take it to {party}").format(party=names.party(self.escalates_to)), False
        return super().deed_in_words(word, names)

    def subjects(self, _case: Case, _duty: CompiledDuty, _horizon: int, /) -> tuple[str, ...]:
        return ("",)

    def judge(self, case: Case, duty: CompiledDuty, _whole: str, /) -> Iterator[Obligation]:
        """For each action that several later meetings have not closed."""
        for occasion in _open_items(case, self):
            if case.ruling.governs(occasion.counts):
                yield from deed(case, duty, occasion, occasion.counts)


def _open_items(case: Case, pattern: EachItem) -> Iterator[Occasion]:
    """Each action that was still open when the last of so many later meetings was held."""
    for meeting in case.facts.meetings.values():
        for action in meeting.all(ActionAgreed):
            if not _goes_on(case, meeting, action.key):
                found = _occasion(case, pattern, meeting, action)
                if found:
                    yield found


def _goes_on(case: Case, meeting: Meeting, key: str) -> bool:
    """Whether an action is one that was carried over to this meeting: it is followed from where it was first agreed."""
    return any(
        carried.key == key and carried.to == meeting.ref
        for other in case.facts.meetings.values()
        for carried in other.all(ActionCarriedOver)
    )


def _occasion(case: Case, pattern: EachItem, meeting: Meeting, action: ActionAgreed) -> Occasion | None:
    facts, held = case.facts, meeting.held
    if held is None:
        return None
    this = (facts.surely_by(held), meeting.ref)
    later = [
        (day, ref)
        for day, ref in facts.held_in_order()
        if (day, ref) > this and of_kind(facts.meeting(ref), pattern.kinds)
    ]
    closed = min((facts.surely_by(e) for e in _of(case, meeting, action.key, ActionClosed)), default=None)
    if len(later) < pattern.open_after:
        return None
    day = later[pattern.open_after - 1][0]
    if closed and closed <= day:
        return None
    trigger = [AnchorSince(day, Anchor(day))]
    stop = None
    if closed:
        stop = Stop(closed, "void", Reason(N_("The action was closed {when}."), {"when": closed}), ())

    def recorded(word: str) -> Sequence[Event]:
        if word != pattern.own_evidence:
            return [e for e in facts.acts(word) if facts.surely_by(e) >= day and e.meeting in (None, later[0][1])]
        sent = _of(case, meeting, action.key, ActionEscalated)
        return [e for e in sent if isinstance(e, ActionEscalated) and case.same(e.to, pattern.escalates_to)]

    return Occasion(
        about=f"{meeting.ref.partition('/')[2]}-{action.key}",
        subject=facts.key,
        begins=day,
        arises=day,
        counts=day,
        anchors={**case.fixed, "trigger": trigger, "ahead": trigger},
        recorded=recorded,
        stop=stop,
        too_late=Reason(N_("It was closed later, without having gone there.")),
        event=action,
    )


def _of(case: Case, meeting: Meeting, key: str, kind: type[Event]) -> list[Event]:
    """What was recorded of an action, at its meeting and at those to which it was carried over."""
    found: list[Event] = []
    seen: set[str] = set()
    here: Meeting | None = meeting
    while here and here.ref not in seen:
        seen.add(here.ref)
        found += [e for e in here.all(kind) if getattr(e, "key", None) == key]
        to = here.carried_over(key)
        here = case.facts.meetings.get(to) if to else None
    return found
