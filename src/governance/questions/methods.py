"""A question as a method of whatever can ``ask``: ``ledger.missing_minutes(as_of=…)``, made from its row in the table.

What a type checker and an editor read of these methods is ``ledger/asking.pyi``, which ``make docs`` writes.
"""

import inspect
from collections.abc import Callable
from datetime import date
from functools import cached_property
from inspect import Parameter
from types import MethodType
from typing import Any

from governance.compliance.answer import Answer
from governance.questions import Question

__all__ = ["SCOPE", "Method", "signature_of"]

SCOPE: dict[str, Any] = {
    "network": str | None,
    "as_of": date | str | None,
    "known_at": "KnownAt",
}
"""What every question takes by keyword, and its type; None if omitted."""


class Method:
    """A descriptor: what answers the question is loaded when the method is first looked up."""

    def __init__(self, question: Question) -> None:
        self._question = question

    def __get__(self, asker: Any, owner: type | None = None) -> Callable[..., Answer[Any]]:
        return self._function if asker is None else MethodType(self._function, asker)

    @cached_property
    def _function(self) -> Callable[..., Answer[Any]]:
        question, signature = self._question, signature_of(self._question)

        def ask(*arguments: Any, **keywords: Any) -> Answer[Any]:
            given = signature.bind(*arguments, **keywords).arguments  # TypeError for a keyword that there is not
            answer: Answer[Any] = given.pop("self").ask(question.name, **given)
            return answer

        ask.__name__, ask.__doc__ = question.name, f"{question.text} (question {question.number})"
        ask.__signature__ = signature  # type: ignore[attr-defined]  # read by inspect and help
        return ask


def signature_of(question: Question) -> inspect.Signature:
    """What must be given may be given by position; the rest goes by keyword."""
    needed = [Parameter(p.name, Parameter.POSITIONAL_OR_KEYWORD, annotation=p.type)
              for p in question.parameters if p.required]  # fmt: skip
    optional = [
        Parameter(p.name, Parameter.KEYWORD_ONLY, default=p.default,
                  annotation=p.type | None if p.default is None else p.type)
        for p in question.parameters if not p.required
    ]  # fmt: skip
    scope = [Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=kind) for name, kind in SCOPE.items()]
    everything = [Parameter("self", Parameter.POSITIONAL_OR_KEYWORD), *needed, *optional, *scope]
    return inspect.Signature(everything, return_annotation=f"Answer[{question.row.__name__}]")
