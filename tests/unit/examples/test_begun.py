"""Each example makes a mandate file of one's own that is in order, and a wheel has them all."""

import tomllib
from pathlib import Path

import pytest

from governance.duties.reading import check_mandate
from governance.errors import ReferenceUnknown
from governance.examples import FACTS, SMALL, begun_from, example_names, example_text, facts_of
from governance.text import speaking

ROOT = Path(__file__).parents[3]
MINE = {
    "title": 'Our "own" mandate', "network.name": "Hjo", "network.key": "hjo", "network.time_zone": "Europe/Paris",
    "network.registry_address": "a@example.org", "principal.name": "Föreningen", "in_force.from": "2026-09-01",
}  # fmt: skip


@pytest.mark.parametrize("name", example_names())
def test_an_example_with_other_facts_is_in_order_and_says_them(name: str) -> None:
    original = example_text(name)
    facts = {fact: MINE[fact] for fact in facts_of(original)}
    text = begun_from(original, facts, "Two lines\nof a head")
    assert check_mandate(text).problems == ()
    assert facts_of(text) == facts
    assert text.startswith("# Two lines\n# of a head\n\n")


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_the_small_one_has_nothing_doubtful_in_either_language(lang: str) -> None:
    with speaking(lang):
        checked = check_mandate(example_text(SMALL))
    assert (checked.problems, checked.findings) == ((), ())


def test_every_fact_is_one_of_some_example() -> None:
    assert {fact for name in example_names() for fact in facts_of(example_text(name))} == {*FACTS} == {*MINE}


def test_there_is_no_other_example() -> None:
    with pytest.raises(ReferenceUnknown):
        example_text("../small")


def test_a_wheel_has_every_body() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    files = [file.relative_to(ROOT).as_posix() for file in (ROOT / "examples" / "mandates").glob("*/mandate.toml")]
    assert wheel["force-include"] == {file: file.replace("examples/mandates", "governance/examples") for file in files}
