"""The demo history, judged by hand: from the lines of the file and the clauses of the mandate, day by day.

The table was written before anything was run. What stands in it follows from these facts of the file (when they
happened; in brackets when they were recorded, where that is much later):

- reports: 2021-1 partial 4 June, told as 31 May on 7 June and corrected on 6 September; final 22 October. 2021-2
  partial, due in May and on 20 May put off to September: 10 September; final 3 December. 2021-3 partial 21 June; final
  never.
- meetings: held 12 February, 19 March, 7 May (planned for the 5th), 11 June and 19 November, led by who was chair then;
  that of 17 September was cancelled on the 13th. Five of six, so the year was short.
- minutes: of February drafted on the 15th and sent in on the 19th; of March sent in 20 April, of May 12 May (recorded 2
  February 2022); of June and November nothing.
- work plan 27 January, dates 1 February, register 3 February, agreement 5 February, summary 10 December.
- feedback: the chair to the principal on 15 June, to the other recipient never; a school chief to the network on 17
  September, to the principal never.
"""

from functools import cache

import pytest

from governance.ledger.importing import ImportReport
from tests.kit.mandates import EXAMPLES
from tests.kit.world import World

DAYS = ("2021-06-01", "2021-11-01", "2022-05-02", "2022-06-30")

SHORT = {
    "-": None, "up": "upcoming", "OVER": "overdue", "done": "fulfilled", "late": "fulfilled_late",
    "out": "outstanding", "BREACH": "breached", "void": "void", "?": "undetermined",
}  # fmt: skip

KNOWN_NOW = """
                                   2021-06-01  2021-11-01  2022-05-02  2022-06-30
2021-1/partial                     OVER        late        late        late
2021-1/final                       up          done        done        done
2021-2/partial                     up          done        done        done
2021-2/final                       up          OVER        late        late
2021-3/partial                     up          done        done        done
2021-3/final                       up          up          OVER        OVER
B1/standing                        ?           ?           ?           ?
B2/standing                        ?           ?           ?           ?
B3/standing                        done        done        done        done
C1/standing                        out         done        done        done
C2/standing                        out         out         out         out
M1/2021                            up          up          BREACH      BREACH
M1/2022                            -           -           up          up
O1/2021-02-12                      done        done        done        done
O1/2021-03-19                      done        done        done        done
O1/2021-05-05                      done        done        done        done
O1/2021-06-11                      up          done        done        done
O1/2021-09-17                      up          void        void        void
O1/2021-11-19                      up          up          done        done
O2/principal                       out         done        done        done
O2/administration-representative   out         out         out         out
O3/standing                        ?           ?           ?           ?
P1/2021                            done        done        done        done
P1/2022                            -           -           out         out
P3/standing                        ?           ?           ?           ?
P4/standing                        out         out         done        done
P5/standing                        done        done        done        done
P6/standing                        done        done        done        done
S1/standing                        ?           ?           ?           ?
Se1/2021-02-12                     done        done        done        done
Se1/2021-03-19                     done        done        done        done
Se1/2021-05-05                     done        done        done        done
Se1/2021-06-11                     up          out         out         out
Se1/2021-09-17                     up          void        void        void
Se1/2021-11-19                     up          up          out         out
Se2/2021-02-12                     done        done        done        done
Se2/2021-03-19                     done        done        done        done
Se2/2021-05-05                     done        done        done        done
Se2/2021-06-11                     up          out         out         out
Se2/2021-09-17                     up          void        void        void
Se2/2021-11-19                     up          up          out         out
U0/2021                            done        done        done        done
U0/2022                            -           -           out         out
"""

KNOWN_THEN = {
    ("Se1/2021-05-05", "2021-06-01"): "out",
    ("Se1/2021-05-05", "2021-11-01"): "out",
    ("Se2/2021-05-05", "2021-06-01"): "out",
    ("Se2/2021-05-05", "2021-11-01"): "out",
}
"""Where what was known at the end of the day itself was otherwise: the minutes of May were found in 2022."""


