"""A clause that an amended mandate no longer has asks for nothing more; what it brought stays."""

import pytest

from governance.errors import AlreadyRecorded
from tests.kit.mandates import clause, small
from tests.kit.world import World, world

SUMMARY = clause("P4", pattern="standing", holder="board", counterparty=("principal",), evidence="summary_sent")
TOGETHER = clause("B1", pattern="unmeasured", holder="members", evidence="attendance")
NEXT = small(version="2", begins="2021-07-01")


@pytest.fixture
def w() -> World:
    return world(small(SUMMARY, TOGETHER), "2021-09-01", adopted="2021-01-01")


def test_what_was_not_done_is_void_from_the_new_versions_first_day(w: World) -> None:
    w.ledger.amend_mandate(NEXT, on="2021-06-01")
    assert w.turns("net/P4/standing") == [("2021-01-01", "outstanding"), ("2021-07-01", "void")]
    assert w.turns("net/B1/standing") == [("2021-01-01", "undetermined"), ("2021-07-01", "void")]
    item = w.item("net/P4/standing", "2021-07-01")
    assert item.reason == "The mandate in force from 2021-07-01 no longer asks for it."
    assert item.evidence == (w.size,)


def test_what_was_done_stays_done(w: World) -> None:
    w.ledger.send_summary("net", on="2021-03-01")
    w.ledger.amend_mandate(NEXT, on="2021-06-01")
    assert w.turns("net/P4/standing") == [("2021-01-01", "outstanding"), ("2021-03-01", "fulfilled")]


def test_the_end_of_a_mandate_leaves_owed_what_was_owed(w: World) -> None:
    w.ledger.end_mandate("net", ends="2021-06-30", on="2021-06-01")
    assert w.turns("net/P4/standing") == [("2021-01-01", "outstanding")]


def test_the_mandate_in_force_is_no_amendment_of_itself(w: World) -> None:
    with pytest.raises(AlreadyRecorded):
        w.ledger.amend_mandate(small(SUMMARY, TOGETHER), on="2021-06-01")
