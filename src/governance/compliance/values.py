"""The values that judging yields. Nothing here decides anything.

They are named tuples because a rebuild makes and compares them by the hundred thousand.
"""

from datetime import date
from typing import Literal, NamedTuple

from governance.text import N_, Reason
from governance.time import When

__all__ = ["VERDICTS", "NoDeadline", "Obligation", "Phase", "Reason", "Verdict"]

Verdict = Literal[
    "upcoming",
    "overdue",
    "fulfilled",
    "fulfilled_late",
    "outstanding",
    "breached",
    "waived",
    "void",
    "undetermined",
]

VERDICTS: dict[Verdict, str] = {
    "upcoming": N_("upcoming"),
    "overdue": N_("overdue"),
    "fulfilled": N_("fulfilled"),
    "fulfilled_late": N_("fulfilled late"),
    "outstanding": N_("outstanding"),
    "breached": N_("breached"),
    "waived": N_("waived"),
    "void": N_("void"),
    "undetermined": N_("undetermined"),
}
"""Each verdict and the word that people read."""


class NoDeadline(Reason):
    """A reason why nothing is due, and no date is waited for either."""

    __slots__ = ()


class Phase(NamedTuple):
    """What holds of an obligation from ``since`` until the next phase begins."""

    since: date
    verdict: Verdict
    reason: Reason
    due: When | None = None
    fulfilled_on: When | None = None
    evidence: tuple[int, ...] = ()
    """Positions in the log."""
    holders: tuple[str, ...] = ()
    """Who held the duty on the day that counts; empty where the role was vacant."""
    present: tuple[str, ...] | None = None
    """Of what is open past the day that counts, who holds it now, where that is somebody else; None: the same."""


class Obligation(NamedTuple):
    """One dated instance of a duty, with everything that can be said of it on any day."""

    id: str
    """As people write it: ``vux/2021-1/partial``, ``vux/Se2/2021-02-12``, ``vux/M1/2021``."""
    network: str
    clause: str | None
    duty: str
    """What is owed: ``minutes_submitted``, ``report:partial``, …"""
    subject: str
    """What it is about: an assignment, a meeting, a year, or the network."""
    role: str
    counterparty: str | None
    version: str | None
    """The version of the mandate that governs it."""
    assumptions: tuple[str, ...]
    derivation: tuple[Reason, ...]
    """How the due date follows, step by step."""
    first_due: When | None
    """The due date as first set, whatever it was changed to."""
    phases: tuple[Phase, ...]

    def on(self, day: date) -> Phase | None:
        """What holds on a day; None before there was such an obligation."""
        found = None
        for phase in self.phases:
            if phase.since > day:
                break
            found = phase
        return found


_ROUGH = Reason(N_("When somebody's time in a role began or ended is known too roughly to say."))


def agreed(one: Obligation, other: Obligation | None) -> Obligation:
    """An obligation that was judged twice: where the two do not say the same, it is undetermined."""
    if other is None or one.phases == other.phases:
        return one
    days = sorted({phase.since for phase in (*one.phases, *other.phases)})
    phases: list[Phase] = []
    for day in days:
        first, second = one.on(day), other.on(day)
        if first is None or second is None or first.verdict == second.verdict:
            phase = first or second
        else:
            phase = first._replace(verdict="undetermined", reason=_ROUGH, fulfilled_on=None)
        if phase and (not phases or phases[-1][1:] != phase[1:]):
            phases.append(phase._replace(since=day))
    return one._replace(phases=tuple(phases))
