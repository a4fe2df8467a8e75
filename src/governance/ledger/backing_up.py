"""A copy of a ledger that lacks nothing: made by the store itself, verified, and only then given its name."""

import os
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from governance.errors import BackupFailed, LedgerUnavailable
from governance.ledger.proving import Proving
from governance.store.recorder import LedgerRecorder
from governance.text import _
from governance.verify.findings import Verification

__all__ = ["backed_up"]


def backed_up(
    recorder: LedgerRecorder, to: Path, inspect: Callable[[Path], AbstractContextManager[Proving]]
) -> Verification:
    """Raises BackupFailed, LedgerUnavailable; then there is no file, or the one that was there is left alone."""
    if to.exists():
        raise LedgerUnavailable(problem=_("{path} is there already").format(path=to))
    try:
        with tempfile.TemporaryDirectory(dir=to.absolute().parent, prefix=f".{to.name}.") as folder:
            copy = Path(folder) / "copy"
            recorder.copy_to(copy)
            with inspect(copy) as ledger:
                result = ledger.verify()
            if not result.whole:
                fault = result.findings[0]
                raise BackupFailed(path=to, where=fault.where, problem=fault.detail)
            os.link(copy, to)  # unlike a renaming it never takes another file's place
            _make_durable(to)
    except OSError as error:
        raise LedgerUnavailable(problem=f"{to}: {error.strerror}") from error
    return result


def _make_durable(path: Path) -> None:
    """What was written is on the disk, and its name, too."""
    for place in (path, path.absolute().parent):
        if os.name == "nt" and place is not path:
            continue  # there a folder cannot be opened
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
