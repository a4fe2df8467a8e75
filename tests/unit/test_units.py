"""Several commands as one: all or nothing, and once."""

import pytest

from governance.errors import (
    ActorMissing,
    CommandIdReused,
    FieldInvalid,
    InTheFuture,
    MeetingIsHeld,
    Refused,
)
from governance.ledger import Ledger
from governance.store.sqlite import SqliteRecorder
from tests.kit.mandates import small, stated
from tests.kit.world import World, ids, utc, world


@pytest.fixture
def w() -> World:
    made = world(small(stated()), today="2021-07-01", adopted="2021-01-01")
    made.ledger.schedule_meeting("net", planned_on="2021-02-12", kind="plain", host="alby", on="2021-01-10")
    return made


def test_all_are_recorded_in_order_with_one_command_id_and_time(w: World) -> None:
    before = w.size
    with w.ledger.unit(command_id="february") as unit:
        unit.hold_meeting("net/2021-02-12", on="2021-02-12")
        unit.draft_minutes("net/2021-02-12", on="2021-02-13")
        assert w.size == before
        unit.rename_network("net", name="Renamed")
    rows = w.recorder.select_rows(before, 10)
    assert [(row.originator_id, row.originator_version) for row in rows] == [
        ("meeting:net/2021-02-12", 2),
        ("meeting:net/2021-02-12", 3),
        ("network:net", 6),
    ]
    assert {row.recorded_at for row in rows} == {rows[0].recorded_at}
    assert unit.receipt is not None
    assert unit.receipt.positions == tuple(row.id for row in rows)
    assert {entry.command_id for entry in w.ledger.log(after=before)} == {"february"}


def held_twice(ledger: Ledger) -> None:
    with ledger.unit(command_id="one") as unit:
        unit.hold_meeting("net/2021-02-12", on="2021-02-12")
        unit.hold_meeting("net/2021-02-12", on="2021-02-13")


def held_and_failed(ledger: Ledger) -> None:
    with ledger.unit() as unit:
        unit.hold_meeting("net/2021-02-12", on="2021-02-12")
        raise ZeroDivisionError


def test_a_refusal_leaves_nothing(w: World) -> None:
    before = w.size
    with pytest.raises(MeetingIsHeld):
        held_twice(w.ledger)
    assert w.size == before
    assert w.recorder.find_command("one") is None
    w.ledger.hold_meeting("net/2021-02-12", on="2021-02-11", command_id="one")  # as if nothing had been
    assert w.verdicts("2021-07-01")["net/O1/2021-02-12"] == "undetermined"


def test_an_error_of_the_caller_leaves_nothing(w: World) -> None:
    before = w.size
    with pytest.raises(ZeroDivisionError):
        held_and_failed(w.ledger)
    assert w.size == before


def test_a_refusal_that_the_caller_handles_leaves_the_rest(w: World) -> None:
    with w.ledger.unit() as unit:
        unit.hold_meeting("net/2021-02-12", on="2021-02-12")
        with pytest.raises(InTheFuture):
            unit.draft_minutes("net/2021-02-12", on="2021-07-02")
        unit.draft_minutes("net/2021-02-12", on="2021-02-13")
    names = [entry.name for entry in w.ledger.entries_of("meeting:net/2021-02-12")]
    assert names == ["MeetingScheduled", "MeetingHeld", "MinutesDrafted"]


def test_an_empty_unit_records_nothing(w: World) -> None:
    before = w.size
    with w.ledger.unit(command_id="empty") as unit:
        pass
    assert unit.receipt is None
    assert w.size == before


@pytest.mark.parametrize("fresh", [True, False], ids=["another ledger object", "the same"])
def test_a_repeated_command_answers_as_the_first_did(w: World, fresh: bool) -> None:
    first = w.ledger.rename_network("net", name="One", command_id="same")
    before = w.size
    w.ledger.rename_network("net", name="Two")
    again = (w.again() if fresh else w.ledger).rename_network("net", name="One", command_id="same")
    assert (again.command_id, again.event_ids, again.positions) == (first.command_id, first.event_ids, first.positions)
    assert (first.repeated, again.repeated) == (False, True)
    assert w.size == before + 1


def test_a_repeated_command_that_would_now_be_refused_answers_as_the_first_did(w: World) -> None:
    w.ledger.hold_meeting("net/2021-02-12", on="2021-02-12", command_id="held")
    assert w.ledger.hold_meeting("net/2021-02-12", on="2021-02-12", command_id="held").repeated


def test_a_repeated_unit(w: World) -> None:
    def told() -> tuple[int, ...]:
        with w.ledger.unit(command_id="unit") as unit:
            unit.register_person("Eva")
            unit.register_person("Fia")
            unit.hold_meeting("net/2021-02-12", on="2021-02-12")
        assert unit.receipt is not None
        return unit.receipt.positions

    assert told() == told()


