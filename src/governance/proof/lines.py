"""What the formats have in common: numbers, hashes and lines, each written in exactly one way.

Everything here raises ValueError; each format tells it as an error of its own.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable

from governance.text import _

__all__ = ["decoded", "encoded", "hashes", "number", "rejoined"]

_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_LARGEST = 2**63 - 1


def number(text: str) -> int:
    """A decimal number without sign, spaces or leading zeros, below 2**63."""
    if not _NUMBER.fullmatch(text) or int(text) > _LARGEST:
        raise ValueError(_("{text!a} is no number as it should be written").format(text=text[:80]))
    return int(text)


def encoded(data: bytes) -> str:
    """Standard base64 (RFC 4648, section 4), with its padding."""
    return b64encode(data).decode("ascii")


def decoded(text: str, length: int | None = None) -> bytes:
    """The bytes of base64 that ``encoded`` would have written; of a given length where one is asked for."""
    try:
        data = b64decode(text, validate=True)
    except ValueError:  # binascii's own, or a letter beyond ASCII
        data = b""
    if not data or encoded(data) != text or length not in (None, len(data)):
        raise ValueError(_("{text!a} is no base64 as it should be written").format(text=text[:80]))
    return data


def hashes(lines: Iterable[str]) -> tuple[bytes, ...]:
    """SHA-256 hashes, one a line."""
    return tuple(decoded(line, 32) for line in lines)


def rejoined(lines: Iterable[str]) -> str:
    """The lines as a text, each ended by a line feed."""
    return "".join(f"{line}\n" for line in lines)
