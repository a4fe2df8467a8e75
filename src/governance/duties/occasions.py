"""What goes with which occasion: the evidence that can be recorded of it, the days that can be counted from."""

from governance.duties.patterns import MEETING_EVIDENCE, PERIOD_EVIDENCE

__all__ = [
    "OF_HOLDERS", "ROLE_EVENTS", "UNMEASURED_EVIDENCE", "WITH_BY", "WITH_RECIPIENT", "anchors_of", "evidence_of",
]  # fmt: skip

UNMEASURED_EVIDENCE = ("none", "attendance", "assignment_goals")
"""What speaks of an unmeasured duty, besides everything else."""

WITH_BY = (
    "meeting_prepared", "minutes_drafted", "minutes_approved", "minutes_submitted", "feedback_given",
    "role_assigned", "role_ended",
)  # fmt: skip
"""The evidence that says who did it; the acts of a mandate do, too. Of an appointment that is the one appointed, and
nobody signs it."""

WITH_RECIPIENT = (
    "agenda_sent", "papers_sent", "minutes_submitted", "feedback_given", "register_submitted",
    "meeting_dates_submitted", "summary_sent",
)  # fmt: skip
"""The evidence that can say to whom it went; the acts of a mandate can, too."""

ROLE_EVENTS = ("role_assigned", "role_ended")
"""The events that are about a role."""

OF_HOLDERS = (*ROLE_EVENTS, "meetings_missed")
"""The events that can be those of the holders of some roles."""

_EVERYTHING = tuple(dict.fromkeys((*MEETING_EVIDENCE, *PERIOD_EVIDENCE)))
_ANY_TIME = tuple(word for word in _EVERYTHING if word not in ("next_meeting_held", "meeting_led"))
_EVIDENCE = {
    "each_meeting": MEETING_EVIDENCE,
    "each_item": ("action_escalated",),
    "retention": tuple(word for word in _EVERYTHING if word != "next_meeting_held"),
    "unmeasured": tuple(dict.fromkeys((*UNMEASURED_EVIDENCE, *_EVERYTHING))),
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
    return _EVIDENCE.get(pattern, _ANY_TIME)


def anchors_of(pattern: str, event: str | None = None) -> tuple[str, ...]:
    """The days that a rule of this pattern can count from, besides ``done.X`` and ``due.X``."""
    if pattern == "each_event":
        terms = ("term_start", "term_end") if event == "role_assigned" else ()
        return (*_ALWAYS, *terms, "next_meeting", "previous_meeting")
    return (*_ALWAYS, *_ANCHORS.get(pattern, ()))
