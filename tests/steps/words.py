"""The words of the features, as types of step arguments: days, verdicts, members, and what is owed."""

import hashlib
import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pytest_bdd.parsers import cfparse

from governance.compliance.values import VERDICTS
from governance.duties.reading import read_mandate
from tests.kit.boards import ACTS
from tests.steps.owed import OWED_OF_A_BOARD, person_key, plain

__all__ = [
    "ASSUMING",
    "BODIES",
    "EXAMPLES",
    "MANDATE",
    "MEMBERS",
    "Asked",
    "Fact",
    "assignment_key",
    "digest",
    "member_key",
    "owed_id",
    "person_key",
    "said",
]

_T = TypeVar("_T")

EXAMPLES = Path(__file__).parents[2] / "examples"
MANDATE = (EXAMPLES / "skaraborg-vuxenutbildning-2021.toml").read_text(encoding="utf-8")
"""The mandate under test: the real one, for 2021."""
ASSUMING = (EXAMPLES / "skaraborg-vuxenutbildning-2021-assumption.toml").read_text(encoding="utf-8")
"""The same with the assumption that minutes are sent in within fourteen days."""

_DAY = r"\d{4}-\d{2}-\d{2}"
_MEETING = r"\d{4}-\d{2}(?:-\d{2})?"
"""A meeting is called by the day, or the month, for which it was first planned."""
_ASSIGNMENTS = {"language support": "2021-1", "learning centres": "2021-2", "KomX": "2021-3"}
_ROLES = {
    "chair": "chair",
    "presidium": "presidium",
    "secretary": "secretary",
    "school chief": "school-chief",
    "vice chair": "vice-chair",
    "treasurer": "treasurer",
    "adjuster": "adjuster",
    "member of the board": "board",
    "representative of the employer": "employer-representative",
    "representative of the workers": "worker-representative",
}
MEMBERS = {next(iter(m.name.values())): m.key for m in read_mandate(MANDATE).members}
BODIES = {
    "the principal": "principal",
    "the network": "network",
    "the registry": "registry",
    "the heads of administration": "administration-representative",
    "the owners": "principal",
    "the auditors": "auditors",
    "the chair": "chair",
    "the secretary": "secretary",
}

_OWED: tuple[tuple[str, Callable[..., str]], ...] = (
    (r'the (partial|final) report on "([^"]+)"', lambda report, title: f"{assignment_key(title)}/{report}"),
    (r"the cooperation of the municipalities", lambda: "B1/standing"),
    (r"the municipalities' own work", lambda: "B2/standing"),
    (r"the agreement on the cooperation", lambda: "B3/standing"),
    (r"the work towards the goals", lambda: "S1/standing"),
    (r"the giving of assignments for (\d{4})", lambda year: f"U0/{year}"),
    (rf"the leading of the meeting of ({_MEETING})", lambda day: f"O1/{day}"),
    (r"the chair's feedback to the principal", lambda: "O2/principal"),
    (r"the chair's feedback to the heads of administration", lambda: "O2/administration-representative"),
    (r"the process of the meetings", lambda: "O3/standing"),
    (rf"the taking of the minutes of ({_MEETING})", lambda day: f"Se1/{day}"),
    (rf"the sending in of the minutes of ({_MEETING})", lambda day: f"Se2/{day}"),
    (rf"förandet av protokollet från ({_MEETING})", lambda day: f"Se1/{day}"),
    (rf"insändandet av protokollet från ({_MEETING})", lambda day: f"Se2/{day}"),
    (r"the work plan for (\d{4})", lambda year: f"P1/{year}"),
    (rf"the preparation of the principals' meeting of ({_MEETING})", lambda day: f"P2/{day}"),
    (r"the coordination of the working groups", lambda: "P3/standing"),
    (r"the summary for the principal", lambda: "P4/standing"),
    (r"the sending in of the register", lambda: "P5/standing"),
    (r"the sending in of the meeting dates", lambda: "P6/standing"),
    (r"the passing on of the principal's messages", lambda: "C1/standing"),
    (r"the passing on of the network's messages", lambda: "C2/standing"),
    (r"the number of meetings in (\d{4})", lambda year: f"M1/{year}"),
    *OWED_OF_A_BOARD,
)
"""What the features call each obligation of the mandate, and its id in the ledger without the network."""


