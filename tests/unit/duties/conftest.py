"""The expected messages in these tests are the English ones."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def _in_english() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVERNANCE_LANGUAGE", "en")
        yield
