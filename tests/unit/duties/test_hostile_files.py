"""Whatever is given for a mandate file: a Mandate comes out, or MandateInvalid, and nothing else."""

import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.duties import reading
from governance.duties.holes import Finding
from governance.duties.reading import Problem, check_mandate, read_mandate
from governance.duties.schema import mandate_schema
from governance.errors import MandateInvalid
from governance.mandate.lines import scan
from governance.mandate.tree import Path as KeyPath

ROOT = Path(__file__).parents[3]
EXAMPLE = (ROOT / "examples" / "skaraborg-vuxenutbildning-2021-assumption.toml").read_text("utf-8")
EVERY_PART = (ROOT / "tests" / "kit" / "every-part.toml").read_text("utf-8")
FILES = [text.splitlines(keepends=True) for text in (EXAMPLE, EVERY_PART)]
SCRAPS = st.sampled_from(
    ["[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\n", "'", '"', '"""', "'''", "\\", "#", "0", "-1", "1e999", "nan",
     "2021-05-17", "2021-02-30T99:00:00", "true", "key", "duty", "due", "clause", "[clause]", "[[clause]]",
     "[[clause.duty]]", "[[assignment.report]]", "pattern = 'quota'\n", "\x00", "\ud800", "\r", "\ufeff", "å", "{}",
     "[[1]]", "text = 3\n", "due = {rule = 'after'}\n", "holder = ['x']\n", "'' = {}\n", "0xffff", "{sv = 1}",
     "measure = {of = 'present'}\n",
     "evidence = 'review'\n", "[[clause.duty.step]]\n", "[[clause.duty.exemption]]\n", "if = {}\n", "from = 'done.a'\n",
     "{part = '1/2'}", "['chair', 'host']", "'-1'", "{rule = 'latest', of = [1, {rule = 'on'}]}", "pattern = 'kept'\n"]
)  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


def faults(text: str) -> tuple[Problem, ...]:
    try:
        read_mandate(text)
    except MandateInvalid as error:
        found: tuple[Problem, ...] = error.details["problems"]
        return found or (Problem("", 0, "", "MandateInvalid without a problem"),)
    return ()


def survives(text: str) -> None:
    told: list[Problem | Finding] = [*faults(text), *check_mandate(text).findings]
    for said in told:
        assert 1 <= said.line <= text.count("\n") + 1
        assert str(said).isprintable()


@given(ANY_TEXT)
@settings(deadline=None)
def test_any_text(text: str) -> None:
    survives(text)


@given(st.lists(SCRAPS, max_size=40).map("".join))
@settings(deadline=None)
def test_any_toml_like_text(text: str) -> None:
    survives(text)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """One of the files with some characters replaced or lines dropped, doubled, swapped or made of scraps."""
    lines = list(draw(st.sampled_from(FILES)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 5)):
            case 0:
                lines[at] = ""
            case 1:
                lines[at] *= 2
            case 2:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case 3:
                lines[at] = draw(SCRAPS) + lines[at]
            case 4:
                key, equals, value = lines[at].partition("=")
                lines[at] = f"{key}={draw(SCRAPS)}\n" if equals else value or "\n"
            case _:
                cut = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:cut] + draw(SCRAPS) + lines[at][cut + 1 :]
    return "".join(lines)


@given(mutations())
@settings(max_examples=300, deadline=None)
def test_any_mutation_of_a_mandate(text: str) -> None:
    survives(text)


VALIDATOR = jsonschema.Draft202012Validator(mandate_schema())


@given(mutations())
@settings(max_examples=200, deadline=None)
def test_whatever_is_read_fits_the_schema(text: str) -> None:
    if faults(text):
        return
    values = json.loads(json.dumps(tomllib.loads(text.removeprefix("\ufeff")), default=lambda day: day.isoformat()))
    assert VALIDATOR.is_valid(values)


def paths(value: object, path: KeyPath = ()) -> list[KeyPath]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for step, entry in inner for found in paths(entry, (*path, step)))]


