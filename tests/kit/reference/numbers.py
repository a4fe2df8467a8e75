"""What is counted: meetings in a period, people at a meeting, holders and members, turns and terms."""

from datetime import date
from fractions import Fraction
from math import ceil, floor

from governance.mandate.duties import CompiledDuty
from governance.mandate.measures import (
    Eligible,
    Holders,
    Meetings,
    Members,
    Quorum,
    Rotation,
    Separate,
    Share,
    Terms,
)
from governance.mandate.patterns import EachEvent, EachMeeting, EachPeriod
from governance.model.meeting_events import MeetingHeld
from governance.model.network_events import RoleAssigned
from tests.kit.reference.calendar import months_from
from tests.kit.reference.history import DAY, Fact, History, Term
from tests.kit.reference.occasions import Occasion, key_of

__all__ = ["appointment", "bound", "holds", "meeting_count", "meeting_measure"]


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
    how = duty.duty.part_periods if isinstance(duty.duty, EachPeriod) else None
    least, most = measure.at_least, measure.at_most
    if part and how == "pro_rata":
        days, whole = (last - occasion.begins).days + 1, (period.last - period.first).days + 1
        least = None if least is None else ceil(Fraction(least * days, whole))
        most = None if most is None else ceil(Fraction(most * days, whole))
    if part and how == "not_owed":
        return "void", True
    if most is not None and len(counted) > most:
        return "breached", True
    if most is None and least is not None and len(counted) >= least:
        return "fulfilled", True
    if day <= last:
        return "upcoming", False
    return _at_the_end(duty, len(counted), len(unclear), least, most, part), True


def _at_the_end(duty: CompiledDuty, held: int, unclear: int, least: int | None, most: int | None, part: bool) -> str:
    if least is not None and held < least:
        if held + unclear >= least:
            return "undetermined"
        how = duty.duty.part_periods if isinstance(duty.duty, EachPeriod) else None
        silent = {"part_years", "part_periods"} & set(duty.duty.silent_on)
        return "undetermined" if part and silent and how is None else "breached"
    if most is not None and held + unclear > most:
        return "undetermined"
    return "fulfilled"


def _held_in(history: History, occasion: Occasion, day: date, kinds: tuple[str, ...]) -> list[Fact]:
    assert occasion.period
    found = []
    for fact in history.of(MeetingHeld):
        kind = history.scheduled(fact.event.originator_id.partition(":")[2]).event.kind
        inside = occasion.period.first <= fact.first <= occasion.period.last
        if inside and fact.day <= day and (not kinds or kind in kinds):
            found.append(fact)
    return found


# people at a meeting


def bound(stated: int | Share, whole: int) -> int:
    """So many of all: a number, or a part of them."""
    if isinstance(stated, int):
        return stated
    part = Fraction(stated.part) * whole
    rounded = {"up": ceil(part), "down": floor(part), "nearest": floor(part + Fraction(1, 2))}[stated.round]
    number = rounded + stated.plus
    if stated.at_least is not None:
        number = max(number, stated.at_least)
    if stated.at_most is not None:
        number = min(number, stated.at_most)
    return number


def meeting_measure(history: History, duty: CompiledDuty, occasion: Occasion, held: Fact) -> str:
    """The verdict on a meeting that was held."""
    if isinstance(duty.measure, Rotation):
        assert occasion.meeting
        return _turn(history, duty, duty.measure, occasion, history.host(occasion.meeting, date.max))
    assert isinstance(duty.measure, Quorum)
    return _quorum(history, duty.measure, occasion, held)


def _quorum(history: History, quorum: Quorum, occasion: Occasion, held: Fact) -> str:
    lines = held.event.attendance
    if not lines:
        return "undetermined"
    day = held.day
    groups = [[name] for name in quorum.among] if quorum.each and quorum.among else [list(quorum.among)]
    out = {who for role in quorum.not_counting for who in history.holders(role, day, occasion.meeting)}
    verdicts = []
    for group in groups:
        whole = _entitled(history, group, occasion, day) - out
        if not whole:
            return "undetermined"
        present = {who for who in whole if _came(history, who, lines, day)}
        verdicts.append(len(present) >= bound(quorum.at_least, len(whole)))
    for role in quorum.including:
        holders = history.holders(role, day, occasion.meeting)
        verdicts.append(any(_came(history, who, lines, day) for who in holders))
    return "fulfilled" if all(verdicts) else "breached"


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


def _came(history: History, who: str, lines: tuple[object, ...], day: date) -> bool:
    """Somebody came by name, or one came for the member."""
    for line in lines:
        person, member, present = (getattr(line, name) for name in ("person", "member", "present"))
        if present and (person == who or (member and who == f"org:{member}")):
            return True
        if present and person and who.startswith("org:") and key_of(who) in history.members_of(person, day):
            return True
    return False


# turns


