"""The tests read what people read, in English, whatever language the reader of the tests speaks."""

import pytest


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "en")
