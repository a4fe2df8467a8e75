"""What is counted: meetings in a period, people at a meeting, holders and members, turns and terms."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor

from governance.compliance.duty import CompiledDuty
from governance.duties.due.length import Length
from governance.duties.measures.attendance import Attendance as AttendanceMeasure
from governance.duties.measures.eligible import Eligible
from governance.duties.measures.holders import Holders
from governance.duties.measures.meetings import Meetings
from governance.duties.measures.members import Members
from governance.duties.measures.present import Quorum
from governance.duties.measures.rotation import Rotation
from governance.duties.measures.separate import Separate
from governance.duties.measures.terms import Terms
from governance.duties.occasions.each_meeting import EachMeeting
from governance.duties.occasions.each_period import EachPeriod
from governance.duties.shares import Share
from governance.model.meeting_events import Attendance, MeetingHeld
from governance.model.network_events import RoleAssigned
from tests.kit.reference.calendar import first_day_outside
from tests.kit.reference.history import DAY, Fact, History, Term
from tests.kit.reference.occasions import Occasion, key_of

__all__ = ["appointment", "attendance", "bound", "enough_meetings", "holds", "meeting_count", "meeting_measure"]


# meetings in a period


def meeting_count(history: History, duty: CompiledDuty, occasion: Occasion, day: date) -> tuple[str, bool]:
    """The verdict on so many meetings in a period, and whether it is the last word."""
    measure, period, last = duty.measure, occasion.period, occasion.last
    assert isinstance(measure, Meetings)
    assert period
    assert last
    counted = _held_in(history, occasion, day, measure.kinds)
    unclear = _held_in(history, occasion, date.max, measure.unclear_kinds) if measure.unclear_kinds else []
    part = occasion.begins > period.first or last < period.last
    least, most = _bounds(duty, occasion)
    if most is not None and len(counted) > most:
        return "breached", True
    if most is None and least is not None and len(counted) >= least:
        return "fulfilled", True
    if day <= last:
        return "upcoming", False
    return _at_the_end(duty, len(counted), len(unclear), least, most, part), True


def enough_meetings(history: History, duty: CompiledDuty, occasion: Occasion, day: date) -> Fact | None:
    """The one with which there were at least so many by a day."""
    measure = duty.measure
    if not isinstance(measure, Meetings) or not measure.at_least:
        return None
    held = sorted(_held_in(history, occasion, day, measure.kinds), key=lambda f: (f.day, f.position))
    least = _bounds(duty, occasion)[0] or 0
    return held[least - 1] if 0 < least <= len(held) else None


def _bounds(duty: CompiledDuty, occasion: Occasion) -> tuple[int | None, int | None]:
    """At least and at most so many; of a part of a period its share of days, where the mandate says so."""
    measure, period, last = duty.measure, occasion.period, occasion.last
    assert isinstance(measure, Meetings)
    assert period
    assert last
    least, most = measure.at_least, measure.at_most
    how = duty.duty.part_periods if isinstance(duty.duty, EachPeriod) else None
    if how == "pro_rata" and (occasion.begins > period.first or last < period.last):
        days, whole = (last - occasion.begins).days + 1, (period.last - period.first).days + 1
        least = None if least is None else ceil(Fraction(least * days, whole))
        most = None if most is None else ceil(Fraction(most * days, whole))
    return least, most


def _at_the_end(duty: CompiledDuty, held: int, unclear: int, least: int | None, most: int | None, part: bool) -> str:
    if least is not None and held < least:
        if held + unclear >= least:
            return "undetermined"
        how = duty.duty.part_periods if isinstance(duty.duty, EachPeriod) else None
        silent = {"part_years", "part_periods"} & set(duty.silent_on)
        return "undetermined" if part and silent and how is None else "breached"
    if most is not None and held + unclear > most:
        return "undetermined"
    return "fulfilled"


def _held_in(history: History, occasion: Occasion, day: date, kinds: tuple[str, ...]) -> list[Fact]:
    assert occasion.period
    found = []
    for fact in history.of(MeetingHeld):
        kind = history.scheduled(fact.event.originator_id.partition(":")[2]).event.kind
        inside = max(occasion.period.first, occasion.begins) <= fact.first <= (occasion.last or occasion.period.last)
        if inside and fact.day <= day and (not kinds or kind in kinds):
            found.append(fact)
    return found


# each one's attendance in a period


def attendance(history: History, duty: CompiledDuty, occasion: Occasion, holder: str, day: date) -> tuple[str, bool]:
    """The verdict on one holder's coming to the meetings of a period, and whether it is the last word. Try what the
    rest of the period can bring: nothing but meetings that are attended, or nothing but meetings that are missed."""
    measure, last = duty.measure, occasion.last
    assert isinstance(measure, AttendanceMeasure)
    assert last
    own = [
        _attended(history, holder, fact)
        for fact in _held_in(history, occasion, day, measure.kinds)
        if holder in history.holders(duty.holder, fact.day)
    ]
    came, open_ = own.count(True), own.count(None)
    if day > last:
        if not own:
            return "void", True
        needed = min(bound(measure.at_least, len(own)), len(own))
        return "fulfilled" if came >= needed else "undetermined" if came + open_ >= needed else "breached", True
    many = 5_000
    after_misses = [came >= min(bound(measure.at_least, len(own) + k), len(own) + k) for k in (0, many)]
    if all(after_misses) and came:
        return "fulfilled", True
    after_visits = [came + open_ + k >= min(bound(measure.at_least, len(own) + k), len(own) + k) for k in (0, many)]
    return ("upcoming", False) if any(after_visits) else ("breached", True)


def _attended(history: History, who: str, held: Fact) -> bool | None:
    """By name, or for the member; not known where nothing was told, or only how many came for one's member."""
    lines = held.event.attendance
    if not lines:
        return None
    if _came(history, who, lines, held.day):
        return True
    if who.startswith("org:") or any(line.person == who for line in lines):
        return False
    mine = history.members_of(who, held.day)
    return None if any(line.present and not line.person and line.member in mine for line in lines) else False


