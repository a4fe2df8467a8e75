"""Lines on the terminal: what may be coloured, what can be written as it is, and what must not steer it."""

import os
import re
import sys
from collections.abc import Mapping
from typing import Any, TextIO

import click

from governance.text import printable

__all__ = ["colours", "painted", "printable", "say", "unicode_out", "write"]


def colours(stream: TextIO | None) -> bool:
    """Whether a stream takes colours: a terminal, unless NO_COLOR asks for none."""
    return (
        stream is not None and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def unicode_out() -> bool:
    """Whether symbols can be written as they are."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")


def say(text: str = "", **style: Any) -> None:
    """A line on stdout, coloured where that is wanted."""
    write(painted(text, style))


def painted(text: str, style: Mapping[str, Any] | None) -> str:
    """A text in its colours, where they are wanted."""
    return click.style(text, **style) if style and text and colours(sys.stdout) else text


def write(text: str, end: str = "\n") -> None:
    """A text on stdout, if there is one; unlike click's ``echo`` it does not wait for each line to be out. Whatever
    comes here, nothing but lines, tabs and our colours steers a terminal."""
    if sys.stdout is not None:
        sys.stdout.write(_harmless(text) + end)


_LINES = re.compile(r"(\r?\n|\t)")
_LINES_AND_COLOURS = re.compile(r"(\r?\n|\t|\x1b\[[0-9;]*m)")


def _harmless(text: str) -> str:
    pieces = (_LINES_AND_COLOURS if colours(sys.stdout) else _LINES).split(text)
    return "".join(piece if number % 2 else printable(piece) for number, piece in enumerate(pieces))
