"""What can be wrong with a duty in all its parts: in which words it is said, and what next to it is right."""

import pytest

from governance.duties.reading import check_mandate
from tests.kit.checked import faults

D = "clause[D1].duty[1]."
MEASURE = "measure = { of = 'present', at_least = 1 }"
ATTENDED = "period: by_each = true\nmeasure = { of = 'attendance', at_least = { part = '2/3' } }"
HELD = "evidence = 'meeting_held'"
LIMITED = f"meeting: {HELD}\nexemption = [{{ not_owed = true, "
DRAFT = "step = [{ key = 'draft', evidence = 'minutes_drafted' }]"

RIGHT = [
    "meeting: evidence = 'meeting_held'",
    "meeting: evidence = 'review'",
    "meeting: evidence = 'next_meeting_held'",
    f"meeting: {MEASURE}",
    f"meeting: {DRAFT}",
    "period: evidence = 'work_plan_adopted'",
    "period: evidence = 'minutes_submitted'\nkinds = ['m']",
    "period: step = [{ key = 's', evidence = 'minutes_published' }]\nkinds = ['m']",
    "period: evidence = 'review'\nif = { recorded = ['meeting_held'] }\nkinds = ['m']",
    "period: evidence = 'role_assigned'\nroles = ['chair']",
    "period: evidence = 'review'\nor_evidence = ['role_ended']\nroles = ['chair']",
    "period: evidence = 'summary_sent'\nor_evidence = ['feedback_given', 'review']",
    "item: or_evidence = ['review']",
    "event: event = 'review'\nevidence = 'decision_taken'\nkinds = ['m']",
    (
        "event: event = 'review'\nevidence = 'summary_sent'\nkinds = ['m']\n"
        "due = { rule = 'before', days = 1, from = 'next_meeting' }"
    ),
    "standing: evidence = 'minutes_published'",
    "period: measure = { of = 'meetings', at_least = 4 }",
    ATTENDED,
    ATTENDED + "\nexemption = [{ if = { role_held = 'chair' }, not_owed = true }]",
    "year: evidence = 'mandate_reviewed'",
    "event: event = 'review'\nevidence = 'summary_sent'",
    "event: event = 'established'\nevidence = 'review'",
    "item: ",
    "item: evidence = 'action_escalated'",
    "item: evidence = 'review'",
    "standing: evidence = 'register_submitted'",
    "kept: measure = { of = 'holders', role = 'board', at_least = 3, at_most = 3 }",
    "retention: evidence = ['minutes_submitted', 'review', 'register_submitted']",
    "unmeasured: evidence = 'attendance'",
    "unmeasured: evidence = 'minutes_approved'",
    "meeting: evidence = 'minutes_approved'\nsigned_by = ['chair', 'deputy']\nin_order = true\nat_least = 1",
    "meeting: evidence = 'minutes_approved'\nsigned_by = [['chair', 'deputy'], 'board']",
    "meeting: evidence = 'minutes_approved'\nsigned_by = [['chair', 'deputy'], ['chair', 'deputy']]\nin_order = true",
    "meeting: evidence = 'minutes_submitted'\nby_each = true\nto_each = true",
    "meeting: evidence = 'review'\nby_each = true\nsigned_by = ['chair']",
    f"meeting: {HELD}\nby_each = false",
    f"meeting: {HELD}\nif = {{ kinds = ['m'] }}",
    "event: event = 'decision_taken'\nevidence = 'review'\nif = { kinds = ['m'] }",
    "item: evidence = 'review'\nif = { recorded = ['review'], with_reason = true }",
    f"meeting: {HELD}\nif = {{ members_at_least = 3, members_at_most = 3 }}",
    f"meeting: {HELD}\n[[clause.duty.exemption]]\nif = {{ role_held = 'chair' }}\nnot_owed = true",
    f"meeting: {HELD}\n[[clause.duty.exemption]]\nif = {{ role_held = 'chair' }}\ndue = {{ rule = 'asap' }}",
    "meeting: measure = { of = 'present', among = ['board', 'left'], each = true, at_least = { part = '1/2' } }",
    "meeting: measure = { of = 'present', at_least = { part = '1/2', at_least = 3, at_most = 3 } }",
    "meeting: measure = { of = 'rotation', among = 'sides' }",
    "assigned: measure = { of = 'terms', years = 6 }",
    "assigned: measure = { of = 'eligible', sides = ['left'] }",
    "event: event = 'role_ended'\nroles = ['chair']\nevidence = 'summary_sent'",
    "event: event = 'meetings_missed'\nevidence = 'review'",
    (
        "event: event = 'meetings_missed'\nin_a_row = 2\nwithout_apology = true\nkinds = ['m']\nroles = ['board']\n"
        "evidence = 'review'"
    ),
    "event: event = 'review'\nevidence = 'review'\nwithout_apology = false",
]


