"""The JSON Schema of the mandate file."""

import json
import tomllib
from pathlib import Path
from typing import get_args

import jsonschema
import pytest

from governance.duties.occasions import DUE_PATTERNS, OCCASION_OF
from governance.duties.occasions.base import Silence
from governance.duties.schema import allowed_at, choices_at, mandate_schema
from governance.mandate.tree import Path as KeyPath

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
EVERY_PART = ROOT / "tests" / "kit" / "every-part.toml"


def test_it_is_a_schema_of_the_2020_dialect() -> None:
    schema = mandate_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_it_speaks_of_the_keys_as_the_file_writes_them() -> None:
    assert list(mandate_schema()["properties"]) == [
        "governance", "version", "title", "network", "in_force", "working_days", "principal", "member", "organisation",
        "goal", "role", "side", "meeting_kind", "act", "clause", "assignment", "assumption",
    ]  # fmt: skip
    assert list(mandate_schema()["$defs"]["InForce"]["properties"]) == ["from", "to"]


def test_every_table_and_every_key_is_described() -> None:
    for name, table in mandate_schema()["$defs"].items():
        assert table["description"], name
        assert all(entry["title"] for entry in table["properties"].values()), name


@pytest.mark.parametrize("path", [*EXAMPLES, EVERY_PART], ids=lambda path: path.stem)
def test_the_examples_fit(path: Path) -> None:
    values = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=lambda day: day.isoformat()))
    jsonschema.validate(values, mandate_schema())


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": "T"},
        {"title": {"swe": "T"}},
        {"title": {}},
        {"title": ""},
        {"governance": 2},
        {"clause": [{"id": "a", "text": "a", "duty": [{"pattern": "report"}]}]},
        {"clause": [{"id": "a", "text": "a", "duty": [{"pattern": "quotas", "holder": "network"}]}]},
    ],
)
def test_wrong_files_do_not_fit(wrong: dict[str, object]) -> None:
    right = tomllib.loads(EXAMPLES[0].read_text("utf-8")) | {"in_force": {"from": "2021-01-01"}}
    validator = jsonschema.Draft202012Validator(mandate_schema())
    assert validator.is_valid(right)
    assert not validator.is_valid(right | wrong)


def test_the_patterns_are_those_of_the_schema() -> None:
    definitions = mandate_schema()["$defs"]
    with_due = set()
    for table in definitions.values():
        pattern = table["properties"].get("pattern", {}).get("const")
        if pattern and "due" in table["properties"]:
            with_due.add(pattern)
    assert with_due == set(DUE_PATTERNS)
    assert set(definitions["Clause"]["properties"]["duty"]["items"]["discriminator"]["mapping"]) == set(OCCASION_OF)


RULES = "after, asap, before, day_of_month, earliest, in_period, in_year, latest, nth_weekday, on"
TREE: dict[str, object] = {
    "clause": [
        {
            "duty": [
                {"pattern": "quota"},
                {"pattern": "nonsense"},
                {"pattern": "each_meeting", "measure": {"of": "present"}, "due": {"rule": "nth_weekday"}},
            ]
        }
    ]
}


@pytest.mark.parametrize(
    ("path", "choices"),
    [
        (("in_force",), ["from", "to"]),
        (("role", 0, "held_by"), ["person", "persons", "organisation", "derived"]),
        (("clause", 0, "duty", 2, "measure", "at_least"), ["part", "plus", "round", "at_least", "at_most"]),
        (("clause", 0, "duty", 2, "due", "nth"), ["1", "2", "3", "4", "-1"]),
        (("clause", 0, "duty", 1, "pattern"), sorted(OCCASION_OF)),
        (("clause", 0, "duty", 0, "silent_on", 0), list(get_args(Silence))),
        (("meeting_kind", 0), ["key", "name"]),
        (("version",), []),
        (("nothing", "of", 3), []),
    ],
)
def test_choices(path: KeyPath, choices: list[str]) -> None:
    assert choices_at(path, TREE) == choices


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("governance",), "1"),
        (("clause", 0, "duty", 0, "at_least"), "a whole number from 1 to 366"),
        (("clause",), "a heading [[clause]] for each"),
        (("clause", 0, "duty"), "a heading [[clause.duty]] for each"),
        (("in_force",), "a table with from, to"),
        (("in_force", "to"), "a day, written 2021-05-17"),
        (("assumption", 0, "due"), f"a table with rule = {RULES}"),
        (("clause", 0, "duty", 2, "measure"), "a table with of = present, rotation"),
        (
            ("clause", 0, "duty", 2, "measure", "at_least"),
            'a whole number, or a part of all such as { part = "1/2" }',
        ),
        (("clause", 0, "duty", 2, "by_each"), "true or false"),
        (("clause", 0, "duty", 2, "step"), "a heading [[clause.duty.step]] for each"),
        (("working_days", "closed_each_year", 0), 'a month and a day in quotes: "12-24"'),
        (("role", 0, "held_by"), "person, persons, organisation, derived"),
        (("nothing",), ""),
    ],
)
def test_what_is_allowed_in_words(path: KeyPath, words: str) -> None:
    assert allowed_at(path, TREE) == words
