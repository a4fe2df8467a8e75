"""An index that other rules made, or other public holidays, is built anew before it answers."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import apsw
import pytest

from governance.ledger import Ledger
from governance.reader import open_answers
from governance.store import verdicts
from governance.store.sqlite_verdicts import seal_of_row
from tests.kit.mandates import clause, small
from tests.kit.world import ACTOR, Clock

MINUTES = clause(
    "m", pattern="each_meeting", holder="chair", evidence="minutes_submitted",
    due={"rule": "after", "working_days": 3},
)  # fmt: skip
SWEDISH = '[working_days]\ncountry = "SE"\n'

# Held on Wednesday 28 April 2021: Thursday and Friday, then a holiday on Saturday and a Sunday, then Monday 3 May.
DUE = "2021-05-03"


def made(path: Path, *parts: str) -> Path:
    """A ledger with an index, of which another version of the rules or the holidays said 4 May."""
    with Ledger.open(path, actor=ACTOR, clock=Clock("2021-05-01T12:00:00+02:00")) as ledger:
        ledger.adopt_mandate(small(MINUTES, *parts))
        ledger.schedule_meeting("net", planned_on="2021-04-28", kind="plain", on="2021-04-01")
        ledger.hold_meeting("net/2021-04-28", on="2021-04-28")
        assert by_ledger(path) == DUE
    change(path, "UPDATE index_phase SET body = replace(body, ?, '2021-05-04')", DUE)
    seal_anew(path)
    return path


def seal_anew(path: Path) -> None:
    """The checksums fit what the rows say now."""
    connection = apsw.Connection(str(path))
    rows: list[Any] = connection.execute(
        "SELECT s.id, s.known_to, p.obligation, n.key, s.since, s.until, s.known_from, s.verdict, p.body"
        " FROM index_span AS s JOIN index_phase AS p ON p.id = s.id JOIN index_network AS n ON n.number = s.network"
    ).fetchall()
    for number, known_to, *cells in rows:
        seal = seal_of_row(*cells) + known_to
        connection.execute("UPDATE index_phase SET seal = ? WHERE id = ?", (seal, number))
    connection.close()


def change(path: Path, sql: str, *values: Any) -> None:
    connection = apsw.Connection(str(path))
    connection.execute(sql, values)
    connection.close()


def state(path: Path) -> tuple[Any, ...]:
    connection = apsw.Connection(str(path))
    found = connection.execute("SELECT * FROM index_state").get
    connection.close()
    assert isinstance(found, tuple)
    return found


def stamp(path: Path, **told: object) -> None:
    """The index says of itself what it is told to, with a seal that fits."""
    names = ("position", "horizon", "format", "holidays")
    meant = {**dict(zip(names, state(path), strict=False)), **told}
    seal = verdicts.seal_of([meant[name] for name in names])
    change(path, "UPDATE index_state SET format = ?, holidays = ?, seal = ?", meant["format"], meant["holidays"], seal)


def by_ledger(path: Path) -> str | None:
    with Ledger.open(path, create=False) as ledger:
        (item,) = ledger.obligations(as_of="2021-05-01")
    return item.due


def by_reader(path: Path) -> str | None:
    with open_answers(path) as answers:
        (item,) = answers.obligations(as_of="2021-05-01")
    return item.due


ASKING = pytest.mark.parametrize("asking", [by_ledger, by_reader])


@ASKING
def test_the_present_one_answers_as_it_is(asking: Callable[[Path], str | None], tmp_path: Path) -> None:
    path = made(tmp_path / "net.db", SWEDISH)
    assert state(path)[3] == version("holidays")
    assert asking(path) == "2021-05-04"


@ASKING
@pytest.mark.parametrize("told", [{"holidays": "0.1"}, {"format": verdicts.FORMAT - 1}, {"format": 99}], ids=str)
def test_another_one_is_built_anew(
    asking: Callable[[Path], str | None], told: dict[str, object], tmp_path: Path
) -> None:
    path = made(tmp_path / "net.db", SWEDISH)
    before = state(path)
    stamp(path, **told)
    assert asking(path) == DUE
    assert state(path) == before
    assert asking(path) == DUE


@ASKING
def test_without_a_country_the_holidays_do_not_matter(
    asking: Callable[[Path], str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never() -> str:
        raise AssertionError

    monkeypatch.setattr(verdicts, "holidays_here", never)
    path = made(tmp_path / "net.db")
    assert state(path)[3] == ""
    assert asking(path) == "2021-05-04"


def test_a_country_that_a_later_version_names(tmp_path: Path) -> None:
    path = made(tmp_path / "net.db")
    with Ledger.open(path, actor=ACTOR, clock=Clock("2021-05-01T12:00:00+02:00")) as ledger:
        ledger.amend_mandate(small(MINUTES, SWEDISH, version="2", begins="2021-06-01"), on="2021-05-01")
        ledger.overdue()
    assert state(path)[3] == version("holidays")


@pytest.mark.parametrize("told", [{"holidays": "0.1"}, {"format": 99}], ids=str)
def test_another_one_is_no_sign_of_tampering(told: dict[str, object], tmp_path: Path) -> None:
    path = made(tmp_path / "net.db", SWEDISH)
    stamp(path, **told)
    with Ledger.open(path, create=False) as ledger:
        assert ledger.verify().findings == ()


def test_one_that_said_less_of_itself(tmp_path: Path) -> None:
    """As up to format 3: position, horizon, format, seal."""
    path = made(tmp_path / "net.db", SWEDISH)
    position, horizon, *_rest = state(path)
    told = (position, horizon, 3)
    change(path, "DROP TABLE index_state")
    change(
        path,
        "CREATE TABLE index_state (position INTEGER NOT NULL, horizon INTEGER NOT NULL, format INTEGER NOT NULL,"
        " seal BLOB NOT NULL) STRICT",
    )
    change(path, "INSERT INTO index_state VALUES (?, ?, ?, ?)", *told, verdicts.seal_of(told))
    with Ledger.open(path, create=False) as ledger:
        assert ledger.verify().findings == ()
    assert by_reader(path) == DUE


def test_what_it_says_of_the_holidays_is_sealed(tmp_path: Path) -> None:
    path = made(tmp_path / "net.db", SWEDISH)
    change(path, "UPDATE index_state SET holidays = ''")
    with Ledger.open(path, create=False) as ledger:
        assert [(found.kind, found.where) for found in ledger.verify().findings] == [("altered", "index")]
