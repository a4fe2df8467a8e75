"""What pydantic finds wrong with the fields of an event, said in words for people who never heard of pydantic."""

from typing import Any, get_args

from pydantic import StringConstraints
from pydantic_core import ErrorDetails

from governance.mandate.tree import shown
from governance.model.event import ActorId, ClauseId, Email, EventRef, Key, Party, Period, Ref, Sha256, TimeOfDay
from governance.text import N_, _

__all__ = ["problem_in"]

_SAID = {
    "missing": N_("is missing"),
    "extra_forbidden": N_("is not known here"),
    "string_too_short": N_("is empty"),
    "string_too_long": N_("is too long"),
    "greater_than_equal": N_("{value} is too small"),
    "less_than_equal": N_("{value} is too large"),
    "value_error": "{problem}",
    "json_invalid": "{problem}",
}
"""By pydantic's name for the error; whatever is not named here is something of another kind."""


def _pattern(field: Any) -> str:
    patterns = (rule.pattern for rule in get_args(field) if isinstance(rule, StringConstraints) and rule.pattern)
    return str(next(patterns))


_WRITTEN = {
    _pattern(Key): N_("small letters from a to z, digits and hyphens, such as 2021-1"),
    _pattern(ClauseId): N_("letters from a to z, digits, full stops and hyphens, such as 4.1.b"),
    _pattern(Party): N_("such as person:anna, org:skovde or group:it"),
    _pattern(ActorId): N_("such as person:anna, org:skovde or system:import"),
    _pattern(Ref): N_("such as vux, vux/2021-1 or vux/2021-02-12"),
    _pattern(EventRef): N_("such as meeting:vux/2021-02-12@5"),
    _pattern(Sha256): N_("64 digits and small letters from a to f"),
    _pattern(TimeOfDay): N_("hours and minutes, such as 09:30"),
    _pattern(Email): N_("one word with an @ in it"),
    _pattern(Period): N_("such as 2021, 2021-H1, 2021-Q3 or 2021-05"),
}
"""How the texts with a form of their own are written, by the pattern of each."""


def problem_in(found: ErrorDetails) -> str:
    """What is wrong with the value of a field."""
    value, told = shown(found["input"]), found.get("ctx", {})
    if found["type"] == "string_pattern_mismatch":
        problem = _("{value} is not written as it must be").format(value=value)
        written = _WRITTEN.get(told["pattern"])
        return f"{problem}: {_(written)}" if written else problem
    words = _(_SAID.get(found["type"], N_("{value} is not what must stand here")))
    return words.format(value=value, problem=told.get("error", found["msg"]))
