"""What if: a due date that a question assumes, told in a few characters such as ``minutes=14d``."""

import re
from collections.abc import Iterable, Sequence

from governance.compliance.duty import CompiledDuty, Extra
from governance.compliance.facts import Facts
from governance.duties.due.after import After
from governance.duties.language import Assumption
from governance.duties.occasions import DUE_PATTERNS
from governance.errors import AssumptionFillsNothing, FieldInvalid
from governance.text import _

__all__ = ["assumed"]

_SHAPE = re.compile(r"([A-Za-z0-9][A-Za-z0-9.§_-]{0,62})=([0-9]{1,4})(h|d|wd|w|m|y)", re.ASCII)
_UNITS = {"h": "hours", "d": "days", "wd": "working_days", "w": "weeks", "m": "months", "y": "years"}


def assumed(facts: Iterable[Facts], told: Sequence[str]) -> Extra:
    """The assumptions that are meant. Each names a clause, or the beginning of a kind of evidence, and how long after
    what calls for it it would be due: ``Se2=14d``, ``minutes=10wd``; units h, d, wd (working days), w, m, y.

    They fill silences only. Raises FieldInvalid for what cannot be understood, AssumptionFillsNothing where no clause
    that is meant is silent on when.
    """
    stated = [duty for one in facts for version in one.network.versions() for duty in one.stated_by(version)]
    return tuple(assumption for text in told for assumption in _assumed(stated, text))


def _assumed(stated: Sequence[CompiledDuty], text: str) -> list[Assumption]:
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise FieldInvalid(field="assume", problem=_("{text}: write minutes=14d, or Se2=10wd").format(text=repr(text)))
    what, count, unit = match[1], int(match[2]), _UNITS[match[3]]
    try:
        rule = After.model_validate({"rule": "after", unit: count})
    except ValueError as error:
        raise FieldInvalid(field="assume", problem=_("{text}: too long").format(text=repr(text))) from error
    meant = [duty for duty in stated if duty.clause == what or (duty.evidence or "").startswith(what)]
    silent = {duty.clause: None for duty in meant if duty.clause and duty.due is None and duty.pattern in DUE_PATTERNS
              and duty.measure is None}  # fmt: skip
    if not silent:
        known = sorted({duty.evidence for duty in stated if duty.evidence and duty.due is None})
        raise AssumptionFillsNothing(what=what, allowed=", ".join(known))
    return [Assumption(id="what-if", clause=clause, due=rule, text={"": text}) for clause in silent]
