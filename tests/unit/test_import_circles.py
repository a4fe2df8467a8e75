"""No circle of imports inside the packages, those for type checkers counted: what is imported stands below."""

from collections.abc import Iterator, Mapping, Set

import grimp
import pytest


def test_there_is_no_circle() -> None:
    graph = grimp.build_graph("governance", "governance_cli", exclude_type_checking_imports=False)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert set(circles(imports)) == set()


@pytest.mark.parametrize(
    ("imports", "expected"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, set()),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}, {frozenset("abc")}),
        ({"a": {"b"}, "b": {"a", "c"}, "c": {"d"}, "d": {"c"}}, {frozenset("ab"), frozenset("cd")}),
    ],
)
def test_a_circle_is_seen(imports: Mapping[str, Set[str]], expected: Set[frozenset[str]]) -> None:
    assert set(circles(imports)) == expected


def circles(imports: Mapping[str, Set[str]]) -> Iterator[frozenset[str]]:
    """The largest sets of modules that reach one another."""
    reached = {module: _reached(module, imports) for module in imports}
    yield from {
        frozenset(other for other in reached[module] if module in reached[other])
        for module in imports
        if module in reached[module]
    }


def _reached(module: str, imports: Mapping[str, Set[str]]) -> Set[str]:
    """What is imported from it, directly or through others; itself only through others."""
    reached: set[str] = set()
    ahead = list(imports[module])
    while ahead:
        following = ahead.pop()
        if following not in reached:
            reached.add(following)
            ahead += imports[following]
    return reached
