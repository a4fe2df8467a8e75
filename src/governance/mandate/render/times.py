"""Lengths of time and due rules in words: one small function for each rule, in a visible table.

A rule becomes what stands after "at the latest": "14 days after the meeting", "in May 2024".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from governance.mandate.due_rules import (
    After,
    Asap,
    Before,
    DueRule,
    Earliest,
    InPeriod,
    InYear,
    Latest,
    Length,
    MonthDay,
    NthWeekday,
    On,
)
from governance.mandate.render.names import MONTHS, WEEKDAYS, Names, quoted, when
from governance.text import N_, _, ngettext

__all__ = ["RULES", "Scene", "at_the_latest", "length", "point"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a duty's own words rest on: the names, what calls for it, and what its steps are called."""

    names: Names
    trigger: str
    """The day from which its due rules count, where they name no other."""
    before: str = ""
    """That day for rules that count backwards, where it is another."""
    steps: Mapping[str, str] = field(default_factory=dict)

    def anchor(self, name: str | None, *, backwards: bool = False) -> str:
        """What a due rule counts from."""
        if name is None or name == "trigger":
            return self.before if backwards and self.before else self.trigger
        kind, dot, what = name.partition(".")
        if not dot:
            return _(ANCHORS[name])
        step = self.steps.get(what)
        what = quoted(step) if step else _("clause {id}").format(id=what)
        return _(_DONE_OR_DUE[kind]).format(what=what)


ANCHORS = {
    "meeting": N_("the meeting"),
    "planned": N_("the day for which the meeting is planned"),
    "called": N_("the day on which the notice went out"),
    "next_meeting": N_("the next meeting"),
    "previous_meeting": N_("the meeting before"),
    "period_start": N_("the first day of the period"),
    "period_end": N_("the last day of the period"),
    "established": N_("the day on which the body was established"),
    "mandate_start": N_("the first day of the mandate"),
    "mandate_end": N_("the last day of the mandate"),
    "term_start": N_("the first day of the term of office"),
    "term_end": N_("the last day of the term of office"),
}
_DONE_OR_DUE = {
    "done": N_("the day on which {what} is done"),
    "due": N_("the day on which {what} is due"),
}


def length(told: Length) -> str:
    """So long."""
    unit, n = told.told
    return _LENGTHS[unit](n).format(n=n)


_LENGTHS: dict[str, Callable[[int], str]] = {
    "hours": lambda n: ngettext("{n} hour", "{n} hours", n),
    "days": lambda n: ngettext("{n} day", "{n} days", n),
    "working_days": lambda n: ngettext("{n} working day", "{n} working days", n),
    "weeks": lambda n: ngettext("{n} week", "{n} weeks", n),
    "months": lambda n: ngettext("{n} month", "{n} months", n),
    "years": lambda n: ngettext("{n} year", "{n} years", n),
}


def _after(rule: After, scene: Scene) -> str:
    anchor = scene.anchor(rule.from_)
    if rule.told[1] == 0:
        return _("on the same day as {anchor}").format(anchor=anchor)
    return _("{length} after {anchor}").format(length=length(rule), anchor=anchor)


def _before(rule: Before, scene: Scene) -> str:
    anchor = scene.anchor(rule.from_, backwards=True)
    if rule.told[1] == 0:
        return _("on the same day as {anchor}").format(anchor=anchor)
    return _("{length} before {anchor}").format(length=length(rule), anchor=anchor)


def _on(rule: On, _scene: Scene) -> str:
    text = N_("on {when}") if rule.date.precision == "day" else N_("in {when}")
    return _(text).format(when=when(rule.date))


def _in_year(rule: InYear, scene: Scene) -> str:
    day = _("on {day} {month}") if rule.day else _("in {month}")
    if rule.years_later:
        text = ngettext(
            "{day} of the year after the year in which {anchor} falls",
            "{day} of the year that comes {n} years after the year in which {anchor} falls", rule.years_later,
        )  # fmt: skip
    else:
        text = _("{day} of the same year as {anchor}")
    day = day.format(day=rule.day, month=_(MONTHS[rule.month - 1]))
    return text.format(day=day, anchor=scene.anchor(rule.from_), n=rule.years_later)


