"""Duties that differ in nothing but their clause are judged once: a mandate of a thousand duties has few shapes."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic_core import to_json

from governance.compliance.case import Case
from governance.compliance.values import Obligation
from governance.duties.compiled import CompiledDuty

__all__ = ["Alike", "alike", "judged"]


class Alike(NamedTuple):
    """A duty, and those that are judged like it."""

    first: CompiledDuty
    others: tuple[CompiledDuty, ...]


def alike(duties: Iterable[CompiledDuty], apart: Callable[[CompiledDuty], object] | None = None) -> list[Alike]:
    """The duties grouped by their shape, each group in order; those that ``apart`` tells apart stay apart."""
    groups: dict[tuple[object, ...], list[CompiledDuty]] = {}
    for duty in duties:
        groups.setdefault((_shape(duty), apart and apart(duty)), []).append(duty)
    return [Alike(group[0], tuple(group[1:])) for group in groups.values()]


def _shape(duty: CompiledDuty) -> object:
    """All that judging looks at but the clause; a duty that looks at other duties or steps is like no other."""
    if duty.step or duty.follows:
        return (duty.id, duty.step)
    stated = to_json(duty.duty.model_dump(mode="json", exclude={"consequence", "waived_by"}))
    return (stated, to_json(duty.assumption.model_dump(mode="json")) if duty.assumption else None)


def judged(
    case: Case, group: Alike, meaning: Callable[[Case, CompiledDuty, Any], Iterator[Obligation]], subject: Any
) -> list[Obligation]:
    """The obligations of all duties of a group on a subject."""
    found = list(meaning(case, group.first, subject))
    if not group.others or not found:
        return found
    if case.decisions:  # what was decided of one obligation does not hold for the others
        return found + [obligation for duty in group.others for obligation in meaning(case, duty, subject)]
    begin = f"{case.facts.key}/{group.first.id}/"
    told = [(obligation[0][len(begin) :], obligation[1], obligation[3:]) for obligation in found]
    made, new = list(found), tuple.__new__  # a hundred thousand of them are made of a few fields each
    for duty in group.others:
        start, clause = f"{case.facts.key}/{duty.id}/", duty.clause
        made += [new(Obligation, (start + end, network, clause, *rest)) for end, network, rest in told]
    return made
