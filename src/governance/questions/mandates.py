"""Questions about the mandate itself: what it does not say, and which version of it governs what."""

from dataclasses import dataclass
from datetime import date, timedelta

from governance.compliance.values import Obligation
from governance.errors import ReferenceUnknown
from governance.model.network import Version
from governance.model.network_events import MandateAmended
from governance.questions.picking import Standing, pick
from governance.questions.view import View, stated_by
from governance.text import N_, _

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


def _silences(standing: Standing) -> tuple[str, ...]:
    stated = stated_by(standing.view.facts[standing.obligation.network], standing.obligation)
    return stated.silent_on if stated else ()


undetermined = pick(
    Undetermined,
    lambda s: s.phase.verdict == "undetermined",
    N_("Which duties cannot be judged, and why."),
    silent_on=_silences,
)


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
    return tuple(_governed(view, o) for o in standing)


def _governed(view: View, obligation: Obligation) -> Governed:
    key = obligation.network
    facts, network = view.facts[key], view.happened[key].network
    version = next((v for v in facts.network.versions() if v.mandate_version == obligation.version), None)
    if version is None:
        return Governed(key, obligation.id, obligation.version, None, None, None, None, False)
    following = [v for v in network.versions() if _order(v) > _order(version)]
    begun = [v for v in following if v.since <= view.as_of]
    ends = [network.ends_of(version), *(v.since - timedelta(days=1) for v in following)]
    return Governed(
        network=key,
        obligation=obligation.id,
        version=version.mandate_version,
        starts=version.since,
        ends=min((day for day in ends if day), default=None),
        position=facts.position(version),
        later=max(begun, key=_order).mandate_version if begun else None,
        later_applies=any(isinstance(v, MandateAmended) and v.applies_to_running for v in begun),
    )


def _order(version: Version) -> tuple[date, int]:
    """Of two versions that begin on one day, the later recorded is in force."""
    return version.since, version.originator_version
