"""The history of a network: the body that holds a mandate, its members and roles, and what it does as a body.

What can be read of it follows from the days on which things happened, not from the order in which they were recorded;
of two facts of one kind and day the one recorded last counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from governance.errors import (
    AddresseeUnknown,
    NetworkIsDissolved,
    NetworkNotYetEstablished,
)
from governance.mandate.reading import read_frame, time_zone_of
from governance.model.aggregate import Aggregate, happened, reading
from governance.model.network_events import (
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    MemberJoined,
    MemberLeft,
    NetworkDissolved,
    NetworkEstablished,
    NetworkReestablished,
    NetworkRenamed,
    RoleAssigned,
    WorkingGroupFormed,
)
from governance.model.terms import Term, terms_of
from governance.time import When

if TYPE_CHECKING:
    from governance.mandate.frame import Frame

__all__ = ["Network", "Version", "digest_of", "mandate_of", "organisations"]

Version = MandateAdopted | MandateAmended
"""A version of the mandate, as recorded."""


class Network(Aggregate):
    """The history of one network, ``network:KEY``. It is the ``Body`` that the other aggregates ask."""

    kind = "network"
    begins_with = NetworkEstablished

    @reading
    def established_on(self) -> When | None:
        event = self.last(NetworkEstablished)
        return event.effective_on if event else None

    @reading
    def dissolved_on(self) -> When | None:
        """The end of the last life, if it has ended."""
        lives = self._lives()
        return lives[-1][1] if lives else None

    @reading
    def lives(self) -> list[tuple[date, date | None]]:
        """The first and last day of each time that it existed, in order; None: it still does."""
        return [(began.first, ended.last if ended else None) for began, ended in self._lives()]

    def _lives(self) -> list[tuple[When, When | None]]:
        """The same as precisely as it was recorded. What has ended cannot end again, nor what lives begin."""
        established = self.last(NetworkEstablished)
        lives: list[tuple[When, When | None]] = [(established.effective_on, None)] if established else []
        for event in sorted(self.all(NetworkDissolved, NetworkReestablished), key=happened):
            began, ended = lives[-1]
            if isinstance(event, NetworkDissolved) and ended is None:
                lives[-1] = began, event.effective_on
            elif isinstance(event, NetworkReestablished) and ended:
                lives.append((event.effective_on, None))
        return lives

    def ended_by(self, day: date) -> When | None:
        """The end of the life that it had last begun by a day, where that life ended on that day or before."""
        ended = [ended for began, ended in self._lives() if began.first <= day]
        return ended[-1] if ended and ended[-1] and ended[-1].last <= day else None

    def require_alive(self, day: date) -> None:
        """Raises NetworkNotYetEstablished or NetworkIsDissolved."""
        lives = self._lives()
        if not lives or any(began.first <= day and (ended is None or day <= ended.last) for began, ended in lives):
            return
        if gone := [ended for _began, ended in lives if ended and ended.last < day]:
            raise NetworkIsDissolved(network=self.ref, day=gone[-1])
        raise NetworkNotYetEstablished(network=self.ref, day=lives[0][0])

    @property
    def time_zone(self) -> str:
        """The mandate's, else the one it was established with."""
        if versions := self.versions():
            return time_zone_of(max(versions, key=_in_force).document)
        event = self.last(NetworkEstablished)
        return event.time_zone if event else "UTC"

    @property
    def name(self) -> str:
        event = self.latest(NetworkRenamed) or self.last(NetworkEstablished)
        return event.name if event else self.ref

    @reading
    def version_on(self, day: date) -> Version | None:
        """The mandate's version in force on a day: the one that began last; of two, the later recorded."""
        version = self.version_begun_by(day)
        ends = self.ends_of(version) if version else None
        return version if ends is None or day <= ends else None

    def version_begun_by(self, day: date) -> Version | None:
        """The same, whether or not it has ended since."""
        return max((v for v in self.versions() if v.since <= day), key=_in_force, default=None)

    @reading
    def versions(self) -> list[Version]:
        """Every version of the mandate, in the order in which they were recorded."""
        return self.all(MandateAdopted, MandateAmended)

    def version_numbered(self, number: int | None) -> Version | None:
        """The version of the mandate that has this number in the history; None for None."""
        return next((v for v in self.versions() if v.originator_version == number), None)

    @reading
    def version_decided_by(self, day: date) -> Version | None:
        """What governed a day as it was decided by then: without versions that reach back to it."""
        begun = [v for v in self.versions() if v.since <= day]
        decided = [v for v in begun if isinstance(v, MandateAdopted) or v.effective_on.first <= day]
        return max(decided, key=_in_force, default=None)

    @reading
    def amended_running(self) -> list[MandateAmended]:
        """The versions that apply to what was running by then, in the order of their first days."""
        return sorted((v for v in self.all(MandateAmended) if v.applies_to_running), key=_in_force)

    def ends_of(self, version: Version) -> date | None:
        """A version's last day: its own, or that of an end not before its beginning. An end does not bind an amendment
        that was decided after it."""
        ended = [
            e.ends
            for e in self.all(MandateEnded)
            if e.ends >= version.since and (isinstance(version, MandateAdopted) or happened(e) > happened(version))
        ]
        return min([*ended, *([version.ends] if version.ends else [])], default=None)

    def mandate_on(self, day: date) -> Frame | None:
        version = self.version_on(day)
        return mandate_of(version) if version else None

    def mandates(self) -> list[Frame]:
        """What each version says, in the order in which they were recorded."""
        return [mandate_of(version) for version in self.versions()]

    @reading
    def memberships(self) -> dict[str, tuple[tuple[date, date | None], ...]]:
        """For each member, in order, the first and last day of each time that it was one; None: it still is."""
        joined: dict[str, list[date]] = {}
        left: dict[str, list[date]] = {}
        for joining in self.all(MemberJoined):
            joined.setdefault(joining.member, []).append(joining.effective_on.first)
        for leaving in self.all(MemberLeft):
            left.setdefault(leaving.member, []).append(leaving.effective_on.last)
        return {member: _spells(sorted(joined[member]), left.get(member, [])) for member in sorted(joined)}

    @reading
    def members_on(self, day: date) -> list[str]:
        """The keys of the members on a day, sorted; a member left is one through its last day."""
        return [member for member, spells in self.memberships().items() if _within(spells, day)]

    def has_joined(self, member: str, day: date) -> bool:
        """Whether a member had joined by a day, and may have left since."""
        return any(first <= day for first, _last in self.memberships().get(member, ()))

    def knows(self, party: str) -> bool:
        """Whether an organisation, working group or network is one that the mandate or the record names."""
        kind, _sep, key = party.partition(":")
        if kind == "group":
            return any(e.group == key for e in self.all(WorkingGroupFormed))
        if kind == "network":
            return True  # another network need not be kept in the same ledger
        if key in self.memberships():
            return True
        return any(key in organisations(mandate) for mandate in self.mandates())

    def require_addressee(self, addressee: str | None, day: date) -> None:
        """Whom things are sent to: a name that the mandate knows; raises AddresseeUnknown."""
        mandate = None if addressee is None else self.mandate_on(day)
        if addressee is None or mandate is None:
            return
        known = {
            "network",
            "principal",
            "members",
            "registry",
            *organisations(mandate),
            *(r.key for r in mandate.roles),
        }
        if addressee not in known and not self.has_joined(addressee, day):
            raise AddresseeUnknown(addressee=addressee, allowed=", ".join(sorted(known)))

    @reading
    def terms(self, role: str) -> list[Term]:
        """Who holds a role from when to when, in the order of the first days."""
        return terms_of(self, role)

    @reading
    def holders_on(self, role: str, day: date) -> list[RoleAssigned]:
        """Who was appointed to a role on a day: none, one, or several."""
        return [term.assigned for term in self.terms(role) if term.on(day)]


