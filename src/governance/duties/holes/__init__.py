"""What makes a readable mandate doubtful: nobody can hold a role, no event can fulfil a duty, a rule never falls due.

A finding is no fault: the file can be adopted, and each of its duties is judged as it stands. But what it says can
hardly be what was meant. Each finding is made by one small function of the table ``HOLES``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from governance.duties.holes import (
    assumptions,
    contradictions,
    deadlines,
    fulfilment,
    kept,
    quotas,
    roles,
    unused,
)
from governance.duties.holes.view import View
from governance.duties.language import Mandate
from governance.mandate.lines import Lines, scan
from governance.mandate.tree import Doubt, named
from governance.text import _

__all__ = ["HOLES", "MAX_FINDINGS", "Finding", "holes"]

HOLES: tuple[Callable[[View], Iterator[Doubt]], ...] = (
    *roles.HOLES,
    *fulfilment.HOLES,
    *deadlines.HOLES,
    *assumptions.HOLES,
    *quotas.HOLES,
    *kept.HOLES,
    *contradictions.HOLES,
    *unused.HOLES,
)

MAX_FINDINGS = 500
"""So many are told at once."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful thing, with its place and what can be done about it.

    ``clause`` is the id of the clause or duty that it is about; empty where it is about none. What is not ``grave``
    may well be meant: ``mandate check`` tells it, and its exit code stays 0.
    """

    file: str
    line: int
    key: str
    clause: str
    finding: str
    advice: str
    grave: bool = True

    def __str__(self) -> str:
        text = ": ".join(part for part in (f"{self.file}:{self.line}", self.key, self.finding) if part)
        return _("{text} ({advice})").format(text=text, advice=self.advice)


def holes(mandate: Mandate, text: str = "", file: str = "mandate.toml") -> tuple[Finding, ...]:
    """What is doubtful in a mandate, in the order of its lines; ``text`` is its file, and says where the lines are."""
    lines: Lines = scan(text.removeprefix("\ufeff"))
    tree = mandate.model_dump(mode="json", by_alias=True, exclude_none=True)
    view = View(mandate)
    found = islice((hole for look in HOLES for hole in look(view)), MAX_FINDINGS)
    told = [Finding(file, lines.of(h.path), named(h.path, tree), h.clause, h.text, h.advice, h.grave) for h in found]
    return tuple(sorted(dict.fromkeys(told), key=lambda finding: finding.line))
