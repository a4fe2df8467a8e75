"""A small, always equal sample of what ``python -m tests.fuzz`` tries by the hundred thousand."""

import pytest

from tests.fuzz.__main__ import run
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_sample(name: str) -> None:
    assert run(TARGETS[name], 300, 1) is None
