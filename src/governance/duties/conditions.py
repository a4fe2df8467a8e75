"""On what condition a duty holds, or another rule holds instead."""

from typing import Annotated

from pydantic import Field

from governance.duties.due_rules import DueRule
from governance.mandate.values import Evidence, Key, Part, Words

__all__ = ["Condition", "Exemption"]


class Condition(Part):
    """Everything that is stated must hold. ``recorded`` looks at what was recorded of the same occasion: the meeting,
    the period, the event."""

    kinds: Annotated[tuple[Key, ...], Field(title="The meeting is of one of these kinds")] = ()
    recorded: Annotated[tuple[Evidence, ...], Field(title="One of these was recorded")] = ()
    with_reason: Annotated[bool, Field(title="Only what was recorded with a reason counts as recorded")] = False
    not_recorded: Annotated[tuple[Evidence, ...], Field(title="None of these was recorded")] = ()
    role_held: Annotated[Key | None, Field(title="Somebody holds this role")] = None
    role_vacant: Annotated[Key | None, Field(title="Nobody holds this role")] = None
    members_at_least: Annotated[int, Field(ge=1, le=10_000)] | None = None
    members_at_most: Annotated[int, Field(ge=0, le=10_000)] | None = None


class Exemption(Part):
    """Under a condition another due rule holds, or the duty is not owed at all. The first that applies counts."""

    if_: Annotated[Condition, Field(alias="if", title="On what condition")]
    due: Annotated[DueRule | None, Field(title="When it is due then")] = None
    not_owed: Annotated[bool, Field(title="It is not owed then")] = False
    text: Annotated[Words | None, Field(title="How the mandate puts it")] = None
