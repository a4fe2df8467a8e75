"""What every pattern of duty offers: what all of them state, on what it is judged, and how it is said."""

from abc import abstractmethod
from collections.abc import Hashable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import Field

from governance.compliance.case import Case
from governance.compliance.due import Anchor
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import AnchorSince
from governance.compliance.timeline import Stop
from governance.compliance.values import Obligation, Reason
from governance.duties.conditions import Condition, Exemption
from governance.duties.due import DueRule
from governance.duties.due.length import Length
from governance.duties.evidence import EVIDENCE, evidence_called
from governance.duties.evidence_kind import Occasion
from governance.duties.measures.base import Measure, MeetingsAsked, Stated
from governance.duties.people import People
from governance.duties.proof import proof
from governance.duties.scene import Scene
from governance.mandate.names import Names, either, every
from governance.mandate.tree import Doubt, Node
from governance.mandate.values import Evidence, Key, Part, Place, Words
from governance.text import N_, _

__all__ = ["SPANS", "Deed", "Duty", "Silence", "Step", "dropped", "looks_for_a_date", "on_every_day", "states_last"]

Silence = Literal[
    "acceptance", "approval", "date", "deadline", "deciding_meeting", "deputy", "everything", "form", "groups",
    "how_often", "kinds", "measure", "overlap", "part_years", "part_periods", "receipt", "recipient", "staleness",
    "term", "versions", "who", "quorum", "eligibility", "vacancy", "retention", "consequence", "order", "publication",
]  # fmt: skip
"""What a reader would look for in the clause and does not find."""

_EVERYWHERE = ("trigger", "established", "mandate_start", "mandate_end")
SPANS = {
    "week": (),
    "month": ("month", "quarter", "half_year", "year"),
    "two_months": ("half_year", "year"),
    "quarter": ("quarter", "half_year", "year"),
    "third": ("year",),
    "half_year": ("half_year", "year"),
    "year": ("year",),
}
"""The periods of which each period lies in one only."""


