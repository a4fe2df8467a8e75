"""The event ``meetings_missed``: what attendance says of somebody, and how many meetings in a row they missed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from governance.compliance.facts import Facts, of_kind
from governance.compliance.members import stands_for
from governance.duties.event_kind import EventKind, EventSought
from governance.duties.happening import Happening
from governance.model.meeting_events import Attendance, MeetingHeld
from governance.text import N_, _

__all__ = ["MEETINGS_MISSED"]


class _Attendances(NamedTuple):
    """What attendance says of each party; of a member also by those who stand for it."""

    of: dict[str, list[Attendance]]
    persons: bool
    """Whether it names any person, so that who is not named did not come."""
    members: bool


def _missed(facts: Facts, pattern: EventSought) -> Iterator[Happening]:
    """Each time that a run of missed meetings has the length that the duty speaks of; every missed one, where it speaks
    of none. Whatever else holds of somebody at a meeting, a run ends with it: who came, or was no holder or member by
    then, or of whom nothing was recorded."""
    runs: dict[str, int] = {}
    for day, ref in facts.held_in_order():
        meeting = facts.meeting(ref)
        if meeting.held is None or not of_kind(meeting, pattern.kinds):
            continue
        attendances, going_on = _attendances(facts, meeting.held.attendance, day), dict[str, int]()
        for party, role in _entitled(facts, pattern.roles, day):
            if _was_away(facts, attendances, party, day, without_apology=pattern.without_apology):
                going_on[party] = runs.get(party, 0) + 1
                if going_on[party] == (pattern.in_a_row or going_on[party]):
                    yield Happening(party.partition(":")[2], day, meeting.held, role=role, party=party)
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


def _attendances(facts: Facts, attendance: Sequence[Attendance], day: date) -> _Attendances:
    lines_of: dict[str, list[Attendance]] = {}
    for line in attendance:
        stands = {line.member} if line.member else stands_for(facts, str(line.person), day)
        for party in ({line.person} if line.person else set()) | {f"org:{member}" for member in stands}:
            lines_of.setdefault(party, []).append(line)
    persons = any(line.person for line in attendance)
    return _Attendances(lines_of, persons, any(party.startswith("org:") for party in lines_of))


def _was_away(facts: Facts, attendances: _Attendances, party: str, day: date, *, without_apology: bool) -> bool:
    """Whether somebody surely was not there. Of a person who is not named the number of those who came for the member
    may speak: where nobody did, the person did not."""
    lines = attendances.of.get(party, [])
    if not lines and not party.startswith("org:"):
        own = (f"org:{member}" for member in stands_for(facts, party, day))
        lines = [line for member in own for line in attendances.of.get(member, ()) if not line.person]
    if not lines:
        return attendances.members if party.startswith("org:") else attendances.persons
    came, expected = any(line.present for line in lines), any(line.expected for line in lines)
    return expected and not came and not (without_apology and any(line.apology for line in lines))


def _begins(duty: EventSought, roles: str) -> str:
    """Somebody missed a meeting, or so many in a row."""
    who = _("a holder of the role {roles}").format(roles=roles) if roles else _("a member")
    text = _("Each time {who} has missed {n} meetings in a row{so}") if duty.in_a_row else _(
        "Each time {who} misses a meeting{so}"
    )  # fmt: skip
    so = _(" without an apology") if duty.without_apology else ""
    return text.format(who=who, n=duty.in_a_row, so=so)


_ANOTHER = N_("this speaks of meetings that somebody missed, and the event is another")

MEETINGS_MISSED = EventKind(
    "meetings_missed",
    _missed,
    begins=N_("Each time somebody misses meetings"),
    begins_of_duty=_begins,
    alone=N_("the one who missed it"),
    trigger=N_("that meeting"),
    trigger_of_several=N_("the last of these meetings"),
    events=(MeetingHeld,),
    of_meetings=True,
    own_keys=dict.fromkeys(("in_a_row", "without_apology"), _ANOTHER),
)
