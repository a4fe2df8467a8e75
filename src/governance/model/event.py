"""What every event carries, and the closed registry of their names.

Stored names are a format: ``governance.meeting.MinutesSubmitted/1`` is an event's name and its schema
version, whatever file or class it moves to. A field may be added with a default under the same version;
anything else is a new version, with an upcast beside the class, and the golden file of the old one stays.
"""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from governance.text import _
from governance.time import When

__all__ = [
    "REGISTRY",
    "Actor",
    "ActorId",
    "ClauseId",
    "Digest",
    "Email",
    "Event",
    "EventId",
    "EventRef",
    "Key",
    "Party",
    "Period",
    "Ref",
    "Sha256",
    "Source",
    "Text",
    "TimeOfDay",
    "network_of",
    "topic_of",
]


def _clean(text: str) -> str:
    if "\x00" in text:
        raise ValueError("a text holds no NUL")
    return unicodedata.normalize("NFC", text)


Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(_clean)]
"""A text for people: NFC, without NUL or lone surrogates, at most 20,000 characters."""

Email = Annotated[Text, StringConstraints(max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")]

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]
"""A short name that never changes: ``vux``, ``skovde``, ``2021-1``."""

ClauseId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.§-]{0,30}$")]
"""A clause of the mandate: ``Se2``, ``4.1.b``."""

Party = Annotated[str, StringConstraints(pattern=r"^(person|org|group|network):[a-z0-9][a-z0-9-]{0,62}$")]
"""Someone who can hold a duty: a person (by subject id, never by name), an organisation, a working group, a network."""

ActorId = Annotated[str, StringConstraints(pattern=r"^(person|org|system):[a-z0-9][a-z0-9-]{0,62}$")]
"""Someone who can enter an event: a person (by subject id), an organisation, a program."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]

Ref = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}(/[a-z0-9][a-z0-9-]{0,62}){0,2}$")]
"""A thing of the ledger as people write it: ``vux``, ``vux/2021-1``, ``vux/2021-02-12``."""

EventId = Annotated[
    str, StringConstraints(pattern=r"^(network|assignment|meeting):[a-z0-9-]+(/[a-z0-9-]+)?@[1-9][0-9]{0,14}$")
]
"""An event of a network's: its history and its version there, ``meeting:vux/2021-02-12@5``."""

TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
"""Hours and minutes by the clock on the wall in the network's time zone: ``14:30``."""


def _week_there_is(period: str) -> str:
    """Most years have 52 weeks."""
    year, mark, week = period.partition("-W")
    if mark:
        try:
            date.fromisocalendar(int(year), int(week), 1)
        except ValueError as error:
            raise PydanticCustomError("no_such_week", _("there is no week {week}").format(week=period)) from error
    return period


Period = Annotated[
    str,
    StringConstraints(
        pattern=r"^([0-9]{4}(-[0-9]{4})?(-H[12]|-T[1-3]|-Q[1-4]|-B[1-6])?"
        r"|[0-9]{4}-(0[1-9]|1[0-2]|W0[1-9]|W[1-4][0-9]|W5[0-3]))$"
    ),
    AfterValidator(_week_there_is),
]
"""The period that something is told for: a year ``2021``, or one that crosses New Year, ``2021-2022``; a half-year or
quarter of one, ``2021-H1``, ``2021-2022-Q1``; a month, ``2021-05``; a week of ISO 8601,
``2021-W05``."""


NoteText = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
"""A signed note (C2SP signed-note), byte for byte as it was signed: its letters are left as they are."""

EventRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+:[a-z0-9][a-z0-9-]{0,62}(/[a-z0-9][a-z0-9-]{0,62}){0,2}@[1-9][0-9]{0,14}$")
]
"""An event by its id: ``network:vux@12``."""


