"""A leaf of the tree: what the hashes say about one stored event.

Canonical JSON (RFC 8785) of what the log keeps beside an event's stored bytes, and of those bytes' SHA-256. So a proof
can be shown without the event, and stays valid whatever becomes of the software that reads it. The leaf's index is
the event's position less one: positions are gapless from 1, and so the size of the tree is the last position.
"""

import json
import re
from hashlib import sha256
from json.encoder import encode_basestring
from typing import NamedTuple

from governance.errors import LeafInvalid
from governance.text import _

__all__ = ["Leaf", "leaf_data", "leaf_index", "read_leaf"]

_LARGEST = 2**53 - 1
"""RFC 8785 writes numbers as ECMAScript does, where larger ones are not exact. In µs it is the year 2255."""
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_KINDS = (int, str, int, str, int, str)


class Leaf(NamedTuple):
    """The fields of a leaf: ``topic`` is the event's stored name, ``recorded_at`` is in µs since 1970 (UTC)."""

    position: int
    originator_id: str
    version: int
    topic: str
    recorded_at: int
    sha256: str

    def data(self) -> bytes:
        """The bytes that are hashed. Raises ValueError as ``leaf_data``."""
        return _written(*self)


def leaf_data(*, position: int, originator_id: str, version: int, topic: str, recorded_at: int, state: bytes) -> bytes:
    """The leaf's bytes for an event as it is stored; ``recorded_at`` in µs since 1970 (UTC).

    Raises ValueError for numbers that JSON does not hold exactly, and for text that is not Unicode.
    """
    return _written(position, originator_id, version, topic, recorded_at, sha256(state).hexdigest())


def _written(position: int, originator_id: str, version: int, topic: str, recorded_at: int, digest: str) -> bytes:
    if not (-_LARGEST <= position <= _LARGEST and -_LARGEST <= version <= _LARGEST >= abs(recorded_at)):
        raise ValueError("a number is too large for JSON")
    # RFC 8785: names in order, no spaces, and in texts only those escapes that must be, as Python writes them too.
    return (
        f'{{"event":{encode_basestring(topic)},"originator_id":{encode_basestring(originator_id)},'
        f'"position":{position},"recorded_at":{recorded_at},"sha256":"{digest}","version":{version}}}'
    ).encode()


def leaf_index(position: int) -> int:
    """Where in the tree the event at a position of the log lies."""
    return position - 1


def read_leaf(data: bytes) -> Leaf:
    """The fields of a leaf's bytes, which must be exactly those that ``data`` would write. Raises LeafInvalid."""
    try:
        told = json.loads(data)
        leaf = Leaf(*(told["event" if field == "topic" else field] for field in Leaf._fields))
        plain = all(type(value) is kind for value, kind in zip(leaf, _KINDS, strict=True))
        if plain and _SHA256.fullmatch(leaf.sha256) and min(leaf.position, leaf.version) > 0 and leaf.data() == data:
            return leaf
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise LeafInvalid(problem=f"{type(error).__name__}: {error}") from error
    raise LeafInvalid(problem=_("it is not written in the one way in which a leaf is written"))
