"""The gate before the features: what pytest-bdd lets pass in silence is an error here.

Two scenarios of one name (the first vanishes), a scenario without steps, ``Given:`` with a colon (which is prose),
a step that two definitions match, a definition that nobody uses, a feature that nobody runs, a clause, verdict,
question or part of the mandate language of which no scenario speaks. Each check is a small function from features to
complaints; each is shown below to complain of a feature that is bad in its way.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any, get_args
from unittest.mock import Mock

import pytest
from pytest_bdd import parsers
from pytest_bdd.parser import Scenario, Step
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.steps import step_function_context_registry

from governance.compliance.values import VERDICTS
from governance.duties.conditions import CONDITIONS
from governance.duties.due import RULE_OF
from governance.duties.measures import MEASURE_OF
from governance.duties.occasions import OCCASION_OF
from governance.duties.reading import read_mandate
from governance.errors import ReferenceUnknown
from governance.ledger import Ledger
from governance.questions import QUESTIONS
from tests.kit.gate import Definition, Feature, empty, prose, same_names, steps, tags, unbound, unchecked
from tests.kit.sayings import SAYINGS
from tests.steps.ledger import Attempt, pytest_bdd_before_step
from tests.steps.words import MANDATE

_FEATURES = Path(__file__).parents[1] / "features"

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
    questions = [f"Q{number}" for number in sorted({1, 2, 3, 4} | {q.number for q in QUESTIONS.values()})]
    return [*clauses, *verdicts, *questions, *_parts()]


def _parts() -> list[str]:
    """A tag for each part of the mandate language: each pattern of duty, due rule, measure, and condition."""
    conditions = [part.key for part in CONDITIONS]
    return [f"part-{name.replace('_', '-')}" for name in (*OCCASION_OF, *RULE_OF, *MEASURE_OF, *conditions)]


def _word(part: Any, key: str) -> str:
    """The one word that a table of the mandate says under ``key``, to say which table it is."""
    (word,) = get_args(part.model_fields[key].annotation)
    return str(word)


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


def test_every_clause_verdict_question_and_part_of_the_language_has_a_scenario(features: list[Feature]) -> None:
    assert list(tags(features, _wanted())) == []


def test_no_two_parts_of_the_language_have_one_tag() -> None:
    assert [tag for tag, count in Counter(_wanted()).items() if count > 1] == []


def test_each_saying_of_a_mandate_is_said_in_some_feature(features: list[Feature]) -> None:
    said = "\n".join(text for feature in features for text in feature.texts())
    assert [saying for saying in SAYINGS if not re.search(f"(^|that |att ){saying}$", said, re.MULTILINE)] == []


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
