"""Which version of the mandate governs what, and what amendments do to obligations that run already."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from governance.compliance.due import Anchor, DueRule
from governance.compliance.duty import CompiledDuty, Extra, Language
from governance.compliance.facts import Facts
from governance.compliance.occasions import AnchorSince, Timeline
from governance.compliance.workdays import Calendar, calendar_of
from governance.mandate.frame import Frame, Side
from governance.mandate.reading import read_frame
from governance.model.network import Network, Version, mandate_of
from governance.model.network_events import MandateAmended
from governance.time import When

__all__ = ["Amended", "Ruling", "ruling_in"]


class Amended(NamedTuple):
    """From a day on another due rule holds for what was running by then."""

    since: date
    due: DueRule | None
    version: MandateAmended
    calendar: Calendar
    """Its working days hold for what was running, too."""


class Stretch(NamedTuple):
    """The time in which versions of the mandate state a duty in the same way."""

    first: date
    ended_by: Version | None
    """The next version, which states it otherwise or no longer."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The version of the mandate that governs a subject, among the others of its network."""

    facts: Facts
    version: Version | None
    extra: Extra = ()

    @property
    def network(self) -> Network:
        return self.facts.network

    @property
    def number(self) -> int | None:
        """By which the version is known in the network's history."""
        return self.version.originator_version if self.version else None

    def governs(self, day: date) -> bool:
        """Whether this is the version in force on a day."""
        version = self.network.version_on(day)
        return (version.originator_version if version else None) == self.number

    @property
    def mandate(self) -> Frame | None:
        return mandate_of(self.version) if self.version else None

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that the mandate names."""
        return self.mandate.sides if self.mandate else ()

    def appointed(self, role: str) -> str:
        """The role by whose appointments this one is held: itself, or the one that it is derived from."""
        known = {one.key: one for one in self.mandate.roles} if self.mandate else {}
        source = known[role].derived_from if role in known else None
        return source if source in known else role

    @property
    def label(self) -> str | None:
        return self.version.mandate_version if self.version else None

    @property
    def duties(self) -> tuple[CompiledDuty, ...]:
        return self._stated_by(self.version) if self.version else ()

    def _stated_by(self, version: Version) -> tuple[CompiledDuty, ...]:
        return self.facts.stated_by(version, self.extra)

    def amended(self, duty: CompiledDuty, trigger: date | None) -> "list[Amended]":
        """What later versions that apply to running obligations make of a duty's due rule, in the order of time."""
        if trigger is None or not self.network.amended_running():
            return []
        found: list[Amended] = []
        due, days = duty.due, self.mandate.working_days if self.mandate else None
        for version in self._applying_later(trigger):
            other = mandate_of(version).working_days
            same = next((d for d in self._stated_by(version) if (d.id, d.step) == (duty.id, duty.step)), None)
            if same and (same.due, other) != (due, days):
                found.append(Amended(version.since, same.due, version, calendar_of(other)))
                due, days = same.due, other
        return found

    def counted_from(self, duty: CompiledDuty) -> frozenset[str]:
        """The names of the days that its rules count from, and those of later versions that apply to what runs."""
        names = duty.counted_from
        for version in self._applying_later(date.min):
            same = (d for d in self._stated_by(version) if (d.id, d.step) == (duty.id, duty.step))
            names = names.union(*(d.counted_from for d in same))
        return names

    def report_changes(
        self, assignment: str, report: str, begins: date, due: When | None
    ) -> Iterator[tuple[date, When]]:
        """Other due dates that later versions give a running assignment's report, which was asked for by ``due``."""
        key = assignment.partition("/")[2]
        for version in self._applying_later(begins):
            for given in mandate_of(version).assignments:
                for asked in given.reports:
                    if (given.key, asked.key) == (key, report) and asked.due and asked.due != due:
                        due = asked.due
                        yield version.since, due

    def before(self, duty: CompiledDuty, day: date) -> "tuple[Ruling, CompiledDuty] | None":
        """The same duty as it was stated on a day, where the version that governs it now was decided later and reaches
        back; None where it does not, or nothing of the kind was stated."""
        version = self.version
        if not isinstance(version, MandateAmended) or not version.reaches_back or version.effective_on.first <= day:
            return None
        then = self.network.version_decided_by(day)
        if then is None:
            return None
        same = (d for d in self._stated_by(then) if (d.id, d.step) == (duty.id, duty.step))
        return next(((Ruling(self.facts, then, self.extra), d) for d in same), None)

    def _applying_later(self, trigger: date) -> list[MandateAmended]:
        after = max(trigger, self.version.since) if self.version else trigger
        return sorted((v for v in self.network.amended_running() if v.since > after), key=lambda v: v.since)

    def in_force(self, first: date, last: date) -> tuple[date, date] | None:
        """The first and the last day of a period on which a mandate is in force and the body exists; None for none."""
        spans = list(_spans(self.network, first, last))
        return (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None

    def fixed(self) -> Timeline:
        """The days to count from that are the same for every occasion."""
        found: dict[str, list[AnchorSince]] = {}
        if began := self.network.established_on():
            found["established"] = [AnchorSince(date.min, Anchor(began.first))]
        if self.version:
            found["mandate_start"] = [AnchorSince(date.min, Anchor(self.version.since))]
            if ends := self.network.ends_of(self.version):
                found["mandate_end"] = [AnchorSince(date.min, Anchor(ends))]
        return found

    def last_day(self) -> date | None:
        """The last day on which this or a later version is in force and the body exists; None where it is open."""
        spans = list(_spans(self.network, date.min, date.max))
        last = max((span[1] for span in spans), default=date.max)
        return None if last == date.max else last

    def dropped_by(self, duty: CompiledDuty) -> Version | None:
        """The first later version of the mandate that no longer states a duty; None while it is stated."""
        later = [v for v in self.network.versions() if self.version and v.since > self.version.since]
        without = [v for v in later if not self._is_named_in(v, duty)]
        return min(without, key=lambda v: v.since, default=None)

    def stretch(self, duty: CompiledDuty) -> "Stretch | None":
        """For how long a duty has been stated as it is up to this version; None where a later one goes on with it."""
        versions = sorted(self.network.versions(), key=lambda v: (v.since, v.originator_version))
        at = next(index for index, version in enumerate(versions) if version.originator_version == self.number)
        following = versions[at + 1] if at + 1 < len(versions) else None
        if following and self._asks_the_same(following, duty):
            return None
        first = at
        while first and self._asks_the_same(versions[first - 1], duty):
            first -= 1
        return Stretch(versions[first].since, following)

    def states_last(self, duty: CompiledDuty) -> bool:
        """Whether no later version states a duty as well."""
        last = max(
            (v for v in self.network.versions() if self._is_named_in(v, duty)),
            key=lambda v: (v.since, v.originator_version),
        )
        return last.originator_version == self.number

    def first_day(self, clause: str | None) -> date:
        """Since when a clause is in force, in this version or an earlier one."""
        return min(v.since for v in self.network.versions() if clause in _clauses(v.document))

    def _is_named_in(self, version: Version, duty: CompiledDuty) -> bool:
        return (duty.id, duty.pattern, duty.step) in _names(self.facts.language, version.document)

    def _asks_the_same(self, version: Version, duty: CompiledDuty) -> bool:
        """Whether a version asks the same by a duty."""
        name = (duty.id, duty.pattern, duty.step)
        other = next((d for d in self._stated_by(version) if (d.id, d.pattern, d.step) == name), None)
        asked = (duty.measure, duty.due, duty.condition)
        return other is not None and (other.measure, other.due, other.condition) == asked


@lru_cache(maxsize=256)
def _names(language: Language, document: str) -> frozenset[tuple[str, str, str | None]]:
    """What each duty and step of a mandate is called, with its pattern: another pattern makes it another duty."""
    return frozenset((duty.id, duty.pattern, duty.step) for duty in language.duties(document, ()))


@lru_cache(maxsize=256)
def _clauses(document: str) -> frozenset[str]:
    return frozenset(clause.id for clause in read_frame(document).clauses)


def _spans(network: Network, opens: date, closes: date) -> Iterator[tuple[date, date]]:
    """The parts of a period in which each version of the mandate is in force and the body exists."""
    lives = network.lives() or [(date.min, None)]
    versions = sorted(network.versions(), key=lambda v: (v.since, v.originator_version))
    for index, version in enumerate(versions):
        ends = [closes]
        if last := network.ends_of(version):
            ends.append(last)
        if index + 1 < len(versions):
            ends.append(_day_before(versions[index + 1].since))
        for number, (born, gone) in enumerate(lives):
            first = max(opens, version.since, born if number else date.min)  # a mandate may begin before its body
            until = min([*ends, *([gone] if gone else [])])
            if first <= until:
                yield first, until


def _day_before(day: date) -> date:
    return day if day == date.min else day - timedelta(days=1)


def ruling_in(facts: Facts, opens: date, closes: date) -> Ruling:
    """What governs a period: the version that it began under, or the last one in it that applies to what runs."""
    network = facts.network
    first = min((span[0] for span in _spans(network, opens, closes)), default=opens)
    governing = network.version_on(first)
    for version in network.all(MandateAmended):
        if version.applies_to_running and opens <= version.since <= closes:
            governing = version
    return Ruling(facts, governing)
