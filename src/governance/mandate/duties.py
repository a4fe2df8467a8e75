"""From a mandate's clauses to the duties that can be judged, each with its due rule and what that rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from governance.mandate.language import (
    Assumption,
    Clause,
    DueRule,
    Duty,
    EachMeeting,
    EachYear,
    Mandate,
    Standing,
    Words,
)

__all__ = ["CompiledDuty", "duties"]


@dataclass(frozen=True, slots=True)
class CompiledDuty:
    """One duty of a clause. ``id`` is the clause's, for its second duty ``clause.2``, and so on."""

    id: str
    clause: str
    text: Words
    duty: Duty
    due: DueRule | None
    assumption: Assumption | None
    """What ``due`` rests on, where the mandate itself is silent."""


def duties(mandate: Mandate, extra: tuple[Assumption, ...] = ()) -> tuple[CompiledDuty, ...]:
    """The duties of a mandate, in its order. ``extra`` are assumptions for the sake of a question: they come before
    the file's own, and like them they fill silences only. One that finds no silence in its clause changes nothing.
    """
    assumed = {assumption.clause: assumption for assumption in (*mandate.assumptions, *extra)}
    return tuple(duty for clause in mandate.clauses for duty in _compiled(clause, assumed.get(clause.id)))


def _compiled(clause: Clause, assumption: Assumption | None) -> Iterator[CompiledDuty]:
    for number, duty in enumerate(clause.duties, 1):
        name = clause.id if number == 1 else f"{clause.id}.{number}"
        if not isinstance(duty, EachMeeting | EachYear | Standing):
            yield CompiledDuty(name, clause.id, clause.text, duty, None, None)
        elif duty.due or not assumption:
            yield CompiledDuty(name, clause.id, clause.text, duty, duty.due, None)
        else:
            yield CompiledDuty(name, clause.id, clause.text, duty, assumption.due, assumption)
