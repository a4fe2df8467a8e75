"""Roles that nobody can hold, duties that nothing can fulfil, dates that never come; and what next to it is sound."""

import pytest

from tests.kit.checked import findings

HELD = "meeting: evidence = 'meeting_held'\n"
REVIEW = "meeting: evidence = 'review'\n"

Case = tuple[tuple[str, ...], str, tuple[str, ...]]
"""Duties, how the finding begins, and duties like them that are none."""

ROLES: list[Case] = [
    (
        ("assigned: measure = { of = 'separate', roles = ['deputy', 'chair'] }",),
        "measure.roles: nobody can be appointed 'chair': it is to be separate from itself",
        ("assigned: measure = { of = 'separate', roles = ['deputy'] }",),
    ),
    (
        ("assigned: measure = { of = 'eligible', sides = ['nobody'] }",),
        "measure: nobody is eligible as 'chair'",
        ("assigned: measure = { of = 'eligible', sides = ['nobody', 'left'] }",),
    ),
    (
        ("assigned: measure = { of = 'eligible', roles = ['chair'] }",),
        "measure: nobody is eligible as 'chair'",
        ("assigned: measure = { of = 'eligible', roles = ['chair', 'board'] }",),
    ),
    (
        (
            "assigned: measure = { of = 'eligible', roles = ['board'] }",
            "assigned: measure = { of = 'separate', roles = ['board', 'deputy'] }",
        ),
        "measure.roles: nobody can be appointed 'chair': who holds a role that makes eligible must not hold it",
        (
            "assigned: measure = { of = 'eligible', roles = ['board'], members = ['a'] }",
            "assigned: measure = { of = 'separate', roles = ['board', 'deputy'] }",
        ),
    ),
    (
        ("event: event = 'role_assigned'\nroles = ['chair', 'host']\nevidence = 'review'",),
        "roles[2]: nobody is ever appointed 'host': it is derived",
        ("event: event = 'role_assigned'\nroles = ['chair']\nevidence = 'review'",),
    ),
    (
        ("event: event = 'meetings_missed'\nroles = ['chair', 'host']\nevidence = 'review'",),
        "roles[2]: nobody is ever appointed 'host': it is derived",
        ("event: event = 'meetings_missed'\nroles = ['chair']\nevidence = 'review'",),
    ),
    (
        ("kept: measure = { of = 'holders', role = 'chair', at_least = 2 }",),
        "measure.at_least: 'chair' is to have 2 holders, and can have one at a time",
        (
            "kept: measure = { of = 'holders', role = 'chair', at_least = 1 }",
            "kept: measure = { of = 'holders', role = 'board', at_least = 200 }",
        ),
    ),
    (
        ("kept: measure = { of = 'holders', role = 'host', at_least = 1 }",),
        "measure.role: outside of meetings nobody holds 'host'",
        ("kept: measure = { of = 'holders', role = 'board', at_least = 1 }",),
    ),
    (
        ("kept: measure = { of = 'holders', role = 'board', at_least = 1, side = 'nobody' }",),
        "measure.side: nobody is on the side 'nobody'",
        ("kept: measure = { of = 'holders', role = 'board', at_least = 1, side = 'left' }",),
    ),
    (
        ("pattern = 'each_year'\nholder = 'host'\nevidence = 'review'",),
        "holder: nobody is 'host' here: that is somebody only in a meeting",
        ("pattern = 'each_meeting'\nholder = 'host'\nevidence = 'review'", "year: evidence = 'review'"),
    ),
    (
        ("year: evidence = 'review'\nsigned_by = ['chair', 'host']",),
        "signed_by[2]: nobody is 'host' here",
        ("meeting: evidence = 'review'\nsigned_by = ['chair', 'host']",),
    ),
    (
        ("year: evidence = 'review'\nsigned_by = ['chair', ['board', 'host']]",),
        "signed_by[2]: nobody is 'host' here",
        ("year: evidence = 'review'\nsigned_by = ['chair', ['board', 'deputy']]",),
    ),
]

