"""Where keys stand in a TOML text; the line numbers in the tables are counted by hand."""

import pytest

from governance.mandate.lines import MAX_DEPTH, scan
from governance.mandate.tree import Path

TEXT = '''\
# a note = with an equals sign
top = 1
"quoted key" = """
not_a_key = 1
[not.a.table]
""" # three lines
'single' = \'\'\'
x = '1' \'\'\'
dotted.inner . deeper = "a # b = c"

[table]
key = { one = 1, two = { three = [
  1,
  { four = 4 }, # five = 5
] } }
last = [ [1, 2],
  "]",
  [
3 ] ]

[[list]]
id = "a"
  [list.sub] # belongs to the first
  x = 1
  [[list.more]]
  y = 1
  [[list.more]]
  y = 2

[[list]]
id = "b"
"\\u00e5\\n" = 1
[[list.more]]
y = 3
[[ list . "more" ]]
y = 4
[a."b.c".d]
[a]
z = 2021-05-17T10:00:00Z
'''

STANDS_ON: list[tuple[Path, int]] = [
    (("top",), 2),
    (("quoted key",), 3),
    (("single",), 7),
    (("dotted",), 9),
    (("dotted", "inner", "deeper"), 9),
    (("table",), 11),
    (("table", "key", "one"), 12),
    (("table", "key", "two", "three"), 12),
    (("table", "key", "two", "three", 0), 13),
    (("table", "key", "two", "three", 1, "four"), 14),
    (("table", "last"), 16),
    (("table", "last", 0, 1), 16),
    (("table", "last", 1), 17),
    (("table", "last", 2), 18),
    (("table", "last", 2, 0), 19),
    (("list",), 21),
    (("list", 0), 21),
    (("list", 0, "sub", "x"), 24),
    (("list", 0, "more", 0, "y"), 26),
    (("list", 0, "more", 1), 27),
    (("list", 0, "more", 1, "y"), 28),
    (("list", 1), 30),
    (("list", 1, "å\n"), 32),
    (("list", 1, "more", 0), 33),
    (("list", 1, "more", 1, "y"), 36),
    (("a", "b.c", "d"), 37),
    (("a",), 37),
    (("a", "z"), 39),
]


@pytest.mark.parametrize(("path", "line"), STANDS_ON, ids=str)
def test_a_key_stands_on_its_line(path: Path, line: int) -> None:
    lines = scan(TEXT)
    assert path in lines.by_path
    assert lines.of(path) == line


def test_nothing_is_found_in_texts_and_notes() -> None:
    keys = {step for path in scan(TEXT).by_path for step in path}
    assert not keys & {"not_a_key", "not", "five", "a note", "x = '1'"}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("nowhere",), 1),
        (("table", "missing"), 11),
        (("table", "key", "two", "missing", 7), 12),
        (("list", 1, "more", 1, "missing"), 35),
        (("list", 9), 21),
    ],
)
def test_what_is_missing_is_looked_for_where_it_would_be(path: Path, line: int) -> None:
    assert scan(TEXT).of(path) == line


BROKEN: list[tuple[str, Path, int]] = [
    ("a = [\n1,\n", ("a", 0), 2),
    ("a = {\nb = 1\nc", ("a", "c"), 3),
    ("[a\nb = 1", ("a",), 1),
    ("a = ]\nb = 1", ("b",), 2),
    ("a = }, {\nb = 1", ("b",), 2),
    ("= = =\nb = 1", ("b",), 2),
    ("[]\nb = 1", ("b",), 2),
    ("a = {[{]}\nb = 1", ("b",), 2),
    ("a = 'x\nb = 1", ("b",), 2),
    ('a = "x\\\nb = 1', ("b",), 2),
    ('"\\q" = 1', ("\\q",), 1),
]


@pytest.mark.parametrize(("text", "path", "line"), BROKEN)
def test_a_broken_text_is_read_as_far_as_it_can_be(text: str, path: Path, line: int) -> None:
    assert scan(text).by_path.get(path) == line


def test_depth_is_measured() -> None:
    deepest = ".".join("a" * MAX_DEPTH)
    assert scan(f"x = 1\n{deepest} = 1").too_deep is None
    assert scan(f"x = 1\n{deepest}.a = 1").too_deep == 2
    assert scan("x = " + "[\n" * MAX_DEPTH).too_deep is None
    assert scan("x = " + "[\n" * (MAX_DEPTH + 1)).too_deep == MAX_DEPTH + 1
