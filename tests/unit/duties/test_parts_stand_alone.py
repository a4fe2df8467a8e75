"""Nobody asks which part of the mandate language a thing is: what others need to know, the part says itself.

Looked for in the sources: ``isinstance`` on a duty, a pattern or a measure, ``getattr`` on one of them, and the word of
a part in quotation marks outside the part's own file.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from governance.duties.due import RULE_OF
from governance.duties.measures import MEASURE_OF
from governance.duties.occasions import OCCASION_OF

SOURCES = Path(__file__).parents[3] / "src" / "governance"
PARTS = frozenset({"duty", "measure", "pattern"})
"""What a variable is called that holds a part."""
COMMON = frozenset(
    {
        "after", "attendance", "before", "earliest", "holders", "kept", "latest", "meetings", "members", "on",
        "present", "quota", "report", "retention", "rotation", "standing", "terms", "unmeasured",
    }
)  # fmt: skip
"""Words of parts that are also keys, fields and names of other things; whoever compares a part with one of them reads
it from ``pattern``, ``of`` or ``rule``, which is looked for."""
WORDS = frozenset({*OCCASION_OF, *MEASURE_OF, *RULE_OF}) - COMMON

ALLOWED = {
    ("duties/compiled.py", "isinstance"): 1,  # evidence, signatures and a first day are stated by deeds alone
    ("duties/render/duties.py", "isinstance"): 1,  # the same, in words
    ("duties/holes/view.py", "isinstance"): 2,  # the same; and numbers that are kept are compared with each other
    ("duties/holes/fulfilment.py", "isinstance"): 1,  # what no deed shows is owed once
    ("locale/names.py", "word"): 2,  # what is owed, in a word, for people
    ("questions/quotas.py", "isinstance"): 2,  # a question about one measure: how many meetings a period asks for
}
"""By file: how many such places there are, and why."""


def test_nobody_asks_which_part_a_thing_is() -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for file in SOURCES.rglob("*.py"):
        path = file.relative_to(SOURCES).as_posix()
        seen.update((path, kind) for kind in kinds(ast.parse(file.read_text("utf-8")), file.stem))
    assert seen == ALLOWED
    assert seen.total() <= 20


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("isinstance(duty, EachMeeting)", "isinstance"),
        ("isinstance(placed.duty, EachPeriod | EachYear)", "isinstance"),
        ("isinstance(one.duty.measure, Quorum)", "isinstance"),
        ("getattr(duty, 'kinds', ())", "getattr"),
        ("getattr(placed.measure, 'side')", "getattr"),
        ("pattern == 'each_meeting'", "word"),
        ("duty['pattern'].text == 'kept'", "word"),
        ("measure.of != 'holders'", "word"),
        ("of in ('rotation', 'terms')", "word"),
        ("{'each_event': 1}", "word"),
    ],
)
def test_such_a_place_is_seen(code: str, kind: str) -> None:
    assert list(kinds(ast.parse(code), "other")) == [kind]


def test_a_part_says_its_own_word() -> None:
    assert list(kinds(ast.parse("pattern: Literal['each_year']"), "each_year")) == []


def kinds(tree: ast.AST, own: str) -> Iterator[str]:
    """Each such place in a file, by what it does there; ``own`` is the file's name without ending."""
    compared: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "getattr" as function), args=[about, *_others]):
                if _name(about) in PARTS:
                    yield function
            case ast.Compare(left=left, comparators=others) if _name(left) in {"pattern", "of", "rule"}:
                found = [each for other in others for each in ast.walk(other) if _word(each) in WORDS | COMMON]
                compared.update(map(id, found))
                if found and own not in map(_word, found):
                    yield "word"
            case ast.Constant() if id(node) not in compared and _word(node) in WORDS - {own}:
                yield "word"


def _word(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(node: ast.AST) -> str | None:
    """What a value is called: the last name, or the last key, that leads to it."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr="text" | "value"):
            return _name(value)
        case ast.Attribute(attr=name):
            return name
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            return name
    return None
