"""Mandate files to begin one's own from: a small one, and those of the bodies in ``examples/mandates``."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from governance.errors import ReferenceUnknown
from governance.text import _, language

__all__ = ["FACTS", "SMALL", "begun_from", "example_names", "example_text", "facts_of"]

SMALL = "small"
"""The name of the small one."""

FACTS = (
    "title", "network.name", "network.key", "network.time_zone", "network.registry_address", "principal.name",
    "in_force.from",
)  # fmt: skip
"""What is different in every mandate; the rest of an example is kept, to be edited."""

_OF_THE_EXAMPLE = ("principal.aliases", "in_force.to")
"""What is true of the example's body alone and is left out."""

_HERE = Path(__file__).parent
_IN_THE_PROJECT = _HERE.parents[2] / "examples" / "mandates"
"""Where the bodies lie in a source tree; a wheel has them beside this file."""

_HEADING = re.compile(r"\s*\[+\s*([\w.-]+)\s*\]+")
_ENTRY = re.compile(r'\s*([\w-]+)(?:\.[\w-]+)?\s*=\s*(?:"(?:[^"\\]|\\.)*"|\{[^}]*\}|\[[^\]]*\]|[^#\s]+)[ \t]*(#.*)?')


def example_names() -> list[str]:
    """The small one, then the others by name."""
    return [SMALL, *sorted(file.parent.name for file in _bodies().glob("*/mandate.toml"))]


def example_text(name: str) -> str:
    """The text of an example's mandate file, comments included; of the small one in the reader's language, if there is
    one. Raises ReferenceUnknown."""
    if name not in example_names():
        raise ReferenceUnknown(what=_("example"), reference=name)
    if name == SMALL:
        translated = _HERE / f"{SMALL}.{language()}.toml"
        file = translated if translated.is_file() else _HERE / f"{SMALL}.toml"
    else:
        file = _bodies() / name / "mandate.toml"
    return file.read_text(encoding="utf-8")


def facts_of(text: str) -> dict[str, str]:
    """The facts that a mandate file states, by their names in ``FACTS``; texts in the reader's language."""
    tree, facts = tomllib.loads(text), {}
    for fact in FACTS:
        table, _dot, key = fact.rpartition(".")
        value = (tree[table] if table else tree).get(key)
        if isinstance(value, dict):
            value = value.get(language()) or next(iter(value.values()))
        if value is not None:
            facts[fact] = str(value)
    return facts


def begun_from(text: str, facts: Mapping[str, str], head: str) -> str:
    """A mandate file with other facts: what else the example says stays as it is, comments included.

    ``head`` is put before it as a comment. The version is called by the year of the first day. Whether the result is
    in order is for ``governance.duties.reading`` to say.
    """
    values = {name: json.dumps(value, ensure_ascii=False) for name, value in facts.items()}
    starts = facts["in_force.from"]
    values["version"] = json.dumps(starts[:4])
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", starts):
        values["in_force.from"] = starts  # a day stands without quotes; what is none is a fault of the file
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    return "\n".join([*lines, "", *_with(values, text.splitlines())]) + "\n"


def _with(values: dict[str, str], lines: list[str]) -> Iterator[str]:
    table = ""
    for line in lines:
        if heading := _HEADING.match(line):
            table = f"{heading[1]}."
        entry = _ENTRY.fullmatch(line)
        name = f"{table}{entry[1]}" if entry else ""
        if entry is None or not (name in _OF_THE_EXAMPLE or name in FACTS or name == "version"):
            yield line
        elif name in values:  # a text in several languages becomes one: the first line of it is enough
            yield " ".join(filter(None, (f"{entry[1]} = {values.pop(name)}", entry[2])))


def _bodies() -> Path:
    return _IN_THE_PROJECT if _IN_THE_PROJECT.is_dir() else _HERE
