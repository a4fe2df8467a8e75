"""Questions about assignments and the goals that they serve."""

from dataclasses import dataclass
from datetime import datetime

from governance.errors import ReferenceAmbiguous, ReferenceUnknown
from governance.model.assignment import AssignmentCompleted, AssignmentWithdrawn
from governance.questions.view import View, says, target_of
from governance.text import _, language, words
from governance.time import When

__all__ = ["Happening", "UncoveredGoal", "Undecided", "history", "uncovered_goals", "undecided_assignments"]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of an assignment's history, as it was recorded."""

    network: str
    assignment: str
    position: int
    recorded_at: datetime
    effective_on: When
    event: str
    what: str
    """What it says."""
    actor: str
    decided_by: str | None
    corrects: int | None
    """For a correction or retraction the position of the event that it is about."""


def history(view: View, assignment: str) -> tuple[Happening, ...]:
    """Everything that was recorded of one assignment (``vux/2021-1``), in the order of the log, mistakes included.

    Raises ReferenceUnknown, ReferenceAmbiguous.
    """
    ref = _meant(view, assignment)
    facts = view.facts[ref.partition("/")[0]]
    rows: list[Happening] = []
    for event in facts.assignments[ref].recorded:
        version = target_of(event)
        if version or facts.surely_by(event) <= view.as_of:
            corrects = facts.stamps[event.originator_id][version - 1][0] if version else None
            rows.append(
                Happening(facts.key, ref, facts.position(event), facts.recorded_at(event), event.effective_on,
                          event.event_name, says(event), event.actor.id, event.decided_by, corrects)
            )  # fmt: skip
    return tuple(rows)


def _meant(view: View, text: str) -> str:
    """The assignment of this name, with or without its network."""
    refs = [ref for facts in view.facts.values() for ref in facts.assignments]
    candidates = [ref for ref in refs if text in (ref, ref.partition("/")[2])]
    if not candidates:
        raise ReferenceUnknown(what=_("assignment"), reference=text)
    if len(candidates) > 1:
        raise ReferenceAmbiguous(reference=text, candidates=", ".join(sorted(candidates)))
    return candidates[0]


@dataclass(frozen=True, slots=True)
class UncoveredGoal:
    """A goal of the mandate in force that no live assignment serves."""

    network: str
    goal: str
    text: str
    mandate: str
    """The version of the mandate."""
    ended: tuple[str, ...]
    """Assignments that did serve it and were withdrawn or completed."""


def uncovered_goals(view: View) -> tuple[UncoveredGoal, ...]:
    """Which goals have no live assignment: one that was issued and neither withdrawn nor completed."""
    rows: list[UncoveredGoal] = []
    for key, facts in view.happened.items():
        mandate = facts.network.mandate_on(view.as_of)
        for goal in mandate.goals if mandate else ():
            serving = [a for a in facts.assignments.values() if a.issued and goal.id in a.issued.goals]
            ended = [a.ref for a in serving if a.last(AssignmentWithdrawn, AssignmentCompleted)]
            if mandate and len(ended) == len(serving):
                text = words(goal.text, language())
                rows.append(UncoveredGoal(key, goal.id, text, mandate.version, tuple(sorted(ended))))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Undecided:
    """An assignment of which it is not known at which meeting it was decided."""

    network: str
    assignment: str
    title: str
    issued_on: When
    decided_by: str | None
    decided_on: When | None
    position: int


def undecided_assignments(view: View) -> tuple[Undecided, ...]:
    """Which assignments lack a deciding meeting."""
    rows: list[Undecided] = []
    for key, facts in view.happened.items():
        for ref, assignment in sorted(facts.assignments.items()):
            issued = assignment.issued
            if issued and issued.meeting is None:
                rows.append(
                    Undecided(key, ref, issued.title, issued.effective_on, issued.decided_by, issued.decided_on,
                              facts.position(issued))
                )  # fmt: skip
    return tuple(rows)
