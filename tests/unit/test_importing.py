"""Import: every bad line is named by its number and nothing of its unit is recorded; times can be kept."""

import json
from typing import Any

import pytest

from governance.errors import ImportLineInvalid, ImportLineRefused, LedgerUnavailable, StorageError
from governance.ledger.importing import ImportReport
from tests.kit.mandates import small, stated
from tests.kit.world import World, utc, world


@pytest.fixture
def w() -> World:
    """It is noon of 1 July 2021 in UTC; the mandate was adopted at noon of 1 January."""
    return world(small(stated()), today="2021-07-01", adopted="2021-01-01")


def rename(name: str, **more: object) -> str:
    return json.dumps({"command": "rename_network", "network": "net", "name": name, **more})


def unit(*names: str, **more: object) -> str:
    return json.dumps({"unit": [json.loads(rename(name)) for name in names], **more})


def names(w: World) -> list[Any]:
    return [entry.data["name"] for entry in w.ledger.log(kind="NetworkRenamed")]


def test_lines_are_carried_out_in_order(w: World) -> None:
    seen: list[int] = []
    lines = [rename("One"), "", "  \t", unit("Two", "Three"), rename("Four")]
    report = w.ledger.import_lines(lines, file="a.jsonl", progress=seen.append)
    assert report == ImportReport(lines=3, recorded=3, repeated=0, events=4, dry_run=False)
    assert names(w) == ["One", "Two", "Three", "Four"]
    assert seen == [1, 4, 5]


BAD: list[tuple[str, str]] = [
    ("no JSON", "rename"),
    ("no JSON", '{"command": "rename_network"'),
    ("no JSON", rename("X") + rename("Y")),
    ("no JSON", "\ufeff" + rename("X")),
    ("object", "[]"),
    ("object", "null"),
    ("object", '"rename_network"'),
    ("twice", '{"command": "rename_network", "network": "net", "name": "X", "name": "Y"}'),
    ("NaN", '{"command": "adopt_work_plan", "network": "net", "year": NaN}'),
    ("Infinity", '{"command": "adopt_work_plan", "network": "net", "year": -Infinity}'),
    ("which command", '{"network": "net", "name": "X"}'),
    ("which command", '{"command": 5, "network": "net"}'),
    ("no command 'close'", '{"command": "close"}'),
    ("no command '_tell'", '{"command": "_tell"}'),
    ("no command 'save'", '{"command": "save"}'),
    ("name", '{"command": "rename_network", "network": "net"}'),
    ("network", '{"command": "rename_network", "name": "X"}'),
    ("colour", rename("X", colour="red")),
    ("name", '{"command": "rename_network", "network": "net", "name": 5}'),
    ("name", '{"command": "rename_network", "network": "net", "name": null}'),
    ("name", rename("")),
    ("name", rename("a\x00b")),
    ("hex escape", '{"command": "rename_network", "network": "net", "name": "\\ud800"}'),
    ("hex escape", '{"command": "rename_network", "network": "\\ud800", "name": "X"}'),
    ("not a date", rename("X", on="1 July")),
    ("not a date", rename("X", on="2021-7-1")),
    ("on", rename("X", on=20210701)),
    ("recorded_at", rename("X", recorded_at=5)),
    ("instant", rename("X", recorded_at="2021-07-01")),
    ("instant", rename("X", recorded_at="2021-07-01T10:00:00")),
    ("command_id", rename("X", command_id=5)),
    ("command_id", rename("X", command_id="x" * 201)),
    ("year", '{"command": "adopt_work_plan", "network": "net", "year": "2021"}'),
    ("year", '{"command": "adopt_work_plan", "network": "net", "year": 2021.0}'),
    ("year", '{"command": "adopt_work_plan", "network": "net", "year": 1e999}'),
    ("digits", '{"command": "adopt_work_plan", "network": "net", "year": ' + "1" * 5000 + "}"),
    ("actor", rename("X", actor="")),
    ("actor", rename("X", actor={"id": "god:x"})),
    ("file", '{"command": "adopt_mandate", "file": "other.toml"}'),
    ("unit", '{"unit": []}'),
    ("unit", '{"unit": {}}'),
    ("unit", '{"unit": [{"command": "rename_network", "network": "net", "name": "X"}], "on": "2021-07-01"}'),
    ("unit", '{"unit": [{"unit": []}], "command": "x"}'),
    ("command", '{"unit": ["rename_network"]}'),
    ("deep", "[" * 100_000),
    (
        "",
        '{"command": "correct_fact", "event": "#1", "reason": "R", "changes": {"name": ' + "[" * 500 + "]" * 500 + "}}",
    ),
    ("no event", '{"command": "retract_fact", "event": "#99", "reason": "R"}'),
    ("no network 'other'", '{"command": "rename_network", "network": "other", "name": "X"}'),
]


