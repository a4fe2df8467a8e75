"""Terms of office and vacancies, as several parts of the language read them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from governance.compliance.facts import Facts
from governance.model.event import Event
from governance.model.network_events import RoleAssigned, RoleEnded
from governance.time import When

__all__ = ["end_of_term", "filled_by", "on_its_day", "vacancies"]


def on_its_day(event: Event, day: date) -> Event:
    """An event that was recorded for another day than the one on which it takes effect, as an event of that day."""
    if event.effective_on == When.day(day):
        return event
    return event.model_copy(update={"effective_on": When.day(day), "effective_at": None})


def end_of_term(facts: Facts, term: RoleAssigned, last: date) -> RoleEnded | None:
    """The latest recorded end of a term, where that is why this is its last day."""
    ends = (
        e
        for e in facts.network.all(RoleEnded)
        if (e.role, e.holder, e.last_day) == (term.role, term.holder, last)
        and e.originator_version > term.originator_version
    )
    return max(ends, key=lambda e: e.originator_version, default=None)


def vacancies(facts: Facts) -> Iterator[tuple[RoleAssigned, date]]:
    """Each term that ends and its last day, as was recorded or because it runs out and the same holder does not go
    on."""
    for role in dict.fromkeys(event.role for event in facts.network.all(RoleAssigned)):
        for term, _first, last in facts.network.terms(role):
            if last and (end_of_term(facts, term, last) or not _holds(facts, term, last, 1)):
                yield term, last


def filled_by(facts: Facts, role: str, vacancy: tuple[date, str]) -> Sequence[RoleAssigned]:
    """The appointment that fills a vacancy, given by its day and who held the role: each appointment fills one, the
    oldest that is open; that of somebody who goes on in the role fills none."""
    terms = sorted(facts.network.terms(role), key=lambda term: (term.first, term.assigned.originator_version))
    free = [(first, term) for term, first, _last in terms if not _holds(facts, term, first, -1)]
    for day, holder in sorted((last, term.holder) for term, last in vacancies(facts) if term.role == role):
        at = next((index for index, (first, _term) in enumerate(free) if first > day), None)
        filling = [free.pop(at)[1]] if at is not None else []
        if (day, holder) == vacancy:
            return filling
    return ()


def _holds(facts: Facts, term: RoleAssigned, day: date, days: int) -> bool:
    """Whether the holder of a term holds the role so many days after a day, too."""
    if day in (date.min, date.max):
        return False
    holders = facts.network.holders_on(term.role, day + timedelta(days=days))
    return any(other.holder == term.holder for other in holders)
