"""How an aggregate remembers, decides and is corrected; the same for all kinds.

An aggregate's state *is* its effective history: the events it recorded, with corrections and retractions
applied. So evolving is remembering and cannot refuse, and each question about the state is a small reading of
the history. Deciding is one rule for each event, in the visible table ``rules`` of its class.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, TypeVar, TypeVarTuple, overload

from pydantic import JsonValue, ValidationError

from governance.errors import (
    AlreadyRecorded,
    CheckpointUnknown,
    CorrectionBreaksHistory,
    CorrectionChangesNothing,
    FactUnknown,
    FieldInvalid,
    GovernanceError,
    InTheFuture,
    NotCorrectable,
    PartyUnknown,
    ReferenceUnknown,
)
from governance.model.event import Event, Text, stored_as
from governance.readings import Readings
from governance.text import _

if TYPE_CHECKING:
    from governance.mandate.frame import Frame

__all__ = ["Aggregate", "Body", "Context", "FactCorrected", "FactRetracted", "happened", "reading",
           "require_party", "same_time"]  # fmt: skip


@stored_as("governance.fact.FactCorrected")
class FactCorrected(Event):
    """An earlier event of this history told wrong: these fields are otherwise, and why."""

    corrects: int
    """The version of the corrected event in the same history."""
    changes: dict[str, JsonValue]
    reason: Text


@stored_as("governance.fact.FactRetracted")
class FactRetracted(Event):
    """An earlier event of this history did not happen (or an earlier correction or retraction was wrong), and why."""

    retracts: int
    reason: Text


class Body(Protocol):
    """What an aggregate may ask of the network it belongs to."""

    def mandate_on(self, day: date) -> Frame | None: ...
    def has_joined(self, member: str, day: date) -> bool: ...
    def knows(self, party: str) -> bool: ...
    def require_alive(self, day: date) -> None: ...
    def require_addressee(self, addressee: str | None, day: date) -> None: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What deciding needs from outside the aggregate: the day and time it is, its network, and who is registered."""

    today: date
    network: Body | None
    knows_person: Callable[[str], bool]
    now: str
    """The time of day where the network is: ``14:30``."""
    carried_to: Callable[[str, str], bool] = lambda _meeting, _key: False
    """Whether another meeting carried an action over to a meeting (``NETWORK/KEY``), by the action's key."""
    signed_here: Callable[[str], bool] = lambda _checkpoint: False
    """Whether the ledger recorded a checkpoint of this text."""

    @property
    def body(self) -> Body:
        if self.network is None:
            raise ReferenceUnknown(what=_("network"), reference="-")
        return self.network

    def require_checkpoint(self, checkpoint: str) -> None:
        """Raises CheckpointUnknown for one that this ledger did not sign, NoteInvalid, CheckpointInvalid."""
        from governance.proof.checkpoint import Checkpoint  # minutes seldom bear one
        from governance.proof.note import Note

        note = Note.parse(checkpoint.encode("utf-8", "surrogatepass"))
        size = Checkpoint.of(note).size
        if not self.signed_here(note.text):
            raise CheckpointUnknown(size=size)


def require_party(party: str | None, context: Context) -> None:
    """Raises PartyUnknown for a person who is not registered or a body that nothing names."""
    if party is None:
        return
    kind, _sep, key = party.partition(":")
    known = context.knows_person(key) if kind == "person" else context.body.knows(party)
    if not known:
        raise PartyUnknown(party=party)


_A = TypeVar("_A", bound="Aggregate")
_Ts = TypeVarTuple("_Ts")
_T = TypeVar("_T")


def reading(method: Callable[[_A, *_Ts], _T]) -> Callable[[_A, *_Ts], _T]:
    """For a question about the history that is put often: its answer is kept until what it read has changed. Only plain
    positional arguments; whoever gets a list must not change it."""

    @wraps(method)
    def ask(self: _A, /, *arguments: *_Ts) -> _T:
        return self.readings.get(method, self, *arguments)

    return ask


_E = TypeVar("_E", bound=Event)
_F = TypeVar("_F", bound=Event)
_Rule = Callable[[Any, Any, Context], None]
_NOT_THE_FACT = {"originator_version", "command_id", "actor", "source", "before_record", "authority"}