_PERIODS = {
    "month": N_("at the end of the month in which {anchor} falls"),
    "quarter": N_("at the end of the quarter in which {anchor} falls"),
    "half_year": N_("at the end of the half-year in which {anchor} falls"),
    "year": N_("at the end of the year in which {anchor} falls"),
}
_LATER_PERIODS: dict[str, Callable[[int], str]] = {
    "month": lambda n: ngettext(
        "at the end of the month after the month in which {anchor} falls",
        "at the end of the month that comes {n} months after the month in which {anchor} falls", n,
    ),
    "quarter": lambda n: ngettext(
        "at the end of the quarter after the quarter in which {anchor} falls",
        "at the end of the quarter that comes {n} quarters after the quarter in which {anchor} falls", n,
    ),
    "half_year": lambda n: ngettext(
        "at the end of the half-year after the half-year in which {anchor} falls",
        "at the end of the half-year that comes {n} half-years after the half-year in which {anchor} falls", n,
    ),
    "year": lambda n: ngettext(
        "at the end of the year after the year in which {anchor} falls",
        "at the end of the year that comes {n} years after the year in which {anchor} falls", n,
    ),
}  # fmt: skip


def _in_period(rule: InPeriod, scene: Scene) -> str:
    text = _LATER_PERIODS[rule.period](rule.later) if rule.later else _(_PERIODS[rule.period])
    return text.format(anchor=scene.anchor(rule.from_), n=rule.later)


def _months_later(n: int, anchor: str) -> str:
    if not n:
        return _("the month in which {anchor} falls").format(anchor=anchor)
    text = ngettext(
        "the month after the month in which {anchor} falls",
        "the month that comes {n} months after the month in which {anchor} falls", n,
    )  # fmt: skip
    return text.format(n=n, anchor=anchor)


def _day_of_month(rule: MonthDay, scene: Scene) -> str:
    text = _("on day {day} of {month}") if rule.day < 29 else _("on day {day}, or the last day, of {month}")
    return text.format(day=rule.day, month=_months_later(rule.months_later, scene.anchor(rule.from_)))


_NTH = {
    1: N_("on the first {weekday} of {month}"),
    2: N_("on the second {weekday} of {month}"),
    3: N_("on the third {weekday} of {month}"),
    4: N_("on the fourth {weekday} of {month}"),
    -1: N_("on the last {weekday} of {month}"),
}


def _nth_weekday(rule: NthWeekday, scene: Scene) -> str:
    anchor = scene.anchor(rule.from_)
    month = _months_later(rule.months_later, anchor)
    if rule.month:
        text = _("{month} of the same year as {anchor}")
        if rule.months_later:
            text = ngettext(
                "the month after {month} of the same year as {anchor}",
                "the month that comes {n} months after {month} of the same year as {anchor}", rule.months_later,
            )  # fmt: skip
        month = text.format(month=_(MONTHS[rule.month - 1]), anchor=anchor, n=rule.months_later)
    return _(_NTH[rule.nth]).format(weekday=_(WEEKDAYS[rule.weekday]), month=month)


def _asap(_rule: Asap, _scene: Scene) -> str:
    return _("as soon as possible")


def _earliest(rule: Earliest, scene: Scene) -> str:
    return _("on the earliest of these days: {days}").format(days="; ".join(point(each, scene) for each in rule.of))


def _latest(rule: Latest, scene: Scene) -> str:
    return _("on the latest of these days: {days}").format(days="; ".join(point(each, scene) for each in rule.of))


RULES: dict[type[Any], Callable[[Any, Scene], str]] = {
    After: _after,
    Before: _before,
    On: _on,
    InYear: _in_year,
    InPeriod: _in_period,
    MonthDay: _day_of_month,
    NthWeekday: _nth_weekday,
    Asap: _asap,
    Earliest: _earliest,
    Latest: _latest,
}
"""Each due rule of the language, and the function that says it."""

_CLOSED = {
    "next_working_day": N_("{day} (or the next working day, where that is none)"),
    "previous_working_day": N_("{day} (or the working day before, where that is none)"),
}


def point(rule: DueRule, scene: Scene) -> str:
    """The day to which a due rule leads."""
    said = RULES[type(rule)](rule, scene)
    closed = getattr(rule, "if_closed", None)
    return _(_CLOSED[closed]).format(day=said) if closed else said


def at_the_latest(rule: DueRule, scene: Scene) -> str:
    """By when, as the end of a sentence."""
    said = point(rule, scene)
    return said if isinstance(rule, Asap) else _("at the latest {day}").format(day=said)
