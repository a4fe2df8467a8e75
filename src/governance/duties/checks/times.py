"""Lengths of time, and the days from which due rules count."""

from collections.abc import Iterator
from datetime import date

from governance.duties.checks.anchors import counting_does_not_go_in_a_circle, rules_count_from_days_there_are
from governance.duties.checks.common import duties, rules_of
from governance.duties.due import RULE_OF
from governance.duties.due.length import Length
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
    for duty in duties(root):
        for key in ("during_first", "after_first", "keep"):
            yield from Length.faults(duty[key])


def due_rules_do_not_contradict_themselves(root: Node) -> Iterator[Fault]:
    for table in (*duties(root), *root.each("clause", "duty", "step"), *root.each("assumption")):
        for rule in rules_of(table):
            if part := RULE_OF.get(rule["rule"].text or ""):
                yield from part.faults(rule)


def last_days_for_an_excuse_are_dates(root: Node) -> Iterator[Fault]:
    """A limit that never comes would be accepted and never enforced."""
    for duty in duties(root):
        for limit in (duty["waived_at_the_latest"], *duty.each("exemption", "at_the_latest")):
            part = RULE_OF.get(limit["rule"].text or "")
            if part and not part.gives_date:
                yield Fault(limit.path, _("this rule gives no date, so nothing would ever come too late"))


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
    due_rules_do_not_contradict_themselves,
    last_days_for_an_excuse_are_dates,
    rules_count_from_days_there_are,
    counting_does_not_go_in_a_circle,
)
