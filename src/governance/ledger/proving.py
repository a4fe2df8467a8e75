"""What a ledger can show to somebody who does not trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from governance.store.recorder import MemoryRecorder
from governance.store.sqlite import SqliteRecorder
from governance.verify.findings import Verification
from governance.verify.memory import as_file
from governance.verify.run import Progress, Verifier, quietly

if TYPE_CHECKING:
    from governance.ledger.desk import Desk

__all__ = ["Proving"]


class Proving:
    """Verification."""

    desk: Desk

    def verify(self, *, jobs: int = 1, progress: Progress = quietly) -> Verification:
        """Read everything that is stored back and recompute it: events, tree, commands, index. Nothing is changed.

        ``jobs`` processes share the work. Raises StorageError where the file cannot be read for other reasons than
        what stands in it.
        """
        recorder = self.desk.recorder
        if isinstance(recorder, SqliteRecorder):
            with recorder.reading() as connection:
                return Verifier(connection, self.desk, recorder.path, jobs, progress).run()
        if not isinstance(recorder, MemoryRecorder):
            raise AssertionError  # there are two stores
        return Verifier(as_file(recorder), self.desk, progress=progress).run()
