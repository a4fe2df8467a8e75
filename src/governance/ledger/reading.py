"""The log and the ledger's own health, for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from governance.errors import GovernanceError, ReferenceUnknown
from governance.ledger.clock import TimesRead
from governance.text import _

if TYPE_CHECKING:
    from governance.compliance.facts import Record
    from governance.ledger.desk import Desk
    from governance.ledger.log import LogEntry

__all__ = ["Finding", "Reading"]

_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Finding:
    """What the doctor looked at; ``ok`` is False for what should be mended."""

    what: str
    ok: bool
    detail: str


class Reading:
    """The log, single events, and whether all is well."""

    desk: Desk

    def log(
        self,
        *,
        network: str | None = None,
        kind: str | None = None,
        actor: str | None = None,
        since: date | None = None,
        until: date | None = None,
        text: str | None = None,
        after: int = 0,
        newest_first: bool = False,
    ) -> Iterator[LogEntry]:
        """The events of the log that match, after a position; ``since`` and ``until`` are days of happening."""
        from governance.ledger.log import LogFilter

        wanted = LogFilter(network, kind, actor, since, until, text.casefold() if text else None)
        return wanted.select(self._backwards(after) if newest_first else self._forwards(after))

    def entry(self, event: str) -> LogEntry:
        """One event, by ``#17`` or its event id; raises ReferenceUnknown."""
        from governance.ledger.log import entry_of

        _kind, originator_id, version = self.desk.references.event(event)
        rows = self.desk.recorder.select_stream(originator_id, self.desk.last_position())
        found = [row for row in rows if row.originator_version == version]
        if not found:
            raise ReferenceUnknown(what=_("event"), reference=event)
        return entry_of(self.desk.records(found[0].id - 1, 1)[0])

    def entries_of(self, originator_id: str) -> list[LogEntry]:
        """Everything recorded about one thing, by its originator id (``meeting:vux/2021-02-12``)."""
        from governance.ledger.log import entry_of

        rows = self.desk.recorder.select_stream(originator_id, self.desk.last_position())
        return [entry_of(self.desk.record(row)) for row in rows]

    def _forwards(self, after: int) -> Iterator[Record]:
        while page := self.desk.records(after, _PAGE):
            yield from page
            after = page[-1].position

    def _backwards(self, after: int) -> Iterator[Record]:
        end = self.desk.last_position()
        while end > after:
            begin = max(after, end - _PAGE)
            yield from reversed(self.desk.records(begin, end - begin))
            end = begin

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Throw the read model away and build it anew from the log."""
        self.desk.model.rebuild(progress=progress)

    def doctor(self) -> list[Finding]:
        """Look at the store, the log and the read model; nothing is changed."""
        findings = [Finding(*health) for health in self.desk.recorder.health()]
        times = TimesRead(self.desk.now())
        findings.append(self._log_is_readable(times))
        findings.append(Finding(_("recording times"), times.is_right, times.sentence()))
        findings.append(self._index_is_current())
        return findings

    def _log_is_readable(self, times: TimesRead) -> Finding:
        count = 0
        try:
            for expected, record in enumerate(times.of(self._forwards(0)), 1):
                if record.position != expected:
                    return Finding(_("log"), False, _("#{position} is missing").format(position=expected))
                count = expected
        except GovernanceError as error:
            return Finding(_("log"), False, str(error))
        end = self.desk.last_position()
        whole = _("{n} events, readable and without a gap").format(n=count)
        cut = _("it ends at #{there}, but #{position} was recorded").format(there=count, position=end)
        return Finding(_("log"), count == end, whole if count == end else cut)

    def _index_is_current(self) -> Finding:
        state = self.desk.recorder.verdicts.state()
        if state is None:
            return Finding(_("read model"), True, _("not built yet; it is built with the first question"))
        behind = self.desk.last_position() - state.position
        return Finding(_("read model"), True, _("{n} events behind the log").format(n=behind))
