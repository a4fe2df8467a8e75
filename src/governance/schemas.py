"""The published JSON Schemas (2020-12), derived from the same types that make the answers."""

from typing import Any

from pydantic import TypeAdapter

from governance.compliance.item import Item
from governance.duties.schema import mandate_schema
from governance.ledger.log import LogEntry
from governance.ledger.signatures import import_schema
from governance.questions import QUESTIONS

__all__ = ["answer_schema", "schemas"]


def schemas() -> dict[str, dict[str, Any]]:
    """Every published schema by its name: the mandate file, a line of an import file, and each answer."""
    found = {"mandate": mandate_schema(), "import-line": import_schema(), "log-entry": _row(LogEntry)}
    for name in ("obligations", "overdue", "due"):
        found[name] = answer_schema(Item, name)
    for name, question in QUESTIONS.items():
        found[name] = answer_schema(question.row, name)
    return dict(sorted(found.items()))


def answer_schema(row: type, title: str) -> dict[str, Any]:
    """An answer whose items are rows of this dataclass."""
    item = _row(row)
    shared = item.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": {
            "as_of": {"type": "string", "format": "date", "description": "the day that the answer speaks of"},
            "known_at": {
                "type": ["string", "null"],
                "format": "date-time",
                "description": "what the ledger knew at this instant; null for an empty ledger",
            },
            "position": {"type": "integer", "minimum": 0, "description": "the last event of the log that was known"},
            "items": {"type": "array", "items": item},
        },
        "required": ["as_of", "known_at", "position", "items"],
        "additionalProperties": False,
        "$defs": shared,
    }


def _row(row: type) -> dict[str, Any]:
    schema = TypeAdapter(row).json_schema(mode="serialization")
    return {**schema, "required": list(schema["properties"]), "additionalProperties": False}
