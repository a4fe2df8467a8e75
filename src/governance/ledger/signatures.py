"""The commands as data, derived from the methods: what a line of an import file may say, and its JSON Schema."""

import inspect
from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, create_model

from governance.errors import CommandUnknown
from governance.ledger.command import commands_in, require_keywords
from governance.ledger.commands import Commands
from governance.ledger.receipt import Details

__all__ = ["command_model", "command_names", "import_schema", "keywords_of", "require_known"]

_STRICT = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False, arbitrary_types_allowed=False)


@cache
def command_names() -> tuple[str, ...]:
    """Every command, by the name of its method, sorted."""
    return tuple(commands_in(Commands))


@cache
def command_model(name: str) -> type[BaseModel]:
    """The fields of a command, as a model of the keywords that its method takes; raises CommandUnknown."""
    if name not in command_names():
        raise CommandUnknown(name=name)
    method = getattr(Commands, name)
    hints = get_type_hints(method, include_extras=True) | get_type_hints(Details, include_extras=True)
    fields: dict[str, Any] = {}
    for parameter in list(inspect.signature(method).parameters.values())[1:]:
        hint, required = hints[parameter.name], parameter.default is inspect.Parameter.empty
        fields[parameter.name] = (hint | None if parameter.name in Details.__annotations__ else hint,
                                  ... if required else parameter.default)  # fmt: skip
    return create_model(name, __config__=_STRICT, __doc__=inspect.getdoc(method), **fields)


def require_known(name: str, keywords: Mapping[str, Any]) -> None:
    """Raises KeywordUnknown for a keyword that the command does not take."""
    require_keywords(getattr(Commands, name), keywords)


def keywords_of(told: BaseModel) -> dict[str, Any]:
    """What was given, as the method's keywords."""
    return {name: getattr(told, name) for name in told.model_fields_set if getattr(told, name) is not None}


def import_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of an import file."""
    shared: dict[str, Any] = {}
    lines: list[Mapping[str, Any]] = []
    for name in command_names():
        schema = command_model(name).model_json_schema(ref_template="#/$defs/{model}")
        shared |= schema.pop("$defs", {})
        properties = {"command": {"const": name}, "recorded_at": _INSTANT, **schema["properties"]}
        if name in FROM_FILE:
            properties["file"] = {"type": "string", "description": "the mandate file, beside the import file"}
        required = [field for field in schema.get("required", ()) if not (name in FROM_FILE and field == "document")]
        lines.append({**schema, "properties": properties, "required": ["command", *required]})
    unit = {
        "type": "object",
        "title": "unit",
        "description": "Several commands, recorded all or not at all.",
        "properties": {
            "unit": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/command"}},
            "recorded_at": _INSTANT,
            "command_id": {"type": "string"},
            "actor": {"type": "string"},
        },
        "required": ["unit"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of a governance import file",
        "anyOf": [{"$ref": "#/$defs/command"}, unit],
        "$defs": {**shared, "command": {"anyOf": lines}},
    }


FROM_FILE = ("adopt_mandate", "amend_mandate")
"""Commands whose document an import file may name as ``file`` instead of holding its text."""

_INSTANT = {"type": "string", "format": "date-time", "description": "when the source recorded it"}
