"""What is doubtful in a mandate: each finding, and what next to it is none."""

from pathlib import Path

import pytest

from governance import Finding, check_mandate
from governance.mandate.holes import HOLES, holes
from governance.mandate.reading import read_mandate
from tests.kit.checked import checked, findings

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
EVERY_PART = ROOT / "tests" / "kit" / "every-part.toml"
D = "clause[D1].duty[1]."
HELD = "meeting: evidence = 'meeting_held'\n"
NEXT = "meeting: evidence = 'next_meeting_held'\n"
REVIEW = "meeting: evidence = 'review'\n"
ENDS = ("2021-01-01 }", "2021-01-01, to = 2021-06-30 }")

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
]

FULFILMENT: list[Case] = [
    (
        ("event: event = 'review'\nevidence = 'review'",),
        "evidence: it is fulfilled by the very event that calls for it",
        ("event: event = 'review'\nevidence = 'summary_sent'",),
    ),
    (
        ("event: event = 'role_ended'\nroles = ['chair']\nevidence = 'role_assigned'",),
        "evidence: nothing can fulfil it: this term of office began before it ended",
        ("event: event = 'role_assigned'\nroles = ['chair']\nevidence = 'role_ended'",),
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
        (f"event: event = 'review'\nevidence = 'summary_sent'\ndue = {{ {BEFORE}, days = 1 }}",),
        "due: it is due before anything calls for it",
        (
            f"event: event = 'role_assigned'\nroles = ['chair']\nevidence = 'review'\ndue = {{ {BEFORE}, days = 1 }}",
            f"year: evidence = 'work_plan_adopted'\ndue = {{ {BEFORE}, days = 30 }}",
        ),
    ),
    (
        (REVIEW + "if = { recorded = ['minutes_drafted'], not_recorded = ['minutes_drafted'] }",),
        "if.not_recorded: 'minutes_drafted' cannot be recorded and not recorded at once",
        (REVIEW + "if = { recorded = ['minutes_drafted'], not_recorded = ['minutes_approved'] }",),
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

MONTHLY = "period: every = 'month'\nmeasure = { of = 'meetings', at_least = 1 }"
FOUR = "quota: at_least = 4\nkinds = "
QUOTAS: list[Case] = [
    (
        ("period: every = 'month'\nmeasure = { of = 'meetings', at_least = 29 }",),
        "measure.at_least: more meetings are asked for than the shortest such period has days, 28",
        ("period: every = 'month'\nmeasure = { of = 'meetings', at_least = 28 }", "quota: at_least = 365"),
    ),
    (
        ("quota: at_least = 28", NEXT + f"not_before = {{ {AFTER}, weeks = 2 }}"),
        "at_least: with 14 days between meetings there can be 27 in the period, and not more",
        ("quota: at_least = 27", NEXT + f"not_before = {{ {AFTER}, weeks = 2 }}"),
    ),
    (
        ("period: measure = { of = 'meetings', at_most = 2 }", NEXT + f"due = {{ {AFTER}, months = 3 }}"),
        "measure.at_most: with 93 days between meetings at the most there must be 3 in the period",
        ("period: measure = { of = 'meetings', at_most = 3 }", NEXT + f"due = {{ {AFTER}, months = 3 }}"),
    ),
    (
        ("period: measure = { of = 'meetings', at_most = 11 }", MONTHLY),
        "measure.at_most: no more than 11 in a year are allowed, and D2 asks for 12",
        ("period: measure = { of = 'meetings', at_most = 12 }", MONTHLY),
    ),
    (
        ("period: measure = { of = 'meetings', at_most = 3, kinds = ['m', 'k'] }", FOUR + "['m']"),
        "measure.at_most: no more than 3 in a year are allowed, and D2 asks for 4",
        ("period: measure = { of = 'meetings', at_most = 3, kinds = ['m'] }", FOUR + "['m', 'k']"),
    ),
    (
        ("kept: measure = { of = 'members', at_most = 4 }", "kept: measure = { of = 'members', at_least = 5 }"),
        "measure.at_most: no more than 4 are allowed, and D2 asks for 5",
        ("kept: measure = { of = 'members', at_most = 5 }", "kept: measure = { of = 'members', at_least = 5 }"),
    ),
    (
        ("kept: measure = { of = 'holders', role = 'board', at_most = 4 }",
         "kept: measure = { of = 'holders', role = 'board', at_least = 5, side = 'left' }"),
        "measure.at_most: no more than 4 are allowed, and D2 asks for 5",
        ("kept: measure = { of = 'holders', role = 'board', at_most = 4, side = 'right' }",
         "kept: measure = { of = 'holders', role = 'board', at_least = 5, side = 'left' }"),
    ),
]  # fmt: skip

SHARE = "part = '2/3'"
QUORUMS: list[Case] = [
    (
        ("meeting: measure = { of = 'present', at_least = 4 }",),
        "measure.at_least: 4 are to be present, and there can be 3 at the most (3 or fewer)",
        (
            "meeting: measure = { of = 'present', at_least = 3 }",
            "meeting: measure = { of = 'present', at_least = 4, among = ['board'] }",
        ),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = 6 }", "kept: measure = { of = 'members', at_most = 5 }"),
        "measure.at_least: 6 are to be present, and there can be 5 at the most",
        ("meeting: measure = { of = 'present', at_least = 5 }", "kept: measure = { of = 'members', at_most = 5 }"),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = 3, among = ['chair', 'deputy'] }",),
        "measure.at_least: 3 are to be present, and there can be 2 at the most",
        ("meeting: measure = { of = 'present', at_least = 2, among = ['chair', 'deputy'] }",),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = 2, among = ['chair', 'board'], each = true }",),
        "measure.at_least: 2 are to be present, and there can be 1 at the most",
        ("meeting: measure = { of = 'present', at_least = 2, among = ['left', 'right'], each = true }",),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = { part = '1/1', plus = 1 } }",),
        "measure.at_least: 4 are to be present, and there can be 3 at the most",
        (f"meeting: measure = {{ of = 'present', at_least = {{ {SHARE}, plus = 1 }} }}",),
    ),
    (
        ("meeting: measure = { of = 'present', among = ['board'], at_least = { part = '3/2' } }",),
        "measure.at_least: more than all can never be present",
        ("meeting: measure = { of = 'present', among = ['board'], at_least = { part = '1/1' } }",),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = { part = '1/2', at_least = 4 } }",),
        "measure.at_least: 4 are to be present, and there can be 3 at the most",
        ("meeting: measure = { of = 'present', at_least = { part = '1/1', plus = 5, at_most = 3 } }",),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = 0, among = ['left', 'nobody'] }",),
        "measure.among[2]: nobody is on the side 'nobody'",
        ("meeting: measure = { of = 'present', at_least = 0, among = ['left', 'right'] }",),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = 1, among = ['board'], not_counting = ['board'] }",),
        "measure.not_counting: nobody is counted",
        ("meeting: measure = { of = 'present', at_least = 1, among = ['board'], not_counting = ['chair'] }",),
    ),
]

