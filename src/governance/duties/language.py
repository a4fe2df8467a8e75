"""The mandate language, version 1: what a mandate file may say.

Where the document is silent the file stays silent too: a missing due rule means "no deadline", and ``silent_on`` names
what a reader would miss, so that verdicts can say so.
"""

from typing import Annotated

from pydantic import ConfigDict, Field

from governance.duties.due import DueRule
from governance.duties.occasions import AnyDuty
from governance.mandate.frame import ClauseText, Frame
from governance.mandate.values import ClauseId, Key, Part, Words

__all__ = ["Assumption", "Clause", "Mandate"]


class Clause(ClauseText):
    """One citable statement of the mandate, and the duties that follow from it."""

    model_config = ConfigDict(extra="forbid")

    duties: Annotated[tuple[AnyDuty, ...], Field(alias="duty")] = ()


class Assumption(Part):
    """Fills a silence of one clause, on the reader's own account; every answer that rests on it says so."""

    id: Key
    clause: ClauseId
    due: DueRule
    text: Words


class Mandate(Frame):
    """A whole mandate file."""

    model_config = ConfigDict(extra="forbid")

    clauses: Annotated[tuple[Clause, ...], Field(alias="clause")] = ()
    assumptions: Annotated[tuple[Assumption, ...], Field(alias="assumption")] = ()