# people at a meeting


def bound(stated: int | Share, whole: int) -> int:
    """So many of all: a number, or a part of them."""
    if isinstance(stated, int):
        return stated
    part = Fraction(stated.part) * whole
    rounded = {"up": ceil(part), "down": floor(part), "nearest": floor(part + Fraction(1, 2))}
    number = rounded[stated.round] + stated.plus
    if stated.at_least is not None:
        number = max(number, stated.at_least)
    if stated.at_most is not None:
        number = min(number, stated.at_most)
    return number


def meeting_measure(history: History, duty: CompiledDuty, occasion: Occasion, held: Fact) -> str:
    """The verdict on a meeting that was held."""
    if isinstance(duty.measure, Rotation):
        return _turn(history, duty, duty.measure, occasion)
    assert isinstance(duty.measure, Quorum)
    return _quorum(history, duty.measure, occasion, held)


def _quorum(history: History, quorum: Quorum, occasion: Occasion, held: Fact) -> str:
    lines = held.event.attendance
    if not lines:
        return "undetermined"
    day = held.day
    groups = [[name] for name in quorum.among] if quorum.each and quorum.among else [list(quorum.among)]
    out = {who for role in quorum.not_counting for who in history.holders(role, day, occasion.meeting)}
    out |= {who for role in quorum.not_counting for who in _came_as(lines, role)}
    verdicts = []
    for one_of in quorum.including:
        there = False
        for role in one_of:
            holders = history.holders(role, day, occasion.meeting)
            there |= bool(_came_as(lines, role)) or any(_came(history, who, lines, day) for who in holders)
        verdicts.append("fulfilled" if there else "breached")
    for group in groups:
        whole = _entitled(history, group, occasion, day) - out
        present = {who for who in whole if _came(history, who, [line for line in lines if line.person not in out], day)}
        present |= {who for name in group for who in _came_as(lines, name)} - out
        enough = len(present) >= bound(quorum.at_least, len(whole))
        verdicts.append("undetermined" if not whole else "fulfilled" if enough else "breached")
    return next((verdict for verdict in ("breached", "undetermined") if verdict in verdicts), "fulfilled")


