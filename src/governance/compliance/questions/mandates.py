"""Questions about the mandate itself: what it does not say, and which version of it governs what."""

from dataclasses import dataclass
from datetime import date, timedelta

from governance.compliance.facts import Facts
from governance.compliance.questions.view import View, said, stated_by
from governance.errors import ReferenceUnknown
from governance.model.network import Version
from governance.model.network_events import MandateAmended
from governance.text import _

__all__ = ["Governed", "Undetermined", "governing_version", "undetermined"]


@dataclass(frozen=True, slots=True)
class Undetermined:
    """An obligation of which nobody can say whether it was met, and why not."""

    network: str
    obligation: str
    clause: str | None
    duty: str
    role: str
    reason: str
    silent_on: tuple[str, ...]
    """What a reader looks for in the clause and does not find."""
    evidence: tuple[int, ...]
    """Positions in the log of what speaks of it all the same."""


def undetermined(view: View) -> tuple[Undetermined, ...]:
    """Which duties cannot be judged, and why."""
    rows: list[Undetermined] = []
    for obligation, phase in view.standing():
        if phase.verdict == "undetermined":
            stated = stated_by(view.facts[obligation.network], obligation)
            rows.append(
                Undetermined(obligation.network, obligation.id, obligation.clause, obligation.duty, obligation.role,
                             said(phase.reason), stated.duty.silent_on if stated else (), phase.evidence)
            )  # fmt: skip
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Governed:
    """An obligation and the version of the mandate that governs it."""

    network: str
    obligation: str
    version: str | None
    """None for what no mandate governs."""
    starts: date | None
    """The first day on which that version is in force."""
    ends: date | None
    """The last day on which it is; None where it still is, as known."""
    position: int | None
    """Of the event by which it was adopted."""
    later: str | None
    """The latest version since, if there is one."""
    later_applies: bool
    """Whether a later version's due rules hold for this, too."""


def governing_version(view: View, obligation: str | None = None) -> tuple[Governed, ...]:
    """Which version of the mandate governs each obligation, or one of them (with or without its network).

    Raises ReferenceUnknown.
    """
    standing = [o for o, _phase in view.standing() if obligation in (None, o.id, o.id.partition("/")[2])]
    if obligation and not standing:
        raise ReferenceUnknown(what=_("obligation"), reference=obligation)
    return tuple(_governed(view.happened[o.network], o.id, o.version, view.as_of) for o in standing)


def _governed(facts: Facts, obligation: str, label: str | None, as_of: date) -> Governed:
    versions = sorted(facts.network.versions(), key=lambda v: (v.since, v.originator_version))
    version = next((v for v in versions if v.mandate_version == label), None)
    if version is None:
        return Governed(facts.key, obligation, label, None, None, None, None, False)
    later: list[Version] = [v for v in versions[versions.index(version) + 1 :] if v.since <= as_of]
    applies = any(isinstance(v, MandateAmended) and v.applies_to_running for v in later)
    ends = [facts.network.ends_of(version), later[0].since - timedelta(days=1) if later else None]
    return Governed(
        network=facts.key,
        obligation=obligation,
        version=label,
        starts=version.since,
        ends=min((day for day in ends if day), default=None),
        position=facts.position(version),
        later=later[-1].mandate_version if later else None,
        later_applies=applies,
    )