class Duty(Part):
    """What all patterns share. ``holder`` and ``counterparty`` name a role, an organisation, or one of
    ``network``, ``principal``, ``members``, ``registry``."""

    holder: Annotated[Key, Field(title="Who owes it")]
    counterparty: Annotated[tuple[Key, ...], Field(title="To whom it is owed")] = ()
    by_each: Annotated[bool, Field(title="Each of the holders owes it by itself")] = False
    to_each: Annotated[bool, Field(title="It is owed to each counterparty by itself")] = False
    silent_on: Annotated[tuple[Silence, ...], Field(title="What a reader looks for and the document does not say")] = ()
    if_: Annotated[Condition | None, Field(alias="if", title="On what condition it is owed")] = None
    during_first: Annotated[Length | None, Field(title="Only for so long from the establishment of the body")] = None
    after_first: Annotated[Length | None, Field(title="Only from so long after the establishment of the body")] = None
    waived_by: Annotated[tuple[Key, ...], Field(title="Who may waive or extend it; the principal where left out")] = ()
    waived_at_the_latest: Annotated[DueRule | None, Field(title="By when that must be decided")] = None
    consequence: Annotated[Words | None, Field(title="What follows where it is not met; a text for people")] = None

    if TYPE_CHECKING:
        pattern: str  # each states its own, as a literal, after what all share

    word_for: ClassVar[Occasion] = "other"
    """On what the words for its evidence can be used."""
    anchors: ClassVar[tuple[str, ...]] = ()
    """The days that its rules can count from, besides those that there always are."""
    proofs: ClassVar[tuple[str, ...]] = ()
    """The keys of which it has exactly one."""
    own_evidence: ClassVar[str | None] = None
    """What shows it where the duty names nothing."""
    is_dated: ClassVar[bool] = False
    """Whether it can state a due rule, and have one assumed."""
    is_dated_though_measured: ClassVar[bool] = False
    """Whether it can do so where it is measured, too."""
    trigger: ClassVar[str] = ""
    """The day from which its due rules count, in words."""
    at_meetings: ClassVar[bool] = False
    """Whether each meeting calls for it, so that there is a host and a leader."""
    is_judged: ClassVar[bool] = True
    is_recorded: ClassVar[bool] = True
    """Whether something can be recorded on its occasions."""
    of_events: ClassVar[bool] = False
    """Whether each event of a kind calls for it."""
    narrows_evidence: ClassVar[bool] = False
    """Whether ``kinds`` say of which meetings its evidence is."""
    roles_of_evidence: ClassVar[bool] = False
    """Whether ``roles`` say of which roles its evidence is."""
    names_recipient: ClassVar[bool | None] = None
    """Whether its sentence says to whom it is owed; None where that depends on its evidence."""
    trigger_ahead: ClassVar[str] = ""
    """That day for rules that count backwards, where it is another."""

    # What it states, whatever its pattern

    @property
    def stated_measure(self) -> Measure | None:
        """What it is measured by instead of evidence."""
        return None

    @property
    def stated_steps(self) -> "tuple[Step, ...]":
        return ()

    @property
    def stated_exemptions(self) -> tuple[Exemption, ...]:
        return ()

    @property
    def stated_due(self) -> DueRule | None:
        return None

    @property
    def meeting_kinds(self) -> tuple[str, ...] | None:
        """The kinds of meeting that it is about; None where it speaks of none."""
        return None

    @property
    def role_keys(self) -> tuple[str, ...]:
        """The roles that its occasions are about."""
        return ()

    @property
    def appointed_roles(self) -> tuple[str, ...]:
        """The roles that it names of whose appointments it speaks, where each appointment calls for it."""
        return ()

    @property
    def appointment(self) -> str | None:
        """The word for the appointment that calls for it, where one does."""
        return None

    @property
    def is_called_for(self) -> bool:
        """Whether something calls for it, so that it cannot be due before that."""
        return False

    @property
    def first_month(self) -> int | None:
        """Of a period, the month in which its year begins."""
        return None

    @property
    def meetings_asked(self) -> MeetingsAsked | None:
        """The number of meetings that it asks for in each period."""
        return None

    def doubts(self, at: Stated, people: People) -> Iterator[Doubt]:  # noqa: ARG002 - most have none by themselves
        """What is readable and can hardly be meant."""
        yield from ()

    @property
    def unclear(self) -> tuple[str, ...]:
        """The kinds of meeting of which the mandate does not say whether they count."""
        return ()

    @property
    def scheduled_rules(self) -> Sequence[tuple[str, DueRule | None]]:
        """Its own due rules, by their keys."""
        return (("due", self.stated_due),)

    # On what it is judged, and how

    @abstractmethod
    def subjects(self, case: Case, duty: CompiledDuty, horizon: int, /) -> tuple[Hashable, ...]:
        """What the duty of one version is judged on, each by itself; periods through the given year."""

    @abstractmethod
    def judge(self, case: Case, duty: CompiledDuty, subject: Any, /) -> Iterator[Obligation]:
        """The obligations of the duty on one of these."""

    def completed(self, duty: CompiledDuty) -> CompiledDuty:
        """With what only this pattern states."""
        return duty

    @classmethod
    def has_kind(cls, node: Node) -> bool:  # noqa: ARG003 - most are of no meeting
        """Whether its occasions are meetings, or happen at one, so that they have a kind."""
        return False

    @classmethod
    def shared(cls, node: Node) -> str | None:  # noqa: ARG003 - of most it says nothing
        """Duties on the same kind of occasion have the same one; None: its occasions are no other duty's."""
        return None

    def same_occasion(self) -> Hashable:
        """The same, where what the occasions have in common is all that there is to compare."""
        return type(self).shared(Node((), self.model_dump(mode="json", by_alias=True)))

    @classmethod
    def anchors_of(cls, event: str | None) -> tuple[str, ...]:  # noqa: ARG003 - only of some it depends on the event
        """The days that a rule can count from, besides ``done.X`` and ``due.X``."""
        return (*_EVERYWHERE, *cls.anchors)

    @classmethod
    def evidence_words(cls) -> tuple[str, ...]:
        """The language's own words for what can be recorded on its occasions."""
        return tuple(word for word, kind in EVIDENCE.items() if cls.word_for in kind.on)

    # How it is said

    def begins(self, names: Names) -> str:  # noqa: ARG002 - many begin the same whatever they name
        """What calls for it: the beginning of its sentence."""
        return ""

    def sentence(self, within: Scene) -> str | None:  # noqa: ARG002 - of most it is occasion, holder, deed and date
        """Its sentence, where that is another than its beginning, its holder, the deed and the date."""
        return None

    @property
    def trigger_words(self) -> str:
        """The day from which its due rules count."""
        return self.trigger

    def deed_in_words(self, word: str | None, names: Names) -> tuple[str, bool]:
        """What must be done, and whether it goes to the counterparty."""
        if word is None:
            return _("do what the clause says"), False
        said = proof(word, names)
        return said.deed, said.sent

    def points(self, within: Scene) -> Iterator[str]:  # noqa: ARG002 - many say nothing else
        """What is said of it besides its sentence, before its conditions."""
        yield from ()

    def last_points(self, within: Scene) -> Iterator[str]:  # noqa: ARG002 - most say nothing more
        """And after them."""
        yield from ()

    def things_points(self, names: Names) -> Iterator[str]:  # noqa: ARG002 - evidence says it itself
        """What would speak of it, where nothing can show it."""
        yield from ()

    @property
    def looks_for_a_date(self) -> bool:
        """Whether a reader looks for a date of its own."""
        return False

    @property
    def same_periods(self) -> tuple[str, ...]:
        """Of which periods "the same" is clear without saying: for a quarterly duty the year, but not the month."""
        return SPANS["month"]

    def holder_in_words(self, names: Names, holder: str | None = None) -> str:
        """Who owes it, or one of its steps."""
        key = holder or self.holder
        if not self.by_each:
            return names.party(key)
        return self.alone_in_words(key) or _("{holder}, by itself,").format(holder=names.each(key))

    def alone_in_words(self, holder: str) -> str:  # noqa: ARG002 - most concern nobody
        """Whoever an event concerns, where that one of the holders owes it alone; else empty."""
        return ""

    def recipients_in_words(self, parties: tuple[str, ...], names: Names) -> str:
        """To whom it is owed, or one of its steps."""
        evidence = self.stated_evidence
        if self.to_each or (evidence and evidence_called(evidence).to_each and len(parties) > 1):
            return _("{parties}, each by itself").format(parties=every([names.each(key) for key in parties]))
        return every([names.party(key) for key in parties])

    def to_in_words(self, names: Names) -> str:
        """What follows the deed: " to the principal"."""
        if not self.counterparty:
            return ""
        return _(" to {parties}").format(parties=self.recipients_in_words(self.counterparty, names))

    @property
    def stated_evidence(self) -> str | None:
        """Which recorded fact shows that it was done, where it names one."""
        return None


