"""Who owes a duty to whom, where each of several does, or it is owed to each of several."""

from collections.abc import Iterator, Sequence
from datetime import date

from governance.compliance.case import Addressee, Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import Occasion
from governance.model.network_events import RoleAssigned, RoleEnded

__all__ = ["addressees"]


def addressees(case: Case, duty: CompiledDuty, occasion: Occasion) -> Iterator[Addressee]:
    """One for each obligation that a duty gives on an occasion. Feedback is owed to each counterparty by itself; of
    the members each is one who is a member on the day of the occasion."""
    named = duty.counterparty
    if len(named) > 1 and (duty.to_each or duty.shows.to_each):
        to: list[tuple[str | None, str]] = [(name, name) for name in named]
    elif duty.to_each and named == ("members",):
        to = [(member, member) for member in case.facts.network.members_on(occasion.counts)]
    else:
        to = [(named[0] if len(named) == 1 else None, "")]
    if not duty.by_each:
        for name, suffix in to:
            yield Addressee(name, suffix)
        return
    for party, first, last in _each(case, duty, occasion):
        key = party.partition(":")[2]
        for name, suffix in to:
            yield Addressee(name, f"{suffix}/{key}" if suffix else key, party, first, last)


def _each(case: Case, duty: CompiledDuty, occasion: Occasion) -> Iterator[tuple[str, date | None, date | None]]:
    """Each by itself: the one whom the event concerns, or each holder on some day of the occasion."""
    alone = _alone(case, duty, occasion)
    for party, first, last in _holding(case, duty, occasion):
        if alone is None:
            yield party, first, last
        elif party == alone:  # it begins when it is told, and who leaves owes it all the same
            yield party, None, None if duty.leaves else last


def _alone(case: Case, duty: CompiledDuty, occasion: Occasion) -> str | None:
    """Whom the event concerns, where that is one of those who owe it: nobody means that all do something for each."""
    party = occasion.concerns
    if party is None:
        return None
    if isinstance(occasion.event, RoleAssigned | RoleEnded):
        return party if duty.holder == occasion.event.role else None
    if not duty.roles:
        return party if duty.holder == "members" else None
    holders = case.facts.network.holders_on(duty.holder, occasion.counts)
    return party if duty.holder in duty.roles and any(held.holder == party for held in holders) else None


def _holding(case: Case, duty: CompiledDuty, occasion: Occasion) -> Iterator[tuple[str, date, date | None]]:
    """Each holder on some day of the occasion, with its first and last day as one."""
    opens, closes = occasion.span or (occasion.counts, occasion.counts)
    if duty.holder == "members":
        for member, spells in case.facts.network.memberships().items():
            yield from _spells(f"org:{member}", spells, opens, closes)
        return
    intervals: dict[str, list[tuple[date, date | None]]] = {}
    for assigned, first, last in case.facts.network.terms(case.ruling.appointed(duty.holder)):
        intervals.setdefault(assigned.holder, []).append((first, last))
    for party in sorted(intervals):
        yield from _spells(party, intervals[party], opens, closes)
    if not intervals:
        for party in case.bearers(duty, occasion.meeting).on(occasion.counts):
            yield party, occasion.begins, None


def _spells(
    party: str, spells: Sequence[tuple[date, date | None]], opens: date, closes: date
) -> Iterator[tuple[str, date, date | None]]:
    """The party once, from its first day to its last, where it was a holder on some day of the occasion."""
    within = [(first, last) for first, last in spells if first <= closes and (last is None or opens <= last)]
    if within:
        lasts = [last for _first, last in within]
        yield party, min(first for first, _last in within), None if None in lasts else max(d for d in lasts if d)
