"""One stretch of the log: every event is read, decoded and hashed, and held against the tree beside it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from governance.errors import EventUnknown, EventUnreadable, TreeDamaged
from governance.model.event import REGISTRY, topic_of
from governance.model.signing import LEDGER_LOG
from governance.proof.leaf import leaf_data
from governance.proof.merkle import Frontier, leaf_hash
from governance.store.mapper import MALFORMED, EventMapper
from governance.store.raw import RawStore
from governance.store.tree import HASH, leaf_of, nodes_in
from governance.text import _
from governance.time import micros
from governance.verify.anchors import Carried
from governance.verify.findings import Findings
from governance.verify.suspects import Suspect

__all__ = ["Run", "Stretch", "look"]

_SUSPECTS = 200
_CARRIERS = frozenset(
    topic_of(event) for event in REGISTRY.values() if {"checkpoint", "verifier_key"} & event.model_fields.keys()
)
"""The names of events that may hold a checkpoint or a key."""
_TYPES = (int, str, int, str, int, bytes, bytes)
_EARLIEST, _LATEST = micros(datetime.min.replace(tzinfo=UTC)), micros(datetime.max.replace(tzinfo=UTC))


class Run(NamedTuple):
    """Neighbouring events of one command, which is None where they cannot be read."""

    command_id: str | None
    first: int
    last: int


@dataclass
class Stretch:
    """What was found from one position through another."""

    findings: Findings = field(default_factory=Findings)
    suspects: list[Suspect] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    """The events that adopt keys and hold checkpoints."""


class _Cells:
    """What the mapper asks of a stored event."""

    __slots__ = ("id", "originator_id", "originator_version", "state", "topic")

    id: int
    originator_id: str
    originator_version: int
    topic: str
    state: bytes


def look(raw: RawStore, first: int, last: int, mapper: EventMapper | None = None) -> Stretch:
    """Read a stretch of the log. The hashes to the left of it are taken from the tree; whoever reads the stretch in
    which they were completed proves them. Raises StorageError for a file that is damaged in its pages."""
    return _Reader(raw, first, mapper or EventMapper()).read(last)


class _Reader:
    """Goes through rows in order and remembers what the next one must fit to."""

    def __init__(self, raw: RawStore, first: int, mapper: EventMapper) -> None:
        self._raw = raw
        self._mapper = mapper
        self._next = first
        self._cells: Any = _Cells()
        self._stretch = Stretch()
        self._command: str | None = None
        self._since = 0
        self._readers = self._mapper.readers
        self._moment = self._recorded_before(first)
        self._frontier = self._edge(first - 1)

    def _recorded_before(self, position: int) -> int:
        """When the event before this one was recorded."""
        moment = self._raw.recorded_at(position - 1)
        return moment if isinstance(moment, int) else _EARLIEST

    def _edge(self, size: int) -> Frontier:
        try:
            return Frontier(size, nodes_in(self._raw.hashes))
        except TreeDamaged:  # whoever reads that stretch tells of it
            return Frontier(size, lambda _level, _index: bytes(HASH))

    def read(self, last: int) -> Stretch:
        for row in self._raw.rows(self._next, last):
            if not self._whole(row):
                self._row(*row)
        self._gap(last + 1)
        self._end_run(last)
        return self._stretch

    def _whole(self, row: Any) -> bool:
        """Take in a row in which nothing is wrong, in as little time as can be; for others False, and nothing done."""
        position, stream, version, topic, moment, state, hashes = row
        if position != self._next or tuple(map(type, row)) != _TYPES or not self._moment <= moment <= _LATEST:
            return False
        try:
            event = self._readers[topic](state)
            leaf = leaf_hash(
                leaf_data(
                    position=position, originator_id=stream, version=version, topic=topic, recorded_at=moment,
                    state=state,
                )
            )  # fmt: skip
        except MALFORMED:  # among them a name that is met for the first time
            return False
        if not hashes.startswith(leaf) or event.originator_id != stream or event.originator_version != version:
            return False
        self._next = position + 1
        self._moment = moment
        if hashes != self._frontier.extend(leaf):
            self._tell_of_the_tree(position)
        if event.command_id != self._command:
            self._run(event.command_id, position)
        if topic in _CARRIERS and (stream == LEDGER_LOG or getattr(event, "checkpoint", None)):
            self._stretch.carried.append(Carried(event, position))
        return True

    def _row(self, position: int, stream: Any, version: Any, topic: Any, moment: Any, state: Any, hashes: Any) -> None:
        if position != self._next:
            self._gap(position)
        self._next = position + 1
        if not (
            type(stream) is str
            and type(version) is int
            and type(topic) is str
            and type(moment) is int
            and type(state) is bytes
            and _EARLIEST <= moment <= _LATEST
        ):
            self._odd(position, hashes)
            return
        if moment < self._moment:
            self._stretch.findings.add("reordered", f"#{position}", _("it was recorded before the one before it"))
        self._moment = moment
        self._decode(position, stream, version, topic, state)
        self._hash(position, (stream, version, topic, state, moment), hashes)

    def _decode(self, position: int, stream: str, version: int, topic: str, state: bytes) -> None:
        cells = self._cells
        cells.id, cells.originator_id, cells.originator_version = position, stream, version
        cells.topic, cells.state = topic, state
        try:
            event = self._mapper.to_domain_event(cells)
        except (EventUnknown, EventUnreadable) as error:
            self._stretch.findings.add("undecodable", f"#{position}", str(error))
            self._run(None, position)
        else:
            self._run(event.command_id, position)
            if topic in _CARRIERS and (stream == LEDGER_LOG or getattr(event, "checkpoint", None)):
                self._stretch.carried.append(Carried(event, position))

    def _run(self, command_id: str | None, position: int) -> None:
        if command_id != self._command or not self._since:
            self._end_run(position - 1)
            self._command, self._since = command_id, position

    def _end_run(self, last: int) -> None:
        if self._since:
            self._stretch.runs.append(Run(self._command, self._since, last))

    def _hash(self, position: int, columns: tuple[str, int, str, bytes, int], hashes: Any) -> None:
        stream, version, topic, state, moment = columns
        try:
            leaf = leaf_of(stream, version, topic, state, position, moment)
        except ValueError as error:
            self._stretch.findings.add("altered", f"#{position}", str(error))
            leaf = bytes(HASH)
        if type(hashes) is not bytes:
            self._stretch.findings.add("missing", f"#{position}", _("the tree has no hash of it"))
            self._frontier.extend(leaf)
            return
        if hashes[:HASH] == leaf:
            self._grow(position, leaf, hashes)
            return
        if len(self._stretch.suspects) < _SUSPECTS:
            self._stretch.suspects.append(Suspect(position, columns, hashes[:HASH]))
        else:
            self._stretch.findings.add(
                "altered", f"#{position}", _("it does not give the hash that was recorded with it")
            )
        self._grow(position, hashes[:HASH], hashes)

    def _grow(self, position: int, leaf: bytes, hashes: bytes) -> None:
        """The subtrees above a leaf follow from the leaves as recorded, so that one altered event is one finding."""
        if hashes != self._frontier.extend(leaf):
            self._tell_of_the_tree(position)

    def _tell_of_the_tree(self, position: int) -> None:
        self._stretch.findings.add("altered", f"#{position}", _("the tree's hashes above it do not follow from it"))

    def _gap(self, until: int) -> None:
        if self._next < until:
            self._lost(self._next, until - 1)
        for position in range(self._next, until):
            self._run(None, position)
            self._frontier.extend((self._raw.hashes(position) or b"")[:HASH].ljust(HASH, b"\0"))
        self._next = until

    def _lost(self, first: int, last: int) -> None:
        where = f"#{first}" if first == last else f"#{first}…#{last}"
        self._stretch.findings.add("missing", where, _("the log does not have it"))

    def _odd(self, position: int, hashes: Any) -> None:
        self._stretch.findings.add("undecodable", f"#{position}", _("its row is damaged"))
        self._run(None, position)
        self._frontier.extend((hashes if isinstance(hashes, bytes) else b"")[:HASH].ljust(HASH, b"\0"))
