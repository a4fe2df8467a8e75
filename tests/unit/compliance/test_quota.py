"""At least so many meetings a year: whole years, part years, unclear kinds, meetings told roughly."""

import pytest

from tests.kit.mandates import clause, small
from tests.kit.world import World, world

M1 = "net/M1/2021"


def quota(silent: tuple[str, ...] = ("kinds", "part_years"), **more: object) -> str:
    fields: dict[str, object] = {"at_least": 2, "kinds": ("plain",), "unclear_kinds": ("other",), "silent_on": silent}
    return clause("M1", pattern="quota", holder="network", **(fields | more))


def hold(w: World, *days: str, kind: str = "plain") -> None:
    for day in days:
        w.ledger.schedule_meeting("net", planned_on=day, kind=kind, key=f"m{w.size}", on="2021-01-01")
        w.ledger.hold_meeting(f"net/m{w.size - 1}", on=day)


def year(mandate: str, today: str = "2022-03-01") -> World:
    return world(mandate, today=today, adopted="2021-01-01")


def test_met_with_the_last_meeting_that_was_missing() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12", "2021-06-11", "2021-09-17")
    assert w.turns(M1) == [
        ("2021-01-01", "upcoming"),
        ("2021-02-12", "upcoming"),
        ("2021-06-11", "fulfilled"),
    ]
    item = w.item(M1, "2021-12-31")
    assert (item.fulfilled_on, item.due, str(item.due_on)) == ("2021-06-11", "2021", "2021-12-31")
    assert item.reason == "2 of 2 meetings held."
    assert [w.ledger.entry(f"#{position}").effective_on for position in item.evidence] == ["2021-02-12", "2021-06-11"]


def test_a_year_that_ended_short_is_breached_from_new_years_day() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12")
    assert w.turns(M1) == [("2021-01-01", "upcoming"), ("2021-02-12", "upcoming"), ("2022-01-01", "breached")]
    assert w.item(M1, "2021-12-31").verdict == "upcoming"
    assert w.item(M1, "2022-01-01").reason == "The year ended with 1 of 2 meetings held."


def test_a_meeting_on_new_years_eve_counts_and_one_on_new_years_day_does_not() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12", "2021-12-31", "2022-01-01")
    assert w.turns(M1)[-1] == ("2021-12-31", "fulfilled")
    assert w.item("net/M1/2022", "2022-01-02").reason == "1 of 2 meetings held so far."


def test_a_cancelled_or_merely_planned_meeting_does_not_count() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12")
    w.ledger.schedule_meeting("net", planned_on="2021-03-01", kind="plain", on="2021-01-01")
    w.ledger.schedule_meeting("net", planned_on="2021-04-01", kind="plain", on="2021-01-01")
    w.ledger.cancel_meeting("net/2021-04-01", on="2021-03-30")
    assert w.item(M1, "2022-01-01").verdict == "breached"


def test_a_meeting_counts_for_the_year_in_which_it_was_held() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12")
    w.ledger.schedule_meeting("net", planned_on="2021-12-20", kind="plain", on="2021-01-01")
    w.ledger.hold_meeting("net/2021-12-20", on="2022-01-10")
    assert w.item(M1, "2022-01-10").verdict == "breached"


def test_kinds_of_which_the_mandate_is_silent_leave_it_undetermined() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12")
    hold(w, "2021-03-12", kind="other")
    assert w.item(M1, "2021-12-31").verdict == "upcoming"
    item = w.item(M1, "2022-01-01")
    assert item.verdict == "undetermined"
    assert item.reason == ("1 of 2 meetings held; whether 1 of other kinds count the mandate does not say.")
    assert len(item.evidence) == 2


def test_where_even_all_together_are_too_few_silence_does_not_help() -> None:
    w = year(small(quota(at_least=3)))
    hold(w, "2021-02-12")
    hold(w, "2021-03-12", kind="other")
    assert w.item(M1, "2022-01-01").verdict == "breached"


def test_enough_of_the_certain_kind_needs_no_other() -> None:
    w = year(small(quota()))
    hold(w, "2021-03-12", kind="other")
    hold(w, "2021-02-12", "2021-04-12")
    assert w.turns(M1)[-1] == ("2021-04-12", "fulfilled")


def test_without_kinds_every_meeting_counts() -> None:
    w = year(small(quota(kinds=(), unclear_kinds=())))
    hold(w, "2021-02-12")
    hold(w, "2021-03-12", kind="other")
    assert w.item(M1, "2022-01-01").verdict == "fulfilled"


@pytest.mark.parametrize(
    ("silent", "verdict"), [(("part_years",), "undetermined"), ((), "breached")], ids=["silent", "not silent"]
)
def test_a_part_of_a_year(silent: tuple[str, ...], verdict: str) -> None:
    """In force since 1 July: the mandate does not say whether half the meetings would do."""
    w = world(small(quota(silent), begins="2021-07-01"), today="2022-03-01", adopted="2021-01-01")
    hold(w, "2021-09-01")
    assert w.turns(M1) == [("2021-07-01", "upcoming"), ("2021-09-01", "upcoming"), ("2022-01-01", verdict)]


def test_a_mandate_that_ends_in_the_year() -> None:
    w = year(small(quota(), ends="2021-09-30"))
    hold(w, "2021-02-12")
    assert w.turns(M1)[1:] == [("2021-02-12", "upcoming"), ("2021-10-01", "undetermined")]
    hold(w, "2021-05-12")
    assert w.turns(M1)[-1] == ("2021-05-12", "fulfilled")


def test_a_network_that_is_dissolved_in_the_year() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12")
    w.ledger.dissolve_network("net", on="2021-06-30")
    assert w.turns(M1)[-1] == ("2021-07-01", "undetermined")
    assert not any(obligation.startswith("net/M1/2022") for obligation in w.verdicts("2022-03-01"))


def test_a_meeting_told_by_its_month_counts_from_when_it_surely_was() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12", "2021-05")
    assert w.turns(M1)[-1] == ("2021-05-31", "fulfilled")
    assert w.item(M1, "2021-06-01").fulfilled_on == "2021-05"


def test_the_years_follow_each_other() -> None:
    w = year(small(quota()))
    hold(w, "2021-02-12", "2021-03-12", "2022-02-01")
    assert w.item("net/M1/2021", "2022-03-01").verdict == "fulfilled"
    assert w.item("net/M1/2022", "2022-03-01").verdict == "upcoming"
    assert "net/M1/2023" not in w.verdicts("2022-12-31")
    assert w.verdicts("2023-01-01")["net/M1/2022"] == "breached"
    assert w.verdicts("2023-01-01")["net/M1/2023"] == "upcoming"
