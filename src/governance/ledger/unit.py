"""Several commands as one: decided one after the other, saved all or not at all."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from pydantic import ValidationError

from governance.compliance.facts import Facts, Record, network_of
from governance.compliance.judge import judge_all
from governance.errors import ActorMissing, CheckpointUnknown, CommandIdReused, ConcurrentChange, FieldInvalid, Refused
from governance.ledger.commands import Commands
from governance.ledger.commands.telling import Request
from governance.ledger.receipt import Receipt, Told
from governance.ledger.references import Named, References, kind_of, obligation_meant
from governance.model.aggregate import Aggregate, Context
from governance.model.event import Actor, Event, Source
from governance.model.meeting import Meeting
from governance.model.meeting_events import ActionCarriedOver, MinutesSubmitted
from governance.model.network import Network
from governance.model.signing import LEDGER_LOG, LedgerLog
from governance.model.wording import problem_in
from governance.proof.checkpoint import Checkpoint
from governance.proof.note import Note
from governance.text import _
from governance.time import When, day_in, time_in

__all__ = ["Desk", "Unit"]

_A = TypeVar("_A", bound=Aggregate)
_YEARS_AHEAD = 10
"""How far ahead an obligation is looked for that is to be extended or waived."""


class Desk(Protocol):
    """What a unit needs of its ledger."""

    references: References
    actor: Actor | str | None

    def now(self) -> datetime: ...
    def new_id(self) -> str: ...
    def look(self) -> int: ...
    def load(self, kind: type[_A], originator_id: str) -> _A: ...
    def records_of(self, network: str, upto: int) -> list[Record]: ...
    def recall(self, command_id: str) -> tuple[bytes, Receipt] | None: ...
    def save(self, unit: "Unit") -> Receipt: ...


class Unit(Commands):
    """Use as ``with ledger.unit() as unit:`` and call the commands on it; ``unit.receipt`` holds the outcome."""

    def __init__(
        self,
        desk: Desk,
        *,
        command_id: str | None = None,
        actor: Actor | str | None = None,
        stated_at: datetime | None = None,
    ) -> None:
        self._desk = desk
        self.references = desk.references
        self._command_id = command_id
        self.actor = desk.actor if actor is None else actor
        self.stated_at = stated_at
        self.events: list[Event] = []
        self.touched: dict[str, Aggregate] = {}
        self.seen: dict[str, int] = {}
        self.receipt: Receipt | None = None
        self._request = hashlib.sha256()
        self._asked = 0
        self._named = command_id is not None
        self._before = desk.recall(self.command_id) if command_id else None

    @property
    def command_id(self) -> str:
        """The given one, or one that is made up when it is first needed."""
        if self._command_id is None:
            self._command_id = self._desk.new_id()
        return self._command_id

    @cached_property
    def at(self) -> int:
        """Where the log ended when the unit first looked."""
        return self._desk.look()

    @property
    def digest(self) -> bytes:
        """SHA-256 of what was asked for, to know the same command again."""
        return self._request.digest()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.save()

    def save(self) -> Receipt | None:
        """Record everything told so far; None where nothing was. Raises what the store raises."""
        if self._before:
            digest, receipt = self._before
            self.require_same(digest)
            self.receipt = receipt
        elif self.events:
            self.receipt = self._desk.save(self)
            self.events, self.touched, self.seen = [], {}, {}  # what was saved is the desk's now
        return self.receipt

    def require_same(self, digest: bytes) -> None:
        """The command that had this id before asked for the same; raises CommandIdReused."""
        if digest != self.digest:
            raise CommandIdReused(command_id=self.command_id)

    def load(self, kind: type[_A], originator_id: str) -> _A:
        """This unit's own copy of an aggregate, with what the unit told so far."""
        known = self.touched.get(originator_id)
        if known is None:
            self.at  # noqa: B018 - looked before anything is read, since saving trusts what was read after that
            known = self._desk.load(kind, originator_id)
            self.seen[originator_id] = known.version
            self.touched[originator_id] = known
        return known  # type: ignore[return-value]  # an id begins with its kind, so the class is the one asked for

    def _as_one(self, told: Told, request: Request, work: "Callable[[Unit], Receipt]") -> Receipt:
        if told.get("command_id") not in (None, self.command_id):
            raise FieldInvalid(field="command_id", problem=_("all commands of a unit share the unit's"))
        given = {k: v for k, v in told.items() if v is not None and k != "command_id"}
        line = json.dumps([request, given], sort_keys=True, default=repr, ensure_ascii=False)
        self._asked += 1
        self._request.update(line.encode("utf-8", "surrogatepass") + b"\n")
        if self._before:
            return self._before[1]
        try:
            return work(self)
        except Refused as refusal:
            if self._named and self._desk.recall(self.command_id):  # told meanwhile by somebody else, so it was refused
                raise ConcurrentChange(subject=self.command_id) from refusal
            raise

    def decide(
        self, kind: type[Aggregate], ref: str, event: type[Event], told: Told, fields: Mapping[str, Any]
    ) -> Receipt:
        """Decide one event and keep it for saving; raises InputError or Refused."""
        aggregate = self.load(kind, f"{kind.kind}:{ref}")
        network = self._network_of(aggregate)
        zone = fields.get("time_zone") or (network.time_zone if network else "UTC")
        today = self.today(zone)
        made = self._made(aggregate, event, told, fields, today)
        if isinstance(made, MinutesSubmitted) and made.checkpoint:
            self._require_own(made.checkpoint)
        if aggregate.version == self.seen[aggregate.id]:
            aggregate = self.touched[aggregate.id] = aggregate.copy()
        now = time_in(zone, self.moment)
        aggregate.decide(made, Context(today, network, self._knows_person, now, self._carried_to))
        self.events.append(made)
        return Receipt(self.command_id, (made.event_id,), ())

    def _require_own(self, checkpoint: str) -> None:
        """Raises CheckpointUnknown for one that this ledger did not sign, NoteInvalid, CheckpointInvalid."""
        note = Note.parse(checkpoint.encode("utf-8", "surrogatepass"))
        size = Checkpoint.of(note).size
        if note.text not in [known.text for known in self.load(LedgerLog, LEDGER_LOG).checkpoints()]:
            raise CheckpointUnknown(size=size)

    def today(self, zone: str) -> date:
        """The day it is in a time zone: by the stated time, else by the clock."""
        return _day(zone, self.moment)

    @property
    def moment(self) -> datetime:
        """The stated time, else the clock's."""
        return self.stated_at or self._desk.now()

    def _ref(self, kind: type[Aggregate], text: str) -> str:
        return self.references.ref(self, kind, text)

    def _party(self, text: str | None) -> str | None:
        return self.references.party(self, text) if text else None

    def _called(self, network: str, kind: Named, text: str) -> str:
        return self.references.called(self, network, kind, text)

    def _event(self, text: str) -> tuple[type[Aggregate], str, int]:
        originator_id, version = self.references.event(text)
        return kind_of(originator_id), originator_id.partition(":")[2], version

    def _obligation(self, text: str) -> tuple[str, str]:
        key = self.references.network_in(self, text)
        facts = Facts.of(key, self._records_of(key))
        horizon = self.today(facts.network.time_zone).year + _YEARS_AHEAD
        found = obligation_meant(list(judge_all(facts, horizon)), text)
        return key, found.id.partition("/")[2]

    def _records_of(self, network: str) -> list[Record]:
        """Every event of a network that is recorded, and what this unit told besides."""
        told = (event for event in self.events if network_of(event.originator_id) == network)
        besides = [Record(position, self.moment, event) for position, event in enumerate(told, self.at + 1)]
        return [*self._desk.records_of(network, self.at), *besides]

    def _new_subject(self, told: Told) -> str:
        """From the command id and the place in the unit, so that a repeated command means the same person."""
        place = f"{told.get('command_id') or self.command_id}/{self._asked}"
        return "p-" + hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:10]

    def _made(
        self, aggregate: Aggregate, event: type[Event], told: Told, fields: Mapping[str, Any], today: date
    ) -> Event:
        on, decided_on = told.get("on"), told.get("decided_on")
        values = {
            **fields,
            "originator_id": aggregate.id,
            "originator_version": aggregate.version + 1,
            "command_id": self.command_id,
            "actor": self._actor(told.get("actor")),
            "effective_on": When.day(today) if on is None else When.of(on),
            "effective_at": told.get("at"),
            "decided_on": None if decided_on is None else When.of(decided_on),
            "before_record": True if told.get("before_record") else None,
            "source": self._source(told.get("source")),
        }
        for name in ("clause", "authority", "decided_by"):
            values[name] = told.get(name)
        return made_of(event, {k: v for k, v in values.items() if v is not None})

    def _source(self, source: Source | None) -> Source | None:
        """With kept times the event says that its recording time was stated."""
        if self.stated_at is None:
            return source
        given = source or Source()
        return Source(reference=given.reference, recorded_at=self.stated_at, times_kept=True)

    def _actor(self, actor: Actor | str | None) -> Actor:
        actor = self.actor if actor is None else actor
        if not actor:
            raise ActorMissing
        return actor if isinstance(actor, Actor) else made_of(Actor, {"id": self.references.actor(self, actor)})

    def _network_of(self, aggregate: Aggregate) -> Network | None:
        if isinstance(aggregate, Network):
            return aggregate
        if aggregate.kind in ("person", "ledger"):
            return None
        return self.load(Network, f"network:{aggregate.ref.partition('/')[0]}")

    def _carried_to(self, meeting: str, key: str) -> bool:
        """Whether another meeting of the network carried an action over to this one."""
        others = self.references.all_known(self, Meeting, f"{meeting.partition('/')[0]}/")
        carried = (e for ref in others for e in self.load(Meeting, f"meeting:{ref}").all(ActionCarriedOver))
        return any((event.to, event.key) == (meeting, key) for event in carried)

    def _knows_person(self, subject: str) -> bool:
        return self.references.is_person(self, subject)


_M = TypeVar("_M", bound=Event | Actor)


def made_of(model: Callable[..., _M], values: Mapping[str, Any]) -> _M:
    """An event or value of these fields; raises FieldInvalid, naming the field."""
    try:
        return model(**values)
    except ValidationError as error:
        problems = [(_argument(*e["loc"]), problem_in(e)) for e in error.errors()]
        field, problem = problems[0]
        more = "".join(f"; {f}: {p}" for f, p in problems[1:])
        raise FieldInvalid(field=field, problem=problem + more) from error


def _argument(field: int | str = "", *within: int | str) -> str:
    """What a field of an event is called where it is told."""
    return ".".join(map(str, (_TOLD_AS.get(field, field), *within)))


_TOLD_AS: dict[int | str, str] = {"effective_on": "on", "effective_at": "at", "id": "actor"}


def _day(zone: str, moment: datetime) -> date:
    try:
        return day_in(zone, moment)
    except (KeyError, ValueError, OSError) as error:
        raise FieldInvalid(field="time_zone", problem=f"{zone!r}") from error
