"""What the pages for contributors name is there: paths, modules, classes, functions, commands.

The rule, for each piece of text between backticks outside of blocks of code:

- what ends in ``/`` or in the ending of a file, or begins with a folder of ours, is a path: below the root, ``src``,
  ``src/governance`` or ``cli/governance_cli``; a bare file name may lie anywhere below these; ``*`` and a NAME in
  capitals stand for any name
- ``Name``, ``NAME``, ``_NAME``, ``Name.name`` and ``name()`` are defined or imported somewhere in our code
- ``a_name`` with an underscore occurs in our code as a word; ``governance.name`` is a module, ``python -m name`` too
- ``make name`` is a target of the Makefile, ``governance name`` a command

What else stands between backticks (values, ids, ordinary words) is not looked at.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from governance_cli.nouns import entries

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md", *sorted((ROOT / "docs" / "adr").glob("*.md"))]
PLACES = (ROOT, ROOT / "src", ROOT / "src" / "governance", ROOT / "cli" / "governance_cli")
CODE = ("src", "cli", "tests", "scripts", "docs", "benchmarks")
OF_OTHERS = {
    "Rule": "a word of feature files",
    "FULL": "a setting of SQLite",
    "ProjectionRunner": "a class of the eventsourcing library",
    "verify.py": "what `standalone.py` is called in a pack",
    "manifest.json": "lies in a pack",
    "manifest.note": "lies in a pack",
}
"""Names that are no names of our code, and what they are."""

_PATH = re.compile(r"[\w.*-]*(?:/[\w.*-]+)*(?:/|\.(?:py|pyi|md|toml|txt|feature|json|jsonl))")
_NAME = re.compile(r"@?(?:[a-z_]\w*\.)*(_?[A-Z]\w*)(?:\.(\w+))?(?:\(.*\))?")
_CALL = re.compile(r"(?:\w+\.)*([a-z_]\w*)\(.*\)")
_WORD = re.compile(r"[a-z]+(?:_[a-z0-9]+)+")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_names_is_there(page: Path) -> None:
    assert [piece for piece in pieces(page.read_text("utf-8")) if not is_there(piece)] == []


@pytest.mark.parametrize(
    "piece",
    ["mandate/interview/", "nowhere.py", "tests/unit/mandate/", "NoSuchClass", "_NO_TABLE", "Desk.no_method",
     "no_call()", "a_word_that_nobody_wrote", "governance.nowhere", "make tea", "governance tea",
     "python -m tests.nowhere"],
)  # fmt: skip
def test_what_is_not_there_is_seen(piece: str) -> None:
    assert not is_there(piece)


def pieces(page: str) -> list[str]:
    """What stands between backticks, outside of blocks of code."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", page, flags=re.DOTALL))


def is_there(piece: str) -> bool:
    """Whether it exists, or is nothing that could."""
    if piece in OF_OTHERS:
        return True
    if command := re.fullmatch(r"(make|governance|python -m) ([\w.-]+).*", piece):
        return _has_command(command[1], command[2])
    if re.fullmatch(r"governance(\.[a-z_]+)+", piece):
        return _module(piece)
    if _PATH.fullmatch(piece) or (piece.partition("/")[0] in _folders() and "/" in piece and ":" not in piece):
        return any(_paths(piece))
    if name := _NAME.fullmatch(piece):
        return name[1] in _defined() and (name[2] is None or name[2] in _defined())
    if call := _CALL.fullmatch(piece):
        return call[1] in _defined()
    return not _WORD.fullmatch(piece) or piece in _words()


def _has_command(program: str, name: str) -> bool:
    if program == "make":
        return re.search(rf"^{re.escape(name)}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE) is not None
    if program == "governance":
        return name.startswith("-") or name in {entry.name for entry in entries()}
    return _module(name)


def _module(name: str) -> bool:
    path = name.replace(".", "/")
    return any((place / f"{path}.py").is_file() or (place / path).is_dir() for place in PLACES[:2])


@cache
def _folders() -> frozenset[str]:
    return frozenset(entry.name for place in PLACES for entry in place.iterdir() if entry.is_dir())


def _paths(piece: str) -> Iterator[Path]:
    pattern = re.sub(r"\b[A-Z]+\b", "*", piece).rstrip("/")
    for place in PLACES:
        yield from place.glob(pattern)
        if "/" not in pattern and place is not ROOT:
            yield from place.rglob(pattern)


@cache
def _sources() -> tuple[str, ...]:
    return tuple(file.read_text("utf-8") for folder in CODE for file in (ROOT / folder).rglob("*.py")
                 if file != Path(__file__))  # fmt: skip


@cache
def _words() -> frozenset[str]:
    return frozenset(word for source in _sources() for word in re.findall(r"\w+", source))


@cache
def _defined() -> frozenset[str]:
    return frozenset(name for source in _sources() for node in ast.walk(ast.parse(source)) for name in _names(node))


def _names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.ClassDef() | ast.FunctionDef():
            yield node.name
        case ast.Name(ctx=ast.Store()):
            yield node.id
        case ast.Attribute(ctx=ast.Store()):
            yield node.attr
        case ast.alias():
            yield node.asname or node.name
