"""What the vectors are made from: keys that sign as the specifications say, a log of 13 leaves, and cases."""

from base64 import b64encode
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.kit.rfc6962 import mth

__all__ = [
    "BODY", "LEAVES", "LOG", "NEXT", "NOW", "OTHER", "ROOT", "SIGNED", "W1", "W2", "W3",
    "Case", "Signer", "b64", "case", "plus_l",
]  # fmt: skip

Case = dict[str, Any]


class Signer:
    """A key that signs as the specifications say, written for these vectors alone."""

    def __init__(self, name: str, seed: str, kind: int = 1) -> None:
        self.name, self.kind = name, kind
        self._key = Ed25519PrivateKey.from_private_bytes(sha256(seed.encode()).digest())
        self.public = bytes([kind]) + self._key.public_key().public_bytes_raw()
        self.id = sha256(name.encode() + b"\n" + self.public).digest()[:4]
        self.vkey = f"{name}+{self.id.hex()}+{b64(self.public)}"

    def raw(self, text: str, at: int | None = None) -> bytes:
        """Key id and signature."""
        if at is None:
            return self.id + self._key.sign(text.encode())
        return self.id + at.to_bytes(8, "big") + self._key.sign(f"cosignature/v1\ntime {at}\n{text}".encode())

    def line(self, text: str, at: int | None = None) -> str:
        """A signature line."""
        return f"— {self.name} {b64(self.raw(text, at))}\n"


def b64(data: bytes) -> str:
    return b64encode(data).decode()


LOG, NEXT, OTHER = Signer("example.org/board", "log"), Signer("example.org/board", "next"), Signer("x.example", "x")
W1, W2, W3 = (Signer(f"witness.example/w{n}", f"w{n}", 4) for n in (1, 2, 3))
NOW = 1_700_000_000
LEAVES = [f"leaf {n}".encode() for n in range(13)]
ROOT = mth(LEAVES)
BODY = f"{LOG.name}\n13\n{b64(ROOT)}\n"
SIGNED = f"{BODY}\n{LOG.line(BODY)}"


def case(name: str, want: str, given: str | bytes, **more: Any) -> Case:
    """One case."""
    try:
        return {"name": name, "want": want, "text": given if isinstance(given, str) else given.decode(), **more}
    except UnicodeDecodeError as error:
        return {"name": name, "want": want, "hex": error.object.hex(), **more}


def plus_l(scalar: bytes) -> bytes:
    """The same scalar once more round the group (RFC 8032, 5.1.7 forbids it)."""
    return (int.from_bytes(scalar, "little") + 2**252 + 27742317777372353535851937790883648493).to_bytes(32, "little")
