"""Questions that only pick among the obligations of a day share one function: whose turn it is says a condition, and
what a row shows follows from the names of its fields."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, NamedTuple, TypeVar

from governance.compliance.values import Obligation, Phase
from governance.questions.view import View

__all__ = ["Standing", "pick", "picked"]

RowT = TypeVar("RowT")


class Standing(NamedTuple):
    """An obligation, and what holds of it on the day of a view."""

    view: View
    obligation: Obligation
    phase: Phase


Reading = Callable[[Standing], object]

_OF_OBLIGATION = ("network", "clause", "duty", "role", "counterparty")
_OF_PHASE = ("verdict", "due", "fulfilled_on", "evidence", "holders")
_READINGS: dict[str, Reading] = {
    **{name: lambda s, name=name: getattr(s.obligation, name) for name in _OF_OBLIGATION},  # type: ignore[misc]  # mypy infers no lambda with a default
    **{name: lambda s, name=name: getattr(s.phase, name) for name in _OF_PHASE},  # type: ignore[misc]  # as above
    "obligation": lambda s: s.obligation.id,
    "reason": lambda s: s.phase.reason.said(),
}
"""What a field of a row shows, by its name."""


def picked(view: View, row: type[RowT], where: Callable[[Standing], bool], **own: Reading) -> tuple[RowT, ...]:
    """A row for each obligation of the day that meets the condition, by id; ``own`` says what other fields show."""
    readings = [(own | _READINGS)[field.name] for field in fields(row)]  # type: ignore[arg-type]  # a dataclass
    candidates = (Standing(view, obligation, phase) for obligation, phase in view.standing())
    return tuple(row(*(read(one) for read in readings)) for one in candidates if where(one))


def pick(
    row: type[RowT],
    where: Callable[[Standing], bool],
    text: str,
    *,
    order: Callable[[RowT], Any] | None = None,
    **own: Reading,
) -> Callable[[View], tuple[RowT, ...]]:
    """A question of this kind; ``text`` is what help says of it, ``order`` sorts its rows, which else stand by id."""

    def answer(view: View) -> tuple[RowT, ...]:
        rows = picked(view, row, where, **own)
        return tuple(sorted(rows, key=order)) if order else rows

    answer.__doc__, answer.__annotations__["return"] = text, tuple[row, ...]  # type: ignore[valid-type]  # as written
    return answer