@pytest.mark.parametrize("duty", RIGHT)
def test_what_is_right_is_not_complained_of(duty: str) -> None:
    assert faults(duty) == []


WRONG = [
    # evidence, and what else shows that it was done
    ("meeting: ", "evidence: is missing: nothing says what shows that it was done (allowed: exactly one of evidence,"),
    ("meeting: step = []", "evidence: is missing: nothing says what shows"),
    ("year: ", "evidence: is missing: nothing says what shows that it was done (allowed: exactly one of evidence, ste"),
    (f"meeting: {HELD}\n{MEASURE}", "measure: stands beside evidence, and only one can show that it was done"),
    (f"meeting: {HELD}\n{DRAFT}", "step: stands beside evidence, and only one can show"),
    (f"meeting: {MEASURE}\n{DRAFT}", "step: stands beside measure, and only one can show"),
    (f"meeting: {DRAFT}\ndue = {{ rule = 'asap' }}", "due: the duty has steps, and each of them says this for itself"),
    (f"meeting: {DRAFT}\nsigned_by = ['chair']", "signed_by: the duty has steps, and each of them"),
    (f"meeting: {MEASURE}\nat_least = 2", "at_least: this speaks of evidence, and the duty is measured"),
    ("meeting: evidence = 'minutes_draftd'", "evidence: 'minutes_draftd' is no kind of evidence, and no act of this"),
    ("meeting: evidence = 'reviw'", "evidence: 'reviw' is no kind of evidence, and no act of this file; did you mean"),
    ("meeting: evidence = 'work_plan_adopted'", "evidence: 'work_plan_adopted' cannot be recorded on this occasion (a"),
    ("year: evidence = 'meeting_led'", "evidence: 'meeting_led' cannot be recorded on this occasion"),
    ("standing: evidence = 'none'", "evidence: 'none' cannot be recorded on this occasion"),
    ("retention: evidence = ['next_meeting_held']", "evidence[1]: 'next_meeting_held' cannot be recorded on this occa"),
    ("retention: evidence = ['review', 'review']", "evidence[2]: 'review' stands here for the second time"),
    ("meeting: step = [{ key = 's', evidence = 'summary_sent' }]", "step[s].evidence: 'summary_sent' cannot be record"),
    ("meeting: step = [{ key = 's', evidence = 'review' },\n{ key = 's', evidence = 'review' }]", "step[s].key: 's' s"),
    ("unmeasured: evidence = 'attendence'", "evidence: 'attendence' is no kind of evidence, and no act of this file;"),
    ("item: evidence = 'decision_taken'", "evidence: 'decision_taken' cannot be recorded on this occasion (allowed:"),
    ("meeting: evidence = 'action_escalated'", "evidence: 'action_escalated' cannot be recorded on this occasion"),
    # other evidence
    ("meeting: evidence = 'review'\nor_evidence = ['review']", "or_evidence[1]: 'review' is the evidence already (al"),
    ("item: or_evidence = ['action_escalated']", "or_evidence[1]: 'action_escalated' is the evidence already"),
    (f"meeting: {HELD}\nor_evidence = ['review', 'review']", "or_evidence[2]: 'review' stands here for the second ti"),
    (f"meeting: {HELD}\nor_evidence = ['reviw']", "or_evidence[1]: 'reviw' is no kind of evidence, and no act of thi"),
    (f"meeting: {HELD}\nor_evidence = ['summary_sent']", "or_evidence[1]: 'summary_sent' cannot be recorded on this o"),
    (f"meeting: {MEASURE}\nor_evidence = ['review']", "or_evidence: this speaks of evidence, and the duty is measured"),
    (f"meeting: {DRAFT}\nor_evidence = ['review']", "or_evidence: the duty has steps, and each of them says this for"),
    ("meeting: or_evidence = ['review']", "evidence: is missing: nothing says what shows that it was done"),
    ("kept: measure = { of = 'members', at_least = 3 }\nor_evidence = ['review']", "or_evidence: is no key that is k"),
    ("year: evidence = 'review'\nor_evidence = ['summary_sent']\nby_each = true", "by_each: 'summary_sent' is record"),
    # kinds of meeting and roles of evidence
    ("period: evidence = 'review'\nkinds = ['m']", "kinds: the evidence is of no meeting, so there are no kinds to ch"),
    ("period: evidence = 'minutes_published'\nkinds = ['x']", "kinds[1]: nothing here has the name 'x'"),
    ("period: measure = { of = 'meetings', at_least = 1 }\nkinds = ['m']", "kinds: what is measured names its kinds i"),
    ("event: event = 'decision_taken'\nevidence = 'review'\nkinds = ['m']", "kinds: the evidence is of no meeting, so"),
    ("period: evidence = 'review'\nroles = ['chair']", "roles: the evidence is not about a role (allowed: evidence ="),
    ("period: evidence = 'role_ended'\nroles = ['x']", "roles[1]: nothing here has the name 'x'"),
    # events
    ("event: event = 'establishd'\nevidence = 'review'", "event: 'establishd' is no event, and no act of this file; d"),
    ("event: event = 'meeting_held'\nevidence = 'review'", "event: 'meeting_held' is no event, and no act of this fil"),
    ("event: event = 'established'\nroles = ['chair']\nevidence = 'review'", "roles: the event 'established' is not a"),
    ("event: event = 'review'\nroles = ['chair']\nevidence = 'review'", "roles: the event 'review' is not about a ro"),
    ("event: event = 'meetings_missed'\nin_a_row = 1\nevidence = 'review'", "in_a_row: 1 is too small (allowed: a wh"),
    ("event: event = 'member_left'\nin_a_row = 3\nevidence = 'review'", "in_a_row: this speaks of meetings that some"),
    ("event: event = 'review'\nwithout_apology = true\nevidence = 'review'", "without_apology: this speaks of meet"),
    ("meeting: evidence = 'review'\nin_a_row = 3", "in_a_row: is no key that is known here"),
    ("event: event = 'meeting_missed'\nevidence = 'review'", "event: 'meeting_missed' is no event, and no act of this"),
    ("event: event = 'role_assigned'\nroles = ['chiar']\nevidence = 'review'", "roles[1]: nothing here has the name '"),
    # by whom
    (f"meeting: {HELD}\nby_each = true", "by_each: 'meeting_held' is recorded without saying by whom, so it cannot be"),
    (f"meeting: {HELD}\nsigned_by = ['chair']", "signed_by: 'meeting_held' is recorded without saying by whom, so nob"),
    ("meeting: evidence = 'meeting_led'\nby_each = true", "by_each: 'meeting_led' is recorded without saying by whom"),
    ("event: event = 'established'\nevidence = 'role_assigned'\nsigned_by = ['chair']", "signed_by: 'role_assigned'"),
    ("meeting: step = [{ key = 's', evidence = 'decision_taken', signed_by = ['chair'] }]", "step[s].signed_by: 'deci"),
    ("meeting: evidence = 'review'\nsigned_by = [['chair']]", "signed_by[1]: a list in this list names roles of which"),
    ("meeting: evidence = 'review'\nsigned_by = [[], 'chair']", "signed_by[1]: is empty"),
    ("meeting: evidence = 'review'\nsigned_by = [['chair', 'chair']]", "signed_by[1][2]: 'chair' stands here for "),
    ("meeting: evidence = 'review'\nsigned_by = [['chair', 'chiar']]", "signed_by[1][2]: nothing here has the name"),
    ("meeting: evidence = 'review'\nsigned_by = ['Chair']", "signed_by[1]: 'Chair' is not written as it must be"),
    ("meeting: evidence = 'review'\nsigned_by = [['Chair', 'board']]", "signed_by[1][1]: 'Chair' is not written as"),
    ("meeting: evidence = 'review'\nsigned_by = [3]", "signed_by[1]: 3 is not what must stand here (allowed: the key "),
    ("meeting: evidence = 'review'\nsigned_by = 'chair'", "signed_by: 'chair' is not what must stand here (allowed: a"),
    ("meeting: step = [{ key = 's', evidence = 'review', signed_by = [['chair']] }]", "step[s].signed_by[1]: a list i"),
    ("year: evidence = 'work_plan_adopted'\nby_each = true", "by_each: 'work_plan_adopted' is recorded without saying"),
    # conditions and exemptions
    (f"meeting: {HELD}\nif = {{}}", "if: is empty: it says no condition"),
    (f"meeting: {HELD}\nif = {{ with_reason = true }}", "if.with_reason: a reason for what? (allowed: recorded"),
    (f"meeting: {HELD}\nif = {{ recorded = ['summary_sent'] }}", "if.recorded[1]: 'summary_sent' cannot be recorded o"),
    (f"meeting: {HELD}\nif = {{ not_recorded = ['x'] }}", "if.not_recorded[1]: 'x' is no kind of evidence"),
    (f"meeting: {HELD}\nif = {{ members_at_least = 4, members_at_most = 3 }}", "if.members_at_most: 3 is less than th"),
    ("event: event = 'established'\nevidence = 'review'\nif = { kinds = ['m'] }", "if.kinds: this duty is not owed"),
    ("item: if = { kinds = ['m'] }", "if.kinds: this duty is not owed for a meeting, so there is no kind to ask for"),
    ("year: evidence = 'review'\nif = { kinds = ['m'] }", "if.kinds: this duty is not owed for a meeting, so there is"),
    (f"meeting: {HELD}\nexemption = [{{ if = {{ role_held = 'chair' }} }}]", "exemption[1]: does not say what holds i"),
    (f"meeting: {HELD}\nexemption = [{{ if = {{ role_held = 'chair' }}, not_owed = true, due = {{ rule = 'asap' }} }}]",
     "exemption[1].not_owed: what is not owed has no due date (allowed: due or not_owed, not both)"),
    (f"{LIMITED}if = {{ role_held = 'chair' }}, at_the_latest = {{ rule = 'after', days = 2 }} }}]",
     "exemption[1].at_the_latest: nothing is looked for that could come too late (allowed: if = { recorded"),
    (f"{LIMITED}if = {{ recorded = ['review'] }}, at_the_latest = {{ rule = 'asap' }} }}]",
     "exemption[1].at_the_latest: this rule gives no date, so nothing would ever come too late"),
    (f"meeting: {HELD}\nwaived_at_the_latest = {{ rule = 'asap' }}", "waived_at_the_latest: this rule gives no date"),
    (f"meeting: {HELD}\nwaived_at_the_latest = {{ rule = 'after', days = 2, from = 'done.x' }}",
     "waived_at_the_latest.from: 'x' is no step of this duty"),
    # measures
    ("period: measure = { of = 'meetings' }", "measure: does not say what must hold (allowed: one of at_least, at_mos"),
    ("kept: measure = { of = 'members' }", "measure: does not say what must hold"),
    ("kept: measure = { of = 'holders', role = 'board' }", "measure: does not say what must hold"),
    ("assigned: measure = { of = 'terms' }", "measure: does not say what must hold (allowed: one of at_most, years)"),
    ("assigned: measure = { of = 'eligible' }", "measure: does not say what must hold (allowed: one of sides, members"),
    ("period: measure = { of = 'meetings', at_least = 3, at_most = 2 }", "measure.at_most: 2 is less than the least,"),
    ("meeting: measure = { of = 'present', at_least = { part = '1/2', at_least = 4, at_most = 3 } }",
     "measure.at_least.at_most: 3 is less than the least, 4 (allowed: 4 or more)"),
    ("meeting: measure = { of = 'present', at_least = 1, each = true }", "measure.each: each of which? Nothing is nam"),
    ("meeting: measure = { of = 'terms', years = 1 }", "measure.of: 'terms' is not one of the words that can stand he"),
    ("event: event = 'role_ended'\nmeasure = { of = 'terms', years = 1 }", "event: the measure 'terms' looks at who i"),
    ("period: measure = { of = 'meetings', at_least = 1, kinds = ['m'], unclear_kinds = ['m'] }",
     "measure.unclear_kinds[1]: 'm' counts for certain, by kinds"),
    ("meeting: measure = { of = 'present', at_least = 1, including = [[]] }", "measure.including[1]: is empty"),
    ("meeting: measure = { of = 'present', at_least = 1, including = [1] }", "measure.including[1]: 1 is not what mus"),
    ("meeting: measure = { of = 'present', at_least = 1, including = [['chair', 'Board']] }",
     "measure.including[1][2]: 'Board' is not written as it must be"),
    ("meeting: measure = { of = 'present', at_least = 1, including = [['chair', 'x']] }",
     "measure.including[1][2]: nothing here has the name 'x'"),
    ("meeting: measure = { of = 'present', at_least = 1, including = [['chair', 'chair']] }",
     "measure.including[1][2]: 'chair' stands here for the second time"),
    ("kept: measure = { of = 'holders', role = 'board', at_least = { part = '1/3' } }",
     "measure.at_least: a part of what? Nothing says who is counted of whom (allowed: one of among, side)"),
    ("kept: measure = { of = 'members', at_most = { part = '1/3' } }",
     "measure.at_most: a part of what? Nothing says who is counted of whom (allowed: one of side)"),
    ("kept: measure = { of = 'members', at_most = { prt = '1/3' } }", "measure.at_most.prt: is no key that is known h"),
    ("kept: measure = { of = 'members', at_most = true }", "measure.at_most: true is not what must stand here"),
    ("kept: measure = { of = 'members', side = 'left', at_most = { part = '1/2', at_least = 3, at_most = 2 } }",
     "measure.at_most.at_most: 2 is less than the least, 3"),
    ("kept: measure = { of = 'holders', role = 'board', at_least = 1, among = ['board', 'board'] }",
     "measure.among[2]: 'board' stands here for the second time"),
    ("period: every = 'week'\nyear_begins = 8\nevidence = 'review'", "year_begins: weeks are those of the calendar"),
    ("period: every = 'week'\nmonths = [3]\nevidence = 'review'", "months: weeks are those of the calendar"),
    ("period: every = 'weeks'\nevidence = 'review'", "every: 'weeks' is not one of the words that can stand here; did"),
    ("period: measure = { of = 'attendance', at_least = { part = '2/3' } }",
     "by_each: each attends by itself, so it is owed by each (allowed: by_each = true)"),
    ("pattern = 'each_period'\nholder = 'network'\nby_each = true\nmeasure = { of = 'attendance', at_least = 1 }",
     "holder: whether 'network' attends is not told: that is told of persons and of members (allowed: members, ch"),
    (ATTENDED + "\ndue = { rule = 'asap' }", "due: attendance is counted at the end of the period, so nothing is d"),
    (ATTENDED + "\nexemption = [{ if = { role_held = 'chair' }, due = { rule = 'asap' } }]",
     "exemption[1].due: attendance is counted at the end of the period"),
    ("period: measure = { of = 'attendance' }\nby_each = true", "measure.at_least: is missing"),
    ("period: measure = { of = 'atendance' }", "measure.of: 'atendance' is not one of the words that can stand here"),
    ("period: measure = { at_least = 1 }", "measure.of: is missing (allowed: attendance, meetings)"),
    ("period: by_each = true\nmeasure = { of = 'attendance', at_least = { part = '0/3' } }",
     "measure.at_least.part: '0/3' is not written as it must be"),
    ("period: by_each = true\nmeasure = { of = 'attendance', at_least = 1, kinds = ['x'] }",
     "measure.kinds[1]: nothing here has the name 'x'"),
    ("year: measure = { of = 'attendance', at_least = 1 }", "measure: is no key that is known here"),
    ("meeting: measure = { of = 'present', at_least = true }", "measure.at_least: true is not what must stand here (a"),
    ("meeting: measure = { of = 'present', at_least = { part = '1/0' } }", "measure.at_least.part: '1/0' is not writt"),
    ("meeting: measure = { of = 'present', at_least = { prt = '1/2' } }", "measure.at_least.prt: is no key that is kn"),
    ("kept: measure = { of = 'holder', role = 'board' }", "measure.of: 'holder' is not one of the words that can stan"),
]  # fmt: skip


