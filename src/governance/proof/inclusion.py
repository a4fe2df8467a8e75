"""Inclusion proofs as files (C2SP tlog-proof@v1): this leaf is in the tree of that signed checkpoint."""

from dataclasses import dataclass

from governance.errors import NoteInvalid, ProofInvalid, ProofWrong
from governance.proof import merkle
from governance.proof.checkpoint import Checkpoint
from governance.proof.lines import decoded, encoded, hashes, number, rejoined
from governance.proof.note import Note
from governance.proof.policy import Policy, Trusted
from governance.text import _

__all__ = ["HEADER", "InclusionProof"]

HEADER = "c2sp.org/tlog-proof@v1"


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """``index`` counts from 0; ``hashes`` go from the leaf's sibling upwards; ``extra`` is authenticated by nobody."""

    index: int
    hashes: tuple[bytes, ...]
    note: Note
    extra: bytes = b""

    @staticmethod
    def parse(data: bytes) -> "InclusionProof":
        """Raises ProofInvalid for every byte that is not as the format has it, CheckpointInvalid."""
        head, _gap, note = data.partition(b"\n\n")
        try:
            header, *lines = head.decode("ascii").split("\n")
            extra = decoded(lines.pop(0)[6:]) if lines and lines[0].startswith("extra ") else b""
            if header != HEADER or not lines or not lines[0].startswith("index "):
                raise ValueError(_("its first lines are {header} and index N").format(header=HEADER))
            proof = InclusionProof(number(lines[0][6:]), hashes(lines[1:]), Note.parse(note), extra)
        except (ValueError, NoteInvalid) as error:
            raise ProofInvalid(problem=str(error)) from error
        Checkpoint.of(proof.note)
        return proof

    def check(self, leaf: bytes, policy: Policy) -> Trusted:
        """The checkpoint in whose tree the leaf (its bytes, as ``leaf_data`` wrote them) stands at the index.

        Raises what ``Policy.check`` does, and ProofWrong.
        """
        trusted = policy.check(self.note)
        tree = trusted.checkpoint
        if not merkle.included(self.index, tree.size, merkle.leaf_hash(leaf), self.hashes, tree.root):
            raise ProofWrong(root=encoded(tree.root))
        return trusted

    def __bytes__(self) -> bytes:
        extra = [f"extra {encoded(self.extra)}"] if self.extra else []
        return rejoined([HEADER, *extra, f"index {self.index}", *map(encoded, self.hashes), ""]).encode() + bytes(
            self.note
        )
