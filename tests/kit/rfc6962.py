"""RFC 6962, section 2.1, to the letter: recursive, slow, and written apart from the code that it judges."""

from hashlib import sha256

__all__ = ["mth", "path", "proof"]


def mth(d: list[bytes]) -> bytes:
    """Merkle Tree Hash of the leaves' data (2.1)."""
    if not d:
        return sha256(b"").digest()
    if len(d) == 1:
        return sha256(b"\x00" + d[0]).digest()
    k = _split(len(d))
    return sha256(b"\x01" + mth(d[:k]) + mth(d[k:])).digest()


def path(m: int, d: list[bytes]) -> list[bytes]:
    """Merkle audit path for leaf m (2.1.1)."""
    if len(d) == 1:
        return []
    k = _split(len(d))
    return [*path(m, d[:k]), mth(d[k:])] if m < k else [*path(m - k, d[k:]), mth(d[:k])]


def proof(m: int, d: list[bytes], complete: bool = True) -> list[bytes]:
    """Merkle consistency proof from the first m leaves (2.1.2), where 0 < m <= n."""
    if m == len(d):
        return [] if complete else [mth(d)]
    k = _split(len(d))
    if m <= k:
        return [*proof(m, d[:k], complete), mth(d[k:])]
    return [*proof(m - k, d[k:], False), mth(d[:k])]


def _split(n: int) -> int:
    """The largest power of two below n."""
    k = 1
    while k * 2 < n:
        k *= 2
    return k