def _entitled(history: History, group: list[str], occasion: Occasion, day: date) -> set[str]:
    """All members, or those who hold these roles or are on these sides."""
    if not group:
        return {f"org:{member}" for member in history.members(day)}
    sides = {side.key: side for side in history.mandate.sides}
    found: set[str] = set()
    for name in group:
        if name not in sides:
            found |= set(history.holders(name, day, occasion.meeting))
            continue
        everybody = {f"org:{member}" for member in history.members(day)}
        everybody |= {f.event.holder for f in history.of(RoleAssigned) if f.event.role in sides[name].roles}
        found |= {who for who in everybody if history.on_side(who, name, day)}
    return found


def _came_as(lines: Sequence[object], role: str) -> set[str]:
    """Those who came in a role, by what the attendance says."""
    return {
        str(line.person or f"org:{line.member}")
        for line in lines
        if isinstance(line, Attendance) and line.present and line.role == role
    }


def _came(history: History, who: str, lines: Sequence[object], day: date) -> bool:
    """Somebody came by name, or one came for the member."""
    for line in lines:
        person, member, present = (getattr(line, name) for name in ("person", "member", "present"))
        if present and (person == who or (member and who == f"org:{member}")):
            return True
        if present and person and who.startswith("org:") and key_of(who) in history.members_of(person, day):
            return True
    return False


# turns


def _turn(history: History, duty: CompiledDuty, rule: Rotation, occasion: Occasion) -> str:
    """Nobody twice running; or nobody a second time before everybody else had a turn since."""
    assert isinstance(duty.duty, EachMeeting)
    assert occasion.meeting
    own = history.held(occasion.meeting, date.max)
    assert own
    turns: list[tuple[date, str]] = []
    for day, meeting in history.meetings_held(duty.duty.kinds, date.max):
        host = history.host(meeting, date.max)
        taker = _side_of(history, f"org:{host}", day) if host and rule.among == "sides" else host
        if taker and (day, meeting) < (own.day, occasion.meeting):
            turns.append((day, taker))
    host = history.host(occasion.meeting, date.max)
    who = _side_of(history, f"org:{host}", own.day) if host and rule.among == "sides" else host
    return _fair(history, rule, turns, own.day, who) if who else "undetermined"


def _side_of(history: History, party: str, day: date) -> str | None:
    return next((side.key for side in history.mandate.sides if history.on_side(party, side.key, day)), None)


def _fair(history: History, rule: Rotation, turns: list[tuple[date, str]], day: date, who: str) -> str:
    """``turns`` are those before, in order. Everybody: the sides; the members since the last turn; all who had one."""
    if who not in [taker for _day, taker in turns]:
        return "fulfilled"
    since: list[str] = []
    while turns[-1][1] != who:
        since.append(turns[-1][1])
        turns = turns[:-1]
    if rule.rule == "not_twice_running":
        return "fulfilled" if since else "breached"
    everybody = {
        "members": set(history.members(turns[-1][0])) & set(history.members(day)),
        "sides": {side.key for side in history.mandate.sides},
        "holders": {*since, *(taker for _day, taker in turns)},
    }[rule.among]
    return "fulfilled" if everybody - {who} <= set(since) else "breached"


# appointments


