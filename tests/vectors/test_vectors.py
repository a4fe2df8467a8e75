"""Every case of every vector, by the library and by the verifier in the auditor's pack."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from governance.errors import InputError, Unproven
from governance.proof import merkle, standalone
from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.keys import VerifierKey
from governance.proof.leaf import read_leaf
from governance.proof.lines import encoded
from governance.proof.note import Note, opened
from governance.proof.policy import Policy
from governance.proof.tiles import Tile
from tests.vectors.make import MADE, written

HERE = Path(__file__).parent
Case = dict[str, Any]


def data(case: Case) -> bytes:
    return bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode("utf-8", "surrogatepass")


def policy(case: Case) -> Policy:
    return Policy(tuple(VerifierKey.parse(key) for key in case["keys"]))


# By the library ---------------------------------------------------------------------------------------------


def a_key(case: Case) -> None:
    VerifierKey.parse(case["text"])


def a_note(case: Case) -> None:
    note = Note.parse(data(case))
    assert bytes(note) == data(case)
    opened(note, policy(case).logs)


def a_checkpoint(case: Case) -> None:
    trusted = policy(case).check(Note.parse(data(case)))
    assert trusted.checkpoint.text == Note.parse(data(case)).text


def an_inclusion(case: Case) -> None:
    told = InclusionProof.parse(data(case))
    assert bytes(told) == data(case)
    told.check(case["leaf"].encode(), policy(case))


def a_consistency(case: Case) -> None:
    told = ConsistencyProof.parse(data(case))
    assert bytes(told) == data(case)
    origin = Checkpoint.of(told.note).origin
    told.check(Checkpoint(origin, case["old"], bytes.fromhex(case["old_root"])), policy(case))


def a_policy(case: Case) -> None:
    Policy.parse(data(case)).check(Note.parse(case["note"].encode()))


def a_tile(case: Case) -> None:
    assert Tile.parse(case["text"]).path == case["text"]


def a_leaf(case: Case) -> None:
    assert read_leaf(data(case)).data() == data(case)


def a_tree(case: Case) -> None:
    root = bytes.fromhex(case["root"])
    if "leaves" in case:
        edge = merkle.Frontier()
        for leaf in case["leaves"]:
            edge.append(merkle.leaf_hash(bytes.fromhex(leaf)))
        assert edge.root() == root
        return
    proof = [bytes.fromhex(each) for each in case["proof"]]
    if "leaf" in case:
        holds = merkle.included(case["index"], case["size"], bytes.fromhex(case["leaf"]), proof, root)
    else:
        holds = merkle.consistent(case["old"], case["size"], proof, bytes.fromhex(case["old_root"]), root)
    assert holds == (case["want"] == "accepted")
    if not holds:
        raise Unproven


def a_signature(case: Case) -> None:
    """By the package cryptography, behind ``VerifierKey.check``."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(case["key"]))
        key.verify(bytes.fromhex(case["signature"]), data(case))
    except (ValueError, InvalidSignature) as error:
        raise Unproven from error


FORMS: dict[str, Callable[[Case], None]] = {
    "keys": a_key, "notes": a_note, "checkpoints": a_checkpoint, "inclusion": an_inclusion,
    "consistency": a_consistency, "policies": a_policy, "tiles": a_tile, "leaves": a_leaf, "trees": a_tree,
    "signatures": a_signature,
}  # fmt: skip


def cases(form: str) -> list[Case]:
    told: list[Case] = json.loads((HERE / f"{form}.json").read_bytes())["cases"]
    return told


def outcome(check: Callable[[Case], object], case: Case) -> str:
    try:
        check(case)
    except InputError:
        return "malformed"
    except Unproven:
        return "unproven"
    return "accepted"


@pytest.mark.parametrize("form", FORMS)
def test_by_the_library(form: str) -> None:
    wrong = [(case["name"], got) for case in cases(form) if (got := outcome(FORMS[form], case)) != case["want"]]
    assert wrong == []


# By the verifier in the pack --------------------------------------------------------------------------------


