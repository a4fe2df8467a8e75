"""Where a secret key lies: in a file that nobody else can read, or in the system's keyring. Never in the ledger.

A place is the path of a file, or ``keyring:NAME``. What is kept is one line, the key as ``SigningKey.secret`` has it.
No secret is written into a file that lay there before: each begins in a file of its own making, under a name that
nobody can foresee, and takes its place when all of it is on the disk.
"""

import os
import secrets
import stat
from pathlib import Path
from typing import Any

from governance.errors import GovernanceError, KeyExposed, KeyInvalid, KeyUnavailable
from governance.proof.keys import SigningKey
from governance.text import _

__all__ = [
    "KEYRING",
    "drop_key",
    "find_key",
    "keep_key",
    "key_is_there",
    "key_waits",
    "move_key",
    "read_key",
    "waiting_place",
]

KEYRING = "keyring:"
_SERVICE = "governance-ledger"
_LONGEST = 10_000
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0)
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe would wait for whoever writes into it."""


def key_is_there(place: str) -> bool:
    """Whether something lies in that place, if only an empty file."""
    if place.startswith(KEYRING):
        return _from_ring(place) is not None
    return os.path.lexists(place)


def waiting_place(place: str) -> str:
    """Where the successor of the key in a place waits until the ledger has recorded it."""
    return f"{place}.next"


def key_waits(place: str) -> bool:
    """Whether a successor waits, or something else in its place."""
    return key_is_there(waiting_place(place))


def read_key(place: str) -> SigningKey:
    """The key in a place, which need not be of our making. Raises KeyUnavailable, KeyExposed, KeyInvalid."""
    text = _from_ring(place) if place.startswith(KEYRING) else _text_of(place)
    if text is None:
        raise KeyUnavailable(place=place, problem=_("there is none"))
    return _parsed(place, text)


def find_key(place: str, *, ours: bool = False) -> SigningKey | None:
    """The key in a place; None where nothing lies there, or an empty file, in which no secret can be lost.

    Raises KeyUnavailable, with ``ours`` also for links and for files of others; KeyExposed, KeyInvalid.
    """
    text = _from_ring(place) if place.startswith(KEYRING) else _text_of(place, ours=ours)
    return _parsed(place, text) if text else None


def keep_key(place: str, key: SigningKey) -> None:
    """Keep a key where nothing lies, or an empty file; it is on the disk afterwards, or nothing is.

    Raises KeyUnavailable, also where something else lies there.
    """
    if find_key(place, ours=True) is not None:
        raise KeyUnavailable(place=place, problem=_("there is a key already"))
    if place.startswith(KEYRING):
        _into_ring(place, key.secret())
        return
    path = Path(place)
    try:
        new = _written(path, f"{key.secret()}\n")
        try:
            if os.path.lexists(path):
                _remove_empty(path)
            _put_where_nothing_is(new, path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        _secure_folder(path)
    except OSError as error:
        raise KeyUnavailable(place=place, problem=error.strerror) from error


def move_key(source: str, place: str) -> None:
    """A key takes the place of another, whose successor it is; at every moment one of the two lies in ``place``.

    Raises KeyUnavailable.
    """
    if source.startswith(KEYRING):
        _into_ring(place, read_key(source).secret())
        drop_key(source)
        return
    try:
        Path(source).replace(place)
        _secure_folder(Path(place))
    except OSError as error:
        raise KeyUnavailable(place=place, problem=error.strerror) from error


def drop_key(place: str) -> None:
    """Remove a key from the keyring that lies in another place of it, too. Raises KeyUnavailable."""
    try:
        _ring(place).delete_password(_SERVICE, _name(place))
    except Exception as error:
        raise _trouble(place, error) from error


# Files ------------------------------------------------------------------------------------------------------


def _text_of(place: str, *, ours: bool = False) -> str | None:
    """What stands in a file; None where there is none."""
    try:
        handle = os.open(place, os.O_RDONLY | _NOT_WAITING | (_NOT_FOLLOWED if ours else 0))
    except FileNotFoundError:
        return None
    except OSError as error:
        link = _("it is a link") if Path(place).is_symlink() else error.strerror
        raise KeyUnavailable(place=place, problem=link) from error
    try:
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise KeyUnavailable(place=place, problem=_("it is no file"))
            data = file.read(_LONGEST)
    except OSError as error:
        raise KeyUnavailable(place=place, problem=error.strerror) from error
    if data:
        _refuse_exposed(place, status)
        if ours and hasattr(os, "geteuid") and status.st_uid != os.geteuid():
            raise KeyUnavailable(place=place, problem=_("the file belongs to somebody else"))
    return data.decode("utf-8", "replace").removesuffix("\n")


def _refuse_exposed(place: str, status: os.stat_result) -> None:
    """Nobody but its owner may read or write it. (Windows has other means, of which the mode says nothing.)"""
    if os.name != "nt" and status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyExposed(path=place, mode=f"{stat.S_IMODE(status.st_mode):04o}")


def _parsed(place: str, text: str) -> SigningKey:
    """Raises KeyInvalid, which names the place and does not repeat what lies there."""
    try:
        key = SigningKey.parse(text)
    except KeyInvalid as error:
        problem = _("it holds no secret key as it should be written") if text else _("it is empty")
        raise KeyInvalid(problem=f"{place}: {problem}") from error
    return key.lying_in(place)


def _written(path: Path, text: str) -> Path:
    """A new file beside a path, which holds a text."""
    new = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOT_FOLLOWED, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _remove_empty(path: Path) -> None:
    """Raises FileExistsError where it is none: somebody may have been faster."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size:
        raise FileExistsError(0, _("there is a key already"))
    path.unlink()


def _put_where_nothing_is(new: Path, path: Path) -> None:
    """Unlike renaming, a second name is given only where there is none yet; some file systems have no second names."""
    try:
        os.link(new, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise
        new.rename(path)
    else:
        new.unlink()


def _secure_folder(path: Path) -> None:
    """What its entries are survives a power cut. (Windows has no such call and needs none.)"""
    if os.name != "nt":
        handle = os.open(path.absolute().parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# The keyring ------------------------------------------------------------------------------------------------


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
    """Some backends keep nothing and say so nowhere, so it is read back."""
    ring = _ring(place)
    try:
        ring.set_password(_SERVICE, _name(place), secret)
    except Exception as error:
        raise _trouble(place, error) from error
    if _from_ring(place) != secret:
        raise KeyUnavailable(place=place, problem=_("the keyring did not keep it"))


def _trouble(place: str, error: Exception) -> GovernanceError:
    """Each keyring of each system has errors of its own."""
    return KeyUnavailable(place=place, problem=f"{type(error).__name__}: {error}")