def _spells(joined: list[date], left: list[date]) -> tuple[tuple[date, date | None], ...]:
    """Who joins as a member goes on as one; who joins on the last day of the time before begins anew."""
    spells: list[tuple[date, date | None]] = []
    for first in joined:
        reached = spells[-1][1] if spells else date.min
        if reached is None or reached > first:
            continue
        spells.append((first, min((d for d in left if d > first or d == first != reached), default=None)))
    return tuple(spells)


def _within(spells: Sequence[tuple[date, date | None]], day: date) -> bool:
    """Whether a day lies in the last of these times that had begun by then."""
    last = next((last for first, last in reversed(spells) if first <= day), date.min)
    return last is None or day <= last


def _in_force(version: Version) -> tuple[date, int]:
    """What versions are put in order by: the first day that they govern; of one day the one recorded last."""
    return version.since, version.originator_version


def digest_of(document: str) -> str:
    """The SHA-256 of a mandate file's text (UTF-8)."""
    return hashlib.sha256(document.encode()).hexdigest()


def mandate_of(version: Version) -> Frame:
    """The frame of the mandate that was adopted, read from the document in the event."""
    return read_frame(version.document)


def organisations(mandate: Frame) -> frozenset[str]:
    """The keys of all organisations that a mandate names."""
    return frozenset(o.key for o in (mandate.principal, *mandate.members, *mandate.organisations))
