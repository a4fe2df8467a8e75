"""The mandate language as JSON Schema, for editors, and what it allows at a place, for messages."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from governance.duties.language import Mandate
from governance.mandate.tree import Path, inside
from governance.text import _

__all__ = ["allowed_at", "choices_at", "mandate_schema"]

Schema = dict[str, Any]


def mandate_schema() -> Schema:
    """The JSON Schema (2020-12) of a mandate file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Mandate.model_json_schema(by_alias=True, mode="validation"),
    }


_whole = cache(mandate_schema)


def choices_at(path: Path, tree: object) -> list[str]:
    """The keys of the table at ``path``, or the words of which one may stand there; none if anything may."""
    return [choice for schema, value in _at(path, tree) for arm in _arms(schema, value) for choice in _choices(arm)]


def allowed_at(path: Path, tree: object) -> str:
    """What may stand at ``path`` in a file with these values, in words; empty if nothing is known of the place."""
    return next((words for schema, _value in _at(path, tree) if (words := _words(schema, path))), "")


def _at(path: Path, tree: object) -> list[tuple[Schema, object]]:
    """The schemas that speak of a place, found by going down the language and the values side by side."""
    found, value = [_whole()], tree
    for step in path:
        found = [inner for schema in found for arm in _arms(schema, value) if (inner := _inner(arm, step))]
        value = inside(value, step)
    return [(schema, value) for schema in found]


def _arms(schema: Schema, value: object) -> Iterator[Schema]:
    """The schema itself, or where it points to, or each of its alternatives; of tagged ones the one that fits."""
    if "$ref" in schema:
        yield _whole()["$defs"][schema["$ref"].rpartition("/")[2]]
    elif "discriminator" in schema:
        key, tags = schema["discriminator"]["propertyName"], schema["discriminator"]["mapping"]
        tag = inside(value, key)
        if isinstance(tag, str) and tag in tags:
            yield from _arms({"$ref": tags[tag]}, value)
        else:
            yield {"properties": {key: {"enum": list(tags)}}}
    elif "anyOf" in schema:
        for alternative in schema["anyOf"]:
            yield from _arms(alternative, value)
    else:
        yield schema


def _choices(schema: Schema) -> list[str]:
    found = [schema["const"]] if "const" in schema else schema.get("properties") or schema.get("enum") or ()
    return [str(choice) for choice in found]


def _inner(schema: Schema, step: str | int) -> Schema:
    inner: Schema = schema.get("items", {}) if isinstance(step, int) else schema.get("properties", {}).get(step, {})
    return inner or next(iter(schema.get("patternProperties", {}).values()), {})


def _words(schema: Schema, path: Path) -> str:
    if "$ref" in schema:
        return _("a table with {keys}").format(keys=", ".join(*map(_choices, _arms(schema, None))))
    if "discriminator" in schema:
        key, tags = schema["discriminator"]["propertyName"], schema["discriminator"]["mapping"]
        return _("a table with {keys}").format(keys=f"{key} = {', '.join(tags)}")
    if choices := _choices(schema):
        return ", ".join(choices)
    if "description" in schema:
        return _(schema["description"])
    if "anyOf" in schema:
        return _words(schema["anyOf"][0], path)
    if schema.get("type") == "integer":
        low, high = schema["minimum"], schema["maximum"]
        return str(low) if low == high else _("a whole number from {low} to {high}").format(low=low, high=high)
    if schema.get("type") == "boolean":
        return _("true or false")
    if schema.get("type") == "array":
        return _list(schema["items"], path)
    return ""


def _list(items: Schema, path: Path) -> str:
    if ("$ref" in items or "discriminator" in items) and path[-1:] != ("of",):
        name = ".".join(step for step in path if isinstance(step, str))
        return _("a heading [[{name}]] for each").format(name=name)
    return _("a list in square brackets; each entry: {entry}").format(entry=_words(items, path))
