"""Whatever is told in whatever order: earlier answers stay, and every way to the present leads to the same present."""

from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from governance.compliance.item import Item
from governance.compliance.values import VERDICTS
from governance.errors import GovernanceError
from governance.ledger import Ledger
from tests.kit.agreement import answered, by_the_rules, is_the_same_when_told_again, nameless
from tests.kit.commands import attempt, begin, command
from tests.kit.world import World

DAYS = ["2021-01-01", "2021-03-01", "2021-06-01", "2021-10-16", "2021-12-31", "2022-01-01", "2022-03-01", "2023-01-01"]


class Histories(RuleBasedStateMachine):
    """Two ledger objects on one store, told random commands in turn; what was once answered is remembered."""

    def __init__(self) -> None:
        super().__init__()
        self.w = World(text="2022-03-01T12:00:00Z")
        self.other = self.w.again()
        self.remembered: list[tuple[str, int, list[Item]]] = []
        self.overdue: list[tuple[str, int, list[str]]] = []

    @initialize()
    def opening(self) -> None:
        begin(self.w.ledger)

    @rule(rng=st.randoms(use_true_random=False))
    def told(self, rng: Random) -> None:
        before = self.w.size
        error = attempt(self.w.ledger, command(rng, self.w.ledger))
        assert (self.w.size > before) is (error is None)

    @rule(rng=st.randoms(use_true_random=False))
    def told_by_another(self, rng: Random) -> None:
        attempt(self.other, command(rng, self.other))

    @rule(rng=st.randoms(use_true_random=False), times=st.integers(2, 5))
    def told_as_one(self, rng: Random, times: int) -> None:
        before = self.w.size
        unit = self.w.ledger.unit()
        try:
            for _n in range(times):
                name, keywords = command(rng, self.w.ledger)
                first, *others = keywords
                getattr(unit, name)(keywords[first], **{key: keywords[key] for key in others})
        except GovernanceError:
            assert self.w.size == before
        else:
            unit.save()

    @rule(hours=st.integers(0, 2000))
    def later(self, hours: int) -> None:
        self.w.clock.later(hours=hours)

    @rule()
    def begun_anew(self) -> None:
        self.other = self.w.again()

    @rule(day=st.sampled_from(DAYS))
    def asked(self, day: str) -> None:
        position = self.w.size
        self.remembered.append((day, position, nameless(answered(self.w.ledger, day, position))))
        overdue = [item.id for item in self.w.ledger.overdue(as_of=day, known_at=position)]
        self.overdue.append((day, position, overdue))

    def teardown(self) -> None:
        fresh = self.w.again()
        for day, position, items in [*self.remembered, *((day, self.w.size, None) for day in DAYS[-3:])]:
            now = answered(self.w.ledger, day, position)
            assert items is None or nameless(now) == items, f"the answer of {day} as known at #{position} changed"
            assert now == by_the_rules(self.w.ledger, day, position) == answered(self.other, day, position)
            assert now == answered(fresh, day, position)
            for verdict in VERDICTS:
                of_this = self.w.ledger.obligations(as_of=day, known_at=position, verdicts=[verdict])
                assert list(of_this) == [item for item in now if item.verdict == verdict]
        for day, position, overdue in self.overdue:
            assert [item.id for item in fresh.overdue(as_of=day, known_at=position)] == overdue
        for ledger in (self.w.ledger, self.other):
            is_the_same_when_told_again(ledger, fresh)
        self.explained(fresh)

    def explained(self, ledger: Ledger) -> None:
        """Every verdict explains itself, with evidence that was known."""
        for item in ledger.obligations(as_of=DAYS[-1]):
            explanation = ledger.explain(item.id, as_of=DAYS[-1])
            assert nameless([explanation.item]) == nameless([item])  # another network may name it otherwise
            assert explanation.lines()
            assert all(0 < position <= self.w.size for position in item.evidence)


TestHistories: Any = Histories.TestCase
