"""Keys and checkpoints: what a ledger signs, and what others sign beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from governance.errors import (
    CheckpointUnknown,
    KeyExists,
    KeyMissing,
    KeyNotCurrent,
    OriginWrong,
    SignatureMissing,
    SignatureWrong,
)
from governance.ledger.command import command
from governance.ledger.desk import Desk, attempts
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.ledger.unit import Unit

if TYPE_CHECKING:
    from governance.model.event import Event
    from governance.model.signing import LedgerLog
    from governance.proof.keys import SigningKey, VerifierKey
    from governance.proof.note import Note
    from governance.proof.policy import Policy

__all__ = ["Signing"]

_CHECKPOINTS = frozenset({"governance.ledger.CheckpointSigned/1", "governance.ledger.CheckpointCosigned/1"})
_FEW = 100


class Signing:
    """A ledger's secret key is given to it when it is opened; it is never stored in it.

    What keys and signatures need is loaded with the first of them: most commands need none.
    """

    desk: Desk
    key: SigningKey | None

    def log_of_keys(self) -> LedgerLog:
        """The keys and checkpoints, as recorded."""
        from governance.model.signing import LEDGER_LOG, LedgerLog

        self.desk.look()
        return self.desk.load(LedgerLog, LEDGER_LOG)

    @command(refuses=(KeyExists, OriginWrong))
    def adopt_key(
        self, key: VerifierKey, *, reason: str | None = None, rehearse: bool = False, **details: Unpack[Details]
    ) -> Receipt:
        """From now on this key signs. A second one needs a ``reason``: that the one before was lost.

        With ``rehearse`` it is only decided, and nothing is recorded.
        """
        from governance.model.signing import KeyAdopted

        return self._keep(KeyAdopted, details, rehearse=rehearse, verifier_key=str(key), reason=reason)

    @command(refuses=(KeyMissing, KeyNotCurrent, KeyExists))
    def rotate_key(
        self, new: SigningKey, *, reason: str | None = None, rehearse: bool = False, **details: Unpack[Details]
    ) -> Receipt:
        """Another key takes the place of the ledger's, which signs that.

        From then on ``key`` is the new one. What the old one signed stays verifiable. With ``rehearse`` it is only
        decided, and nothing is recorded.
        """
        from governance.model.signing import KeyRotated, rotation
        from governance.proof.note import Note

        old = self._current()
        statement = str(Note(rotation(old.verifier, new.verifier)).signed(old))
        receipt = self._keep(
            KeyRotated, details, rehearse=rehearse, verifier_key=str(new.verifier), statement=statement, reason=reason
        )
        if not rehearse:
            self.key = new
        return receipt

    def signed_checkpoint(self) -> Note:
        """A checkpoint of the log as it is now. Nothing is recorded. Refused: KeyMissing, KeyNotCurrent."""
        from governance.proof import merkle
        from governance.proof.checkpoint import Checkpoint
        from governance.proof.note import Note

        key = self._current()
        size = self.desk.last_position()
        root = merkle.root(size, self.desk.recorder.nodes)
        return Note(Checkpoint(key.name, size, root).text).signed(key)

    @command(refuses=(KeyMissing, KeyNotCurrent))
    def checkpoint(self, *, closes: str | None = None, **details: Unpack[Details]) -> Note:
        """Sign a checkpoint and record it; where nothing but checkpoints was recorded since the last one, that one.

        ``closes`` is the event that closed a year, to which it is bound.
        """
        from governance.model.signing import CheckpointSigned
        from governance.proof.note import Note

        self._current()
        log = self.log_of_keys()
        for event in log.all(CheckpointSigned):
            if closes and event.closes == closes:
                return Note.parse(event.checkpoint.encode())
        if closes is None and (last := self._still_current(log)):
            return last
        note = self.signed_checkpoint()
        self._keep(CheckpointSigned, details, checkpoint=str(note), closes=closes)
        return note

    def latest_checkpoint(self, size: int = 0) -> Note:
        """The last recorded checkpoint, if it speaks of at least ``size`` events. Raises CheckpointUnknown."""
        from governance.proof.checkpoint import Checkpoint

        notes = self.log_of_keys().checkpoints()
        if not notes or Checkpoint.of(notes[-1]).size < size:
            raise CheckpointUnknown(size=size)
        return notes[-1]

    @command(refuses=(SignatureWrong, SignatureMissing, CheckpointUnknown))
    def add_signatures(self, note: Note, policy: Policy, **details: Unpack[Details]) -> Note:
        """Record the signatures of others on a checkpoint of this ledger, as far as ``policy`` names their keys.

        Returns the checkpoint with all its signatures. SignatureMissing means none by those keys.
        """
        from governance.model.signing import CheckpointCosigned
        from governance.proof.checkpoint import Checkpoint
        from governance.proof.note import Note, opened

        known = next((known for known in self.log_of_keys().checkpoints() if known.text == note.text), None)
        if known is None:
            raise CheckpointUnknown(size=Checkpoint.of(note).size)
        named = {(key.name, key.id) for key in opened(note, policy.witnesses.values())}
        theirs = [s for s in note.signatures if (s.name, s.key_id) in named]
        new = [signature for signature in theirs if signature not in known.signatures]
        if not theirs:
            raise SignatureMissing(keys=", ".join(policy.witnesses) or "-")
        if new:
            self._keep(CheckpointCosigned, details, checkpoint=str(Note(note.text, tuple(new))))
        return known.with_signatures(new)

    def _still_current(self, log: LedgerLog) -> Note | None:
        from governance.proof.checkpoint import Checkpoint

        notes = log.checkpoints()
        if not notes:
            return None
        since = Checkpoint.of(notes[-1]).size
        rows = self.desk.recorder.select_rows(since, _FEW)
        still = len(rows) < _FEW and all(row.topic in _CHECKPOINTS for row in rows)
        return notes[-1] if still else None

    def _current(self) -> SigningKey:
        """The secret key, if it is the ledger's present one."""
        present = self.log_of_keys().key
        if self.key is None:
            raise KeyMissing
        if self.key.verifier != present:
            raise KeyNotCurrent(place=self.key.place or self.key.name, key=present)
        return self.key

    def _keep(self, event: type[Event], details: Details, *, rehearse: bool = False, **fields: object) -> Receipt:
        from governance.model.signing import LEDGER_LOG, LedgerLog

        if rehearse:
            draft = Draft(self.desk)
            return draft.record(draft.load(LedgerLog, LEDGER_LOG), event, details, **fields)
        for attempt in attempts():
            with attempt, Unit(self.desk, command_id=details.get("command_id")) as unit:
                receipt = unit.record(unit.load(LedgerLog, LEDGER_LOG), event, details, **fields)
        return unit.receipt or receipt
