"""From facts to obligations: what is judged, unit by unit, each a reading of the facts.

A unit is one duty of one version of the mandate on one subject: a meeting, a period, a report, an event. It is judged
again only where something that it read has changed.
"""

from collections.abc import Callable, Hashable, Iterator
from typing import NamedTuple

from governance.compliance.case import case_of
from governance.compliance.duty import CompiledDuty, Extra
from governance.compliance.facts import Facts
from governance.compliance.values import Obligation, agreed

__all__ = ["Judgements", "Stated", "Turn", "Unit", "judge", "judge_all", "units"]


class Stated(NamedTuple):
    """A duty as one version of the mandate states it."""

    version: int | None
    """The version's number in the network's history; None where no mandate was in force."""
    duty: CompiledDuty


class Unit(NamedTuple):
    """What is judged at once."""

    stated: Stated
    subject: Hashable


def judge_all(facts: Facts, horizon: int, extra: Extra = ()) -> Iterator[Obligation]:
    """Every obligation of a network, as far as the facts go, with periods through the year ``horizon``."""
    for unit in units(facts, horizon, extra):
        yield from judge(facts, unit, extra)


def units(
    facts: Facts, horizon: int, extra: Extra = (), duties: Callable[[Stated], bool] = lambda _one: True
) -> Iterator[Unit]:
    """What is judged of a network, of some duties or all."""
    for one in filter(duties, facts.read(_stated, extra)):
        yield from (Unit(one, subject) for subject in facts.read(_subjects, one, horizon, extra))


def judge(facts: Facts, unit: Unit, extra: Extra = ()) -> tuple[Obligation, ...]:
    """The obligations of a unit."""
    return facts.read(_judged, unit, extra)


def _stated(facts: Facts, extra: Extra) -> tuple[Stated, ...]:
    """Each duty of each version, and before them what is owed though no clause says so."""
    versions = sorted(facts.network.versions(), key=lambda version: (version.since, version.originator_version))
    cases = [facts.read(case_of, number, extra) for number in (None, *(v.originator_version for v in versions))]
    unstated = facts.language.unstated
    return tuple(Stated(case.ruling.number, duty) for case in cases for duty in (unstated, *case.ruling.duties))


def _subjects(facts: Facts, one: Stated, horizon: int, extra: Extra) -> tuple[Hashable, ...]:
    """What a duty of a version is judged on, each by itself."""
    case = facts.read(case_of, one.version, extra)
    return one.duty.duty.subjects(case, one.duty, horizon)


def _judged(facts: Facts, unit: Unit, extra: Extra) -> tuple[Obligation, ...]:
    """The obligations of a unit; undetermined where it decides whether a time in a role that is known by its month or
    year only had begun, or ended."""
    obligations = _judged_by(facts, unit, extra)
    sure = facts.for_sure
    if sure is None or (
        isinstance(unit.subject, str) and unit.subject not in sure.read(_subjects, unit.stated, 0, extra)
    ):
        return obligations
    others = {other.id: other for other in _judged_by(sure, unit, extra)}
    return tuple(agreed(one, others.get(one.id)) for one in obligations)


def _judged_by(facts: Facts, unit: Unit, extra: Extra) -> tuple[Obligation, ...]:
    case, duty = facts.read(case_of, unit.stated.version, extra), unit.stated.duty
    return tuple(duty.duty.judge(case, duty, unit.subject))


class Turn(NamedTuple):
    """The obligations of a unit that are others now."""

    unit: Unit
    before: tuple[Obligation, ...]
    after: tuple[Obligation, ...]


class Judgements:
    """All that is judged of a network, kept current while facts are taken in."""

    def __init__(self, facts: Facts, horizon: int) -> None:
        self.facts = facts
        self._horizon = horizon
        self._subjects: dict[Stated, tuple[Hashable, ...]] = {}
        self.obligations: dict[Unit, tuple[Obligation, ...]] = {}
        """Those of each unit, as they were when it was last looked."""

    def refresh(self) -> list[Turn]:
        """Judge again what rests on facts that have changed since the last time, and tell what is another now."""
        doubted = self.facts.readings.doubted()
        turns: list[Turn] = []
        present = dict.fromkeys(self.facts.read(_stated, ()))
        for one in [one for one in self._subjects if one not in present]:
            turns += self._follow(one, ())
            del self._subjects[one]
        again = [arguments[1] for function, arguments in doubted if function is _subjects]
        for one in dict.fromkeys([*(one for one in present if one not in self._subjects), *again]):
            if one in present:
                turns += self._follow(one, self.facts.read(_subjects, one, self._horizon, ()))
        for function, arguments in doubted:
            if function is _judged and arguments[1] in self.obligations:
                turns += self._judge(arguments[1])
        return turns

    def _follow(self, one: Stated, subjects: tuple[Hashable, ...]) -> Iterator[Turn]:
        """Judge a duty on the subjects that are new, and let go of those that are gone."""
        known = self._subjects.get(one, ())
        self._subjects[one] = subjects
        before, after = set(known), set(subjects)
        for subject in known:
            if subject not in after:
                unit = Unit(one, subject)
                self.facts.readings.forget(_judged, self.facts, unit, ())
                yield Turn(unit, self.obligations.pop(unit), ())
        for subject in subjects:
            if subject not in before:
                unit = Unit(one, subject)
                self.obligations[unit] = ()
                yield from self._judge(unit)

    def _judge(self, unit: Unit) -> Iterator[Turn]:
        before, after = self.obligations[unit], self.facts.read(_judged, unit, ())
        if after is not before:
            self.obligations[unit] = after
            yield Turn(unit, before, after)
