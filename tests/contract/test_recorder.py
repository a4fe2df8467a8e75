"""Our own store, in a file and in memory, does what every store must do."""

from pathlib import Path

from governance.store.recorder import LedgerRecorder
from governance.store.sqlite import SqliteRecorder
from governance.testing import StoreSuite


class TestFile(StoreSuite):
    def make_recorder(self, folder: Path) -> LedgerRecorder:
        return SqliteRecorder(folder / "ledger.db")


class TestMemory(StoreSuite):
    def make_recorder(self, folder: Path) -> LedgerRecorder:
        return SqliteRecorder()
