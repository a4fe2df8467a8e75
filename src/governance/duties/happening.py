"""One time that an event happened which triggers a duty."""

from datetime import date
from typing import NamedTuple

from governance.model.event import Event

__all__ = ["Happening"]


class Happening(NamedTuple):
    """An event that triggers a duty, on its day."""

    name: str
    """What it is about, for the obligation's id, without the day."""
    day: date
    event: Event
    dated: bool = True
    """Whether the day belongs to the id."""
    role: str | None = None
    last: date | None = None
    """Of a term of office, the last day in the role; None where it is open."""
    party: str | None = None
    """The person or member concerned: who was appointed, joined, left, or missed meetings."""
