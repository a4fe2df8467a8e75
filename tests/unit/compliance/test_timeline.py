"""How a verdict moves over the days: the boundary cases, each worked out by hand.

An obligation begins on 10 January. Where something calls for it, that is on 12 February.
"""

from datetime import date
from itertools import pairwise

import pytest

from governance.compliance.timeline import Course, Done, DueSince, Stop
from governance.compliance.values import Reason, Verdict
from governance.time import When

BEGINS = date(2021, 1, 10)
FEB12 = date(2021, 2, 12)


def day(text: str) -> date:
    return When.parse(f"2021-{text}").last


def due(*changes: tuple[str, str]) -> list[DueSince]:
    """``("01-10", "2021-05")``: since 10 January it is due in May."""
    return [DueSince(day(since), When.parse(when)) for since, when in changes]


def done(when: str, by: str | None = None) -> Done:
    """Done on a day, a month or a year; ``by`` is when it surely had been."""
    told = When.parse(when)
    return Done(told, When.parse(by).last if by else told.last, (7,))


def stop(since: str, verdict: Verdict = "waived") -> Stop:
    return Stop(day(since), verdict, Reason("stopped"), (8,))


def turns(course: Course) -> list[tuple[str, str]]:
    return [(phase.since.isoformat()[5:], phase.verdict) for phase in course.phases()]


IN_MAY = due(("01-10", "2021-05"))
ON_17 = due(("01-10", "2021-05-17"))

