"""Who missed meetings: what attendance says of somebody, and how many meetings in a row they missed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from governance.compliance.facts import Facts, of_kind
from governance.compliance.members import stands_for
from governance.duties.patterns import EachEvent
from governance.model.meeting_events import Attendance, MeetingHeld

__all__ = ["Missed", "missed"]


class Missed(NamedTuple):
    """Somebody missed a meeting, and so many in a row with it as call for something."""

    party: str
    role: str | None
    """In which of the roles that the duty names; None for a member."""
    day: date
    event: MeetingHeld


class _Told(NamedTuple):
    """What attendance says of each party; of a member also by those who stand for it."""

    of: dict[str, list[Attendance]]
    persons: bool
    """Whether it names any person, so that who is not named did not come."""
    members: bool


def missed(facts: Facts, pattern: EachEvent) -> Iterator[Missed]:
    """Each time that a run of missed meetings has the length that the duty speaks of; every missed one, where it speaks
    of none. Whatever else holds of somebody at a meeting, a run ends with it: who came, or was no holder or member by
    then, or of whom it was not told."""
    runs: dict[str, int] = {}
    for day, ref in facts.held_in_order():
        meeting = facts.meeting(ref)
        if meeting.held is None or not of_kind(meeting, pattern.kinds):
            continue
        told, going_on = _told(facts, meeting.held.attendance, day), dict[str, int]()
        for party, role in _entitled(facts, pattern.roles, day):
            if _was_away(facts, told, party, day, without_apology=pattern.without_apology):
                going_on[party] = runs.get(party, 0) + 1
                if going_on[party] == (pattern.in_a_row or going_on[party]):
                    yield Missed(party, role, day, meeting.held)
        runs = going_on


def _entitled(facts: Facts, roles: Sequence[str], day: date) -> Iterable[tuple[str, str | None]]:
    """The holders of these roles, each once with the first of them, or the members where none is named."""
    if not roles:
        return [(f"org:{member}", None) for member in facts.network.members_on(day)]
    holders: dict[str, str | None] = {}
    for role in roles:
        for assigned in facts.network.holders_on(role, day):
            holders.setdefault(assigned.holder, role)
    return holders.items()


def _told(facts: Facts, attendance: Sequence[Attendance], day: date) -> _Told:
    found: dict[str, list[Attendance]] = {}
    for line in attendance:
        stands = {line.member} if line.member else stands_for(facts, str(line.person), day)
        for party in ({line.person} if line.person else set()) | {f"org:{member}" for member in stands}:
            found.setdefault(party, []).append(line)
    persons = any(line.person for line in attendance)
    return _Told(found, persons, any(party.startswith("org:") for party in found))


def _was_away(facts: Facts, told: _Told, party: str, day: date, *, without_apology: bool) -> bool:
    """Whether somebody surely was not there. Of a person who is not named the number of those who came for the member
    may speak: where nobody did, the person did not."""
    lines = told.of.get(party, [])
    if not lines and not party.startswith("org:"):
        own = (f"org:{member}" for member in stands_for(facts, party, day))
        lines = [line for member in own for line in told.of.get(member, ()) if not line.person]
    if not lines:
        return told.members if party.startswith("org:") else told.persons
    came, expected = any(line.present for line in lines), any(line.expected for line in lines)
    return expected and not came and not (without_apology and any(line.apology for line in lines))
