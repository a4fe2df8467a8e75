"""The mandate language, version 1: what a mandate file may say.

A mandate is data. Everything here is a value; what a duty means is decided in ``governance.compliance``.
Where the document is silent the file stays silent too: a missing due rule means "no deadline", and
``silent_on`` names what a reader would miss, so that verdicts can say so.

A title says what a field is for, a description how it is written; the JSON Schema and the messages about a wrong
file are both made from them.
"""

import json
from calendar import monthrange
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from governance.text import N_, _
from governance.time import When

__all__ = [
    "DUE_PATTERNS", "DUTY_PATTERNS", "RESERVED", "AfterTrigger", "Assignment", "Assumption", "Clause", "DueRule",
    "Duty", "EachMeeting", "EachYear", "Goal", "InForce", "InYear", "Mandate", "MeetingKind", "Network",
    "Organisation", "Quota", "Report", "ReportDuty", "Role", "Standing", "Unmeasured", "Words",
]  # fmt: skip

RESERVED = ("network", "principal", "members", "registry")
"""What a duty may name as its holder or counterparty in every mandate: the network itself, the body that gives the
assignments, all members, the registry address."""

Key = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$"),
    Field(description=N_("a–z, 0–9 and hyphens, beginning with a letter or digit, at most 63")),
]
ClauseId = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9.§-]{0,30}$"),
    Field(description=N_("letters, digits, dots, § and hyphens, beginning with a letter or digit, at most 31")),
]
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f"
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4_000, pattern=rf"^[^{_CONTROL}]*[^\s{_CONTROL}][^{_CONTROL}]*$"),
    Field(description=N_("a text in quotes, not empty, at most 4000 characters, no control characters")),
]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z]{2})?$"),
    Field(description=N_("two small letters, such as sv or en")),
]


def _written_day(value: Any) -> Any:
    """Pydantic itself would take ``"0"`` for a day in 1970."""
    if not isinstance(value, str):
        return value
    with suppress(ValueError):
        if (day := date.fromisoformat(value)).isoformat() == value:
            return day
    raise ValueError(_("not a day"))


Day = Annotated[date, BeforeValidator(_written_day), Field(description=N_("a day, written 2021-05-17"))]


def _in_languages(value: Any) -> Any:
    return {"": value} if isinstance(value, str) else value


_Languages = Annotated[dict[Language, Line], Field(min_length=1, json_schema_extra={"additionalProperties": False})]
Words = Annotated[
    dict[Language, Line],
    Field(min_length=1),
    BeforeValidator(_in_languages, json_schema_input_type=Line | _Languages),
    Field(description=N_('a text in quotes, or one for each language: { sv = "…", en = "…" }')),
]
"""A text in one language (a plain string) or in several (``{sv = "…", en = "…"}``)."""


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(_("not a time zone that is known")) from error
    return name


TimeZone = Annotated[
    str, AfterValidator(_known_zone), Field(description=N_("an IANA time zone, such as Europe/Stockholm"))
]