STEP_A, STEP_B = "{ key = 'a', evidence = 'minutes_drafted' }", "{ key = 'b', evidence = 'minutes_approved' }"
OTHER_TIME = "exemption = [{ if = { kinds = ['k'] }, due = { rule = 'after', days = 9 } }]"
FULFILMENT: list[Case] = [
    (
        (f"meeting: step = [{STEP_A}, {STEP_B}]\n{OTHER_TIME}",),
        "exemption[1].due: this time holds for each of the 2 steps (a duty of its own for the step that it is ",
        (
            f"meeting: step = [{STEP_A}]\n{OTHER_TIME}",
            f"meeting: step = [{STEP_A}, {STEP_B}]\nexemption = [{{ if = {{ kinds = ['k'] }}, not_owed = true }}]",
            f"meeting: evidence = 'minutes_drafted'\n{OTHER_TIME}",
        ),
    ),
    (
        ("event: event = 'role_assigned'\nroles = ['chair']\nevidence = 'role_assigned'",),
        "evidence: it is fulfilled by the very appointment that calls for it",
        (
            "event: event = 'role_assigned'\nroles = ['chair']\nevidence = 'role_ended'",
            "event: event = 'role_ended'\nroles = ['chair']\nevidence = 'role_assigned'",
            (
                "event: event = 'role_assigned'\nroles = ['chair']\nevidence = 'role_assigned'\n"
                "due = { rule = 'before', days = 14 }"
            ),
            "event: event = 'review'\nevidence = 'review'",
        ),
    ),
    (
        ("year: evidence = 'work_plan_adopted'\nto_each = true\ncounterparty = ['principal', 'network']",),
        "to_each: 'work_plan_adopted' is recorded without saying to whom",
        (
            "year: evidence = 'summary_sent'\nto_each = true\ncounterparty = ['principal', 'network']",
            "year: evidence = 'review'\nto_each = true\ncounterparty = ['principal', 'network']",
        ),
    ),
    (
        ("year: evidence = 'review'\ncounterparty = ['chair']",),
        "counterparty: 'chair' owes it to itself",
        ("year: evidence = 'review'\ncounterparty = ['chair', 'board']",),
    ),
    (
        ("meeting: evidence = 'minutes_approved'\nsigned_by = ['chair', 'board']\nat_least = 3",),
        "at_least: 3 signatures are asked for, of 2 who sign (2 or fewer)",
        (
            "meeting: evidence = 'minutes_approved'\nsigned_by = ['chair', 'board']\nat_least = 2",
            "meeting: evidence = 'minutes_approved'\nat_least = 3",
        ),
    ),
    (
        ("meeting: evidence = 'minutes_approved'\nsigned_by = ['chair']\nin_order = true",),
        "in_order: there is no order among fewer than two who sign",
        ("meeting: evidence = 'minutes_approved'\nsigned_by = ['chair', 'board']\nin_order = true",),
    ),
    (
        (HELD + "deputies = ['deputy']",),
        "deputies: deputies lead a meeting in the holder's place, and who led is not asked here",
        ("meeting: evidence = 'meeting_led'\ndeputies = ['deputy']",),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = 1 }\ndue = { rule = 'after', days = 1 }",),
        "due: what is measured is judged on its occasion",
        ("kept: measure = { of = 'members', at_least = 1 }\ndue = { rule = 'after', days = 1 }",),
    ),
    (
        ("quota: at_least = 1\nby_each = true",),
        "by_each: a duty that is not shown by evidence is owed once, not by each",
        (REVIEW + "by_each = true", "quota: at_least = 1"),
    ),
]

