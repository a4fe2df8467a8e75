"""Signed notes (C2SP signed-note): a text, an empty line, and one line for each signature.

There is one way to write a note, so that a note which is read is written again byte for byte, or refused.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from governance.errors import NoteInvalid, SignatureMissing
from governance.proof.keys import SigningKey, VerifierKey, is_key_name
from governance.proof.lines import decoded, encoded, rejoined
from governance.text import _

__all__ = ["Note", "Signature", "opened", "read_signatures"]

_MOST_BYTES, _MOST_SIGNATURES = 1_000_000, 100
"""Limits against waste; the format asks for room for at least 16 signatures."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One line below a text: who says to have signed it, four bytes that tell which key, and the signature."""

    name: str
    key_id: bytes
    signature: bytes

    def __str__(self) -> str:
        return f"— {self.name} {encoded(self.key_id + self.signature)}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text, which ends in a line feed, and its signatures. What it says counts for nothing until it is ``opened``."""

    text: str
    signatures: tuple[Signature, ...] = ()

    @staticmethod
    def parse(data: bytes) -> "Note":
        """Raises NoteInvalid for every byte that is not as the format has it."""
        if len(data) > _MOST_BYTES:
            raise NoteInvalid(problem=_("it is longer than {n} bytes").format(n=_MOST_BYTES))
        try:
            whole = data.decode()
        except UnicodeDecodeError as error:
            raise NoteInvalid(problem=_("it is not UTF-8")) from error
        end = whole.rfind("\n\n") + 1  # the text itself may hold empty lines, the signatures do not
        if not end:
            raise NoteInvalid(problem=_("no empty line parts a text from its signatures"))
        return Note(_text(whole[:end]), read_signatures(whole[end + 1 :]))

    def signed(self, key: SigningKey, at: int | None = None) -> "Note":
        """With one more signature; ``at`` is a cosignature's time, in seconds since 1970. Raises NoteInvalid."""
        signature = key.signature(_text(self.text), at)
        return self.with_signatures([Signature(key.name, key.verifier.id, signature)])

    def with_signatures(self, more: Iterable[Signature]) -> "Note":
        """With the signatures of others below the ones that it has, each once."""
        return Note(self.text, tuple(dict.fromkeys((*self.signatures, *more))))

    def __str__(self) -> str:
        return f"{self.text}\n{rejoined(map(str, self.signatures))}"

    def __bytes__(self) -> bytes:
        return str(self).encode()


def read_signatures(text: str) -> tuple[Signature, ...]:
    """Signature lines by themselves, as a witness answers with them (tlog-witness). Raises NoteInvalid."""
    *lines, rest = text.split("\n")
    if rest or not lines:
        raise NoteInvalid(problem=_("it does not end with a signature and a line feed"))
    if len(lines) > _MOST_SIGNATURES:
        raise NoteInvalid(problem=_("it has more than {n} signatures").format(n=_MOST_SIGNATURES))
    return tuple(map(_signature, lines))


def opened(note: Note, keys: Iterable[VerifierKey]) -> dict[VerifierKey, int | None]:
    """Which of these keys signed the note, each with the time of its cosignature in seconds since 1970.

    Signatures by other keys are not looked at. Raises SignatureWrong where one by these does not fit the text,
    SignatureMissing where there is none.
    """
    known = {(key.name, key.id): key for key in keys}
    found: dict[VerifierKey, int | None] = {}
    for signature in note.signatures:
        if key := known.get((signature.name, signature.key_id)):
            at = key.check(note.text, signature.signature)
            found.setdefault(key, at)
    if not found:
        raise SignatureMissing(keys=", ".join(key.name for key in known.values()) or "-")
    return found


def _text(text: str) -> str:
    if not text.endswith("\n") or any(letter < " " and letter != "\n" for letter in text):
        raise NoteInvalid(problem=_("its text holds a control character, or no line feed at its end"))
    return text


def _signature(line: str) -> Signature:
    dash, name, data = (*line.split(" ", 2), "", "")[:3]
    if dash != "—" or not is_key_name(name):
        raise NoteInvalid(problem=_("{line!a} is no signature").format(line=line[:80]))
    try:
        signed = decoded(data)
    except ValueError as error:
        raise NoteInvalid(problem=str(error)) from error
    if len(signed) < 5:
        raise NoteInvalid(problem=_("{line!a} is no signature").format(line=line[:80]))
    return Signature(name, signed[:4], signed[4:])
