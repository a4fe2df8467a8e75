"""The log as people read it, single events, plans, and the doctor."""

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import apsw
import pytest

from governance.errors import MandateInvalid, Refused
from governance.ledger import Ledger
from tests.kit.lived import lived
from tests.kit.mandates import clause, small, stated
from tests.kit.world import ACTOR, World, world

# The log ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def w() -> World:
    return lived()


def test_the_whole_log_in_order_and_backwards(w: World) -> None:
    entries = list(w.ledger.log())
    assert [entry.position for entry in entries] == list(range(1, w.size + 1))
    assert list(w.ledger.log(newest_first=True)) == entries[::-1]
    assert list(w.ledger.log(after=w.size - 2)) == entries[-2:]
    assert list(w.ledger.log(after=w.size - 2, newest_first=True)) == entries[:-3:-1]
    assert list(w.ledger.log(after=w.size)) == list(w.ledger.log(after=w.size, newest_first=True)) == []


def test_the_log_is_read_page_by_page(w: World, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = list(w.ledger.log())
    monkeypatch.setattr("governance.ledger.reading._PAGE", 7)
    assert list(w.ledger.log()) == entries
    assert list(w.ledger.log(newest_first=True)) == entries[::-1]
    assert [e.position for e in itertools.islice(w.ledger.log(after=10, newest_first=True), 3)] == [
        w.size, w.size - 1, w.size - 2]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "about"),
    [
        ({"kind": "MinutesSubmitted"}, ["net/2021-02-12"]),
        ({"kind": "minutessubmitted"}, ["net/2021-02-12"]),
        ({"kind": "MeetingCancelled"}, ["net/2021-05-05"]),
        ({"kind": "Minutes"}, []),
        ({"kind": "assignment", "text": "net/gone"}, ["net/gone", "net/gone"]),
        ({"text": "NO NEED"}, ["net/gone"]),
        ({"text": "no such thing"}, []),
        ({"kind": "meeting", "since": date(2021, 6, 1)}, ["net/2021-06-07", "net/2021-09-10"]),
        ({"kind": "meeting", "since": date(2021, 6, 8)}, []),
        ({"kind": "meeting", "since": date(2021, 5, 1), "until": date(2021, 5, 31)}, ["net/2021-05-05"]),
        ({"kind": "person", "until": date(2021, 1, 1)}, ["p-anna", "p-bo", "p-cia", "p-cia2"]),
        ({"kind": "person", "network": "net"}, []),
        ({"kind": "MeetingHeld", "network": "other"}, []),
        ({"kind": "MeetingHeld", "actor": "system:test"}, ["net/2021-02-12", "net/2021-03-19", "net/2021-06-07"]),
        ({"kind": "MeetingHeld", "actor": "system:tes"}, []),
    ],
    ids=repr,
)
def test_what_is_wanted(w: World, wanted: dict[str, Any], about: list[str]) -> None:
    assert sorted(entry.about for entry in w.ledger.log(**wanted)) == sorted(about)


def test_since_and_until_go_by_what_may_have_happened_then() -> None:
    w = world(small(), today="2021-07-01", adopted="2021-01-01")
    w.ledger.rename_network("net", name="In May", on="2021-05")
    for since, until, found in (
        (date(2021, 5, 31), None, True),
        (date(2021, 6, 1), None, False),
        (None, date(2021, 5, 1), True),
        (None, date(2021, 4, 30), False),
    ):
        assert bool(list(w.ledger.log(kind="NetworkRenamed", since=since, until=until))) is found


def test_an_entry(w: World) -> None:
    entry = w.ledger.entry("meeting:net/2021-02-12@3")
    assert (entry.name, entry.about, entry.effective_on, entry.actor, entry.clause, entry.source) == (
        "MeetingHeld", "net/2021-02-12", "2021-02-12", "system:test", None, None)  # fmt: skip
    assert entry.data == {"led_by": "person:p-anna", "attendance": []}
    assert entry.summary == "led_by: person:p-anna, attendance: []"
    assert w.ledger.entry(f"#{entry.position}") == entry


