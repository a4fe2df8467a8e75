"""What calls for a duty, in words: the beginning of its sentence, and the day from which its due rules count."""

from collections.abc import Callable, Mapping
from typing import Any

from governance.duties.events import event_called
from governance.duties.patterns import Duty, EachEvent, EachItem, EachMeeting, EachPeriod, Step
from governance.duties.proof import proof
from governance.duties.scene import Scene
from governance.mandate.names import MONTHS, Names, either, every, quoted, told
from governance.text import N_, _, ngettext

__all__ = ["OCCASIONS", "occasion", "scene"]


def _each_meeting(duty: EachMeeting, names: Names) -> str:
    return _("For each meeting{kinds}").format(kinds=names.of_kinds(duty.kinds))


_EVERY = {
    "year": N_("For each year"),
    "half_year": N_("For each half-year"),
    "third": N_("For each third of a year"),
    "quarter": N_("For each quarter"),
    "two_months": N_("For each two months"),
    "month": N_("For each month"),
    "week": N_("For each week, from Monday to Sunday"),
}


def _each_period(duty: EachPeriod, _names: Names) -> str:
    said = _(_EVERY[duty.every])
    if duty.months:
        said = _("In {months} of each year").format(months=every([_(MONTHS[month - 1]) for month in duty.months]))
    if duty.year_begins == 1:
        return said
    begins, ends = (_(MONTHS[month - 1]) for month in (duty.year_begins, duty.year_begins - 1))
    return _("{period} (the year runs from {begins} to {ends})").format(period=said, begins=begins, ends=ends)


def _each_event(duty: EachEvent, names: Names) -> str:
    kind, roles = event_called(duty.event), either([names.role(key) for key in duty.roles])
    if kind.begins_of_duty:
        return kind.begins_of_duty(duty, roles)
    if roles and kind.begins_of_roles:
        return _(kind.begins_of_roles).format(roles=roles)
    begins = _(kind.begins) if kind.begins else _("Each time this is recorded: {act}").format(
        act=proof(duty.event, names).things
    )  # fmt: skip
    return _("{event} (of the role {roles})").format(event=begins, roles=roles) if roles else begins


def _each_item(duty: EachItem, names: Names) -> str:
    n = duty.open_after
    text = ngettext(
        "For each agreed action that is still open after {n} later meeting{kinds}",
        "For each agreed action that is still open after {n} later meetings{kinds}", n,
    )  # fmt: skip
    return text.format(n=n, kinds=names.of_kinds(duty.kinds))


OCCASIONS: dict[str, Callable[[Any, Names], str]] = {
    "each_meeting": _each_meeting,
    "each_period": _each_period,
    "each_year": lambda _duty, _names: _("For each calendar year"),
    "each_event": _each_event,
    "standing": lambda _duty, _names: _("Once, while the clause is in force"),
    "kept": lambda _duty, _names: _("At all times"),
    "each_item": _each_item,
}
"""How the sentence of a duty begins, by its pattern."""

_TRIGGERS = {
    "each_meeting": N_("the meeting"),
    "each_period": N_("the first day of the period"),
    "each_year": N_("the first day of the year"),
    "each_event": N_("that day"),
    "standing": N_("the day on which the clause comes into force"),
    "kept": N_("that day"),
    "each_item": N_("the last of these meetings"),
}


def occasion(duty: Duty, names: Names) -> str:
    """How a duty's sentence begins."""
    return OCCASIONS[duty.pattern](duty, names)


def scene(duty: Duty, names: Names) -> Scene:
    """What the words of a duty rest on."""
    trigger = _TRIGGERS.get(duty.pattern, "")
    before = ""
    if isinstance(duty, EachEvent):
        kind = event_called(duty.event)
        trigger = (duty.in_a_row and kind.trigger_of_several) or kind.trigger or trigger
    if isinstance(duty, EachMeeting):
        before = _("the day for which the meeting is planned")
    of_kinds = isinstance(duty, EachMeeting) and bool(duty.kinds)
    return Scene(names, _(trigger), before, _step_names(getattr(duty, "steps", ())), _same(duty), of_kinds)


_SPANS = {
    "week": (),
    "month": ("month", "quarter", "half_year", "year"),
    "two_months": ("half_year", "year"),
    "quarter": ("quarter", "half_year", "year"),
    "third": ("year",),
    "half_year": ("half_year", "year"),
    "year": ("year",),
}
"""The periods of which each period lies in one only."""


def _same(duty: Duty) -> tuple[str, ...]:
    if isinstance(duty, EachPeriod):
        return _SPANS["month" if duty.months else duty.every] if duty.year_begins == 1 else ()
    return {"each_year": _SPANS["year"], "standing": ()}.get(duty.pattern, _SPANS["month"])


def _step_names(steps: tuple[Step, ...]) -> Mapping[str, str]:
    """What each step is called inside a sentence."""
    return {
        step.key: quoted(told(step.name)) if step.name else _("step {n}").format(n=number)
        for number, step in enumerate(steps, 1)
    }
