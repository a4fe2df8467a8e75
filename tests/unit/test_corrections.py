"""Nothing is changed, all can be corrected: by new events that name the old ones."""

from typing import Any

import pytest

from governance.errors import CorrectionBreaksHistory, CorrectionChangesNothing, FactUnknown, FieldInvalid
from governance.model.network import digest_of
from tests.kit.lived import DIGEST, lived
from tests.kit.mandates import small, stated
from tests.kit.world import World, world

PARTIAL = "net/a/partial"


def reported(on: str = "2021-05-31") -> World:
    """The partial report, due in May 2021, was submitted on a day; it is 1 July 2021."""
    w = world(small(stated()), today="2021-07-01", adopted="2021-01-01")
    w.ledger.submit_report("net/a", report="partial", on=on, document=DIGEST)
    return w


def verdict(w: World, known_at: int | None = None, obligation: str = PARTIAL) -> str:
    return w.verdicts("2021-07-01", known_at)[obligation]


def test_a_corrected_date_changes_the_verdict_from_then_on() -> None:
    w = reported()
    told = w.size
    assert verdict(w) == "fulfilled"
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="It came the day after")
    assert verdict(w) == "fulfilled_late"
    assert verdict(w, told) == "fulfilled"
    (item,) = (item for item in w.ledger.obligations(as_of="2021-07-01") if item.id == PARTIAL)
    assert (item.fulfilled_on, item.days_overdue, item.evidence) == ("2021-06-01", 1, (told, told + 1))


def test_the_mistake_and_its_correction_both_stay_in_the_log() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-02"}, reason="Read again")
    names = [(entry.name, entry.effective_on) for entry in w.ledger.entries_of("assignment:net/a")]
    assert names == [
        ("AssignmentIssued", "2021-01-01"),
        ("ReportSubmitted", "2021-05-31"),
        ("FactCorrected", "2021-07-01"),
    ]
    last = w.ledger.entries_of("assignment:net/a")[-1]
    assert last.data == {"corrects": 2, "changes": {"effective_on": "2021-06-02"}, "reason": "Read again"}


def test_the_later_correction_holds_and_without_it_the_earlier_one() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-05-30"}, reason="Two")
    assert verdict(w) == "fulfilled"
    w.ledger.retract_fact("assignment:net/a@4", reason="The first correction was right")
    assert verdict(w) == "fulfilled_late"
    w.ledger.retract_fact("assignment:net/a@3", reason="It was not")
    assert verdict(w) == "fulfilled"


def test_corrections_of_different_fields_add_up() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    w.ledger.correct_fact("assignment:net/a@2", changes={"report": "final"}, reason="Two")
    assert verdict(w) == "overdue"
    assert verdict(w, obligation="net/a/final") == "fulfilled"


def test_a_retracted_fact_did_not_happen() -> None:
    w = reported()
    told = w.size
    w.ledger.retract_fact("assignment:net/a@2", reason="It was another assignment's report")
    assert verdict(w) == "overdue"
    assert verdict(w, told) == "fulfilled"
    w.ledger.submit_report("net/a", report="partial", on="2021-06-10", document=DIGEST)
    assert verdict(w) == "fulfilled_late"


def test_a_corrected_fact_can_be_retracted() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    w.ledger.retract_fact("assignment:net/a@2", reason="Two")
    assert verdict(w) == "overdue"


def test_what_a_fact_leaves_open_can_be_taken_away() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"document": None}, reason="That was the draft")
    aggregate = w.ledger.unit().load(*_assignment())
    assert aggregate.submissions("partial")[0].document is None


def _assignment() -> tuple[Any, str]:
    from governance.model.assignment import Assignment

    return Assignment, "assignment:net/a"


@pytest.mark.parametrize("event", ["assignment:net/a@3", "assignment:net/a@99"])
def test_only_facts_that_hold_are_retracted(event: str) -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    w.ledger.retract_fact("assignment:net/a@3", reason="Two")
    with pytest.raises(FactUnknown):  # a retracted correction, nothing
        w.ledger.retract_fact(event, reason="Again")


