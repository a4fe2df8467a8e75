"""Questions about feedback: who was informed, and which loops are open."""

from dataclasses import dataclass
from datetime import date

from governance.compliance.values import Phase, Verdict
from governance.questions.picking import pick, picked
from governance.questions.view import View, require_clause
from governance.text import N_
from governance.time import When

__all__ = ["Informed", "OpenFeedback", "informed", "open_feedback"]


@dataclass(frozen=True, slots=True)
class OpenFeedback:
    """Feedback that is owed and was not given."""

    network: str
    obligation: str
    clause: str | None
    role: str
    """Who owes it."""
    holders: tuple[str, ...]
    """Who holds that role on the day that counts; empty where it is vacant."""
    counterparty: str | None
    """To whom it is owed."""
    verdict: Verdict
    since: date
    """Since when it has been owed."""
    due: When | None
    """None where the mandate gives no deadline."""


def _open(phase: Phase) -> bool:
    """Called for and not given; what no meeting has called for yet has no due date and is not open."""
    return phase.verdict in ("outstanding", "overdue") or (phase.verdict == "upcoming" and phase.due is not None)


open_feedback = pick(
    OpenFeedback,
    lambda s: s.obligation.duty == "feedback_given" and _open(s.phase),
    N_("Which feedback loops are open, in each direction."),
    since=lambda s: next(phase.since for phase in s.obligation.phases if _open(phase)),
)


@dataclass(frozen=True, slots=True)
class Informed:
    """Whether one counterparty of a clause was given the feedback that it is owed."""

    network: str
    obligation: str
    clause: str
    counterparty: str | None
    informed: bool
    informed_on: When | None
    verdict: Verdict
    evidence: tuple[int, ...]
    """The position of the event, and of what corrected it."""


def informed(view: View, clause: str = "O2") -> tuple[Informed, ...]:
    """Whether each counterparty of a clause was informed, when, and by which event.

    Raises ReferenceUnknown for a clause that no mandate has.
    """
    require_clause(view, clause)
    return picked(
        view,
        Informed,
        lambda s: s.obligation.duty == "feedback_given" and s.obligation.clause == clause,
        informed=lambda s: s.phase.fulfilled_on is not None,
        informed_on=lambda s: s.phase.fulfilled_on,
    )
