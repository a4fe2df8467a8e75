"""How long versions of a mandate ask for the same number: what is kept is judged by each in its own time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from governance.compliance.due import DueRule
from governance.compliance.duty import CompiledDuty
from governance.duties.compiled import duties
from governance.duties.measures.holders import Holders
from governance.duties.measures.members import Members
from governance.duties.occasions.kept import Kept
from tests.kit.reference.history import History, Version

__all__ = ["Stretch", "stretches"]


@dataclass(frozen=True)
class Stretch:
    """Versions one after another that ask for the same number under one duty, from the first day of the first."""

    duty: str
    measure: Holders | Members
    first: date
    stop: date | None
    """The first day of the version that asks for another number, or for none."""

    def duty_in(self, version: Version) -> CompiledDuty:
        return next(duty for duty in duties(version.mandate) if duty.id == self.duty)


def stretches(history: History) -> Iterator[Stretch]:
    """Those of every duty that keeps a number."""
    for name in {d.id: None for v in history.versions for d in duties(v.mandate) if isinstance(d.duty, Kept)}:
        asked = [(version, _asked(version, name)) for version in history.versions]
        groups = [(key, [version for version, _key in group]) for key, group in groupby(asked, lambda pair: pair[1])]
        for number, (key, versions) in enumerate(groups):
            stop = groups[number + 1][1][0].since if number + 1 < len(groups) else None
            if key and (stop is None or versions[0].since < stop):
                yield Stretch(name, key[0], versions[0].since, stop)


def _asked(version: Version, name: str) -> tuple[Holders | Members, DueRule | None, object] | None:
    """What makes two versions ask for the same; None where a version does not state the duty."""
    for duty in duties(version.mandate):
        if duty.id == name and isinstance(duty.duty, Kept):
            return duty.duty.measure, duty.due, duty.condition
    return None