class Fact(NamedTuple):
    """Something that was recorded: the history it stands in, and the kind of event."""

    originator_id: str
    event: str
    report: str | None = None


_FACTS: tuple[tuple[str, Callable[..., Fact]], ...] = (
    (
        r'the giving of the assignment on "([^"]+)"',
        lambda t: Fact(f"assignment:vux/{assignment_key(t)}", "AssignmentIssued"),
    ),
    (
        r'the delivery of the (partial|final) report on "([^"]+)"',
        lambda report, t: Fact(f"assignment:vux/{assignment_key(t)}", "ReportSubmitted", report),
    ),
    (rf"the holding of the meeting of ({_MEETING})", lambda day: Fact(f"meeting:vux/{day}", "MeetingHeld")),
    (
        rf"the latest signature of the minutes of ({_MEETING})",
        lambda day: Fact(f"meeting:vux/{day}", "MinutesApproved"),
    ),
    (rf"the delivery of the minutes of ({_MEETING})", lambda day: Fact(f"meeting:vux/{day}", "MinutesSubmitted")),
)
"""What the features call things that were recorded."""


class Asked(NamedTuple):
    """A question, by its name in the ledger, and what it asks for besides."""

    question: str
    parameters: dict[str, Any]


_QUESTIONS: tuple[tuple[str, Callable[..., Asked]], ...] = (
    (r"what is overdue", lambda: Asked("overdue", {})),
    (r"which meetings lack submitted minutes", lambda: Asked("missing_minutes", {})),
    (r"whether the meetings of the year will be reached", lambda: Asked("meeting_quota", {})),
    (r"what falls due in the next (\d+) days", lambda days: Asked("due_within", {"days": int(days)})),
    (r"which reports were late", lambda: Asked("late_reports", {})),
    (r'for the history of "([^"]+)"', lambda title: Asked("history", {"assignment": f"vux/{assignment_key(title)}"})),
    (r"who holds which role", lambda: Asked("role_holders", {})),
    (r"which duties cannot be judged", lambda: Asked("undetermined", {})),
    (r"which deadlines moved", lambda: Asked("moved_deadlines", {})),
    (r"what was recorded more than (\d+) days late", lambda days: Asked("late_records", {"days": int(days)})),
    (r"what was corrected", lambda: Asked("corrections", {})),
    (r"which feedback is open", lambda: Asked("open_feedback", {})),
    (r"whether both recipients of the chair's feedback were informed", lambda: Asked("informed", {"clause": "O2"})),
    (r"which duties fell into a vacancy", lambda: Asked("vacant_duties", {})),
    (r"whether two held a one-person role at once", lambda: Asked("double_holders", {})),
    (r"whether the work plans are adopted", lambda: Asked("work_plans", {})),
    (r"whether dates and register were sent in and are current", lambda: Asked("submissions", {})),
    (r"which goals have no live assignment", lambda: Asked("uncovered_goals", {})),
    (
        rf"which version of the mandate governs the sending in of the minutes of ({_MEETING})",
        lambda day: Asked("governing_version", {"obligation": f"vux/Se2/{day}"}),
    ),
    (r"which assignments lack a deciding meeting", lambda: Asked("undecided_assignments", {})),
    (r"which reports were missed though a later one came", lambda: Asked("missed_partials", {})),
    (r"how long minutes took", lambda: Asked("minutes_time", {})),
    (r"which hosts never sent in minutes", lambda: Asked("silent_hosts", {})),
    (r"what each municipality hosted and attended", lambda: Asked("hosting_and_attendance", {})),
    (r'where the file "([^"]+)" was recorded', lambda text: Asked("document", {"sha256": digest(text)})),
    (r"what was recorded of a year after it was closed", lambda: Asked("after_close", {})),
    (r"what may be weeded", lambda: Asked("weedable", {})),
    (
        r"what would be if minutes were due within (\d+) days",
        lambda days: Asked("what_if", {"clause": "Se2", "days": int(days)}),
    ),
)
"""How the features put each question."""

_BEDÖMNINGAR = {"kommande": "upcoming", "försenat": "overdue", "fullgjort för sent": "fulfilled_late",
                "fullgjort": "fulfilled", "utestående": "outstanding", "utan föremål": "void",
                "brutet": "breached"}  # fmt: skip


