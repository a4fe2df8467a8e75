"""Rows under headings, for people: aligned, and on a terminal no wider than that is."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, NamedTuple

from governance.text import _
from governance_cli.terminal import painted, printable, say, write

__all__ = ["Column", "readable", "table"]

_GAP = "  "
_LONGEST_WORD = 28


class Column(NamedTuple):
    """A column of a table: its heading, what of a row stands in it, and how it looks on a terminal."""

    heading: str
    cell: Callable[[Any], object]
    style: Callable[[Any], dict[str, Any]] | None = None
    right: bool = False
    fixed: bool = False
    """Never broken over lines: an id must be copied whole."""


def table(columns: Sequence[Column], rows: Sequence[Any]) -> None:
    """On a terminal long cells are broken over lines; where even that is too wide, each row becomes a block."""
    columns = [column._replace(heading=_(column.heading)) for column in columns]
    cells = [[printable(readable(column.cell(row))) for column in columns] for row in rows]
    across = [[column.heading, *(line[i] for line in cells)] for i, column in enumerate(columns)]
    widths = [max(map(_width, texts)) for texts in across]
    if sys.stdout is not None and sys.stdout.isatty():
        if columns[-1].fixed:  # a long id at the end of a line may leave the terminal: it can still be copied
            widths[-1] = min(widths[-1], _LONGEST_WORD - 8)
        room = _terminal() - len(_GAP) * (len(widths) - 1)
        floors = [w if c.fixed else _longest_word(t) for c, t, w in zip(columns, across, widths, strict=True)]
        if sum(floors) > room:
            _blocks(columns, rows, cells)
            return
        _narrow(widths, floors, room)
    say(_line([column.heading for column in columns], columns, widths), bold=True)
    for row, line in zip(rows, cells, strict=True):
        broken = [[c] if k.fixed else _broken(c, w) for c, w, k in zip(line, widths, columns, strict=True)]
        for number in range(max(map(len, broken))):
            part = [pieces[number] if number < len(pieces) else "" for pieces in broken]
            write(_line(part, columns, widths, row))


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int], row: Any = None) -> str:
    shown = []
    for cell, column, width in zip(cells, columns, widths, strict=True):
        blank = " " * (width - _width(cell))
        text = painted(cell, column.style(row) if column.style and row is not None else None)
        shown.append(blank + text if column.right else text + blank)
    return _GAP.join(shown).rstrip()


def _blocks(columns: Sequence[Column], rows: Sequence[Any], cells: Sequence[Sequence[str]]) -> None:
    """Each row by itself, one value under the other."""
    margin = max(_width(column.heading) for column in columns) + len(_GAP)
    room = max(_terminal() - margin, _LONGEST_WORD)
    for number, (row, line) in enumerate(zip(rows, cells, strict=True)):
        if number:
            write("")
        for column, cell in zip(columns, line, strict=True):
            first, *rest = _broken(cell, room)
            style = column.style(row) if column.style else None
            write(painted(column.heading.ljust(margin), {"bold": True}) + painted(first, style))
            for piece in rest:
                write(" " * margin + painted(piece, style))


def _narrow(widths: list[int], floors: Sequence[int], room: int) -> None:
    """Take from the widest columns until the line fits."""
    while sum(widths) > room:
        widest = max((i for i, width in enumerate(widths) if width > floors[i]), key=lambda i: widths[i])
        widths[widest] -= 1


def _longest_word(texts: Sequence[str]) -> int:
    return min(max(_width(word) for text in texts for word in (text.split() or [""])), _LONGEST_WORD)


def _broken(cell: str, width: int) -> list[str]:
    if _width(cell) <= width:
        return [cell]
    import textwrap

    return textwrap.wrap(cell, width, break_on_hyphens=False) or [""]


def _terminal() -> int:
    import shutil

    return shutil.get_terminal_size().columns


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def readable(value: Any) -> str:
    """A value as people write it: names and values, without brackets and quotes."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name.replace('_', ' ')} {readable(entry)}" for name, entry in value.items())
    if isinstance(value, list | tuple):
        nested = any(isinstance(entry, Mapping | list | tuple) or hasattr(entry, "__slots__") for entry in value)
        return ("; " if nested else ", ").join(map(readable, value)) or "-"
    if hasattr(value, "__dataclass_fields__") and "__str__" not in vars(type(value)):
        return readable({field.name: getattr(value, field.name) for field in fields(value)})
    return str(value)
