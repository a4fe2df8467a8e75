"""What tests of the questions begin with: a view of a small network's history, and its usual happenings."""

from datetime import date

from governance.model.event import Digest
from governance.questions.view import View
from governance.time import When
from tests.kit.mandates import small, stated
from tests.kit.world import World, world

__all__ = ["ANN", "BEA", "digest", "hold", "network", "records", "view", "when"]

ANN, BEA = "person:p-ann", "person:p-bea"


def view(told: World, as_of: str, known_at: int | None = None) -> View:
    """The network as known at a position (all of it, where left out), seen from a day."""
    day = date.fromisoformat(as_of)
    return View(told.facts(known_at), day, day.year + 1, told.size if known_at is None else known_at)


def network(mandate: str | None = None, today: str = "2021-12-31") -> World:
    """A network with a mandate since 2021-01-01 and two persons, told on ``today``."""
    told = world(mandate or small(stated()), today, adopted="2021-01-01")
    told.ledger.register_person("Ann", person="p-ann", on="2021-01-01")
    told.ledger.register_person("Bea", person="p-bea", on="2021-01-01")
    return told


def hold(told: World, day: str, *, host: str | None = None, kind: str = "plain", sent: str | None = None) -> str:
    """A meeting planned in January and held on a day, with its minutes sent in, if they were; its reference."""
    told.ledger.schedule_meeting("net", planned_on=day, kind=kind, host=host, on="2021-01-01")
    told.ledger.hold_meeting(f"net/{day}", on=day)
    if sent:
        told.ledger.submit_minutes(f"net/{day}", on=sent)
    return f"net/{day}"


def records(told: World, first: int, last: int) -> list[str]:
    """The names of the events at these positions, first and last included."""
    return [record.event.event_name for record in told.ledger.desk.records(first - 1, last - first + 1)]


def digest(letter: str, reference: str | None = None) -> Digest:
    return Digest(sha256=letter * 64, reference=reference)


def when(text: str) -> When:
    return When.parse(text)
