"""Assumptions fill silences, and nothing else."""

from collections.abc import Iterator

from governance.duties.checks.common import can_be_late, twice
from governance.duties.occasions import DUE_PATTERNS
from governance.mandate.tree import Fault, Node, shown
from governance.text import _

__all__ = ["CHECKS"]


def assumptions_fill_silences(root: Node) -> Iterator[Fault]:
    yield from twice(root.each("assumption", "clause"))
    clauses = {clause["id"].text: clause for clause in root.each("clause")}
    for node in root.each("assumption", "clause"):
        if clause := clauses.get(node.text):
            able = [duty for duty in clause.each("duty") if can_be_late(duty)]
            allowed = _("a clause with a duty of the pattern {patterns}").format(patterns=", ".join(DUE_PATTERNS))
            if not able:
                problem = _("no duty of the clause {name} can have a due date assumed")
                yield Fault(node.path, problem.format(name=shown(node.text)), allowed)
            elif all(_says_when(duty) for duty in able):
                problem = _("the clause {name} states itself when it is due").format(name=shown(node.text))
                yield Fault(node.path, problem, _("a clause that does not"))


def _says_when(duty: Node) -> bool:
    steps = list(duty.each("step"))
    return all(table["due"].value is not None for table in steps or [duty])


CHECKS = (assumptions_fill_silences,)
