"""What stays open: actions that several later meetings have not closed, and to whom they go then."""

from collections.abc import Iterator, Sequence

from governance.compliance.case import Case
from governance.compliance.facts import of_kind
from governance.compliance.occasions import AnchorSince, Occasion
from governance.compliance.timeline import Stop
from governance.compliance.values import Reason
from governance.duties.anchors import Anchor
from governance.duties.patterns import EachItem
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import ActionAgreed, ActionCarriedOver, ActionClosed, ActionEscalated
from governance.text import N_

__all__ = ["open_items"]


def open_items(case: Case, pattern: EachItem) -> Iterator[Occasion]:
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
