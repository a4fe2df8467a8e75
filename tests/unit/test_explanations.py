"""Why a verdict is what it is: everything it rests on, in words."""

import pytest

from governance.errors import NotYetOwed, ReferenceAmbiguous, ReferenceUnknown
from governance.ledger.explanation import Evidence, Turn
from tests.kit.lived import lived
from tests.kit.mandates import clause, small, stated
from tests.kit.world import World, utc, world


@pytest.fixture
def w() -> World:
    """The partial report: put off on 20 May to September; told on 1 September, corrected to 1 October."""
    made = world(small(stated(minutes_after=14)), adopted="2021-01-01")
    made.clock.at("2021-05-20")
    made.ledger.extend_deadline("net/a", report="partial", due="2021-09", reason="No data", decided_by="The owners")
    made.clock.at("2021-09-01")
    made.ledger.submit_report("net/a", report="partial")
    made.clock.at("2021-10-05")
    made.ledger.correct_fact("assignment:net/a@3", changes={"effective_on": "2021-10-01"}, reason="By the stamp")
    return made


def test_line_by_line(w: World) -> None:
    assert w.ledger.explain("net/a/partial", as_of="2021-10-05").lines() == [
        "net/a/partial: fulfilled late",
        "Why: Done 2021-10-01, after 2021-09-30, when it was due.",
        "Clause U1: Clause U1.",
        "Mandate: 1",
        "Owed by: The net",
        "Owed to: The owners",
        "Due: 2021-09",
        "  1. The assignment asks for it 2021-05.",
        "  2. Extended to 2021-09 on 2021-05-20, decided by The owners: No data (#7).",
        "  3. 2021-09 lasts through 2021-09-30.",
        "Evidence:",
        "  #8 ReportSubmitted, happened 2021-09-01, recorded 2021-09-01 12:00 UTC",
        "  #9 FactCorrected, happened 2021-10-05, recorded 2021-10-05 12:00 UTC",
        "Over time:",
        "  2021-01-01  upcoming: It is due by 2021-05-31.",
        "  2021-05-20  upcoming: It is due by 2021-09-30.",
        "  2021-10-01  fulfilled late: Done 2021-10-01, after 2021-09-30, when it was due.",
    ]


def test_as_it_was_known(w: World) -> None:
    explanation = w.ledger.explain("net/a/partial", as_of="2021-10-05", known_at=8)
    assert explanation.item.verdict == "fulfilled"
    assert explanation.evidence == (
        Evidence(8, "assignment:net/a@3", "ReportSubmitted", "2021-09-01", utc("2021-09-01T12:00:00Z")),
    )
    assert explanation.turns[-1] == Turn(
        utc("2021-09-01T12:00:00Z").date(), "fulfilled", "Done 2021-09-01, due by 2021-09-30."
    )


def test_silence_is_named(w: World) -> None:
    w.ledger.schedule_meeting("net", planned_on="2021-10-01", kind="plain", on="2021-09-01")
    explanation = w.ledger.explain("net/Se2/2021-10-01", as_of="2021-10-05")
    assert explanation.silent_on == ("deadline",)
    assert explanation.derivation == ("What calls for it has not happened yet, so nothing is due.",)
    lines = explanation.lines()
    assert "Owed by: nobody, the role was vacant (Secretary)" in lines
    assert "Due: no deadline" in lines
    assert "Evidence: none" in lines
    assert "The mandate does not say: deadline" in lines


def test_without_a_due_date_that_is_a_step_of_its_own(w: World) -> None:
    explanation = w.ledger.explain("net/O2/archive", as_of="2021-10-05")
    assert explanation.derivation == ("The mandate gives no deadline.",)
    assert explanation.clause_text == "Clause O2."


@pytest.mark.parametrize("text", ["net/a/partial", "a/partial", "net/a/p", "a/par"])
def test_found_by_its_id_or_its_beginning(w: World, text: str) -> None:
    assert w.ledger.explain(text, as_of="2021-10-05").item.id == "net/a/partial"


@pytest.mark.parametrize("text", ["net/x", "x", "net/a/partial/x", "\x00", "M2"])
def test_not_found(w: World, text: str) -> None:
    with pytest.raises(ReferenceUnknown):
        w.ledger.explain(text, as_of="2021-10-05")


def test_several_found(w: World) -> None:
    with pytest.raises(ReferenceAmbiguous) as caught:
        w.ledger.explain("net/a", as_of="2021-10-05")
    assert caught.value.details["candidates"] == "net/a/final, net/a/memo, net/a/partial"


def test_before_there_was_such_an_obligation() -> None:
    w = lived()
    with pytest.raises(NotYetOwed):
        w.ledger.explain("net/Se2/2021-06-07", as_of="2021-01-14")
    assert w.ledger.explain("net/Se2/2021-06-07", as_of="2021-01-15").item.verdict == "upcoming"


def test_an_explanation_for_every_obligation_agrees_with_the_answer() -> None:
    w = lived()
    for item in w.ledger.obligations(as_of="2021-07-01"):
        explanation = w.ledger.explain(item.id, as_of="2021-07-01")
        assert explanation.item == item
        assert [evidence.position for evidence in explanation.evidence] == list(item.evidence)
        in_force = [turn for turn in explanation.turns if turn.since <= utc("2021-07-01T12:00:00Z").date()][-1]
        assert in_force.reason.replace("person:p-anna", "Anna Å").replace("person:p-bo", "Bo B") == item.reason
        assert all(line.strip() for line in explanation.lines())


def test_a_step_goes_by_its_own_name_under_its_clause() -> None:
    steps = [
        {"key": "draft", "name": "The draft", "evidence": "minutes_drafted"},
        {"key": "signed", "name": "The signatures", "evidence": "minutes_approved"},
        {"key": "sent", "evidence": "minutes_submitted"},
    ]
    w = world(
        small(clause("7", pattern="each_meeting", holder="chair", step=steps)), today="2021-10-05", adopted="2021-01-01"
    )
    w.ledger.schedule_meeting("net", planned_on="2021-10-01", kind="plain", on="2021-09-01")
    for key, name in (("draft", "The draft"), ("signed", "The signatures"), ("sent", None)):
        explanation = w.ledger.explain(f"net/7/2021-10-01/{key}", as_of="2021-10-05")
        assert (explanation.clause_text, explanation.step) == ("Clause 7.", name)
        assert [line for line in explanation.lines() if line.startswith("Step:")] == ([f"Step: {name}"] if name else [])
