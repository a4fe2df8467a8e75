"""From facts to obligations, subject by subject."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from governance.compliance.case import Case
from governance.compliance.facts import Facts
from governance.compliance.patterns import PATTERNS, cadence_of, each_meeting, each_period
from governance.compliance.periods import Cadence, period_called, periods_between
from governance.compliance.reports import adhoc_report
from governance.compliance.sharing import Alike, alike, judged
from governance.compliance.values import Obligation
from governance.compliance.versions import Extra, Ruling, duties_compiled, latest_duties, ruling_in, ruling_on
from governance.duties.compiled import CompiledDuty
from governance.model.assignment import Assignment
from governance.model.meeting import Meeting

__all__ = [
    "Subject",
    "cadences",
    "duties_about",
    "duties_on",
    "judge",
    "judge_all",
    "recurring",
    "reports_of",
    "subjects",
]


class Subject(NamedTuple):
    """What duties are judged on: ``("report", "vux/2021-1/partial")``, ``("period", "2021")``, ``("network", "vux")``,
    and for what follows from any of its events ``("events", "vux")``."""

    kind: str
    key: str


def subjects(facts: Facts, horizon: int) -> list[Subject]:
    """All that the duties of a network can be about, with periods through the year ``horizon``."""
    found = [Subject("network", facts.key), Subject("events", facts.key)]
    for assignment in facts.assignments.values():
        found += reports_of(assignment)
    found += [Subject("meeting", ref) for ref in facts.meetings]
    return [*found, *_periods(facts, horizon)]


def reports_of(assignment: Assignment) -> list[Subject]:
    issued = assignment.issued
    return [Subject("report", f"{assignment.ref}/{asked.report}") for asked in issued.reports] if issued else []


def cadences(facts: Facts) -> dict[Cadence, None]:
    """How often the duties of the network recur, in any version of its mandate."""
    found: dict[Cadence, None] = {}
    for version in facts.network.versions():
        found |= dict.fromkeys(_recurring(version.document, ()))
    return found


def _periods(facts: Facts, horizon: int) -> list[Subject]:
    """Each period from the first version's beginning through the last day of a year."""
    first, last = _reach(facts, horizon)
    labels = {p.label: None for c in cadences(facts) for p in periods_between(first, last, c)} if first <= last else {}
    return [Subject("period", label) for label in labels]


def _reach(facts: Facts, horizon: int) -> tuple[date, date]:
    starts = [version.since for version in facts.network.versions()]
    return min(starts, default=date.max), date(min(horizon, date.max.year), 12, 31)


@lru_cache(maxsize=1024)
def duties_about(document: str, extra: Extra, kind: str) -> tuple[CompiledDuty, ...]:
    """The duties of a mandate that are judged on subjects of a kind."""
    return tuple(d for d in duties_compiled(document, extra) if PATTERNS[d.duty.pattern][0] == kind)


def duties_on(ruling: Ruling, kind: str) -> tuple[CompiledDuty, ...]:
    """The duties of the version that governs, on subjects of a kind."""
    return duties_about(ruling.version.document, ruling.extra, kind) if ruling.version else ()


@lru_cache(maxsize=1024)
def _recurring(document: str, extra: Extra) -> dict[Cadence, list[CompiledDuty]]:
    found: dict[Cadence, list[CompiledDuty]] = {}
    for duty in duties_about(document, extra, "period"):
        found.setdefault(cadence_of(duty), []).append(duty)
    return found


@lru_cache(maxsize=1024)
def _grouped(document: str, extra: Extra, kind: str) -> list[Alike]:
    return alike(duties_about(document, extra, kind))


def _alike(ruling: Ruling, kind: str) -> Sequence[Alike]:
    """The duties of the version that governs, on subjects of a kind, grouped by their shape."""
    return _grouped(ruling.version.document, ruling.extra, kind) if ruling.version else ()


@lru_cache(maxsize=1024)
def _grouped_recurring(document: str, extra: Extra, cadence: Cadence) -> list[Alike]:
    return alike(_recurring(document, extra).get(cadence, ()))