@pytest.mark.parametrize(("said", "line"), BAD, ids=range(len(BAD)))
def test_a_line_that_cannot_be_understood(w: World, said: str, line: str) -> None:
    before = w.size
    with pytest.raises(ImportLineInvalid) as caught:
        w.ledger.import_lines([rename("First"), "", line, rename("Last")], file="a.jsonl")
    assert (caught.value.details["file"], caught.value.details["line"]) == ("a.jsonl", 3)
    assert said in caught.value.details["problem"]
    assert str(caught.value).startswith("a.jsonl, line 3: ")
    assert (names(w), w.size) == (["First"], before + 1)


REFUSED = [
    rename("X", on="2021-07-02"),
    rename("X", on="2020-12-31"),
    rename("X", actor="person:p-nobody"),
    unit("X", "X"),  # the same twice
    json.dumps({"unit": [json.loads(rename("X")), json.loads(rename("Y", on="2021-07-02"))]}),
]


@pytest.mark.parametrize("line", REFUSED, ids=range(len(REFUSED)))
def test_a_line_that_is_refused(w: World, line: str) -> None:
    before = w.size
    with pytest.raises(ImportLineRefused) as caught:
        w.ledger.import_lines([rename("First"), line, rename("Last")], file="a.jsonl")
    assert caught.value.details["line"] == 2
    assert (names(w), w.size) == (["First"], before + 1)


@pytest.mark.parametrize("line", [line for _said, line in BAD[::4]] + REFUSED, ids=range(len(BAD[::4]) + len(REFUSED)))
def test_a_rehearsal_finds_the_same_line(w: World, line: str) -> None:
    before = w.size
    with pytest.raises((ImportLineInvalid, ImportLineRefused)) as caught:
        w.ledger.import_lines([rename("First"), rename("Second"), line], dry_run=True)
    assert caught.value.details["line"] == 3
    assert w.size == before


def test_a_rehearsal_records_nothing_and_counts_the_same(w: World) -> None:
    before = w.size
    lines = [
        rename("One"),
        unit("Two", "Three"),
        json.dumps({"command": "register_person", "name": "Eva"}),
        json.dumps({"command": "register_person", "name": "Fia"}),
        json.dumps({"command": "schedule_meeting", "network": "net", "planned_on": "2021-06-30", "kind": "plain"}),
        json.dumps({"command": "hold_meeting", "meeting": "2021-06-30", "on": "2021-06-30", "led_by": "Eva"}),
    ]
    rehearsed = w.ledger.import_lines(lines, dry_run=True)
    assert w.size == before
    told = w.ledger.import_lines(lines)
    assert (rehearsed.dry_run, told.dry_run) == (True, False)
    assert rehearsed == ImportReport(6, 6, 0, 7, dry_run=True)
    assert told == ImportReport(6, 6, 0, 7, dry_run=False)
    assert w.ledger.import_lines(lines, dry_run=True) == ImportReport(6, 0, 6, 0, dry_run=True)


def test_an_import_can_be_run_again_and_goes_on_where_it_stopped(w: World) -> None:
    lines = [rename("One"), unit("Two", "Three"), rename("Four", on="2021-07-02"), rename("Five")]
    with pytest.raises(ImportLineRefused):
        w.ledger.import_lines(lines)
    w.clock.at("2021-07-02")
    assert w.again().import_lines(lines) == ImportReport(4, 2, 2, 2, dry_run=False)
    assert names(w) == ["One", "Two", "Three", "Four", "Five"]
    assert w.ledger.import_lines(lines) == ImportReport(4, 0, 4, 0, dry_run=False)


def test_the_same_line_twice_is_told_twice(w: World) -> None:
    with pytest.raises(ImportLineRefused) as caught:
        w.ledger.import_lines([rename("One"), rename("One")])
    assert caught.value.details["line"] == 2
    correct = json.dumps({"command": "correct_person", "person": "p-a", "name": "A"})
    register = json.dumps({"command": "register_person", "name": "B", "person": "p-a"})
    assert w.ledger.import_lines([register, correct, correct]).events == 3  # a thing that can be told again


def test_the_same_command_id_twice_is_carried_out_once(w: World) -> None:
    line = rename("One", command_id="same")
    for dry_run in (True, False):
        report = w.ledger.import_lines([line, rename("Two"), line], dry_run=dry_run)
        assert (report.recorded, report.repeated) == (2, 1)
    assert names(w) == ["One", "Two"]


def test_the_same_command_id_for_another_command_is_refused(w: World) -> None:
    for dry_run in (True, False):
        with pytest.raises(ImportLineRefused) as caught:
            w.ledger.import_lines([rename("One", command_id="same"), rename("Two", command_id="same")], dry_run=dry_run)
        assert caught.value.details["line"] == 2


