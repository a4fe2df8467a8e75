"""Keys made and rotated by processes that are killed at every line: the next call goes on, and no key is lost."""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

import governance.ledger.secret_keys
import governance.store.secret
from governance.ledger import Ledger
from governance.ledger.secret_keys import make_key, replace_key
from governance.store.secret import find_key
from tests.unit.store.test_secret import Ring

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child of this very process is killed")

NAME = "example.org/board"
STEPS = {governance.store.secret.__file__, governance.ledger.secret_keys.__file__}
"""Where each line is a step; what the ledger records is one transaction."""


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do ``work`` in a child that is killed just before the step of that number; False where it never came so far."""
    child = os.fork()
    if not child:
        left = step

        def trace(frame: FrameType, event: str, _argument: Any) -> Any:
            nonlocal left
            if frame.f_code.co_filename not in STEPS:
                return None
            left -= event == "line"
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        status = 1
        try:
            sys.settrace(trace)
            work()
            status = 0
        finally:
            os._exit(status)
    _child, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL)
    return bool(status)


def kills(folder: Path, before: Callable[[Path], object], work: Callable[[Path], object]) -> Iterator[Path]:
    """A folder for each step at which ``work`` was killed, after what came ``before``."""
    begun = folder / "begun"
    begun.mkdir()
    before(begun)
    for step in count(1):
        here = folder / str(step)
        shutil.copytree(begun, here)
        if not killed_at(step, partial(work, here)):
            break
        yield here
    assert step > 30


def opened(here: Path) -> Ledger:
    return Ledger.open(here / "l.db", actor="system:test")


def made(here: Path) -> str:
    with opened(here) as ledger:
        return str(make_key(ledger, NAME, str(here / "l.key")).key)


def rotated(here: Path) -> bool:
    with opened(here) as ledger:
        return replace_key(ledger, str(here / "l.key")).resumed


def signs(here: Path) -> None:
    """The key in its place is the one that the ledger asks for."""
    with opened(here) as ledger:
        ledger.key = find_key(str(here / "l.key"))
        ledger.checkpoint()


def test_a_key_made_by_a_call_that_is_killed(tmp_path: Path) -> None:
    resumed = 0
    for here in kills(tmp_path, lambda _here: None, made):
        with opened(here) as ledger:
            adopted = ledger.log_of_keys().begun
            resumed += not adopted and (here / "l.key").exists()
        if not adopted:
            made(here)
        signs(here)
    assert resumed > 5


def test_a_rotation_that_is_killed_is_finished_by_the_next_call(tmp_path: Path) -> None:
    resumed = 0
    for here in kills(tmp_path, made, rotated):
        with opened(here) as ledger:
            needed, before = ledger.log_of_keys().key, len(ledger.log_of_keys().keys())
        there = [find_key(str(here / name)) for name in ("l.key", "l.key.next")]
        assert needed in [key.verifier for key in there if key]
        resumed += rotated(here)
        signs(here)
        with opened(here) as ledger:
            keys = ledger.log_of_keys().keys()
        assert len(keys) == len(set(keys)) <= before + 1
        assert not (here / "l.key.next").exists()
    assert resumed > 10


class KeptRing(Ring):
    """A keyring whose entries outlive the process."""

    folder: Path

    def get_password(self, service: str, name: str) -> str | None:
        path = self.folder / name
        return path.read_text() if path.exists() else None

    def set_password(self, service: str, name: str, secret: str) -> None:
        (self.folder / "new").write_text(secret)
        (self.folder / "new").replace(self.folder / name)

    def delete_password(self, service: str, name: str) -> None:
        (self.folder / name).unlink()


def test_a_rotation_in_the_keyring_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = KeptRing()
    module: ModuleType = ring
    monkeypatch.setitem(sys.modules, "keyring", module)

    def before(here: Path) -> None:
        ring.folder = here
        with opened(here) as ledger:
            make_key(ledger, NAME, "keyring:board")

    def rotate(here: Path) -> bool:
        ring.folder = here
        with opened(here) as ledger:
            return replace_key(ledger, "keyring:board").resumed

    for here in kills(tmp_path, before, rotate):
        rotate(here)
        with opened(here) as ledger:
            ledger.key = find_key("keyring:board")
            ledger.checkpoint()
        assert find_key("keyring:board.next") is None
