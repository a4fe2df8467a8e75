"""What verification says: findings are values, and the report that holds them."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from governance.store.raw import Fault as Finding
from governance.store.raw import Kind
from governance.text import N_

__all__ = ["KINDS", "Anchor", "Finding", "Findings", "Kind", "Verification"]

KINDS: dict[Kind, str] = {
    "altered": N_("altered"),
    "missing": N_("missing"),
    "inserted": N_("inserted"),
    "reordered": N_("reordered"),
    "truncated": N_("truncated"),
    "undecodable": N_("undecodable"),
    "unsigned": N_("not signed"),
}
"""What can be wrong, in the reader's words."""

_TOLD = 200
"""So many findings of a kind are listed; the rest are counted."""


class Findings:
    """Gathers findings in little memory, however many there are."""

    def __init__(self) -> None:
        self.listed: list[Finding] = []
        self.counts: Counter[Kind] = Counter()

    def add(self, kind: Kind, where: str, detail: str) -> None:
        self.counts[kind] += 1
        if self.counts[kind] <= _TOLD:
            self.listed.append(Finding(kind, where, detail))

    def __bool__(self) -> bool:
        return bool(self.listed)

    def take(self, others: "Findings") -> None:
        """Those of a part."""
        for finding in others.listed:
            self.add(*finding)
        for kind, count in others.counts.items():
            self.counts[kind] += count - sum(finding.kind == kind for finding in others.listed)


class Anchor(NamedTuple):
    """A checkpoint that the record was held against."""

    where: str
    """A file's name, or the event that holds it."""
    size: int
    """It speaks of so many events: the first ones, through that position."""
    outside: bool
    """Whether it came from outside the ledger; only those can tell of a record that was rewritten as a whole."""
    signed_by: tuple[str, ...] = ()
    """The names of the keys whose signatures on it are good."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome. ``root`` is that of the hash tree over all ``events``, as stored."""

    events: int
    root: bytes
    findings: tuple[Finding, ...]
    counts: dict[Kind, int]
    """How many findings there are of each kind: more than are told one by one, where there are very many."""
    anchors: tuple[Anchor, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    """What was not looked at, and why."""

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    @property
    def anchored_through(self) -> int:
        """The last position that a checkpoint from outside speaks for; 0 for none."""
        return max((anchor.size for anchor in self.anchors if anchor.outside), default=0)

    @property
    def status(self) -> Literal["tampered", "anchored", "unanchored"]:
        if not self.whole:
            return "tampered"
        return "anchored" if self.anchored_through else "unanchored"
