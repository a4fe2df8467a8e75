"""Whatever is given for a mandate file: a Mandate comes out, or MandateInvalid, and nothing else."""

import json
import time
import tomllib
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.errors import MandateInvalid
from governance.mandate.holes import Finding
from governance.mandate.lines import scan
from governance.mandate.reading import Problem, check_mandate, read_mandate
from governance.mandate.schema import mandate_schema
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


@pytest.mark.parametrize(
    "text",
    [
        "a = [" + "1," * 240_000 + "]",
        "a = [" + "{}," * 160_000 + "]",
        "".join(f"k{n} = 1\n" for n in range(40_000)),
        'a = "' + "\\u00e5" * 80_000 + '"',
        'a = """' + '\\"' * 200_000 + '"""',
        "[[clause]]\n" * 40_000,
        "[[clause]]\n[[clause.duty]]\nholder = 'x'\n" * 10_000,
        "[" * 499_999,
        '"' * 499_999,
        "'" * 499_999,
        "\\" * 499_999,
        "\n" * 499_999,
    ],
    ids=range(12),
)
def test_large_files_take_seconds_and_not_hours(text: str) -> None:
    began = time.monotonic()
    survives(text)
    assert time.monotonic() - began < 20


HEAD = """
governance = 1
version = "1"
title = "T"
in_force = { from = 2021-01-01 }
network = { key = "n", name = "N", time_zone = "UTC" }
principal = { key = "p", name = "P" }
"""
DUTY = "[[clause]]\nid='c{n}'\ntext='T'\n[[clause.duty]]\nholder='network'\n"


@pytest.mark.parametrize(
    "duty",
    [
        "pattern='each_meeting'\nevidence='meeting_held'\ndue={{rule='after',days={n}}}\n",
        "pattern='each_meeting'\nevidence='meeting_held'\ndue={{rule='after',days=1,from='done.c{m}'}}\n",
        "pattern='each_meeting'\nevidence='meeting_held'\ndue={{rule='after',days=1,from='done.x{m}'}}\n",
        "pattern='kept'\nmeasure={{of='members',at_least=1,at_most={n}}}\n",
        "pattern='each_period'\nmeasure={{of='meetings',at_least=1,at_most=2}}\n",
    ],
)
def test_many_duties_that_could_contradict_each_other(duty: str) -> None:
    text = HEAD + "".join(DUTY.format(n=n) + duty.format(n=n, m=n + 1) for n in range(2_500))
    began = time.monotonic()
    survives(text)
    assert time.monotonic() - began < 20


def test_many_roles_that_are_derived_from_each_other() -> None:
    role = "[[role]]\nkey='r{n}'\nname='R'\nheld_by='derived'\nderived_from='r{m}'\n"
    survives(HEAD + "".join(role.format(n=n, m=n + 1) for n in range(5_000)))
    survives(HEAD + "".join(role.format(n=n, m=(n + 1) % 5_000) for n in range(5_000)))
