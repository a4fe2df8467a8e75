"""Conditions and exemptions."""

from collections.abc import Iterator

from governance.mandate.checks.common import duties, is_told
from governance.mandate.tree import Fault, Node
from governance.text import _

__all__ = ["CHECKS"]

_WITHOUT_MEETING = ("each_period", "each_year", "standing", "kept", "quota", "report", "retention", "unmeasured")


def conditions_ask_something(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for condition in (duty["if"], *duty.each("exemption", "if")):
            if isinstance(condition.value, dict) and not condition.value:
                yield Fault(condition.path, _("is empty: it says no condition"), _("what must hold"))
            if is_told(condition["with_reason"]) and not is_told(condition["recorded"]):
                yield Fault(
                    condition["with_reason"].path, _("a reason for what?"), _("recorded, with what was recorded")
                )
            if is_told(condition["kinds"]) and duty["pattern"].text in _WITHOUT_MEETING:
                problem = _("this duty is not owed for a meeting, so there is no kind to ask for")
                yield Fault(condition["kinds"].path, problem)


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