AFTER, BEFORE = "rule = 'after'", "rule = 'before'"
DRAFTED = "meeting: evidence = 'minutes_drafted'\n"
PLAN = "year: evidence = 'work_plan_adopted'\n"
FROM_AUGUST = "period: every = 'year'\nyear_begins = 8\nevidence = 'review'\n"
LATER = f"{{ {AFTER}, days = 30 }}"
SECOND = f"{{ key = 'b', evidence = 'review', due = {{ {AFTER}, days = 1, from = 'due.a' }} }}"
DEADLINES: list[Case] = [
    (
        (HELD + "due = { rule = 'on', date = '2020-12-31' }",),
        "due.date: 2020-12-31 lies before the first day of the mandate (2021-01-01 or later)",
        (HELD + "due = { rule = 'on', date = '2021-01-01' }", HELD + "not_before = { rule = 'on', date = '2020-12' }"),
    ),
    (
        (HELD + f"due = {{ {AFTER}, days = 1, from = 'mandate_end' }}",),
        "due.from: the mandate names no last day",
        (HELD + f"due = {{ {AFTER}, days = 1, from = 'mandate_start' }}",),
    ),
    (
        (HELD + f"due = {{ {BEFORE}, days = 1, from = 'mandate_start' }}",),
        "due.from: it is due before the mandate begins (rule = after)",
        (
            HELD + f"due = {{ {BEFORE}, days = 0, from = 'mandate_start' }}",
            HELD + f"not_before = {{ {BEFORE}, days = 1, from = 'mandate_start' }}",
        ),
    ),
    (
        (HELD + f"due = {{ {BEFORE}, days = 1, from = 'next_meeting' }}",),
        "due.from: where no meeting follows, this never falls due",
        (f"{DRAFTED}due = {{ rule = 'earliest', of = [{{ {BEFORE}, days = 1, from = 'next_meeting' }}, {LATER}] }}",),
    ),
    (
        (REVIEW + f"due = {{ {AFTER}, days = 1, from = 'due.D2' }}", HELD),
        "due.from: 'D2' has no due date, so this has none either (done.D2)",
        (
            REVIEW + f"due = {{ {AFTER}, days = 1, from = 'due.D2' }}",
            HELD + f"due = {{ {AFTER}, days = 1 }}",
            REVIEW + f"due = {{ {AFTER}, days = 1, from = 'done.D2' }}",
        ),
    ),
    (
        (f"meeting: step = [{{ key = 'a', evidence = 'minutes_drafted' }}, {SECOND}]",),
        "step[b].due.from: 'a' has no due date, so this has none either (done.a)",
        (f"meeting: step = [{{ key = 'a', evidence = 'minutes_drafted', due = {LATER} }}, {SECOND}]",),
    ),
    (
        (REVIEW + f"due = {{ rule = 'latest', of = [{{ rule = 'asap' }}, {{ {AFTER}, days = 1 }}] }}",),
        "due.of[1]: as soon as possible is no date",
        (REVIEW + "due = { rule = 'asap' }",),
    ),
    (
        (REVIEW + f"not_before = {{ {AFTER}, days = 15 }}\ndue = {{ {AFTER}, weeks = 2 }}",),
        "not_before: it is too early until after the day on which it is due",
        (
            REVIEW + f"not_before = {{ {AFTER}, days = 14 }}\ndue = {{ {AFTER}, weeks = 2 }}",
            REVIEW + f"not_before = {{ {AFTER}, days = 30 }}\ndue = {{ {AFTER}, months = 1 }}",
            REVIEW + f"not_before = {{ {AFTER}, days = 15, from = 'called' }}\ndue = {{ {AFTER}, days = 14 }}",
            REVIEW + f"not_before = {{ {BEFORE}, days = 14 }}\ndue = {{ {BEFORE}, days = 7 }}",
        ),
    ),
    (
        (REVIEW + f"not_before = {{ {BEFORE}, days = 7 }}\ndue = {{ {BEFORE}, days = 8 }}",),
        "not_before: it is too early until after the day on which it is due",
        (REVIEW + f"not_before = {{ {BEFORE}, days = 7 }}\ndue = {{ {BEFORE}, days = 7 }}",),
    ),
    (
        (f"meeting: evidence = 'agenda_sent'\ndue = {{ {AFTER}, days = 1 }}",),
        "due: 'agenda_sent' can only come before the meeting, and is due after it (rule = before)",
        (
            f"meeting: evidence = 'agenda_sent'\ndue = {{ {BEFORE}, days = 1 }}",
            f"meeting: evidence = 'agenda_sent'\ndue = {{ {AFTER}, days = 1, from = 'called' }}",
            f"meeting: evidence = 'agenda_sent'\ndue = {{ {AFTER}, days = 0 }}",
        ),
    ),
    (
        (f"meeting: evidence = 'minutes_submitted'\ndue = {{ {BEFORE}, days = 1 }}",),
        "due: 'minutes_submitted' cannot come before the meeting, and is due before it (rule = after)",
        (f"meeting: evidence = 'minutes_submitted'\ndue = {{ {AFTER}, days = 1 }}",),
    ),
    (
        (f"standing: evidence = 'summary_sent'\ndue = {{ {BEFORE}, days = 1 }}",),
        "due: it is due before anything calls for it",
        (
            f"event: event = 'role_assigned'\nroles = ['chair']\nevidence = 'review'\ndue = {{ {BEFORE}, days = 1 }}",
            f"event: event = 'review'\nevidence = 'summary_sent'\ndue = {{ {BEFORE}, days = 1 }}",
            f"{PLAN}due = {{ {BEFORE}, days = 30 }}",
        ),
    ),
    (
        (f"{FROM_AUGUST}due = {{ rule = 'in_year', month = 7 }}",),
        "due: it is due before the period begins (from = period_end)",
        (
            f"{FROM_AUGUST}due = {{ rule = 'in_year', month = 8 }}",
            f"{FROM_AUGUST}due = {{ rule = 'in_year', month = 7, years_later = 1 }}",
            f"{FROM_AUGUST}due = {{ rule = 'in_year', month = 7, from = 'period_end' }}",
            f"{PLAN}due = {{ rule = 'in_year', month = 1 }}",
        ),
    ),
    (
        (f"{FROM_AUGUST}due = {{ rule = 'nth_weekday', nth = 1, weekday = 'monday', month = 7 }}",),
        "due: it is due before the period begins (from = period_end)",
        (
            f"{FROM_AUGUST}due = {{ rule = 'nth_weekday', nth = 1, weekday = 'monday', month = 8 }}",
            f"{FROM_AUGUST}due = {{ rule = 'nth_weekday', nth = 1, weekday = 'monday' }}",
        ),
    ),
    (
        (REVIEW + "if = { recorded = ['minutes_drafted'], not_recorded = ['minutes_drafted'] }",),
        "if.not_recorded: 'minutes_drafted' cannot be recorded and not recorded at once",
        (REVIEW + "if = { recorded = ['minutes_drafted'], not_recorded = ['minutes_approved'] }",),
    ),
    (
        ("kept: measure = { of = 'members', at_least = 1 }\nif = { recorded = ['review'] }",),
        "if.recorded: nothing is recorded of a number that is kept, so this never holds",
        ("kept: measure = { of = 'members', at_least = 1 }\nif = { not_recorded = ['review'] }",),
    ),
    (
        (REVIEW + "if = { role_held = 'chair', role_vacant = 'chair' }",),
        "if.role_vacant: the role 'chair' cannot be held and vacant at once",
        (REVIEW + "if = { role_held = 'chair', role_vacant = 'deputy' }",),
    ),
    (
        (REVIEW + "kinds = ['m']\nif = { kinds = ['k'] }",),
        "if.kinds: the duty is not owed for meetings of these kinds (m)",
        (REVIEW + "kinds = ['m', 'k']\nif = { kinds = ['k'] }", REVIEW + "if = { kinds = ['k'] }"),
    ),
    (
        (REVIEW + "during_first = { months = 12 }\nafter_first = { months = 12 }",),
        "after_first: no day lies within the first time and after it",
        (REVIEW + "during_first = { months = 13 }\nafter_first = { months = 12 }",),
    ),
]


@pytest.mark.parametrize(("doubtful", "said", "sound"), ROLES + FULFILMENT + DEADLINES)
def test_a_finding_and_what_next_to_it_is_none(doubtful: tuple[str, ...], said: str, sound: tuple[str, ...]) -> None:
    found = [text.partition(".duty[1].")[2] for text in findings(*doubtful)]
    assert [text[: len(said)] for text in found] == [said]
    beside = [text for text in findings(*sound) if "asks for the same" not in text or "asks for the same" in said]
    assert beside == []
