"""A ledger in memory with a clock that stands still, and a small mandate: what most tests begin with."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

from governance.compliance.facts import Facts
from governance.compliance.item import Item
from governance.compliance.judge import judge_all
from governance.duties.facts_of import facts_of
from governance.ledger import Ledger
from governance.ledger.log import LogEntry
from governance.store.recorder import LedgerRecorder
from governance.store.sqlite import SqliteRecorder
from governance.time import instant

__all__ = ["ACTOR", "Clock", "World", "ids", "world"]

ACTOR = "system:test"


class Clock:
    """Stands still until it is set."""

    def __init__(self, text: str = "2021-01-01T12:00:00+01:00") -> None:
        self.moment = instant(text)

    def __call__(self) -> datetime:
        return self.moment

    def at(self, text: str) -> None:
        """An instant, or a day for its noon in UTC."""
        self.moment = instant(text if "T" in text else f"{text}T12:00:00+00:00")

    def later(self, **step: int) -> None:
        self.moment += timedelta(**step)


def ids() -> Callable[[], str]:
    """Command ids c1, c2, …"""
    numbers = count(1)
    return lambda: f"c{next(numbers)}"


class World:
    """A ledger and the clock it reads."""

    def __init__(self, recorder: LedgerRecorder | None = None, text: str = "2021-01-01T12:00:00+01:00") -> None:
        self.clock = Clock(text)
        self.recorder = recorder or SqliteRecorder()
        self.ids = ids()
        self.ledger = Ledger(self.recorder, actor=ACTOR, clock=self.clock, ids=self.ids)

    @property
    def size(self) -> int:
        """How many events there are."""
        return self.recorder.last()[0]

    def again(self) -> Ledger:
        """Another ledger object on the same events: nothing cached, no read model built."""
        return Ledger(self.recorder, actor=ACTOR, clock=self.clock, ids=self.ids)

    def told(self, originator_id: str) -> list[LogEntry]:
        """Everything recorded about one thing."""
        return [entry for entry in self.ledger.log() if entry.event.startswith(f"{originator_id}@")]

    def facts(self, position: int | None = None) -> dict[str, Facts]:
        """Each network's facts through a position, straight from the events."""
        upto = self.size if position is None else position
        desk = self.again().desk
        keys = [originator.partition(":")[2] for originator in desk.originators("network:", 1000)]
        return {key: facts_of(key, desk.records_of(key, upto)) for key in keys}

    def turns(self, obligation: str, horizon: int = 2023) -> list[tuple[str, str]]:
        """The verdicts on an obligation over time: the day from which each holds, and the verdict."""
        judged = (o for facts in self.facts().values() for o in judge_all(facts, horizon))
        (found,) = (o for o in judged if o.id == obligation)
        return [(phase.since.isoformat(), phase.verdict) for phase in found.phases]

    def item(self, obligation: str, as_of: str, known_at: str | int | None = None) -> Item:
        """The row of an obligation on a day."""
        (found,) = (i for i in self.ledger.obligations(as_of=as_of, known_at=known_at) if i.id == obligation)
        return found

    def verdicts(self, as_of: str, known_at: str | int | None = None) -> dict[str, str]:
        """Each obligation on a day and its verdict."""
        return {item.id: item.verdict for item in self.ledger.obligations(as_of=as_of, known_at=known_at)}


def world(
    mandate: str | None = None,
    today: str = "2021-01-01",
    adopted: str | None = None,
    recorder: LedgerRecorder | None = None,
) -> World:
    """A world on a day; with a mandate adopted on that day, or on ``adopted``."""
    made = World(recorder, text=f"{adopted or today}T12:00:00+00:00")
    if mandate is not None:
        made.ledger.adopt_mandate(mandate, on=adopted or today)
        made.clock.at(today)
    return made


def utc(text: str) -> datetime:
    return instant(text).astimezone(UTC)
