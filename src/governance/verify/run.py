"""Everything that is looked at, in order. What is wrong becomes a finding; only trouble becomes an exception."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from governance.errors import (
    FileDamaged,
    GovernanceError,
    IndexDamaged,
    LogDamaged,
    NotALedger,
    StorageError,
    TreeDamaged,
)
from governance.proof.merkle import root
from governance.proof.policy import Policy
from governance.store.mapper import EventMapper
from governance.store.raw import RawStore
from governance.store.readmodel import Log
from governance.store.tree import HASH, nodes_in
from governance.store.verdicts import Verdicts
from governance.text import _
from governance.verify.anchors import Anchors, Carried, Given
from governance.verify.findings import Finding, Findings, Verification
from governance.verify.log import Stretch, look
from governance.verify.readmodel import check_index
from governance.verify.suspects import Suspect, told_apart
from governance.verify.tables import Commands, check_end, check_versions

__all__ = ["Progress", "Verifier", "quietly"]

_STRETCH = 8192
"""Events that are looked at in one go; a power of two, so that a stretch needs few hashes from its left."""

_MOST = 2**53 - 1
"""No position is larger: beyond it, numbers in a leaf are not exact."""

Progress = Callable[[str, int, int], None]
"""Called with what is looked at, how many of it are done, and of how many."""

_DAMAGE = (FileDamaged, IndexDamaged, NotALedger, LogDamaged, TreeDamaged, ValueError, TypeError, OverflowError)
"""What reading a file raises whose bytes are not as they were written."""


def quietly(_what: str, _done: int, _of: int) -> None:
    """Nobody watches."""


@dataclass
class Verifier:
    """Reads one ledger."""

    raw: RawStore
    log: Log
    given: Sequence[Given] = ()
    policy: Policy | None = None
    jobs: int = 1
    progress: Progress = quietly
    findings: Findings = field(default_factory=Findings)
    remarks: list[str] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    end: int = 0
    _suspects: list[Suspect] = field(default_factory=list)

    def run(self) -> Verification:
        """Raises StorageError where the file cannot be read for other reasons than what stands in it."""
        anchors = self._record()
        for given in self.given:
            self._safely(given.name, partial(anchors.outside, given))
        self._index()
        return Verification(
            self.end, self._root(), tuple(self.findings.listed), dict(self.findings.counts), tuple(anchors.held),
            tuple(self.remarks)
        )  # fmt: skip

    def record_fault(self) -> Finding | None:
        """The first thing that is wrong with the file or the log in it; the index is not compared with the rules."""
        self._record()
        return next(iter(self.findings.listed), None)

    def _record(self) -> Anchors:
        self._safely(_("file"), self.raw.faults)
        self._safely(_("end of the log"), self._end)
        self._safely(_("log"), self._log)
        self._safely(_("log"), self._told_apart)
        self._safely(_("log"), partial(check_versions, self.raw))
        anchors = Anchors(self.end, lambda size: root(size, self.nodes), self.policy)
        self._safely(_("checkpoints"), partial(anchors.inside, self.carried))
        return anchors

    def nodes(self, level: int, index: int) -> bytes:
        """The tree as stored; raises TreeDamaged."""
        return nodes_in(self.raw.hashes)(level, index)

    def _safely(self, where: str, check: Callable[[], Iterable[Finding]]) -> None:
        try:
            for finding in check():
                self.findings.add(*finding)
        except _DAMAGE as error:
            self.findings.add("altered", where, " ".join(str(error).split())[:300])

    def _end(self) -> Iterator[Finding]:
        try:
            self.end, moment = self.raw.end()
        except LogDamaged as damage:
            yield Finding("missing", _("end of the log"), str(damage))
            self.end = self.raw.bounds()[1] or 0
            return
        yield from check_end(self.raw, self.end, moment)
        last = max(self.raw.bounds()[1] or 0, 0)
        if self.end < 0 or self.end > max(last, _MOST):
            self.end = last

    def _log(self) -> Iterator[Finding]:
        commands = Commands(self.raw)
        last = self.raw.bounds()[1] or 0
        through = min(self.end, last)  # what was cut off at the end is one finding, told already
        for first, stretch in self._stretches(through):
            self._join(stretch)
            commands.take(stretch.runs)
            self.progress(_("events"), min(first + _STRETCH - 1, through), through)
        commands.end()
        self.findings.take(commands.findings)
        yield from ()

    def _stretches(self, through: int) -> Iterator[tuple[int, Stretch]]:
        firsts = range(1, through + 1, _STRETCH)
        lasts = [min(first + _STRETCH - 1, through) for first in firsts]
        opener = self.raw.opener()
        if self.jobs > 1 and opener and len(firsts) > 1:
            from concurrent.futures import ProcessPoolExecutor  # slow to import, and seldom needed
            from multiprocessing import get_context

            with ProcessPoolExecutor(self.jobs, get_context("spawn"), _open_in_worker, (opener,)) as pool:
                yield from zip(firsts, pool.map(_look_in_worker, firsts, lasts), strict=True)
            return
        mapper = EventMapper()
        for first, last in zip(firsts, lasts, strict=True):
            yield first, look(self.raw, first, last, mapper)

    def _join(self, stretch: Stretch) -> None:
        self.findings.take(stretch.findings)
        self.carried += stretch.carried
        room = max(0, 200 - len(self._suspects))
        self._suspects += stretch.suspects[:room]
        for suspect in stretch.suspects[room:]:
            self.findings.add(
                "altered", f"#{suspect.position}", _("it does not give the hash that was recorded with it")
            )

    def _told_apart(self) -> Iterator[Finding]:
        return told_apart(self._suspects, lambda position: (self.raw.hashes(position) or b"")[:HASH] or None)

    def _root(self) -> bytes:
        try:
            return root(self.end, self.nodes)
        except (*_DAMAGE, GovernanceError):
            return b""

    def _index(self) -> None:
        try:
            verdicts = self.raw.verdicts
        except _DAMAGE:
            return  # reported already
        if verdicts is None:
            self.remarks.append(_("There is no index of verdicts yet, so none was compared."))
            return
        self._safely(_("index"), self.raw.verdict_faults)
        if self.findings:
            self.remarks.append(_("The index of verdicts was not compared, since the log is not whole."))
        else:
            self._safely(_("index"), partial(self._compared, verdicts))

    def _compared(self, verdicts: Verdicts) -> Iterator[Finding]:
        try:
            yield from check_index(verdicts, self.log, self.end, partial(self.progress, _("index")))
        except (StorageError, *_DAMAGE):
            raise
        except Exception as error:  # noqa: BLE001 - rules meet histories here that they would never have let pass
            detail = _("the rules cannot follow the log: {problem}").format(problem=f"{type(error).__name__}: {error}")
            yield Finding("undecodable", _("index"), detail)


_RAW: list[RawStore] = []
"""What a process that helps reads, opened once."""


def _open_in_worker(opener: Callable[[], RawStore]) -> None:
    _RAW.append(opener())


def _look_in_worker(first: int, last: int) -> Stretch:
    return look(_RAW[0], first, last)