class Step(Part):
    """One of several dated steps of a duty: ``done.KEY`` and ``due.KEY`` are anchors for the others."""

    key: Key
    name: Words | None = None
    holder: Annotated[Key | None, Field(title="Who owes this step; the duty's holder where left out")] = None
    counterparty: Annotated[tuple[Key, ...], Field(title="To whom it is owed")] = ()
    evidence: Evidence
    signed_by: Annotated[tuple[Place, ...], Field(title="A holder of each of these roles signs")] = ()
    at_least: Annotated[int | None, Field(ge=1, le=1000, title="So many signatures or times are enough")] = None
    in_order: Annotated[bool, Field(title="They sign in this order")] = False
    due: Annotated[DueRule | None, Field(title="When it is due at the latest")] = None
    not_before: Annotated[DueRule | None, Field(title="The day before which it is too early")] = None


class Deed(Duty):
    """What is owed is shown by an event, or by several in steps."""

    evidence: Annotated[Evidence | None, Field(title="Which recorded fact shows that it was done")] = None
    or_evidence: Annotated[tuple[Evidence, ...], Field(title="Other facts that show it as well")] = ()
    signed_by: Annotated[tuple[Place, ...], Field(title="A holder of each of these roles signs")] = ()
    at_least: Annotated[int | None, Field(ge=1, le=1000, title="So many signatures or times are enough")] = None
    in_order: Annotated[bool, Field(title="They sign in this order")] = False
    due: Annotated[DueRule | None, Field(title="When it is due at the latest")] = None
    not_before: Annotated[DueRule | None, Field(title="The day before which it is too early")] = None
    exemptions: Annotated[tuple[Exemption, ...], Field(alias="exemption", title="Where another rule holds")] = ()
    steps: Annotated[tuple[Step, ...], Field(alias="step", title="The steps, where there are several")] = ()

    is_dated: ClassVar = True

    @property
    def stated_evidence(self) -> str | None:
        return self.evidence or self.own_evidence

    @property
    def looks_for_a_date(self) -> bool:
        return looks_for_a_date(self.evidence)

    def points(self, within: Scene) -> Iterator[str]:
        if self.or_evidence:
            facts = either([proof(word, within.names).fact for word in self.or_evidence])
            yield _("It is fulfilled as well if {facts}.").format(facts=facts)

    @property
    def stated_steps(self) -> tuple[Step, ...]:
        return self.steps

    @property
    def stated_exemptions(self) -> tuple[Exemption, ...]:
        return self.exemptions

    @property
    def stated_due(self) -> DueRule | None:
        return self.due

    @property
    def scheduled_rules(self) -> Sequence[tuple[str, DueRule | None]]:
        return (("due", self.due), ("not_before", self.not_before))


def looks_for_a_date(evidence: str | None) -> bool:
    """Whether a reader looks for a date of what a word shows; what the meeting itself does has none."""
    return evidence is not None and evidence_called(evidence).comes != "at"


def on_every_day(day: date) -> Sequence[AnchorSince]:
    """A day to count from that is known from the beginning."""
    return (AnchorSince(date.min, Anchor(day)),)


def states_last(case: Case, duty: CompiledDuty) -> tuple[str, ...]:
    """What lasts from version to version is judged once, under the one that states it last."""
    return ("",) if case.ruling.states_last(duty) else ()


def dropped(case: Case, duty: CompiledDuty) -> Stop | None:
    """A clause that an amended mandate no longer has asks for nothing more."""
    version = case.ruling.dropped_by(duty)
    if version is None:
        return None
    reason = Reason(N_("The mandate in force from {since} no longer asks for it."), {"since": version.since})
    return Stop(version.since, "void", reason, case.facts.evidence(version))
