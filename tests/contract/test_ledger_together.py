"""Several threads and processes on one ledger, and on one network in it: each gets through, nothing is lost."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from governance.errors import CommandIdReused
from governance.ledger import Ledger
from tests.kit.agreement import answered, by_the_rules, is_the_same_when_told_again
from tests.kit.mandates import small, stated
from tests.kit.world import ACTOR

TELLER = Path(__file__).with_name("teller.py")


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(":memory:" if request.param == "memory" else tmp_path / "l.db", actor=ACTOR) as made:
        made.adopt_mandate(small(stated()), on="2021-01-01")
        yield made


def test_threads_on_one_network(ledger: Ledger) -> None:
    """They tell and ask at once."""

    def tell(thread: int) -> list[int]:
        positions: list[int] = []
        for number in range(50):
            positions += ledger.rename_network("net", name=f"{thread} {number}").positions
            if number % 25 == 0:
                ledger.obligations(as_of="2021-07-01")
        return positions

    before = ledger.desk.last_position()
    with ThreadPoolExecutor(8) as pool:
        positions = [position for told in pool.map(tell, range(8)) for position in told]
    assert sorted(positions) == list(range(before + 1, before + 401))
    names = [entry.data["name"] for entry in ledger.log(kind="NetworkRenamed")]
    assert sorted(names) == sorted(f"{thread} {number}" for thread in range(8) for number in range(50))
    is_the_same_when_told_again(ledger, Ledger(ledger.desk.recorder, actor=ACTOR))
    assert answered(ledger, "2021-07-01", before + 400) == by_the_rules(ledger, "2021-07-01", before + 400)


def test_threads_that_tell_the_same_command(ledger: Ledger) -> None:
    def tell(_thread: int) -> tuple[bool, tuple[int, ...]]:
        receipt = ledger.rename_network("net", name="Once", command_id="once")
        return receipt.repeated, receipt.positions

    before = ledger.desk.last_position()
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(tell, range(16)))
    assert ledger.desk.last_position() == before + 1
    assert {positions for _repeated, positions in told} == {(before + 1,)}
    assert sorted(repeated for repeated, _positions in told) == [False, *[True] * 15]


def test_threads_that_want_one_command_id_for_different_commands(ledger: Ledger) -> None:
    def tell(thread: int) -> int:
        try:
            ledger.rename_network("net", name=f"Name {thread}", command_id="same")
        except CommandIdReused:
            return 0
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(tell, range(8))) == 1


def test_processes_on_one_network(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path, actor=ACTOR) as ledger:
        ledger.adopt_mandate(small(stated()), on="2021-01-01")
        before = ledger.desk.last_position()
        command = [sys.executable, str(TELLER), str(path)]
        processes = [subprocess.Popen([*command, name, "50"], stdout=subprocess.PIPE, text=True) for name in "abcd"]
        positions = [int(line) for process in processes for line in process.communicate()[0].split()]
        assert [process.returncode for process in processes] == [0] * 4
        assert sorted(positions) == list(range(before + 1, before + 201))
        assert len(list(ledger.log(kind="NetworkRenamed"))) == 200
        ledger.rename_network("net", name="Last")
        is_the_same_when_told_again(ledger, Ledger(ledger.desk.recorder, actor=ACTOR))
