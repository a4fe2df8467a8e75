"""Where a secret key lies: in a file that nobody else can read, or in the system's keyring. Never in the ledger.

A place is the path of a file, or ``keyring:NAME``. What is kept is one line, the key as ``SigningKey.secret`` has it.
"""

import os
import stat
from pathlib import Path
from typing import Any

from governance.errors import GovernanceError, KeyExposed, KeyUnavailable
from governance.proof.keys import SigningKey
from governance.text import _

__all__ = ["KEYRING", "delete_key", "key_is_there", "read_key", "write_key"]

KEYRING = "keyring:"
_SERVICE = "governance-ledger"
_LONGEST = 10_000


def key_is_there(place: str) -> bool:
    """Whether something lies in that place."""
    if place.startswith(KEYRING):
        return _from_ring(place) is not None
    return Path(place).exists()


def read_key(place: str) -> SigningKey:
    """Raises KeyUnavailable, KeyExposed, KeyInvalid."""
    if place.startswith(KEYRING):
        secret = _from_ring(place)
        if secret is None:
            raise KeyUnavailable(place=place, problem=_("there is none"))
        return SigningKey.parse(secret)
    try:
        with Path(place).open("rb") as file:
            _refuse_exposed(place, os.fstat(file.fileno()))
            data = file.read(_LONGEST)
    except OSError as error:
        raise KeyUnavailable(place=place, problem=error.strerror) from error
    return SigningKey.parse(data.decode("utf-8", "replace").removesuffix("\n"))


def write_key(place: str, key: SigningKey, *, replace: bool = False) -> None:
    """Keep a key; another one that lies there is only replaced where that is asked. Raises KeyUnavailable."""
    if not replace and key_is_there(place):
        raise KeyUnavailable(place=place, problem=_("there is a key already"))
    if place.startswith(KEYRING):
        _into_ring(place, key.secret())
        return
    path = Path(place)
    new = path.with_name(f"{path.name}.new") if replace else path
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if replace else os.O_EXCL), 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(f"{key.secret()}\n")
            file.flush()
            os.fsync(file.fileno())
        if replace:
            new.replace(path)
    except OSError as error:
        raise KeyUnavailable(place=place, problem=error.strerror) from error


def delete_key(place: str) -> None:
    """Undo ``write_key``, where what it was for came to nothing."""
    if place.startswith(KEYRING):
        _ring(place).delete_password(_SERVICE, _name(place))
    else:
        Path(place).unlink(missing_ok=True)


def _refuse_exposed(place: str, status: os.stat_result) -> None:
    """Nobody but its owner may read or write it. (Windows has other means, of which the mode says nothing.)"""
    if os.name != "nt" and status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyExposed(path=place, mode=f"{stat.S_IMODE(status.st_mode):04o}")


def _name(place: str) -> str:
    return place.removeprefix(KEYRING)


def _ring(place: str) -> Any:
    try:
        import keyring
    except ImportError as error:
        problem = _("the package keyring is not installed: pip install 'governance-ledger[keyring]'")
        raise KeyUnavailable(place=place, problem=problem) from error
    return keyring


def _from_ring(place: str) -> str | None:
    ring = _ring(place)
    try:
        secret: str | None = ring.get_password(_SERVICE, _name(place))
    except Exception as error:
        raise _trouble(place, error) from error
    return secret


def _into_ring(place: str, secret: str) -> None:
    ring = _ring(place)
    try:
        ring.set_password(_SERVICE, _name(place), secret)
    except Exception as error:
        raise _trouble(place, error) from error


def _trouble(place: str, error: Exception) -> GovernanceError:
    """Each keyring of each system has errors of its own."""
    return KeyUnavailable(place=place, problem=f"{type(error).__name__}: {error}")
