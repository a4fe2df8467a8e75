"""Rules that never fall due, or fall due when it is too early or too late to do anything."""

from collections.abc import Iterator

from governance.duties.due_rules import After, Asap, Before, DueRule, InYear, NthWeekday, On
from governance.duties.events import event_called
from governance.duties.evidence import evidence_called
from governance.duties.holes.lengths import certainly_longer, offset
from governance.duties.holes.view import Hole, Rule, View, simple_rules
from governance.duties.patterns import EachEvent, EachMeeting, EachPeriod, EachYear, Kept, Standing
from governance.mandate.tree import Path, shown
from governance.text import _
from governance.time import When

__all__ = ["HOLES"]

_THE_MEETING = ("trigger", "meeting")
_A_YEAR = 366


def _all_rules(view: View) -> Iterator[tuple[str, Rule]]:
    """Every simple rule of the file, with the id of the duty or assumption that states it."""
    for placed in view.duties:
        for rule in placed.rules:
            yield from ((placed.id, simple) for simple in simple_rules(rule))
    for number, assumption in enumerate(view.mandate.assumptions):
        rule = Rule(("assumption", number, "due"), assumption.due)
        yield from ((assumption.clause, simple) for simple in simple_rules(rule))


def days_outside_the_mandate(view: View) -> Iterator[Hole]:
    begins = view.mandate.in_force.from_
    for id_, (path, rule) in _all_rules(view):
        if isinstance(rule, On):
            yield from _outside(view, (*path, "date"), id_, rule.date, path[-1] != "not_before")
    for i, assignment in enumerate(view.mandate.assignments):
        for j, report in enumerate(assignment.reports):
            if report.due and report.due.last < begins:
                text = _("{day} lies before the first day of the mandate").format(day=report.due)
                path = ("assignment", i, "report", j, "due")
                yield Hole(path, assignment.clause, text, _("{day} or later").format(day=begins))


def _outside(view: View, path: Path, id_: str, day: When, is_due: bool) -> Iterator[Hole]:
    begins, ends = view.mandate.in_force.from_, view.mandate.in_force.to
    if is_due and day.last < begins:
        text = _("{day} lies before the first day of the mandate").format(day=day)
        yield Hole(path, id_, text, _("{day} or later").format(day=begins))
    if ends and day.first > ends:
        text = _("{day} lies after the last day of the mandate").format(day=day)
        yield Hole(path, id_, text, _("{day} or earlier").format(day=ends))


def counted_from_what_may_never_be(view: View) -> Iterator[Hole]:
    for id_, (path, rule) in _all_rules(view):
        anchor = getattr(rule, "from_", None)
        alone = path[-2:-1] != ("of",)
        if anchor == "mandate_end" and not view.mandate.in_force.to:
            text = _("the mandate names no last day, so this has no date until it is ended")
            yield Hole((*path, "from"), id_, text, _("in_force.to, or another day to count from"))
        if anchor == "mandate_start" and isinstance(rule, Before) and rule.told[1] and "not_before" not in path:
            text = _("it is due before the mandate begins")
            yield Hole((*path, "from"), id_, text, "rule = after")
        if anchor == "next_meeting" and isinstance(rule, Before) and alone:
            text = _("where no meeting follows, this never falls due")
            advice = _("earliest, of this and of a rule that counts from the meeting")
            yield Hole((*path, "from"), id_, text, advice)


def counted_from_a_date_that_is_not_there(view: View) -> Iterator[Hole]:
    """``due.X``, where X states no due date and none is assumed."""
    assumed = {assumption.clause for assumption in view.mandate.assumptions}
    dated: dict[tuple[str, str], bool] = {}
    for placed in view.duties:
        for part in placed.parts:
            key = (placed.id, part.id.partition("/")[2])
            dated[key] = _has_date(part.stated.due) or (part.stated.due is None and placed.clause in assumed)
        if isinstance(placed.duty, Kept):
            dated[placed.id, ""] = _has_date(placed.duty.due) or placed.clause in assumed
    for placed in view.duties:
        for path, rule in placed.simple_rules:
            kind, _dot, name = (getattr(rule, "from_", None) or "").partition(".")
            if kind == "due" and dated.get((placed.id, name), dated.get((name, ""))) is False:
                text = _("{name} has no due date, so this has none either").format(name=shown(name))
                yield Hole((*path, "from"), placed.id, text, f"done.{name}")


def _has_date(due: object) -> bool:
    return due is not None and not isinstance(due, Asap)


def no_date_among_several(view: View) -> Iterator[Hole]:
    for id_, (path, rule) in _all_rules(view):
        if isinstance(rule, Asap) and path[-2:-1] == ("of",):
            text = _("as soon as possible is no date, so it can be neither the earliest nor the latest of several")
            yield Hole(path, id_, text, _("leave it out"))


def too_early_until_it_is_late(view: View) -> Iterator[Hole]:
    for placed in view.duties:
        exempt = [e.due for e in getattr(placed.duty, "exemptions", ()) if e.due]
        for part in placed.parts:
            if not part.stated.not_before:
                continue
            for due in (part.stated.due, *exempt):
                begin, end = offset(part.stated.not_before), offset(due) if due else None
                if begin and end and begin[0] == end[0] and begin[1] > end[2]:
                    text = _("it is too early until after the day on which it is due")
                    advice = _("not_before no later than due")
                    yield Hole((*part.path, "not_before"), part.id, text, advice)
                    break