def test_a_retraction_is_retracted_and_what_it_took_back_holds_again() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    held = w.ledger.unit().load(*_assignment()).facts
    w.ledger.retract_fact("assignment:net/a@2", reason="Two")
    w.ledger.retract_fact("assignment:net/a@4", reason="Three")
    assert w.ledger.unit().load(*_assignment()).facts == held
    w.ledger.retract_fact("assignment:net/a@5", reason="Four")
    assert w.again().unit().load(*_assignment()).facts == held[:1]
    with pytest.raises(FactUnknown):
        w.ledger.retract_fact("assignment:net/a@5", reason="Five")


def test_the_retraction_of_a_correction_is_retracted() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    held = w.ledger.unit().load(*_assignment()).facts
    w.ledger.retract_fact("assignment:net/a@3", reason="Two")
    w.ledger.retract_fact("assignment:net/a@4", reason="Three")
    assert w.again().unit().load(*_assignment()).facts == held


@pytest.mark.parametrize("event", ["assignment:net/a@2", "assignment:net/a@3"])
def test_only_facts_that_hold_are_corrected(event: str) -> None:
    w = reported()
    w.ledger.retract_fact("assignment:net/a@2", reason="One")
    with pytest.raises(FactUnknown):
        w.ledger.correct_fact(event, changes={"effective_on": "2021-06-01"}, reason="Two")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("effective_on", "2021-6-1"),
        ("effective_on", "+2021"),
        ("effective_on", 2021),
        ("effective_on", None),
        ("effective_on", ["2021-06-01"]),
        ("report", "Partial"),
        ("report", ""),
        ("report", None),
        ("by", "Anna"),
        ("document", {"sha256": "AB"}),
        ("document", {"sha256": "ab" * 32, "more": 1}),
        ("document", "ab" * 32),
        ("actor", "system:other"),
        ("decided_by", "a\x00b"),
        ("decided_by", "\ud800"),
        ("decided_by", float("nan")),
        ("decided_by", float("inf")),
        ("before_record", False),
        ("originator_id", "assignment:net/b"),
        ("originator_version", 3),
        ("command_id", "c"),
        ("verdict", "fulfilled"),
        ("", 1),
        ("\ud800", 1),
    ],
    ids=repr,
)
def test_fields_and_values_that_the_fact_cannot_have(field: str, value: Any) -> None:
    w = reported()
    before = w.size
    with pytest.raises(FieldInvalid):
        w.ledger.correct_fact("assignment:net/a@2", changes={field: value}, reason="R")
    assert w.size == before


@pytest.mark.parametrize("changes", [{}, {"effective_on": "2021-05-31"}, {"by": None}])
def test_a_correction_changes_something(changes: dict[str, Any]) -> None:
    with pytest.raises(CorrectionChangesNothing):
        reported().ledger.correct_fact("assignment:net/a@2", changes=changes, reason="R")


def test_a_correction_is_compared_with_what_holds_now() -> None:
    w = reported()
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    with pytest.raises(CorrectionChangesNothing):
        w.ledger.correct_fact(
            "assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="Two", authority="§ 1"
        )
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-05-31"}, reason="Back again")
    assert verdict(w) == "fulfilled"


