"""What goes with which occasion: the evidence that can be recorded of it, the days that can be counted from."""

from governance.duties.events import event_called
from governance.duties.evidence import EVIDENCE
from governance.duties.evidence_kind import Occasion

__all__ = ["anchors_of", "evidence_of"]

_OCCASIONS: dict[str, Occasion] = {
    "each_meeting": "meeting",
    "each_item": "item",
    "retention": "retention",
    "unmeasured": "unmeasured",
}
_MEETING_DAYS = ("meeting", "planned", "called", "next_meeting", "previous_meeting")
_PERIOD_DAYS = ("period_start", "period_end")
_ANCHORS = {
    "each_meeting": _MEETING_DAYS,
    "each_period": _PERIOD_DAYS,
    "each_year": _PERIOD_DAYS,
}
_ALWAYS = ("trigger", "established", "mandate_start", "mandate_end")


def evidence_of(pattern: str) -> tuple[str, ...]:
    """The language's own words for what can be recorded on an occasion of this pattern."""
    occasion = _OCCASIONS.get(pattern, "other")
    return tuple(word for word, kind in EVIDENCE.items() if occasion in kind.on)


def anchors_of(pattern: str, event: str | None = None) -> tuple[str, ...]:
    """The days that a rule of this pattern can count from, besides ``done.X`` and ``due.X``."""
    if pattern == "each_event":
        terms = ("term_start", "term_end") if event and event_called(event).begins_a_term else ()
        return (*_ALWAYS, *terms, "next_meeting", "previous_meeting")
    return (*_ALWAYS, *_ANCHORS.get(pattern, ()))