def test_a_summary_is_one_short_line() -> None:
    w = world(small())
    w.ledger.rename_network("net", name="a\nb  " + "x" * 100)
    (entry,) = w.ledger.log(kind="NetworkRenamed")
    assert entry.summary == "name: a b " + "x" * 73 + "…"


def test_the_history_of_one_thing(w: World) -> None:
    names = [entry.name for entry in w.told("assignment:net/a")]
    assert names == ["AssignmentIssued", "ReportSubmitted", "ReportAccepted"]
    assert w.told("assignment:net/none") == []


# Plans -----------------------------------------------------------------------------------------------------------


def test_a_plan_for_a_first_mandate() -> None:
    w = World()
    plan = w.ledger.plan_mandate(small(stated()))
    assert plan.command == "adopt_mandate"
    assert [entry.name for entry in plan.events] == [
        "NetworkEstablished",
        "MandateAdopted",
        "MemberJoined",
        "MemberJoined",
        "MemberJoined",
        "AssignmentIssued",
    ]
    assert [entry.position for entry in plan.events] == [1, 2, 3, 4, 5, 6]
    assert [item.id for item in plan.added] == [
        "net/B1/standing",
        "net/M1/2021",
        "net/O2/archive",
        "net/O2/principal",
        "net/P1/2021",
        "net/a/final",
        "net/a/memo",
        "net/a/partial",
    ]
    assert (plan.changed, plan.removed, w.size) == ((), (), 0)  # fmt: skip


def test_a_plan_for_an_amendment() -> None:
    w = world(small(stated()), today="2021-03-15", adopted="2021-01-01")
    before = w.size
    new = small(stated().replace('month = 2', 'month = 4'), clause("N1", pattern="standing", holder="chair",
                evidence="summary_sent"), version="2", begins="2021-03-01")  # fmt: skip
    plan = w.ledger.plan_mandate(new)
    assert plan.command == "amend_mandate"
    assert [entry.name for entry in plan.events] == ["MandateAmended"]
    assert [item.id for item in plan.added] == ["net/N1/standing"]
    assert not plan.changed
    assert not plan.removed
    w.ledger.amend_mandate(new, applies_to_running=True)
    assert w.size == before + 1
    assert w.item("net/P1/2021", "2021-03-15").due == "2021-04"


def test_a_plan_goes_by_the_day_on_which_it_would_be_adopted() -> None:
    w = world(small(stated(), ends="2021-12-31"), today="2022-03-15", adopted="2021-01-01")
    new = small(stated(), version="2", begins="2021-11-01", ends="2022-12-31")
    plan = w.ledger.plan_mandate(new, on="2021-10-20")
    assert plan.command == "amend_mandate"
    assert [entry.name for entry in plan.events] == ["MandateAmended"]
    later = w.ledger.plan_mandate(small(stated(), version="3", begins="2022-01-01"), on="2022-03-15")
    assert later.command == "adopt_mandate"


def test_a_plan_calls_people_by_their_names() -> None:
    w = world(small(stated()), today="2021-03-15", adopted="2021-01-01")
    w.ledger.register_person("Anna Lund", person="p-anna", on="2021-01-02")
    w.ledger.assign_role("net", role="chair", holder="p-anna", on="2021-01-02")
    new = small(stated(), clause("N1", pattern="standing", holder="chair", evidence="summary_sent"), version="2",
                begins="2021-03-01")  # fmt: skip
    assert [item.holder for item in w.ledger.plan_mandate(new).added] == ["Anna Lund"]


def test_a_plan_for_a_mandate_of_the_far_future() -> None:
    plan = World().ledger.plan_mandate(small(stated(), begins="9999-12-31"))
    assert len(plan.events) == 6


