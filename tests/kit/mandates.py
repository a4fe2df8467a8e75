"""Small mandate files for tests, put together from parts."""

from pathlib import Path

__all__ = ["EXAMPLES", "clause", "small", "stated"]

EXAMPLES = Path(__file__).parents[2] / "examples"


def clause(identity: str, **duty: object) -> str:
    """A clause with one duty: ``clause("Se2", pattern="each_meeting", holder="secretary", …)``."""
    head = f'[[clause]]\nid = "{identity}"\ntext.en = "Clause {identity}."\n'
    return head + "[[clause.duty]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in duty.items()) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(entry)}" for key, entry in value.items()) + " }"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_toml(entry) for entry in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else f'"{value}"'


REPORTS = clause("U1", pattern="report", holder="network", counterparty=("principal",))

ASSIGNMENT = """
[[assignment]]
key = "a"
clause = "U1"
title.en = "The task"
goals = ["1"]
[[assignment.report]]
key = "partial"
due = "2021-05"
[[assignment.report]]
key = "final"
due = "2021-10-15"
[[assignment.report]]
key = "memo"
"""


def small(
    *parts: str,
    key: str = "net",
    version: str = "1",
    begins: str = "2021-01-01",
    ends: str | None = None,
    zone: str = "Europe/Stockholm",
    members: tuple[str, ...] = ("alby", "berga", "dal"),
) -> str:
    """A mandate of a network with three members, a chair (one person), a board (several), a secretary (the host) and an
    office (an organisation), the meeting kinds ``plain`` and ``other``, and the goals 1 and 2; ``parts`` follow."""
    until = f"to = {ends}\n" if ends else ""
    joined = "".join(f'[[member]]\nkey = "{member}"\nname = "{member.capitalize()}"\n' for member in members)
    return f"""
governance = 1
version = "{version}"
title.en = "Mandate {version}"
[in_force]
from = {begins}
{until}
[network]
key = "{key}"
name = {{ sv = "Nätet", en = "The net" }}
time_zone = "{zone}"
registry_address = "registry@example.org"
[principal]
key = "owners"
name = {{ sv = "Ägarna", en = "The owners" }}
[[organisation]]
key = "archive"
name.en = "The archive"
{joined}
[[role]]
key = "chair"
name.en = "Chair"
held_by = "person"
[[role]]
key = "board"
name.en = "Board"
held_by = "persons"
[[role]]
key = "secretary"
name.en = "Secretary"
held_by = "derived"
derived_from = "meeting.host"
[[role]]
key = "office"
name.en = "Office"
held_by = "organisation"
[[meeting_kind]]
key = "plain"
name.en = "Meeting"
[[meeting_kind]]
key = "other"
name.en = "Other meeting"
[[goal]]
id = "1"
text.en = "Good"
[[goal]]
id = "2"
text.en = "Better"
""" + "\n".join(parts)


def stated(*, minutes_after: int | None = None, at_least: int = 2) -> str:
    """One clause of each pattern, and an assignment with three reports."""
    due = {"due": {"rule": "after", "days": minutes_after}} if minutes_after is not None else {}
    return "\n".join((
        REPORTS,
        clause("Se2", pattern="each_meeting", kinds=("plain",), holder="secretary", counterparty=("registry",),
               evidence="minutes_submitted", silent_on=("deadline",), **due),
        clause("O1", pattern="each_meeting", kinds=("plain",), holder="chair", evidence="meeting_led",
               silent_on=("deputy",)),
        clause("P1", pattern="each_year", holder="board", evidence="work_plan_adopted",
               due={"rule": "in_year", "month": 2}),
        clause("M1", pattern="quota", holder="network", at_least=at_least, kinds=("plain",),
               unclear_kinds=("other",), silent_on=("part_years",)),
        clause("O2", pattern="standing", holder="chair", counterparty=("principal", "archive"),
               evidence="feedback_given"),
        clause("B1", pattern="unmeasured", holder="members", evidence="attendance"),
        ASSIGNMENT,
    ))  # fmt: skip