@pytest.mark.parametrize(
    ("event", "changes"),
    [
        ("meeting:net/2021-02-12@3", {"effective_on": "2021-02-14"}),  # the minutes were drafted on the 13th
        ("meeting:net/2021-02-12@1", {"host": "nowhere"}),
        ("meeting:net/2021-02-12@1", {"kind": "party"}),
        ("assignment:net/a@2", {"effective_on": "2021-06-11"}),  # it was accepted on the 10th
        ("assignment:net/a@2", {"effective_on": "2021-07-02"}),  # in the future
        ("assignment:net/a@2", {"report": "nothing"}),
        ("assignment:net/a@2", {"by": "person:p-nobody"}),
        ("assignment:net/gone@1", {"effective_on": "2021-06-02"}),  # it was withdrawn on the 1st
        ("network:net@1", {"effective_on": "2021-02-13"}),  # working groups were formed on the 12th
        ("network:net@1", {"time_zone": "Nowhere/Land"}),
        ("network:net@2", {"document": "not a mandate"}),
        ("network:net@2", {"document": small(key="other")}),
        ("network:net@2", {"document": small(stated(), version="2")}),  # with the digest of the old one
        ("network:net@2", {"sha256": "0" * 64}),
        ("network:net@2", {"starts": "2021-02-01"}),  # the document says otherwise
        ("network:net@2", {"mandate_version": "2"}),
    ],
)
def test_every_other_fact_must_still_make_sense(event: str, changes: dict[str, Any]) -> None:
    w = lived()
    before = w.size
    with pytest.raises((CorrectionBreaksHistory, FieldInvalid)):
        w.ledger.correct_fact(event, changes=changes, reason="R")
    assert w.size == before


@pytest.mark.parametrize(
    "event",
    ["meeting:net/2021-02-12@1", "meeting:net/2021-02-12@3", "assignment:net/a@1", "network:net@1", "person:p-cia2@1"],
)
def test_a_fact_that_others_rest_on_is_not_retracted(event: str) -> None:
    with pytest.raises(CorrectionBreaksHistory) as caught:
        lived().ledger.retract_fact(event, reason="R")
    assert caught.value.details["problem"]


def test_facts_can_be_retracted_from_the_last_to_the_first() -> None:
    w = lived()
    versions = range(len(w.ledger.entries_of("meeting:net/2021-03-19")), 0, -1)
    for version in versions:
        w.ledger.retract_fact(f"meeting:net/2021-03-19@{version}", reason="It was another network's meeting")
    assert not any("2021-03-19" in obligation for obligation in w.verdicts("2021-07-01"))


def test_corrections_in_one_unit() -> None:
    w = lived()
    with w.ledger.unit() as unit:  # the minutes first, else the meeting would be held after they were drafted
        unit.correct_fact("meeting:net/2021-03-19@3", changes={"effective_on": "2021-03-22"}, reason="R")
        unit.correct_fact("meeting:net/2021-03-19@2", changes={"effective_on": "2021-03-21"}, reason="R")
    (item,) = (i for i in w.ledger.obligations(as_of="2021-07-01") if i.id == "net/O1/2021-03-19")
    assert item.fulfilled_on == "2021-03-21"


def test_a_mandate_is_corrected_with_all_that_follows_from_it() -> None:
    w = reported()
    document = small(stated(), version="1a").replace('due = "2021-05"', 'due = "2021-06"')
    changes: dict[str, Any] = {"document": document, "mandate_version": "1a", "sha256": digest_of(document)}
    w.ledger.correct_fact("network:net@2", changes=changes, reason="That was the draft")
    assert w.item(PARTIAL, "2021-07-01").mandate == "1a"


def test_a_corrected_name_is_found_and_shown() -> None:
    w = lived()
    w.ledger.correct_fact("person:p-bo@1", changes={"name": "Bo Bo"}, reason="Misspelt")
    assert w.ledger.unit().party("Bo Bo") == "person:p-bo"
    (item,) = (i for i in w.ledger.obligations(as_of="2021-07-01") if i.id == "net/O1/2021-06-07")
    assert item.holder == "Bo Bo"


def test_the_earlier_recorded_answer_survives_every_kind_of_correction() -> None:
    w = reported()
    known = w.size
    before = w.verdicts("2021-07-01", known)
    w.ledger.correct_fact("assignment:net/a@2", changes={"effective_on": "2021-06-01"}, reason="One")
    w.ledger.retract_fact("assignment:net/a@3", reason="Two")
    w.ledger.retract_fact("assignment:net/a@2", reason="Three")
    w.ledger.correct_fact("assignment:net/a@1", changes={"reports": []}, reason="Four")
    assert w.verdicts("2021-07-01", known) == before
    assert PARTIAL not in w.verdicts("2021-07-01")