def assignment_key(title: str) -> str:
    """The key of an assignment by what the features call it; another key as it is."""
    return _ASSIGNMENTS.get(title, title)


def member_key(name: str) -> str:
    """The key of a municipality by its name; what is no name of one is made one."""
    return MEMBERS.get(name, plain(name))


def digest(text: str) -> str:
    """The SHA-256 of a file with this text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _pattern(alternatives: Any) -> str:
    longest_first = sorted(alternatives, key=len, reverse=True)
    return "|".join(longest_first)


def _ungrouped(pattern: str) -> str:
    return re.sub(r"\((?!\?)", "(?:", pattern)


def _written(pattern: str) -> Callable[[Callable[[str], _T]], Callable[[str], _T]]:
    """Say how a type is written in a sentence; the function makes the value of it."""

    def mark(made: Callable[[str], _T]) -> Callable[[str], _T]:
        made.pattern = pattern  # type: ignore[attr-defined]  # where the parser looks for it
        return made

    return mark


@_written(_DAY)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@_written(r"\d{4}(?:-\d{2}){0,2}")
def _when(text: str) -> str:
    return text


@_written(r"\d{2}:\d{2}")
def _time(text: str) -> time:
    return time.fromisoformat(text)


@_written(r"\d{4}")
def _year(text: str) -> int:
    return int(text)


@_written(r"\d+ days?")
def _days(text: str) -> int:
    return int(text.split()[0])


@_written(r'[^"]+')
def _text(text: str) -> str:
    return text


@_written(_pattern(VERDICTS.values()))
def _verdict(text: str) -> str:
    return text.replace(" ", "_")


@_written(_pattern(_BEDÖMNINGAR))
def _bedömning(text: str) -> str:
    return _BEDÖMNINGAR[text]


@_written(_pattern(_ungrouped(pattern) for pattern, _id in _OWED))
def owed_id(text: str) -> str:
    """The id of an obligation by what the features call it."""
    for pattern, made in _OWED:
        if match := re.fullmatch(pattern, text):
            return "vux/" + made(*match.groups())
    raise AssertionError(text)


@_written(_pattern(_ungrouped(pattern) for pattern, _fact in _FACTS))
def _fact(text: str) -> Fact:
    for pattern, made in _FACTS:
        if match := re.fullmatch(pattern, text):
            return made(*match.groups())
    raise AssertionError(text)


@_written(_pattern(_ungrouped(pattern) for pattern, _asked in _QUESTIONS))
def _question(text: str) -> Asked:
    for pattern, made in _QUESTIONS:
        if match := re.fullmatch(pattern, text):
            return made(*match.groups())
    raise AssertionError(text)


@_written(_pattern(_ROLES))
def _role(text: str) -> str:
    return _ROLES[text]


_ACTS = {f"{'an' if name[0] in 'aeiou' else 'a'} {name}": key for key, name in ACTS.items()}


@_written(_pattern(_ACTS))
def _act(text: str) -> str:
    return _ACTS[text]


@_written(r'"[^"]+"(?:, "[^"]+")*')
def _names(text: str) -> list[str]:
    return re.findall(r'"([^"]+)"', text)


@_written(_pattern(BODIES))
def _body(text: str) -> str:
    return BODIES[text]


_TYPES: dict[str, Callable[[str], object]] = {
    "Day": _day,
    "Time": _time,
    "When": _when,
    "Year": _year,
    "Days": _days,
    "Text": _text,
    "Member": _written(r'[^"]+')(lambda text: member_key(text)),
    "Assignment": _written(r'[^"]+')(lambda text: "vux/" + assignment_key(text)),
    "Report": _written("partial|final")(lambda text: text),
    "Verdict": _verdict,
    "Bedömning": _bedömning,
    "Owed": owed_id,
    "Fact": _fact,
    "Question": _question,
    "Role": _role,
    "Body": _body,
    "Act": _act,
    "Names": _names,
}


def said(sentence: str) -> cfparse:
    """A step's sentence, with typed arguments: ``said("on {day:Day} {owed:Owed} is {verdict:Verdict}")``."""
    return cfparse(sentence, extra_types=_TYPES)
