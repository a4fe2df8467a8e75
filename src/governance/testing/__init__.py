"""What every store must do, for the tests of other stores: subclass, and say how one is made.

    class TestMine(StoreSuite):
        def make_recorder(self, folder: Path) -> LedgerRecorder:
            return MyRecorder(folder)

It needs pytest, which nothing else here does.
"""

import pytest

pytest.register_assert_rewrite(*(f"governance.testing.{name}" for name in ("library", "log", "tree", "verdicts")))

from governance.testing.base import put, stored  # noqa: E402 - only what is imported now is rewritten
from governance.testing.library import LibraryContract  # noqa: E402 - as above
from governance.testing.log import LogContract  # noqa: E402 - as above
from governance.testing.tree import TreeContract  # noqa: E402 - as above
from governance.testing.verdicts import VerdictsContract  # noqa: E402 - as above

__all__ = ["LibraryContract", "LogContract", "StoreSuite", "TreeContract", "VerdictsContract", "put", "stored"]


class StoreSuite(LogContract, LibraryContract, TreeContract, VerdictsContract):
    """All of it."""
