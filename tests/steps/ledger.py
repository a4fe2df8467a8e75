"""The ledger under test, the day it is, and what becomes of a refused command."""

from collections.abc import Iterator
from datetime import date, datetime, time
from types import TracebackType
from zoneinfo import ZoneInfo

import pytest
from pytest_bdd import given, step, then
from pytest_bdd.parser import Feature, Scenario, Step

from governance.errors import GovernanceError
from governance.ledger import Ledger
from tests.steps.words import said

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_REFUSAL = ("it is refused as ", "nekas det som ", "the import stops ")


class Today:
    """The clock of a scenario: it stands still until a step sets it."""

    def __init__(self) -> None:
        self.moment = datetime(2021, 1, 13, 10, tzinfo=_STOCKHOLM)

    def set(self, day: date, at: time = time(10)) -> None:
        self.moment = datetime.combine(day, at, _STOCKHOLM)

    def __call__(self) -> datetime:
        return self.moment


class Attempt:
    """Commands are given inside ``with attempt:``. A refusal is kept for a next step that speaks of it; where none
    does, it fails the scenario where it happens."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._foreseen = False
        self.refusal: GovernanceError | None = None
        self.position = 0

    def begin(self, *, foreseen: bool) -> None:
        """A step begins; ``foreseen``: the step after it speaks of a refusal."""
        self._foreseen = foreseen

    def __enter__(self) -> None:
        self.refusal, self.position = None, self._ledger.desk.last_position()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not self._foreseen or not isinstance(error, GovernanceError):
            return False
        self.refusal = error
        return True


@pytest.fixture
def today() -> Today:
    return Today()


@pytest.fixture
def ledger(today: Today, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "en")
    with Ledger.open(":memory:", clock=today, actor="system:test") as opened:
        yield opened


@pytest.fixture
def attempt(ledger: Ledger) -> Attempt:
    return Attempt(ledger)


def pytest_bdd_before_step(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario, step: Step) -> None:
    """Look one step ahead: does it speak of a refusal?"""
    following = scenario.steps[scenario.steps.index(step) + 1 :]
    attempt: Attempt = request.getfixturevalue("attempt")
    attempt.begin(foreseen=bool(following) and following[0].name.startswith(_REFUSAL))


@step(said("it is {day:Day}"))
@given(said("att det är {day:Day}"))
def _it_is(today: Today, day: date) -> None:
    today.set(day)


@given(said("it is {day:Day} at {at:Time} in Stockholm"))
def _it_is_at(today: Today, day: date, at: time) -> None:
    today.set(day, at)


@then(said('it is refused as "{code:Text}"'))
@then(said('nekas det som "{code:Text}"'))
def _refused(attempt: Attempt, ledger: Ledger, code: str) -> None:
    assert attempt.refusal is not None, "it was carried out"
    assert type(attempt.refusal).__name__ == code
    assert ledger.desk.last_position() == attempt.position, "something was recorded all the same"


@then(said('the refusal says "{text:Text}"'))
def _says(attempt: Attempt, text: str) -> None:
    assert text in str(attempt.refusal)
