"""The hash tree in every store: what a save writes, and what others find in it."""

import pytest

from governance.errors import ConcurrentChange, TreeDamaged
from governance.proof import merkle
from governance.store.recorder import LedgerRecorder, leaf_of_row
from governance.testing.base import StoreContract, put, stored

__all__ = ["TreeContract", "root_by_hand"]


def root_by_hand(recorder: LedgerRecorder, size: int) -> bytes:
    """By the definition of RFC 6962, section 2.1, from the events alone."""

    def over(hashes: list[bytes]) -> bytes:
        if len(hashes) == 1:
            return hashes[0]
        half = 1 << (len(hashes) - 1).bit_length() - 1
        return merkle.node_hash(over(hashes[:half]), over(hashes[half:]))

    leaves = [merkle.leaf_hash(leaf_of_row(row)) for row in recorder.select_rows(0, size)]
    return over(leaves) if leaves else merkle.EMPTY


def save(recorder: LedgerRecorder, stream: str, events: int = 1) -> None:
    put(recorder, *(stored(stream, version) for version in range(1, events + 1)))


class TreeContract(StoreContract):
    """What proofs rely on."""

    def test_the_root_at_every_size_is_that_of_the_events(self, recorder: LedgerRecorder) -> None:
        assert merkle.root(0, recorder.nodes) == merkle.EMPTY
        for number, events in enumerate((1, 3, 1, 1, 7, 2, 16, 1, 1)):
            save(recorder, f"test:{number}", events)
        for size in range(1, recorder.last()[0] + 1):
            assert merkle.root(size, recorder.nodes) == root_by_hand(recorder, size)

    def test_a_refused_save_leaves_no_hash_behind(self, recorder: LedgerRecorder) -> None:
        save(recorder, "test:1")
        with pytest.raises(ConcurrentChange):
            put(recorder, stored("test:2", 5), versions={"test:2": 4}, after=0)
        assert recorder.tree_row(2) is None
        save(recorder, "test:2")
        assert merkle.root(2, recorder.nodes) == root_by_hand(recorder, 2)

    @pytest.mark.parametrize("position", [-1, 0, 4])
    def test_there_are_no_hashes_elsewhere(self, recorder: LedgerRecorder, position: int) -> None:
        save(recorder, "test:1", 3)
        assert recorder.tree_row(position) is None

    def test_a_node_that_is_not_there(self, recorder: LedgerRecorder) -> None:
        save(recorder, "test:1", 3)
        for level, index in ((0, 3), (1, 1), (2, 0), (0, -1)):
            with pytest.raises(TreeDamaged):
                recorder.nodes(level, index)
