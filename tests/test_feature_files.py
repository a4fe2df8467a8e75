"""The gate before the features: what pytest-bdd lets pass in silence is an error here.

Two scenarios of one name (the first vanishes), a scenario without steps, ``Given:`` with a colon (which is prose),
a step that two definitions match, a definition that nobody uses, a feature that nobody runs, a clause, verdict or
question of which no scenario speaks. Each check is a small function from features to complaints; each is shown below
to complain of a feature that is bad in its way.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from gherkin.dialect import Dialect
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from pytest_bdd import parsers
from pytest_bdd.parser import Scenario, Step
from pytest_bdd.parsers import StepParser
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.steps import step_function_context_registry

from governance.compliance.questions import QUESTIONS
from governance.compliance.values import VERDICTS
from governance.errors import ReferenceUnknown
from governance.ledger import Ledger
from governance.mandate.reading import read_mandate
from tests.steps.ledger import Attempt, pytest_bdd_before_step
from tests.steps.words import MANDATE

_FEATURES = Path(__file__).parents[1] / "features"
_STEP_TYPES = {"Context": "given", "Action": "when", "Outcome": "then", "Unknown": "?"}


@dataclass(frozen=True)
class Feature:
    """A feature file: its syntax tree, and its scenarios with all examples filled in ("pickles")."""

    path: str
    tree: Any
    pickles: Sequence[Any]

    @staticmethod
    def of(path: str, text: str) -> "Feature":
        document = Parser().parse(text)
        return Feature(path, document["feature"], Compiler().compile({**document, "uri": path}))

    def nodes(self, kind: str) -> Iterator[Any]:
        """Every ``background``, ``rule`` or ``scenario`` of the file."""
        children = list(self.tree["children"])
        for child in children:
            if kind in child:
                yield child[kind]
            children += child.get("rule", {}).get("children", ())

    def at(self, node: Any) -> str:
        return f"{self.path}:{node['location']['line']}"


@dataclass(frozen=True)
class Definition:
    """A step definition: for which keyword (None: any), and what it matches."""

    type: str | None
    parser: StepParser

    def matches(self, step: Any) -> bool:
        return self.type in (None, _STEP_TYPES[step["type"]]) and self.parser.is_matching(step["text"])


# The checks: from features to complaints ---------------------------------------------------------------------


def same_names(features: Sequence[Feature]) -> Iterator[str]:
    """A name is unique among all features, so that a failing test says which scenario it was."""
    first: dict[str, str] = {}
    for feature in features:
        for scenario in feature.nodes("scenario"):
            place = feature.at(scenario)
            known = first.setdefault(scenario["name"].casefold(), place)
            if known != place:
                yield f"{place}: the name {scenario['name']!r} is that of {known}"


def empty(features: Sequence[Feature]) -> Iterator[str]:
    """Every part of a feature holds something."""
    for feature in features:
        if not any(feature.nodes("scenario")):
            yield f"{feature.path}: no scenario"
        for kind in ("background", "scenario"):
            yield from (f"{feature.at(n)}: a {kind} without steps" for n in feature.nodes(kind) if not n["steps"])
        for rule in feature.nodes("rule"):
            if not any("scenario" in child for child in rule["children"]):
                yield f"{feature.at(rule)}: a rule without a scenario"
        for scenario in feature.nodes("scenario"):
            yield from _without_rows(feature, scenario)


def _without_rows(feature: Feature, scenario: Any) -> Iterator[str]:
    """What examples lack: themselves, rows, or a step that uses a column."""
    if scenario["keyword"] in _outlines(feature) and not scenario["examples"]:
        yield f"{feature.at(scenario)}: an outline without examples"
    for examples in scenario["examples"]:
        if not examples.get("tableBody"):
            yield f"{feature.at(examples)}: examples without rows"
        for cell in examples.get("tableHeader", {}).get("cells", ()):
            if f"<{cell['value']}>" not in str(scenario["steps"]):
                yield f"{feature.at(examples)}: no step uses the column {cell['value']!r}"


def unchecked(features: Sequence[Feature]) -> Iterator[str]:
    """Every scenario checks something at its end."""
    for feature in features:
        for pickle in feature.pickles:
            if pickle["steps"] and pickle["steps"][-1]["type"] != "Outcome":
                yield f"{feature.at(pickle)}: a scenario that checks nothing at its end"


def _outlines(feature: Feature) -> list[str]:
    dialect = Dialect.for_name(feature.tree["language"])
    assert dialect is not None
    return list(dialect.scenario_outline_keywords)


def prose(features: Sequence[Feature]) -> Iterator[str]:
    """``Given:`` begins a description, not a step."""
    for feature in features:
        for node in (feature.tree, *feature.nodes("background"), *feature.nodes("rule"), *feature.nodes("scenario")):
            for line in node["description"].splitlines():
                if _looks_like_a_step(feature, line, loosely="steps" in node):
                    yield f"{feature.at(node)}: prose that looks like a step: {line.strip()!r}"


def _looks_like_a_step(feature: Feature, line: str, *, loosely: bool) -> bool:
    """With a colon anywhere; where steps belong, also without."""
    words = set()
    for name in {"en", feature.tree["language"]}:
        dialect = Dialect.for_name(name)
        assert dialect is not None
        groups = (dialect.given_keywords, dialect.when_keywords, dialect.then_keywords, dialect.and_keywords,
                  dialect.but_keywords)  # fmt: skip
        words |= {re.escape(keyword.strip()) for group in groups for keyword in group}
    after = r"(\s|:)" if loosely else r"\s*:"
    return re.match(rf"\s*({'|'.join(words)}){after}", line, re.IGNORECASE) is not None


def steps(features: Sequence[Feature], definitions: Sequence[Definition]) -> Iterator[str]:
    """Exactly one definition matches each step, and each definition some step."""
    used: set[int] = set()
    told: dict[tuple[str, str], list[int]] = {}
    for feature in features:
        for pickle in feature.pickles:
            for step in pickle["steps"]:
                key = (step["type"], step["text"])
                if key not in told:
                    told[key] = [number for number, one in enumerate(definitions) if one.matches(step)]
                    used.update(told[key])
                if len(told[key]) != 1:
                    names = ", ".join(repr(definitions[number].parser.name) for number in told[key]) or "none"
                    yield f"{feature.at(pickle)}: {step['text']!r} is matched by {names}"
    for number, one in enumerate(definitions):
        if number not in used:
            yield f"no step uses the definition {one.parser.name!r}"


def unbound(features: Sequence[Feature], bound: Counter[tuple[str, str]]) -> Iterator[str]:
    """Each scenario is run, as often as it has examples."""
    for feature in features:
        names = {scenario["id"]: scenario["name"] for scenario in feature.nodes("scenario")}
        written = Counter(names[pickle["astNodeIds"][0]] for pickle in feature.pickles)
        run = Counter({name: count for (path, name), count in bound.items() if path == feature.path})
        for name in sorted(written.keys() | run.keys()):
            if written[name] != run[name]:
                yield f"{feature.path}: {name!r} is written {written[name]} times and run {run[name]} times"


def tags(features: Sequence[Feature], wanted: Sequence[str]) -> Iterator[str]:
    """Each of the wanted tags stands on a scenario, and no other tag does."""
    found = {tag["name"].removeprefix("@") for f in features for pickle in f.pickles for tag in pickle["tags"]}
    yield from (f"no scenario is tagged @{tag}" for tag in wanted if tag not in found)
    yield from (f"@{tag} is no clause, verdict or question" for tag in sorted(found - set(wanted)))


# The features of this project --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def features() -> list[Feature]:
    return [
        Feature.of(str(path.relative_to(_FEATURES)), path.read_text(encoding="utf-8"))
        for path in sorted(_FEATURES.rglob("*.feature"))
    ]


def _definitions() -> list[Definition]:
    contexts = [c for c in step_function_context_registry.values() if c.step_func.__module__.startswith("tests.steps")]
    return [Definition(context.type, context.parser) for context in contexts]


def _bound() -> Counter[tuple[str, str]]:
    """How often each scenario is run by ``tests/test_features.py``."""
    found: Counter[tuple[str, str]] = Counter()
    for test in vars(import_module("tests.test_features")).values():
        template = scenario_wrapper_template_registry.get(test) if callable(test) else None
        if template:
            path = str(Path(template.feature.filename).relative_to(_FEATURES))
            found[path, template.name] += sum(len(e.examples) for e in template.examples) or 1
    return found


def _wanted() -> list[str]:
    clauses = [clause.id for clause in read_mandate(MANDATE).clauses]
    verdicts = [f"verdict-{verdict.replace('_', '-')}" for verdict in VERDICTS]
    questions = [f"Q{number}" for number in sorted({1, 2, 3} | {q.number for q in QUESTIONS.values()})]
    return [*clauses, *verdicts, *questions]


def test_no_two_scenarios_have_one_name(features: list[Feature]) -> None:
    assert list(same_names(features)) == []


def test_nothing_is_empty(features: list[Feature]) -> None:
    assert list(empty(features)) == []


def test_every_scenario_checks_something(features: list[Feature]) -> None:
    assert list(unchecked(features)) == []


def test_no_prose_looks_like_a_step(features: list[Feature]) -> None:
    assert list(prose(features)) == []


def test_each_step_has_one_definition_and_each_definition_a_step(features: list[Feature]) -> None:
    assert list(steps(features, _definitions())) == []


def test_every_scenario_is_run(features: list[Feature]) -> None:
    assert list(unbound(features, _bound())) == []


def test_every_clause_verdict_and_question_has_a_scenario(features: list[Feature]) -> None:
    assert list(tags(features, _wanted())) == []


def test_every_tag_is_a_marker_that_pytest_can_select_by(pytestconfig: pytest.Config) -> None:
    registered = {line.partition(":")[0] for line in pytestconfig.getini("markers")}
    assert [tag for tag in _wanted() if tag not in registered] == []


# The gate itself: each check complains of a feature that is bad in its way -----------------------------------

_GOOD = """
@Se2
Feature: Minutes
  When it comes to minutes, much can be said.

  Background:
    Given a meeting

  Rule: They are sent in

    Scenario: Sent in
      When minutes are sent in
      Then all is well

    Scenario Outline: Counted
      When <n> minutes are sent in
      Then all is well

      Examples:
        | n |
        | 2 |
        | 3 |
