"""The quick answers: what is overdue and falls due, of one network or all; from a ledger, and from a file by itself."""

from datetime import date
from pathlib import Path

import pytest

from governance.compliance.item import Item
from governance.errors import FieldInvalid, LedgerMissing, ReferenceUnknown
from governance.ledger import Ledger
from governance.reader import open_answers
from tests.kit.lived import lived
from tests.kit.mandates import clause, small, stated
from tests.kit.world import ACTOR, Clock, World, world


@pytest.fixture
def two() -> World:
    """Two networks with the same mandate but for the time zone."""
    w = world(small(stated()), today="2021-07-01", adopted="2021-01-01")
    w.ledger.adopt_mandate(small(stated(), key="oth", zone="Pacific/Kiritimati"), on="2021-01-01")
    return w


def ids(items: object) -> list[str]:
    return [item.id for item in items]  # type: ignore[attr-defined]  # an answer


def test_overdue_of_one_network_or_all(two: World) -> None:
    assert ids(two.ledger.overdue(as_of="2021-07-01")) == [
        "net/P1/2021", "net/a/partial", "oth/P1/2021", "oth/a/partial"]  # fmt: skip
    assert ids(two.ledger.overdue(as_of="2021-07-01", network="oth")) == ["oth/P1/2021", "oth/a/partial"]
    assert ids(two.ledger.overdue(as_of="2021-07-01", network="o")) == ["oth/P1/2021", "oth/a/partial"]


@pytest.mark.parametrize("network", ["x", "", "net/a", "NET", "%", "\ud800"], ids=ascii)
def test_of_a_network_that_there_is_not(two: World, network: str) -> None:
    for ask in (two.ledger.overdue, two.ledger.obligations, two.ledger.due):
        with pytest.raises(ReferenceUnknown):
            ask(network=network)


def test_today_is_the_networks_own_where_one_is_asked_of(two: World) -> None:
    two.clock.at("2021-05-31T23:00:00Z")  # 1 June in Stockholm at one, in Kiritimati at one in the afternoon
    assert [str(two.ledger.overdue(network=network).as_of) for network in ("net", "oth", None)] == [
        "2021-06-01", "2021-06-01", "2021-05-31"]  # fmt: skip
    two.clock.at("2021-05-31T10:00:00Z")
    assert [str(two.ledger.overdue(network=network).as_of) for network in ("net", "oth", None)] == [
        "2021-05-31", "2021-06-01", "2021-05-31"]  # fmt: skip


# What falls due ---------------------------------------------------------------------------------------------------

DUE: list[tuple[str, int, list[str]]] = [
    ("2021-05-01", 29, []),
    ("2021-05-01", 30, ["net/a/partial"]),
    ("2021-05-31", 0, ["net/a/partial"]),
    ("2021-06-01", 0, []),
    ("2021-06-01", 136, ["net/a/final"]),  # through 15 October
    ("2021-06-01", 135, []),
    ("2021-02-28", 92, ["net/P1/2021", "net/a/partial"]),  # earliest first
    ("2021-10-15", 77, ["net/a/final", "net/M1/2021"]),
    ("2021-12-31", 59, ["net/M1/2021", "net/P1/2022"]),  # a duty that begins only within those days
]


@pytest.mark.parametrize(("as_of", "days", "falls"), DUE)
def test_what_falls_due(as_of: str, days: int, falls: list[str]) -> None:
    w = world(small(stated()), today="2021-07-01", adopted="2021-01-01")
    assert ids(w.ledger.due(as_of=as_of, days=days)) == falls


def test_what_is_done_or_stopped_does_not_fall_due() -> None:
    w = world(small(stated()), today="2021-07-01", adopted="2021-01-01")
    w.ledger.submit_report("net/a", report="partial", on="2021-05-10")
    assert ids(w.ledger.due(as_of="2021-05-10")) == []
    assert ids(w.ledger.due(as_of="2021-05-10", known_at=w.size - 1)) == ["net/a/partial"]
    w.ledger.waive_report("net/a", report="final", reason="No", on="2021-06-01")
    assert ids(w.ledger.due(as_of="2021-10-01")) == []


@pytest.mark.parametrize("days", [-1, 10**6, 10**30, -(10**30)])
def test_days_out_of_reach(days: int) -> None:
    with pytest.raises(FieldInvalid):
        world(small()).ledger.due(days=days)


# Rows -------------------------------------------------------------------------------------------------------------


def test_a_row_in_full() -> None:
    w = lived()
    assert w.item("net/a/partial", "2021-07-01") == Item(
        id="net/a/partial",
        network="net",
        clause="U1",
        duty="report:partial",
        subject="net/a",
        verdict="fulfilled_late",
        due="2021-05",
        due_on=date(2021, 5, 31),
        due_first="2021-05",
        days_overdue=2,
        holder="The net",
        holder_ids=("network:net",),
        role="network",
        counterparty="The owners",
        fulfilled_on="2021-06-02",
        assumptions=(),
        evidence=(w.told("assignment:net/a")[1].position,),
        role_name="The net",
        duty_name=None,
        mandate="1",
        reason="Done 2021-06-02, after 2021-05-31, when it was due.",
    )


def test_as_json() -> None:
    w = world(small(clause("X", pattern="standing", holder="chair", evidence="summary_sent")))
    answer = w.ledger.obligations(as_of="2021-02-01").to_dict()
    (row,) = answer.pop("items")
    assert answer == {"as_of": "2021-02-01", "known_at": "2021-01-01T12:00:00.000000Z", "position": w.size}
    assert row["verdict"] == "outstanding"
    assert (row["due"], row["due_on"], row["holder"], row["holder_ids"], row["evidence"]) == (None, None, None, [], [])


def test_an_ancient_instant_is_written_in_full() -> None:
    answer = world(small()).ledger.obligations(as_of="2021-02-01", known_at="0001-01-01")
    assert answer.to_dict()["known_at"].startswith("0001-01-01T2")  # the end of that day in Stockholm


def test_in_the_readers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    w = world(small(stated()))
    assert w.item("net/a/partial", "2021-02-01").counterparty == "The owners"
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "sv")
    assert w.item("net/a/partial", "2021-02-01").counterparty == "Ägarna"


# From a file by itself ------------------------------------------------------------------------------------------------


def test_a_file_answers_as_its_ledger_does(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    clock = Clock("2021-07-01T12:00:00Z")
    with Ledger.open(path, actor=ACTOR, clock=clock) as ledger:
        ledger.adopt_mandate(small(stated()), on="2021-01-01")
        for told in (lambda: None, lambda: ledger.submit_report("net/a", report="partial", on="2021-06-02")):
            told()
            with open_answers(path, clock) as answers:  # behind the log: it catches up by itself
                for known_at in (None, 3, "2021-07-01", "2021-06-30"):
                    assert answers.obligations(known_at=known_at) == ledger.obligations(known_at=known_at)
                assert answers.overdue(as_of="2021-07-01") == ledger.overdue(as_of="2021-07-01")
                assert answers.due(as_of="2021-05-01", days=60) == ledger.due(as_of="2021-05-01", days=60)
                assert answers.obligations(as_of="2090-01-01") == ledger.obligations(as_of="2090-01-01")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing), open_answers(tmp_path / "none.db"):
        pass
