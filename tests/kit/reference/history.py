"""What the record says once corrections are applied: facts, meetings, members, holders. Searched anew each time."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from governance.duties.language import Mandate
from governance.duties.reading import read_mandate
from governance.model.assignment import AssignmentIssued
from governance.model.event import Event
from governance.model.meeting_events import (
    HostChanged,
    MeetingCancelled,
    MeetingHeld,
    MeetingRescheduled,
    MeetingScheduled,
)
from governance.model.network_events import (
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    MemberJoined,
    MemberLeft,
    NetworkDissolved,
    NetworkEstablished,
    NetworkReestablished,
    RoleAssigned,
    RoleEnded,
)
from tests.kit.reference.corrected import Told, corrected

__all__ = ["DAY", "Fact", "History", "Moment", "Term", "Told", "Version", "days"]

DAY = timedelta(days=1)


def days(first: date, last: date) -> Iterable[date]:
    """Every day from the first to the last, both included."""
    return (date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))


@dataclass(frozen=True)
class Moment:
    """A day, and the time of that day where it was told."""

    day: date
    at: str | None = None


@dataclass(frozen=True, eq=False)
class Fact:
    """An event as it holds after corrections. ``day`` is the one by whose end it had surely happened."""

    position: int
    event: Any
    day: date

    @property
    def first(self) -> date:
        when: date = self.event.effective_on.first
        return when

    @property
    def moment(self) -> Moment:
        return Moment(self.day, self.event.effective_at)

    @property
    def order(self) -> tuple[date, date, int]:
        """As they happened; of one day, as they stand in the log."""
        return self.day, self.first, self.position


@dataclass(frozen=True)
class Term:
    """Somebody in a role, from its first to its last day (None: open)."""

    fact: Fact
    first: date
    last: date | None

    def on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, eq=False)
class Version:
    """One version of the mandate, from the first day that it governs to its last (None: open)."""

    mandate: Mandate
    position: int
    starts: date
    since: date
    last: date | None
    running: bool
    """Whether its due rules and working days hold for what was owed by then, too."""

    @property
    def order(self) -> tuple[date, int]:
        return self.since, self.position


class History:
    """Everything that is known of one network, seen under one version of its mandate: the first, or that of
    ``under``."""

    def __init__(self, key: str, told: Sequence[Told]) -> None:
        self.key = key
        own = [entry for entry in told if _network(entry[2]) == key]
        zones = [event.time_zone for _position, _at, event in own if isinstance(event, NetworkEstablished)]
        self.zone = ZoneInfo(zones[0] if zones else "UTC")
        self.facts = [Fact(position, event, self._surely_by(event, at)) for position, at, event in corrected(own)]
        self._kinds: dict[tuple[Any, ...], list[Fact]] = {}
        self.versions = sorted(self._versions(), key=lambda v: v.order)
        self.version = self.versions[0] if self.versions else None

    def under(self, version: Version) -> "History":
        """The same, as another version of the mandate sees it."""
        seen = copy(self)
        seen.version = version
        return seen

    @property
    def mandate(self) -> Mandate:
        assert self.version
        return self.version.mandate

    def _surely_by(self, event: Event, recorded_at: datetime) -> date:
        """Of a month or a year the last day, unless it was recorded before that."""
        first, last = event.effective_on.first, event.effective_on.last
        recorded = recorded_at.astimezone(self.zone).date()
        return max(first, min(last, recorded))

    def of(self, *kinds: type[Event]) -> list[Fact]:
        """All facts of these kinds, in the order of the log."""
        if kinds not in self._kinds:
            self._kinds[kinds] = [fact for fact in self.facts if isinstance(fact.event, kinds)]
        return self._kinds[kinds]

    def changes_after(self, day: date) -> list[date]:
        """The later days on which something happened, or a version of the mandate began."""
        changes = {fact.day for fact in self.facts} | {version.since for version in self.versions}
        return sorted(change for change in changes if change > day)

    # the body and its mandate

    @property
    def established(self) -> date | None:
        return next((fact.event.effective_on.first for fact in self.of(NetworkEstablished)), None)

    def alive(self, day: date) -> bool:
        """Established, and not dissolved, or living again."""
        lives = False
        begun = self.of(NetworkEstablished)
        for fact in [*begun, *sorted(self.of(NetworkDissolved, NetworkReestablished), key=lambda f: f.order)]:
            if isinstance(fact.event, NetworkDissolved):
                lives = lives and not fact.event.effective_on.last < day
            elif fact.first <= day:
                lives = True
        return lives

    def _versions(self) -> Iterable[Version]:
        """What an amendment says holds from its decision on, unless it reaches back to its own first day."""
        for fact in self.of(MandateAdopted, MandateAmended):
            event = fact.event
            amends = isinstance(event, MandateAmended)
            since = event.starts
            if amends and not event.reaches_back:
                since = max(event.starts, event.effective_on.first)
            ends = [event.ends] if event.ends else []
            ends += [
                ended.event.ends
                for ended in self.of(MandateEnded)
                if ended.event.ends >= since and (not amends or ended.order > fact.order)
            ]
            running = amends and event.applies_to_running
            yield Version(_read(event.document), fact.position, event.starts, since, min(ends, default=None), running)

    def version_on(self, day: date) -> Version | None:
        """The version that began last; none after the last day of that one."""
        begun = self.last_begun(day)
        return begun if begun and (begun.last is None or day <= begun.last) else None

    def last_begun(self, day: date) -> Version | None:
        return max((v for v in self.versions if v.since <= day), key=lambda v: v.order, default=None)

    def in_force(self, day: date) -> bool:
        return self.version_on(day) is not None

    def governs(self, day: date) -> bool:
        """Whether the version seen is the one in force on a day."""
        return self.version is not None and self.version_on(day) is self.version

    def running_on(self, day: date) -> Version | None:
        """The last version that had begun by a day after the one seen, and holds for what was owed by then, too."""
        later = [v for v in self.versions if v.running and self.version and v.order > self.version.order]
        return max((v for v in later if v.since <= day), key=lambda v: v.order, default=None)

    @cached_property
    def end(self) -> date | None:
        """The last day on which a mandate is in force and the body exists; None where there is no such last day."""
        beyond = date(2900, 1, 1)
        if not self.versions or (self.in_force(beyond) and self.alive(beyond)):
            return None
        days_to_try = [v.last for v in self.versions if v.last] + [v.since - DAY for v in self.versions]
        days_to_try += [fact.event.effective_on.last for fact in self.of(NetworkDissolved)]
        lived = [day for day in days_to_try if self.in_force(day) and self.alive(day)]
        return max(lived, default=None)

    # members and roles

    def members(self, day: date) -> list[str]:
        return sorted({f.event.member for f in self.of(MemberJoined) if self.is_member(f.event.member, day)})

    def is_member(self, member: str, day: date) -> bool:
        return any(first <= day and (last is None or day <= last) for first, last in self.memberships(member))

    def memberships(self, member: str) -> list[tuple[date, date | None]]:
        """The first and last day of each time that it was a member. Who is one cannot join; the day on which one time
        ends and the next begins is the end of the first."""
        left = {f.event.effective_on.last for f in self.of(MemberLeft) if f.event.member == member}
        found: list[tuple[date, date | None]] = []
        for first in sorted(f.first for f in self.of(MemberJoined) if f.event.member == member):
            before = found[-1][1] if found else date.min
            if before is not None and before <= first:
                ends = [day for day in left if day >= first and not day == first == before]
                found.append((first, min(ends, default=None)))
        return found

    def terms(self, role: str) -> list[Term]:
        """Every term of office in a role, in the order of the first days. It is over at the latest on the day before
        the same holder begins anew, for the same member."""
        found = []
        for fact in sorted(self.of(RoleAssigned), key=lambda f: (self.first_day(f), f.position)):
            if fact.event.role == role:
                last = self.own_last_day(fact)
                after = [d for f in self._same_office(fact) if (d := self.first_day(f)) > self.first_day(fact)]
                if after and (last is None or last >= min(after)):
                    last = min(after) - timedelta(days=1)
                found.append(Term(fact, self.first_day(fact), last))
        return found

    def own_last_day(self, assigned: Fact) -> date | None:
        """The last day as it was told, whatever began meanwhile."""
        lasts = [assigned.event.ends.last] if assigned.event.ends else []
        return min([*lasts, *(self.last_day(ended) for ended in self.endings(assigned))], default=None)

    def _same_office(self, assigned: Fact) -> list[Fact]:
        """Appointments of the same holder to the same role, for the same member."""
        office = (assigned.event.role, assigned.event.holder, assigned.event.member)
        return [f for f in self.of(RoleAssigned) if (f.event.role, f.event.holder, f.event.member) == office]

    @staticmethod
    def first_day(assigned: Fact) -> date:
        day: date = (assigned.event.starts or assigned.event.effective_on).first
        return day

    def endings(self, assigned: Fact) -> list[Fact]:
        """What was recorded of the end of a term."""
        first, event = self.first_day(assigned), assigned.event
        earlier = [f for f in self._same_office(assigned) if self.first_day(f) < first]
        before = max(earlier, key=self.first_day, default=None)
        reached = before and (self.own_last_day(before) or date.max)
        return [
            ended
            for ended in self.of(RoleEnded)
            if (ended.event.role, ended.event.holder) == (event.role, event.holder)
            and ended.event.member in (None, event.member)
            and (self.last_day(ended) > first or (self.last_day(ended) == first and not (reached and reached >= first)))
        ]

    @staticmethod
    def last_day(ended: Fact) -> date:
        day: date = (ended.event.ends or ended.event.effective_on).last
        return day

    def holders(self, role: str, day: date, meeting: str | None = None) -> list[str]:
        """Who holds a role on a day, or bears a duty by another name: parties, sorted."""
        stated = next((r for r in self.mandate.roles if r.key == role), None)
        if stated is None:
            return self._bearers(role, day)
        if stated.derived_from == "meeting.host":
            host = self.host(meeting, date.max) if meeting else None
            return [f"org:{host}"] if host else []
        if stated.derived_from == "meeting.leader":
            held = self.held(meeting, date.max) if meeting else None
            return [held.event.led_by] if held and held.event.led_by else []
        if stated.derived_from:
            return self.holders(stated.derived_from, day, meeting)
        return sorted({term.fact.event.holder for term in self.terms(role) if term.on(day)})

    def _bearers(self, name: str, day: date) -> list[str]:
        if name == "members":
            return [f"org:{member}" for member in self.members(day)]
        if name == "principal":
            return [f"org:{self.mandate.principal.key}"]
        return [f"network:{self.key}"] if name == "network" else [f"org:{name}"]

    def members_of(self, party: str, day: date) -> set[str]:
        """The members or sides that somebody stands for on a day: an organisation for itself."""
        kind, _sep, key = party.partition(":")
        stands = {key} if kind == "org" else set()
        for fact in self.of(RoleAssigned):
            if fact.event.holder == party and fact.event.member:
                stands |= {
                    fact.event.member for term in self.terms(fact.event.role) if term.fact is fact and term.on(day)
                }
        return stands

    def on_side(self, party: str, side: str, day: date) -> bool:
        """A side is its members, those who stand for one of them, and the holders of its roles."""
        stated = next(s for s in self.mandate.sides if s.key == side)
        if self.members_of(party, day) & {side, *stated.members}:
            return True
        return any(party in self.holders(role, day) for role in stated.roles)

    # meetings

    def meetings(self) -> list[str]:
        """The references of all meetings, in the order of the log."""
        return [fact.event.originator_id.partition(":")[2] for fact in self.of(MeetingScheduled)]

    def at(self, meeting: str, *kinds: type[Event]) -> list[Fact]:
        """What was recorded of one meeting, in the order of the log."""
        return [fact for fact in self.of(*kinds) if fact.event.originator_id == f"meeting:{meeting}"]

    def scheduled(self, meeting: str) -> Fact:
        return self.at(meeting, MeetingScheduled)[-1]

    def held(self, meeting: str, day: date) -> Fact | None:
        """That it was held, if it was by the end of a day."""
        return next((fact for fact in reversed(self.at(meeting, MeetingHeld)) if fact.day <= day), None)

    def cancelled(self, meeting: str, day: date) -> Fact | None:
        return next((fact for fact in reversed(self.at(meeting, MeetingCancelled)) if fact.day <= day), None)

    def planned(self, meeting: str, day: date) -> Moment | None:
        """The day for which it is planned, as it was on a day."""
        plans = [f for f in self.at(meeting, MeetingScheduled, MeetingRescheduled) if f.day <= day]
        if not plans:
            return None
        moves = [f for f in plans if isinstance(f.event, MeetingRescheduled)]
        plan = max(moves, key=lambda f: f.order, default=plans[0]).event
        return Moment(plan.planned_on.last, plan.planned_at) if plan.planned_on.precision == "day" else None

    def host(self, meeting: str, day: date) -> str | None:
        host: str | None = self.scheduled(meeting).event.host
        for change in sorted(self.at(meeting, HostChanged), key=lambda f: f.order):
            if change.day <= day:
                host = change.event.host
        return host

    def day_of(self, meeting: str) -> date:
        """The day on which it was held; of one that was not, the last for which it was planned."""
        held = self.held(meeting, date.max)
        moves = sorted(self.at(meeting, MeetingRescheduled), key=lambda f: f.order)
        plan = [self.scheduled(meeting), *moves][-1]
        day: date = held.event.effective_on.last if held else plan.event.planned_on.last
        return day

    def meetings_held(self, kinds: tuple[str, ...], day: date) -> list[tuple[date, str]]:
        """The meetings of these kinds that were held by a day, in order; of one day, by their keys."""
        found = []
        for meeting in self.meetings():
            held = self.held(meeting, day)
            if held and (not kinds or self.scheduled(meeting).event.kind in kinds):
                found.append((held.day, meeting))
        return sorted(found)

    def day_as_of(self, meeting: str, day: date) -> date:
        """The day on which it was held by then; else that for which it was planned by then, or was first."""
        held = self.held(meeting, day)
        moves = sorted(self.at(meeting, MeetingRescheduled), key=lambda f: f.order)
        plan = [self.scheduled(meeting), *(move for move in moves if move.day <= day)][-1]
        found: date = held.day if held else plan.event.planned_on.last
        return found

    # assignments

    def assignments(self) -> list[Fact]:
        return self.of(AssignmentIssued)


@lru_cache
def _read(document: str) -> Mandate:
    return read_mandate(document)


def _network(event: Event) -> str | None:
    kind, _sep, ref = event.originator_id.partition(":")
    return None if kind == "person" else ref.partition("/")[0]
