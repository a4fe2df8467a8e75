"""What a ledger can show to somebody who does not trust it: that it is whole, and proofs of single events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from governance.errors import CheckpointUnknown, ReferenceUnknown
from governance.ledger.signing import Signing
from governance.store.recorder import Row
from governance.text import _

if TYPE_CHECKING:
    from governance.ledger.desk import Desk
    from governance.proof.checkpoint import Checkpoint
    from governance.proof.consistency import ConsistencyProof
    from governance.proof.inclusion import InclusionProof
    from governance.proof.note import Note
    from governance.proof.policy import Policy
    from governance.verify.anchors import Given
    from governance.verify.findings import Verification
    from governance.verify.run import Progress

__all__ = ["Proving"]


class Proving(Signing):
    """Verification, and proofs in open formats."""

    desk: Desk

    def verify(
        self,
        *,
        checkpoints: Sequence[Given] = (),
        policy: Policy | None = None,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Verification:
        """Read everything that is stored back and recompute it: events, tree, commands, index, checkpoints.

        ``checkpoints`` come from outside; ``policy`` says whose signatures make one count, the ledger's own keys
        where it is left out. ``jobs`` processes share the work. Nothing is changed. Raises CheckpointInvalid;
        StorageError where the file cannot be read for other reasons than what stands in it.
        """
        from governance.proof.checkpoint import Checkpoint
        from governance.verify.run import Verifier, quietly

        progress = progress or quietly
        for given in checkpoints:
            Checkpoint.of(given.note)
        with self.desk.recorder.raw() as raw:
            return Verifier(raw, self.desk, checkpoints, policy, jobs, progress).run()

    def row(self, event: str) -> Row:
        """An event as it is stored, by ``#17`` or its event id; raises ReferenceUnknown."""
        _kind, originator_id, version = self.desk.references.event(event)
        rows = self.desk.recorder.select_events(originator_id, gt=version - 1, lte=version)
        if not rows or not isinstance(rows[0], Row):
            raise ReferenceUnknown(what=_("event"), reference=event)
        return rows[0]

    def prove(self, event: str, *, note: Note | None = None) -> InclusionProof:
        """That an event is in the tree of a checkpoint: ``note``, or a fresh one where the ledger has its key here,
        else the last recorded one. The proof carries the leaf with it.

        Raises ReferenceUnknown, CheckpointUnknown (there is none that speaks of it).
        """
        from governance.proof import merkle
        from governance.proof.checkpoint import Checkpoint
        from governance.proof.inclusion import InclusionProof
        from governance.proof.leaf import leaf_index
        from governance.store.recorder import leaf_of_row

        row = self.row(event)
        note = note or self._note_for(row.id)
        size = Checkpoint.of(note).size
        if size < row.id:
            raise CheckpointUnknown(size=row.id)
        path = merkle.inclusion(leaf_index(row.id), size, self.desk.recorder.nodes)
        return InclusionProof(leaf_index(row.id), tuple(path), note, leaf_of_row(row))

    def prove_since(self, old: Checkpoint, *, note: Note | None = None) -> ConsistencyProof:
        """That the record extends the one of an earlier checkpoint. Raises CheckpointUnknown where it is no longer."""
        from governance.proof import merkle
        from governance.proof.checkpoint import Checkpoint
        from governance.proof.consistency import ConsistencyProof

        note = note or self._note_for(old.size)
        size = Checkpoint.of(note).size
        if size < old.size:
            raise CheckpointUnknown(size=old.size)
        path = merkle.consistency(old.size, size, self.desk.recorder.nodes)
        return ConsistencyProof(old.size, tuple(path), note)

    def export_tiles(
        self, folder: str | Path, *, note: Note | None = None, progress: Callable[[int, int], None] | None = None
    ) -> Note:
        """Write the hashes and leaves as a folder that can be served as static files (C2SP tlog-tiles); what lies
        there from an earlier export is gone on with. It holds no event itself. Returns its checkpoint.

        Raises CheckpointUnknown, LedgerUnavailable.
        """
        from governance.store.recorder import leaf_of_row
        from governance.verify.tiles import write_folder

        note = note or self._note_for(0)
        recorder = self.desk.recorder

        def leaves(first: int, width: int) -> Iterator[bytes]:
            return map(leaf_of_row, recorder.select_rows(first, width))

        write_folder(Path(folder), note, recorder.nodes, leaves, progress)
        return note

    def _note_for(self, size: int) -> Note:
        return self.signed_checkpoint() if self.key else self.latest_checkpoint(size)
