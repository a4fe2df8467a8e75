"""Mandate files with one thing in them to look at, and what is said of it."""

from governance.duties.reading import Checked, check_mandate

__all__ = ["DUTY", "checked", "faults", "findings"]

_HEAD = """\
governance = 1
version = "1"
title = "T"
in_force = { from = 2021-01-01 }
network = { key = "n", name = "N", time_zone = "UTC", registry_address = "in@example.org" }
principal = { key = "p", name = "P" }
role = [
  { key = "chair", name = "Chair", held_by = "person" },
  { key = "deputy", name = "Deputy", held_by = "person" },
  { key = "board", name = "Board", held_by = "persons" },
  { key = "host", name = "Host", held_by = "derived", derived_from = "meeting.host" },
]
member = [{ key = "a", name = "A" }, { key = "b", name = "B" }, { key = "c", name = "C" }]
side = [
  { key = "left", name = "Left", members = ["a", "b"] },
  { key = "right", name = "Right", roles = ["chair", "deputy"] },
  { key = "nobody", name = "Nobody" },
]
meeting_kind = [{ key = "m", name = "M" }, { key = "k", name = "K" }]
act = [{ key = "review", name = "Review" }]
"""

DUTY = {
    "meeting": "pattern = 'each_meeting'\nholder = 'chair'\n",
    "period": "pattern = 'each_period'\nholder = 'chair'\n",
    "year": "pattern = 'each_year'\nholder = 'chair'\n",
    "event": "pattern = 'each_event'\nholder = 'chair'\n",
    "assigned": "pattern = 'each_event'\nholder = 'network'\nevent = 'role_assigned'\nroles = ['chair']\n",
    "standing": "pattern = 'standing'\nholder = 'chair'\n",
    "kept": "pattern = 'kept'\nholder = 'network'\n",
    "item": "pattern = 'each_item'\nholder = 'chair'\nopen_after = 2\nescalates_to = 'board'\n",
    "retention": "pattern = 'retention'\nholder = 'chair'\n",
    "quota": "pattern = 'quota'\nholder = 'network'\n",
    "unmeasured": "pattern = 'unmeasured'\nholder = 'network'\n",
}
"""How a duty begins, by what it is."""


def checked(*duties: str, head: str = "", replaced: tuple[str, str] = ("", "")) -> Checked:
    """A file with a clause for each of these duties, D1, D2, …; each is ``meeting: …``, or lines of its own. ``head``
    follows after what every file has, of which something can be ``replaced``."""
    text = _HEAD.replace(*replaced) if replaced[0] else _HEAD
    text += head + "\n"
    for number, duty in enumerate(duties, 1):
        kind, colon, rest = duty.partition(": ")
        lines = DUTY[kind] + rest if colon and kind in DUTY else duty
        text += f"[[clause]]\nid = 'D{number}'\ntext = 'T'\n[[clause.duty]]\n{lines}\n"
    return check_mandate(text, "m.toml")


def faults(*duties: str, head: str = "", replaced: tuple[str, str] = ("", "")) -> list[str]:
    """Each fault as ``key: what is wrong (allowed: what may stand there)``."""
    found = checked(*duties, head=head, replaced=replaced).problems
    return [str(problem).partition(": ")[2] for problem in found]


def findings(*duties: str, head: str = "", replaced: tuple[str, str] = ("", "")) -> list[str]:
    """Each finding as ``key: what is doubtful (what can be done)``, but for what no duty speaks of. A file with faults
    fails here."""
    found = checked(*duties, head=head, replaced=replaced)
    assert not found.problems, found.problems
    told = [str(finding).partition(": ")[2] for finding in found.findings]
    return [text for text in told if "no duty" not in text]
