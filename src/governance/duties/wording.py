"""What pydantic finds wrong with a file, said in words for people who never heard of pydantic."""

from collections.abc import Callable, Iterator
from functools import reduce

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from governance.duties.schema import allowed_at, choices_at
from governance.mandate.tree import Fault, Path, inside, not_among, shown
from governance.text import N_, _

__all__ = ["shape_faults"]

_SAID = {
    "missing": N_("is missing"),
    "string_too_short": N_("is empty"),
    "too_short": N_("is empty"),
    "string_too_long": N_("is too long"),
    "greater_than_equal": N_("{value} is too small"),
    "less_than_equal": N_("{value} is too large"),
    "string_pattern_mismatch": N_("{value} is not written as it must be"),
    "value_error": "{value}: {problem}",
    "no_such_day": "{problem}",
}
"""By pydantic's name for the error; whatever is not named here stands where something of another kind belongs."""


def shape_faults(error: ValidationError, tree: object) -> Iterator[Fault]:
    """One Fault for each thing that pydantic found in the values of a file, in its order."""
    for found in error.errors(include_url=False):
        path, kind = _path(found["loc"], tree), found["type"]
        if path is None or (kind == "too_short" and _is_long_enough(found)):
            continue
        if kind == "extra_forbidden":
            yield not_among(path, _("is no key that is known here"), str(path[-1]), choices_at(path[:-1], tree))
        elif kind == "literal_error":
            yield _choice(path, tree)
        elif kind.startswith("union_tag"):
            yield _choice((*path, found["ctx"]["discriminator"].strip("'")), tree)
        elif path[-1:] == ("[key]",):
            yield Fault(path[:-1], _("is no language"), _("two small letters, such as sv or en"))
        else:
            yield Fault(path, _said(found), found.get("ctx", {}).get("allowed") or allowed_at(path, tree))


def _is_long_enough(found: ErrorDetails) -> bool:
    """Pydantic does not count the entries of a list that are wrong themselves."""
    given = found["input"]
    return isinstance(given, list) and len(given) >= found["ctx"]["min_length"]


def _path(loc: Path, tree: object) -> Path | None:
    """``loc`` as in the file: without the tags that pydantic puts between a table and its keys where there are several
    kinds of table, and without the step into a single thing that is taken for its own list. None for what is wrong only
    if a number were a table, or a table a number.
    """
    path: Path = ()
    value, entered = tree, False
    for step in loc:
        if entered and (tag := _tag(path)) and inside(value, tag) == step:
            entered = False
        elif entered and path[-1:] in _NUMBERS and step in _MEANT:
            if not _MEANT[step](value):
                return None
            entered = False
        elif step in ("", 0) and isinstance(value, str):
            break
        else:
            path, value, entered = (*path, step), inside(value, step), True
    return path


_NUMBERS = (("at_least",), ("at_most",))
"""The keys under which a number stands, or a share."""
_MEANT: dict[str | int, Callable[[object], bool]] = {
    "constrained-int": lambda value: not isinstance(value, dict),
    "Share": lambda value: isinstance(value, dict),
    "MostShare": lambda value: isinstance(value, dict),
}
"""Pydantic's names for what can stand there, and whether a value was meant to be that."""


_RULES = (("due",), ("not_before",), ("at_the_latest",), ("waived_at_the_latest",))
"""Under which keys a due rule stands."""


def _tag(path: Path) -> str:
    """The key by which pydantic knows which kind of table stands at ``path``; empty where there is only one kind."""
    if path[-2:-1] == ("duty",):
        return "pattern"
    if path[-1:] == ("measure",):
        return "of"
    return "rule" if path[-1:] in _RULES or path[-2:-1] == ("of",) else ""


def _choice(path: Path, tree: object) -> Fault:
    """What must be one of a few words is none of them, or is not there."""
    value, choices = reduce(inside, path, tree), choices_at(path, tree)
    if value is None:
        return Fault(path, _("is missing"), ", ".join(choices))
    problem = _("{value} is not one of the words that can stand here").format(value=shown(value))
    return not_among(path, problem, str(value), choices)


def _said(found: ErrorDetails) -> str:
    if found["type"] == "too_short" and found["input"]:
        return _("has too few entries; {n} are the least").format(n=found["ctx"]["min_length"])
    problem = found.get("ctx", {}).get("error", found["msg"])
    words = _(_SAID.get(found["type"], N_("{value} is not what must stand here")))
    return words.format(value=shown(found["input"]), problem=problem)
