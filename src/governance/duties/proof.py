"""What can be recorded, in words: the language's own words for it, and the acts of a mandate."""

from typing import NamedTuple

from governance.duties.evidence import EVIDENCE
from governance.mandate.names import Names, quoted
from governance.text import _

__all__ = ["Proof", "proof"]


class Proof(NamedTuple):
    """Evidence as people say it: what somebody must do, that it was done, and the things that are left of it."""

    deed: str
    fact: str
    things: str
    sent: bool = False
    """Whether it goes to the counterparty."""


def proof(word: str, names: Names) -> Proof:
    """A word for evidence as people say it: one of the language's own, an act of the mandate, or itself in quotes."""
    if (act := names.act(word)) is None and (kind := EVIDENCE.get(word)) and kind.deed:
        return Proof(_(kind.deed), _(kind.fact), _(kind.things), kind.sent)
    name = quoted(act or word.replace("_", " "))
    return Proof(_("see to this: {act}").format(act=name), _("this was done: {act}").format(act=name), name)
