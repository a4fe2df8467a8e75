"""Which obligation a text means: judged is only what can be called so."""

import re
from collections.abc import Hashable, Iterator
from datetime import date

from governance.compliance.facts import Facts
from governance.compliance.judge import Stated, Unit, judge, units
from governance.compliance.periods import Period
from governance.compliance.values import Obligation
from governance.errors import ReferenceAmbiguous, ReferenceUnknown
from governance.text import _

__all__ = ["obligation_called"]

_YEAR = re.compile(r"[^/]*/([0-9]{4})", re.ASCII)
_LAST_YEAR = 2300


def obligation_called(facts: Facts, text: str, day: date) -> Obligation:
    """The obligation of a network with this id, or the only one whose id begins so, with or without the network. Those
    of periods are looked for through the year after ``day``, and through the year that the text names.

    Raises ReferenceUnknown, ReferenceAmbiguous.
    """
    judged = {o.id: o for unit in _units(facts, text, day) for o in judge(facts, unit)}
    exact = [o for o in judged.values() if text in _names(o)]
    candidates = exact or [o for o in judged.values() if any(name.startswith(text) for name in _names(o))]
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise ReferenceAmbiguous(reference=text, candidates=", ".join(sorted(o.id for o in candidates)[:10]))
    raise ReferenceUnknown(what=_("obligation"), reference=text)


def _names(obligation: Obligation) -> tuple[str, str]:
    return obligation.id, obligation.id.partition("/")[2]


def _units(facts: Facts, text: str, day: date) -> Iterator[Unit]:
    """What an obligation whose id begins so can be judged on."""
    begins = {text, text.removeprefix(f"{facts.key}/")} | ({""} if facts.key.startswith(text) else set())
    years = [int(match[1]) + 1 for begin in begins if (match := _YEAR.match(begin))]
    horizon = max(day.year + 1, *(year for year in years if year <= _LAST_YEAR), 0)

    def stated_so(one: Stated) -> bool:
        return any(_is_of_duty(one, begin) for begin in begins)

    for unit in units(facts, horizon, duties=stated_so):
        if any(_is_of_duty(unit.stated, begin) and _is_about(facts, unit, begin) for begin in begins):
            yield unit


def _is_of_report(one: Stated) -> bool:
    """Those are called by assignment and report, whatever the duty: ``2021-1/partial``."""
    return one.duty.named_by_subject


def _is_of_duty(one: Stated, begin: str) -> bool:
    """Whether the ids of a duty's obligations can begin so: ``Se2/2021-02-12``."""
    if _is_of_report(one):
        return True
    name, slash, _rest = begin.partition("/")
    return one.duty.id == name if slash else one.duty.id.startswith(name)


def _is_about(facts: Facts, unit: Unit, begin: str) -> bool:
    """Whether it is about what the rest names: one of the two then begins with the other."""
    name = _name_of(facts, unit.subject)
    rest = begin if _is_of_report(unit.stated) else begin.partition("/")[2]
    return name.startswith(rest) or rest.startswith(name)


def _name_of(facts: Facts, subject: Hashable) -> str:
    """What a subject is called in an id; nothing where a duty is judged as a whole."""
    if isinstance(subject, Period):
        return subject.label
    parts = subject if isinstance(subject, tuple) else (subject,)  # an assignment and its report
    return "/".join(map(str, parts)).removeprefix(f"{facts.key}/")