def _alike_recurring(ruling: Ruling, cadence: Cadence) -> Sequence[Alike]:
    return _grouped_recurring(ruling.version.document, ruling.extra, cadence) if ruling.version else ()


def recurring(ruling: Ruling, cadence: Cadence) -> Sequence[CompiledDuty]:
    """The duties of the version that governs, on the periods of a cadence."""
    return _recurring(ruling.version.document, ruling.extra).get(cadence, ()) if ruling.version else ()


def judge_all(facts: Facts, horizon: int, extra: Extra = ()) -> Iterator[Obligation]:
    """Every obligation of a network, as far as the facts go."""
    for subject in subjects(facts, horizon):
        yield from judge(facts, subject, extra)


def judge(facts: Facts, subject: Subject, extra: Extra = ()) -> Iterator[Obligation]:
    """The obligations on one subject."""
    return _JUDGES[subject.kind](facts, subject.key, extra)


def _judge_report(facts: Facts, key: str, extra: Extra) -> Iterator[Obligation]:
    ref, _sep, report = key.rpartition("/")
    assignment = facts.assignments[ref]
    issued = assignment.issued
    if issued is None or assignment.asked(report) is None:
        return
    ruling = ruling_on(facts.network, issued.effective_on.last, extra)
    own = [d for d in ruling.duties if d.clause == issued.clause and d.duty.pattern == "report"]
    if own:
        for duty in own:
            yield from PATTERNS["report"][1](Case.of(facts, ruling), duty, (assignment, report))
    else:
        yield from adhoc_report(Case.of(facts, ruling), assignment, report)


def _judge_meeting(facts: Facts, ref: str, extra: Extra) -> Iterator[Obligation]:
    meeting = facts.meetings[ref]
    day = _day_of(meeting)
    if day:
        case = Case.of(facts, ruling_on(facts.network, day, extra))
        for group in _alike(case.ruling, "meeting"):
            yield from judged(case, group, each_meeting, meeting)


def _day_of(meeting: Meeting) -> date | None:
    """The day whose mandate governs a meeting: when it was held, else when it is planned."""
    when = meeting.held.effective_on if meeting.held else meeting.planned_on
    return when.last if when else None


def _judge_period(facts: Facts, label: str, extra: Extra) -> Iterator[Obligation]:
    for cadence in cadences(facts):
        period = period_called(label, cadence)
        if period is None:
            continue
        case = Case.of(facts, ruling_in(facts.network, period.first, period.last, extra))
        for group in _alike_recurring(case.ruling, cadence):
            yield from judged(case, group, each_period, period)


def _judge_network(facts: Facts, _key: str, extra: Extra) -> Iterator[Obligation]:
    yield from _judge_latest(facts, ("standing", "unmeasured"), extra)


def _judge_events(facts: Facts, _key: str, extra: Extra) -> Iterator[Obligation]:
    """What each version asks for of the events of its own time; what is kept follows the version that says it last."""
    yield from _judge_latest(facts, _LASTING, extra)
    for version in facts.network.versions():
        case = Case.of(facts, Ruling(facts.network, version, extra))
        for group in _alike(case.ruling, "events"):
            if group.first.duty.pattern not in _LASTING:
                yield from judged(case, group, PATTERNS[group.first.duty.pattern][1], None)


_LASTING = ("kept", "retention")


def _judge_latest(facts: Facts, patterns: Sequence[str], extra: Extra) -> Iterator[Obligation]:
    """The duties that last from version to version, each by the version that states it last."""
    last: dict[int, tuple[Ruling, list[CompiledDuty]]] = {}
    for ruling, duty in latest_duties(facts.network, extra):
        if duty.duty.pattern in patterns:
            last.setdefault(id(ruling.version), (ruling, []))[1].append(duty)
    for ruling, duties in last.values():
        case = Case.of(facts, ruling)
        for group in alike(duties, ruling.lasts):
            yield from judged(case, group, PATTERNS[group.first.duty.pattern][1], None)


_JUDGES: dict[str, Callable[[Facts, str, Extra], Iterator[Obligation]]] = {
    "report": _judge_report,
    "meeting": _judge_meeting,
    "period": _judge_period,
    "network": _judge_network,
    "events": _judge_events,
}
