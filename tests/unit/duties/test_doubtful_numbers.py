"""Numbers that cannot be reached, and duties that contradict each other; and what next to it is sound."""

import pytest

from tests.kit.checked import findings

AFTER = "rule = 'after'"
NEXT = "meeting: evidence = 'next_meeting_held'\n"
SENT = "meeting: evidence = 'minutes_submitted'\n"

Case = tuple[tuple[str, ...], str, tuple[str, ...]]
"""Duties, how the finding begins, and duties like them that are none."""

MONTHLY = "period: every = 'month'\nmeasure = { of = 'meetings', at_least = 1 }"
WEEKLY = "period: every = 'week'\nmeasure = { of = 'meetings', at_least = 1 }"
FOUR = "quota: at_least = 4\nkinds = "
QUOTAS: list[Case] = [
    (
        ("period: every = 'month'\nmeasure = { of = 'meetings', at_least = 29 }",),
        "measure.at_least: more meetings are asked for than the shortest such period has days, 28",
        ("period: every = 'month'\nmeasure = { of = 'meetings', at_least = 28 }", "quota: at_least = 365"),
    ),
    (
        ("period: every = 'third'\nmeasure = { of = 'meetings', at_least = 121 }",),
        "measure.at_least: more meetings are asked for than the shortest such period has days, 120",
        ("period: every = 'third'\nmeasure = { of = 'meetings', at_least = 120 }",),
    ),
    (
        ("period: every = 'two_months'\nmeasure = { of = 'meetings', at_least = 60 }",),
        "measure.at_least: more meetings are asked for than the shortest such period has days, 59",
        ("period: every = 'two_months'\nmeasure = { of = 'meetings', at_least = 59 }",),
    ),
    (
        ("period: every = 'week'\nmeasure = { of = 'meetings', at_least = 8 }",),
        "measure.at_least: more meetings are asked for than the shortest such period has days, 7",
        ("period: every = 'week'\nmeasure = { of = 'meetings', at_least = 7 }",),
    ),
    (
        ("period: measure = { of = 'meetings', at_most = 50 }", WEEKLY),
        "measure.at_most: no more than 50 in a year are allowed, and D2 asks for 51",
        ("period: measure = { of = 'meetings', at_most = 51 }", WEEKLY),
    ),
    (
        ("period: every = 'week'\nmeasure = { of = 'meetings', at_most = 1 }", "quota: at_least = 55"),
        "measure.at_most: no more than 54 in a year are allowed, and D2 asks for 55",
        ("period: every = 'week'\nmeasure = { of = 'meetings', at_most = 1 }", "quota: at_least = 54", WEEKLY),
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

BOARD = "kept: measure = { of = 'holders', role = 'board', among = ['board', 'chair'], "
COMPOSITION: list[Case] = [
    (
        (BOARD + "at_least = { part = '3/2' } }",),
        "measure.at_least: more than all are asked for (a part of all, less than all)",
        (BOARD + "at_least = { part = '1/1' } }",),
    ),
    (
        (BOARD + "at_least = { part = '1/1', plus = 1 } }",),
        "measure.at_least: more than all are asked for",
        (BOARD + "at_least = { part = '1/2', plus = 1 } }",),
    ),
    (
        (BOARD + "at_least = { part = '1/2' }, at_most = { part = '1/3' } }",),
        "measure.at_most: however many there are, more are asked for than are allowed",
        (BOARD + "at_least = { part = '1/3' }, at_most = { part = '1/2' } }",),
    ),
    (
        (BOARD + "at_most = 2 }", BOARD + "at_least = 3 }"),
        "measure.at_most: no more than 2 are allowed, and D2 asks for 3",
        (BOARD + "at_most = 2 }", "kept: measure = { of = 'holders', role = 'board', at_least = 3 }"),
    ),
    (
        ("kept: measure = { of = 'holders', role = 'board', among = ['host'], at_least = 1 }",),
        "measure.among[1]: outside of meetings nobody holds 'host', so their number cannot be kept",
        ("kept: measure = { of = 'holders', role = 'board', among = ['deputy'], at_least = 1 }",),
    ),
]

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
    (
        ("period: by_each = true\nmeasure = { of = 'attendance', at_least = { part = '3/2' } }",),
        "measure.at_least: more than all meetings cannot be attended",
        ("period: by_each = true\nmeasure = { of = 'attendance', at_least = { part = '1/1' } }",),
    ),
    (
        ("meeting: measure = { of = 'present', at_least = 1, including = ['board', ['chair', 'board']] }",),
        "measure.including[2]: a holder of the role 'board' is needed anyway, so the others make no difference",
        (
            "meeting: measure = { of = 'present', at_least = 1, including = ['board', ['chair', 'deputy']] }",
            "meeting: measure = { of = 'present', at_least = 1, including = [['chair', 'board'], ['chair', 'host']] }",
        ),
    ),
]

ASAP = "due = { rule = 'asap' }"
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


@pytest.mark.parametrize(("doubtful", "said", "sound"), QUOTAS + COMPOSITION + QUORUMS + CONTRADICTIONS)
def test_a_finding_and_what_next_to_it_is_none(doubtful: tuple[str, ...], said: str, sound: tuple[str, ...]) -> None:
    found = [text.partition(".duty[1].")[2] for text in findings(*doubtful)]
    assert [text[: len(said)] for text in found] == [said]
    beside = [text for text in findings(*sound) if "asks for the same" not in text or "asks for the same" in said]
    assert beside == []