CASES: list[tuple[str, Course, list[tuple[str, str]]]] = [
    # no due date
    ("nothing calls for it", Course(BEGINS, None), [("01-10", "upcoming")]),
    ("called for", Course(BEGINS, FEB12), [("01-10", "upcoming"), ("02-12", "outstanding")]),
    ("called for at once", Course(BEGINS, BEGINS), [("01-10", "outstanding")]),
    ("called for before it was told", Course(BEGINS, date(2021, 1, 1)), [("01-10", "outstanding")]),
    ("done", Course(BEGINS, FEB12, done=done("2021-02-20")),
     [("01-10", "upcoming"), ("02-12", "outstanding"), ("02-20", "fulfilled")]),
    ("done years later", Course(BEGINS, FEB12, done=done("2021-12-31")),
     [("01-10", "upcoming"), ("02-12", "outstanding"), ("12-31", "fulfilled")]),
    ("done on the day", Course(BEGINS, FEB12, done=done("2021-02-12")),
     [("01-10", "upcoming"), ("02-12", "fulfilled")]),
    ("done before it was called for", Course(BEGINS, FEB12, done=done("2021-02-01")),
     [("01-10", "upcoming"), ("02-01", "fulfilled")]),
    # due in May: through its last day, in whole days
    ("due", Course(BEGINS, BEGINS, IN_MAY), [("01-10", "upcoming"), ("06-01", "overdue")]),
    ("due on a day", Course(BEGINS, BEGINS, ON_17), [("01-10", "upcoming"), ("05-18", "overdue")]),
    ("due in a year", Course(BEGINS, BEGINS, due(("01-10", "2021"))), [("01-10", "upcoming"), ("01-01", "overdue")]),
    ("due before it begins", Course(BEGINS, BEGINS, due(("01-10", "2021-01-09"))), [("01-10", "overdue")]),
    ("due on the day it begins", Course(BEGINS, BEGINS, due(("01-10", "2021-01-10"))),
     [("01-10", "upcoming"), ("01-11", "overdue")]),
    ("much too early", Course(BEGINS, BEGINS, IN_MAY, done("2021-01-10")), [("01-10", "fulfilled")]),
    ("before there was such an obligation", Course(BEGINS, BEGINS, IN_MAY, done("2020-12-24")),
     [("01-10", "fulfilled")]),
    ("in time", Course(BEGINS, BEGINS, IN_MAY, done("2021-05-03")), [("01-10", "upcoming"), ("05-03", "fulfilled")]),
    ("on the last day", Course(BEGINS, BEGINS, IN_MAY, done("2021-05-31")),
     [("01-10", "upcoming"), ("05-31", "fulfilled")]),
    ("a day late", Course(BEGINS, BEGINS, IN_MAY, done("2021-06-01")),
     [("01-10", "upcoming"), ("06-01", "fulfilled_late")]),
    ("late", Course(BEGINS, BEGINS, IN_MAY, done("2021-06-04")),
     [("01-10", "upcoming"), ("06-01", "overdue"), ("06-04", "fulfilled_late")]),
    # told roughly
    ("in May, due in May", Course(BEGINS, BEGINS, IN_MAY, done("2021-05")),
     [("01-10", "upcoming"), ("05-31", "fulfilled")]),
    ("in May, known on the 10th", Course(BEGINS, BEGINS, IN_MAY, done("2021-05", "2021-05-10")),
     [("01-10", "upcoming"), ("05-10", "fulfilled")]),
    ("in May, due on the 17th", Course(BEGINS, BEGINS, ON_17, done("2021-05")),
     [("01-10", "upcoming"), ("05-18", "overdue"), ("05-31", "undetermined")]),
    ("in May, known on the 17th, due then", Course(BEGINS, BEGINS, ON_17, done("2021-05", "2021-05-17")),
     [("01-10", "upcoming"), ("05-17", "fulfilled")]),
    ("in June, due in May", Course(BEGINS, BEGINS, IN_MAY, done("2021-06")),
     [("01-10", "upcoming"), ("06-01", "overdue"), ("06-30", "fulfilled_late")]),
    ("in 2021, due in May", Course(BEGINS, BEGINS, IN_MAY, done("2021", "2021-06-20")),
     [("01-10", "upcoming"), ("06-01", "overdue"), ("06-20", "undetermined")]),
    ("roughly, and no deadline", Course(BEGINS, FEB12, done=done("2021-03")),
     [("01-10", "upcoming"), ("02-12", "outstanding"), ("03-31", "fulfilled")]),
    # extended
    ("extended in time", Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("05-20", "2021-09"))),
     [("01-10", "upcoming"), ("05-20", "upcoming"), ("10-01", "overdue")]),
    ("extended on the last day", Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("05-31", "2021-09"))),
     [("01-10", "upcoming"), ("05-31", "upcoming"), ("10-01", "overdue")]),
    ("extended the day after", Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("06-01", "2021-09"))),
     [("01-10", "upcoming"), ("06-01", "upcoming"), ("10-01", "overdue")]),
    ("extended when overdue", Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("06-10", "2021-09"))),
     [("01-10", "upcoming"), ("06-01", "overdue"), ("06-10", "upcoming"), ("10-01", "overdue")]),
    ("extended twice", Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("05-20", "2021-06"), ("06-20", "2021-07"))),
     [("01-10", "upcoming"), ("05-20", "upcoming"), ("06-20", "upcoming"), ("08-01", "overdue")]),
    ("extended and met", Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("05-20", "2021-09")), done("2021-09-30")),
     [("01-10", "upcoming"), ("05-20", "upcoming"), ("09-30", "fulfilled")]),
    ("extended and missed", Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("05-20", "2021-09")), done("2021-10-01")),
     [("01-10", "upcoming"), ("05-20", "upcoming"), ("10-01", "fulfilled_late")]),
    ("late stays late, whatever is extended afterwards",
     Course(BEGINS, BEGINS, due(("01-10", "2021-05"), ("06-10", "2021-09")), done("2021-06-04")),
     [("01-10", "upcoming"), ("06-01", "overdue"), ("06-04", "fulfilled_late")]),
    ("a due date that came only later", Course(BEGINS, BEGINS, due(("03-01", "2021-05"))),
     [("01-10", "outstanding"), ("03-01", "upcoming"), ("06-01", "overdue")]),
    # stopped
    ("waived in time", Course(BEGINS, BEGINS, IN_MAY, stop=stop("04-01")),
     [("01-10", "upcoming"), ("04-01", "waived")]),
    ("waived when overdue", Course(BEGINS, BEGINS, IN_MAY, stop=stop("07-01")),
     [("01-10", "upcoming"), ("06-01", "overdue"), ("07-01", "waived")]),
    ("withdrawn before it began", Course(BEGINS, BEGINS, IN_MAY, stop=stop("01-05", "void")), [("01-10", "void")]),
    ("cancelled before anything called for it", Course(BEGINS, None, stop=stop("02-01", "void")),
     [("01-10", "upcoming"), ("02-01", "void")]),
    ("done, then withdrawn", Course(BEGINS, BEGINS, IN_MAY, done("2021-05-03"), stop("06-10", "void")),
     [("01-10", "upcoming"), ("05-03", "fulfilled")]),
    ("done late, then waived", Course(BEGINS, BEGINS, IN_MAY, done("2021-06-04"), stop("06-10")),
     [("01-10", "upcoming"), ("06-01", "overdue"), ("06-04", "fulfilled_late")]),
]  # fmt: skip


@pytest.mark.parametrize(("course", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_phases(course: Course, expected: list[tuple[str, str]]) -> None:
    assert turns(course) == expected


@pytest.mark.parametrize("course", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_phases_are_in_order_and_never_the_same_twice(course: Course) -> None:
    phases = course.phases()
    days = [phase.since for phase in phases]
    assert days == sorted(set(days))
    assert days[0] == course.begins
    assert all(one[1:] != other[1:] for one, other in pairwise(phases))


def test_a_due_date_on_the_last_day_of_the_calendar() -> None:
    course = Course(BEGINS, BEGINS, [DueSince(BEGINS, When.parse("9999"))])
    assert turns(course) == [("01-10", "upcoming")]


def test_what_a_phase_says() -> None:
    late = Course(BEGINS, BEGINS, IN_MAY, done("2021-06-04")).phases()
    said = [phase.reason.text.format(**phase.reason.values or {}) for phase in late]
    assert said == [
        "It is due by 2021-05-31.",
        "It was due by 2021-05-31 and is not done.",
        "Done 2021-06-04, after 2021-05-31, when it was due.",
    ]
    assert [phase.evidence for phase in late] == [(), (), (7,)]
    assert [str(phase.due) for phase in late] == ["2021-05"] * 3
    assert [phase.fulfilled_on and str(phase.fulfilled_on) for phase in late] == [None, None, "2021-06-04"]
