"""Evidence: written otherwise than its format demands, or proving nothing."""

from governance.errors.tree import InputError, Unproven
from governance.text import N_

# What cannot be understood ---------------------------------------------------------------------------------


class LeafInvalid(InputError):
    text = N_("This is no leaf of a ledger: {problem}")


class KeyInvalid(InputError):
    text = N_("This is no key for notes: {problem}")


class NoteInvalid(InputError):
    text = N_("This is no signed note: {problem}")


class CheckpointInvalid(InputError):
    text = N_("This is no checkpoint: {problem}")


class ProofInvalid(InputError):
    text = N_("This is no proof: {problem}")


class PolicyInvalid(InputError):
    text = N_("This is no policy: line {line}: {problem}")


class TileInvalid(InputError):
    text = N_("This is no tile of a log: {problem}")


# What is understood and proves nothing ---------------------------------------------------------------------


class SignatureWrong(Unproven):
    text = N_("The signature of {key} does not fit the text: one of them was altered.")


class SignatureMissing(Unproven):
    text = N_("None of the trusted keys has signed this (trusted are: {keys}).")


class QuorumMissed(Unproven):
    text = N_("Too few witnesses have signed this: {witnesses} did, but the policy asks for {quorum}.")


class ProofWrong(Unproven):
    text = N_("The proof does not hold: what it speaks of is not in the tree with the root {root}.")


class OriginWrong(Unproven):
    text = N_("The two checkpoints are of different ledgers: {one} and {other}.")
