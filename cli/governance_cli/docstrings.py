"""From the docstrings of the library to help texts, as they are looked up in a catalogue."""

import re

from governance_cli import wording

__all__ = ["NAMES", "NOT_OPTIONS", "of_method", "of_question"]

NAMES = {"reports": "report", "goals": "goal", "dates": "date", "changes": "set"}
"""An option that is repeated is called by its singular."""

NOT_OPTIONS = {"actor", "file"}
"""Told by ``--actor`` for all commands, and by the name of the file itself."""

_NO_OPTION = re.compile(rf"\s*``(?:{'|'.join(sorted(NOT_OPTIONS))})``[^.]*\.")
"""A sentence about a keyword that is no option."""


def of_method(docstring: str) -> str:
    """What the library says of one of its methods, without what the command line has no option for."""
    kept = _NO_OPTION.sub("", docstring)
    return " ".join(re.sub(r"``(\w+)``", _named, kept).split()).replace("``", "")


def of_question(docstring: str) -> str:
    """The first paragraph of what the library says of a question."""
    return " ".join(re.split(r"\n\s*\n", docstring.strip())[0].replace("``", "").split())


def _named(match: re.Match[str]) -> str:
    """A keyword of the library, as the option it is here."""
    name = match[1]
    is_option = name in wording.TOLD or name in wording.OPTIONS
    return "--" + NAMES.get(name, name).replace("_", "-") if is_option else name
