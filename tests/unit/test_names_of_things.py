"""Five words name everything, and so nothing: no variable, parameter, function or field is called so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = frozenset({"asked", "found", "known", "said", "told"})
PUBLISHED = {("src/governance/questions/quotas.py", "asked")}
"""Fields that published JSON has, by file and name."""
STILL_TO_DO = frozenset(
    {
        "governance/answers.py", "governance/compliance", "governance/duties", "governance/ledger", "governance/locale",
        "governance/mandate", "governance/model", "governance/proof", "governance/schemas.py",
        "governance/store", "governance/text.py", "governance/verify",
    }
)  # fmt: skip
"""The rooms in which they still stand: a room leaves this list when it is rebuilt, and none comes back."""


def test_no_room_but_those_still_to_do_has_a_name_that_names_everything() -> None:
    assert {room_of(file) for file in sources() if _named(file) & WORDS} == STILL_TO_DO


@pytest.mark.parametrize(
    "code",
    ["told = 1", "def _found(): ...", "def f(*known): ...", "class A:\n    said: int", "self.asked = 1",
     "lambda told: told", "for found in (): ...", "with a as known: ...", "class A:\n    def said(self): ..."],
)  # fmt: skip
def test_such_a_name_is_seen(code: str) -> None:
    assert set(names(ast.parse(code))) & WORDS


def _named(file: Path) -> set[str]:
    path, used = file.relative_to(ROOT).as_posix(), set(names(ast.parse(file.read_text("utf-8"))))
    return {name for name in used if (path, name) not in PUBLISHED}


def sources() -> Iterator[Path]:
    for folder in ("src/governance", "cli/governance_cli"):
        yield from (ROOT / folder).rglob("*.py")


def room_of(file: Path) -> str:
    """``governance/store``, or the file itself if it lies in no room; the command line is one room."""
    parts = file.relative_to(ROOT).parts[1:]
    return "/".join(parts[:2]) if parts[0] == "governance" else parts[0]


def names(tree: ast.AST) -> Iterator[str]:
    """Every name that the code gives, without underscores around it."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                yield name.strip("_")
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name.strip("_")