ASAP = "due = { rule = 'asap' }"
SENT = "meeting: evidence = 'minutes_submitted'\n"
CONTRADICTIONS: list[Case] = [
    (
        (SENT + f"due = {{ {AFTER}, days = 7 }}", SENT + f"kinds = ['m']\ndue = {{ {AFTER}, days = 14 }}"),
        "due: D1 asks for the same on the same occasion, and it is due at another time",
        (
            SENT + f"due = {{ {AFTER}, days = 7 }}\nkinds = ['k']",
            SENT + f"due = {{ {AFTER}, days = 14 }}\nkinds = ['m']",
            "meeting: evidence = 'minutes_drafted'\n" + f"due = {{ {AFTER}, days = 5 }}",
        ),
    ),
    (
        (SENT + f"due = {{ {AFTER}, days = 7 }}", SENT + f"counterparty = ['p']\ndue = {{ {AFTER}, days = 14 }}"),
        "due: D1 asks for the same on the same occasion",
        (
            SENT + f"counterparty = ['registry']\ndue = {{ {AFTER}, days = 7 }}",
            SENT + f"counterparty = ['p']\ndue = {{ {AFTER}, days = 14 }}",
        ),
    ),
    (
        (f"year: evidence = 'review'\ndue = {{ {AFTER}, days = 7 }}", "period: evidence = 'review'\n" + ASAP),
        "due: D1 asks for the same on the same occasion",
        (
            f"year: evidence = 'review'\ndue = {{ {AFTER}, days = 7 }}",
            f"period: every = 'month'\nevidence = 'review'\ndue = {{ {AFTER}, days = 5 }}",
        ),
    ),
    (
        (SENT + f"due = {{ {AFTER}, days = 7 }}", SENT + f"due = {{ {AFTER}, days = 14 }}"),
        "due: D1 asks for the same on the same occasion",
        (
            SENT + f"due = {{ {AFTER}, days = 7 }}\nduring_first = {{ months = 12 }}",
            SENT + f"due = {{ {AFTER}, days = 14 }}\nafter_first = {{ months = 12 }}",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("doubtful", "said", "sound"), ROLES + FULFILMENT + DEADLINES + QUOTAS + QUORUMS + CONTRADICTIONS
)
def test_a_finding_and_what_next_to_it_is_none(doubtful: tuple[str, ...], said: str, sound: tuple[str, ...]) -> None:
    found = [text.partition(".duty[1].")[2] for text in findings(*doubtful)]
    assert [text[: len(said)] for text in found] == [said]
    beside = [text for text in findings(*sound) if "asks for the same" not in text or "asks for the same" in said]
    assert beside == []


def test_a_role_is_not_separate_from_one_that_is_derived_from_it() -> None:
    duty = "assigned: measure = { of = 'separate', roles = ['host'] }"
    assert findings(duty) == []
    (found,) = findings(duty, replaced=('"meeting.host"', '"chair"'))
    assert found.startswith(f"{D}measure.roles: nobody can be appointed 'chair'")


def test_days_outside_a_mandate_that_ends() -> None:
    day = HELD + "due = { rule = 'on', date = '2021-07' }"
    assert findings(day) == []
    assert findings(day, replaced=ENDS) == [
        f"{D}due.date: 2021-07 lies after the last day of the mandate (2021-06-30 or earlier)"
    ]
    assert findings(HELD + "due = { rule = 'on', date = '2021' }", replaced=ENDS) == []
    from_the_end = HELD + "due = { rule = 'after', days = 1, from = 'mandate_end' }"
    assert findings(from_the_end, replaced=ENDS) == []
    months = "period: months = [7, 12]\nevidence = 'review'"
    assert findings(months) == []
    assert findings(months, replaced=ENDS)[0].startswith(f"{D}months: none of these months lies within the mandate")
    assert findings("period: months = [6, 7]\nevidence = 'review'", replaced=ENDS) == []


def test_a_report_that_is_due_before_the_mandate_begins() -> None:
    duty = "pattern = 'report'\nholder = 'network'"

    def given(due: str) -> str:
        return (
            f"assignment = [{{ key = 'x', clause = 'D1', title = 'X', report = [{{ key = 'final', due = '{due}' }}] }}]"
        )

    assert findings(duty, head=given("2021-01")) == []
    (found,) = findings(duty, head=given("2020-12"))
    assert found.startswith("assignment[x].report[final].due: 2020-12 lies before the first day of the mandate")


def test_a_quorum_of_nobody() -> None:
    text = """governance = 1
version = "1"
title = "T"
in_force = { from = 2021-01-01 }
network = { key = "n", name = "N", time_zone = "UTC" }
principal = { key = "p", name = "P" }
[[clause]]
id = "D1"
text = "T"
[[clause.duty]]
pattern = "each_meeting"
holder = "network"
measure = { of = "present", at_least = 1 }
"""
    (found,) = check_mandate(text).findings
    assert (found.line, found.finding) == (13, "all members are counted, and the file names none")
    assert not check_mandate(text + '[[member]]\nkey = "a"\nname = "A"\n').findings


def assumed(clause: str, due: str) -> str:
    return f"assumption = [{{ id = 'x', clause = '{clause}', text = 'X', due = {due} }}]"


def test_an_assumption_beside_what_the_clause_says() -> None:
    more = "\n[[clause.duty]]\npattern = 'each_meeting'\nholder = 'chair'\nevidence = 'minutes_drafted'\n"
    week, month = (f"{{ rule = 'after', days = {n} }}" for n in (7, 30))
    assert findings(SENT + more, head=assumed("D1", week)) == []
    (other,) = findings(SENT + more + f"due = {month}", head=assumed("D1", week))
    assert other.startswith(
        "assumption[x].clause: the clause says itself when 'D1.2' is due; the assumption fills only"
    )
    (same,) = findings(SENT + more + f"due = {week}", head=assumed("D1", week))
    assert same.startswith("assumption[x].due: it assumes what the clause says itself, of 'D1.2'")


def test_an_assumption_of_what_is_never_judged_and_one_without_a_date() -> None:
    more = "\n[[clause.duty]]\npattern = 'unmeasured'\nholder = 'chair'\n"
    (never,) = findings(SENT + more, head=assumed("D1", "{ rule = 'after', days = 7 }"))
    assert never.startswith("assumption[x].clause: a part of the clause, 'D1.2', is never judged")
    (no_date,) = findings(SENT, head=assumed("D1", "{ rule = 'asap' }"))
    assert no_date.startswith("assumption[x].due: it assumes no date")


def unused(*duties: str, head: str = "") -> list[str]:
    return [finding.key for finding in checked(*duties, head=head).findings if "no duty" in finding.finding]


def test_what_no_duty_speaks_of() -> None:
    assert unused("quota: at_least = 1\nkinds = ['m']") == [
        "role[board]", "role[host]", "side[left]", "side[right]", "side[nobody]", "meeting_kind[k]", "act[review]",
    ]  # fmt: skip
    assert unused("meeting: measure = { of = 'rotation', among = 'sides' }") == [
        "role[board]",
        "role[host]",
        "act[review]",
    ]
    assert "role[board]" not in unused("quota: at_least = 1\nwaived_by = ['board']")
    assert "act[review]" not in unused(REVIEW)
    assert "act[review]" not in unused("event: event = 'review'\nevidence = 'summary_sent'")
    assert "meeting_kind[k]" not in unused("quota: at_least = 1\nkinds = ['m']\nunclear_kinds = ['k']")
    assert "meeting_kind[k]" not in unused("quota: at_least = 1")
    assert "side[left]" not in unused("meeting: measure = { of = 'present', among = ['left'], at_least = 1 }")
    office = "organisation = [{ key = 'office', name = 'O' }]"
    assert "organisation[office]" in unused(REVIEW, head=office)
    assert "organisation[office]" not in unused(REVIEW + "counterparty = ['office']", head=office)


def test_a_goal_that_no_assignment_serves_where_there_are_assignments() -> None:
    goals = "goal = [{ id = '1', text = 'G' }, { id = '2', text = 'G' }]\n"
    duty = "pattern = 'report'\nholder = 'network'"
    task = "assignment = [{ key = 'x', clause = 'D1', title = 'X', goals = ['1'], report = [{ key = 'final' }] }]"
    assert findings(duty, head=goals) == []
    assert findings(duty, head=goals + task) == [
        "goal[2]: no assignment serves the goal '2' (name it in the goals of an assignment)"
    ]


@pytest.mark.parametrize("path", [*EXAMPLES, EVERY_PART], ids=lambda path: path.stem)
def test_the_examples_are_beyond_doubt(path: Path) -> None:
    found = check_mandate(path.read_text("utf-8"), path.name)
    assert (found.problems, found.findings) == ((), ())


def test_a_finding_has_its_place_and_the_duty_that_it_is_about() -> None:
    (found,) = [f for f in checked(HELD, NEXT + "counterparty = ['chair']").findings if f.clause]
    assert found == Finding(
        file="m.toml",
        line=37,
        key="clause[D2].duty[1].counterparty",
        clause="D2",
        finding="'chair' owes it to itself",
        advice="name to whom it is owed, or leave it out",
    )
    assert str(found) == (
        "m.toml:37: clause[D2].duty[1].counterparty: 'chair' owes it to itself"
        " (name to whom it is owed, or leave it out)"
    )


def test_findings_are_in_the_order_of_the_lines_and_only_of_files_without_faults() -> None:
    found = checked(HELD + "counterparty = ['chair']")
    assert found.mandate
    assert [f.line for f in found.findings] == sorted(f.line for f in found.findings)
    broken = checked(HELD + "counterparty = ['chiar']")
    assert (broken.mandate, broken.findings, len(broken.problems)) == (None, (), 1)


def test_a_mandate_without_its_text_has_the_same_findings() -> None:
    text = EXAMPLES[0].read_text("utf-8").replace('goals = ["2", "3"]', 'goals = ["2"]')
    mandate = read_mandate(text)
    assert [(f.key, f.finding) for f in holes(mandate)] == [(f.key, f.finding) for f in holes(mandate, text)]
    assert [f.key for f in holes(mandate)] == ["goal[3]"]


def test_every_finding_has_a_name_of_its_own() -> None:
    assert len({look.__name__ for look in HOLES}) == len(HOLES)
