"""Rules that never fall due, or fall due when it is too early or too late to do anything."""

from collections.abc import Iterator

from governance.duties.due.base import Rule, Stated, says_when_due
from governance.duties.evidence import evidence_called
from governance.duties.holes.view import StatedRule, View
from governance.mandate.tree import Doubt, shown
from governance.text import _

__all__ = ["HOLES"]

_THE_MEETING = ("trigger", "meeting")
_THE_PERIOD = {"trigger", "period_start"}


def of_due_rules_by_themselves(view: View) -> Iterator[Doubt]:
    stated = [(placed.id, rule) for placed in view.duties for rule in placed.rules]
    for number, assumption in enumerate(view.mandate.assumptions):
        stated.append((assumption.clause, StatedRule(("assumption", number, "due"), assumption.due)))
    for id_, whole in stated:
        for path, rule in whole.simple():
            yield from rule.doubts(Stated(view.mandate, path, id_))


def of_duties_by_themselves(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        yield from placed.duty.doubts(placed.stated(), view.people)
        if placed.measure:
            yield from placed.measure.doubts(placed.stated("measure"), view.people)


def of_conditions_by_themselves(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        for path, condition in placed.conditions:
            yield from condition.doubts(path, placed.id)


def reports_before_the_mandate(view: View) -> Iterator[Doubt]:
    begins = view.mandate.in_force.from_
    for i, assignment in enumerate(view.mandate.assignments):
        for j, report in enumerate(assignment.reports):
            if report.due and report.due.last < begins:
                text = _("{day} lies before the first day of the mandate").format(day=report.due)
                path = ("assignment", i, "report", j, "due")
                yield Doubt(path, assignment.clause, text, _("{day} or later").format(day=begins))


def counted_from_a_date_that_is_not_there(view: View) -> Iterator[Doubt]:
    """``due.X``, where X states no due date and none is assumed."""
    assumed = {assumption.clause for assumption in view.mandate.assumptions}
    dated: dict[tuple[str, str], bool] = {}
    for placed in view.duties:
        for part in placed.parts:
            key = (placed.id, part.id.partition("/")[2])
            dated[key] = _has_date(part.stated.due) or (part.stated.due is None and placed.clause in assumed)
        if placed.duty.is_dated_though_measured:
            dated[placed.id, ""] = _has_date(placed.duty.stated_due) or placed.clause in assumed
    for placed in view.duties:
        for path, rule in placed.simple_rules:
            for kind, _dot, name in (anchor.partition(".") for anchor in rule.counted_from):
                if kind == "due" and dated.get((placed.id, name), dated.get((name, ""))) is False:
                    text = _("{name} has no due date, so this has none either").format(name=shown(name))
                    yield Doubt((*path, "from"), placed.id, text, f"done.{name}")


def _has_date(due: Rule | None) -> bool:
    return due is not None and due.gives_date


def too_early_until_it_is_late(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        exempt = [e.due for e in placed.duty.stated_exemptions if e.due]
        for part in placed.parts:
            if not part.stated.not_before:
                continue
            for due in (part.stated.due, *exempt):
                begin, end = part.stated.not_before.offset, due.offset if due else None
                if begin and end and begin.counted_from == end.counted_from and begin.fewest > end.most:
                    text = _("it is too early until after the day on which it is due")
                    advice = _("not_before no later than due")
                    yield Doubt((*part.path, "not_before"), part.id, text, advice)
                    break


def on_the_wrong_side_of_the_meeting(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        if not placed.duty.at_meetings:
            continue
        for part in placed.parts:
            word, due = part.stated.evidence, part.stated.due
            offset = due.offset if due else None
            if offset is None or offset.counted_from not in _THE_MEETING:
                continue
            comes = evidence_called(word).comes if word else None
            if offset.most > 0 and comes == "before":
                text = _("{word} can only come before the meeting, and is due after it").format(word=shown(word))
                yield Doubt((*part.path, "due"), part.id, text, "rule = before")
            if offset.fewest < 0 and comes in ("at", "after"):
                text = _("{word} cannot come before the meeting, and is due before it").format(word=shown(word))
                yield Doubt((*part.path, "due"), part.id, text, "rule = after")


def due_before_it_is_called_for(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        of_event = placed.duty.of_events
        if placed.duty.is_called_for:
            for path, rule in placed.simple_rules:
                if not says_when_due(path) or (of_event and path[-1] == "due" and "exemption" not in path):
                    continue  # an event that it is due before: what was done before it counts
                offset = rule.offset
                if offset and offset.counted_from == "trigger" and offset.fewest < 0:
                    text = _("it is due before anything calls for it")
                    yield Doubt(path, placed.id, text, "rule = after")


def due_before_its_period_begins(view: View) -> Iterator[Doubt]:
    """A month that comes before the first of the year is rather meant as one of its last."""
    for placed in view.duties:
        begins = placed.duty.first_month
        if begins is None:
            continue
        for path, rule in placed.simple_rules:
            if not says_when_due(path) or "of" in path or not rule.counted_from <= _THE_PERIOD:
                continue
            if rule.month_named and rule.month_named < begins:
                text = _("it is due before the period begins")
                yield Doubt(path, placed.id, text, "from = period_end", grave=False)


def never_owed(view: View) -> Iterator[Doubt]:
    for placed in view.duties:
        for path, condition in placed.conditions:
            if condition.recorded and not placed.duty.is_recorded:
                text = _("nothing is recorded of a number that is kept, so this never holds")
                yield Doubt((*path, "recorded"), placed.id, text, _("role_held, role_vacant, members_at_least, …"))
            kinds = placed.duty.meeting_kinds
            if kinds and condition.kinds and not {*kinds} & {*condition.kinds}:
                text = _("the duty is not owed for meetings of these kinds")
                yield Doubt((*path, "kinds"), placed.id, text, ", ".join(kinds))
        first, later = placed.duty.during_first, placed.duty.after_first
        if first and later and (first.quantity == later.quantity or later.certainly_exceeds(first)):
            text = _("no day lies within the first time and after it")
            yield Doubt((*placed.path, "after_first"), placed.id, text, _("two duties, each with one of the two"))


HOLES = (
    of_due_rules_by_themselves,
    reports_before_the_mandate,
    counted_from_a_date_that_is_not_there,
    too_early_until_it_is_late,
    on_the_wrong_side_of_the_meeting,
    due_before_it_is_called_for,
    due_before_its_period_begins,
    of_conditions_by_themselves,
    of_duties_by_themselves,
    never_owed,
)