def test_a_key_order_or_spaces_make_no_other_line(w: World) -> None:
    w.ledger.import_lines(['{"command": "rename_network", "network": "net", "name": "One"}'])
    report = w.ledger.import_lines(['  {"name":"One","network":"net","command":"rename_network"}\n'])
    assert report.repeated == 1


def test_without_kept_times_the_source_says_when_it_recorded(w: World) -> None:
    w.ledger.import_lines([rename("One", recorded_at="2021-03-01T10:00:00+01:00", source={"reference": "Minutes § 4"})])
    (entry,) = w.ledger.log(kind="NetworkRenamed")
    (row,) = w.recorder.select_rows(entry.position - 1, 1)
    source = w.ledger.desk.record(row).event.source
    assert source is not None
    assert (source.reference, source.recorded_at, source.times_kept) == (
        "Minutes § 4", utc("2021-03-01T09:00:00Z"), None)  # fmt: skip
    assert (entry.recorded_at, entry.effective_on) == (w.clock.moment, "2021-07-01")


# Kept times -----------------------------------------------------------------------------------------------------


def test_kept_times_become_the_records_times(w: World) -> None:
    times = ["2021-03-01T10:00:00+01:00", "2021-03-01T10:00:00+01:00", "2021-07-01T12:00:00Z"]
    w.ledger.import_lines(
        [rename(name, recorded_at=at) for name, at in zip("ABC", times, strict=True)], keep_times=True
    )
    entries = list(w.ledger.log(kind="NetworkRenamed"))
    assert [entry.recorded_at for entry in entries] == [utc(at) for at in times]
    assert [entry.effective_on for entry in entries] == ["2021-03-01", "2021-03-01", "2021-07-01"]
    assert all(entry.times_kept for entry in entries)


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    ("error", "times"),
    [
        (ImportLineRefused, ["2021-03-01T10:00:00Z", "2021-03-01T09:59:59Z"]),  # backwards
        (ImportLineRefused, ["2021-03-01T10:00:00+00:00", "2021-03-01T10:30:00+01:00"]),  # backwards, by the zone
        (ImportLineRefused, ["2021-03-01T10:00:00Z", "2021-07-01T12:00:01Z"]),  # the future
        (ImportLineRefused, ["2021-03-01T10:00:00Z", "2021-01-01T11:59:59Z"]),  # before the ledger's last
        (ImportLineInvalid, ["2021-03-01T10:00:00Z", None]),
    ],
)
def test_kept_times_run_forwards_to_the_present(
    w: World, error: type[Exception], times: list[str | None], dry_run: bool
) -> None:
    before = w.size
    lines = [rename(name, **({"recorded_at": at} if at else {})) for name, at in zip("AB", times, strict=True)]
    with pytest.raises(error) as caught:
        w.ledger.import_lines(lines, keep_times=True, dry_run=dry_run)
    assert caught.value.details["line"] == 2  # type: ignore[attr-defined]  # one of ours
    assert w.size == before + (not dry_run)


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_was_not_yet_is_refused_by_the_kept_time(w: World, dry_run: bool) -> None:
    """On 1 March nobody knew of 2 March, though today we do."""
    line = rename("X", recorded_at="2021-03-01T10:00:00Z", on="2021-03-02")
    with pytest.raises(ImportLineRefused):
        w.ledger.import_lines([line], keep_times=True, dry_run=dry_run)
    assert w.ledger.import_lines([line]).events == 1


def test_a_command_in_a_unit_has_no_time_of_its_own(w: World) -> None:
    line = json.dumps({"unit": [json.loads(rename("X", recorded_at="2021-03-01T10:00:00Z"))]})
    with pytest.raises(ImportLineInvalid):
        w.ledger.import_lines([line])


def test_a_unit_says_who_acts_for_all(w: World) -> None:
    own = json.loads(rename("B", actor="system:b"))
    w.ledger.import_lines([json.dumps({"unit": [json.loads(rename("A")), own], "actor": "org:alby"})])
    assert [entry.actor for entry in w.ledger.log(kind="NetworkRenamed")] == ["org:alby", "system:b"]


def test_trouble_with_the_storage_is_no_fault_of_the_line(w: World) -> None:
    def unreadable(name: str) -> str:
        raise LedgerUnavailable(problem=name)

    with pytest.raises(StorageError):
        w.ledger.import_lines(['{"command": "adopt_mandate", "file": "m.toml"}'], text_of=unreadable)


def test_faults_in_a_mandate_file_are_all_told(w: World) -> None:
    text = small(key="other").replace('held_by = "person"\n', 'held_by = "king"\n').replace('version = "1"', "")
    with pytest.raises(ImportLineInvalid) as caught:
        w.ledger.import_lines(['{"command": "adopt_mandate", "file": "m.toml"}'], text_of=lambda _name: text)
    problem = caught.value.details["problem"]
    assert "version" in problem
    assert "held_by" in problem
