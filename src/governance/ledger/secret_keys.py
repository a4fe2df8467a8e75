"""The ledger's secret key in its place: made and rotated so that a call which is interrupted loses no key.

A rotation has three steps: the new key is kept in a waiting place, the ledger records it, and it takes the place of the
old one. Whichever step was the last, the next call goes on from there: what the ledger recorded says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from governance.errors import KeyUnavailable
from governance.proof.keys import SigningKey, VerifierKey
from governance.store.secret import KEYRING, drop_key, find_key, keep_key, move_key, read_key, waiting_place
from governance.text import _

if TYPE_CHECKING:
    from governance.ledger.ledger import Ledger
    from governance.ledger.receipt import Details
    from governance.model.signing import LedgerLog

__all__ = ["KeyKept", "finish_rotation", "make_key", "replace_key"]


@dataclass(frozen=True, slots=True)
class KeyKept:
    """The key that signs now, and where its secret half lies."""

    key: VerifierKey
    place: str
    resumed: bool = False
    """Whether it was made by a call that was interrupted."""


def make_key(
    ledger: Ledger, name: str, place: str, *, reason: str | None = None, **details: Unpack[Details]
) -> KeyKept:
    """Make the key that signs the ledger's checkpoints, keep it in ``place`` and adopt it. One of that name that lies
    there and that the ledger never adopted is taken: an interrupted call left it.

    Refused: KeyExists. Raises KeyUnavailable, KeyExposed, KeyInvalid, OriginWrong, FieldInvalid.
    """
    left = _left_behind(place, name, ledger.log_of_keys())
    secret = left or SigningKey.generate(name)
    ledger.adopt_key(secret.verifier, reason=reason, rehearse=True, **details)  # what is refused leaves nothing behind
    if left is None:
        keep_key(place, secret)
    ledger.adopt_key(secret.verifier, reason=reason, **details)
    return KeyKept(secret.verifier, place, resumed=left is not None)


def replace_key(ledger: Ledger, place: str, *, reason: str | None = None, **details: Unpack[Details]) -> KeyKept:
    """Put another key in the place of the ledger's, or finish a rotation that was interrupted.

    Refused: KeyMissing, KeyNotCurrent. Raises KeyUnavailable, KeyExposed, KeyInvalid.
    """
    if finish_rotation(ledger, place):
        return KeyKept(ledger.log_of_keys().key, place, resumed=True)
    ledger.key, log, waiting = read_key(place), ledger.log_of_keys(), waiting_place(place)
    if place.startswith(KEYRING) and _signs(log, waiting) and _signs(log, place):
        drop_key(waiting)  # the keyring cannot move a key: only this was left to do
    left = _left_behind(waiting, log.key.name, log)
    secret = left or SigningKey.generate(log.key.name)
    ledger.rotate_key(secret, reason=reason, rehearse=True, **details)
    if left is None:
        keep_key(waiting, secret)  # safe before the ledger relies on it
    ledger.rotate_key(secret, reason=reason, **details)
    finish_rotation(ledger, place)
    return KeyKept(secret.verifier, place, resumed=left is not None)


def finish_rotation(ledger: Ledger, place: str) -> bool:
    """Where the key that waits is the one that the ledger recorded, it takes its place; whether it did.

    Raises KeyUnavailable, also where a key lies in that place that was never this ledger's: it may be the only copy.
    """
    log = ledger.log_of_keys()
    if not log.begun or _signs(log, place) or not _signs(log, waiting_place(place)):
        return False
    old = find_key(place)
    if old is not None and not _signed_once(log, old):
        raise KeyUnavailable(place=place, problem=_stranger(old))
    try:
        move_key(waiting_place(place), place)
    except KeyUnavailable:
        if not _signs(log, place):  # else another call was faster
            raise
    return True


def _signs(log: LedgerLog, place: str) -> bool:
    """Whether the key in a place is the ledger's present one."""
    key = find_key(place)
    return key is not None and key.verifier == log.key


def _signed_once(log: LedgerLog, key: SigningKey) -> bool:
    """Whether it is or was one of the ledger's keys."""
    return any(key.verifier == known for known in log.keys())  # noqa: SIM118 - no mapping


def _left_behind(place: str, name: str, log: LedgerLog) -> SigningKey | None:
    """The key that an interrupted call left in a place; None where it can be made there. Raises KeyUnavailable where
    another lies there."""
    key = find_key(place, ours=True)
    if key is None:
        return None
    if _signed_once(log, key):
        problem = _("the key {key} of this ledger lies there: move it away").format(key=key.verifier)
        raise KeyUnavailable(place=place, problem=problem)
    if key.name != name:
        raise KeyUnavailable(place=place, problem=_stranger(key))
    return key


def _stranger(key: SigningKey) -> str:
    sentence = _("the key {key} lies there, which this ledger never adopted: move it away, or remove it if unused")
    return sentence.format(key=key.verifier)
