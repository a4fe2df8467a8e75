"""What a view shows: the facts as known, and those that had happened by its day."""

from governance.model.assignment import ReportAsked
from governance.model.meeting_events import MeetingHeld
from governance.questions.view import says, stated_by
from tests.kit.mandates import small, stated
from tests.kit.world import world
from tests.unit.compliance.history import ANN, digest, hold, network, view, when


def test_obligations_are_those_of_one_network_or_of_all_sorted_by_id() -> None:
    told = world(today="2021-12-31")
    for key in ("two", "one"):
        told.ledger.adopt_mandate(small(stated(), key=key), on="2021-01-01")
    seen = view(told, "2021-06-01")
    ids = [o.id for o in seen.obligations()]
    assert ids == sorted(ids)
    assert {o.network for o in seen.obligations("one")} == {"one"}
    assert seen.obligations() == (*seen.obligations("one"), *seen.obligations("two"))
    assert seen.obligations("one") is seen.obligations("one")
    assert list(seen.happened) == ["one", "two"]


def test_only_what_there_is_on_the_day_is_standing() -> None:
    told = network()
    hold(told, "2021-02-10")
    assert "net/M1/2022" in {o.id for o in view(told, "2021-06-01").obligations()}
    assert "net/M1/2022" not in {o.id for o, _phase in view(told, "2021-06-01").standing()}


def test_a_fact_counts_from_the_end_of_the_time_in_which_it_happened() -> None:
    told = network()
    told.ledger.schedule_meeting("net", planned_on="2021-02", kind="plain", on="2021-01-01")
    told.ledger.hold_meeting("net/2021-02", on="2021-02")
    seen = {day: view(told, day).happened["net"].meetings["net/2021-02"].held for day in ("2021-02-27", "2021-02-28")}
    assert seen["2021-02-27"] is None
    assert isinstance(seen["2021-02-28"], MeetingHeld)


def test_a_meeting_that_was_told_after_it_was_held_was_there_all_the_same() -> None:
    told = network()
    told.ledger.schedule_meeting("net", planned_on="2021-02-10", kind="plain", host="alby", on="2021-03-01")
    told.ledger.hold_meeting("net/2021-02-10", on="2021-02-10")
    before, on = (view(told, day).happened["net"].meetings["net/2021-02-10"] for day in ("2021-02-09", "2021-02-10"))
    assert (before.scheduled, before.held) == (None, None)
    assert (on.host, on.held is not None) == ("alby", True)


def test_a_correction_holds_whatever_day_it_was_made_on() -> None:
    told = network()
    meeting = hold(told, "2021-02-10")
    told.ledger.correct_fact(f"#{told.size}", changes={"effective_on": "2021-02-12"}, reason="A slip.", on="2021-09-01")
    held = {day: view(told, day).happened["net"].meetings[meeting].held for day in ("2021-02-11", "2021-02-12")}
    assert held["2021-02-11"] is None
    assert held["2021-02-12"] is not None
    assert held["2021-02-12"].effective_on == when("2021-02-12")
    assert view(told, "2021-02-12").happened["net"].evidence(held["2021-02-12"]) == (told.size - 1, told.size)


def test_a_mandate_and_its_end_count_from_their_own_days() -> None:
    told = world(small(), today="2021-12-31", adopted="2021-12-31")
    told.ledger.end_mandate("net", ends="2021-06-30", on="2021-09-01")
    held = {day: view(told, day).happened["net"].network.mandate_on(view(told, day).as_of) is not None
            for day in ("2020-12-31", "2021-01-01", "2021-06-30", "2021-07-01")}  # fmt: skip
    assert held == {"2020-12-31": False, "2021-01-01": True, "2021-06-30": True, "2021-07-01": False}


def test_looking_leaves_the_facts_as_they_are() -> None:
    told = network()
    hold(told, "2021-02-10", sent="2021-02-20")
    seen = view(told, "2021-02-15")
    assert seen.happened["net"].meetings["net/2021-02-10"].version == 2
    assert seen.facts["net"].meetings["net/2021-02-10"].version == 3


def test_an_event_says_what_is_its_own() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-02", on="2021-01-01", clause="O1")
    told.ledger.submit_register("net", document=digest("a"), recipient="registry", on="2021-01-01")
    *_rest, role, register = (event for event, _at in told.facts()["net"].recorded.values())
    assert says(role) == "role: chair, holder: person:p-ann, starts: 2021-02"
    assert says(register) == "recipient: registry"


def test_the_duty_that_an_obligation_follows_from() -> None:
    told = network()
    told.ledger.issue_assignment("net", key="b", title="By itself", on="2021-02-01",
                                 reports=[ReportAsked(report="final", due=when("2021-09"))])  # fmt: skip
    facts = told.facts()["net"]
    found = {o.id: stated_by(facts, o) for o, _phase in view(told, "2021-06-01").standing()}
    assert {identity: duty and duty.id for identity, duty in found.items()} == {
        "net/B1/standing": "B1", "net/M1/2021": "M1", "net/O2/archive": "O2", "net/O2/principal": "O2",
        "net/P1/2021": "P1", "net/a/final": "U1", "net/a/memo": "U1", "net/a/partial": "U1", "net/b/final": None,
    }  # fmt: skip
