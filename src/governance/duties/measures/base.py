"""What every measure offers: its words, its faults and doubts, and what is owed by it; and the kinds of measure."""

from abc import abstractmethod
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, NamedTuple

from governance.compliance.case import Case
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import Occasion
from governance.compliance.periods import Cadence, Period
from governance.compliance.values import Obligation, Reason, Verdict
from governance.duties.people import People
from governance.mandate.names import Names
from governance.mandate.tree import Doubt, Fault, Node, Path
from governance.mandate.values import Part
from governance.text import _

__all__ = ["AtOnce", "Judged", "Measure", "MeetingsAsked", "OfEvent", "OverPeriod", "Stated"]


@dataclass(frozen=True, slots=True)
class Stated:
    """Where a measure stands: what its words and doubts can look at."""

    holder: str
    """Who owes it."""
    at_meetings: bool
    """Whether it is measured at each meeting."""
    of_roles: tuple[str, ...] = ()
    """The roles of whose appointments the duty speaks, where it is about appointments."""
    path: Path = ()
    """Of the measure in the file."""
    id: str = ""
    """The id of the duty."""

    def doubt(self, text: str, advice: str, *way: str | int) -> Doubt:
        """A doubt about what lies on the way from the measure."""
        return Doubt((*self.path, *way), self.id, text, advice)


class MeetingsAsked(NamedTuple):
    """A number of meetings in each period, and the way to it from the duty."""

    way: tuple[str, ...]
    cadence: Cadence
    kinds: tuple[str, ...]
    at_least: int | None
    at_most: int | None = None


class Measure(Part):
    """What a duty is measured by, where no single event could fulfil it."""

    of: str

    owed: ClassVar[str]
    """What is owed, in a word."""
    named: ClassVar[dict[str, str]] = {}
    """By key: what the names there name, ``role``, ``side``, ``group`` (either), ``member``, ``meeting_kind``."""
    needs: ClassVar[tuple[str, ...]] = ()
    """The keys of which it has one or more."""
    tells_apart: ClassVar[tuple[str, ...]] = ()
    """The keys of which one or more say of whom a share is a part, where not everybody can be meant."""
    of_appointments: ClassVar[bool] = False
    """Whether it looks at who is appointed, where it is about an event."""
    settled_at_once: ClassVar[bool] = False
    """Whether it is judged on its occasion, so that a date changes nothing."""
    of_each: ClassVar[bool] = False
    """Whether each of the holders owes it by itself."""

    @abstractmethod
    def phrase(self, names: Names, at: Stated) -> str:
        """What must hold, after "must see to it that"."""

    @property
    def meeting_kinds(self) -> tuple[str, ...] | None:
        """The kinds of meeting that it is about; None where it speaks of none."""
        return None

    @property
    def unclear(self) -> tuple[str, ...]:
        """The kinds of meeting of which the mandate does not say whether they count."""
        return ()

    @property
    def of_sides(self) -> bool:
        """Whether it is about all sides, without naming them."""
        return False

    @property
    def bars(self) -> tuple[str, ...]:
        """The roles of which nobody who holds one can be appointed."""
        return ()

    @property
    def only_holders_of(self) -> tuple[str, ...]:
        """The roles whose holders alone can be appointed; none where others can, too."""
        return ()

    def points(self, names: Names) -> Iterator[str]:  # noqa: ARG002 - most say all in their phrase
        """What else is said of it."""
        yield from ()

    @classmethod
    def faults(cls, node: Node, duty: Node, roles: Collection[str]) -> Iterator[Fault]:  # noqa: ARG003 - most need less
        """What contradicts itself in the table of this measure, whose values may be of any kind, and in that of its
        duty; ``roles`` are those of the file."""
        if cls.needs and not any(node[key].stated for key in cls.needs):
            yield Fault(node.path, _("does not say what must hold"), _one_of(cls.needs))
        for bound in (node["at_least"], node["at_most"]):
            if cls.tells_apart and isinstance(bound.value, dict) and not any(node[k].stated for k in cls.tells_apart):
                problem = _("a part of what? Nothing says who is counted of whom")
                yield Fault(bound.path, problem, _one_of(cls.tells_apart))

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:  # noqa: ARG002 - most have none
        """What is readable and can hardly be meant."""
        yield from ()


def _one_of(keys: tuple[str, ...]) -> str:
    return _("one of {keys}").format(keys=", ".join(keys))


class Judged(NamedTuple):
    """What a measure says of a meeting or an appointment from a day on."""

    since: date
    verdict: Verdict
    reason: Reason


class OfEvent(Measure):
    """A measure of a meeting that was held, or of an appointment."""

    settled_at_once: ClassVar = True

    @abstractmethod
    def judged(self, case: Case, occasion: Occasion, event: Any, day: date) -> Iterator[Judged]:
        """What holds of the ``event``, a ``MeetingHeld`` or a ``RoleAssigned`` as the occasion has it, and since when;
        it had surely happened by a day."""


class AtOnce(OfEvent):
    """One that is settled at once and for good."""

    def judged(self, case: Case, occasion: Occasion, event: Any, day: date) -> Iterator[Judged]:
        yield Judged(day, *self.verdict(case, occasion, event, day))

    @abstractmethod
    def verdict(self, case: Case, occasion: Occasion, event: Any, day: date) -> tuple[Verdict, Reason]:
        """What holds of the event."""


class OverPeriod(Measure):
    """A measure of what happens in a period."""

    @abstractmethod
    def obligations(self, case: Case, duty: CompiledDuty, occasion: Occasion, period: Period) -> Iterator[Obligation]:
        """What is owed for a period."""

    def asked_in(self, cadence: Cadence) -> MeetingsAsked | None:  # noqa: ARG002 - most count something else
        """The number of meetings that it asks for in each period."""
        return None
