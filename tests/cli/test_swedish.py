"""Who reads Swedish reads no English: not of click's either."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def _in_swedish(_alone: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVERNANCE_LANGUAGE", "sv")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("role assign --role chair --holder x", "NÄTVERK saknas."),
        ("role assign vux --holder x", "--role saknas."),
        ("role assign vux --holder", "--holder: ett värde saknas, eller är ett för mycket."),
        ("role assign vux --rolle x", "Det finns ingen flagga --rolle. Menade du --role eller --holder?"),
        ("role assign vux --x", "Det finns ingen flagga --x."),
        ("log -n -5", "--number / -n: skriv ett heltal från 0 och uppåt."),
        ("due --days x", "--days: skriv ett heltal från 0 till 36500."),
        ("overdue --format xml", "--format: skriv ett av table, json, csv."),
        ("mandate adopt missing.toml", "FIL: missing.toml: det finns ingen sådan fil"),
        ("minutes submitt x", "Det finns inget kommando 'submitt'. Menade du submit?"),
        (
            "meeting hold vux/2021-02-12 --actor system:x --at 9.30",
            "at: '9.30' är inte skrivet som det måste vara: timmar och minuter, som 09:30",
        ),
    ],
)
def test_what_is_wrong_with_a_line(line: str, said: str, run: Run, demo: Path) -> None:
    assert f"Fel: {said}\n" in run(*line.split(), expect=2).stderr


@pytest.mark.parametrize("line", ["", "role", "role assign", "overdue", "ask", "ask history"])
def test_a_page_of_help(line: str, run: Run) -> None:
    said = run(*line.split(), "--help").stdout
    assert said.startswith(f"Användning: governance {line}".rstrip())
    assert "Flaggor:" in said
    assert "Visa den här sidan." in said
    assert not {"Show this", "Options:", "Commands:", "Usage:"} & {line.strip() for line in said.splitlines()}
