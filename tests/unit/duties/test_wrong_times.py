"""What can be wrong with a length of time, with the day from which a rule counts, and with the working days."""

import pytest

from tests.kit.checked import faults

D = "clause[D1].duty[1]."
HELD = "meeting: evidence = 'meeting_held'\n"
UNITS = "(allowed: exactly one of hours, days, working_days, weeks, months, years)"


@pytest.mark.parametrize(
    ("duty", "said"),
    [
        (HELD + "due = { rule = 'after' }", f"due: does not say how long {UNITS}"),
        (HELD + "due = { rule = 'before', from = 'meeting' }", f"due: does not say how long {UNITS}"),
        (HELD + "due = { rule = 'after', days = 1, hours = 24 }", "due.days: stands beside hours, and a length of tim"),
        (HELD + "not_before = { rule = 'after' }", "not_before: does not say how long"),
        (HELD + "during_first = {}", "during_first: does not say how long"),
        (HELD + "after_first = { months = 1, years = 1 }", "after_first.years: stands beside months"),
        ("retention: evidence = ['review']\nkeep = {}", "keep: does not say how long"),
        (HELD + "due = { rule = 'latest', of = [{ rule = 'after' }, { rule = 'asap' }] }", "due.of[1]: does not say h"),
        (HELD + "exemption = [{ if = { kinds = ['m'] }, due = { rule = 'before' } }]", "exemption[1].due: does not sa"),
        ("meeting: step = [{ key = 's', evidence = 'review', due = { rule = 'after' } }]", "step[s].due: does not say"),
        (
            HELD + "due = { rule = 'nth_weekday', nth = 1, weekday = 'monday', month = 1, months_later = 1 }",
            "due.months_later: stands beside month, which names the month already (allowed: month or months_later",
        ),
        (HELD + "due = { rule = 'nth_weekday', nth = 5, weekday = 'monday' }", "due.nth: 5 is not one of the words th"),
        (HELD + "due = { rule = 'on', date = 2021 }", "due.date: 2021: a date is a text"),
        (HELD + "due = { rule = 'latest', of = [{ rule = 'asap' }] }", "due.of: has too few entries; 2 are the least"),
        (HELD + "due = { rule = 'latest', of = [{ rule = 'earliest' }, { rule = 'asap' }] }", "due.of[1].rule: 'earli"),
        (HELD + "due = { rule = 'after', days = 1, if_closed = 'next' }", "due.if_closed: 'next' is not one of the wo"),
    ],
)  # fmt: skip
def test_a_rule_that_is_wrong_in_itself(duty: str, said: str) -> None:
    assert [fault[: len(D + said)] for fault in faults(duty)] == [D + said]


@pytest.mark.parametrize("unit", ["hours", "days", "working_days", "weeks", "months", "years"])
@pytest.mark.parametrize("rule", ["after", "before"])
def test_any_one_unit_is_a_length(rule: str, unit: str) -> None:
    assert faults(HELD + f"due = {{ rule = '{rule}', {unit} = 0 }}") == []


ANYWHERE = {"trigger", "established", "mandate_start", "mandate_end"}
MEETING = {"meeting", "planned", "called", "next_meeting", "previous_meeting"}
PERIOD = {"period_start", "period_end"}
AROUND = {"next_meeting", "previous_meeting"}
TERM = {"term_start", "term_end"}


@pytest.mark.parametrize(
    ("duty", "days"),
    [
        (HELD, ANYWHERE | MEETING),
        ("item: evidence = 'review'\n", ANYWHERE),
        ("period: evidence = 'review'\n", ANYWHERE | PERIOD),
        ("year: evidence = 'review'\n", ANYWHERE | PERIOD),
        ("event: event = 'established'\nevidence = 'review'\n", ANYWHERE | AROUND),
        ("event: event = 'review'\nevidence = 'summary_sent'\n", ANYWHERE | AROUND),
        ("event: event = 'role_assigned'\nevidence = 'review'\n", ANYWHERE | AROUND | TERM),
        ("event: event = 'role_ended'\nevidence = 'review'\n", ANYWHERE | AROUND),
        ("standing: evidence = 'review'\n", ANYWHERE),
        ("kept: measure = { of = 'members', at_least = 3 }\n", ANYWHERE),
    ],
)
def test_each_occasion_has_its_days(duty: str, days: set[str]) -> None:
    for day in sorted(ANYWHERE | MEETING | PERIOD | TERM):
        found = faults(duty + f"due = {{ rule = 'after', days = 1, from = '{day}' }}")
        said = [f"{D}due.from: there is no {day} on this occasion"]
        assert [fault.partition(" (")[0] for fault in found] == ([] if day in days else said)


def test_an_assumption_counts_from_the_days_of_its_clause() -> None:
    for day, right in (("meeting", True), ("period_end", False)):
        due = f"{{ rule = 'after', days = 1, from = '{day}' }}"
        assumption = f"assumption = [{{ id = 'x', clause = 'D1', text = 'X', due = {due} }}]"
        found = faults(HELD, head=assumption)
        assert [f.partition(" (")[0] for f in found] == (
            [] if right else ["assumption[x].due.from: there is no period_end on this occasion"]
        )


