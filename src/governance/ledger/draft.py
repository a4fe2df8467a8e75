"""What every command is written on: it finds what a command is about, and decides the next event of it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import ValidationError

from governance.errors import ActorMissing, CommandIdReused, FieldInvalid
from governance.ledger.clock import require_recordable
from governance.ledger.receipt import Details, Receipt
from governance.ledger.references import Named, References
from governance.model.aggregate import Aggregate, Context
from governance.model.event import Actor, Event, Source, network_of
from governance.model.network import Network
from governance.text import _
from governance.time import When, day_in, time_in

if TYPE_CHECKING:
    from governance.compliance.facts import Record

__all__ = ["Desk", "Draft", "Request"]

_A = TypeVar("_A", bound=Aggregate)

_IN_ONE_FORM = json.JSONEncoder(sort_keys=True, default=repr, ensure_ascii=False)

Request = tuple[object, ...]
"""What a command asks for, to know the same command again by its digest."""


class Desk(Protocol):
    """What a draft needs of its ledger."""

    references: References
    actor: Actor | str | None

    def now(self) -> datetime: ...
    def needs_confirmed_clock(self) -> bool: ...
    def new_id(self) -> str: ...
    def look(self) -> int: ...
    def load(self, kind: type[_A], originator_id: str) -> _A: ...
    def records_of(self, network: str, upto: int) -> "list[Record]": ...
    def recall(self, command_id: str) -> tuple[bytes, Receipt] | None: ...


class Draft:
    """Events that were decided and are not yet saved, and what was read for them."""

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
        self._request = hashlib.sha256()
        self._requests = 0
        self._before = desk.recall(command_id) if command_id else None

    @property
    def command_id(self) -> str:
        """The given one, or one that is made up when it is first needed."""
        if self._command_id is None:
            self._command_id = self._desk.new_id()
        return self._command_id

    @cached_property
    def at(self) -> int:
        """Where the log ended when the draft first looked."""
        return self._desk.look()

    @property
    def digest(self) -> bytes:
        """SHA-256 of what was asked for, to know the same command again."""
        return self._request.digest()

    def require_same(self, digest: bytes) -> None:
        """The command that had this id before asked for the same; raises CommandIdReused."""
        if digest != self.digest:
            raise CommandIdReused(command_id=self.command_id)

    # resolve and load

    def load(self, kind: type[_A], originator_id: str) -> _A:
        """This draft's own copy of an aggregate, with what was decided so far; a new one where there is none yet."""
        aggregate = self.touched.get(originator_id)
        if aggregate is None:
            self.at  # noqa: B018 - looked before anything is read, since saving trusts what was read after that
            aggregate = self._desk.load(kind, originator_id)
            self.seen[originator_id] = aggregate.version
            self.touched[originator_id] = aggregate
        return aggregate  # type: ignore[return-value]  # an id begins with its kind, so the class is the one asked for

    def find(self, kind: type[_A], text: str) -> _A:
        """The one thing of this kind that ``text`` means; raises ReferenceUnknown or ReferenceAmbiguous."""
        return self.load(kind, f"{kind.kind}:{self.references.ref(self, kind, text)}")

    def ref(self, kind: type[Aggregate], text: str | None) -> str | None:
        """Its reference alone, where ``text`` is given."""
        return self.references.ref(self, kind, text) if text else None

    def party(self, text: str | None) -> str | None:
        """The party that ``text`` means: ``person:ID``, ``org:KEY``, a person's id or name, an organisation's key."""
        return self.references.party(self, text) if text else None

    def called(self, network: Network, kind: Named, text: str) -> str:
        """The key of the role, act or kind of meeting that a network's mandate calls ``text``; else the text."""
        return self.references.called(network, kind, text)

    def event(self, text: str) -> tuple[Aggregate, int]:
        """The event that ``text`` means (``#17`` or an event id), as the history it is of and its version there."""
        kind, originator_id, version = self.references.event(text)
        return self.load(kind, originator_id), version

    def owed(self, text: str) -> tuple[Network, str]:
        """The network and the rest of the id of the obligation that ``text`` means, or that only it begins with; raises
        ReferenceUnknown or ReferenceAmbiguous."""
        from governance.compliance.naming import obligation_called
        from governance.duties.facts_of import facts_of  # what is owed is judged; no other command needs that

        network = self.load(Network, f"network:{self.references.network_in(self, text)}")
        facts = facts_of(network.ref, self._records_of(network.ref))
        obligation = obligation_called(facts, text, self.today(network.time_zone))
        return network, obligation.id.partition("/")[2]

    def _records_of(self, network: str) -> "list[Record]":
        """Every event of a network that is recorded, and what was decided besides."""
        from governance.compliance.facts import Record

        new = (event for event in self.events if network_of(event.originator_id) == network)
        besides = [Record(position, self.moment, event) for position, event in enumerate(new, self.at + 1)]
        return [*self._desk.records_of(network, self.at), *besides]

    def new_subject(self, details: Details) -> str:
        """A subject id for a new person, from the command id and the place in the draft, so that a repeated command
        means the same person."""
        place = f"{details.get('command_id') or self.command_id}/{self._requests}"
        return "p-" + hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:10]

    # tell

    def record(self, aggregate: Aggregate, event: type[Event], details: Details, /, **fields: Any) -> Receipt:
        """A command of one event: decide it as the next of ``aggregate``. Raises InputError or Refused."""
        given = {name: value for name, value in fields.items() if value is not None}
        if repeated := self.repeats((aggregate.kind, aggregate.ref, event.topic, given), details):
            return repeated
        aggregate, made, context = self._prepared(aggregate, event, details, given)
        aggregate.decide(made, context)
        return self._kept(made)

    def add(self, aggregate: Aggregate, event: type[Event], details: Details, /, **fields: Any) -> Receipt:
        """One event of a command that has said before, by ``repeats``, what it asks for."""
        aggregate, made, context = self._prepared(aggregate, event, details, fields)
        aggregate.decide(made, context)
        return self._kept(made)

    def _kept(self, event: Event) -> Receipt:
        self.events.append(event)
        return Receipt(self.command_id, (event,), ())

    def repeats(self, request: Request, details: Details) -> Receipt | None:
        """Take note of what a command asks for; its receipt, where its command id was recorded before."""
        if details.get("command_id") not in (None, self.command_id):
            raise FieldInvalid(field="command_id", problem=_("all commands of a unit share the unit's"))
        given = {k: v for k, v in details.items() if v is not None and k != "command_id"}
        line = _IN_ONE_FORM.encode([request, given])
        self._requests += 1
        self._request.update(line.encode("utf-8", "surrogatepass") + b"\n")
        return self._before[1] if self._before else None

    def _prepared(
        self, aggregate: Aggregate, event: type[Event], details: Details, fields: Mapping[str, Any]
    ) -> tuple[Aggregate, Event, Context]:
        """The aggregate, as the draft's own; its next event; and what deciding needs besides the two."""
        network = self._network_of(aggregate)
        zone = fields.get("time_zone") or (network.time_zone if network else "UTC")
        moment = self.moment
        today = _day(zone, moment)
        made = self._made(aggregate, event, details, fields, today)
        if aggregate.version == self.seen[aggregate.id]:
            aggregate = self.touched[aggregate.id] = aggregate.copy()
        context = Context(
            today, network, self._knows_person, time_in(zone, moment), self._carried_to, self._signed_here
        )
        return aggregate, made, context

    def today(self, zone: str) -> date:
        """The day it is in a time zone: by the stated time, else by the clock."""
        return _day(zone, self.moment)

    @property
    def moment(self) -> datetime:
        """The stated time, else the clock's. Raises TimeOutOfRange."""
        return require_recordable(self.stated_at) if self.stated_at else self._desk.now()

    @cached_property
    def _is_clock_confirmed(self) -> bool:
        return self._desk.needs_confirmed_clock()

    def _made(
        self, aggregate: Aggregate, event: type[Event], details: Details, fields: Mapping[str, Any], today: date
    ) -> Event:
        on, decided_on = details.get("on"), details.get("decided_on")
        values = {
            **fields,
            "originator_id": aggregate.id,
            "originator_version": aggregate.version + 1,
            "command_id": self.command_id,
            "actor": self._actor(details.get("actor")),
            "effective_on": When.day(today) if on is None else When.of(on),
            "effective_at": details.get("at"),
            "decided_on": None if decided_on is None else When.of(decided_on),
            "before_record": True if details.get("before_record") else None,
            "source": self._source(details.get("source")),
        }
        for name in ("clause", "authority", "decided_by"):
            values[name] = details.get(name)
        return _model_of(event, {k: v for k, v in values.items() if v is not None})

    def _source(self, source: Source | None) -> Source | None:
        """With kept times the event says that its recording time was stated; else whether the clock was confirmed."""
        if self.stated_at is None:
            if self._is_clock_confirmed:
                return (source or Source()).model_copy(update={"clock_confirmed": True})
            return source
        given = source or Source()
        return Source(reference=given.reference, recorded_at=self.stated_at, times_kept=True)

    def _actor(self, actor: Actor | str | None) -> Actor:
        actor = self.actor if actor is None else actor
        if not actor:
            raise ActorMissing
        return actor if isinstance(actor, Actor) else _model_of(Actor, {"id": self.references.actor(self, actor)})

    def _network_of(self, aggregate: Aggregate) -> Network | None:
        if isinstance(aggregate, Network):
            return aggregate
        if aggregate.kind in ("person", "ledger"):
            return None
        return self.load(Network, f"network:{aggregate.ref.partition('/')[0]}")

    def _knows_person(self, subject: str) -> bool:
        return self.references.is_person(self, subject)

    def _carried_to(self, meeting: str, key: str) -> bool:
        """Whether another meeting of the network carried an action over to this one."""
        from governance.model.meeting import Meeting  # few commands are about actions
        from governance.model.meeting_events import ActionCarriedOver

        others = self.references.all_beginning(self, Meeting, f"{meeting.partition('/')[0]}/")
        carried = (e for ref in others for e in self.load(Meeting, f"meeting:{ref}").all(ActionCarriedOver))
        return any((event.to, event.key) == (meeting, key) for event in carried)

    def _signed_here(self, checkpoint: str) -> bool:
        from governance.model.signing import LEDGER_LOG, LedgerLog  # minutes seldom bear a checkpoint

        return checkpoint in [note.text for note in self.load(LedgerLog, LEDGER_LOG).checkpoints()]


_M = TypeVar("_M", bound=Event | Actor)


def _model_of(model: Callable[..., _M], values: Mapping[str, Any]) -> _M:
    """An event or value of these fields; raises FieldInvalid, naming the field."""
    try:
        return model(**values)
    except ValidationError as error:
        from governance.model.wording import problem_in  # only for what is wrong

        problems = [(_argument(*e["loc"]), problem_in(e)) for e in error.errors()]
        field, problem = problems[0]
        more = "".join(f"; {f}: {p}" for f, p in problems[1:])
        raise FieldInvalid(field=field, problem=problem + more) from error


def _argument(field: int | str = "", *within: int | str) -> str:
    """What a field of an event is called among the keywords of a command."""
    return ".".join(map(str, (_KEYWORDS.get(field, field), *within)))


_KEYWORDS: dict[int | str, str] = {"effective_on": "on", "effective_at": "at", "id": "actor"}


def _day(zone: str, moment: datetime) -> date:
    try:
        return day_in(zone, moment)
    except (KeyError, ValueError, OSError) as error:
        raise FieldInvalid(field="time_zone", problem=f"{zone!r}") from error
