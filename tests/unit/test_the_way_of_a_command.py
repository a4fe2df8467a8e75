"""What holds for every command: its keywords, its days, its refusals, and how far it is to the rule."""

import ast
import inspect
import sys
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import governance.ledger.commands as commands_module
from governance.errors import DateNotUnderstood, GovernanceError, ImportLineInvalid, KeywordUnknown, ReferenceAmbiguous
from governance.ledger import Details, Ledger
from governance.ledger.command import Command, commands_in
from governance.ledger.commands import Commands
from governance.ledger.references import References
from governance.model.meeting import Meeting
from governance.model.meeting_events import MinutesSubmitted
from governance.time import When
from tests.kit.lived import lived
from tests.kit.world import World

COMMANDS: dict[str, Command] = commands_in(Commands)
SOURCE = Path(inspect.getfile(References)).parents[2]


# Keywords -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_a_keyword_that_is_not_known_is_refused_by_name(name: str) -> None:
    w = World()
    with w.ledger.unit() as unit:
        for target in (w.ledger, unit):
            with pytest.raises(KeywordUnknown) as caught:
                getattr(target, name)("net", onn="2021-02-12")
            assert caught.value.details == {"command": name, "keyword": "onn", "nearest": "on"}
    assert w.size == 0


def test_nothing_is_recorded_of_a_misspelled_command() -> None:
    w = lived()
    before = w.size
    with pytest.raises(KeywordUnknown) as caught:
        w.ledger.hold_meeting("net/2021-09-10", led_bye="p-anna", on="2021-02-12")  # type: ignore[call-arg]  # meant
    assert caught.value.details["nearest"] == "led_by"
    line = '{"command": "hold_meeting", "meeting": "net/2021-09-10", "atendance": []}'
    with pytest.raises(ImportLineInvalid, match=r"'atendance'.*'attendance'"):
        w.ledger.import_lines([line])
    with pytest.raises(KeywordUnknown):
        w.ledger.plan_mandate("", onn="2021-01-01")  # type: ignore[call-arg]  # meant
    with pytest.raises(KeywordUnknown):
        w.ledger.checkpoint(onn="2021-01-01")  # type: ignore[call-arg]  # meant
    assert w.size == before


@pytest.mark.parametrize("name", COMMANDS)
def test_every_keyword_shows(name: str) -> None:
    shown = [inspect.signature(getattr(kind, name)) for kind in (Ledger, Commands)]
    assert shown[0].parameters.keys() == shown[1].parameters.keys()
    assert list(shown[0].parameters)[-len(Details.__annotations__) :] == list(Details.__annotations__)
    assert all(p.kind is not p.VAR_KEYWORD for p in shown[0].parameters.values())


