"""The days from which a due rule can count: their names, what they are called, and their values on an occasion."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field, StringConstraints

from governance.text import N_

__all__ = ["ANCHORS", "ANCHOR_WORDS", "Anchor", "AnchorName", "Anchors"]

ANCHOR_WORDS = {
    "meeting": N_("the meeting"),
    "planned": N_("the day for which the meeting is planned"),
    "called": N_("the day on which the notice went out"),
    "next_meeting": N_("the next meeting"),
    "previous_meeting": N_("the meeting before"),
    "period_start": N_("the first day of the period"),
    "period_end": N_("the last day of the period"),
    "established": N_("the day on which the body was established"),
    "mandate_start": N_("the first day of the mandate"),
    "mandate_end": N_("the last day of the mandate"),
    "term_start": N_("the first day of the term of office"),
    "term_end": N_("the last day of the term of office"),
}
ANCHORS = ("trigger", *ANCHOR_WORDS)
"""What a due rule can count from, besides ``done.X`` (the day on which the step or duty X was done) and ``due.X`` (the
day on which it was due). What the ``trigger`` is called depends on the occasion."""

AnchorName = Annotated[
    str,
    StringConstraints(pattern=rf"^({'|'.join(ANCHORS)}|(done|due)\.[A-Za-z0-9][A-Za-z0-9.§-]{{0,62}})$"),
    Field(description=", ".join(ANCHORS) + ", done.X, due.X"),
]


class Anchor(NamedTuple):
    """A day to count from, with its time of day where that was recorded (``14:30``, local)."""

    day: date
    at: str | None = None


Anchors = Mapping[str, Anchor]
"""Those that are known, by their names; where a rule names none, ``trigger`` counts, or ``ahead`` if it counts back."""
