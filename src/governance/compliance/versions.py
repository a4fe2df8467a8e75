"""Which version of the mandate governs what, and what amendments do to obligations that run already."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from governance.compliance.due import due_by
from governance.compliance.facts import Facts
from governance.compliance.timeline import DueSince
from governance.compliance.values import Reason
from governance.mandate.duties import CompiledDuty, duties
from governance.mandate.language import Assumption, Mandate
from governance.mandate.reading import read_mandate
from governance.model.network import Network, Version, mandate_of
from governance.model.network_events import MandateAmended
from governance.text import N_, language, words
from governance.time import When

__all__ = ["Ruling", "latest_duties", "ruling_in", "ruling_on"]

Extra = tuple[Assumption, ...]
"""Assumptions that a question adds ("what if minutes were due in 14 days"); nothing of them is recorded."""


@lru_cache(maxsize=256)
def _compiled(document: str, extra: Extra) -> tuple[CompiledDuty, ...]:
    return duties(read_mandate(document), extra)


def compiled(version: Version, extra: Extra) -> tuple[CompiledDuty, ...]:
    """The duties of a version of the mandate."""
    return _compiled(version.document, extra)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The version of the mandate that governs a subject, among the others of its network."""

    network: Network
    version: Version | None
    extra: Extra = ()

    @property
    def mandate(self) -> Mandate | None:
        return mandate_of(self.version) if self.version else None

    @property
    def label(self) -> str | None:
        return self.version.mandate_version if self.version else None

    @property
    def duties(self) -> tuple[CompiledDuty, ...]:
        return compiled(self.version, self.extra) if self.version else ()

    def dues(self, duty: CompiledDuty, trigger: date | None, facts: Facts) -> tuple[list[DueSince], tuple[Reason, ...]]:
        """The due date for a trigger on a day, and what later versions that apply to running obligations made of it."""
        if trigger is None:
            return [], (Reason(N_("What calls for it has not happened yet, so nothing is due.")),)
        steps: list[Reason] = []
        changes: list[DueSince] = []
        if duty.assumption:
            named = {"id": duty.assumption.id, "text": words(duty.assumption.text, language())}
            steps.append(Reason(N_("Assumed ({id}): {text}"), named))
        if due := due_by(duty.due, trigger):
            changes.append(DueSince(min(trigger, due.when.first), due.when))
            steps += due.steps
        else:
            steps.append(Reason(N_("The mandate gives no deadline.")))
        for version in self._applying_later(trigger):
            same = next((d for d in compiled(version, self.extra) if d.id == duty.id), None)
            if same and same.due != duty.due and (due := due_by(same.due, trigger)):
                changes.append(DueSince(version.since, due.when))
                said = {"since": version.since, "due": due.when, "position": facts.position(version)}
                steps.append(Reason(N_("From {since} the amended mandate says {due} (#{position})."), said))
        return changes, tuple(steps)

    def report_changes(self, assignment: str, report: str, begins: date) -> Iterator[tuple[date, When]]:
        """Other due dates that later versions give a running assignment's report."""
        key = assignment.partition("/")[2]
        for version in self._applying_later(begins):
            for given in mandate_of(version).assignments:
                for asked in given.reports:
                    if (given.key, asked.key) == (key, report) and asked.due:
                        yield version.since, asked.due

    def _applying_later(self, trigger: date) -> list[MandateAmended]:
        later = [v for v in self.network.versions() if isinstance(v, MandateAmended) and v.applies_to_running]
        return sorted((v for v in later if v.since > trigger and v != self.version), key=lambda v: v.since)

    def begins_in(self, year: int) -> date | None:
        """The first day of a year on which the mandate is in force."""
        return min((first for first, _last in _spans(self.network, year)), default=None)

    def ends_in(self, year: int) -> date:
        """The last day of a year on which it is in force and the network exists."""
        return max((last for _first, last in _spans(self.network, year)), default=date(year, 12, 31))

    def dropped_by(self, duty: CompiledDuty) -> Version | None:
        """The first later version of the mandate that no longer states a duty; None while it is stated."""
        later = [v for v in self.network.versions() if self.version and v.since > self.version.since]
        without = [v for v in later if all(d.id != duty.id for d in compiled(v, self.extra))]
        return min(without, key=lambda v: v.since, default=None)

    def first_day(self, clause: str) -> date:
        """Since when a clause is in force, in this version or an earlier one."""
        having = [v for v in self.network.versions() if any(c.id == clause for c in mandate_of(v).clauses)]
        return min(version.since for version in having)


def _spans(network: Network, year: int) -> Iterator[tuple[date, date]]:
    opens, closes = date(year, 1, 1), date(year, 12, 31)
    gone = network.dissolved_on()
    versions = sorted(network.versions(), key=lambda v: (v.since, v.originator_version))
    for index, version in enumerate(versions):
        ends = [closes, *([gone.last] if gone else [])]
        if last := network.ends_of(version):
            ends.append(last)
        if index + 1 < len(versions):
            ends.append(_day_before(versions[index + 1].since))
        first, last = max(opens, version.since), min(ends)
        if first <= last:
            yield first, last


def _day_before(day: date) -> date:
    return day if day == date.min else day - timedelta(days=1)


def ruling_on(network: Network, day: date, extra: Extra = ()) -> Ruling:
    """What governs something that happens on a day."""
    return Ruling(network, network.version_on(day), extra)


def ruling_in(network: Network, year: int, extra: Extra = ()) -> Ruling:
    """What governs a year: the version that it began under, or the last one in it that applies to what runs."""
    first = min((span[0] for span in _spans(network, year)), default=date(year, 1, 1))
    governing = network.version_on(first)
    for version in network.versions():
        if isinstance(version, MandateAmended) and version.applies_to_running and version.since.year == year:
            governing = version
    return Ruling(network, governing, extra)


def latest_duties(network: Network, extra: Extra = ()) -> list[tuple[Ruling, CompiledDuty]]:
    """Each duty that some version states, by the version that states it last."""
    found: dict[str, tuple[Ruling, CompiledDuty]] = {}
    for version in sorted(network.versions(), key=lambda v: (v.since, v.originator_version)):
        for duty in compiled(version, extra):
            found[duty.id] = (Ruling(network, version, extra), duty)
    return list(found.values())
