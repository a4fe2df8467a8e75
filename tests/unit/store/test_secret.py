"""Secret keys: in a file that nobody else can read, or in the system's keyring."""

import errno
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from governance.errors import KeyExposed, KeyInvalid, KeyUnavailable
from governance.proof.keys import SigningKey
from governance.store.secret import find_key, keep_key, key_is_there, move_key, read_key, waiting_place

KEY, OTHER = (SigningKey("example.org/log", bytes([number] * 32)) for number in (1, 2))


class Ring(ModuleType):
    """What the package ``keyring`` offers, as far as it is used."""

    def __init__(self) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        if name == "locked":
            raise RuntimeError("the keyring is locked")
        if name == "forgetful":
            return
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture(params=["file", "keyring"])
def place(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "file":
        return str(tmp_path / "ledger.key")
    monkeypatch.setitem(sys.modules, "keyring", Ring())
    return "keyring:example.org/log"


def test_a_key_is_kept_and_found(place: str) -> None:
    assert not key_is_there(place)
    keep_key(place, KEY)
    assert key_is_there(place)
    assert read_key(place) == KEY


def test_a_key_is_not_written_over_by_accident(place: str) -> None:
    keep_key(place, KEY)
    with pytest.raises(KeyUnavailable):
        keep_key(place, OTHER)
    assert read_key(place) == KEY


def test_a_key_takes_the_place_of_another(place: str) -> None:
    keep_key(place, KEY)
    keep_key(waiting_place(place), OTHER)
    move_key(waiting_place(place), place)
    assert read_key(place) == OTHER
    assert not key_is_there(waiting_place(place))
    with pytest.raises(KeyUnavailable):
        move_key(waiting_place(place), place)
    assert read_key(place) == OTHER


def test_what_is_not_there(place: str) -> None:
    with pytest.raises(KeyUnavailable):
        read_key(place)
    assert find_key(place) is None


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.key"
    previous = os.umask(0)
    try:
        keep_key(str(path), KEY)
    finally:
        os.umask(previous)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o610, 0o622])
def test_a_file_that_others_can_read_or_change_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "ledger.key"
    keep_key(str(path), KEY)
    path.chmod(mode)
    with pytest.raises(KeyExposed, match=f"{mode:04o}"):
        read_key(str(path))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"PRIVATE+KEY+x", KEY.secret().encode() + b"\n\n", b"x" * 20_000])
def test_what_is_no_key_is_not_repeated(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ledger.key"
    path.write_bytes(data)
    path.chmod(0o600)
    with pytest.raises(KeyInvalid, match=r"ledger\.key: it") as refusal:
        read_key(str(path))
    assert "PRIVATE" not in str(refusal.value)


def test_an_empty_file_does_not_bar_the_way(tmp_path: Path) -> None:
    path = tmp_path / "ledger.key"
    path.touch(0o644)
    with pytest.raises(KeyInvalid, match=r"ledger\.key: it is empty"):
        read_key(str(path))
    assert find_key(str(path)) is None
    keep_key(str(path), KEY)
    assert read_key(str(path)) == KEY
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_secret_goes_into_no_file_that_lay_there(tmp_path: Path) -> None:
    """Whoever made an empty file can read what is written into it, whatever its mode becomes."""
    path = tmp_path / "ledger.key"
    with path.open("w+") as held:
        keep_key(str(path), KEY)
        assert held.read() == ""
    assert path.stat().st_nlink == 1
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes and few links here")
def test_what_is_no_file_is_not_followed_or_waited_for(tmp_path: Path) -> None:
    link, pipe, target = tmp_path / "link.key", tmp_path / "pipe.key", tmp_path / "target"
    link.symlink_to(target)
    os.mkfifo(pipe, 0o600)
    with pytest.raises(KeyUnavailable, match=r"link\.key: it is a link|there is a key"):
        keep_key(str(link), KEY)
    assert not target.exists()
    with pytest.raises(KeyUnavailable, match=r"pipe\.key: it is no file"):
        read_key(str(pipe))
    keep_key(str(target), KEY)
    assert read_key(str(link)) == KEY  # a key of one's own may lie behind a link
    with pytest.raises(KeyUnavailable, match="it is a link"):
        find_key(str(link), ours=True)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_a_key_that_somebody_else_put_there_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "ledger.key"
    keep_key(str(path), KEY)
    os.chown(path, 65534, 65534)
    with pytest.raises(KeyUnavailable, match="somebody else"):
        find_key(str(path), ours=True)
    assert read_key(str(path)) == KEY


@pytest.mark.parametrize("call", ["fsync", "link", "write"])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*_arguments: object, **_keywords: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if call == "link":  # here it means that there are no second names
        monkeypatch.setattr(os, "link", full)
        keep_key(str(tmp_path / "ledger.key"), KEY)
        assert [path.name for path in tmp_path.iterdir()] == ["ledger.key"]
        return
    monkeypatch.setattr(os, "fsync" if call == "fsync" else "fdopen", full)
    with pytest.raises(KeyUnavailable, match=r"ledger\.key: No space"):
        keep_key(str(tmp_path / "ledger.key"), KEY)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeyUnavailable):
        keep_key(str(tmp_path / "none" / "ledger.key"), KEY)


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(KeyUnavailable, match="not installed"):
        read_key("keyring:x")


def test_trouble_with_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", Ring())
    with pytest.raises(KeyUnavailable, match="locked"):
        keep_key("keyring:locked", KEY)
    with pytest.raises(KeyUnavailable, match="did not keep"):
        keep_key("keyring:forgetful", KEY)


def test_with_the_package_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same calls through the real package, over a backend that any system has."""
    pytest.importorskip("keyring", reason="the extra keyring is not installed")
    pytest.importorskip("keyrings.alt.file", reason="no backend is installed that needs no session")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings.alt.file.PlaintextKeyring")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    place = "keyring:example.org/log"
    keep_key(place, KEY)
    keep_key(waiting_place(place), OTHER)
    move_key(waiting_place(place), place)
    assert read_key(place) == OTHER
    assert find_key(waiting_place(place)) is None
