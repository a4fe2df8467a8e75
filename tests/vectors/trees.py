"""Cases of the hash tree itself: roots, and proofs as lists of hashes."""

from base64 import b16encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from tests.kit.rfc6962 import mth, path, proof, root_by_path, roots_by_proof

__all__ = ["trees"]

LEAVES = [bytes.fromhex(data) for data in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                           "606162636465666768696a6b6c6d6e6f")]  # fmt: skip
"""The test data of Certificate Transparency, on which implementations of RFC 6962 have agreed since 2013."""


def hexed(data: bytes) -> str:
    return b16encode(data).decode().lower()


def trees() -> Iterator[dict[str, Any]]:
    """The hash tree of RFC 6962, section 2.1: roots over ``leaves``, inclusion, consistency; all hashes in hex."""
    for size in range(len(LEAVES) + 1):
        leaves = [hexed(leaf) for leaf in LEAVES[:size]]
        yield {"name": f"{size} leaves", "want": "accepted", "leaves": leaves, "root": hexed(mth(LEAVES[:size]))}
    for size in range(1, len(LEAVES) + 1):
        for index in range(size):
            yield from islice(_inclusion(index, size), None if size in (2, 7) else 1)
        for old in range(1, size + 1):
            yield from islice(_consistency(old, size), None if size in (2, 7) else 1)
    yield _case("an inner node for a leaf", index=0, size=4, leaf=mth(LEAVES[:2]), proof=[mth(LEAVES[2:4])],
                root=mth(LEAVES[:4]))  # fmt: skip
    left, right = sha256(b"\x00" + LEAVES[0]).digest(), sha256(b"\x00" + LEAVES[1]).digest()
    root = mth(LEAVES[:2])
    yield _case("a byte moved over the border", index=0, size=2, leaf=left[:-1], proof=[left[-1:] + right], root=root)
    yield _case("all bytes moved over the border", index=0, size=2, leaf=b"", proof=[left + right], root=root)
    yield _case("an old root cut short", old=1, size=2, old_root=left[:-1], proof=[left[-1:] + right], root=root)


def _inclusion(index: int, size: int) -> Iterator[dict[str, Any]]:
    leaf, root = sha256(b"\x00" + LEAVES[index]).digest(), mth(LEAVES[:size])
    good = path(index, LEAVES[:size])
    name = f"leaf {index} of {size}"
    yield _case(name, index=index, size=size, leaf=leaf, proof=good, root=root)
    yield _case(f"{name}, another leaf", index=index, size=size, leaf=sha256(leaf).digest(), proof=good, root=root)
    for at, of in sorted(
        {(-1, size), (index + 1, size), (size, size), (index, index), (index, 0), (2**63, size), (0, 2**99)}
    ):
        yield _case(f"{name}, as {at} of {of}", index=at, size=of, leaf=leaf, proof=good, root=root)
    for what, bad in _spoilt(good):
        yield _case(f"{name}, {what}", index=index, size=size, leaf=leaf, proof=bad, root=root)


def _consistency(old: int, size: int) -> Iterator[dict[str, Any]]:
    before, root = mth(LEAVES[:old]), mth(LEAVES[:size])
    good = proof(old, LEAVES[:size])
    name = f"from {old} to {size}"
    yield _case(name, old=old, size=size, old_root=before, proof=good, root=root)
    if old < size:
        yield _case(f"{name}, roots swapped", old=old, size=size, old_root=root, proof=good, root=before)
    yield _case(
        f"{name}, another old root", old=old, size=size, old_root=sha256(before).digest(), proof=good, root=root
    )
    others = {(-1, size), (old - 1, size), (old + 1, size), (size + 1, size), (2**63, size), (1, 2**99)}
    for at, of in sorted(others):
        yield _case(f"{name}, as {at} to {of}", old=at, size=of, old_root=before, proof=good, root=root)
    for what, bad in _spoilt(good):
        yield _case(f"{name}, {what}", old=old, size=size, old_root=before, proof=bad, root=root)


def _spoilt(good: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    yield "one hash more", [*good, bytes(32)]
    yield "one hash more before", [bytes(32), *good]
    if len(good) > 1:
        yield "in reverse", good[::-1]
    if good:
        yield "one hash less", good[:-1]
        yield "one hash less before", good[1:]
        yield "a bit", [bytes([good[0][0] ^ 1]) + good[0][1:], *good[1:]]
        yield "a hash cut short", [*good[:-1], good[-1][:-1]]
        yield "a hash too long", [*good[:-1], good[-1] + b"\x00"]
        yield "an empty hash", [*good[:-1], b""]


def _case(name: str, **given: Any) -> dict[str, Any]:
    """What is wanted is worked out by the recursive definitions."""
    told = {field: [hexed(each) for each in value] if isinstance(value, list) else
            hexed(value) if isinstance(value, bytes) else value for field, value in given.items()}  # fmt: skip
    return {"name": name, "want": "accepted" if _holds(**given) else "unproven", **told}


def _holds(size: int, proof: list[bytes], root: bytes, **given: Any) -> bool:
    hashes = [*proof, root, given.get("leaf") or given.get("old_root") or b""]
    if any(len(each) != 32 for each in hashes):
        return False
    try:
        if "index" in given:
            return root_by_path(given["index"], size, given["leaf"], proof) == root
        old, old_root = given["old"], given["old_root"]
        if old == 0:
            return not proof and old_root == mth([])
        return roots_by_proof(old, size, old_root, proof) == (old_root, root)
    except ValueError:
        return False