def test_a_plan_refuses_what_would_be_refused() -> None:
    w = world(small(stated()), today="2021-03-15", adopted="2021-01-01")
    w.ledger.dissolve_network("net", on="2021-03-01")
    with pytest.raises(Refused):
        w.ledger.plan_mandate(small(stated(), version="2", begins="2021-03-01"))
    with pytest.raises(MandateInvalid):
        w.ledger.plan_mandate("version = 1")


# The doctor ------------------------------------------------------------------------------------------------------


def findings(ledger: Ledger) -> dict[str, tuple[bool, str]]:
    return {finding.what: (finding.ok, finding.detail) for finding in ledger.doctor()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of seven events."""
    made = tmp_path / "net.db"
    with Ledger.open(made, actor=ACTOR) as ledger:
        ledger.adopt_mandate(small(stated()))
        ledger.rename_network("net", name="Other")
    return made


def test_all_is_well(path: Path) -> None:
    with Ledger.open(path, actor=ACTOR) as ledger:
        found = findings(ledger)
        assert all(ok for ok, _detail in found.values())
        assert found["log"] == (True, "7 events, readable and without a gap")
        assert found["read model"][1].startswith("not built yet")
        ledger.obligations()
        ledger.rename_network("net", name="Third")
        assert findings(ledger)["read model"] == (True, "1 events behind the log")
        assert findings(ledger)["SQLite"] == (True, apsw.sqlite_lib_version())


HARM: list[tuple[str, str]] = [
    ("DELETE FROM event WHERE position = 3", "#3"),
    ("DELETE FROM event WHERE position = 7", "#6"),
    ("UPDATE event SET topic = 'os.system/1' WHERE position = 3", "#3"),
    ("UPDATE event SET topic = 'governance.network.MemberJoined/2' WHERE position = 3", "#3"),
    ("UPDATE event SET state = CAST('{}' AS BLOB) WHERE position = 4", "#4"),
    ("UPDATE event SET state = x'ff' WHERE position = 4", "#4"),
    ("UPDATE event SET version = 9 WHERE position = 7", "#7"),
]


@pytest.mark.parametrize(("harm", "said"), HARM, ids=range(len(HARM)))
def test_what_was_done_to_the_log(path: Path, harm: str, said: str) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(harm)
    connection.close()
    with Ledger.open(path, actor=ACTOR) as ledger:
        ok, detail = findings(ledger)["log"]
    assert not ok
    assert said in detail


def test_the_read_model_can_be_built_anew(path: Path) -> None:
    told: list[tuple[int, int]] = []
    with Ledger.open(path, actor=ACTOR) as ledger:
        before = ledger.obligations(as_of="2021-07-01")
        ledger.rebuild(lambda done, of: told.append((done, of)))
        assert told[-1] == (7, 7)
        assert findings(ledger)["read model"] == (True, "0 events behind the log")
        assert ledger.obligations(as_of="2021-07-01") == before


@pytest.mark.parametrize(
    "harm",
    [
        lambda c: c.execute("DROP TABLE index_state"),
        lambda c: c.execute("UPDATE index_state SET format = 99"),
        lambda c: c.execute("DELETE FROM index_state"),
        lambda c: c.execute("DROP TABLE index_span"),
    ],
    ids=range(4),
)
def test_a_lost_read_model_is_built_anew(path: Path, harm: Callable[[apsw.Connection], object]) -> None:
    with Ledger.open(path, actor=ACTOR) as ledger:
        before = ledger.obligations(as_of="2021-07-01")
    connection = apsw.Connection(str(path))
    harm(connection)
    connection.close()
    with Ledger.open(path, actor=ACTOR) as ledger:
        if "index_state" in [row[0] for row in _tables(path)] and not _whole(path):
            ledger.rebuild()
        assert ledger.obligations(as_of="2021-07-01") == before


def _tables(path: Path) -> list[tuple[str]]:
    connection = apsw.Connection(str(path))
    return list(connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"))


def _whole(path: Path) -> bool:
    return ("index_span",) in _tables(path)
