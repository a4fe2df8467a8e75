"""Answers as a table for people, and as JSON or CSV for programs. Nothing is computed here."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import Any

from governance.compliance.answer import Answer, row_of
from governance.compliance.item import namer
from governance.compliance.values import VERDICTS
from governance.text import N_, _, ngettext, printable, printable_json
from governance_cli.tables import Column, table
from governance_cli.terminal import say, unicode_out, write
from governance_cli.verdicts import duty_words, mark, verdict_style

__all__ = ["as_csv", "as_json", "headline", "output", "row_columns", "state_of_knowledge"]


def output(answer: Answer[Any], form: str, columns: Sequence[Column], *, title: str, row: type) -> None:
    """An answer in the form that was asked for. ``row`` is the dataclass of its rows, of which there may be none."""
    if form == "json":
        as_json(answer.to_dict())
    elif form == "csv":
        as_csv([row_of(item) for item in answer], [field.name for field in fields(row)])
    else:
        say(title, bold=True)
        if len(answer):
            say()
            table(columns, answer.items)


def headline(answer: Answer[Any], none: str, one: str, many: str, **values: object) -> str:
    """What the rows of an answer are, as a sentence: one of three, by their number. ``{n}``, ``{day}`` and ``{known}``
    are filled in."""
    n = len(answer)
    text = ngettext(one, many, n) if n else _(none)
    return text.format(n=n, day=answer.as_of, known=state_of_knowledge(answer), **values)


def state_of_knowledge(answer: Answer[Any]) -> str:
    """As known when: the end of a headline."""
    if answer.known_at is None:
        return _("nothing is recorded yet")
    moment = f"{answer.known_at:%Y-%m-%d %H:%M}"
    return _("as known at #{position}, {moment} UTC").format(position=answer.position, moment=moment)


def as_json(value: object) -> None:
    """One JSON document."""
    write(printable_json(value, ascii_only=not unicode_out(), indent=2))


def as_csv(rows: Iterable[dict[str, Any]], names: Sequence[str]) -> None:
    """Comma-separated (RFC 4180), with a heading; what a spreadsheet would take for a formula has a ``'`` before it."""
    import csv
    import io

    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    write(paper.getvalue(), end="")


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(entry, str | int) for entry in value):
        value = "; ".join(map(str, value))
    elif isinstance(value, list | dict):
        value = printable_json(value)
    return _text_cell(value) if isinstance(value, str) else value


_FORMULA = re.compile(r"[\t\r\n]|\s*[=+@\-\uff0b\uff0d\uff1d\uff20]")
"""What a spreadsheet may take for the beginning of a formula, as it is or in its wide form."""


def _text_cell(text: str) -> str:
    """On one line, with everything in it to be seen, and nothing for a spreadsheet to carry out."""
    return ("'" if _FORMULA.match(text) else "") + printable(text)


def row_columns(items: Sequence[Any], label: Callable[[str], str]) -> list[Column]:
    """A column for each field of the rows in which anything stands, for answers that have no view of their own;
    ``label`` gives the name of a party or of what a mandate calls by a key."""
    columns = []
    for field in fields(items[0]) if items else ():
        values = [getattr(item, field.name) for item in items]
        present = [value for value in values if value not in (None, (), "")]
        if present and not (field.name == "network" and len(set(values)) == 1):
            columns.append(_column(field.name, present, label))
    return columns


def _column(name: str, present: Sequence[Any], label: Callable[[str], str]) -> Column:
    if name in _VERDICTS and all(value in VERDICTS for value in present):
        return Column(
            _heading(name), lambda i: mark(getattr(i, name)), lambda i: verdict_style(getattr(i, name)), fixed=True
        )
    if name in _POSITIONS and all(type(value) is int or isinstance(value, tuple) for value in present):
        return Column(_heading(name), lambda item: _positions(getattr(item, name)))
    numbers = all(type(value) in (int, float) for value in present)
    return Column(
        _heading(name),
        lambda item: _named(item, name, label),
        right=numbers,
        fixed=numbers or name in _REFERENCES,
    )


_PARTY = re.compile(r"(?:person|org|network|group):[a-z0-9][a-z0-9-]*")
_KEYS = {"role": "", "counterparty": "", "recipient": "", "decided_by": "", "kind": "kind:", "duty": "act:"}
"""Columns in which the mandate's keys stand, and what the keys of this kind begin with where they are looked up."""
_WORDS = {"meeting_dates": N_("meeting dates"), "register": N_("register")}
"""What can be sent in."""


def _named(item: Any, column: str, label: Callable[[str], str]) -> Any:
    """What stands in a column, with names for ids and keys."""
    value = getattr(item, column)
    if column in _KEYS and isinstance(value, str) and hasattr(item, "network"):
        kind, name = _KEYS[column], namer(item.network, label)
        names = [name(kind + key) for key in value.split(", ")]
        if column == "duty" and names == [kind + value]:
            return duty_words(value)
        return ", ".join(called.removeprefix(kind) for called in names)
    if column == "what":
        return _(_WORDS[value]) if value in _WORDS else value
    if column == "silent_on":
        return tuple(_(silence.replace("_", " ")) for silence in value)
    if column == "reason" and isinstance(value, str):
        return _PARTY.sub(lambda names: label(names[0]), value)
    return _party(value, label)


def _party(value: Any, label: Callable[[str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_party(entry, label) for entry in value)
    return label(value) if isinstance(value, str) and _PARTY.fullmatch(value) else value


def _positions(value: Any) -> object:
    """Positions of the log as they are written elsewhere: ``#17``."""
    if isinstance(value, tuple) and all(type(entry) is int for entry in value):
        return tuple(f"#{entry}" for entry in value)
    return f"#{value}" if type(value) is int else value


_VERDICTS = frozenset({"verdict", "supposed", "before", "after"})
_POSITIONS = frozenset({"position", "positions", "evidence", "by", "corrects", "closed_at", "changes"})
_REFERENCES = frozenset({"obligation", "meeting", "assignment", "about"})
"""What is copied into the next command."""


def _heading(name: str) -> str:
    return _(name.replace("_", " ")).upper()
