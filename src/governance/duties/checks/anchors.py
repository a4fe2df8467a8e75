"""The day from which a due rule counts is one that its occasion has."""

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from governance.duties.anchors import ANCHORS
from governance.duties.checks.common import can_be_late, duties_with_ids, names, part_of, rules_of
from governance.duties.occasions import anchors_of
from governance.mandate.tree import Fault, Node, not_among, shown
from governance.text import _

__all__ = ["counting_does_not_go_in_a_circle", "rules_count_from_days_there_are"]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A due rule that names from what it counts, and of which duty it is."""

    anchor: Node
    duty: Node
    id: str
    step: str | None = None

    @property
    def counted_from(self) -> str | None:
        """The X of ``done.X`` and ``due.X``."""
        kind, dot, name = (self.anchor.text or "").partition(".")
        return name or None if dot and kind in ("done", "due") else None


def _rules(root: Node) -> Iterator[_Rule]:
    """An assumption's rule is that of each duty of its clause that it can fill."""
    assumed = {assumption["clause"].text: assumption for assumption in root.each("assumption")}
    for clause in root.each("clause"):
        assumption = assumed.get(clause["id"].text)
        for id_, duty in duties_with_ids(clause):
            steps = list(duty.each("step"))
            for table, step in ((duty, None), *((step, step["key"].text) for step in steps)):
                for rule in rules_of(table):
                    yield _Rule(rule["from"], duty, id_, step)
                silent = can_be_late(duty) and table["due"].value is None and (step is not None or not steps)
                for rule in rules_of(assumption) if assumption and silent else ():
                    yield _Rule(rule["from"], duty, id_, step)


@dataclass(frozen=True, slots=True)
class _Occasions:
    """On what occasions a duty is owed, as far as others can share them."""

    kind: str | None
    kinds: frozenset[str]
    roles: frozenset[str]

    def meet(self, other: "_Occasions") -> bool:
        """Whether some occasion of one is an occasion of the other: a list that is left out names everything."""
        if self.kind is None or self.kind != other.kind:
            return False
        pairs = ((self.kinds, other.kinds), (self.roles, other.roles))
        return all(not mine or not yours or mine & yours for mine, yours in pairs)


def _occasions(duty: Node) -> _Occasions:
    return _Occasions(_occasion(duty), frozenset(names(duty.each("kinds"))), frozenset(names(duty.each("roles"))))


def _occasion(duty: Node) -> str | None:
    return part_of(duty).shared(duty)


def rules_count_from_days_there_are(root: Node) -> Iterator[Fault]:
    """Of duties only those of one step that are shown by evidence: of the others no one day is that of their doing."""
    by_id = {
        id_: _occasions(duty)
        for clause in root.each("clause")
        for id_, duty in duties_with_ids(clause)
        if not duty["step"].stated and not duty["measure"].stated
    }
    for rule in _rules(root):
        name, anchor = rule.counted_from, rule.anchor
        if name is not None:
            steps, mine = names(rule.duty.each("step", "key")), _occasions(rule.duty)
            other = by_id.get(name) if name != rule.id else None
            if name not in steps and not (other and mine.meet(other)):
                known = [*steps, *(id_ for id_, yours in by_id.items() if id_ != rule.id and mine.meet(yours))]
                problem = _("{name} is no step of this duty, and no other duty on the same kind of occasion")
                yield not_among(anchor.path, problem.format(name=shown(name)), name, known)
        elif anchor.text in ANCHORS:
            days = anchors_of(rule.duty["pattern"].text or "", rule.duty["event"].text)
            if anchor.text not in days:
                problem = _("there is no {anchor} on this occasion").format(anchor=anchor.text)
                yield Fault(anchor.path, problem, ", ".join((*days, "done.X", "due.X")))


def counting_does_not_go_in_a_circle(root: Node) -> Iterator[Fault]:
    """Only the first circle is told: when it is mended the others show."""
    graph: dict[tuple[str, str | None], set[tuple[str, str | None]]] = {}
    anchors: dict[tuple[tuple[str, str | None], tuple[str, str | None]], Node] = {}
    for rule in _rules(root):
        name, steps = rule.counted_from, names(rule.duty.each("step", "key"))
        if name is not None:
            target = (rule.id, name) if name in steps else (name, None)
            graph.setdefault((rule.id, rule.step), set()).add(target)
            anchors.setdefault(((rule.id, rule.step), target), rule.anchor)
    for clause in root.each("clause"):
        for id_, duty in duties_with_ids(clause):
            for step in names(duty.each("step", "key")):
                graph.setdefault((id_, None), set()).add((id_, step))
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
        pairs = [pair for one, other in pairwise(circle) for pair in ((one, other), (other, one))]
        anchor = next(anchors[pair] for pair in pairs if pair in anchors)
        problem = _("counts in the end from itself: {circle}")
        way = " → ".join(f"{id_}/{step}" if step else id_ for id_, step in reversed(circle))
        yield Fault(anchor.path, problem.format(circle=way), _("another day"))
