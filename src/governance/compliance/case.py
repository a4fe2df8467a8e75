"""What a duty is judged on, and how its obligations are put together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar, TypeVarTuple

from governance.compliance.duty import CompiledDuty, Extra
from governance.compliance.facts import Facts
from governance.compliance.holders import Bearers, bearers_of, with_bearers
from governance.compliance.occasions import Occasion, Timeline, moment_of
from governance.compliance.timeline import Done
from governance.compliance.values import Obligation, Phase, Reason
from governance.compliance.versions import Ruling
from governance.compliance.workdays import Place, calendar_of
from governance.mandate.frame import WorkingDays
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import MeetingFeedbackGiven
from governance.model.network_events import FeedbackGiven, MandateAmended
from governance.text import N_
from governance.time import When

__all__ = ["Addressee", "Case", "case_of"]

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who owes it to whom, where several do or it is owed to several, each by itself."""

    counterparty: str | None
    """The one; None where it is owed to all together, or to nobody."""
    suffix: str = ""
    """What comes at the end of the obligation's id."""
    party: str | None = None
    """The holder who owes it by itself."""
    first: date | None = None
    last: date | None = None
    """The first and last day on which this party is a holder."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a duty is judged on."""

    facts: Facts
    ruling: Ruling
    place: Place
    """Where the mandate counts its days."""
    fixed: Timeline
    """The days to count from that are the same for every occasion."""
    amended: bool
    """Whether a later version changes what was running, or this one reaches back."""
    decisions: bool
    """Whether anything was decided of any single obligation."""
    gone: tuple[Reason, ...]
    """What there is to say of a body that was dissolved."""

    @staticmethod
    def of(facts: Facts, ruling: Ruling) -> "Case":
        """The case of a network under a version of its mandate."""
        return facts.read(case_of, ruling.number, ruling.extra)

    def read(self, function: Callable[["Case", *_Ts], _T], *arguments: *_Ts) -> _T:
        """What a function gives for this case and other, hashable, arguments; see ``governance.readings``."""
        return self.facts.read(_in_case, function, self.ruling.number, self.ruling.extra, *arguments)

    def bearers(self, duty: CompiledDuty, meeting: Meeting | None = None) -> Bearers:
        """Who owes a duty."""
        return bearers_of(self.facts, self.ruling.mandate, duty.holder, meeting)

    def done(self, events: Sequence[Event]) -> Done | None:
        """The first of these events, in the order in which they happened, as fulfilment."""
        if not events:
            return None
        first = events[0]
        if len(events) > 1:
            first = min(events, key=lambda event: (self.facts.surely_by(event), event.effective_on.first))
        return self.done_by(first, (first,))

    def done_by(self, event: Event, evidence: Sequence[Event]) -> Done:
        """Fulfilment on the day of an event, shown by all of ``evidence``."""
        facts, at = self.facts, event.effective_at
        moment = moment_of(event.effective_on.last, at, facts.network.time_zone) if at else None
        return Done(event.effective_on, facts.surely_by(event), facts.evidence(*evidence), moment)

    def counting(self, duty: CompiledDuty, events: Sequence[Event], to: Addressee) -> Sequence[Event]:
        """Those of the events that count towards this addressee."""
        return [event for event in events if self._counts(duty, event, to)]

    def _counts(self, duty: CompiledDuty, event: Event, to: Addressee) -> bool:
        """What went to somebody else does not count; feedback counts when it was given in the duty's role."""
        role, named = duty.holder, (to.counterparty,) if to.counterparty else duty.counterparty
        if named and not any(self.reached(event, name) for name in named):
            return False
        if to.party and to.party not in (getattr(event, "by", None), getattr(event, "holder", None)):
            return False
        if not isinstance(event, FeedbackGiven | MeetingFeedbackGiven):
            return True
        if event.given_as is not None:
            return event.given_as == role
        return event.by is None or self.bears(role, event.by, event.effective_on.last)

    def bears(self, name: str, party: str | None, day: date) -> bool:
        """Whether a party is one of those who bear a duty on a day; of the members, any one."""
        if name == "members":
            return party in [f"org:{member}" for member in self.facts.network.members_on(day)]
        return party in bearers_of(self.facts, self.ruling.mandate, name).on(day)

    def reached(self, event: Event, counterparty: str) -> bool:
        """Whether it went to the counterparty, or nothing else was told."""
        recipient = getattr(event, "recipient", None)
        return recipient is None or self.same(recipient, counterparty)

    def same(self, one: str, other: str) -> bool:
        """Whether two names mean the same party: the principal has a key of its own, too."""
        mandate = self.ruling.mandate
        return one == other or bool(mandate and {one, other} == {"principal", mandate.principal.key})

    def begun_by(self, duty: CompiledDuty, day: date) -> "tuple[Case, CompiledDuty]":
        """A duty as the version of the mandate states it that was the last to begin by a day."""
        version = self.facts.network.version_begun_by(day)
        then = self.facts.read(case_of, version.originator_version if version else None, self.ruling.extra)
        return next(((then, one) for one in then.ruling.duties if one.id == duty.id), (self, duty))

    def counted_from(self, duty: CompiledDuty) -> frozenset[str]:
        """The names of the days that the due date of a duty can come to be counted from."""
        return self.ruling.counted_from(duty) if self.amended else duty.counted_from

    def id_of(self, duty: CompiledDuty, about: str, suffix: str = "") -> str:
        """How people write an obligation: ``vux/Se2/2021-02-12``."""
        identity = f"{self.facts.key}/{duty.id}"
        if not suffix and not duty.step:
            return f"{identity}/{about}"
        occasion = "" if suffix and about == "standing" else about
        return "/".join(part for part in (identity, occasion, suffix, duty.step) if part)

    def made(
        self,
        duty: CompiledDuty,
        occasion: Occasion,
        *,
        phases: Sequence[Phase],
        to: Addressee,
        first_due: When | None = None,
        trigger: date | None = None,
        steps: Sequence[Reason] = (),
        bearers: Bearers | None = None,
    ) -> Obligation:
        """The obligation, with those who bear it on the day that counts."""
        if bearers is None:
            bearers = self.bearers(duty, occasion.meeting)
        return Obligation(  # in the order of its fields: that is twice as fast, and there are very many
            self.id_of(duty, occasion.about, to.suffix),
            self.facts.key,
            duty.clause,
            duty.owed,
            occasion.subject,
            duty.holder,
            to.counterparty or ", ".join(duty.counterparty) or None,
            self.ruling.label,
            () if duty.assumption is None else (duty.assumption.id,),
            (*steps, *self.gone),
            first_due,
            with_bearers(phases, bearers, trigger),
        )


def case_of(facts: Facts, number: int | None, extra: Extra) -> Case:
    """The case under the version of the mandate that has this number in the network's history; under none for None."""
    ruling = Ruling(facts, facts.network.version_numbered(number), extra)
    days = ruling.mandate.working_days if ruling.mandate else _ALL_DAYS
    place = Place(facts.network.time_zone, calendar_of(days))
    back = isinstance(ruling.version, MandateAmended) and ruling.version.reaches_back
    amended = bool(facts.network.amended_running() or back)
    return Case(facts, ruling, place, ruling.fixed(), amended, facts.any_decided(), _gone(facts))


def _in_case(
    facts: Facts, function: Callable[[Case, *_Ts], _T], number: int | None, extra: Extra, *arguments: *_Ts
) -> _T:
    return function(facts.read(case_of, number, extra), *arguments)


_ALL_DAYS = WorkingDays()
"""Those of a body without a mandate."""


def _gone(facts: Facts) -> tuple[Reason, ...]:
    gone = facts.network.dissolved_on()
    return (Reason(N_("The body was dissolved {when}; what it owed remains."), {"when": gone}),) if gone else ()
