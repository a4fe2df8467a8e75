"""Consistency proofs as files (C2SP tlog-witness, body of add-checkpoint): today's tree extends an earlier one.

The file holds the newer checkpoint and the older one's size. The older one itself comes from whoever kept it: that
is the point of keeping it.
"""

from dataclasses import dataclass

from governance.errors import NoteInvalid, OriginWrong, ProofInvalid, ProofWrong
from governance.proof import merkle
from governance.proof.checkpoint import Checkpoint
from governance.proof.lines import encoded, hashes, number, rejoined
from governance.proof.note import Note
from governance.proof.policy import Policy, Trusted
from governance.text import _

__all__ = ["ConsistencyProof"]

_MOST = 63


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """``old`` is the earlier tree's size; ``hashes`` are those of RFC 6962, 2.1.2; ``note`` is the newer checkpoint."""

    old: int
    hashes: tuple[bytes, ...]
    note: Note

    @staticmethod
    def parse(data: bytes) -> "ConsistencyProof":
        """Raises ProofInvalid for every byte that is not as the format has it, CheckpointInvalid."""
        head, _gap, note = data.partition(b"\n\n")
        try:
            old, *lines = head.decode("ascii").split("\n")
            if not old.startswith("old ") or len(lines) > _MOST:
                raise ValueError(_("it has a line old N, at most {n} hashes, an empty line").format(n=_MOST))
            proof = ConsistencyProof(number(old[4:]), hashes(lines), Note.parse(note))
        except (ValueError, NoteInvalid) as error:
            raise ProofInvalid(problem=str(error)) from error
        if proof.old > Checkpoint.of(proof.note).size:
            raise ProofInvalid(problem=_("the older tree is larger than the newer one"))
        return proof

    def check(self, kept: Checkpoint, policy: Policy) -> Trusted:
        """The newer checkpoint, if it counts and its tree begins with all of the tree that was ``kept``.

        Raises what ``Policy.check`` does, OriginWrong, ProofWrong.
        """
        trusted = policy.check(self.note)
        tree = trusted.checkpoint
        if kept.origin != tree.origin:
            raise OriginWrong(one=kept.origin, other=tree.origin)
        if kept.size != self.old or not merkle.consistent(kept.size, tree.size, self.hashes, kept.root, tree.root):
            raise ProofWrong(root=encoded(kept.root))
        return trusted

    def __bytes__(self) -> bytes:
        return rejoined([f"old {self.old}", *map(encoded, self.hashes), ""]).encode() + bytes(self.note)