def table() -> dict[str, dict[str, str | None]]:
    heads, *rows = (line.split() for line in KNOWN_NOW.strip().splitlines())
    assert tuple(heads) == DAYS
    return {row[0]: dict(zip(DAYS, (SHORT[word] for word in row[1:]), strict=True)) for row in rows}


@cache
def demo(mandate: str = "skaraborg-vuxenutbildning-2021.toml") -> World:
    """The whole history, recorded when its lines say; today is 1 July 2022."""
    w = World(text="2022-07-01T12:00:00+02:00")
    lines = (EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl").read_text("utf-8").splitlines()
    text = (EXAMPLES / mandate).read_text("utf-8")
    w.ledger.import_lines(lines, keep_times=True, text_of=lambda _name: text)
    return w


def test_the_whole_file_is_recorded_and_only_once() -> None:
    w = demo()
    lines = (EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl").read_text("utf-8").splitlines()
    text = (EXAMPLES / "skaraborg-vuxenutbildning-2021.toml").read_text("utf-8")
    report = w.ledger.import_lines(lines, keep_times=True, text_of=lambda _name: text)
    assert report == ImportReport(len(lines), 0, len(lines), 0, dry_run=False)
    assert str(w.ledger.entry("#1").recorded_at) == "2021-01-13 08:00:00+00:00"


@pytest.mark.parametrize("day", DAYS)
def test_what_is_known_now(day: str) -> None:
    expected = {f"vux/{about}": on[day] for about, on in table().items() if on[day]}
    assert demo().verdicts(day) == expected


@pytest.mark.parametrize("day", DAYS)
def test_what_was_known_then(day: str) -> None:
    expected = {f"vux/{about}": on[day] for about, on in table().items() if on[day]}
    expected |= {f"vux/{about}": SHORT[word] for (about, at), word in KNOWN_THEN.items() if at == day}
    assert demo().verdicts(day, known_at=day) == expected


@pytest.mark.parametrize("known_at", ["2021-06-06", "2021-06-07", "2021-09-05", "2021-09-06", None])
def test_a_report_told_wrong_and_corrected(known_at: str | None) -> None:
    """On 8 June: not known to be there, then in time by mistake, then late."""
    expected = {
        "2021-06-06": ("overdue", None, 8),
        "2021-06-07": ("fulfilled", "2021-05-31", None),
        "2021-09-05": ("fulfilled", "2021-05-31", None),
        "2021-09-06": ("fulfilled_late", "2021-06-04", 4),
        None: ("fulfilled_late", "2021-06-04", 4),
    }
    item = demo().item("vux/2021-1/partial", "2021-06-08", known_at)
    assert (item.verdict, item.fulfilled_on, item.days_overdue) == expected[known_at]


@pytest.mark.parametrize(
    ("about", "day", "due", "first", "days"),
    [
        ("2021-1/partial", "2021-06-01", "2021-05", "2021-05", 1),
        ("2021-1/partial", "2021-06-03", "2021-05", "2021-05", 3),
        ("2021-2/partial", "2021-05-19", "2021-05", "2021-05", None),
        ("2021-2/partial", "2021-05-20", "2021-09", "2021-05", None),
        ("2021-2/final", "2021-11-01", "2021-10", "2021-10", 1),
        ("2021-2/final", "2022-06-30", "2021-10", "2021-10", 33),  # from 31 October to 3 December
        ("2021-3/final", "2022-05-02", "2022-04", "2022-04", 2),
        ("2021-3/final", "2022-06-30", "2022-04", "2022-04", 61),
        ("Se2/2021-06-11", "2022-06-30", None, None, None),
    ],
)
def test_due_dates_and_how_long_past_them(
    about: str, day: str, due: str | None, first: str | None, days: int | None
) -> None:
    item = demo().item(f"vux/{about}", day)
    assert (item.due, item.due_first, item.days_overdue) == (due, first, days)


@pytest.mark.parametrize(
    ("about", "day", "holders"),
    [
        ("2021-1/partial", "2021-06-01", "Adult education"),
        ("Se2/2021-05-05", "2021-11-01", "Mariestad"),
        ("Se2/2021-11-19", "2022-05-02", "Falköping"),  # Vara until 8 November
        ("O1/2021-03-19", "2021-06-01", "Anna Lund"),
        ("O1/2021-11-19", "2022-05-02", "Eva Strand Berg"),  # by the name she has now
        ("O2/principal", "2022-05-02", "Anna Lund"),  # she gave it
        ("O2/administration-representative", "2021-08-31", "Anna Lund"),
        ("O2/administration-representative", "2021-09-01", None),  # vacant
        ("O2/administration-representative", "2021-09-30", None),
        ("O2/administration-representative", "2021-10-01", "Eva Strand Berg"),
        ("P4/standing", "2021-06-01", "Anna Lund, Björn Ek, Cecilia Holm"),
        ("P4/standing", "2021-09-15", "Björn Ek, Cecilia Holm"),
        ("P4/standing", "2022-05-02", "Björn Ek, Cecilia Holm, Eva Strand Berg"),
        ("C1/standing", "2022-05-02", "David Norén"),
    ],
)
def test_whose_it_is(about: str, day: str, holders: str | None) -> None:
    assert demo().item(f"vux/{about}", day).holder == holders


def test_the_host_as_it_was_known() -> None:
    """In October everybody expected the meeting of November, and its minutes, of Vara."""
    assert demo().item("vux/Se2/2021-11-19", "2021-11-01", "2021-11-01").holder == "Vara"


def test_what_is_overdue_and_what_falls_due() -> None:
    ledger = demo().ledger
    overdue = {day: [item.id for item in ledger.overdue(as_of=day)] for day in DAYS}
    assert overdue == {
        "2021-06-01": ["vux/2021-1/partial"],
        "2021-11-01": ["vux/2021-2/final"],
        "2022-05-02": ["vux/2021-3/final"],
        "2022-06-30": ["vux/2021-3/final"],
    }
    assert [item.id for item in ledger.due(as_of="2021-06-01", days=30)] == [
        "vux/2021-3/partial"
    ]  # 30 June is the 29th
    assert [item.id for item in ledger.due(as_of="2021-06-01", days=28)] == []
    assert [item.id for item in ledger.due(as_of="2021-06-01", days=152, known_at="2021-06-01")] == [
        "vux/2021-3/partial",
        "vux/2021-2/partial",
        "vux/2021-1/final",
        "vux/2021-2/final",
    ]


ASSUMED = {
    "2021-02-12": ("2021-02-26", {"2021-06-01": "fulfilled", "2022-05-02": "fulfilled"}),
    "2021-03-19": ("2021-04-02", {"2021-04-02": "upcoming", "2021-04-03": "overdue", "2022-05-02": "fulfilled_late"}),
    "2021-05-05": ("2021-05-21", {"2021-05-11": "upcoming", "2021-06-01": "fulfilled", "2022-05-02": "fulfilled"}),
    "2021-06-11": ("2021-06-25", {"2021-06-25": "upcoming", "2021-06-26": "overdue", "2022-05-02": "overdue"}),
    "2021-11-19": ("2021-12-03", {"2021-12-03": "upcoming", "2021-12-04": "overdue", "2022-05-02": "overdue"}),
}
"""Fourteen days from each meeting; the one of 5 May was held on the 7th."""


@pytest.mark.parametrize("meeting", ASSUMED)
def test_what_if_minutes_were_due_within_fourteen_days(meeting: str) -> None:
    w = demo("skaraborg-vuxenutbildning-2021-assumption.toml")
    due, verdicts = ASSUMED[meeting]
    assert {day: w.verdicts(day)[f"vux/Se2/{meeting}"] for day in verdicts} == verdicts
    item = w.item(f"vux/Se2/{meeting}", "2022-05-02")
    assert (item.due, item.assumptions) == (due, ("minutes-within-14-days",))


def test_the_assumption_touches_nothing_else() -> None:
    with_it, without = demo("skaraborg-vuxenutbildning-2021-assumption.toml"), demo()
    for day in DAYS:
        assert {k: v for k, v in with_it.verdicts(day).items() if "/Se2/" not in k} == {
            k: v for k, v in without.verdicts(day).items() if "/Se2/" not in k}  # fmt: skip
    assert with_it.verdicts("2022-05-02")["vux/Se2/2021-09-17"] == "void"
