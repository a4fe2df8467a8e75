"""Secret keys: in a file that nobody else can read, or in the system's keyring."""

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from governance.errors import KeyExposed, KeyInvalid, KeyUnavailable
from governance.proof.keys import SigningKey
from governance.store.secret import delete_key, key_is_there, read_key, write_key

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
    write_key(place, KEY)
    assert key_is_there(place)
    assert read_key(place) == KEY


def test_a_key_is_not_written_over_by_accident(place: str) -> None:
    write_key(place, KEY)
    with pytest.raises(KeyUnavailable):
        write_key(place, OTHER)
    assert read_key(place) == KEY
    write_key(place, OTHER, replace=True)
    assert read_key(place) == OTHER


def test_what_is_not_there(place: str) -> None:
    with pytest.raises(KeyUnavailable):
        read_key(place)
    write_key(place, KEY)
    delete_key(place)
    assert not key_is_there(place)


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.key"
    previous = os.umask(0)
    try:
        write_key(str(path), KEY)
        write_key(str(path), OTHER, replace=True)
    finally:
        os.umask(previous)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o610, 0o622])
def test_a_file_that_others_can_read_or_change_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "ledger.key"
    write_key(str(path), KEY)
    path.chmod(mode)
    with pytest.raises(KeyExposed, match=f"{mode:04o}"):
        read_key(str(path))


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"PRIVATE+KEY+x", KEY.secret().encode() + b"\n\n", b"x" * 20_000])
def test_what_is_no_key_is_not_repeated(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ledger.key"
    path.write_bytes(data)
    path.chmod(0o600)
    with pytest.raises(KeyInvalid) as refusal:
        read_key(str(path))
    assert "PRIVATE" not in str(refusal.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KeyUnavailable):
        write_key(str(tmp_path / "none" / "ledger.key"), KEY)


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(KeyUnavailable, match="not installed"):
        read_key("keyring:x")


def test_trouble_with_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", Ring())
    with pytest.raises(KeyUnavailable, match="locked"):
        write_key("keyring:locked", KEY)
