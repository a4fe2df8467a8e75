"""From a due rule and a day to a date; all worked out on a calendar."""

from datetime import date

import pytest

from governance.compliance.due import Anchor, due_by
from governance.compliance.workdays import Place, calendar_of
from governance.duties.due.after import After
from governance.duties.due.in_year import InYear
from governance.mandate.frame import WorkingDays

PLACE = Place("Europe/Stockholm", calendar_of(WorkingDays()))


def _from(trigger: date) -> dict[str, Anchor]:
    return {"trigger": Anchor(trigger)}


@pytest.mark.parametrize(
    ("days", "trigger", "due"),
    [
        (0, date(2021, 2, 12), "2021-02-12"),
        (14, date(2021, 2, 12), "2021-02-26"),
        (14, date(2021, 2, 20), "2021-03-06"),
        (14, date(2024, 2, 20), "2024-03-05"),  # a leap year
        (14, date(2021, 12, 20), "2022-01-03"),
        (1, date(2021, 3, 27), "2021-03-28"),  # summer time begins: a day is a day
        (365, date(2021, 1, 1), "2022-01-01"),
        (3660, date(2021, 1, 1), "2031-01-09"),  # ten years and ten days, less the leap days of 2024 and 2028
    ],
)
def test_so_many_days_after(days: int, trigger: date, due: str) -> None:
    found = due_by(After(rule="after", days=days), _from(trigger), PLACE)
    assert found is not None
    assert str(found.when) == due
    (step,) = found.steps
    assert step.text.format(**step.values or {}) == f"{days} calendar day{'s' * (days != 1)} after {trigger} is {due}."


@pytest.mark.parametrize(
    ("month", "day", "later", "trigger", "due"),
    [
        (2, None, 0, date(2021, 1, 1), "2021-02"),
        (2, 28, 0, date(2021, 1, 1), "2021-02-28"),
        (2, 28, 0, date(2024, 1, 1), "2024-02-28"),
        (12, 31, 0, date(2021, 7, 1), "2021-12-31"),
        (1, 15, 1, date(2021, 12, 31), "2022-01-15"),
        (3, None, 10, date(2021, 1, 1), "2031-03"),
        (1, None, 0, date(2021, 7, 1), "2021-01"),  # before the trigger: the rule says so
    ],
)
def test_in_a_month_or_on_a_day_of_the_year(month: int, day: int | None, later: int, trigger: date, due: str) -> None:
    found = due_by(InYear(rule="in_year", month=month, day=day, years_later=later), _from(trigger), PLACE)
    assert found is not None
    assert str(found.when) == due


def test_without_a_rule_nothing_is_due() -> None:
    assert due_by(None, _from(date(2021, 1, 1)), PLACE) is None


@pytest.mark.parametrize("trigger", [date.min, date.max])
@pytest.mark.parametrize(
    "rule", [After(rule="after", days=3660), InYear(rule="in_year", month=12, day=31, years_later=10)]
)
def test_at_the_ends_of_the_calendar(rule: After | InYear, trigger: date) -> None:
    """A mandate can say that it begins on the last day there is; its rules must still give an answer."""
    found = due_by(rule, _from(trigger), PLACE)
    assert found is None or found.when.last <= date.max
