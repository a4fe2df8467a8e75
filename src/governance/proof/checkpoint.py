"""Checkpoints (C2SP tlog-checkpoint): three lines that say what a whole tree is, as the text of a signed note."""

import re
from dataclasses import dataclass

from governance.errors import CheckpointInvalid
from governance.proof.keys import is_key_name
from governance.proof.lines import decoded, encoded, number
from governance.proof.merkle import EMPTY
from governance.proof.note import Note
from governance.text import _

__all__ = ["Checkpoint", "is_origin"]

_ORIGIN = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?(/[A-Za-z0-9._~-]+)*", re.ASCII)


def is_origin(text: str) -> bool:
    """Whether a new ledger may have this origin: a URL without its scheme, like ``example.org/board``.

    The format only recommends it (tlog-checkpoint, "Note text"), so checkpoints of others are read with any origin
    that can also be the name of a key.
    """
    return len(text) <= 200 and bool(_ORIGIN.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tree by its origin (which log), its size (how many leaves) and its root (32 bytes). Without a signature it
    is a claim of nobody."""

    origin: str
    size: int
    root: bytes

    @staticmethod
    def of(note: Note) -> "Checkpoint":
        """What a note says, which may or may not be true. Raises CheckpointInvalid.

        Extension lines are refused: the format recommends against them, and nobody could audit what they say.
        """
        lines = note.text.split("\n")
        if len(lines) != 4 or not is_key_name(lines[0]):
            raise CheckpointInvalid(problem=_("it has three lines: origin, size and root"))
        try:
            told = Checkpoint(lines[0], number(lines[1]), decoded(lines[2], 32))
        except ValueError as error:
            raise CheckpointInvalid(problem=str(error)) from error
        if told.size == 0 and told.root != EMPTY:
            raise CheckpointInvalid(problem=_("an empty tree has another root"))
        return told

    @property
    def text(self) -> str:
        """The text to be signed, with its last line feed."""
        return f"{self.origin}\n{self.size}\n{encoded(self.root)}\n"
