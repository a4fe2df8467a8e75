"""The duties that an interview asks after: who owes each, by when, and what becomes of the answers in the file."""

from dataclasses import dataclass
from typing import Literal

from governance.text import N_

__all__ = ["TOPICS", "Topic"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One duty: the two questions about it, its clause in words, and its part of the file."""

    key: str
    who: str
    clause: str
    pattern: Literal["each_meeting", "each_year"]
    evidence: str
    by: str = ""
    counted: Literal["", "before", "after", "month", "next_year"] = ""
    """How its due date is counted: in days before or after the meeting, or in months of a year."""
    to: Literal["", "principal", "registry"] = ""
    signed: bool = False
    """Whether several roles can do it together."""


TOPICS = (
    Topic(
        "led", N_("Who leads the meetings?"), N_("The meetings are led by {who}."), "each_meeting", "meeting_led",
    ),
    Topic(
        "called", N_("Who calls the meetings?"), N_("The meetings are called by {who}."), "each_meeting",
        "meeting_called", N_("How many days before the meeting must the notice be out?"), "before",
    ),
    Topic(
        "agenda", N_("Who sends out the agenda?"), N_("The agenda is sent out by {who}."), "each_meeting",
        "agenda_sent", N_("How many days before the meeting?"), "before",
    ),
    Topic(
        "drafted", N_("Who writes the minutes?"), N_("The minutes are written by {who}."), "each_meeting",
        "minutes_drafted", N_("Within how many days after the meeting?"), "after",
    ),
    Topic(
        "approved", N_("Who approves the minutes?"), N_("The minutes are approved by {who}."), "each_meeting",
        "minutes_approved", N_("Within how many days after the meeting?"), "after", signed=True,
    ),
    Topic(
        "submitted", N_("Who sends the minutes in?"), N_("The minutes are sent in by {who}."), "each_meeting",
        "minutes_submitted", N_("Within how many days after the meeting?"), "after", "registry",
    ),
    Topic(
        "plan", N_("Who adopts a work plan for each year?"), N_("A work plan for each year is adopted by {who}."),
        "each_year", "work_plan_adopted", N_("By the end of which month of that year?"), "month",
    ),
    Topic(
        "summary", N_("Who sums up each year for those who gave the mandate?"),
        N_("A summary of each year is sent by {who}."), "each_year", "summary_sent",
        N_("By the end of which month of the following year?"), "next_year", "principal",
    ),
    Topic(
        "review", N_("Who reviews the mandate itself each year?"), N_("The mandate is reviewed each year by {who}."),
        "each_year", "mandate_reviewed", N_("By the end of which month?"), "month",
    ),
)  # fmt: skip
