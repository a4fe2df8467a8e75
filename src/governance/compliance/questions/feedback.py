"""Questions about feedback: who was informed, and which loops are open."""

from dataclasses import dataclass
from datetime import date

from governance.compliance.questions.view import View, require_clause
from governance.compliance.values import Phase, Verdict
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


def open_feedback(view: View) -> tuple[OpenFeedback, ...]:
    """Which feedback loops are open, in each direction."""
    return tuple(
        OpenFeedback(o.network, o.id, o.clause, o.role, phase.holders, o.counterparty, phase.verdict,
                     next(p.since for p in o.phases if _open(p)), phase.due)
        for o, phase in view.standing()
        if o.duty == "feedback_given" and _open(phase)
    )  # fmt: skip


def _open(phase: Phase) -> bool:
    """Called for and not given; what no meeting has called for yet has no due date and is not open."""
    return phase.verdict in ("outstanding", "overdue") or (phase.verdict == "upcoming" and phase.due is not None)


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
    return tuple(
        Informed(o.network, o.id, clause, o.counterparty, phase.fulfilled_on is not None, phase.fulfilled_on,
                 phase.verdict, phase.evidence)
        for o, phase in view.standing()
        if o.duty == "feedback_given" and o.clause == clause
    )  # fmt: skip