class Part(BaseModel):
    """Every table of the file: closed, so that a misspelt key is an error and not a silent nothing."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False, populate_by_name=True)

    def __hash__(self) -> int:
        """Texts in several languages are dicts, which have no hash of their own."""
        return hash(json.dumps(self.model_dump(mode="json"), sort_keys=True))


class Organisation(Part):
    """A body or office by a key that never changes, and the other names under which it is known."""

    key: Key
    name: Words
    aliases: Annotated[tuple[Line, ...], Field(title="Other names that documents use for it")] = ()


class Network(Part):
    """The body that holds the mandate."""

    key: Key
    name: Words
    time_zone: Annotated[TimeZone, Field(title="Where the days of the mandate begin and end")]
    registry_address: Annotated[Line | None, Field(title="Where documents are sent in")] = None


class InForce(Part):
    """From and to which day (both included); without ``to`` until it is ended or replaced."""

    from_: Annotated[Day, Field(alias="from", title="The first day")]
    to: Annotated[Day | None, Field(title="The last day, if the mandate names one")] = None


class Goal(Part):
    """What the mandate is for."""

    id: Key
    text: Words
    sub_goals: tuple[Words, ...] = ()


class Role(Part):
    """An office. ``derived`` names where its holder comes from instead of an appointment."""

    key: Key
    name: Words
    held_by: Literal["person", "persons", "organisation", "derived"]
    derived_from: Annotated[Literal["meeting.host"] | None, Field(title="For a derived role: where from")] = None


class MeetingKind(Part):
    """A kind of meeting that duties can speak of."""

    key: Key
    name: Words


class AfterTrigger(Part):
    """So many calendar days after what triggers the duty: the meeting, or the first day of the period."""

    rule: Literal["after"]
    days: Annotated[int, Field(ge=0, le=3660)]


class InYear(Part):
    """In a month, or on a day of a month, of the year in question (or so many years later)."""

    rule: Literal["in_year"]
    month: Annotated[int, Field(ge=1, le=12)]
    day: Annotated[int, Field(ge=1, le=31, title="A day that the month has in every year")] | None = None
    years_later: Annotated[int, Field(ge=0, le=10)] = 0

    @field_validator("day")
    @classmethod
    def _in_every_year(cls, day: int | None, info: ValidationInfo) -> int | None:
        month = info.data.get("month")
        last = monthrange(2021, month)[1] if month else 31
        if day and day > last:
            problem = _("month {month} does not have a day {day} in every year").format(month=month, day=day)
            allowed = _("1 to {last}, or no day for the whole month").format(last=last)
            raise PydanticCustomError("no_such_day", problem, {"allowed": allowed})
        return day


DueRule = Annotated[AfterTrigger | InYear, Field(discriminator="rule")]

Silence = Literal[
    "acceptance", "approval", "date", "deadline", "deciding_meeting", "deputy", "everything", "form", "groups",
    "how_often", "kinds", "measure", "overlap", "part_years", "receipt", "recipient", "staleness", "term", "versions",
    "who",
]  # fmt: skip
"""What a reader would look for in the clause and does not find."""

MeetingEvidence = Literal[
    "meeting_held", "meeting_led", "meeting_called", "meeting_prepared", "minutes_drafted", "minutes_approved",
    "minutes_submitted", "feedback_given",
]  # fmt: skip
PeriodEvidence = Literal[
    "agreement_registered", "assignment_issued", "feedback_given", "meeting_dates_submitted", "register_submitted",
    "summary_sent", "work_plan_adopted", "working_group_reported",
]  # fmt: skip


class _Duty(Part):
    """What all patterns share. ``holder`` and ``counterparty`` name a role, an organisation, or one of
    ``network``, ``principal``, ``members``, ``registry``."""

    holder: Annotated[Key, Field(title="Who owes it")]
    counterparty: Annotated[tuple[Key, ...], Field(title="To whom it is owed")] = ()
    silent_on: Annotated[tuple[Silence, ...], Field(title="What a reader looks for and the document does not say")] = ()


class ReportDuty(_Duty):
    """Each report of the assignments under this clause, due as the assignment says."""

    pattern: Literal["report"]


class EachMeeting(_Duty):
    """Once for each meeting of these kinds (of every kind, where none is named)."""

    pattern: Literal["each_meeting"]
    kinds: tuple[Key, ...] = ()
    evidence: MeetingEvidence
    due: DueRule | None = None


class EachYear(_Duty):
    """Once for each calendar year in which the mandate is in force."""

    pattern: Literal["each_year"]
    evidence: PeriodEvidence
    due: DueRule | None = None


class Quota(_Duty):
    """At least so many meetings held in each calendar year. Kinds in ``kinds`` count (every kind, where none is
    named); of those in ``unclear_kinds`` the mandate does not say whether they do."""

    pattern: Literal["quota"]
    at_least: Annotated[int, Field(ge=1, le=366)]
    kinds: tuple[Key, ...] = ()
    unclear_kinds: tuple[Key, ...] = ()


class Standing(_Duty):
    """Owed while the mandate is in force, on no stated occasion; feedback is owed to each counterparty by itself."""

    pattern: Literal["standing"]
    evidence: PeriodEvidence
    due: DueRule | None = None


class Unmeasured(_Duty):
    """Continuous, or beyond what a ledger can see: never judged. ``evidence`` is what would speak of it, if any."""

    pattern: Literal["unmeasured"]
    evidence: Literal["attendance", "assignment_goals", "working_group_reported", "none"] = "none"


Duty = Annotated[ReportDuty | EachMeeting | EachYear | Quota | Standing | Unmeasured, Field(discriminator="pattern")]

DUTY_PATTERNS = ("report", "each_meeting", "each_year", "quota", "standing", "unmeasured")
DUE_PATTERNS = ("each_meeting", "each_year", "standing")
"""The patterns whose duties can state a due rule, and can have one assumed."""


class Clause(Part):
    """One citable statement of the mandate, and the duties that follow from it."""

    id: ClauseId
    text: Words
    duties: Annotated[tuple[Duty, ...], Field(alias="duty")] = ()


class Report(Part):
    """A report that an assignment asks for, and when: ``"2021-05"`` is the month, ``"2021-05-17"`` the day."""

    key: Key
    due: Annotated[When | None, Field(title="When, as precisely as the document says")] = None


class Assignment(Part):
    """A task from the principal to the network, under one clause."""

    key: Key
    clause: ClauseId
    title: Words
    goals: Annotated[tuple[Key, ...], Field(title="The goals that it serves, by their ids")] = ()
    reports: Annotated[tuple[Report, ...], Field(alias="report")] = ()


class Assumption(Part):
    """Fills a silence of one clause, on the reader's own account; every answer that rests on it says so."""

    id: Key
    clause: ClauseId
    due: DueRule
    text: Words


class Mandate(Part):
    """A whole mandate file."""

    governance: Annotated[int, Field(ge=1, le=1, title="The version of this language")]
    version: Annotated[Line, Field(title="What this version of the mandate is called")]
    title: Words
    network: Network
    in_force: InForce
    principal: Organisation
    members: Annotated[tuple[Organisation, ...], Field(alias="member")] = ()
    organisations: Annotated[tuple[Organisation, ...], Field(alias="organisation")] = ()
    goals: Annotated[tuple[Goal, ...], Field(alias="goal")] = ()
    roles: Annotated[tuple[Role, ...], Field(alias="role")] = ()
    meeting_kinds: Annotated[tuple[MeetingKind, ...], Field(alias="meeting_kind")] = ()
    clauses: Annotated[tuple[Clause, ...], Field(alias="clause")] = ()
    assignments: Annotated[tuple[Assignment, ...], Field(alias="assignment")] = ()
    assumptions: Annotated[tuple[Assumption, ...], Field(alias="assumption")] = ()
