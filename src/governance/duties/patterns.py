"""The patterns of duty: on what occasion something is owed, and what shows that it was done.

A duty is an occasion (its ``pattern``), what shows that it was done (``evidence``, a ``measure`` or several
``step``s), when it is due, and on what condition. Any of one goes with any of the others.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from governance.duties.conditions import Condition, Exemption
from governance.duties.due import DueRule
from governance.duties.due.length import Length
from governance.duties.measures import (
    Attendance,
    Eligible,
    Holders,
    Meetings,
    Members,
    Quorum,
    Rotation,
    Separate,
    Terms,
)
from governance.mandate.values import Evidence, Key, Part, Place, Words

__all__ = [
    "DUE_PATTERNS", "DUTY_PATTERNS", "Duty", "EachEvent", "EachItem",
    "EachMeeting", "EachPeriod", "EachYear", "Kept", "Quota", "ReportDuty", "Retention", "Silence", "Standing", "Step",
    "Unmeasured",
]  # fmt: skip

Silence = Literal[
    "acceptance", "approval", "date", "deadline", "deciding_meeting", "deputy", "everything", "form", "groups",
    "how_often", "kinds", "measure", "overlap", "part_years", "part_periods", "receipt", "recipient", "staleness",
    "term", "versions", "who", "quorum", "eligibility", "vacancy", "retention", "consequence", "order", "publication",
]  # fmt: skip
"""What a reader would look for in the clause and does not find."""


class _Duty(Part):
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
    consequence: Annotated[Words | None, Field(title="What follows where it is not met; a text for people")] = None


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


class _Deed(_Duty):
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


class ReportDuty(_Duty):
    """Each report of the assignments under this clause, due as the assignment says."""

    pattern: Literal["report"]


class EachMeeting(_Deed):
    """Once for each meeting of these kinds (of every kind, where none is named)."""

    pattern: Literal["each_meeting"]
    kinds: tuple[Key, ...] = ()
    deputies: Annotated[tuple[Key, ...], Field(title="Roles that may lead the meeting in the holder's place")] = ()
    measure: Annotated[
        Annotated[Quorum | Rotation, Field(discriminator="of")] | None, Field(title="What is measured instead")
    ] = None


class EachPeriod(_Deed):
    """Once in each year, half-year, quarter, month, week or named month in which the mandate is in force."""

    pattern: Literal["each_period"]
    every: Literal["year", "half_year", "third", "quarter", "two_months", "month", "week"] = "year"
    months: Annotated[tuple[Annotated[int, Field(ge=1, le=12)], ...], Field(title="Only in these months")] = ()
    year_begins: Annotated[int, Field(ge=1, le=12, title="The month in which the body's year begins")] = 1
    part_periods: Annotated[
        Literal["owed", "not_owed", "pro_rata"] | None,
        Field(title="What holds where the body or its mandate exists for a part of the period"),
    ] = None
    kinds: Annotated[tuple[Key, ...], Field(title="Of these kinds of meeting, where the evidence is of one")] = ()
    roles: Annotated[tuple[Key, ...], Field(title="Of these roles, where the evidence is about one")] = ()
    measure: Annotated[
        Annotated[Meetings | Attendance, Field(discriminator="of")] | None, Field(title="What is measured instead")
    ] = None


class EachYear(_Deed):
    """Once for each calendar year in which the mandate is in force."""

    pattern: Literal["each_year"]


class EachEvent(_Deed):
    """Once for each event of a kind: an establishment, an appointment, a decision, an act that the mandate names."""

    pattern: Literal["each_event"]
    event: Evidence
    roles: Annotated[tuple[Key, ...], Field(title="Of these roles, where the event is about one")] = ()
    kinds: Annotated[
        tuple[Key, ...], Field(title="Of these kinds of meeting, where evidence, a day or the event is of one")
    ] = ()
    in_a_row: Annotated[
        int | None, Field(ge=2, le=100, title="So many meetings in a row, where the event is that they were missed")
    ] = None
    without_apology: Annotated[bool, Field(title="Only meetings that were missed without an apology")] = False
    measure: Annotated[
        Annotated[Eligible | Separate | Terms | Rotation, Field(discriminator="of")] | None,
        Field(title="What is measured instead"),
    ] = None


class Quota(_Duty):
    """At least so many meetings held in each calendar year. Kinds in ``kinds`` count (every kind, where none is
    named); of those in ``unclear_kinds`` the mandate does not say whether they do."""

    pattern: Literal["quota"]
    at_least: Annotated[int, Field(ge=1, le=366)]
    kinds: tuple[Key, ...] = ()
    unclear_kinds: tuple[Key, ...] = ()


class Standing(_Deed):
    """Owed while the mandate is in force, on no stated occasion; feedback is owed to each counterparty by itself."""

    pattern: Literal["standing"]


class Kept(_Duty):
    """A number that is to be kept: owed from the beginning, and again each time that it no longer holds."""

    pattern: Literal["kept"]
    measure: Annotated[Holders | Members, Field(discriminator="of", title="What is measured")]
    due: Annotated[DueRule | None, Field(title="By when it must hold again")] = None


class EachItem(_Deed):
    """For each action agreed at a meeting that is still open after so many later meetings."""

    pattern: Literal["each_item"]
    own_evidence: ClassVar[str] = "action_escalated"
    """What shows it where the duty names nothing: that the action went there."""
    open_after: Annotated[int, Field(ge=1, le=100, title="After how many later meetings")]
    kinds: Annotated[tuple[Key, ...], Field(title="Which kinds of meeting count")] = ()
    escalates_to: Annotated[Key, Field(title="The role or organisation that it goes to")]


class Retention(_Duty):
    """What was recorded of this evidence, and its document, is kept for so long; afterwards it may be weeded."""

    pattern: Literal["retention"]
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1, title="What is kept")]
    keep: Annotated[Length | None, Field(title="For how long; for ever where left out")] = None
    from_: Annotated[
        Literal["event", "period_end", "mandate_end", "dissolved"], Field(alias="from", title="Counted from")
    ] = "event"


class Unmeasured(_Duty):
    """Continuous, or beyond what a ledger can see: never judged. ``evidence`` is what would speak of it, if any."""

    pattern: Literal["unmeasured"]
    evidence: Annotated[Evidence, Field(title="What would speak of it")] = "none"


Duty = Annotated[
    ReportDuty | EachMeeting | EachPeriod | EachYear | EachEvent | Quota | Standing | Kept | EachItem | Retention
    | Unmeasured,
    Field(discriminator="pattern"),
]  # fmt: skip

DUTY_PATTERNS = (
    "report", "each_meeting", "each_period", "each_year", "each_event", "quota", "standing", "kept", "each_item",
    "retention", "unmeasured",
)  # fmt: skip
DUE_PATTERNS = ("each_meeting", "each_period", "each_year", "each_event", "standing", "kept", "each_item")
"""The patterns whose duties can state a due rule, and can have one assumed."""
