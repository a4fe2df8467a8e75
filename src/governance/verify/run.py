"""Everything that is looked at, in order. What is wrong becomes a finding; only trouble becomes an exception."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import apsw

from governance.errors import GovernanceError, LogDamaged, TreeDamaged
from governance.proof.merkle import root
from governance.proof.policy import Policy
from governance.store.file import end_of, open_file
from governance.store.mapper import EventMapper
from governance.store.readmodel import Log
from governance.store.tree import HASH, nodes_in
from governance.text import _
from governance.verify.anchors import Anchors, Carried, Given
from governance.verify.findings import Finding, Findings, Verification
from governance.verify.log import Stretch, look
from governance.verify.readmodel import check_index
from governance.verify.suspects import Suspect, told_apart
from governance.verify.tables import Commands, check_end, check_file, check_nodes, check_versions

__all__ = ["Progress", "Verifier", "quietly"]

_STRETCH = 8192
"""Events that are looked at in one go; a power of two, so that a stretch needs few hashes from its left."""

_MOST = 2**53 - 1
"""No position is larger: beyond it, numbers in a leaf are not exact."""

Progress = Callable[[str, int, int], None]
"""Called with what is looked at, how many of it are done, and of how many."""

_DAMAGE = (apsw.CorruptError, apsw.NotADBError, apsw.SchemaChangeError, apsw.SQLError, apsw.MismatchError,
           apsw.TooBigError, apsw.RangeError, UnicodeDecodeError, ValueError, TypeError, OverflowError, LogDamaged,
           TreeDamaged)  # fmt: skip
"""What reading a file raises whose bytes are not as they were written."""


def quietly(_what: str, _done: int, _of: int) -> None:
    """Nobody watches."""


@dataclass
class Verifier:
    """Reads one ledger. ``path`` is where further processes find it; None for a ledger in memory."""

    connection: apsw.Connection
    log: Log
    path: Path | None = None
    given: Sequence[Given] = ()
    policy: Policy | None = None
    jobs: int = 1
    progress: Progress = quietly
    found: Findings = field(default_factory=Findings)
    remarks: list[str] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    end: int = 0
    _suspects: list[Suspect] = field(default_factory=list)

    def run(self) -> Verification:
        """Raises StorageError where the file cannot be read for other reasons than what stands in it."""
        self._safely(_("file"), partial(check_file, self.connection))
        self._safely(_("end of the log"), self._end)
        self._safely(_("log"), self._log)
        self._safely(_("log"), self._told_apart)
        self._safely(_("log"), partial(check_versions, self.connection))
        anchors = Anchors(self.end, lambda size: root(size, self.nodes), self.policy)
        self._safely(_("checkpoints"), partial(anchors.inside, self.carried))
        for given in self.given:
            self._safely(given.name, partial(anchors.outside, given))
        self._index()
        return Verification(
            self.end, self._root(), tuple(self.found.told), dict(self.found.counts), tuple(anchors.found),
            tuple(self.remarks)
        )  # fmt: skip

    def nodes(self, level: int, index: int) -> bytes:
        """The tree as stored; raises TreeDamaged."""
        return nodes_in(self._hashes)(level, index)

    def _safely(self, where: str, check: Callable[[], Iterable[Finding]]) -> None:
        try:
            for finding in check():
                self.found.add(*finding)
        except _DAMAGE as error:
            self.found.add("altered", where, " ".join(str(error).split())[:300])

    def _end(self) -> Iterator[Finding]:
        try:
            self.end, moment = end_of(self.connection)
        except LogDamaged as damage:
            yield Finding("missing", _("end of the log"), str(damage))
            self.end = self.connection.execute("SELECT max(position) FROM event").get or 0
            return
        yield from check_end(self.connection, self.end, moment)
        last = self.connection.execute("SELECT max(max(position), 0) FROM event").get or 0
        if self.end < 0 or self.end > max(last, _MOST):
            self.end = last

    def _log(self) -> Iterator[Finding]:
        commands = Commands(self.connection)
        last = self.connection.execute("SELECT max(position) FROM event").get or 0
        through = min(self.end, last)  # what was cut off at the end is one finding, told already
        for first, stretch in self._stretches(through):
            self._join(stretch)
            commands.take(stretch.runs)
            self.progress(_("events"), min(first + _STRETCH - 1, through), through)
        commands.end()
        self.found.take(commands.findings)
        yield from ()

    def _stretches(self, through: int) -> Iterator[tuple[int, Stretch]]:
        firsts = range(1, through + 1, _STRETCH)
        lasts = [min(first + _STRETCH - 1, through) for first in firsts]
        if self.jobs > 1 and self.path and len(firsts) > 1:
            from concurrent.futures import ProcessPoolExecutor  # slow to import, and seldom needed
            from multiprocessing import get_context

            with ProcessPoolExecutor(self.jobs, get_context("spawn"), _open_in_worker, (self.path,)) as pool:
                yield from zip(firsts, pool.map(_look_in_worker, firsts, lasts), strict=True)
            return
        mapper = EventMapper()
        for first, last in zip(firsts, lasts, strict=True):
            yield first, look(self.connection, first, last, mapper)

    def _join(self, stretch: Stretch) -> None:
        self.found.take(stretch.findings)
        self.carried += stretch.carried
        room = max(0, 200 - len(self._suspects))
        self._suspects += stretch.suspects[:room]
        for suspect in stretch.suspects[room:]:
            self.found.add("altered", f"#{suspect.position}", _("it does not give the hash that was recorded with it"))

    def _told_apart(self) -> Iterator[Finding]:
        return told_apart(self._suspects, lambda position: (self._hashes(position) or b"")[:HASH] or None)

    def _hashes(self, position: int) -> bytes | None:
        found = self.connection.execute("SELECT hashes FROM tree WHERE position = ?", (position,)).get
        return found if isinstance(found, bytes) else None

    def _root(self) -> bytes:
        try:
            return root(self.end, self.nodes)
        except (*_DAMAGE, GovernanceError):
            return b""

    def _index(self) -> None:
        try:
            there = self.connection.table_exists(None, "index_state")
        except _DAMAGE:
            return  # told already
        if there:
            self._safely(_("index"), partial(check_nodes, self.connection))
        if not there:
            self.remarks.append(_("There is no index of verdicts yet, so none was compared."))
        elif self.found:
            self.remarks.append(_("The index of verdicts was not compared, since the log is not whole."))
        else:
            self._safely(_("index"), self._compared)

    def _compared(self) -> Iterator[Finding]:
        try:
            yield from check_index(self.connection, self.log, self.end, partial(self.progress, _("index")))
        except (apsw.Error, *_DAMAGE):
            raise
        except Exception as error:  # noqa: BLE001 - rules meet histories here that they would never have let pass
            detail = _("the rules cannot follow the log: {problem}").format(problem=f"{type(error).__name__}: {error}")
            yield Finding("undecodable", _("index"), detail)


_CONNECTION: list[Any] = []
"""The connection of a process that helps, opened once."""


def _open_in_worker(path: Path) -> None:
    _CONNECTION.append(open_file(path, create=False))


def _look_in_worker(first: int, last: int) -> Stretch:
    return look(_CONNECTION[0], first, last)
