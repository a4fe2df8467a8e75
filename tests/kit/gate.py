"""The checks of the gate: each a small function from features to complaints."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gherkin.dialect import Dialect
from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from pytest_bdd.parsers import StepParser

__all__ = ["Definition", "Feature", "empty", "prose", "same_names", "steps", "tags", "unbound", "unchecked"]

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

    def texts(self) -> Iterator[str]:
        """What the steps say, with the cells of their tables."""
        for pickle in self.pickles:
            for step in pickle["steps"]:
                yield step["text"]
                rows = step.get("argument", {}).get("dataTable", {}).get("rows", ())
                yield from (cell["value"] for row in rows for cell in row["cells"])

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
    yield from (f"@{tag} is no clause, verdict, question or part" for tag in sorted(found - set(wanted)))
