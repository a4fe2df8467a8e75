"""What the parts of the language read of a body's facts, and the small readings that several of them share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar, TypeVarTuple

from governance.model.assignment import Assignment
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.model.network_events import ActRecorded, RoleAssigned, RoleEnded
from governance.time import When

__all__ = ["BodyFacts", "end_of_term", "filled_by", "of_kind", "on_its_day", "stands_for", "vacancies"]


_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")


class BodyFacts(Protocol):
    """The facts of one body, as far as they were recorded."""

    @property
    def network(self) -> Network: ...
    @property
    def assignments(self) -> Mapping[str, Assignment]: ...
    @property
    def meetings(self) -> Mapping[str, Meeting]: ...

    def meeting(self, ref: str, /) -> Meeting:
        """One that there is."""
        ...

    def read(self, function: "Callable[[BodyFacts, *_Ts], _T]", /, *arguments: *_Ts) -> _T:
        """What a function gives for these facts and other, hashable, arguments, kept until what it read has changed."""
        ...

    def acts(self, key: str, /) -> Sequence[ActRecorded]:
        """Each time that an act of the mandate's own was recorded, in the order of the log."""
        ...

    def held_in_order(self) -> Sequence[tuple[date, str]]:
        """The meetings held, each by its day and its reference, oldest first."""
        ...

    def held_after(self, this: tuple[date, str], kinds: Sequence[str], /) -> Meeting | None:
        """The first meeting of these kinds that was held after this one."""
        ...

    def surely_by(self, event: Event, /) -> date:
        """The day by whose end an event had surely happened."""
        ...


def of_kind(meeting: Meeting, kinds: Sequence[str]) -> bool:
    """Whether a meeting is of one of these kinds; every one is where none is named."""
    return not kinds or (meeting.scheduled is not None and meeting.scheduled.kind in kinds)


def on_its_day(event: Event, day: date) -> Event:
    """An event that was recorded for another day than the one on which it takes effect, as an event of that day."""
    if event.effective_on == When.day(day):
        return event
    return event.model_copy(update={"effective_on": When.day(day), "effective_at": None})


def end_of_term(facts: BodyFacts, term: RoleAssigned, last: date) -> RoleEnded | None:
    """The latest recorded end of a term, where that is why this is its last day."""
    ends = (
        e
        for e in facts.network.all(RoleEnded)
        if (e.role, e.holder, e.last_day) == (term.role, term.holder, last)
        and e.originator_version > term.originator_version
    )
    return max(ends, key=lambda e: e.originator_version, default=None)


def vacancies(facts: BodyFacts) -> Iterator[tuple[RoleAssigned, date]]:
    """Each term that ends and its last day, as was recorded or because it runs out and the same holder does not go
    on."""
    for role in dict.fromkeys(event.role for event in facts.network.all(RoleAssigned)):
        for term, _first, last in facts.network.role_intervals(role):
            if last and (end_of_term(facts, term, last) or not _holds(facts, term, last, 1)):
                yield term, last


def filled_by(facts: BodyFacts, role: str, vacancy: tuple[date, str]) -> Sequence[RoleAssigned]:
    """The appointment that fills a vacancy, given by its day and who held the role: each appointment fills one, the
    oldest that is open; that of somebody who goes on in the role fills none."""
    terms = sorted(facts.network.role_intervals(role), key=lambda term: (term[1], term[0].originator_version))
    free = [(first, term) for term, first, _last in terms if not _holds(facts, term, first, -1)]
    for day, holder in sorted((last, term.holder) for term, last in vacancies(facts) if term.role == role):
        at = next((index for index, (first, _term) in enumerate(free) if first > day), None)
        filling = [free.pop(at)[1]] if at is not None else []
        if (day, holder) == vacancy:
            return filling
    return ()


def _holds(facts: BodyFacts, term: RoleAssigned, day: date, days: int) -> bool:
    """Whether the holder of a term holds the role so many days after a day, too."""
    if day in (date.min, date.max):
        return False
    holders = facts.network.holders_on(term.role, day + timedelta(days=days))
    return any(other.holder == term.holder for other in holders)


def stands_for(facts: BodyFacts, party: str, day: date) -> frozenset[str]:
    """The members or sides whom a holder of some role stands for on a day."""
    return facts.read(_stands_for, party, day)


def _stands_for(facts: BodyFacts, party: str, day: date) -> frozenset[str]:
    return frozenset(
        held.member
        for role in {assigned.role for assigned in facts.network.all(RoleAssigned) if assigned.holder == party}
        for held in facts.network.holders_on(role, day)
        if held.holder == party and held.member
    )
