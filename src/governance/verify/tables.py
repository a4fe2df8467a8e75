"""What surrounds the log: its end, the versions within histories, commands."""

from collections.abc import Iterable, Iterator
from typing import Any

from governance.store.raw import Command, RawStore, sealed
from governance.text import _
from governance.verify.findings import Finding, Findings
from governance.verify.log import Run

__all__ = ["Commands", "check_end", "check_versions"]


def check_end(raw: RawStore, end: int, moment: int) -> Iterator[Finding]:
    """That the log ends where it says: nothing cut off, nothing added behind, nothing before its beginning."""
    first, last = raw.bounds()
    if (last or 0) < end:
        detail = _("the log ends at #{there}, but #{end} was recorded").format(there=last or 0, end=end)
        yield Finding("truncated", f"#{(last or 0) + 1}…#{end}", detail)
    if (last or 0) > end:
        yield Finding("inserted", f"#{end + 1}…#{last}", _("the log was recorded to end at #{end}").format(end=end))
    if first is not None and first < 1:
        yield Finding("inserted", f"#{first}", _("no event has such a position"))
    if (last == end and end and raw.recorded_at(end) != moment) or (not end and moment):
        yield Finding("altered", _("end of the log"), _("its time is not that of the last event"))
    beyond = raw.stray_hashes(end)
    if beyond is not None:
        yield Finding("inserted", _("tree"), _("it has hashes of #{position}").format(position=beyond))


def check_versions(raw: RawStore) -> Iterator[Finding]:
    """That each history counts its events 1, 2, 3 … in the order of the log."""
    stream, expected, before = None, 1, 0
    for originator, version, position in raw.versions():
        if originator != stream:
            stream, expected, before = originator, 1, 0
        if version != expected:
            kind = "missing" if type(version) is int and version > expected else "inserted"
            detail = _("{history} goes on with version {version} instead of {expected}")
            yield Finding(kind, f"#{position}", detail.format(  # type: ignore[arg-type]  # one of two kinds
                history=stream, version=version, expected=expected))  # fmt: skip
        elif position < before:
            yield Finding(
                "reordered", f"#{position}", _("{history} counts differently from the log").format(history=stream)
            )
        expected, before = version + 1 if type(version) is int else expected + 1, position


class Commands:
    """The table of commands against the runs of events that name them, in the order of the log."""

    def __init__(self, raw: RawStore) -> None:
        self._rows = raw.commands()
        self._row: Command | None = next(self._rows, None)
        self._open: Run | None = None
        self.findings = Findings()

    def take(self, runs: Iterable[Run]) -> None:
        """The next runs; one may go on where the last of those before ended."""
        for run in runs:
            if self._open and self._open.command_id == run.command_id:
                self._open = Run(run.command_id, self._open.first, run.last)
            else:
                self._close()
                self._open = run

    def end(self) -> None:
        """After the last run."""
        self._close()
        while self._row is not None:
            self._idle(self._row)

    def _close(self) -> None:
        run, self._open = self._open, None
        if run is None:
            return
        while self._row is not None and self._row[2] < run.first:
            self._idle(self._row)
        if run.command_id is None:  # what cannot be read names no command
            while self._row is not None and self._row[2] <= run.last:
                self._row = next(self._rows, None)
            return
        row = self._row
        if row is None or row[2] != run.first:
            self._add("missing", run.first, _("its command is not among the commands"))
            return
        command_id, digest, first, last, seal = row
        if (command_id, last) != (run.command_id, run.last):
            self._add("altered", first, _("its command is recorded with another id or length"))
        elif type(digest) is not bytes or seal != sealed(command_id, digest, first, last):
            self._add("altered", first, _("the row of its command does not fit its seal"))
        self._row = next(self._rows, None)

    def _idle(self, row: Command) -> None:
        self._add("inserted", row[2], _("a command is said to have recorded it, which it does not say"))
        self._row = next(self._rows, None)

    def _add(self, kind: Any, position: object, detail: str) -> None:
        self.findings.add(kind, _("command of #{position}").format(position=position), detail)