@pytest.mark.parametrize(
    "keywords",
    [
        {"name": "Two"},
        {"name": "One", "on": "2021-06-30"},
        {"name": "One", "decided_by": "The owners"},
        {"name": "One", "actor": "system:other"},
    ],
)
def test_a_command_id_is_for_one_command(w: World, keywords: dict[str, str]) -> None:
    w.ledger.rename_network("net", name="One", command_id="same")
    before = w.size
    with pytest.raises(CommandIdReused):
        w.ledger.rename_network("net", command_id="same", **keywords)  # type: ignore[arg-type]  # told in many ways
    with pytest.raises(CommandIdReused):
        w.ledger.dissolve_network("net", command_id="same")
    assert w.size == before


def test_a_unit_with_more_or_fewer_commands_is_another(w: World) -> None:
    def tell(*names: str) -> None:
        with w.ledger.unit(command_id="unit") as unit:
            for name in names:
                unit.rename_network("net", name=name)

    tell("One", "Two")
    for names in (("One",), ("One", "Two", "Three"), ("Two", "One")):
        with pytest.raises(CommandIdReused):
            tell(*names)


def test_a_unit_has_one_command_id(w: World) -> None:
    with pytest.raises(FieldInvalid), w.ledger.unit(command_id="unit") as unit:
        unit.rename_network("net", name="One", command_id="other")


def test_a_saved_unit_is_over(w: World) -> None:
    unit = w.ledger.unit()
    unit.hold_meeting("net/2021-02-12", on="2021-02-12")
    unit.save()
    before = w.size
    unit.draft_minutes("net/2021-02-12", on="2021-02-13")
    with pytest.raises(CommandIdReused):
        unit.save()
    assert w.size == before
    w.ledger.submit_minutes("net/2021-02-12", on="2021-02-14")  # the ledger does not know of any draft
    history = [entry.event for entry in w.ledger.entries_of("meeting:net/2021-02-12")]
    assert history == [f"meeting:net/2021-02-12@{version}" for version in (1, 2, 3)]


def test_two_persons_without_an_id_in_one_unit_are_two(w: World) -> None:
    with w.ledger.unit() as unit:
        unit.register_person("Eva")
        unit.register_person("Fia")
    assert len(w.ledger.desk.originators("person:", 10)) == 2


def test_a_person_registered_again_under_the_same_command_id_is_one(w: World) -> None:
    w.ledger.register_person("Eva", command_id="eva")
    assert w.ledger.register_person("Eva", command_id="eva").repeated
    assert len(w.ledger.desk.originators("person:", 10)) == 1


def test_who_acts_must_be_said() -> None:
    ledger = Ledger(SqliteRecorder(), ids=ids())
    with pytest.raises(ActorMissing):
        ledger.establish_network("net", name="N")
    ledger.establish_network("net", name="N", actor="system:x")
    with ledger.unit(actor="org:alby") as unit:
        unit.rename_network("net", name="M")
        unit.rename_network("net", name="O", actor="system:y")
    assert [entry.actor for entry in ledger.log()] == ["system:x", "org:alby", "system:y"]


def test_when_somebody_else_was_faster_a_command_is_decided_anew(w: World) -> None:
    other = w.again()
    other.rename_network("net", name="Other")  # the first ledger has older state in its cache
    w.ledger.rename_network("net", name="Mine")
    assert [entry.data["name"] for entry in w.ledger.log(kind="NetworkRenamed")] == ["Other", "Mine"]


def test_what_somebody_else_recorded_is_refused_on_second_look(w: World) -> None:
    w.again().hold_meeting("net/2021-02-12", on="2021-02-12")
    with pytest.raises(Refused):
        w.ledger.hold_meeting("net/2021-02-12", on="2021-02-13")


def test_a_stated_time_is_the_records_time_and_day(w: World) -> None:
    w.clock.at("2021-08-01")
    with w.ledger.unit(stated_at=utc("2021-07-15T22:30:00Z")) as unit:
        unit.rename_network("net", name="At night")
    (entry,) = w.ledger.log(kind="NetworkRenamed")
    assert entry.recorded_at == utc("2021-07-15T22:30:00Z")
    assert entry.effective_on == "2021-07-16"  # in Stockholm it was the next day already
    assert entry.times_kept


def test_without_a_stated_time_the_clock_is_read(w: World) -> None:
    w.clock.at("2021-07-15T21:30:00Z")
    w.ledger.rename_network("net", name="At night")
    (entry,) = w.ledger.log(kind="NetworkRenamed")
    assert (entry.recorded_at, entry.effective_on, entry.times_kept) == (w.clock.moment, "2021-07-15", False)
