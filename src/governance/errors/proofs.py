"""What was given as evidence is not written as its format demands."""

from governance.errors.tree import InputError
from governance.text import N_


class LeafInvalid(InputError):
    text = N_("This is no leaf of a ledger: {problem}")
