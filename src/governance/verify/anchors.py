"""Checkpoints: does the record begin with exactly the events that each of them speaks of, and who signed it?

Those inside the ledger are looked at by themselves. They bind only as far as others hold a copy of them: whoever
rewrites a ledger and has its key can sign anew. So only these count as anchors from outside: a checkpoint that is
given from a file, and one whose cosignatures satisfy a policy that is given.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from governance.errors import GovernanceError, Unproven
from governance.model.event import Event
from governance.model.signing import CheckpointCosigned, KeyAdopted, KeyRotated, rotation
from governance.proof.checkpoint import Checkpoint
from governance.proof.keys import VerifierKey
from governance.proof.note import Note, opened
from governance.proof.policy import NONE, Policy
from governance.text import _
from governance.verify.findings import Anchor, Finding

__all__ = ["Anchors", "Carried", "Given"]

Root = Callable[[int], bytes]
"""The root over the first so many events, as stored; raises TreeDamaged."""


class Given(NamedTuple):
    """A checkpoint from outside, and where it came from."""

    name: str
    note: Note


class Carried(NamedTuple):
    """An event of the log that adopts a key or holds a checkpoint."""

    event: Event
    position: int


@dataclass
class Anchors:
    """Holds checkpoints against a record of ``end`` events."""

    end: int
    root: Root
    policy: Policy | None = None
    keys: list[VerifierKey] = field(default_factory=list)
    """The ledger's keys, as its own history tells them."""
    held: list[Anchor] = field(default_factory=list)
    _notes: dict[str, tuple[str, Note]] = field(default_factory=dict)
    """Each checkpoint in the ledger with all its signatures: where it was first, and the note."""

    def inside(self, carried: Sequence[Carried]) -> Iterator[Finding]:
        """What the ledger's own events say, in the order of the log."""
        for event, position in carried:
            try:
                yield from self._event(event, position)
            except GovernanceError as error:
                yield Finding("unsigned", f"#{position}", str(error))
        for where, note in self._notes.values():
            self._cosigned(where, note)

    def _event(self, event: Event, position: int) -> Iterator[Finding]:
        if isinstance(event, KeyAdopted):
            self.keys.append(VerifierKey.parse(event.verifier_key))
        elif isinstance(event, KeyRotated):
            new = VerifierKey.parse(event.verifier_key)
            note = Note.parse(event.statement.encode())
            opened(note, self.keys[-1:])
            if note.text != rotation(self.keys[-1], new):
                yield Finding("unsigned", f"#{position}", _("what the key before signed speaks of another key"))
            self.keys.append(new)
        else:
            note = Note.parse(str(getattr(event, "checkpoint", "")).encode())
            where, kept = self._notes.get(note.text, (event.event_id, Note(note.text)))
            self._notes[note.text] = where, kept.with_signatures(note.signatures)
            names = () if isinstance(event, CheckpointCosigned) else _names(opened(note, self.keys))
            if Checkpoint.of(note).size >= position:
                yield Finding("altered", f"#{position}", _("its checkpoint speaks of events that came later"))
            else:
                yield from self._against(f"#{position}", note, Anchor(event.event_id, 0, False, names))

    def outside(self, given: Given) -> Iterator[Finding]:
        """One that came from outside. By its policy, where there is one, else by the ledger's own keys."""
        where = given.name
        try:
            signers = self._signers(given.note)
        except Unproven as error:
            signers = ()
            yield Finding("unsigned", where, str(error))
        checkpoint = Checkpoint.of(given.note)
        if self.keys and checkpoint.origin != self.keys[-1].name:
            detail = _("it is of the ledger {origin}, not of this one").format(origin=checkpoint.origin)
            yield Finding("altered", where, detail)
        yield from self._against(where, given.note, Anchor(where, 0, bool(signers), signers))

    def _signers(self, note: Note) -> tuple[str, ...]:
        if self.policy:
            trusted = self.policy.check(note)
            return (trusted.log.name, *trusted.witnesses)
        return _names(opened(note, self.keys))

    def _against(self, where: str, note: Note, anchor: Anchor) -> Iterator[Finding]:
        checkpoint = Checkpoint.of(note)
        if checkpoint.size > self.end:
            detail = _("it speaks of {size} events, and the log ends at #{end}")
            yield Finding("truncated", where, detail.format(size=checkpoint.size, end=self.end))
        elif self.root(checkpoint.size) != checkpoint.root:
            detail = _("the first {size} events are not those that it speaks of").format(size=checkpoint.size)
            yield Finding("altered", where, detail)
        else:
            self.held.append(anchor._replace(size=checkpoint.size))

    def _cosigned(self, where: str, note: Note) -> None:
        """Witnesses whom a policy asks for are outside, too: nobody who holds the ledger can sign for them."""
        if self.policy is None or self.policy.quorum == NONE:
            return
        try:
            trusted = self.policy.check(note)
        except GovernanceError:
            return  # that it lacks signatures is no fault
        for number, anchor in enumerate(self.held):
            if anchor.where == where:
                signers = (trusted.log.name, *trusted.witnesses)
                self.held[number] = anchor._replace(outside=True, signed_by=signers)


def _names(signers: dict[VerifierKey, int | None]) -> tuple[str, ...]:
    return tuple(key.name for key in signers)