class Aggregate:
    """One history. ``recorded`` is what was stored; ``facts`` is what holds after corrections."""

    kind: ClassVar[str]
    begins_with: ClassVar[type[Event]]
    rules: ClassVar[Mapping[type[Event], _Rule]]

    def __init__(self, originator_id: str, readings: Readings | None = None) -> None:
        self.id = originator_id
        self.ref = originator_id.partition(":")[2]
        """As people write it: the id without the kind."""
        self.version = 0
        self.recorded: list[Event] = []
        self.facts: list[Event] = []
        self._by_kind: dict[type[Event], list[Event]] = {}
        self.corrections: dict[int, tuple[int, ...]] = {}
        """For each corrected version, the versions of the corrections that hold."""
        self.readings = Readings() if readings is None else readings
        """What was worked out from the history, or from the larger whole that it belongs to."""
        self.read_as: Callable[[Event], Event] | None = None
        """How its facts are to be read, where not as they were recorded."""

    def copy(self) -> Self:
        """An independent one with the same history."""
        twin = type(self)(self.id)
        twin.version, twin.corrections = self.version, dict(self.corrections)
        twin.recorded, twin.facts = list(self.recorded), list(self.facts)
        twin._by_kind = {kind: list(facts) for kind, facts in self._by_kind.items()}  # noqa: SLF001 - its own class
        return twin

    # reading the history

    @overload
    def all(self, kind: type[_E], /) -> list[_E]: ...
    @overload
    def all(self, kind: type[_E], other: type[_F], /) -> list[_E | _F]: ...
    @overload
    def all(self, *kinds: type[Event]) -> list[Event]: ...
    def all(self, *kinds: type[Event]) -> Any:
        """The facts of these kinds, in the order in which they were recorded."""
        self._note(kinds)
        found = [facts for kind in kinds if (facts := self._by_kind.get(kind))]
        if len(found) < 2:
            return list(found[0]) if found else []
        return sorted((fact for facts in found for fact in facts), key=_version)

    @overload
    def last(self, kind: type[_E], /) -> _E | None: ...
    @overload
    def last(self, kind: type[_E], other: type[_F], /) -> _E | _F | None: ...
    @overload
    def last(self, *kinds: type[Event]) -> Event | None: ...
    def last(self, *kinds: type[Event]) -> Any:
        """The latest recorded fact of these kinds, if any."""
        self._note(kinds)
        found = [facts[-1] for kind in kinds if (facts := self._by_kind.get(kind))]
        if len(found) < 2:
            return found[0] if found else None
        return max(found, key=_version)

    def _note(self, kinds: Iterable[type[Event]]) -> None:
        for kind in kinds:
            self.readings.note((self.id, kind))

    def corrections_of(self, version: int) -> tuple[int, ...]:
        """The versions of the corrections that made a fact what it is."""
        self.readings.note((self.id, FactCorrected))
        return self.corrections.get(version, ())

    @property
    def begun(self) -> bool:
        self._note((self.begins_with,))
        return bool(self._by_kind.get(self.begins_with))

    def latest(self, kind: type[_E], by: date | None = None) -> _E | None:
        """The fact of a kind that happened last (by the end of a day); of those of one day the one recorded last."""
        facts = (fact for fact in self.all(kind) if by is None or fact.effective_on.last <= by)
        return max(facts, key=happened, default=None)

    # evolving: remembers, never refuses

    def evolve(self, events: Iterable[Event]) -> Self:
        """Take in events in the order of their versions."""
        for event in events:
            self.version = event.originator_version
            self.recorded.append(event)
            if isinstance(event, FactCorrected | FactRetracted):
                self._tell_again()
            else:
                self._remember(event)
        return self

    def _remember(self, fact: Event) -> None:
        fact = self.read_as(fact) if self.read_as else fact
        self.facts.append(fact)
        self._by_kind.setdefault(type(fact), []).append(fact)
        self.readings.change((self.id, type(fact)))

    def tell_again(self, events: Iterable[Event]) -> None:
        """The same history, as its events are to be read now."""
        self.recorded = list(events)
        self._tell_again()

    def _tell_again(self) -> None:
        """What holds after a correction or retraction; only what is another now has changed."""
        retracted = self._retracted()
        facts = {e.originator_version: e for e in self.recorded if not isinstance(e, FactCorrected | FactRetracted)}
        before, self.corrections = self.corrections, {}
        for event in self.recorded:
            if isinstance(event, FactCorrected) and event.originator_version not in retracted:
                facts[event.corrects] = _changed(facts[event.corrects], event.changes)
                self.corrections[event.corrects] = (
                    *self.corrections.get(event.corrects, ()),
                    event.originator_version,
                )
        read_as = self.read_as or (lambda fact: fact)
        self.facts = [read_as(fact) for version, fact in facts.items() if version not in retracted]
        by_kind, self._by_kind = self._by_kind, {}
        for fact in self.facts:
            self._by_kind.setdefault(type(fact), []).append(fact)
        for kind in by_kind.keys() | self._by_kind.keys():
            if by_kind.get(kind) != self._by_kind.get(kind):
                self.readings.change((self.id, kind))
        if before != self.corrections:
            self.readings.change((self.id, FactCorrected))

    def _retracted(self) -> set[int]:
        """The versions that do not hold. A retraction that was itself retracted takes nothing back."""
        gone: set[int] = set()
        for event in reversed(self.recorded):
            if isinstance(event, FactRetracted) and event.originator_version not in gone:
                gone.add(event.retracts)
        return gone

    # deciding: checks, may refuse, records nothing

    def decide(self, event: Event, context: Context) -> None:
        """Check ``event`` as the next of this history and take it in; raises Refused or InputError."""
        if isinstance(event, FactCorrected):
            self._decide_correction(event, context)
        elif isinstance(event, FactRetracted):
            self._decide_retraction(event, context)
        else:
            self._check(event, context)
        self.evolve((event,))

    def _check(self, event: Event, context: Context) -> None:
        if event.effective_on.first > context.today:
            raise InTheFuture(when=event.effective_on, today=context.today)
        if event.effective_at and event.effective_on.first == context.today and event.effective_at > context.now:
            raise InTheFuture(when=event.effective_at, today=f"{context.today} {context.now}")
        if not self.begun and not isinstance(event, self.begins_with):
            raise ReferenceUnknown(what=_(self.kind), reference=self.ref)
        self._refuse_repetition(event)
        self.rules[type(event)](self, event, context)

    def _refuse_repetition(self, event: Event) -> None:
        """The same again, unless as many facts of that day undid it (a report that was returned comes again)."""
        if event.toggles:
            return
        same = [fact for fact in self._by_kind.get(type(event), ()) if _same(fact, event)]
        undone = [fact for fact in self.all(*event.again_after) if same_time(fact, event)]
        if len(same) > len(undone):
            raise AlreadyRecorded(event=same[-1].event_id)

    def _fact(self, version: int) -> Event:
        for fact in self.facts:
            if fact.originator_version == version:
                return fact
        raise FactUnknown(event=f"{self.id}@{version}")

    def _decide_correction(self, event: FactCorrected, context: Context) -> None:
        before = self._fact(event.corrects)
        for field in event.changes:
            if field not in type(before).model_fields or field in ("originator_id", "originator_version", "command_id"):
                allowed = sorted(set(type(before).model_fields) - {"originator_id", "originator_version", "command_id"})
                raise FieldInvalid(field=field, problem=_("{name} has {allowed}").format(
                    name=before.event_name, allowed=", ".join(allowed)))  # fmt: skip
        if {"network", "key"} & event.changes.keys():
            raise NotCorrectable(what=", ".join(sorted({"network", "key"} & event.changes.keys())))
        try:
            after = _changed(before, event.changes)
        except ValidationError as error:
            from governance.model.wording import problem_in  # only for what is wrong

            first = error.errors()[0]
            raise FieldInvalid(field=".".join(map(str, first["loc"])), problem=problem_in(first)) from error
        if after == before:
            raise CorrectionChangesNothing(event=before.event_id)
        self._refuse_broken_history(event, context)

    def _decide_retraction(self, event: FactRetracted, context: Context) -> None:
        holding = {version for versions in self.corrections.values() for version in versions}
        taken_back = {e.originator_version for e in self.recorded if isinstance(e, FactRetracted)} - self._retracted()
        if event.retracts not in holding | taken_back:
            self._fact(event.retracts)
        self._refuse_broken_history(event, context)

    def _refuse_broken_history(self, event: Event, context: Context) -> None:
        """Every fact must still make sense after the correction, unless it already made none before."""
        after = self.copy().evolve((event,))
        senseless = _senseless(self, context)
        for version, problem in _senseless(after, context).items():
            if version not in senseless:
                raise CorrectionBreaksHistory(event=f"{self.id}@{version}", problem=problem)


