"""A proof of one event, checked without the ledger."""

from hashlib import sha256
from typing import NamedTuple

from governance.errors import LeafInvalid, ProofInvalid, ProofWrong
from governance.proof.inclusion import InclusionProof
from governance.proof.leaf import Leaf, leaf_index, read_leaf
from governance.proof.lines import encoded
from governance.proof.policy import Policy
from governance.text import _

__all__ = ["Proven", "check_event"]


class Proven(NamedTuple):
    """What holds: the leaf is in the tree of ``size`` events of a checkpoint that counts."""

    leaf: Leaf
    size: int
    origin: str


def check_event(data: bytes, policy: Policy, *, leaf: bytes | None = None, event: bytes | None = None) -> Proven:
    """``leaf`` is the leaf's bytes where the proof does not carry them; ``event`` those of the event as it is stored.

    Raises ProofInvalid (also where no leaf is told), LeafInvalid, and what ``InclusionProof.check`` does; ProofWrong
    where the event is another than the leaf's.
    """
    proof = InclusionProof.parse(data)
    carried = proof.extra if leaf is None else leaf
    if not carried:
        raise ProofInvalid(problem=_("it does not carry the leaf that it is of"))
    read = read_leaf(carried)
    trusted = proof.check(carried, policy)
    if leaf_index(read.position) != proof.index:
        raise LeafInvalid(problem=_("it belongs to #{position}").format(position=read.position))
    if event is not None and sha256(event).hexdigest() != read.sha256:
        raise ProofWrong(root=encoded(trusted.checkpoint.root))
    return Proven(read, trusted.checkpoint.size, trusted.checkpoint.origin)
