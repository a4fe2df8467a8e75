"""What commands take in: keys, persons and their names, texts; and that what is there is all that is told."""

from collections.abc import Callable

import pytest

from governance.errors import FieldInvalid, GovernanceError, ReferenceUnknown
from governance.ledger import Ledger
from governance.ledger.signatures import command_model, command_names
from governance.model.event import Digest
from tests.kit.lived import lived
from tests.kit.mandates import clause, small, stated
from tests.kit.world import World, world

BAD_KEYS = ["", " ", "Net", "nät", "net/a", "net:a", "-net", "a b", "a" * 64, "net\n", "\x00", "\ud800", "../net", "#1"]


@pytest.mark.parametrize("key", BAD_KEYS, ids=ascii)
def test_a_network_has_a_key_that_can_be_written(key: str) -> None:
    w = World()
    with pytest.raises(FieldInvalid):
        w.ledger.establish_network(key, name="N")
    assert w.size == 0


@pytest.mark.parametrize("key", BAD_KEYS, ids=ascii)
def test_a_person_has_a_subject_id_that_can_be_written(key: str) -> None:
    w = World()
    with pytest.raises(FieldInvalid):
        w.ledger.register_person("Anna", person=key)
    assert w.size == 0


@pytest.mark.parametrize("key", BAD_KEYS, ids=ascii)
def test_so_have_meetings_and_assignments(key: str) -> None:
    w = world(small(stated()))
    before = w.size
    attempts: list[Callable[[], object]] = [
        lambda: w.ledger.issue_assignment("net", key=key, title="T"),
        lambda: w.ledger.schedule_meeting("net", planned_on="2021-02-12", kind="plain", key=key or "x y"),
        lambda: w.ledger.form_working_group("net", group=key, name="G"),
        lambda: w.ledger.join_network("net", member=key),
    ]
    for attempt in attempts:
        with pytest.raises(GovernanceError):
            attempt()
    assert w.size == before


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("Åsa", "Åsa"),
        ("A\u030asa", "Åsa"),  # composed
        ("a\nb", "a\nb"),
        ("x" * 20_000, "x" * 20_000),
        ("\u202eabc", "\u202eabc"),
    ],
    ids=range(5),
)
def test_texts_are_stored_in_one_form(given: str, stored: str) -> None:
    w = world(small())
    w.ledger.rename_network("net", name=given)
    (entry,) = w.again().log(kind="NetworkRenamed")
    assert entry.data["name"] == stored


@pytest.mark.parametrize("text", ["", "x" * 20_001, "a\x00b", "\ud800", "a\udfffb"], ids=range(5))
def test_texts_that_are_none(text: str) -> None:
    w = world(small())
    before = w.size
    attempts: list[Callable[[], object]] = [
        lambda: w.ledger.rename_network("net", name=text),
        lambda: w.ledger.rename_network("net", name="N", decided_by=text),
        lambda: w.ledger.rename_network("net", name="N", authority=text),
    ]
    for attempt in attempts:
        with pytest.raises(FieldInvalid):
            attempt()
    assert w.size == before


@pytest.mark.parametrize(
    ("field", "value"),
    [("clause", "§"), ("clause", "a b"), ("clause", "x" * 32), ("actor", "Anna Lund"), ("actor", "group:g"),
     ("actor", "person:"), ("actor", ""), ("command_id", "x" * 201), ("command_id", "\ud800"), ("on", "May"),
     ("on", ""), ("decided_on", "2021-13")],
)  # fmt: skip
def test_what_can_be_told_with_every_command_is_checked(field: str, value: str) -> None:
    w = world(small())
    before = w.size
    with pytest.raises(GovernanceError):
        w.ledger.rename_network("net", name="N", **{field: value})  # type: ignore[arg-type]  # whatever it is
    assert w.size == before


@pytest.mark.parametrize("digest", ["", "ab", "AB" * 32, "ab" * 33, "zz" * 32, "ab" * 31 + "a\n"])
def test_a_digest_is_a_sha256(digest: str) -> None:
    with pytest.raises(ValueError, match="sha256"):
        Digest(sha256=digest)


def test_what_is_told_with_a_command_is_in_the_log() -> None:
    w = world(small(), today="2021-07-01", adopted="2021-01-01")
    w.ledger.rename_network(
        "net", name="N", on="2021-06", clause="B1", authority="§ 12", decided_by="The owners",
        decided_on="2021-05-20", before_record=True, actor="org:alby", command_id="mine",
    )  # fmt: skip
    (entry,) = w.ledger.log(kind="NetworkRenamed")
    assert (entry.effective_on, entry.clause, entry.actor, entry.command_id) == ("2021-06", "B1", "org:alby", "mine")
    assert entry.data == {"name": "N", "authority": "§ 12", "decided_by": "The owners", "decided_on": "2021-05-20",
                          "before_record": True}  # fmt: skip


