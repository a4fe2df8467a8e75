"""Keys that sign notes and that verify them (C2SP signed-note, "Verifier keys"; C2SP tlog-cosignature).

Two of the assigned signature types: an Ed25519 signature over the text, for the ledger; and a witness's cosignature,
which adds a time. The package ``cryptography`` is loaded when the first signature is made or looked at.
"""

from dataclasses import dataclass, field, replace
from hashlib import sha256

from governance.errors import KeyInvalid, SignatureWrong
from governance.proof.lines import decoded, encoded
from governance.text import _

__all__ = ["COSIGNATURE", "ED25519", "SigningKey", "VerifierKey", "is_key_name", "read_keys"]

ED25519 = 0x01
"""An Ed25519 signature over the note's text."""
COSIGNATURE = 0x04
"""A timestamped Ed25519 signature over a checkpoint: ``cosignature/v1``."""

_PRIVATE = "PRIVATE+KEY+"


def is_key_name(name: str) -> bool:
    """Not empty, no spaces of any kind, no plus, no control characters, and Unicode (signed-note, "Format")."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return bool(name) and not any(letter == "+" or letter.isspace() or letter < " " for letter in name)


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key under a name; as text ``name+id+base64``. ``public`` is 32 bytes (RFC 8032, 5.1.5)."""

    name: str
    kind: int
    public: bytes

    @staticmethod
    def parse(text: str) -> "VerifierKey":
        """Raises KeyInvalid, also for signature types that are not understood here."""
        parts = text.split("+", 2)
        try:
            data = decoded(parts[-1])
        except ValueError as error:
            raise KeyInvalid(problem=str(error)) from error
        if len(parts) != 3 or not is_key_name(parts[0]):
            raise KeyInvalid(problem=_("write NAME+ID+BASE64, the name without spaces"))
        if data[0] not in (ED25519, COSIGNATURE) or len(data) != 33:
            raise KeyInvalid(problem=_("its signature type {kind} is not understood here").format(kind=data[0]))
        key = VerifierKey(parts[0], data[0], data[1:])
        if str(key) != text:
            raise KeyInvalid(problem=_("its id should be {id}").format(id=key.id.hex()))
        return key

    @property
    def id(self) -> bytes:
        """Four bytes that tell keys of one name apart (signed-note, "Signatures"). They prove nothing."""
        return sha256(f"{self.name}\n".encode() + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encoded(bytes([self.kind]) + self.public)}"

    def check(self, text: str, signature: bytes) -> int | None:
        """When a cosignature was made, in seconds since 1970 (UTC); None for a plain signature.

        ``text`` is a note's, with its last line feed. Raises SignatureWrong.
        """
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        at = int.from_bytes(signature[:8], "big") if self.kind == COSIGNATURE else None
        plain = signature if at is None else signature[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(plain, _message(text, at))
        except (InvalidSignature, ValueError) as error:
            raise SignatureWrong(key=self.name) from error
        return at


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A secret key under a name; ``seed`` is 32 bytes (RFC 8032, 5.1.5). It does not show itself by accident."""

    name: str
    seed: bytes = field(repr=False)
    kind: int = ED25519
    place: str = field(default="", compare=False, repr=False)
    """Where it was read, for messages."""

    def __post_init__(self) -> None:
        """Raises KeyInvalid for a name that no verifier would take."""
        if not is_key_name(self.name):
            raise KeyInvalid(problem=_("its name is empty, or holds a space or +"))

    @staticmethod
    def generate(name: str, kind: int = ED25519) -> "SigningKey":
        """A new one, from the system's source of randomness. Raises KeyInvalid."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return SigningKey(name, Ed25519PrivateKey.generate().private_bytes_raw(), kind)

    @staticmethod
    def parse(text: str) -> "SigningKey":
        """From what ``secret`` wrote. Raises KeyInvalid, whose text does not repeat it."""
        parts = text.removeprefix(_PRIVATE).split("+", 2)
        try:
            data = decoded(parts[-1])
        except ValueError:
            data = b""
        if len(data) == 33 and data[0] in (ED25519, COSIGNATURE):
            key = SigningKey(parts[0], data[1:], data[0])
            if key.secret() == text:
                return key
        raise KeyInvalid(problem=_("this is no secret key as it should be written"))

    def lying_in(self, place: str) -> "SigningKey":
        """The same, which knows where it was read."""
        return replace(self, place=place)

    def secret(self) -> str:
        """As text, in the form that Go's ``sumdb/note`` gave to it: for a file that nobody else may read."""
        return f"{_PRIVATE}{self.name}+{self.verifier.id.hex()}+{encoded(bytes([self.kind]) + self.seed)}"

    @property
    def verifier(self) -> VerifierKey:
        """The public half, to be given away."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return VerifierKey(self.name, self.kind, public)

    def signature(self, text: str, at: int | None = None) -> bytes:
        """Over a note's text; a cosignature says the time, in seconds since 1970 (UTC). ValueError without one."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if (at is not None) != (self.kind == COSIGNATURE):
            raise ValueError("a cosignature has a time, and a plain signature has none")
        signed = Ed25519PrivateKey.from_private_bytes(self.seed).sign(_message(text, at))
        return signed if at is None else at.to_bytes(8, "big") + signed


def read_keys(text: str) -> tuple[VerifierKey, ...]:
    """Verifier keys, one a line; empty lines and lines that begin with ``#`` do not count. Raises KeyInvalid."""
    lines = (line.strip(" \t\r") for line in text.split("\n"))
    return tuple(VerifierKey.parse(line) for line in lines if line and not line.startswith("#"))


def _message(text: str, at: int | None) -> bytes:
    """What is signed: the text itself, or for a cosignature two lines before it (tlog-cosignature, Ed25519)."""
    return (text if at is None else f"cosignature/v1\ntime {at}\n{text}").encode()
