"""A small, always equal sample of what ``python -m tests.fuzz`` tries; with HYPOTHESIS_PROFILE=long all of it."""

import os
import time

import pytest

from tests.fuzz.__main__ import run
from tests.fuzz.targets import TARGETS

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"


@pytest.mark.parametrize("name", TARGETS)
def test_fuzz(name: str) -> None:
    count, seed = (100_000, time.time_ns() % 10**9) if LONG else (300, 1)
    fault = run(TARGETS[name], count, seed)
    assert fault is None, f"python -m tests.fuzz {name} --count 1 --seed {fault} shows it again"
