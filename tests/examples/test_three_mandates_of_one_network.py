"""What verdicts alone do not show of ``adult-education-network``: names, versions, and dates that moved."""

import pytest

from governance.compliance.item import Item
from tests.examples.test_example_mandates import answers
from tests.kit.mandates import EXAMPLES

FOLDER = EXAMPLES / "mandates" / "adult-education-network"


def item(obligation: str, as_of: str, known_at: str | None = None) -> Item:
    return answers(FOLDER, as_of, known_at)[f"vux/{obligation}"]


def test_the_network_goes_by_the_name_that_it_has() -> None:
    assert item("M1/2022", "2023-12-31").holder == "Adult education and learning centres"


@pytest.mark.parametrize(
    ("obligation", "as_of", "version"),
    [
        ("Se2/2021-12-01", "2021-12-31", "2021"),
        ("Se2/2022-12-14", "2022-12-31", "2022"),
        ("Se2/2023-01-25", "2023-02-06", "2023"),  # planned under that of 2022
        ("M1/2021", "2023-12-31", "2021"),
        ("M1/2023", "2023-12-31", "2023"),
    ],
)
def test_each_answer_says_which_mandate_governs(obligation: str, as_of: str, version: str) -> None:
    assert item(obligation, as_of).mandate == version


def test_a_date_that_an_amended_mandate_moved_stands_beside_the_first() -> None:
    moved = item("2021-3/final", "2022-05-02")
    assert (moved.due, moved.due_first) == ("2022-06", "2022-04")