def _signed(note: bytes, case: Case) -> standalone.Checkpoint:
    told = standalone.note_of(note)
    checkpoint = standalone.checkpoint_of(told)
    keys = [key for key in map(standalone.key_of, case["keys"]) if key.name == checkpoint.origin]
    if not standalone.signers("", told, keys):
        raise standalone.Finding("unsigned", path="")
    return checkpoint


def _note(case: Case) -> None:
    if not standalone.signers("", standalone.note_of(data(case)), [standalone.key_of(key) for key in case["keys"]]):
        raise standalone.Finding("unsigned", path="")


def _inclusion(case: Case) -> None:
    index, path, note = standalone.proof_of(data(case))
    tree = _signed(note, case)
    if not standalone.included(index, tree.size, case["leaf"].encode(), path, tree.root):
        raise standalone.Finding("proof", path="")


def _consistency(case: Case) -> None:
    old, path, note = standalone.consistency_of(data(case))
    tree = _signed(note, case)
    root = bytes.fromhex(case["old_root"])
    if old != case["old"] or not standalone.consistent(old, tree.size, path, root, tree.root):
        raise standalone.Finding("past")


ALONE: dict[str, Callable[[Case], object]] = {
    "keys": lambda case: standalone.key_of(case["text"]),
    "notes": _note,
    "checkpoints": lambda case: _signed(data(case), case),
    "inclusion": _inclusion,
    "consistency": _consistency,
    "signatures": lambda case: standalone.ed25519(*(bytes.fromhex(case[part]) for part in ("key", "hex", "signature"))),
}


def holds(check: Callable[[Case], object], case: Case) -> bool:
    try:
        return check(case) is not False
    except (ValueError, standalone.Finding):
        return False


@pytest.mark.parametrize("form", ALONE)
def test_by_the_verifier_in_the_pack(form: str) -> None:
    wrong = [case["name"] for case in cases(form) if holds(ALONE[form], case) != (case["want"] == "accepted")]
    assert wrong == []


# The vectors themselves -------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", MADE)
def test_they_are_made_the_same_every_time(form: str) -> None:
    assert (HERE / f"{form}.json").read_text("ascii") == written(form)


@pytest.mark.parametrize("form", MADE)
def test_each_has_a_name_of_its_own(form: str) -> None:
    names = [case["name"] for case in cases(form)]
    assert len(set(names)) == len(names)
    assert len(names) > 40


def test_hundreds_are_hostile() -> None:
    wanted = [case["want"] for form in FORMS for case in cases(form)]
    assert wanted.count("accepted") > 100
    assert wanted.count("malformed") > 500
    assert wanted.count("unproven") > 300


CT_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def test_the_roots_on_which_everybody_agrees() -> None:
    """Those of Certificate Transparency's own test data, as many implementations have them."""
    told = [case["root"] for case in cases("trees") if "leaves" in case]
    assert told == CT_ROOTS


def test_the_tree_that_the_rfc_draws() -> None:
    """RFC 6962, 2.1.3: seven leaves, and which of the inner nodes are in which proof."""
    leaves = [b"d%d" % n for n in range(7)]
    a, b, c, d, e, f, j = map(merkle.leaf_hash, leaves)
    g, h, i = merkle.node_hash(a, b), merkle.node_hash(c, d), merkle.node_hash(e, f)
    k, l_ = merkle.node_hash(g, h), merkle.node_hash(i, j)
    nodes = {(0, n): each for n, each in enumerate((a, b, c, d, e, f, j))}
    nodes |= {(1, 0): g, (1, 1): h, (1, 2): i, (2, 0): k}

    def find(level: int, index: int) -> bytes:
        return nodes[level, index]

    assert merkle.root(7, find) == merkle.node_hash(k, l_)
    assert merkle.inclusion(0, 7, find) == [b, h, l_]
    assert merkle.inclusion(3, 7, find) == [c, g, l_]
    assert merkle.inclusion(4, 7, find) == [f, j, k]
    assert merkle.inclusion(6, 7, find) == [i, k]
    assert merkle.consistency(3, 7, find) == [c, d, g, l_]
    assert merkle.consistency(4, 7, find) == [l_]
    assert merkle.consistency(6, 7, find) == [i, j, k]


def test_a_hash_as_people_see_it() -> None:
    assert encoded(merkle.EMPTY) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
