"""Numbers of members and holders that cannot be kept all at once."""

from collections.abc import Iterator

from governance.duties.holes.view import View
from governance.mandate.tree import Doubt
from governance.text import _

__all__ = ["HOLES"]


def kept_numbers_against_each_other(view: View) -> Iterator[Doubt]:
    """Of whole roles and all members, or of the same side and among the same roles."""
    leasts: dict[object, tuple[int, str]] = {}
    kept = [(placed, measure) for placed, measure in view.kept_numbers if not placed.duty.if_]
    for placed, measure in kept:
        least = measure.at_least if isinstance(measure.at_least, int) else 0
        for side in {None, measure.side}:
            for among in {(), measure.counted_of}:
                key = (measure.whose, side, among)
                leasts[key] = max(leasts.get(key, (0, "")), (least, placed.id))
    for placed, measure in kept:
        least, id_ = leasts[measure.whose, measure.side, measure.counted_of]
        if isinstance(measure.at_most, int) and least > measure.at_most:
            text = _("no more than {most} are allowed, and {id} asks for {least}")
            words = text.format(most=measure.at_most, id=id_, least=least)
            yield Doubt((*placed.path, "measure", "at_most"), placed.id, words, _("compare the two"))


HOLES = (kept_numbers_against_each_other,)