@pytest.mark.parametrize(("duty", "said"), WRONG)
def test_what_is_wrong_is_told_in_words(duty: str, said: str) -> None:
    found = faults(duty)
    assert [text[: len(said)] for text in (fault.removeprefix(D) for fault in found) if text.startswith(said)] == [
        said
    ], found


NAMES = [
    # a list or key of a duty, what of names stands in it, and what of them it does not take
    ("holder = {!r}", "chair", "left"),
    ("counterparty = [{!r}]", "registry", "left"),
    ("waived_by = [{!r}]", "p", "m"),
    ("signed_by = [{!r}]", "deputy", "p"),
    ("deputies = [{!r}]", "deputy", "a"),
    ("kinds = [{!r}]", "m", "chair"),
    ("if = {{ kinds = [{!r}] }}", "m", "x"),
    ("if = {{ role_held = {!r} }}", "board", "a"),
    ("if = {{ role_vacant = {!r} }}", "board", "left"),
    ("exemption = [{{ if = {{ role_held = {!r} }}, not_owed = true }}]", "board", "a"),
    ("exemption = [{{ if = {{ kinds = [{!r}] }}, not_owed = true }}]", "k", "x"),
]
MEASURES = [
    ("meeting: measure = {{ of = 'present', at_least = 1, among = [{!r}] }}", "left", "a"),
    ("meeting: measure = {{ of = 'present', at_least = 1, among = [{!r}] }}", "board", "p"),
    ("meeting: measure = {{ of = 'present', at_least = 1, including = [{!r}] }}", "board", "left"),
    ("meeting: measure = {{ of = 'present', at_least = 1, not_counting = [{!r}] }}", "board", "left"),
    ("kept: measure = {{ of = 'holders', at_least = 1, role = {!r} }}", "board", "left"),
    ("kept: measure = {{ of = 'holders', at_least = 1, role = 'board', among = [{!r}] }}", "chair", "left"),
    ("kept: measure = {{ of = 'members', at_least = 1, side = {!r} }}", "left", "board"),
    ("assigned: measure = {{ of = 'eligible', sides = [{!r}] }}", "left", "a"),
    ("assigned: measure = {{ of = 'eligible', members = [{!r}] }}", "a", "left"),
    ("assigned: measure = {{ of = 'eligible', roles = [{!r}] }}", "board", "a"),
    ("assigned: measure = {{ of = 'separate', roles = [{!r}] }}", "board", "a"),
    ("period: measure = {{ of = 'meetings', at_least = 1, kinds = [{!r}] }}", "m", "x"),
    ("meeting: step = [{{ key = 's', evidence = 'review', holder = {!r} }}]", "members", "left"),
    ("meeting: step = [{{ key = 's', evidence = 'review', counterparty = [{!r}] }}]", "registry", "left"),
    ("meeting: step = [{{ key = 's', evidence = 'review', signed_by = [{!r}] }}]", "chair", "p"),
]
HEADINGS = {
    "a": "[[member]]", "board": "[[role]]", "chair": "[[role]]", "left": "[[side]]", "m": "[[meeting_kind]]",
    "p": "[principal]",
}  # fmt: skip
"""Of these names, under which heading they stand; the others stand nowhere."""
MEETING = "pattern = 'each_meeting'\nevidence = 'minutes_approved'\n"


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [(MEETING + ("" if "holder" in line else "holder = 'chair'\n") + line, r, w) for line, r, w in NAMES] + MEASURES,
)
def test_a_name_names_something_of_the_right_kind(line: str, right: str, wrong: str) -> None:
    assert faults(line.format(right)) == []
    said = f"nothing here has the name {wrong!r}"
    if heading := HEADINGS.get(wrong):
        said = f"{wrong!r} is the key of {heading}, which cannot stand here"
    assert [said in fault for fault in faults(line.format(wrong))] == [True]


