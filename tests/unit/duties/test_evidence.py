"""What a row says of its word is so in the events that it names."""

import pytest

from governance.duties.events import EVENTS
from governance.duties.evidence import EVIDENCE, evidence_called
from governance.duties.evidence_kind import EvidenceKind
from governance.duties.occasions import evidence_of

KINDS = pytest.mark.parametrize("kind", EVIDENCE.values(), ids=list(EVIDENCE))


@KINDS
def test_who_did_it_and_to_whom_it_went_stands_in_its_events(kind: EvidenceKind) -> None:
    fields = [event.model_fields for event in kind.events]
    if kind.by_whom:
        assert all("by" in names or "holder" in names for names in fields)
    if kind.signed:
        assert all("by" in names for names in fields)
    if kind.to_whom:
        assert any("recipient" in names for names in fields)
    assert kind.about_a_role is (bool(fields) and all("role" in names for names in fields))


@KINDS
def test_each_word_can_be_used_somewhere_and_is_said_there(kind: EvidenceKind) -> None:
    assert kind.on
    assert kind.on == {"unmeasured"} or (kind.deed and kind.fact and kind.things and kind.events)


@KINDS
def test_what_it_means_after_an_event_is_said_of_events_about_roles(kind: EvidenceKind) -> None:
    assert all(EVENTS[word].of_roles for word in kind.after)


def test_what_makes_the_minutes_begin_anew_is_recorded_but_shows_no_duty() -> None:
    rejected = EVIDENCE["minutes_approved"].undone_by
    assert rejected
    assert evidence_called(rejected.word) is rejected
    assert rejected.word not in EVIDENCE


@pytest.mark.parametrize(("pattern", "has", "lacks"), [
    ("each_meeting", "meeting_led", "role_assigned"),
    ("each_period", "minutes_submitted", "meeting_led"),
    ("each_item", "action_escalated", "meeting_held"),
    ("retention", "meeting_led", "next_meeting_held"),
    ("unmeasured", "attendance", "action_escalated"),
])  # fmt: skip
def test_which_words_go_with_an_occasion(pattern: str, has: str, lacks: str) -> None:
    assert has in evidence_of(pattern)
    assert lacks not in evidence_of(pattern)


def test_any_other_word_is_an_act_of_the_mandates_own() -> None:
    act = evidence_called("risk-review")
    assert (act.word, act.by_whom, act.signed, act.to_whom) == ("risk-review", True, True, True)
