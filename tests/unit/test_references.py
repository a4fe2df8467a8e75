"""From what people write to what is meant: the exact one, then the only one that begins so, then a day or a name."""

import pytest

from governance.errors import (
    ActUnknown,
    MeetingKindUnknown,
    PartyUnknown,
    ReferenceAmbiguous,
    ReferenceUnknown,
    Refused,
)
from governance.ledger import Ledger
from governance.model.assignment import Assignment
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.model.person import Person
from tests.kit.lived import lived
from tests.kit.mandates import small
from tests.kit.world import World, world


def two_networks() -> World:
    w = lived()
    w.ledger.establish_network("nether", name="The other", on="2021-01-01")
    return w


@pytest.fixture
def ledger() -> Ledger:
    """Besides ``lived``: three more meetings, one of them twice on a day, one moved from its day, one only planned."""
    w = lived()
    with w.ledger.unit() as unit:
        unit.schedule_meeting("net", planned_on="2021-08-01", kind="plain", key="morning", on="2021-06-01")
        unit.schedule_meeting("net", planned_on="2021-08-01", kind="other", key="evening", on="2021-06-01")
        unit.schedule_meeting("net", planned_on="2021-11", kind="plain", on="2021-06-01")
        unit.reschedule_meeting("net/2021-09-10", planned_on="2021-09-17", on="2021-06-02")
        unit.schedule_meeting("net", planned_on="2021-06-20", kind="plain", on="2021-06-01")
        unit.hold_meeting("net/2021-06-20", on="2021-06-21")
    return w.ledger


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        (Network, "net", "net"),
        (Network, "n", "net"),
        (Assignment, "net/a", "net/a"),
        (Assignment, "a", "net/a"),
        (Assignment, "net/d", "net/done"),
        (Assignment, "mix", "net/mixed"),
        (Meeting, "net/2021-02-12", "net/2021-02-12"),
        (Meeting, "2021-02-12", "net/2021-02-12"),
        (Meeting, "2021-02", "net/2021-02-12"),
        (Meeting, "net/2021-11", "net/2021-11"),
        (Meeting, "2021-11", "net/2021-11"),
        (Meeting, "mor", "net/morning"),
        (Meeting, "2021-09-10", "net/2021-09-10"),  # its name for ever
        (Meeting, "2021-09-17", "net/2021-09-10"),  # the day that it moved to
        (Meeting, "net/2021-09-17", "net/2021-09-10"),
        (Meeting, "2021-06-21", "net/2021-06-20"),  # the day on which it was held
        (Person, "p-anna", "p-anna"),
        (Person, "p-a", "p-anna"),
        (Person, "Anna Å", "p-anna"),
        (Person, "anna å", "p-anna"),
        (Person, "Cia C", "p-cia"),  # the other one of that name was merged into her
    ],
)
def test_meant(ledger: Ledger, kind: type, text: str, meant: str) -> None:
    assert ledger.unit().find(kind, text).ref == meant


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Network, "nett"),
        (Network, "NET"),
        (Network, ""),
        (Network, "%"),
        (Network, "_et"),
        (Network, "net/a"),
        (Assignment, "x"),
        (Assignment, "done/"),
        (Assignment, "net/a/partial"),
        (Meeting, "2021-12-24"),
        (Meeting, "other/2021-02-12"),
        (Meeting, "None"),
        (Person, "Anna"),
        (Person, "person:p-anna"),
        (Person, ""),
        (Person, "\x00"),
    ],
)
def test_nothing_is_meant(ledger: Ledger, kind: type, text: str) -> None:
    with pytest.raises(ReferenceUnknown) as caught:
        ledger.unit().find(kind, text)
    assert caught.value.details["reference"] == text


@pytest.mark.parametrize(
    ("kind", "text", "candidates"),
    [
        (Meeting, "2021-06", "net/2021-06-07, net/2021-06-20"),
        (Meeting, "2021-08-01", "net/evening, net/morning"),
        (Assignment, "net/", "net/a, net/done, net/gone, net/mixed"),
        (Person, "p-", "p-anna, p-bo, p-cia, p-cia2"),
    ],
)
def test_several_could_be_meant(ledger: Ledger, kind: type, text: str, candidates: str) -> None:
    with pytest.raises(ReferenceAmbiguous) as caught:
        ledger.unit().find(kind, text)
    assert caught.value.details["candidates"] == candidates


def test_an_exact_name_wins_over_what_begins_so() -> None:
    w = two_networks()
    assert w.ledger.unit().find(Network, "net").ref == "net"
    with pytest.raises(ReferenceAmbiguous):
        w.ledger.unit().find(Network, "ne")


def test_with_several_networks_a_short_name_needs_its_network() -> None:
    w = two_networks()
    with pytest.raises(ReferenceUnknown):
        w.ledger.unit().find(Assignment, "a")
    assert w.ledger.unit().find(Assignment, "net/a").ref == "net/a"
    assert w.ledger.unit().find(Meeting, "net/2021-02").ref == "net/2021-02-12"


@pytest.mark.parametrize("kind", [Network, Assignment, Meeting, Person])
def test_nothing_written_means_nothing_even_where_there_is_one(kind: type) -> None:
    w = world(small())
    w.ledger.issue_assignment("net", key="only", title="The only one")
    w.ledger.schedule_meeting("net", planned_on="2021-03-01", kind="plain")
    w.ledger.register_person("Only One")
    for text in ("", " "):
        with pytest.raises(ReferenceUnknown):
            w.ledger.unit().find(kind, text)