# Persons --------------------------------------------------------------------------------------------------------


@pytest.fixture
def w() -> World:
    """Cia chairs; she is registered a second time, as ``p-cia2``."""
    made = world(small(clause("X", pattern="standing", holder="chair", evidence="summary_sent")))
    with made.ledger.unit() as unit:
        unit.register_person("Cia C", person="p-cia")
        unit.register_person("Cia Cederberg", person="p-cia2")
        unit.assign_role("net", role="chair", holder="person:p-cia2", starts="2021-01-01")
    return made


def chair(ledger: Ledger) -> str | None:
    (item,) = ledger.obligations(as_of="2021-02-01")
    return item.holder


def test_who_was_merged_bears_the_others_name(w: World) -> None:
    assert chair(w.ledger) == "Cia Cederberg"
    w.ledger.merge_person("p-cia2", into="p-cia")
    assert chair(w.ledger) == chair(w.again()) == "Cia C"
    w.ledger.correct_person("p-cia", name="Cia Ceder")
    assert chair(w.ledger) == chair(w.again()) == "Cia Ceder"


def test_a_merge_can_be_undone(w: World) -> None:
    receipt = w.ledger.merge_person("p-cia2", into="p-cia")
    w.ledger.retract_fact(receipt.event_ids[0], reason="They are two")
    assert chair(w.ledger) == chair(w.again()) == "Cia Cederberg"


def test_merged_along_a_chain_and_in_a_circle(w: World) -> None:
    w.ledger.register_person("Dan", person="p-dan")
    w.ledger.merge_person("p-cia2", into="p-cia")
    w.ledger.merge_person("p-cia", into="p-dan")
    assert chair(w.ledger) == chair(w.again()) == "Dan"
    try:
        w.ledger.merge_person("p-dan", into="p-cia2")
    except GovernanceError:
        return
    assert chair(w.ledger)  # whoever it is: an answer, and no endless search


def test_a_name_that_was_never_right_is_shown_nowhere(w: World) -> None:
    assert chair(w.ledger) == "Cia Cederberg"
    w.ledger.retract_fact("person:p-cia2@1", reason="There is no such person")
    assert chair(w.ledger) == chair(w.again()) == "person:p-cia2"


# All commands ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", command_names())
def test_every_command_says_what_it_does(name: str) -> None:
    said = (getattr(Ledger, name).__doc__ or "").strip()
    assert said[0].isupper()
    assert said.split("\n")[0].split(". ")[0]
    assert command_model(name).model_fields


def test_every_command_is_on_units_too() -> None:
    unit = lived().ledger.unit()
    assert all(callable(getattr(unit, name)) for name in command_names())


# What is said where something is written otherwise than it must be ---------------------------------------------------


@pytest.mark.parametrize(
    ("tell", "said"),
    [
        (
            lambda ledger: ledger.form_working_group("net", group="Möte", name="Möte"),
            "group: 'Möte' is not written as it must be: small letters from a to z, digits and hyphens, such as 2021-1",
        ),
        (
            lambda ledger: ledger.call_meeting("net/2021-09-10", at="9.30"),
            "at: '9.30' is not written as it must be: hours and minutes, such as 09:30",
        ),
        (
            lambda ledger: ledger.register_person("Eva", email="eva"),
            "email: 'eva' is not written as it must be: one word with an @ in it",
        ),
        (lambda ledger: ledger.register_person(""), "name: is empty"),
        (lambda ledger: ledger.close_year("net", year=1066), "year: 1066 is too small"),
        (lambda ledger: ledger.register_person("E\x00va"), "name: a text holds no NUL"),
        (
            lambda ledger: ledger.register_person("Eva", actor="org:Eva"),
            "actor: 'org:Eva' is not written as it must be: such as person:anna, org:skovde or system:import",
        ),
        (
            lambda ledger: ledger.correct_fact("#2", changes={"effective_at": "noon"}, reason="R"),
            "effective_at: 'noon' is not written as it must be: hours and minutes, such as 09:30",
        ),
    ],
)
def test_what_is_wrong_is_said_in_words(tell: Callable[[Ledger], object], said: str) -> None:
    with pytest.raises(FieldInvalid) as refused:
        tell(lived().ledger)
    assert str(refused.value) == said


@pytest.mark.parametrize("actor", ["Nobody", "alby", "Anna Nobody"])
def test_a_word_alone_is_a_person_and_no_organisation_where_it_says_who_acts(actor: str) -> None:
    with pytest.raises(ReferenceUnknown):
        lived().ledger.register_person("Eva", actor=actor)
