"""The index of verdicts against what the rules say: it is built a second time, elsewhere, and compared row by row."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

import apsw

from governance.compliance.facts import Record
from governance.model.person import Person
from governance.store import index
from governance.store.index import State
from governance.store.readmodel import Log, ReadModel
from governance.text import _
from governance.verify.findings import Finding

__all__ = ["check_index"]

_LAST_YEAR = 9999

_ROWS = """
SELECT n.key, p.obligation, s.since, s.until, s.known_from, s.known_to, s.verdict, s.verdict_to,
  s.network = s.network_to, p.body
FROM index_phase AS p LEFT JOIN index_span AS s ON s.id = p.id LEFT JOIN index_network AS n ON n.number = s.network
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
"""
_TABLES = {
    "index_state": "SELECT position, horizon, format, holidays FROM index_state",
    "index_network": "SELECT key, time_zone FROM index_network ORDER BY 1, 2",
    "index_label": "SELECT party, name FROM index_label ORDER BY 1",
    "index_phase": _ROWS,
    "index_span": "SELECT count(*) FROM index_span",
}


class _Elsewhere:
    """A database that is gone when it is closed; SQLite keeps it on disk where it is large."""

    def __init__(self) -> None:
        self.connection = apsw.Connection("")

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        yield self.connection

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        with self.connection:
            yield self.connection


class _Upto:
    """The log as it was when the index was brought up to date last."""

    def __init__(self, log: Log, position: int) -> None:
        self._log = log
        self._position = position

    def last_position(self) -> int:
        return self._position

    def records(self, after: int, limit: int) -> list[Record]:
        return self._log.records(after, min(limit, self._position - after))

    def records_of(self, network: str, upto: int) -> Iterable[Record]:
        return self._log.records_of(network, upto)

    def person(self, subject: str, upto: int | None = None) -> Person:
        return self._log.person(subject, self._position if upto is None else upto)


def check_index(
    connection: apsw.Connection, log: Log, end: int, progress: Callable[[int, int], None] | None = None
) -> Iterator[Finding]:
    """Raises what the rules raise over events that make no sense."""
    row: Any = connection.execute("SELECT * FROM index_state").get  # its columns differ by its format
    if row is None:
        yield Finding("missing", _("index"), _("its state is not there"))
        return
    *told, seal = row
    if seal != index.seal_of(told):
        yield Finding("altered", _("index"), _("its state does not fit its seal"))
        return
    if told[2] != index.FORMAT or not (state := State(*told)).is_current:
        return  # made by another version of this program or of its holidays; it is built anew when it is asked
    if not 0 <= state.position <= end or state.horizon > _LAST_YEAR:
        yield Finding("truncated", _("index"), _("it knows #{position}, and the log ends at #{end}").format(
            position=state.position, end=end))  # fmt: skip
        return
    again = _Elsewhere()
    with again.writing() as fresh:
        index.create(fresh, state.horizon)
    model = ReadModel(_Upto(log, state.position), again)
    model.catch_up(progress=progress)
    yield from _differences(connection, again.connection)
    again.connection.close()


def _differences(connection: apsw.Connection, fresh: apsw.Connection) -> Iterator[Finding]:
    """In each table the first difference, which is enough to know that it must be built anew."""
    for table, query in _TABLES.items():
        for told, meant in zip_longest(connection.execute(query), fresh.execute(query)):
            if told != meant:
                about = ", ".join(str(cell) for cell in (told or meant)[:3])
                detail = _("{table} does not follow from the log (at {about}); build it anew with `doctor --rebuild`")
                yield Finding("altered", _("index"), detail.format(table=table, about=about))
                break
