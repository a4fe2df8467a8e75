"""What a mandate calls by a key is shown to people by its name, in their language and as it is called today."""

from dataclasses import replace

import pytest

from governance.text import speaking
from tests.kit.mandates import clause, small
from tests.kit.world import World, world

ACTS = """
[[act]]
key = "round"
name = { sv = "Skyddsrond", en = "Safety round" }
[[act]]
key = "training"
name = "Training"
"""
ROUND = clause("r", pattern="each_year", holder="chair", counterparty=("board",), evidence="round",
               due={"rule": "in_year", "month": 2})  # fmt: skip
TOGETHER = clause("s", pattern="each_event", event="role_assigned", roles=["board"], holder="board",
                  measure={"of": "separate", "roles": ["chair"]})  # fmt: skip
PLAIN = clause("p", pattern="each_year", holder="board", evidence="work_plan_adopted")


@pytest.fixture
def w() -> World:
    return world(small(ROUND, TOGETHER, PLAIN, ACTS), today="2021-03-15")


def test_acts_and_roles_in_the_readers_language(w: World) -> None:
    item = w.item("net/r/2021", "2021-03-15")
    assert (item.duty, item.duty_name) == ("round", "Safety round")
    assert (item.role, item.role_name, item.counterparty) == ("chair", "Chair", "Board")
    with speaking("sv"):
        swedish = w.item("net/r/2021", "2021-03-15")
    assert swedish == replace(item, duty_name="Skyddsrond", reason=swedish.reason)


def test_what_the_language_itself_calls_something_has_no_name_of_the_mandates(w: World) -> None:
    item = w.item("net/p/2021", "2021-03-15")
    assert (item.duty, item.duty_name, item.role_name) == ("work_plan_adopted", None, "Board")


def test_names_are_those_of_today(w: World) -> None:
    renamed = small(ROUND, PLAIN, ACTS.replace("Safety round", "Walk"), version="2", begins="2021-03-01")
    w.ledger.amend_mandate(renamed.replace('"Chair"', '"Speaker"'), on="2021-03-10")
    item = w.item("net/r/2021", "2021-03-01")
    assert (item.duty_name, item.role_name) == ("Walk", "Speaker")


def test_roles_within_a_reason(w: World) -> None:
    w.ledger.register_person("Anna", person="anna", on="2021-01-01")
    w.ledger.assign_role("net", role="chair", holder="person:anna", on="2021-03-01")
    w.ledger.assign_role("net", role="board", holder="person:anna", on="2021-03-02")
    held = "Anna held the role Chair as well on 2021-03-02."
    assert w.item("net/s/board-anna-2021-03-02", "2021-03-15").reason == held
    explanation = w.ledger.explain("net/s/board-anna-2021-03-02", as_of="2021-03-15")
    assert [turn.reason for turn in explanation.turns] == [held]
    assert "Owed by: Anna (Board)" in explanation.lines()


def test_who_decided_an_extension(w: World) -> None:
    w.ledger.extend_duty("net/r/2021", due="2021-04-30", by="principal", reason="Snow.", on="2021-02-20")
    said = "Extended to 2021-04-30 on 2021-02-20, decided by The owners: Snow. (#6)."
    assert said in w.ledger.explain("net/r/2021", as_of="2021-03-15").derivation


def test_what_has_no_name_keeps_its_key(w: World) -> None:
    assert w.ledger.labels()("net/act:round") == "Safety round"
    assert w.ledger.labels()("net/kind:plain") == "Meeting"
    assert w.ledger.labels()("net/kind:strange") == "net/kind:strange"