class Frozen(BaseModel):
    """A value: strict, closed, immutable. What checks it is made when the first one is: a process needs few of them."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, allow_inf_nan=False, hide_input_in_errors=True, defer_build=True
    )


class Digest(Frozen, defer_build=False):
    """A document that lies elsewhere, by its SHA-256 (FIPS 180-4), and what helps to find it again."""

    sha256: Sha256
    size: Annotated[int, Field(ge=0)] | None = None
    media_type: Annotated[str, StringConstraints(pattern=r"^[\w.+-]+/[\w.+-]+$", max_length=100)] | None = None
    reference: Text | None = None


class Source(Frozen, defer_build=False):
    """Where a fact was taken from: a paper or another system, and when that one recorded it."""

    reference: Text | None = None
    recorded_at: AwareDatetime | None = None
    times_kept: Literal[True] | None = None
    """True where ``recorded_at`` of the ledger was stated by this source instead of read from the clock."""
    clock_confirmed: Literal[True] | None = None
    """True where the clock and the record did not go together, and whoever recorded it confirmed the clock."""


class Actor(Frozen, defer_build=False):
    """Who entered it: a person or organisation, or a program; ``via`` says how that was made sure of."""

    id: ActorId
    on_behalf_of: Party | None = None
    via: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")] = "unverified"


class Event(Frozen):
    """One fact in one aggregate's history. The recording instant and the log position are the record's, not its."""

    topic: ClassVar[str]
    schema_version: ClassVar[int] = 1
    upcasts: ClassVar[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}
    """From each older schema version, how its fields become those of the next."""
    toggles: ClassVar[bool] = False
    """Whether telling the same again later can be meant (a host that changes back), so that a rule must judge it."""

    again_after: ClassVar[tuple[Any, ...]] = ()
    """The events after which the same is a new fact when it is told again: a report that was returned is delivered
    once more."""

    originator_id: str
    originator_version: Annotated[int, Field(ge=1)]
    command_id: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    actor: Actor
    effective_on: When
    effective_at: TimeOfDay | None = None
    """The time of that day, where it was told."""
    clause: ClauseId | None = None
    authority: Text | None = None
    """The decision or office that it rests on, where there is one: "school chiefs' meeting 2021-04-20, § 12"."""
    source: Source | None = None
    before_record: Literal[True] | None = None
    """True for what happened before this ledger began and is told afterwards."""
    decided_by: Text | None = None
    decided_on: When | None = None

    @field_validator("effective_at")
    @classmethod
    def _at_some_time_of_a_day(cls, value: str | None, info: ValidationInfo) -> str | None:
        when = info.data.get("effective_on")
        if value is not None and isinstance(when, When) and when.precision != "day":
            raise ValueError(_("a time of day belongs to a day, and {when} is none").format(when=when))
        return value

    @property
    def event_name(self) -> str:
        """``MinutesSubmitted``: the last part of its topic."""
        return self.topic.rpartition(".")[2]

    @property
    def event_id(self) -> str:
        """``meeting:vux/2021-02-12@5``: the same in every copy of the ledger."""
        return f"{self.originator_id}@{self.originator_version}"


_E = TypeVar("_E", bound=type[Event])

REGISTRY: dict[str, type[Event]] = {}
"""Every event that can be stored or read, by its topic without version. Closed: anything else is an error."""


def stored_as(topic: str, version: int = 1) -> Callable[[_E], _E]:
    """Give an event class its stored name, for ever."""

    def register(event: _E) -> _E:
        if topic in REGISTRY:
            raise ValueError(f"{topic} is taken")
        event.topic = topic
        event.schema_version = version
        REGISTRY[topic] = event
        return event

    return register


def network_of(originator_id: str) -> str | None:
    """The network that a history belongs to; None for a person's and the ledger's own."""
    kind, _sep, ref = originator_id.partition(":")
    return None if kind in ("person", "ledger") else ref.partition("/")[0]


def topic_of(event: type[Event]) -> str:
    """The stored name with its schema version: ``governance.meeting.MinutesSubmitted/1``."""
    return f"{event.topic}/{event.schema_version}"
