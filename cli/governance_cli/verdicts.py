"""How verdicts and obligations look: a word, a sign and a colour, so that colour is never the only carrier."""

from typing import Any, NamedTuple

from governance.compliance.item import Item
from governance.compliance.values import VERDICTS
from governance.text import N_, _
from governance_cli.tables import Column
from governance_cli.terminal import unicode_out

__all__ = [
    "COUNTERPARTY",
    "DAYS",
    "DUE",
    "HOLDER",
    "ID",
    "VERDICT",
    "WHAT",
    "duty_words",
    "holder",
    "mark",
    "verdict_style",
    "what",
]


class _Look(NamedTuple):
    sign: str
    plain: str
    style: dict[str, Any]


_LOOKS: dict[str, _Look] = {
    "upcoming": _Look("○", "o", {}),
    "overdue": _Look("!", "!", {"fg": "red", "bold": True}),
    "fulfilled": _Look("✓", "+", {"fg": "green"}),
    "fulfilled_late": _Look("✓", "~", {"fg": "yellow"}),
    "outstanding": _Look("·", ".", {"fg": "yellow"}),
    "breached": _Look("✗", "x", {"fg": "red"}),
    "waived": _Look("–", "-", {"dim": True}),
    "void": _Look("–", "-", {"dim": True}),
    "undetermined": _Look("?", "?", {"dim": True}),
}

_DUTIES: dict[str, str] = {
    "minutes_drafted": N_("minutes written"),
    "minutes_submitted": N_("minutes sent in"),
    "meeting_led": N_("meeting led"),
    "meetings_held": N_("meetings held"),
    "none": N_("(nothing to measure)"),
}
"""Where the name of a duty is not plain enough."""

_REPORTS = {"partial": N_("partial report"), "final": N_("final report")}


def mark(verdict: str | None) -> str:
    """The verdict with its sign; a dash for none."""
    if verdict is None:
        return "-"
    look = _LOOKS[verdict]
    return f"{look.sign if unicode_out() else look.plain} {_(VERDICTS[verdict])}"  # type: ignore[index]  # the caller has a verdict


def verdict_style(verdict: str | None) -> dict[str, Any]:
    return _LOOKS[verdict].style if verdict else {}


def what(item: Item) -> str:
    """What is owed: as the mandate calls it, else in words of the language."""
    return item.duty_name or duty_words(item.duty)


def duty_words(duty: str) -> str:
    """A kind of evidence or a report in words: ``minutes written``, ``partial report``."""
    if duty.startswith("report:"):
        report = duty.removeprefix("report:")
        return _(_REPORTS[report]) if report in _REPORTS else _("{report} report").format(report=report)
    return _(_DUTIES.get(duty, duty.replace("_", " ")))


def holder(item: Item) -> str:
    """Who owed it, or that nobody did; and who holds the role by now, where that is somebody else."""
    vacant = _("{role} (vacant)").format(role=item.role_name)
    if item.holder_now_ids is None:
        return item.holder or vacant
    return _("{then}; now {now}").format(then=item.holder or vacant, now=item.holder_now or _("vacant"))


def _due(item: Item) -> str:
    if item.due is None:
        return "-"
    moved = item.due_first is not None and item.due_first != item.due
    return _("{due} (first {first})").format(due=item.due, first=item.due_first) if moved else item.due


ID = Column(N_("OBLIGATION"), lambda item: item.id, fixed=True)
VERDICT = Column(N_("VERDICT"), lambda item: mark(item.verdict), lambda item: verdict_style(item.verdict), fixed=True)
WHAT = Column(N_("WHAT"), what)
HOLDER = Column(N_("OWED BY"), holder)
COUNTERPARTY = Column(N_("TO"), lambda item: item.counterparty)
DUE = Column(N_("DUE"), _due)
DAYS = Column(
    N_("DAYS"), lambda item: item.days_overdue, lambda _item: {"fg": "red", "bold": True}, right=True, fixed=True
)
