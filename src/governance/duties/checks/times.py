"""Lengths of time, and the days from which due rules count."""

from collections.abc import Iterator
from datetime import date

from governance.duties.checks.anchors import counting_does_not_go_in_a_circle, rules_count_from_days_there_are
from governance.duties.checks.common import duties, rules_of
from governance.duties.due_rules import LENGTHS
from governance.mandate.tree import Fault, Node
from governance.text import _

__all__ = ["CHECKS"]


def time_runs_forwards(root: Node) -> Iterator[Fault]:
    begins, ends = (_day(root["in_force"][key]) for key in ("from", "to"))
    if begins and ends and ends < begins:
        yield Fault(
            ("in_force", "to"),
            _("{day} lies before the first day").format(day=ends),
            _("{day} or later").format(day=begins),
        )


def _day(node: Node) -> date | None:
    try:
        return date.fromisoformat(node.text or "")
    except ValueError:
        return None


def lengths_have_one_unit(root: Node) -> Iterator[Fault]:
    for length in _lengths(root):
        if isinstance(length.value, dict):
            told = [unit for unit in LENGTHS if length[unit].value is not None]
            allowed = _("exactly one of {keys}").format(keys=", ".join(LENGTHS))
            if not told:
                yield Fault(length.path, _("does not say how long"), allowed)
            for unit in told[1:]:
                problem = _("stands beside {key}, and a length of time has one unit").format(key=told[0])
                yield Fault(length[unit].path, problem, allowed)


def _lengths(root: Node) -> Iterator[Node]:
    for duty in duties(root):
        yield from (duty["during_first"], duty["after_first"], duty["keep"])
    for rule in _rules(root):
        if rule["rule"].text in ("after", "before"):
            yield rule


def _rules(root: Node) -> Iterator[Node]:
    for duty in duties(root):
        for table in (duty, *duty.each("step")):
            yield from rules_of(table)
    for assumption in root.each("assumption"):
        yield from rules_of(assumption)


def a_month_is_named_or_counted(root: Node) -> Iterator[Fault]:
    for rule in _rules(root):
        if rule["month"].value is not None and rule["months_later"].value:
            problem = _("stands beside month, which names the month already")
            yield Fault(rule["months_later"].path, problem, _("month or months_later, not both"))


def weeks_run_through_the_years(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        if duty["every"].text == "week":
            for key in ("year_begins", "months"):
                if duty[key].value not in (None, [], 1):
                    yield Fault(duty[key].path, _("weeks are those of the calendar, whenever a year or month begins"))


CHECKS = (
    weeks_run_through_the_years,
    time_runs_forwards,
    lengths_have_one_unit,
    a_month_is_named_or_counted,
    rules_count_from_days_there_are,
    counting_does_not_go_in_a_circle,
)