@given(mutations())
@settings(max_examples=200, deadline=None)
def test_every_value_that_toml_sees_has_a_line(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except ValueError:
        return
    lines = scan(text)
    for path in paths(values)[1:]:
        assert path in lines.by_path
        if isinstance(path[-1], str) and path[-1].isalnum():
            assert path[-1] in text.splitlines()[lines.of(path) - 1]


Growing = Callable[[int], str]
"""A file with so many of something."""

LARGE: dict[str, tuple[Growing, int]] = {
    "numbers": (lambda n: "a = [" + "1," * n + "]", 240_000),
    "tables in a list": (lambda n: "a = [" + "{}," * n + "]", 160_000),
    "keys": (lambda n: "".join(f"k{key} = 1\n" for key in range(n)), 40_000),
    "escapes": (lambda n: 'a = "' + "\\u00e5" * n + '"', 80_000),
    "escaped quotes": (lambda n: 'a = """' + '\\"' * n + '"""', 200_000),
    "clauses": (lambda n: "[[clause]]\n" * n, 40_000),
    "duties": (lambda n: "[[clause]]\n[[clause.duty]]\nholder = 'x'\n" * n, 10_000),
    **{f"nothing but {mark!r}": (mark.__mul__, 499_999) for mark in ("[", '"', "'", "\\", "\n")},
}
"""What fills the largest file that is read, or nearly: and how many of it."""


HEAD = """
governance = 1
version = "1"
title = "T"
in_force = { from = 2021-01-01 }
network = { key = "n", name = "N", time_zone = "UTC" }
principal = { key = "p", name = "P" }
"""
DUTY = "[[clause]]\nid='c{n}'\ntext='T'\n[[clause.duty]]\nholder='network'\n"
ROLE = "[[role]]\nkey='r{n}'\nname='R'\nheld_by='derived'\nderived_from='r{m}'\n"


def many(entry: str) -> Growing:
    """Entries each of which may name the next one."""
    return lambda count: HEAD + "".join(entry.format(n=n, m=n + 1) for n in range(count))


MANY: dict[str, tuple[Growing, int]] = {
    "days after meetings": (
        many(DUTY + "pattern='each_meeting'\nevidence='meeting_held'\ndue={{rule='after',days={n}}}\n"), 2_500),
    "deadlines from each other": (
        many(DUTY + "pattern='each_meeting'\nevidence='meeting_held'\ndue={{rule='after',days=1,from='done.c{m}'}}\n"),
        2_500),
    "deadlines from nothing": (
        many(DUTY + "pattern='each_meeting'\nevidence='meeting_held'\ndue={{rule='after',days=1,from='done.x{m}'}}\n"),
        2_500),
    "numbers that are kept": (
        many(DUTY + "pattern='kept'\nmeasure={{of='members',at_least=1,at_most={n}}}\n"), 2_500),
    "quotas": (
        many(DUTY + "pattern='each_period'\nmeasure={{of='meetings',at_least=1,at_most=2}}\n"), 2_500),
    "roles from each other": (many(ROLE), 5_000),
    "roles in a circle": (lambda count: many(ROLE)(count - 1) + ROLE.format(n=count - 1, m=0), 5_000),
}  # fmt: skip
"""Mandates and near ones in which many things are to be compared."""


@pytest.mark.parametrize("name", [*LARGE, *MANY])
def test_the_largest_files(name: str) -> None:
    growing, largest = (LARGE | MANY)[name]
    survives(growing(largest))


@pytest.mark.parametrize("name", [*LARGE, *MANY])
def test_twice_as_large_a_file_takes_twice_the_steps(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_PROBLEMS", 10)  # what is told of each may grow with the file, their number not
    growing, _largest = (LARGE | MANY)[name]
    survives(growing(100))  # what is made once and kept is no growth
    once, twice, again = (steps(growing(count)) for count in (100, 200, 400))
    assert again - twice <= (twice - once) * 2.2 + 100  # others, like the garbage collector's hooks, take some too


def steps(text: str) -> int:
    """How many lines of Python are executed for a text: the same on any machine, however fast.

    What a single call into C does is not seen; the largest files above would show it by never ending.
    """
    count = 0

    def tracer(_frame: FrameType, _event: str, _arg: object) -> Any:
        nonlocal count
        count += 1
        return tracer

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        survives(text)
    finally:
        sys.settrace(before)
    return count
