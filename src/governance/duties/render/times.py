"""Lengths of time and due rules in words: one small function for each rule, in a visible table.

A rule becomes what stands after "at the latest": "14 days after the meeting", "in May 2024".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from governance.duties.due_rules import (
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
from governance.duties.render.names import MONTHS, WEEKDAYS, Names, when
from governance.text import N_, _, ngettext
from governance.time import When

__all__ = ["RULES", "Scene", "at_the_latest", "length", "on", "point"]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a duty's own words rest on: the names, what calls for it, and what its steps are called."""

    names: Names
    trigger: str
    """The day from which its due rules count, where they name no other."""
    before: str = ""
    """That day for rules that count backwards, where it is another."""
    steps: Mapping[str, str] = field(default_factory=dict)
    same: tuple[str, ...] = ()
    """Of which periods "the same" is clear without saying: for a quarterly duty the year, but not the month."""
    of_kinds: bool = False
    """Whether it is about meetings of some kinds, so that the next meeting is the next of these kinds."""

    def anchor(self, name: str | None, *, backwards: bool = False) -> str:
        """What a due rule counts from."""
        if name is None or name == "trigger":
            return self.before if backwards and self.before else self.trigger
        kind, dot, what = name.partition(".")
        if not dot:
            return _(_SUCH[name] if self.of_kinds and name in _SUCH else ANCHORS[name])
        step = self.steps.get(what)
        what = step or _("clause {id}").format(id=what)
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
_SUCH = {
    "next_meeting": N_("the next such meeting"),
    "previous_meeting": N_("the last such meeting before it"),
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
        return _same_day(anchor)
    return _("{length} after {anchor}").format(length=length(rule), anchor=anchor)


def _same_day(anchor: str) -> str:
    return _("on that day") if anchor == _("that day") else _("on the same day as {anchor}").format(anchor=anchor)


def _before(rule: Before, scene: Scene) -> str:
    anchor = scene.anchor(rule.from_, backwards=True)
    if rule.told[1] == 0:
        return _same_day(anchor)
    return _("{length} before {anchor}").format(length=length(rule), anchor=anchor)


def on(date: When) -> str:
    """On a day, in a month or in a year."""
    return _(_ON[date.precision]).format(when=when(date))


def _on(rule: On, _scene: Scene) -> str:
    return on(rule.date)


_ON = {"day": N_("on {when}"), "month": N_("in {when}"), "year": N_("in the year {when}")}


def _in_year(rule: InYear, scene: Scene) -> str:
    day = _("on {day} {month}") if rule.day else _("in {month}")
    day = day.format(day=rule.day, month=_(MONTHS[rule.month - 1]))
    year = _counted("year", rule.years_later, rule.from_, scene)
    return _("{day} of {year}").format(day=day, year=year)


class _Period(NamedTuple):
    """How a period is named: by what calls for the duty, and by another anchor; that one, the next, or a later one."""

    same: str
    following: str
    of: str
    after: str
    later: Callable[[int], str]
    later_than: Callable[[int], str]


_PERIODS = {
    "month": _Period(
        N_("the same month"), N_("the following month"),
        N_("the month in which {anchor} falls"), N_("the month after the one in which {anchor} falls"),
        lambda n: ngettext("the month {n} month later", "the month {n} months later", n),
        lambda n: ngettext(
            "the month {n} month after the one in which {anchor} falls",
            "the month {n} months after the one in which {anchor} falls", n,
        ),
    ),
    "quarter": _Period(
        N_("the same quarter"), N_("the following quarter"),
        N_("the quarter in which {anchor} falls"), N_("the quarter after the one in which {anchor} falls"),
        lambda n: ngettext("the quarter {n} quarter later", "the quarter {n} quarters later", n),
        lambda n: ngettext(
            "the quarter {n} quarter after the one in which {anchor} falls",
            "the quarter {n} quarters after the one in which {anchor} falls", n,
        ),
    ),
    "half_year": _Period(
        N_("the same half-year"), N_("the following half-year"),
        N_("the half-year in which {anchor} falls"), N_("the half-year after the one in which {anchor} falls"),
        lambda n: ngettext("the half-year {n} half-year later", "the half-year {n} half-years later", n),
        lambda n: ngettext(
            "the half-year {n} half-year after the one in which {anchor} falls",
            "the half-year {n} half-years after the one in which {anchor} falls", n,
        ),
    ),
    "year": _Period(
        N_("the same year"), N_("the following year"),
        N_("the year in which {anchor} falls"), N_("the year after the one in which {anchor} falls"),
        lambda n: ngettext("the year {n} year later", "the year {n} years later", n),
        lambda n: ngettext(
            "the year {n} year after the one in which {anchor} falls",
            "the year {n} years after the one in which {anchor} falls", n,
        ),
    ),
}  # fmt: skip


def _counted(period: str, later: int, anchor: str | None, scene: Scene) -> str:
    """The anchor's month, quarter, half-year or year, or one so many later."""
    named = _PERIODS[period]
    clear = anchor in (None, "trigger") and period in scene.same
    if later == 0:
        text = _(named.same if clear else named.of)
    elif later == 1:
        text = _(named.following if clear else named.after)
    else:
        text = (named.later if clear else named.later_than)(later)
    return text.format(n=later, anchor=scene.anchor(anchor))


def _in_period(rule: InPeriod, scene: Scene) -> str:
    period = _counted(rule.period, rule.later, rule.from_, scene)
    return _("at the end of {period}").format(period=period)


def _day_of_month(rule: MonthDay, scene: Scene) -> str:
    text = _("on day {day} of {month}") if rule.day < 29 else _("on day {day}, or the last day, of {month}")
    return text.format(day=rule.day, month=_counted("month", rule.months_later, rule.from_, scene))


_NTH = {
    1: N_("on the first {weekday} of {month}"),
    2: N_("on the second {weekday} of {month}"),
    3: N_("on the third {weekday} of {month}"),
    4: N_("on the fourth {weekday} of {month}"),
    -1: N_("on the last {weekday} of {month}"),
}


def _nth_weekday(rule: NthWeekday, scene: Scene) -> str:
    month = _counted("month", rule.months_later, rule.from_, scene)
    if rule.month:
        text = _("{month} of {year}")
        if rule.months_later:
            text = ngettext(
                "the month {n} month after {month} of {year}", "the month {n} months after {month} of {year}",
                rule.months_later,
            )  # fmt: skip
        year = _counted("year", 0, rule.from_, scene)
        month = text.format(month=_(MONTHS[rule.month - 1]), year=year, n=rule.months_later)
    return _(_NTH[rule.nth]).format(weekday=_(WEEKDAYS[rule.weekday]), month=month)


def _asap(_rule: Asap, _scene: Scene) -> str:
    return _("as soon as possible")


def _earliest(rule: Earliest, scene: Scene) -> str:
    days = _dated(rule, scene)
    said = _("on whichever of these days comes first: {days}").format(days="; ".join(days))
    if len(days) == len(rule.of):
        return said
    if not days:
        return _("as soon as possible")
    return _("as soon as possible, at the latest {day}").format(day=said if len(days) > 1 else days[0])


def _latest(rule: Latest, scene: Scene) -> str:
    days = _dated(rule, scene)
    if len(days) == len(rule.of):
        return _("on whichever of these days comes last: {days}").format(days="; ".join(days))
    if not days:
        return _("as soon as possible")
    text = _("as soon as possible, without a last day (whichever comes last of that and of these: {days})")
    return text.format(days="; ".join(days))


def _dated(rule: Earliest | Latest, scene: Scene) -> list[str]:
    """The days among them; as soon as possible is none."""
    return [point(each, scene) for each in rule.of if not isinstance(each, Asap)]


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
    "next_working_day": N_("{day} (if that is not a working day, on the next one)"),
    "previous_working_day": N_("{day} (if that is not a working day, on the one before)"),
}


def point(rule: DueRule, scene: Scene) -> str:
    """The day to which a due rule leads."""
    said = RULES[type(rule)](rule, scene)
    closed = getattr(rule, "if_closed", None)
    return _(_CLOSED[closed]).format(day=said) if closed else said


def at_the_latest(rule: DueRule, scene: Scene) -> str:
    """By when, as the end of a sentence."""
    said = point(rule, scene)
    several = rule.of if isinstance(rule, Earliest | Latest) else (rule,)
    if any(isinstance(each, Asap) for each in several):
        return said
    return _("at the latest {day}").format(day=said)
