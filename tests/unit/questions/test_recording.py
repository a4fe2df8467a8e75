"""The record itself: what was told late, and what after a year was closed."""

import pytest

from governance.errors import FieldInvalid
from governance.model.event import Source
from governance.questions.recording import AfterClose, LateRecord, after_close, late_records
from tests.kit.world import World, utc
from tests.unit.compliance.history import hold, network, view, when

# Question 13: recorded late


def late(told: World, days: int = 30, as_of: str = "2022-12-31") -> dict[str, int]:
    """What was recorded late after the network began, and how late."""
    rows = late_records(view(told, as_of), days)
    return {f"{row.event} {row.effective_on}": row.days for row in rows if str(row.effective_on) != "2021-01-01"}


@pytest.mark.parametrize(
    ("happened", "found"), [("2021-05-01", {}), ("2021-04-30", {"ReportSubmitted 2021-04-30": 31})]
)
def test_thirty_days_are_not_late_and_thirty_one_are(happened: str, found: dict[str, int]) -> None:
    told = network(today="2021-01-01")
    told.clock.at("2021-05-31")
    told.ledger.submit_report("net/a", report="partial", on=happened)
    assert late(told) == found


def test_the_day_of_recording_is_the_networks() -> None:
    told = network(today="2021-01-01")
    told.clock.at("2021-05-30T22:30:00+00:00")  # half past midnight on the 31st in Stockholm
    told.ledger.submit_report("net/a", report="partial", on="2021-04-30")
    assert late(told) == {"ReportSubmitted 2021-04-30": 31}


def test_a_month_is_counted_from_its_last_day() -> None:
    told = network(today="2021-01-01")
    told.clock.at("2021-05-31")
    told.ledger.submit_report("net/a", report="partial", on="2021-04")
    assert late(told, days=30) == {"ReportSubmitted 2021-04": 31}
    assert late(told, days=31) == {}


def test_everything_about_it_is_told() -> None:
    told = network(today="2021-01-01")
    told.clock.at("2021-09-01")
    stamped = utc("2021-02-21T09:00:00+01:00")
    told.ledger.submit_report("net/a", report="memo", on="2021-02-20", before_record=True,
                              source=Source(reference="Binder 3", recorded_at=stamped))  # fmt: skip
    assert late_records(view(told, "2021-12-31")) == (
        LateRecord("net", told.size, "ReportSubmitted", "net/a", when("2021-02-20"), utc("2021-09-01T12:00:00+00:00"),
                   193, True, stamped, False, "system:test"),
    )  # fmt: skip


def test_a_recording_time_that_the_source_states_is_the_records() -> None:
    told = network(today="2021-01-01")
    told.clock.at("2021-12-31")
    with told.ledger.unit(stated_at=utc("2021-04-20T09:00:00+02:00")) as unit:
        unit.submit_report("net/a", report="partial", on="2021-03-01")
    (row,) = late_records(view(told, "2021-12-31"))
    assert (row.days, row.times_kept, row.source_recorded_at) == (50, True, utc("2021-04-20T09:00:00+02:00"))


def test_the_latest_come_first_and_what_was_retracted_is_no_fact() -> None:
    told = network(today="2021-01-01")
    told.clock.at("2021-12-31")
    told.ledger.submit_report("net/a", report="partial", on="2021-05-01")
    told.ledger.submit_report("net/a", report="memo", on="2021-02-01")
    told.ledger.submit_report("net/a", report="final", on="2021-03-01")
    assert list(late(told)) == [f"ReportSubmitted {day}" for day in ("2021-02-01", "2021-03-01", "2021-05-01")]
    told.ledger.retract_fact(f"#{told.size}", reason="There was none.")
    told.ledger.correct_fact(f"#{told.size - 3}", changes={"effective_on": "2021-12-30"}, reason="A slip.")
    assert list(late(told)) == ["ReportSubmitted 2021-02-01"]
    assert late(told, as_of="2021-01-31") == {}


def test_with_no_days_everything_not_told_on_its_day_is_late_and_fewer_are_refused() -> None:
    told = network(today="2021-01-01")
    told.clock.at("2021-05-31")
    told.ledger.submit_report("net/a", report="partial", on="2021-05-31")
    told.ledger.submit_report("net/a", report="memo", on="2021-05-30")
    assert late(told, days=0) == {"ReportSubmitted 2021-05-30": 1}
    with pytest.raises(FieldInvalid):
        late_records(view(network(), "2021-12-31"), -1)


# Question 30: after the year was closed


def closed() -> tuple[World, int]:
    """A year with a meeting, closed on 20 January; the position of its closing."""
    told = network(today="2022-06-01")
    hold(told, "2021-02-10", host="alby")
    told.ledger.close_year("net", year=2021, on="2022-01-20")
    return told, told.size


def test_what_is_told_of_the_closed_year_afterwards_is_listed() -> None:
    told, closing = closed()
    told.ledger.submit_minutes("net/2021-02-10", on="2021-12-31")
    told.ledger.submit_report("net/a", report="partial", on="2022-01-01")
    row = AfterClose("net", 2021, closing, closing + 1, "MinutesSubmitted", "net/2021-02-10", when("2021-12-31"),
                     utc("2022-06-01T12:00:00+00:00"), None, "system:test")  # fmt: skip
    assert after_close(view(told, "2022-06-01")) == (row,)
    assert after_close(view(told, "2022-06-01"), year=2021) == (row,)
    assert after_close(view(told, "2022-06-01"), year=2022) == ()
    assert after_close(view(told, "2022-01-20")) == (row,)
    assert after_close(view(told, "2022-01-19")) == (), "the year was not closed yet"
    assert after_close(view(told, "2022-06-01", known_at=closing)) == ()


def test_corrections_of_the_closed_year_are_listed_whichever_way_they_move_it() -> None:
    told, closing = closed()
    told.ledger.submit_report("net/a", report="partial", on="2022-01-05")
    report = told.size
    told.ledger.correct_fact(f"#{report}", changes={"effective_on": "2021-12-30"}, reason="The stamp says so.")
    held = next(p for p, (e, _at) in told.facts()["net"].recorded.items() if e.event_name == "MeetingHeld")
    told.ledger.correct_fact(f"#{held}", changes={"effective_on": "2021-02-11"}, reason="A slip.")
    told.ledger.retract_fact(f"#{told.size}", reason="It was right.")
    found = [(row.event, row.position, row.corrects) for row in after_close(view(told, "2022-06-01"))]
    assert found == [
        ("FactCorrected", report + 1, report),
        ("FactCorrected", report + 2, held),
        ("FactRetracted", report + 3, held),
    ]
    assert closing < report


def test_a_correction_within_the_next_year_is_none_of_the_closed_one() -> None:
    told, _closing = closed()
    told.ledger.submit_report("net/a", report="partial", on="2022-01-05")
    told.ledger.correct_fact(f"#{told.size}", changes={"effective_on": "2022-01-06"}, reason="A slip.")
    assert after_close(view(told, "2022-06-01")) == ()
