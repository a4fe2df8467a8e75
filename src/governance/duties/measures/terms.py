"""For how long somebody has a role."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.occasions import Occasion
from governance.compliance.values import Reason
from governance.compliance.workdays import first_day_after
from governance.duties.due.length import Length
from governance.duties.measures.base import Judged, OfEvent, Stated
from governance.mandate.names import Names, either
from governance.model.network_events import RoleAssigned
from governance.model.terms import Term
from governance.text import N_, _, ngettext

__all__ = ["Terms"]


class Terms(OfEvent):
    """Nobody has the role for more than so many terms running, or for more than so many years running."""

    of: Literal["terms"]
    at_most: Annotated[int, Field(ge=1, le=100)] | None = None
    years: Annotated[int, Field(ge=1, le=100)] | None = None

    owed: ClassVar = "terms"
    needs: ClassVar = ("at_most", "years")
    of_appointments: ClassVar = True

    def phrase(self, names: Names, at: Stated) -> str:  # noqa: ARG002 - it is said the same everywhere
        limits = []
        if self.at_most is not None:
            n = self.at_most
            limits.append(ngettext("{n} term running", "{n} terms running", n).format(n=n))
        if self.years is not None:
            n = self.years
            limits.append(ngettext("{n} year running", "{n} years running", n).format(n=n))
        return _("nobody has the role for more than {limits}").format(limits=either(limits))

    def judged(self, case: Case, occasion: Occasion, event: RoleAssigned, day: date) -> Iterator[Judged]:  # noqa: ARG002
        """How many terms the holder has had running with this one, and for how many years; since when that holds."""
        chain = _running(case, event)
        first, last = next((f, to) for e, f, to in chain if e.originator_version == event.originator_version)
        details = {"by": event.holder, "n": len(chain), "most": self.at_most or 0, "since": chain[0][1]}
        if self.at_most is not None and len(chain) > self.at_most:
            too_many = Reason(N_("{by} begins term {n} running; at most {most} are allowed."), details)
            yield Judged(first, "breached", too_many)
            return
        within = Reason(N_("{by} begins term {n} running."), details)
        if self.years is None:
            yield Judged(first, "fulfilled", within)
            return
        limit = first_day_after(chain[0][1], Length(years=self.years), case.place)
        details = {**details, "limit": limit}
        too_long = Reason(N_("{by} has held the role since {since}, beyond {limit}."), details)
        if first >= limit:
            yield Judged(first, "breached", too_long)
            return
        open_yet = Reason(N_("{by} has held the role since {since} and must leave before {limit}."), details)
        yield Judged(first, "upcoming", open_yet)
        if last is not None and last < limit:
            yield Judged(last + timedelta(days=1), "fulfilled", Reason(N_("{by} left before {limit}."), details))
        else:
            yield Judged(limit, "breached", too_long)


def _running(case: Case, event: RoleAssigned) -> list[Term]:
    """The terms of the same holder in the same role up to this one, each beginning the day after the one before."""
    own = [term for term in case.facts.network.terms(event.role) if term.assigned.holder == event.holder]
    own.sort(key=lambda term: (term.first, term.assigned.originator_version))
    chain: list[Term] = []
    for term in own:
        ended = chain[-1].last if chain else None
        if chain and (ended is None or term.first > ended + timedelta(days=1)):
            chain = []
        chain.append(term)
        if term.assigned.originator_version == event.originator_version:
            break
    return chain
