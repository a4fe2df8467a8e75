"""Questions about meetings: how many there were, who hosted and came, and what became of the minutes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median

from governance.compliance.facts import Facts
from governance.compliance.values import Obligation, Phase, Verdict
from governance.model.aggregate import happened
from governance.model.meeting import Meeting, MeetingHeld, MinutesSubmitted
from governance.questions.view import View
from governance.time import When

__all__ = [
    "Attended",
    "MinutesTime",
    "MissingMinutes",
    "SilentHost",
    "hosting_and_attendance",
    "minutes_time",
    "missing_minutes",
    "silent_hosts",
]

_FIRST_YEAR, _LAST_YEAR = 1800, 2300


def _held(facts: Facts) -> Iterator[tuple[Meeting, MeetingHeld, date]]:
    """The meetings held, with the day, oldest first."""
    held = [(m, m.held, facts.surely_by(m.held)) for m in facts.meetings.values() if m.held]
    yield from sorted(held, key=lambda entry: (entry[2], entry[0].ref))


def _host(meeting: Meeting) -> str | None:
    return f"org:{meeting.host}" if meeting.host else None


Owed = dict[str, tuple[Obligation, Phase]]


def _minutes_owed(view: View, network: str) -> Owed:
    """For each meeting of which a clause asks that the minutes be submitted, that obligation."""
    return {o.subject: (o, phase) for o, phase in view.standing(network) if o.duty == "minutes_submitted"}


def _sent(facts: Facts, meeting: Meeting, owed: Owed) -> date | None:
    """By when the minutes were submitted to whom the clause owes them; to anybody, where no clause asks for them."""
    if meeting.ref not in owed:
        sent = min(meeting.all(MinutesSubmitted), key=happened, default=None)
        return facts.surely_by(sent) if sent else None
    obligation, phase = owed[meeting.ref]
    return next(p.since for p in obligation.phases if p.fulfilled_on) if phase.fulfilled_on else None


@dataclass(frozen=True, slots=True)
class MissingMinutes:
    """A meeting that was held and whose minutes were not submitted."""

    network: str
    meeting: str
    kind: str
    host: str | None
    held_on: When
    days: int
    """How many days ago it was held."""
    obligation: str | None
    """What is owed; None where no clause asks for the minutes of such a meeting."""
    verdict: Verdict | None
    due: When | None
    """None where the mandate gives no deadline and none is assumed."""
    days_overdue: int | None
    assumptions: tuple[str, ...]
    """What the due date rests on, where the mandate itself is silent."""


def missing_minutes(view: View) -> tuple[MissingMinutes, ...]:
    """Which meetings lack submitted minutes, by host, the oldest first."""
    rows = [row for key, facts in view.happened.items() for row in _missing(view, key, facts)]
    return tuple(sorted(rows, key=lambda row: (row.network, row.host or "", -row.days, row.meeting)))


def _missing(view: View, key: str, facts: Facts) -> Iterator[MissingMinutes]:
    owed = _minutes_owed(view, key)
    for meeting, held, day in _held(facts):
        if meeting.scheduled is None or _sent(facts, meeting, owed):
            continue
        obligation, phase = owed.get(meeting.ref, (None, None))
        due = phase.due if phase else None
        overdue = (view.as_of - due.last).days if due and due.last < view.as_of else None
        yield MissingMinutes(
            network=key,
            meeting=meeting.ref,
            kind=meeting.scheduled.kind,
            host=_host(meeting),
            held_on=held.effective_on,
            days=(view.as_of - day).days,
            obligation=obligation.id if obligation else None,
            verdict=phase.verdict if phase else None,
            due=due,
            days_overdue=overdue,
            assumptions=obligation.assumptions if obligation else (),
        )


@dataclass(frozen=True, slots=True)
class MinutesTime:
    """How long minutes took, from the meeting until they were submitted."""

    network: str
    host: str | None
    """None for the network as a whole."""
    meetings: int
    """How many had their minutes submitted; those that lack them do not count here."""
    median: float
    """In days, as all that follows."""
    worst: int
    trend: float | None
    """The mean of the later half less that of the earlier half, the middle one left out: above 0 it takes longer than
    it did. None for fewer than four."""


def minutes_time(view: View) -> tuple[MinutesTime, ...]:
    """How long minutes took: for each network, then for each of its hosts."""
    rows: list[MinutesTime] = []
    for key, facts in view.happened.items():
        owed = _minutes_owed(view, key)
        by_host: dict[str | None, list[int]] = defaultdict(list)
        for meeting, _event, day in _held(facts):
            if sent := _sent(facts, meeting, owed):
                for host in dict.fromkeys((None, _host(meeting))):
                    by_host[host].append((sent - day).days)
        rows += [_time(key, host, by_host[host]) for host in sorted(by_host, key=lambda host: host or "")]
    return tuple(rows)


def _time(network: str, host: str | None, days: list[int]) -> MinutesTime:
    half = len(days) // 2
    trend = round(fmean(days[-half:]) - fmean(days[:half]), 2) if len(days) >= 4 else None
    return MinutesTime(network, host, len(days), float(median(days)), max(days), trend)


@dataclass(frozen=True, slots=True)
class SilentHost:
    """A member that hosted meetings and never sent in minutes."""

    network: str
    host: str
    meetings: int
    """How many it hosted whose minutes the mandate asks for."""
    oldest_on: When
    days: int
    """How many days ago the oldest of them was held."""


def silent_hosts(view: View) -> tuple[SilentHost, ...]:
    """Which hosts never sent in minutes of the meetings that they hosted."""
    rows: list[SilentHost] = []
    for key, facts in view.happened.items():
        owed = _minutes_owed(view, key)
        lacking: dict[str, list[tuple[MeetingHeld, date]]] = defaultdict(list)
        sent: set[str | None] = set()
        for meeting, held, day in _held(facts):
            host = _host(meeting)
            if _sent(facts, meeting, owed):
                sent.add(host)
            elif host and meeting.ref in owed:
                lacking[host].append((held, day))
        for host in sorted(lacking.keys() - sent):
            oldest, day = lacking[host][0]
            rows.append(SilentHost(key, host, len(lacking[host]), oldest.effective_on, (view.as_of - day).days))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Attended:
    """What a member did for a year's meetings."""

    network: str
    year: int
    member: str
    hosted: int
    """How many of the meetings held."""
    expected: int
    """How many of its people were expected at them, as far as attendance was told for members."""
    present: int
    rate: float | None
    """Present of expected; None where nobody was expected."""


def hosting_and_attendance(view: View, year: int | None = None) -> tuple[Attended, ...]:
    """What each member hosted and attended, for a year or for every year with a meeting.

    A person counts for a member where the attendance says which.
    """
    rows: list[Attended] = []
    for key, facts in view.happened.items():
        counts: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for meeting, held, day in _held(facts):
            if year in (None, day.year):
                for member in facts.network.members_on(day):
                    counts[day.year, member]
                if meeting.host:
                    counts[day.year, meeting.host][0] += 1
                for line in held.attendance:
                    if line.member:
                        counts[day.year, line.member][1] += line.expected
                        counts[day.year, line.member][2] += line.present
        for (of, member), (hosted, expected, present) in sorted(counts.items()):
            rate = round(present / expected, 3) if expected else None
            rows.append(Attended(key, of, f"org:{member}", hosted, expected, present, rate))
    return tuple(rows)
