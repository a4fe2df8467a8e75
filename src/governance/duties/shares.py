"""How many: a whole number, or a part of all with its rounding."""

from fractions import Fraction as Exact
from math import ceil, floor
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from governance.mandate.values import Part
from governance.text import N_, _

__all__ = ["Bound", "MostBound", "MostShare", "Share", "asked", "bound_in_words", "is_more_than_all"]

Fraction = Annotated[
    str,
    StringConstraints(pattern=r"^[1-9][0-9]{0,2}/[1-9][0-9]{0,2}$"),
    Field(description=N_('a fraction in quotes, such as "1/2"')),
]


class Share(Part):
    """A part of all: ``{ part = "1/2", plus = 1, round = "down" }`` is half plus one, which is more than half."""

    part: Fraction
    plus: Annotated[int, Field(ge=0, le=1000)] = 0
    round: Literal["up", "down", "nearest"] = "up"
    at_least: Annotated[int | None, Field(ge=0, le=10_000, title="But no fewer than this: the higher of the two")] = (
        None
    )
    at_most: Annotated[int | None, Field(ge=0, le=10_000, title="But no more than this: the lower of the two")] = None


class MostShare(Share):
    """A part of all that is not to be exceeded: a third of seven are two."""

    round: Literal["up", "down", "nearest"] = "down"


_HOW_MANY = Field(description=N_('a whole number, or a part of all such as { part = "1/2" }'))
Bound = Annotated[Annotated[int, Field(ge=0, le=10_000)] | Share, _HOW_MANY]
"""The least."""
MostBound = Annotated[Annotated[int, Field(ge=0, le=10_000)] | MostShare, _HOW_MANY]
"""The most."""


def asked(bound: int | Share, whole: int) -> int:
    """The number that a bound means where there are ``whole`` of them."""
    if not isinstance(bound, Share):
        return bound
    share = Exact(bound.part) * whole
    count = {"up": ceil(share), "down": floor(share), "nearest": floor(share + Exact(1, 2))}[bound.round] + bound.plus
    if bound.at_least is not None:
        count = max(count, bound.at_least)
    return count if bound.at_most is None else min(count, bound.at_most)


def is_more_than_all(bound: int | Share) -> bool:
    """Whether it is a share that is more than all, however many they are."""
    if not isinstance(bound, Share):
        return False
    part = Exact(bound.part)
    return bound.at_most is None and (part > 1 or (part == 1 and bound.plus > 0))


_HALF = "1/2"
_ROUNDED = {"up": N_("rounded up"), "down": N_("rounded down"), "nearest": N_("rounded to the nearest whole number")}


def bound_in_words(bound: int | Share) -> str:
    """The number, or the share with how it is rounded."""
    if not isinstance(bound, Share):
        return str(bound)
    notes = [_(_ROUNDED[bound.round])]
    if bound.plus:
        notes.append(_("plus {n}").format(n=bound.plus))
    if bound.at_least is not None:
        notes.append(_("but no fewer than {n}").format(n=bound.at_least))
    if bound.at_most is not None:
        notes.append(_("but no more than {n}").format(n=bound.at_most))
    share = _("half") if bound.part == _HALF else bound.part
    return _("{share} ({notes})").format(share=share, notes=", ".join(notes))
