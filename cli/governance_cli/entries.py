"""How the events of the log look."""

import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from governance.text import _
from governance_cli.tables import readable
from governance_cli.terminal import printable, say

if TYPE_CHECKING:
    from governance.ledger.log import LogEntry

__all__ = ["show_entries", "show_entry", "show_full", "show_line"]

_LONG = 400


def show_line(entry: "LogEntry") -> None:
    """One event on one line; on a terminal no longer than that is wide."""
    line = f"#{entry.position} {entry.effective_on} {entry.name} {entry.about} ({entry.actor})"
    say(_cut(printable(f"{line} {entry.summary}".rstrip())))


def show_full(entry: "LogEntry") -> None:
    """One event as in a log."""
    say(f"#{entry.position} {entry.name}  {entry.event}", fg="yellow")
    happened = _("happened {day}, recorded {moment:%Y-%m-%d %H:%M} UTC by {actor}")
    when = happened.format(day=entry.effective_on, moment=entry.recorded_at, actor=entry.actor)
    rests = [_("clause {clause}").format(clause=entry.clause)] if entry.clause else []
    rests += [_("from {source}").format(source=entry.source)] if entry.source else []
    say("  " + printable(", ".join((when, *rests))))
    _fields(entry, "    ")
    say()


def show_entry(entry: "LogEntry") -> None:
    """Everything that one event says."""
    say(f"#{entry.position} {entry.name}", bold=True)
    details: list[tuple[str, Any]] = [
        (_("event"), entry.event),
        (_("happened"), entry.effective_on),
        (_("recorded"), f"{entry.recorded_at:%Y-%m-%d %H:%M:%S} UTC" + _(", stated by the source") * entry.times_kept),
        (_("by"), entry.actor),
        (_("clause"), entry.clause),
        (_("source"), entry.source),
        (_("command"), entry.command_id),
        *((name.replace("_", " "), value) for name, value in entry.data.items()),
    ]
    shown = [(name, _whole(value)) for name, value in details if value is not None]
    width = max(len(name) for name, _text in shown)
    for name, text in shown:
        say(f"  {name:{width}}  {printable(text)}")


def show_entries(entries: Iterable["LogEntry"]) -> None:
    """What was recorded about one thing, in order."""
    for entry in entries:
        say(f"  #{entry.position} {entry.effective_on} {entry.name} ({entry.actor})")
        _fields(entry, "      ")


def _fields(entry: "LogEntry", indent: str) -> None:
    for name, value in entry.data.items():
        say(f"{indent}{name.replace('_', ' ')}: {printable(_whole(value))}")


def _whole(value: Any) -> str:
    text = readable(value)
    if len(text) <= _LONG:
        return text
    return _("({n} characters; --format json shows them)").format(n=len(text))


def _cut(line: str) -> str:
    if sys.stdout is None or not sys.stdout.isatty():
        return line
    width = shutil.get_terminal_size().columns
    return line if len(line) <= width else line[: width - 1] + "…"