def appointment(history: History, duty: CompiledDuty, occasion: Occasion, day: date) -> tuple[str, bool]:
    """The verdict on somebody's being appointed, on a day from the first in the role on, and whether it is final."""
    measure, term = duty.measure, occasion.term
    assert term
    if isinstance(measure, Eligible):
        return _eligible(history, measure, term), True
    if isinstance(measure, Separate):
        others = [role for role in measure.roles if role != term.fact.event.role]
        both = any(term.fact.event.holder in history.holders(role, term.first) for role in others)
        return "breached" if both else "fulfilled", True
    if isinstance(measure, Terms):
        return _terms(history, measure, term, day)
    assert isinstance(measure, Rotation)
    return _appointed_in_turn(history, measure, term), True


def _eligible(history: History, measure: Eligible, term: Term) -> str:
    """From one of these sides or members, or a holder of one of these roles; unknown of who stands for nobody."""
    event, day = term.fact.event, term.first
    if any(event.holder in history.holders(role, day) for role in measure.roles):
        return "fulfilled"
    stands = {event.member} if event.member else history.members_of(event.holder, day)
    sides = {side.key for side in history.mandate.sides if side.key in stands or stands & set(side.members)}
    sides |= {side.key for side in history.mandate.sides if history.on_side(event.holder, side.key, day)}
    if stands & set(measure.members) or sides & set(measure.sides):
        return "fulfilled"
    return "breached" if measure.roles or stands or sides else "undetermined"


def _terms(history: History, measure: Terms, term: Term, day: date) -> tuple[str, bool]:
    """How many terms follow one on the other, or for how long: kept once the holder has left in time."""
    run = [term]
    own = [t for t in history.terms(term.fact.event.role) if t.fact.event.holder == term.fact.event.holder]
    while before := [t for t in own if t.last is not None and t.last + DAY == run[0].first]:
        run.insert(0, before[0])
    if measure.at_most is not None and len(run) > measure.at_most:
        return "breached", True
    if measure.years is None:
        return "fulfilled", True
    end = first_day_outside(run[0].first, Length(years=measure.years), history.mandate.working_days)
    if term.last is not None and term.last < min(day, end):
        return "fulfilled", True
    return ("breached", True) if day >= end else ("upcoming", False)


def _appointed_in_turn(history: History, rule: Rotation, term: Term) -> str:
    terms = sorted(history.terms(term.fact.event.role), key=lambda t: (t.first, t.fact.position))
    before = [held for held in terms if (held.first, held.fact.position) < (term.first, term.fact.position)]
    turns = [(held.first, who) for held in before if (who := _whose(history, rule, held))]
    who = _whose(history, rule, term)
    return _fair(history, rule, turns, term.first, who) if who else "undetermined"


def _whose(history: History, rule: Rotation, held: Term) -> str | None:
    """Whose turn an appointment is: the holder's, or that of the member or side whom the holder stands for."""
    event = held.fact.event
    if rule.among == "holders":
        return str(event.holder)
    if rule.among == "members":
        stands = {event.member} if event.member else history.members_of(event.holder, held.first)
        return min(stands, default=None)
    if event.member in [side.key for side in history.mandate.sides]:
        return str(event.member)
    return _side_of(history, f"org:{event.member}" if event.member else event.holder, held.first)


# numbers that are kept


def holds(history: History, measure: Holders | Members, day: date) -> bool:
    """Whether the number of holders, or of members, is what it should be on a day; a share is one of all members, of
    all holders of the roles in ``among``, or of all holders of the role."""
    if isinstance(measure, Holders):
        everybody = {who for role in measure.among or (measure.role,) for who in history.holders(role, day)}
        counted = everybody & set(history.holders(measure.role, day))
    else:
        everybody = {f"org:{member}" for member in history.members(day)}
        counted = everybody
    if measure.side:
        counted = {who for who in counted if history.on_side(who, measure.side, day)}
    whole, number = len(everybody), len(counted)
    if measure.at_least is not None and number < bound(measure.at_least, whole):
        return False
    return measure.at_most is None or number <= bound(measure.at_most, whole)
