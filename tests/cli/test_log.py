"""The log: order, filters, forms, and following it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

FILTERS = [
    ("--kind MeetingHeld", lambda e: e["name"] == "MeetingHeld"),
    ("--kind meetingheld", lambda e: e["name"] == "MeetingHeld"),
    ("--kind assignment", lambda e: e["event"].startswith("assignment:")),
    ("--network vux", lambda e: not e["event"].startswith("person:")),
    ("--actor person:p-frida", lambda e: e["actor"] == "person:p-frida"),
    ("--actor p-frida", lambda e: e["actor"] == "person:p-frida"),
    ("--since 2021-06 --until 2021-09", lambda e: "2021-06-01" <= e["effective_on"] <= "2021-09-30"),
    ("--text BJÖRN", lambda e: "björn" in json.dumps(e["data"], ensure_ascii=False).casefold()),
    ("--kind MinutesSubmitted --text 2021-02-12", lambda e: e["event"] == "meeting:vux/2021-02-12@7"),
]  # fmt: skip


def _items(run: Run, *arguments: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(run("log", *arguments, "--format", "json").stdout)["items"]
    return items


@pytest.mark.parametrize(("line", "fits"), FILTERS, ids=[line for line, _fits in FILTERS])
def test_filters(line: str, fits: Any, run: Run, demo: Path) -> None:
    everything = _items(run)
    found = _items(run, *line.split())
    assert found
    assert found == [entry for entry in everything if fits(entry)]


def test_newest_first_or_oldest_first(run: Run, demo: Path) -> None:
    positions = [entry["position"] for entry in _items(run)]
    assert positions == list(range(77, 0, -1))
    assert [entry["position"] for entry in _items(run, "--reverse")] == positions[::-1]
    assert [entry["position"] for entry in _items(run, "-n", "3")] == [77, 76, 75]
    assert [entry["position"] for entry in _items(run, "-n", "3", "--reverse")] == [75, 76, 77]
    assert _items(run, "-n", "0") == []


def test_one_line_for_each_event(run: Run, demo: Path) -> None:
    lines = run("log", "--oneline").stdout.splitlines()
    assert len(lines) == 77
    assert lines[-1].startswith("#1 2021-01-01 NetworkEstablished vux (system:utbildning-skaraborg)")


def test_a_name_steers_no_terminal(run: Run, demo: Path) -> None:
    run("person", "register", "\x1b[2JEve", "--person", "eve", "--actor", "system:t")
    for arguments in (["log"], ["log", "--oneline"], ["show", "eve"], ["show", "person:eve@1"]):
        said = run(*arguments).stdout
        assert "\x1b" not in said
        assert "\\u001b[2JEve" in said


def test_following_shows_what_comes(run: Run, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from governance.ledger import Ledger

    waits = 0

    def wait(_seconds: float) -> None:
        nonlocal waits
        waits += 1
        if waits == 3:
            raise KeyboardInterrupt
        with Ledger.open(demo, actor="system:other") as ledger:
            ledger.register_person(f"Person {waits}", person=f"new-{waits}")

    monkeypatch.setattr("governance_cli.log.time.sleep", wait)
    lines = run("log", "--follow", "-n", "2", "--oneline").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["#76", "#77", "#78", "#79"]
    waits = 2
    assert [
        json.loads(line)["position"] for line in run("log", "-f", "-n", "1", "--format", "json").stdout.splitlines()
    ]