def step(key: str, due: str = "") -> str:
    return f"{{ key = '{key}', evidence = 'review'{due and f', due = {due}'} }}"


def after(anchor: str) -> str:
    return f"{{ rule = 'after', days = 1, from = '{anchor}' }}"


@pytest.mark.parametrize("kind", ["done", "due"])
def test_a_step_counts_from_a_step_of_its_duty(kind: str) -> None:
    def steps(name: str) -> str:
        return f"meeting: step = [{step('draft')}, {step('final', after(f'{kind}.{name}'))}]"

    assert faults(steps("draft")) == []
    place = f"{D}step[final].due.from"
    assert faults(steps("darft"))[0].startswith(
        f"{place}: 'darft' is no step of this duty, and no other duty on the same"
    )
    assert "did you mean draft?" in faults(steps("darft"))[0]
    assert faults(steps("final"))[0].startswith(f"{place}: counts in the end from itself: D1/final → D1/final")


REVIEW = "evidence = 'review'\n"
COUNTING = REVIEW + "due = { rule = 'after', days = 1, from = 'done.D2' }"


@pytest.mark.parametrize(
    ("one", "other", "right"),
    [
        ("meeting: ", "meeting: ", True),
        ("meeting: kinds = ['m']\n", "meeting: kinds = ['m', 'k']\n", True),
        ("meeting: kinds = ['m']\n", "meeting: kinds = ['k']\n", False),
        ("meeting: ", "year: ", False),
        ("year: ", "period: ", True),
        ("year: ", "period: every = 'month'\n", False),
        ("year: ", "period: year_begins = 8\n", False),
        ("period: months = [1, 7]\n", "period: months = [7, 1]\n", True),
        ("period: months = [1, 7]\n", "period: months = [1]\n", False),
        ("event: event = 'role_assigned'\n", "event: event = 'role_assigned'\nroles = ['chair']\n", True),
        ("event: event = 'role_assigned'\n", "event: event = 'role_ended'\n", False),
        ("standing: ", "standing: ", True),
        ("standing: ", "unmeasured: ", False),
    ],
)
def test_a_duty_counts_from_one_on_the_same_occasion(one: str, other: str, right: bool) -> None:
    found = faults(one + COUNTING, other + REVIEW)
    assert [fault.partition(":")[0] for fault in found] == ([] if right else [f"{D}due.from"])


def test_duties_do_not_count_in_a_circle() -> None:
    def counting(anchor: str, key: str = "due") -> str:
        return f"meeting: {REVIEW}{key} = {after(anchor)}"

    assert faults(counting("done.D2"), counting("due.D3"), HELD) == []
    found = faults(counting("done.D2"), counting("due.D3", "not_before"), counting("done.D1"))
    assert [fault.partition(": ")[2].partition(":")[0] for fault in found] == ["counts in the end from itself"]
    assert faults(counting("done.D1"))[0].startswith(f"{D}due.from: 'D1' is no step of this duty")
    rules = f"due = {{ rule = 'earliest', of = [{after('done.D2')}, {after('meeting')}] }}"
    assert len(faults(f"meeting: {REVIEW}{rules}", counting("done.D1"))) == 1


def test_what_has_steps_or_is_measured_has_no_one_day_to_count_from() -> None:
    said = f"{D}due.from: 'D2' is no step of this duty, and no other duty on the same kind of occasion"
    counting = f"meeting: {REVIEW}due = {after('done.D2')}"
    assert faults(counting, f"meeting: {REVIEW}") == []
    assert faults(counting, f"meeting: step = [{step('s')}]") == [said]
    assert faults(counting, "meeting: measure = { of = 'present', at_least = 1 }") == [said]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ('country = "SE"', None),
        ('country = "DE"', None),
        ('country = "DE"\nregion = "BY"', None),
        ('country = "GB"\nregion = "ENG"', None),
        ('closed_each_year = ["02-29", "12-31"]', None),
        ('closed = [2021-12-27]', None),
        ('weekend = ["friday", "saturday"]', None),
        ('weekend = []', None),
        ('weekend = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]', None),
        ('country = "XX"', "country: the public holidays of 'XX' are not known; name the days in closed instead"),
        ('country = "se"', "country: 'se' is not written as it must be (allowed: two capitals, such as SE)"),
        ('country = "SWE"', "country: 'SWE' is not written as it must be"),
        ('country = "SE"\nregion = "O"', "region: SE has no region 'O' with holidays of its own"),
        ('country = "DE"\nregion = "BX"', "region: DE has no region 'BX' with holidays of its own (allowed: BB, BE"),
        ('region = "BY"', "region: a region of which country? (allowed: country, in two capitals)"),
        ('closed_each_year = ["02-30"]', "closed_each_year[1]: there is no day '02-30' in any year"),
        ('closed_each_year = ["13-01"]', "closed_each_year[1]: '13-01' is not written as it must be"),
        ('weekend = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]',
         "weekend: no day of the week is left to work on (allowed: at most six days)"),
    ],
)  # fmt: skip
def test_working_days(days: str, said: str | None) -> None:
    found = faults(head="[working_days]\n" + days)
    place = f"working_days.{said}"
    assert [fault[: len(place)] for fault in found][:1] == ([] if said is None else [place])