def _changed(event: _E, changes: Mapping[str, JsonValue]) -> _E:
    told = json.loads(event.model_dump_json(exclude_none=True)) | changes
    return type(event).model_validate_json(json.dumps(told))


def _version(event: Event) -> int:
    return event.originator_version


def happened(event: Event) -> tuple[date, int]:
    """What facts of one kind are put in order by: their day, and of one day the order of recording, since by practice
    the later record corrects the earlier one."""
    return event.effective_on.last, event.originator_version


def same_time(one: Event, other: Event) -> bool:
    """Whether two facts are of the same day; a month or a year is the time of all its days."""
    return one.effective_on.first <= other.effective_on.last and other.effective_on.first <= one.effective_on.last


def _same(one: Event, other: Event) -> bool:
    return all(
        getattr(one, field) == getattr(other, field) for field in type(one).model_fields if field not in _NOT_THE_FACT
    )


def _senseless(aggregate: Aggregate, context: Context) -> dict[int, str]:
    """The facts that would be refused if the history were told again from its beginning."""
    told, problems = type(aggregate)(aggregate.id), {}
    for fact in aggregate.facts:
        try:
            told._check(fact, context)  # noqa: SLF001 - another object of the same class
        except GovernanceError as error:
            problems[fact.originator_version] = str(error)
        told._remember(fact)  # noqa: SLF001 - another object of the same class
    return problems
