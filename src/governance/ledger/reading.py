"""The log and the ledger's own health, for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import sample
from typing import TYPE_CHECKING

from governance.errors import GovernanceError, ReferenceUnknown
from governance.ledger.clock import TimesRead
from governance.text import _

if TYPE_CHECKING:
    from governance.compliance.facts import Record
    from governance.ledger.desk import Desk
    from governance.ledger.log import LogEntry
    from governance.store.verdicts import State, Verdicts

__all__ = ["Finding", "Reading"]

_PAGE = 1000
_SAMPLE = 20
"""So many networks the doctor judges anew."""


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

    def doctor(self, *, whole: bool = False) -> list[Finding]:
        """Look at the store, the log and the read model; nothing is changed. Of the read model what holds of some
        networks, drawn by chance, is compared with the rules; with ``whole`` all of it."""
        findings = [Finding(*health) for health in self.desk.recorder.health()]
        times = TimesRead(self.desk.now())
        findings.append(self._log_is_readable(times))
        findings.append(Finding(_("recording times"), times.is_right, times.sentence()))
        findings += self._index_is_sound(whole)
        return findings

    def _log_is_readable(self, times: TimesRead) -> Finding:
        count = 0
        try:
            for expected, record in enumerate(times.of(self._forwards(0)), 1):
                if record.position != expected:
                    return Finding(_("log"), False, _("#{position} is missing").format(position=expected))
                count = expected
            self.desk.last_position()
        except GovernanceError as error:
            return Finding(_("log"), False, str(error))
        return Finding(_("log"), True, _("{n} events, readable and without a gap").format(n=count))

    def _index_is_sound(self, whole: bool) -> Iterator[Finding]:
        verdicts = self.desk.recorder.verdicts
        try:
            state = verdicts.state()
            if state is None:
                yield Finding(_("read model"), True, _("not built yet; it is built with the first question"))
                return
            behind = self.desk.last_position() - state.position
            yield Finding(_("read model"), True, _("{n} events behind the log").format(n=behind))
            yield self._index_as_a_whole(verdicts) if whole else self._index_by_sample(verdicts, state)
        except GovernanceError as error:
            yield Finding(_("read model"), False, str(error))

    def _index_as_a_whole(self, verdicts: Verdicts) -> Finding:
        from governance.verify.readmodel import check_index

        fault = next(iter(check_index(verdicts, self.desk, self.desk.last_position())), None)
        return Finding(_("read model and rules"), not fault, fault.detail if fault else _("all of it was compared"))

    def _index_by_sample(self, verdicts: Verdicts, state: State) -> Finding:
        from governance.verify.readmodel import first_difference

        with verdicts.reading():
            networks = verdicts.networks()
            drawn = sample(sorted(networks), min(_SAMPLE, len(networks)))
            differing = [d for network in drawn if (d := first_difference(verdicts, self.desk, network, state))]
        details = _(
            "{n} of {of} networks were compared, as all is known today; `doctor --all` compares everything"
        ).format(n=len(drawn), of=len(networks))
        return Finding(_("read model and rules"), not differing, differing[0] if differing else details)
