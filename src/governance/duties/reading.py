"""From the text of a mandate file to a Mandate, or to a list of everything that is wrong with it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from pydantic import ValidationError

from governance.duties.checks import contradictions
from governance.duties.holes import Finding, holes
from governance.duties.language import Mandate
from governance.duties.wording import shape_faults
from governance.errors import MandateInvalid
from governance.mandate.syntax import NotReadableError, values_and_lines
from governance.mandate.tree import Fault, named
from governance.text import _

__all__ = ["MAX_PROBLEMS", "Checked", "Problem", "adopted", "check_mandate", "read_mandate"]

MAX_PROBLEMS = 500
"""So many are told at once; a file with more is probably something else than a mandate."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of a mandate file, with its place and what may stand there. An empty key is the whole file."""

    file: str
    line: int
    key: str
    problem: str
    allowed: str = ""

    def __str__(self) -> str:
        text = ": ".join(part for part in (f"{self.file}:{self.line}", self.key, self.problem) if part)
        return _("{text} (allowed: {allowed})").format(text=text, allowed=self.allowed) if self.allowed else text


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a file: a mandate and what is doubtful in it, or the faults for which it is none."""

    mandate: Mandate | None
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]


def check_mandate(text: str, file: str = "mandate.toml") -> Checked:
    """Everything that can be said against the text of a mandate file; never raises for what is in it.

    What is doubtful is looked for only where there is no fault.
    """
    try:
        mandate = read_mandate(text, file)
    except MandateInvalid as error:
        return Checked(None, error.details["problems"], ())
    return Checked(mandate, (), holes(mandate, text, file))


@lru_cache(maxsize=256)
def read_mandate(text: str, file: str = "mandate.toml") -> Mandate:
    """The mandate in the text of a TOML file, read once; ``file`` is its name for messages.

    Raises MandateInvalid with a Problem for each fault, in the order of the lines.
    """
    try:
        tree, lines = values_and_lines(text.removeprefix("\ufeff"))
    except NotReadableError as error:
        raise _invalid(file, [Problem(file, error.line, "", error.problem)]) from error
    mandate, shape = _validated(tree)
    faults = list(islice(chain(shape, contradictions(tree)), MAX_PROBLEMS))
    if mandate and not faults:
        return mandate
    found = [Problem(file, lines.of(f.path), named(f.path, tree), f.problem, f.allowed) for f in faults]
    raise _invalid(file, sorted(dict.fromkeys(found), key=lambda problem: problem.line))


@lru_cache(maxsize=256)
def adopted(document: str) -> Mandate:
    """The mandate in a text that was checked when it was adopted: parsed, not checked again. Raises MandateInvalid."""
    try:
        tree, _lines = values_and_lines(document.removeprefix("\ufeff"))
    except NotReadableError as error:
        raise _invalid("mandate.toml", [Problem("mandate.toml", error.line, "", error.problem)]) from error
    mandate, shape = _validated(tree)
    if mandate is None:
        raise _invalid("mandate.toml", [Problem("mandate.toml", 1, named(f.path, tree), f.problem) for f in shape])
    return mandate


def _validated(tree: dict[str, object]) -> tuple[Mandate | None, Iterable[Fault]]:
    try:
        return Mandate.model_validate_json(json.dumps(tree), by_alias=True, by_name=False), ()
    except ValidationError as error:
        return None, shape_faults(error, tree)


def _invalid(file: str, problems: list[Problem]) -> MandateInvalid:
    return MandateInvalid(file=file, count=len(problems), problems=tuple(problems))
