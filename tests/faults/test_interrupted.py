"""Something fails in the middle: nothing half done is left, neither in the store nor in memory."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Self

import pytest

from governance.errors import LedgerBusy, LedgerUnavailable
from governance.ledger import Ledger
from governance.readings import Readings
from governance.store import readmodel
from governance.store.sqlite import SqliteRecorder
from governance.store.sqlite_verdicts import SqliteVerdicts
from tests.kit.agreement import answered, by_the_rules, is_the_same_when_told_again
from tests.kit.lived import lived
from tests.kit.mandates import small, stated
from tests.kit.world import ACTOR, World, world


class Broken(Exception):
    """What nobody expects."""


def failing(work: Callable[..., Any], at: int) -> Callable[..., Any]:
    """The same, but that one call fails."""
    calls = count(1)

    def wrapped(*given: Any, **more: Any) -> Any:
        if next(calls) == at:
            raise Broken
        return work(*given, **more)

    return wrapped


def more(w: World) -> None:
    w.ledger.submit_report("net/a", report="final", on="2021-06-20")
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-05-30"}, reason="R")
    w.ledger.hold_meeting("net/2021-09-10", on="2021-06-30")


@pytest.mark.parametrize("at", [1, 2, 5, 9, 15])
def test_a_rule_that_fails_in_the_middle_of_catching_up(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    w = lived()
    w.ledger.obligations(as_of="2021-07-01")
    more(w)
    with monkeypatch.context() as patch:
        patch.setattr(Readings, "_work_out", failing(Readings._work_out, at))
        with pytest.raises(Broken):
            w.ledger.obligations(as_of="2021-07-01")
    for position in (w.size, w.size - 3, 20):
        assert answered(w.ledger, "2021-07-01", position) == by_the_rules(w.ledger, "2021-07-01", position)


@pytest.mark.parametrize("at", [1, 10, 60])
def test_a_rule_that_fails_in_the_middle_of_building(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    w = lived()
    before = w.ledger.obligations(as_of="2021-07-01")
    with monkeypatch.context() as patch:
        patch.setattr(Readings, "_work_out", failing(Readings._work_out, at))
        with pytest.raises(Broken):
            w.ledger.rebuild()
    assert w.ledger.obligations(as_of="2021-07-01") == before
    more(w)
    assert answered(w.ledger, "2021-07-01", w.size) == by_the_rules(w.ledger, "2021-07-01", w.size)


class FailingCommit(SqliteVerdicts):
    """Verdicts whose next transaction fails at its very end."""

    fails = False

    @contextmanager
    def writing(self) -> Iterator[Self]:
        with super().writing():
            yield self
            if self.fails:
                self.fails = False
                raise LedgerBusy(seconds=1)


@pytest.mark.parametrize("rebuild", [True, False])
def test_an_index_that_could_not_be_committed(rebuild: bool) -> None:
    w = lived()
    desk = w.ledger.desk
    verdicts = FailingCommit(w.recorder)  # type: ignore[arg-type]  # it is in memory
    desk.model = readmodel.ReadModel(desk, verdicts)
    w.ledger.obligations(as_of="2021-07-01")
    more(w)
    verdicts.fails = True
    with pytest.raises(LedgerBusy):
        w.ledger.rebuild() if rebuild else desk.model.catch_up()
    more_told = w.ledger.rename_network("net", name="Other")
    assert more_told.positions == (w.size,)
    for position in (w.size, w.size - 4, 20):
        assert answered(w.ledger, "2021-07-01", position) == by_the_rules(w.ledger, "2021-07-01", position)


def test_a_store_that_fails_to_save(monkeypatch: pytest.MonkeyPatch) -> None:
    w = lived()
    before = w.size
    with monkeypatch.context() as patch:
        patch.setattr(SqliteRecorder, "insert_events", failing(SqliteRecorder.insert_events, 1))
        with pytest.raises(Broken):
            w.ledger.hold_meeting("net/2021-09-10", on="2021-06-30", command_id="held")
    assert w.size == before
    assert not w.ledger.hold_meeting("net/2021-09-10", on="2021-06-30", command_id="held").repeated
    is_the_same_when_told_again(w.ledger, w.again())


def test_a_save_whose_answer_was_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in the store, but the caller does not know: telling it again answers as the first time would have."""
    w = lived()
    insert = SqliteRecorder.insert_events

    def lost(*given: Any, **told: Any) -> Any:
        insert(*given, **told)
        raise LedgerUnavailable(problem="the line is dead")

    with monkeypatch.context() as patch:
        patch.setattr(SqliteRecorder, "insert_events", lost)
        with pytest.raises(LedgerUnavailable):
            w.ledger.hold_meeting("net/2021-09-10", on="2021-06-30", command_id="held")
    receipt = w.ledger.hold_meeting("net/2021-09-10", on="2021-06-30", command_id="held")
    assert (receipt.repeated, receipt.positions) == (True, (w.size,))
    is_the_same_when_told_again(w.ledger, w.again())


def test_a_clock_that_goes_back() -> None:
    w = world(small(stated()), today="2021-07-01", adopted="2021-01-01")
    w.ledger.rename_network("net", name="One")
    w.clock.at("2021-06-01")
    w.ledger.rename_network("net", name="Two")
    entries = list(w.ledger.log(kind="NetworkRenamed"))
    assert [str(entry.recorded_at.date()) for entry in entries] == ["2021-07-01", "2021-07-01"]
    assert w.ledger.obligations(as_of="2021-07-01", known_at="2021-06-30").position == w.size - 2


def test_an_index_behind_a_file_that_was_replaced_by_an_older_copy(tmp_path: Path) -> None:
    """A backup was put back while the index in it is older than its log: it catches up, as after any pause."""
    path, copy = tmp_path / "ledger.db", tmp_path / "copy.db"
    with Ledger.open(path, actor=ACTOR) as ledger:
        ledger.adopt_mandate(small(stated()))
        ledger.obligations()
        ledger.rename_network("net", name="Other")
    copy.write_bytes(path.read_bytes())
    with Ledger.open(path, actor=ACTOR) as ledger:
        ledger.submit_report("net/a", report="partial")
    path.write_bytes(copy.read_bytes())
    with Ledger.open(path, actor=ACTOR) as ledger:
        assert isinstance(ledger.desk.recorder, SqliteRecorder)
        assert ledger.desk.last_position() == 7
        assert answered(ledger, "2021-07-01", 7) == by_the_rules(ledger, "2021-07-01", 7)
