"""Writes the pages of this folder, and the stubs, that follow from the code; with ``--check`` only says which are out
of date."""

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from asking_stub import asking_stub
from parts_page import parts_page
from stub import at_once_stub, commands_stub

from governance import errors
from governance.ledger import Ledger
from governance.ledger.receipt import Details
from governance.ledger.signatures import command_model, command_names
from governance.model.event import REGISTRY, Event, topic_of

HERE = Path(__file__).parent
NOTE = "<!-- Made by `make docs` from the code: change it there. -->\n"


def errors_page() -> Iterator[str]:
    """Every error: its code for programs, its text for people."""
    yield "# Errors\n\n" + NOTE
    yield (
        "Every error has a code that never changes, and one sentence that says what is wrong. What stands in braces\n"
        "is filled in. After an error nothing was recorded. What you can do depends on the kind:\n"
    )
    known = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.GovernanceError)]
    for branch, heading in _BRANCHES.items():
        yield f"## {heading}\n\n| code | text |\n|---|---|"
        for error in known:
            if branch in error.__mro__[1:]:
                yield f"| `{error.code}` | {_cell(error.text)} |"
        yield ""


_BRANCHES = {
    errors.InputError: "What was given cannot be understood: mend it",
    errors.Refused: "Understood, but it makes no sense in this record: look again at what happened",
    errors.StorageError: "The place where the ledger lies gives trouble: look at the file",
    errors.Unproven: "Evidence that does not prove what it should: find out who altered what",
}


def commands_page() -> Iterator[str]:
    """Every command with its fields, as a line of an import file has them."""
    yield "# Commands\n\n" + NOTE
    yield (
        "A command records one thing that happened. It is a method of `Ledger`, a command of the command\n"
        'line, and a line of an import file: `{"command": "hold_meeting", "meeting": "vux/2021-02-12"}`.\n'
    )
    yield "Every command takes these, too:\n"
    yield "| field | what |\n|---|---|"
    for field, about in re.findall(r'^    (\w+): .*\n    """(.+?)"""', inspect.getsource(Details), re.MULTILINE):
        yield f"| `{field}` | {_cell(about)} |"
    for name in command_names():
        method = getattr(Ledger, name)
        yield f"\n## {name}\n\n{inspect.getdoc(method)}\n"
        if method.refuses:
            yield f"Refused as: {', '.join(f'`{refusal.code}`' for refusal in method.refuses)}.\n"
        schema = command_model(name).model_json_schema()
        needed = schema.get("required", ())
        for field, about in schema["properties"].items():
            if field not in Details.__annotations__:
                yield f"- `{field}`: {_kind(about, schema)}{'' if field in needed else ', may be left out'}"
    yield ""


def events_page() -> Iterator[str]:
    """Every event by its stored name and version, with its own fields."""
    yield "# Events\n\n" + NOTE
    yield (
        "An event is one recorded fact. Its name and version are a format: they never change, and what was stored\n"
        "under them can always be read. Every event also has:\n"
    )
    yield from _fields(Event, ())
    for topic in sorted(REGISTRY):
        event = REGISTRY[topic]
        yield f"\n## {topic_of(event)}\n"
        if about := event.__dict__.get("__doc__"):
            yield inspect.cleandoc(about) + "\n"
        yield from _fields(event, Event.model_fields)
    yield ""


def _fields(event: type[Event], known: Any) -> Iterator[str]:
    schema = event.model_json_schema()
    for field, about in schema["properties"].items():
        if field not in known:
            may = "" if field in schema["required"] else ", may be left out"
            yield f"- `{field}`: {_kind(about, schema)}{may}"


def _kind(about: dict[str, Any], schema: dict[str, Any]) -> str:
    """What a value is, in a few words."""
    if "$ref" in about:
        name = about["$ref"].rpartition("/")[2]
        inner = schema["$defs"][name].get("properties")
        return f"{{ {', '.join(inner)} }}" if inner else "any JSON value"
    if "anyOf" in about:
        kinds = dict.fromkeys(_kind(arm, schema) for arm in about["anyOf"] if arm.get("type") != "null")
        return _WHEN if _WHEN in kinds else " or ".join(kinds)
    if about.get("type") == "array":
        return f"list of {_kind(about.get('items', {}), schema)}"
    if "YYYY" in about.get("description", ""):
        return _WHEN
    if about.get("format") in ("date", "date-time"):
        return "day" if about["format"] == "date" else "instant"
    return _WORDS.get(about.get("type", ""), "any JSON value")


_WHEN = "day, month or year"
_WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "object": "fields and their values"}


def _cell(text: str) -> str:
    """A sentence inside a table."""
    return re.sub(r"\{(\w+)!r\}", r"{\1}", text).replace("|", r"\|")


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "errors.md": errors_page,
    "commands.md": commands_page,
    "events.md": events_page,
    "parts.md": parts_page,
    "../src/governance/ledger/asking.pyi": asking_stub,
    "../src/governance/ledger/commands/__init__.pyi": commands_stub,
    "../src/governance/ledger/at_once.pyi": at_once_stub,
}


def stale() -> list[str]:
    """The names of the pages that no longer follow from the code."""
    return [name for name, page in PAGES.items() if _written(name) != "\n".join(page())]


def _written(name: str) -> str:
    file = HERE / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def main() -> None:
    """Write, or check."""
    if sys.argv[1:] == ["--check"]:
        if old := stale():
            sys.exit(f"docs: {', '.join(old)} out of date; `make docs` writes them anew.")
        return
    for name, page in PAGES.items():
        (HERE / name).write_text("\n".join(page()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
