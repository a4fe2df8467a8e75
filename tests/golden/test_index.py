"""The index of each example ledger says what it said: a change of rules that was not meant shows here."""

import json

import pytest

from tests.golden.index import DIGESTS
from tests.kit.examples import LEDGERS, example
from tests.kit.rows import digest

KNOWN: dict[str, str] = json.loads(DIGESTS.read_text("utf-8"))


def test_every_example_is_there() -> None:
    assert tuple(KNOWN) == LEDGERS


@pytest.mark.parametrize("name", LEDGERS)
def test_the_rows_of_an_example(name: str) -> None:
    assert digest(example(name)) == KNOWN[name]
