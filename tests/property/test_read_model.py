"""The index says what the rules say, in whatever batches it caught up, and however often it was thrown away."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.store import readmodel
from tests.kit.agreement import answered, by_the_rules
from tests.kit.commands import attempt, begin, command
from tests.kit.world import World


def lived(rng: Random, commands: int) -> World:
    w = World(text="2022-03-01T12:00:00Z")
    begin(w.ledger)
    for _n in range(commands):
        attempt(w.ledger, command(rng, w.ledger))
    return w


def some_day(rng: Random) -> str:
    return date.fromordinal(rng.randint(date(2020, 12, 1).toordinal(), date(2024, 2, 1).toordinal())).isoformat()


@given(rng=st.randoms(use_true_random=False), batch=st.integers(1, 40))
def test_in_whatever_batches(rng: Random, batch: int) -> None:
    w = lived(rng, 40)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readmodel, "_BATCH", batch)
        for _n in range(4):
            for _told in range(rng.randint(0, 8)):
                attempt(w.ledger, command(rng, w.ledger))
            day, position = some_day(rng), rng.randint(0, w.size)
            assert answered(w.ledger, day, position) == by_the_rules(w.ledger, day, position)
        day, position = some_day(rng), rng.randint(0, w.size)
        before = answered(w.ledger, day, position)
        w.ledger.rebuild()
        assert answered(w.ledger, day, position) == before


@given(rng=st.randoms(use_true_random=False))
def test_a_later_horizon_changes_nothing_before_it(rng: Random) -> None:
    w = lived(rng, 25)
    day, position = some_day(rng), rng.randint(0, w.size)
    before = answered(w.ledger, day, position)
    far = w.ledger.obligations(as_of="2060-07-01")
    assert far.position == w.size
    assert answered(w.ledger, day, position) == before
    assert answered(w.ledger, "2045-01-01", position) == by_the_rules(w.ledger, "2045-01-01", position)


@given(rng=st.randoms(use_true_random=False))
def test_few_books_are_kept_and_the_rest_read_again(rng: Random) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readmodel, "_BOOKS", 1)
        w = lived(rng, 15)
        for _n in range(3):
            for _told in range(6):
                attempt(w.ledger, command(rng, w.ledger))
            day = some_day(rng)
            assert answered(w.ledger, day, w.size) == by_the_rules(w.ledger, day, w.size)
