"""Acts that the mandate names, obligations that are moved or waived, reviews, and documents that are weeded."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import JsonValue

from governance import errors as e
from governance.ledger import Ledger
from governance.model.aggregate import Context
from governance.model.event import Actor
from governance.model.network_duties import act_recorded
from governance.model.network_events import ActRecorded
from governance.time import When
from tests.kit.lived import lived
from tests.kit.mandates import small, stated
from tests.kit.world import World, world

SE2 = "net/Se2/2021-06-07"


@pytest.fixture
def w() -> World:
    return lived()


def last(ledger: Ledger) -> dict[str, Any]:
    """What the newest event says."""
    return next(ledger.log(newest_first=True)).data


# Acts -----------------------------------------------------------------------------------------------------------


def test_an_act_is_told_with_all_that_belongs_to_it(w: World) -> None:
    w.ledger.record_act(
        "net", act="risk-review", period="2021-Q1", meeting="2021-06-07", by="p-anna", given_as="chair",
        recipient="principal", remark="Nothing new", on="2021-06-08",
    )  # fmt: skip
    assert last(w.ledger) == {
        "act": "risk-review", "period": "2021-Q1", "meeting": "net/2021-06-07", "by": "person:p-anna",
        "given_as": "chair", "recipient": "principal", "remark": "Nothing new",
    }  # fmt: skip


def test_an_act_can_be_told_again_for_the_same_period(w: World) -> None:
    before = w.size
    for _n in range(2):
        w.ledger.record_act("net", act="risk-review", period="2021", on="2021-06-08")
    assert w.size == before + 2


def test_an_act_by_nobody_that_is_known_is_refused(w: World) -> None:
    with pytest.raises(e.PartyUnknown):
        w.ledger.record_act("net", act="risk-review", by="person:p-none")
    with pytest.raises(e.AddresseeUnknown):
        w.ledger.record_act("net", act="risk-review", recipient="nobody")
    with pytest.raises(e.ReferenceUnknown):
        w.ledger.record_act("net", act="risk-review", meeting="2021-12-24")


def allowed(act: str, in_force: list[str] | None, *versions: list[str]) -> bool:
    """Whether an act is, where the mandate in force names some acts and its versions name others."""

    def naming(acts: list[str]) -> SimpleNamespace:
        return SimpleNamespace(acts=tuple(SimpleNamespace(key=key) for key in acts))

    network: Any = SimpleNamespace(
        mandate_on=lambda _day: None if in_force is None else naming(in_force),
        mandates=lambda: [naming(acts) for acts in versions],
        require_addressee=lambda _addressee, _day: None,
    )
    event = ActRecorded(
        originator_id="network:net", originator_version=2, command_id="c", actor=Actor(id="system:x"),
        effective_on=When.parse("2021"), act=act,
    )  # fmt: skip
    try:
        act_recorded(network, event, Context(date(2022, 1, 1), None, bool, "12:00"))
    except e.ActUnknown:
        return False
    return True


def test_an_act_is_one_that_the_mandate_of_the_day_names() -> None:
    assert allowed("audit", ["audit", "review"])
    assert not allowed("audit", ["review"], ["audit"])
    assert allowed("audit", None, ["review"], ["audit"])
    assert not allowed("audit", None, ["review"], [])
    assert allowed("audit", [])
    assert allowed("audit", None)


# Extensions and waivers -------------------------------------------------------------------------------------------


def test_an_obligation_is_extended_under_its_id_without_the_network(w: World) -> None:
    w.ledger.extend_duty(SE2, due="2021-08-15", reason="Ill", by="principal", on="2021-06-20")
    assert last(w.ledger) == {"obligation": "Se2/2021-06-07", "due": "2021-08-15", "reason": "Ill", "by": "principal"}
    w.ledger.waive_duty("Se2/2021-06-07", reason="Lost", by="chair", on="2021-06-21")
    assert last(w.ledger) == {"obligation": "Se2/2021-06-07", "reason": "Lost", "by": "chair"}


@pytest.mark.parametrize("text", ["net/Se2/2021-12-24", "Se2/2021-12-24", "oth/Se2/2021-06-07", "", " ", "net", "Se2"])
def test_an_obligation_that_there_is_not_or_that_is_not_the_only_one(w: World, text: str) -> None:
    before = w.size
    with pytest.raises((e.ReferenceUnknown, e.ReferenceAmbiguous)):
        w.ledger.extend_duty(text, due="2021-08-15", reason="Ill")
    with pytest.raises((e.ReferenceUnknown, e.ReferenceAmbiguous)):
        w.ledger.waive_duty(text, reason="Lost")
    assert w.size == before


def test_what_only_one_obligation_begins_with_is_enough(w: World) -> None:
    w.ledger.waive_duty("net/P1/2022", reason="No need")
    assert last(w.ledger)["obligation"] == "P1/2022"


def test_in_a_unit_an_obligation_is_found_that_was_told_in_it() -> None:
    w = World(text="2021-07-01T12:00:00+00:00")
    with w.ledger.unit() as unit:
        unit.adopt_mandate(small(stated()), on="2021-01-01")
        unit.schedule_meeting("net", planned_on="2021-08-01", kind="plain", on="2021-01-10")
        unit.waive_duty("net/Se2/2021-08-01", reason="No minutes")
        with pytest.raises(e.ReferenceUnknown):
            unit.waive_duty("net/Se2/2021-08-02", reason="No minutes")
    assert last(w.ledger)["obligation"] == "Se2/2021-08-01"


def test_with_several_networks_an_obligation_is_named_with_its_own(w: World) -> None:
    w.ledger.establish_network("oth", name="Other", on="2021-01-01")
    with pytest.raises(e.ReferenceUnknown):
        w.ledger.waive_duty("Se2/2021-06-07", reason="Lost")
    w.ledger.waive_duty(SE2, reason="Lost")


def test_each_extension_is_later_than_the_one_before(w: World) -> None:
    w.ledger.extend_duty(SE2, due="2021-08", reason="Ill", on="2021-06-20")
    for due in ("2021-08-31", "2021-08", "2021-07-01"):
        with pytest.raises(e.ExtensionNotLater):
            w.ledger.extend_duty(SE2, due=due, reason="Still ill", on="2021-06-21")
    w.ledger.extend_duty(SE2, due="2021-09-01", reason="Still ill", on="2021-06-21")
    w.ledger.extend_duty("net/P1/2021", due="2021-03", reason="Another", on="2021-06-21")


def test_an_earlier_extension_is_recorded_afterwards(w: World) -> None:
    w.ledger.extend_duty(SE2, due="2021-09-01", reason="Still ill", on="2021-06-25")
    with pytest.raises(e.ExtensionNotLater):
        w.ledger.extend_duty(SE2, due="2021-09-01", reason="Ill", on="2021-06-20")
    w.ledger.extend_duty(SE2, due="2021-08-01", reason="Ill", on="2021-06-20")


def test_what_is_waived_is_not_waived_again_by_the_same(w: World) -> None:
    w.ledger.waive_duty(SE2, reason="Lost", on="2021-06-20")
    with pytest.raises(e.DutyWaivedAlready):
        w.ledger.waive_duty(SE2, reason="Burnt", on="2021-06-21")
    w.ledger.waive_duty(SE2, reason="Burnt", by="principal", on="2021-06-21")
    w.ledger.extend_duty(SE2, due="2021-09", reason="Burnt", on="2021-06-21")
    w.ledger.waive_duty("net/P1/2021", reason="Another")


def test_a_waiver_can_be_taken_back(w: World) -> None:
    receipt = w.ledger.waive_duty(SE2, reason="Lost")
    w.ledger.retract_fact(receipt.event_ids[0], reason="They were found")
    w.ledger.extend_duty(SE2, due="2021-09", reason="They were found")


def test_the_power_in_which_it_is_done_is_one_that_the_mandate_knows(w: World) -> None:
    with pytest.raises(e.AddresseeUnknown):
        w.ledger.waive_duty(SE2, reason="Lost", by="king")
    with pytest.raises(e.AddresseeUnknown):
        w.ledger.extend_duty(SE2, due="2021-09", reason="Lost", by="king")
    w.ledger.waive_duty(SE2, reason="Lost", by="archive")


# Reviews ----------------------------------------------------------------------------------------------------------


def test_the_mandate_is_reviewed_also_after_it_ended(w: World) -> None:
    w.ledger.end_mandate("net", ends="2021-06-30", on="2021-06-01")
    w.ledger.review_mandate("net", outcome="To be renewed", period="2021", on="2021-07-01")
    assert last(w.ledger) == {"outcome": "To be renewed", "period": "2021"}


def test_where_there_never_was_a_mandate_none_is_reviewed() -> None:
    w = world()
    w.ledger.establish_network("net", name="N", on="2021-01-01")
    with pytest.raises(e.NoMandateInForce):
        w.ledger.review_mandate("net")


# Documents --------------------------------------------------------------------------------------------------------


def test_a_document_is_weeded_by_the_event_that_told_of_it(w: World) -> None:
    report = next(entry for entry in w.ledger.log(kind="ReportSubmitted") if "document" in entry.data)
    w.ledger.weed_document(f"#{report.position}", reason="Kept for a year")
    assert last(w.ledger) == {"event": "assignment:net/a@2", "reason": "Kept for a year"}
    with pytest.raises(e.DocumentWeededAlready):
        w.ledger.weed_document("assignment:net/a@2")


@pytest.mark.parametrize(
    ("event", "error"),
    [
        ("assignment:net/a@1", e.DocumentMissing),
        ("network:net@2", e.DocumentMissing),  # the mandate stands in the ledger itself
        ("person:p-anna@1", e.DocumentMissing),
        ("assignment:net/a@99", e.FactUnknown),
        ("assignment:net/none@1", e.FactUnknown),
        ("#9999", e.ReferenceUnknown),
        ("assignment:net/a", e.ReferenceUnknown),
        ("", e.ReferenceUnknown),
    ],
)
def test_what_tells_of_no_document_is_not_weeded(w: World, event: str, error: type[e.GovernanceError]) -> None:
    before = w.size
    with pytest.raises(error):
        w.ledger.weed_document(event)
    assert w.size == before


def test_a_document_that_a_correction_told_of_is_weeded(w: World) -> None:
    document: dict[str, JsonValue] = {"sha256": "ef" * 32}
    submitted = next(x for x in w.ledger.log(kind="MinutesSubmitted") if x.event.startswith("meeting:net/2021-02-12@"))
    with pytest.raises(e.DocumentMissing):
        w.ledger.weed_document(submitted.event)
    w.ledger.correct_fact(submitted.event, changes={"document": document}, reason="It was forgotten")
    w.ledger.weed_document(submitted.event)


def test_a_weeding_that_is_repeated_under_its_command_id_is_recorded_once(w: World) -> None:
    first = w.ledger.weed_document("assignment:net/a@2", command_id="mine")
    again = w.ledger.weed_document("assignment:net/a@2", command_id="mine")
    assert (again.repeated, again.positions) == (True, first.positions)


@pytest.mark.parametrize("event", ["person:p-anna@1", "meeting:net/m", "meeting:net/m@0", "x", "meeting:net/m/n@1"])
def test_the_form_of_an_event_id_is_checked_in_the_event_too(w: World, event: str) -> None:
    receipt = w.ledger.weed_document("assignment:net/a@2")
    with pytest.raises(e.FieldInvalid):
        w.ledger.correct_fact(receipt.event_ids[0], changes={"event": event}, reason="Another")
