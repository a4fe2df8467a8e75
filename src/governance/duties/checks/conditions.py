"""Conditions and exemptions."""

from collections.abc import Iterator

from governance.duties.checks.common import conditions, duties
from governance.duties.conditions import Condition, Exemption
from governance.duties.occasions import OCCASION_OF
from governance.mandate.tree import Fault, Node
from governance.text import _

__all__ = ["CHECKS"]


def conditions_ask_something(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for condition in conditions(duty):
            yield from Condition.faults(condition)
            if condition["kinds"].stated and not _has_a_kind(duty):
                problem = _("this duty is not owed for a meeting, so there is no kind to ask for")
                yield Fault(condition["kinds"].path, problem)


def _has_a_kind(duty: Node) -> bool:
    """A meeting has one, and so has what it decides; nothing is said of patterns that are unknown."""
    part = OCCASION_OF.get(duty["pattern"].text or "")
    return part is None or part.has_kind(duty)


def exemptions_say_what_holds_instead(root: Node) -> Iterator[Fault]:
    for exemption in root.each("clause", "duty", "exemption"):
        yield from Exemption.faults(exemption)


CHECKS = (conditions_ask_something, exemptions_say_what_holds_instead)
