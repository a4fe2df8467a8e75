"""The days from which a due rule can count: their names, and what they are called."""

from typing import Annotated

from pydantic import Field, StringConstraints

from governance.text import N_

__all__ = ["ANCHORS", "ANCHOR_WORDS", "AnchorName"]

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
