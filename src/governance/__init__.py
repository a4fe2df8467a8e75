"""A governance ledger: what a mandate obliges a body to, and what was done, with two clocks.

The names are loaded when they are first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from governance.compliance.answer import Answer
    from governance.compliance.item import Item
    from governance.duties.holes import Finding
    from governance.duties.language import Mandate
    from governance.duties.reading import Checked, Problem, check_mandate, read_mandate
    from governance.duties.render import render_mandate
    from governance.errors import GovernanceError, InputError, Refused, StorageError
    from governance.ledger import Ledger, Receipt, Unit
    from governance.model.assignment import ReportAsked
    from governance.model.event import Actor, Digest, Source
    from governance.model.meeting_events import Attendance
    from governance.reader import open_answers
    from governance.time import When

__all__ = [
    "Actor",
    "Answer",
    "Attendance",
    "Checked",
    "Digest",
    "Finding",
    "GovernanceError",
    "InputError",
    "Item",
    "Ledger",
    "Mandate",
    "Problem",
    "Receipt",
    "Refused",
    "ReportAsked",
    "Source",
    "StorageError",
    "Unit",
    "When",
    "check_mandate",
    "open_answers",
    "read_mandate",
    "render_mandate",
]

_HOMES = {
    "Actor": "model.event",
    "Answer": "compliance.answer",
    "Attendance": "model.meeting_events",
    "Checked": "duties.reading",
    "Digest": "model.event",
    "Finding": "duties.holes",
    "GovernanceError": "errors",
    "InputError": "errors",
    "Item": "compliance.item",
    "Ledger": "ledger",
    "Mandate": "duties.language",
    "Problem": "duties.reading",
    "Receipt": "ledger",
    "Refused": "errors",
    "ReportAsked": "model.assignment",
    "Source": "model.event",
    "StorageError": "errors",
    "Unit": "ledger",
    "When": "time",
    "check_mandate": "duties.reading",
    "open_answers": "reader",
    "read_mandate": "duties.reading",
    "render_mandate": "duties.render",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"governance.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'governance' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