def on_the_wrong_side_of_the_meeting(view: View) -> Iterator[Hole]:
    for placed in view.duties:
        if not isinstance(placed.duty, EachMeeting):
            continue
        for part in placed.parts:
            word, due = part.stated.evidence, part.stated.due
            if not isinstance(due, After | Before) or (due.from_ or "trigger") not in _THE_MEETING or due.told[1] == 0:
                continue
            comes = evidence_called(word).comes if word else None
            if isinstance(due, After) and comes == "before":
                text = _("{word} can only come before the meeting, and is due after it").format(word=shown(word))
                yield Hole((*part.path, "due"), part.id, text, "rule = before")
            if isinstance(due, Before) and comes in ("at", "after"):
                text = _("{word} cannot come before the meeting, and is due before it").format(word=shown(word))
                yield Hole((*part.path, "due"), part.id, text, "rule = after")


def due_before_it_is_called_for(view: View) -> Iterator[Hole]:
    for placed in view.duties:
        duty = placed.duty
        told = isinstance(duty, EachEvent) and not event_called(duty.event).about_a_role
        if told or isinstance(duty, Kept | Standing):
            for path, rule in placed.simple_rules:
                if not isinstance(rule, Before) or "not_before" in path:
                    continue
                if told and path[-1] == "due" and "exemption" not in path:
                    continue  # then what was done before the event counts
                if (rule.from_ or "trigger") == "trigger" and rule.told[1]:
                    text = _("it is due before anything calls for it")
                    yield Hole(path, placed.id, text, "rule = after")


def due_before_its_period_begins(view: View) -> Iterator[Hole]:
    """A month that comes before the first of the year is rather meant as one of its last."""
    for placed in view.duties:
        if not isinstance(placed.duty, EachPeriod | EachYear):
            continue
        begins = placed.duty.year_begins if isinstance(placed.duty, EachPeriod) and placed.duty.every == "year" else 1
        for path, rule in placed.simple_rules:
            if "not_before" not in path and "of" not in path and _before_the_period(rule, begins):
                text = _("it is due before the period begins")
                yield Hole(path, placed.id, text, "from = period_end", grave=False)


def _before_the_period(rule: DueRule, begins: int) -> bool:
    """Whether a rule names a month before the one with which the year begins."""
    if getattr(rule, "from_", None) not in (None, "trigger", "period_start"):
        return False
    later = rule.years_later if isinstance(rule, InYear) else rule.months_later if isinstance(rule, NthWeekday) else 0
    return isinstance(rule, InYear | NthWeekday) and rule.month is not None and rule.month < begins and not later


def never_owed(view: View) -> Iterator[Hole]:
    for placed in view.duties:
        for path, condition in placed.conditions:
            both = sorted({*condition.recorded} & {*condition.not_recorded})
            if both:
                text = _("{word} cannot be recorded and not recorded at once").format(word=shown(both[0]))
                yield Hole((*path, "not_recorded"), placed.id, text, _("name it in one of the two"))
            if condition.role_held and condition.role_held == condition.role_vacant:
                text = _("the role {role} cannot be held and vacant at once").format(role=shown(condition.role_held))
                yield Hole((*path, "role_vacant"), placed.id, text, _("name it in one of the two"))
            if condition.recorded and isinstance(placed.duty, Kept):
                text = _("nothing is recorded of a number that is kept, so this never holds")
                yield Hole((*path, "recorded"), placed.id, text, _("role_held, role_vacant, members_at_least, …"))
            kinds = getattr(placed.duty, "kinds", ())
            if kinds and condition.kinds and not {*kinds} & {*condition.kinds}:
                text = _("the duty is not owed for meetings of these kinds")
                yield Hole((*path, "kinds"), placed.id, text, ", ".join(kinds))
        first, later = placed.duty.during_first, placed.duty.after_first
        if first and later and (first.told == later.told or certainly_longer(later, first)):
            text = _("no day lies within the first time and after it")
            yield Hole((*placed.path, "after_first"), placed.id, text, _("two duties, each with one of the two"))


def months_outside_the_mandate(view: View) -> Iterator[Hole]:
    begins, ends = view.mandate.in_force.from_, view.mandate.in_force.to
    if not ends or (ends - begins).days > _A_YEAR:
        return
    there = {month % 12 + 1 for month in range(begins.year * 12 + begins.month - 1, ends.year * 12 + ends.month)}
    for placed in view.duties:
        if isinstance(placed.duty, EachPeriod) and placed.duty.months and not {*placed.duty.months} & there:
            text = _("none of these months lies within the mandate, so it is never owed")
            yield Hole((*placed.path, "months"), placed.id, text, ", ".join(map(str, sorted(there))))


HOLES = (
    days_outside_the_mandate,
    counted_from_what_may_never_be,
    counted_from_a_date_that_is_not_there,
    no_date_among_several,
    too_early_until_it_is_late,
    on_the_wrong_side_of_the_meeting,
    due_before_it_is_called_for,
    due_before_its_period_begins,
    never_owed,
    months_outside_the_mandate,
)
