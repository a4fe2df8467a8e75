"""``src/governance/ledger/asking.pyi``: the types of the questions' methods, for type checkers and editors."""

import inspect
from collections import defaultdict
from collections.abc import Iterator
from types import UnionType
from typing import Any

from governance.questions import QUESTIONS
from governance.questions.methods import signature_of


def asking_stub() -> Iterator[str]:
    """A method for each row of the table, with every keyword that it takes."""
    rows: dict[str, set[str]] = defaultdict(set)
    for question in QUESTIONS.values():
        rows[question.row.__module__].add(question.row.__name__)
    yield "# Made by `make docs` from the table QUESTIONS: change it there."
    yield "from abc import ABC, abstractmethod\nfrom datetime import date\nfrom typing import Any\n"
    yield "from governance.answers import KnownAt\nfrom governance.compliance.answer import Answer"
    yield from (f"from {module} import {', '.join(sorted(rows[module]))}" for module in sorted(rows))
    yield "\nclass Asking(ABC):"
    yield from _method("ask", _ASK, "One of the auditor's questions by its name.", "    @abstractmethod\n")
    for question in QUESTIONS.values():
        yield from _method(question.name, signature_of(question), f"{question.text} (question {question.number})")


def _method(name: str, signature: inspect.Signature, text: str, before: str = "") -> Iterator[str]:
    yield f"{before}    def {name}("
    keyword_only = False
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not keyword_only:
            keyword_only = True
            yield "        *,"
        yield f"        {_written(parameter)},"
    yield f'    ) -> {signature.return_annotation}:\n        """{text}"""\n'


def _written(parameter: inspect.Parameter) -> str:
    if parameter.kind is parameter.VAR_KEYWORD:
        return "**parameters: Any"
    kind = "" if parameter.annotation is parameter.empty else f": {_type(parameter.annotation)}"
    return parameter.name + kind + ("" if parameter.default is parameter.empty else f" = {_literal(parameter.default)}")


def _type(kind: Any) -> str:
    if isinstance(kind, UnionType):
        return " | ".join("None" if arm is type(None) else _type(arm) for arm in kind.__args__)
    return kind if isinstance(kind, str) else str(kind.__name__)


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


_SCOPE = [p for p in signature_of(QUESTIONS["missing_minutes"]).parameters.values() if p.name != "self"]
_ASK = inspect.Signature(
    [
        inspect.Parameter("self", inspect.Parameter.POSITIONAL_OR_KEYWORD),
        inspect.Parameter("question", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=str),
        *_SCOPE,
        inspect.Parameter("parameters", inspect.Parameter.VAR_KEYWORD),
    ],
    return_annotation="Answer[Any]",
)
