"""The frame of a mandate file: the body, its members, roles, goals and meetings, its clauses as texts, and the
assignments. What the duties of the clauses mean stands above, in ``governance.duties``.

A mandate is data: everything here is a value. Where the document is silent the file stays silent too. A title says what
a field is for, a description how it is written; the JSON Schema and the messages about a wrong file are made from them.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from governance.mandate.values import ClauseId, Day, Key, Line, Part, TimeZone, Words, as_list
from governance.text import N_
from governance.time import When

__all__ = [
    "RESERVED", "Act", "Assignment", "ClauseText", "Frame", "Goal", "InForce", "MeetingKind", "Network", "Organisation",
    "Report", "Role", "Side", "WorkingDays",
]  # fmt: skip

RESERVED = ("network", "principal", "members", "registry")
"""What a duty may name as its holder or counterparty in every mandate: the network itself, the body that gives the
assignments, all members, the registry address."""


class Organisation(Part):
    """A body or office by a key that never changes, and the other names under which it is known."""

    key: Key
    name: Words
    aliases: Annotated[tuple[Line, ...], Field(title="Other names that documents use for it")] = ()


class Network(Part):
    """The body that holds the mandate."""

    key: Key
    name: Words
    kind: Annotated[Words | None, Field(title="What kind of body it is: a board, a committee, a network")] = None
    time_zone: Annotated[TimeZone, Field(title="Where the days of the mandate begin and end")]
    registry_address: Annotated[Line | None, Field(title="Where documents are sent in")] = None


class InForce(Part):
    """From and to which day (both included); without ``to`` until it is ended or replaced."""

    from_: Annotated[Day, Field(alias="from", title="The first day")]
    to: Annotated[Day | None, Field(title="The last day, if the mandate names one")] = None


MonthAndDay = Annotated[
    str,
    StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
    Field(description=N_('a month and a day in quotes: "12-24"')),
]


class WorkingDays(Part):
    """Which days are working days: all but the weekend, the public holidays of a country or region, and others."""

    country: Annotated[
        Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$"), Field(description=N_("two capitals, such as SE"))]
        | None,
        Field(title="The country whose public holidays are closed (ISO 3166-1)"),
    ] = None
    region: Annotated[
        tuple[Line, ...],
        BeforeValidator(as_list, json_schema_input_type=Line | tuple[Line, ...]),
        Field(title="Regions of it (ISO 3166-2): a day is closed that is a holiday in any of them"),
    ] = ()
    closed: Annotated[tuple[Day, ...], Field(title="Other closed days")] = ()
    open: Annotated[tuple[Day, ...], Field(title="Days that are worked although they are weekend or holiday")] = ()
    closed_each_year: Annotated[tuple[MonthAndDay, ...], Field(title="Other days closed in every year")] = ()
    weekend: Annotated[
        tuple[Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], ...],
        Field(title="The days of the weekend"),
    ] = ("saturday", "sunday")


class Goal(Part):
    """What the mandate is for."""

    id: Key
    text: Words
    sub_goals: tuple[Words, ...] = ()


class Role(Part):
    """An office. ``derived_from`` names where its holder comes from instead of an appointment: the host or leader of
    the meeting, or the holder of another role."""

    key: Key
    name: Words
    held_by: Literal["person", "persons", "organisation", "derived"]
    derived_from: Annotated[
        Annotated[
            str,
            StringConstraints(pattern=r"^(meeting\.host|meeting\.leader|[a-z0-9][a-z0-9-]{0,62})$"),
            Field(description=N_("meeting.host, meeting.leader or the key of another role")),
        ]
        | None,
        Field(title="For a derived role: where from"),
    ] = None


class Side(Part):
    """One of the sides or groups of which the body is made up: these members, and the holders of these roles."""

    key: Key
    name: Words
    members: tuple[Key, ...] = ()
    roles: tuple[Key, ...] = ()


class MeetingKind(Part):
    """A kind of meeting that duties can speak of."""

    key: Key
    name: Words


class Act(Part):
    """Something of this body's own that can be done and recorded, and so be evidence: a review, a declaration."""

    key: Key
    name: Words


class ClauseText(Part):
    """One citable statement of the mandate, whatever duties follow from it."""

    model_config = ConfigDict(extra="ignore")

    id: ClauseId
    text: Words


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


class Frame(Part):
    """A mandate file without its duties: what the aggregates need to know of it."""

    model_config = ConfigDict(extra="ignore")

    governance: Annotated[int, Field(ge=1, le=1, title="The version of this language")]
    version: Annotated[Line, Field(title="What this version of the mandate is called")]
    title: Words
    network: Network
    in_force: InForce
    working_days: Annotated[WorkingDays, Field(title="Which days are working days")] = WorkingDays()
    principal: Organisation
    members: Annotated[tuple[Organisation, ...], Field(alias="member")] = ()
    organisations: Annotated[tuple[Organisation, ...], Field(alias="organisation")] = ()
    goals: Annotated[tuple[Goal, ...], Field(alias="goal")] = ()
    roles: Annotated[tuple[Role, ...], Field(alias="role")] = ()
    sides: Annotated[tuple[Side, ...], Field(alias="side")] = ()
    meeting_kinds: Annotated[tuple[MeetingKind, ...], Field(alias="meeting_kind")] = ()
    acts: Annotated[tuple[Act, ...], Field(alias="act")] = ()
    clauses: Annotated[tuple[ClauseText, ...], Field(alias="clause")] = ()
    assignments: Annotated[tuple[Assignment, ...], Field(alias="assignment")] = ()
