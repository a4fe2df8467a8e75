"""RFC 6962, section 2.1, to the letter: recursive, slow, and written apart from the code that it judges."""

from hashlib import sha256

__all__ = ["mth", "path", "proof", "root_by_path", "roots_by_proof"]


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


def _above(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def root_by_path(m: int, n: int, leaf: bytes, hashes: list[bytes]) -> bytes:
    """The root that an audit path leads to from a leaf's hash, as 2.1.1 builds it. ValueError if it is none."""
    if not 0 <= m < n:
        raise ValueError("no such leaf")
    if n == 1:
        if hashes:
            raise ValueError("too many hashes")
        return leaf
    *lower, last = hashes
    k = _split(n)
    return (
        _above(root_by_path(m, k, leaf, lower), last)
        if m < k
        else _above(last, root_by_path(m - k, n - k, leaf, lower))
    )


def roots_by_proof(m: int, n: int, old: bytes, hashes: list[bytes], complete: bool = True) -> tuple[bytes, bytes]:
    """Both roots that a consistency proof leads to, as 2.1.2 builds it. ValueError if it is none."""
    if not 0 < m <= n:
        raise ValueError("no such tree")
    if m == n:
        if complete and hashes:
            raise ValueError("too many hashes")
        (same,) = [old] if complete else hashes
        return same, same
    *lower, last = hashes
    k = _split(n)
    if m <= k:
        before, after = roots_by_proof(m, k, old, lower, complete)
        return before, _above(after, last)
    before, after = roots_by_proof(m - k, n - k, old, lower, False)
    return _above(last, before), _above(last, after)
