"""What pydantic finds wrong with a file, said in words for people who never heard of pydantic."""

from collections.abc import Iterator
from functools import reduce

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from governance.mandate.schema import allowed_at, choices_at
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


def _path(loc: Path, tree: object) -> Path:
    """``loc`` as in the file: without the tags of duties and due rules, which pydantic puts between a table and its
    keys, and without the empty language of a text in one language.
    """
    path: Path = ()
    value, entered = tree, False
    for step in loc:
        tag = "rule" if path[-1:] == ("due",) else "pattern" if path[-2:-1] == ("duty",) else ""
        if tag and entered and inside(value, tag) == step:
            entered = False
        elif step == "" and isinstance(value, str):
            break
        else:
            path, value, entered = (*path, step), inside(value, step), True
    return path


def _choice(path: Path, tree: object) -> Fault:
    """What must be one of a few words is none of them, or is not there."""
    value, choices = reduce(inside, path, tree), choices_at(path, tree)
    if value is None:
        return Fault(path, _("is missing"), ", ".join(choices))
    problem = _("{value} is not one of the words that can stand here").format(value=shown(value))
    return not_among(path, problem, str(value), choices)


def _said(found: ErrorDetails) -> str:
    problem = found.get("ctx", {}).get("error", found["msg"])
    words = _(_SAID.get(found["type"], N_("{value} is not what must stand here")))
    return words.format(value=shown(found["input"]), problem=problem)
