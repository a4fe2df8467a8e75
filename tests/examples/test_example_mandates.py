"""The bodies of ``examples/mandates``: their histories are read in, and every verdict worked out by hand is compared.

The layout of a folder stands in ``examples/mandates/README.md``.
"""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from governance.compliance.item import Item
from governance.duties.compiled import duties
from governance.duties.reading import read_mandate
from governance.time import instant
from tests.kit.mandates import EXAMPLES
from tests.kit.world import World

FOLDERS = sorted(path.parent for path in (EXAMPLES / "mandates").glob("*/mandate.toml"))
FEWEST = 40
"""Verdicts by hand that each body has."""


@cache
def lived(folder: Path) -> World:
    """The history of a body, recorded when its lines say; today is the day of its last line, or asked of last."""
    lines = (folder / "history.jsonl").read_text("utf-8").splitlines()
    today = max(
        *(instant(json.loads(line)["recorded_at"]) for line in lines if line.strip()),
        *(instant(f"{verdict['as_of']}T12:00:00+00:00") for verdict in by_hand(folder)),
    )
    w = World(text=today.isoformat())
    w.ledger.import_lines(lines, keep_times=True, text_of=lambda name: (folder / name).read_text("utf-8"))
    return w


@cache
def answers(folder: Path, as_of: str, known_at: str | None) -> dict[str, Item]:
    return {item.id: item for item in lived(folder).ledger.obligations(as_of=as_of, known_at=known_at)}


def by_hand(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((folder / "verdicts.toml").read_text("utf-8"))["verdict"]
    return found


EACH = [
    pytest.param(
        folder,
        verdict,
        id=f"{folder.name}:{verdict['obligation']}@{verdict['as_of']}"
        + (f" as known {verdict['known_at']}" if "known_at" in verdict else ""),
    )
    for folder in FOLDERS
    for verdict in by_hand(folder)
]


@pytest.mark.parametrize(("folder", "verdict"), EACH)
def test_a_verdict_by_hand(folder: Path, verdict: dict[str, Any]) -> None:
    known_at = str(verdict["known_at"]) if "known_at" in verdict else None
    item = answers(folder, str(verdict["as_of"]), known_at).get(verdict["obligation"])
    found: dict[str, str] = {"verdict": item.verdict if item else "none"}
    expected: dict[str, str] = {"verdict": verdict["verdict"]}
    if "due" in verdict:
        expected["due"] = str(verdict["due"])
        found["due"] = (item.due if item else None) or "none"
    assert found == expected, f"{verdict['because']} But: {item.reason if item else 'no such obligation'}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_duty_is_judged_by_hand(folder: Path) -> None:
    mandate = read_mandate((folder / "mandate.toml").read_text("utf-8"))
    ids = [verdict["obligation"].partition("/")[2] for verdict in by_hand(folder)]
    assignments = {assignment.key: assignment.clause for assignment in mandate.assignments}
    judged = {(assignments.get(head, head), tail) for head, _sep, tail in (one.partition("/") for one in ids)}
    missing = [
        (duty.id, duty.step)
        for duty in duties(mandate)
        if not any(name == duty.id and (not duty.step or tail.rpartition("/")[2] == duty.step) for name, tail in judged)
    ]
    assert missing == []
    assert len(ids) >= FEWEST


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_verdict_by_hand_says_why(folder: Path) -> None:
    for verdict in by_hand(folder):
        assert set(verdict) <= {"as_of", "known_at", "obligation", "verdict", "due", "because"}, verdict
        assert verdict["because"].endswith((".", ".)")), verdict
    assert (folder / "README.md").read_text("utf-8").startswith("# ")