def _turn(history: History, duty: CompiledDuty, rule: Rotation, occasion: Occasion, host: str | None) -> str:
    """Nobody twice running; or nobody a second time before all others of that day had a turn since."""
    if host is None:
        return "undetermined"
    day = occasion.comes(history)
    turns = _hosts_before(history, duty, occasion)
    everybody = set(history.members(day))
    if rule.among == "sides":
        sides = [side.key for side in history.mandate.sides]
        turns = [_side_of(history, who, day) for who in turns if who]
        host, everybody = _side_of(history, host, day), set(sides)
    if host is None:
        return "undetermined"
    return _fair(rule, host, [turn for turn in turns if turn], everybody)


def _hosts_before(history: History, duty: CompiledDuty, occasion: Occasion) -> list[str | None]:
    assert isinstance(duty.duty, EachMeeting)
    assert occasion.meeting
    own = history.held(occasion.meeting, date.max)
    assert own
    before = []
    for fact in history.of(MeetingHeld):
        meeting = fact.event.originator_id.partition(":")[2]
        kind = history.scheduled(meeting).event.kind
        if fact.order < own.order and (not duty.duty.kinds or kind in duty.duty.kinds):
            before.append(fact)
    before.sort(key=lambda f: f.order)
    return [history.host(f.event.originator_id.partition(":")[2], date.max) for f in before]


def _side_of(history: History, member: str, day: date) -> str | None:
    return next((s.key for s in history.mandate.sides if history.on_side(f"org:{member}", s.key, day)), None)


def _fair(rule: Rotation, who: str, before: list[str], everybody: set[str]) -> str:
    if who not in before:
        return "fulfilled"
    since: list[str] = []
    for turn in reversed(before):
        if turn == who:
            break
        since.append(turn)
    if rule.rule == "not_twice_running":
        return "breached" if not since else "fulfilled"
    return "fulfilled" if everybody - {who} <= set(since) else "breached"


# appointments


def appointment(history: History, duty: CompiledDuty, occasion: Occasion) -> str:
    """The verdict on somebody's being appointed."""
    measure, term = duty.measure, occasion.term
    assert term
    event = term.fact.event
    if isinstance(measure, Eligible):
        stands = history.members_of(event.holder, term.first) | ({event.member} if event.member else set())
        fits = any(history.on_side(event.holder, side, term.first) or side in stands for side in measure.sides)
        fits = fits or bool(stands & set(measure.members))
        fits = fits or any(event.holder in history.holders(role, term.first) for role in measure.roles)
        return "fulfilled" if fits else "breached"
    if isinstance(measure, Separate):
        both = any(event.holder in history.holders(role, term.first) for role in measure.roles)
        return "breached" if both else "fulfilled"
    if isinstance(measure, Terms):
        return _terms(history, measure, term)
    assert isinstance(measure, Rotation)
    return _appointed_in_turn(history, duty, measure, term)


def _running(history: History, term: Term) -> list[Term]:
    """The terms of the same person in the same role that follow one on the other, through this one."""
    run = [term]
    while True:
        before = [
            t
            for t in history.terms(term.fact.event.role)
            if t.fact.event.holder == term.fact.event.holder and t.last is not None and t.last + DAY == run[0].first
        ]
        if not before:
            return run
        run.insert(0, before[0])


def _terms(history: History, measure: Terms, term: Term) -> str:
    run = _running(history, term)
    if measure.at_most is not None and len(run) > measure.at_most:
        return "breached"
    if measure.years is not None:
        end = months_from(run[0].first, 12 * measure.years) - DAY
        if term.first > end or (term.last is not None and term.last > end):
            return "breached"
    return "fulfilled"


def _appointed_in_turn(history: History, duty: CompiledDuty, rule: Rotation, term: Term) -> str:
    roles = duty.duty.roles if isinstance(duty.duty, EachEvent) and duty.duty.roles else (term.fact.event.role,)
    terms = sorted((t for role in roles for t in history.terms(role)), key=lambda t: (t.first, t.fact.position))
    before = terms[: terms.index(term)]

    def whose(held: Term) -> str | None:
        event = held.fact.event
        if rule.among == "holders":
            return str(event.holder)
        stands = {event.member} if event.member else history.members_of(event.holder, held.first)
        if rule.among == "members":
            return min(stands, default=None)
        sides = [
            s for s in history.mandate.sides if s.key in stands or history.on_side(event.holder, s.key, held.first)
        ]
        return sides[0].key if sides else None

    who = whose(term)
    if who is None:
        return "undetermined"
    turns = [turn for turn in map(whose, before) if turn]
    everybody = {
        "members": set(history.members(term.first)),
        "sides": {side.key for side in history.mandate.sides},
        "holders": set(turns),
    }[rule.among]
    return _fair(rule, who, turns, everybody)


# numbers that are kept


def holds(history: History, measure: Holders | Members, day: date) -> bool:
    """Whether the number of holders, or of members, is what it should be on a day."""
    if isinstance(measure, Holders):
        counted = history.holders(measure.role, day)
    else:
        counted = [f"org:{member}" for member in history.members(day)]
    if measure.side:
        counted = [who for who in counted if history.on_side(who, measure.side, day)]
    enough = measure.at_least is None or len(counted) >= measure.at_least
    return enough and (measure.at_most is None or len(counted) <= measure.at_most)