def test_the_stub_says_what_is_so() -> None:
    stub = ast.parse(Path(commands_module.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    written = {node.name: node for node in ast.walk(stub) if isinstance(node, ast.FunctionDef)}
    assert written.keys() == COMMANDS.keys()
    for name, method in written.items():
        real = [p for p in inspect.signature(getattr(Ledger, name)).parameters.values() if p.name != "self"]
        keywords = dict(zip((a.arg for a in method.args.kwonlyargs), method.args.kw_defaults, strict=True))
        assert [p.name for p in real] == [a.arg for a in method.args.args[1:]] + list(keywords)
        for parameter in real[len(method.args.args) - 1 :]:
            default = keywords[parameter.name]
            assert (default is None) == (parameter.default is parameter.empty)
            assert default is None or ast.literal_eval(default) == parameter.default


# Refusals -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_refusals_are_data(name: str) -> None:
    method = getattr(Ledger, name)
    assert method.refuses == getattr(Commands, name).refuses
    assert all(issubclass(refusal, GovernanceError) for refusal in method.refuses)
    assert "efused" not in (inspect.getdoc(method) or "refused: nothing is said")


# Days ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("planned", ["2021-10-01", date(2021, 10, 1), When.parse("2021-10-01")], ids=repr)
def test_a_day_can_be_given_in_any_form(planned: Any) -> None:
    w = lived()
    w.ledger.schedule_meeting("net", planned_on=planned, kind="plain", on=date(2021, 7, 1))
    w.ledger.reschedule_meeting("net/2021-10-01", planned_on=date(2021, 10, 2), decided_on=planned, on="2021-07-01")
    assert w.ledger.unit().find(Meeting, "net/2021-10-01").planned_on == When.parse("2021-10-02")


@pytest.mark.parametrize("wrong", [20210212, 2021.0, True, b"2021", ["2021-02-12"], {}], ids=repr)
def test_what_is_no_day_is_refused_by_name(wrong: Any) -> None:
    w = lived()
    before = w.size
    calls: list[tuple[str, str, dict[str, Any]]] = [
        ("hold_meeting", "net/2021-09-10", {"on": wrong}),
        ("schedule_meeting", "net", {"planned_on": wrong, "kind": "plain"}),
        ("agree_action", "net/2021-02-12", {"key": "a2", "text": "T", "due": wrong}),
        ("cancel_meeting", "net/2021-09-10", {"decided_on": wrong}),
        ("end_mandate", "net", {"ends": wrong}),
        ("assign_role", "net", {"role": "board", "holder": "p-cia", "starts": wrong}),
    ]
    for name, about, keywords in calls:
        with pytest.raises(DateNotUnderstood):
            getattr(w.ledger, name)(about, **keywords)
    assert w.size == before


# The way ------------------------------------------------------------------------------------------------------


def test_it_is_at_most_four_frames_from_the_method_to_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    w, ways = lived(), []

    def rule(*_arguments: object) -> None:
        frame: FrameType | None = sys._getframe(1)
        way = []
        while frame is not None and frame.f_code.co_name != "carried_out":
            way += [frame.f_code.co_name] if frame.f_code.co_filename.startswith(str(SOURCE)) else []
            frame = frame.f_back
        ways.append(way)

    rules: dict[Any, Any] = {**Meeting.rules, MinutesSubmitted: rule}
    monkeypatch.setattr(Meeting, "rules", rules)
    w.ledger.submit_minutes("net/2021-06-07", by="Anna Å", on="2021-06-20")
    assert len(ways) == 1
    assert len(ways[0]) <= 4, ways[0]


def test_the_receipt_carries_what_was_recorded() -> None:
    w = lived()
    receipt = w.ledger.submit_minutes("net/2021-06-07", on="2021-06-20", command_id="m")
    assert [record.event for record in w.ledger.desk.records(receipt.positions[0] - 1, 1)] == list(receipt.events)
    again = w.ledger.submit_minutes("net/2021-06-07", on="2021-06-20", command_id="m")
    assert (again.events, again.positions, again.repeated) == (receipt.events, receipt.positions, True)


# Names of persons ---------------------------------------------------------------------------------------------


def test_persons_are_read_once_for_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    w = lived()
    w.ledger.prepare_meeting("net/2021-09-10", by="anna å", on="2021-06-20")
    reads: list[str] = []
    select = w.recorder.select_events

    def counted(originator_id: Any, **settings: Any) -> Any:
        reads.append(str(originator_id))
        return select(originator_id, **settings)

    monkeypatch.setattr(w.recorder, "select_events", counted)
    w.ledger.prepare_meeting("net/2021-09-10", by="BO B", on="2021-06-21")
    assert [read for read in reads if read.startswith("person:")] in ([], ["person:p-bo"])


def test_names_follow_what_others_record() -> None:
    w = lived()
    other = w.again()
    assert w.ledger.unit().party("Bo B") == "person:p-bo"
    other.correct_person("p-bo", name="Bo Berg", on="2021-06-01")
    other.register_person("Eva E", person="p-eva", on="2021-06-01")
    other.register_person("Bo B", person="p-new", on="2021-06-01")
    assert w.ledger.unit().party("bo berg") == "person:p-bo"
    assert w.ledger.unit().party("EVA E") == "person:p-eva"
    assert w.ledger.unit().party("Bo B") == "person:p-new"
    other.merge_person("p-new", into="p-bo", on="2021-06-02")
    assert w.ledger.unit().party("Bo B") == "org:bo b"
    number = other.retract_fact("person:p-new@2", reason="Two persons", on="2021-06-03").positions[0]
    assert number == w.size
    assert w.ledger.unit().party("Bo B") == "person:p-new"
    other.register_person("bo b", person="p-third", on="2021-06-03")
    with pytest.raises(ReferenceAmbiguous):
        w.ledger.unit().party("Bo B")


def test_names_are_those_of_the_unit() -> None:
    w = lived()
    with w.ledger.unit() as unit:
        unit.register_person("Eva E", person="p-eva", on="2021-06-01")
        assert unit.party("eva e") == "person:p-eva"
        unit.correct_person("p-bo", name="Bo Berg", on="2021-06-01")
        assert unit.party("Bo Berg") == "person:p-bo"
        assert unit.party("Bo B") == "org:bo b"
        unit.merge_person("p-eva", into="p-bo", on="2021-06-01")
        assert unit.party("Eva E") == "org:eva e"
    assert w.ledger.unit().party("Bo Berg") == "person:p-bo"
