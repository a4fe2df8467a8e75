"""Whole histories, recorded in another order than they happened: the same verdicts on every day.

What a fact is about is recorded before it (the meeting that is held, the appointment that ends), so what is refused at
first is tried again after the others. The mandate and its end come first, and the end of the body itself comes last:
what a body does that is no more is refused.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.compliance.facts import Record
from governance.duties.facts_of import facts_of
from governance.errors import GovernanceError
from governance.ledger import Ledger
from governance.model.aggregate import Aggregate, Context
from governance.model.assignment import Assignment, AssignmentReassigned
from governance.model.event import Event
from governance.model.meeting import Meeting
from governance.model.meeting_events import (
    ActionCarriedOver,
    ActionClosed,
    ActionEscalated,
    HostChanged,
    MeetingCancelled,
    MeetingHeld,
    MeetingRescheduled,
)
from governance.model.network import Network
from governance.model.network_events import (
    DocumentWeeded,
    MandateAdopted,
    MandateAmended,
    MandateEnded,
    NetworkDissolved,
    NetworkEstablished,
    NetworkReestablished,
)
from tests.kit.examples import LEDGERS, example
from tests.kit.story import by_the_ledger, differences
from tests.kit.wild_histories import DAYS, live
from tests.kit.wild_mandates import mandates

_KINDS: dict[str, type[Aggregate]] = {"network": Network, "meeting": Meeting, "assignment": Assignment}
_FIRST = (NetworkEstablished, MandateAdopted, MandateAmended, MandateEnded)
_LAST = (NetworkDissolved, NetworkReestablished)
_ADDS_NOTHING = (
    MeetingRescheduled,
    HostChanged,
    AssignmentReassigned,
    ActionEscalated,
    ActionClosed,
    ActionCarriedOver,
)
"""What may be refused because by its day it says nothing new; that changes no verdict either."""
_RECORDED = datetime(2079, 1, 1, 12, tzinfo=UTC)


class Told:
    """The facts of a network as they are recorded, one after the other, by the model's rules alone."""

    def __init__(self) -> None:
        self.aggregates: dict[str, Aggregate] = {}
        self.records: list[Record] = []

    def tell(self, event: Event) -> bool:
        """Whether it was accepted."""
        kept = self.aggregates.get(event.originator_id) or _KINDS[event.originator_id.partition(":")[0]](
            event.originator_id
        )
        event = event.model_copy(update={"originator_version": kept.version + 1})
        network = self.aggregates.get(f"network:{kept.ref.partition('/')[0]}", kept)
        assert isinstance(network, Network)
        try:
            kept.decide(event, Context(date(2080, 1, 1), network, lambda _person: True, "12:00", self.carried))
        except GovernanceError:
            return False
        self.aggregates[kept.id] = kept
        self.records.append(Record(len(self.records) + 1, _RECORDED, event))
        return True

    def tell_all(self, events: Iterable[Event]) -> list[Event]:
        """What is refused however often it is tried."""
        waiting = list(events)
        while True:
            refused = [event for event in waiting if not self.tell(event)]
            if len(refused) == len(waiting):
                return refused
            waiting = refused

    def carried(self, meeting: str, key: str) -> bool:
        return any(
            isinstance(e, ActionCarriedOver) and (e.to, e.key) == (meeting, key)
            for aggregate in self.aggregates.values() for e in aggregate.facts
        )  # fmt: skip


def in_another_order(events: list[Event], rng: Random) -> list[Event]:
    """Shuffled; of facts of one kind and day the one recorded last counts, so that these keep their order."""
    shuffled = rng.sample(events, len(events))
    places: dict[object, list[Event]] = {}
    for event in events:
        places.setdefault(_one_day(event), []).append(event)
    return [places[_one_day(event)].pop(0) for event in shuffled]


def _one_day(event: Event) -> object:
    rough = event.effective_on.precision != "day"
    return event.originator_id, type(event), None if rough else event.effective_on


def _plausible(events: list[Event]) -> list[Event]:
    """Without moves of a meeting that were decided after it was held or cancelled: they say nothing."""
    ends = {e.originator_id: e.effective_on for e in events if isinstance(e, MeetingHeld | MeetingCancelled)}
    return [
        e
        for e in events
        if not isinstance(e, MeetingRescheduled | HostChanged)
        or e.originator_id not in ends
        or e.effective_on.last <= ends[e.originator_id].first
    ]


def events_of(ledger: Ledger, network: str) -> list[Event]:
    """What holds of a network after corrections, in the order of recording."""
    records = ledger.desk.records_of(network, ledger.desk.last_position())
    facts = facts_of(network, records)
    holding = {
        e.event_id: e for h in (facts.network, *facts.meetings.values(), *facts.assignments.values()) for e in h.facts
    }
    inside = [holding[r.event.event_id] for r in records if r.event.event_id in holding]
    return _plausible([e for e in inside if not isinstance(e, DocumentWeeded)])  # which names an event by its place


def verdicts_agree(network: str, events: list[Event], rng: Random, days: Iterable[date]) -> None:
    straight, shuffled = Told(), Told()
    straight.tell_all(events)
    opening = [e for e in events if isinstance(e, _FIRST)]
    shuffled.tell_all(opening)
    refused = shuffled.tell_all(in_another_order([e for e in events if not isinstance(e, (*_FIRST, *_LAST))], rng))
    refused += shuffled.tell_all(e for e in events if isinstance(e, _LAST))
    lost = [e for e in refused if not isinstance(e, _ADDS_NOTHING)]
    accepted = {(r.event.originator_id, type(r.event), r.event.effective_on) for r in straight.records}
    lost = [e for e in lost if (e.originator_id, type(e), e.effective_on) in accepted]
    assert not lost, "\n".join(map(str, lost))
    for day in days:
        found, expected = by_the_ledger(network, shuffled.records, day), by_the_ledger(network, straight.records, day)
        assert not differences(found, expected)


@given(mandate=mandates(), rng=st.randoms(use_true_random=False))
def test_an_invented_history(mandate: tuple[str, ...], rng: Random) -> None:
    w = live(rng, mandate, rng.randint(0, 40), corrections=False)
    days = [date.fromisoformat(day) for day in [*rng.sample(DAYS, 4), DAYS[-1]]]
    verdicts_agree("net", events_of(w.ledger, "net"), rng, days)


@pytest.mark.parametrize("name", LEDGERS)
@given(rng=st.randoms(use_true_random=False))
@settings(max_examples=5)
def test_the_history_of_an_example(name: str, rng: Random) -> None:
    ledger = example(name)
    (network,) = (o.partition(":")[2] for o in ledger.desk.originators("network:", 2))
    events = events_of(ledger, network)
    days = sorted({event.effective_on.last for event in events})
    verdicts_agree(network, events, rng, rng.sample(days, min(4, len(days))))
