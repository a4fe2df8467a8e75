"""Who missed meetings, and which of them were so many in a row: looking back from each meeting."""

from collections.abc import Iterator
from datetime import date

from governance.duties.occasions.each_event import EachEvent
from governance.model.meeting_events import Attendance
from tests.kit.reference.history import Fact, History

__all__ = ["missed_in_a_row"]


def missed_in_a_row(history: History, pattern: EachEvent) -> Iterator[tuple[str, Fact]]:
    """Each party, and the meeting with which it had missed as many in a row as the duty says, or any."""
    meetings = [history.held(ref, date.max) for _day, ref in history.meetings_held(pattern.kinds, date.max)]
    held = [fact for fact in meetings if fact]
    for number, fact in enumerate(held):
        for party in _entitled(history, pattern, fact.day):
            running = 0
            for before in reversed(held[: number + 1]):
                if not _missed(history, pattern, party, before):
                    break
                running += 1
            if running and (pattern.in_a_row is None or running == pattern.in_a_row):
                yield party, fact


def _entitled(history: History, pattern: EachEvent, day: date) -> list[str]:
    if not pattern.roles:
        return [f"org:{member}" for member in history.members(day)]
    return list(dict.fromkeys(who for role in pattern.roles for who in _in_office(history, role, day)))


def _in_office(history: History, role: str, day: date) -> list[str]:
    """Who was appointed, in the order of the log."""
    return [term.fact.event.holder for term in history.terms(role) if term.on(day)]


def _missed(history: History, pattern: EachEvent, party: str, held: Fact) -> bool:
    """Certainly was to be there and was not; where apologies matter, without one."""
    if party not in _entitled(history, pattern, held.day):
        return False
    lines = [line for line in held.event.attendance if _speaks_of(history, line, party, held.day)]
    if not lines and party.startswith("org:"):
        return any(line.member or history.members_of(line.person, held.day) for line in held.event.attendance)
    if not lines:
        own = history.members_of(party, held.day)
        lines = [line for line in held.event.attendance if line.person is None and line.member in own]
    if not lines:
        return any(line.person for line in held.event.attendance)
    excused = pattern.without_apology and any(line.apology for line in lines)
    return not excused and sum(line.present for line in lines) == 0 < sum(line.expected for line in lines)


def _speaks_of(history: History, line: Attendance, party: str, day: date) -> bool:
    """By name; of a member, with it or through somebody who stands for it."""
    if line.person == party:
        return True
    members = {line.member} if line.member else history.members_of(str(line.person), day)
    return party.startswith("org:") and party.removeprefix("org:") in members
