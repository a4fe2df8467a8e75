"""Lines on the terminal: what may be coloured, what can be written as it is, and what must not steer it."""

import os
import sys
from collections.abc import Mapping
from typing import Any, TextIO

import click

__all__ = ["colours", "painted", "printable", "say", "unicode_out", "write"]


def colours(stream: TextIO | None) -> bool:
    """Whether a stream takes colours: a terminal, unless NO_COLOR asks for none."""
    return (
        stream is not None and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def unicode_out() -> bool:
    """Whether symbols can be written as they are."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")


def printable(text: object) -> str:
    """A text on one line, with its control characters shown instead of obeyed: a name must not steer a terminal."""
    line = str(text).replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in line)


def say(text: str = "", **style: Any) -> None:
    """A line on stdout, coloured where that is wanted."""
    write(painted(text, style))


def painted(text: str, style: Mapping[str, Any] | None) -> str:
    """A text in its colours, where they are wanted."""
    return click.style(text, **style) if style and text and colours(sys.stdout) else text


def write(text: str, end: str = "\n") -> None:
    """A text on stdout, if there is one; unlike click's ``echo`` it does not wait for each line to be out."""
    if sys.stdout is not None:
        sys.stdout.write(text + end)
