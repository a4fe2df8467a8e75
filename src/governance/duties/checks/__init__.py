"""What is wrong with a mandate file between its parts: names that name nothing, and statements that contradict.

Each check looks at one thing. It takes the values as they are, so that it also speaks when other parts of the file
are wrong in themselves. A file that passes them can be judged; what is doubtful in it, ``governance.duties.holes``
says.
"""

from collections.abc import Callable, Iterator

from governance.duties.checks import (
    assignments,
    assumptions,
    conditions,
    measures,
    names,
    proofs,
    roles,
    times,
    words,
    working,
)
from governance.mandate.tree import Fault, Node

__all__ = ["CHECKS", "contradictions"]

CHECKS: tuple[Callable[[Node], Iterator[Fault]], ...] = (
    *names.CHECKS,
    *words.CHECKS,
    *roles.CHECKS,
    *assignments.CHECKS,
    *proofs.CHECKS,
    *measures.CHECKS,
    *conditions.CHECKS,
    *times.CHECKS,
    *working.CHECKS,
    *assumptions.CHECKS,
)


def contradictions(file: object) -> Iterator[Fault]:
    """Everything that the checks find in the values of a file."""
    root = Node((), file)
    for check in CHECKS:
        yield from check(root)
