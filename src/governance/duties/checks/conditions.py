"""Conditions and exemptions."""

from collections.abc import Iterator

from governance.duties.checks.common import duties, is_told
from governance.duties.events import event_called
from governance.duties.patterns import DUTY_PATTERNS
from governance.mandate.tree import Fault, Node
from governance.text import _

__all__ = ["CHECKS"]


def conditions_ask_something(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for condition in (duty["if"], *duty.each("exemption", "if")):
            if isinstance(condition.value, dict) and not condition.value:
                yield Fault(condition.path, _("is empty: it says no condition"), _("what must hold"))
            if is_told(condition["with_reason"]) and not is_told(condition["recorded"]):
                yield Fault(
                    condition["with_reason"].path, _("a reason for what?"), _("recorded, with what was recorded")
                )
            if is_told(condition["kinds"]) and not _has_a_kind(duty):
                problem = _("this duty is not owed for a meeting, so there is no kind to ask for")
                yield Fault(condition["kinds"].path, problem)


def _has_a_kind(duty: Node) -> bool:
    """A meeting has one, and so has what it decides; nothing is said of patterns that are unknown."""
    pattern = duty["pattern"].text
    if pattern == "each_event":
        return event_called(duty["event"].text or "").at_a_meeting
    return pattern == "each_meeting" or pattern not in DUTY_PATTERNS


def exemptions_say_what_holds_instead(root: Node) -> Iterator[Fault]:
    for exemption in root.each("clause", "duty", "exemption"):
        due, not_owed = is_told(exemption["due"]), is_told(exemption["not_owed"])
        if due and not_owed:
            yield Fault(
                exemption["not_owed"].path, _("what is not owed has no due date"), _("due or not_owed, not both")
            )
        if not due and not not_owed:
            yield Fault(exemption.path, _("does not say what holds instead"), "due = { … }, not_owed = true")


CHECKS = (conditions_ask_something, exemptions_say_what_holds_instead)
