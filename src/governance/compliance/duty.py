"""A duty as it is judged: what a mandate states of it, in one form whatever its pattern.

Here stands only what judging asks of the parts of the mandate language; the parts themselves stand above.
"""

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from governance.compliance.due import DueRule
from governance.compliance.periods import Cadence
from governance.compliance.values import Obligation
from governance.compliance.workdays import Length
from governance.mandate.values import Words
from governance.model.event import Event

__all__ = [
    "ALWAYS", "Assumption", "Circumstances", "CompiledDuty", "Condition", "Evidence", "Exemption", "Extra", "Language",
    "Pattern", "Spell",
]  # fmt: skip

Spell = tuple[date, date | None] | None
"""From its first day to before its last day (None: without end); None where it never holds."""

ALWAYS: Spell = (date.min, None)


class Circumstances(Protocol):
    """What a condition looks at, of one occasion."""

    @property
    def kind(self) -> str | None:
        """The kind of the meeting; None where it is none."""

    def first_recorded(
        self, words: Collection[str], *, with_reason: bool = False, in_time: bool = False
    ) -> date | None:
        """The day by which the first of these was surely recorded of the occasion; None where none was. ``in_time``:
        only what came by the last day that there is for it counts."""

    def holders(self, role: str) -> Collection[str]:
        """Who holds a role on the day that counts."""

    def members(self) -> int:
        """How many members there are on the day that counts."""


class Condition(Protocol):
    """On what condition a duty holds."""

    def spell(self, seen: Circumstances) -> Spell:
        """When it holds."""


class Exemption(Protocol):
    """Under a condition another due rule holds, or the duty is not owed at all."""

    @property
    def if_(self) -> Condition: ...
    @property
    def due(self) -> DueRule | None: ...
    @property
    def not_owed(self) -> bool: ...
    @property
    def at_the_latest(self) -> DueRule | None: ...
    @property
    def text(self) -> Words | None: ...


class Assumption(Protocol):
    """Fills a silence of one clause on a reader's own account."""

    @property
    def id(self) -> str: ...
    @property
    def clause(self) -> str: ...
    @property
    def due(self) -> DueRule: ...
    @property
    def text(self) -> Words: ...


class Evidence(Protocol):
    """A word for what can be recorded, as judging looks at it; its row explains each of these."""

    @property
    def word(self) -> str: ...
    @property
    def events(self) -> tuple[type[Event], ...]: ...
    @property
    def comes(self) -> str | None: ...
    @property
    def holds(self) -> str | None: ...
    @property
    def to_each(self) -> bool: ...
    @property
    def by_leader(self) -> bool: ...
    @property
    def undone_by(self) -> "Evidence | None": ...


class Pattern(Protocol):
    """On what occasions something is owed, and what follows on each of them. The ``case`` is a ``Case``, which rests on
    this module."""

    def subjects(self, case: Any, duty: "CompiledDuty", horizon: int, /) -> tuple[Hashable, ...]:
        """What a duty of one version is judged on, each by itself; periods through the given year."""

    def judge(self, case: Any, duty: "CompiledDuty", subject: Any, /) -> Iterator[Obligation]:
        """The obligations of the duty on one of these."""


@dataclass(frozen=True, slots=True, eq=False)
class CompiledDuty:
    """One duty of a clause, or one step of it, in one form whatever its pattern."""

    id: str
    """The clause's, for its second duty ``clause.2``, and so on."""
    clause: str | None
    """None for what no clause speaks of."""
    text: Words
    pattern: str
    """The word for its occasion: ``each_meeting``."""
    duty: Pattern
    """As the mandate states it."""
    holder: str
    counterparty: tuple[str, ...]
    owed: str
    """What is owed, in a word: ``minutes_submitted``, ``quorum``, the key of an act."""
    shows: Evidence
    """What shows that it was done; the row ``none`` where that is nothing."""
    due: DueRule | None = None
    assumption: Assumption | None = None
    """What ``due`` rests on, where the mandate itself is silent."""
    evidence: str | None = None
    or_evidence: tuple[str, ...] = ()
    of_living_body: bool = False
    """Whether nothing can show it once the body, or its mandate, has ended."""
    measure: object = None
    """What it is measured by instead, where it is."""
    not_before: DueRule | None = None
    exemptions: Sequence[Exemption] = ()
    signed_by: tuple[tuple[str, ...], ...] = ()
    """For each signature that is asked for, the roles of which a holder can give it."""
    at_least: int | None = None
    in_order: bool = False
    named_by_subject: bool = False
    """Whether its obligations are called by their subject alone, whatever the duty: by assignment and report."""
    step: str | None = None
    """The key of the step; None for a duty of one step."""
    step_name: Words | None = None
    counted_from: frozenset[str] = frozenset()
    """The names of the days that its rules count from."""
    may_come: bool = False
    """Whether its due date comes once the days that it counts from are known."""
    follows: frozenset[str] = frozenset()
    """Those of them that are days of other steps and duties: ``done.X``, ``due.X``."""
    condition: Condition | None = None
    during_first: Length | None = None
    after_first: Length | None = None
    by_each: bool = False
    to_each: bool = False
    waived_by: tuple[str, ...] = ()
    waived_at_the_latest: DueRule | None = None
    silent_on: tuple[str, ...] = ()
    consequence: Words | None = None
    deputies: tuple[str, ...] = ()
    """Of a meeting, the roles that may lead it in the holder's place."""
    roles: tuple[str, ...] = ()
    """The roles that its occasions are about, where it names some."""
    leaves: bool = False
    """Of an event, whether the one concerned leaves with it, and owes what follows all the same."""
    kinds: tuple[str, ...] = ()
    """The kinds of meeting that it is about, or that count for it, where it names some."""
    part_periods: str | None = None
    """What holds for a part of a period: it is ``owed``, ``not_owed`` or ``pro_rata``."""
    cadence: Cadence | None = None
    """How often it recurs, where it is owed for each period."""


Extra = tuple[Assumption, ...]
"""Assumptions that a question adds ("what if minutes were due in 14 days"); nothing of them is recorded."""


class Language(NamedTuple):
    """What is made of the documents of a body, by the language in which its mandates are written."""

    duties: Callable[[str, Extra], tuple[CompiledDuty, ...]]
    """The duties of a document, and what the assumptions make of them."""
    unstated: CompiledDuty
    """What is owed under every mandate, and under none, though no clause says so: other reports."""