"""
_BOUND = Counter({("good.feature", "Sent in"): 1, ("good.feature", "Counted"): 2})
_DEFINED = (
    Definition("given", parsers.parse("a meeting")),
    Definition("when", parsers.parse("minutes are sent in")),
    Definition("when", parsers.parse("{n:d} minutes are sent in")),
    Definition(None, parsers.parse("all is well")),
)

_Check = Callable[[Sequence[Feature]], Iterator[str]]
_CHECKS: dict[str, _Check] = {
    "names": same_names,
    "empty": empty,
    "unchecked": unchecked,
    "prose": prose,
    "steps": lambda features: steps(features, _DEFINED),
    "bound": lambda features: unbound(features, _BOUND),
    "tags": lambda features: tags(features, ["Se2"]),
}


def _good(*, but: tuple[str, str] = ("", "")) -> list[Feature]:
    assert but[0] in _GOOD
    return [Feature.of("good.feature", _GOOD.replace(*but, 1))]


@pytest.mark.parametrize("check", _CHECKS.values(), ids=_CHECKS)
def test_a_good_feature_passes_the_gate(check: _Check) -> None:
    assert list(check(_good())) == []


_BAD = {
    "two scenarios of one name": ("names", ("Counted", "Sent in"), "the name 'Sent in' is that of good.feature:11"),
    "names that differ in case": ("names", ("Counted", "sent IN"), "the name 'sent IN' is that of"),
    "no steps": ("empty", ("      When minutes are sent in\n      Then all is well\n", ""), "a scenario without steps"),
    "no steps in background": ("empty", ("    Given a meeting\n", ""), "a background without steps"),
    "no rows": ("empty", ("        | 2 |\n        | 3 |\n", ""), "examples without rows"),
    "no examples": (
        "empty",
        ("      Examples:\n        | n |\n        | 2 |\n        | 3 |\n", ""),
        "an outline without examples",
    ),
    "an unused column": (
        "empty",
        ("| n |\n        | 2 |\n        | 3 |", "| n | m |\n        | 2 | 3 |"),
        "no step uses the column 'm'",
    ),
    "no scenario": ("empty", (_GOOD[_GOOD.index("  Rule:") :], ""), "good.feature: no scenario"),
    "an empty rule": ("empty", ("  Rule: They", "  Rule: None\n  Rule: They"), "a rule without a scenario"),
    "nothing checked": ("unchecked", ("      Then all is well\n", ""), "checks nothing at its end"),
    "a colon": (
        "prose",
        ("When minutes are", "Given: a chair\n      When minutes are"),
        "like a step: 'Given: a chair'",
    ),
    "a colon in the background": ("prose", ("Given a", "And: a chair\n    Given a"), "like a step: 'And: a chair'"),
    "a colon in the feature": ("prose", ("When it", "Given : it"), "like a step: 'Given : it"),
    "no definition": ("steps", ("all is well", "all is lost"), "'all is lost' is matched by none"),
    "wrong keyword": ("steps", ("When minutes are", "Given minutes are"), "'minutes are sent in' is matched by none"),
    "unused definition": (
        "steps",
        ("<n> minutes", "minutes"),
        "no step uses the definition '{n:d} minutes are sent in'",
    ),
    "not run": ("bound", ("Sent in", "Sent out"), "'Sent out' is written 1 times and run 0 times"),
    "an example that is not run": ("bound", ("| 3 |", "| 3 |\n        | 4 |"), "is written 3 times and run 2 times"),
    "a clause without scenario": ("tags", ("@Se2", "@Se1"), "no scenario is tagged @Se2"),
    "an unknown tag": ("tags", ("    Scenario: Sent", "    @Se3\n    Scenario: Sent"), "@Se3 is no clause, verdict"),
}


@pytest.mark.parametrize(("check", "but", "complaint"), _BAD.values(), ids=_BAD)
def test_a_bad_feature_does_not(check: str, but: tuple[str, str], complaint: str) -> None:
    assert complaint in "\n".join(_CHECKS[check](_good(but=but)))


def test_a_name_is_unique_in_other_files_too() -> None:
    features = [*_good(), Feature.of("other.feature", _GOOD)]
    assert "other.feature:11: the name 'Sent in' is that of good.feature:11" in list(same_names(features))


def test_a_feature_that_nobody_runs_is_found() -> None:
    assert len(list(unbound([Feature.of("other.feature", _GOOD)], _BOUND))) == 2


def test_two_definitions_of_one_step_are_found() -> None:
    twice = (*_DEFINED, Definition("then", parsers.re("all is .*")))
    assert "'all is well' is matched by 'all is well', 'all is .*'" in "\n".join(steps(_good(), twice))


def test_a_colon_is_found_in_any_language() -> None:
    swedish = (
        "# language: sv\nEgenskap: E\n  Scenario: S\n    Givet: en träff\n    När: den hålls\n    Så är allt väl\n"
    )
    assert len(list(prose([Feature.of("sv.feature", swedish)]))) == 2


# A refusal is let through only where the next step speaks of it ----------------------------------------------


def test_a_refusal_that_no_step_speaks_of_fails_where_it_happens(attempt: Attempt, ledger: Ledger) -> None:
    attempt.begin(foreseen=False)
    with pytest.raises(ReferenceUnknown), attempt:
        ledger.end_mandate("vux", ends="2021-06-30")


def test_a_refusal_that_the_next_step_speaks_of_is_kept_for_it(attempt: Attempt, ledger: Ledger) -> None:
    attempt.begin(foreseen=True)
    with attempt:
        ledger.end_mandate("vux", ends="2021-06-30")
    assert isinstance(attempt.refusal, ReferenceUnknown)


def test_what_is_no_refusal_is_never_kept(attempt: Attempt) -> None:
    attempt.begin(foreseen=True)
    with pytest.raises(ZeroDivisionError), attempt:
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("following", "kept"),
    [(["it is refused as x"], True), (["all is well", "it is refused as x"], False), ([], False)],
    ids=["next", "later", "never"],
)
def test_only_the_very_next_step_can_speak_of_it(
    request: pytest.FixtureRequest, attempt: Attempt, following: list[str], kept: bool
) -> None:
    steps = [Step(name, "when", 0, 0, "When") for name in ("a command is given", *following)]
    scenario = Scenario(Mock(), "Scenario", "one", 1, steps, "")
    pytest_bdd_before_step(request, scenario.feature, scenario, steps[0])
    with nullcontext() if kept else pytest.raises(ReferenceUnknown), attempt:
        raise ReferenceUnknown(what="network", reference="vux")