ROLES = "chair, deputy, board, host"


def test_what_has_the_name_is_told_and_nothing_like_it_guessed() -> None:
    (named,) = faults(MEETING + "holder = 'chair'\nsigned_by = ['nobody']")
    assert named == f"{D}signed_by[1]: 'nobody' is the key of [[side]], which cannot stand here (allowed: {ROLES})"
    (guessed,) = faults(MEETING + "holder = 'chair'\nsigned_by = ['deputies']")
    assert "nothing here has the name 'deputies'; did you mean deputy?" in guessed


def test_escalation_goes_to_somebody() -> None:
    duty = "pattern = 'each_item'\nholder = 'chair'\nopen_after = 1\nevidence = 'review'\nescalates_to = "
    assert faults(duty + "'p'") == []
    assert faults(duty + "'left'")[0].startswith(
        f"{D}escalates_to: 'left' is the key of [[side]], which cannot stand here (allowed: network,"
    )


@pytest.mark.parametrize(
    ("replaced", "said"),
    [
        (('key = "right"', 'key = "left"'), "side[left].key: 'left' stands here for the second time"),
        (('key = "right"', 'key = "chair"'), "side[chair].key: 'chair' stands here for the second time"),
        (('key = "right"', 'key = "a"'), "side[a].key: 'a' stands here for the second time"),
        (('key = "right"', 'key = "members"'), "side[members].key: 'members' has a meaning of its own"),
        (('["a", "b"]', '["a", "x"]'), "side[left].members[2]: nothing here has the name 'x' (allowed: a, b, c)"),
        (('["a", "b"]', '["a", "chair"]'), "side[left].members[2]: nothing here has the name 'chair'"),
        (('["a", "b"]', '["a", "a"]'), "side[left].members[2]: 'a' stands here for the second time"),
        (('["chair", "deputy"]', '["chair", "a"]'), "side[right].roles[2]: nothing here has the name 'a'"),
        (('key = "review"', 'key = "established"'), "act[established].key: 'established' has a meaning of its own in"),
        (('key = "review"', 'key = "none"'), "act[none].key: 'none' has a meaning of its own in every mandate"),
        (('key = "k"', 'key = "m"'), "meeting_kind[m].key: 'm' stands here for the second time"),
        (('"meeting.host"', '"hots"'), "role[host].derived_from: nothing here has the name 'hots'; did you mean host?"),
        (('"meeting.host"', '"host"'), "role[host].derived_from: in the end the role is derived from itself: 'host' →"),
        (('"meeting.host"', '"meeting.guest"'), "role[host].derived_from: 'meeting.guest' is not written as it must b"),
    ],
)  # fmt: skip
def test_a_fault_in_what_the_file_names(replaced: tuple[str, str], said: str) -> None:
    assert faults("meeting: evidence = 'meeting_held'", replaced=replaced)[0].startswith(said)


@pytest.mark.parametrize("source", ["meeting.host", "meeting.leader", "chair"])
def test_a_role_may_be_derived_from_another(source: str) -> None:
    assert faults("meeting: evidence = 'meeting_held'", replaced=('"meeting.host"', f'"{source}"')) == []


def test_roles_that_derive_from_each_other_are_told_once() -> None:
    circle = "\n".join(
        f"[[role]]\nkey = '{key}'\nname = 'R'\nheld_by = 'derived'\nderived_from = '{source}'"
        for key, source in (("one", "two"), ("two", "three"), ("three", "one"), ("four", "one"))
    )
    text = f"""governance = 1
version = "1"
title = "T"
in_force = {{ from = 2021-01-01 }}
network = {{ key = "n", name = "N", time_zone = "UTC" }}
principal = {{ key = "p", name = "P" }}
{circle}
"""
    (problem,) = check_mandate(text).problems
    assert (problem.key, problem.problem) == (
        "role[one].derived_from",
        "in the end the role is derived from itself: 'one' → 'two' → 'three' → 'one'",
    )
