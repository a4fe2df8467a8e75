"""The ledger's own history: the key that signs its checkpoints, and the checkpoints that were signed.

There is one, ``ledger:log``. It speaks of the whole record, not of a network. Formats: C2SP signed-note for keys and
signatures, C2SP tlog-checkpoint for what is signed.
"""

from typing import Annotated

from pydantic import StringConstraints

from governance.errors import (
    AlreadyRecorded,
    CheckpointUnknown,
    FieldInvalid,
    KeyExists,
    KeyMissing,
    NotCorrectable,
    OriginWrong,
)
from governance.model.aggregate import Aggregate, Context, FactCorrected, FactRetracted
from governance.model.event import Event, EventRef, NoteText, Text, stored_as
from governance.proof.checkpoint import Checkpoint, is_origin
from governance.proof.keys import ED25519, VerifierKey
from governance.proof.note import Note, Signature, opened
from governance.text import _

__all__ = [
    "LEDGER_LOG",
    "CheckpointCosigned",
    "CheckpointSigned",
    "KeyAdopted",
    "KeyRotated",
    "LedgerLog",
    "rotation",
]

LEDGER_LOG = "ledger:log"
"""The id of the one history of this kind."""

KeyText = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^\S+$")]
"""A verifier key, ``name+id+base64``; its name is the ledger's origin."""


@stored_as("governance.ledger.KeyAdopted")
class KeyAdopted(Event):
    """This key signs the ledger's checkpoints from now on. A second one is adopted, with a ``reason``, only where the
    one before was lost, so that it could not sign its own replacement."""

    verifier_key: KeyText
    reason: Text | None = None


@stored_as("governance.ledger.KeyRotated")
class KeyRotated(Event):
    """The key before signed in ``statement`` that this one takes its place."""

    verifier_key: KeyText
    statement: NoteText
    reason: Text | None = None


@stored_as("governance.ledger.CheckpointSigned")
class CheckpointSigned(Event):
    """A checkpoint of the log as it was some events before this one. ``closes`` is the event that closed a year."""

    checkpoint: NoteText
    closes: EventRef | None = None


@stored_as("governance.ledger.CheckpointCosigned")
class CheckpointCosigned(Event):
    """Others signed a checkpoint: its text again, with their signatures alone."""

    checkpoint: NoteText


class LedgerLog(Aggregate):
    """The keys and checkpoints of one ledger."""

    kind = "ledger"
    begins_with = KeyAdopted

    def decide(self, event: Event, context: Context) -> None:
        """What was signed is signed: there is nothing to correct. Raises NotCorrectable besides the usual."""
        if isinstance(event, FactCorrected | FactRetracted):
            raise NotCorrectable(what=self.ref)
        super().decide(event, context)

    def keys(self) -> list[VerifierKey]:
        """Every key that was the ledger's, the present one last."""
        return [VerifierKey.parse(event.verifier_key) for event in self.all(KeyAdopted, KeyRotated)]

    @property
    def key(self) -> VerifierKey:
        """The key that signs now; raises KeyMissing."""
        if not self.begun:
            raise KeyMissing
        return self.keys()[-1]

    def checkpoints(self) -> list[Note]:
        """Every checkpoint with all its signatures, in the order in which they were signed."""
        notes: dict[str, Note] = {}
        for event in self.all(CheckpointSigned, CheckpointCosigned):
            note = Note.parse(event.checkpoint.encode())
            notes[note.text] = notes.get(note.text, Note(note.text)).with_signatures(note.signatures)
        return list(notes.values())


def rotation(old: VerifierKey, new: VerifierKey) -> str:
    """What the old key signs. Its first line holds spaces, so it can be taken for no checkpoint's origin."""
    return f"governance ledger: another key\n{old}\n{new}\n"


# The rules --------------------------------------------------------------------------------------------------


def _new_key(log: LedgerLog, text: str) -> VerifierKey:
    key = VerifierKey.parse(text)
    if key.kind != ED25519 or not is_origin(key.name):
        raise FieldInvalid(
            field="verifier_key", problem=_("a ledger's key is an Ed25519 key named like example.org/log")
        )
    known = log.keys()
    if known and known[-1].name != key.name:
        raise OriginWrong(one=known[-1].name, other=key.name)
    if any(key.public == other.public for other in known):
        raise KeyExists(key=key)
    return key


def _adopted(log: LedgerLog, event: KeyAdopted, context: Context) -> None:
    _new_key(log, event.verifier_key)
    if log.begun and event.reason is None:
        raise KeyExists(key=log.key)


def _rotated(log: LedgerLog, event: KeyRotated, context: Context) -> None:
    note = Note.parse(event.statement.encode())
    if note.text != rotation(log.key, _new_key(log, event.verifier_key)):
        raise FieldInvalid(field="statement", problem=_("it does not speak of this change of keys"))
    opened(note, [log.key])


def _signed(log: LedgerLog, event: CheckpointSigned, context: Context) -> None:
    note = Note.parse(event.checkpoint.encode())
    checkpoint = Checkpoint.of(note)
    opened(note, [log.key])
    if checkpoint.origin != log.key.name:
        raise OriginWrong(one=log.key.name, other=checkpoint.origin)


def _cosigned(log: LedgerLog, event: CheckpointCosigned, context: Context) -> None:
    note = Note.parse(event.checkpoint.encode())
    known = next((known for known in log.checkpoints() if known.text == note.text), None)
    if known is None:
        raise CheckpointUnknown(size=Checkpoint.of(note).size)
    if not set[Signature](note.signatures) - set(known.signatures):
        raise AlreadyRecorded(event=log.id)


LedgerLog.rules = {
    KeyAdopted: _adopted,
    KeyRotated: _rotated,
    CheckpointSigned: _signed,
    CheckpointCosigned: _cosigned,
}