def test_a_retracted_meeting_is_not_found_by_its_day() -> None:
    w = world(small())
    receipt = w.ledger.schedule_meeting("net", planned_on="2021-03-01", kind="plain", key="gone")
    w.ledger.retract_fact(receipt.event_ids[0], reason="It was another network's")
    for text in ("2021-03-01", "None", "net/None", "net/"):
        with pytest.raises((ReferenceUnknown, Refused)):
            w.ledger.hold_meeting(text)


def test_within_a_unit_what_it_told_so_far_is_known() -> None:
    w = world(small())
    with w.ledger.unit() as unit:
        unit.schedule_meeting("net", planned_on="2021-01-01", kind="plain", key="first")
        unit.hold_meeting("fir")
        unit.register_person("Eva E", person="p-eva")
        unit.assign_role("net", role="chair", holder="Eva E")
    assert [entry.name for entry in w.ledger.entries_of("meeting:net/first")] == ["MeetingScheduled", "MeetingHeld"]


# Parties ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("person:p-anna", "person:p-anna"),
        ("p-anna", "person:p-anna"),
        ("Anna Å", "person:p-anna"),
        ("BO B", "person:p-bo"),
        ("alby", "org:alby"),
        ("Alby", "org:alby"),
        ("org:alby", "org:alby"),
        ("group:words", "group:words"),
        ("network:net", "network:net"),
        ("unheard-of", "org:unheard-of"),  # whether it is known is judged when it is used
    ],
)
def test_parties(text: str, meant: str) -> None:
    assert lived().ledger.unit().party(text) == meant


def test_a_name_that_several_bear_is_ambiguous() -> None:
    w = lived()
    w.ledger.register_person("Anna Å", person="p-anna-2")
    with pytest.raises(ReferenceAmbiguous) as caught:
        w.ledger.assign_role("net", role="board", holder="Anna Å")
    assert caught.value.details["candidates"] == "p-anna, p-anna-2"


def test_a_person_is_found_by_the_present_name() -> None:
    w = lived()
    w.ledger.correct_person("p-anna", name="Anna Ö")
    assert w.ledger.unit().party("Anna Ö") == "person:p-anna"
    assert w.ledger.unit().party("Anna Å") == "org:anna å"


@pytest.mark.parametrize("actor", ["person:p-nobody", "person:p-none"])
def test_only_registered_persons_act(actor: str) -> None:
    w = lived()
    receipt = w.ledger.register_person("Nobody", person="p-none")
    w.ledger.retract_fact(receipt.event_ids[0], reason="There is no such person")
    with pytest.raises(PartyUnknown):
        w.ledger.rename_network("net", name="N", actor=actor)


# Events -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["#2", "2", "network:net@2"])
def test_events(text: str) -> None:
    entry = world(small()).ledger.entry(text)
    assert (entry.position, entry.event, entry.name) == (2, "network:net@2", "MandateAdopted")


@pytest.mark.parametrize(
    "text",
    ["", "#", "#0", "0", "-1", "#-1", "#+2", "#2.0", "#999", "٢", "#" + "9" * 15, "9" * 16, "network:net@0",
     "network:net@02", "network:net@", "network:net", "network:net@99", "meeting:net/none@1", "net@2", "@2",
     "network:net@" + "9" * 30, "network:net@" + "9" * 5000],
    ids=lambda text: ascii(text[:20]) + str(len(text)),
)  # fmt: skip
def test_no_events(text: str) -> None:
    with pytest.raises(ReferenceUnknown):
        world(small()).ledger.entry(text)


# What a mandate gives names to ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["chair", "Chair", "CHAIR", "Ordförande", "ordförande"])
def test_a_role_by_its_key_or_its_name_in_any_language(role: str) -> None:
    mandate = small().replace(
        'key = "chair"\nname.en = "Chair"', 'key = "chair"\nname = { sv = "Ordförande", en = "Chair" }'
    )
    w = world(mandate)
    w.ledger.register_person("Anna", person="anna")
    w.ledger.assign_role("net", role=role, holder="anna")
    with w.ledger.unit() as unit:
        unit.end_role("net", role=role, holder="anna")
    assigned, ended = w.ledger.log(after=w.size - 2)
    assert (assigned.data["role"], ended.data["role"]) == ("chair", "chair")


def test_kinds_of_meeting_and_acts_by_their_names() -> None:
    acts = '[[act]]\nkey = "round"\nname = "Safety round"\n[[act]]\nkey = "walk"\nname = "Safety round"\n'
    w = world(small(acts + '[[act]]\nkey = "training"\nname = "The training"\n'))
    w.ledger.schedule_meeting("net", planned_on="2021-02-01", kind="other meeting")
    w.ledger.record_act("net", act="the training")
    kind, act = w.ledger.log(after=w.size - 2)
    assert (kind.data["kind"], act.data["act"]) == ("other", "training")
    with pytest.raises(ActUnknown, match=r"\(it has round, walk, training\)"):
        w.ledger.record_act("net", act="Safety round")  # two are called so
    with pytest.raises(MeetingKindUnknown, match=r"no meeting kind Plain meeting \(it has plain, other\)"):
        w.ledger.schedule_meeting("net", planned_on="2021-02-01", kind="Plain meeting")


def test_a_key_is_never_taken_for_a_name() -> None:
    acts = '[[act]]\nkey = "round"\nname = "walk"\n[[act]]\nkey = "walk"\nname = "Round"\n'
    w = world(small(acts))
    w.ledger.record_act("net", act="walk")
    assert next(w.ledger.log(newest_first=True)).data["act"] == "walk"
